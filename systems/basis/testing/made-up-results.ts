// 数据异常筛查: patterns that honest measuring hardly gives: they raise a check with its probability and reason, never a verdict.
import { binomialCdf, chiSquareUpper, gammaCdf } from '../../../kernel/distribution.ts'
import { fill, words, type Words } from '../../../kernel/words.ts'

/** The parameter `testing.screening`. */
export interface ScreeningRules {
  /** A check is raised when honest data would look so with less than this chance, all tests of one screening taken together. */
  readonly below: number
  readonly leastDigits: number
  readonly leastFirstDigits: number
  /** Powers of ten that values must span before their first digits say anything. */
  readonly decades: number
  readonly leastRepeats: number
  /** Results that two reports must share before their likeness is looked at. */
  readonly leastAlike: number
}

export type Pattern = 'last-digits' | 'first-digits' | 'too-even' | 'copied' | 'impossible-time'

export interface Check {
  readonly pattern: Pattern
  /** Chance of such a pattern, or a stronger one, in honest data; null where no chance is involved: it cannot be. */
  readonly p: number | null
  readonly raised: boolean
  readonly words: Words
}

const found = (pattern: Pattern, p: number, tests: number, rules: ScreeningRules, values: Record<string, unknown>): Check => {
  // Bonferroni: whoever looks at many pairs finds something.
  const all = Math.min(1, p * tests)
  return { pattern, p: all, raised: all < rules.below, words: fill(said[pattern], { ...values, p: all.toPrecision(2) }) }
}

function chiSquareOf(seen: readonly number[], expected: readonly number[]): number {
  return seen.reduce((sum, count, at) => sum + (count - expected[at]!) ** 2 / expected[at]!, 0)
}

/**
 * Last digits of values as written, all to the same place, with a spread of many units of that place: they are even (Mosimann 1995).
 * Null with too few values. Give values of one parameter and method; a scale that is read in steps of 2 or 5 is not to be screened.
 */
export function lastDigits(written: readonly string[], rules: ScreeningRules): Check | null {
  const digits = written.filter((value) => /\d$/.test(value)).map((value) => Number(value.at(-1)))
  if (digits.length < rules.leastDigits) return null
  const seen = Array.from({ length: 10 }, (_, digit) => digits.filter((each) => each === digit).length)
  const p = chiSquareUpper(chiSquareOf(seen, seen.map(() => digits.length / 10)), 9)
  const most = seen.indexOf(Math.max(...seen))
  return found('last-digits', p, 1, rules, { n: digits.length, digit: most, share: Math.round((100 * seen[most]!) / digits.length) })
}

/** First digits of amounts that span some powers of ten follow Benford's law; null where they do not span them or are few. */
export function firstDigits(values: readonly number[], rules: ScreeningRules): Check | null {
  const sizes = values.map(Math.abs).filter((x) => x > 0 && Number.isFinite(x))
  const spans = Math.log10(sizes.reduce((a, b) => Math.max(a, b), 0) / sizes.reduce((a, b) => Math.min(a, b), Infinity))
  if (sizes.length < rules.leastFirstDigits || !(spans >= rules.decades)) return null
  const seen = new Array<number>(9).fill(0)
  for (const x of sizes) seen[Number(x.toExponential()[0]) - 1]! += 1
  const expected = seen.map((_, at) => sizes.length * Math.log10(1 + 1 / (at + 1)))
  return found('first-digits', chiSquareUpper(chiSquareOf(seen, expected), 8), 1, rules, { n: sizes.length })
}

/**
 * Pairs of repeated determinations that agree better than the method can: Σ(a − b)²/(2σ_r²) against chi-square from below.
 * `repeatability` is the standard deviation of the method, in the unit of the values.
 */
export function tooEven(pairs: readonly (readonly [number, number])[], repeatability: number, rules: ScreeningRules): Check | null {
  if (pairs.length < rules.leastRepeats) return null
  const statistic = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0) / (2 * repeatability * repeatability)
  return found('too-even', gammaCdf(statistic / 2, pairs.length / 2), 1, rules, { n: pairs.length })
}

