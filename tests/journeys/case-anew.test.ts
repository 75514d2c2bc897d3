// A case that is told anew, through HTTP: the notice of before is served no more, and the record verifies.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, invented, open, serve, take, type File, type Headers } from './supervision-story.ts'

type Role = 'handler' | 'reviewer' | 'head'
let house: House
let who: Readonly<Record<Role, Headers>>
let file: File

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const official = (id: string, ...duties: string[]) => house.person(id, duties.map((duty) => ({ duty: `enforcement.${duty}`, reach: 'all' as const })), { office: 'hebei-market' })
  who = { handler: await official('handler', 'handler'), reviewer: await official('reviewer', 'reviewer'), head: await official('head', 'head') }
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
  await take(house, one, 'verify', who.handler)
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
