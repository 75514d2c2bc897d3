// Which rule governs: one story of a complaint under each of the three orders, and one that lived through the change of orders.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { sweep } from '../../store/sweep.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, clockOf, complain, take, yoghurt, type Case, type Cast } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2018-05-02', pages: true })
  who = await cast(house)
})
afterAll(() => house.close())

/**
 * Received, accepted, tested for twenty days, and due, worked out by hand from each order and the State Council's notices:
 * calendar days are counted on; of working days, those that fell into the test are given back at the end.
 */
const packs = [
  {
    // Sixty days after 7 May are 6 July; twenty days of testing make 26 July. The 46th working day is 11 July (18 June is off).
    order: 'Order 62', rule: 'saic-order-62', mark: 'W', term: '60 day',
    received: '2018-05-02', accepted: '2018-05-07', due: '2018-07-06', tested: '2018-05-21', dueTested: '2018-07-26', day46: '2018-07-11',
  },
  {
    // The 45th working day after 3 March 2021 is Saturday 8 May: 5 April and 3 to 5 May are off, 25 April and 8 May are worked.
    // From 17 March to 5 April thirteen working days were not counted; thirteen after 8 May end on 26 May.
    order: 'Order 20', rule: 'samr-order-20/21(5)', mark: 'V', term: '45 workday',
    received: '2021-03-01', accepted: '2021-03-03', due: '2021-05-08', tested: '2021-03-17', dueTested: '2021-05-26', day46: '2021-05-10',
  },
  {
    // Sixty days after 11 May are 10 July, twenty more 30 July. The 46th working day is 15 July (19 June is off).
    order: 'Order 121', rule: 'samr-order-121/23', mark: 'V', term: '60 day',
    received: '2026-05-06', accepted: '2026-05-11', due: '2026-07-10', tested: '2026-05-20', dueTested: '2026-07-30', day46: '2026-07-15',
  },
] as const

/** Received by the county, sent up to the city and back, and accepted; the clock of acceptance runs on through both transfers. */
async function accepted({ received, accepted: day }: Record<'received' | 'accepted', string>): Promise<Case & { number: string }> {
  house.at(received)
  const file = await complain(house, who.citizen, yoghurt(received))
  const acceptance = await clockOf(house, file, who.citizen, 'acceptance')
  await take(house, file, 'transfer', who.clerkChangan, { receiver: 'market-130100', newPlace: '130100', why: '由市局统一处理' })
  house.at(addDays(received, 1))
  await take(house, file, 'transfer', who.clerkCity, { receiver: 'market-130102', newPlace: '130102', why: '由经营地县级机关处理' })
  expect(await clockOf(house, file, who.citizen, 'acceptance')).toMatchObject({ due: acceptance.due, state: 'open' })
  house.at(day)
  await take(house, file, 'accept', who.clerkChangan)
  return file
}

describe.each(packs)('under $order', (pack) => {
  it('a complaint transferred twice, tested and settled on calendar day 43 net of testing is in time', async () => {
    const file = await accepted(pack)
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ rule: pack.rule, mark: pack.mark, term: pack.term, due: pack.due })
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    house.at(pack.tested)
    await take(house, file, 'begin-test', who.mediator, { laboratory: '示远检测中心（虚构）', payer: 'trader', bothAgree: true })
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ state: 'paused', due: null })
    house.at(addDays(pack.tested, 20))
    await take(house, file, 'end-test', who.mediator, { report: '虚构-0001', conclusion: '菌落总数不符合标准', meets: false })
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ state: 'open', due: pack.dueTested, rule: pack.rule })
    house.at(addDays(pack.accepted, 43 + 20))
    await take(house, file, 'agree', who.mediator, { agreement: '退款并赔偿 500 元', recovered: '628.50', onTheSpot: false })
    expect((await clockOf(house, file, who.citizen, 'mediation')).state).toBe('met')
    await take(house, file, 'perform', who.citizen, { performed: true })
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.mediator)
    expect(body.record).toMatchObject({ state: 'closed', endedInTime: true, performed: true, recovered: '628.50' })
  })

  it('on working day 46 the term has run out: no extension, an end is proposed and decided by two, and it counts as late', async () => {
    const file = await accepted(pack)
    await take(house, file, 'mediate', who.mediator, { form: 'phone', bothConsent: true })
    const propose = (ground: string) =>
      house.post(
        `/api/v1/registers/complaint/${file.id}/steps/propose-end`,
        { answers: { ground, particulars: '期限届满，未达成协议' } },
        { ...who.mediator, 'if-match': `"v${file.version}"`, 'idempotency-key': uuidv7() },
      )
    house.at(pack.due)
    expect(await propose('termRunOut')).toMatchObject({ status: 422, body: { code: 'complaints.too-early-to-end' } })
    house.at(pack.day46)
    expect((await sweep(house.engine, house.engine.now())).taken).toBe(0)
    // The lapse is an entry of the record.
    file.version += 1
    expect(await clockOf(house, file, who.mediator, 'mediation')).toMatchObject({ state: 'lapsed', due: pack.due, rule: pack.rule, light: 'red' })
    const longer = await house.post(
      `/api/v1/registers/complaint/${file.id}/steps/extend-deadline`,
      { answers: { deadline: 'mediation', why: '仍有望达成协议', approval: '延 1 号' } },
      { ...who.head, 'if-match': `"v${file.version}"`, 'idempotency-key': uuidv7() },
    )
    expect(longer).toMatchObject({ status: 422, body: { code: 'kernel.too-late' } })
    const proposed = await propose('termRunOut')
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(200)
    file.version = proposed.body.version
    await take(house, file, 'end', who.head)
    expect((await clockOf(house, file, who.mediator, 'mediation')).state).toBe('late')
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.mediator)
    expect(body.record).toMatchObject({ state: 'ended', endGround: 'termRunOut', endedInTime: false })
  })
})

