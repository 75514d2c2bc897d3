// The credit file through HTTP: penalties lower the class, an objection marks and is decided, repair and withdrawal raise it, and any past day is graded anew.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parkedLinks } from '../../store/links.ts'
import { gradeOne } from '../../store/scales/single.ts'
import { sweep } from '../../store/sweep.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { creditClassScale } from '../../systems/standing/credit/index.ts'
import { openHouse, type House } from '../bed/house.ts'

const own = '91130102MAX000001J'
const other = '91130102MAX000NJ9T'
type Headers = Record<string, string>

let house: House
let clerk: Headers
let officer: Headers
let firm: Headers
let stranger: Headers
let tangshan: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  clerk = await house.person('clerk', [{ duty: 'credit.clerk', reach: 'area', area: '130102' }])
  officer = await house.person('officer', [{ duty: 'credit.officer', reach: 'all' }])
  tangshan = await house.person('tangshan', [{ duty: 'credit.officer', reach: 'area', area: '130200' }])
  firm = await house.person('firm', [{ duty: 'credit.party', reach: 'party' }], { face: 'enterprise', speaksFor: [own] })
  stranger = await house.person('stranger', [{ duty: 'credit.party', reach: 'party' }], { face: 'enterprise', speaksFor: [other] })
})
afterAll(() => house.close())

const open = (register: string, answers: object, who: Headers) =>
  house.post(`/api/v1/registers/${register}`, { id: uuidv7(), answers }, { ...who, 'idempotency-key': uuidv7() })
async function step(register: string, id: string, name: string, who: Headers, answers: object = {}) {
  const { rows } = await house.engine.database.query<{ version: number }>(`select version from record.${register.replace('-', '_')} where id = $1`, [id])
  const headers = { ...who, 'if-match': `"v${rows[0]!.version}"`, 'idempotency-key': uuidv7() }
  return house.post(`/api/v1/registers/${register}/${id}/steps/${name}`, { answers }, headers)
}
const entry = (category: string, more: object = {}) => ({
  party: own, partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: '虚构市场监管局', document: '虚构〔2026〕1号',
  article: 'product-quality-law/49', determined: '2026-05-06', scope: 'open', ...more,
})
const classOn = async (day: string) => {
  const { grade, points } = (await gradeOne(house.engine, creditClassScale, own, day))!
  return `${grade} ${points}`
}
const stateOf = async (id: string) => {
  const { rows } = await house.engine.database.query<{ state: string }>('select state from record.credit_entry where id = $1', [id])
  return rows[0]!.state
}

let first: string
let second: string

