// Distributions that intervals, limits and p-values stand on: normal, gamma, beta, Student, and the four of counts.
import { assert } from './refusal.ts'

const lnRootTwoPi = 0.918938533204672741780329736406
const enough = 1e-16

/** ln Γ(x) − Stirling's first term, for x ≥ 10 (DLMF 5.11.1; the next term is below 1e-17). */
function stirlingTail(x: number): number {
  const s = 1 / (x * x)
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / x
}

/** ln Γ(x), x > 0: Stirling's series, reached from below by Γ(x + 1) = xΓ(x). */
export function logGamma(x: number): number {
  assert(x > 0, 'the logarithm of the gamma function is asked above zero')
  let [product, at] = [1, x]
  for (; at < 10; at++) product *= at
  return (at - 0.5) * Math.log(at) - at + lnRootTwoPi + stirlingTail(at) - Math.log(product)
}

/** ψ(x), x > 0: derivative of ln Γ (DLMF 5.11.2, 5.5.2). */
export function digamma(x: number): number {
  let [sum, at] = [0, x]
  for (; at < 10; at++) sum -= 1 / at
  const s = 1 / (at * at)
  return sum + Math.log(at) - 0.5 / at - s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))))
}

/** ln Γ(n + 1) without Stirling's approximation of it: what the approximation leaves. */
const stirlingError = (n: number): number =>
  n >= 10 ? stirlingTail(n) : logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - lnRootTwoPi

/** x ln(x/m) + m − x without cancellation where x is near m (Loader 2000, saddle-point form of the counts). */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x
  const v = (x - m) / (x + m)
  let [sum, term] = [(x - m) * v, 2 * x * v]
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = sum + term / j
    if (next === sum) return sum
    sum = next
  }
}

/** Poisson probability of `k` at mean `m`; `k` may be any number ≥ 0, which the gamma functions need. */
export function poissonMass(k: number, m: number): number {
  if (m === 0) return k === 0 ? 1 : 0
  if (k === 0) return Math.exp(-m)
  return Math.exp(-stirlingError(k) - deviance(k, m)) / Math.sqrt(2 * Math.PI * k)
}

/** Binomial probability of `k` of `n` at chance `p`; `k` and `n` may be any numbers ≥ 0, which the beta function needs. */
export function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0
  if (p === 0 || p === 1) return k === n * p ? 1 : 0
  if (k === 0) return Math.exp(n * Math.log1p(-p))
  if (k === n) return Math.exp(n * Math.log(p))
  const q = 1 - p
  const lead = stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * q)
  return Math.exp(lead) * Math.sqrt(n / (2 * Math.PI * k * (n - k)))
}

/** Lentz's evaluation of b0 + a1/(b1 + a2/(b2 + …)) until a factor is 1. */
function continued(first: number, term: (j: number) => readonly [number, number]): number {
  let [value, c, d] = [first || 1e-300, first || 1e-300, 0]
  for (let j = 1; j < 1e6; j++) {
    const [a, b] = term(j)
    d = 1 / (b + a * d || 1e-300)
    c = b + a / c || 1e-300
    value *= c * d
    if (Math.abs(c * d - 1) <= 4 * enough) break
  }
  return value
}

/** Lower and upper part of the regularised incomplete gamma function, P and Q of DLMF 8.2.4; the smaller is exact. */
function gammaParts(x: number, shape: number): readonly [number, number] {
  if (x <= 0) return [0, 1]
  if (x === Infinity) return [1, 0]
  if (x < shape + 1) {
    let [sum, term] = [1, 1]
    for (let n = 1; term > sum * enough; n++) sum += term *= x / (shape + n)
    const low = poissonMass(shape, x) * sum
    return [low, 1 - low]
  }
  const high = (poissonMass(shape, x) * shape) / continued(x + 1 - shape, (j) => [j * (shape - j), x + 2 * j + 1 - shape])
  return [1 - high, high]
}

/** P(X ≤ x) and P(X > x) of a gamma variable of this shape and rate 1. */
export const gammaCdf = (x: number, shape: number): number => gammaParts(x, shape)[0]
export const gammaUpper = (x: number, shape: number): number => gammaParts(x, shape)[1]

/** P(X ≤ x) of a beta variable: the regularised incomplete beta function (DLMF 8.17.22). */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a)
  const fraction = continued(1, (j) => {
    const m = j >> 1
    const top = j % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m)
    return [(top * x) / ((a + j - 1) * (a + j)), 1]
  })
  return (binomialMass(a, a + b, x) * b) / (a + b) / fraction
}

