// Charts drawn on the server, each with its table: a target's path with its values, its small form, and a series.
import { words } from '../../kernel/words.ts'
import type { SeriesPoint } from '../data/figure.ts'
import type { TargetValue, TargetView } from '../data/targets.ts'
import type { Saying } from './saying.ts'

/** Values to places: a little air above and below, so that no line lies on the frame. */
function scaleOf(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || Math.max(Math.abs(high), 1)
  return (value) => from + ((value - low) / span) * (to - from)
}

/** About four round numbers between the least and the greatest. */
export function ticks(low: number, high: number): readonly number[] {
  const rough = (high - low || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  const first = Math.ceil(low / step) * step
  return Array.from({ length: Math.floor((high - first) / step + 1e-9) + 1 }, (_, at) => Number((first + at * step).toPrecision(12)))
}

const Dot = ({ value, x, y, r }: { value: TargetValue; x: number; y: number; r: number }) => (
  <circle
    cx={x}
    cy={y}
    r={r}
    fill={value.origin === 'computed' ? 'var(--plot)' : 'var(--paper)'}
    stroke="var(--plot)"
    strokeWidth={r / 2.2}
  />
)

/** Whether the goal is a ceiling: the good side lies below it. */
const isCeiling = (target: TargetView): boolean => target.kind === 'atMost' || target.kind === 'none'

/** A thumbnail for the board: the path dashed, the goal as a line, values as dots; hidden from readers, the row says it all. */
export function Spark({ target }: { target: TargetView }) {
  const [width, height] = [144, 46]
  const values = target.values.slice(-8)
  if (values.length === 0) return null
  const numbers = [...target.path.map((p) => Number(p.value)), ...values.map((v) => Number(v.value)), Number(target.goal)]
  const years = [...target.path.map((p) => p.year), ...values.map((v) => v.year)]
  const x = scaleOf(years.length > 0 ? [...years, target.goalYear] : [0, 1], [6, width - 6])
  const y = scaleOf(numbers, [height - 7, 7])
  const goal = y(Number(target.goal))
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect
        x="0"
        width={width}
        fill="var(--good-wash)"
        {...(isCeiling(target) ? { y: goal, height: height - goal } : { y: 0, height: goal })}
      />
      <line x1="0" x2={width} y1={goal} y2={goal} stroke="var(--good)" strokeWidth="1.2" />
      <polyline
        points={target.path.map((p) => `${x(p.year)},${y(Number(p.value))}`).join(' ')}
        fill="none"
        stroke="var(--soft)"
        strokeWidth="1.4"
        strokeDasharray="4 3"
      />
      <polyline
        points={values.map((v) => `${x(v.year)},${y(Number(v.value))}`).join(' ')}
        fill="none"
        stroke="var(--plot)"
        strokeWidth="2"
      />
      {values.map((v) => (
        <Dot key={`${v.year}${v.origin}`} value={v} x={x(v.year)} y={y(Number(v.value))} r={3.4} />
      ))}
    </svg>
  )
}

const size = { width: 720, height: 300, left: 52, right: 24, top: 18, bottom: 34 }

function Frame({
  x,
  y,
  years,
  marks,
}: {
  x: (v: number) => number
  y: (v: number) => number
  years: readonly number[]
  marks: readonly number[]
}) {
  const { width, height, left, right, bottom } = size
  return (
    <g>
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} stroke="var(--line)" />
          <text className="faint" x={left - 8} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text key={year} className="faint" x={x(year)} y={height - bottom + 20} textAnchor="middle">
          {year}
        </text>
      ))}
    </g>
  )
}