describe('accepted on 2026-04-10, five days before Order 121, and settled after the switch', () => {
  // The 45th working day after Friday 10 April 2026: fourteen in April, nineteen in May (1 to 5 off, Saturday 9 worked), twelve in June.
  const due = '2026-06-16'

  it('stays under Order 20 through the test and to the end, and the answer says why', async () => {
    const file = await accepted({ received: '2026-04-08', accepted: '2026-04-10' })
    const before = await clockOf(house, file, who.citizen, 'mediation')
    expect(before).toMatchObject({ rule: 'samr-order-20/21(5)', term: '45 workday', due })
    house.at('2026-04-14')
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    house.at('2026-04-20')
    await take(house, file, 'begin-test', who.mediator, { laboratory: '示远检测中心（虚构）', payer: 'both', bothAgree: true })
    house.at('2026-05-11')
    await take(house, file, 'end-test', who.mediator, { report: '虚构-0002', conclusion: '不符合标准', meets: false })
    const after = await house.get(`/api/v1/registers/complaint/${file.id}`, who.citizen)
    const clock = after.body.clocks.find((each: { deadline: string }) => each.deadline === 'mediation')
    // Paused from 20 April to 10 May, of which thirteen are working days; thirteen after 16 June end on 6 July, since 19 June is off.
    expect(clock).toMatchObject({ rule: 'samr-order-20/21(5)', term: '45 workday', starts: expect.stringContaining('2026-04-10'), due: '2026-07-06' })
    expect(clock.why).toContain('自 2026-04-10 起算，适用当日施行的规定')
    house.at(addDays('2026-04-10', 43 + 21))
    await take(house, file, 'agree', who.mediator, { agreement: '退款', onTheSpot: true })
    expect((await clockOf(house, file, who.citizen, 'mediation')).state).toBe('met')
  })

  it('whoever is accepted five days later is under Order 121 from the first day', async () => {
    const file = await accepted({ received: '2026-04-13', accepted: '2026-04-15' })
    // The clock of acceptance began on 13 April under Order 20; the one of mediation on the first day of Order 121.
    expect((await clockOf(house, file, who.citizen, 'acceptance')).rule).toBe('samr-order-20/14')
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ rule: 'samr-order-121/23', term: '60 day', due: '2026-06-15' })
  })

  it('the page of the case says to her under which rule the day stands, and why', async () => {
    house.at('2026-04-10')
    const key = uuidv7()
    const form = Object.entries(yoghurt('2026-04-10')).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one === true ? '是' : String(one)]),
    )
    const receipt = String((await house.send('/complain', [], {}, [['_key', key], ...form])).body)
    const whose = [
      ['number', /TS130102\d{10}/.exec(receipt)![0]],
      ['code', /<dd><b>([2-9A-HJ-NP-Z]{10})<\/b>/.exec(receipt)![1]!],
    ] as const
    await take(house, { id: key, version: 1 }, 'accept', who.clerkChangan)
    house.at('2026-05-11')
    for (const [path, says] of [
      ['/follow', '自 2026-04-10 起算，适用当日施行的规定直至期限结束；其后施行的新规定不改变已经起算的期限。'],
      ['/hant/follow', '自 2026-04-10 起算，適用當日施行的規定直至期限結束；其後施行的新規定不改變已經起算的期限。'],
      ['/en/follow', 'It started on 2026-04-10: the rule in force on that day governs it to its end, and a later rule does not change a clock that runs.'],
    ] as const) {
      const page = String((await house.send(path, [], {}, whose)).body).replaceAll('<!-- -->', '')
      expect(page).toContain(says)
      expect(page).toMatch(/href="[^"]*\/law\/samr-order-20\/21\(5\)"/)
      expect(page).toContain(due)
    }
  })
})
