// What the results of one laboratory and product class show when they are screened together: patterns with their chance, never a verdict.
import { copied, copiedSeries, impossibleTimes, lastDigits, type Check, type Pattern, type ScreeningRules } from './made-up-results.ts'

/** A valid report as the register holds it, with the hours from reception to record of its order, where they are known. */
export interface ScreenedReport {
  readonly number: string
  readonly sample: string | null
  readonly analysed: string
  readonly hours: number | null
  readonly lines: readonly { readonly parameter: string; readonly method: string; readonly value: string }[]
}

export interface Finding {
  readonly pattern: Pattern
  readonly about: string
  /** Chance in honest data with all tests of the screening taken together; null where none is involved. */
  readonly p: string | null
  readonly zh: string
  readonly en: string
}

interface Asked extends Check {
  readonly about: string
}

/** A decimal without the noughts that only its column has. */
const bare = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0
/** `GB 18584-2001` is an edition of `GB 18584`. */
const withoutYear = (method: string): string => method.replace(/-\d{4}$/, '')

/** Values at the place at which most are written; none where they lie too near each other for their last digits to be even. */
function atOnePlace(values: readonly string[], rules: ScreeningRules): readonly string[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(placesOf(value), (counts.get(placesOf(value)) ?? 0) + 1)
  const [places = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  const kept = values.filter((value) => placesOf(value) === places)
  const units = kept.map((value) => Number(value) * 10 ** places)
  const mean = units.reduce((sum, x) => sum + x, 0) / Math.max(units.length, 1)
  const spread = Math.sqrt(units.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(units.length - 1, 1))
  return spread < rules.leastSpread ? [] : kept
}

/** One report of each sample: a repeated test of one sample agrees with the first as it should. */
function oneOfEachSample(reports: readonly ScreenedReport[]): readonly ScreenedReport[] {
  const seen = new Set<string>()
  return reports
    .toSorted((a, b) => a.analysed.localeCompare(b.analysed) || a.number.localeCompare(b.number))
    .filter(({ sample }) => sample === null || (!seen.has(sample) && seen.add(sample)))
}

/** All tests that the results allow, raised or not: each by its parameter and method, and the reports against each other. */
function testsOf(reports: readonly ScreenedReport[], rules: ScreeningRules): readonly Asked[] {
  const series = new Map<string, { report: string; value: string }[]>()
  for (const { number, lines } of reports)
    for (const { parameter, method, value } of lines) {
      const key = `${parameter}（${method}）`
      series.set(key, [...(series.get(key) ?? []), { report: number, value: bare(value) }])
    }
  const ofParameters = [...series].flatMap(([about, results]) => {
    const digits = lastDigits(atOnePlace(results.map(({ value }) => value), rules), rules, 1)
    return [digits, copiedSeries(results, rules)].flatMap((check) => (check ? [{ ...check, about }] : []))
  })
  const whole = reports.map(({ number, lines }) => ({
    report: number,
    results: Object.fromEntries(lines.map(({ parameter, value }) => [parameter, bare(value)])),
  }))
  return [...ofParameters, ...copied(whole, rules).map((check) => ({ ...check, about: check.pair.join(' · ') }))]
}

function tooFast(reports: readonly ScreenedReport[], least: Readonly<Record<string, number>>): readonly Asked[] {
  const analyses = reports.flatMap(({ number, hours, lines }) =>
    hours === null ? [] : lines.flatMap(({ method }) => {
      const needed = least[withoutYear(method)]
      return needed === undefined ? [] : [{ report: number, method, hours, least: needed }]
    }),
  )
  const once = new Map(analyses.map((each) => [`${each.report} ${each.method}`, each]))
  return [...once].flatMap(([about, each]) => impossibleTimes([each]).map((check) => ({ ...check, about })))
}

function finding({ pattern, about, p, words }: Asked, tests: number): Finding {
  const all = p === null ? null : Math.min(1, p * tests).toPrecision(2)
  // The sentence told the chance within its own test; the screening made several.
  const said = (text: string): string => (p === null || all === null ? text : text.replace(p.toPrecision(2), () => all))
  const named = pattern !== 'copied' && pattern !== 'impossible-time'
  return { pattern, about, p: all, zh: `${named ? `${about}：` : ''}${said(words.zh)}`, en: `${named ? `${about}: ` : ''}${said(words.en)}` }
}

/**
 * What is to be asked about. The bound holds for the screening as a whole (Bonferroni over its parameters), so that of a thousand honest
 * laboratories about one is asked.
 */
export function findingsIn(
  reports: readonly ScreenedReport[],
  rules: ScreeningRules,
  least: Readonly<Record<string, number>>,
): readonly Finding[] {
  const each = oneOfEachSample(reports)
  const parameters = new Set(each.flatMap(({ lines }) => lines.map(({ parameter, method }) => `${parameter} ${method}`)))
  // Last digits and series of each parameter, and the reports against each other.
  const tests = 2 * parameters.size + 1
  const raised = testsOf(each, rules).filter(({ p }) => p !== null && p * tests < rules.below)
  return [...raised, ...tooFast(each, least)].map((check) => finding(check, tests))
}
