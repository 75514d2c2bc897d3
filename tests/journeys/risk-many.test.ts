// A matter with very many signals: what it cannot hold goes to a matter that follows it, and none is lost on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyone } from '../../kernel/permission.ts'
import { act } from '../../store/records/gate.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

let house: House
let analyst: Headers
let county: Headers
const most = 500

async function signal(day: string, place: string | null = '130100'): Promise<File> {
  const answers = { day, source: 'complaint', product: '儿童台灯', productClass: 'lamps', hazard: 'heat', place }
  const id = uuidv7()
  await act(house.engine, { register: 'signal', record: id, step: 'open', key: id, person: { ...anyone, id: 'linkage', name: 'linkage' }, hand: 'linkage', answers })
  return { id, register: 'signal' } as File
}

const raise = (place: string) =>
  open(house, 'risk-matter', analyst, { begun: '2026-05-11', place, product: '儿童台灯', productClass: 'lamps', hazard: 'heat', raised: 'officer', why: '投诉集中' })

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  analyst = await house.person('many-analyst', [{ duty: 'risk.analyst', reach: 'all' }], { office: 'hebei-market' })
  county = await house.person('many-county', [{ duty: 'risk.analyst', reach: 'area', area: '130200' }], { office: 'market-130200' })
  const days = ['2026-05-09', '2026-05-01', '2026-05-04']
  for (let n = 0; n < most + 3; n++) await signal(days[n % 3]!)
}, 180_000)
afterAll(() => house.close())

describe('more signals than a matter holds', () => {
  let matter: File
  let next: File

  // risk.taken-up-full
  it('the oldest are joined, and the rest wait for a matter that follows and says so', async () => {
    matter = await raise('130100')
    await take(house, matter, 'take-up', analyst)
    await settle(house)
    const first = await row(house, matter)
    expect(first).toMatchObject({ filled_by: expect.any(String), weight: most })
    const days = (first['signals'] as { day: string }[]).map(({ day }) => day)
    expect([days.length, days[0], days.filter((day) => day === '2026-05-09').length]).toEqual([most, '2026-05-01', 165])
    const following = await found(house, 'risk-matter', 'follows', matter.id)
    expect(following).toHaveLength(1)
    next = following[0]!
    const followOn = await row(house, next)
    expect(followOn).toMatchObject({ state: 'proposed', raised: 'followOn', area: '130100', product_class: 'lamps', hazard: 'heat' })
    expect(followOn['why']).toContain(String(first['number']))
  })

  it('one that is joined later is refused by the full matter, which names the one that follows', async () => {
    const late = await signal('2026-05-10')
    const [full, follows] = [await row(house, matter), await row(house, next)]
    const refused = await attempt(house, late, 'join', analyst, { matter: full['number'] })
    expect(refused.body).toMatchObject({ status: 409, code: 'risk.matter-full', field: 'matter' })
    expect(JSON.stringify(refused.body)).toContain(String(follows['number']))
    expect(await row(house, late)).toMatchObject({ state: 'toScreen' })
  })

  it('the one that follows takes all that waited, and then there is none left', async () => {
    await take(house, next, 'take-up', analyst)
    await settle(house)
    expect(await row(house, next)).toMatchObject({ state: 'assessing', weight: 4, filled_by: null })
    const waiting = (await found(house, 'signal', 'product_class', 'lamps')).map((one) => row(house, one))
    expect(new Set((await Promise.all(waiting)).map(({ state }) => state))).toEqual(new Set(['joined']))
  }, 60_000)
})

it('two matters taken up at one moment share no signal, and a matter that is filled exactly is followed too', async () => {
  await settle(house)
  for (let n = 0; n < most; n++) await signal('2026-05-11')
  const both = [await raise('130100'), await raise('130100')]
  await Promise.all(both.map((matter) => take(house, matter, 'take-up', analyst)))
  const [one, other] = await Promise.all(both.map((matter) => row(house, matter)))
  const records = [one, other].map((taken) => ((taken!['signals'] ?? []) as { record: string }[]).map(({ record }) => record))
  expect(records.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, most])
  expect([one, other].filter((taken) => taken!['filled_by'] !== null)).toHaveLength(1)
  await settle(house)
}, 120_000)

it('a matter of one county finds its own signals behind a thousand newer ones of another', async () => {
  const own = await signal('2026-05-02', '130202')
  const nowhere = await signal('2026-05-03', null)
  for (let n = 0; n < 1000; n++) await signal('2026-05-10')
  const matter = await open(house, 'risk-matter', county, { begun: '2026-05-11', place: '130200', product: '儿童台灯', productClass: 'lamps', hazard: 'heat', raised: 'officer', why: '投诉' })
  await take(house, matter, 'take-up', county)
  expect(((await row(house, matter))['signals'] as { record: string }[]).map(({ record }) => record)).toEqual([own.id, nowhere.id])
}, 120_000)
