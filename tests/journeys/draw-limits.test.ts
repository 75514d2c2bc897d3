// What a draw must not allow: a reserve visited twice or never, a promise dated before a seed that is known, bodies of another place, a source given up and used.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, cast, drawOf, found, invented, items, makers, open, row, seedOf, settle, take, type Cast, type File } from './supervision-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02' })
  who = await cast(house)
}, 120_000)
afterAll(() => house.close())

const commitment = (seeds: readonly object[], take = 1) => ({
  take: [{ stratum: 'all', take }], reserve: 2, inspectorsEach: 2, waitHours: 24, secret: '5a'.repeat(32), seeds,
})

/** A draw of a plan with its frame frozen and no more. */
async function frozen(day: string, list: readonly object[] | null, place = '130100'): Promise<File> {
  house.at(day)
  const plan = await open(house, 'check-plan', who.organiser, {
    title: '木质家具监督抽查（演示）', kind: 'yearly', frame: 'random', line: 'goods', productClass: 'furniture', place, items, rule: 'simple',
    wanted: 1, from: day, to: addDays(day, 300),
  })
  await take(house, plan, 'approve', who.approver)
  await take(house, plan, 'call-draw', who.organiser, { drawTitle: '抽取' })
  const [draw] = await found(house, 'draw', 'plan', plan.id)
  const inspectors = ['sup-sampler', 'sup-second'].map((account, n) => ({ account, badge: `ZF-00${n + 1}` }))
  await take(house, draw!, 'freeze', who.organiser, { ...(list ? { list } : {}), inspectors })
  return draw!
}
const units = makers.map((code, n) => ({ code, name: `虚构家具厂${n + 1}（演示）`, place: '130102', stratum: 'all' }))

describe('a draw', () => {
  // supervision.reserve-to-sample
  it('gives each reserve its own sample, also where two are called before the first has got it', async () => {
    const day = '2026-03-02'
    const four = [...units, { ...units[0]!, code: invented(4) }]
    const draw = await frozen(day, four)
    await take(house, draw, 'commit', who.organiser, commitment([{ source: '公开开奖 A', at: `${addDays(day, 1)}T21:15:00+08:00` }], 2))
    house.at(addDays(day, 2))
    await take(house, draw, 'draw', who.organiser, { seedSource: '公开开奖 A', seed: '号码 A', appeared: `${addDays(day, 1)}T21:15:10+08:00` })
    // Two visits come to nothing and two reserves take their places; none takes the place of a visit that is still to come.
    const call = (why: string) => attempt(house, draw, 'call-reserve', who.organiser, { stratum: 'all', why })
    expect((await call('看来已停产')).body).toMatchObject({ code: 'supervision.no-place-free', field: 'stratum' })
    const lost = async (sample: File) => {
      await take(house, sample, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
      await take(house, sample, 'find-nothing', who.sampler, { ground: 'closed', reason: '停产' })
    }
    for (const sample of await found(house, 'sample', 'draw', draw.id)) await lost(sample)
    for (const why of ['停产', '搬迁']) expect((await call(why)).status).toBe(200)
    await settle(house)
    const samples = await Promise.all((await found(house, 'sample', 'draw', draw.id)).map((each) => row(house, each)))
    expect(samples.map(({ unit }) => unit as string).toSorted()).toEqual(four.map(({ code }) => code).toSorted())
  })

  it('is not promised under an earlier hour of the day, once its seed is known', async () => {
    const day = '2026-03-09'
    const draw = await frozen(day, units)
    house.at(`${day}T23:00:00+08:00`)
    const seeds = [{ source: '公开开奖 B', at: `${day}T21:15:00+08:00` }]
    const answer = await attempt(house, draw, 'commit', who.organiser, commitment(seeds), { occurred: `${day}T09:30:00+08:00` })
    expect(answer.body).toMatchObject({ code: 'supervision.seed-before-commitment', field: 'seeds' })
    expect(await row(house, draw)).toMatchObject({ state: 'frozen', commitment: null })
  })

  it('does not use a source of which it was put on record that it did not appear', async () => {
    const day = '2026-03-16'
    const { draw } = await drawOf(house, who, day, 'missed')
    house.at(addDays(day, 4))
    await take(house, draw, 'miss-seed', who.organiser, { source: '公开开奖 missed', proof: '当日停售（演示）' })
    const answer = await attempt(house, draw, 'draw', who.organiser, seedOf('missed', day))
    expect(answer.body).toMatchObject({ code: 'supervision.seed-said-missed', field: 'seedSource' })
  })

  it('of a county without a list takes the makers of that county and no others', async () => {
    const registrar = await house.person('registrar', ['parties.registrar'].map((duty) => ({ duty, reach: 'all' as const })))
    for (const [n, place] of [[31, '130102'], [32, '130202']] as const) {
      await open(house, 'enterprise', registrar, { code: invented(n), name: `虚构家具厂 ${n}（演示）`, place, kind: 'company', size: 'small', invented: true })
      await open(house, 'product', registrar, { producer: invented(n), name: '木质书柜', class: 'C2110', model: 'SG-1' })
    }
    const draw = await frozen('2026-03-23', null, '130102')
    expect((await row(house, draw))['frame'].map(({ code }: { code: string }) => code)).toEqual([invented(31)])
  })

  it('of a county has no body of another place in its list', async () => {
    const list = [...units, { ...units[0]!, code: invented(5), place: '130202' }]
    const refused = frozen('2026-03-30', list, '130102')
    await expect(refused).rejects.toThrow(/supervision\.frame-outside/)
  })
})
