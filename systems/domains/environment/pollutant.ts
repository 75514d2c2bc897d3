// 污染物: the six pollutants of the air, the items by which they are indexed, and the items of a city's day.
import { words, type Words } from '../../../kernel/words.ts'

export type Pollutant = 'so2' | 'no2' | 'co' | 'o3' | 'pm10' | 'pm25'

export const pollutants: Readonly<Record<Pollutant, Words>> = {
  so2: words('二氧化硫（SO₂）', 'Sulphur dioxide (SO₂)'),
  no2: words('二氧化氮（NO₂）', 'Nitrogen dioxide (NO₂)'),
  co: words('一氧化碳（CO）', 'Carbon monoxide (CO)'),
  o3: words('臭氧（O₃）', 'Ozone (O₃)'),
  pm10: words('颗粒物（PM₁₀）', 'Particles (PM₁₀)'),
  pm25: words('细颗粒物（PM₂.₅）', 'Fine particles (PM₂.₅)'),
}

/** A pollutant with the time over which its concentration is averaged, as the tables of HJ 633 have it. */
export type IndexItem =
  | 'so2_24h' | 'so2_1h' | 'no2_24h' | 'no2_1h' | 'pm10_24h' | 'pm10_1h'
  | 'co_24h' | 'co_1h' | 'o3_1h' | 'o3_8h' | 'pm25_24h' | 'pm25_1h'

export const pollutantOf = (item: IndexItem | DailyItem): Pollutant => item.split('_', 1)[0] as Pollutant

/** The six figures of a city's or a station's day: daily means, and for ozone the greatest 8-hour mean. */
export type DailyItem = 'so2' | 'no2' | 'co' | 'o3_8h' | 'pm10' | 'pm25'

export const dailyItems: readonly DailyItem[] = ['so2', 'no2', 'co', 'o3_8h', 'pm10', 'pm25']

export const dailyItemTitles: Readonly<Record<DailyItem, Words>> = {
  ...pollutants,
  o3_8h: words('臭氧日最大 8 小时平均（O₃-8h）', 'Ozone, greatest 8-hour mean of the day (O₃-8h)'),
}

/** µg/m³, and mg/m³ for carbon monoxide. */
export const unitOf = (item: DailyItem | IndexItem): 'µg/m³' | 'mg/m³' => (pollutantOf(item) === 'co' ? 'mg/m³' : 'µg/m³')

/** One day: concentrations as exact decimals in their unit, null where there is none that may be used. */
export interface AirDay {
  readonly day: string
  readonly values: Readonly<Record<DailyItem, string | null>>
}

/** The same day as HJ 633 names its items. */
export const indexItemsOfDay = (values: AirDay['values']): Partial<Record<IndexItem, string | null>> => ({
  so2_24h: values.so2,
  no2_24h: values.no2,
  co_24h: values.co,
  o3_8h: values.o3_8h,
  pm10_24h: values.pm10,
  pm25_24h: values.pm25,
})
