// Readings become signals of risk: an episode once, with its arithmetic; nothing doubtful, single or old; taken back with the reading.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signalReadings } from '../../cli/signal-readings.ts'
import { addDays } from '../../kernel/day.ts'
import { setPoints } from '../../store/warehouse/readings.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { Work } from '../../store/work.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

let house: House
let monitor: Headers
let corrector: Headers
let collector: Headers
let analyst: Headers
let panel: Headers
let head: Headers
const cities = ['130100', '130200', '130300', '130400', '130500', '130600', '130700', '131100']
const clean = { so2: '20', no2: '45', pm10: '100', pm25: '50', co: '1.2', o3_8h: '96' }
// 260 lies in 250 … 350, which is 300 … 400: an index of 310.
const foul = { ...clean, pm10: '300', pm25: '260' }

const send = async (city: string, date: string, values: Record<string, string | null>) => {
  const readings = Object.entries(values).map(([item, value]) => ({ point: city, item, at: `${date}T00:00:00+08:00`, value }))
  const { status } = await house.post('/api/v1/streams/air-day/readings', { readings }, { ...monitor, 'idempotency-key': uuidv7() })
  expect(status).toBe(200)
}
const watch = () => signalReadings(house.engine, house.warehouse)
const signalsOf = async (city: string): Promise<readonly Record<string, any>[]> =>
  Promise.all((await found(house, 'signal', 'place', city)).map((one) => row(house, one)))
const correct = async (city: string, date: string, value: string) => {
  const asked = { stream: 'air-day', point: city, item: 'pm25', at: `${date}T00:00:00+08:00`, value, why: '采样管脱落，按备用仪器改正（演示）' }
  const filed = await open(house, 'reading-correction', monitor, asked)
  await take(house, filed, 'confirm', corrector)
  await house.work.settled()
}

beforeAll(async () => {
  house = await openHouse({ now: '2023-05-11', pages: true })
  monitor = await house.person('monitor', [{ duty: 'environment.monitor', reach: 'all' }])
  corrector = await house.person('corrector', [{ duty: 'environment.corrector', reach: 'all' }])
  const duty = (name: string) => house.person(`r-${name}`, [{ duty: `risk.${name}`, reach: 'all' }], { office: 'hebei-market' })
  ;[collector, analyst, panel, head] = await Promise.all(['collector', 'analyst', 'panel', 'head'].map(duty)) as [Headers, Headers, Headers, Headers]
  await setPoints(house.warehouse, 'air-day', [...cities, '110000'].map((city) => ({ point: city, dimensions: { city, list: 'key74', province: `${city.slice(0, 2)}0000` } })))
}, 120_000)
afterAll(() => house.close())

