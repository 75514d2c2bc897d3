// Four ways to go and look, through HTTP: a visit drawn by lot, a lift through its cycle, a purchase on the internet, goods at the border; each with a stranger.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { addEquipment } from '../../cli/demonstration-equipment.ts'
import { addField } from '../../cli/demonstration-field.ts'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type Answer, type House } from '../bed/house.ts'
import {
  attempt, cast, clockOf, drawOf, found, invented, laboratory, open, row, seedOf, serve, settle, sheet, take, test, tryOpen,
  type Cast, type File, type Headers, type Laboratory,
} from './supervision-story.ts'

let house: House
let who: Cast
let lab: Laboratory
/** Holds every duty of supervision, in another county. */
let elsewhere: Headers

const certificates = { firstSampler: 'ZF-001', secondSampler: 'ZF-002' }
const refused = ({ status, body }: Answer, code: string, field?: string): void => {
  expect(body).toMatchObject({ code, ...(field ? { field } : {}) })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(body.detail).toMatch(/\S/)
  expect(body.remedy).toMatch(/\S/)
}

/** Neither the record nor its history, its place in a list, on a day page or in a step. */
async function seesNothing({ register, id }: File, step: string): Promise<void> {
  const at = `/api/v1/registers/${register}`
  expect((await house.get(`${at}/${id}`, elsewhere)).status).toBe(404)
  expect((await house.get(`${at}/${id}/history`, elsewhere)).status).toBe(404)
  expect((await house.get(`${at}?limit=50&count=true`, elsewhere)).body).toMatchObject({ items: [], count: 0 })
  expect((await house.get('/desk/inspections', elsewhere)).body).not.toContain(id)
  const before = await row(house, { register, id })
  expect((await attempt(house, { register, id }, step, elsewhere, certificates)).status).toBeGreaterThanOrEqual(403)
  expect(await row(house, { register, id })).toEqual(before)
}

/** A plan of a kind with its draw taken; gives the one record that it opened. */
async function drawn(kind: string, day: string, register: 'sample' | 'inspection', more: object = {}): Promise<File> {
  const { draw } = await drawOf(house, who, day, kind, { kind, title: `${kind}（演示）`, ...more })
  house.at(addDays(day, 2))
  await take(house, draw, 'draw', who.organiser, seedOf(kind, day))
  const files = await found(house, register, 'draw', draw.id)
  expect(files).toHaveLength(1)
  return files[0]!
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-01-05', pages: true })
  who = await cast(house)
  const duties = ['organiser', 'approver', 'sampler', 'officer', 'head', 'body', 'reader']
  elsewhere = await house.person('sup-elsewhere', duties.map((duty) => ({ duty: `supervision.${duty}`, reach: 'area' as const, area: '130104' })))
}, 120_000)
afterAll(() => house.close())

