// The list of serious breaches, its measures and the check for a tender, through HTTP: from a penalty to the list, the extract, its correction and the end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealedProof } from '../../kernel/trust/seal.ts'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import { endListings } from '../../cli/catch-up/end-listings.ts'
import { keepWarningsInside } from '../../cli/catch-up/keep-warnings-inside.ts'
import { withdrawEnded } from '../../store/seal-follow.ts'
import { gradeOne } from '../../store/scales/single.ts'
import { statusLists } from '../../store/seals.ts'
import { sweep } from '../../store/sweep.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { creditClassScale } from '../../systems/standing/credit/index.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, serve, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const own = invented(21)
const other = invented(22)
const unknown = invented(23)
const place = '130102'
type Roles = 'registrar' | 'handler' | 'reviewer' | 'judge' | 'clerk' | 'officer' | 'head' | 'executor' | 'purchaser' | 'rival' | 'firm' | 'stranger' | 'elsewhere'

let house: House
let who: Record<Roles, Headers>
let penalty: File
let listing: File
let extract: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-04-13', pages: true })
  const official = (id: string, ...duties: string[]) =>
    house.person(id, duties.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
  const firm = (id: string, code: string) =>
    house.person(id, ['credit.party', 'enforcement.party'].map((duty) => ({ duty, reach: 'party' as const })), { face: 'enterprise', speaksFor: [code] })
  const buyer = (id: string) => house.person(id, [{ duty: 'credit.purchaser', reach: 'own' }], { face: 'enterprise' })
  who = {
    registrar: await official('registrar', 'parties.registrar'),
    handler: await official('handler', 'enforcement.handler'),
    reviewer: await official('reviewer', 'enforcement.reviewer'),
    judge: await official('judge', 'enforcement.head'),
    clerk: await official('clerk', 'credit.clerk'),
    officer: await official('officer', 'credit.officer'),
    head: await official('head', 'credit.head'),
    executor: await house.person('executor', [{ duty: 'credit.executor', reach: 'all' }]),
    purchaser: await buyer('purchaser'),
    rival: await buyer('rival'),
    firm: await firm('firm', own),
    stranger: await firm('stranger', other),
    elsewhere: await house.person('elsewhere', [{ duty: 'credit.officer', reach: 'area', area: '130200' }], { office: 'market-130200' }),
  }
  for (const code of [own, other])
    await open(house, 'enterprise', who.registrar, { code, name: `虚构单位${code.slice(-4)}（演示）`, place, kind: 'company', size: 'small', invented: true })
})
afterAll(() => house.close())

const at = (day: string) => house.at(day)
const classOn = async (day: string) => (await gradeOne(house.engine, creditClassScale, own, day))!.grade
const reasons = { reasons: '情节严重，社会危害较大' }

