// 抽检特性曲线: the chance that a plan accepts a lot of a given quality, the quality it accepts so often, and plans that hold two points.
import {
  betaQuantile, binomialCdf, binomialMass, gammaQuantile, hypergeometricCdf, poissonCdf, poissonMass,
} from '../../../kernel/distribution.ts'
import { assert } from '../../../kernel/refusal.ts'

/**
 * How units come: `binomial` from a process, quality the share of nonconforming units; `poisson` nonconformities, quality their
 * number per unit; `hypergeometric` from one isolated lot (GB/T 2828.2), quality the share of its units.
 */
export type Law = 'binomial' | 'poisson' | 'hypergeometric'

export interface Counted {
  readonly law: Law
  /** Units in the lot; needed by the hypergeometric law only. */
  readonly lot?: number
}

/** Sample size and acceptance number. */
export interface Single {
  readonly n: number
  readonly accept: number
}

const badUnits = ({ lot }: Counted, quality: number): number => {
  assert(lot !== undefined, 'the hypergeometric law needs the size of the lot')
  return Math.round(lot * quality)
}

/** Probability of acceptance of a single plan. */
export function acceptance({ n, accept }: Single, quality: number, by: Counted): number {
  if (by.law === 'binomial') return binomialCdf(accept, n, quality)
  if (by.law === 'poisson') return poissonCdf(accept, n * quality)
  return hypergeometricCdf(accept, n, by.lot!, badUnits(by, quality))
}

/** A stage of a double or multiple plan: further units, and the cumulative numbers at which one accepts or rejects. */
export interface Stage extends Single {
  readonly reject: number
}

/** Probability of acceptance over all stages, and the average number of units inspected. */
export function stagedAcceptance(
  stages: readonly Stage[],
  quality: number,
  law: 'binomial' | 'poisson',
): { readonly acceptance: number; readonly averageUnits: number } {
  // The chance of having found so many and not yet having decided.
  let open = [1]
  let [accepted, averageUnits] = [0, 0]
  for (const { n, accept, reject } of stages) {
    averageUnits += n * open.reduce((sum, chance) => sum + chance, 0)
    const found = new Array<number>(reject).fill(0)
    open.forEach((chance, before) => {
      for (let more = 0; before + more < reject; more++)
        found[before + more]! += chance * (law === 'binomial' ? binomialMass(more, n, quality) : poissonMass(more, n * quality))
    })
    accepted += found.slice(0, accept + 1).reduce((sum, chance) => sum + chance, 0)
    open = found.map((chance, count) => (count > accept ? chance : 0))
  }
  return { acceptance: accepted, averageUnits }
}

/** The quality that a plan accepts with this probability: at 0.95 the producer's risk point, at 0.10 the consumer's. */
export function qualityAt({ n, accept }: Single, probability: number, law: 'binomial' | 'poisson'): number {
  if (law === 'poisson') return gammaQuantile(1 - probability, accept + 1) / n
  return accept >= n ? 1 : betaQuantile(1 - probability, accept + 1, n - accept)
}

/** A point that a curve must pass: at this quality, accepted with at least (producer) or at most (consumer) this probability. */
export interface CurvePoint {
  readonly quality: number
  readonly probability: number
}

const mostUnits = 100_000

/** The plan with the fewest units that gives producer and consumer what they ask; null when the lot or 100,000 units do not suffice. */
export function planFor(producer: CurvePoint, consumer: CurvePoint, by: Counted): Single | null {
  const most = by.law === 'hypergeometric' ? by.lot! : mostUnits
  let n = 1
  for (let accept = 0; accept < most; accept++) {
    n = Math.max(n, accept + 1)
    while (n <= most && acceptance({ n, accept }, consumer.quality, by) > consumer.probability) n += 1
    if (n > most) return null
    if (acceptance({ n, accept }, producer.quality, by) >= producer.probability) return { n, accept }
  }
  return null
}

/** Points of the curve for a chart and its table: evenly from 0 to where one lot in a thousand is accepted. */
export function curve(plan: Single, law: 'binomial' | 'poisson', points = 60): readonly CurvePoint[] {
  const end = qualityAt(plan, 0.001, law)
  return Array.from({ length: points + 1 }, (_, at) => {
    const quality = (end * at) / points
    return { quality, probability: acceptance(plan, quality, { law }) }
  })
}
