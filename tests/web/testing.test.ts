// A laboratory in a real browser, each person at their own forms: from an order to its report, its repeats, a replaced and a withdrawn edition.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import { violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { formHand } from '../bed/form-hand.ts'
import { openHouse, type House } from '../bed/house.ts'
import { yoghurt } from '../journeys/complaint-story.ts'
import { actBy, attempt, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from '../journeys/supervision-story.ts'

const [lab, other, maker] = [invented(201), invented(202), invented(203)]
const from = '2026-01-05'
const method = { protein: 'GB 5009.5-2016', fat: 'GB 5009.6-2016' }
type Role = 'accreditor' | 'head' | 'manager' | 'keeper' | 'analyst' | 'checker' | 'reviewer' | 'signatory' | 'colleague' | 'client' | 'mediator' | 'clerk' | 'citizen'

let house: House
let who: Readonly<Record<Role, Headers>>
let browser: Browser
let hand: ReturnType<typeof formHand>
let address = ''
let order: File
let report: File
let next: File
const anybody: Headers = {}

async function people(): Promise<Readonly<Record<Role, Headers>>> {
  const at = (duty: string, id: string = duty) =>
    house.person(`own-${id}`, [{ duty: `testing.${duty}`, reach: 'party' }], { face: 'laboratory', speaksFor: [lab] })
  const office = (duty: string) => house.person(`office-${duty}`, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  return {
    accreditor: await office('testing.accreditor'), manager: await at('laboratory', 'manager'),
    head: await house.person('office-head', [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' }), mediator: await office('complaints.mediator'), clerk: await office('complaints.clerk'),
    citizen: await house.person('own-citizen', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' }),
    keeper: await at('keeper'), analyst: await at('analyst'), colleague: await at('analyst', 'colleague'), checker: await at('checker'),
    reviewer: await at('reviewer'), signatory: await at('signatory'),
    client: await house.person('own-client', [{ duty: 'testing.client', reach: 'own' }, { duty: 'testing.client', reach: 'party' }], { face: 'enterprise', speaksFor: [maker] }),
  }
}

/** The accreditor enters two laboratories; the second tests what the first does not. */
async function laboratories(): Promise<void> {
  for (const [at, code] of [lab, other].entries()) {
    await open(house, 'laboratory', who.accreditor, {
      code, name: `虚构乳品检测中心${at + 1}（演示）`, place: '130102', cma: `23030012000${at + 1}`, fields: ['food'], certifiedFrom: from, certifiedTo: '2032-01-04', invented: true,
    })
    await open(house, 'lab-scope', who.accreditor, {
      laboratory: code, productClass: 'dairy', parameter: at === 0 ? '蛋白质' : '脂肪', method: at === 0 ? method.protein : method.fat, unit: 'g/100g', from,
      repeatability: '10', repeatabilityPer: 'percent',
    })
  }
  const rights = [['keeper', 'receive'], ['analyst', 'analyse'], ['colleague', 'analyse'], ['checker', 'check'], ['reviewer', 'review'], ['signatory', 'sign']] as const
  for (const [role, right] of rights)
    await open(house, 'lab-person', who.accreditor, { laboratory: lab, badge: `JC-${role}`, account: `own-${role}`, name: '演示人员', rights: [right], from })
  await open(house, 'lab-instrument', who.accreditor, { laboratory: lab, serial: 'KJ-01', name: '凯氏定氮仪', certificate: 'JZ-1', calibratedOn: from, calibratedTo: '2027-01-04' })
}

beforeAll(async () => {
  house = await openHouse({ now: from, pages: true })
  who = await people()
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
  hand = formHand(browser, address)
  actBy(house, hand)
  await laboratories()
}, 180_000)
afterAll(async () => {
  await hand.close()
  await browser.close()
  await house.close()
})

async function page(reader: Headers, path: string): Promise<Page> {
  const shown = await hand.page(reader)
  expect((await shown.goto(address + path))?.status(), path).toBe(200)
  return shown
}
const read = async (reader: Headers, path: string): Promise<string> => (await page(reader, path)).innerText('main')
const refused = async (file: File, step: string, by: Headers, answers: object = {}): Promise<string> =>
  String((await attempt(house, file, step, by, answers)).body.detail)

const line = (value: string, parameter = '蛋白质') => ({ parameter, value, unit: 'g/100g', expanded: '0.08', instrument: parameter === '蛋白质' ? 'KJ-01' : '分包' })
const items = [
  { parameter: '蛋白质', method: method.protein, unit: 'g/100g', comparison: 'atLeast', limit: '2.9', clause: 'GB 19301-2010' },
  { parameter: '脂肪', method: method.fat, unit: 'g/100g', comparison: 'atLeast', limit: '3.1', clause: 'GB 19301-2010' },
]
const asked = { laboratory: lab, client: '虚构乳品厂（演示）', clientCode: maker, sampleName: '生乳', sealNumber: 'M-1', productClass: 'dairy', items, rule: 'simple', finishBy: '2026-05-20' }

describe('an order, from the request to the sealed report', () => {
  it('the client orders; what lies outside the scope is subcontracted with its consent to a laboratory whose scope holds', async () => {
    house.at('2026-05-06')
    const without = await open(house, 'test-order', who.client, { ...asked, subcontract: false })
    expect(await refused(without, 'accept', who.keeper)).toContain('does not lie within the approved scope')
    expect(await refused(without, 'accept', who.keeper, { subcontracted: [{ parameter: '脂肪', laboratory: other }] })).toContain('consent in writing beforehand')
    await take(house, without, 'refuse', who.keeper, { reason: '超出能力范围，未同意分包' })
    order = await open(house, 'test-order', who.client, { ...asked, subcontract: true, sampling: 'sent', quantity: '2 L', remainder: 'kept', fee: '400.00' })
    await take(house, order, 'accept', who.keeper, { subcontracted: [{ parameter: '脂肪', laboratory: other }] })
    expect(await row(house, order)).toMatchObject({ state: 'accepted', limits: [{ parameter: '蛋白质', per: 'percent' }, { parameter: '脂肪' }] })
  }, 120_000)

  it('the sample is received and handed on, each hand-over on the page of the order', async () => {
    expect(await refused(order, 'receive', who.keeper, { intact: true, seal: 'M-9', condition: '4 ℃', place: '冷藏柜' })).toContain('M-9')
    await take(house, order, 'receive', who.keeper, { intact: true, seal: 'M-1', condition: '4 ℃，完好', place: '冷藏柜' })
    await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
    const seen = await read(who.analyst, `/en/bench/${order.id}`)
    for (const shown of ['own-keeper', 'own-analyst', '冷藏柜', '理化室']) expect(seen).toContain(shown)
  }, 60_000)

  it('two determinations that differ by more than a tenth are no result yet; a colleague determines further and the median counts', async () => {
    house.at('2026-05-08')
    await take(house, order, 'record', who.analyst, { analysed: '2026-05-08', results: [line('2.62'), line('3.05'), line('3.40', '脂肪')] })
    expect(await read(who.analyst, '/en/bench')).toContain('To be determined further')
    await take(house, order, 'determine', who.colleague, { analysed: '2026-05-08', more: [line('3.01')] })
    const seen = await read(who.analyst, `/en/bench/${order.id}`)
    expect(seen).toContain('3 determinations: Median, for the repeats stayed beyond the limit')
    expect(await row(house, order)).toMatchObject({ state: 'checking', results: [{ value: '3.010000', counted: 'median' }, { counted: 'single' }] })
  }, 60_000)

  it('nobody who analysed checks; sent back, it is analysed anew, and every earlier run stays with the reason', async () => {
    house.at('2026-05-11')
    expect((await attempt(house, order, 'check', who.colleague)).status).not.toBe(200)
    await take(house, order, 'send-back', who.checker, { reason: '空白值异常' })
    expect(await refused(order, 'record', who.analyst, { analysed: '2026-05-11', results: [line('3.02'), line('3.06'), line('3.40', '脂肪')] })).toContain('unless it is said')
    await take(house, order, 'record', who.analyst, { analysed: '2026-05-11', results: [line('3.02'), line('3.06'), line('3.40', '脂肪')], done: 'again' })
    const shown = await page(who.checker, `/en/bench/${order.id}`)
    expect(await shown.locator('main s').allInnerTexts()).toEqual(['2.62 g/100g', '3.05 g/100g', '3.4 g/100g', '3.01 g/100g'])
    expect(await shown.innerText('main')).toContain('Analysed anew: 空白值异常')
    expect(await violations(shown)).toEqual([])
  }, 60_000)

  it('while the mark is suspended, or after a right was ended, nobody signs', async () => {
    await take(house, order, 'check', who.checker)
    await take(house, order, 'review', who.reviewer)
    const [own] = await found(house, 'laboratory', 'code', lab)
    await take(house, own!, 'suspend', who.accreditor, { reason: '整改期间' })
    expect(await refused(order, 'sign', who.signatory)).toContain('no valid mark')
    await take(house, own!, 'restore', who.accreditor)
    const [right] = await found(house, 'lab-person', 'account', 'own-signatory')
    await take(house, right!, 'end', who.accreditor)
    expect(await refused(order, 'sign', who.signatory)).toContain('No right to')
    await open(house, 'lab-person', who.accreditor, { laboratory: lab, badge: 'JC-signatory-2', account: 'own-signatory', name: '演示人员', rights: ['sign'], from: '2026-05-11' })
    await take(house, order, 'sign', who.signatory)
    await settle(house)
    ;[report] = (await found(house, 'test-report', 'order_number', (await row(house, order))['number'])) as [File]
  }, 60_000)
})

describe('the report in public', () => {
  const number = async (file: File): Promise<string> => String((await row(house, file))['number'])
  /** What the page that checks off-line says of a proof, with the status list that it carries today. */
  const verdict = async (proof: string): Promise<string> => {
    const html = String((await house.get('/verify')).body)
    const { keyHistory, statusLists } = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!)
    return verifySealed(proof, { history: keyHistory, statusLists, now: house.engine.now() }).verdict
  }
  const proofOf = async (file: File): Promise<string> => JSON.stringify((await house.get(`/api/v1/publications/test-reports/${file.id}/proof`)).body)

  it('is found by its number; it says which run counts and why, and who did what was subcontracted', async () => {
    const finding = await page(anybody, '/en/reports')
    await finding.fill('#number', await number(report))
    await Promise.all([finding.waitForURL(/reports\/[0-9a-f-]{36}$/), finding.click('main form button[type=submit]')])
    const seen = await finding.innerText('main')
    for (const shown of ['Valid', '2 determinations: Mean of repeats that agree within the limit; range 0.04, allowed 0.304', 'Run 2 counts', '空白值异常', '虚构乳品检测中心2（演示）', '230300120001', 'Conforms'])
      expect(seen).toContain(shown)
    expect(await violations(finding)).toEqual([])
  }, 60_000)

  it('its seal is good off-line, and its paper is a PDF that the client has in the inbox', async () => {
    expect(await verdict(await proofOf(report))).toBe('good')
    const { body } = await house.get('/api/v1/inbox', who.client)
    const paper = (body.items as { id: string; form: string }[]).find(({ form }) => form === 'test-report')!
    const pdf = await house.app.inject({ url: `/api/v1/documents/${paper.id}.pdf`, headers: who.client })
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  }, 60_000)

  it('replaced: the next edition counts, the old page and its seal say so, and the client is told', async () => {
    house.at('2026-05-18')
    const before = await proofOf(report)
    await take(house, report, 'replace', who.signatory, { why: '稀释倍数误记', corrected: [{ parameter: '蛋白质', value: '2.81' }] })
    await settle(house)
    const editions = await found(house, 'test-report', 'order_number', (await row(house, order))['number'])
    next = editions.find(({ id }) => id !== report.id)!
    const old = await read(anybody, `/en/reports/${report.id}`)
    for (const shown of ['This edition was replaced', await number(next), '稀释倍数误记', 'on the list of those withdrawn']) expect(old).toContain(shown)
    const fresh = await read(anybody, `/en/reports/${next.id}`)
    for (const shown of ['It replaces report', await number(report), 'Does not conform']) expect(fresh).toContain(shown)
    expect(await verdict(before)).toBe('withdrawn')
    expect(await verdict(await proofOf(next))).toBe('good')
    const { body } = await house.get('/api/v1/inbox', who.client)
    expect((body.items as { form: string }[]).map(({ form }) => form)).toContain('report-notice')
  }, 60_000)

  it('withdrawn: the page and the seal say so, and a mediator who used it is told in the file of the complaint', async () => {
    house.at('2026-05-20')
    const complaint = await open(house, 'complaint', who.citizen, { ...yoghurt('2026-05-20'), goodsClass: 'dairy' })
    await take(house, complaint, 'accept', who.clerk)
    await take(house, complaint, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    await take(house, complaint, 'begin-test', who.mediator, { laboratory: '虚构乳品检测中心1（演示）', payer: 'both', bothAgree: true })
    await take(house, complaint, 'end-test', who.mediator, { report: await number(next), conclusion: '蛋白质不符合标准', meets: false })
    house.at('2026-05-25')
    const before = await proofOf(next)
    await take(house, next, 'withdraw', who.signatory, { why: '样品混淆' })
    await settle(house)
    const seen = await read(anybody, `/en/reports/${next.id}`)
    for (const shown of ['was withdrawn and proves nothing any more', '样品混淆']) expect(seen).toContain(shown)
    expect(await verdict(before)).toBe('withdrawn')
    expect(await read(anybody, `/en/laboratories/${lab}`)).toContain('Withdrawn')
    const told = await read(who.mediator, `/en/desk/complaint/${complaint.id}`)
    for (const shown of ['Test reports that no longer hold', await number(next), '样品混淆']) expect(told).toContain(shown)
  }, 60_000)
})

describe('a subcontractor that is renamed', () => {
  it('stands in reports of before under the name of their day', async () => {
    house.at('2026-05-28')
    const [second] = await found(house, 'laboratory', 'code', other)
    await take(house, second!, 'change', who.accreditor, { newName: '虚构乳品研究院（演示）', decided: 'BG-ZR2026000009' })
    const seen = await read(anybody, `/en/reports/${report.id}`)
    expect(seen).toContain('虚构乳品检测中心2（演示）')
    expect(seen).not.toContain('虚构乳品研究院')
  }, 60_000)
})

describe('a wider scope', () => {
  // testing.grant-enters-scope
  it('is asked for, reviewed and granted by two persons; what was granted is in the scope, and no order needs subcontracting any more', async () => {
    house.at('2026-06-01')
    const lines = [{ productClass: 'dairy', parameter: '脂肪', method: method.fat, unit: 'g/100g' }]
    const about = { received: '2026-06-01', laboratory: lab, name: '虚构乳品检测中心1（演示）', place: '130102', lines, invented: true }
    expect((await tryOpen(house, 'mark-application', who.manager, { ...about, kind: 'first', fields: ['food'] })).status).not.toBe(201)
    const file = await open(house, 'mark-application', who.manager, { ...about, kind: 'widening' })
    await take(house, file, 'accept', who.accreditor)
    house.at('2026-06-10')
    await take(house, file, 'review', who.accreditor, { team: '演示评审组', opinion: '具备能力' })
    const grant = { cma: '230300120001', from: '2026-06-12', to: '2032-01-04' }
    house.at('2026-06-12')
    expect((await attempt(house, file, 'grant', who.accreditor, grant)).status).not.toBe(200)
    await take(house, file, 'grant', who.head, grant)
    expect(await read(anybody, `/en/laboratories/${lab}`)).toContain(method.fat)
    const again = await open(house, 'test-order', who.client, { ...asked, finishBy: '2026-06-30', sealNumber: 'M-2', subcontract: false })
    await take(house, again, 'accept', who.keeper)
    expect(await row(house, again)).toMatchObject({ state: 'accepted', subcontracted: null })
  }, 60_000)
})
