// What happened to a record: every entry with who acted under which duty, what was answered, and the hash that chains it.
import type { Field } from '../../kernel/field.ts'
import { openingOf } from '../../kernel/act.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { System } from '../../kernel/system.ts'
import { words } from '../../kernel/words.ts'
import type { EntryShown } from '../parts/answers.ts'
import { say } from '../parts/language.ts'
import { momentText } from '../parts/light.tsx'
import { useOffice } from '../parts/office.tsx'
import { Shown } from '../parts/show.tsx'

const texts = {
  title: words('经过', 'History'),
  answers: words('填写内容', 'What was answered'),
  asked: words('询问其他系统', 'Asked of other systems'),
  answered: words('已答复', 'answered'),
  otherwise: words('无人答复，按默认', 'nobody answers; the default was taken'),
  recorded: words('录入于', 'entered'),
  log: words('日志', 'log'),
  pending: words('待入日志', 'not in the log yet'),
  document: words('文书', 'Document'),
}

/** Acts of the house itself. */
const kernelSteps: Readonly<Record<string, ReturnType<typeof words>>> = {
  lapse: words('期限届满', 'The term ran out'),
  redate: words('重新计算期限', 'The term was dated anew'),
  extend: words('延长期限', 'The term was extended'),
  erase: words('依法删除个人信息', 'Personal data erased by law'),
  correct: words('更正', 'Correction'),
}

const hands: Readonly<Record<string, ReturnType<typeof words>>> = {
  'house.sweep': words('系统（到期处理）', 'The platform, by the clock'),
  'house.linkage': words('系统（联动）', 'The platform, by a linkage'),
  'house.import': words('系统（导入）', 'The platform, by import'),
}

export const stepTitle = (procedure: Procedure, name: string): string =>
  say(
    name === 'open'
      ? (procedure.opens.title ?? procedure.of.title)
      : (procedure.steps[name]?.title ?? kernelSteps[name] ?? words(name, name)),
  )

export function dutyTitle(procedure: Procedure, system: Pick<System, 'duties'>, duty: string): string {
  const short = duty.split('.').at(-1)!
  return say(hands[duty] ?? procedure.duties[short] ?? system.duties[short] ?? words(duty, duty))
}

function fieldOf(procedure: Procedure, step: string, name: string): Field | undefined {
  const asks = step === 'open' ? openingOf(procedure).asks : procedure.steps[step]?.asks
  return asks?.[name] ?? procedure.of.fields[name]
}

function Answers({ procedure, entry }: { procedure: Procedure; entry: EntryShown }) {
  const office = useOffice()
  const given = Object.entries(entry.answers).flatMap(([name, value]) => {
    const field = fieldOf(procedure, entry.step, name)
    return field && value !== null && value !== '' ? [[name, field, value] as const] : []
  })
  if (given.length === 0) return null
  return (
    <details open={entry.step !== 'open' && given.length <= 4}>
      <summary>
        {say(texts.answers)} ({given.length})
      </summary>
      <dl className="facts">
        {given.map(([name, field, value]) => (
          <div key={name} className="fact wide">
            <dt>{say(field.title)}</dt>
            <dd>
              <Shown value={value} field={field} office={office} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Asked({ asked, system }: { asked: EntryShown['asked']; system: System }) {
  if (asked.length === 0) return null
  return (
    <p className="small">
      {say(texts.asked)}：
      {asked.map(({ question, value, origin }) => {
        const known = system.questions.find((each) => each.name === question)
        const how = origin === 'answered' ? texts.answered : texts.otherwise
        return (
          <span key={question}>
            {known ? say(known.title) : question} = <code>{JSON.stringify(value)}</code> ({say(how)}){' '}
          </span>
        )
      })}
    </p>
  )
}

function Entry({ entry, procedure, system }: { entry: EntryShown; procedure: Procedure; system: System }) {
  const office = useOffice()
  const late = momentText(entry.recorded).slice(0, 10) !== momentText(entry.occurred).slice(0, 10)
  return (
    <li className={entry.step in kernelSteps ? 'quiet' : undefined}>
      <p>
        <b>{stepTitle(procedure, entry.step)}</b> <time dateTime={entry.occurred}>{momentText(entry.occurred)}</time>
        {late && (
          <span className="soft small">
            {' '}
            {say(texts.recorded)} {momentText(entry.recorded)}
          </span>
        )}
      </p>
      <p className="soft small">
        {dutyTitle(procedure, system, entry.duty)} {entry.office ? `· ${office.officeTitle(entry.office)}` : ''}
      </p>
      {entry.reason && <p className="prose">{entry.reason}</p>}
      <Answers procedure={procedure} entry={entry} />
      <Asked asked={entry.asked} system={system} />
      {entry.documents.map((document) => (
        <p key={document.id} className="small">
          {say(texts.document)} {document.number}
        </p>
      ))}
      <p className="hash small" title={entry.hash}>
        <code>{entry.hash.slice(0, 16)}</code> · {entry.seq === null ? say(texts.pending) : `${say(texts.log)} ${entry.seq}`}
      </p>
    </li>
  )
}

/** The newest first: what was done last is what the next step rests on. */
export function Timeline({ entries, procedure, system }: { entries: readonly EntryShown[]; procedure: Procedure; system: System }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(texts.title)}</h2>
      <ol className="timeline">
        {[...entries].reverse().map((entry) => (
          <Entry key={entry.id} entry={entry} procedure={procedure} system={system} />
        ))}
      </ol>
    </section>
  )
}
