// What follows from an ordered recall, through HTTP: the way to order by line and day, an entry in the credit file, a breach that becomes a case, an order withdrawn.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { withholdNotes } from '../../cli/catch-up/withhold-notes.ts'
import { attempt, found, invented, open, row, serve, settle, take, type File, type Headers } from './supervision-story.ts'

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

const ask = (vin: string, headers = {}) => house.get(`/api/v1/vehicles/${encodeURIComponent(vin)}/recalls`, headers)

it('where no car is recalled, the answer for one vehicle is none', async () =>
  expect((await ask('1M8GDM9AXKP042788')).body).toMatchObject({ answer: 'none', within: [], perhaps: [] }))

describe('each line of products', () => {
  const rules = { goods: 'samr-order-19', food: 'food-recall-measures', equipment: 'special-equipment-law/26', car: 'car-recall-regulation/16' } as const
  const things = { goods: {}, food: { product: '虚构奶粉', productClass: 'milkPowder' }, equipment: { product: '虚构锅炉', productClass: 'boilers' }, car: { product: '虚构轿车', productClass: 'cars' } } as const
  it.each(Object.keys(rules) as (keyof typeof rules)[])('%s: steps, refusals and forms cite the rules of that line, of the day', async (line) => {
    house.at('2026-03-02')
    const recall = await begun('2026-03-02', { line, ...things[line] })
    await take(house, recall, 'admit', who.maker, { known: '2026-03-02', foodClass: line === 'food' ? 'one' : null })
    const lacking = await attempt(house, recall, 'file-plan', who.maker, { ...plan('2026-09-30', '2990000000019'), advice: null })
    expect(lacking.body).toMatchObject({ code: 'recall.plan-incomplete', basis: rules[line].replace('/16', '/18') })
    expect(String((await house.get(`/desk/recall/${recall.id}/file-plan`, who.maker)).body)).toContain(`/law/${rules[line]}"`)
    await take(house, recall, 'file-plan', who.maker, plan('2026-09-30', '2990000000019'))
    const { items } = (await house.get(`/api/v1/registers/recall/${recall.id}/history`, who.head)).body as { items: { step: string; basis: { act: string; article?: string } }[] }
    const { act, article } = items.at(-1)!.basis
    expect([act, article].filter(Boolean).join('/')).toBe(rules[line])
  })
  it('goods before 2020 are recalled by the consumer law', async () => {
    house.at('2016-05-18')
    const recall = await begun('2016-05-18')
    const { items } = (await house.get(`/api/v1/registers/recall/${recall.id}/history`, who.head)).body as { items: { basis: object }[] }
    expect(items[0]!.basis).toEqual({ act: 'consumer-protection-law', article: '33' })
  })
})

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
    expect((await attempt(house, car, 'take-over', who.officer)).body).toMatchObject({ status: 422, code: 'recall.no-mandate', field: 'mandate', basis: 'car-recall-regulation/5' })
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
    expect((await house.get('/api/v1/publications/recalls?q=2990000000019')).body.items).toMatchObject([{ id: recall.id, values: { orderedBy: 'food-safety-law/63', foodClass: 'two' } }])
    expect(String((await house.get(`/en/recalls/${recall.id}`)).body)).toContain('Class II')
    house.at('2026-06-15')
    await take(house, recall, 'report', who.maker, { on: '2026-06-15', notified: 900, reached: 500, returned: 400, problems: '赵某某拒绝退货，电话13900000000' })
    const told = await house.get(`/api/v1/publications/recalls/${recall.id}`)
    expect([told.body.values.progress.length, JSON.stringify(told.body).includes('赵某某')]).toEqual([1, false])
    // A count of all so far does not fall but as a correction, which is public beside what it corrects.
    const less = { on: '2026-06-15', notified: 900, reached: 500, returned: 380 }
    expect((await attempt(house, recall, 'report', who.maker, less)).body).toMatchObject({ code: 'recall.fewer-than-before', field: 'returned', basis: 'food-recall-measures' })
    await take(house, recall, 'report', who.maker, { ...less, corrects: '误将库存计入收回' })
    const corrected = await house.get(`/api/v1/publications/recalls/${recall.id}`)
    expect(corrected.body.values).toMatchObject({ returned: 380, progress: [{ returned: 400 }, { returned: 380, corrects: '误将库存计入收回' }] })
    expect(String((await house.get(`/recalls/${recall.id}`)).body)).toContain('更正以前的数字：误将库存计入收回')
    expect((await attempt(house, recall, 'suspect-breach', who.maker, { breach: 'goesOn', facts: '仍在销售' })).status).toBe(403)
    await take(house, recall, 'suspect-breach', who.officer, { breach: 'goesOn', facts: '仍在销售（演示）' })
    const [lead] = await found(house, 'case', 'origin_record', recall.id)
    expect(await row(house, lead!)).toMatchObject({ state: 'lead', party: maker, received: expect.anything(), facts: expect.stringContaining('未停止生产、销售、进口') })
    house.at('2026-07-01')
    await take(house, recall, 'withdraw-order', who.head, { ground: 'reconsideration', conclusion: '复议认定检验样品有误' })
    expect(await row(house, (await found(house, 'signal', 'origin_record', recall.id))[0]!)).toMatchObject({ state: 'archived', ground: 'withdrawn' })
    expect(await entriesOf(recall)).toMatchObject([{ state: 'withdrawn', reason: '责令召回已撤销' }])
    expect((await house.get(`/api/v1/publications/recalls/${recall.id}`)).status).toBe(410)
    // Who stopped using the thing learns why it need not be.
    const page = await house.get(`/recalls/${recall.id}`)
    expect([page.status, String(page.body).includes('复议认定检验样品有误')]).toEqual([200, true])
    expect((await house.get('/api/v1/publications/recalls-withdrawn')).body.items).toMatchObject([{ id: recall.id, values: { ended: '2026-07-01' } }])
    expect((await house.get('/api/v1/registers/recall', who.stranger)).body.items).toEqual([])
  })

  it('is public without a plan, for a maker that files none keeps the danger from nobody; nothing of the inquiry is', async () => {
    house.at('2026-07-06')
    const recall = await begun('2026-07-06', { line: 'equipment', product: '虚构压力锅炉', productClass: 'boilers', danger: '安全阀不动作' })
    await take(house, recall, 'take-over', who.officer)
    await take(house, recall, 'order', who.head, grounds)
    const paper = ((await house.get(`/api/v1/registers/recall/${recall.id}/documents`, who.head)).body.items as { form: string }[]).map(({ form }) => form)
    expect(paper).toEqual(['recall-order-direct'])
    await serve(house, recall, who.head, who.officer, '2026-07-06')
    expect((await house.get(`/recalls/${recall.id}`)).status).toBe(404)
    expect((await attempt(house, recall, 'announce', who.maker, { servedOn: '2026-07-06' })).status).toBe(403)
    await take(house, recall, 'announce', who.officer, { servedOn: '2026-07-06' })
    const list = await house.get('/recalls')
    expect(String(list.body)).toContain('虚构压力锅炉')
    const page = await house.get(`/recalls/${recall.id}`)
    expect(String(page.body)).toContain('安全阀不动作')
    expect(String(page.body)).not.toContain(grounds.grounds)
    expect(String((await house.get('/recalls/feed.atom')).body)).toContain('责令召回：虚构压力锅炉')
    await take(house, recall, 'file-plan', who.maker, plan('2026-12-31', '2990000000019'))
    await take(house, recall, 'publish', who.officer)
    expect((await house.get(`/api/v1/publications/recall-orders/${recall.id}`)).status).toBe(410)
    expect((await house.get(`/recalls/${recall.id}`)).status).toBe(200)
  })
})

