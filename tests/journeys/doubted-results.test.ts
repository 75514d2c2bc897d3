// Reported results that are later found in doubt, through HTTP: each is due at the laboratory until it is confirmed by a second person or its report falls.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const [lab, other] = [invented(221), invented(222)]
const from = '2024-01-08'
type Role = 'manager' | 'keeper' | 'analyst' | 'checker' | 'reviewer' | 'signatory'
const rights: Readonly<Record<Exclude<Role, 'manager'>, readonly string[]>> = {
  keeper: ['receive'], analyst: ['analyse', 'review'], checker: ['check'], reviewer: ['review'], signatory: ['sign'],
}
const duties: Readonly<Record<Role, readonly string[]>> = {
  manager: ['laboratory'], keeper: ['keeper'], analyst: ['analyst', 'reviewer'], checker: ['checker'], reviewer: ['reviewer'], signatory: ['signatory'],
}
const line = { protein: { parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }, fat: { parameter: '脂肪', method: 'GB 5009.6-2016', unit: 'g/100g' } }

let house: House
let who: Readonly<Record<Role, Headers>>
let accreditor: Headers
let stranger: Headers

beforeAll(async () => {
  house = await openHouse({ now: from, pages: true })
  accreditor = await house.person('dr-accreditor', [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  const people = Object.entries(duties).map(async ([role, held]) => {
    const holdings = held.map((duty) => ({ duty: `testing.${duty}`, reach: 'party' as const }))
    return [role, await house.person(`dr-${role}`, holdings, { face: 'laboratory', speaksFor: [lab] })] as const
  })
  who = Object.fromEntries(await Promise.all(people)) as typeof who
  stranger = await house.person('dr-stranger', [{ duty: 'testing.laboratory', reach: 'party' }, { duty: 'testing.reviewer', reach: 'party' }], { face: 'laboratory', speaksFor: [other] })
  await open(house, 'laboratory', accreditor, {
    code: lab, name: '虚构乳品检测站（演示）', place: '130102', cma: '240300120001', fields: ['food'], certifiedFrom: from, certifiedTo: '2030-01-07', invented: true,
  })
  for (const each of Object.values(line)) await open(house, 'lab-scope', accreditor, { laboratory: lab, productClass: 'dairy', ...each, from, to: '2030-01-07' })
  for (const [role, given] of Object.entries(rights))
    await open(house, 'lab-person', accreditor, { laboratory: lab, badge: `R-${role}`, account: `dr-${role}`, name: '演示人员', rights: given, from })
  for (const serial of ['KJ-1', 'KJ-2'])
    await open(house, 'lab-instrument', who.manager, { laboratory: lab, serial, name: '凯氏定氮仪', certificate: 'JZ-1', calibratedOn: from, calibratedTo: '2027-01-04' })
}, 180_000)
afterAll(() => house.close())

/** An order of both parameters analysed on the day as far as its review. */
async function reviewed(day: string, instrument: string): Promise<File> {
  house.at(day)
  const items = Object.values(line).map((each) => ({ ...each, comparison: 'atLeast', limit: '2.9' }))
  const order = await open(house, 'test-order', who.keeper, { laboratory: lab, client: '虚构乳品厂（演示）', sampleName: `生乳 ${day}`, productClass: 'dairy', rule: 'simple', items })
  await take(house, order, 'accept', who.keeper)
  await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
  await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
  const results = [{ ...line.protein, value: '3.11', instrument }, { ...line.fat, value: '3.8', instrument: 'KJ-2' }].map(({ method: _, ...each }) => each)
  await take(house, order, 'record', who.analyst, { analysed: day, results })
  await take(house, order, 'check', who.checker)
  await take(house, order, 'review', who.reviewer)
  return order
}
async function signed(day: string, instrument: string): Promise<File> {
  const order = await reviewed(day, instrument)
  await take(house, order, 'sign', who.signatory)
  return order
}
const reportsOf = async (order: File): Promise<readonly File[]> => found(house, 'test-report', 'order_number', (await row(house, order))['number'])
/** What is in doubt of an order, by parameter. */
async function doubts(order: File): Promise<Readonly<Record<string, { file: File; state: string; source: string }>>> {
  const files = await found(house, 'doubted-result', 'order_number', (await row(house, order))['number'])
  const rows = await Promise.all(files.map(async (file) => ({ file, ...(await row(house, file)) }) as any))
  return Object.fromEntries(rows.map(({ file, parameter, state, source }) => [parameter, { file, state, source }]))
}
const dueOf = async (reader: Headers): Promise<string> => JSON.stringify((await house.get('/api/v1/due', reader)).body)

let before: File
let during: File
let elsewhere: File
describe('a chart that is found out of control after reports were signed', () => {
  let chart: File
  // testing.chart-doubts-results
  it('puts in doubt each signed result of its parameter, method and instrument of those days, and no other', async () => {
    house.at('2026-03-02')
    chart = await open(house, 'control-chart', who.checker, { laboratory: lab, code: 'ZK-1', ...line.protein, instrument: 'KJ-1', material: '控制样 2026-01' })
    const costs = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304]
    await take(house, chart, 'measure', who.analyst, { results: costs.map((value) => ({ on: '2026-03-02', value: String(value) })) })
    await take(house, chart, 'fix', who.checker)
    before = await signed('2026-03-03', 'KJ-1')
    during = await signed('2026-03-10', 'KJ-1')
    elsewhere = await signed('2026-03-11', 'KJ-2')
    await take(house, chart, 'measure', who.analyst, { results: [{ on: '2026-03-11', value: '340' }] })
    expect((await row(house, chart))['state']).toBe('out')
    expect(await doubts(during)).toEqual({})
    await take(house, chart, 'correct', who.analyst, { cause: '标准溶液失效', correction: '重新标定', extent: 'doubted', doubtFrom: '2026-03-09', doubtTo: '2026-03-11' })
    expect(await doubts(during)).toMatchObject({ 蛋白质: { state: 'weighing', source: 'chart' } })
    expect(Object.keys(await doubts(during))).toEqual(['蛋白质'])
    expect([await doubts(before), await doubts(elsewhere)]).toEqual([{}, {}])
  })

  it('is due at the laboratory and stands on its page of integrity; another laboratory sees nothing of it', async () => {
    const number = (await row(house, (await doubts(during))['蛋白质']!.file))['number'] as string
    for (const reader of [who.reviewer, who.manager, who.signatory]) expect(await dueOf(reader)).toContain(number)
    expect(await dueOf(stranger)).not.toContain(number)
    const checks = async (reader: Headers): Promise<string> => JSON.stringify((await house.get('/api/v1/checks', reader)).body)
    expect(await checks(who.reviewer)).toContain(number)
    expect(await checks(stranger)).not.toContain(number)
    expect((await house.get(`/api/v1/registers/doubted-result/${(await doubts(during))['蛋白质']!.file.id}`, stranger)).status).toBe(404)
    const page = String((await house.get(`/en/bench/charts/${chart.id}`, who.analyst)).body)
    for (const shown of ['/desk/doubted-result', '生乳 2026-03-10']) expect(page).toContain(shown)
    expect(page.includes('生乳 2026-03-11')).toBe(false)
  })

  it('the same days stated again put nothing in doubt twice', async () => {
    await take(house, chart, 'reject', who.reviewer, { reason: '原因不足' })
    await take(house, chart, 'correct', who.analyst, { cause: '标准溶液配错', correction: '重新配制', extent: 'doubted', doubtFrom: '2026-03-09', doubtTo: '2026-03-11' })
    expect(await found(house, 'doubted-result', 'laboratory', lab)).toHaveLength(1)
  })

  it('ends when it was weighed by one person and confirmed by another who did not analyse; nobody says by hand that the report fell', async () => {
    const { file } = (await doubts(during))['蛋白质']!
    await take(house, file, 'hold', who.signatory, { ground: '留样复测一致' })
    expect((await attempt(house, file, 'fall', who.signatory, { reason: '已撤回' })).body).toMatchObject({ code: 'testing.report-still-stands' })
    expect((await attempt(house, file, 'confirm', who.analyst)).body).toMatchObject({ code: 'testing.own-work' })
    await take(house, file, 'confirm', who.reviewer)
    expect((await doubts(during))['蛋白质']!.state).toBe('stands')
    expect(await dueOf(who.reviewer)).not.toContain((await row(house, file))['number'])
  })
})

describe('an instrument that is found off', () => {
  const off = { doubtFrom: '2026-03-05', doubtTo: '2026-03-13', cause: '期间核查超差' }
  let waiting: File
  // testing.instrument-doubts-results
  it('puts in doubt what was signed with it, and stops what is not signed yet until it is calibrated anew', async () => {
    waiting = await reviewed('2026-03-12', 'KJ-2')
    house.at('2026-03-16')
    const instrument = (await found(house, 'lab-instrument', 'serial', 'KJ-2'))[0]!
    await take(house, instrument, 'doubt', who.manager, off)
    expect(Object.entries(await doubts(elsewhere)).map(([name, { state }]) => [name, state]).toSorted()).toEqual([['脂肪', 'weighing'], ['蛋白质', 'weighing']].toSorted())
    expect(Object.keys(await doubts(during)).toSorted()).toEqual(['脂肪', '蛋白质'].toSorted())
    expect(await doubts(before)).toEqual({})
    expect((await attempt(house, waiting, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.instrument-in-doubt' })
    const later = await reviewed('2026-03-17', 'KJ-1')
    expect((await attempt(house, later, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.instrument-in-doubt' })
    await take(house, instrument, 'calibrate', who.manager, { certificate: 'JZ-2', calibratedOn: '2026-03-17', calibratedTo: '2027-03-16' })
    expect((await attempt(house, later, 'sign', who.signatory)).body).not.toMatchObject({ code: 'testing.instrument-in-doubt' })
  })

  // testing.replace-settles-doubt
  it('a correction settles the doubt about the value that it corrects, and leaves the other in doubt', async () => {
    house.at('2026-03-18')
    const [report] = await reportsOf(elsewhere)
    await take(house, report!, 'replace', who.signatory, { why: '失准期间的结果重新检测', corrected: [{ parameter: '脂肪', value: '3.7' }] })
    expect(await doubts(elsewhere)).toMatchObject({ 脂肪: { state: 'fallen' }, 蛋白质: { state: 'weighing' } })
  })

  // testing.withdraw-settles-doubt
  it('a withdrawal settles all of it', async () => {
    const next = (await Promise.all((await reportsOf(elsewhere)).map(async (file) => ({ file, state: (await row(house, file))['state'] })))).find(({ state }) => state === 'issued')!
    await take(house, next.file, 'withdraw', who.signatory, { why: '无留样，不能复测' })
    expect(await doubts(elsewhere)).toMatchObject({ 脂肪: { state: 'fallen' }, 蛋白质: { state: 'fallen' } })
  })

  it('a result that was not reported is not doubted by hand', async () => {
    const number = (await row(house, waiting))['number'] as string
    const asked = { laboratory: lab, orderNumber: number, parameter: '脂肪', on: '2026-03-12', source: 'other', because: '计算模板', cause: '公式引用错位' }
    expect((await tryOpen(house, 'doubted-result', who.manager, asked)).body).toMatchObject({ code: 'testing.not-reported' })
    const real = (await row(house, before))['number'] as string
    await open(house, 'doubted-result', who.manager, { ...asked, orderNumber: real })
    await settle(house)
    expect(await doubts(before)).toMatchObject({ 脂肪: { state: 'weighing', source: 'other' } })
  })
})

describe('results that are easily overlooked', () => {
  const third = { laboratory: lab, serial: 'KJ-3', name: '凯氏定氮仪', certificate: 'JZ-3', calibratedOn: from, calibratedTo: '2027-01-04' }
  const off = (day: string) => ({ doubtFrom: day, doubtTo: day, cause: '加热不匀' })

  it('are found although the report of a signed order is still on its way', async () => {
    house.at('2026-04-07')
    const instrument = await open(house, 'lab-instrument', who.manager, third)
    const order = await reviewed('2026-04-08', 'KJ-3')
    expect((await attempt(house, order, 'sign', who.signatory)).status).toBe(200)
    expect(await reportsOf(order)).toEqual([])
    expect((await attempt(house, instrument, 'doubt', who.manager, off('2026-04-08'))).status).toBe(200)
    await settle(house)
    expect(await doubts(order)).toMatchObject({ 蛋白质: { state: 'weighing', source: 'instrument' } })
    expect(await reportsOf(order)).toHaveLength(1)
  })

  it('are found while a corrected report waits for its next edition, and not once the report was withdrawn', async () => {
    const instrument = (await found(house, 'lab-instrument', 'serial', 'KJ-3'))[0]!
    await take(house, instrument, 'calibrate', who.manager, { certificate: 'JZ-4', calibratedOn: '2026-04-08', calibratedTo: '2027-04-07' })
    const [replaced, fallen] = [await signed('2026-04-10', 'KJ-3'), await signed('2026-04-10', 'KJ-3')]
    const [report] = await reportsOf(replaced)
    expect((await attempt(house, report!, 'replace', who.signatory, { why: '稀释倍数误记', corrected: [{ parameter: '脂肪', value: '3.7' }] })).status).toBe(200)
    await attempt(house, (await reportsOf(fallen))[0]!, 'withdraw', who.signatory, { why: '样品混淆' })
    expect((await attempt(house, instrument, 'doubt', who.manager, off('2026-04-10'))).status).toBe(200)
    await settle(house)
    expect(await doubts(replaced)).toMatchObject({ 蛋白质: { state: 'weighing' } })
    expect(await doubts(fallen)).toEqual({})
  })

  it('are found among the orders of before each determination was kept beside the others', async () => {
    const instrument = (await found(house, 'lab-instrument', 'serial', 'KJ-3'))[0]!
    await take(house, instrument, 'calibrate', who.manager, { certificate: 'JZ-5', calibratedOn: '2026-04-10', calibratedTo: '2027-04-09' })
    const [old, other] = [await signed('2026-04-13', 'KJ-3'), await signed('2026-04-14', 'KJ-3')]
    for (const { id } of [old, other]) await house.engine.database.query('update record.test_order set runs = null where id = $1', [id])
    await take(house, instrument, 'doubt', who.manager, off('2026-04-13'))
    expect(await doubts(old)).toMatchObject({ 蛋白质: { state: 'weighing' } })
    expect(Object.keys(await doubts(old))).toEqual(['蛋白质'])
    expect(await doubts(other)).toEqual({})
  })
})
