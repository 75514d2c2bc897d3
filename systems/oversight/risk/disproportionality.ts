// 比例失衡: whether a defect is reported more with one product than with the others: PRR, ROR, information component, EBGM.
import { digamma, gammaCdf, logGamma, normalQuantile } from '../../../kernel/distribution.ts'
import { words } from '../../../kernel/words.ts'
import type { Term } from './alarm.ts'

/** Reports by product and defect: both, product with another defect, another product with the defect, neither. */
export interface FourFold {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The parameter `risk.disproportionality`: what is called a signal (Evans 2001 for PRR; the others as is usual). */
export interface SignalRules {
  readonly leastReports: number
  readonly prr: number
  readonly chiSquare: number
  readonly rorLowAbove: number
  readonly icLowAbove: number
  readonly eb05: number
}

export const expectedReports = ({ a, b, c, d }: FourFold): number => ((a + b) * (a + c)) / (a + b + c + d)

/** An interval on the logarithm; null where a cell it divides by is empty, since the ratio is then not estimable. */
function ratio(value: number, variance: number, level: number): Estimate | null {
  if (!Number.isFinite(value) || !Number.isFinite(variance) || value <= 0) return null
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach) }
}

/** Proportional reporting ratio: the defect's share in the product's reports over its share in the others'. */
export const prr = ({ a, b, c, d }: FourFold, level = 0.95): Estimate | null =>
  ratio(a / (a + b) / (c / (c + d)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d), level)

