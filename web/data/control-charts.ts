// A control chart as its page reads it: numbers, limits, and the days whose results are in doubt.
import type { Day } from '../../kernel/day.ts'
import type { AnyRecord } from '../../kernel/register.ts'

export interface ChartPoint {
  readonly on: string
  readonly value: string
  readonly note: string | null
  readonly by: string
  readonly signs: readonly string[] | null
}

export interface DayRange {
  readonly from: Day
  readonly to: Day
}

export const pointsOf = (chart: AnyRecord): readonly ChartPoint[] => (chart['points'] ?? []) as readonly ChartPoint[]
const numberOf = (value: unknown): number | null => (value == null ? null : Number(value))

export interface ChartLimits {
  readonly centre: number
  readonly sigma: number
  readonly rangeLimit: number
}

export function limitsOf(chart: AnyRecord): ChartLimits | null {
  const [centre, sigma, rangeLimit] = [chart['centre'], chart['sigma'], chart['rangeLimit']].map(numberOf)
  return centre == null || sigma == null || rangeLimit == null ? null : { centre, sigma, rangeLimit }
}

/** While it is out of control: from the last good point before the first sign on; and all days that a correction put in doubt. */
export function suspectDays(chart: AnyRecord, today: Day): readonly DayRange[] {
  const doubted = ((chart['doubted'] ?? []) as readonly DayRange[]).map(({ from, to }) => ({ from, to }))
  if (chart.state !== 'out' && chart.state !== 'corrected') return doubted
  const points = pointsOf(chart)
  let first = points.findLastIndex(({ signs }) => signs !== null)
  if (first < 0) return doubted
  while (first > 0 && points[first - 1]!.signs !== null) first -= 1
  return [...doubted, { from: (points[first - 1] ?? points[first]!).on, to: today }]
}