/** Where a rising function passes `wanted`: a bracketed search, by false position and halving in turn, to the last bit. */
function inverse(rising: (x: number) => number, wanted: number, from: number, to: number): number {
  let [low, high, below, above] = [from, to, rising(from) - wanted, rising(to) - wanted]
  for (let turn = 0; turn < 400; turn++) {
    const guess = low - (below * (high - low)) / (above - below)
    const x = turn % 3 < 2 && guess > low && guess < high ? guess : low + (high - low) / 2
    if (x === low || x === high) break
    const gap = rising(x) - wanted
    if (gap === 0) return x
    // The end that stays weighs half, so that false position does not creep (Illinois).
    if (gap < 0) [low, below, above] = [x, gap, above / (turn % 3 === 1 ? 2 : 1)]
    else [high, above, below] = [x, gap, below / (turn % 3 === 1 ? 2 : 1)]
    if (high - low <= 2e-16 * Math.abs(x)) break
  }
  return low + (high - low) / 2
}

/** Refuses what is not a probability strictly between 0 and 1. */
const isOpen = (p: number): void => assert(p > 0 && p < 1, 'a quantile is asked at a probability between 0 and 1')

export function betaQuantile(p: number, a: number, b: number): number {
  isOpen(p)
  return inverse((x) => betaCdf(x, a, b), p, 0, 1)
}

/** Quantile of a gamma variable of this shape and rate 1; sought on the logarithm, since small shapes reach far down. */
export function gammaQuantile(p: number, shape: number): number {
  isOpen(p)
  let [low, high] = [Math.log(shape), Math.log(shape + 1)]
  while (gammaCdf(Math.exp(low), shape) > p) low -= 2 + 4 / shape
  while (gammaCdf(Math.exp(high), shape) < p) high += 1
  return Math.exp(inverse((x) => gammaCdf(Math.exp(x), shape), p, low, high))
}

/** Φ(z), exact in the lower tail as well: erfc is an incomplete gamma function. */
export const normalCdf = (z: number): number => (z < 0 ? 0.5 * gammaUpper((z * z) / 2, 0.5) : 1 - 0.5 * gammaUpper((z * z) / 2, 0.5))

const quantiles = new Map<number, number>()
/** Φ⁻¹(p). */
export function normalQuantile(p: number): number {
  isOpen(p)
  if (p > 0.5) return -normalQuantile(1 - p)
  const known = quantiles.get(p) ?? inverse(normalCdf, p, -40, 0)
  if (quantiles.size < 100) quantiles.set(p, known)
  return known
}

/** P(T ≤ t) of Student's distribution; the degrees of freedom may be any number above zero. */
export function studentCdf(t: number, freedom: number): number {
  const tail = 0.5 * betaCdf(freedom / (freedom + t * t), freedom / 2, 0.5)
  return t < 0 ? tail : 1 - tail
}

export function studentQuantile(p: number, freedom: number): number {
  isOpen(p)
  if (p === 0.5) return 0
  if (p < 0.5) return -studentQuantile(1 - p, freedom)
  if (freedom === Infinity) return normalQuantile(p)
  const y = betaQuantile(2 * p - 1, 0.5, freedom / 2)
  return Math.sqrt((freedom * y) / (1 - y))
}

/** P(X > x) of chi-square: the p-value of a test. */
export const chiSquareUpper = (x: number, freedom: number): number => gammaUpper(x / 2, freedom / 2)

/** P(X ≤ k) of `n` trials at chance `p`. */
export const binomialCdf = (k: number, n: number, p: number): number => (k < 0 ? 0 : k >= n ? 1 : betaCdf(1 - p, n - k, k + 1))

export const poissonCdf = (k: number, m: number): number => (k < 0 ? 0 : gammaUpper(m, Math.floor(k) + 1))

/** P(X ≤ k) of bad units among `n` drawn without replacement from `lot` of which `bad` are bad. */
export function hypergeometricCdf(k: number, n: number, lot: number, bad: number): number {
  let sum = 0
  for (let i = Math.max(0, n - (lot - bad)); i <= Math.min(k, n, bad); i++) sum += hypergeometricMass(i, n, lot, bad)
  return Math.min(1, sum)
}

function hypergeometricMass(k: number, n: number, lot: number, bad: number): number {
  const p = n / lot
  if (p === 1) return k === bad ? 1 : 0
  return (binomialMass(k, bad, p) * binomialMass(n - k, lot - bad, p)) / binomialMass(n, lot, p)
}

/** Negative binomial probability of `k` at this size (any number above zero) and success chance: variance is mean/chance. */
export const negativeBinomialMass = (k: number, size: number, chance: number): number =>
  (size / (size + k)) * binomialMass(size, size + k, chance)

/** The least count whose distribution function reaches `p`. */
export function negativeBinomialQuantile(p: number, size: number, chance: number): number {
  isOpen(p)
  let step = 1
  while (betaCdf(chance, size, step) < p) step *= 2
  let [low, high] = [-1, step - 1]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (betaCdf(chance, size, middle + 1) < p) low = middle
    else high = middle
  }
  return high
}
