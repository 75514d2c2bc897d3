// On which days a mark counts through HTTP: it runs on while a renewal that was asked for in time is undecided (行政許可法 50), and not on days of a suspension.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberSuspensions } from '../../cli/catch-up/remember-suspensions.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const [inTime, late, declined, suspended] = [261, 262, 263, 264].map(invented) as [string, string, string, string]
const labs = [inTime, late, declined, suspended]
const from = '2020-07-01'
const to = '2026-06-30'
const name = '虚构乳品检测站（演示）'
const line = { parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const duties = { manager: ['laboratory'], keeper: ['keeper'], analyst: ['analyst'], checker: ['checker', 'reviewer'], signatory: ['signatory'] } as const
type Role = keyof typeof duties | 'clerk' | 'head'

let house: House
let who: Readonly<Record<Role, Headers>>

beforeAll(async () => {
  house = await openHouse({ now: from, pages: true })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  const own = Object.entries(duties).map(async ([role, held]) => {
    const holdings = held.map((duty) => ({ duty: `testing.${duty}`, reach: 'party' as const }))
    return [role, await house.person(`mc-${role}`, holdings, { face: 'laboratory', speaksFor: labs })] as const
  })
  who = { ...Object.fromEntries(await Promise.all(own)), clerk: await office('mc-clerk'), head: await office('mc-head') } as typeof who
  const rights = [['keeper', ['receive']], ['analyst', ['analyse']], ['checker', ['check', 'review']], ['signatory', ['sign']]] as const
  for (const [at, laboratory] of labs.entries()) {
    await open(house, 'laboratory', who.clerk, {
      code: laboratory, name, place: '130102', cma: `20030012010${at}`, fields: ['food'], certifiedFrom: from, certifiedTo: to, invented: true,
    })
    await open(house, 'lab-scope', who.clerk, { laboratory, productClass: 'dairy', ...line, from, to })
    for (const [role, given] of rights)
      await open(house, 'lab-person', who.clerk, { laboratory, badge: `R-${role}`, account: `mc-${role}`, name: '演示人员', rights: given, from })
    await open(house, 'lab-instrument', who.clerk, { laboratory, serial: 'KJ-1', name: '凯氏定氮仪', certificate: 'JZ-1', calibratedOn: from, calibratedTo: '2030-01-04' })
  }
}, 180_000)
afterAll(() => house.close())

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const ordered = (laboratory: string): Promise<File> =>
  open(house, 'test-order', who.keeper, {
    laboratory, client: '虚构乳品厂（演示）', sampleName: '生乳', productClass: 'dairy', rule: 'simple', items: [{ ...line, comparison: 'atLeast', limit: '2.9' }],
  })
async function received(laboratory: string): Promise<File> {
  const order = await ordered(laboratory)
  await take(house, order, 'accept', who.keeper)
  await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
  await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
  return order
}
async function ready(order: File, analysed: string): Promise<void> {
  await take(house, order, 'record', who.analyst, { analysed, results: [{ parameter: line.parameter, value: '3.11', unit: line.unit, instrument: 'KJ-1' }] })
  await take(house, order, 'check', who.checker)
  await take(house, order, 'review', who.checker)
}
async function reported(laboratory: string, day: string): Promise<Record<string, any>> {
  house.at(day)
  const order = await received(laboratory)
  await ready(order, day)
  await take(house, order, 'sign', who.signatory)
  return row(house, (await found(house, 'test-report', 'order_number', (await row(house, order))['number']))[0]!)
}
const renewal = (code: string, day: string): Promise<File> =>
  open(house, 'mark-application', who.manager, { received: day, kind: 'renewal', laboratory: code, name, place: '130102', invented: true })
async function reviewed(file: File): Promise<void> {
  await take(house, file, 'accept', who.clerk)
  await take(house, file, 'review', who.clerk, { team: '演示评审组', opinion: '具备能力' })
}
const page = async (path: string): Promise<string> => String((await house.get(path, {})).body)
const canTest = async (code: string, day: string): Promise<boolean> => (await page(`/en/laboratories?class=dairy&parameter=${encodeURIComponent('蛋白质')}&day=${day}`)).includes(code)
describe('the days of a suspension', () => {
  it('are remembered after it was lifted: nothing found on them is signed, before and after it is', async () => {
    house.at('2026-05-04')
    const [inside, after] = [await received(suspended), await received(suspended)]
    house.at('2026-05-05')
    await take(house, await marked(suspended), 'suspend', who.clerk, { reason: '整改期间' })
    house.at('2026-05-11')
    await take(house, await marked(suspended), 'restore', who.clerk)
    expect(await row(house, await marked(suspended))).toMatchObject({ state: 'valid', suspensions: [{ from: '2026-05-05', to: '2026-05-10' }] })
    await ready(inside, '2026-05-10')
    await ready(after, '2026-05-11')
    expect((await attempt(house, inside, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.mark-not-valid', detail: expect.stringContaining('2026-05-10') })
    await take(house, after, 'sign', who.signatory)
    expect([await canTest(suspended, '2026-05-04'), await canTest(suspended, '2026-05-05'), await canTest(suspended, '2026-05-11')]).toEqual([true, false, true])
    expect(await page(`/en/laboratories/${suspended}`)).toContain('2026-05-05 – 2026-05-10')
  })

  it('stop the correction of a report that was signed over them before they were remembered; it can still be withdrawn', async () => {
    const inside = (await found(house, 'test-order', 'laboratory', suspended))[0]!
    const remembered = (value: string | null) =>
      house.engine.database.query('update record.laboratory set suspensions = $2::jsonb where code = $1', [suspended, value])
    await remembered(null)
    await take(house, inside, 'sign', who.signatory)
    await remembered(JSON.stringify([{ from: '2026-05-05', to: '2026-05-10' }]))
    const report = (await found(house, 'test-report', 'order_number', (await row(house, inside))['number']))[0]!
    const corrected = [{ parameter: line.parameter, value: '3.2' }]
    expect((await attempt(house, report, 'replace', who.signatory, { why: '稀释倍数误记', corrected })).body).toMatchObject({
      code: 'testing.mark-not-valid', detail: expect.stringContaining('2026-05-10'),
    })
    await take(house, report, 'withdraw', who.signatory, { why: '检测当日资质暂停' })
  })

  it('of before they were kept are read from the acts that began and ended them, once', async () => {
    const { id } = await marked(suspended)
    await house.engine.database.query('update record.laboratory set suspensions = null where id = $1', [id])
    expect(await rememberSuspensions(house.engine)).toEqual([id])
    expect(await rememberSuspensions(house.engine)).toEqual([])
    expect(await row(house, await marked(suspended))).toMatchObject({ state: 'valid', suspensions: [{ from: '2026-05-05', to: '2026-05-10' }] })
    const again = await attempt(house, await marked(suspended), 'remember', who.clerk, { suspensions: [{ from: '2026-01-05', to: '2026-01-06' }] })
    expect(again.body).toMatchObject({ code: 'testing.remembered-already' })
  })

  it('lifted on the day on which it was pronounced leaves no day without a mark', async () => {
    house.at('2026-05-18')
    await take(house, await marked(suspended), 'suspend', who.clerk, { reason: '误办' })
    await take(house, await marked(suspended), 'restore', who.clerk)
    expect(await row(house, await marked(suspended))).toMatchObject({ suspensions: [{ from: '2026-05-05', to: '2026-05-10' }] })
  })
})

let files: Readonly<Record<string, File>>

describe('a mark whose term is over while its renewal is undecided', () => {
  it('counts as renewed where the renewal was asked for by the day that the rule names; the report shows the ground', async () => {
    house.at('2026-03-02')
    const early = { [inTime]: await renewal(inTime, '2026-03-02'), [declined]: await renewal(declined, '2026-03-02') }
    await settle(house)
    house.at('2026-05-06')
    files = { ...early, [late]: await renewal(late, '2026-05-06') }
    await settle(house)
    const report = await reported(inTime, '2026-07-06')
    const number = (await row(house, files[inTime]!))['number'] as string
    expect(report).toMatchObject({ state: 'issued', mark_to: to, renewal_number: number, renewal_on: '2026-03-02' })
    const { body } = await house.get(`/api/v1/registers/test-report/${report['id']}/documents`, who.signatory)
    const { rows } = await house.engine.database.query<{ paper: string }>('select paper::text as paper from kernel.document where record = $1', [report['id']])
    expect(body.items).toHaveLength(1)
    expect(rows[0]!.paper).toContain(`资质有效期至 ${to}；延续申请 ${number} 于 2026-03-02 提出，届满前没有作出决定，依照《中华人民共和国行政许可法》第五十条视为准予延续。`)
    for (const shown of [number, '2026-03-02', 'counts as granted']) expect(await page(`/en/reports/${report['id']}`)).toContain(shown)
  })

  it('is shown so in public, and found by those who look for a laboratory', async () => {
    const shown = await page(`/en/laboratories/${inTime}`)
    for (const part of ['may give results under its mark today', 'counts as granted', (await row(house, files[inTime]!))['number']]) expect(shown).toContain(part)
    expect([await canTest(inTime, '2026-07-06'), await canTest(late, '2026-07-06')]).toEqual([true, false])
  })

  it('has ended where the renewal was asked for after that day', async () => {
    const order = await ordered(late)
    expect((await attempt(house, order, 'accept', who.keeper)).body).toMatchObject({ code: 'testing.mark-not-valid' })
    expect(await page(`/en/laboratories/${late}`)).toContain('may not give results under its mark today')
  })

  it('is renewed by the late grant; what is reported then needs no such ground', async () => {
    house.at('2026-07-10')
    await reviewed(files[inTime]!)
    await take(house, files[inTime]!, 'grant', who.head, { cma: '260300120100', from: '2026-07-01', to: '2032-06-30' })
    expect(await reported(inTime, '2026-07-13')).toMatchObject({ mark_to: null, renewal_number: null, cma: '260300120100' })
  })

  it('is declined no more, since it counts as granted: withdrawn, the mark ends on that day, and the days before still count', async () => {
    await reported(declined, '2026-07-14')
    house.at('2026-07-20')
    const waiting = await ordered(declined)
    await reviewed(files[declined]!)
    const decline = () => attempt(house, files[declined]!, 'decline', who.head, { reason: '能力验证不满意' })
    expect((await decline()).body).toMatchObject({ code: 'testing.counts-as-granted', basis: 'administrative-licensing-law/50', detail: expect.stringContaining(to) })
    expect(await row(house, await marked(declined))).toMatchObject({ state: 'valid', renewal_number: (await row(house, files[declined]!))['number'] })
    await take(house, await marked(declined), 'withdraw', who.clerk, { withdrawnFor: 'conditions', reason: '能力验证不满意' })
    expect((await decline()).status).toBe(200)
    expect((await attempt(house, waiting, 'accept', who.keeper)).body).toMatchObject({ code: 'testing.mark-not-valid' })
    expect(await row(house, await marked(declined))).toMatchObject({ renewal_number: null, continued_to: '2026-07-19' })
    expect(await canTest(declined, '2026-07-20')).toBe(false)
    house.at('2026-08-03')
    await take(house, await marked(declined), 'grant-anew', who.clerk, { number: '260300120102', startsOn: '2026-08-03', certifiedTo: '2032-08-02' })
    expect(await row(house, await marked(declined))).toMatchObject({ earlier_terms: [{ from, to: '2026-07-19' }], continued_to: null })
  })

  it('is not accepted where what was missing was never supplied: that is no omission of the authority', async () => {
    house.at('2026-03-02')
    const file = await renewal(suspended, '2026-03-02')
    await settle(house)
    await take(house, file, 'ask-more', who.clerk, { missing: '场所证明' })
    house.at('2026-08-04')
    expect(await row(house, await marked(suspended))).toMatchObject({ renewal_number: (await row(house, file))['number'] })
    await take(house, file, 'not-accept', who.clerk, { reason: '逾期未补正' })
    expect(await row(house, await marked(suspended))).toMatchObject({ renewal_number: null, continued_to: '2026-08-03' })
  })
})
