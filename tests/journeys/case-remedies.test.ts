// A case beyond its decision, through HTTP: the suspected crime goes to the police first and comes back, a suit holds enforcement and surcharge, a mark is named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginTerms, lackingTerms } from '../../cli/catch-up/begin-terms.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, serve, take, type File, type Headers } from './supervision-story.ts'

const party = invented(51)
type Role = 'handler' | 'reviewer' | 'head' | 'liaison' | 'firm' | 'elsewhere'
let house: House
let who: Readonly<Record<Role, Headers>>
let file: File
let transfer: File

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const official = (id: string, ...duties: string[]) => house.person(id, duties.map((duty) => ({ duty: `enforcement.${duty}`, reach: 'all' as const })), { office: 'hebei-market' })
  who = {
    handler: await official('handler', 'handler'), reviewer: await official('reviewer', 'reviewer'), head: await official('head', 'head'), liaison: await official('liaison', 'liaison'),
    firm: await house.person('firm', [{ duty: 'enforcement.party', reach: 'party' }], { face: 'enterprise', speaksFor: [party] }),
    elsewhere: await house.person('elsewhere', [{ duty: 'enforcement.handler', reach: 'area', area: '130200' }], { office: 'market-130200' }),
  }
})
afterAll(() => house.close())

const decision = { circumstance: 'ordinary', penalties: ['fine', 'goods'], degree: 'ordinary', fine: '100000.00' }

const notInstead = async (step: string, answers: object): Promise<void> => {
  const { body } = await attempt(house, file, step, who.head, answers)
  expect(body).toMatchObject({ status: 409, code: 'enforcement.transfer-first', basis: 'crime-transfer-rules/11' })
}

