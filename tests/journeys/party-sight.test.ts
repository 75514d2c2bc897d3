// Whoever is suspected hears of its case by the notice and not before: by no list, search, record, history, link, paper, export, work list or error text.
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellParties } from '../../cli/catch-up/tell-parties.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, serve, take, type File, type Headers } from './supervision-story.ts'

const party = invented(61)
const name = '虚构水壶厂（演示）'
let house: House
let who: Readonly<Record<'handler' | 'reviewer' | 'head' | 'recaller' | 'firm' | 'superior', Headers>>
let recall: File
let file: File
let number = ''

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  const official = (id: string, duty: string) => house.person(id, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  who = {
    handler: await official('handler', 'enforcement.handler'), reviewer: await official('reviewer', 'enforcement.reviewer'), head: await official('head', 'enforcement.head'),
    superior: await official('superior', 'enforcement.superior'), recaller: await official('recaller', 'recall.officer'),
    firm: await house.person('firm', ['enforcement.party', 'recall.producer', 'credit.party', 'parties.self'].map((duty) => ({ duty, reach: 'party' as const })), { face: 'enterprise', speaksFor: [party] }),
  }
  recall = await open(house, 'recall', who.recaller, {
    begun: '2026-05-11', line: 'goods', producer: party, producerName: name, place: '130102', product: '电水壶', productClass: 'lamps', kind: 'design', danger: '手柄松脱（演示）',
  })
  await take(house, recall, 'suspect-breach', who.recaller, { breach: 'uncooperative', facts: '拒不提供检验资料（演示）' })
  file = (await found(house, 'case', 'origin_record', recall.id))[0]!
  number = String((await row(house, file))['number'])
})
afterAll(() => house.close())

/** Everything that the firm can be told, by every route, of the case and of the recall that it came of. */
async function heard(): Promise<string> {
  const said: unknown[] = []
  const get = async (path: string) => said.push((await house.get(encodeURI(path), who.firm)).body)
  const cases = '/api/v1/registers/case'
  for (const rest of ['', '?q=虚构', `?q=${number}`, '?count=true', '?area=130102', '?order=received', '/export.csv']) await get(cases + rest)
  const book = await house.app.inject({ url: `${cases}/export.xlsx`, headers: who.firm })
  said.push(book.statusCode === 200 ? Object.values(unzipSync(book.rawPayload)).map((part) => strFromU8(part)) : book.body)
  for (const rest of ['', '/history', '/documents', '/links', '/figures']) for (const one of [file, recall]) await get(`/api/v1/registers/${one.register}/${one.id}${rest}`)
  for (const route of ['due?limit=200', 'due/counts', 'parked', 'checks', 'inbox', 'me/readings']) await get(`/api/v1/${route}`)
  for (const page of ['/desk', '/desk/cases', `/desk/cases/${file.id}`, '/desk/case', `/desk/case/${file.id}`, `/desk/case/${file.id}/defend`, `/desk/recall/${recall.id}`, '/desk/own-file', '/desk/enterprise', '/desk/due'])
    await get(page)
  for (const step of ['defend', 'ask-hearing', 'pay', 'verify']) said.push((await attempt(house, file, step, who.firm, { defence: '…' })).body)
  return JSON.stringify(said)
}

const secrets = () => [number, '拒不提供检验资料', '移送立案', 'suspect-breach', 'breach-to-case']