describe('the notes of old reports, public in their day', () => {
  it('leave the published row, the feed, the page and the seal, and stay in the history for the authority', async () => {
    house.at('2026-07-20')
    const recall = await begun('2026-07-20', { product: '虚构暖手宝' })
    await take(house, recall, 'admit', who.maker, { known: '2026-07-20' })
    await take(house, recall, 'file-plan', who.maker, plan('2026-12-31', '2990000000019'))
    const note = '赵某某拒绝退货'
    const old = JSON.stringify([{ on: '2026-07-20', notified: 900, reached: 500, returned: 400, note }])
    await house.engine.database.query('update record.recall set progress = $2::jsonb, returned = 400 where id = $1', [recall.id, old])
    await take(house, recall, 'publish', who.officer)
    const open = ['', '/proof'].map((part) => `/api/v1/publications/recalls/${recall.id}${part}`)
    const shown = async () => Promise.all([...open, '/api/v1/publications/recalls', '/recalls/feed.atom', `/recalls/${recall.id}`].map(async (at) => JSON.stringify((await house.get(at)).body)))
    expect((await shown()).map((body) => body.includes(note))).toEqual([true, true, true, false, false])
    expect(await withholdNotes(house.engine)).toEqual([recall.id])
    expect(await withholdNotes(house.engine)).toEqual([])
    await settle(house)
    const now = await shown()
    expect(now.filter((body) => body.includes(note))).toEqual([])
    expect(JSON.parse(now[1]!)).toMatchObject({ content: { progress: [{ returned: 400, note: null }] } })
    const { rows } = await house.engine.database.query<{ withdrawn: string | null }>("select withdrawn from kernel.seal where kind = 'recalls' and record = $1 order by issued", [recall.id])
    expect(rows.map(({ withdrawn }) => withdrawn === null)).toEqual([false, true])
  })
})

