// Exact fractions, so that a mean of decimals divided by a limit is rounded once, at the place where it is printed.
import { assert } from './refusal.ts'
import { decimalPlaces, roundQuotient, toScaled } from './rounding.ts'

/** A rational number; the denominator is positive. Not reduced: nothing here depends on it. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** An exact number: a decimal as it is written, or a fraction. */
export type Exact = string | Fraction

export function toFraction(value: Exact): Fraction {
  if (typeof value !== 'string') return value
  const places = decimalPlaces(value)
  return { numerator: toScaled(value, places), denominator: 10n ** BigInt(places) }
}

/** Half to even, one step (GB/T 8170-2008). */
export function roundFraction(value: Exact, places: number): string {
  const { numerator, denominator } = toFraction(value)
  return roundQuotient(numerator, denominator, places)
}

/** The least integer that is not smaller. */
export function ceiling(value: Exact): bigint {
  const { numerator, denominator } = toFraction(value)
  const whole = numerator / denominator
  return numerator > 0n && numerator % denominator !== 0n ? whole + 1n : whole
}

export function compareFractions(left: Exact, right: Exact): -1 | 0 | 1 {
  const [first, second] = [toFraction(left), toFraction(right)]
  const gap = first.numerator * second.denominator - second.numerator * first.denominator
  return gap < 0n ? -1 : gap > 0n ? 1 : 0
}

export function add(left: Exact, right: Exact): Fraction {
  const [first, second] = [toFraction(left), toFraction(right)]
  if (first.denominator === second.denominator) return { numerator: first.numerator + second.numerator, denominator: first.denominator }
  return {
    numerator: first.numerator * second.denominator + second.numerator * first.denominator,
    denominator: first.denominator * second.denominator,
  }
}

export function subtract(left: Exact, right: Exact): Fraction {
  const second = toFraction(right)
  return add(left, { numerator: -second.numerator, denominator: second.denominator })
}

export function multiply(left: Exact, right: Exact): Fraction {
  const [first, second] = [toFraction(left), toFraction(right)]
  return { numerator: first.numerator * second.numerator, denominator: first.denominator * second.denominator }
}

export function divide(left: Exact, right: Exact): Fraction {
  const second = toFraction(right)
  assert(second.numerator !== 0n, 'a division needs a divisor other than zero')
  const sign = second.numerator < 0n ? -1n : 1n
  return multiply(left, { numerator: sign * second.denominator, denominator: sign * second.numerator })
}

/** The arithmetic mean of decimals; null of none, for missing is not zero. */
export function mean(values: readonly string[]): Fraction | null {
  if (values.length === 0) return null
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0)
  return { numerator: total(values, places), denominator: BigInt(values.length) * 10n ** BigInt(places) }
}

/** The mean of exact numbers of any kind, such as the means of several cities. */
export function meanOfFractions(values: readonly Exact[]): Fraction | null {
  if (values.length === 0) return null
  const sum = values.reduce<Fraction>((running, value) => add(running, value), { numerator: 0n, denominator: 1n })
  return divide(sum, String(values.length))
}

/** The sum of decimals times 10^places; whole floats carry it while they are exact. */
function total(values: readonly string[], places: number): bigint {
  const scale = 10 ** places
  let [sum, running] = [0n, 0]
  for (const value of values) {
    if (value.length + places > 15) sum += toScaled(value, places)
    else running += Math.round(Number(value) * scale)
    if (Math.abs(running) > 2 ** 52) [sum, running] = [sum + BigInt(running), 0]
  }
  return sum + BigInt(running)
}
