// Penalties and judgments that no case here holds, through HTTP: noted, confirmed from the paper, told to who buys, fallen with their ground.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const own = invented(31)
const other = invented(32)
const third = invented(33)
const place = '130102'
let house: House
let who: Record<'registrar' | 'clerk' | 'officer' | 'purchaser' | 'firm' | 'stranger' | 'elsewhere' | 'team' | 'head' | 'liaison', Headers>

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const official = (id: string, ...duties: string[]) => house.person(id, duties.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
  const firm = (id: string, code: string) => house.person(id, [{ duty: 'credit.party', reach: 'party' }], { face: 'enterprise', speaksFor: [code] })
  who = {
    registrar: await official('registrar', 'parties.registrar'),
    clerk: await official('clerk', 'credit.clerk'),
    officer: await official('officer', 'credit.officer'),
    purchaser: await house.person('purchaser', [{ duty: 'credit.purchaser', reach: 'own' }], { face: 'enterprise' }),
    firm: await firm('firm', own),
    stranger: await firm('stranger', other),
    elsewhere: await house.person('elsewhere', [{ duty: 'credit.officer', reach: 'area', area: '130200' }], { office: 'market-130200' }),
    team: await official('team', 'enforcement.handler'),
    head: await official('head', 'enforcement.head'),
    liaison: await official('liaison', 'enforcement.liaison'),
  }
  for (const code of [own, other, third])
    await open(house, 'enterprise', who.registrar, { code, name: `虚构单位${code.slice(-4)}（演示）`, place, kind: 'company', size: 'small', invented: true })
})
afterAll(() => house.close())

const noted = (sort: string, more: object = {}) => ({ party: own, partyName: '虚构单位（演示）', place, sort, source: '外省来函（虚构）', ...more })
const paper = (document: string, more: object = {}) => ({ authority: '虚构外省市场监管局', document, decided: '2026-04-20', degree: 'ordinary', penalties: ['fine'], fine: '2100000.00', ...more })
const lineOf = async (code: string) => (await row(house, await open(house, 'credit-extract', who.purchaser, {
  purchaser: '虚构采购中心（演示）', project: '路灯采购 XG-2026-9', purpose: 'procurement', codes: [{ code }],
})))['result'][0]