describe('one vehicle', () => {
  it('is found by its number in the range of a recall, told of models without numbers, and a wrong number is said to be wrong', async () => {
    house.at('2026-08-03')
    const car = async (product: string, scope: object) => {
      const recall = await begun('2026-08-03', { line: 'car', product, productClass: 'cars', danger: '制动管漏油' })
      await take(house, recall, 'admit', who.maker, { known: '2026-08-03' })
      await take(house, recall, 'file-plan', who.maker, { ...plan('2026-12-31', ''), scope: [scope] })
      await take(house, recall, 'publish', who.officer)
      return recall
    }
    await car('虚构轿车甲', { model: 'JX-1', vinFrom: '11111111111111111', vinTo: '1M8GDM9AXKP042788' })
    await car('虚构轿车乙', { model: 'JX-2' })
    const asked = async (vin: string) => String((await house.get(`/vin?vin=${vin}`)).body)
    const inside = await asked('1m8gdm9axkp042788')
    expect([inside.includes('这辆车在下列召回范围内'), inside.includes('虚构轿车甲'), inside.includes('虚构轿车乙')]).toEqual([true, true, true])
    const outside = await asked('JH4DA9351LS000008')
    expect([outside.includes('没有列出这辆车'), outside.includes('虚构轿车甲'), outside.includes('虚构轿车乙')]).toEqual([true, false, true])
    expect(await asked('1M8GDM9A1KP042788')).toContain('这不是有效的车辆识别代号')
  })
})

describe('one vehicle by its number', () => {
  const inRange = '1M8GDM9A3KP042793'

  it('is answered to programs as on the page: within, perhaps or none, by what is public and no more', async () => {
    house.at('2026-08-03')
    const file = async (model: string, range: object) => {
      const recall = await begun('2026-08-03', { line: 'car', product: '虚构轿车', productClass: 'cars', danger: '制动失效' })
      await take(house, recall, 'admit', who.maker, { known: '2026-08-03' })
      const [scope] = plan('2026-12-31', '2990000000019').scope
      await take(house, recall, 'file-plan', who.maker, { ...plan('2026-12-31', '2990000000019'), scope: [{ ...scope, model, gtin: null, lot: null, ...range }] })
      return recall
    }
    const named = await file('XC-1', { vinFrom: '1M8GDM9A1KP042789', vinTo: '1M8GDM9A7KP042795' })
    // What is filed is not public yet.
    expect((await ask(inRange)).body).toMatchObject({ vin: inRange, asOf: '2026-08-03', answer: 'perhaps', within: [] })
    await take(house, named, 'publish', who.officer)
    const open = await file('XC-2', {})
    await take(house, open, 'publish', who.officer)
    const { status, body, headers } = await ask(inRange)
    expect(status).toBe(200)
    expect(String(headers['content-type'])).toContain('application/json')
    expect(body).toMatchObject({ answer: 'within', within: [{ id: named.id, values: { product: '虚构轿车', danger: '制动失效' } }], perhaps: expect.arrayContaining([expect.objectContaining({ id: open.id })]) })
    expect(body.within[0].values).not.toHaveProperty('origin')
    // Typed with blanks, in small letters or full width, it is the same vehicle.
    expect((await ask('1m8gdm9a3kp 042793')).body).toMatchObject({ vin: inRange, answer: 'within' })
  })
  it('a wrong number is said to be wrong: no answer is taken for safety', async () => {
    const wrong = await ask('1M8GDM9A1KP042788', { 'accept-language': 'en' })
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'recall.wrong-vin', field: 'vin', basis: 'gb-16735' }])
  })
})
