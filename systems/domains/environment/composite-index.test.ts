// The composite index: worked values under both forms, a published check, ranks and change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compositeIndexMethod, weightedCompositeIndexMethod } from '../../../jurisdictions/china/air-quality/composite-index.ts'
import { limits } from '../../../jurisdictions/china/air-quality/limits.ts'
import { roundFraction, type Exact } from '../../../kernel/fraction.ts'
import { compositeIndex, improvement, rankCities, type CompositeMethod } from './composite-index.ts'
import { editionOn, versionOn } from './edition.ts'
import { limitOf, type LimitTable } from './limits.ts'
import { pollutantOf } from './pollutant.ts'

const of2012 = editionOn<CompositeMethod>(compositeIndexMethod, '2014-12-31') as CompositeMethod
const of2026 = editionOn<CompositeMethod>(compositeIndexMethod, '2026-12-31') as CompositeMethod
const weighted2026 = editionOn<CompositeMethod>(weightedCompositeIndexMethod, '2026-12-31') as CompositeMethod
const concentrations = ([so2, no2, pm10, pm25, co, o3]: readonly string[]) =>
  ({ so2, no2, pm10, pm25, co, o3_8h: o3 }) as { so2: string; no2: string; pm10: string; pm25: string; co: string; o3_8h: string }
const worked = concentrations(['12', '38', '98', '52', '1.8', '186'])
const precise = (method: CompositeMethod, given: Parameters<typeof compositeIndex>[1]) =>
  roundFraction(compositeIndex(method, given).exact as Exact, 3)

describe('the composite index', () => {
  it('gives the worked value under the limits of 2012', () => {
    const found = compositeIndex(of2012, worked)
    expect(found).toMatchObject({ value: '5.65', largest: 'pm25', missing: [] })
    expect(found.parts.map((part) => part.index)).toEqual(['0.200', '0.950', '1.400', '1.486', '0.450', '1.162'])
    expect(precise(of2012, worked)).toBe('5.648')
  })
  it('gives the worked values under the limits of 2026, unweighted and weighted', () => {
    expect(precise(of2026, worked)).toBe('6.129')
    expect(precise(weighted2026, worked)).toBe('11.708')
  })
  it('marks the forms after 2026-03-01 as unverified and keeps the weighted one apart', () => {
    const [plain, weighted] = [compositeIndexMethod, weightedCompositeIndexMethod].map((each) => versionOn<CompositeMethod>(each, '2026-12-31'))
    expect(plain).toMatchObject({ mark: 'U', value: { method: 'unweighted-2026-transition-limits' } })
    expect(weighted).toMatchObject({ mark: 'U', value: { method: 'weighted-2026' } })
  })
  it.each(['2014-12-31', '2026-12-31', '2031-12-31'])('divides by the class-2 limits in force on %s', (day) => {
    const table = editionOn<LimitTable>(limits, day) as LimitTable
    for (const { item, limit } of editionOn<CompositeMethod>(compositeIndexMethod, day)?.items ?? [])
      expect(limit).toBe(limitOf(table, pollutantOf(item), item === 'co' ? '24h' : item === 'o3_8h' ? '8h' : 'year'))
  })
  it('comes within the rounding of published concentrations: 河源, February 2022, published 1.73', () => {
    const heyuan = concentrations(['3', '13', '16', '13', '0.9', '87'])
    expect(precise(of2012, heyuan)).toBe('1.744')
    expect(Math.abs(1.73 - Number(compositeIndex(of2012, heyuan).value))).toBeLessThanOrEqual(0.02)
  })
  it('is not given when an item is missing', () => {
    expect(compositeIndex(of2012, { ...worked, co: null })).toMatchObject({ value: null, exact: null, missing: ['co'] })
  })
})

describe('a ranking', () => {
  it('begins with the smallest index, gives equal values one rank and none without a value', () => {
    const cities = Object.entries({ 甲: '5.10', 乙: '4.00', 丙: null, 丁: '5.1', 戊: '6.00' }).map(([city, value]) => ({ city, value }))
    expect(rankCities(cities).map(({ city, rank }) => [city, rank])).toEqual([['乙', 1], ['丁', 2], ['甲', 2], ['戊', 4], ['丙', null]])
  })
  it('does not depend on the order in which the cities are given', () => {
    const city = fc.record({ city: fc.uuid(), value: fc.option(fc.integer({ min: 100, max: 140 }).map((n) => (n / 100).toFixed(2))) })
    const both = fc
      .uniqueArray(city, { selector: (each) => each.city, maxLength: 30 })
      .chain((cities) => fc.tuple(fc.constant(cities), fc.shuffledSubarray(cities, { minLength: cities.length })))
    fc.assert(
      fc.property(both, ([cities, shuffled]) => {
        expect(rankCities(shuffled)).toEqual(rankCities(cities))
      }),
    )
  })
})

describe('improvement', () => {
  it('is below zero when the air is better, and unknown without both years', () => {
    expect(improvement('9.00', '10.00')).toBe('-10.0')
    expect(improvement('10.00', '9.00')).toBe('11.1')
    expect([improvement(null, '9'), improvement('9', null)]).toEqual([null, null])
  })
})
