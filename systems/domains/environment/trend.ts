// 变化趋势: whether the years show a trend (Spearman's rank correlation, HJ 663 annex B), and a year against a fixed base.
import { compareFractions, divide, multiply, roundFraction, subtract, type Exact, type Fraction } from '../../../kernel/fraction.ts'
import { fill, words, type Words } from '../../../kernel/words.ts'

export interface TrendTable {
  readonly significance: string
  readonly fewestYears: number
  readonly places: number
  /** Critical value by number of years. */
  readonly critical: Readonly<Record<number, string>>
}

export interface Trend {
  readonly n: number
  /** Rank correlation r_s = 1 − 6Σd²/(N³ − N), as it is printed; null with too few years. */
  readonly correlation: string | null
  readonly critical: string | null
  /** Rising or falling when |r_s| reaches the critical value; otherwise no significant trend; null when not decidable. */
  readonly direction: 'rising' | 'falling' | 'none' | null
  readonly why: Words | null
}

/** Equal values share the mean of their ranks; ranks are doubled so that they stay whole. */
function doubledRanks(values: readonly string[]): bigint[] {
  return values.map((value) => {
    const below = values.filter((other) => compareFractions(other, value) < 0).length
    const equal = values.filter((other) => compareFractions(other, value) === 0).length
    return BigInt(2 * below + equal + 1)
  })
}

/** The trend of one figure over years, in any order of years; a year without a value is left out, never taken as zero. */
export function trendOf(table: TrendTable, years: readonly { readonly year: number; readonly value: string | null }[]): Trend {
  const known = years
    .filter((each): each is { year: number; value: string } => each.value !== null)
    .sort((left, right) => left.year - right.year)
  const n = known.length
  const critical = table.critical[n] ?? null
  if (n < table.fewestYears) {
    const why = fill(tooFewYears, { n, needed: table.fewestYears })
    return { n, correlation: null, critical: null, direction: null, why }
  }
  const exact = rankCorrelation(doubledRanks(known.map((each) => each.value)))
  const correlation = roundFraction(exact, table.places)
  if (critical === null) return { n, correlation, critical, direction: null, why: fill(noCriticalValue, { n }) }
  const direction = compareFractions(exact, critical) >= 0 ? 'rising' : compareFractions(exact, `-${critical}`) <= 0 ? 'falling' : 'none'
  return { n, correlation, critical, direction, why: null }
}

function rankCorrelation(doubled: readonly bigint[]): Fraction {
  const n = BigInt(doubled.length)
  // d is doubled as the ranks are, so its square is four times too large.
  const squares = doubled.reduce((sum, rank, place) => sum + (rank - 2n * BigInt(place + 1)) ** 2n, 0n)
  return subtract('1', { numerator: 6n * squares, denominator: 4n * (n ** 3n - n) })
}

const tooFewYears = words('只有 {n} 年的数据，少于 {needed} 年，不作趋势判断', 'There are {n} years where {needed} are needed to speak of a trend')
const noCriticalValue = words('没有 {n} 年的临界值', 'There is no critical value for {n} years')

/** A year against the fixed base of a target: change in per cent; below zero is less than the base. */
export const changeFromBase = (value: Exact, base: string, places = 1): string =>
  roundFraction(multiply(divide(subtract(value, base), base), '100'), places)

/** The value that a target of so many per cent against its fixed base asks for: base 108, −40 % gives 64.8. */
export const valueAsked = (base: string, changePercent: string, places = 1): string =>
  roundFraction(multiply(base, divide(subtract(changePercent, '-100'), '100')), places)
