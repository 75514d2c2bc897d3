// Changes of a mark through HTTP: the register changes on the day that the decision names, old reports keep the old name, scope and signatories follow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const lab = invented(211)
const from = '2024-01-08'
const method = { now: 'GB 5009.5-2016', next: 'GB 5009.5-2026（演示）' }
const names = { before: '虚构乳品检测站（演示）', after: '虚构乳品检测研究院（演示）' }
type Role = 'clerk' | 'head' | 'manager' | 'keeper' | 'analyst' | 'checker' | 'signatory' | 'second'

let house: House
let who: Readonly<Record<Role, Headers>>
const anybody: Headers = {}
const holdings: Readonly<Record<Exclude<Role, 'clerk' | 'head'>, readonly string[]>> = {
  manager: ['laboratory'], keeper: ['keeper'], analyst: ['analyst'], checker: ['checker', 'reviewer'], signatory: ['signatory'], second: ['signatory'],
}

beforeAll(async () => {
  house = await openHouse({ now: from, pages: true })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  const own = Object.entries(holdings).map(async ([role, duties]) => {
    const held = duties.map((duty) => ({ duty: `testing.${duty}`, reach: 'party' as const }))
    return [role, await house.person(`ch-${role}`, held, { face: 'laboratory', speaksFor: [lab] })] as const
  })
  who = { ...Object.fromEntries(await Promise.all(own)), clerk: await office('ch-clerk'), head: await office('ch-head') } as typeof who
  await open(house, 'laboratory', who.clerk, {
    code: lab, name: names.before, place: '130102', cma: '240300120001', fields: ['food'], certifiedFrom: from, certifiedTo: '2030-01-07', invented: true,
  })
  for (const parameter of ['蛋白质', '脂肪'])
    await open(house, 'lab-scope', who.clerk, { laboratory: lab, productClass: 'dairy', parameter, method: method.now, unit: 'g/100g', from, to: '2030-01-07' })
  const rights = [['keeper', 'receive'], ['analyst', 'analyse'], ['checker', 'check'], ['signatory', 'sign'], ['second', 'analyse']] as const
  for (const [role, right] of rights)
    await open(house, 'lab-person', who.clerk, {
      laboratory: lab, badge: `R-${role}`, account: `ch-${role}`, name: '演示人员', rights: role === 'checker' ? ['check', 'review'] : [right], from,
    })
  await open(house, 'lab-instrument', who.clerk, { laboratory: lab, serial: 'KJ-1', name: '凯氏定氮仪', certificate: 'JZ-1', calibratedOn: from, calibratedTo: '2030-01-04' })
}, 180_000)
afterAll(() => house.close())

/** An order as far as its signature. */
async function ready(by: string): Promise<File> {
  const today = house.engine.now().slice(0, 10)
  const order = await open(house, 'test-order', who.keeper, {
    laboratory: lab, client: '虚构乳品厂（演示）', sampleName: '生乳', productClass: 'dairy', rule: 'simple',
    items: [{ parameter: '蛋白质', method: by, unit: 'g/100g', comparison: 'atLeast', limit: '2.9' }],
  })
  await take(house, order, 'accept', who.keeper)
  await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
  await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
  await take(house, order, 'record', who.analyst, { analysed: today, results: [{ parameter: '蛋白质', value: '3.11', unit: 'g/100g', instrument: 'KJ-1' }] })
  await take(house, order, 'check', who.checker)
  await take(house, order, 'review', who.checker)
  return order
}
async function reportOf(order: File): Promise<Readonly<Record<string, unknown>>> {
  await settle(house)
  return row(house, (await found(house, 'test-report', 'order_number', (await row(house, order))['number']))[0]!)
}
async function applied(day: string, about: object): Promise<File> {
  house.at(day)
  const file = await open(house, 'mark-change', who.manager, { received: day, laboratory: lab, ...about })
  await take(house, file, 'accept', who.clerk, { technical: false })
  return file
}
const laboratory = async () => row(house, (await found(house, 'laboratory', 'code', lab))[0]!)

