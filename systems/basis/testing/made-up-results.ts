// 数据异常筛查: patterns that honest measuring hardly gives: they raise a check with its probability and reason, never a verdict.
import { chiSquareUpper, gammaCdf } from '../../../kernel/distribution.ts'
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
  /** Results that two reports must share before their likeness is looked at; different values in a series that comes again. */
  readonly leastAlike: number
  /** Units of the last place over which values must spread before their last digits say anything. */
  readonly leastSpread: number
}

export const patterns = {
  'last-digits': words('末位数字不均', 'Uneven last digits'),
  'first-digits': words('首位数字偏离', 'Unlikely first digits'),
  'too-even': words('平行样过于一致', 'Repeats agree too well'),
  copied: words('报告雷同', 'Reports alike'),
  series: words('结果序列重复', 'A series comes again'),
  'impossible-time': words('用时不足', 'Too little time'),
} as const
export type Pattern = keyof typeof patterns

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
 * `from` 1 leaves noughts out, where values are kept without their last nought.
 */
export function lastDigits(written: readonly string[], rules: ScreeningRules, from: 0 | 1 = 0): Check | null {
  const digits = written.filter((value) => /\d$/.test(value)).map((value) => Number(value.at(-1))).filter((digit) => digit >= from)
  if (digits.length < rules.leastDigits) return null
  const seen = Array.from({ length: 10 - from }, (_, at) => digits.filter((each) => each === at + from).length)
  const p = chiSquareUpper(chiSquareOf(seen, seen.map(() => digits.length / seen.length)), seen.length - 1)
  const at = seen.indexOf(Math.max(...seen))
  return found('last-digits', p, 1, rules, { n: digits.length, digit: at + from, share: Math.round((100 * seen[at]!) / digits.length) })
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

/** Chance that at least so many of some independent events of different chances come true, event by event. */
function chanceOfAtLeast(least: number, chances: readonly number[]): number {
  // At `k`: the chance that exactly k have come true so far; the last place gathers all from `least` on.
  let exactly = [1, ...new Array<number>(least).fill(0)]
  for (const p of chances)
    exactly = exactly.map((now, k) => now * (k === least ? 1 : 1 - p) + (k === 0 ? 0 : exactly[k - 1]! * p))
  return exactly[least]!
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
      const p = chanceOfAtLeast(alike, both.map((parameter) => rate.get(parameter)!))
      const check = found('copied', p, pairs, rules, { one: one.report, other: other.report, alike, both: both.length })
      return check.raised ? [{ ...check, pair: [one.report, other.report] as const }] : []
    }),
  )
}

/** One result of a series, as written. */
export interface InSeries {
  readonly report: string
  readonly value: string
}

interface Run {
  readonly first: number
  readonly again: number
  readonly length: number
  readonly different: number
}

/** The run of results that comes again later with the most different values; the two do not overlap. */
function longestRun(values: readonly string[]): Run | null {
  let best: Run | null = null
  const keep = (run: Omit<Run, 'different'>): void => {
    const most = best?.different ?? 1
    const different = run.length > most ? new Set(values.slice(run.first, run.again).slice(0, run.length)).size : 0
    if (different > most) best = { ...run, different }
  }
  for (let lag = 1; lag < values.length; lag++) {
    let start = 0
    for (let at = 0; at + lag <= values.length; at++) {
      const alike = at + lag < values.length && values[at] === values[at + lag]
      if (alike && at - start < lag) continue
      keep({ first: start, again: start + lag, length: at - start })
      start = alike ? at : at + 1
    }
  }
  return best
}

/**
 * Whether results of one parameter in the order of their analysis come again as a series: copied from an earlier batch. Two results agree
 * by chance with the rate q at which pairs of all agree; a run of m comes again somewhere with at most q^m for each pair of places.
 */
export function copiedSeries(results: readonly InSeries[], rules: ScreeningRules): Check | null {
  const run = results.length < 2 * rules.leastAlike ? null : longestRun(results.map(({ value }) => value))
  if (run === null || run.different < rules.leastAlike) return null
  const counts = new Map<string, number>()
  for (const { value } of results) counts.set(value, (counts.get(value) ?? 0) + 1)
  const pairs = (results.length * (results.length - 1)) / 2
  const q = [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0) / pairs
  const [one, other] = [results[run.first]!.report, results[run.again]!.report]
  return found('series', q ** run.length, pairs, rules, { one, other, alike: run.length })
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
  series: words(
    '自报告 {one} 起的 {alike} 个结果与自报告 {other} 起的依次相同，概率不大于 {p}。请核对原始记录和样品',
    'The {alike} results from report {one} on come again, one after another, from report {other} on, with a chance of at most {p}. Compare the raw records and the samples',
  ),
  'impossible-time': words(
    '报告 {report} 按 {method} 用时 {hours} 小时，少于方法所需的 {least} 小时',
    'Report {report} took {hours} hours by {method}, which needs {least}',
  ),
}
