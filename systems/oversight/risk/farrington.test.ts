// Alarms on counts against R surveillance 1.20.3 on its own series: upper lines to nine digits, alarms week by week.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { farringtonRules, earsRules } from '../../../jurisdictions/china/risk/early-warning.ts'
import { earsMean, earsSum, type EarsRules } from './ears.ts'
import { farrington, negativeBinomialLine, twoThirdsLine, type FarringtonRules } from './farrington.ts'

type Row = Readonly<Record<string, string>>
const read = (path: string): string => readFileSync(new URL(`../../../tests/${path}`, import.meta.url), 'utf8')
const csv = (name: string): readonly Row[] => parse(read(`reference/risk/${name}`), { columns: true, skip_empty_lines: true })
const newport = csv('ref_salmnewport_weekly.csv').map((row) => Number(row.observed))
const surveillance = JSON.parse(read('conformance/surveillance/expected.json')) as {
  readonly counts: readonly number[]
  readonly ears_C1: { readonly upper: readonly number[]; readonly alarm: readonly number[] }
}
const agona = surveillance.counts
const firstMonday = '2004-01-05'

const classic: FarringtonRules = {
  years: 4, halfWindow: 3, alpha: 0.05, twoSided: true, downweightAbove: 1, trendBelow: 0.05, seasons: 1, leaveOut: 3,
  line: 'two-thirds-power', errors: 'pearson', least: { cases: 0, weeks: 50 },
}
const flexibleOld: FarringtonRules = { ...classic, twoSided: false, errors: 'relative' }
const improved: FarringtonRules = {
  ...classic, twoSided: false, downweightAbove: 2.58, trendBelow: 1, seasons: 10, leaveOut: 26, line: 'negative-binomial',
}

describe('Farrington’s method on Salmonella Newport, 52 weeks of 2011', () => {
  const rows = csv('ref_salmnewport_farrington_2011.csv')
  it.each([
    ['as published in 1996', classic, 'classic', 9],
    ['in its flexible form with the old settings', flexibleOld, 'flex_old', 15],
    ['as improved in 2013', improved, 'flex_new', 8],
  ] as const)('%s', (_, rules, column, alarms) => {
    expect(rows).toHaveLength(52)
    const found = rows.map((row) => farrington(newport, Number(row.index) - 1, rules, firstMonday)!)
    found.forEach((alarm, at) => expect(alarm.upper).toBeCloseTo(Number(rows[at]![`ub_${column}`]), 9))
    expect(found.map((alarm) => Number(alarm.alarm))).toEqual(rows.map((row) => Number(row[`alarm_${column}`])))
    expect(found.filter((alarm) => alarm.alarm)).toHaveLength(alarms)
  })
  it('with Pearson’s errors in the old flexible form keeps eleven of its fifteen alarms and adds none', () => {
    // The reference takes its errors from squared relative residuals; Pearson’s are wider here.
    const pearson = rows.map((row) => farrington(newport, Number(row.index) - 1, { ...flexibleOld, errors: 'pearson' }, firstMonday)!.alarm)
    const theirs = rows.map((row) => row.alarm_flex_old === '1')
    expect(pearson.filter((alarm, at) => alarm && !theirs[at])).toHaveLength(0)
    expect(pearson.filter(Boolean)).toHaveLength(11)
  })
  it('shows its arithmetic: the score is (y − μ)/(U − μ)', () => {
    const alarm = farrington(newport, 409, classic, firstMonday)!
    const term = (symbol: string) => alarm.terms.find((each) => each.symbol === symbol)!.value
    expect(alarm).toMatchObject({ alarm: true, observed: 41 })
    expect(term('U')).toBeCloseTo(7.1005583, 7)
    expect(term('X')).toBeCloseTo((term('y') - term('μ')) / (term('U') - term('μ')), 12)
    expect(twoThirdsLine(term('μ'), term('se(μ)'), term('φ'), 1.959963984540054)).toBeCloseTo(alarm.upper, 9)
  })
})

describe('Farrington’s method on Salmonella Agona without dates', () => {
  it('has the upper lines of weeks 270 to 312, alarms at 284 and 285, and none on fewer than five cases in four weeks', () => {
    const rows = csv('ref_salmonella_agona_farrington.csv')
    const rules = { ...classic, alpha: 0.01, least: { cases: 5, weeks: 4 } }
    const alarms: number[] = []
    for (const row of rows) {
      const found = farrington(agona, Number(row.index) - 1, rules)!
      if (row.upper !== '0') expect(found.upper).toBeCloseTo(Number(row.upper), 9)
      if (found.alarm) alarms.push(Number(row.index))
    }
    expect(alarms).toEqual([284, 285])
    expect(farrington(agona, 270, rules)!.upper).toBeCloseTo(7.145824, 6)
    expect(farrington(agona, 311, rules)!.upper).toBeCloseTo(17.290589, 6)
  })
})

