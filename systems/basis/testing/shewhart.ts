// 常規控制圖: Shewhart charts of means, ranges, single values, shares and counts, and the signs that a process is out of control.
import { logGamma } from '../../../kernel/distribution.ts'
import { assert } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

/** Mean and standard deviation of the range of n normal values in σ, for n = 2 … 15 (as printed: Montgomery, appendix VI). */
const rangeMean = [1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.97, 3.078, 3.173, 3.258, 3.336, 3.407, 3.472]
const rangeSpread = [
  0.8525033, 0.8883697, 0.8798108, 0.8640855, 0.8480442, 0.8332108, 0.8198378, 0.8078413, 0.7970584, 0.787323, 0.7784873, 0.7704257,
  0.763033, 0.7562217,
]

export interface ChartConstants {
  readonly d2: number
  readonly d3: number
  readonly c4: number
}

/** Constants of a subgroup of n values, 2 to 15. */
export function chartConstants(n: number): ChartConstants {
  assert(Number.isInteger(n) && n >= 2 && n <= 15, 'constants of charts are kept for subgroups of 2 to 15')
  const c4 = Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2))
  return { d2: rangeMean[n - 2]!, d3: rangeSpread[n - 2]!, c4 }
}

/** Centre and limits; `sigma` is the standard deviation of one value. */
export interface Limits {
  readonly centre: number
  readonly lower: number
  readonly upper: number
  readonly sigma: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
const deviation = (values: readonly number[]): number => {
  const m = mean(values)
  return Math.sqrt(values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1))
}
const within = (centre: number, reach: number, sigma: number): Limits => ({ centre, lower: centre - reach, upper: centre + reach, sigma })
const notBelowZero = (limits: Limits): Limits => ({ ...limits, lower: Math.max(0, limits.lower) })

/** Limits for the statistics of trial subgroups of equal size: means with σ from ranges, ranges, standard deviations. */
export function subgroupLimits(
  subgroups: readonly (readonly number[])[],
  sigmas = 3,
): Readonly<Record<'means' | 'ranges' | 'deviations', Limits>> {
  const n = subgroups[0]?.length ?? 0
  assert(subgroups.every((each) => each.length === n), 'subgroups of one chart have one size')
  const { d2, d3, c4 } = chartConstants(n)
  const [centre, meanRange, meanDeviation] = [mean(subgroups.map(mean)), mean(subgroups.map(range)), mean(subgroups.map(deviation))]
  const sigma = meanRange / d2
  const fromDeviations = meanDeviation / c4
  return {
    means: within(centre, (sigmas * sigma) / Math.sqrt(n), sigma),
    ranges: notBelowZero(within(meanRange, sigmas * d3 * sigma, sigma)),
    deviations: notBelowZero(within(meanDeviation, sigmas * fromDeviations * Math.sqrt(1 - c4 * c4), fromDeviations)),
  }
}

/** p chart: share of nonconforming in a sample of n around the trial's share; u chart: nonconformities a unit. */
export function shareLimits(share: number, n: number, sigmas = 3): Limits {
  const sigma = Math.sqrt((share * (1 - share)) / n)
  const limits = within(share, sigmas * sigma, sigma)
  return { ...notBelowZero(limits), upper: Math.min(1, limits.upper) }
}
export const countLimits = (perUnit: number, units: number, sigmas = 3): Limits => {
  const sigma = Math.sqrt(perUnit / units)
  return notBelowZero(within(perUnit, sigmas * sigma, sigma))
}

/** Chart of single values with its moving ranges of two: σ is the mean moving range over d₂ (GB/T 17989.2; ISO 7870-2, 6.5). */
export function individualLimits(values: readonly number[], sigmas = 3): Readonly<Record<'values' | 'ranges', Limits>> {
  assert(values.length >= 2, 'a moving range needs two values')
  const { d2, d3 } = chartConstants(2)
  const meanRange = mean(movingRanges(values))
  const sigma = meanRange / d2
  return {
    values: within(mean(values), sigmas * sigma, sigma),
    ranges: notBelowZero(within(meanRange, sigmas * d3 * sigma, sigma)),
  }
}

export const movingRanges = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((x, at) => Math.abs(x - values[at]!))

/** What a chart is looked at for; how many points each takes is dated, the parameter `testing.control-signs`. */
export const signs = {
  beyond: words('一点落在控制限以外', 'A point beyond the control limits'),
  range: words('移动极差超出控制限', 'A moving range beyond its limit'),
  side: words('连续若干点在中心线同一侧', 'A run of points on one side of the centre'),
  trend: words('连续若干点递增或者递减', 'A run of points that rise or fall'),
  alternating: words('连续若干点上下交替', 'A run of points that alternate'),
  twoOfThree: words('连续3点中有2点在同一侧2σ以外', 'Two of three beyond 2σ on one side'),
  fourOfFive: words('连续5点中有4点在同一侧1σ以外', 'Four of five beyond 1σ on one side'),
  inner: words('连续若干点都在1σ以内', 'A run of points within 1σ'),
  outside: words('连续若干点都在1σ以外', 'A run of points beyond 1σ on either side'),
} as const

export type Sign = keyof typeof signs
export type SignLengths = Readonly<Partial<Record<Sign, number>>>

export interface Chart {
  readonly centre: number
  readonly sigma: number
  readonly rangeLimit: number
}

type Seen = Readonly<{ z: readonly number[]; values: readonly number[]; length: number }>

const last = <T>(list: readonly T[], count: number): readonly T[] | null => (list.length >= count ? list.slice(-count) : null)
const allOf = (z: readonly number[], length: number, holds: (x: number) => boolean): boolean => last(z, length)?.every(holds) ?? false
/** So many of the last lie beyond the distance on one side, the last among them. */
const share = (z: readonly number[], of: number, least: number, distance: number): boolean =>
  [1, -1].some((side) => side * (z.at(-1) ?? 0) > distance && z.slice(-of).filter((x) => side * x > distance).length >= least)
const steps = (values: readonly number[], length: number): readonly number[] | null => {
  const run = last(values, length)
  return run && run.slice(1).map((x, at) => Math.sign(x - run[at]!))
}

const shows: Readonly<Record<Exclude<Sign, 'range'>, (seen: Seen) => boolean>> = {
  beyond: ({ z }) => Math.abs(z.at(-1)!) > 3,
  side: ({ z, length }) => allOf(z, length, (x) => x > 0) || allOf(z, length, (x) => x < 0),
  trend: ({ values, length }) => [1, -1].some((way) => steps(values, length)?.every((step) => step === way) ?? false),
  alternating({ values, length }) {
    const run = steps(values, length)
    return run !== null && run.every((step, at) => step !== 0 && (at === 0 || step === -run[at - 1]!))
  },
  twoOfThree: ({ z }) => share(z, 3, 2, 2),
  fourOfFive: ({ z }) => share(z, 5, 4, 1),
  inner: ({ z, length }) => allOf(z, length, (x) => Math.abs(x) < 1),
  outside: ({ z, length }) => allOf(z, length, (x) => Math.abs(x) > 1),
}

/** The signs that the last value completes, among those that are looked for. */
export function signsAt(values: readonly number[], { centre, sigma, rangeLimit }: Chart, lengths: SignLengths): readonly Sign[] {
  const z = values.map((x) => (x - centre) / sigma)
  const range = movingRanges(values).at(-1) ?? 0
  const asked = Object.entries(lengths) as readonly (readonly [Sign, number])[]
  return asked.flatMap(([sign, length]) =>
    (sign === 'range' ? range > rangeLimit : shows[sign]({ z, values, length })) ? [sign] : [],
  )
}
