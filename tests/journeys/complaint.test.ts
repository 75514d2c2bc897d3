// Journeys of complaints through HTTP: transfers, testing with the clock stopped, and the three packs of law.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { openHouse, type House } from '../bed/house.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { cast, clockOf, complain, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
})
afterAll(() => house.close())

describe('a citizen complains, and the case is settled on day 43 net of testing', () => {
  it('is received, transferred twice, accepted, tested, and agreed within the term', async () => {
    house.at('2026-05-06')
    const file = await complain(house, who.citizen, yoghurt('2026-05-06'))
    // Seven working days after 6 May: Saturday 9 May is worked by the notice for 2026.
    expect((await clockOf(house, file, who.citizen, 'acceptance')).due).toBe('2026-05-14')
    house.at('2026-05-07')
    await take(house, file, 'transfer', who.clerkChangan, { receiver: 'market-130100', newPlace: '130100', why: '由市局统一处理' })
    house.at('2026-05-08')
    await take(house, file, 'transfer', who.clerkCity, { receiver: 'market-130102', newPlace: '130102', why: '由经营地县级机关处理' })
    // The clock of acceptance has run on through both transfers.
    expect((await clockOf(house, file, who.citizen, 'acceptance')).due).toBe('2026-05-14')
    house.at('2026-05-11')
    await take(house, file, 'accept', who.clerkChangan)
    const plain = await clockOf(house, file, who.citizen, 'mediation')
    expect(plain).toMatchObject({ due: '2026-07-10', rule: 'samr-order-121/23', term: '60 day' })
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    house.at('2026-05-20')
    await take(house, file, 'begin-test', who.mediator, { laboratory: '示远检测中心（虚构）', payer: 'trader', bothAgree: true })
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ state: 'paused', due: null, light: 'grey' })
    house.at('2026-06-09')
    await take(house, file, 'end-test', who.mediator, { report: '虚构-2026-0001', conclusion: '菌落总数不符合标准', meets: false })
    // Twenty days of testing (20 May to 8 June) are not counted: 10 July and twenty days is 30 July.
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ state: 'open', due: '2026-07-30' })
    const net43 = addDays('2026-05-11', 43 + 20)
    house.at(net43)
    await take(house, file, 'agree', who.mediator, { agreement: '退款并赔偿 500 元', recovered: '628.50', onTheSpot: false })
    expect((await clockOf(house, file, who.citizen, 'mediation')).state).toBe('met')
    await take(house, file, 'perform', who.citizen, { performed: true })
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}/history`, who.citizen)
    expect(body.items.map((entry: { step: string }) => entry.step)).toEqual([
      'open',
      'transfer',
      'transfer',
      'accept',
      'mediate',
      'begin-test',
      'end-test',
      'agree',
      'perform',
    ])
  })

  it('a settlement on working day 46 is late under Order 20, whose term is 45 working days', async () => {
    house.at('2021-03-01')
    const file = await complain(house, who.citizen, yoghurt('2021-03-01'))
    house.at('2021-03-03')
    await take(house, file, 'accept', who.clerkChangan)
    const clock = await clockOf(house, file, who.citizen, 'mediation')
    expect(clock).toMatchObject({ rule: 'samr-order-20/21(5)', term: '45 workday' })
    const day46 = house.engine.calendar.addWorkdays('2021-03-03', 46).day
    expect(clock.due).toBe(house.engine.calendar.addWorkdays('2021-03-03', 45).day)
    house.at(day46)
    await take(house, file, 'mediate', who.mediator, { form: 'phone', bothConsent: true })
    await take(house, file, 'agree', who.mediator, { agreement: '退款', onTheSpot: true })
    expect((await clockOf(house, file, who.citizen, 'mediation')).state).toBe('late')
  })
})

describe('the rule of the day on which a clock starts governs it', () => {
  const packs = [
    { name: 'Order 62', accepted: '2018-05-07', rule: 'saic-order-62', term: '60 day', due: '2018-07-06' },
    { name: 'Order 20', accepted: '2026-04-10', rule: 'samr-order-20/21(5)', term: '45 workday', due: null },
    { name: 'Order 121', accepted: '2026-04-15', rule: 'samr-order-121/23', term: '60 day', due: '2026-06-15' },
  ]
  it.each(packs)('accepted on $accepted: $name gives $term', async ({ accepted, rule, term, due }) => {
    house.at(accepted)
    const file = await complain(house, who.citizen, yoghurt(accepted))
    await take(house, file, 'accept', who.clerkChangan)
    const clock = await clockOf(house, file, who.citizen, 'mediation')
    expect(clock).toMatchObject({ rule, term })
    expect(clock.due).toBe(due ?? house.engine.calendar.addWorkdays(accepted, 45).day)
  })

  it('accepted on 2026-04-10 and ended after the switch of 2026-04-15: Order 20 still governs its mediation, Order 121 the notice of its end', async () => {
    house.at('2026-04-10')
    const file = await complain(house, who.citizen, yoghurt('2026-04-10'))
    await take(house, file, 'accept', who.clerkChangan)
    house.at('2026-05-20')
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    await take(house, file, 'propose-end', who.mediator, { ground: 'noAgreement', particulars: '双方差距过大，无法达成协议' })
    await take(house, file, 'end', who.head)
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ rule: 'samr-order-20/21(5)', state: 'met' })
    expect(await clockOf(house, file, who.citizen, 'end-notice')).toMatchObject({ rule: 'samr-order-121/23', due: '2026-05-29' })
    await take(house, file, 'notify', who.clerkChangan, { told: 'electronic' })
  })
})

describe('what a complaint refuses', () => {
  const send = (answers: Record<string, unknown>, language = 'en') =>
    house.post('/api/v1/registers/complaint', { id: uuidv7(), answers }, { ...who.citizen, 'accept-language': language })

  it('names every field that is wrong, at once, and saves nothing', async () => {
    house.at('2026-05-06')
    const before = (await house.engine.database.query('select count(*) from record.complaint')).rows[0]
    const answer = await send(
      yoghurt('2026-05-06', { trader: '911301000000000000', bought: '2026-12-31', issue: 'noise', price: '12.345', complainant: '' }),
    )
    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const codes = Object.fromEntries(
      answer.body.errors.map((e: { pointer: string; code: string }) => [e.pointer.split('/').at(-1), e.code]),
    )
    expect(codes).toEqual({
      trader: 'wrong-credit-code',
      bought: 'in-the-future',
      issue: 'unknown-choice',
      price: 'too-many-places',
      complainant: 'missing',
    })
    expect((await house.engine.database.query('select count(*) from record.complaint')).rows[0]).toEqual(before)
  })

  it('a demand for money without a price is refused under article 10, in the language of the reader', async () => {
    const english = await send(yoghurt('2026-05-06', { price: null }))
    expect(english.body).toMatchObject({ code: 'complaints.no-price', field: 'price', basis: 'samr-order-121/10' })
    expect(english.body.detail).toContain('without the price')
    const traditional = await send(yoghurt('2026-05-06', { price: null }), 'zh-TW')
    expect(traditional.body.title).toBe('索要款項須填價款')
  })

  it('a step out of order says what is possible', async () => {
    house.at('2026-05-06')
    const file = await complain(house, who.citizen, yoghurt('2026-05-06'))
    const answer = await house.post(
      `/api/v1/registers/complaint/${file.id}/steps/agree`,
      { answers: { agreement: '退款', onTheSpot: true } },
      { ...who.mediator, 'if-match': '"v1"' },
    )
    expect(answer).toMatchObject({ status: 409, body: { code: 'kernel.not-now' } })
    expect(answer.body.remedy).toContain('受理')
  })

  it('a stale version is refused with 412, a step without a version with 428', async () => {
    const file = await complain(house, who.citizen, yoghurt('2026-05-06'))
    await take(house, file, 'accept', who.clerkChangan)
    const path = `/api/v1/registers/complaint/${file.id}/steps/mediate`
    const answers = { form: 'site', bothConsent: true }
    expect((await house.post(path, { answers }, { ...who.mediator, 'if-match': '"v1"' })).status).toBe(412)
    expect((await house.post(path, { answers }, who.mediator)).status).toBe(428)
  })

  it('a replayed key answers with the first receipt; the same key with other contents is refused', async () => {
    const id = uuidv7()
    const headers = { ...who.citizen, 'idempotency-key': uuidv7() }
    const first = await house.post('/api/v1/registers/complaint', { id, answers: yoghurt('2026-05-06') }, headers)
    const second = await house.post('/api/v1/registers/complaint', { id, answers: yoghurt('2026-05-06') }, headers)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toEqual({ ...first.body, replayed: true })
    const third = await house.post('/api/v1/registers/complaint', { id, answers: yoghurt('2026-05-06', { goods: '牛奶' }) }, headers)
    expect(third).toMatchObject({ status: 409, body: { code: 'kernel.key-reused' } })
  })

  it('broken JSON is refused as such', async () => {
    expect(await house.post('/api/v1/registers/complaint', '{"answers": ', who.citizen)).toMatchObject({ status: 400 })
  })

  it('the head who would end a mediation that he proposed to end needs a second person', async () => {
    const both = await house.person(
      'both',
      [
        { duty: 'complaints.mediator', reach: 'area', area: '130100' },
        { duty: 'complaints.head', reach: 'area', area: '130100' },
      ],
      { office: 'market-130102' },
    )
    const file = await complain(house, who.citizen, yoghurt('2026-05-06'))
    await take(house, file, 'accept', who.clerkChangan)
    await take(house, file, 'mediate', both, { form: 'site', bothConsent: true })
    await take(house, file, 'propose-end', both, { ground: 'absent', particulars: '被投诉人无正当理由不参加' })
    const answer = await house.post(
      `/api/v1/registers/complaint/${file.id}/steps/end`,
      { answers: {} },
      { ...both, 'if-match': `"v${file.version}"` },
    )
    expect(answer).toMatchObject({ status: 403, body: { code: 'kernel.two-persons' } })
  })
})