/** A case from its lead to the decision that is served, of serious degree. */
async function punished(begun: string, decided: string, { party = own, value = '20000.00', fine = '60000.00', degree = 'serious', only = 'fine' } = {}): Promise<File> {
  at(begun)
  const file = await open(house, 'case', who.handler, {
    received: begun, source: 'check', party, partyName: '虚构单位（演示）', place, kind: 'substandard', facts: '明知不合格仍大量销售',
  })
  await take(house, file, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
  await take(house, file, 'file', who.judge, { firstHandler: '冀A001', secondHandler: '冀A002', breach: 'product-quality-law/13' })
  await take(house, file, 'gather', who.handler, { sort: 'opinion', what: '检验报告', taken: begun, from: '虚构检测中心', takers: '冀A001、冀A002', original: true })
  await take(house, file, 'report', who.handler, { finding: '不合格产品', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value, crimeWeighed: '未达追诉标准（演示）' })
  await take(house, file, 'review-pass', who.reviewer, { opinion: '同意' })
  await take(house, file, 'tell', who.judge, only === 'fine' ? { toldFine: fine, penalties: ['fine'] } : { penalties: [only] })
  await serve(house, file, who.judge, who.handler, begun)
  at(decided)
  await take(house, file, 'end-defence', who.handler)
  await take(house, file, 'decide', who.judge, {
    circumstance: 'heavy', penalties: [only], degree, ...(only === 'fine' ? { fine } : {}), reasons: '明知故犯', collective: '〔2026〕会议纪要1号',
  })
  const { body } = await house.get(`/api/v1/registers/case/${file.id}/documents`, who.judge)
  const document = (body.items as { number: string }[]).at(-1)!.number
  await take(house, file, 'sign-document', who.judge, { document, how: 'seal' })
  await take(house, file, 'serve', who.handler, { document, way: 'direct', outcome: 'served', on: decided })
  return file
}

const query = (codes: readonly string[], more: object = {}) => ({
  purchaser: '虚构采购中心（演示）', project: '路灯采购 XG-2026-1', purpose: 'procurement', codes: codes.map((code) => ({ code })), ...more,
})
const verdict = async (proof: SealedProof, fresh = true) =>
  verifySealed(JSON.stringify(proof), {
    history: house.keys.history,
    now: house.engine.now(),
    ...(fresh ? { statusLists: await statusLists(house.engine, house.keys) } : {}),
  }).verdict

describe('the list of serious breaches', () => {
  // credit.penalty-considered
  it('a served penalty of serious degree is considered by itself, and nothing else can be its ground', async () => {
    penalty = await punished('2026-04-13', '2026-04-24')
    listing = (await found(house, 'serious-listing', 'case', penalty.id))[0]!
    // Both name the decision that was served, and not the number of its file.
    const { body } = await house.get(`/api/v1/registers/case/${penalty.id}/documents`, who.judge)
    const document = (body.items as { form: string; number: string }[]).find(({ form }) => form === 'penalty-decision')!.number
    expect(await row(house, listing)).toMatchObject({ state: 'considered', party: own, owner: 'linkage', document })
    expect(await row(house, (await found(house, 'credit-entry', 'origin_record', penalty.id))[0]!)).toMatchObject({ document })
    const again = { party: own, partyName: '虚构单位（演示）', place, case: penalty.id, document: '虚构1号' }
    expect((await tryOpen(house, 'serious-listing', who.officer, again)).body).toMatchObject({ code: 'credit.considered-already', field: 'case' })
    expect((await tryOpen(house, 'serious-listing', who.officer, { ...again, party: other })).body).toMatchObject({ code: 'credit.no-heavy-penalty', field: 'case' })
    expect(await classOn('2026-04-24')).toBe('D')
  })

  it('the party is told and may be heard; who gave the notice does not decide, and a measure needs its article', async () => {
    const told = { ground: 'quality', heavier: ['fine'], facts: '明知不合格仍大量销售', intent: true }
    await take(house, listing, 'notice', who.officer, told)
    at('2026-04-27')
    await serve(house, listing, who.head, who.officer, '2026-04-27')
    at('2026-04-28')
    const decision = { ...reasons, measures: [{ measure: 'procurement' }, { measure: 'tender' }], level: 'province' }
    expect((await attempt(house, listing, 'list', who.head, decision)).body).toMatchObject({ code: 'credit.not-heard-yet' })
    await take(house, listing, 'defend', who.firm, { defence: '已召回全部产品' })
    // It has spoken, and may still ask for a hearing until the term is over, or waive it.
    expect((await attempt(house, listing, 'list', who.head, decision)).body).toMatchObject({ code: 'credit.not-heard-yet' })
    const waived = { ...decision, waived: true }
    expect((await attempt(house, listing, 'list', who.head, { ...waived, level: 'county' })).body).toMatchObject({ code: 'credit.no-consent', field: 'consent' })
    await take(house, listing, 'list', who.head, waived)
    expect((await house.get('/api/v1/publications/serious-listings')).body.items).toEqual([])
    at('2026-05-06')
    await take(house, listing, 'publish', who.officer)
    expect(await row(house, listing)).toMatchObject({ state: 'published' })
    const { body } = await house.get('/api/v1/publications/serious-listings')
    expect(body.items).toMatchObject([{ values: { party: own, until: '2029-05-06' } }])
    expect(JSON.stringify(body)).not.toContain('已召回全部产品')
  })

  it('its measures are proposed each under its article, and receipted by who carries them out', async () => {
    const measures = await found(house, 'joint-measure', 'listing', listing.id)
    const rows = await Promise.all(measures.map((each) => row(house, each)))
    expect(rows.map(({ measure, article, state }) => [measure, article, state])).toEqual([
      ['procurement', 'government-procurement-law/22', 'proposed'],
      ['tender', 'enterprise-publicity-regulation/18', 'proposed'],
    ])
    await take(house, measures[0]!, 'send', who.officer, { executor: '虚构财政局（演示）' })
    expect((await attempt(house, measures[0]!, 'apply', who.officer, { receipt: 'X' })).status).toBe(403)
    await take(house, measures[0]!, 'apply', who.executor, { receipt: '财采回〔2026〕7号' })
    expect(await row(house, measures[0]!)).toMatchObject({ state: 'applied', receipt: '财采回〔2026〕7号' })
  })

  it('who stands on the list is of class D whatever else is on file; others hear nothing of it, and who looks is noted', async () => {
    const graded = (await house.get(`/api/v1/scales/credit.class/${own}`, who.firm)).body
    expect([graded.grade, graded.vetoed]).toEqual(['D', ['listed']])
    expect((await house.get(`/api/v1/registers/serious-listing/${listing.id}`, who.firm)).status).toBe(200)
    for (const one of [who.stranger, who.elsewhere, who.purchaser]) expect((await house.get(`/api/v1/registers/serious-listing/${listing.id}`, one)).status).toBe(404)
    // The firm learns that an official looked: by office and duty.
    expect((await house.get(`/api/v1/scales/credit.class/${own}`, who.officer)).status).toBe(200)
    const { rows } = await house.engine.database.query('select account, duty from kernel.look where subject = $1', [own])
    expect(rows).toEqual([{ account: 'officer', duty: 'credit.officer' }])
  })
})

describe('the check for a tender', () => {
  it('answers many codes at once by a line for each, and says what it does not know', async () => {
    // What is shared inside only is no purchaser's business, not even as a count.
    await open(house, 'credit-entry', who.clerk, {
      party: own, partyName: '虚构单位（演示）', place, category: 'minor', summary: '警告', authority: '虚构市场监管局', document: '虚构〔2026〕2号', determined: '2026-05-06', scope: 'internal',
    })
    const answer = await tryOpen(house, 'credit-extract', who.purchaser, query([own, other, unknown, own]))
    expect(answer.status).toBe(201)
    extract = answer.body.record
    const { body } = await house.get(`/api/v1/registers/credit-extract/${extract}`, who.purchaser)
    expect(body.record).toMatchObject({ asked: 3, day: '2026-05-06', lookBack: '2023-05-06' })
    expect(body.record.result).toMatchObject([
      { code: own, grade: 'D', listedUntil: '2029-05-06', penalties: 1, breaches: 1, objected: 0 },
      { code: other, grade: 'B', points: '85', listedUntil: null, penalties: 0, breaches: 0 },
      { code: unknown, name: null, grade: null, points: null, breaches: 0 },
    ])
  })

  it('is seen by who asked and by the officers of credit, and by nobody else', async () => {
    const path = `/api/v1/registers/credit-extract/${extract}`
    expect((await house.get(path, who.officer)).status).toBe(200)
    for (const one of [who.rival, who.firm, who.elsewhere, who.executor]) expect((await house.get(path, one)).status).toBe(404)
    for (const format of ['json', 'csv', 'pdf']) expect((await house.get(`/desk/credit-check/${extract}/extract.${format}`, who.rival)).status).toBe(404)
    expect((await house.get('/api/v1/publications')).body.items.map(({ name }: { name: string }) => name)).not.toContain('credit-extracts')
  })

  it('refuses a wrong code by its place, an empty list, too many, and a stranger without the duty; nothing is written', async () => {
    const count = async () => Number((await house.engine.database.query('select count(*)::int as n from record.credit_extract')).rows[0]!['n'])
    const before = await count()
    const wrong = await tryOpen(house, 'credit-extract', who.purchaser, query([own, '91130102MAX00021K']))
    expect(wrong.body).toMatchObject({ status: 422, code: 'kernel.invalid' })
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '#/answers/codes/1/code' })
    expect((await tryOpen(house, 'credit-extract', who.purchaser, query([]))).body.errors[0]).toMatchObject({ pointer: '#/answers/codes' })
    expect((await tryOpen(house, 'credit-extract', who.purchaser, query(Array.from({ length: 1001 }, () => own)))).body.errors[0]).toMatchObject({ pointer: '#/answers/codes' })
    expect((await tryOpen(house, 'credit-extract', who.firm, query([other]))).status).toBe(403)
    expect(await count()).toBe(before)
  })

  it('is sealed on its day with all its lines, checkable off-line, and a correction takes it back at once', async () => {
    const proofOf = async (id: string) => (await house.get(`/desk/credit-check/${id}/extract.json`, who.purchaser)).body as SealedProof
    const proof = await proofOf(extract)
    expect(proof.content).toMatchObject({ project: '路灯采购 XG-2026-1', day: '2026-05-06', result: [{ code: own, grade: 'D' }, { code: other }, { code: unknown }] })
    expect(await verdict(proof)).toBe('good')
    const forged = { ...proof, content: { ...proof.content, result: [] } }
    expect(await verdict(forged as SealedProof)).toBe('content altered')
    const aside = await tryOpen(house, 'credit-extract', who.purchaser, query([other]))
    const untouched = await proofOf(aside.body.record)
    // credit.credit-entry-revoke-extracts: the entry falls, and with it every extract of the day that names the body.
    const entry = (await found(house, 'credit-entry', 'party', own))[0]!
    await take(house, entry, 'revoke', who.officer, { reason: '记入有误' })
    expect(await row(house, { register: 'credit-extract', id: extract })).toMatchObject({ state: 'outdated', outdated: true })
    expect([await verdict(proof), await verdict(untouched)]).toEqual(['withdrawn', 'good'])
    at('2026-05-07')
    expect(await verdict(untouched)).toBe('expired')
    const late = await house.get(`/desk/credit-check/${extract}`, who.purchaser)
    expect(late.status).toBe(200)
  })

  it('by the form of the page too: codes as they are pasted, each wrong one named, what was typed kept', async () => {
    const form = (fields: Record<string, string>) =>
      house.app.inject({
        method: 'POST', url: '/en/desk/credit-check', payload: new URLSearchParams({ _key: uuidv7(), purchaser: '虚构', project: 'XG-2', purpose: 'tender', ...fields }).toString(),
        headers: { ...who.purchaser, 'content-type': 'application/x-www-form-urlencoded' },
      })
    const sent = await form({ codes: `${own.toLowerCase()}\n${other}， ${other}` })
    expect([sent.statusCode, String(sent.headers.location)]).toEqual([303, expect.stringMatching(/^\/en\/desk\/credit-check\/[0-9a-f-]{36}$/)])
    const page = await house.app.inject({ url: String(sent.headers.location), headers: who.purchaser })
    expect(page.body).toContain('Good for today')
    const refused = await form({ codes: `${own} 9113` })
    expect([refused.statusCode, refused.body.includes('Number 2 (9113)'), refused.body.includes(`${own} 9113`)]).toEqual([422, true, true])
  })
})