describe('a double-random inspection', () => {
  const start = '2026-04-06'
  const day = addDays(start, 3)
  const licence = { kind: 'business', permit: '虚构-1', validTo: '2030-01-01', found: 'valid' }
  const form = {
    points: [{ point: '进货查验记录', result: 'good' }], permits: [licence], finding: '部分证书过期', signedBy: '演示签字人', outcome: 'clean',
  }
  let file: File

  it('waits for those whom the draw named, and is told neither to the body nor to another county', async () => {
    file = await drawn('visits', start, 'inspection')
    expect(await row(house, file)).toMatchObject({ state: 'drawn', kind: 'visits', visited: null, inspectors: expect.stringContaining('sup-sampler') })
    expect((await house.get('/desk/inspections', who.sampler)).body).toContain(file.id)
    expect((await house.get(`/api/v1/registers/inspection/${file.id}`, who.party)).status).toBe(404)
    await seesNothing(file, 'visit')
  })

  it('is visited by two of those drawn, and by nobody else', async () => {
    house.at(day)
    refused(await attempt(house, file, 'visit', who.sampler, { ...certificates, secondSampler: 'ZF-001' }), 'supervision.two-samplers', 'secondSampler')
    const other = await house.person('sup-third', [{ duty: 'supervision.sampler', reach: 'all' }])
    refused(await attempt(house, file, 'visit', other, certificates), 'supervision.not-drawn')
    await take(house, file, 'visit', who.sampler, certificates)
    expect(await row(house, file)).toMatchObject({ state: 'visiting', on: expect.anything() })
    // From the visit on the body itself reads what concerns it, and another body does not.
    expect((await house.get(`/api/v1/registers/inspection/${file.id}`, who.party)).status).toBe(200)
    expect((await house.get(`/api/v1/registers/inspection/${file.id}`, who.stranger)).status).toBe(404)
  })

  it('checks permits and certificates by their last day: one that ran out is never “nothing found”', async () => {
    const expired = { kind: 'ccc', permit: '虚构-CCC', validTo: addDays(day, -1), found: 'valid' }
    refused(await attempt(house, file, 'record', who.sampler, { ...form, permits: [] }), 'supervision.permit-not-checked', 'permits')
    refused(await attempt(house, file, 'record', who.sampler, { ...form, permits: [licence, expired] }), 'supervision.fault-without-measure', 'outcome')
    const ordered = { ...form, permits: [licence, expired], outcome: 'ordered' }
    refused(await attempt(house, file, 'record', who.sampler, ordered), 'supervision.no-demand', 'demand')
    refused(await attempt(house, file, 'record', who.sampler, { ...ordered, demand: '更新证书' }), 'supervision.no-demand', 'correctBy')
    expect(await row(house, file)).toMatchObject({ state: 'visiting', outcome: null, demand: null })
    await take(house, file, 'record', who.sampler, { ...ordered, demand: '更新证书，暂停出厂', correctBy: addDays(day, 14) })
    expect(await row(house, file)).toMatchObject({ state: 'correcting' })
    // Thirty days after the day by which to mend: 23 April and then 23 May, a Saturday, so the Monday after it.
    expect(await clockOf(house, file, who.sampler, 'follow-up')).toMatchObject({ due: '2026-05-25', rule: 'samr-order-18' })
  })

  it('is looked at again, mended and published; the public reads no name of a person', async () => {
    house.at(addDays(day, 15))
    // The card says what the register said of each number on the day of the visit, and what was entered where that differs.
    const card = String((await house.get('/en/desk/inspections', who.sampler)).body)
    for (const part of ['Look again', 'What the register said on that day', 'Not in the register', '虚构-CCC', 'entered on site']) expect(card, part).toContain(part)
    refused(await attempt(house, file, 'recheck', who.sampler, { mended: '没有发现', outcome: 'clean' }), 'supervision.fault-without-measure', 'outcome')
    await take(house, file, 'recheck', who.sampler, { mended: '证书已更新', outcome: 'mended' })
    expect((await house.get(`/api/v1/publications/inspections/${file.id}`)).status).toBe(404)
    refused(await attempt(house, file, 'publish', elsewhere), 'kernel.not-found')
    await take(house, file, 'publish', who.organiser)
    const { status, body } = await house.get(`/api/v1/publications/inspections/${file.id}`)
    expect([status, body.values.outcome, body.values.demand]).toEqual([200, 'mended', '更新证书，暂停出厂'])
    expect(JSON.stringify(body)).not.toContain('演示签字人')
    expect((await house.get('/desk/inspections', who.sampler)).body).not.toContain(file.id)
  })
})