describe('a change of name', () => {
  let before: Readonly<Record<string, unknown>>
  // testing.change-renames
  it('is decided by another person for a day that lies ahead; until then nothing changes', async () => {
    house.at('2026-03-02')
    const order = await ready(method.now)
    await take(house, order, 'sign', who.signatory)
    before = await reportOf(order)
    const file = await applied('2026-03-03', { kinds: ['name', 'premises', 'legal'], newName: names.after, newAddress: '演示路 2 号', legal: '演示甲' })
    expect((await attempt(house, file, 'approve', who.clerk, { from: '2026-03-09' })).body).toMatchObject({ code: 'kernel.two-persons' })
    await take(house, file, 'approve', who.head, { from: '2026-03-09' })
    await settle(house)
    house.at('2026-03-08')
    await sweep(house.engine, house.engine.now())
    await settle(house)
    expect(await laboratory()).toMatchObject({ name: names.before, former: null })
  })
  it('stands in the register on that day; the report before keeps the old name, the next bears the new one', async () => {
    house.at('2026-03-09')
    await sweep(house.engine, house.engine.now())
    await settle(house)
    expect(await laboratory()).toMatchObject({ name: names.after, address: '演示路 2 号', former: [{ name: names.before, until: '2026-03-08' }] })
    // Who represents it stands in the record of the laboratory, for itself and the authority.
    const [own] = await found(house, 'laboratory', 'code', lab)
    const seen = async (reader: Headers) => (await house.get(`/api/v1/registers/laboratory/${own!.id}`, reader)).body.record
    for (const reader of [who.manager, who.clerk]) expect(await seen(reader)).toMatchObject({ legal: '演示甲', legalSince: '2026-03-09' })
    const reader = await house.person('ch-reader', [{ duty: 'testing.reader', reach: 'all' }])
    expect(JSON.stringify(await seen(reader))).not.toContain('演示甲')
    // Nor does its history tell anybody else.
    const told = async (one: Headers) => JSON.stringify((await house.get(`/api/v1/registers/laboratory/${own!.id}/history`, one)).body)
    expect(await told(who.manager)).toContain('演示甲')
    expect(await told(reader)).toContain('newName')
    expect(await told(reader)).not.toContain('演示甲')
    const order = await ready(method.now)
    await take(house, order, 'sign', who.signatory)
    expect((await reportOf(order))['laboratory_name']).toBe(names.after)
    expect(before['laboratory_name']).toBe(names.before)
  })
  it('is told in public with the name before and until when, and not who represents the laboratory', async () => {
    for (const [path, former] of [['', '曾用名称和地址'], ['/hant', '曾用名稱和地址'], ['/en', 'Former name and address']] as const) {
      const html = String((await house.get(`${path}/laboratories/${lab}`, anybody)).body)
      for (const shown of [former, '2026-03-08', '演示路 2']) expect(html).toContain(shown)
      expect(html).not.toContain('演示甲')
    }
  })
})

describe('a change of the legal representative alone', () => {
  it('leaves name and premises as they are: nothing former is entered', async () => {
    const file = await applied('2026-03-12', { kinds: ['legal'], legal: '演示乙' })
    await take(house, file, 'approve', who.head, { from: '2026-03-12' })
    await settle(house)
    const now = await laboratory()
    expect(now).toMatchObject({ name: names.after, former: [{ name: names.before }] })
    expect(now['former']).toHaveLength(1)
    expect(now['legal']).toBe('演示乙')
    const renamed = await applied('2026-03-13', { kinds: ['premises'], newAddress: '演示路 3 号' })
    await take(house, renamed, 'approve', who.head, { from: '2026-03-13' })
    await settle(house)
    expect(await laboratory()).toMatchObject({ legal: '演示乙', address: '演示路 3 号' })
  })
})

describe('a change of scope', () => {
  // testing.change-at-once, testing.change-ends-scope, testing.change-enters-method
  it('in force at once ends what is given up and puts the new method in the place of the old', async () => {
    const scope = [
      { move: 'end', productClass: 'dairy', parameter: '脂肪', method: method.now },
      { move: 'method', productClass: 'dairy', parameter: '蛋白质', method: method.now, newMethod: method.next, unit: 'g/100g' },
    ]
    house.at('2026-03-16')
    const far = await applied('2026-03-16', { kinds: ['scope'], scope })
    // In force after the mark has ended it would end the old line, and the new one could not begin.
    expect((await attempt(house, far, 'approve', who.head, { from: '2030-01-08' })).body).toMatchObject({ code: 'testing.change-after-end' })
    await take(house, far, 'take-back', who.manager, { reason: '改期' })
    const odd = await tryOpen(house, 'mark-change', who.manager, { received: '2026-03-16', laboratory: lab, kinds: ['scope'], scope: [{ ...scope[0], method: 'GB 1' }] })
    expect(odd.body).toMatchObject({ code: 'testing.not-on-record' })
    const file = await applied('2026-03-16', { kinds: ['scope'], scope })
    await take(house, file, 'approve', who.head, { from: '2026-03-16' })
    await settle(house)
    expect((await row(house, file))['state']).toBe('entered')
    const lines = await Promise.all((await found(house, 'lab-scope', 'laboratory', lab)).map((each) => row(house, each)))
    expect(lines.map((line) => [line['parameter'], line['method'], line['state']]).toSorted()).toEqual(
      [['脂肪', method.now, 'ended'], ['蛋白质', method.now, 'ended'], ['蛋白质', method.next, 'approved']].toSorted(),
    )
    house.at('2026-03-17')
    const order = await ready(method.next)
    await take(house, order, 'sign', who.signatory)
  })
})

