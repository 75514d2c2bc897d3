// The air quality index: both editions by the day of observation, worked days, edges of the table, missing items, and its algebra.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aqi } from '../../../jurisdictions/china/air-quality/aqi.ts'
import { referenceTable } from '../../../tests/reference/environment/air-files.ts'
import { airQualityIndex, levelOf, subIndex, type AqiEdition } from './aqi.ts'
import { editionOn } from './edition.ts'
import type { IndexItem } from './pollutant.ts'

const edition = (day: string): AqiEdition => editionOn<AqiEdition>(aqi, day) as AqiEdition
const [of2012, of2026] = [edition('2014-06-01'), edition('2026-06-01')]
const items = Object.keys(of2012.breakpoints) as IndexItem[]

describe('the edition', () => {
  it('is chosen by the day of observation', () => {
    expect(edition('2026-02-28').edition).toBe('HJ 633-2012')
    expect(edition('2026-03-01').edition).toBe('HJ 633-2026')
    expect(editionOn<AqiEdition>(aqi, '2012-12-31')).toBeNull()
  })
  it('has every breakpoint of the standard', () => {
    for (const row of referenceTable('aqi_breakpoints.csv')) {
      const item = (row.item as string).replace('PM2.5', 'PM25').toLowerCase() as IndexItem
      const expected = of2012.indices.map((index) => row[`IAQI_${index}`]).map((cell) => (cell === '' ? null : Number(cell)))
      expect((row.edition === 'HJ 633-2012' ? of2012 : of2026).breakpoints[item]).toEqual(expected)
    }
  })
})

describe('the worked days', () => {
  const examples = referenceTable('aqi_worked_examples.csv')
  it.each(examples)('under $edition: SO2 $SO2, NO2 $NO2, PM10 $PM10, O3 $O3_8h give $AQI $category', (row) => {
    const found = airQualityIndex(row.edition === '2012' ? of2012 : of2026, 'daily', {
      so2_24h: row.SO2, no2_24h: row.NO2, pm10_24h: row.PM10, pm25_24h: row['PM2.5'], co_24h: row.CO, o3_8h: row.O3_8h,
    })
    const index = (cell: string | undefined) => (cell === 'NA' ? null : Number(cell))
    expect(found.subIndices).toEqual({
      so2_24h: index(row.I_SO2), no2_24h: index(row.I_NO2), pm10_24h: index(row.I_PM10),
      'pm25_24h': index(row['I_PM2.5']), co_24h: index(row.I_CO), o3_8h: index(row.I_O3_8h),
    })
    expect(found.aqi).toBe(Number(row.AQI))
    expect(found.level?.title.zh).toBe(row.category)
    expect(found.primary).toEqual(row.primary === '' ? [] : [row.primary === 'o3_8h' ? 'o3' : row.primary])
  })
})

describe('a sub-index', () => {
  it('is rounded up in exact arithmetic: a breakpoint is reached, not passed', () => {
    expect(subIndex(of2012, 'pm25_24h', '75')).toBe(100)
    expect(subIndex(of2012, 'pm25_24h', '75.0000001')).toBe(101)
    expect(subIndex(of2012, 'pm25_24h', '75.000000000000000001')).toBe(101)
    expect(subIndex(of2012, 'pm25_24h', '74.999999999999999999')).toBe(100)
    expect(subIndex(of2012, 'co_24h', '0.04')).toBe(1)
  })
  it('is a whole number at every breakpoint of every item of both editions', () => {
    for (const each of [of2012, of2026])
      for (const item of items)
        each.breakpoints[item].forEach((at, step) => {
          if (at !== null) expect(subIndex(each, item, `${at}.000`)).toBe(each.indices[step])
        })
  })
  it('does not exist in 2012 beyond 800 of 1-hour SO2 and of 8-hour O3; in 2026 it is counted as 200 and 300', () => {
    expect([subIndex(of2012, 'so2_1h', '801'), subIndex(of2012, 'o3_8h', '801')]).toEqual([null, null])
    expect([subIndex(of2026, 'so2_1h', '801'), subIndex(of2026, 'o3_8h', '801')]).toEqual([200, 300])
    expect(subIndex(of2012, 'pm25_24h', '2000')).toBe(500)
    expect(subIndex(of2012, 'pm25_24h', '-1')).toBeNull()
  })
  it('uses the daily limits of SO2 for the day and the hourly ones for the hour', () => {
    expect([subIndex(of2012, 'so2_24h', '150'), subIndex(of2012, 'so2_1h', '150')]).toEqual([100, 50])
  })
})