describe('the credit file', () => {
  it('a body with nothing on file is of class B, and each breach lowers it by its dated weight', async () => {
    expect(await classOn('2026-05-11')).toBe('B 85')
    first = (await open('credit-entry', entry('ordinary'), clerk)).body.record
    second = (await open('credit-entry', entry('minor'), clerk)).body.record
    // 85 − 15 − 3 = 67 lies between 60 and 75.
    expect(await classOn('2026-05-11')).toBe('C 67')
    const explained = (await gradeOne(house.engine, creditClassScale, own, '2026-05-11'))!
    expect(explained.counted.map(({ id, fact, article }) => [id, fact, article])).toEqual([
      [first, 'ordinary', 'product-quality-law/49'],
      [second, 'minor', 'product-quality-law/49'],
    ].toSorted())
    expect(explained.ifChanged).toContainEqual({ fact: 'ordinary', to: 0, grade: 'B' })
    // The minor entry counts three months and does not change the class; the ordinary one counts a year. Its term runs from the document of 6 May.
    expect(explained.ahead).toEqual([{ on: '2027-05-07', grade: 'B', points: '85' }])
  })

  it('the firm sees its own file by every route, a stranger and another county see nothing of it', async () => {
    const listed = async (who: Headers) => (await house.get('/api/v1/registers/credit-entry', who)).body.items?.length ?? 0
    expect([await listed(firm), await listed(stranger), await listed(tangshan)]).toEqual([2, 0, 0])
    expect((await house.get(`/api/v1/registers/credit-entry/${first}`, firm)).status).toBe(200)
    for (const who of [stranger, tangshan]) expect((await house.get(`/api/v1/registers/credit-entry/${first}`, who)).status).toBe(404)
  })

  it('an objection marks its entry at once; found wrong it leaves the entry, found right it takes it out', async () => {
    const objection = (entryId: string) => ({ party: own, place: '130102', entry: entryId, grounds: '处罚对象不是本单位' })
    const kept = await open('credit-objection', objection(first), firm)
    expect(kept.status).toBe(201)
    await house.work.settled()
    expect(await stateOf(first)).toBe('objected')
    expect((await open('credit-objection', objection(first), firm)).body.code).toBe('credit.not-your-entry')
    expect((await open('credit-objection', { ...objection(second), party: other }, stranger)).body.code).toBe('credit.not-your-entry')
    expect((await step('credit-objection', kept.body.record, 'uphold', officer, { finding: '核实无误' })).status).toBe(200)
    await house.work.settled()
    expect(await stateOf(first)).toBe('valid')

    house.at('2026-05-20')
    const right = await open('credit-objection', objection(second), firm)
    await house.work.settled()
    expect((await step('credit-objection', right.body.record, 'correct', officer, { finding: '同名不同代码' })).status).toBe(200)
    await house.work.settled()
    expect(await stateOf(second)).toBe('withdrawn')
    // What stood before stays what it was on those days.
    expect([await classOn('2026-05-19'), await classOn('2026-05-20')]).toEqual(['C 67', 'C 70'])
  })

  it('an ordinary breach is repaired after three months, and not before', async () => {
    const promise = { promise: '已缴清罚款并整改，承诺守信' }
    expect((await step('credit-entry', first, 'ask-repair', firm, promise)).body.code).toBe('credit.repair-early')
    house.at('2026-08-11')
    expect((await step('credit-entry', first, 'ask-repair', firm, promise)).status).toBe(200)
    expect((await step('credit-entry', first, 'accept-repair', firm, {})).status).toBe(403)
    expect((await step('credit-entry', first, 'accept-repair', officer, {})).status).toBe(200)
    expect((await step('credit-entry', first, 'grant', officer, { reason: '义务已履行' })).status).toBe(200)
    expect([await classOn('2026-08-10'), await classOn('2026-08-11')]).toEqual(['C 70', 'B 85'])
  })

  it('is told over HTTP for any day under that day’s rule, to the firm itself and to officials over it, and to nobody else', async () => {
    const path = `/api/v1/scales/credit.class/${own}`
    const { body: now } = await house.get(path, firm)
    expect([now.grade, now.points, now.counted]).toEqual(['B', '85', []])
    const { body: then } = await house.get(`${path}?on=2026-05-11&language=en`, officer)
    expect([then.grade, then.points, then.title, then.basis]).toEqual(['C', '67', 'Quality credit class', 'state-council-2014-21'])
    expect(then.lines.map((line: { title: string; points: string }) => [line.title, line.points])).toContainEqual(['Ordinary breach', '-15'])
    expect(then.counted.map((each: { register: string; article: string }) => [each.register, each.article])).toEqual(
      [1, 2].map(() => ['credit-entry', 'product-quality-law/49']),
    )
    for (const who of [stranger, tangshan]) expect((await house.get(path, who)).body.code).toBe('kernel.not-found')
    expect((await house.get(path)).status).toBe(401)
    expect((await house.get(`${path}?on=2099-01-01`, firm)).body).toMatchObject({ status: 422, code: 'scale.ahead', field: 'on' })
    // A code with a wrong check character names nobody and is not graded.
    expect((await house.get('/api/v1/scales/credit.class/91130102MAX000001K', officer)).body).toMatchObject({ status: 422, code: 'list.wrong-value', field: 'code' })
    expect((await house.get(`${path}?on=soon`, firm)).body).toMatchObject({ status: 422, code: 'list.wrong-value', field: 'on' })
  })

  it('ends by itself when its term of publication is over, once, and the class of every day before is what it was', async () => {
    house.at('2026-08-12')
    const minor = (await open('credit-entry', entry('minor', { document: '虚构〔2026〕2号', determined: '2026-08-10' }), clerk)).body.record
    const serious = (await open('credit-entry', entry('serious', { document: '虚构〔2026〕3号', determined: '2026-08-10' }), clerk)).body.record
    const wrong = { party: other, partyName: '虚构', place: '130102', sort: 'punish', measure: 'more-checks', ground: '虚构', entry: minor }
    expect((await open('joint-measure', wrong, officer)).body).toMatchObject({ status: 422, code: 'credit.other-entry', field: 'entry' })
    const measure = (await open('joint-measure', { ...wrong, party: own }, officer)).body.record
    // Three months from the document of 10 August, not from the entry of the 12th: the last day is 10 November.
    house.at('2026-11-10')
    await sweep(house.engine, house.engine.now())
    expect(await stateOf(minor)).toBe('valid')
    expect((await step('credit-entry', minor, 'expire', officer)).body).toMatchObject({ status: 409, code: 'credit.shown-still' })
    const objection = await open('credit-objection', { party: own, place: '130102', entry: minor, grounds: '批次不是本单位生产' }, firm)
    await house.work.settled()
    expect(await stateOf(minor)).toBe('objected')
    const days = ['2026-08-11', '2026-08-12', '2026-11-09', '2026-11-10']
    const before = await Promise.all(days.map(classOn))
    house.at('2026-11-11')
    const extract = await open('credit-extract', { purchaser: '虚构采购中心（演示）', project: 'XG-9', purpose: 'tender', codes: [{ code: own }] }, officer)
    expect(await sweep(house.engine, house.engine.now())).toMatchObject({ taken: 1, refused: 0 })
    expect(await sweep(house.engine, house.engine.now())).toEqual({ lapsed: 0, taken: 0, refused: 0 })
    await house.work.settled()
    expect([await stateOf(minor), await stateOf(serious)]).toEqual(['expired', 'valid'])
    expect(await Promise.all(days.map(classOn))).toEqual(before)
    const entries = await house.get('/api/v1/publications/credit-entries')
    expect(entries.body.items.map(({ id }: { id: string }) => id)).toEqual([serious])
    // Copies follow: the measure that rested on it is lifted, the extract of the day is outdated.
    const of = async (table: string, id: string) => (await house.engine.database.query(`select state from record.${table} where id = $1`, [id])).rows[0]
    expect([await of('joint_measure', measure), await of('credit_extract', extract.body.record)]).toEqual([{ state: 'lifted' }, { state: 'outdated' }])
    // The objection to it is still answered: found wrong, nothing moves; nothing is parked.
    expect((await step('credit-objection', objection.body.record, 'uphold', officer, { finding: '核实无误' })).status).toBe(200)
    await house.work.settled()
    expect([await stateOf(minor), await parkedLinks(house.engine)]).toEqual(['expired', []])
  })

  it('an entry without a document or of an unknown category is refused by field', async () => {
    const { document: _, ...without } = entry('ordinary')
    expect((await open('credit-entry', without, clerk)).status).toBe(422)
    expect((await open('credit-entry', entry('dreadful'), clerk)).status).toBe(422)
  })
})
