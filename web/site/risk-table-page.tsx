// The risk table of officials: classes of products by hazard with their signals, what alarms, matters under way, and the matrix.
import { addDays } from '../../kernel/day.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import { hazards, levels, methods, type Hazard, type RiskMatrix } from '../../systems/oversight/risk/index.ts'
import type { Watched } from '../data/readings.ts'
import type { Judged, PairsFound, WeekCount } from '../data/signals.ts'
import { Cell, Chip, Headings, valueIn, written } from './published-parts.tsx'
import { ReadingsWatched } from './reading-parts.tsx'
import type { Saying } from './saying.ts'

export interface RiskTableProps {
  readonly counts: readonly WeekCount[]
  readonly judged: readonly Judged[]
  readonly found: PairsFound
  readonly matters: readonly AnyRecord[]
  readonly procedure: Procedure
  readonly classes: Readonly<Record<string, Words>>
  readonly matrix: RiskMatrix
  readonly watched: readonly Watched[]
  readonly since: string
  readonly week: string
  readonly s: Saying
}

const streams = { own: words('省内信号', 'own'), outside: words('外部通报', 'outside') } as const
const all = Object.keys(hazards) as readonly Hazard[]
const sumOf = (rows: readonly WeekCount[]): number => rows.reduce((sum, { count }) => sum + count, 0)