describe('what ends', () => {
  it('an annulled penalty takes its listing off and lifts every measure; the class is what it was on each day', async () => {
    at('2026-06-01')
    await take(house, penalty, 'annul', who.judge, { ground: 'own', reasons: '事实不清' })
    expect(await row(house, listing)).toMatchObject({ state: 'withdrawn' })
    const measures = await Promise.all((await found(house, 'joint-measure', 'listing', listing.id)).map((each) => row(house, each)))
    expect(measures.map(({ state }) => state)).toEqual(['lifted', 'lifted'])
    expect((await house.get('/api/v1/publications/serious-listings')).body.items).toEqual([])
    expect([await classOn('2026-05-05'), await classOn('2026-05-31'), await classOn('2026-06-01')]).toEqual(['D', 'D', 'B'])
  })

  it('the term of three years ends by itself, once, and lifts the measures', async () => {
    const second = await punished('2026-06-02', '2026-06-15')
    const shown = (await found(house, 'serious-listing', 'case', second.id))[0]!
    await take(house, shown, 'notice', who.officer, { ground: 'quality', heavier: ['fine'], facts: '再次', intent: true })
    await take(house, shown, 'hear', who.head, { hearing: '情节严重' })
    // The list of measures changes while the party is heard: what was on it yesterday is refused by field and article, and nothing moves.
    const officer = await house.person('data-officer', [{ duty: 'law.officer', reach: 'all' }])
    const confirmer = await house.person('data-confirmer', [{ duty: 'law.confirmer', reach: 'all' }])
    const value = JSON.stringify({ punish: { procurement: 'government-procurement-law/22' }, reward: {} })
    const changed = await open(house, 'parameter-value', officer, {
      parameter: 'credit.joint-measures', from: '2026-06-15', value, act: 'state-office-2020-49', mark: 'U', why: '虚构的修订（测试）',
    })
    await take(house, changed, 'confirm', confirmer)
    const before = await row(house, shown)
    const old = await attempt(house, shown, 'list', who.head, { ...reasons, measures: [{ measure: 'no-honours' }], level: 'province' })
    expect(old.body).toMatchObject({ status: 422, code: 'credit.measure-not-on-list', field: 'measures', basis: 'state-office-2020-49', remedy: expect.stringContaining('Choose from the list') })
    expect(await row(house, shown)).toEqual(before)
    await take(house, shown, 'list', who.head, { ...reasons, measures: [{ measure: 'procurement' }], level: 'province' })
    await take(house, shown, 'publish', who.officer)
    // Shown on 2026-06-15 for three years: the first day is not counted, and the last is 2029-06-15.
    at('2029-06-15')
    await sweep(house.engine, house.engine.now())
    expect(await row(house, shown)).toMatchObject({ state: 'published' })
    at('2029-06-16')
    // The day after its last one, before anything has taken it off: who asks is not told that it stands.
    const asked = await tryOpen(house, 'credit-extract', who.purchaser, query([own]))
    expect((await row(house, { register: 'credit-extract', id: asked.body.record }))['result']).toMatchObject([{ code: own, listedUntil: null }])
    for (let round = 0; round < 2; round++) await sweep(house.engine, house.engine.now())
    await settle(house)
    expect(await row(house, shown)).toMatchObject({ state: 'expired' })
    expect(await row(house, (await found(house, 'joint-measure', 'listing', shown.id))[0]!)).toMatchObject({ state: 'lifted' })
  })

  // credit.listing-restored-measures
  it('a false promise brings the listing back with its measures, and not after its term', async () => {
    const third = await punished('2029-07-02', '2029-07-16')
    const back = (await found(house, 'serious-listing', 'case', third.id))[0]!
    await take(house, back, 'notice', who.officer, { ground: 'quality', heavier: ['fine'], facts: '又一次', intent: true })
    // The firm asks for a hearing: until it is on record nothing is decided, a waiver ticked by the head included.
    await take(house, back, 'ask-hearing', who.firm)
    const decision = { ...reasons, measures: [{ measure: 'procurement' }], level: 'province' }
    expect((await attempt(house, back, 'list', who.head, { ...decision, waived: true })).body).toMatchObject({ status: 409, code: 'kernel.not-now' })
    expect((await attempt(house, back, 'ask-hearing', who.stranger)).status).toBe(404)
    await take(house, back, 'hear', who.head, { hearing: '情节严重' })
    await take(house, back, 'list', who.head, decision)
    await take(house, back, 'publish', who.officer)
    at('2030-07-16')
    await take(house, back, 'ask-repair', who.firm, { promise: '已履行，承诺守信' })
    await take(house, back, 'accept', who.officer)
    await take(house, back, 'grant', who.head, reasons)
    const measures = async () => Promise.all((await found(house, 'joint-measure', 'listing', back.id)).map((each) => row(house, each)))
    expect((await measures()).map(({ state }) => state)).toEqual(['lifted'])
    const proofOf = async (): Promise<SealedProof> => (await house.get(`/api/v1/publications/serious-listings/${back.id}/proof`)).body
    const { rows: first } = await house.engine.database.query<{ id: string; withdrawn: string | null }>("select id, withdrawn from kernel.seal where kind = 'serious-listings' and record = $1", [back.id])
    expect(first).toMatchObject([{ withdrawn: expect.anything() }])
    await take(house, back, 'restore', who.head, { reasons: '所附缴款凭证系伪造' })
    // It is public again under a seal of its own: the one that was withdrawn stays so, and proves nothing.
    const again = await proofOf()
    const { rows: both } = await house.engine.database.query<{ id: string; digest: string; withdrawn: string | null }>(
      "select id, withdrawn, proof->>'signature' as digest from kernel.seal where kind = 'serious-listings' and record = $1 order by issued", [back.id])
    expect(both.map(({ withdrawn }) => withdrawn === null)).toEqual([false, true])
    expect(both[1]!.digest).toBe(again.signature)
    expect(both[0]!.id).toBe(first[0]!.id)
    expect((await measures()).map(({ state, measure, until }) => [state, measure, until])).toEqual([['lifted', 'procurement', '2030-07-16'], ['proposed', 'procurement', '2032-07-16']])
    await take(house, back, 'ask-repair', who.firm, { promise: '这次属实' })
    await take(house, back, 'accept', who.officer)
    await take(house, back, 'grant', who.head, reasons)
    at('2032-07-17')
    expect((await attempt(house, back, 'restore', who.head, { reasons: '又系伪造' })).body).toMatchObject({ code: 'credit.term-was-over', basis: 'samr-order-44' })
  })
})

