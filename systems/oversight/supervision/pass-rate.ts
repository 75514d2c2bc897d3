// 合格率: rates of conforming samples, weighted by stratum with variance, reweighted by chance of inclusion, and told apart by frame.
import { normalQuantile } from '../../../kernel/distribution.ts'
import { agrestiCoull, clopperPearson, wilson, type Interval } from '../../../kernel/interval.ts'
import { assert } from '../../../kernel/refusal.ts'
import { fill, words, type Words } from '../../../kernel/words.ts'

/** How samples came to be: unlike frames never enter one rate. Risk-directed finds what it looks for and estimates nothing. */
export type Frame = 'statistical' | 'random' | 'risk-directed'

/** One stratum: industrial output (any unit, the same for all), samples, conforming samples, and how many there were to sample. */
export interface Stratum {
  readonly region: string
  readonly division: string
  readonly size?: string
  readonly weight: string
  readonly n: number
  readonly conforming: number
  /** Units in the stratum where known: the sampled fraction lowers the variance. */
  readonly population?: number
}

export interface Rated extends Interval {
  /** Share of conforming, 0 to 1; NaN where nothing was sampled that could stand for it. */
  readonly rate: number
  readonly standardError: number
  readonly n: number
  /** Shares of the weight whose stratum had no sample: filled from its neighbours, and not filled at all. */
  readonly imputed: number
  readonly uncovered: number
}

/** Several samples from one enterprise resemble each other: variance grows by 1 + (m − 1)ρ. */
export interface Clusters {
  readonly size: number
  readonly correlation: number
}

export const designEffect = ({ size, correlation }: Clusters): number => 1 + (size - 1) * correlation

/**
 * Who stands for a stratum: itself; without samples other size classes of the same region and division, by their samples; else
 * the same division in other regions, by weight. The shares of the donors add to 1; no donors, and it stays uncovered.
 */
function donorsOf(strata: readonly Stratum[], at: number): readonly (readonly [number, number])[] {
  const own = strata[at]!
  if (own.n > 0) return [[at, 1]]
  const sampled = [...strata.keys()].filter((other) => strata[other]!.n > 0 && strata[other]!.division === own.division)
  const near = sampled.filter((other) => strata[other]!.region === own.region)
  const share = near.length > 0 ? (s: Stratum): number => s.n : (s: Stratum): number => Number(s.weight)
  const chosen = near.length > 0 ? near : sampled
  const total = chosen.reduce((sum, other) => sum + share(strata[other]!), 0)
  return total > 0 ? chosen.map((other) => [other, share(strata[other]!) / total] as const) : []
}

/** p(1 − p)/(n − 1); where all or none conform, or n is 1, the plug-in of Agresti and Coull, so that the interval does not collapse. */
function varianceOf({ n, conforming, population }: Stratum): number {
  const finite = population ? Math.max(0, 1 - n / population) : 1
  if (n > 1 && conforming > 0 && conforming < n) return (finite * (conforming / n) * (1 - conforming / n)) / (n - 1)
  const { share, of } = agrestiCoull(conforming, n)
  return (finite * share * (1 - share)) / of
}

/**
 * P = Σ V p / Σ V over the strata asked for, with its normal interval. Regions, divisions and the nation are the same sum over
 * other strata, so both paths give one figure. Strata must have weights that are not negative and conforming ≤ n.
 */
export function passRate(
  strata: readonly Stratum[],
  options: { readonly of?: (stratum: Stratum) => boolean; readonly clusters?: Clusters; readonly level?: number } = {},
): Rated {
  const { of = () => true, clusters = { size: 1, correlation: 0 }, level = 0.95 } = options
  for (const { weight, n, conforming } of strata)
    assert(Number(weight) >= 0 && conforming >= 0 && conforming <= n, 'a stratum has a weight and no more conforming than sampled')
  const load = new Array<number>(strata.length).fill(0)
  let [total, imputed, uncovered, n] = [0, 0, 0, 0]
  strata.forEach((stratum, at) => {
    if (!of(stratum)) return
    const weight = Number(stratum.weight)
    const donors = donorsOf(strata, at)
    n += stratum.n
    total += weight
    if (donors.length === 0) uncovered += weight
    else if (stratum.n === 0) imputed += weight
    for (const [donor, share] of donors) load[donor]! += weight * share
  })
  const covered = total - uncovered
  let [rate, variance] = [0, 0]
  load.forEach((weight, at) => {
    if (weight === 0) return
    rate += (weight / covered) * (strata[at]!.conforming / strata[at]!.n)
    variance += (weight / covered) ** 2 * varianceOf(strata[at]!)
  })
  const shares = { n, imputed: total > 0 ? imputed / total : 0, uncovered: total > 0 ? uncovered / total : 1 }
  if (covered <= 0) return { rate: Number.NaN, standardError: Number.NaN, low: 0, high: 1, ...shares }
  const standardError = Math.sqrt(variance * designEffect(clusters))
  const reach = normalQuantile((1 + level) / 2) * standardError
  return { rate, standardError, low: Math.max(0, rate - reach), high: Math.min(1, rate + reach), ...shares }
}

