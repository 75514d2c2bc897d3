// Somebody acted while one was writing: what changed since, and the choice to go on or to leave it.
import { Alert, Button } from 'antd'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { System } from '../../kernel/system.ts'
import { words } from '../../kernel/words.ts'
import type { EntryShown } from '../parts/answers.ts'
import { say } from '../parts/language.ts'
import { momentText } from '../parts/light.tsx'
import { useOffice } from '../parts/office.tsx'
import { nothing, textOf } from '../parts/show.tsx'
import { dutyTitle, stepTitle } from './timeline.tsx'

const texts = {
  title: words('您填写期间，这条记录已被办理', 'Somebody acted on this record while you were writing'),
  kept: words('没有覆盖任何人的办理；您填写的内容都还在。', 'Nothing was overwritten, and all that you wrote is still here.'),
  impossible: words('现在的状态不能再办理这一步。', 'From where it stands now this step is no longer possible.'),
  field: words('项目', 'Field'),
  before: words('您看到的', 'What you saw'),
  now: words('现在', 'Now'),
  goOn: words('已知悉，按现在的内容继续', 'I have seen it; go on with what stands now'),
  state: words('状态', 'State'),
}

interface MovedOnProps {
  readonly procedure: Procedure
  readonly system: System
  readonly seen: AnyRecord
  readonly now: AnyRecord
  readonly entries: readonly EntryShown[]
  readonly possible: boolean
  readonly goOn: () => void
}

export function MovedOn({ procedure, system, seen, now, entries, possible, goOn }: MovedOnProps) {
  const office = useOffice()
  const { fields } = procedure.of
  const since = entries.filter((entry) => entry.version > seen.version)
  const changed = Object.keys(fields).filter((name) => JSON.stringify(seen[name] ?? null) !== JSON.stringify(now[name] ?? null))
  const state = (key: string) => (procedure.states[key] ? say(procedure.states[key]) : key)
  const rows = [
    ...(seen.state === now.state ? [] : [[say(texts.state), state(seen.state), state(now.state)] as const]),
    ...changed.map((name) => {
      const field = fields[name]!
      return [say(field.title), textOf(seen[name], field, office), textOf(now[name], field, office)] as const
    }),
  ]
  return (
    <div role="alert" className="moved-on">
      <Alert
        type="warning"
        role="none"
        title={<b>{say(texts.title)}</b>}
        description={
          <>
            <p>{say(texts.kept)}</p>
            <ul>
              {since.map((entry) => (
                <li key={entry.id}>
                  {momentText(entry.occurred)} {stepTitle(procedure, entry.step)} ({dutyTitle(procedure, system, entry.duty)})
                </li>
              ))}
            </ul>
            {rows.length > 0 && (
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{say(texts.field)}</th>
                    <th scope="col">{say(texts.before)}</th>
                    <th scope="col">{say(texts.now)}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(([title, before, after]) => (
                    <tr key={title}>
                      <th scope="row">{title}</th>
                      <td>{before || nothing}</td>
                      <td>{after || nothing}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {possible ? (
              <Button onClick={goOn} className="go-on">
                {say(texts.goOn)}
              </Button>
            ) : (
              <p>
                <b>{say(texts.impossible)}</b>
              </p>
            )}
          </>
        }
      />
    </div>
  )
}
