// A bar and what is under way through HTTP: nothing is granted to whom the law bars, and a grant that cannot be entered is revoked and locks nobody (行政許可法 69, 79).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retryLink } from '../../store/links.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const [open1, old, parked, renewed] = [271, 272, 273, 274].map(invented) as [string, string, string, string]
const labs = [open1, old, parked]
const [from, to] = ['2020-07-01', '2026-06-30']
const name = '虚构乳品检测站（演示）'
const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const apply = (kind: string, code: string, received: string): Promise<File> =>
  open(house, 'mark-application', manager, { received, kind, laboratory: code, name, place: '130102', lines: [line], invented: true })
async function reviewed(kind: string, code: string, day: string): Promise<File> {
  house.at(day)
  const file = await apply(kind, code, day)
  await take(house, file, 'accept', clerk)
  await take(house, file, 'review', clerk, { team: '演示评审组', opinion: '具备能力' })
  return file
}
const withdrawn = async (code: string, withdrawnFor: string) => take(house, await marked(code), 'withdraw', clerk, { withdrawnFor, reason: '演示' })

beforeAll(async () => {
  house = await openHouse({ now: from })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('mb-clerk')
  head = await office('mb-head')
  manager = await house.person('mb-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [...labs, renewed] })
  for (const [at, code] of labs.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `20030012020${at}`, fields: ['food'], certifiedFrom: from, certifiedTo: to, invented: true,
    })
}, 180_000)
afterAll(() => house.close())

describe('a mark that has run out and is then withdrawn as obtained by improper means', () => {
  // testing.withdraw-declines-applications
  it('takes what its laboratory has under way along: reviewed it is declined, not yet accepted it is not accepted', async () => {
    const anew = await reviewed('anew', open1, '2026-07-06')
    house.at('2026-06-30')
    const renewal = await apply('renewal', open1, '2026-06-30')
    house.at('2026-07-08')
    await withdrawn(open1, 'improper')
    expect(await row(house, anew)).toMatchObject({ state: 'declined', reason: expect.stringContaining('2029-07-08') })
    expect(await row(house, renewal)).toMatchObject({ state: 'notAccepted', barred_to: null })
  })

  it('of before, its open application is not granted and is ended by hand', async () => {
    house.at('2026-07-09')
    await withdrawn(old, 'conditions')
    const file = await reviewed('anew', old, '2026-07-09')
    expect((await attempt(house, file, 'end-barred', head)).body).toMatchObject({ code: 'testing.not-barred' })
    // As the registers of before hold it: the bar beside an application that is open.
    await house.engine.database.query("update record.laboratory set withdrawn_for = 'improper', barred_to = '2029-07-09' where code = $1", [old])
    house.at('2026-07-20')
    const grant = { cma: '260300120201', from: '2026-07-20', to: '2032-07-19' }
    expect((await attempt(house, file, 'grant', head, grant)).body).toMatchObject({ code: 'testing.barred-from-applying', field: 'from' })
    expect(await found(house, 'lab-scope', 'laboratory', old)).toEqual([])
    await take(house, file, 'end-barred', head)
    expect((await row(house, file))['state']).toBe('declined')
  })
})

