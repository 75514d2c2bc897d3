// Supervision through HTTP under both packs of law: plan, provable draw, sample, laboratory, objection, re-inspection, follow-up, case.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { checkDraw, missedOf, publishedDraw } from '../../systems/oversight/supervision/index.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { figuresOf } from '../../store/measures/figures.ts'
import { openHouse, type House } from '../bed/house.ts'
import {
  attempt, cast, clockOf, drawnSample, drawOf, found, invented, laboratory, makers, open, row, seedOf, sent, serve, settle, sheet, take, test, tryOpen,
  type Cast, type Drawn, type File, type Laboratory,
} from './supervision-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2015-08-03' })
  who = await cast(house)
}, 120_000)
afterAll(() => house.close())

// Sixty days end on Saturday 28 May in 2016, so on the Monday after it; in 2026 on a Friday.
const packs = [
  { pack: '2016', base: '2016-03-01', from: '2015-08-03', codes: [101, 102], spotCheck: 'aqsiq-order-133', correctBy: '2016-05-30' },
  { pack: 'today', base: '2026-03-02', from: '2025-06-02', codes: [103, 104], spotCheck: 'samr-order-18', correctBy: '2026-05-29' },
]

describe.each(packs)('under the pack of $pack', ({ pack, base, from, codes, spotCheck, correctBy }) => {
  let labs: readonly Laboratory[]
  let story: Drawn
  let follow: File
  let again: File
  const day = (n: number): string => addDays(base, n)

  beforeAll(async () => {
    house.at(from)
    labs = [await laboratory(house, who, invented(codes[0]!), from), await laboratory(house, who, invented(codes[1]!), from)]
  }, 120_000)

  // supervision.credit-class: nothing is on file of any of the three, so that all are of class B and each has the chance of one in three.
  it('a plan approved by a second person is drawn from by a seed that comes after the published commitment', async () => {
    story = await drawnSample(house, who, base, `${pack}-1`)
    expect(await row(house, story.sample)).toMatchObject({ state: 'drawn', how: 'drawn', frame: 'random', expansion: '3.000000000' })
    expect(makers).toContain(story.unit)
    const { body } = await house.get(`/api/v1/publications/draw-commitments/${story.draw.id}`)
    expect(JSON.parse(body.values.commitment)).toMatchObject({ units: 3, reserve: 1 })
    // Who is to be visited is told to nobody before the visit: not to the public, not to the body itself.
    expect((await house.get(`/api/v1/publications/draws/${story.draw.id}`)).status).toBe(404)
    expect((await house.get(`/api/v1/registers/sample/${story.sample.id}`, who.party)).status).toBe(404)
    expect((await attempt(house, story.draw, 'publish', who.organiser)).body).toMatchObject({ code: 'supervision.visits-not-over' })
  })

  // supervision.report-to-sample
  it('the sample is visited, sealed and sent; the laboratory reports a failure by itself', async () => {
    const order = await sent(house, who, story, labs[0]!, day(5))
    expect((await house.get(`/api/v1/registers/sample/${story.sample.id}`, who.party)).status).toBe(200)
    expect((await house.get(`/api/v1/registers/sample/${story.sample.id}`, who.stranger)).status).toBe(404)
    house.at(day(10))
    await test(house, who, order, labs[0]!, 'F-0001', '2.4', day(10))
    const sample = await row(house, story.sample)
    expect(sample).toMatchObject({ state: 'reported', verdict: 'fails' })
    expect(sample['failures']).toMatchObject([{ parameter: '甲醛释放量', limit: '1.500000' }])
    expect(await clockOf(house, story.sample, who.organiser, 'notice')).toMatchObject({ rule: spotCheck })
  })

  it('once the last visit is over everybody runs the draw again from what is public', async () => {
    await take(house, story.draw, 'publish', who.organiser)
    const { body } = await house.get(`/api/v1/publications/draws/${story.draw.id}`)
    const opened = body.values as Record<string, unknown>
    const findings = checkDraw(publishedDraw(opened), missedOf(opened))
    expect(findings.map(({ point, holds }) => [point, holds])).toEqual(
      ['digest', 'secret', 'frame', 'inspectors', 'seed', 'result'].map((point) => [point, true]),
    )
    const result = opened['result'] as readonly { id: string; place: number }[]
    const other = { ...opened, result: result.map((one) => ({ ...one, id: makers.find((code) => code !== one.id) })) }
    expect(checkDraw(publishedDraw(other)).find(({ point }) => point === 'result')).toMatchObject({ holds: false })
  })

  it('the result is told, objected to in fifteen days, re-inspected elsewhere on the backup, and upheld', async () => {
    house.at(day(14))
    await take(house, story.sample, 'tell', who.organiser)
    await serve(house, story.sample, who.organiser, who.organiser, day(14))
    expect(await clockOf(house, story.sample, who.party, 'objection')).toMatchObject({ rule: 'product-quality-law/15', term: '15 day', due: day(29) })
    // How the notice was signed and where it was served are not how the sample came and where it is.
    expect(await row(house, story.sample)).toMatchObject({ how: 'drawn', place: '130102' })
    expect((await attempt(house, story.sample, 'confirm', who.organiser)).body).toMatchObject({ code: 'supervision.objection-runs' })
    expect((await attempt(house, story.sample, 'object', who.stranger, { objectionKind: 'result', objection: '与我无关' })).status).toBe(404)
    house.at(day(20))
    await take(house, story.sample, 'object', who.party, { objectionKind: 'result', objection: '申请复检' })
    expect((await attempt(house, story.sample, 'reinspect', who.organiser, { reLaboratory: labs[0]!.code })).body).toMatchObject({ code: 'supervision.same-laboratory' })
    await take(house, story.sample, 'reinspect', who.organiser, { reLaboratory: labs[1]!.code })
    const orders = await found(house, 'test-order', 'origin_record', story.sample.id)
    expect(orders).toHaveLength(2)
    house.at(day(26))
    await test(house, who, orders[1]!, labs[1]!, 'F-0002', '2.2', day(26))
    expect(await row(house, story.sample)).toMatchObject({ state: 'retested', verdict: 'fails', re_verdict: 'fails' })
    await take(house, story.sample, 'confirm', who.organiser)
    expect((await house.get(`/api/v1/publications/samples/${story.sample.id}`)).status).toBe(404)
    await take(house, story.sample, 'publish', who.organiser)
    const shown = await house.get(`/api/v1/publications/samples/${story.sample.id}`)
    expect(shown.status).toBe(200)
    expect(JSON.stringify(shown.body)).not.toContain('演示签字人')
  })

  it('a follow-up begins by itself; a suspected breach is a case, a suspected defect is defect information, each once', async () => {
    const files = await found(house, 'rectification', 'origin_record', story.sample.id)
    expect(files).toHaveLength(1)
    follow = files[0]!
    house.at(day(28))
    await take(house, follow, 'order', who.head, { demand: '停止销售该批次，查明原因' })
    await serve(house, follow, who.head, who.officer, day(28))
    expect(await clockOf(house, follow, who.party, 'correct')).toMatchObject({ rule: spotCheck, term: '60 day', due: correctBy })
    await take(house, follow, 'suspect-breach', who.officer, { suspected: 'substandard', facts: '生产不符合强制性标准的家具（演示）' })
    await take(house, follow, 'suspect-defect', who.officer, { danger: '甲醛超标（演示）' })
    await settle(house)
    const [cases, defects] = [await found(house, 'case', 'origin_record', follow.id), await found(house, 'defect-report', 'origin_record', follow.id)]
    expect([cases.length, defects.length]).toEqual([1, 1])
    expect(await row(house, cases[0]!)).toMatchObject({ state: 'lead', party: story.unit, kind: 'substandard' })
  })

  it('the correction is reported and re-checked by a sample of its own, which closes the follow-up', async () => {
    house.at(day(60))
    await take(house, follow, 'report', who.party, { cause: '板材批次不合格', measures: '更换供应商', stock: '封存 20 件', recovered: 12 })
    // supervision.recheck-find-nothing, supervision.recheck-obstruct, supervision.recheck-spoil
    const ordered = new Set<string>()
    const another = async (): Promise<File> => {
      await take(house, follow, 'recheck', who.officer)
      const next = (await found(house, 'sample', 'origin_record', follow.id)).find(({ id }) => !ordered.has(id))!
      ordered.add(next.id)
      return next
    }
    for (const [step, person, more] of [['find-nothing', who.sampler, { ground: 'closed' }], ['obstruct', who.sampler, {}], ['spoil', who.organiser, {}]] as const) {
      const vain = await another()
      await take(house, vain, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
      if (step === 'spoil') await take(house, vain, 'seal', who.sampler, sheet(story.unit, day(60)))
      await take(house, vain, step, person, { reason: `没有结论（演示，${step}）`, ...more })
      await settle(house)
      // No verdict: the officer orders it anew, within the term that runs.
      expect(await row(house, follow)).toMatchObject({ state: 'reported', reason: `没有结论（演示，${step}）`, recheck_passed: null })
    }
    const recheck = await another()
    // The same product within six months: a re-check is excepted from the rule against repetition.
    const order = await sent(house, who, { sample: recheck, unit: story.unit }, labs[0]!, day(62))
    house.at(day(66))
    await test(house, who, order, labs[0]!, 'F-0001', '0.8', day(66))
    await take(house, recheck, 'confirm', who.organiser)
    expect(await row(house, follow)).toMatchObject({ state: 'closed', recheck_passed: true })
    expect(await found(house, 'rectification', 'origin_record', recheck.id)).toEqual([])
    again = recheck
  })

  // supervision.report-replace
  it('a report that is replaced leaves its sample without a verdict until the next edition has come, by itself', async () => {
    house.at(day(68))
    const before = await row(house, again)
    const [report] = await found(house, 'test-report', 'number', before['report_number'])
    await take(house, report!, 'replace', who.signatory, { why: '录入有误（演示）', corrected: [{ parameter: '甲醛释放量', value: '0.9' }] })
    const after = await row(house, again)
    expect(after).toMatchObject({ state: 'reported', verdict: 'meets', final: null, withdrawn: [{ report: before['report_number'] }] })
    expect(after['report_number']).not.toBe(before['report_number'])
  })

  // supervision.report-withdraw
  it('a report that is withdrawn takes the published result with it', async () => {
    house.at(day(70))
    const { rows } = await house.engine.database.query<{ id: string }>('select id from record.test_report where number = $1', [(await row(house, story.sample))['re_report']])
    await take(house, { register: 'test-report', id: rows[0]!.id }, 'withdraw', who.signatory, { why: '设备校准有误（演示）' })
    expect(await row(house, story.sample)).toMatchObject({ state: 'reinspecting', final: null, published: null })
    expect((await house.get(`/api/v1/publications/samples/${story.sample.id}`)).status).toBeGreaterThanOrEqual(404)
  })

  it('whoever built on the report is told: case, defect information, signal and credit entry', async () => {
    const told = { report: expect.any(String), on: day(70), why: '设备校准有误（演示）', weighed: null }
    const [case_] = await found(house, 'case', 'origin_record', follow.id)
    expect(await row(house, case_!)).toMatchObject({ state: 'lead', fallen: [told] })
    const [defect] = await found(house, 'defect-report', 'origin_record', follow.id)
    expect(await row(house, defect!)).toMatchObject({ state: 'received', fallen: [told] })
    for (const [register, state] of [['signal', 'archived'], ['credit-entry', 'withdrawn']] as const) {
      const files = await found(house, register, 'origin_record', story.sample.id)
      expect(files.length, register).toBeGreaterThan(0)
      for (const file of files) expect(await row(house, file)).toMatchObject({ state })
    }
  })
})

describe('bad input is refused with field, article and remedy, and nothing is lost', () => {
  const base = '2026-07-06'
  let lab: Laboratory
  const refused = (answer: { status: number; body: any }, code: string, field?: string): void => {
    expect(answer.body).toMatchObject({ code, ...(field ? { field } : {}) })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body.basis).toMatch(/\S/)
    expect(answer.body.remedy).toMatch(/\S/)
  }

  beforeAll(async () => {
    house.at('2026-06-01')
    lab = await laboratory(house, who, invented(105), '2026-06-01')
  }, 120_000)

  it('a seed that drew before is not drawn with again', async () => {
    const first = await drawOf(house, who, base, 'same')
    const second = await drawOf(house, who, base, 'same')
    house.at(addDays(base, 2))
    await take(house, first.draw, 'draw', who.organiser, seedOf('same', base))
    refused(await attempt(house, second.draw, 'draw', who.organiser, seedOf('same', base)), 'supervision.seed-replayed', 'seed')
    expect(await row(house, second.draw)).toMatchObject({ state: 'committed', seed: null, result: null })
  })

  // supervision.rejected-sample
  it('a sample whose seal is broken is not received; rejected, it is invalid and a reserve takes its place', async () => {
    const story = await drawnSample(house, who, base, 'broken', { title: '封样破损（演示）' })
    const order = await sent(house, who, { sample: story.sample, unit: story.unit }, lab, addDays(base, 3))
    await take(house, order, 'accept', who.keeper)
    const broken = { intact: false, seal: 'F-0001', condition: '封条断裂', place: '样品室' }
    refused(await attempt(house, order, 'receive', who.keeper, broken), 'testing.seal-broken', 'intact')
    refused(await attempt(house, order, 'receive', who.keeper, { ...broken, intact: true, seal: 'F-9999' }), 'testing.seal-differs', 'seal')
    expect(await row(house, order)).toMatchObject({ state: 'accepted', received: null })
    await take(house, order, 'reject', who.keeper, { reason: '封样破损', condition: '封条断裂' })
    expect(await row(house, story.sample)).toMatchObject({ state: 'invalid' })
    await take(house, story.draw, 'call-reserve', who.organiser, { stratum: 'all', why: '样品无效' })
    expect(await found(house, 'sample', 'draw', story.draw.id)).toHaveLength(2)
    refused(await attempt(house, story.draw, 'call-reserve', who.organiser, { stratum: 'all', why: '再来' }), 'supervision.no-reserve', 'stratum')
  })

  it('a re-inspection asked after the term is refused under the article, and the text is still the asker’s', async () => {
    const start = '2026-08-03'
    const story = await drawnSample(house, who, start, 'late')
    // The product of the same maker was checked in another story of this file: another model.
    house.at(addDays(start, 3))
    await take(house, story.sample, 'visit', who.second, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
    await take(house, story.sample, 'seal', who.second, { ...sheet(story.unit, addDays(start, 3)), model: 'SG-9' })
    await take(house, story.sample, 'send', who.second, { laboratory: lab.code })
    const [order] = await found(house, 'test-order', 'origin_record', story.sample.id)
    await test(house, who, order!, lab, 'F-0001', '2.4', addDays(start, 3))
    await take(house, story.sample, 'tell', who.organiser)
    await serve(house, story.sample, who.organiser, who.organiser, addDays(start, 3))
    house.at(addDays(start, 19))
    const late = await attempt(house, story.sample, 'object', who.party, { objectionKind: 'result', objection: '申请复检' })
    refused(late, 'supervision.objection-late', 'objection')
    expect(late.body.basis).toBe('product-quality-law/15')
    expect(await row(house, story.sample)).toMatchObject({ state: 'told', objection: null })
  })

  it('a code that left its list meanwhile, a day ahead, an unknown code: every field at once, nothing written', async () => {
    house.at('2026-09-01')
    const before = (await house.engine.database.query('select count(*) from record.check_plan')).rows[0]
    const answer = await tryOpen(house, 'check-plan', who.organiser, {
      title: '旧目录（演示）', kind: 'yearly', frame: 'random', line: 'goods', productClass: 'pagers', place: '130421', rule: 'simple', wanted: 0, from: '2026-09-01', to: '2026-12-31',
    })
    expect(answer.status).toBe(422)
    const codes = Object.fromEntries(answer.body.errors.map((e: { pointer: string; code: string }) => [e.pointer.split('/').at(-1), e.code]))
    expect(codes).toMatchObject({ productClass: 'unknown-choice', wanted: 'too-small' })
    expect((await house.engine.database.query('select count(*) from record.check_plan')).rows[0]).toEqual(before)
    const plan = await open(house, 'check-plan', who.organiser, {
      title: '新目录（演示）', kind: 'visits', frame: 'random', line: 'goods', place: '130100', wanted: 3, from: '2026-09-01', to: '2026-12-31',
    })
    expect((await row(house, plan))['state']).toBe('drafted')
  })
})

describe('the declared rate of conforming samples', () => {
  const start = '2027-03-01'
  const rateOf = async (measure: string) => {
    await computeMeasures(house.engine, house.warehouse)
    const figures = await figuresOf(house.warehouse, { measure, dimensions: { area: '130102' }, at: '2027' })
    return figures[0]
  }
  const tested = async (sample: File, lab: Laboratory) => {
    const unit = (await row(house, sample))['unit'] as string
    const order = await sent(house, who, { sample, unit }, lab, addDays(start, 3))
    await test(house, who, order, lab, 'F-0001', '0.8', addDays(start, 3))
    await take(house, sample, 'confirm', who.organiser)
  }
  let lab: Laboratory

  it('is 100 % with no variance left where all three units were drawn and conform', async () => {
    house.at('2027-01-04')
    lab = await laboratory(house, who, invented(106), '2027-01-04')
    const { draw } = await drawOf(house, who, start, 'all', {}, 3)
    house.at(addDays(start, 2))
    await take(house, draw, 'draw', who.organiser, seedOf('all', start))
    for (const sample of await found(house, 'sample', 'draw', draw.id)) await tested(sample, lab)
    expect(await rateOf('supervision.pass-rate')).toMatchObject({ value: '100.00', low: '100.00' })
  })

  it('is refused as soon as a sample of a risk-directed plan stands beside them', async () => {
    const { draw } = await drawOf(house, who, start, 'risk', { frame: 'risk-directed', kind: 'risk' })
    house.at(addDays(start, 2))
    await take(house, draw, 'draw', who.organiser, seedOf('risk', start))
    const [sample] = await found(house, 'sample', 'draw', draw.id)
    // Another model: the same product is not checked twice within six months.
    house.at(addDays(start, 3))
    await take(house, sample!, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
    const { unit } = (await row(house, sample!)) as { unit: string }
    const again = await attempt(house, sample!, 'seal', who.sampler, sheet(unit, addDays(start, 3)))
    expect(again.body).toMatchObject({ code: 'supervision.checked-already', field: 'product' })
    await take(house, sample!, 'seal', who.sampler, { ...sheet(unit, addDays(start, 3)), model: 'SG-2' })
    await take(house, sample!, 'send', who.sampler, { laboratory: lab.code })
    const [order] = await found(house, 'test-order', 'origin_record', sample!.id)
    await test(house, who, order!, lab, 'F-0001', '0.8', addDays(start, 3))
    await take(house, sample!, 'confirm', who.organiser)
    const mixed = await rateOf('supervision.pass-rate')
    expect(mixed?.value).toBeNull()
    expect(mixed?.why?.en).toContain('unlike frames')
  })
})