describe('a lift', () => {
  const user = invented(206)
  const told = { code: '3110X01012026201', kind: 'lift', name: '乘客电梯', user, userName: '虚构物业（演示）', place: '130102', site: '演示路 1 号' }
  const result = (on: string, passed: 'pass' | 'fail') => ({ inspectionBody: '虚构检验院（演示）', report: `TJ-${on}`, inspected: on, passed })
  let owner: Headers
  let body: Headers
  let machine: File
  const overdue = async () => {
    const { body: list } = await house.get('/api/v1/publications/equipment-overdue')
    return (list.items as { id: string }[]).some(({ id }) => id === machine.id)
  }

  beforeAll(async () => {
    house.at('2026-05-04')
    owner = await house.person('lift-owner', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: [user] })
    body = await house.person('lift-body', [{ duty: 'supervision.body', reach: 'all' }], { face: 'laboratory' })
  })

  it('is told of, inspected while it is built, handed over and registered, in this order only', async () => {
    machine = await open(house, 'equipment', owner, told)
    refused(await tryOpen(house, 'equipment', owner, told), 'kernel.known', 'code')
    await seesNothing(machine, 'scrap')
    refused(await attempt(house, machine, 'hand-over', owner, { usedFrom: '2026-05-04' }), 'kernel.not-now')
    refused(await attempt(house, machine, 'supervise', owner, result('2026-05-04', 'pass')), 'kernel.not-yours')
    const ahead = await attempt(house, machine, 'supervise', body, result('2026-06-01', 'pass'))
    expect(ahead.body.errors).toMatchObject([{ pointer: '#/answers/inspected', code: 'in-the-future' }])
    await take(house, machine, 'supervise', body, result('2026-05-04', 'fail'))
    expect(await row(house, machine)).toMatchObject({ state: 'installing', inspected: null })
    await take(house, machine, 'supervise', body, result('2026-05-04', 'pass'))
    await take(house, machine, 'hand-over', owner, { usedFrom: '2026-05-04' })
    await take(house, machine, 'register', who.officer, { registration: '梯冀演示0201', keeper: '虚构电梯服务（演示）' })
    // The cycle of a lift is a year (marked as to be verified); its upkeep every fifteen days, and 19 May is a Tuesday.
    expect(await clockOf(house, machine, owner, 'inspection')).toMatchObject({ due: '2027-05-04', rule: 'special-equipment-law/40' })
    expect(await clockOf(house, machine, owner, 'upkeep')).toMatchObject({ due: '2026-05-19', rule: 'special-equipment-regulation/31' })
  })

  it('that is not inspected in time is overdue by law, by itself and once; everybody can read it', async () => {
    house.at('2027-05-04')
    await sweep(house.engine, house.engine.now())
    expect(await row(house, machine)).toMatchObject({ state: 'inUse' })
    house.at('2027-05-06')
    for (let round = 0; round < 2; round++) await sweep(house.engine, house.engine.now())
    await settle(house)
    expect(await row(house, machine)).toMatchObject({ state: 'overdue' })
    const { body: history } = await house.get(`/api/v1/registers/equipment/${machine.id}/history`, who.officer)
    expect((history.items as { step: string }[]).filter(({ step }) => step === 'pass-term')).toHaveLength(1)
    expect(await overdue()).toBe(true)
    expect((await house.get('/en/desk/inspections', who.officer)).body).toContain('乘客电梯')
    expect((await house.get('/en/desk/inspections', elsewhere)).body).not.toContain('乘客电梯')
    await seesNothing(machine, 'halt')
  })

  it('that was halted meanwhile is not used again before it is inspected, and then it is', async () => {
    await take(house, machine, 'halt', who.sampler, { danger: '限速器失效' })
    refused(await attempt(house, machine, 'resume', who.officer, { reason: '已修复' }), 'supervision.not-fit-for-use')
    house.at('2027-05-10')
    await take(house, machine, 'ask-inspection', owner)
    await take(house, machine, 'inspect', body, result('2027-05-10', 'fail'))
    expect([(await row(house, machine))['state'], await overdue()]).toEqual(['failed', true])
    house.at('2027-05-12')
    await take(house, machine, 'inspect', body, result('2027-05-12', 'pass'))
    expect(await row(house, machine)).toMatchObject({ state: 'inUse', danger: null, inspections: 3 })
    expect(await clockOf(house, machine, owner, 'inspection')).toMatchObject({ due: '2028-05-12', state: 'open' })
    expect(await overdue()).toBe(false)
  })

  it('runs out in its second cycle as in its first', async () => {
    house.at('2028-05-15')
    await sweep(house.engine, house.engine.now())
    await settle(house)
    expect(await row(house, machine)).toMatchObject({ state: 'overdue' })
    await take(house, machine, 'scrap', owner, { reason: '报废', disabled: true })
    expect(await overdue()).toBe(false)
  })
})

