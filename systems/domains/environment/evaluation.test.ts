// From days to a month's and a year's evaluation: means, percentiles, compliance, and the rate of good days.
import { describe, expect, it } from 'vitest'
import { aqi } from '../../../jurisdictions/china/air-quality/aqi.ts'
import { evaluation } from '../../../jurisdictions/china/air-quality/evaluation.ts'
import { limits } from '../../../jurisdictions/china/air-quality/limits.ts'
import { validity } from '../../../jurisdictions/china/air-quality/validity.ts'
import { addDays } from '../../../kernel/day.ts'
import { daysOfPeriod, evaluatePeriod, goodDays, statisticOf, type EvaluationRules } from './evaluation.ts'
import type { AirDay } from './pollutant.ts'

const rules: EvaluationRules = {
  method: evaluation.versions[0].value,
  limits: limits.versions[0].value,
  validity: validity.versions[0].value,
}
const clean = { so2: '20', no2: '30', co: '1.0', o3_8h: '100', pm10: '60', pm25: '30' }
const year = (values: (day: number) => Partial<AirDay['values']>): AirDay[] =>
  Array.from({ length: 365 }, (_, n) => ({ day: addDays('2014-01-01', n), values: { ...clean, ...values(n) } }))

describe('a period', () => {
  it('has its days', () => {
    expect(daysOfPeriod('2014')).toEqual({ first: '2014-01-01', last: '2014-12-31', count: 365 })
    expect(daysOfPeriod('2016-02')).toEqual({ first: '2016-02-01', last: '2016-02-29', count: 29 })
    expect(daysOfPeriod('2014-12')).toMatchObject({ last: '2014-12-31', count: 31 })
    expect(daysOfPeriod('2014-03-05').count).toBe(1)
  })
})

describe('an evaluation', () => {
  it('is within the standard when every item is', () => {
    const found = evaluatePeriod(year(() => ({})), '2014', rules)
    expect(found).toMatchObject({ edition: 'HJ 663-2013', limits: 'GB 3095-2012', within: true })
    expect(found.items).toHaveLength(10)
    expect(found.items.every((item) => item.within && item.multiple === null && item.n === 365)).toBe(true)
  })
  it('tells by how much an item exceeds its limit', () => {
    const found = evaluatePeriod(year((n) => (n % 10 === 0 ? { pm25: '390' } : {})), '2014', rules)
    const [average, percentile] = found.items.filter((item) => item.item === 'pm25')
    expect(found.within).toBe(false)
    expect(average).toMatchObject({ value: '66', limit: '35', within: false, multiple: '0.90' })
    expect(percentile).toMatchObject({ value: '390', limit: '75', multiple: '4.20' })
  })
  it('compares the mean before it is rounded: 35.2 is printed 35 and exceeds 35', () => {
    const found = evaluatePeriod(year(() => ({ pm25: '35.2' })), '2014', rules).items.find((item) => item.item === 'pm25')
    expect(found).toMatchObject({ value: '35', within: false, multiple: '0.01' })
  })
  it('leaves compliance open when an item lacks days and none exceeds', () => {
    const found = evaluatePeriod(year((n) => (n < 10 ? { no2: null } : {})), '2014', rules)
    const mean = found.items.find((item) => item.item === 'no2')
    expect(found.within).toBeNull()
    expect(mean).toMatchObject({ value: '30', within: null, n: 355, why: { zh: '2014-01 有效日均值 21 个，少于规定的 27 个' } })
  })
  it('of a month uses the days of that month only', () => {
    const found = statisticOf(year((n) => ({ pm25: n < 31 ? '62' : '1' })), '2014-01', { item: 'pm25', statistic: 'mean' }, rules.validity)
    expect(found).toMatchObject({ n: 31, expected: 31, why: null })
    expect(found.exact && found.exact.numerator / found.exact.denominator).toBe(62n)
  })
})

describe('good days', () => {
  it('are counted among the days that have an index', () => {
    const days = [40, 100, 101, null, 350].map((index, n) => ({ day: addDays('2014-01-01', n), aqi: index }))
    const found = goodDays(days, '2014-01', aqi.versions[0].value)
    expect(found).toEqual({ good: 2, valid: 4, expected: 31, rate: '50.0', byGrade: [1, 1, 1, 0, 0, 1] })
    expect(goodDays([], '2014', aqi.versions[0].value)).toMatchObject({ valid: 0, rate: null })
  })
})
