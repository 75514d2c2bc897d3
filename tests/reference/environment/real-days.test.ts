// The real files: what the crawled index misses, what screening finds, and hours of stations.
import { describe, expect, it } from 'vitest'
import { aqi } from '../../../jurisdictions/china/air-quality/aqi.ts'
import { limits } from '../../../jurisdictions/china/air-quality/limits.ts'
import { screening } from '../../../jurisdictions/china/air-quality/screening.ts'
import { validity } from '../../../jurisdictions/china/air-quality/validity.ts'
import { compareDecimals } from '../../../kernel/rounding.ts'
import { airQualityIndex, type AqiEdition } from '../../../systems/domains/environment/aqi.ts'
import { goodDays } from '../../../systems/domains/environment/evaluation.ts'
import { limitOf } from '../../../systems/domains/environment/limits.ts'
import { indexItemsOfDay } from '../../../systems/domains/environment/pollutant.ts'
import { standsStill, screenDay, screenReading, type Finding } from '../../../systems/domains/environment/screening.ts'
import { dayMean, greatestEightHourMean, printed } from '../../../systems/domains/environment/validity.ts'
import { airFile, cityDays, hebeiCities, type Row } from './air-files.ts'

const edition: AqiEdition = aqi.versions[0].value
const days = cityDays('daily-74cities-2013-12_2014-12.csv.gz')
const hebei2014 = days.filter((day) => day.day.startsWith('2014') && (hebeiCities as readonly string[]).includes(day.city))
const indexOf = (day: (typeof days)[number]) => airQualityIndex(edition, 'daily', indexItemsOfDay(day.values))

describe('the crawled index', () => {
  const overlooked = hebei2014.filter((day) => day.crawledIndex <= 100 && compareDecimals(day.values.o3_8h as string, '160') > 0)
  it('is at most 100 on 236 city days of Hebei in 2014 on which ozone exceeds its limit', () => {
    expect(overlooked).toHaveLength(236)
  })
  it('recomputed exceeds 100 on every one of them, with ozone among what exceeds', () => {
    for (const day of overlooked) {
      const found = indexOf(day)
      expect(found.aqi).toBeGreaterThan(100)
      expect(found.overStandard).toContain('o3')
    }
  })
  it('flatters the rate of good days', () => {
    const recomputed = goodDays(hebei2014.map((day) => ({ day: day.day, aqi: indexOf(day).aqi })), '2014', edition)
    const crawled = goodDays(hebei2014.map((day) => ({ day: day.day, aqi: day.crawledIndex })), '2014', edition)
    expect([recomputed.valid, recomputed.good, recomputed.rate]).toEqual([11 * 365, 1562, '38.9'])
    expect([crawled.good, crawled.rate]).toEqual([1704, '42.4'])
  })
})

describe('screening of the daily file', () => {
  const findings = days.map((day) => screenDay(screening.versions[0].value['city-day'], day.values).findings)
  const count = (reason: Finding['reason'], item: 'pm10' | 'pm25') =>
    findings.filter((found) => found[item]?.some((each) => each.reason === reason)).length
  it('finds the 22 days with a zero for a missing value', () => {
    expect(findings.filter((found) => Object.values(found).flat().some((each) => each.reason === 'zero'))).toHaveLength(22)
  })
  it('finds PM2.5 above PM10, mostly within the errors of two analysers', () => {
    const inverted = days.filter((day) => compareDecimals(day.values.pm25 as string, day.values.pm10 as string) > 0).length
    const besideZero = days.filter((day) => Number(day.values.pm10) === 0 && Number(day.values.pm25) > 0).length
    expect(inverted).toBe(625)
    expect(count('inversion', 'pm10') + count('inversion-within-error', 'pm10')).toBe(inverted - besideZero)
    expect(count('inversion', 'pm10')).toBe(count('inversion-beside', 'pm25'))
  })
})

