// From which day an entry is shown, by which rule, and for how long: Order 36 counts from the document, the rule before it from publication.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOf, addDays } from '../../kernel/day.ts'
import { redateCounted } from '../../store/redate.ts'
import { gradeOne } from '../../store/scales/single.ts'
import { sweep } from '../../store/sweep.ts'
import { verifyAll } from '../../store/verify.ts'
import { creditClassScale } from '../../systems/standing/credit/index.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, invented, open, row, settle, type File, type Headers } from './supervision-story.ts'

const own = invented(61)
let house: House
let clerk: Headers
let officer: Headers
let firm: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2016-05-11' })
  const official = (id: string, duty: string) => house.person(id, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  clerk = await official('clerk', 'credit.clerk')
  officer = await official('officer', 'credit.officer')
  firm = await house.person('firm', [{ duty: 'credit.party', reach: 'party' }], { face: 'enterprise', speaksFor: [own] })
}, 120_000)
afterAll(() => house.close())

const filed = async (on: string, determined: string, category: string, document: string, more: object = {}): Promise<File> => {
  house.at(on)
  return open(house, 'credit-entry', clerk, {
    party: own, partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: '虚构市场监管局', document, determined, scope: 'open', ...more,
  })
}
const untilOf = async (file: File): Promise<string | undefined> =>
  ((await house.get(`/api/v1/publications/credit-entries/${file.id}`)).body as { until?: string }).until
interface Seen {
  readonly starts: string
  readonly due: string
  readonly rule: string
  readonly state: string
  readonly why: string
}
const clockOf = async (file: File): Promise<Seen | undefined> =>
  ((await house.get(`/api/v1/registers/credit-entry/${file.id}?language=zh`, officer)).body.clocks as (Seen & { deadline: string })[]).find(({ deadline }) => deadline === 'term')
const sweepNow = async (): Promise<void> => {
  await sweep(house.engine, house.engine.now())
  await house.work.settled()
}

