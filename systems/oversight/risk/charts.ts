// 累积和与指数加权移动平均: CUSUM and EWMA charts, and how capable a process is of its limits.
import { gammaQuantile, normalQuantile } from '../../../kernel/distribution.ts'
import type { Interval } from '../../../kernel/interval.ts'
import { words } from '../../../kernel/words.ts'
import type { Alarm } from './alarm.ts'

export const deviation = (values: readonly number[]): number => {
  const m = values.reduce((sum, x) => sum + x, 0) / values.length
  return Math.sqrt(values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1))
}

/** A CUSUM in standardised values: slack k and decision interval h, both in σ. */
export interface CusumRules {
  readonly k: number
  readonly h: number
}

export interface CusumPoint {
  readonly high: number
  readonly low: number
  /** Periods since each sum was last zero: where the shift is thought to have begun. */
  readonly highRun: number
  readonly lowRun: number
  readonly alarm: boolean
}

/** Two-sided tabular CUSUM of values around a target with a known σ. A missing value leaves both sums as they were. */
export function cusum(values: readonly (number | null)[], target: number, sigma: number, { k, h }: CusumRules): readonly CusumPoint[] {
  let last: CusumPoint = { high: 0, low: 0, highRun: 0, lowRun: 0, alarm: false }
  return values.map((x) => {
    if (x === null) return (last = { ...last, alarm: false })
    const z = (x - target) / sigma
    const [high, low] = [Math.max(0, last.high + z - k), Math.max(0, last.low - z - k)]
    last = { high, low, highRun: high > 0 ? last.highRun + 1 : 0, lowRun: low > 0 ? last.lowRun + 1 : 0, alarm: high > h || low > h }
    return last
  })
}

/** The CUSUM at its last value as an alarm upwards, with its arithmetic in σ. */
export function cusumAlarm(values: readonly (number | null)[], target: number, sigma: number, rules: CusumRules): Alarm | null {
  const observed = values.at(-1)
  const points = cusum(values, target, sigma, rules)
  const [last, before] = [points.at(-1), points.at(-2)?.high ?? 0]
  if (observed == null || !last) return null
  const terms = [
    { symbol: 'z', words: said.z, value: (observed - target) / sigma }, { symbol: 'k', words: said.k, value: rules.k },
    { symbol: 'C(t−1)', words: said.before, value: before }, { symbol: 'C', words: said.sum, value: last.high },
    { symbol: 'h', words: said.h, value: rules.h }, { symbol: 'N', words: said.run, value: last.highRun },
  ]
  return { alarm: last.high > rules.h, observed, expected: target, upper: target + sigma * (rules.h + rules.k - before), terms }
}

export interface EwmaRules {
  readonly lambda: number
  /** Width of the limits in σ of the average. */
  readonly width: number
}

export interface EwmaPoint {
  readonly average: number
  readonly lower: number
  readonly upper: number
  readonly alarm: boolean
}

/** EWMA with limits that open as it begins. A missing value leaves the average as it was. */
export function ewma(
  values: readonly (number | null)[],
  target: number,
  sigma: number,
  { lambda, width }: EwmaRules,
): readonly EwmaPoint[] {
  let [average, known] = [target, 0]
  return values.map((x) => {
    if (x !== null) [average, known] = [lambda * x + (1 - lambda) * average, known + 1]
    const reach = width * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * known)))
    const [lower, upper] = [target - reach, target + reach]
    return { average, lower, upper, alarm: x !== null && (average > upper || average < lower) }
  })
}

export type CapabilityIndex = 'Cp' | 'CpLower' | 'CpUpper' | 'Cpk' | 'Cpm'

/** Capability of n values against tolerance limits, with 95 % intervals (Bissell 1990; Boyles 1991 for Cpm). */
export function capability(
  process: { readonly mean: number; readonly sigma: number; readonly n: number },
  tolerance: { readonly lower: number; readonly upper: number; readonly target?: number },
): Readonly<Record<CapabilityIndex, Interval & { readonly value: number }>> {
  const { sigma, n } = process
  const target = tolerance.target ?? (tolerance.lower + tolerance.upper) / 2
  const offTarget = (process.mean - target) / sigma
  const cp = (tolerance.upper - tolerance.lower) / (6 * sigma)
  const lower = (process.mean - tolerance.lower) / (3 * sigma)
  const upper = (tolerance.upper - process.mean) / (3 * sigma)
  const byChi = (value: number, freedom: number) => {
    const end = (p: number): number => value * Math.sqrt((2 * gammaQuantile(p, freedom / 2)) / freedom)
    return { value, low: end(0.025), high: end(0.975) }
  }
  const byNormal = (value: number, p: number) => {
    const reach = normalQuantile(p) * Math.sqrt(1 / (9 * n * value * value) + 1 / (2 * (n - 1)))
    return { value, low: value * (1 - reach), high: value * (1 + reach) }
  }
  const square = offTarget * offTarget
  return {
    Cp: byChi(cp, n - 1),
    // One side is judged at a time, so that its bounds are one-sided.
    CpLower: byNormal(lower, 0.95),
    CpUpper: byNormal(upper, 0.95),
    Cpk: byNormal(Math.min(lower, upper), 0.975),
    Cpm: byChi(cp / Math.sqrt(1 + square), (n * (1 + square) ** 2) / (1 + 2 * square)),
  }
}

const said = {
  z: words('标准化值', 'Standardised value'),
  k: words('容差 k', 'Slack k'),
  before: words('上期累计和', 'Sum of the period before'),
  sum: words('累计和 max(0, C + z − k)', 'Sum max(0, C + z − k)'),
  h: words('判定限 h', 'Decision interval h'),
  run: words('自归零起的期数', 'Periods since the sum was zero'),
} as const