describe('the hours of stations in April 2020', () => {
  const rows = airFile('hourly-stations-hebei-2020-04.csv.gz')
  const hourRules = screening.versions[0].value['station-hour']
  const stations = new Map<string, Map<string, Row>>()
  for (const row of rows) {
    const name = `${row.city}/${row.station}`
    stations.set(name, (stations.get(name) ?? new Map<string, Row>()).set(`${row.date} ${row.hour}`, row))
  }
  it('name 254 hours twice', () => {
    const distinct = [...stations.values()].reduce((sum, hours) => sum + hours.size, 0)
    expect(rows.length - distinct).toBe(254)
  })
  it('show the five stations that stood still all week', () => {
    const stoodStill = ['唐山/消防缸窑路中队(启用200109)', '唐山/路南电大(启用200110)', '唐山/陶瓷公司', '秦皇岛/文明里(启用171012)', '衡水/市城管局(181124启用)']
    const still = [...stations].filter(([, hours]) => {
      const inOrder = [...hours].sort(([left], [right]) => (left < right ? -1 : 1))
      const values = inOrder.map(([, row]) => (row.pm25 === '' ? null : (row.pm25 as string)))
      return values.some((value, at) => value !== null && standsStill(hourRules, 'pm25', value, (back) => values[at - back] ?? null))
    })
    expect(still.map(([name]) => name).sort()).toEqual(stoodStill)
  })
  it('hold nothing impossible', () => {
    for (const row of rows)
      for (const item of ['pm25', 'pm10', 'co', 'no2', 'so2'] as const)
        expect(screenReading(hourRules, { item, value: row[item] === '' ? null : (row[item] as string) })).toEqual([])
  })
  it('carry the index that was published with them, and ours equals it in all 5,381 hours that have the six items', () => {
    const complete = rows.filter((row) => ['pm25', 'pm10', 'co', 'no2', 'o3_1h', 'so2', 'aqi'].every((item) => row[item] !== ''))
    const differing = complete.filter((row) => {
      const hour = { so2_1h: row.so2, no2_1h: row.no2, co_1h: row.co, o3_1h: row.o3_1h, pm10_1h: row.pm10, pm25_1h: row.pm25 }
      return airQualityIndex(edition, 'hourly', hour).aqi !== Number(row.aqi)
    })
    expect(complete).toHaveLength(5381)
    expect(differing).toEqual([])
  })
})

describe('two years of hours at 怀柔', () => {
  const rows = airFile('hourly-beijing-huairou-2013-03_2015-02.csv.gz')
  const byDay = new Map<string, Row[]>()
  for (const row of rows) {
    const day = `${row.year}-${String(row.month).padStart(2, '0')}-${String(row.day).padStart(2, '0')}`
    byDay.set(day, [...(byDay.get(day) ?? []), row])
  }
  const hoursOf = (day: Row[], item: string) => day.map((row) => (row[item] === '' ? null : (row[item] as string)))
  it('give 730 days, each with its mean or the reason why there is none', () => {
    const rules = validity.versions[0].value
    const means = [...byDay.values()].map((day) => dayMean(rules, hoursOf(day, 'PM2.5')))
    expect(means).toHaveLength(730)
    for (const mean of means) expect(mean.value === null).toBe(mean.n < 20)
    expect(means.filter((mean) => mean.value === null)).toHaveLength(33)
  })
  it('give the greatest 8-hour ozone mean where 14 of 17 are valid or the limit is passed', () => {
    const limit = limitOf(limits.versions[0].value, 'o3', '8h') as string
    const found = [...byDay.values()].map((day) => greatestEightHourMean(validity.versions[0].value, hoursOf(day, 'O3'), limit))
    for (const each of found) if (each.value === null) expect(each.n).toBeLessThan(14)
    expect(found.filter((each) => each.value && each.n < 14).every((each) => Number(printed(each, 3)) > 160)).toBe(true)
  })
})
