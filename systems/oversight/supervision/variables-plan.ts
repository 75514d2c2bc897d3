// 计量抽样: acceptance by measured values: quality statistic, estimated share outside the limits, and plans that hold two points.
import { betaCdf, normalCdf, normalQuantile, poissonMass } from '../../../kernel/distribution.ts'
import type { CurvePoint } from './operating-curve.ts'

/** A sample of `n`: its mean, its standard deviation, or the one known of the process. Units are those of the limits. */
export interface Measured {
  readonly n: number
  readonly mean: number
  readonly deviation: number
  readonly known: boolean
}

export interface Limits {
  readonly lower?: number
  readonly upper?: number
}

/** Share outside one limit for a quality statistic Q = (U − x̄)/s, s- and σ-method (ISO 3951-1). */
export function shareBeyond(q: number, n: number, known: boolean): number {
  if (known) return 1 - normalCdf(q * Math.sqrt(n / (n - 1)))
  const half = n / 2 - 1
  return betaCdf(Math.max(0, 0.5 - (0.5 * q * Math.sqrt(n)) / (n - 1)), half, half)
}

/** Estimated share outside the limits: the sum of both sides. */
export function shareOutside(sample: Measured, limits: Limits): number {
  const beyond = (distance: number): number => shareBeyond(distance / sample.deviation, sample.n, sample.known)
  const below = limits.lower === undefined ? 0 : beyond(sample.mean - limits.lower)
  return below + (limits.upper === undefined ? 0 : beyond(limits.upper - sample.mean))
}

/** P(T > t) of Student's t with so many degrees of freedom (at least two) off centre by δ: over the spread of s, by Simpson's rule. */
function offCentreUpper(t: number, freedom: number, delta: number): number {
  const [from, to, steps] = [Math.max(0, 1 - 9 / Math.sqrt(2 * freedom)), 1 + 9 / Math.sqrt(freedom), 600]
  const height = (to - from) / steps
  let sum = 0
  for (let at = 0; at <= steps; at++) {
    const s = from + at * height
    const density = freedom * s * poissonMass(freedom / 2 - 1, (freedom * s * s) / 2)
    sum += (at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2) * density * normalCdf(delta - t * s)
  }
  return (sum * height) / 3
}

export interface VariablesPlan {
  readonly n: number
  /** The lot is accepted when Q ≥ k. */
  readonly k: number
  readonly known: boolean
}

/** Probability that a normal characteristic with this share beyond one limit is accepted. */
export function variablesAcceptance({ n, k, known }: VariablesPlan, quality: number): number {
  const distance = -normalQuantile(quality) * Math.sqrt(n)
  return known ? normalCdf(distance - k * Math.sqrt(n)) : offCentreUpper(k * Math.sqrt(n), n - 1, distance)
}

/** The k at which a sample of n gives the producer exactly what is asked: the chance falls as k grows. */
function constantFor(n: number, producer: CurvePoint, known: boolean): number {
  if (known) return -normalQuantile(producer.quality) - normalQuantile(producer.probability) / Math.sqrt(n)
  let [low, high] = [-10, 10]
  for (let turn = 0; turn < 60; turn++) {
    const k = (low + high) / 2
    if (variablesAcceptance({ n, k, known }, producer.quality) > producer.probability) low = k
    else high = k
  }
  return (low + high) / 2
}

/** The plan with the fewest units that gives producer and consumer what they ask. */
export function variablesPlanFor(producer: CurvePoint, consumer: CurvePoint, known: boolean): VariablesPlan | null {
  for (let n = known ? 2 : 3; n <= 2000; n++) {
    const plan = { n, k: constantFor(n, producer, known), known }
    if (variablesAcceptance(plan, consumer.quality) <= consumer.probability) return plan
  }
  return null
}