describe('a penalty of another authority', () => {
  let decision: File
  it('counts for nothing while it is only noted', async () => {
    decision = await open(house, 'outside-decision', who.clerk, noted('administrative'))
    expect(await lineOf(own)).toMatchObject({ penalties: 0, breaches: 0 })
  })
  it('is confirmed from the document by another person, enters the file, and a larger fine is a major breach', async () => {
    await take(house, decision, 'confirm', who.officer, paper('外罚〔2026〕8号（虚构）'))
    const entry = await row(house, (await found(house, 'credit-entry', 'origin_record', decision.id))[0]!)
    expect(entry).toMatchObject({ category: 'ordinary', scope: 'query', document: '外罚〔2026〕8号（虚构）', authority: '虚构外省市场监管局', state: 'valid' })
    expect(await lineOf(own)).toMatchObject({ penalties: 1, breaches: 1 })
  })
  it('is entered once: the same document of the same body is refused with the number of its entry', async () => {
    const again = await open(house, 'outside-decision', who.clerk, noted('administrative'))
    const answer = await attempt(house, again, 'confirm', who.officer, paper('外罚〔2026〕8号（虚构）'))
    expect(answer).toMatchObject({ status: 409, body: { code: 'credit.on-file-already', field: 'document' } })
    expect(answer.body.detail).toMatch(/XY130102/)
    await take(house, again, 'drop', who.officer, { reason: '重复登记' })
  })
  it('noted twice and confirmed at the same moment is one entry: the second is refused', async () => {
    const twins = [await open(house, 'outside-decision', who.clerk, noted('administrative', { party: other })), await open(house, 'outside-decision', who.clerk, noted('administrative', { party: other }))]
    const answers = await Promise.all(twins.map((twin) => attempt(house, twin, 'confirm', who.officer, paper('外罚〔2026〕9号（虚构）'))))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await settle(house)
    const { rows } = await house.engine.database.query("select count(*)::int as n from record.credit_entry where document = '外罚〔2026〕9号（虚构）'")
    expect(rows[0]).toEqual({ n: 1 })
  })
  it('of minor degree that stops the business is a major breach all the same, and told to who buys', async () => {
    const stop = await open(house, 'outside-decision', who.clerk, noted('administrative', { party: third }))
    await take(house, stop, 'confirm', who.officer, paper('外罚〔2026〕10号（虚构）', { degree: 'minor', penalties: ['stop'], fine: null }))
    expect(await lineOf(third)).toMatchObject({ penalties: 1, breaches: 1 })
    const slight = await open(house, 'outside-decision', who.clerk, noted('administrative', { party: third }))
    await take(house, slight, 'confirm', who.officer, paper('外罚〔2026〕11号（虚构）', { degree: 'minor', penalties: ['other'], fine: null }))
    expect(await lineOf(third)).toMatchObject({ penalties: 1, breaches: 1 })
  })
  it('is seen by the body itself, and by no other, nor by an officer of another city, by any route', async () => {
    const path = `/api/v1/registers/outside-decision/${decision.id}`
    expect((await house.get(path, who.firm)).body.record).toMatchObject({ document: '外罚〔2026〕8号（虚构）' })
    for (const stranger of [who.stranger, who.elsewhere, who.purchaser, {}]) {
      expect([401, 403, 404]).toContain((await house.get(path, stranger)).status)
      const list = await house.get('/api/v1/registers/outside-decision?count=true', stranger)
      expect(JSON.stringify(list.body)).not.toContain(own)
    }
  })
  it('is not published here: who decided it does that', async () => {
    const { body } = await house.get(`/api/v1/publications/credit-entries?party=${own}`)
    expect(JSON.stringify(body)).not.toContain('外罚〔2026〕8号')
  })
  it('falls with its ground: the entry is withdrawn, the extract of the day is outdated', async () => {
    const extract = await open(house, 'credit-extract', who.purchaser, { purchaser: '虚构采购中心（演示）', project: 'XG-2026-10', purpose: 'procurement', codes: [{ code: own }] })
    await take(house, decision, 'withdraw', who.officer, { reason: '原决定经复议撤销' })
    expect(await row(house, (await found(house, 'credit-entry', 'origin_record', decision.id))[0]!)).toMatchObject({ state: 'withdrawn' })
    expect(await row(house, extract)).toMatchObject({ state: 'outdated' })
    expect(await lineOf(own)).toMatchObject({ penalties: 0, breaches: 0 })
  })
  it('of three years before the day and older is on file, and no major breach any more', async () => {
    const old = await open(house, 'outside-decision', who.clerk, noted('administrative', { party: other }))
    await take(house, old, 'confirm', who.officer, paper('外罚〔2023〕1号（虚构）', { decided: '2023-05-10', degree: 'serious' }))
    expect(await lineOf(other)).toMatchObject({ penalties: 1, breaches: 2 })
  })
})

describe('a judgment', () => {
  // credit.judgment-noted
  it('on a case that went to the police is noted by itself, and an officer reads from the paper whether it convicts', async () => {
    const transfer = await open(house, 'crime-transfer', who.team, {
      found: '2026-05-11', origin: 'case', originRecord: '01990000-0000-7000-8000-000000000003', caseNumber: 'AJ-1', party: own, partyName: '虚构单位（演示）', place, crime: '涉嫌生产、销售伪劣产品', sales: '80000.00',
    })
    await take(house, transfer, 'report', who.team, { firstMember: '冀A001', secondMember: '冀A002' })
    await take(house, transfer, 'approve', who.head)
    await take(house, transfer, 'send', who.team, { receipt: '公收1', papersSent: ['letter', 'inquiry', 'goods'] })
    await take(house, transfer, 'police-file', who.liaison, { policeView: '立案', receipt: '公立1' })
    await take(house, transfer, 'hand-over', who.team, { receipt: '物1' })
    await take(house, transfer, 'judge', who.liaison, { judgment: '判处罚金', receipt: '判1' })
    const [decision] = await found(house, 'outside-decision', 'origin_record', transfer.id)
    expect(await row(house, decision!)).toMatchObject({ state: 'noted', sort: 'criminal', party: own })
    expect(await lineOf(own)).toMatchObject({ penalties: 0 })
    await take(house, decision!, 'confirm', who.officer, paper('（2026）虚刑初1号', { degree: 'minor', penalties: null, fine: null, decided: '2026-05-09' }))
    expect(await lineOf(own)).toMatchObject({ penalties: 1, breaches: 1 })
  })
  it('without the code of a body is noted of nobody', async () => {
    const answer = await tryOpen(house, 'outside-decision', who.clerk, { ...noted('criminal'), party: null })
    expect(answer).toMatchObject({ status: 422 })
  })
})