/** Results of one report by parameter, as written. */
export interface Reported {
  readonly report: string
  readonly results: Readonly<Record<string, string>>
}

export interface CopiedCheck extends Check {
  readonly pair: readonly [string, string]
}

/**
 * Pairs of reports of one product and method that share more results than chance gives. How often two reports agree on a parameter
 * is taken from all pairs; the parameters are taken to agree independently, so that common true values raise the bar by themselves.
 */
export function copied(reports: readonly Reported[], rules: ScreeningRules): readonly CopiedCheck[] {
  const parameters = new Set(reports.flatMap((each) => Object.keys(each.results)))
  const pairs = (reports.length * (reports.length - 1)) / 2
  const rate = new Map([...parameters].map((parameter) => {
    const counts = new Map<string, number>()
    for (const { results } of reports) if (parameter in results) counts.set(results[parameter]!, (counts.get(results[parameter]!) ?? 0) + 1)
    const [n, alike] = [...counts.values()].reduce(([all, same], count) => [all + count, same + count * (count - 1)], [0, 0])
    return [parameter, n > 1 ? alike / (n * (n - 1)) : 0]
  }))
  return reports.flatMap((one, at) =>
    reports.slice(at + 1).flatMap((other) => {
      const both = Object.keys(one.results).filter((parameter) => parameter in other.results)
      const alike = both.filter((parameter) => one.results[parameter] === other.results[parameter]).length
      if (both.length < rules.leastAlike || alike < rules.leastAlike) return []
      const mean = both.reduce((sum, parameter) => sum + rate.get(parameter)!, 0) / both.length
      const p = 1 - binomialCdf(alike - 1, both.length, mean)
      const check = found('copied', p, pairs, rules, { one: one.report, other: other.report, alike, both: both.length })
      return check.raised ? [{ ...check, pair: [one.report, other.report] as const }] : []
    }),
  )
}

/** One analysis: from reception to result, and the least time the method takes (incubation, drying, ageing), in hours. */
export interface TurnRound {
  readonly report: string
  readonly method: string
  readonly hours: number
  readonly least: number
}

/** Analyses that were done faster than their method allows: no chance is involved. */
export const impossibleTimes = (analyses: readonly TurnRound[]): readonly Check[] =>
  analyses
    .filter(({ hours, least }) => hours < least)
    .map((each) => ({ pattern: 'impossible-time', p: null, raised: true, words: fill(said['impossible-time'], { ...each }) }))

const said: Readonly<Record<Pattern, Words>> = {
  'last-digits': words(
    '{n} 个结果的末位数字分布不均，{digit} 占 {share}%；如实测量时这样偏离的概率为 {p}。请核对原始记录和读数分度',
    'The last digits of {n} results are uneven, {digit} being {share} % of them; honest readings would deviate so with chance {p}. Compare the raw records and the scale',
  ),
  'first-digits': words(
    '{n} 个数值的首位数字偏离本福特定律，概率为 {p}。请核对数据来源',
    'The first digits of {n} values depart from Benford’s law, with chance {p}. Ask where the data are from',
  ),
  'too-even': words(
    '{n} 对平行样的一致程度优于方法重复性，概率为 {p}。请核对是否真正做了平行测定',
    '{n} pairs of repeats agree better than the method repeats, with chance {p}. Ask whether they were measured twice',
  ),
  copied: words(
    '报告 {one} 与 {other} 的 {both} 项共同参数中有 {alike} 项结果完全相同，概率为 {p}。请核对是否为同一样品',
    'Reports {one} and {other} agree in {alike} of {both} shared results, with chance {p}. Ask whether it was one sample',
  ),
  'impossible-time': words(
    '报告 {report} 按 {method} 用时 {hours} 小时，少于方法所需的 {least} 小时',
    'Report {report} took {hours} hours by {method}, which needs {least}',
  ),
}
