// The control chart drawn on the server: single values between their limits with the moving ranges below; the table follows on its page.
import { words } from '../../kernel/words.ts'
import type { ChartLimits, ChartPoint } from '../data/control-charts.ts'
import type { Saying } from './saying.ts'

const size = { width: 720, left: 92, right: 58, values: { top: 20, bottom: 270 }, ranges: { top: 306, bottom: 386 }, height: 420 }

/** As many digits as tell the limits apart. */
export const digitsFor = (sigma: number): number => Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(sigma))))
const between = (low: number, high: number, from: number, to: number) => (value: number): number =>
  from + ((value - low) / (high - low || 1)) * (to - from)

interface Drawn {
  readonly points: readonly ChartPoint[]
  readonly limits: ChartLimits | null
  readonly base: number
  readonly label: string
  readonly s: Saying
}

const Level = ({ y, text, mark, strong }: { y: number; text: string; mark: string; strong: 'centre' | 'limit' | 'warning' }) => (
  <g>
    <line
      x1={size.left}
      x2={size.width - size.right}
      y1={y}
      y2={y}
      stroke={strong === 'limit' ? 'var(--bad)' : strong === 'centre' ? 'var(--good)' : 'var(--line)'}
      strokeWidth={strong === 'warning' ? 1 : 1.6}
      strokeDasharray={strong === 'limit' ? '7 4' : undefined}
    />
    {strong !== 'warning' && (
      <>
        <text className="faint" x={size.left - 8} y={y + 4} textAnchor="end">
          {text}
        </text>
        <text className="faint" x={size.width - size.right + 6} y={y + 4}>
          {mark}
        </text>
      </>
    )}
  </g>
)

/** A point: full where it is good, a square with its number where a sign shows. */
function Mark({ x, y, number, bad, old }: { x: number; y: number; number: number; bad: boolean; old: boolean }) {
  if (!bad) return <circle cx={x} cy={y} r={3} fill={old ? 'var(--soft)' : 'var(--plot)'} />
  return (
    <g>
      <rect x={x - 5} y={y - 5} width="10" height="10" fill="var(--bad)" />
      <text x={x} y={y - 9} textAnchor="middle" style={{ fontWeight: 600 }}>
        {number}
      </text>
    </g>
  )
}

const line = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

/** Values before `base` made the limits or lie before a correction: they are shown in grey. */
export function ControlChartDrawing({ points, limits, base, label, s }: Drawn) {
  if (points.length < 2) return null
  const values = points.map(({ value }) => Number(value))
  const ranges = values.slice(1).map((value, at) => Math.abs(value - values[at]!))
  const reach = limits ? [limits.centre - 3.4 * limits.sigma, limits.centre + 3.4 * limits.sigma] : []
  const [low, high] = [Math.min(...values, ...reach), Math.max(...values, ...reach)]
  const x = between(0, Math.max(points.length - 1, 1), size.left + 8, size.width - size.right - 8)
  const y = between(low, high, size.values.bottom, size.values.top)
  const r = between(0, Math.max(...ranges, limits?.rangeLimit ?? 0) * 1.08, size.ranges.bottom, size.ranges.top)
  const places = limits ? digitsFor(limits.sigma) : 2
  const every = Math.ceil(points.length / 5)
  return (
    <svg className="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {limits &&
        [-3, -2, -1, 0, 1, 2, 3].map((k) => (
          <Level
            key={k}
            y={y(limits.centre + k * limits.sigma)}
            text={(limits.centre + k * limits.sigma).toFixed(places)}
            mark={k === 0 ? 'CL' : k < 0 ? 'LCL' : 'UCL'}
            strong={k === 0 ? 'centre' : Math.abs(k) === 3 ? 'limit' : 'warning'}
          />
        ))}
      {limits && <Level y={r(limits.rangeLimit)} text={limits.rangeLimit.toFixed(places)} mark="UCL" strong="limit" />}
      <line x1={size.left} x2={size.width - size.right} y1={r(0)} y2={r(0)} stroke="var(--line)" />
      <text className="faint" x={size.left + 6} y={size.ranges.top - 10}>
        {s.say(words('移动极差', 'Moving range'))}
      </text>
      <polyline points={line(values.map((value, at) => [x(at), y(value)]))} fill="none" stroke="var(--plot)" strokeWidth="1.4" />
      <polyline points={line(ranges.map((value, at) => [x(at + 1), r(value)]))} fill="none" stroke="var(--plot)" strokeWidth="1.2" />
      {points.map((point, at) => (
        <Mark key={at} x={x(at)} y={y(values[at]!)} number={at + 1} bad={point.signs !== null} old={at < base} />
      ))}
      {points.map((point, at) =>
        at % every === 0 ? (
          <text key={at} className="faint" x={x(at)} y={size.height - 12} textAnchor={at === 0 ? 'start' : 'middle'}>
            {point.on.slice(5)}
          </text>
        ) : null,
      )}
    </svg>
  )
}
