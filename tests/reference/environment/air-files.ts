// Reads the real air-quality files for the tests: days of cities, hours of stations, published rankings.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { dailyItems, type AirDay, type DailyItem } from '../../../systems/domains/environment/pollutant.ts'

const folder = new URL('../../../jurisdictions/hebei/air-quality/', import.meta.url)

export type Row = Readonly<Record<string, string>>

export const rowsOf = (text: string): readonly Row[] => parse(text, { columns: true, skip_empty_lines: true })

export const referenceTable = (name: string): readonly Row[] => rowsOf(readFileSync(new URL(name, import.meta.url), 'utf8'))

export const airFile = (name: string): readonly Row[] => {
  const bytes = readFileSync(new URL(name, folder))
  return rowsOf((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
}

export const hebeiCities = ['石家庄', '唐山', '秦皇岛', '邯郸', '邢台', '保定', '张家口', '承德', '沧州', '廊坊', '衡水'] as const

export interface CityDay extends AirDay {
  readonly city: string
  /** The index as it was crawled: never used, only compared with. */
  readonly crawledIndex: number
}

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

export const cityDays = (name: string): readonly CityDay[] =>
  airFile(name).map((row) => ({
    city: row.city as string,
    day: row.date as string,
    crawledIndex: Number(row.aqi),
    values: Object.fromEntries(dailyItems.map((item) => [item, given(row[item])])) as Record<DailyItem, string | null>,
  }))

export function byCity(days: readonly CityDay[]): ReadonlyMap<string, readonly CityDay[]> {
  const cities = new Map<string, CityDay[]>()
  for (const day of days) {
    const own = cities.get(day.city)
    if (own) own.push(day)
    else cities.set(day.city, [day])
  }
  return cities
}
