// 小区域估计: rates of counties drawn towards the mean the more, the fewer they rest on (empirical Bayes, Marshall 1991).
import { gammaQuantile } from '../../../kernel/distribution.ts'

export interface AreaCount {
  readonly area: string
  /** Events, and what they are counted over: samples, enterprises, persons. */
  readonly events: number
  readonly of: number
}

export interface AreaRate {
  readonly area: string
  readonly of: number
  /** Events over base; null without a base, for missing is not zero. */
  readonly raw: number | null
  /** Share of the area's own rate in the estimate, 0 to 1. */
  readonly own: number
  readonly estimate: number
  /** Between these lies the area's rate with 95 % by the same model. */
  readonly low: number
  readonly high: number
  /** The raw rate rests on too little to be shown by itself. */
  readonly onlyEstimate: boolean
}

export interface SmallAreas {
  readonly mean: number
  /** Variance between areas beyond chance; 0 gives every area the mean. */
  readonly between: number
  readonly areas: readonly AreaRate[]
}

/** The middle 95 % of a gamma of this shape and rate. */
export const gammaInterval = (shape: number, rate: number): { readonly low: number; readonly high: number } => ({
  low: gammaQuantile(0.025, shape) / rate,
  high: gammaQuantile(0.975, shape) / rate,
})

/**
 * θ_i = m + C_i (r_i − m), C_i = A / (A + m/n_i). Null where no area has a base. `least` is the base below which a raw rate is not shown.
 * That is the mean of a gamma of shape m²/A + events and rate m/A + base, whose middle gives the interval; where areas differ no more
 * than by chance it is that of the one rate of all (shape ½ + all events, after Jeffreys).
 */
export function smallAreas(counts: readonly AreaCount[], least: number): SmallAreas | null {
  const known = counts.filter(({ of }) => of > 0)
  const base = known.reduce((sum, { of }) => sum + of, 0)
  if (base === 0) return null
  const all = known.reduce((sum, { events }) => sum + events, 0)
  const mean = all / base
  const spread = known.reduce((sum, { events, of }) => sum + of * (events / of - mean) ** 2, 0) / base
  const between = Math.max(0, spread - mean / (base / known.length))
  const ofAll = gammaInterval(0.5 + all, base)
  const areas = counts.map(({ area, events, of }) => {
    const raw = of > 0 ? events / of : null
    const own = raw === null || between === 0 ? 0 : between / (between + mean / of)
    const around = between === 0 ? ofAll : gammaInterval(mean ** 2 / between + (of > 0 ? events : 0), mean / between + Math.max(of, 0))
    return { area, of, raw, own, estimate: mean + own * ((raw ?? mean) - mean), ...around, onlyEstimate: of < least }
  })
  return { mean, between, areas }
}
