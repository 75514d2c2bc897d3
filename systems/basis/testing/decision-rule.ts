// 符合性判定: how likely a measured value conforms, the risk of a wrong statement, statements in four words (JCGM 106, ILAC-G8, JJF 1094).
import { normalCdf } from '../../../kernel/distribution.ts'
import { add, compareFractions, multiply, subtract, type Exact } from '../../../kernel/fraction.ts'
import { assert } from '../../../kernel/refusal.ts'
import { words, type Words } from '../../../kernel/words.ts'

/** Tolerance limits as decimals in the unit of the value; at least one. */
export interface Tolerance {
  readonly lower?: string
  readonly upper?: string
}

export type Statement = 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'

export const statements: Readonly<Record<Statement, Words>> = {
  pass: words('合格', 'Pass'),
  'conditional-pass': words('合格（条件）', 'Conditional pass'),
  'conditional-fail': words('不合格（条件）', 'Conditional fail'),
  fail: words('不合格', 'Fail'),
}

/** p_c = Φ((T_U − y)/u) − Φ((T_L − y)/u) (JCGM 106 7.5), u = U/k; all in one unit. */
export function conformanceProbability(y: number, u: number, tolerance: { readonly lower?: number; readonly upper?: number }): number {
  const high = tolerance.upper === undefined ? 1 : normalCdf((tolerance.upper - y) / u)
  return high - (tolerance.lower === undefined ? 0 : normalCdf((tolerance.lower - y) / u))
}

/** How far inside the nearest limit the value lies, exactly: negative outside. */
function inside(y: string, { lower, upper }: Tolerance): Exact {
  const gaps = [...(lower === undefined ? [] : [subtract(y, lower)]), ...(upper === undefined ? [] : [subtract(upper, y)])]
  assert(gaps.length > 0, 'a decision needs a limit')
  return gaps.reduce((least, gap) => (compareFractions(gap, least) < 0 ? gap : least))
}

/**
 * The statement in four words (ILAC-G8 4.2.3) with a guard band of `band` times U: surely inside, inside, outside, surely outside.
 * Value, limits and U are compared as the decimals they are written in; a value on a limit is inside it.
 */
export function statementOf(y: string, U: string, tolerance: Tolerance, band = '1'): Statement {
  const [room, guard] = [inside(y, tolerance), multiply(band, U)]
  if (compareFractions(room, guard) >= 0) return 'pass'
  if (compareFractions(room, '0') >= 0) return 'conditional-pass'
  return compareFractions(add(room, guard), '0') >= 0 ? 'conditional-fail' : 'fail'
}

/** Probability that a statement about one value is wrong: for a pass that it does not conform, for a fail that it does (JCGM 106 9.3.2). */
export function riskOf(passed: boolean, y: string, U: string, tolerance: Tolerance, k = 2): number {
  const conformance = conformanceProbability(Number(y), Number(U) / k, {
    ...(tolerance.lower === undefined ? {} : { lower: Number(tolerance.lower) }),
    ...(tolerance.upper === undefined ? {} : { upper: Number(tolerance.upper) }),
  })
  return passed ? 1 - conformance : conformance
}

/** The greatest risk of a value that this guard band accepts, one limit being near: Φ(−w/u) with w = band·U. */
export const greatestRisk = (band: number, k = 2): number => normalCdf(-band * k)

/** Measurement capability index T/(4u) and test uncertainty ratio T/(2U) of a tolerance interval of width T (JCGM 106 7.6). */
export const capabilityIndex = (width: number, u: number): number => width / (4 * u)
export const uncertaintyRatio = (width: number, U: number): number => width / (2 * U)

/** JJF 1094: limits may be applied without a guard band when U is at most a third of the permitted error. */
export const simpleAllowed = (U: string, permittedError: string): boolean => compareFractions(multiply(U, '3'), permittedError) <= 0