describe('a sample bought on the internet', () => {
  const start = '2028-06-05'
  const day = addDays(start, 3)
  const maker = invented(207)
  const bought = () => ({
    ...sheet(maker, day), ...certificates, stage: 'online', spot: '收货地址', model: 'WS-1', signedBy: null, platform: '虚构商城',
    shopUrl: 'https://shop.example/1', orderNumber: 'D1', captureHash: 'ab'.repeat(32), voucher: 'FP-1',
  })
  let file: File

  beforeAll(async () => {
    house.at('2028-06-01')
    lab = await laboratory(house, who, invented(201), '2028-06-01')
  })

  it('is drawn like any other, and nobody tells the shop', async () => {
    file = await drawn('online', start, 'sample')
    expect(await row(house, file)).toMatchObject({ state: 'drawn', kind: 'online' })
    const page = (await house.get('/en/desk/inspections', who.sampler)).body as string
    expect(page).toContain('not saying who you are')
    expect(page).not.toContain(`sheet?sample=${file.id}`)
    await seesNothing(file, 'buy')
  })

  it('is not taken without the page fixed by its digest, nor by whom the draw did not name', async () => {
    house.at(day)
    refused(await attempt(house, file, 'buy', who.sampler, { ...bought(), captureHash: '截图' }), 'supervision.capture-hash', 'captureHash')
    refused(await attempt(house, file, 'buy', who.sampler, { ...bought(), sealNumber: null }), 'supervision.no-seal', 'sealNumber')
    const fourth = await house.person('sup-fourth', [{ duty: 'supervision.sampler', reach: 'all' }])
    refused(await attempt(house, file, 'buy', fourth, bought()), 'supervision.not-drawn')
    const { voucher: _, ...without } = bought()
    expect((await attempt(house, file, 'buy', who.sampler, without)).body.errors).toMatchObject([{ pointer: '#/answers/voucher' }])
    expect(await row(house, file)).toMatchObject({ state: 'drawn', platform: null })
    await take(house, file, 'buy', who.sampler, bought())
    expect(await row(house, file)).toMatchObject({ state: 'sealed', stage: 'online', checked: null })
  })

  it('is known to the shop when the result is told, and only then can it object', async () => {
    expect((await house.get(`/api/v1/registers/sample/${file.id}`, who.party)).status).toBe(404)
    await take(house, file, 'send', who.sampler, { laboratory: lab.code })
    const [order] = await found(house, 'test-order', 'origin_record', file.id)
    await test(house, who, order!, lab, 'F-0001', '2.4', day)
    expect((await attempt(house, file, 'object', who.party, { objectionKind: 'result', objection: '申请复检' })).status).toBeGreaterThanOrEqual(403)
    await take(house, file, 'tell', who.organiser)
    await serve(house, file, who.organiser, who.organiser, day)
    const { body } = await house.get(`/api/v1/registers/sample/${file.id}`, who.party)
    expect(body.record).toMatchObject({ state: 'told', platform: '虚构商城' })
    // Under which order it was bought is the authority's affair.
    expect(body.record.orderNumber ?? null).toBeNull()
    expect((await house.get(`/api/v1/registers/sample/${file.id}`, who.stranger)).status).toBe(404)
    await take(house, file, 'object', who.party, { objectionKind: 'authenticity', objection: '不是本店所售' })
    await take(house, file, 'uphold', who.organiser, { decision: '经核实订单不属于该店铺（演示）' })
    expect(await row(house, file)).toMatchObject({ state: 'reversed' })
    expect((await house.get(`/api/v1/publications/samples/${file.id}`)).status).toBe(404)
  })
})

