// A mark that is granted anew through HTTP: it covers what was granted anew and nothing of before, whichever way the one before had ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const [withdrawn, cancelled, lapsed] = [251, 252, 253].map(invented) as [string, string, string]
const labs = [withdrawn, cancelled, lapsed]
const from = '2024-01-08'
const to = '2026-06-30'
const name = '虚构乳品检测站（演示）'
const methods = { 蛋白质: 'GB 5009.5-2016', 脂肪: 'GB 5009.6-2016' } as const
type Parameter = keyof typeof methods
type Role = 'clerk' | 'head' | 'manager' | 'keeper' | 'analyst' | 'checker' | 'signatory'

let house: House
let who: Readonly<Record<Role, Headers>>
const holdings: Readonly<Record<Exclude<Role, 'clerk' | 'head'>, readonly string[]>> = {
  manager: ['laboratory'], keeper: ['keeper'], analyst: ['analyst'], checker: ['checker', 'reviewer'], signatory: ['signatory'],
}

beforeAll(async () => {
  house = await openHouse({ now: from, pages: true })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  const own = Object.entries(holdings).map(async ([role, duties]) => {
    const held = duties.map((duty) => ({ duty: `testing.${duty}`, reach: 'party' as const }))
    return [role, await house.person(`an-${role}`, held, { face: 'laboratory', speaksFor: labs })] as const
  })
  who = { ...Object.fromEntries(await Promise.all(own)), clerk: await office('an-clerk'), head: await office('an-head') } as typeof who
  const rights = [['keeper', 'receive'], ['analyst', 'analyse'], ['checker', 'check'], ['signatory', 'sign']] as const
  for (const [at, laboratory] of labs.entries()) {
    await open(house, 'laboratory', who.clerk, {
      code: laboratory, name, place: '130102', cma: `24030012010${at}`, fields: ['food'], certifiedFrom: from, certifiedTo: to, invented: true,
    })
    // One line ends with the mark, the other was entered without an end.
    for (const [parameter, method] of Object.entries(methods))
      await open(house, 'lab-scope', who.clerk, { laboratory, productClass: 'dairy', parameter, method, unit: 'g/100g', from, ...(parameter === '蛋白质' && { to }) })
    for (const [role, right] of rights)
      await open(house, 'lab-person', who.clerk, {
        laboratory, badge: `R-${role}`, account: `an-${role}`, name: '演示人员', rights: role === 'checker' ? ['check', 'review'] : [right], from,
      })
    await open(house, 'lab-instrument', who.clerk, { laboratory, serial: 'KJ-1', name: '凯氏定氮仪', certificate: 'JZ-1', calibratedOn: from, calibratedTo: '2030-01-04' })
  }
}, 180_000)
afterAll(() => house.close())

/** An order as far as its signature. */
async function ready(laboratory: string, parameter: Parameter): Promise<File> {
  const order = await open(house, 'test-order', who.keeper, {
    laboratory, client: '虚构乳品厂（演示）', sampleName: '生乳', productClass: 'dairy', rule: 'simple',
    items: [{ parameter, method: methods[parameter], unit: 'g/100g', comparison: 'atLeast', limit: '2.9' }],
  })
  await take(house, order, 'accept', who.keeper)
  await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
  await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
  await take(house, order, 'record', who.analyst, { analysed: house.engine.now().slice(0, 10), results: [{ parameter, value: '3.11', unit: 'g/100g', instrument: 'KJ-1' }] })
  await take(house, order, 'check', who.checker)
  await take(house, order, 'review', who.checker)
  return order
}

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const lines = async (code: string) =>
  (await Promise.all((await found(house, 'lab-scope', 'laboratory', code)).map((each) => row(house, each))))
    .map((line) => [line['parameter'], line['state'], line['from'], line['to']]).toSorted()
const signatory = async (code: string): Promise<File> => {
  const people = await found(house, 'lab-person', 'laboratory', code)
  const rows = await Promise.all(people.map((each) => row(house, each)))
  return people[rows.findIndex((one) => one['badge'] === 'R-signatory')]!
}

/** Applied for and granted anew for one parameter. */
async function grantedAnew(code: string, day: string, startsOn: string): Promise<void> {
  house.at(day)
  const file = await open(house, 'mark-application', who.manager, {
    received: day, kind: 'anew', laboratory: code, name, place: '130102', invented: true,
    lines: [{ productClass: 'dairy', parameter: '蛋白质', method: methods.蛋白质, unit: 'g/100g' }],
  })
  await take(house, file, 'accept', who.clerk)
  await take(house, file, 'review', who.clerk, { team: '演示评审组', opinion: '具备能力' })
  await take(house, file, 'grant', who.head, { cma: '260300120100', from: startsOn, to: '2032-06-30' })
}

