// The notice of a penalty and its terms, through HTTP: announced, found meanwhile, a hearing taken back, and what a party may still do after the decision.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { carryNotices } from '../../cli/catch-up/carry-notices.ts'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, invented, open, row, take, type File, type Headers } from './supervision-story.ts'

const party = invented(53)
let house: House
let who: Readonly<Record<'handler' | 'reviewer' | 'head' | 'firm', Headers>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const official = (id: 'handler' | 'reviewer' | 'head') => house.person(id, [{ duty: `enforcement.${id}`, reach: 'all' }], { office: 'hebei-market' })
  who = {
    handler: await official('handler'), reviewer: await official('reviewer'), head: await official('head'),
    firm: await house.person('firm', [{ duty: 'enforcement.party', reach: 'party' }], { face: 'enterprise', speaksFor: [party] }),
  }
})
afterAll(() => house.close())

const documentsOf = async (file: File) => (await house.get(`/api/v1/registers/case/${file.id}/documents`, who.head)).body.items as { number: string; served: string | null }[]

/** From the lead to the notice that is signed and not served yet; gives its number. */
async function toNotice(toldFine: string): Promise<readonly [File, string]> {
  const file = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'check', party, partyName: '虚构灯具厂（演示）', place: '130102', kind: 'substandard', facts: '演示' })
  await take(house, file, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
  await take(house, file, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002' })
  await take(house, file, 'gather', who.handler, { sort: 'objects', what: '台灯', taken: '2026-05-11', from: '仓库', takers: '冀A001、冀A002', original: true })
  await take(house, file, 'report', who.handler, { finding: '温升不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '60000.00', crimeWeighed: '未达追诉标准（演示）' })
  await take(house, file, 'review-pass', who.reviewer, { opinion: '同意' })
  await take(house, file, 'tell', who.head, { toldFine, penalties: ['fine'] })
  const { number } = (await documentsOf(file))[0]!
  await take(house, file, 'sign-document', who.head, { document: number, how: 'seal' })
  return [file, number]
}

it('an announced notice stops the ninety days, and is served at its end by itself', async () => {
  const [file, document] = await toNotice('60000.00')
  await take(house, file, 'serve-document', who.handler, { document, way: 'notice', outcome: 'sent', on: '2026-05-11' })
  expect(await row(house, file)).toMatchObject({ state: 'announcing', announced_until: '2026-06-10' })
  expect(await clockOf(house, file, who.handler, 'decide')).toMatchObject({ state: 'paused' })
  house.at('2026-06-10')
  await sweep(house.engine, house.engine.now())
  expect((await row(house, file))['state']).toBe('announcing')
  house.at('2026-06-11')
  await sweep(house.engine, house.engine.now())
  expect((await row(house, file))['state']).toBe('told')
  // Ninety days from 11 May and the thirty of the announcement: 8 September.
  expect(await clockOf(house, file, who.handler, 'decide')).toMatchObject({ state: 'open', due: '2026-09-08' })
  expect(await clockOf(house, file, who.firm, 'defend')).toMatchObject({ due: '2026-06-17' })
})

it('who is found meanwhile has it from that day, and no second time', async () => {
  house.at('2026-05-11')
  const [file, document] = await toNotice('60000.00')
  await take(house, file, 'serve-document', who.handler, { document, way: 'notice', outcome: 'sent', on: '2026-05-11' })
  expect((await attempt(house, file, 'serve-document', who.handler, { document, way: 'direct', outcome: 'served' })).body).toMatchObject({ code: 'kernel.not-now' })
  house.at('2026-05-18')
  await take(house, file, 'serve-meanwhile', who.handler, { document, way: 'direct', outcome: 'served', on: '2026-05-18' })
  expect((await row(house, file))['state']).toBe('told')
  expect(await documentsOf(file)).toMatchObject([{ served: '2026-05-18' }])
  expect(await clockOf(house, file, who.firm, 'defend')).toMatchObject({ state: 'open', due: '2026-05-25' })
  expect((await attempt(house, file, 'serve-document', who.handler, { document, way: 'direct', outcome: 'served' })).body).toMatchObject({ code: 'kernel.served-already' })
  house.at('2026-06-11')
  await sweep(house.engine, house.engine.now())
  expect((await row(house, file))['state']).toBe('told')
})

it('a hearing taken back leaves what is left to speak, and then it is proposed to go on; the party reads until when it may contest the decision', async () => {
  house.at('2026-05-11')
  const [file, document] = await toNotice('120000.00')
  await take(house, file, 'serve-document', who.handler, { document, way: 'direct', outcome: 'served', on: '2026-05-11' })
  await take(house, file, 'ask-hearing', who.firm)
  house.at('2026-05-13')
  await take(house, file, 'give-up-hearing', who.firm, { given: 'withdrawn' })
  expect(await clockOf(house, file, who.firm, 'defend-rest')).toMatchObject({ state: 'open', due: '2026-05-18' })
  house.at('2026-05-19')
  await sweep(house.engine, house.engine.now())
  const due = (await house.get('/api/v1/due?limit=200', who.handler)).body.items as { deadline: string; record: { id: string } | string }[]
  expect(due.some((one) => one.deadline === 'defend-rest' && JSON.stringify(one).includes(file.id))).toBe(true)
  await take(house, file, 'end-defence', who.handler)
  await take(house, file, 'decide', who.head, { circumstance: 'ordinary', penalties: ['fine'], degree: 'ordinary', fine: '90000.00' })
  const decision = (await documentsOf(file)).at(-1)!.number
  await take(house, file, 'sign-document', who.head, { document: decision, how: 'seal' })
  await take(house, file, 'serve', who.handler, { document: decision, way: 'direct', outcome: 'served', on: '2026-05-19' })
  // Sixty days: 18 July, a Saturday, moves to Monday.
  expect(await clockOf(house, file, who.firm, 'reconsider')).toMatchObject({ state: 'open', due: '2026-07-20' })
  house.at('2026-07-21')
  await sweep(house.engine, house.engine.now())
  expect(await clockOf(house, file, who.firm, 'reconsider')).toMatchObject({ state: 'late' })
})

it('cases of before are carried along: an announcement from the day on which it was put up, and what a hearing taken back leaves', async () => {
  const { database } = house.engine
  house.at('2026-05-11')
  const [posted, first] = await toNotice('60000.00')
  const [back, second] = await toNotice('120000.00')
  house.at('2026-05-12')
  await take(house, posted, 'serve-document', who.handler, { document: first, way: 'notice', outcome: 'sent', on: '2026-05-12' })
  await take(house, back, 'serve-document', who.handler, { document: second, way: 'direct', outcome: 'served', on: '2026-05-12' })
  await take(house, back, 'ask-hearing', who.firm)
  await take(house, back, 'give-up-hearing', who.firm, { given: 'withdrawn' })
  // As they were: told, without these clocks, and the ninety days ran on.
  await database.query(`update record."case" set state = 'told', announced_until = null, speaks_until = null where id = any($1)`, [[posted.id, back.id]])
  await database.query(`delete from kernel.clock where record = any($1) and deadline in ('announcement', 'defend-rest')`, [[posted.id, back.id]])
  await database.query(`update kernel.clock set state = 'open', due = '2026-08-09', change = change || '{"state": "open", "due": "2026-08-09", "pauses": []}'::jsonb
    where record = $1 and deadline = 'decide'`, [posted.id])
  // Announced, and told anew since: only the last notice counts, which is not announced.
  const [anew, third] = await toNotice('60000.00')
  await take(house, anew, 'serve-document', who.handler, { document: third, way: 'notice', outcome: 'sent', on: '2026-05-12' })
  await take(house, anew, 'find-anew', who.head, { reasons: '货值有新的证据（演示）' })
  await take(house, anew, 'report', who.handler, { finding: '温升不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '70000.00', crimeWeighed: '未达追诉标准（演示）' })
  await take(house, anew, 'review-pass', who.reviewer, { opinion: '同意' })
  await take(house, anew, 'tell', who.head, { toldFine: '70000.00', penalties: ['fine'] })
  await database.query(`update record."case" set announced_until = null where id = $1`, [anew.id])
  expect((await attempt(house, posted, 'carry-notice', who.head, { announcedUntil: '2027-12-31' })).body).toMatchObject({ code: 'enforcement.announcement-by-watch' })
  house.at('2026-05-20')
  expect([...(await carryNotices(house.engine))].sort()).toEqual([posted.id, back.id].sort())
  expect(await carryNotices(house.engine)).toEqual([])
  expect(await row(house, posted)).toMatchObject({ state: 'announcing', announced_until: '2026-06-11' })
  house.at('2026-06-12')
  await sweep(house.engine, house.engine.now())
  // 9 August and the thirty-one days from 12 May on.
  expect(await clockOf(house, posted, who.handler, 'decide')).toMatchObject({ state: 'open', due: '2026-09-09' })
  expect(await row(house, back)).toMatchObject({ state: 'told', speaks_until: '2026-05-19' })
  expect(await clockOf(house, back, who.handler, 'defend-rest')).toMatchObject({ state: 'lapsed' })
})
