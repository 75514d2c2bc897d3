// 短基线预警 EARS: C1, C2 and C3 of the CDC, for series without earlier years: against the mean of the last seven periods.
import { words } from '../../../kernel/words.ts'
import type { Alarm, Series } from './alarm.ts'

/** The parameter `risk.ears`. */
export interface EarsRules {
  /** Periods of the baseline, and deviations above its mean that make an alarm (C1, C2). */
  readonly baseline: number
  readonly deviations: number
  /** C2 and C3 leave out so many periods before the present; C3 adds the excess over 1 of so many C2 and alarms above this sum. */
  readonly gap: number
  readonly summed: number
  readonly sumAbove: number
  /** A flatter baseline is taken to spread at least so much, so that one case after none is no infinite excess. */
  readonly leastDeviation: number
}

interface Statistic {
  readonly value: number
  readonly mean: number
  readonly deviation: number
}

/** (x − m)/s of one period; null where it or a period of its baseline is missing or the series too short. */
function statistic(series: Series, at: number, gap: number, rules: EarsRules): Statistic | null {
  const from = at - gap - rules.baseline
  const known = series.slice(Math.max(0, from), at - gap).filter((count) => count !== null)
  const observed = series[at]
  if (from < 0 || observed == null || known.length < rules.baseline) return null
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length
  const spread = Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (known.length - 1))
  const deviation = Math.max(spread, rules.leastDeviation)
  return { value: deviation === 0 ? (observed > mean ? Infinity : 0) : (observed - mean) / deviation, mean, deviation }
}

/** Judges one period by C1 (baseline just before it) or C2 (baseline ending `gap` periods before it). */
export function earsMean(series: Series, at: number, rules: EarsRules, method: 'C1' | 'C2'): Alarm | null {
  const found = statistic(series, at, method === 'C1' ? 0 : rules.gap, rules)
  if (!found) return null
  const observed = series[at]!
  const upper = found.mean + rules.deviations * found.deviation
  const terms = [
    { symbol: 'm', words: said.m, value: found.mean }, { symbol: 's', words: said.s, value: found.deviation },
    { symbol: 'x', words: said.x, value: observed }, { symbol: method, words: said.c, value: found.value },
    { symbol: 'U', words: said.u, value: upper },
  ]
  return { alarm: observed > upper, observed, expected: found.mean, upper, terms }
}

/** Judges one period by C3: small excesses of C2 in a row add up. The line is given in units of the series, at which the sum is reached. */
export function earsSum(series: Series, at: number, rules: EarsRules): Alarm | null {
  const parts = Array.from({ length: rules.summed }, (_, back) => statistic(series, at - back, rules.gap, rules))
  if (parts.some((part) => part === null)) return null
  const excess = parts.map((part) => Math.max(0, part!.value - 1))
  const sum = excess.reduce((total, each) => total + each, 0)
  const [now, observed] = [parts[0]!, series[at]!]
  const before = sum - excess[0]!
  const terms = [
    ...parts.map((part, back) => ({ symbol: `C2(t−${back})`, words: said.c, value: part!.value })),
    { symbol: 'C3', words: said.sum, value: sum },
  ]
  const upper = now.mean + (1 + Math.max(0, rules.sumAbove - before)) * now.deviation
  return { alarm: sum > rules.sumAbove, observed, expected: now.mean, upper, terms }
}

const said = {
  m: words('基线均值', 'Mean of the baseline'),
  s: words('基线标准差', 'Standard deviation of the baseline'),
  x: words('实际数', 'Observed count'),
  c: words('超出均值的标准差倍数', 'Standard deviations above the mean'),
  u: words('上限', 'Upper line'),
  sum: words('三期超出 1 的部分之和', 'Sum of what exceeds 1'),
} as const
