// Reopening with a new clock, a lapse that proposes and never decides, and a parameter changed by two officers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../store/sweep.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, clockOf, complain, take, yoghurt, type Case, type Cast, type Headers } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-04-08' })
  who = await cast(house)
})
afterAll(() => house.close())

const entries = async (file: Case, step: string): Promise<number> =>
  (await house.engine.database.query('select 1 from kernel.journal where record = $1 and step = $2', [file.id, step])).rows.length

describe('a complaint that was closed under Order 20 and is reopened under Order 121', () => {
  let file: Case & { number: string }

  it('is ended, told and public', async () => {
    file = await complain(house, who.citizen, yoghurt('2026-04-08'))
    house.at('2026-04-10')
    await take(house, file, 'accept', who.clerkChangan)
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    await take(house, file, 'propose-end', who.mediator, { ground: 'noAgreement', particulars: '双方差距过大，无法达成协议' })
    await take(house, file, 'end', who.head)
    await take(house, file, 'notify', who.clerkChangan, { told: 'electronic' })
    await house.work.settled()
    expect((await house.get(`/api/v1/publications/complaint-outcomes/${file.id}`)).status).toBe(200)
  })

  it('is reopened by the head with a reason: its clocks run anew by the order of that day, and it is public no more', async () => {
    house.at('2026-06-01')
    const alone = await house.post(
      `/api/v1/registers/complaint/${file.id}/steps/reopen`,
      { answers: { why: '出现新的证据', reopened: '2026-06-01' } },
      { ...who.mediator, 'if-match': `"v${file.version}"`, 'idempotency-key': uuidv7() },
    )
    expect(alone.status).toBe(403)
    await take(house, file, 'reopen', who.head, { why: '出现新的证据', reopened: '2026-06-01' })
    // Seven working days after 1 June: the 10th.
    expect(await clockOf(house, file, who.head, 'acceptance-again')).toMatchObject({ run: 1, state: 'open', rule: 'samr-order-121/15', due: '2026-06-10' })
    // The first clock stays as it was met.
    expect(await clockOf(house, file, who.head, 'acceptance')).toMatchObject({ state: 'met', rule: 'samr-order-20/14' })
    house.at('2026-06-03')
    await take(house, file, 'accept', who.clerkChangan)
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.head)
    const runs = (body.clocks as { deadline: string }[]).filter((clock) => clock.deadline === 'mediation')
    // Sixty days after 3 June end on Sunday 2 August, so on Monday the 3rd.
    expect(runs).toMatchObject([
      { run: 1, state: 'met', rule: 'samr-order-20/21(5)', term: '45 workday' },
      { run: 2, state: 'open', rule: 'samr-order-121/23', term: '60 day', due: '2026-08-03' },
    ])
    expect(body.record).toMatchObject({ state: 'accepted', endGround: null, ended: null })
    await house.work.settled()
    expect((await house.get(`/api/v1/publications/complaint-outcomes/${file.id}`)).status).toBe(410)
  })

  it('runs out on the next day: the sweep lights it and puts the proposal on the mediator’s desk, once, however often it runs', async () => {
    await take(house, file, 'mediate', who.mediator, { form: 'phone', bothConsent: true })
    house.at('2026-08-03')
    expect((await sweep(house.engine, house.engine.now())).lapsed).toBe(0)
    house.at('2026-08-04')
    expect(await sweep(house.engine, house.engine.now())).toEqual({ lapsed: 1, taken: 0, refused: 0 })
    expect(await sweep(house.engine, house.engine.now())).toEqual({ lapsed: 0, taken: 0, refused: 0 })
    expect(await entries(file, 'lapse')).toBe(1)
    file.version += 1
    // Nothing is decided by the clock: the complaint is still in mediation.
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.mediator)
    expect(body.record).toMatchObject({ state: 'mediating', endGround: null, version: file.version })
    const due = ((await house.get('/api/v1/due?light=red', who.mediator)).body.items as { record: string; deadline: string; next: object[] }[]).find(
      (item) => item.record === file.id && item.deadline === 'mediation',
    )
    expect(due?.next[0]).toEqual({ step: 'propose-end', title: '提请终止', by: ['调解员'], mine: true, proposed: true })
  })

  it('is ended by two officials who take up the proposal', async () => {
    await take(house, file, 'propose-end', who.mediator, { ground: 'termRunOut', particulars: '六十日届满未达成协议' })
    await take(house, file, 'end', who.head)
    expect(await clockOf(house, file, who.head, 'mediation')).toMatchObject({ run: 2, state: 'late' })
    expect(await clockOf(house, file, who.head, 'end-notice')).toMatchObject({ run: 2, state: 'open', rule: 'samr-order-121/23', due: '2026-08-13' })
    house.at('2026-08-05')
    await sweep(house.engine, house.engine.now())
    expect(await entries(file, 'lapse')).toBe(1)
    expect((await house.get(`/api/v1/registers/complaint/${file.id}`, who.head)).body.record).toMatchObject({ state: 'ended', endedInTime: false })
  })
})

