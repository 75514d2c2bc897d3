// Control charts at the bench: the list with what is out of control first, and one chart with its table, limits and what rests on it.
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { EntryShown } from '../../store/records/history.ts'
import { limitsOf, pointsOf, type ChartLimits } from '../data/control-charts.ts'
import { ControlChartDrawing, digitsFor } from './control-chart.tsx'
import { atClock, Cell, Chip, Facts, Headings, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'
import { StepCards, StepLinks } from './work-parts.tsx'

const tones = { out: 'bad', corrected: 'fair', control: 'good', trial: 'plain', retired: 'plain' } as const
const order = Object.keys(tones)
const StateChip = ({ procedure, chart, s }: { procedure: Procedure; chart: AnyRecord; s: Saying }) => (
  <Chip tone={tones[chart.state as 'out']}>{s.say(procedure.states[chart.state]!)}</Chip>
)
const plain = (value: unknown): string => String(value).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

const listTitles = [
  words('质控图', 'Chart'),
  words('项目', 'Parameter'),
  words('检测依据', 'Method'),
  words('设备', 'Instrument'),
  words('状态', 'State'),
  words('最近结果', 'Last result'),
  words('您可以办理', 'You can'),
]

interface ListProps {
  readonly procedure: Procedure
  readonly charts: readonly { readonly chart: AnyRecord; readonly possible: readonly string[] }[]
  readonly s: Saying
}

export function ControlChartsPage({ procedure, charts, s }: ListProps) {
  const titles = listTitles.map(s.say)
  const sorted = charts.toSorted((a, b) => order.indexOf(a.chart.state) - order.indexOf(b.chart.state))
  return (
    <>
      <h1>{s.say(words('质控图', 'Control charts'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '每个项目和方法用控制样品监控。失控的，查明原因、纠正并由另一人确认以前，该项目的结果不能签发。',
            'Each parameter and method is watched with a control sample. While a chart is out of control no result of it is signed, until the cause is found, corrected, and confirmed by another person.',
          ),
        )}
      </p>
      {charts.length === 0 ? (
        <p className="notice">{s.say(words('您所代表的机构还没有质控图。', 'The laboratory for which you speak has no chart yet.'))}</p>
      ) : (
        <table className="stacks">
          <Headings titles={titles} />
          <tbody>
            {sorted.map(({ chart, possible }) => {
              const last = pointsOf(chart).at(-1)
              return (
                <tr key={chart.id}>
                  <Cell title={titles[0]!}>
                    <a className="whole" href={s.to(`/bench/charts/${chart.id}`)}>
                      {written(chart['code'], s)}
                    </a>
                  </Cell>
                  <Cell title={titles[1]!}>{written(chart['parameter'], s)}</Cell>
                  <Cell title={titles[2]!}>{String(chart['method'])}</Cell>
                  <Cell title={titles[3]!}>{chart['instrument'] == null ? s.say(words('全部', 'all')) : String(chart['instrument'])}</Cell>
                  <Cell title={titles[4]!}>
                    <StateChip procedure={procedure} chart={chart} s={s} />
                  </Cell>
                  <Cell title={titles[5]!}>
                    {last ? `${plain(last.value)} ${chart['unit']} · ` : '—'}
                    {last && <span className="whole">{last.on}</span>}
                  </Cell>
                  <Cell title={titles[6]!}>
                    {possible.length === 0 ? <span className="soft">—</span> : null}
                    <StepLinks procedure={procedure} record={chart.id} possible={possible} s={s} />
                  </Cell>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p className="small">
        <a href={s.to('/desk/control-chart')}>{s.say(words('质控图台账', 'The register of charts'))}</a> · <a href={s.to('/bench')}>{s.say(words('检测台', 'The bench'))}</a>
      </p>
    </>
  )
}

const pointTitles = [
  words('点', 'Point'),
  words('检测日期', 'Analysed on'),
  words('结果', 'Result'),
  words('偏离中心（σ）', 'From the centre, in σ'),
  words('移动极差', 'Moving range'),
  words('判断', 'Judged'),
  words('检测人', 'Analyst'),
]

interface ChartProps {
  readonly procedure: Procedure
  readonly chart: AnyRecord
  readonly possible: readonly string[]
  readonly history: readonly EntryShown[]
  /** Orders whose results were found on days in doubt. */
  readonly resting: readonly AnyRecord[]
  readonly orderStates: Readonly<Record<string, Words>>
  readonly s: Saying
}

type PointsProps = Pick<ChartProps, 'procedure' | 'chart' | 's'> & { readonly limits: ChartLimits | null; readonly from: number; readonly to: number }

/** Points of the chart, the latest first. */
function Points({ procedure, chart, limits, from, to, s }: PointsProps) {
  const titles = pointTitles.map(s.say)
  const points = pointsOf(chart)
  const values = points.map(({ value }) => Number(value))
  const base = Number(chart['base'] ?? 0)
  const out = ((chart['leftOut'] ?? []) as readonly { point: number; why: string }[])
  const sign = procedure.of.fields['points']!.columns!['signs']!
  const places = limits ? digitsFor(limits.sigma) : 3
  return (
    <table className="stacks">
      <Headings titles={titles} />
      <tbody>
        {points
          .map((point, at) => ({ point, at }))
          .slice(from, to)
          .toReversed()
          .map(({ point, at }) => {
            const left = out.find((each) => Number(each.point) === at + 1)
            return (
              <tr key={at}>
                <Cell title={titles[0]!}>{at + 1}</Cell>
                <Cell title={titles[1]!}>{point.on}</Cell>
                <Cell title={titles[2]!} number>
                  {plain(point.value)}
                </Cell>
                <Cell title={titles[3]!} number>
                  {limits ? ((values[at]! - limits.centre) / limits.sigma).toFixed(2).replace('-', '−') : '—'}
                </Cell>
                <Cell title={titles[4]!} number>
                  {at === 0 ? '—' : Math.abs(values[at]! - values[at - 1]!).toFixed(places)}
                </Cell>
                <Cell title={titles[5]!}>
                  {point.signs ? (
                    <Chip tone="bad">{valueIn(sign, point.signs, s)}</Chip>
                  ) : left ? (
                    <span className="soft">
                      {s.say(words('不计入控制限：', 'Left out of the limits: '))}
                      {written(left.why, s)}
                    </span>
                  ) : (
                    <span className="soft">{at < base ? s.say(words('此前的点', 'before')) : s.say(words('受控', 'in control'))}</span>
                  )}
                  {point.note != null && <span className="soft small"> {written(point.note, s)}</span>}
                </Cell>
                <Cell title={titles[6]!}>{point.by}</Cell>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}

/** What may have been given while it was out of control: each is looked at, and what was reported is replaced or withdrawn. */
function Resting({ chart, resting, orderStates, s }: ChartProps) {
  const doubted = (chart['doubted'] ?? []) as readonly { from: string; to: string; cause: string }[]
  const open = chart.state === 'out' || chart.state === 'corrected'
  if (doubted.length === 0 && !open) return null
  return (
    <>
      <h2>{s.say(words('受影响的结果', 'Results that are affected'))}</h2>
      {doubted.map(({ from, to, cause }) => (
        <p key={from}>
          {from} – {to}: {written(cause, s)}
        </p>
      ))}
      {resting.length === 0 ? (
        <p className="soft">{s.say(words('没有您可见的委托在这些日期检测该项目。', 'No order that you may see was analysed for it on those days.'))}</p>
      ) : (
        <>
          <p>
            {s.say(
              words(
                '以下委托在这些日期检测：未签发的须重新检测；已签发的逐项评估，确认有效，或者更改、撤回报告，使用人随之得到通知。',
                'These orders were analysed on those days: what is not signed is analysed anew; what was signed is weighed result by result, and confirmed, or its report replaced or withdrawn, by which whoever used it is told.',
              ),
            )}{' '}
            <a href={s.to('/desk/doubted-result')}>{s.say(words('存疑的已签发结果', 'Reported results in doubt'))}</a>
          </p>
          <ul>
            {resting.map((each) => (
              <li key={each.id}>
                <a href={s.to(`/bench/${each.id}`)}>{each.number}</a> {written(each['sampleName'], s)}{' '}
                <Chip tone={each.state === 'reported' ? 'bad' : 'fair'}>{s.say(orderStates[each.state]!)}</Chip>{' '}
                <span className="soft small">{String(each['analysed'] ?? '')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function ControlChartPage(props: ChartProps) {
  const { procedure, chart, possible, history, s } = props
  const limits = limitsOf(chart)
  const points = pointsOf(chart)
  // A phone shows a point as a card: twelve are read, the others are opened.
  const fresh = Math.max(0, points.length - 12)
  const places = limits ? digitsFor(limits.sigma) : 0
  const at = (k: number): string => `${(limits!.centre + k * limits!.sigma).toFixed(places)} ${chart['unit']}`
  const heading = `${chart['parameter']} · ${chart['method']}`
  const title = (step: string): Words =>
    step === 'open' ? (procedure.opens.title ?? procedure.of.title) : (procedure.steps[step]?.title ?? words(step, step))
  const shown = (name: string): readonly [Words, string] => {
    const field = procedure.of.fields[name]!
    return [field.title, valueIn(field, chart[name], s)]
  }
  return (
    <>
      <h1>{written(heading, s)}</h1>
      <p>
        {written(chart['code'], s)} <StateChip procedure={procedure} chart={chart} s={s} />
      </p>
      {chart.state === 'out' && (
        <p className="notice">
          {s.say(words('失控：在纠正并确认以前，本项目的结果不能签发。', 'Out of control: until it is corrected and confirmed, no result of this parameter is signed.'))}
        </p>
      )}
      <h2>{s.say(words('现在可以办理', 'Possible now'))}</h2>
      <StepCards procedure={procedure} record={chart.id} possible={possible} s={s} />
      <h2>{s.say(words('单值和移动极差', 'Single values and moving ranges'))}</h2>
      {points.length < 2 && <p className="notice">{s.say(words('结果不足两个，还画不出图。', 'With fewer than two results nothing can be drawn.'))}</p>}
      <ControlChartDrawing
        points={points}
        limits={limits}
        base={Number(chart['base'] ?? 0)}
        label={s.say(words(`${heading}的质控图，${points.length} 点，下表相同`, `Control chart of ${heading}, ${points.length} points, the same in the table below`))}
        s={s}
      />
      <p className="soft small">
        {s.say(
          words(
            '绿线为中心线，红色虚线为上下控制限（±3σ），细线为±1σ和±2σ；红色方块为失控的点；灰点是确定控制限的点或者纠正以前的点。',
            'Green: the centre. Red, dashed: the limits at ±3σ; thin: ±1σ and ±2σ. A red square is a point with a sign; grey points made the limits or lie before a correction.',
          ),
        )}
      </p>
      <Resting {...props} />
      <h2>{s.say(words('控制限和样品', 'Limits and sample'))}</h2>
      <Facts
        s={s}
        rows={[
          ...(['material', 'reference', 'instrument', 'fixedOn'] as const).filter((field) => chart[field] != null).map(shown),
          ...(limits
            ? ([
                [words('中心线', 'Centre'), at(0)],
                [words('控制限', 'Limits'), `${at(-3)} – ${at(3)}`],
                [words('移动极差上限', 'Limit of the moving range'), `${limits.rangeLimit.toFixed(places)} ${chart['unit']}`],
              ] as const)
            : [[words('控制限', 'Limits'), s.say(words('积累数据后确定', 'to be fixed after the trial'))] as const]),
          ...(['cause', 'correction', 'extent', 'reason'] as const).filter((field) => chart[field] != null).map(shown),
        ]}
      />
      <h2>{s.say(words('各点，最近的在前', 'All points, the latest first'))}</h2>
      <Points procedure={procedure} chart={chart} limits={limits} from={fresh} to={points.length} s={s} />
      {fresh > 0 && (
        <details>
          <summary>{s.say(words(`更早的 ${fresh} 点`, `${fresh} earlier points`))}</summary>
          <Points procedure={procedure} chart={chart} limits={limits} from={0} to={fresh} s={s} />
        </details>
      )}
      <h2>{s.say(words('经过', 'History'))}</h2>
      <ol className="timeline">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{s.say(title(entry.step))}</b> <span className="soft small">{atClock(entry.occurred)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
