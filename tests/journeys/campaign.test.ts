// A campaign against counterfeits through HTTP: what belongs to it is refused or taken at filing, and its figures are counted from its cases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, open, row, serve, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const party = '91130102MAX000001J'
let house: House
let action: File
let who: Record<'clerk' | 'handler' | 'judge' | 'reviewer' | 'planner', Headers>
const handlers = { firstHandler: '冀A001', secondHandler: '冀A002' }

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02', pages: true })
  const of = (name: string, duty: string) => house.person(`campaign-${name}`, [{ duty: `enforcement.${duty}`, reach: 'all' }])
  who = {
    planner: await of('planner', 'clerk'), clerk: await of('clerk', 'clerk'), handler: await of('handler', 'handler'), judge: await of('judge', 'head'), reviewer: await of('reviewer', 'reviewer'),
  }
}, 120_000)
afterAll(() => house.close())

const plan = {
  name: '打击侵权假冒专项行动（演示）', order: '演示市监〔2026〕1号', ground: 'trademark-law/57', place: '130100', areas: [{ area: '130102' }],
  kinds: ['trademark', 'substandard'], classes: ['shoes'], from: '2026-03-16', to: '2026-06-30',
}

/** A lead that was verified, as it stands before it is filed. */
async function verified(more: object = {}): Promise<File> {
  const file = await open(house, 'case', who.clerk, {
    received: '2026-03-16', source: 'check', party, partyName: '虚构鞋厂（演示）', place: '130102', kind: 'substandard', productClass: 'shoes', facts: '演示', ...more,
  })
  await take(house, file, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
  return file
}
const refused = ({ body }: { body: Record<string, unknown> }, code: string, field: string) =>
  expect(body).toMatchObject({ code, field, basis: expect.stringMatching(/\//), remedy: expect.any(String) })
const filing = (file: File, more: object = {}) => attempt(house, file, 'file', who.judge, { ...handlers, campaign: action.id, ...more })

const text = async (url: string): Promise<string> => (await house.app.inject(url)).body

describe('what belongs to a campaign', () => {
  it('is shown to nobody before it is closed', async () => expect(await text('/campaigns')).toContain('还没有总结的专项行动'))
  it('lies within its place, and is started by another than who planned it', async () => {
    refused(await tryOpen(house, 'campaign', who.planner, { ...plan, areas: [{ area: '130202' }] }), 'enforcement.area-beyond', 'areas')
    action = await open(house, 'campaign', who.planner, plan)
    house.at('2026-03-16')
    refused(await filing(await verified()), 'enforcement.campaign-not-running', 'campaign')
    await take(house, action, 'start', who.judge)
  })
  it('is an order to the places under its own: they read it and are offered it when they file, and act on nothing of it', async () => {
    const county = await house.person('county-head', ['head', 'clerk', 'handler'].map((duty) => ({ duty: `enforcement.${duty}`, reach: 'area' as const, area: '130102' })), { office: 'market-130102' })
    const elsewhere = await house.person('other-head', [{ duty: 'enforcement.head', reach: 'area', area: '130202' }], { office: 'market-130202' })
    const listed = async (by: Headers) => ((await house.get('/api/v1/registers/campaign', by)).body.items as { id: string }[]).map(({ id }) => id)
    expect([await listed(county), await listed(elsewhere)]).toEqual([[action.id], []])
    const { number } = await row(house, action)
    const lead = await verified()
    expect(String((await house.get(`/desk/case/${lead.id}/file`, county)).body)).toContain(`value="${String(number)}"`)
    expect((await attempt(house, action, 'prolong', county, { to: '2026-07-31', reason: '误' })).status).toBe(403)
    expect((await attempt(house, action, 'prolong', elsewhere, { to: '2026-07-31', reason: '误' })).status).toBe(404)
  })
  it('is refused at filing by kind, class, place and day, each with its sentence', async () => {
    refused(await filing(await verified({ kind: 'labelling' })), 'enforcement.campaign-kinds', 'campaign')
    refused(await filing(await verified({ productClass: null })), 'enforcement.campaign-classes', 'productClass')
    refused(await filing(await verified({ place: '130202' })), 'enforcement.campaign-areas', 'campaign')
  })
  it('cannot be typed: the figures are those of its cases on the day', async () => {
    house.at('2026-04-01')
    const first = await verified({ productClass: null })
    await take(house, first, 'file', who.judge, { ...handlers, campaign: action.id, productClass: 'shoes', breachEnded: '2026-03-20' })
    expect(await row(house, first)).toMatchObject({ campaign: action.id, product_class: 'shoes' })
    // The file of the case names the campaign and the day of the breach, and offers no step that the record alone refuses.
    const page = String((await house.get(`/en/desk/cases/${first.id}`, who.judge)).body)
    for (const part of ['>Campaign<', 'ZX2026', 'Day of the breach', '2026-03-20']) expect(page, part).toContain(part)
    expect(page).not.toContain('Approve what was held on the spot')
    const second = await verified()
    await take(house, second, 'file', who.judge, { ...handlers, campaign: action.id })
    await take(house, second, 'suspect-crime', who.handler, { grounds: '演示' })
    await take(house, first, 'gather', who.handler, { sort: 'opinion', what: '检验报告', taken: '2026-04-01', from: '虚构检测中心', takers: '冀A001、冀A002', original: true })
    await take(house, first, 'report', who.handler, { finding: '不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' })
    await take(house, first, 'review-pass', who.reviewer, { opinion: '同意' })
    await take(house, first, 'tell', who.judge, { toldFine: '20000.00', penalties: ['fine'] })
    await serve(house, first, who.judge, who.handler, '2026-04-01')
    await take(house, first, 'end-defence', who.handler, { waives: ['defence'] })
    await take(house, first, 'decide', who.judge, { circumstance: 'ordinary', penalties: ['fine'], degree: 'ordinary', fine: '20000.00' })
    const typed = await attempt(house, action, 'count', who.planner, { cases: 99 })
    expect(typed.body).toMatchObject({ status: 422, errors: [{ pointer: '#/answers/cases', code: 'unknown-field' }] })
    await take(house, action, 'count', who.planner)
    expect(await row(house, action)).toMatchObject({ cases: 2, decisions: 1, crimes: 1, waived: 0, annulled: 0, fines: '20000.00', goods_value: '20000.00', counted_on: '2026-04-01' })
    await take(house, first, 'annul', who.judge, { ground: 'own', reasons: '事实不清' })
    const late = await verified()
    house.at('2026-07-01')
    refused(await filing(late), 'enforcement.campaign-days', 'campaign')
    // Without it the case is filed as any other.
    await take(house, late, 'file', who.judge, handlers)
    expect(await row(house, late)).toMatchObject({ state: 'investigating', campaign: null })
    await take(house, action, 'close', who.judge, { report: '查处情况见统计（演示）' })
    expect(await row(house, action)).toMatchObject({ state: 'closed', cases: 2, decisions: 0, annulled: 1, fines: '0.00', counted_on: '2026-07-01' })
  })
  it('is public once it is closed, with its figures and without anybody: nothing of a suspected crime, no party, no report', async () => {
    const [zh, en] = [await text('/campaigns'), await text('/en/campaigns')]
    for (const part of [plan.name, plan.order, '2026-03-16 – 2026-06-30', '长安区', '侵犯商标专用权', '鞋', '2026-07-01']) expect(zh, part).toContain(part)
    for (const part of ['Trademark infringed', 'Cases filed', 'counted from the cases when it was closed on 2026-07-01']) expect(en, part).toContain(part)
    const { items } = (await house.get('/api/v1/publications/campaigns')).body as { items: { values: Record<string, unknown> }[] }
    expect(items).toHaveLength(1)
    expect(items[0]!.values).toMatchObject({ cases: 2, decisions: 0, annulled: 1 })
    for (const sum of ['fines', 'confiscated', 'goodsValue']) expect(items[0]!.values).not.toHaveProperty(sum)
    const all = zh + en + JSON.stringify(items)
    for (const word of ['虚构鞋厂', party, 'crimes', '涉嫌犯罪', '查处情况见统计']) expect(all, word).not.toContain(word)
  })
})