describe('a rater', () => {
  it('files and withdraws its own ratings, and neither its own in another’s name nor those that another gave of it', async () => {
    at('2032-08-02')
    const rater = (id: string, code: string) => house.person(id, [{ duty: 'credit.rater', reach: 'party' }], { face: 'enterprise', speaksFor: [code] })
    const [first, second] = [await rater('rater-one', own), await rater('rater-two', other)]
    const rated = (party: string, by: string, report: string) => ({
      party, partyName: '虚构单位（演示）', place, rater: by, raterName: '虚构评级（演示）', report, grade: 'A', issued: '2032-08-02',
    })
    expect(await tryOpen(house, 'third-party-rating', first, rated(own, other, 'X-1'))).toMatchObject({ status: 403, body: { code: 'credit.not-the-rater' } })
    const given = await open(house, 'third-party-rating', second, rated(own, other, 'X-2'))
    // The rated body reads what was said of it.
    expect((await house.get(`/api/v1/registers/third-party-rating/${given.id}`, first)).status).toBe(200)
    expect(await attempt(house, given, 'withdraw', first, { reason: '不喜欢' })).toMatchObject({ status: 403, body: { code: 'credit.not-the-rater' } })
    await take(house, given, 'withdraw', second, { reason: '数据有误' })
    expect(await row(house, given)).toMatchObject({ state: 'withdrawn' })
  })
})