describe('days of heavy pollution', () => {
  it('two on end are one signal of that city, with values, line, edition and days; one day, a doubtful one and old ones are none', async () => {
    for (const on of ['2023-05-08', '2023-05-09']) await send('130500', on, foul)
    await send('130200', '2023-05-08', foul)
    await send('130200', '2023-05-09', clean)
    // No analyser reads so much, and a code for no reading is none.
    for (const on of ['2023-05-08', '2023-05-09']) await send('130600', on, { ...clean, pm25: '99999' })
    for (const on of ['2023-05-08', '2023-05-09']) await send('130700', on, { ...clean, pm25: '-9999' })
    for (const on of ['2023-03-08', '2023-03-09']) await send('130100', on, foul)
    // A place outside the province is not ours to watch.
    for (const on of ['2023-05-08', '2023-05-09']) await send('110000', on, foul)
    expect(await watch()).toHaveLength(1)
    const [signal] = await signalsOf('130500')
    expect(signal).toMatchObject({
      ...{ state: 'toScreen', source: 'reading', product_class: 'ambientAir', product: '环境空气', hazard: 'chemical', area: '130500', weight: 2 },
      ...{ day: '2023-05-08', until: '2023-05-09', origin: 'air.aqi', origin_record: 'heavy-pollution 130500' },
    })
    expect(signal!['readings']).toEqual(['2023-05-08', '2023-05-09'].map((on) => ({ on, value: '310', beside: null, measure: null, edition: 'HJ 633-2012 (hj-633-2012)' })))
    const terms = (signal!['arithmetic'] as { symbol: string; value: string }[]).map(({ symbol, value }) => `${symbol} ${value}`)
    expect(terms).toEqual(['L1 200', 'n1 2', 'N1 2', 'max 310'])
    for (const city of ['130200', '130600', '130700', '130100', '110000']) expect(await signalsOf(city)).toEqual([])
  })

  it('looked at again, twice at once, or by the clock, nothing is told twice; what was written keeps who wrote it', async () => {
    await Promise.all([watch(), watch()])
    const { engine, warehouse } = house
    const failing: string[] = []
    const daily = [(each: House['engine']) => signalReadings(each, warehouse)]
    await new Work({ engine, warehouse, origin: 'test', signers: () => [], daily, fault: (_, error) => failing.push(String(error)) }).settled()
    expect(failing).toEqual([])
    const signals = await signalsOf('130500')
    expect(signals.map(({ version }) => version)).toEqual([1])
    const { rows } = await engine.database.query('select actor from kernel.journal where record = $1', [signals[0]!['id']])
    expect(rows).toEqual([{ actor: 'watch' }])
  })

  it('a third day makes the same signal longer', async () => {
    await send('130500', '2023-05-10', foul)
    expect(await watch()).toEqual([])
    expect(await signalsOf('130500')).toMatchObject([{ until: '2023-05-10', version: 2, arithmetic: expect.arrayContaining([expect.objectContaining({ symbol: 'N1', value: '3' })]) }])
  })

  it('nobody types readings, nor computes again by hand', async () => {
    const typed = { day: '2023-05-08', source: 'reading', product: '环境空气', productClass: 'ambientAir', hazard: 'chemical', place: '130500' }
    const readings = [{ on: '2023-05-08', value: '499', edition: 'HJ 633-2012' }]
    expect((await tryOpen(house, 'signal', collector, { ...typed, readings })).body).toMatchObject({ code: 'risk.readings-by-hand' })
    const [file] = await found(house, 'signal', 'place', '130500')
    expect((await attempt(house, file!, 'reread', collector, { day: '2023-05-08', until: '2023-05-09', readings })).body).toMatchObject({ code: 'risk.readings-by-hand' })
  })

  it('figures that are not there take nothing back: not known is not the same as corrected', async () => {
    expect(await signalReadings(house.engine, { rows: async () => [] })).toEqual([])
    expect(await signalsOf('130500')).toMatchObject([{ state: 'toScreen', version: 2 }])
  })

  it('a correction that takes the days away takes the signal back; what comes again is told anew', async () => {
    for (const on of ['2023-05-08', '2023-05-09']) await correct('130500', on, '50')
    expect(await watch()).toEqual([])
    expect(await signalsOf('130500')).toMatchObject([{ state: 'archived', ground: 'withdrawn' }])
    await correct('130500', '2023-05-09', '260')
    expect(await watch()).toHaveLength(1)
    expect(await watch()).toEqual([])
    expect((await signalsOf('130500')).map(({ state, day }) => [state, day])).toEqual(expect.arrayContaining([['archived', '2023-05-08'], ['toScreen', '2023-05-09']]))
  })

  it('a correction wakes the watch within a minute, and not only on the next day; one that fails is tried again', async () => {
    for (const on of ['2023-05-08', '2023-05-09']) await send('130300', on, foul)
    const { engine, warehouse } = house
    const faults: string[] = []
    let looked = 0
    const look = (each: House['engine']) => (++looked === 2 ? Promise.reject(new Error('disk')) : signalReadings(each, warehouse))
    const work = new Work({ engine, warehouse, origin: 'test', signers: () => [], daily: [look], corrected: [look], fault: (_, error) => faults.push(String(error)) })
    const states = async () => (await signalsOf('130300')).map(({ state, ground }) => [state, ground])
    await work.settled()
    expect([looked, await states()]).toEqual([1, [['toScreen', null]]])
    // Nothing was corrected since: the next minute looks at nothing.
    house.at('2023-05-11T01:02:00Z')
    await work.settled()
    expect(looked).toBe(1)
    for (const on of ['2023-05-08', '2023-05-09']) {
      const asked = { stream: 'air-day', point: '130300', item: 'pm25', at: `${on}T00:00:00+08:00`, value: '50', why: '采样管脱落（演示）' }
      // Followed by this work, and not by that of the house.
      expect((await attempt(house, await open(house, 'reading-correction', monitor, asked), 'confirm', corrector)).status).toBe(200)
    }
    await work.settled()
    // Both corrections are looked at once, a minute after the last look: it fails, and so does nothing but itself.
    house.at('2023-05-11T01:04:00Z')
    await work.settled()
    expect([looked, await states()]).toEqual([2, [['toScreen', null]]])
    house.at('2023-05-11T01:06:00Z')
    await work.settled()
    expect([looked, faults, await states()]).toEqual([3, ['Error: disk'], [['archived', 'withdrawn']]])
    house.at('2023-05-11')
  })

  it('a correction that comes while the watch is reading is looked at by the next minute, and not by the next day', async () => {
    const { engine, warehouse } = house
    let looked = 0
    let release = (): void => {}
    const slow = async (): Promise<void> => {
      if (++looked === 1) await new Promise<void>((resolve) => (release = resolve))
    }
    const fault = (_: string, error: unknown): never => { throw error }
    const work = new Work({ engine, warehouse, origin: 'test', signers: () => [], daily: [slow], corrected: [slow], fault })
    house.at('2023-05-11T02:00:00Z')
    work.wake()
    while (looked === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    const asked = { stream: 'air-day', point: '130300', item: 'pm25', at: '2023-05-08T00:00:00+08:00', value: '55', why: '采样管脱落（演示）' }
    expect((await attempt(house, await open(house, 'reading-correction', monitor, asked), 'confirm', corrector)).status).toBe(200)
    work.wake()
    const value = async () => (await warehouse.rows<{ n: number }>("select count(*)::int as n from correction where reason like '%演示%' and value = 55"))[0]!.n
    for (let tries = 0; tries < 200 && (await value()) === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 20))
    release()
    await work.settled()
    expect(looked).toBe(1)
    house.at('2023-05-11T02:02:00Z')
    await work.settled()
    expect(looked).toBe(2)
    house.at('2023-05-11')
  })

  it('a correction that cuts an episode in two leaves the first signal with the first part and tells the second; joined again, one repeats the other', async () => {
    for (let n = 1; n <= 5; n++) await send('131100', addDays('2023-05-01', n), foul)
    expect(await watch()).toHaveLength(1)
    await correct('131100', '2023-05-04', '50')
    expect(await watch()).toHaveLength(1)
    const spans = async () => (await signalsOf('131100')).map(({ day, until, state, ground }) => [day, until, state, ground]).sort()
    expect(await spans()).toEqual([['2023-05-02', '2023-05-03', 'toScreen', null], ['2023-05-05', '2023-05-06', 'toScreen', null]])
    await correct('131100', '2023-05-04', '260')
    expect(await watch()).toEqual([])
    expect(await spans()).toEqual([['2023-05-02', '2023-05-06', 'toScreen', null], ['2023-05-05', '2023-05-06', 'archived', 'duplicate']])
  })
})

