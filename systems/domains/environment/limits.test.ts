// The limits of both editions of GB 3095 against the reference table, the dates on which they change, and exceedance.
import { describe, expect, it } from 'vitest'
import { limits } from '../../../jurisdictions/china/air-quality/limits.ts'
import { referenceTable } from '../../../tests/reference/environment/air-files.ts'
import { editionOn } from './edition.ts'
import { exceedanceMultiple, exceeds, limitOf, type Averaging, type LimitTable, type Substance } from './limits.ts'

const stage = (day: string): LimitTable => editionOn<LimitTable>(limits, day) as LimitTable
const substances: Readonly<Record<string, Substance>> = {
  SO2: 'so2', NO2: 'no2', CO: 'co', O3: 'o3', PM10: 'pm10', 'PM2.5': 'pm25', TSP: 'tsp', NOx: 'nox', Pb: 'lead', BaP: 'benzopyrene',
}
const averagings: Readonly<Record<string, Averaging>> = { annual: 'year', quarter: 'quarter', '24h': '24h', '1h': '1h', MDA8: '8h' }

describe('the limits of GB 3095', () => {
  it.each(referenceTable('gb3095_limits.csv'))('of $pollutant $averaging are those of the standard in every stage', (row) => {
    const [substance, averaging] = [substances[row.pollutant as string] as Substance, averagings[row.averaging as string] as Averaging]
    for (const [day, column] of [['2014-06-01', '2012'], ['2026-03-01', '2026_transition'], ['2031-01-01', '2026_final']] as const)
      for (const place of [1, 2] as const) expect(limitOf(stage(day), substance, averaging, place)).toBe(row[`${column}_class${place}`])
  })
  it('have no more rows than the standard', () => {
    const rows = (table: LimitTable) => Object.values(table.limits).flatMap((each) => Object.keys(each)).length
    expect([rows(stage('2014-06-01')), rows(stage('2026-03-01')), rows(stage('2031-01-01'))]).toEqual([23, 23, 23])
    expect(limitOf(stage('2014-06-01'), 'pm25', '1h')).toBeNull()
  })
  it('change on 2026-03-01 and again on 2031-01-01', () => {
    const days = ['2026-02-28', '2026-03-01', '2030-12-31', '2031-01-01']
    expect(days.map((day) => limitOf(stage(day), 'pm25', 'year'))).toEqual(['35', '30', '30', '25'])
    expect(stage('2031-01-01')).toMatchObject({ edition: 'GB 3095-2026', stage: 'final' })
  })
})

describe('exceedance', () => {
  it('compares the value unrounded unless it is said otherwise', () => {
    expect([exceeds('35.4', '35'), exceeds('35.4', '35', 'rounded'), exceeds('35.0', '35')]).toEqual([true, false, false])
  })
  it('is told as a multiple of the limit, and not told of a value within it', () => {
    expect(exceedanceMultiple('93.9', '35')).toBe('1.68')
    expect(exceedanceMultiple('35', '35')).toBeNull()
    expect(exceedanceMultiple('12', '35')).toBeNull()
  })
})
