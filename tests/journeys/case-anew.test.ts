// What a case is not got round by, through HTTP: a notice that was overtaken, the wrong party, a second suspicion of a crime.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, invented, open, row, serve, take, type File, type Headers } from './supervision-story.ts'

type Role = 'handler' | 'reviewer' | 'head' | 'hearer'
let house: House
let who: Readonly<Record<Role, Headers>>
let file: File

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const official = (id: string, ...duties: string[]) => house.person(id, duties.map((duty) => ({ duty: `enforcement.${duty}`, reach: 'all' as const })), { office: 'hebei-market' })
  who = { handler: await official('handler', 'handler'), reviewer: await official('reviewer', 'reviewer'), head: await official('head', 'head'), hearer: await official('hearer', 'hearer') }
})
afterAll(() => house.close())

const numbers = async (one: File): Promise<readonly string[]> =>
  ((await house.get(`/api/v1/registers/case/${one.id}/documents`, who.head)).body.items as { number: string }[]).map(({ number }) => number)

async function told(one: File, value: string, fine: string): Promise<void> {
  await take(house, one, 'report', who.handler, { finding: '温升不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value })
  await take(house, one, 'review-pass', who.reviewer, { opinion: '同意' })
  await take(house, one, 'tell', who.head, { toldFine: fine, penalties: ['fine'] })
}

async function investigated(party: string): Promise<File> {
  const one = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'complaint', party, partyName: '虚构灯具厂（演示）', place: '130102', kind: 'substandard', facts: '抽查不合格（演示）' })
  await take(house, one, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
  await take(house, one, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002' })
  await take(house, one, 'gather', who.handler, { sort: 'objects', what: '灯具 300 只', taken: '2026-05-11', from: '仓库', takers: '冀A001、冀A002', original: true })
  return one
}

describe('a notice that was overtaken', () => {
  it('is served no more, whenever it arrives; the one that took its place is', async () => {
    file = await investigated(invented(61))
    await told(file, '20000.00', '20000.00')
    await take(house, file, 'find-anew', who.head, { reasons: '货值有新的证据' })
    await told(file, '40000.00', '40000.00')
    const [first, second] = await numbers(file)
    expect((await attempt(house, file, 'serve-document', who.handler, { document: first, way: 'post', outcome: 'served', on: '2026-05-11' })).body).toMatchObject({
      status: 409, code: 'kernel.document-superseded', detail: expect.stringContaining(second!),
    })
    expect((await attempt(house, file, 'end-defence', who.handler, { waives: ['defence', 'hearing'] })).body).toMatchObject({ code: 'enforcement.notice-unserved' })
    await serve(house, file, who.head, who.handler, '2026-05-11')
    await take(house, file, 'end-defence', who.handler, { waives: ['defence', 'hearing'] })
    expect((await verifyAll(house.engine)).findings).toEqual([])
  })
})

describe('a call to a hearing that is void', () => {
  it('takes the place of none: the one before it is served, and a refusal names none that is void', async () => {
    const one = await investigated(invented(65))
    await told(one, '40000.00', '120000.00')
    await serve(house, one, who.head, who.handler, '2026-05-11')
    await take(house, one, 'ask-hearing', who.handler)
    for (let calls = 0; calls < 3; calls++)
      await take(house, one, 'call-hearing', who.hearer, { hearingOn: '2026-05-26', hearingAt: '虚构局听证室', host: '虚构主持人' })
    const [first, second, third] = (await numbers(one)).slice(-3)
    const sign = (document: string | undefined) => attempt(house, one, 'sign-document', who.head, { document, how: 'seal' })
    await take(house, one, 'void-document', who.head, { document: third, why: '重复作出（演示）' })
    expect((await sign(first)).body).toMatchObject({ code: 'kernel.document-superseded', remedy: expect.stringContaining(second!) })
    await take(house, one, 'void-document', who.head, { document: second, why: '重复作出（演示）' })
    await take(house, one, 'sign-document', who.head, { document: first, how: 'seal' })
    await take(house, one, 'serve-document', who.handler, { document: first, way: 'direct', outcome: 'served', on: '2026-05-11' })
    expect(await clockOf(house, one, who.head, 'hearing-notice')).toMatchObject({ state: 'open' })
  })
})

describe('a suspected crime', () => {
  const refused = async (one: File, step: string, answers: object) =>
    expect((await attempt(house, one, step, who.head, answers)).body).toMatchObject({ status: 409, code: 'enforcement.transfer-first', basis: 'crime-transfer-rules/11' })
  /** The head does not send it. */
  async function unapproved(transfer: File): Promise<void> {
    await take(house, transfer, 'report', who.handler, { firstMember: '冀A001', secondMember: '冀A002' })
    await take(house, transfer, 'refuse', who.head, { reason: '当事人认定错误（演示）' })
  }
  const transfers = (one: File) => found(house, 'crime-transfer', 'origin_record', one.id)

  // enforcement.wrong-party-to-lead
  it('goes along to the right party, and no file that names the wrong one stays under way', async () => {
    const wrong = await investigated(invented(62))
    await take(house, wrong, 'suspect-crime', who.handler, { grounds: '销售金额超过五万元（演示）' })
    const ends = { reasons: '非本案违法行为人（演示）', rightParty: invented(63), rightName: '虚构实际经营者（演示）' }
    await refused(wrong, 'wrong-party', ends)
    await unapproved((await transfers(wrong))[0]!)
    await take(house, wrong, 'wrong-party', who.head, ends)
    const right = (await found(house, 'case', 'origin_record', wrong.id))[0]!
    expect(await row(house, right)).toMatchObject({ state: 'lead', crime: true })
    await refused(right, 'pass-on', { to: '虚构文化执法队', reasons: '属于该机关管辖（演示）' })
    await take(house, right, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
    await refused(right, 'drop', { reasons: '轻微（演示）' })
    await take(house, right, 'suspect-crime', who.handler, { grounds: '销售金额超过五万元（演示）' })
    await unapproved((await transfers(right))[0]!)
    expect(await row(house, right)).toMatchObject({ crime_outcome: '不批准移送：当事人认定错误（演示）' })
    await take(house, right, 'drop', who.head, { reasons: '轻微（演示）' })
  })

  it('that was suspected twice waits for both files', async () => {
    const one = await investigated(invented(64))
    await take(house, one, 'suspect-crime', who.handler, { grounds: '销售金额超过五万元（演示）' })
    await take(house, one, 'suspect-crime', who.handler, { grounds: '再次登记（演示）' })
    const [first, newest] = await transfers(one)
    await unapproved(newest!)
    await refused(one, 'terminate', { reasons: '当事人已注销（演示）' })
    await unapproved(first!)
    await take(house, one, 'terminate', who.head, { reasons: '当事人已注销（演示）' })
  })
})
