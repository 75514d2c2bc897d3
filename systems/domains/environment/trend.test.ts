// Trends of years by Spearman's rank correlation, and a year against the fixed base of the programme.
import { describe, expect, it } from 'vitest'
import { trend } from '../../../jurisdictions/china/air-quality/trend.ts'
import { changeFromBase, trendOf, valueAsked, type TrendTable } from './trend.ts'

const table: TrendTable = trend.versions[0].value
const series = (...values: (string | null)[]) => values.map((value, n) => ({ year: 2013 + n, value }))

describe('a trend', () => {
  it('needs five years with a value', () => {
    expect(trendOf(table, series('108', '95', '77', '70'))).toMatchObject({ n: 4, correlation: null, direction: null })
    expect(trendOf(table, series('108', '95', null, '70', '65')).why?.en).toContain('4 years')
  })
  it('falls when every year is lower, rises when every year is higher', () => {
    const falling = trendOf(table, series('108', '95', '77', '70', '65'))
    expect(falling).toMatchObject({ correlation: '-1.000', critical: '0.900', direction: 'falling' })
    expect(trendOf(table, series('1', '2', '3', '4', '5', '6'))).toMatchObject({ correlation: '1.000', direction: 'rising' })
  })
  it('reaches the critical value with one neighbouring pair exchanged in five years, and not with two', () => {
    expect(trendOf(table, series('5', '4', '2', '3', '1'))).toMatchObject({ correlation: '-0.900', direction: 'falling' })
    expect(trendOf(table, series('4', '5', '2', '3', '1'))).toMatchObject({ correlation: '-0.800', direction: 'none' })
  })
  it('gives equal values the mean of their ranks and does not depend on the order of years given', () => {
    const given = series('3', '3', '2', '2', '1')
    expect(trendOf(table, given)).toMatchObject({ correlation: '-0.850', direction: 'none' })
    expect(trendOf(table, [...given].reverse())).toEqual(trendOf(table, given))
  })
  it('is not decided without a critical value', () => {
    expect(trendOf(table, series(...Array.from({ length: 11 }, (_, n) => String(n))))).toMatchObject({ n: 11, direction: null })
  })
})

describe('the fixed base', () => {
  it('of 108 and a fall by 40 per cent ask for 64.8', () => {
    expect(valueAsked('108', '-40')).toBe('64.8')
    expect(changeFromBase('77', '108')).toBe('-28.7')
    expect(changeFromBase('64.8', '108')).toBe('-40.0')
  })
})