describe('one episode that two streams see', () => {
  const stations = ['甲', '乙', '丙', '丁']
  const means = { so2: 20, no2: 45, pm10: 300, pm25: 260, co: 1.2, o3: 96 }
  /** Hours around the mean, one below and one above in turn, so that no instrument stands still and the day has the mean. */
  const sendHours = async (date: string) => {
    const readings = stations.flatMap((station) =>
      Array.from({ length: 24 }, (_, hour) =>
        Object.entries(means).map(([item, mean]) => {
          const swing = item === 'co' ? 0.1 : 1
          const value = (mean + (hour % 2 === 0 ? -swing : swing)).toFixed(1)
          return { point: station, item, at: `${date}T${String(hour).padStart(2, '0')}:00:00+08:00`, value }
        }),
      ).flat(),
    )
    expect((await house.post('/api/v1/streams/air-hour/readings', { readings }, { ...monitor, 'idempotency-key': uuidv7() })).body).toMatchObject({ held: 0 })
  }
  const told = async () => (await signalsOf('130400')).map(({ state, day, until, origin, readings }) => [state, day, until, origin, (readings as Record<string, unknown>[]).map(({ on, value, measure }) => [on, value, measure])])

  it('is told once, by the one that saw it first, and says of each day which stream it is from', async () => {
    await setPoints(house.warehouse, 'air-hour', stations.map((name) => ({ point: name, dimensions: { station: name, city: '130400', province: '130000' } })))
    for (const on of ['2023-05-07', '2023-05-08']) await sendHours(on)
    expect(await watch()).toHaveLength(1)
    const hours = 'air.hours.aqi'
    expect(await told()).toEqual([['toScreen', '2023-05-07', '2023-05-08', hours, [['2023-05-07', '310', hours], ['2023-05-08', '310', hours]]]])
    // The days come later, milder on one of them: what a stream sees another does not unsay.
    await send('130400', '2023-05-07', clean)
    await send('130400', '2023-05-08', { ...foul, pm25: '300' })
    await send('130400', '2023-05-09', foul)
    expect(await watch()).toEqual([])
    expect(await told()).toEqual([['toScreen', '2023-05-07', '2023-05-09', hours, [['2023-05-07', '310', hours], ['2023-05-08', '350', null], ['2023-05-09', '310', null]]]])
    expect((await house.get('/en/desk/risks/ambientAir', analyst)).body).toMatch(/310<\/td><td>Air quality index, from the hours of stations/)
  })

  it('a day that one stream alone has joins a day that the other alone has', async () => {
    await sendHours('2023-04-20')
    await send('130400', '2023-04-21', foul)
    expect(await watch()).toHaveLength(1)
    expect((await told()).find(([, day]) => day === '2023-04-20')?.slice(0, 3)).toEqual(['toScreen', '2023-04-20', '2023-04-21'])
    // Corrected in the one that saw it, it falls.
    await correct('130400', '2023-04-21', '50')
    expect(await watch()).toEqual([])
    expect((await told()).find(([, day]) => day === '2023-04-20')?.[0]).toBe('archived')
  })
})

