// The watch over signals: every method's word on one week of a class of products, and pairs of product and hazard out of proportion.
import type { Day } from '../../../kernel/day.ts'
import { words } from '../../../kernel/words.ts'
import type { Alarm, Series, Term } from './alarm.ts'
import { cusumAlarm, deviation, ewma, type CusumRules, type EwmaRules } from './charts.ts'
import { judgePair, type FourFold, type PairFinding, type RatioPrior, type SignalRules } from './disproportionality.ts'
import { earsMean, earsSum, type EarsRules } from './ears.ts'
import { farrington, type FarringtonRules } from './farrington.ts'
import type { Method } from './risk-matter.ts'

/** The parameter `risk.watch`. */
export interface WatchRules {
  /** No proposal on fewer signals in the week, nor on fewer methods that alarm. */
  readonly least: number
  readonly methods: number
  /** Weeks that teach the charts what is usual, and weeks left out before the present. */
  readonly baselineWeeks: number
  readonly gapWeeks: number
  /** Months over which pairs of product and hazard are counted. */
  readonly pairMonths: number
}

export interface AlarmRules {
  readonly watch: WatchRules
  readonly farrington: FarringtonRules
  readonly ears: EarsRules
  readonly charts: { readonly cusum: CusumRules; readonly ewma: EwmaRules }
}

export interface Word {
  readonly method: Method
  /** Null where the series is too short or the week is missing: the method says nothing. */
  readonly found: Alarm | null
}

function ewmaAlarm(values: Series, target: number, sigma: number, rules: EwmaRules): Alarm | null {
  const observed = values.at(-1)
  const points = ewma(values, target, sigma, rules)
  const last = points.at(-1)
  if (observed == null || !last) return null
  const before = points.at(-2)?.average ?? target
  const term = (symbol: string, name: Term['words'], value: number): Term => ({ symbol, words: name, value })
  return {
    // An average that falls below is good news.
    alarm: last.average > last.upper,
    observed,
    expected: target,
    upper: (last.upper - (1 - rules.lambda) * before) / rules.lambda,
    terms: [
      term('λ', words('平滑系数', 'Smoothing'), rules.lambda),
      term('Z(t−1)', words('上期平均', 'Average of the period before'), before),
      term('Z', words('本期平均 λx + (1−λ)Z', 'Average λx + (1−λ)Z'), last.average),
      term('UCL', words('平均的上限', 'Upper limit of the average'), last.upper),
    ],
  }
}

/** CUSUM and EWMA against mean and spread of the weeks before; silent where these do not spread at all. */
export function byCharts(series: Series, at: number, { watch, charts }: Pick<AlarmRules, 'watch' | 'charts'>): readonly Word[] {
  const { baselineWeeks, gapWeeks } = watch
  const known = series.slice(Math.max(0, at - gapWeeks - baselineWeeks + 1), Math.max(0, at - gapWeeks + 1)).filter((x) => x !== null)
  const sigma = known.length > 1 ? deviation(known) : 0
  if (known.length < 0.75 * baselineWeeks || sigma === 0) return [{ method: 'cusum', found: null }, { method: 'ewma', found: null }]
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length
  const lately = series.slice(at - gapWeeks + 1, at + 1)
  const base: readonly Term[] = [
    { symbol: 'μ', words: words('基线均值', 'Mean of the baseline'), value: mean },
    { symbol: 'σ', words: words('基线标准差', 'Standard deviation of the baseline'), value: sigma },
  ]
  // Where what went before is beyond the limit already, any count alarms: the line is nought.
  const withBase = (found: Alarm | null): Alarm | null =>
    found && { ...found, upper: Math.max(0, found.upper), terms: [...base, ...found.terms] }
  return [
    { method: 'cusum', found: withBase(cusumAlarm(lately, mean, sigma, charts.cusum)) },
    { method: 'ewma', found: withBase(ewmaAlarm(lately, mean, sigma, charts.ewma)) },
  ]
}

/** What all methods say of one week; `start` is the Monday of the first. */
export const judgeWeek = (series: Series, at: number, start: Day, rules: AlarmRules): readonly Word[] => [
  { method: 'farrington', found: farrington(series, at, rules.farrington, start) },
  { method: 'earsC1', found: earsMean(series, at, rules.ears, 'C1') },
  { method: 'earsC2', found: earsMean(series, at, rules.ears, 'C2') },
  { method: 'earsC3', found: earsSum(series, at, rules.ears) },
  ...byCharts(series, at, rules),
]

/** Whether the words together propose a matter: enough signals, and enough methods that do not depend on one. */
export const proposes = (said: readonly Word[], { least, methods }: WatchRules): boolean =>
  (said.find(({ found }) => found !== null)?.found?.observed ?? 0) >= least && said.filter(({ found }) => found?.alarm).length >= methods

export interface PairCount {
  readonly productClass: string
  readonly hazard: string
  readonly count: number
}

export interface Pair extends PairFinding {
  readonly productClass: string
  readonly hazard: string
  readonly cells: FourFold
}

/** All pairs that were told of at least once, each against the whole table. */
export function judgePairs(counts: readonly PairCount[], rules: SignalRules, prior: RatioPrior | null): readonly Pair[] {
  const sum = (keep: (each: PairCount) => boolean): number => counts.filter(keep).reduce((total, { count }) => total + count, 0)
  const all = sum(() => true)
  return counts
    .filter(({ count }) => count > 0)
    .map(({ productClass, hazard, count: a }) => {
      const b = sum((each) => each.productClass === productClass) - a
      const c = sum((each) => each.hazard === hazard) - a
      const cells = { a, b, c, d: all - a - b - c }
      return { productClass, hazard, cells, ...judgePair(cells, rules, prior) }
    })
}
