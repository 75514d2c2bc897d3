// Sampling plans: what is asked, the plan that the standard gives, and its operating curve with the risks of both sides.
import { words, type Words } from '../../kernel/words.ts'
import type { Inspection, Level, Plan, PlanTables } from '../../systems/oversight/supervision/acceptance-plans.ts'
import type { CurvePoint } from '../../systems/oversight/supervision/operating-curve.ts'
import { ticks } from './charts.tsx'
import { Cited } from './cited.tsx'
import { Cell, Facts, grouped, Headings } from './published-parts.tsx'
import type { Saying } from './saying.ts'
import { severities } from './severities.ts'
import { UndecidedPlans } from './undecided-plans.tsx'

export interface PlanAsked {
  readonly typed: string
  readonly lot: number | null
  readonly level: Level
  readonly aql: string
  readonly severity: Inspection
  /** What was given for a level, an AQL or a severity and is none. */
  readonly unknown: string | null
}

export interface Curve {
  readonly law: 'binomial' | 'poisson'
  readonly points: readonly CurvePoint[]
  /** Qualities accepted with 95, 50 and 10 per cent. */
  readonly risks: readonly CurvePoint[]
  /** The AQL, and with which chance such a lot is accepted. */
  readonly goal: CurvePoint
}

interface PageProps {
  readonly tables: PlanTables
  readonly asked: PlanAsked
  readonly plan: Plan | null
  readonly curve: Curve | null
  readonly s: Saying
}

interface ChoiceProps {
  readonly name: string
  readonly label: Words
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly s: Saying
}

const Choice = ({ name, label, value, options, s }: ChoiceProps) => (
  <div>
    <label htmlFor={name}>{s.say(label)}</label>
    <select id={name} name={name} defaultValue={value}>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

function Asking({ tables, asked, s }: PageProps) {
  const same = (list: readonly string[]) => list.map((each) => [each, each] as const)
  return (
    <form method="get" action={s.to('/sampling-plans')} className="chooser" role="search">
      <div>
        <label htmlFor="lot">{s.say(words('批量（件）', 'Lot size (units)'))}</label>
        <input id="lot" name="lot" inputMode="numeric" defaultValue={asked.typed} />
      </div>
      <Choice name="level" label={words('检验水平', 'Inspection level')} value={asked.level} options={same(tables.levels)} s={s} />
      <Choice name="aql" label={words('接收质量限 AQL', 'AQL')} value={asked.aql} options={same(tables.aqls)} s={s} />
      <Choice
        name="severity"
        label={words('严格程度', 'Severity')}
        value={asked.severity}
        options={Object.entries(severities).map(([key, title]) => [key, s.say(title)] as const)}
        s={s}
      />
      <button type="submit">{s.say(words('查方案', 'Find the plan'))}</button>
    </form>
  )
}

const frame = { width: 640, height: 300, left: 48, right: 14, top: 14, bottom: 40 }

/** Quality as the page writes it: per cent of units, or nonconformities per hundred units. */
const per100 = (quality: number): string => (quality * 100).toPrecision(3)

/** Curve of acceptance: quality to the right, the chance that such a lot is accepted upwards. */
function CurveChart({ curve, label }: { curve: Curve; label: string }) {
  const { width, height, left, right, top, bottom } = frame
  const end = Math.max(curve.points.at(-1)!.quality, curve.goal.quality) || 1
  const x = (quality: number): number => left + (quality / end) * (width - left - right)
  const y = (chance: number): number => height - bottom - chance * (height - top - bottom)
  const goal = x(curve.goal.quality)
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
        <g key={mark}>
          <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} stroke="var(--line)" />
          <text className="faint" x={left - 8} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {ticks(0, end * 100).map((mark) => (
        <text key={mark} className="faint" x={x(mark / 100)} y={height - bottom + 20} textAnchor="middle">
          {mark}
        </text>
      ))}
      <line x1={goal} x2={goal} y1={top} y2={height - bottom} stroke="var(--good)" strokeWidth="2" strokeDasharray="6 5" />
      <text x={goal + 7} y={height - bottom - 8} style={{ fill: 'var(--good)', fontWeight: 600 }}>
        AQL
      </text>
      <polyline points={curve.points.map((p) => `${x(p.quality)},${y(p.probability)}`).join(' ')} fill="none" stroke="var(--plot)" strokeWidth="2.5" />
      {curve.risks.map((p) => (
        <circle key={p.probability} cx={x(p.quality)} cy={y(p.probability)} r="5" fill="var(--plot)" />
      ))}
    </svg>
  )
}

const riskTitles = [
  words('生产方风险点：这样的批有 95% 被接收', 'Producer’s point: such lots are accepted 95 % of the time'),
  words('各半：这样的批一半被接收', 'Even: such lots are accepted half of the time'),
  words('使用方风险点：这样的批仍有 10% 被接收', 'Consumer’s point: such lots are still accepted 10 % of the time'),
] as const