describe('a parameter that two officers change', () => {
  let officer: Headers
  let confirmer: Headers
  let both: Headers
  let loaded: { record: string; version: number }
  const value = { parameter: 'complaints.mediation', from: '2026-09-07', value: '{"length":50,"unit":"day"}', act: 'samr-order-121', article: '23', mark: 'U', why: '虚构的修订（测试）' }
  const enter = (answers: object, headers: Headers) => house.post('/api/v1/registers/parameter-value', { answers }, { ...headers, 'idempotency-key': uuidv7() })
  const step = async (name: string, headers: Headers, answers: object = {}) => {
    const answer = await house.post(`/api/v1/registers/parameter-value/${loaded.record}/steps/${name}`, { answers }, {
      ...headers, 'if-match': `"v${loaded.version}"`, 'idempotency-key': uuidv7(),
    })
    if (answer.status === 200) loaded.version = answer.body.version
    await house.work.settled()
    return answer
  }
  const acceptedOn = async (day: string): Promise<Case> => {
    house.at(day)
    const file = await complain(house, who.citizen, yoghurt(day))
    await take(house, file, 'accept', who.clerkChangan)
    return file
  }
  let before: Case

  beforeAll(async () => {
    house.at('2026-09-01')
    officer = await house.person('data-officer', [{ duty: 'law.officer', reach: 'all' }])
    confirmer = await house.person('data-confirmer', [{ duty: 'law.confirmer', reach: 'all' }])
    both = await house.person('data-both', [{ duty: 'law.officer', reach: 'all' }, { duty: 'law.confirmer', reach: 'all' }])
  })

  it('is entered by one; who entered it cannot confirm it, nor can whoever holds no such duty', async () => {
    before = await acceptedOn('2026-09-04')
    expect(await clockOf(house, before, who.citizen, 'mediation')).toMatchObject({ term: '60 day', due: '2026-11-03', mark: 'V' })
    const entered = await enter(value, both)
    expect(entered.status, JSON.stringify(entered.body)).toBe(201)
    loaded = { record: entered.body.record, version: 1 }
    expect(await step('confirm', both)).toMatchObject({ status: 403, body: { code: 'kernel.two-persons' } })
    expect(await step('confirm', officer)).toMatchObject({ status: 403, body: { code: 'kernel.not-yours' } })
    expect(await step('confirm', who.head)).toMatchObject({ status: 404 })
  })

  it('changes nothing while it waits', async () => {
    const file = await acceptedOn('2026-09-07')
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ term: '60 day' })
  })

  it('confirmed by another person, it governs the clocks that start from its day on, with its mark, and none that ran before', async () => {
    expect((await step('confirm', confirmer)).status).toBe(200)
    const after = await acceptedOn('2026-09-08')
    // Fifty days after 8 September are 28 October; sixty would be 7 November.
    expect(await clockOf(house, after, who.citizen, 'mediation')).toMatchObject({ term: '50 day', due: '2026-10-28', mark: 'U', rule: 'samr-order-121/23' })
    expect(await clockOf(house, before, who.citizen, 'mediation')).toMatchObject({ term: '60 day', due: '2026-11-03', mark: 'V' })
  })

  it('withdrawn by an officer, it no longer governs what starts then; what started under it keeps it', async () => {
    const during = await acceptedOn('2026-09-09')
    expect((await step('withdraw', confirmer, { grounds: '修订未公布' })).status).toBe(200)
    const file = await acceptedOn('2026-09-10')
    expect(await clockOf(house, file, who.citizen, 'mediation')).toMatchObject({ term: '60 day', mark: 'V' })
    expect(await clockOf(house, during, who.citizen, 'mediation')).toMatchObject({ term: '50 day', mark: 'U' })
  })

  it('is refused where it would spoil a clock: no term, no such parameter, an end before its beginning', async () => {
    for (const [wrong, code] of [
      [{ value: '"50"' }, 'law.wrong-shape'],
      [{ value: '{"length":-1,"unit":"day"}' }, 'law.wrong-shape'],
      [{ value: '五十日' }, 'law.not-json'],
      [{ parameter: 'complaints.no-such' }, 'kernel.no-rule'],
      [{ to: '2026-08-31' }, 'law.wrong-shape'],
    ] as const)
      expect(await enter({ ...value, ...wrong }, officer), JSON.stringify(wrong)).toMatchObject({ status: 422, body: { code } })
  })

  it('also of rewards: the province’s own table, from its day on, gives the sum', async () => {
    const own = { share: '0.04', least: '2000.00', withoutFine: '2000.00' }
    const table = { first: { ...own, share: '0.06' }, second: own, third: { ...own, share: '0.02' }, cap: '500000.00' }
    const entered = await enter({ parameter: 'reports.reward', from: '2026-09-14', value: JSON.stringify(table), act: 'report-reward-measures', mark: 'U', why: '虚构的省标准（测试）' }, officer)
    loaded = { record: entered.body.record, version: 1 }
    expect((await step('confirm', confirmer)).status).toBe(200)
    expect(house.engine.parameters.at('reports.reward', '2026-09-13').value).toMatchObject({ cap: '1000000.00' })
    expect(house.engine.parameters.at('reports.reward', '2026-09-14').value).toEqual(table)
  })

  it('and all of it can be folded again', async () => expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] }))
})
