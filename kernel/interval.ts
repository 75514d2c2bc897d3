// Intervals of a proportion: Wilson for showing, Clopper-Pearson where a legal decision rests on it, Jeffreys and Agresti-Coull.
import { betaQuantile, normalQuantile } from './distribution.ts'
import { assert } from './refusal.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Nothing was tried: anything is possible. */
const whole: Interval = { low: 0, high: 1 }

const check = (part: number, of: number, level: number): void =>
  assert(part >= 0 && part <= of && level > 0 && level < 1, `${part} of ${of} at level ${level} is no proportion`)

/** Wilson's score interval (Wilson 1927), 95 % unless said otherwise. */
export function wilson(part: number, of: number, level = 0.95): Interval {
  check(part, of, level)
  if (of === 0) return whole
  const z = normalQuantile((1 + level) / 2)
  const share = part / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  // At the ends the formula is 0 or 1 and only the float is not.
  return { low: part === 0 ? 0 : Math.max(0, middle - half), high: part === of ? 1 : Math.min(1, middle + half) }
}

/** The exact interval (Clopper and Pearson 1934): never covers less than it says; for decisions with legal effect. */
export function clopperPearson(part: number, of: number, level = 0.95): Interval {
  check(part, of, level)
  const tail = (1 - level) / 2
  return {
    low: part === 0 ? 0 : betaQuantile(tail, part, of - part + 1),
    high: part === of ? 1 : betaQuantile(1 - tail, part + 1, of - part),
  }
}

/** The share that is exceeded only with probability 1 − level given what was seen: one-sided and exact. */
export const upperBound = (part: number, of: number, level = 0.95): number => clopperPearson(part, of, 2 * level - 1).high

/** Jeffreys' interval: equal tails of Beta(part + ½, rest + ½), with the ends where nothing or all was hit. */
export function jeffreys(part: number, of: number, level = 0.95): Interval {
  check(part, of, level)
  const tail = (1 - level) / 2
  const [a, b] = [part + 0.5, of - part + 0.5]
  return { low: part === 0 ? 0 : betaQuantile(tail, a, b), high: part === of ? 1 : betaQuantile(1 - tail, a, b) }
}

/** Agresti and Coull's estimate: z²/2 hits and misses are added, so that a share of 0 or 1 keeps a variance. */
export function agrestiCoull(part: number, of: number, level = 0.95): { readonly share: number; readonly of: number } {
  check(part, of, level)
  const z = normalQuantile((1 + level) / 2)
  return { share: (part + (z * z) / 2) / (of + z * z), of: of + z * z }
}