function CurvePart({ curve, s }: { curve: Curve; s: Saying }) {
  const unit = curve.law === 'binomial' ? words('不合格品率（%）', 'Nonconforming units, per cent') : words('每百单位不合格数', 'Nonconformities per 100 units')
  const chance = words('接收概率', 'Chance of acceptance')
  const shown = curve.points.filter((_, at) => at % 6 === 0)
  return (
    <section>
      <h2>{s.say(words('抽检特性曲线', 'Operating curve'))}</h2>
      <figure className="figure-frame">
        <CurveChart curve={curve} label={s.say(words(`横轴为${unit.zh}，纵轴为接收概率；数值见下表`, `${unit.en} to the right, chance of acceptance upwards; the figures stand in the table`))} />
        <figcaption className="small soft">{s.say(unit)}</figcaption>
      </figure>
      <ul>
        {curve.risks.map((risk, at) => (
          <li key={risk.probability}>
            {s.say(riskTitles[at]!)}
            {s.language === 'en' ? ': ' : '：'}
            <b>{per100(risk.quality)}</b>
          </li>
        ))}
        <li>
          {s.say(words('生产方风险：质量恰为 AQL 的批被拒收的概率', 'Producer’s risk: a lot exactly at the AQL is rejected'))}
          {s.language === 'en' ? ': ' : '：'}
          <b>{((1 - curve.goal.probability) * 100).toFixed(1)} %</b>
        </li>
      </ul>
      <details>
        <summary>{s.say(words('曲线的数值', 'The curve in figures'))}</summary>
        <table className="stacks">
          <caption>{s.say(words('曲线的数值', 'The curve in figures'))}</caption>
          <Headings titles={[s.say(unit), s.say(chance)]} />
          <tbody>
            {shown.map((point) => (
              <tr key={point.quality}>
                <Cell title={s.say(unit)} number>
                  {point.quality === 0 ? '0' : per100(point.quality)}
                </Cell>
                <Cell title={s.say(chance)} number>
                  {point.probability.toFixed(4)}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function PlanPart({ asked, plan, s }: { asked: PlanAsked; plan: Plan; s: Saying }) {
  const { undecided } = plan
  return (
    <section>
      <h2>{s.say(words('方案', 'The plan'))}</h2>
      <ul className="stats">
        <li>
          <b>{grouped(plan.n)}</b>
          <span>{s.say(words('件样本', 'units in the sample'))}</span>
        </li>
        <li>
          <b>{plan.accept}</b>
          <span>{s.say(words('接收数 Ac', 'acceptance number Ac'))}</span>
        </li>
        <li>
          <b>{plan.reject}</b>
          <span>{s.say(words('拒收数 Re', 'rejection number Re'))}</span>
        </li>
      </ul>
      {plan.whole && <p className="notice">{s.say(words('样本量不小于批量：全数检验，没有抽样的风险。', 'The sample is not smaller than the lot: every unit is inspected, and there is no risk of sampling.'))}</p>}
      {undecided && (
        <p className="errors" role="note">
          {s.say(
            words(
              `各来源对这一格有分歧：另一来源给出 n=${undecided.otherwise.n}、Ac=${undecided.otherwise.accept}。${undecided.why.zh}。使用前请核对标准原文。`,
              `The sources differ on this cell: another gives n = ${undecided.otherwise.n}, Ac = ${undecided.otherwise.accept}. ${undecided.why.en}. Look it up in the standard before you rely on it.`,
            ),
          )}
        </p>
      )}
      <Facts
        s={s}
        rows={[
          [words('批量', 'Lot size'), grouped(asked.lot)],
          [words('样本量字码', 'Code letter'), plan.letter === plan.used ? plan.letter : `${plan.letter} → ${plan.used}`],
          [words('严格程度', 'Severity'), s.say(severities[plan.inspection])],
          [words('计数', 'Counts'), s.say(plan.counts === 'either' ? words('不合格品或者不合格', 'Nonconforming units or nonconformities') : words('每百单位不合格数', 'Nonconformities per 100 units'))],
        ]}
      />
    </section>
  )
}

export function SamplingPlansPage(props: PageProps) {
  const { tables, asked, plan, curve, s } = props
  return (
    <>
      <h1>{s.say(words('抽样方案查询', 'Sampling plans'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '按批量、检验水平、AQL 和严格程度查一次抽样方案，并看它怎样保护双方。适用于连续系列批；监督抽查的判定另依其实施细则。',
            'The single plan for a lot, a level, an AQL and a severity, and how it protects both sides. Meant for a series of lots; a spot check is judged by its own detailed rules.',
          ),
        )}{' '}
        <Cited to="gb-t-2828-1-2012" s={s} /> · {tables.edition}
      </p>
      <Asking {...props} />
      {asked.unknown !== null && (
        <p className="errors" role="alert">
          {s.say(
            words(
              `“${asked.unknown}”不在标准的表内：检验水平是 ${tables.levels.join('、')} 之一，AQL 取自数列 ${tables.aqls.join('、')}，严格程度是正常、加严或者放宽。`,
              `“${asked.unknown}” is not in the tables: the level is one of ${tables.levels.join(', ')}, the AQL one of the series ${tables.aqls.join(', ')}, the severity normal, tightened or reduced.`,
            ),
          )}
        </p>
      )}
      {asked.typed !== '' && asked.lot === null && (
        <p className="errors" role="alert">
          {s.say(words(`“${asked.typed}”不是批量：请填写 2 以上的整数。`, `“${asked.typed}” is no lot size: give a whole number of 2 or more.`))}
        </p>
      )}
      {asked.unknown === null && asked.lot !== null && plan === null && (
        <p className="errors" role="alert">
          {s.say(words(`批量 ${asked.lot} 没有方案：一件不成批，或者标准在这一格没有印出方案。`, `No plan for a lot of ${asked.lot}: one unit is no lot, or the standard prints none in this cell.`))}
        </p>
      )}
      {plan && <PlanPart asked={asked} plan={plan} s={s} />}
      {curve && <CurvePart curve={curve} s={s} />}
      <UndecidedPlans tables={tables} s={s} />
    </>
  )
}
