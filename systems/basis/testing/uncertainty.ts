// 测量不确定度: the law of propagation with correlations, effective degrees of freedom, expanded uncertainty (JCGM 100, JJF 1059.1).
import { studentQuantile } from '../../../kernel/distribution.ts'
import { assert } from '../../../kernel/refusal.ts'
import { plainly, roundHalfEven } from '../../../kernel/rounding.ts'

/** An input quantity in its own unit: estimate, standard uncertainty, degrees of freedom (`Infinity` when it is taken as known). */
export interface Quantity {
  readonly symbol: string
  readonly value: number
  readonly u: number
  readonly freedom: number
}

/** Correlation of two inputs by symbol, −1 to 1. */
export interface Correlation {
  readonly of: readonly [string, string]
  readonly r: number
}

export interface Contribution {
  readonly symbol: string
  /** Sensitivity ∂f/∂x and |c|·u in the unit of the result. */
  readonly sensitivity: number
  readonly u: number
}

export interface Combined {
  readonly value: number
  readonly u: number
  /** Welch and Satterthwaite; null with correlated inputs, for which the formula does not hold. */
  readonly freedom: number | null
  readonly contributions: readonly Contribution[]
}

/** The model of the measurement: takes the inputs in the order in which they are listed. */
export type Model = (...values: number[]) => number

/** Central difference over a hundredth of the standard uncertainty: exact for products, and to nine digits for smooth models. */
function sensitivityOf(model: Model, inputs: readonly Quantity[], at: number): number {
  const step = inputs[at]!.u / 100
  if (step === 0) return 0
  const shifted = (by: number): number => model(...inputs.map((input, n) => (n === at ? input.value + by : input.value)))
  return (shifted(step) - shifted(-step)) / (2 * step)
}

/** Combines the uncertainties of the inputs (JCGM 100 5.1.2, 5.2.2, G.4.1). */
export function combine(model: Model, inputs: readonly Quantity[], correlations: readonly Correlation[] = []): Combined {
  assert(inputs.every(({ u, freedom }) => u >= 0 && freedom > 0), 'an input has an uncertainty of 0 or more and degrees of freedom')
  const contributions = inputs.map((input, at) => {
    const sensitivity = sensitivityOf(model, inputs, at)
    return { symbol: input.symbol, sensitivity, u: Math.abs(sensitivity) * input.u }
  })
  const signed = new Map(contributions.map(({ symbol, sensitivity }, at) => [symbol, sensitivity * inputs[at]!.u]))
  const squares = contributions.reduce((sum, { u }) => sum + u * u, 0)
  const crossed = correlations.reduce((sum, { of: [one, two], r }) => {
    const [left, right] = [signed.get(one), signed.get(two)]
    assert(left !== undefined && right !== undefined && Math.abs(r) <= 1, `${one} and ${two} are inputs with a correlation of at most 1`)
    return sum + 2 * left * right * r
  }, 0)
  const u = Math.sqrt(Math.max(0, squares + crossed))
  const lost = contributions.reduce((sum, each, at) => sum + each.u ** 4 / inputs[at]!.freedom, 0)
  const freedom = correlations.some(({ r }) => r !== 0) ? null : lost > 0 ? u ** 4 / lost : Infinity
  return { value: model(...inputs.map((input) => input.value)), u, freedom, contributions }
}

export interface Expanded {
  readonly k: number
  readonly U: number
  readonly probability: number
}

/** U = k·u: k of Student's distribution at the effective degrees of freedom; without them that of the normal. */
export function expand({ u, freedom }: Pick<Combined, 'u' | 'freedom'>, probability = 0.95): Expanded {
  const k = studentQuantile((1 + probability) / 2, freedom ?? Infinity)
  return { k, U: k * u, probability }
}

/** Places after the point at which a number has this many significant digits; negative before the point. */
const placesFor = (value: number, digits: number): number => digits - 1 - Math.floor(Math.log10(Math.abs(value)))

/**
 * Result and expanded uncertainty as they are printed: U with two significant digits, the value to the same place
 * (JJF 1059.1 5.3.8; GB/T 8170). With U ≥ 100 the digits before the point stay.
 */
export function reported(value: number, U: number): { readonly value: string; readonly U: string } {
  assert(U > 0, 'an expanded uncertainty is above zero')
  const places = Math.max(0, placesFor(U, 2))
  return { value: roundHalfEven(plainly(String(value)), places), U: roundHalfEven(plainly(String(U)), places) }
}

/** Standard uncertainty of a mean of repeated readings (type A), with its degrees of freedom. */
export function typeA(symbol: string, readings: readonly number[]): Quantity {
  const n = readings.length
  assert(n > 1, 'a type A evaluation needs two readings')
  const value = readings.reduce((sum, x) => sum + x, 0) / n
  return { symbol, value, u: Math.sqrt(readings.reduce((sum, x) => sum + (x - value) ** 2, 0) / (n - 1) / n), freedom: n - 1 }
}

/** Correlation of two means of readings taken together (JCGM 100 5.2.3). */
export function observedCorrelation(one: readonly number[], two: readonly number[]): number {
  const [left, right] = [typeA('', one), typeA('', two)]
  const cross = one.reduce((sum, x, at) => sum + (x - left.value) * (two[at]! - right.value), 0)
  return cross / one.length / (one.length - 1) / (left.u * right.u)
}