describe('a grant that was parked', () => {
  let file: File
  const granted = { cma: '260300120202', from: '2026-07-27', to: '2032-07-26' }
  const before = { state: 'withdrawn', cma: '200300120202', certified_from: from, certified_to: to, ended_on: '2026-07-21', withdrawn_for: 'improper', barred_to: '2029-07-21' }

  it('is not revoked once it was entered: the mark is withdrawn then', async () => {
    house.at('2026-07-21')
    await withdrawn(parked, 'conditions')
    file = await reviewed('anew', parked, '2026-07-21')
    house.at('2026-07-27')
    await take(house, file, 'grant', head, granted)
    expect((await attempt(house, file, 'revoke-grant', clerk, { reason: '演示' })).body).toMatchObject({ code: 'testing.grant-entered' })
  })

  // testing.revoke-grant-ends-scope
  it('is revoked by another person: its lines held on no day, nothing of it waits, and the laboratory may be granted a mark again', async () => {
    // As the register of before holds it: the consequence was refused by the bar, and the scope was entered.
    const set = Object.keys(before).map((key, at) => `${key} = $${at + 2}`).join(', ')
    await house.engine.database.query(`update record.laboratory set ${set}, earlier_terms = null where code = $1`, [parked, ...Object.values(before)])
    const { rows } = await house.engine.database.query<{ cause: string }>(
      "update kernel.link set state = 'parked' where linkage = 'testing.grant-anew' and cause in (select id from kernel.journal where record = $1) returning cause", [file.id],
    )
    const lines = await found(house, 'lab-scope', 'laboratory', parked)
    expect(await row(house, lines[0]!)).toMatchObject({ state: 'approved', from: '2026-07-27' })
    house.at('2031-03-03')
    expect((await attempt(house, file, 'revoke-grant', head, { reason: '演示' })).body).toMatchObject({ code: 'kernel.two-persons' })
    expect((await attempt(house, file, 'revoke-grant', clerk, { reason: '资质系以不正当手段取得，不得再次申请期间准予' })).status).toBe(200)
    // It waits no more; here it had been made once, so that it is not noted as dropped.
    expect(await retryLink(house.engine, 'testing.grant-anew', rows[0]!.cause)).toBe('done')
    await settle(house)
    expect(await row(house, file)).toMatchObject({ state: 'revoked' })
    expect(await row(house, lines[0]!)).toMatchObject({ state: 'ended', to: '2026-07-26' })
    const again = await reviewed('anew', parked, '2031-03-03')
    await take(house, again, 'grant', head, { cma: '310300120202', from: '2031-03-03', to: '2037-03-02' })
    expect(await row(house, await marked(parked))).toMatchObject({ state: 'valid', certified_to: '2037-03-02', barred_to: null })
  })
})

describe('a renewal whose grant was not entered', () => {
  // testing.renewal-revoked
  it('is revoked, and the laboratory is reminded of its end again', async () => {
    house.at('2036-10-06')
    const file = await reviewed('renewal', parked, '2036-10-06')
    await take(house, file, 'grant', head, { cma: '310300120202', from: '2037-03-03', to: '2043-03-02' })
    const as = "certified_to = '2037-03-02', renew_by = null, expires = null"
    await house.engine.database.query(`update record.laboratory set ${as} where code = $1`, [parked])
    await house.engine.database.query("delete from kernel.clock where record = $1 and state = 'open'", [(await marked(parked)).id])
    await take(house, file, 'revoke-grant', clerk, { reason: '证书信息有误，尚未登记' })
    expect(await row(house, await marked(parked))).toMatchObject({ renew_by: '2036-12-02', expires: '2037-03-02' })
  })

  const number = '310300120203'
  const granted = async (day: string, term: object, step: typeof take | typeof attempt): Promise<File> => {
    const file = await reviewed('renewal', renewed, day)
    await step(house, file, 'grant', head, { cma: number, ...term })
    return file
  }
  const ends = async () => {
    const [scope] = await found(house, 'lab-scope', 'laboratory', renewed)
    return [(await row(house, await marked(renewed)))['certified_to'], (await row(house, scope!))['to']]
  }
  it('prolongs neither mark nor scope, though an earlier renewal was granted under the same number', async () => {
    house.at('2036-10-07')
    await open(house, 'laboratory', clerk, { code: renewed, name, place: '130102', cma: number, fields: ['food'], certifiedFrom: '2031-07-01', certifiedTo: '2037-06-30', invented: true })
    await open(house, 'lab-scope', clerk, { laboratory: renewed, ...line, from: '2031-07-01', to: '2037-06-30' })
    await granted('2037-02-02', { from: '2037-07-01', to: '2043-06-30' }, take)
    expect(await ends()).toEqual(['2043-06-30', '2043-06-30'])
    const second = await granted('2043-02-02', { from: '2043-07-01', to: '2049-06-30' }, attempt)
    expect((await attempt(house, second, 'revoke-grant', clerk, { reason: '演示' })).status).toBe(200)
    await settle(house)
    expect([(await row(house, second))['state'], ...(await ends())]).toEqual(['revoked', '2043-06-30', '2043-06-30'])
  })

  // testing.revoke-grant-shortens-scope
  it('gives back what it had prolonged of the scope while its mark was not entered', async () => {
    const third = await granted('2043-03-02', { from: '2043-07-01', to: '2049-06-30' }, take)
    expect(await ends()).toEqual(['2049-06-30', '2049-06-30'])
    // As where the entry of the mark was refused and waits.
    await house.engine.database.query("update record.laboratory set certified_to = '2043-06-30' where code = $1", [renewed])
    await take(house, third, 'revoke-grant', clerk, { reason: '演示' })
    expect(await ends()).toEqual(['2043-06-30', '2043-06-30'])
  })
})
