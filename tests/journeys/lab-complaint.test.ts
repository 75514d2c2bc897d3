// A complaint about a laboratory through HTTP: looked into and answered by people who took no part in the work, told to the complainant, corrected and closed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepFindingsInside } from '../../cli/catch-up/keep-findings-inside.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const [lab, other] = [invented(231), invented(232)]
const from = '2024-01-08'
const client = '虚构乳品厂（演示）'
const line = { parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const duties = {
  manager: ['laboratory'], deputy: ['laboratory'], keeper: ['keeper'], analyst: ['analyst', 'laboratory'], checker: ['checker'], reviewer: ['reviewer'], signatory: ['signatory'],
} as const
type Role = keyof typeof duties
const rights = { keeper: 'receive', analyst: 'analyse', checker: 'check', reviewer: 'review', signatory: 'sign' } as const

let house: House
let who: Readonly<Record<Role, Headers>>
let accreditor: Headers
let customer: Headers
let stranger: Headers
let order: File
let complaint: File
const number = async (file: File): Promise<string> => (await row(house, file))['number'] as string

beforeAll(async () => {
  house = await openHouse({ now: from })
  accreditor = await house.person('lc-accreditor', [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  customer = await house.person('lc-customer', [{ duty: 'testing.client', reach: 'own' }], { face: 'enterprise' })
  const people = Object.entries(duties).map(async ([role, held]) => {
    const holdings = held.map((duty) => ({ duty: `testing.${duty}`, reach: 'party' as const }))
    return [role, await house.person(`lc-${role}`, holdings, { face: 'laboratory', speaksFor: [lab] })] as const
  })
  who = Object.fromEntries(await Promise.all(people)) as typeof who
  stranger = await house.person('lc-stranger', [{ duty: 'testing.laboratory', reach: 'party' }, { duty: 'testing.reviewer', reach: 'party' }], { face: 'laboratory', speaksFor: [other] })
  await open(house, 'laboratory', accreditor, {
    code: lab, name: '虚构乳品检测站（演示）', place: '130102', cma: '240300120001', fields: ['food'], certifiedFrom: from, certifiedTo: '2030-01-07', invented: true,
  })
  await open(house, 'lab-scope', accreditor, { laboratory: lab, productClass: 'dairy', ...line, from, to: '2030-01-07' })
  for (const [role, right] of Object.entries(rights))
    await open(house, 'lab-person', accreditor, { laboratory: lab, badge: `R-${role}`, account: `lc-${role}`, name: '演示人员', rights: [right], from })
  await open(house, 'lab-instrument', who.manager, { laboratory: lab, serial: 'KJ-1', name: '凯氏定氮仪', certificate: 'JZ-1', calibratedOn: from, calibratedTo: '2027-01-04' })
  house.at('2026-05-06')
  order = await open(house, 'test-order', customer, {
    laboratory: lab, client, sampleName: '生乳', productClass: 'dairy', rule: 'simple', items: [{ ...line, comparison: 'atLeast', limit: '2.9' }],
  })
  await take(house, order, 'accept', who.keeper)
  await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
  await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
  await take(house, order, 'record', who.analyst, { analysed: '2026-05-06', results: [{ parameter: '蛋白质', value: '3.11', unit: 'g/100g', instrument: 'KJ-1' }] })
  await take(house, order, 'check', who.checker)
  await take(house, order, 'review', who.reviewer)
  await take(house, order, 'sign', who.signatory)
}, 180_000)
afterAll(() => house.close())

describe('a complaint of a client', () => {
  const about = { received: '2026-05-11', source: 'client', complainant: client, about: '报告的样品状态与送样时不符' }
  it('names a laboratory that is entered and an order that it holds; the laboratory sees it, another does not', async () => {
    house.at('2026-05-11')
    const send = async (more: object) => tryOpen(house, 'lab-complaint', customer, { laboratory: lab, ...about, ...more })
    expect((await send({ laboratory: other })).body).toMatchObject({ code: 'testing.no-such-laboratory' })
    expect((await send({ orderNumber: 'JY1999000001' })).body).toMatchObject({ code: 'testing.not-on-record' })
    // A day months back would make the laboratory late at once; left empty it is today.
    expect((await send({ received: '2026-01-12' })).body).toMatchObject({ code: 'testing.received-today' })
    complaint = await open(house, 'lab-complaint', customer, { laboratory: lab, ...about, received: '', orderNumber: await number(order) })
    const seen = async (reader: Headers) => (await house.get(`/api/v1/registers/lab-complaint/${complaint.id}`, reader)).status
    expect(await Promise.all([who.manager, who.reviewer, accreditor, customer, stranger].map(seen))).toEqual([200, 200, 200, 200, 404])
    expect(await clockOf(house, complaint, who.manager, 'answer')).toMatchObject({ state: 'open', due: '2026-06-23', mark: 'U' })
    expect(JSON.stringify((await house.get('/api/v1/due', who.manager)).body)).toContain(await number(complaint))
  })

  it('is looked into by nobody who took part in the order, and answered by another; the complainant is told and reads no inner finding', async () => {
    await take(house, complaint, 'acknowledge', who.manager)
    const found_ = { findings: '收样员漏填样品状态', finding: 'founded' }
    for (const role of ['checker', 'reviewer', 'signatory', 'analyst'] as const)
      expect((await attempt(house, complaint, 'investigate', who[role], found_)).body, role).toMatchObject({ code: 'testing.took-part' })
    await take(house, complaint, 'investigate', who.manager, found_)
    // Until another person has answered, what the first holds to be right is no outcome.
    const whatIsRead = async (reader: Headers): Promise<string> => {
      const one = (await house.get(`/api/v1/registers/lab-complaint/${complaint.id}`, reader)).body
      const history = (await house.get(`/api/v1/registers/lab-complaint/${complaint.id}/history`, reader)).body
      return JSON.stringify([one, history])
    }
    expect(await whatIsRead(customer)).not.toContain('founded')
    expect(await whatIsRead(who.deputy)).toContain('founded')
    const answer = { answer: '样品状态已更正，新版报告随后送达' }
    expect((await attempt(house, complaint, 'answer', who.manager, answer)).body).toMatchObject({ code: 'kernel.two-persons' })
    expect((await attempt(house, complaint, 'answer', who.analyst, answer)).body).toMatchObject({ code: 'testing.took-part' })
    await take(house, complaint, 'answer', who.deputy, answer)
    const { body } = await house.get(`/api/v1/registers/lab-complaint/${complaint.id}`, customer)
    expect(body.record).toMatchObject({ state: 'answered', answer: answer.answer, outcome: 'founded', complainant: client })
    expect(JSON.stringify(body)).not.toContain(found_.findings)
    const papers = (await house.get(`/api/v1/registers/lab-complaint/${complaint.id}/documents`, customer)).body.items as { form: string }[]
    expect(papers.map(({ form }) => form)).toEqual(['lab-complaint-notice', 'lab-complaint-notice'])
  })

  // testing.complaint-corrects, testing.correction-closes-complaint
  it('is closed when its corrective action was found to work by a person who did not take it', async () => {
    const [action] = await found(house, 'corrective-action', 'from', await number(complaint))
    expect((await house.get(`/api/v1/registers/corrective-action/${action!.id}`, stranger)).status).toBe(404)
    expect((await attempt(house, complaint, 'close', who.manager)).body).toMatchObject({ code: 'testing.still-correcting' })
    await take(house, action!, 'plan', who.manager, { cause: '表格没有必填项', action: '表格增加必填项并培训' })
    await take(house, action!, 'carry-out', who.checker, { done: '已修改并培训' })
    expect((await attempt(house, action!, 'verify', who.manager, { effect: '无漏填' })).body).toMatchObject({ code: 'kernel.two-persons' })
    await take(house, action!, 'verify', who.reviewer, { effect: '连续二十份无漏填' })
    expect((await row(house, complaint))['state']).toBe('closed')
  })

  it('of before, that told its outcome before it was answered, tells it no more; it is answered by it', async () => {
    const old = await open(house, 'lab-complaint', customer, { laboratory: lab, ...about })
    await take(house, old, 'acknowledge', who.manager)
    await take(house, old, 'investigate', who.manager, { findings: '报告无误', finding: 'unfounded' })
    const { database } = house.engine
    await database.query('update record.lab_complaint set outcome = finding, finding = null where id = $1', [old.id])
    await database.query(`update kernel.journal set body = replace(body, '"finding":', '"outcome":') where record = $1 and step = 'investigate'`, [old.id])
    const read = async (reader: Headers): Promise<string> => {
      const path = `/api/v1/registers/lab-complaint/${old.id}`
      return JSON.stringify([(await house.get(path, reader)).body, (await house.get(`${path}/history`, reader)).body])
    }
    expect(await keepFindingsInside(house.engine)).toEqual([old.id])
    expect(await keepFindingsInside(house.engine)).toEqual([])
    expect(await row(house, old)).toMatchObject({ state: 'answering', finding: 'unfounded', outcome: null })
    expect(await read(customer)).not.toContain('unfounded')
    expect(await read(who.deputy)).toContain('unfounded')
    await take(house, old, 'answer', who.deputy, { answer: '检测过程符合方法' })
    expect(await row(house, old)).toMatchObject({ state: 'closed', outcome: 'unfounded' })
    expect(await read(customer)).toContain('unfounded')
  })

  // testing.instrument-corrects
  it('an instrument that was off leads to a corrective action of its own', async () => {
    const instrument = (await found(house, 'lab-instrument', 'serial', 'KJ-1'))[0]!
    await take(house, instrument, 'doubt', who.manager, { doubtFrom: '2026-05-06', doubtTo: '2026-05-11', cause: '加热不匀' })
    await settle(house)
    const [action] = await found(house, 'corrective-action', 'from', 'KJ-1')
    expect(await row(house, action!)).toMatchObject({ state: 'opened', source: 'instrument', what: '加热不匀' })
  })
})
