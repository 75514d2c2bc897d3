// Cases under way: stages with their counts, the most urgent first, with its light and what can be done.
import { words } from '../../kernel/words.ts'
import type { CasesView } from '../data/case-file.ts'
import { Cited } from '../site/cited.tsx'
import { Cell, Headings, valueIn, written } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'
import { Stages, StepLinks } from '../site/work-parts.tsx'
import { Light } from './pages.tsx'

const titles = {
  number: words('案件', 'Case'),
  party: words('当事人', 'Party'),
  kind: words('违法行为', 'Breach'),
  stage: words('环节', 'Stage'),
  due: words('最近的期限', 'Due first'),
  next: words('您可以办理', 'You can'),
}

/** Steps that move the case on; those that merely add to the file are found on its page. */
const toFile = [
  ...['gather', 'summon', 'file-spot', 'hold', 'approve-hold', 'release', 'send-to-test', 'set-term', 'assist', 'assisted'],
  ...['suspect-crime', 'note-crime', 'challenge', 'challenge-ends', 'ask-deferral', 'remedies-over', 'reconsideration-over', 'begin-terms', 'send-elsewhere', 'correct-elsewhere'],
]
const adding = new Set([...toFile, 'suspend', 'terminate', 'pass-on', 'lose-ground', 'weigh-ground'])

export function CasesPage(props: CasesView & { s: Saying }) {
  const { procedure, cases, counts, state, next, s } = props
  const stages = Object.entries(procedure.states).map(([name, title]) => ({ state: name, title }))
  const { fields } = procedure.of
  const title = (name: string): string => s.say(procedure.deadlines.find((each) => each.name === name)?.title ?? words(name, name))
  return (
    <>
      <h1>{s.say(words('案件', 'Cases'))}</h1>
      <Stages path="/desk/cases" query="state" stages={stages} counts={counts} chosen={state} s={s} />
      {cases.length === 0 ? (
        <p className="notice">{s.say(words('没有您可以看到的案件。', 'No case here is yours to see.'))}</p>
      ) : (
        <table className="stacks">
          <caption>{s.say(words('按最近的期限排列', 'By what is due first'))}</caption>
          <Headings titles={Object.values(titles).map(s.say)} />
          <tbody>
            {cases.map(({ record, possible, due }) => (
              <tr key={record.id}>
                <Cell title={s.say(titles.number)}>
                  <a href={s.to(`/desk/cases/${record.id}`)}>{record.number ?? record.id.slice(0, 8)}</a>
                </Cell>
                <Cell title={s.say(titles.party)}>{written(record['partyName'], s)}</Cell>
                <Cell title={s.say(titles.kind)}>{valueIn(fields['kind']!, record['kind'], s)}</Cell>
                <Cell title={s.say(titles.stage)}>{s.say(procedure.states[record.state]!)}</Cell>
                <Cell title={s.say(titles.due)}>
                  {due ? (
                    <>
                      <Light light={due.light} s={s} /> <span className="whole">{due.due ?? '—'}</span> {title(due.deadline)} ·{' '}
                      <Cited to={due.rule} s={s} />
                    </>
                  ) : (
                    '—'
                  )}
                </Cell>
                <Cell title={s.say(titles.next)}>
                  <StepLinks procedure={procedure} record={record.id} possible={possible.filter((name) => !adding.has(name))} s={s} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next !== null && (
        <p>
          <a className="button" href={`${s.to('/desk/cases')}?${state ? `state=${state}&` : ''}from=${next}`}>
            {s.say(words('下一页', 'Next page'))}
          </a>
        </p>
      )}
    </>
  )
}