describe('the term of an entry', () => {
  it('of 2016, whose rule is not known, is not one day: it is shown the three years assumed, from publication, and ends by itself', async () => {
    const old = await filed('2016-05-11', '2016-05-06', 'ordinary', '虚构〔2016〕1号')
    expect([await untilOf(old), await clockOf(old)]).toMatchObject(['2019-05-11', { starts: '2016-05-11', due: '2019-05-11', rule: 'enterprise-publicity-regulation/6' }])
    house.at('2016-05-13')
    expect(await untilOf(old)).toBe('2019-05-11')
    house.at('2019-05-14')
    await sweepNow()
    expect([(await row(house, old))['state'], (await house.get(`/api/v1/publications/credit-entries/${old.id}`)).status]).toEqual(['expired', 404])
  })

  it('the class counts no entry that is shared inside only since Order 36, and one that an authorised body may see', async () => {
    const [inside, query] = [invented(62), invented(63)]
    for (const [party, scope] of [[inside, 'internal'], [query, 'query']] as const)
      await filed('2026-03-30', '2026-03-30', 'ordinary', `虚构〔2026〕${scope}`, { party, scope })
    const classOn = async (party: string, day: string): Promise<string> => (await gradeOne(house.engine, creditClassScale, party, day))!.grade
    // Every day is graded by its own rule: until March whatever was on file counted.
    const days = ['2026-03-29', '2026-03-31', '2026-04-01']
    expect(await Promise.all(days.map((day) => classOn(inside, day)))).toEqual(['B', 'C', 'B'])
    expect(await Promise.all(days.map((day) => classOn(query, day)))).toEqual(['B', 'C', 'C'])
  })

  it('the class looks ahead to the day on which the term, which runs from the document, ends the counting; and on that day it does', async () => {
    const party = invented(64)
    const late = await filed('2026-04-20', '2026-03-24', 'ordinary', '虚构〔2026〕8号', { party })
    expect(await clockOf(late)).toMatchObject({ due: '2027-03-24' })
    const graded = async (day: string) => (await gradeOne(house.engine, creditClassScale, party, day))!
    const now = await graded('2026-04-20')
    // Not twelve months from the entry, which would be 20 April 2027.
    expect([now.grade, now.ahead]).toEqual(['C', [{ on: '2027-03-25', grade: 'B', points: '85' }]])
    house.at('2027-03-25')
    await sweepNow()
    expect([(await graded('2027-03-24')).grade, (await graded('2027-03-25')).grade]).toEqual(['C', 'B'])
    house.at('2026-04-20')
  })

  it('ends on its own last day where that is a Saturday: page, clock and class say the same; a clock that had moved on is put right', async () => {
    const party = invented(65)
    const [entry, old] = [await filed('2026-04-20', '2026-04-10', 'ordinary', '虚构〔2026〕40号', { party }), await filed('2026-04-20', '2026-04-10', 'ordinary', '虚构〔2026〕41号', { party })]
    const moved = { due: '2027-04-12', term: { length: 1, unit: 'year' } }
    const older = "update kernel.clock set due = $2, runs_out = $3, change = change || $4::jsonb where record = $1 and deadline = 'term'"
    await house.engine.database.query(older, [old.id, moved.due, startOf(addDays(moved.due, 1)), JSON.stringify(moved)])
    expect([await redateCounted(house.engine), await redateCounted(house.engine)]).toEqual([1, 0])
    expect(await Promise.all([entry, old].flatMap((file) => [untilOf(file), clockOf(file)]))).toMatchObject(['2027-04-10', { due: '2027-04-10' }, '2027-04-10', { due: '2027-04-10' }])
    expect((await gradeOne(house.engine, creditClassScale, party, '2026-04-20'))!.ahead).toMatchObject([{ on: '2027-04-11', grade: 'B' }])
    // Ended late, as after a server that stood still, it counted no longer all the same.
    house.at('2027-04-13')
    await sweepNow()
    expect([await row(house, entry), await row(house, old)]).toMatchObject([{ state: 'expired', counts_to: '2027-04-10' }, { state: 'expired', counts_to: '2027-04-10' }])
    house.at('2026-04-20')
  })

  it('runs on while the entry is repaired: a false promise brings it back to its first last day, and after that nothing does', async () => {
    const one = (at: number): Promise<File> => filed('2026-04-20', '2026-04-13', 'ordinary', `虚构〔2026〕${at}号`)
    const [back, stays] = [await one(30), await one(31)]
    const ground = { party: own, partyName: '虚构家具厂（演示）', place: '130102', sort: 'punish', measure: 'more-checks', ground: '虚构', entry: back.id }
    const measure = await open(house, 'joint-measure', officer, ground)
    house.at('2026-07-13')
    for (const entry of [back, stays]) {
      expect((await attempt(house, entry, 'ask-repair', firm, { promise: '已缴清罚款并整改，承诺守信' })).status).toBe(200)
      expect((await attempt(house, entry, 'accept-repair', officer)).status).toBe(200)
      expect((await attempt(house, entry, 'grant', officer, { reason: '义务已履行' })).status).toBe(200)
      expect((await house.get(`/api/v1/publications/credit-entries/${entry.id}`)).status).not.toBe(200)
    }
    await settle(house)
    expect(await row(house, measure)).toMatchObject({ state: 'lifted', until: '2026-07-13' })
    house.at('2026-08-03')
    expect((await attempt(house, measure, 'propose-again', officer, { reason: '误' })).body).toMatchObject({ code: 'credit.other-entry' })
    expect((await attempt(house, back, 'restore', firm, { reason: '误' })).status).toBe(403)
    expect((await attempt(house, back, 'restore', officer, { reason: '缴款凭证系伪造' })).status).toBe(200)
    expect([await row(house, back), await untilOf(back), await clockOf(back)]).toMatchObject([{ state: 'valid', counts_to: null }, '2027-04-13', { due: '2027-04-13', state: 'open' }])
    // credit.entry-restored-measures
    await settle(house)
    expect(await row(house, measure)).toMatchObject({ state: 'proposed', until: null, reason: '修复已撤销：缴款凭证系伪造' })
    house.at('2027-04-14')
    await sweepNow()
    expect([await row(house, back), await row(house, stays)]).toMatchObject([{ state: 'expired', counts_to: '2027-04-13' }, { state: 'repaired', counts_to: '2026-07-12' }])
    expect((await attempt(house, stays, 'restore', officer, { reason: '误' })).body).toMatchObject({ status: 409, code: 'credit.term-was-over' })
    house.at('2026-04-20')
  })

  it('entered under the rule for penalties runs three years from publication, and no later rule moves it', async () => {
    const old = await filed('2026-03-30', '2026-03-16', 'ordinary', '虚构〔2026〕1号')
    house.at('2026-04-02')
    expect(await redateCounted(house.engine)).toBe(0)
    expect([await untilOf(old), await clockOf(old)]).toMatchObject(['2029-03-30', { starts: '2026-03-30', rule: 'penalty-publication-rules/13' }])
  })

  it('entered under Order 36 runs from the day of its document, also where that is older than the order', async () => {
    const [minor, older] = [await filed('2026-04-20', '2026-04-02', 'minor', '虚构〔2026〕2号'), await filed('2026-04-20', '2026-03-24', 'ordinary', '虚构〔2026〕3号')]
    expect([await untilOf(minor), await clockOf(minor)]).toMatchObject(['2026-07-02', { starts: '2026-04-02', due: '2026-07-02', rule: 'ndrc-order-36' }])
    expect([await untilOf(older), await clockOf(older)]).toMatchObject(['2027-03-24', { starts: '2026-03-24', due: '2027-03-24', rule: 'ndrc-order-36' }])
    expect((await clockOf(minor))!.why).toBe(
      '自 2026-04-02 起算；适用公示当日施行的规定直至期限结束，起算日由该规定确定，其后施行的新规定不改变已经起算的期限',
    )
    // The shortest term counts as the longest does: three months from 24 March.
    const promise = { promise: '已缴清罚款并整改，承诺守信' }
    house.at('2026-06-23')
    expect((await attempt(house, older, 'ask-repair', firm, promise)).body).toMatchObject({ code: 'credit.repair-early' })
    house.at('2026-06-24')
    expect((await attempt(house, older, 'ask-repair', firm, promise)).status).toBe(200)
    house.at('2026-07-02')
    await sweepNow()
    expect([(await row(house, minor))['state'], await untilOf(minor)]).toEqual(['valid', '2026-07-02'])
    house.at('2026-07-03')
    expect((await house.get(`/api/v1/publications/credit-entries/${minor.id}`)).status).toBe(410)
    await sweepNow()
    expect(await row(house, minor)).toMatchObject({ state: 'expired', counts_to: '2026-07-02' })
  })

  it('whose clock was begun on the day of entry, or not at all, is put right once, by a journalled act', async () => {
    const day = '2026-07-06'
    const [late, bare, over, good] = [
      await filed(day, '2026-06-15', 'serious', '虚构〔2026〕4号'), await filed(day, '2026-06-16', 'ordinary', '虚构〔2026〕5号'),
      await filed(day, '2026-04-07', 'minor', '虚构〔2026〕6号'), await filed(day, '2026-06-17', 'positive', '虚构〔2026〕7号'),
    ]
    // As a release before this one left them: the clock from the entry; no clock where the entry is older than the deadline.
    const begun = { starts: day, due: '2029-07-06' }
    const { database } = house.engine
    const older = "update kernel.clock set due = $2, runs_out = $3, change = change || $4::jsonb where record = $1 and deadline = 'term'"
    for (const { id } of [late!, over!]) await database.query(older, [id, begun.due, startOf(addDays(begun.due, 1)), JSON.stringify(begun)])
    for (const { id } of [bare!, good!]) await database.query("delete from kernel.clock where record = $1 and deadline = 'term'", [id])
    expect([await redateCounted(house.engine, 2), await redateCounted(house.engine, 2)]).toEqual([4, 0])
    expect(await Promise.all([late!, bare!, over!, good!].map(async (file) => (await clockOf(file))!))).toMatchObject([
      { starts: '2026-06-15', due: '2029-06-15', rule: 'ndrc-order-36' }, { starts: '2026-06-16', due: '2027-06-16', rule: 'ndrc-order-36' },
      { starts: '2026-04-07', due: '2026-07-07' }, { starts: day, due: '2029-07-06', rule: 'state-council-2014-21' },
    ])
    const { rows } = await database.query<{ body: string }>("select body from kernel.journal where record = $1 and step = 'redate'", [late!.id])
    expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([{ actor: { hand: 'sweep' }, reason: '期限依规定所称的起止日计算', basis: { act: 'ndrc-order-36' } }])
    house.at('2026-07-08')
    await sweepNow()
    expect([(await row(house, over!))['state'], (await row(house, late!))['state'], await redateCounted(house.engine)]).toEqual(['expired', 'valid', 0])
    expect((await verifyAll(house.engine)).findings).toEqual([])
  })
})
