// A shop is sampled and its goods name a maker: two notices, two terms of fifteen days, a denial that frees the maker; through HTTP, with a sample of before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../kernel/day.ts'
import { openHouse, type House } from '../bed/house.ts'
import {
  attempt, cast, clockOf, drawnSample, found, invented, laboratory, row, serve, sheet, take, test, type Cast, type File, type Headers, type Laboratory,
} from './supervision-story.ts'

let house: House
let who: Cast
let lab: Laboratory
let labs: readonly Laboratory[]
const maker = invented(41)
const makerName = '虚构书柜厂（演示）'
/** Speaks for the shop that was sampled, for the maker, for neither. */
let [shop, producer]: Headers[] = []

beforeAll(async () => {
  house = await openHouse({ now: '2026-01-05', pages: true })
  who = await cast(house)
  shop = who.party
  producer = await house.person('sup-maker', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: [maker] })
  labs = [await laboratory(house, who, invented(301), '2026-01-05'), await laboratory(house, who, invented(302), '2026-01-05')]
  lab = labs[0]!
}, 120_000)
afterAll(() => house.close())

/** Taken from a shop, named as made by another, failed, and the shop told. */
async function failedInShop(seed: string, start: Day, model: string): Promise<File> {
  const { sample, unit } = await drawnSample(house, who, start, seed)
  const day = addDays(start, 3)
  house.at(day)
  await take(house, sample, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
  await take(house, sample, 'seal', who.sampler, { ...sheet(unit, day), stage: 'trade', producer: maker, producerName: makerName, model })
  await take(house, sample, 'send', who.sampler, { laboratory: lab.code })
  const [order] = await found(house, 'test-order', 'origin_record', sample.id)
  await test(house, who, order!, lab, 'F-0001', '2.4', day)
  await take(house, sample, 'tell', who.organiser)
  await serve(house, sample, who.organiser, who.organiser, day)
  return sample
}

const refusedFor = async (file: File, step: string, by: Headers, code: string, answers: object = {}): Promise<void> => {
  const { body } = await attempt(house, file, step, by, answers)
  expect(body).toMatchObject({ code, basis: expect.stringMatching(/\S/), remedy: expect.stringMatching(/\S/) })
}
const objection = { objectionKind: 'result', objection: '申请复检' }
const ofMaker = { makerObjectionKind: 'result', makerObjection: '申请复检' }

describe('each has a notice and a term of its own', () => {
  const start = '2026-03-02'
  const day = (n: number): Day => addDays(start, n)
  let file: File

  it('the maker is told in the days that began with the report, and its term begins when it has the notice', async () => {
    file = await failedInShop('two terms', start, 'MK-1')
    // 5 March is a Thursday: five working days after it is the Thursday after.
    expect(await clockOf(house, file, who.organiser, 'maker-notice')).toMatchObject({ due: '2026-03-12', state: 'open' })
    house.at(day(20))
    await refusedFor(file, 'confirm', who.organiser, 'supervision.maker-not-served')
    await take(house, file, 'tell-maker', who.organiser)
    await serve(house, file, who.organiser, who.organiser, day(20))
    expect(await clockOf(house, file, who.organiser, 'maker-notice')).toMatchObject({ state: 'late' })
    expect(await clockOf(house, file, who.organiser, 'objection')).toMatchObject({ due: '2026-03-20', rule: 'product-quality-law/15' })
    expect(await clockOf(house, file, producer!, 'maker-objection')).toMatchObject({ due: '2026-04-07', rule: 'product-quality-law/15' })
  })

  it('the notice of the maker is addressed to the maker and read by it', async () => {
    const { body } = await house.get(`/api/v1/registers/sample/${file.id}/documents`, producer)
    const items = body.items as { form: string; number: string; id: string }[]
    expect(items.map(({ form }) => form)).toContain('maker-result-notice')
    expect(items.find(({ form }) => form === 'maker-result-notice')!.number).toContain('抽生')
  })

  it('neither uses the term of the other, and the verdict waits for the later one', async () => {
    await refusedFor(file, 'object', producer!, 'supervision.own-term', objection)
    await refusedFor(file, 'maker-object', shop!, 'supervision.not-the-maker', ofMaker)
    await refusedFor(file, 'object', shop!, 'supervision.objection-late', objection)
    await refusedFor(file, 'confirm', who.organiser, 'supervision.maker-term-runs')
    expect((await house.get(`/api/v1/publications/samples/${file.id}`)).status).toBe(404)
    house.at(day(30))
    await take(house, file, 'maker-object', producer!, ofMaker)
    await take(house, file, 'reinspect', who.organiser, { reLaboratory: labs[1]!.code })
    const orders = await found(house, 'test-order', 'origin_record', file.id)
    await test(house, who, orders[1]!, labs[1]!, 'F-0002', '2.2', day(30))
    await take(house, file, 'confirm', who.organiser)
    expect(await row(house, file)).toMatchObject({ state: 'nonconforming', final: 'fails' })
    const [follow] = await found(house, 'rectification', 'origin_record', file.id)
    expect(await row(house, follow!)).toMatchObject({ party: maker, party_name: makerName })
  })
})

describe('a maker that proves the goods are not its own', () => {
  const start = '2026-06-01'
  let file: File

  it('is free, and the shop answers in the term that it has', async () => {
    file = await failedInShop('denied', start, 'MK-2')
    await take(house, file, 'tell-maker', who.organiser)
    await serve(house, file, who.organiser, who.organiser, addDays(start, 3))
    await take(house, file, 'deny', producer!, { denial: '批号不是本厂的' })
    await refusedFor(file, 'reinspect', who.organiser, 'supervision.no-result-objection', { reLaboratory: labs[1]!.code })
    await take(house, file, 'disown', who.organiser, { denialDecision: '经核实为假冒（演示）' })
    expect(await row(house, file)).toMatchObject({ state: 'told', producer: null, producer_name: null, disowned: maker, disowned_name: makerName })
    await refusedFor(file, 'confirm', who.organiser, 'supervision.objection-runs')
    house.at(addDays(start, 25))
    await take(house, file, 'confirm', who.organiser)
    await take(house, file, 'publish', who.organiser)
    const { unit } = await row(house, file)
    const [follow] = await found(house, 'rectification', 'origin_record', file.id)
    expect(await row(house, follow!)).toMatchObject({ party: unit })
    const [entry] = await found(house, 'credit-entry', 'origin_record', file.id)
    expect(await row(house, entry!)).toMatchObject({ party: unit })
  })

  it('the public reads who was named and that it did not make them, in the language of the reader, and no Chinese in English', async () => {
    const { body } = await house.get(`/api/v1/publications/samples/${file.id}`)
    expect(body.values).toMatchObject({ producerName: null, producer: null, disownedName: makerName })
    expect(JSON.stringify(body)).not.toContain('查证属实')
    // What the officer wrote of the denial is not public.
    expect(JSON.stringify(body)).not.toContain('经核实为假冒')
    const pages = await Promise.all(['', '/hant', '/en'].map((language) => house.get(`${language}/data/samples/${file.id}`)))
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const [at, told] of ['否认生产的标称生产者', '否認生產的標稱生產者', 'Producer named who did not make it'].entries()) expect(pages[at]!.body).toContain(told)
    // The freed maker still reads the record that named it.
    expect((await house.get(`/api/v1/registers/sample/${file.id}`, producer)).status).toBe(200)
    expect((await house.get(`/api/v1/registers/sample/${file.id}`, who.stranger)).status).toBe(404)
  })
})

describe('a sample that was told before the maker had a notice of its own', () => {
  const start = '2026-09-07'

  it('keeps the one clock that serves both, and its maker may still deny by it', async () => {
    const file = await failedInShop('before', start, 'MK-3')
    const clock = await clockOf(house, file, who.organiser, 'objection')
    await house.engine.database.query('update record.sample set told_on = null, maker_owed = null where id = $1', [file.id])
    await refusedFor(file, 'tell-maker', who.organiser, 'supervision.no-own-term')
    await refusedFor(file, 'deny', producer!, 'supervision.no-own-term', { denial: '不是本厂的' })
    await take(house, file, 'object', producer!, { objectionKind: 'authenticity', objection: '不是本厂产品' })
    await take(house, file, 'disown', who.organiser, { denialDecision: '经核实为假冒（演示）' })
    expect(await row(house, file)).toMatchObject({ state: 'told', disowned: maker, denial: '不是本厂产品', objection: null })
    expect(await clockOf(house, file, who.organiser, 'objection')).toMatchObject({ due: clock['due'] })
    house.at(addDays(start, 30))
    await take(house, file, 'confirm', who.organiser)
    expect(await row(house, file)).toMatchObject({ state: 'nonconforming' })
  })
})
