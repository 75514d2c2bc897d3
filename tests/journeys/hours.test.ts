// Hours of stations become days of cities: 20 hours a day, three stations of four, and a stuck instrument is held back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setPoints } from '../../store/warehouse/readings.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let monitor: Record<string, string>
const stations = ['甲', '乙', '丙', '丁']
/** Means of the worked day of HJ 633: index 109 by the table of 2012, 120 by that of 2026. */
const means = { so2: 20, no2: 45, pm10: 160, pm25: 82, co: 1.2, o3: 96 }

/** A day's hours around a mean, one below and one above in turn, so that every even stretch has the mean exactly. */
const hours = (station: string, date: string, count = 24) =>
  Array.from({ length: count }, (_, hour) =>
    Object.entries(means).map(([item, mean]) => {
      const swing = item === 'co' ? 0.1 : 1
      const value = (mean + (hour % 2 === 0 ? -swing : swing)).toFixed(1)
      return { point: station, item, at: `${date}T${String(hour).padStart(2, '0')}:00:00+08:00`, value }
    }),
  ).flat()
const send = (readings: object[]) =>
  house.post('/api/v1/streams/air-hour/readings', { readings }, { ...monitor, 'idempotency-key': uuidv7() })
const figure = async (measure: string, cell: string) =>
  (await house.get(`/api/v1/measures/${measure}/${encodeURIComponent(cell)}`)).body.figure
const station = (item: string, name: string, date: string) =>
  figure(`air.station-day.${item}`, `city=130500|province=130000|station=${name}|${date}`)
const city = (measure: string, at: string) => figure(measure, `city=130500|province=130000|${at}`)

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  monitor = await house.person('monitor', [{ duty: 'environment.monitor', reach: 'area', area: '130500' }])
  await setPoints(
    house.warehouse,
    'air-hour',
    stations.map((name) => ({ point: name, dimensions: { station: name, city: '130500', province: '130000' } })),
  )
})
afterAll(() => house.close())

describe('a day of four stations', () => {
  it('has the means of its hours, and the index of either edition by its day', async () => {
    for (const date of ['2026-02-28', '2026-03-01']) {
      const { status, body } = await send(stations.flatMap((name) => hours(name, date)))
      expect(status).toBe(200)
      expect(body).toMatchObject({ taken: 4 * 24 * 6, held: 0 })
    }
    expect(await station('pm25', '甲', '2026-03-01')).toMatchObject({ value: '82.000', n: 24, coverage: 1 })
    expect(await station('o3_8h', '甲', '2026-03-01')).toMatchObject({ value: '96.000', notes: { valid: 17, expected: 17 } })
    expect(await city('air.city-day.co', '2026-03-01')).toMatchObject({ value: '1.200', notes: { valid: 4, expected: 4 } })
    expect(await city('air.hours.aqi', '2026-02-28')).toMatchObject({ value: '109', edition: 'HJ 633-2012 (hj-633-2012)' })
    expect(await city('air.hours.aqi', '2026-03-01')).toMatchObject({ value: '120', edition: 'HJ 633-2026 (hj-633-2026)' })
  })
  it('counts with 20 hours and not with 19, and a city with three stations of four and not with two', async () => {
    const whole = ['甲', '乙'].flatMap((name) => hours(name, '2026-03-02'))
    await send([...whole, ...hours('丙', '2026-03-02', 19), ...hours('丁', '2026-03-02', 19)])
    expect(await station('pm25', '丙', '2026-03-02')).toMatchObject({ value: null, n: 19, why: { en: expect.stringContaining('20') } })
    expect(await city('air.city-day.pm25', '2026-03-02')).toMatchObject({ value: null, notes: { valid: 2, expected: 4 } })
    const late = hours('丙', '2026-03-02', 20).filter((reading) => reading.at.includes('T19'))
    expect((await send(late)).body).toMatchObject({ taken: 6, held: 0 })
    expect(await station('pm25', '丙', '2026-03-02')).toMatchObject({ value: '82.000', n: 20, revision: 2, reason: '新到的读数' })
    expect(await city('air.city-day.pm25', '2026-03-02')).toMatchObject({ value: '82.000', revision: 2, notes: { valid: 3, expected: 4 } })
    expect(await city('air.city-day.pm25', '2026-03-01')).toMatchObject({ revision: 1 })
  })
  it('of a month with three days has no mean, and says so', async () =>
    expect(await city('air.hours.month.pm25', '2026-03')).toMatchObject({ value: null, n: 2, why: { en: expect.stringContaining('half') } }))
})

describe('an instrument', () => {
  const at = (date: string, hour: number, value: string) => ({
    point: '丁',
    item: 'pm25',
    at: `${date}T${String(hour).padStart(2, '0')}:00:00+08:00`,
    value,
  })
  it('that stands still is held back from its twelfth equal hour on, over midnight and over batches', async () => {
    const first = await send(Array.from({ length: 10 }, (_, n) => at('2026-03-05', 14 + n, '41')))
    expect(first.body).toMatchObject({ taken: 10, held: 0 })
    const second = await send([at('2026-03-06', 0, '41'), at('2026-03-06', 1, '41'), at('2026-03-06', 2, '41.0'), at('2026-03-06', 3, '43')])
    expect(second.body.heldBack.map((each: { at: string; reason: string }) => [Date.parse(each.at), each.reason])).toEqual([
      [Date.parse('2026-03-06T01:00:00+08:00'), 'stuck'],
      [Date.parse('2026-03-06T02:00:00+08:00'), 'stuck'],
    ])
  })
  it('that leaps is doubted beside the hour before, also when that came in an earlier batch', async () => {
    await send([at('2026-03-07', 0, '20')])
    expect((await send([at('2026-03-07', 1, '320')])).body).toMatchObject({ held: 1, heldBack: [{ reason: 'jump' }] })
  })
})
