// Two ways in which a visit ends: with a case that it opens by itself, once, and with a lawful refusal that is nobody’s case and has the visit made again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markBreaches, toldApart } from '../../cli/catch-up/mark-breaches.ts'
import { addDays } from '../../kernel/day.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { figuresOf } from '../../store/measures/figures.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, cast, drawOf, found, open, row, seedOf, take, type Cast, type Drawn, type File, type Headers } from './supervision-story.ts'

let house: House
let who: Cast
let overseer: Headers
const certificates = { firstSampler: 'ZF-001', secondSampler: 'ZF-002' }

beforeAll(async () => {
  house = await openHouse({ now: '2026-01-05', pages: true })
  who = await cast(house)
  const reading = ['supervision.reader', 'supervision.organiser', 'enforcement.superior', 'enforcement.clerk']
  overseer = await house.person('visits-overseer', reading.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
}, 120_000)
afterAll(() => house.close())

async function drawn(kind: string, day: string, seed: string): Promise<Pick<Drawn, 'draw'> & { readonly file: File }> {
  const { draw } = await drawOf(house, who, day, seed, { kind, title: `${seed}（演示）` })
  house.at(addDays(day, 2))
  await take(house, draw, 'draw', who.organiser, seedOf(seed, day))
  const [file] = await found(house, kind === 'yearly' ? 'sample' : 'inspection', 'draw', draw.id)
  house.at(addDays(day, 3))
  await take(house, file!, 'visit', who.sampler, certificates)
  return { draw, file: file! }
}
const linksOf = async (file: File) => (await house.get(`/api/v1/registers/${file.register}/${file.id}/links`, overseer)).body
const form = {
  points: [{ point: '生产许可', result: 'bad' }], permits: [{ kind: 'production', permit: null, validTo: null, found: 'lacking' }], finding: '无证生产电线电缆（演示）',
  signedBy: '演示签字人',
}

describe('a visit whose outcome is a case', () => {
  let file: File

  it('names the breach, and the lead is there by itself with both records linked', async () => {
    ;({ file } = await drawn('visits', '2026-03-02', 'outcome'))
    const { body } = await attempt(house, file, 'record', who.sampler, { ...form, outcome: 'case' })
    expect(body).toMatchObject({ code: 'supervision.no-suspicion', field: 'suspected', basis: 'penalty-procedure/18' })
    await take(house, file, 'record', who.sampler, { ...form, outcome: 'case', suspected: 'licence' })
    const { unit } = await row(house, file)
    const cases = await found(house, 'case', 'origin_record', file.id)
    expect(cases).toHaveLength(1)
    expect(await row(house, cases[0]!)).toMatchObject({ state: 'lead', source: 'check', party: unit, kind: 'licence', facts: '无证生产电线电缆（演示）', origin: 'inspection' })
    const linkage = 'supervision.inspection-record-to-case'
    const basis = 'penalty-procedure/18'
    expect((await linksOf(file)).consequences).toContainEqual(expect.objectContaining({ linkage, state: 'done', register: 'case', record: cases[0]!.id, basis }))
    expect((await linksOf(cases[0]!)).causes).toContainEqual(expect.objectContaining({ linkage, register: 'inspection', record: file.id, basis }))
  })

  it('opens no second one for the same breach, and the map of linkages shows the way', async () => {
    const again = await attempt(house, file, 'suspect-breach', who.officer, { suspected: 'licence', facts: '再次移送' })
    expect(again.body).toMatchObject({ code: 'supervision.passed-already', field: 'suspected' })
    expect(await found(house, 'case', 'origin_record', file.id)).toHaveLength(1)
    await take(house, file, 'suspect-breach', who.officer, { suspected: 'labelling', facts: '标识也不符（演示）' })
    const third = await attempt(house, file, 'suspect-breach', who.officer, { suspected: 'licence', facts: '第三次移送' })
    expect(third.body).toMatchObject({ code: 'supervision.passed-already', field: 'suspected' })
    expect(await found(house, 'case', 'origin_record', file.id)).toHaveLength(2)
    // The body that was visited reads the record of its visit, and not what it is suspected of.
    const read = (person: Record<string, string>) => house.get(`/api/v1/registers/inspection/${file.id}`, person)
    expect((await read(who.officer)).body.record).toMatchObject({ suspected: 'labelling' })
    const own = await read(who.party)
    expect([own.status, own.body.record.finding !== undefined, 'suspected' in own.body.record]).toEqual([200, true, false])
    const map = JSON.stringify((await house.get('/api/v1/linkages', overseer)).body)
    for (const name of ['supervision.inspection-record-to-case', 'supervision.inspection-recheck-to-case']) expect(map).toContain(name)
  })

  it('of before the mark was kept gets it from the act that it came of, once; one that was entered by hand stays without', async () => {
    const cases = await found(house, 'case', 'origin_record', file.id)
    const marks = async () => (await Promise.all(cases.map((one) => row(house, one)))).map((one) => one['passed_as'])
    const before = await marks()
    expect([...before].sort()).toEqual(['labelling 2026-03-05', 'licence 2026-03-05'])
    await open(house, 'case', overseer, {
      received: '2026-03-05', source: 'check', origin: 'inspection', originRecord: file.id, partyName: '某户（演示）', place: '130102', kind: 'licence', facts: '手工登记（演示）',
    })
    expect(await markBreaches(house.engine)).toEqual([])
    // As of before the upgrade that has each link tell its breach.
    const old = (id: string) => house.engine.database.query(`update record."case" set passed_as = null, opened = '2020-01-01' where id = $1`, [id])
    // One whose mark another case of its origin has already stays without, for a person to say whether it is the same breach.
    await old(cases[0]!.id)
    await house.engine.database.query('update record."case" set passed_as = $1 where id = $2', [before[0], cases[1]!.id])
    expect(await markBreaches({ ...house.engine })).toEqual([])
    expect(toldApart(['a', 'b', 'a'], (one) => one)).toEqual(['b'])
    for (const { id } of cases) await old(id)
    expect((await markBreaches(house.engine)).toSorted()).toEqual(cases.map(({ id }) => id).toSorted())
    expect(await marks()).toEqual(before)
    // Each is asked for once until the next start.
    await old(cases[0]!.id)
    expect(await markBreaches(house.engine)).toEqual([])
    await house.engine.database.query('update record."case" set passed_as = $1 where id = $2', [before[0], cases[0]!.id])
  })

  it('comes of the second look as well, with what both found', async () => {
    const second = await drawn('visits', '2026-05-11', 'second look')
    house.at('2026-05-14')
    await take(house, second.file, 'record', who.sampler, { ...form, outcome: 'ordered', demand: '停止生产', correctBy: '2026-05-20' })
    expect(await found(house, 'case', 'origin_record', second.file.id)).toEqual([])
    house.at('2026-05-21')
    await take(house, second.file, 'recheck', who.sampler, { mended: '仍在生产', outcome: 'case', suspected: 'licence' })
    const cases = await found(house, 'case', 'origin_record', second.file.id)
    expect(cases).toHaveLength(1)
    expect(await row(house, cases[0]!)).toMatchObject({ facts: '无证生产电线电缆（演示）；复查：仍在生产' })
  })
})

describe('samplers who fall short', () => {
  const start = '2026-07-06'
  let [file, draw, again]: File[] = []

  it('are turned away by right: an end with its ground, and no case', async () => {
    const story = await drawn('yearly', start, 'turned away')
    ;[file, draw] = [story.file, story.draw]
    expect((await attempt(house, file, 'turn-away', who.party, { lawfulGround: 'noPapers', reason: '未带通知书' })).status).toBe(403)
    await take(house, file, 'turn-away', who.sampler, { lawfulGround: 'noPapers', reason: '未带通知书（演示）' })
    expect(await row(house, file)).toMatchObject({ state: 'turnedAway', lawful_ground: 'noPapers', final: null })
    expect(await found(house, 'case', 'origin_record', file.id)).toEqual([])
    // The body reads that it was its right, the check tells the authority that it was its fault.
    expect((await house.get(`/api/v1/registers/sample/${file.id}`, who.party)).body.record).toMatchObject({ state: 'turnedAway' })
    expect(JSON.stringify((await house.get('/api/v1/checks', who.organiser)).body)).toContain('turned-away')
  })

  it('visit the same body again: chance chose it, and no reserve takes its place', async () => {
    const samples = await found(house, 'sample', 'draw', draw!.id)
    expect(samples).toHaveLength(2)
    again = samples.find(({ id }) => id !== file!.id)!
    const [before, after] = [await row(house, file!), await row(house, again)]
    for (const name of ['unit', 'stratum', 'expansion', 'inspectors', 'how', 'origin_record']) expect(after[name], name).toEqual(before[name])
    expect(after).toMatchObject({ state: 'drawn', checked: null })
    const reserve = await attempt(house, draw!, 'call-reserve', who.organiser, { stratum: 'all', why: '另抽一家' })
    expect(reserve.body).toMatchObject({ code: 'supervision.no-place-free' })
    expect((await attempt(house, draw!, 'publish', who.organiser)).body).toMatchObject({ code: 'supervision.visits-not-over' })
    const linkage = 'supervision.turned-away-to-sample'
    expect((await linksOf(file!)).consequences).toContainEqual(expect.objectContaining({ linkage, state: 'done', record: again.id }))
  })

  it('count in no rate; a refusal without ground is a case under article 56, and frees its place', async () => {
    house.at(addDays(start, 4))
    await take(house, again!, 'visit', who.sampler, certificates)
    await take(house, again!, 'obstruct', who.sampler, { reason: '出示通知书和证件后仍拒绝（演示）' })
    const cases = await found(house, 'case', 'origin_record', again!.id)
    expect(cases).toHaveLength(1)
    expect(await row(house, cases[0]!)).toMatchObject({ kind: 'refusal' })
    const links = (await linksOf(again!)).consequences as { linkage: string; basis: string }[]
    expect(links).toContainEqual(expect.objectContaining({ linkage: 'supervision.sample-obstruct-to-case', basis: 'product-quality-law/56' }))
    await take(house, draw!, 'call-reserve', who.organiser, { stratum: 'all', why: '拒绝抽样' })
    // supervision.refusal-withdrawn-to-case: the body may object to the finding itself; another answers, and the handler of the case is told.
    expect((await attempt(house, again!, 'contest-refusal', who.stranger, { contest: '与我无关' })).status).toBe(404)
    await take(house, again!, 'contest-refusal', who.party, { contest: '当日值班人员无权决定（演示）' })
    await take(house, again!, 'withdraw-refusal', who.head, { contestAnswer: '查明未向负责人出示通知书（演示）' })
    expect(await row(house, again!)).toMatchObject({ state: 'refusalWithdrawn' })
    expect((await row(house, cases[0]!))['fallen']).toMatchObject([{ report: expect.stringContaining('拒绝抽样认定'), weighed: null }])
    await computeMeasures(house.engine, house.warehouse)
    const figures = await figuresOf(house.warehouse, { measure: 'supervision.expansion', dimensions: { area: '130102' }, at: '2026' })
    expect(figures.filter(({ n }) => (n ?? 0) > 0)).toEqual([])
  })
})

describe('what a visit leaves to be done', () => {
  it('a directive’s written report comes from the body, stands on the inspector’s card, and a missing one is found by a check', async () => {
    const { file } = await drawn('equipment', '2026-09-07', 'report')
    await take(house, file, 'record', who.sampler, { ...form, outcome: 'ordered', demand: '停止生产', correctBy: '2026-09-20' })
    expect((await attempt(house, file, 'report-correction', who.stranger, { correctionReport: '与我无关' })).status).toBe(404)
    await take(house, file, 'report-correction', who.party, { correctionReport: '已停产整改（演示）' })
    expect(await row(house, file)).toMatchObject({ state: 'correcting', report_late: false })
    expect((await house.get('/en/desk/inspections', who.sampler)).body).toContain('Reported in writing on')
    house.at('2026-09-21')
    await take(house, file, 'recheck', who.sampler, { mended: '部分设备仍在用', outcome: 'ordered', correctBy: '2026-09-27' })
    house.at('2026-09-28')
    await take(house, file, 'recheck', who.sampler, { mended: '已停产', outcome: 'mended' })
    expect(await row(house, file)).toMatchObject({ state: 'recorded', reported_on: null, report_late: true })
    expect(JSON.stringify((await house.get('/api/v1/checks', who.organiser)).body)).toContain('directive-not-reported')
  })
})
