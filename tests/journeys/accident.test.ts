// An accident of special equipment through HTTP: told by the unit, its lift stopped, passed on by the hour, investigated, approved, published; and strangers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Answer, type House } from '../bed/house.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { figuresOf } from '../../store/measures/figures.ts'
import { attempt, cast, clockOf, found, invented, open, row, settle, take, tryOpen, type Cast, type File, type Headers } from './supervision-story.ts'

let house: House
let who: Cast
let owner: Headers
let body: Headers
let government: Headers
/** Holds every duty of supervision, in another county. */
let elsewhere: Headers

const user = invented(306)
const refused = ({ status, body: told }: Answer, code: string, field?: string): void => {
  expect(told).toMatchObject({ code, ...(field ? { field } : {}) })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(told.detail).toMatch(/\S/)
  expect(told.remedy).toMatch(/\S/)
}
const result = (on: string) => ({ inspectionBody: '虚构检验院（演示）', report: `TJ-${on}`, inspected: on, passed: 'pass' })
const moment = (day: string, clock: string): string => `${day}T${clock}:00+08:00`

/** A lift in use. */
async function lift(code: string, day: string): Promise<File> {
  house.at(day)
  const file = await open(house, 'equipment', owner, { code, kind: 'lift', name: '乘客电梯', user, userName: '虚构物业（演示）', place: '130102', site: '演示路 1 号' })
  await take(house, file, 'supervise', body, result(day))
  await take(house, file, 'hand-over', owner, { usedFrom: day })
  await take(house, file, 'register', who.officer, { registration: `梯${code.slice(-4)}` })
  return file
}

const told = (day: string, equipment: File | null, more: object = {}) => ({
  happenedAt: moment(day, '08:00'), learntAt: moment(day, '08:10'), channel: 'unit', unit: user, unitName: '虚构物业（演示）', place: '130102', site: '演示路 1 号',
  kind: 'lift', ...(equipment ? { equipment: equipment.id } : {}), course: '电梯轿厢坠落（演示）', dead: 2, seriouslyHurt: 1, loss: '350000.00', ...more,
})
const team = [{ body: '市市场监督管理局（演示）', role: '牵头' }, { body: '市公安局（演示）', role: '参加' }]
const report = { reportNumber: '演示调1号', nature: 'liability', cause: '制动器失效', responsibility: '维保单位未按规定维护（演示当事人张某）', lessons: '全面检查' }

beforeAll(async () => {
  house = await openHouse({ now: '2015-08-03' })
  who = await cast(house)
  owner = await house.person('acc-owner', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: [user] })
  body = await house.person('acc-body', [{ duty: 'supervision.body', reach: 'all' }], { face: 'laboratory' })
  government = await house.person('acc-government', [{ duty: 'supervision.government', reach: 'all' }])
  const duties = ['party', 'officer', 'head', 'government', 'reader']
  elsewhere = await house.person('acc-elsewhere', duties.map((duty) => ({ duty: `supervision.${duty}`, reach: 'area' as const, area: '130104' })))
}, 120_000)
afterAll(() => house.close())