describe('a larger fine', () => {
  it('is a major breach for procurement whatever its degree, in the years looked back on; a smaller one is none', async () => {
    await punished('2032-08-03', '2032-08-16', { party: other, value: '666000.00', fine: '1998000.00', degree: 'ordinary' })
    const large = await punished('2032-08-17', '2032-08-30', { party: other, value: '700000.00', fine: '2100000.00', degree: 'ordinary' })
    const lineOf = async () => (await row(house, await open(house, 'credit-extract', who.purchaser, query([other]))))
    const asked = await lineOf()
    expect(Number(asked['large_fine'])).toBe(2_000_000)
    expect(asked['result']).toMatchObject([{ code: other, penalties: 1, breaches: 2 }])
    await take(house, large, 'annul', who.judge, { ground: 'own', reasons: '事实不清' })
    expect((await lineOf())['result']).toMatchObject([{ code: other, penalties: 0, breaches: 1 }])
  })
})

describe('a warning alone, by the ordinary procedure and of whatever degree', () => {
  const inPublic = async (file: File, entry: File) =>
    Promise.all([`publications/penalties/${file.id}`, `publications/credit-entries/${entry.id}`].map(async (at) => (await house.get(`/api/v1/${at}`)).status))
  const entryOf = async (file: File) => (await found(house, 'credit-entry', 'origin_record', file.id))[0]!

  it('is published neither as a penalty nor in the file of its body, and a fine is', async () => {
    const [warned, fined] = [await punished('2032-09-01', '2032-09-14', { degree: 'ordinary', only: 'warning' }), await punished('2032-09-15', '2032-09-28', { degree: 'ordinary' })]
    expect(await Promise.all([warned, fined].map(async (file) => inPublic(file, await entryOf(file))))).toEqual([[404, 404], [200, 200]])
    expect(await row(house, await entryOf(warned))).toMatchObject({ scope: 'internal', category: 'ordinary' })
  })

  it('that was published before leaves both, with its seal, and whoever asks is told why', async () => {
    const old = await punished('2032-10-08', '2032-10-20', { degree: 'ordinary' })
    const entry = await entryOf(old)
    await house.engine.database.query(`update record."case" set penalties = '["warning"]', fine = null where id = $1`, [old.id])
    expect([await withdrawEnded(house.engine), await withdrawEnded(house.engine)]).toEqual([1, 0])
    expect([await keepWarningsInside(house.engine), await keepWarningsInside(house.engine)]).toEqual([[entry.id], []])
    expect(await inPublic(old, entry)).toEqual([410, 404])
    expect(String((await house.get(`/penalties/${old.id}`)).body)).toContain('仅给予警告，依法不予公示')
    const refused = await attempt(house, await entryOf(old), 'keep-inside', who.clerk)
    expect(refused.body).toMatchObject({ code: 'credit.not-only-warned', basis: 'penalty-publication-rules/2' })
  })
})

describe('a listing that was told a last day by the count of before, which took its first day in', () => {
  it('ends after the day that was told, once, and not with its clock a day later', async () => {
    const file = await punished('2032-11-01', '2032-11-15')
    const old = (await found(house, 'serious-listing', 'case', file.id))[0]!
    await take(house, old, 'notice', who.officer, { ground: 'quality', heavier: ['fine'], facts: '演示', intent: true })
    await take(house, old, 'hear', who.head, { hearing: '情节严重' })
    await take(house, old, 'list', who.head, { ...reasons, measures: [{ measure: 'procurement' }], level: 'province' })
    await take(house, old, 'publish', who.officer)
    expect(await row(house, old)).toMatchObject({ until: '2035-11-15' })
    await house.engine.database.query("update record.serious_listing set until = '2035-11-14' where id = $1", [old.id])
    at('2035-11-14')
    expect(await endListings(house.engine)).toEqual([])
    at('2035-11-15')
    expect([await endListings(house.engine), await endListings(house.engine)]).toEqual([[old.id], []])
    expect(await row(house, old)).toMatchObject({ state: 'expired', until: '2035-11-14' })
  })
})