describe('a change of signatories', () => {
  // testing.change-empowers, testing.change-disempowers
  it('gives the right to sign to the one and takes it from the other; the laboratory alone cannot', async () => {
    house.at('2026-03-23')
    const order = await ready(method.next)
    expect((await attempt(house, order, 'sign', who.second)).body).toMatchObject({ code: 'testing.not-authorised' })
    const alone = await tryOpen(house, 'lab-person', who.manager, { laboratory: lab, badge: 'R-9', account: 'ch-second', name: '演示人员', rights: ['sign'], from: '2026-03-23' })
    expect(alone.body).toMatchObject({ code: 'testing.signatory-by-application' })
    const file = await applied('2026-03-24', { kinds: ['signatories'], signatories: [{ badge: 'R-second', move: 'add' }, { badge: 'R-signatory', move: 'end' }] })
    await take(house, file, 'approve', who.head, { from: '2026-03-24' })
    await settle(house)
    expect((await attempt(house, order, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.not-authorised' })
    await take(house, order, 'sign', who.second)
    expect((await reportOf(order))['signatory']).toBe('ch-second')
  })
})

describe('a renewal', () => {
  // testing.grant-renews, testing.grant-prolongs-scope
  it('prolongs the mark under its new number, and with it the scope that still holds', async () => {
    house.at('2029-09-03')
    const held = (await found(house, 'laboratory', 'code', lab))[0]!
    const due = async (): Promise<string> => JSON.stringify((await house.get('/api/v1/due', who.manager)).body)
    // testing.renewal-asked-for: three months before the end, on the desk of the laboratory until it has applied.
    expect(await clockOf(house, held, who.clerk, 'renewal')).toMatchObject({ state: 'open', due: '2029-10-07' })
    expect(await due()).toContain('"renewal"')
    expect((await attempt(house, held, 'ask-renewal', who.manager)).body).toMatchObject({ code: 'testing.renewal-not-asked-for' })
    const file = await open(house, 'mark-application', who.manager, { received: '2029-09-03', kind: 'renewal', laboratory: lab, name: names.after, place: '130102', invented: true })
    await settle(house)
    expect(await clockOf(house, held, who.clerk, 'renewal')).toMatchObject({ state: 'met' })
    expect(await due()).not.toContain('"renewal"')
    await take(house, file, 'accept', who.clerk)
    await take(house, file, 'review', who.clerk, { team: '演示评审组', opinion: '具备能力' })
    await take(house, file, 'grant', who.head, { cma: '290300120001', from: '2030-01-08', to: '2036-01-07' })
    await settle(house)
    expect(await clockOf(house, held, who.clerk, 'renewal')).toMatchObject({ state: 'open', due: '2035-10-07' })
    expect(await laboratory()).toMatchObject({ cma: '290300120001', cma_before: '240300120001', cma_from: '2030-01-08', certified_to: '2036-01-07' })
    // The new term has not begun: a report of these days bears the number before.
    const order = await ready(method.next)
    await take(house, order, 'sign', who.second)
    expect((await reportOf(order))['cma']).toBe('240300120001')
    expect(String((await house.get(`/en/laboratories/${lab}`, anybody)).body)).toContain('240300120001 (290300120001 from 2030-01-08)')
    const lines = await Promise.all((await found(house, 'lab-scope', 'laboratory', lab)).map((each) => row(house, each)))
    expect(lines.filter((line) => line['state'] === 'approved').map((line) => line['to'])).toEqual(['2036-01-07'])
    expect(lines.filter((line) => line['state'] === 'ended').map((line) => line['to'])).toEqual(['2026-03-16', '2026-03-16'])
  })
})

describe('a mark that ends', () => {
  const renewal = (day: string, kind = 'renewal') => ({ received: day, kind, laboratory: lab, name: names.after, place: '130102', invented: true })
  const lines = [{ productClass: 'dairy', parameter: '蛋白质', method: method.next, unit: 'g/100g' }]
  async function reviewedFile(day: string, about: object): Promise<File> {
    house.at(day)
    const file = await open(house, 'mark-application', who.manager, about)
    await take(house, file, 'accept', who.clerk)
    await take(house, file, 'review', who.clerk, { team: '演示评审组', opinion: '具备能力' })
    return file
  }
  const spoilt: File[] = []

  it('is not renewed with a gap, nor applied for as if it still held', async () => {
    const file = await reviewedFile('2035-10-08', renewal('2035-10-08'))
    const grant = (answers: object) => attempt(house, file, 'grant', who.head, { cma: '350300120001', ...answers })
    expect((await grant({ from: '2036-01-09', to: '2042-01-08' })).body).toMatchObject({ code: 'testing.gap-in-mark' })
    expect((await grant({ from: '2030-01-08', to: '2036-01-07' })).body).toMatchObject({ code: 'testing.ends-before-it-begins' })
    await take(house, file, 'decline', who.head, { reason: '能力验证不满意' })
    house.at('2036-01-04')
    const instrument = (await found(house, 'lab-instrument', 'serial', 'KJ-1'))[0]!
    await take(house, instrument, 'calibrate', who.manager, { certificate: 'JZ-2', calibratedOn: '2030-01-04', calibratedTo: '2040-01-04' })
    // Two samples come while the mark holds; one is analysed in its term, the other after.
    for (const day of ['2036-01-07', '2036-01-20']) {
      house.at('2036-01-04')
      const order = await open(house, 'test-order', who.keeper, {
        laboratory: lab, client: '虚构乳品厂（演示）', sampleName: '生乳', productClass: 'dairy', rule: 'simple',
        items: [{ parameter: '蛋白质', method: method.next, unit: 'g/100g', comparison: 'atLeast', limit: '2.9' }],
      })
      await take(house, order, 'accept', who.keeper)
      await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
      await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
      house.at(day)
      await take(house, order, 'record', who.analyst, { analysed: day, results: [{ parameter: '蛋白质', value: '3.11', unit: 'g/100g', instrument: 'KJ-1' }] })
      await take(house, order, 'check', who.checker)
      await take(house, order, 'review', who.checker)
      spoilt.push(order)
    }
    house.at('2036-02-04')
    expect((await tryOpen(house, 'mark-application', who.manager, renewal('2036-02-04'))).body).toMatchObject({ code: 'testing.not-that-kind' })
  })

  // testing.grant-anew
  it('is granted anew: the gap stays uncovered, and the term before still stands for its days', async () => {
    const file = await reviewedFile('2036-02-04', { ...renewal('2036-02-04', 'anew'), lines })
    house.at('2036-02-08')
    await take(house, file, 'grant', who.head, { cma: '360300120001', from: '2036-02-11', to: '2042-02-10' })
    expect(await laboratory()).toMatchObject({
      state: 'valid', cma: '360300120001', certified_from: '2036-02-11', certified_to: '2042-02-10', earlier_terms: [{ from, to: '2036-01-07', cma: '290300120001' }],
    })
    house.at('2036-02-12')
    // Who signed under the mark before is approved anew.
    expect((await attempt(house, spoilt[0]!, 'sign', who.second)).body).toMatchObject({ code: 'testing.signatory-of-earlier-mark' })
    const second = await Promise.all((await found(house, 'lab-person', 'laboratory', lab)).map(async (file) => ({ file, badge: (await row(house, file))['badge'] })))
    await take(house, second.find(({ badge }) => badge === 'R-second')!.file, 'empower', who.clerk)
    expect((await attempt(house, spoilt[1]!, 'sign', who.second)).body).toMatchObject({ code: 'testing.mark-not-valid' })
    await take(house, spoilt[0]!, 'sign', who.second)
    expect((await reportOf(spoilt[0]!))['cma']).toBe('360300120001')
    const html = String((await house.get(`/en/laboratories/${lab}`, anybody)).body)
    for (const shown of ['290300120001', '2036-01-07', '2036-02-11']) expect(html).toContain(shown)
  })
})

describe('a renewal that is decided after the end, asked for in time', () => {
  // administrative-licensing-law 50: asked for in time, it is decided before the end or holds as granted.
  it('joins the term before, and prolongs the scope that held to its end', async () => {
    house.at('2041-10-08')
    const file = await open(house, 'mark-application', who.manager, { received: '2041-10-08', kind: 'renewal', laboratory: lab, name: names.after, place: '130102', invented: true })
    await take(house, file, 'accept', who.clerk)
    await take(house, file, 'review', who.clerk, { team: '演示评审组', opinion: '具备能力' })
    house.at('2042-02-20')
    await take(house, file, 'grant', who.head, { cma: '420300120001', from: '2042-02-11', to: '2048-02-10' })
    expect(await laboratory()).toMatchObject({ certified_from: '2036-02-11', certified_to: '2048-02-10' })
    const lines = await Promise.all((await found(house, 'lab-scope', 'laboratory', lab)).map((each) => row(house, each)))
    expect(lines.filter((line) => line['to'] === '2048-02-10').map((line) => line['from'])).toEqual(['2036-02-11'])
  })
})
