// 数值修约: rounding of exact decimals by GB/T 8170-2008, half to even and in one step, on strings and never on binary floats.
import { Decimal } from 'decimal.js'
import { assert } from './refusal.ts'

const plainDecimal = /^-?\d+(\.\d+)?$/
/** Digits that a binary float carries without loss. */
const safeDigits = 15

/** The value written with digits and a point only; an exponent is written out. Fails on what is not a decimal. */
export function plainly(value: string): string {
  if (plainDecimal.test(value)) return value
  assert(/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(value), `a decimal was expected, not “${value}”`)
  return new Decimal(value).toFixed()
}

/** Digits after the point as written: `1.50` has 2. */
export function decimalPlaces(value: string): number {
  const plain = plainly(value)
  const point = plain.indexOf('.')
  return point < 0 ? 0 : plain.length - point - 1
}

/** The value times 10^places as an integer; `places` must not be fewer than the value has. */
export function toScaled(value: string, places: number): bigint {
  const plain = plainly(value)
  const point = plain.indexOf('.')
  const written = point < 0 ? 0 : plain.length - point - 1
  assert(written <= places, `${value} has more than ${places} decimal places`)
  const digits = point < 0 ? plain : plain.slice(0, point) + plain.slice(point + 1)
  return BigInt(digits + '0'.repeat(places - written))
}

/** The decimal whose scaled form is `scaled`; trailing zeros are kept. */
export function fromScaled(scaled: bigint, places: number): string {
  const negative = scaled < 0n
  const digits = (negative ? -scaled : scaled).toString().padStart(places + 1, '0')
  const split = digits.length - places
  return (negative ? '-' : '') + digits.slice(0, split) + (places > 0 ? `.${digits.slice(split)}` : '')
}

/** The same number without trailing zeros after the point. */
export function trimZeros(value: string): string {
  const plain = plainly(value)
  const short = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
  return short === '-0' ? '0' : short
}

const oneMore = (digits: string): string =>
  (digits.length <= safeDigits ? String(Number(digits) + 1) : (BigInt(digits) + 1n).toString()).padStart(digits.length, '0')

/** Whether the digits that fall away carry into the digits that stay. */
function carries(kept: string, dropped: string): boolean {
  const first = dropped.charCodeAt(0) - 48
  if (first !== 5) return first > 5
  for (let place = 1; place < dropped.length; place++) if (dropped.charCodeAt(place) !== 48) return true
  return kept.charCodeAt(kept.length - 1) % 2 === 1
}

/**
 * Rounds half to even (四舍六入五成双). Trailing zeros are kept, since they say to which place the value was rounded;
 * there is no negative zero. Fewer than no places rounds to tens, hundreds and so on.
 * Source: GB/T 8170-2008, clause 3.2; round once from the measured value, never from a rounded one (clause 3.3).
 */
export function roundHalfEven(value: string, places: number): string {
  const plain = plainly(value)
  if (places < 0) return roundToTens(plain, -places)
  const negative = plain.charCodeAt(0) === 45
  const point = plain.indexOf('.')
  let whole = plain.slice(negative ? 1 : 0, point < 0 ? undefined : point)
  if (whole.length > 1 && whole.charCodeAt(0) === 48) whole = whole.replace(/^0+(?=\d)/, '')
  const fraction = point < 0 ? '' : plain.slice(point + 1)
  let digits = whole + fraction.slice(0, places).padEnd(places, '0')
  if (fraction.length > places && carries(digits, fraction.slice(places))) digits = oneMore(digits)
  const split = digits.length - places
  const unsigned = places > 0 ? `${digits.slice(0, split)}.${digits.slice(split)}` : digits
  return negative && /[1-9]/.test(digits) ? `-${unsigned}` : unsigned
}

function roundToTens(plain: string, zeros: number): string {
  const places = decimalPlaces(plain)
  const tens = roundQuotient(toScaled(plain, places), 10n ** BigInt(places + zeros), 0)
  return tens === '0' ? tens : tens + '0'.repeat(zeros)
}

/** Rounds a quotient of integers half to even in one step: a mean is never rounded twice (GB/T 8170-2008, 3.3). */
export function roundQuotient(numerator: bigint, denominator: bigint, places: number): string {
  assert(denominator !== 0n, 'a quotient needs a divisor other than zero')
  const negative = numerator < 0n !== denominator < 0n
  const above = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places)
  const below = denominator < 0n ? -denominator : denominator
  const whole = above / below
  const twice = (above % below) * 2n
  const rounded = twice > below || (twice === below && whole % 2n === 1n) ? whole + 1n : whole
  return fromScaled(negative ? -rounded : rounded, places)
}

/** Orders two decimals by value: negative when the first is smaller, 0 when they are equal. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0
  if (left.length <= safeDigits && right.length <= safeDigits) {
    const [first, second] = [Number(plainly(left)), Number(plainly(right))]
    return first < second ? -1 : first > second ? 1 : 0
  }
  const places = Math.max(decimalPlaces(left), decimalPlaces(right))
  const [first, second] = [toScaled(left, places), toScaled(right, places)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** 全数值比较法 compares the value as it is; 修约值比较法 first rounds it to the places of the limit. */
export type LimitComparison = 'exact' | 'rounded'

/**
 * Orders a measured value against a limit: 1 is above. Without a word in the standard the value is not rounded.
 * Source: GB/T 8170-2008, clauses 4.3.1 to 4.3.3.
 */
export function compareWithLimit(value: string, limit: string, comparison: LimitComparison = 'exact'): -1 | 0 | 1 {
  return compareDecimals(comparison === 'rounded' ? roundHalfEven(value, decimalPlaces(limit)) : value, limit)
}
