// 能力验证: scores of laboratories in a round, and the robust mean and deviation they are measured against (ISO 13528, GB/T 28043).
import { words, type Words } from '../../../kernel/words.ts'

export type Performance = 'satisfactory' | 'questionable' | 'unsatisfactory'

export const performances: Readonly<Record<Performance, Words>> = {
  satisfactory: words('满意', 'Satisfactory'),
  questionable: words('有问题', 'Questionable'),
  unsatisfactory: words('不满意', 'Unsatisfactory'),
}

/** A result against the assigned value X with the standard deviation σ of the round; u and U are those of both, in one unit. */
export const zScore = (x: number, assigned: number, sigma: number): number => (x - assigned) / sigma
export const zPrime = (x: number, assigned: number, sigma: number, uAssigned: number): number =>
  (x - assigned) / Math.hypot(sigma, uAssigned)
export const zeta = (x: number, assigned: number, u: number, uAssigned: number): number => (x - assigned) / Math.hypot(u, uAssigned)
export const enScore = (x: number, assigned: number, U: number, UAssigned: number): number => (x - assigned) / Math.hypot(U, UAssigned)

/** For z, z′ and ζ: up to 2 satisfactory, from 3 unsatisfactory. */
export const performanceOf = (score: number): Performance =>
  Math.abs(score) <= 2 ? 'satisfactory' : Math.abs(score) < 3 ? 'questionable' : 'unsatisfactory'

/** For E_n: up to 1 satisfactory; there is no middle. */
export const performanceOfEn = (score: number): Performance => (Math.abs(score) <= 1 ? 'satisfactory' : 'unsatisfactory')

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Robust {
  readonly mean: number
  readonly deviation: number
}

/** The two factors as ISO 13528 rounds them: median deviation to σ, and what winsorising at 1.5 σ takes from a deviation. */
const isoFactors = { start: 1.483, winsorised: 1.134 }

/** Every step of algorithm A from its start, so that a page can show how outlying results lose their pull. */
export function algorithmA(values: readonly number[], factors = isoFactors): readonly Robust[] {
  const centre = median(values)
  const steps: Robust[] = [{ mean: centre, deviation: factors.start * median(values.map((x) => Math.abs(x - centre))) }]
  while (steps.length <= 500) {
    const { mean, deviation } = steps.at(-1)!
    const reach = 1.5 * deviation
    const drawn = values.map((x) => Math.min(mean + reach, Math.max(mean - reach, x)))
    const next = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
    const spread = factors.winsorised * Math.sqrt(drawn.reduce((sum, x) => sum + (x - next) ** 2, 0) / (drawn.length - 1))
    steps.push({ mean: next, deviation: spread })
    if (Math.abs(next - mean) < 1e-12 * Math.abs(next) && Math.abs(spread - deviation) <= 1e-12 * spread) break
  }
  return steps
}

/** Where algorithm A comes to rest; null for fewer than three results, from which no spread is robust. */
export const robust = (values: readonly number[]): Robust | null => (values.length < 3 ? null : algorithmA(values).at(-1)!)

/** Standard uncertainty of a robust mean of p results. */
export const consensusUncertainty = (deviation: number, p: number): number => (1.25 * deviation) / Math.sqrt(p)

/** The uncertainty of the assigned value may be left out of the score below 0.3 σ (ISO 13528 9.2.1). */
export const negligible = (uAssigned: number, sigma: number): boolean => uAssigned < 0.3 * sigma