describe('a mark that was withdrawn', () => {
  let open1: File
  let signed: File
  // testing.withdraw-ends-scope
  it('takes its scope with it: no line stands as approved in public from that day', async () => {
    house.at('2025-03-03')
    signed = await ready(withdrawn, '脂肪')
    await take(house, signed, 'sign', who.signatory)
    open1 = await ready(withdrawn, '脂肪')
    house.at('2025-03-10')
    await take(house, await marked(withdrawn), 'withdraw', who.clerk, { withdrawnFor: 'falseResults', reason: '演示' })
    expect(await lines(withdrawn)).toEqual([['脂肪', 'ended', from, '2025-03-09'], ['蛋白质', 'ended', from, '2025-03-09']])
  })
  // testing.grant-anew
  it('is granted anew for one parameter: the other is neither tested, nor signed, nor found in public', async () => {
    await grantedAnew(withdrawn, '2026-04-03', '2026-04-10')
    expect(await lines(withdrawn)).toEqual([
      ['脂肪', 'ended', from, '2025-03-09'], ['蛋白质', 'approved', '2026-04-10', '2032-06-30'], ['蛋白质', 'ended', from, '2025-03-09'],
    ])
    house.at('2026-04-11')
    const refused = await open(house, 'test-order', who.keeper, {
      laboratory: withdrawn, client: '虚构乳品厂（演示）', sampleName: '生乳', productClass: 'dairy', rule: 'simple',
      items: [{ parameter: '脂肪', method: methods.脂肪, unit: 'g/100g', comparison: 'atLeast', limit: '2.9' }],
    })
    expect((await attempt(house, refused, 'accept', who.keeper)).body).toMatchObject({ code: 'testing.outside-scope' })
    const asked = async (parameter: string) =>
      String((await house.get(`/en/laboratories?class=dairy&parameter=${encodeURIComponent(parameter)}&day=2026-04-11`, {})).body)
    expect(await asked('蛋白质')).toContain(withdrawn)
    expect(await asked('脂肪')).not.toContain(withdrawn)
    const page = async (language: string) => String((await house.get(`${language}/laboratories/${withdrawn}`, {})).body)
    expect(await page('/en')).toContain('2024-01-08 – 2025-03-09 (240300120100)')
    expect(await page('')).toContain('2024-01-08 – 2025-03-09（240300120100）')
  })
  it('has no signatory until the authority approves one anew', async () => {
    const order = await ready(withdrawn, '蛋白质')
    expect((await attempt(house, order, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.signatory-of-earlier-mark', detail: expect.stringContaining('2025-03-09') })
    await take(house, await signatory(withdrawn), 'empower', who.clerk)
    await take(house, order, 'sign', who.signatory)
  })
  it('keeps what was tested in the earlier term: the day counts by the scope of that day', async () => {
    expect((await row(house, (await found(house, 'test-report', 'order_number', (await row(house, signed))['number']))[0]!))['state']).toBe('issued')
    expect((await attempt(house, open1, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.outside-scope', detail: expect.stringContaining('2026-04-11') })
  })
})

describe('a mark that was cancelled', () => {
  const pending: File[] = []
  const change = async (about: object): Promise<File> => {
    const file = await open(house, 'mark-change', who.manager, { received: '2026-05-04', laboratory: cancelled, ...about })
    await take(house, file, 'accept', who.clerk, { technical: false })
    pending.push(file)
    return file
  }
  const scope = [{ move: 'method', productClass: 'dairy', parameter: '脂肪', method: methods.脂肪, newMethod: 'GB 5009.6-2026（演示）', unit: 'g/100g' }]

  // testing.cancel-ends-scope
  it('ends its lines on the last day of its term', async () => {
    house.at('2026-05-04')
    const both = { kinds: ['scope', 'signatories'], scope, signatories: [{ badge: 'R-analyst', move: 'add' }] }
    await take(house, await change(both), 'approve', who.head, { from: '2026-06-22' })
    await change(both)
    house.at('2026-05-06')
    await take(house, await marked(cancelled), 'cancel', who.clerk, { reason: '演示' })
    expect(await lines(cancelled)).toEqual([['脂肪', 'ended', from, '2026-05-05'], ['蛋白质', 'ended', from, '2026-05-05']])
  })
  // testing.change-enters-method, testing.change-empowers
  it('granted anew, gets nothing back by a change that was applied for under the mark before', async () => {
    await grantedAnew(cancelled, '2026-06-02', '2026-06-08')
    house.at('2026-06-22')
    await sweep(house.engine, house.engine.now())
    await settle(house)
    expect((await row(house, pending[0]!))['state']).toBe('entered')
    expect((await attempt(house, pending[1]!, 'approve', who.head, { from: '2026-06-23' })).body).toMatchObject({ code: 'testing.change-after-end' })
    expect((await lines(cancelled)).filter(([, state]) => state === 'approved')).toEqual([['蛋白质', 'approved', '2026-06-08', '2032-06-30']])
    const people = await Promise.all((await found(house, 'lab-person', 'laboratory', cancelled)).map((each) => row(house, each)))
    expect(people.filter((one) => one['rights'].includes('sign')).map((one) => one['badge'])).toEqual(['R-signatory'])
  })
})

describe('a mark that ran out', () => {
  // testing.grant-anew-ends-scope
  it('granted anew by hand: a line without an end ends with the earlier term', async () => {
    house.at('2026-08-03')
    await take(house, await marked(lapsed), 'grant-anew', who.clerk, { number: '260300120102', startsOn: '2026-08-03', certifiedTo: '2032-08-02' })
    expect(await lines(lapsed)).toEqual([['脂肪', 'ended', from, to], ['蛋白质', 'ended', from, to]])
  })
  it('a line is not ended by hand before it was approved', async () => {
    const line = await open(house, 'lab-scope', who.clerk, {
      laboratory: lapsed, productClass: 'dairy', parameter: '蛋白质', method: methods.蛋白质, unit: 'g/100g', from: '2026-08-03', to: '2032-08-02',
    })
    expect((await attempt(house, line, 'end', who.clerk, { last: '2026-08-01' })).body).toMatchObject({ code: 'testing.ends-before-it-begins' })
  })
})
