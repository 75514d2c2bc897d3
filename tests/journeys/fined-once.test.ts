// One breach is fined once (行政處罰法 29), also where two cases of it are decided by two heads at the same moment.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, serve, settle, take, type File, type Headers } from './supervision-story.ts'

let house: House
let who: Readonly<Record<'handler' | 'reviewer' | 'head' | 'second' | 'recaller', Headers>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const official = (id: string, duty: string) => house.person(id, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  who = {
    handler: await official('handler', 'enforcement.handler'), reviewer: await official('reviewer', 'enforcement.reviewer'),
    head: await official('head', 'enforcement.head'), second: await official('second', 'enforcement.head'), recaller: await official('recaller', 'recall.officer'),
  }
})
afterAll(() => house.close())

/** From the lead to the notice that was served. */
async function toNotice(file: File): Promise<void> {
  await take(house, file, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
  await take(house, file, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002' })
  await take(house, file, 'gather', who.handler, { sort: 'objects', what: '样品', taken: '2026-05-11', from: '仓库', takers: '冀A001、冀A002', original: true })
  await take(house, file, 'report', who.handler, { finding: '属实', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' })
  await take(house, file, 'review-pass', who.reviewer, { opinion: '同意' })
  await take(house, file, 'tell', who.head, { toldFine: '20000.00', penalties: ['fine', 'warning'] })
  await serve(house, file, who.head, who.handler, '2026-05-11')
  await take(house, file, 'end-defence', who.handler, { waives: ['defence'] })
}

/** Two cases of one breach of a recall: passed on once, and entered once more by hand. */
async function twins(n: number): Promise<readonly File[]> {
  const party = invented(70 + n)
  const recall = await open(house, 'recall', who.recaller, {
    begun: '2026-05-11', line: 'goods', producer: party, producerName: `虚构厂${n}（演示）`, place: '130102', product: '电水壶', productClass: 'lamps', kind: 'design', danger: '演示',
  })
  await take(house, recall, 'suspect-breach', who.recaller, { breach: 'uncooperative', facts: '首次移送（演示）' })
  const again = await attempt(house, recall, 'suspect-breach', who.recaller, { breach: 'uncooperative', facts: '再次移送（演示）' })
  expect([again.status, again.body.code]).toEqual([409, 'recall.passed-already'])
  await open(house, 'case', who.handler, {
    received: '2026-05-11', source: 'check', origin: 'recall', originRecord: recall.id, party, partyName: `虚构厂${n}（演示）`, place: '130102', kind: 'other', facts: '再次登记（演示）',
  })
  const files = await found(house, 'case', 'origin_record', recall.id)
  for (const file of files) await toNotice(file)
  return files
}

const decision = { circumstance: 'ordinary', penalties: ['fine'], degree: 'ordinary', fine: '20000.00' }

describe('two cases of one breach', () => {
  it.each([1, 2])('decided at the same moment: one is fined, the other is refused with the number of the first (pair %i)', async (n) => {
    const files = await twins(n)
    const answers = await Promise.all(files.map((file, at) => attempt(house, file, 'decide', at === 0 ? who.head : who.second, decision)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const rows = await Promise.all(files.map((file) => row(house, file)))
    const fined = rows.find(({ state }) => state === 'decided')!
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'enforcement.fined-already', basis: 'administrative-penalty-law/29', detail: expect.stringContaining(String(fined['number'])) })
    expect(rows.filter(({ fine }) => fine !== null)).toHaveLength(1)
    // The refused one may still end without a fine, and no paper of a decision is left behind.
    const other = files[rows.findIndex(({ state }) => state === 'deciding')]!
    expect((await house.get(`/api/v1/registers/case/${other.id}/documents`, who.head)).body.items).toHaveLength(1)
    await take(house, other, 'decide', who.second, { ...decision, penalties: ['warning'], fine: null })
  })

  it('two breaches of two firms decided at the same moment do not wait for each other', async () => {
    const [[one], [two]] = [await twins(8), await twins(9)]
    const answers = await Promise.all([one!, two!].map((file) => attempt(house, file, 'decide', who.head, decision)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })
})

describe('a recall of before each breach was kept', () => {
  it('passes none of its old ones on again, though another was passed on meanwhile', async () => {
    const recall = await open(house, 'recall', who.recaller, {
      begun: '2026-05-11', line: 'goods', producer: invented(88), producerName: '虚构厂（演示）', place: '130102', product: '电水壶', productClass: 'lamps', kind: 'design', danger: '演示',
    })
    const pass = (breach: string, more: object = {}) => attempt(house, recall, 'suspect-breach', who.recaller, { breach, facts: '演示', ...more })
    expect((await pass('uncooperative')).status).toBe(200)
    await settle(house)
    await house.engine.database.query('update record.recall set passed = null where id = $1', [recall.id])
    expect((await pass('hidden')).status).toBe(200)
    await settle(house)
    expect((await pass('uncooperative')).body.code).toBe('recall.passed-already')
    expect((await pass('hidden')).body.code).toBe('recall.passed-already')
    // Done again, with its day, it is another.
    expect((await pass('uncooperative', { breachOn: '2026-05-10' })).status).toBe(200)
    await settle(house)
    expect(await found(house, 'case', 'origin_record', recall.id)).toHaveLength(3)
  })
})
