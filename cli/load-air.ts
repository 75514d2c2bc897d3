// Imports the real air-quality files: cities and stations as records, readings into the streams, published rankings as records.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { keyCityNames } from '../jurisdictions/china/air-quality/key-cities.ts'
import { dayOf, startOf } from '../kernel/day.ts'
import type { Person } from '../kernel/permission.ts'
import type { Reading } from '../kernel/stream.ts'
import { packageRoot } from '../store/package-root.ts'
import { setPoints, takeReadings } from '../store/warehouse/readings.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { loadRows } from './load-records.ts'
import type { Progress } from './progress.ts'

const folder = join(packageRoot, 'jurisdictions', 'hebei', 'air-quality')
type Row = Readonly<Record<string, string>>

async function rowsOf(name: string): Promise<Row[]> {
  const bytes = await readFile(join(folder, name))
  return parse(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, skip_empty_lines: true, bom: true }) as Row[]
}

const dailyItems = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3_8h'] as const
const hourlyItems = { pm25: 'pm25', pm10: 'pm10', so2: 'so2', no2: 'no2', co: 'co', o3: 'o3_1h' } as const

const valueOf = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' || text === '—' || text === 'NaN' ? null : text.trim()

const cityDays = (rows: readonly Row[]): Reading[] =>
  rows.flatMap((row) =>
    dailyItems.map((item) => ({
      point: row['city_code']!,
      item,
      at: startOf(row['date']!),
      value: valueOf(row[item]),
      quality: 'measured' as const,
    })),
  )

const stationHours = (rows: readonly Row[]): Reading[] =>
  rows.flatMap((row) =>
    Object.entries(hourlyItems).map(([item, column]) => ({
      point: `${row['city']}/${row['station']}`,
      item,
      at: new Date(Date.parse(startOf(row['date']!)) + Number(row['hour']) * 3_600_000).toISOString(),
      value: valueOf(row[column]),
      quality: 'measured' as const,
    })),
  )

async function cities(zhiheng: Zhiheng, person: Person, days: readonly Row[], progress: Progress): Promise<void> {
  const known = new Map(days.map((row) => [row['city_code']!, row['city']!]))
  const rows = [...known].map(([code, name]) => ({ code, name, english: keyCityNames[code] ?? null, list: 'key74' }))
  const bar = progress.begin('城市 cities', rows.length)
  await loadRows({ engine: zhiheng.engine, person, register: 'air-city', keyOf: (row) => String(row['code']) }, rows, bar)
  // Hebei's cities lie below the province in the tree of areas; the province of any other city is its own code's.
  const { tree } = zhiheng.engine
  const today = dayOf(zhiheng.engine.now())
  const inHebei = (code: string) => tree.has(code) && tree.chain(code, today).includes('130000')
  const province = (code: string) => (inHebei(code) ? '130000' : `${code.slice(0, 2)}0000`)
  await setPoints(
    zhiheng.warehouse,
    'air-day',
    rows.map((row) => ({ point: row.code, dimensions: { city: row.code, province: province(row.code), list: row.list } })),
  )
}

async function stations(zhiheng: Zhiheng, person: Person, progress: Progress): Promise<void> {
  const [placed, hours] = [await rowsOf('stations-hebei.csv'), await rowsOf('hourly-stations-hebei-2020-04.csv.gz')]
  const { tree } = zhiheng.engine
  const codeOf = (city: string) =>
    tree.divisions.find((d) => d.level === 'city' && (d.name === city || d.name === `${city}市`))?.code ?? '130000'
  const rows = placed.map((row) => ({
    code: row['station_code'],
    name: row['station'],
    city: row['city'],
    place: codeOf(row['city']!),
    longitude: row['lon'],
    latitude: row['lat'],
  }))
  const bar = progress.begin('点位 stations', rows.length)
  await loadRows({ engine: zhiheng.engine, person, register: 'air-station', keyOf: (row) => String(row['code']) }, rows, bar)
  const points = [...new Set(hours.map((row) => `${row['city']}/${row['station']}`))]
  await setPoints(
    zhiheng.warehouse,
    'air-hour',
    points.map((point) => ({ point, dimensions: { station: point, city: codeOf(point.split('/')[0]!), province: '130000' } })),
  )
}

async function readings(zhiheng: Zhiheng, stream: string, file: string, made: readonly Reading[], progress: Progress): Promise<void> {
  const parameterOn = (name: string, day: string): unknown =>
    zhiheng.engine.parameters.find(name, day)?.value ?? zhiheng.engine.parameters.find(name, '2013-01-01')?.value
  const bar = progress.begin(`读数 ${file}`, made.length)
  const taken = await takeReadings(
    zhiheng.warehouse,
    zhiheng.engine.house.streams.get(stream)!,
    { key: `file:${file}`, readings: made },
    parameterOn,
  )
  bar(made.length)
  progress.line(`  ${file}: ${taken.taken} taken, ${taken.held} held back, ${taken.known} repeated`)
}

/** Loads everything in `jurisdictions/hebei/air-quality`; a file that was loaded before is not loaded again. */
export async function loadAir(zhiheng: Zhiheng, person: Person, progress: Progress): Promise<void> {
  const [key74, hebei2015] = [await rowsOf('daily-74cities-2013-12_2014-12.csv.gz'), await rowsOf('daily-hebei-2015.csv.gz')]
  await cities(zhiheng, person, [...key74, ...hebei2015], progress)
  await stations(zhiheng, person, progress)
  await readings(zhiheng, 'air-day', 'daily-74cities-2013-12_2014-12.csv.gz', cityDays(key74), progress)
  await readings(zhiheng, 'air-day', 'daily-hebei-2015.csv.gz', cityDays(hebei2015), progress)
  await readings(
    zhiheng,
    'air-hour',
    'hourly-stations-hebei-2020-04.csv.gz',
    stationHours(await rowsOf('hourly-stations-hebei-2020-04.csv.gz')),
    progress,
  )
  const published = (await rowsOf('published-rankings.csv')).map((row) => ({
    period: row['period'],
    scope: row['scope'],
    direction: row['direction'],
    order: row['rank_order'],
    source: row['source'],
    note: row['note'] || null,
  }))
  await loadRows(
    {
      engine: zhiheng.engine,
      person,
      register: 'published-ranking',
      keyOf: (row) => `${row['period']}|${row['scope']}|${row['direction']}`,
    },
    published,
    progress.begin('排名 rankings', published.length),
  )
}