/** Reporting odds ratio. */
export const ror = ({ a, b, c, d }: FourFold, level = 0.95): Estimate | null =>
  ratio((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, level)

/** Chi-square of independence with Yates's correction, or without. */
export function chiSquare({ a, b, c, d }: FourFold, yates = true): number {
  const n = a + b + c + d
  const gap = Math.max(0, Math.abs(a * d - b * c) - (yates ? n / 2 : 0))
  return (n * gap * gap) / ((a + b) * (c + d) * (a + c) * (b + d))
}

/** Information component, shrunk by half a report, with the approximate 95 % bounds of Norén et al. (2013). */
export function informationComponent(cells: FourFold): Estimate {
  const [seen, expected] = [cells.a + 0.5, expectedReports(cells) + 0.5]
  const value = Math.log2(seen / expected)
  return { value, low: value - 3.3 * seen ** -0.5 - 2 * seen ** -1.5, high: value + 2.4 * seen ** -0.5 - 0.5 * seen ** -1.5 }
}

/** Prior of the true ratio over all pairs: a mixture of two gamma distributions (DuMouchel 1999). */
export interface RatioPrior {
  readonly shape1: number
  readonly rate1: number
  readonly shape2: number
  readonly rate2: number
  readonly share1: number
}

/** ln of the negative binomial chance of n reports where e are expected. */
const logChance = (n: number, e: number, shape: number, rate: number): number =>
  logGamma(shape + n) - logGamma(shape) - logGamma(n + 1) + shape * Math.log(rate / (rate + e)) + n * Math.log(e / (rate + e))

function logMixture(n: number, e: number, prior: RatioPrior): { readonly total: number; readonly first: number } {
  const one = Math.log(prior.share1) + logChance(n, e, prior.shape1, prior.rate1)
  const two = Math.log1p(-prior.share1) + logChance(n, e, prior.shape2, prior.rate2)
  const most = Math.max(one, two)
  const total = most + Math.log(Math.exp(one - most) + Math.exp(two - most))
  return { total, first: Math.exp(one - total) }
}

export interface ShrunkRatio extends Estimate {
  /** Chance that the pair belongs to the first part of the prior. */
  readonly first: number
}

/** Empirical Bayes geometric mean of the ratio, with its 5 % and 95 % points (EB05, EB95). */
export function ebgm(n: number, e: number, prior: RatioPrior): ShrunkRatio {
  const { first } = logMixture(n, e, prior)
  const [shape1, rate1, shape2, rate2] = [prior.shape1 + n, prior.rate1 + e, prior.shape2 + n, prior.rate2 + e]
  const log = first * (digamma(shape1) - Math.log(rate1)) + (1 - first) * (digamma(shape2) - Math.log(rate2))
  const below = (x: number): number => first * gammaCdf(x * rate1, shape1) + (1 - first) * gammaCdf(x * rate2, shape2)
  const point = (p: number): number => {
    let [low, high] = [0, 1]
    while (below(high) < p) high *= 2
    for (let turn = 0; turn < 100 && high - low > 1e-14 * high; turn++) {
      const middle = (low + high) / 2
      if (below(middle) < p) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  return { value: Math.exp(log), low: point(0.05), high: point(0.95), first }
}

/** Log-likelihood of a prior given reports and expectations of all pairs, those without a report too. */
export const priorLikelihood = (pairs: readonly { readonly n: number; readonly e: number }[], prior: RatioPrior): number =>
  pairs.reduce((sum, { n, e }) => sum + logMixture(n, e, prior).total, 0)

/** A pair with everything that is said of it; `signals` are the rules it meets. */
export interface PairFinding {
  readonly expected: number
  readonly prr: Estimate | null
  readonly ror: Estimate | null
  readonly ic: Estimate
  readonly ebgm: ShrunkRatio | null
  readonly signals: readonly ('PRR' | 'ROR' | 'IC' | 'EBGM')[]
  readonly terms: readonly Term[]
}

/** Judges one pair; the base rates stand among the terms, since a ratio says nothing without them. */
export function judgePair(cells: FourFold, rules: SignalRules, prior: RatioPrior | null): PairFinding {
  const { a, b, c, d } = cells
  const [n, expected, chi] = [a + b + c + d, expectedReports(cells), chiSquare(cells)]
  const found = { prr: prr(cells), ror: ror(cells), ic: informationComponent(cells), ebgm: prior && ebgm(a, expected, prior) }
  const enough = a >= rules.leastReports
  const meets = {
    PRR: enough && found.prr !== null && found.prr.value >= rules.prr && chi >= rules.chiSquare,
    ROR: enough && found.ror !== null && found.ror.low > rules.rorLowAbove,
    IC: found.ic.low > rules.icLowAbove,
    EBGM: found.ebgm !== null && found.ebgm.low >= rules.eb05,
  }
  const term = (symbol: keyof typeof said, value: number): Term => ({ symbol, words: said[symbol], value })
  const terms = [
    term('a', a), term('E', expected), term('a/E', a / expected), term('(a+b)/n', (a + b) / n), term('(a+c)/n', (a + c) / n),
    term('c/(c+d)', c / (c + d)), term('χ²', chi), ...(found.ebgm ? [term('EBGM', found.ebgm.value), term('EB05', found.ebgm.low)] : []),
  ]
  const signals = (Object.keys(meets) as (keyof typeof meets)[]).filter((method) => meets[method])
  return { expected, ...found, signals, terms }
}

const said = {
  a: words('该产品该缺陷的报告数', 'Reports of this defect with this product'),
  E: words('两者无关时预期的报告数', 'Reports expected if the two had nothing to do with each other'),
  'a/E': words('实际与预期之比', 'Observed over expected'),
  '(a+b)/n': words('该产品占全部报告的比例', 'Base rate: share of the product in all reports'),
  '(a+c)/n': words('该缺陷占全部报告的比例', 'Base rate: share of the defect in all reports'),
  'c/(c+d)': words('该缺陷在其他产品中的比例', 'Share of the defect with other products'),
  'χ²': words('卡方（耶茨校正）', 'Chi-square with Yates’s correction'),
  EBGM: words('经验贝叶斯几何均值', 'Empirical Bayes geometric mean'),
  EB05: words('其百分之五下限', 'Its lower bound at five per cent'),
} as const
