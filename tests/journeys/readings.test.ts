// Readings through HTTP: impossible ones held back, late ones recompute what they touch, other values never overwrite.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setPoints } from '../../store/warehouse/readings.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let monitor: Record<string, string>
const path = '/api/v1/streams/air-day/readings'
const items = { so2: '20', no2: '45', pm10: '160', pm25: '82', co: '1.2', o3_8h: '96' }
const day = (point: string, date: string, more: Record<string, string | null> = {}) =>
  Object.entries({ ...items, ...more }).map(([item, value]) => ({ point, item, at: `${date}T00:00:00+08:00`, value }))
const send = (readings: object[], who = monitor, key: string = uuidv7()) =>
  house.post(path, { readings }, { ...who, 'idempotency-key': key })
const aqi = async (city: string, date: string) =>
  (await house.get(`/api/v1/measures/air.aqi/${encodeURIComponent(`city=${city}|list=key74|province=130000|${date}`)}`)).body

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  monitor = await house.person('monitor', [{ duty: 'environment.monitor', reach: 'area', area: '130500' }])
  const point = (city: string) => ({ point: city, dimensions: { city, list: 'key74', province: '130000' } })
  await setPoints(house.warehouse, 'air-day', [point('130500'), point('130200')])
})
afterAll(() => house.close())

describe('a monitor of Xingtai', () => {
  const key = uuidv7()
  it('sends a day before and a day after 2026-03-01, each judged by the edition of its day', async () => {
    const { status, body } = await send([...day('130500', '2026-02-28'), ...day('130500', '2026-03-01')], monitor, key)
    expect(status).toBe(200)
    expect(body).toMatchObject({ taken: 12, held: 0, known: 0 })
    // The worked day of HJ 633: 109 by the table of 2012, 120 by that of 2026.
    expect((await aqi('130500', '2026-02-28')).figure).toMatchObject({ value: '109', edition: 'HJ 633-2012 (hj-633-2012)' })
    expect((await aqi('130500', '2026-03-01')).figure).toMatchObject({ value: '120', edition: 'HJ 633-2026 (hj-633-2026)' })
  })
  it('sends the same batch again and nothing is doubled', async () =>
    expect((await send(day('130500', '2026-02-28'), monitor, key)).body).toMatchObject({ repeated: true, taken: 12 }))
  it('sends −9999: it is kept with its reason, and the day has no index that it would have falsified', async () => {
    const { body } = await send(day('130500', '2026-03-02', { pm25: '-9999', pm10: '60' }))
    expect(body).toMatchObject({ taken: 6, held: 1, heldBack: [{ item: 'pm25', value: '-9999', reason: 'missing-code' }] })
    expect((await aqi('130500', '2026-03-02')).figure).toMatchObject({ value: null, why: { en: expect.stringContaining('missing') } })
    const { body: reading } = await house.get('/api/v1/streams/air-day/readings/130500/pm25/2026-03-02T00:00:00%2B08:00')
    expect(reading.versions).toMatchObject([{ value: '-9999.0000', quality: 'suspect', reason: 'missing-code' }])
  })
  it('sends a late reading: its day is computed again with the reason, no other day is', async () => {
    const five = day('130500', '2026-03-03').filter((r) => r.item !== 'o3_8h')
    await send(five)
    expect((await aqi('130500', '2026-03-03')).figure).toMatchObject({ revision: 1, n: 5 })
    await send(day('130500', '2026-03-03', { o3_8h: '265' }).filter((r) => r.item === 'o3_8h'))
    const { figure, earlier } = await aqi('130500', '2026-03-03')
    expect(figure).toMatchObject({ value: '200', revision: 2, n: 6, reason: '新到的读数' })
    expect(earlier).toMatchObject([{ revision: 1, value: '120' }])
    expect((await aqi('130500', '2026-03-01')).figure.revision).toBe(1)
  })
  it('sends another value for a reading that is there: it is kept beside, and nothing changes', async () => {
    const { body } = await send(day('130500', '2026-03-01', { pm25: '999' }))
    expect(body).toMatchObject({ taken: 0, known: 6, differing: 1 })
    expect((await aqi('130500', '2026-03-01')).figure).toMatchObject({ value: '120', revision: 1 })
    expect(await house.warehouse.rows('select point, item, value::varchar as value from differing')).toEqual([
      { point: '130500', item: 'pm25', value: '999.0000' },
    ])
  })
})

describe('what is refused, whole', () => {
  const readings = async () => (await house.warehouse.rows<{ n: number }>('select count(*)::integer as n from reading'))[0]!.n
  it.each([
    ['an unknown point', () => day('139999', '2026-03-04'), 422, 'readings.unknown-point'],
    [
      'an unknown item',
      () => [{ point: '130500', item: 'radon', at: '2026-03-04T00:00:00+08:00', value: '1' }],
      422,
      'readings.unknown-item',
    ],
    ['a moment in the future', () => day('130500', '2027-01-01'), 422, 'readings.future'],
    ['a point of another city', () => day('130200', '2026-03-04'), 403, 'readings.not-yours'],
  ])('%s', async (_what, made, status, code) => {
    const before = await readings()
    expect(await send([...day('130500', '2026-03-05'), ...made()])).toMatchObject({ status, body: { code } })
    expect(await readings()).toBe(before)
  })
  it('a sender without an account', async () => expect((await send(day('130500', '2026-03-06'), {})).status).toBe(403))
})
