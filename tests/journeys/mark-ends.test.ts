// The end of a mark through HTTP: a renewal asked for in time holds it, one that comes to nothing is reminded of again, and a withdrawal of old keeps its day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const labs = [241, 242, 243, 244, 245].map(invented)
const to = '2026-06-30'
const name = '虚构乳品检测站（演示）'
const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const renewalOf = (code: string, received: string) => ({ received, kind: 'renewal', laboratory: code, name, place: '130102', invented: true })

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const apply = (code: string, day: string): Promise<File> => open(house, 'mark-application', manager, renewalOf(code, day))
const reminder = async (code: string) => clockOf(house, await marked(code), clerk, 'renewal')
async function reviewed(file: File): Promise<void> {
  await take(house, file, 'accept', clerk)
  await take(house, file, 'review', clerk, { team: '演示评审组', opinion: '具备能力' })
}
const past = async (day: string): Promise<void> => {
  house.at(day)
  await sweep(house.engine, house.engine.now())
  await settle(house)
}

beforeAll(async () => {
  house = await openHouse({ now: '2020-07-01' })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('me-clerk')
  head = await office('me-head')
  manager = await house.person('me-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: labs })
  for (const [at, code] of labs.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `20030012000${at}`, fields: ['food'], certifiedFrom: '2020-07-01', certifiedTo: to, invented: true,
    })
}, 180_000)
afterAll(() => house.close())

describe('a mark that was withdrawn before the day was kept', () => {
  it('is granted anew with a term that ends on the day before the withdrawal, not on the day that the certificate named', async () => {
    house.at('2022-05-09')
    await take(house, await marked(labs[0]!), 'withdraw', clerk, { withdrawnFor: 'conditions', reason: '演示' })
    // As the registers of that time hold it.
    await house.engine.database.query('update record.laboratory set ended_on = null where code = $1', [labs[0]])
    house.at('2023-03-01')
    await take(house, await marked(labs[0]!), 'grant-anew', clerk, { number: '230300120009', startsOn: '2023-03-01', certifiedTo: '2029-02-28' })
    expect(await row(house, await marked(labs[0]!))).toMatchObject({ state: 'valid', earlier_terms: [{ from: '2020-07-01', to: '2022-05-08' }] })
  })
})

describe('a renewal that came to nothing', () => {
  // testing.renewal-taken-back, testing.renewal-not-accepted, testing.renewal-declined
  it('is reminded of again by the same day while that lies ahead, whichever way it ended', async () => {
    const [, back, refused, declined] = labs as [string, string, string, string]
    house.at('2025-11-03')
    expect(await reminder(back)).toMatchObject({ state: 'open', due: '2026-03-30' })
    const files = { back: await apply(back, '2025-11-03'), refused: await apply(refused, '2025-11-03'), declined: await apply(declined, '2025-11-03') }
    await settle(house)
    for (const code of [back, refused, declined]) expect(await reminder(code)).toMatchObject({ state: 'met' })
    house.at('2025-11-05')
    await take(house, files.back, 'take-back', manager, { reason: '材料不全' })
    await take(house, files.refused, 'not-accept', clerk, { reason: '不属于受理范围' })
    await reviewed(files.declined)
    await take(house, files.declined, 'decline', head, { reason: '能力验证不满意' })
    await settle(house)
    for (const code of [back, refused, declined]) expect(await reminder(code)).toMatchObject({ state: 'open', due: '2026-03-30' })
  })

  it('asked for anew it is met anew, and while another is under way nothing is reminded of', async () => {
    const [, code] = labs as [string, string]
    house.at('2026-03-02')
    const one = await apply(code, '2026-03-02')
    // As registers of before hold it: a second one that is open.
    const two = await open(house, 'mark-application', manager, { ...renewalOf(code, '2026-03-02'), kind: 'widening', lines: [line] })
    await house.engine.database.query("update record.mark_application set kind = 'renewal' where id = $1", [two.id])
    await settle(house)
    expect((await attempt(house, await marked(code), 'remind', clerk)).body).toMatchObject({ code: 'testing.reminded-already' })
    await take(house, one, 'take-back', manager, { reason: '重复' })
    await settle(house)
    expect(await reminder(code)).toMatchObject({ state: 'met' })
    // Its day is over by then: that it asked in time stands, and what is left is the end of the mark.
    house.at('2026-04-15')
    await take(house, two, 'not-accept', clerk, { reason: '材料不符' })
    await settle(house)
    expect(await reminder(code)).toMatchObject({ state: 'open', due: to })
  })
})

describe('a mark whose term is over while its renewal is not decided', () => {
  it('is not cancelled: asked for in time it counts as granted; the late decision prolongs it', async () => {
    const code = labs[4]!
    house.at('2026-03-02')
    const file = await apply(code, '2026-03-02')
    await take(house, file, 'ask-more', clerk, { missing: '场所证明' })
    await past('2026-07-02')
    const cancel = async (more: object = {}) => attempt(house, await marked(code), 'cancel', clerk, { reason: '有效期届满未延续', ...more })
    expect((await cancel()).body).toMatchObject({ code: 'testing.renewal-undecided' })
    // What it supplies after the end does not make it late.
    await take(house, file, 'complete', manager)
    expect((await cancel()).body).toMatchObject({ code: 'testing.renewal-undecided' })
    await reviewed(file)
    await take(house, file, 'grant', head, { cma: '260300120004', from: '2026-07-01', to: '2032-06-30' })
    await settle(house)
    expect(await row(house, await marked(code))).toMatchObject({ state: 'valid', certified_to: '2032-06-30' })
  })

  it('is cancelled once the renewal was declined, or where the laboratory itself asked for it', async () => {
    const [, , one, two] = labs as [string, string, string, string]
    house.at('2026-06-01')
    const files = [await apply(one, '2026-06-01'), await apply(two, '2026-06-01')] as const
    await past('2026-07-06')
    const cancel = async (code: string, more: object = {}) => attempt(house, await marked(code), 'cancel', clerk, { reason: '有效期届满未延续', ...more })
    expect((await cancel(one)).body).toMatchObject({ code: 'testing.renewal-undecided' })
    await reviewed(files[0])
    await take(house, files[0], 'decline', head, { reason: '能力验证不满意' })
    await settle(house)
    // It was asked for after its day; after the end there is nothing left to remind of, and no third reminder begins.
    expect(await reminder(one)).toMatchObject({ state: 'late', run: 2 })
    expect((await cancel(one)).status).toBe(200)
    expect((await cancel(two, { ownWish: true })).status).toBe(200)
    expect((await row(house, await marked(two)))['state']).toBe('cancelled')
  })

  it('is not held by an application that its laboratory dates back', async () => {
    house.at('2026-07-07')
    expect((await tryOpen(house, 'mark-application', manager, renewalOf(labs[1]!, to))).body).toMatchObject({ code: 'testing.applied-today' })
    await take(house, await marked(labs[1]!), 'cancel', clerk, { reason: '有效期届满未延续' })
  })
})