/**
 * Hájek's estimate of the population's rate from samples with unequal chances of inclusion: Σ y/π ÷ Σ 1/π. The only way by which
 * a risk-directed check may speak of a population, and only when every unit had a chance above zero.
 */
export function reweightedRate(samples: readonly { readonly conforming: boolean; readonly chance: number }[], level = 0.95): Rated {
  assert(samples.every(({ chance }) => chance > 0 && chance <= 1), 'a chance of inclusion lies above 0 and not above 1')
  const n = samples.length
  const size = samples.reduce((sum, { chance }) => sum + 1 / chance, 0)
  const shares = { n, imputed: 0, uncovered: n > 0 ? 0 : 1 }
  if (n < 2) return { rate: Number.NaN, standardError: Number.NaN, low: 0, high: 1, ...shares }
  const rate = samples.reduce((sum, { conforming, chance }) => sum + (conforming ? 1 / chance : 0), 0) / size
  const squares = samples.reduce((sum, { conforming, chance }) => sum + (1 - chance) * (((conforming ? 1 : 0) - rate) / chance) ** 2, 0)
  const standardError = Math.sqrt(((n / (n - 1)) * squares) / (size * size))
  const reach = normalQuantile((1 + level) / 2) * standardError
  return { rate, standardError, low: Math.max(0, rate - reach), high: Math.min(1, rate + reach), ...shares }
}

export interface SpotCheck {
  readonly batches: number
  readonly failedBatches: number
  readonly enterprises: number
  /** Enterprises with at least one batch that failed. */
  readonly failedEnterprises: number
}

export interface SpotRates {
  /** Share of batches that passed; null for a risk-directed plan, which has none. */
  readonly passed: (Interval & { readonly rate: number }) | null
  /** Share of batches that failed: 不合格率, and under a risk-directed plan 不合格发现率, a fact about the plan alone. */
  readonly failed: number
  readonly failedEnterprises: number
  readonly name: Words
}

/** The rates of one plan in the words of its frame: an interval only where chance chose the samples. */
export function spotCheckRates(check: SpotCheck, frame: Frame, legal = false): SpotRates {
  const passed = check.batches - check.failedBatches
  const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole)
  const interval = (legal ? clopperPearson : wilson)(passed, check.batches)
  return {
    passed: frame === 'risk-directed' ? null : { rate: share(passed, check.batches), ...interval },
    failed: share(check.failedBatches, check.batches),
    failedEnterprises: share(check.failedEnterprises, check.enterprises),
    name: frame === 'risk-directed' ? words('不合格发现率', 'Rate of discovery') : words('抽查不合格率', 'Rate of nonconforming batches'),
  }
}

/** Why figures of these frames cannot stand in one rate; null when they can. */
export function frameFault(frames: readonly Frame[]): Words | null {
  const unlike = [...new Set(frames)]
  return unlike.length < 2 ? null : fill(unlikeFrames, { frames: unlike.join(', ') })
}
const unlikeFrames = words(
  '样本来自不同的抽样框（{frames}），不能合并为一个合格率；按入样概率加权后方可推断总体',
  'The samples come from unlike frames ({frames}) and make no single rate; a population is estimated only by chance of inclusion',
)

/** A target is met, or missed, only when the whole interval is on that side. */
export const judge = (target: number, { low, high }: Interval): 'met' | 'missed' | 'undecided' =>
  low >= target ? 'met' : high < target ? 'missed' : 'undecided'

/** Samples needed for an interval of ± this half-width around an expected rate, by simple random sampling times the design effect. */
export const samplesFor = (halfWidth: number, rate: number, effect = 1, level = 0.95): number =>
  Math.ceil((normalQuantile((1 + level) / 2) ** 2 * rate * (1 - rate) * effect) / halfWidth ** 2)