describe('a party of a case', () => {
  it('hears nothing of it while the lead is verified, filed and investigated, and its acts are refused as on a case of somebody else', async () => {
    const none = await heard()
    expect(secrets().filter((word) => none.includes(word))).toEqual([])
    const theirs = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'check', party: invented(62), partyName: '另一虚构厂（演示）', place: '130102', kind: 'other', facts: '与本厂无关（演示）' })
    const other = await attempt(house, theirs, 'defend', who.firm, { defence: '…' })
    const own = await attempt(house, file, 'defend', who.firm, { defence: '…' })
    expect([own.status, own.body.code, own.body.detail]).toEqual([other.status, other.body.code, other.body.detail])
    await take(house, file, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
    await take(house, file, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002' })
    await take(house, file, 'gather', who.handler, { sort: 'objects', what: '壶 10 只', taken: '2026-05-11', from: '虚构举报人仓库', takers: '冀A001、冀A002', original: true })
    await take(house, file, 'gather', who.handler, { sort: 'party', what: '该厂陈述笔录', taken: '2026-05-11', from: '该厂', takers: '冀A001、冀A002', original: true })
    await take(house, file, 'report', who.handler, { finding: '手柄不符合安全要求', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' })
    await take(house, file, 'review-pass', who.reviewer, { opinion: '事实清楚' })
    await take(house, file, 'tell', who.head, { toldFine: '20000.00', penalties: ['fine'] })
    // Signed, and not served: still nothing.
    const still = await heard()
    expect(secrets().filter((word) => still.includes(word))).toEqual([])
  })

  it('reads it from the day on which the notice is served, and what the office does inside stays there', async () => {
    await serve(house, file, who.head, who.handler, '2026-05-11')
    const { status, body } = await house.get(`/api/v1/registers/case/${file.id}`, who.firm)
    expect(status).toBe(200)
    // What the lead said may be the words of an informer: the party reads what the officer found, as on the notice.
    expect(body.record).toMatchObject({ party, informed: party, toldFine: '20000.00', state: 'told', toldFacts: '手柄不符合安全要求' })
    expect(body.record).not.toHaveProperty('facts')
    for (const field of ['evidence', 'finding', 'opinion', 'origin', 'originRecord', 'source', 'papers', 'crime']) expect(body.record).not.toHaveProperty(field)
    const history = JSON.stringify((await house.get(`/api/v1/registers/case/${file.id}/history`, who.firm)).body)
    for (const word of ['虚构举报人仓库', '拒不提供检验资料', '事实清楚', '"gather"', '"review-pass"']) expect(history).not.toContain(word)
    // The notice itself says what was found.
    const papers = (await house.get(`/api/v1/registers/case/${file.id}/documents`, who.firm)).body.items as { form: string }[]
    expect(papers.map(({ form }) => form)).toEqual(['penalty-notice'])
    const above = (await house.get(`/api/v1/registers/case/${file.id}`, who.superior)).body.record
    expect(above).toMatchObject({ finding: '手柄不符合安全要求', opinion: '事实清楚', origin: 'recall' })
    await take(house, file, 'defend', who.firm, { defence: '已更换手柄' })
  })

  // enforcement.wrong-party-to-lead
  it('that turns out to be the wrong one keeps its own file, which ends, and reads nothing of the case of the right one', async () => {
    const right = invented(63)
    const other = await house.person('right-firm', [{ duty: 'enforcement.party', reach: 'party' }], { face: 'enterprise', speaksFor: [right] })
    const text = async (headers: Headers): Promise<string> => JSON.stringify([
      (await house.get('/api/v1/registers/case', headers)).body,
      (await house.get(`/api/v1/registers/case/${file.id}/history`, headers)).body,
      (await house.get(`/api/v1/registers/case/${file.id}/links`, headers)).body,
    ])
    await take(house, file, 'wrong-party', who.head, { reasons: '查明不是该厂所为', rightParty: right, rightName: '虚构真壶厂（演示）' })
    const next = (await found(house, 'case', 'party', right))[0]!
    expect(await row(house, next)).toMatchObject({ state: 'lead', party: right, informed: null, origin: 'recall', origin_record: recall.id })
    // What was found goes along, with where it was first entered and who had it; what the other said for itself stays with it.
    expect((await row(house, next))['evidence']).toEqual([
      { sort: 'objects', what: '壶 10 只', named: null, taken: '2026-05-11', from: '虚构举报人仓库', takers: '冀A001、冀A002', original: true, first: number, before: `${number}，冀A001、冀A002` },
    ])
    expect((await house.get(`/api/v1/registers/case/${file.id}`, who.firm)).body.record).toMatchObject({ state: 'terminated', party })
    const theirs = await text(who.firm)
    for (const word of [right, '虚构真壶厂', next.id, String((await row(house, next))['number'])]) expect(theirs).not.toContain(word)
    // The right one hears nothing before an act of its own tells it, and never reads what the other said for itself.
    expect((await house.get(`/api/v1/registers/case/${next.id}`, other)).status).toBe(404)
    await take(house, next, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
    await take(house, next, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002' })
    await take(house, next, 'summon', who.handler, { comeOn: '2026-05-18', comeTo: '虚构局', about: '产品' })
    await serve(house, next, who.head, who.handler, '2026-05-11')
    expect((await house.get(`/api/v1/registers/case/${next.id}`, other)).body.record).toMatchObject({ informed: right })
    expect((await house.get(`/api/v1/registers/case/${next.id}`, who.firm)).status).toBe(404)
    const ours = JSON.stringify((await house.get(`/api/v1/registers/case/${next.id}/history`, other)).body)
    for (const word of ['已更换手柄', '该厂陈述笔录', '壶 10 只', number]) expect(ours).not.toContain(word)
    // Nobody has to enter it again, and what was carried over once says from where also the second time.
    await take(house, next, 'report', who.handler, { finding: '属实', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' })
    await take(house, next, 'wrong-party', who.head, { reasons: '也不是', rightParty: invented(64), rightName: '虚构第三厂（演示）' })
    const third = (await found(house, 'case', 'party', invented(64)))[0]!
    expect((await row(house, third))['evidence']).toMatchObject([{ first: number, before: `${String((await row(house, next))['number'])}，冀A001、冀A002` }])
  })

  it('of before its facts were kept apart reads what the paper said that was served on it, and no more', async () => {
    const old = async (id: string) => house.engine.database.query('update record."case" set told_facts = null where id = $1', [id])
    const read = async () => (await house.get(`/api/v1/registers/case/${file.id}`, who.firm)).body.record
    // What stands in the file may have been written after: the paper says what was told.
    await house.engine.database.query(`update record."case" set finding = '后来的措辞' where id = $1`, [file.id])
    await old(file.id)
    expect(await read()).not.toHaveProperty('toldFacts', expect.any(String))
    expect(await tellParties(house.engine)).toEqual([file.id])
    expect(await read()).toMatchObject({ toldFacts: '手柄不符合安全要求', informed: party })
    expect(await tellParties(house.engine)).toEqual([])
    // Whoever was only summoned was told of no facts.
    const summoned = (await found(house, 'case', 'party', invented(63)))[0]!
    expect(await row(house, summoned)).toMatchObject({ told_facts: null, informed: invented(63) })
  })

  it('of before the telling was kept is brought on by an act of its own, once', async () => {
    const old = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'check', party, partyName: name, place: '130102', kind: 'labelling', facts: '标识不符（演示）' })
    await take(house, old, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
    await take(house, old, 'file', who.head, { firstHandler: '冀A001', secondHandler: '冀A002' })
    await take(house, old, 'summon', who.handler, { comeOn: '2026-05-18', comeTo: '虚构局', about: '标识' })
    await take(house, old, 'summon', who.handler, { comeOn: '2026-05-19', comeTo: '虚构局', about: '标识' })
    // A paper that came back, and one announced: received when its announcement of thirty days is over.
    const papers = (await house.engine.database.query<{ id: string; number: string }>('select id, number from kernel.document where record = $1 order by number', [old.id])).rows
    // Served as it was before: the row knows nothing of a telling.
    const served = (document: string, way: string, state: string) =>
      house.engine.database.query(
        `insert into kernel.service (id, document, way, state, sent, served, entry)
         select $1, $2, $3, $4, $5, null, (select j.id from kernel.journal j where j.record = $6 order by j.version desc limit 1)`,
        [uuidv7(), document, way, state, '2026-05-11T02:00:00Z', old.id])
    await served(papers[0]!.id, 'post', 'failed')
    await served(papers[1]!.id, 'notice', 'sent')
    expect(await tellParties(house.engine)).toEqual([])
    house.at('2026-06-10')
    expect((await house.get(`/api/v1/registers/case/${old.id}`, who.firm)).status).toBe(404)
    expect(await tellParties(house.engine)).toEqual([old.id])
    expect((await house.get(`/api/v1/registers/case/${old.id}`, who.firm)).body.record).toMatchObject({ informed: party })
    const told = JSON.stringify((await house.get(`/api/v1/registers/case/${old.id}/history`, who.handler)).body)
    expect(told).toContain('"how":"summons"')
    expect(told).toContain(`${papers[1]!.number}，2026-06-10 公告送达`)
    expect(await tellParties(house.engine)).toEqual([])
  })
})