/** A target's chart: path dashed, goal as a line with its good side shaded, values joined, hollow where others published them. */
export function PathChart({ target, s }: { target: TargetView; s: Saying }) {
  const { width, height, left, right, top, bottom } = size
  if (target.values.length === 0) return null
  const goal = Number(target.goal)
  const numbers = [goal, ...target.path.map((p) => Number(p.value)), ...target.values.map((v) => Number(v.value))]
  const margin = (Math.max(...numbers) - Math.min(...numbers) || 1) * 0.08
  const range = [Math.min(...numbers) - margin, Math.max(...numbers) + margin]
  const years = [...new Set([...target.path.map((p) => p.year), ...target.values.map((v) => v.year), target.goalYear])].sort(
    (a, b) => a - b,
  )
  const all = Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, at) => years[0]! + at)
  const [x, y] = [scaleOf(all, [left + 14, width - right - 14]), scaleOf(range, [height - bottom, top])]
  const at = y(goal)
  const label = s.say(words(`${target.title.zh}：路径与数值，下表相同`, `${target.title.en}: path and values, the same in the table below`))
  const side = isCeiling(target) ? { y: at, height: height - bottom - at } : { y: top, height: at - top }
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect x={left} width={width - left - right} fill="var(--good-wash)" {...side} />
      <Frame x={x} y={y} years={all.filter((_, place) => all.length <= 12 || place % 2 === 0)} marks={ticks(range[0]!, range[1]!)} />
      <line x1={left} x2={width - right} y1={at} y2={at} stroke="var(--good)" strokeWidth="2" />
      <polyline
        points={target.path.map((p) => `${x(p.year)},${y(Number(p.value))}`).join(' ')}
        fill="none"
        stroke="var(--soft)"
        strokeWidth="2"
        strokeDasharray="6 5"
      />
      <polyline
        points={target.values.map((v) => `${x(v.year)},${y(Number(v.value))}`).join(' ')}
        fill="none"
        stroke="var(--plot)"
        strokeWidth="2.5"
      />
      {target.values.map((v) => (
        <g key={`${v.year}${v.origin}`}>
          <Dot value={v} x={x(v.year)} y={y(Number(v.value))} r={5.5} />
          <text x={x(v.year)} y={y(Number(v.value)) - 12} textAnchor="middle" style={{ fontWeight: 600 }}>
            {v.value}
          </text>
        </g>
      ))}
      <text x={left + 6} y={isCeiling(target) ? at + 16 : at - 6} style={{ fill: 'var(--good)', fontWeight: 600 }}>
        {s.say(words('目标', 'Goal'))} {target.goal}
      </text>
    </svg>
  )
}

/** What the marks of a target's chart mean. */
export const PathKey = ({ s }: { s: Saying }) => (
  <ul className="key">
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <circle cx="14" cy="6" r="5" fill="var(--plot)" />
      </svg>
      {s.say(words('由记录计算', 'computed from records'))}
    </li>
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <circle cx="14" cy="6" r="4" fill="var(--paper)" stroke="var(--plot)" strokeWidth="2" />
      </svg>
      {s.say(words('他方公布', 'as others published'))}
    </li>
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <line x1="0" x2="28" y1="6" y2="6" stroke="var(--soft)" strokeWidth="2" strokeDasharray="6 4" />
      </svg>
      {s.say(words('路径', 'path'))}
    </li>
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <rect width="28" height="12" fill="var(--good-wash)" />
        <line x1="0" x2="28" y1="1" y2="1" stroke="var(--good)" strokeWidth="2" />
      </svg>
      {s.say(words('达到目标的一侧', 'the side that reaches the goal'))}
    </li>
  </ul>
)

/** One measure at its periods, the present one marked; a gap breaks the line, and the table follows. */
export function SeriesChart({ points, here, label, s }: { points: readonly SeriesPoint[]; here: string; label: string; s: Saying }) {
  const { width, left, right, top } = size
  const [height, bottom] = [220, 30]
  const known = points.flatMap((p, at) => (p.value === null ? [] : [{ at, value: Number(p.value) }]))
  const numbers = known.map((p) => p.value)
  const marks = known.length > 0 ? ticks(Math.min(...numbers), Math.max(...numbers)) : []
  const x = scaleOf(
    points.map((_, at) => at),
    [left + 12, width - right - 12],
  )
  const y = scaleOf(known.length > 0 ? [...numbers, ...marks] : [0, 1], [height - bottom, top])
  const every = Math.ceil(points.length / 8)
  const runs = known.reduce<{ at: number; value: number }[][]>((all, point) => {
    const run = all.at(-1)
    if (run && run.at(-1)!.at === point.at - 1) run.push(point)
    else all.push([point])
    return all
  }, [])
  return (
    <figure className="figure-frame">
      {known.length > 1 && (
        <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {marks.map((mark) => (
            <g key={mark}>
              <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} stroke="var(--line)" />
              <text className="faint" x={left - 8} y={y(mark) + 4} textAnchor="end">
                {mark}
              </text>
            </g>
          ))}
          {points.map((p, at) =>
            at % every === 0 ? (
              <text key={p.at} className="faint" x={x(at)} y={height - bottom + 18} textAnchor="middle">
                {p.at.length > 7 ? p.at.slice(5) : p.at}
              </text>
            ) : null,
          )}
          {runs.map((run) => (
            <polyline
              key={run[0]!.at}
              points={run.map((p) => `${x(p.at)},${y(p.value)}`).join(' ')}
              fill="none"
              stroke="var(--plot)"
              strokeWidth="2.2"
            />
          ))}
          {known.map((p) => (
            <circle key={p.at} cx={x(p.at)} cy={y(p.value)} r={points[p.at]!.at === here ? 6 : 2.6} fill="var(--plot)" />
          ))}
        </svg>
      )}
      <details>
        <summary>{s.say(words('以表格查看', 'As a table'))}</summary>
        <table className="slim">
          <caption>{label}</caption>
          <tbody>
            {points.map((p) => (
              <tr key={p.at}>
                <th scope="row">{p.at}</th>
                <td className="number">
                  <a href={s.to(p.href)}>{p.value ?? '—'}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