describe('a statutory inspection of goods at the border', () => {
  const start = '2028-07-03'
  const day = addDays(start, 3)
  let file: File

  it('is planned as a kind of its own, sampled at the border with its declaration, and tested', async () => {
    file = await drawn('trade', start, 'sample', { line: 'trade' })
    expect(await row(house, file)).toMatchObject({ kind: 'trade', line: 'trade' })
    await seesNothing(file, 'visit')
    house.at(day)
    await take(house, file, 'visit', who.sampler, certificates)
    const { unit } = (await row(house, file)) as { unit: string }
    const border = { ...sheet(unit, day), model: 'JK-1', stage: 'border', spot: '口岸查验场', declarationNo: '020720280000000001', hsCode: '9403500000' }
    const long = await attempt(house, file, 'seal', who.sampler, { ...border, hsCode: '94035000001234' })
    expect(long.body.errors).toMatchObject([{ pointer: '#/answers/hsCode' }])
    refused(await attempt(house, file, 'seal', who.sampler, { ...border, standardNo: '' }), 'supervision.no-standard', 'standardNo')
    await take(house, file, 'seal', who.sampler, border)
    expect(await row(house, file)).toMatchObject({ state: 'sealed', hs_code: '9403500000', declaration_no: '020720280000000001' })
    await take(house, file, 'send', who.sampler, { laboratory: lab.code })
    const [order] = await found(house, 'test-order', 'origin_record', file.id)
    await test(house, who, order!, lab, 'F-0001', '2.4', day)
    expect(await row(house, file)).toMatchObject({ state: 'reported', verdict: 'fails' })
  })

  it('is objected to in the term of its own law, and after it no more', async () => {
    await take(house, file, 'tell', who.organiser)
    await serve(house, file, who.organiser, who.organiser, day)
    // Fifteen days after Thursday 6 July.
    expect(await clockOf(house, file, who.party, 'objection')).toMatchObject({ rule: 'commodity-inspection-law/28', due: '2028-07-21' })
    house.at('2028-07-22')
    const late = await attempt(house, file, 'object', who.party, { objectionKind: 'result', objection: '申请复验' })
    refused(late, 'supervision.objection-late', 'objection')
    expect(late.body.basis).toBe('commodity-inspection-law/28')
    await take(house, file, 'confirm', who.organiser)
    await take(house, file, 'publish', who.organiser)
    expect((await house.get(`/api/v1/publications/samples/${file.id}`)).body.values).toMatchObject({ kind: 'trade', stage: 'border', final: 'fails' })
  })
})

describe('the demonstration', () => {
  it('has a day for its inspector: one thing overdue, one to be looked at again, some this week, a lift that ran out; told twice it is there once', async () => {
    house.at('2028-09-04')
    const quiet = { begin: () => () => undefined } as never
    for (let round = 0; round < 2; round++) await addField(house, quiet)
    await settle(house)
    const inspector = await house.person('inspector.01', [{ duty: 'supervision.sampler', reach: 'all' }])
    const text = (await house.get('/en/desk/inspections', inspector)).body as string
    for (const group of ['overdue', 'today', 'week', 'later']) expect(text, group).toContain(`id="day-${group}"`)
    // Three that were drawn, and the one that is visited again because a body rightly turned its samplers away.
    expect(text.match(/sheet\?sample=/g)).toHaveLength(4)
    expect(text).toContain('补齐进货查验记录')
    expect(text.match(/乘客电梯（演示）/g)).toHaveLength(2)
  })

  it('has an accident that is being dealt with, one that is closed and public, and a project at a hold point; told twice they are there once', async () => {
    house.at('2028-09-04')
    const quiet = { begin: () => () => undefined } as never
    for (let round = 0; round < 2; round++) await addEquipment(house, quiet)
    await settle(house)
    const reader = await house.person('equipment.reader', [{ duty: 'supervision.reader', reach: 'all' }])
    const states = async (register: string) => (await house.get(`/api/v1/registers/${register}?order=opened`, reader)).body.items.map((item: { state: string }) => item.state)
    expect(await states('equipment-accident')).toEqual(['closed', 'handling'])
    expect(await states('works-supervision')).toEqual(['making'])
  })
})