describe('a case of a counterfeit mark with a suspected crime', () => {
  it('names the mark before it is judged', async () => {
    file = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'complaint', party, partyName: '虚构鞋厂（演示）', place: '130102', kind: 'trademark', facts: '仿冒注册商标（演示）' })
    await take(house, file, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
    await take(house, file, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002', breach: 'trademark-law/57' })
    await take(house, file, 'gather', who.handler, { sort: 'objects', what: '仿冒鞋 300 双', taken: '2026-05-11', from: '仓库', takers: '冀A001、冀A002', original: true })
    const finding = { finding: '侵权', breach: 'trademark-law/57', punishedBy: 'trademark-law/60', value: '60000.00' }
    expect((await attempt(house, file, 'report', who.handler, finding)).body).toMatchObject({ status: 422, code: 'enforcement.no-sign', field: 'protectedSign', basis: 'trademark-law/57' })
    await take(house, file, 'suspect-crime', who.handler, { grounds: '销售金额超过五万元（演示）' })
    transfer = (await found(house, 'crime-transfer', 'origin_record', file.id))[0]!
    // Neither the end of the investigation nor another authority stands in for the police.
    await notInstead('terminate', { reasons: '当事人已注销（演示）' })
    await take(house, file, 'report', who.handler, { ...finding, protectedSign: '第0000000号（虚构）', rightHolder: '虚构权利人（演示）' })
    await take(house, file, 'review-pass', who.reviewer, { opinion: '同意' })
    await take(house, file, 'tell', who.head, { toldFine: '100000.00', penalties: ['fine', 'goods'] })
    await serve(house, file, who.head, who.handler, '2026-05-11')
  })

  // enforcement.transfer-police-file, enforcement.transfer-judge
  it('is not decided instead of being transferred; what the police say comes back to it, with the receipt', async () => {
    house.at('2026-05-20')
    await take(house, file, 'end-defence', who.handler)
    const refused = await attempt(house, file, 'decide', who.head, decision)
    expect(refused.body).toMatchObject({ status: 409, code: 'enforcement.transfer-first', basis: 'crime-transfer-rules/11' })
    await notInstead('waive', { leniency: 'slight', reasons: '已改正（演示）' })
    await notInstead('pass-on', { to: '虚构文化执法队', reasons: '属于该机关管辖（演示）' })
    await take(house, transfer, 'report', who.handler, { firstMember: '冀A001', secondMember: '冀A002' })
    await take(house, transfer, 'approve', who.head)
    expect((await attempt(house, file, 'decide', who.head, decision)).body).toMatchObject({ code: 'enforcement.transfer-first' })
    await take(house, transfer, 'send', who.handler, { receipt: '公收1', papersSent: ['letter', 'inquiry', 'goods'] })
    house.at('2026-05-22')
    await take(house, transfer, 'police-file', who.liaison, { policeView: '立案侦查', receipt: '公立1' })
    expect(await row(house, file)).toMatchObject({ state: 'deciding', crime_outcome: '公安机关立案：立案侦查；公立1' })
    // The party sees its case, and not what the police do.
    expect(JSON.stringify((await house.get(`/api/v1/registers/case/${file.id}`, who.firm)).body)).not.toContain('立案侦查')
    // Nor is it warned by the file or by its history that a crime is suspected at all.
    expect((await house.get(`/api/v1/registers/case/${file.id}`, who.firm)).body).not.toHaveProperty('crime')
    const history = async (one: typeof who.firm) => JSON.stringify((await house.get(`/api/v1/registers/case/${file.id}/history`, one)).body)
    const [theirs, ours] = [await history(who.firm), await history(who.handler)]
    expect(ours).toContain('销售金额超过五万元')
    expect(theirs).not.toContain('销售金额超过五万元')
    await take(house, file, 'decide', who.head, decision)
  })

  it('a suit holds enforcement and surcharge until it ends, and the court’s word on the crime is noted last', async () => {
    const { body } = await house.get(`/api/v1/registers/case/${file.id}/documents`, who.head)
    const document = (body.items as { number: string }[]).at(-1)!.number
    await take(house, file, 'sign-document', who.head, { document, how: 'seal' })
    await take(house, file, 'serve', who.handler, { document, way: 'direct', outcome: 'served', on: '2026-05-22', place: '当事人住所' })
    // A case of before the terms to sue were watched gets its own from the daily watch, once.
    await house.engine.database.query('update record."case" set sue_from = null where id = $1', [file.id])
    await house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'sue'", [file.id])
    // Of a mere warning nothing is enforced: the watch does not ask for it day after day.
    const warned = async (penalties: string, fine: string | null) => {
      await house.engine.database.query('update record."case" set penalties = $2, fine = $3, reconsider_from = served where id = $1', [file.id, penalties, fine])
      return (await lackingTerms(house.engine)).map(({ record }) => record)
    }
    expect(await warned('["warning"]', null)).toEqual([])
    expect(await warned('["fine", "goods"]', '100000.00')).toEqual([file.id])
    expect(await beginTerms(house.engine)).toEqual([file.id])
    expect(await beginTerms(house.engine)).toEqual([])
    expect(await row(house, file)).toMatchObject({ state: 'served', sue_from: '2026-05-22' })
    // What makes it hard to pay is sealed in the journal, and is gone with its key.
    await take(house, file, 'ask-deferral', who.firm, { hardship: '家中有重病人（演示）' })
    expect(await row(house, file)).toMatchObject({ hardship: '家中有重病人（演示）' })
    expect((await house.engine.database.query("select 1 from kernel.journal where body like '%重病人%'")).rows).toEqual([])
    await take(house, file, 'refuse-deferral', who.head, { reasons: '可以按期缴纳（演示）' })
    // Served on 22 May, fifteen days: Saturday 6 June moves to Monday 8 June.
    house.at('2026-06-10')
    await take(house, file, 'urge', who.head)
    await take(house, file, 'challenge', who.handler, { way: 'suit', taken: '2026-06-10', forum: '虚构法院（演示）', reference: '（2026）虚01行初1号' })
    expect((await attempt(house, file, 'challenge', who.elsewhere, { way: 'suit', taken: '2026-06-10', forum: '虚构法院' })).status).toBe(404)
    house.at('2026-07-01')
    expect((await attempt(house, file, 'ask-court', who.head)).body).toMatchObject({ status: 409, code: 'enforcement.challenge-pending' })
    house.at('2026-08-20')
    await take(house, file, 'challenge-ends', who.handler, { ended: '2026-08-20', result: 'upheld' })
    expect((await row(house, file))['challenges']).toMatchObject([{ kind: 'suit', received: '2026-06-10', ended: '2026-08-20', outcome: 'upheld' }])
    // 9 June and 21 August: two days of three per cent.
    house.at('2026-08-21')
    expect((await attempt(house, file, 'pay', who.handler, { on: '2026-08-21', sum: '100000.00', receipt: 'P-1' })).body).toMatchObject({ code: 'enforcement.still-owed', detail: expect.stringContaining('6000.00') })
    // enforcement.claim-payment: what the firm says it paid is looked at by an officer, who enters the receipt of the bank.
    expect((await attempt(house, file, 'pay', who.firm, { on: '2026-08-21', sum: '106000.00', receipt: 'P-1' })).status).toBe(403)
    await take(house, file, 'claim-payment', who.firm, { on: '2026-08-21', sum: '106000.00', receipt: 'P-1' })
    expect(await row(house, file)).toMatchObject({ state: 'urged', paid: null, claims: [{ receipt: 'P-1' }] })
    await take(house, file, 'pay', who.handler, { on: '2026-08-21', sum: '106000.00', receipt: 'P-1' })
    await take(house, transfer, 'hand-over', who.handler, { receipt: '物1' })
    await take(house, transfer, 'judge', who.liaison, { judgment: '罚金五万元', receipt: '判1' })
    expect(await row(house, file)).toMatchObject({ state: 'performed', surcharge: '6000.00', crime_outcome: '法院判决，罚款依法折抵罚金：罚金五万元；判1' })
  })
})
