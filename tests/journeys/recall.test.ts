// What follows from an ordered recall, through HTTP: the way to order by line and day, an entry in the credit file, a breach that becomes a case, an order withdrawn.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, serve, take, type File, type Headers } from './supervision-story.ts'

const maker = invented(41)
const stranger = invented(42)
let house: House
let who: Readonly<Record<'officer' | 'head' | 'maker' | 'stranger' | 'credit' | 'handler', Headers>>

beforeAll(async () => {
  house = await openHouse({ now: '2016-05-18', pages: true })
  const official = (id: string, duty: string) => house.person(id, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  const firm = (id: string, code: string) =>
    house.person(id, ['recall.producer', 'credit.party'].map((duty) => ({ duty, reach: 'party' as const })), { face: 'enterprise', speaksFor: [code] })
  who = {
    officer: await official('recall-officer', 'recall.officer'), head: await official('recall-head', 'recall.head'),
    credit: await official('credit-officer', 'credit.officer'), handler: await official('case-handler', 'enforcement.handler'),
    maker: await firm('recall-maker', maker), stranger: await firm('recall-stranger', stranger),
  }
})
afterAll(() => house.close())

const begun = (day: string, more: object = {}) =>
  open(house, 'recall', who.officer, {
    begun: day, line: 'goods', producer: maker, producerName: '虚构灯具厂（演示）', place: '130102', product: '儿童台灯', productClass: 'lamps', kind: 'design', danger: '灯罩过热', ...more,
  })
const plan = (endsOn: string, gtin: string) => ({
  scope: [{ model: 'TD-1', gtin, lot: '2025-07' }], made: 1200, affected: 1000, stock: 150, measures: ['exchange'], payer: 'producer', advice: '停止使用', contact: '演示', endsOn,
})
const grounds = { grounds: '温升超过标准限值，可致灼伤' }
const entriesOf = async (recall: File) => Promise.all((await found(house, 'credit-entry', 'origin_record', recall.id)).map((one) => row(house, one)))

describe('an order to recall', () => {
  it('of consumer goods in 2016 comes at once, by article 33 of the consumer law, with its reasons; the order names the article', async () => {
    const recall = await begun('2016-05-18')
    house.at('2016-05-30')
    await take(house, recall, 'take-over', who.officer)
    expect((await attempt(house, recall, 'order', who.head)).body).toMatchObject({ status: 422, code: 'recall.no-grounds', field: 'grounds', basis: 'consumer-protection-law/33' })
    await take(house, recall, 'order', who.head, grounds)
    await serve(house, recall, who.head, who.officer, '2016-05-30')
    expect(await row(house, recall)).toMatchObject({ state: 'planning', how: 'ordered', ordered_by: 'consumer-protection-law/33' })
    expect(await entriesOf(recall)).toMatchObject([{ state: 'valid', category: 'ordinary', article: 'consumer-protection-law/33' }])
    const { body } = await house.get(`/api/v1/registers/recall/${recall.id}/documents`, who.head)
    expect((body.items as { form: string }[]).map(({ form }) => form)).toEqual(['recall-order'])
  })

  it('today waits for the notice and the term to object', async () => {
    house.at('2026-05-18')
    const recall = await begun('2026-05-18')
    await take(house, recall, 'take-over', who.officer)
    expect((await attempt(house, recall, 'order', who.head, grounds)).body).toMatchObject({ status: 409, code: 'recall.not-told' })
    const car = await begun('2026-05-18', { line: 'car', product: '虚构轿车', productClass: 'carParts' })
    await take(house, car, 'take-over', who.officer)
    expect((await attempt(house, car, 'order', who.head, grounds)).body).toMatchObject({ status: 422, code: 'recall.no-mandate', field: 'mandate', basis: 'car-recall-regulation/5' })
  })

  // recall.breach-to-case, credit.recall-withdraw-order, risk.withdrawn-recall
  it('that is refused becomes a lead for a case; that is withdrawn ends the recall, its notice, its signal and its entry', async () => {
    const recall = await begun('2026-05-18', { line: 'food', product: '虚构奶粉', productClass: 'milkPowder' })
    await take(house, recall, 'take-over', who.officer)
    await take(house, recall, 'order', who.head, { ...grounds, foodClass: 'two' })
    expect((await attempt(house, recall, 'file-plan', who.maker, plan('2026-09-30', '2990000000015'))).body).toMatchObject({ code: 'recall.wrong-gtin', field: 'scope' })
    await take(house, recall, 'file-plan', who.maker, { ...plan('2026-09-30', '2990000000019'), foodClass: 'two' })
    await take(house, recall, 'tell-sellers', who.maker)
    await take(house, recall, 'publish', who.officer)
    expect((await house.get('/api/v1/publications/recalls?q=2990000000019')).body.items).toMatchObject([{ id: recall.id, values: { orderedBy: 'food-safety-law/63' } }])
    house.at('2026-06-15')
    expect((await attempt(house, recall, 'suspect-breach', who.maker, { breach: 'goesOn', facts: '仍在销售' })).status).toBe(403)
    await take(house, recall, 'suspect-breach', who.officer, { breach: 'goesOn', facts: '仍在销售（演示）' })
    const [lead] = await found(house, 'case', 'origin_record', recall.id)
    expect(await row(house, lead!)).toMatchObject({ state: 'lead', party: maker, received: expect.anything(), facts: expect.stringContaining('未停止生产、销售、进口') })
    house.at('2026-07-01')
    await take(house, recall, 'withdraw-order', who.head, { ground: 'reconsideration', conclusion: '复议认定检验样品有误' })
    expect(await row(house, (await found(house, 'signal', 'origin_record', recall.id))[0]!)).toMatchObject({ state: 'archived', ground: 'withdrawn' })
    expect(await entriesOf(recall)).toMatchObject([{ state: 'withdrawn', reason: '责令召回已撤销' }])
    expect((await house.get(`/api/v1/publications/recalls/${recall.id}`)).status).toBe(410)
    expect((await house.get('/api/v1/registers/recall', who.stranger)).body.items).toEqual([])
  })
})
