// 百分位数: the percentile of a set of decimals by linear interpolation between ranks (HJ 663-2013, annex A; "type 7").
import { assert } from './refusal.ts'
import { decimalPlaces, fromScaled, toScaled, trimZeros } from './rounding.ts'

/**
 * The `percent`th percentile as an exact decimal, not rounded: with k = 1 + (n − 1)·p/100 and s = ⌊k⌋,
 * m = X(s) + (X(s+1) − X(s))·(k − s). Null of no values, for missing is not zero.
 * Source: HJ 663-2013, annex A (formula unverified against the printed text).
 */
export function percentile(values: readonly string[], percent: string): string | null {
  const percentPlaces = decimalPlaces(percent)
  const share = toScaled(percent, percentPlaces)
  const whole = 100n * 10n ** BigInt(percentPlaces)
  assert(share >= 0n && share <= whole, `a percentile lies between 0 and 100, not at ${percent}`)
  if (values.length === 0) return null
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0)
  const sorted = ascending(values, places)
  const position = BigInt(values.length - 1) * share
  const below = Number(position / whole)
  const part = position % whole
  const lower = sorted(below)
  const upper = part === 0n ? lower : sorted(below + 1)
  return trimZeros(fromScaled(lower * whole + (upper - lower) * part, places + percentPlaces + 2))
}

/** Gives the values times 10^places in ascending order; floats sort them as long as they hold them exactly. */
function ascending(values: readonly string[], places: number): (rank: number) => bigint {
  if (values.every((value) => value.length + places <= 15)) {
    const scale = 10 ** places
    const sorted = Float64Array.from(values, (value) => Math.round(Number(value) * scale)).sort()
    return (rank) => BigInt(sorted[rank] as number)
  }
  const sorted = values.map((value) => toScaled(value, places)).sort((left, right) => (left < right ? -1 : left > right ? 1 : 0))
  return (rank) => sorted[rank] as bigint
}