describe('a signal of readings is handled like any other', () => {
  let matter: File
  it('stands on the risk table, leads to a matter of its city, and falls with its readings when it was joined', async () => {
    expect((await house.get('/en/desk/risks', analyst)).body).toContain('Ambient air')
    const page = (await house.get('/en/desk/risks/ambientAir', analyst)).body as string
    for (const part of ['Heavy pollution', '2023-05-02', 'HJ 633-2012', 'Days on end that it was held']) expect(page).toContain(part)
    matter = await open(house, 'risk-matter', analyst, { begun: '2023-05-11', place: '131100', product: '环境空气', productClass: 'ambientAir', hazard: 'chemical', raised: 'officer', why: '连续重污染' })
    await take(house, matter, 'take-up', analyst)
    await settle(house)
    expect(await row(house, matter)).toMatchObject({ signals: [{ source: 'reading', weight: 2 }] })
    for (let n = 1; n <= 5; n++) await correct('131100', addDays('2023-05-01', n), '50')
    await watch()
    await settle(house)
    expect(await row(house, matter)).toMatchObject({ signals: [], fallen: [{ weighed: null }] })
    expect(await signalsOf('131100')).toMatchObject([{ state: 'archived' }, { state: 'archived' }])
  })

  it('nobody makes the air: it is not sampled in shops and no maker is inquired into', async () => {
    const view = (expert: string) => ({ expert, recused: 'no', opinion: 'yellow' })
    await take(house, matter, 'assess', analyst, { scenarios: [{ name: '长时间吸入', group: 'elderly', severity: 2, steps: '重污染日 1/10；在室外 1/50' }] })
    await take(house, matter, 'consult', panel, { panel: ['A', 'B', 'C'].map(view), minutes: '一致', recommended: 'yellow' })
    // A warning of heavy pollution is the government's: nobody else announces one.
    const warned = { colour: 'yellow', colourWhy: '连续重污染', danger: '重污染', advice: '减少外出', channels: ['site'], warnedTo: '2023-06-30' }
    expect((await attempt(house, matter, 'warn', head, warned)).body).toMatchObject({ code: 'risk.air-is-the-governments', basis: 'air-pollution-law/95' })
    await take(house, matter, 'circulate', head, { why: '已由生态环境部门发布' })
    const plan = { chosen: ['specialCheck'], planTitle: '抽查', planWanted: 3, planTo: '2023-12-31' }
    expect((await attempt(house, matter, 'decide-measures', head, plan)).body).toMatchObject({ code: 'risk.nobody-makes-it' })
    await take(house, matter, 'decide-measures', head, { chosen: ['joint'] })
  })
})