describe.each([
  { pack: '2016', day: '2016-03-02', code: '3110X01012016301', lapsed: '2016-05-20', investigateBy: '2016-05-03' },
  // Sixty days after 2 March is 1 May: in both years a holiday, until 2 May in 2016 and until 5 May in 2026.
  { pack: 'today', day: '2026-03-02', code: '3110X01012026301', lapsed: '2026-05-20', investigateBy: '2026-05-06' },
])('under the pack of $pack', ({ day, code, investigateBy, lapsed }) => {
  let machine: File
  let file: File

  // supervision.accident-to-equipment
  it('the unit tells of it at once; its level is computed and the lift stops by itself', async () => {
    machine = await lift(code, day)
    house.at(moment(day, '09:05'))
    refused(await tryOpen(house, 'equipment-accident', owner, told(day, machine, { kind: 'crane' })), 'supervision.kind-differs', 'kind')
    refused(await tryOpen(house, 'equipment-accident', owner, told(day, null, { equipment: '01900000-0000-7000-8000-000000000009' })), 'supervision.no-equipment', 'equipment')
    refused(await tryOpen(house, 'equipment-accident', who.party, told(day, machine, { unit: invented(1) })), 'supervision.equipment-of-others', 'equipment')
    expect((await tryOpen(house, 'equipment-accident', who.stranger, told(day, machine))).status).toBe(403)
    file = await open(house, 'equipment-accident', owner, told(day, machine))
    await settle(house)
    expect(await row(house, file)).toMatchObject({ state: 'reported', level: 'ordinary', grounds: ['dead', 'seriouslyHurt', 'loss'], reported_late: false, equipment_code: code })
    expect(await row(house, machine)).toMatchObject({ state: 'accident', accident: expect.stringContaining('SG') })
    refused(await attempt(house, machine, 'inspect', body, result(day)), 'supervision.accident-open')
    refused(await attempt(house, machine, 'resume', who.officer, { reason: '已修复' }), 'supervision.accident-open')
    refused(await attempt(house, machine, 'scrap', owner, { reason: '报废', disabled: true }), 'supervision.accident-open')
    expect((await house.get(`/api/v1/registers/equipment-accident/${file.id}`, who.stranger)).status).toBe(404)
    expect((await house.get(`/api/v1/registers/equipment-accident/${file.id}`, elsewhere)).status).toBe(404)
    expect((await attempt(house, file, 'verify', elsewhere, { governmentTold: moment(day, '09:00'), taken: '停用' })).status).toBeGreaterThanOrEqual(403)
  })

  it('it goes up within two hours at each tier, and verified it is a signal without the unit', async () => {
    expect(await clockOf(house, file, who.officer, 'pass-on')).toMatchObject({ term: '2 hour', rule: 'accident-regulation/11', state: 'open' })
    house.at(moment(day, '10:30'))
    await take(house, file, 'pass-on', who.officer, { to: 'city', receiver: '石家庄市局（演示）' })
    expect(await clockOf(house, file, who.officer, 'pass-on')).toMatchObject({ state: 'met' })
    await take(house, file, 'verify', who.officer, { governmentTold: moment(day, '10:00'), taken: '停用、警戒' })
    await settle(house)
    // supervision.accident-to-signal
    const [signal] = await found(house, 'signal', 'origin_record', file.id)
    const kept = await row(house, signal!)
    expect(kept).toMatchObject({ source: 'accident', product_class: 'lifts', hazard: 'mechanical', hurt: 3, weight: 5 })
    expect(JSON.stringify(kept)).not.toContain('虚构物业')
  })

  it('a third death makes it a larger one: it goes on to the province, which takes the inquiry over', async () => {
    await take(house, file, 'investigate', who.head, { investigator: 'city', team })
    house.at(moment(day, '20:00'))
    await take(house, file, 'supplement', owner, { what: '一名重伤者死亡', dead: 3, seriouslyHurt: 0 })
    expect(await row(house, file)).toMatchObject({ level: 'larger', grounds: ['dead'], dead: 3, loss: '350000.00' })
    expect(await clockOf(house, file, who.officer, 'pass-on')).toMatchObject({ state: 'open' })
    refused(await attempt(house, file, 'submit', who.officer, report), 'supervision.inquiry-moved-up')
    await take(house, file, 'pass-on', who.officer, { to: 'province', receiver: '省局（演示）' })
    refused(await attempt(house, file, 'pass-on', who.officer, { to: 'city', receiver: '市局' }), 'supervision.not-higher', 'to')
    await take(house, file, 'take-over', who.head, { investigator: 'province', team })
    await take(house, file, 'settle-count', who.officer, { source: '市医院（演示）' })
  })

  // supervision.accident-to-case
  it('the inquiry ends within sixty days or the thirty that the government adds; its report is approved by another', async () => {
    expect(await clockOf(house, file, who.officer, 'investigation')).toMatchObject({ due: investigateBy, rule: 'accident-regulation/29' })
    refused(await attempt(house, file, 'extend-deadline', who.officer, { deadline: 'investigation', why: '鉴定', approval: '演示延1号' }), 'kernel.not-yours')
    await take(house, file, 'extend-deadline', government, { deadline: 'investigation', why: '技术鉴定', approval: '演示延1号' })
    house.at(lapsed)
    await take(house, file, 'submit', who.officer, report)
    expect(await clockOf(house, file, who.officer, 'investigation')).toMatchObject({ state: 'met' })
    await take(house, machine, 'ask-inspection', owner)
    await take(house, machine, 'inspect', body, result(lapsed))
    expect(await row(house, machine)).toMatchObject({ state: 'inUse' })
    refused(await attempt(house, file, 'approve', who.officer, { approval: '演示批1号', decision: '同意' }), 'kernel.not-yours')
    await take(house, file, 'approve', government, { approval: '演示批1号', decision: '同意' })
    await take(house, file, 'suspect-breach', who.head, { breach: 'uninspected', facts: '使用未经检验的电梯' })
    await settle(house)
    const [passed] = await found(house, 'case', 'origin_record', file.id)
    expect(await row(house, passed!)).toMatchObject({ kind: 'equipment', party: user, source: 'check', passed_as: expect.stringMatching(/^uninspected \d{4}-/) })
    refused(await attempt(house, file, 'suspect-breach', who.head, { breach: 'uninspected', facts: '再次移送' }), 'supervision.passed-already', 'breach')
    // A case of before each breach was kept alleges one that is not known: until another day is told it may be this one.
    await house.engine.database.query('update record."case" set passed_as = null where id = $1', [passed!.id])
    refused(await attempt(house, file, 'suspect-breach', who.head, { breach: 'upkeep', facts: '未维护保养' }), 'supervision.passed-already', 'breach')
    await house.engine.database.query('update record."case" set passed_as = $1 where id = $2', ['uninspected 2026-01-01', passed!.id])
    await take(house, file, 'suspect-breach', who.head, { breach: 'upkeep', facts: '未维护保养' })
    await settle(house)
    expect(await found(house, 'case', 'origin_record', file.id)).toHaveLength(2)
  })

  it('the public reads how it was dealt with, and no person; only then is it closed', async () => {
    expect((await house.get(`/api/v1/publications/accident-handling/${file.id}`)).status).toBe(404)
    await take(house, file, 'mend', owner, { mended: '已更换制动器' })
    refused(await attempt(house, file, 'close', who.officer, { evaluation: '已落实' }), 'supervision.not-published')
    const named = await attempt(house, file, 'publish', who.officer, { handling: '责任人身份证 11010519491231002X 已处理' })
    refused(named, 'supervision.personal-in-public', 'handling')
    await take(house, file, 'publish', who.officer, { handling: '对使用单位立案调查，责令全面整改' })
    const { status, body: open } = await house.get(`/api/v1/publications/accident-handling/${file.id}`)
    expect([status, open.values.level, open.values.dead]).toEqual([200, 'larger', 3])
    for (const inner of ['张某', '制动器失效', '演示路']) expect(JSON.stringify(open)).not.toContain(inner)
    await take(house, file, 'close', who.officer, { evaluation: '已落实' })
    expect(await row(house, file)).toMatchObject({ state: 'closed' })
  })
})