function Table({ counts, judged, classes, since, s }: RiskTableProps) {
  const lately = counts.filter(({ week }) => week >= since)
  const rows = Object.keys(classes)
    .map((name) => ({
      name,
      own: lately.filter(({ productClass }) => productClass === name),
      last: counts.filter(({ productClass }) => productClass === name).map(({ week }) => week).sort().at(-1),
      alarms: judged
        .filter(({ productClass }) => productClass === name)
        .flatMap(({ stream, words: said }) => said.filter(({ found }) => found?.alarm).map(() => stream)),
    }))
    .filter(({ last }) => last !== undefined)
    // What alarms is read first, also on a phone, where the hazards lie beyond the edge.
    .toSorted((a, b) => b.alarms.length - a.alarms.length || sumOf(b.own) - sumOf(a.own))
  if (rows.length === 0) return <p className="notice">{s.say(words('您的范围内没有信号。', 'No signal lies within your reach.'))}</p>
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={s.say(words('风险表', 'The risk table'))}>
      <table className="slim">
        <caption>{s.say(words(`${since} 以来的信号数；“报警”为最近一周报警的方法数`, `Signals since ${since}; “alarms”: methods that alarm in the last week`))}</caption>
        <thead>
          <tr>
            <th scope="col">{s.say(words('产品类别', 'Product class'))}</th>
            <th scope="col">{s.say(words('报警', 'Alarms'))}</th>
            <th scope="col" className="number">{s.say(words('合计', 'All'))}</th>
            {all.map((hazard) => (
              <th key={hazard} scope="col" className="number">
                {s.say(hazards[hazard])}
              </th>
            ))}
            <th scope="col">{s.say(words('最近信号（周）', 'Last signal, week of'))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, own, last, alarms }) => (
            <tr key={name}>
              <th scope="row">
                <a href={s.to(`/desk/risks/${name}`)}>{s.say(classes[name]!)}</a>
              </th>
              <td>
                {alarms.length === 0 ? '—' : (['own', 'outside'] as const).filter((one) => alarms.includes(one)).map((one) => (
                  <Chip key={one} tone="bad">{`${s.say(streams[one])} ${alarms.filter((each) => each === one).length}`}</Chip>
                ))}
              </td>
              <td className="number">
                <b>{sumOf(own)}</b>
              </td>
              {all.map((hazard) => (
                <td key={hazard} className="number">
                  {sumOf(own.filter((each) => each.hazard === hazard)) || '·'}
                </td>
              ))}
              <td>
                <a href={s.to(`/desk/risks/${name}?to=${addDays(last!, 7)}`)}>{last}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Matters({ matters, procedure, s }: RiskTableProps) {
  const fields = procedure.of.fields
  const titles = {
    number: words('编号', 'Number'),
    product: words('产品', 'Product'),
    raised: fields['raised']!.title,
    state: words('环节', 'Stage'),
    colour: fields['colour']!.title,
  }
  if (matters.length === 0) return <p className="soft">{s.say(words('没有在办的事项。', 'No matter is under way.'))}</p>
  return (
    <table className="stacks">
      <Headings titles={Object.values(titles).map(s.say)} />
      <tbody>
        {matters.map((matter) => (
          <tr key={matter.id}>
            <Cell title={s.say(titles.number)}>
              <a href={s.to(`/desk/risk-matter/${matter.id}`)}>{matter.number}</a>
            </Cell>
            <Cell title={s.say(titles.product)}>{written(matter['product'], s)} · {valueIn(fields['hazard']!, matter['hazard'], s)}</Cell>
            <Cell title={s.say(titles.raised)}>{valueIn(fields['raised']!, matter['raised'], s)}</Cell>
            <Cell title={s.say(titles.state)}>{s.say(procedure.states[matter.state]!)}</Cell>
            <Cell title={s.say(titles.colour)}>{valueIn(fields['colour']!, matter['colour'], s)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const figure = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '—' : value.toFixed(2))

/** Which prior the ratios were shrunk by: a reader may judge a fitted one and a borrowed one differently. */
function PriorUsed({ found: { prior }, s }: RiskTableProps) {
  const { shape1, rate1, shape2, rate2, share1 } = prior.prior
  const numbers = `α₁ ${figure(shape1)} · β₁ ${figure(rate1)} · α₂ ${figure(shape2)} · β₂ ${figure(rate2)} · P ${figure(share1)}`
  const of = words(`${prior.pairs} 个组合、${prior.reports} 条报告`, `${prior.pairs} pairs, ${prior.reports} reports`)
  const said = {
    fitted: words(`EBGM 的先验由这张表估计（${of.zh}）：`, `The prior of EBGM was fitted to this table (${of.en}): `),
    fixed: words(`EBGM 用已发表的先验，组合或者报告不足，不能估计（${of.zh}）：`, `EBGM takes a published prior, there being too little to fit one (${of.en}): `),
  }
  return <p className="small soft">{s.say(said[prior.from])}{numbers}</p>
}

function Pairs(props: RiskTableProps) {
  const { found: { pairs }, classes, s } = props
  const found = pairs.filter(({ signals }) => signals.length > 0).toSorted((a, b) => b.ic.low - a.ic.low).slice(0, 15)
  const heads = [
    words('产品 × 危害', 'Product × hazard'), words('实际 / 预期', 'Told / expected'), words('PRR', 'PRR'), words('ROR 下限', 'ROR, low'), words('IC025', 'IC025'),
    words('EBGM（EB05）', 'EBGM (EB05)'), words('标准', 'Criteria met'),
  ]
  if (found.length === 0) return <p className="soft">{s.say(words('没有达到标准的组合。', 'No pair meets a criterion.'))}</p>
  return (
    <>
      <table className="stacks">
        <caption>{s.say(words('比例失衡：这种危害在这类产品中是否多于其他产品；基数小或者来源单一时不能说明问题', 'Disproportion: whether a hazard is told of more with this class than with others; of few, or of one source, it says little'))}</caption>
        <Headings titles={heads.map(s.say)} />
        <tbody>
          {found.map((pair) => (
            <tr key={`${pair.productClass}${pair.hazard}`}>
              <Cell title={s.say(heads[0]!)}>{s.say(classes[pair.productClass]!)} × {s.say(hazards[pair.hazard as Hazard])}</Cell>
              <Cell title={s.say(heads[1]!)}>{pair.cells.a} / {figure(pair.expected)}</Cell>
              <Cell title={s.say(heads[2]!)}>{figure(pair.prr?.value)}</Cell>
              <Cell title={s.say(heads[3]!)}>{figure(pair.ror?.low)}</Cell>
              <Cell title={s.say(heads[4]!)}>{figure(pair.ic.low)}</Cell>
              <Cell title={s.say(heads[5]!)}>{figure(pair.ebgm?.value)} ({figure(pair.ebgm?.low)})</Cell>
              <Cell title={s.say(heads[6]!)}>{pair.signals.join(', ')}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
      <PriorUsed {...props} />
    </>
  )
}

function Matrix({ matrix, s }: RiskTableProps) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={s.say(words('风险矩阵', 'The matrix'))}>
      <table className="slim">
        <caption>{s.say(words('风险矩阵（欧盟指南，待核实）：概率 × 严重程度', 'The matrix (EU guidelines, to be verified): probability by severity'))}</caption>
        <thead>
          <tr>
            <th scope="col">{s.say(words('概率', 'Probability'))}</th>
            {matrix.severities.map((severity) => (
              <th key={severity.en} scope="col">
                {s.say(severity)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.above ?? 'rest'}>
              <th scope="row">{row.above === null ? s.say(words('更小', 'less')) : `> ${row.above}`}</th>
              {row.levels.map((level, at) => (
                <td key={matrix.severities[at]!.en}>
                  <Chip tone={level === 'low' ? 'plain' : level === 'medium' ? 'fair' : 'bad'}>{s.say(levels[level])}</Chip>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function RiskTablePage(props: RiskTableProps) {
  const { s, week } = props
  return (
    <>
      <h1>{s.say(words('风险表', 'The risk table'))}</h1>
      <p className="lead">
        {s.say(words(`判断到 ${week} 起的一周。报警只提议风险事项，不下结论。`, `Judged up to the week from ${week}. An alarm proposes a matter and finds nothing.`))}
      </p>
      <Table {...props} />
      <h2>{s.say(words('在办的风险事项', 'Matters under way'))}</h2>
      <Matters {...props} />
      <p>
        <a href={s.to('/desk/risk-matter')}>{s.say(words('全部事项', 'All matters'))}</a> · <a href={s.to('/desk/signal')}>{s.say(words('全部信号', 'All signals'))}</a> ·{' '}
        <a href={s.to('/desk/outside-notice')}>{s.say(words('外部通报', 'Outside notices'))}</a>
      </p>
      <h2>{s.say(words('监视的读数', 'Readings that are watched'))}</h2>
      <ReadingsWatched watched={props.watched} s={s} />
      <h2>{s.say(words('产品与危害的组合', 'Pairs of product and hazard'))}</h2>
      <Pairs {...props} />
      <h2>{s.say(words('评估用的矩阵', 'The matrix of an assessment'))}</h2>
      <Matrix {...props} />
      <p className="small soft">{s.say(words('方法：', 'Methods: '))}{Object.values(methods).map((method) => s.say(method)).join(' · ')}</p>
    </>
  )
}
