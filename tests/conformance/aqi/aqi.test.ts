// Every vector of HJ 633-2012: sub-indices of single concentrations, and whole days.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aqi } from '../../../jurisdictions/china/air-quality/aqi.ts'
import { airQualityIndex, subIndex, type AqiEdition } from '../../../systems/domains/environment/aqi.ts'
import { pollutants, type IndexItem, type Pollutant } from '../../../systems/domains/environment/pollutant.ts'

const edition: AqiEdition = aqi.versions[0].value
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T
const itemOf = (name: string): IndexItem => name.replace('PM2.5', 'PM25').toLowerCase() as IndexItem
const pollutantNamed = (name: string): Pollutant => name.replace('PM2.5', 'PM25').toLowerCase() as Pollutant

const singles = read<{ pollutant: string; c: number; iaqi: number | null }[]>('hj633-2012-iaqi.json')
interface DayVector {
  readonly concentrations: Readonly<Record<string, number>>
  readonly iaqi: Readonly<Record<string, number | null>>
  readonly aqi: number
  readonly level: number
  readonly primary: readonly string[]
  readonly over_standard: readonly string[]
}
const days = read<DayVector[]>('hj633-2012-days.json')

describe('HJ 633-2012', () => {
  it('has vectors for every item of the table', () => {
    expect(singles.length).toBeGreaterThan(90)
    expect(new Set(singles.map((each) => itemOf(each.pollutant))).size).toBe(10)
  })
  it.each(singles)('gives $pollutant at $c the sub-index $iaqi', ({ pollutant, c, iaqi }) => {
    expect(subIndex(edition, itemOf(pollutant), String(c))).toBe(iaqi)
  })
  it.each(days)('gives the day $concentrations the index $aqi', (day) => {
    const concentrations = Object.fromEntries(Object.entries(day.concentrations).map(([name, value]) => [itemOf(name), String(value)]))
    const found = airQualityIndex(edition, 'daily', concentrations)
    expect(found.subIndices).toEqual(Object.fromEntries(Object.entries(day.iaqi).map(([name, value]) => [itemOf(name), value])))
    expect(found.aqi).toBe(day.aqi)
    expect(found.level?.grade).toBe(day.level)
    expect(found.primary).toEqual(day.primary.map(pollutantNamed).sort())
    expect(found.overStandard).toEqual(day.over_standard.map(pollutantNamed).sort())
    expect(found.primary.every((name) => name in pollutants)).toBe(true)
  })
})
