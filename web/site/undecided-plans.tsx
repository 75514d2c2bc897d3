// The cells of the sampling tables on which sources differ: what this page uses, what another source gives, and what is known.
import { words } from '../../kernel/words.ts'
import { planOf, type PlanTables } from '../../systems/oversight/supervision/acceptance-plans.ts'
import { Cell, Headings } from './published-parts.tsx'
import type { Saying } from './saying.ts'
import { severities } from './severities.ts'

const heads = [
  words('严格程度', 'Severity'),
  words('字码', 'Letter'),
  words('AQL', 'AQL'),
  words('本页所用', 'Used here'),
  words('另一来源', 'Another source'),
  words('情况', 'What is known'),
]

const said = (plan: { readonly n: number; readonly accept: number } | null): string => (plan ? `n = ${plan.n}, Ac = ${plan.accept}` : '—')

export function UndecidedPlans({ tables, s }: { tables: PlanTables; s: Saying }) {
  const { undecided } = tables
  const titles = heads.map(s.say)
  if (undecided.length === 0) return null
  return (
    <details>
      <summary>{s.say(words(`各来源有分歧、尚未确定的 ${undecided.length} 格`, `${undecided.length} cells on which sources differ: undecided`))}</summary>
      <table className="stacks">
        <caption>{s.say(words('未定的格，由人对照标准原文决定', 'Undecided cells: a person decides by the printed standard'))}</caption>
        <Headings titles={titles} />
        <tbody>
          {undecided.map(({ inspection, letter, aql, otherwise, why }) => (
            <tr key={`${inspection} ${letter} ${aql}`}>
              <Cell title={titles[0]!}>{s.say(severities[inspection])}</Cell>
              <Cell title={titles[1]!}>{letter}</Cell>
              <Cell title={titles[2]!}>{aql}</Cell>
              <Cell title={titles[3]!}>{said(planOf(tables, inspection, letter, aql))}</Cell>
              <Cell title={titles[4]!}>{said(otherwise)}</Cell>
              <Cell title={titles[5]!}>{s.say(why)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