describe('the upper line', () => {
  it('of an expected 5 ± 0.2 without overdispersion, at 95 % one-sided, is 9.1154825', () => {
    expect(twoThirdsLine(5, 0.2, 1, 1.6448536269514722)).toBeCloseTo(9.1154825, 6)
  })
  it('of a negative binomial week is a count: 5 expected at φ 1.5 give 10, at φ 1 give 9; 15.64 give 24 and 22', () => {
    expect([negativeBinomialLine(5, 1.5, 0.05), negativeBinomialLine(5, 1, 0.05)]).toEqual([10, 9])
    // The quantile of ln 5 ± ln 2 at 95 %.
    const high = Math.exp(Math.log(5) + 1.6448536269514722 * Math.log(2))
    expect([negativeBinomialLine(high, 1.5, 0.05), negativeBinomialLine(high, 1, 0.05)]).toEqual([24, 22])
  })
})

describe('a series', () => {
  const rules: FarringtonRules = farringtonRules.versions[0].value
  it('that does not reach back five years is not judged, nor a week that was not reported', () => {
    expect(farrington(newport, 200, rules, firstMonday)).toBeNull()
    expect(farrington([...newport.slice(0, 400), null], 400, rules, firstMonday)).toBeNull()
  })
  it('with a missing week in its baseline is judged on the others: missing is not zero', () => {
    const holed = newport.map((count, at) => (at === 310 ? null : count))
    const found = farrington(holed, 380, rules, firstMonday)!
    const whole = farrington(newport, 380, rules, firstMonday)!
    expect(found.terms[0]!.value).toBe(whole.terms[0]!.value - 1)
  })
  it('of zeros alone gives no alarm', () => {
    const found = farrington(new Array<number>(400).fill(0), 399, rules)
    expect(found?.alarm ?? false).toBe(false)
  })
})

describe('EARS', () => {
  const rules: EarsRules = earsRules.versions[0].value
  // z(0.999): the reference states its line by a chance, 0.001.
  const strict = { ...rules, deviations: 3.090232306167813 }
  it('C1 has the 293 upper lines and 16 alarms of R surveillance on Salmonella Agona', () => {
    const found = surveillance.ears_C1.upper.map((_, at) => earsMean(agona, at + 19, strict, 'C1')!)
    found.forEach((alarm, at) => expect(alarm.upper).toBeCloseTo(surveillance.ears_C1.upper[at]!, 9))
    expect(found.map((alarm) => Number(alarm.alarm))).toEqual(surveillance.ears_C1.alarm)
    expect(found.filter((alarm) => alarm.alarm)).toHaveLength(16)
  })
  it('C1 has the four published lines of Salmonella Newport, January 2011', () => {
    const published = JSON.parse(read('reference/risk/expected-ears-c1.json')) as { readonly upper_bound: readonly number[] }
    const z95 = { ...rules, deviations: 1.6448536269514722 }
    published.upper_bound.forEach((upper, at) => expect(earsMean(newport, 365 + at, z95, 'C1')!.upper).toBeCloseTo(upper, 6))
  })
  it('of 3, 4, 2, 5, 3, 4, 6, 2, 3, 5, 12 are 5.656854 (C1) and 5.538481 (C2)', () => {
    const series = [3, 4, 2, 5, 3, 4, 6, 2, 3, 5, 12]
    const [c1, c2] = [earsMean(series, 10, rules, 'C1')!, earsMean(series, 10, rules, 'C2')!]
    const value = (terms: typeof c1.terms, symbol: string) => terms.find((term) => term.symbol === symbol)!.value
    expect([c1.expected, value(c1.terms, 's'), value(c1.terms, 'C1')].map((x) => x.toFixed(6))).toEqual(['4.000000', '1.414214', '5.656854'])
    expect([c2.expected, value(c2.terms, 's'), value(c2.terms, 'C2')].map((x) => x.toFixed(6))).toEqual(['3.714286', '1.496026', '5.538481'])
    expect([c1.alarm, c2.alarm]).toEqual([true, true])
  })
  it('C3 adds what three C2 in a row exceed 1 by, and alarms above 2', () => {
    const slow = [4, 5, 3, 4, 5, 3, 4, 4, 5, 5, 5, 6]
    const found = earsSum(slow, 11, rules)!
    const sum = found.terms.slice(0, 3).reduce((total, term) => total + Math.max(0, term.value - 1), 0)
    expect(found.terms.at(-1)).toMatchObject({ symbol: 'C3', value: sum })
    expect([sum.toFixed(4), found.alarm]).toEqual(['1.8990', false])
    // A single period at the given line reaches the sum exactly.
    const at = [...slow.slice(0, 11), found.upper]
    expect(earsSum(at, 11, rules)!.terms.at(-1)!.value).toBeCloseTo(2, 9)
  })
  it('gives nothing on a series too short or with a hole', () => {
    expect(earsMean([1, 2, 3], 2, rules, 'C1')).toBeNull()
    expect(earsMean([1, 2, 3, null, 5, 6, 7, 8], 7, rules, 'C1')).toBeNull()
    expect(earsSum([1, 2, 3, 4, 5, 6, 7, 8, 9], 8, rules)).toBeNull()
  })
})
