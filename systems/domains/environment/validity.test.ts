// When an hour, a day, a month and a year of readings count, and the greatest 8-hour mean of ozone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validity } from '../../../jurisdictions/china/air-quality/validity.ts'
import { addDays } from '../../../kernel/day.ts'
import { cityMean, dayMean, eightHourMeans, greatestEightHourMean, hourIsValid } from './validity.ts'
import { monthIsShort, printed, yearIsShort, type ValidityRules } from './validity.ts'

const rules: ValidityRules = validity.versions[0].value
const hours = (n: number, value = '40'): (string | null)[] => Array.from({ length: 24 }, (_, hour) => (hour < n ? value : null))
const yearOf = (year: string, without: readonly string[] = []): string[] =>
  Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter((day) => day.startsWith(year) && !without.includes(day))

describe('an hour and a day', () => {
  it('need 45 minutes and 20 hourly means', () => {
    expect([hourIsValid(rules, 45), hourIsValid(rules, 44)]).toEqual([true, false])
    expect(printed(dayMean(rules, hours(20)), 1)).toBe('40.0')
    const short = dayMean(rules, hours(19))
    expect(short).toMatchObject({ value: null, n: 19, expected: 24 })
    expect(short.why?.en).toBe('There are 19 valid values where 20 are required')
  })
  it('average what was measured: a missing hour is not a zero', () => {
    const day = hours(24, '10').map((value, hour) => (hour < 4 ? null : hour === 4 ? '30' : value))
    expect(printed(dayMean(rules, day), 0)).toBe('11')
  })
})

describe('the greatest 8-hour mean of ozone', () => {
  it('is taken over the means that end from 8 to 24 o’clock, each of at least 6 hours', () => {
    const means = eightHourMeans(rules, hours(24))
    expect(means).toHaveLength(17)
    expect(eightHourMeans(rules, hours(5))[0]).toBeNull()
    expect(eightHourMeans(rules, hours(6))[0]).not.toBeNull()
  })
  it('finds the afternoon', () => {
    const day = Array.from({ length: 24 }, (_, hour) => (hour >= 11 && hour < 19 ? '170' : '50'))
    expect(printed(greatestEightHourMean(rules, day, '160'), 0)).toBe('170')
  })
  it('with fewer than 14 valid means counts only above the limit', () => {
    const night = (value: string) => hours(12, value)
    expect(greatestEightHourMean(rules, night('150'), '160')).toMatchObject({ value: null, n: 7, expected: 17 })
    expect(printed(greatestEightHourMean(rules, night('161'), '160'), 0)).toBe('161')
    expect(greatestEightHourMean(rules, night('160'), '160').value).toBeNull()
    expect(greatestEightHourMean(rules, hours(0), '160')).toMatchObject({ value: null, n: 0 })
  })
  it('is never below the mean of the day when all hours are there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }).map(String), { minLength: 24, maxLength: 24 }), (day) => {
        const greatest = Number(printed(greatestEightHourMean(rules, day, '160'), 6))
        const thirds = [0, 8, 16].map((start) => day.slice(start, start + 8).reduce((sum, value) => sum + Number(value), 0) / 8)
        expect(greatest).toBeGreaterThanOrEqual(Math.max(...thirds) - 1e-6)
      }),
    )
  })
})

describe('a city, a month and a year', () => {
  it('need three quarters of the stations', () => {
    expect(printed(cityMean(rules, ['10', '20', '30', null]), 1)).toBe('20.0')
    expect(cityMean(rules, ['10', '20', null, null])).toMatchObject({ value: null, n: 2, expected: 4 })
    expect(cityMean(rules, [])).toMatchObject({ value: null, n: 0 })
  })
  it('need 27 days, and 25 in February', () => {
    expect([monthIsShort(rules, '2014-01', 27), monthIsShort(rules, '2014-02', 25)]).toEqual([null, null])
    expect(monthIsShort(rules, '2014-01', 26)?.zh).toBe('2014-01 有效日均值 26 个，少于规定的 27 个')
    expect(monthIsShort(rules, '2014-02', 24)).not.toBeNull()
  })
  it('need 324 days in all', () => {
    expect(yearIsShort(rules, '2014', yearOf('2014'))).toBeNull()
    const lastDays = yearOf('2014').filter((day) => Number(day.slice(8)) > (day.slice(5, 7) === '02' ? 25 : 27))
    const barely = yearOf('2014', lastDays)
    expect(barely).toHaveLength(322)
    expect(yearIsShort(rules, '2014', barely)?.en).toBe('2014 has 322 valid daily means where 324 are required')
    expect(yearIsShort(rules, '2014', yearOf('2014', lastDays.slice(2)))).toBeNull()
    expect(yearIsShort(rules, '2014', yearOf('2014').slice(5))?.zh).toContain('2014-01')
  })
})