describe('a report', () => {
  const clean = { so2_24h: '5', no2_24h: '13', pm10_24h: '30', pm25_24h: '18', co_24h: '0.5', o3_8h: '88' }
  it('rounds concentrations by GB/T 8170 before they are used', () => {
    expect(airQualityIndex(of2012, 'daily', { ...clean, pm25_24h: '75.5' }).aqi).toBe(102)
    expect(airQualityIndex(of2012, 'daily', { ...clean, pm25_24h: '74.5' }).aqi).toBe(99)
    expect(airQualityIndex(of2012, 'daily', { ...clean, co_24h: '4.05' }).aqi).toBe(100)
  })
  it('with an item missing is not published unless the others exceed 100', () => {
    const quiet = airQualityIndex(of2026, 'daily', { ...clean, o3_8h: null })
    expect(quiet).toMatchObject({ aqi: null, atLeast: 30, level: null, primary: [], missing: ['o3_8h'] })
    expect(quiet.why?.zh).toContain('不发布')
    const loud = airQualityIndex(of2026, 'daily', { ...clean, o3_8h: null, pm25_24h: '90' })
    expect(loud).toMatchObject({ aqi: 128, primary: ['pm25'], missing: ['o3_8h'], why: null })
  })
  it('does not wait for a pollutant that is by plan not monitored', () => {
    const found = airQualityIndex(of2026, 'daily', { ...clean, co_24h: null }, ['co'])
    expect(found).toMatchObject({ aqi: 44, missing: [] })
  })
  it('takes a negative concentration as missing and gives nothing of nothing', () => {
    expect(airQualityIndex(of2012, 'daily', { ...clean, so2_24h: '-3' })).toMatchObject({ aqi: null, missing: ['so2_24h'] })
    expect(airQualityIndex(of2012, 'daily', {})).toMatchObject({ aqi: null, atLeast: null })
  })
  it('counts the 1-hour ozone maximum in 2012 and no longer in 2026', () => {
    const beyond = { ...clean, o3_8h: '900', o3_1h: '1000' }
    expect(airQualityIndex(of2012, 'daily', beyond)).toMatchObject({ aqi: 400, primary: ['o3'], notIndexed: ['o3_8h'] })
    expect(airQualityIndex(of2026, 'daily', beyond)).toMatchObject({ aqi: 300, primary: ['o3'] })
  })
  it('names every pollutant with the greatest sub-index, and none up to 50', () => {
    const both = airQualityIndex(of2012, 'daily', { ...clean, pm10_24h: '150', pm25_24h: '75' })
    expect(both).toMatchObject({ aqi: 100, primary: ['pm10', 'pm25'], overStandard: [] })
    expect(airQualityIndex(of2012, 'daily', { ...clean, o3_8h: '100' })).toMatchObject({ aqi: 50, primary: [] })
  })
  it('of an hour uses the hourly items, particles by the daily breakpoints', () => {
    const hour = { so2_1h: '13', no2_1h: '26', co_1h: '0.3', o3_1h: '30', pm10_1h: '66', pm25_1h: '41' }
    expect(airQualityIndex(of2012, 'hourly', hour)).toMatchObject({ aqi: 58, primary: ['pm10', 'pm25'], level: { grade: 2 } })
  })
})

describe('the levels', () => {
  it('begin where the one before ends', () => {
    const ends = [0, 50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500]
    expect(ends.map((index) => levelOf(of2026, index).grade)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
  })
})

describe('the index as a function', () => {
  const tenths = fc.integer({ min: 0, max: 30000 }).map((value) => (value / 10).toFixed(1))
  it('never falls when a concentration rises', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), tenths, tenths, fc.constantFrom(of2012, of2026), (item, one, other, which) => {
        const [low, high] = Number(one) <= Number(other) ? [one, other] : [other, one]
        const [before, after] = [subIndex(which, item, low), subIndex(which, item, high)]
        if (before !== null && after !== null) expect(before).toBeLessThanOrEqual(after)
      }),
    )
  })
  it('of a day never falls when one of its concentrations rises within the table', () => {
    const ozone = fc.integer({ min: 0, max: 800 }).map(String)
    const day = fc.record({ so2_24h: tenths, no2_24h: tenths, pm10_24h: tenths, pm25_24h: tenths, co_24h: tenths, o3_8h: ozone })
    const raisable = fc.constantFrom('so2_24h', 'no2_24h', 'pm10_24h', 'pm25_24h', 'co_24h')
    fc.assert(
      fc.property(day, raisable, fc.integer({ min: 1, max: 500 }), (given, item, more) => {
        const raised = { ...given, [item]: (Number(given[item as 'so2_24h']) + more).toFixed(1) }
        expect(airQualityIndex(of2012, 'daily', raised).aqi).toBeGreaterThanOrEqual(airQualityIndex(of2012, 'daily', given).aqi as number)
      }),
    )
  })
  it('of 2026 is never below that of 2012 for the same day within the tables', () => {
    const within = fc.integer({ min: 0, max: 800 }).map(String)
    const day = fc.record({ so2_24h: within, no2_24h: within, pm10_24h: within, pm25_24h: within, co_24h: within, o3_8h: within })
    fc.assert(
      fc.property(day, (given) => {
        expect(airQualityIndex(of2026, 'daily', given).aqi).toBeGreaterThanOrEqual(airQualityIndex(of2012, 'daily', given).aqi as number)
      }),
    )
  })
})