describe('a directive for a severe danger', () => {
  // supervision.directive-to-equipment
  it('stops the equipment of the body visited, and no other', async () => {
    const day = '2026-06-10'
    const machine = await lift('3110X01012026309', day)
    const visit = await open(house, 'inspection', who.organiser, { kind: 'equipment', unit: user, unitName: '虚构物业（演示）', place: '130102' })
    await take(house, visit, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
    const form = {
      points: [{ point: '限速器', result: 'bad' }], permits: [{ kind: 'equipment', found: 'valid' }], finding: '限速器失效（演示）', signedBy: '演示签字人',
      severe: true, equipment: machine.id, outcome: 'ordered', demand: '立即停用', correctBy: '2026-06-20',
    }
    refused(await attempt(house, visit, 'record', who.sampler, form), 'supervision.superior-not-told', 'superiorTold')
    refused(await attempt(house, visit, 'record', who.sampler, { ...form, superiorTold: day, outcome: 'mended' }), 'supervision.severe-without-order', 'outcome')
    const other = '01900000-0000-7000-8000-000000000009'
    refused(await attempt(house, visit, 'record', who.sampler, { ...form, superiorTold: day, equipment: other }), 'supervision.equipment-not-here', 'equipment')
    await take(house, visit, 'record', who.sampler, { ...form, superiorTold: day })
    expect(await row(house, machine)).toMatchObject({ state: 'halted', danger: '限速器失效（演示）' })
  })
})

describe('what was none', () => {
  // supervision.dismissed-accident
  it('takes its signal back, and only what an inquiry found is counted', async () => {
    const day = '2026-07-01'
    house.at(moment(day, '12:00'))
    const file = await open(house, 'equipment-accident', who.officer, told(day, null, { learntAt: moment(day, '08:10'), loss: null }))
    expect(await row(house, file)).toMatchObject({ reported_late: true })
    await take(house, file, 'verify', who.officer, { governmentTold: moment(day, '11:00'), taken: '停用' })
    await settle(house)
    await take(house, file, 'dismiss', who.head, { reason: '与设备无关' })
    await settle(house)
    expect(await row(house, (await found(house, 'signal', 'origin_record', file.id))[0]!)).toMatchObject({ state: 'archived', ground: 'withdrawn' })
    await computeMeasures(house.engine, house.warehouse)
    const counted = async (level: string) => figuresOf(house.warehouse, { measure: 'supervision.equipment-accidents', dimensions: { area: '130102', level }, at: '2026' })
    expect((await counted('larger')).map(({ value }) => value)).toEqual(['1'])
    expect(await counted('ordinary')).toEqual([])
  })
})
