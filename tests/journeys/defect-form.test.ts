// Anybody reports a defect without an account: a number, a code, evidence kept apart; what was written and who wrote it becomes public nowhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import * as sample from '../bed/sample-files.ts'
import { found, invented, row, take, type File, type Headers } from './supervision-story.ts'

const producer = invented(81)
let house: House
let assessor: Headers
let stranger: Headers
let file: File
let receipt: Readonly<Record<'number' | 'code', string>>

const told = {
  product: '电热水壶', productClass: 'kitchenAppliances', producerName: '虚构水壶厂（演示）', model: 'SH-17', batch: '2026-03', kind: 'making', place: '130102', hurt: '1',
  danger: '我家住虚构小区三号楼，壶把断了，把孩子烫伤', reporter: '赵某某', phone: '13900000000',
}
const photo = { field: 'evidence', name: '壶把.jpg', bytes: sample.jpeg() }
const send = (more: Readonly<Record<string, string>> = {}, key = uuidv7(), language = '/en') =>
  house.send(`${language}/defect`, [photo], {}, [['_key', key], ...Object.entries({ ...told, ...more })])

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  assessor = await house.person('assessor', [{ duty: 'recall.assessor', reach: 'all' }, { duty: 'recall.officer', reach: 'all' }], { office: 'hebei-market' })
  stranger = await house.person('stranger', [{ duty: 'recall.reporter', reach: 'own' }, { duty: 'recall.producer', reach: 'party' }], { face: 'enterprise', speaksFor: [producer] })
})
afterAll(() => house.close())

describe('the form', () => {
  it.each(['', '/hant', '/en'])('stands at “%s/defect” without a script, with what is kept secret and under which rule', async (language) => {
    const { status, body } = await house.get(`${language}/defect`)
    expect(status).toBe(200)
    expect(body).not.toContain('<script')
    for (const name of ['product', 'productClass', 'danger', 'vin', 'evidence', 'phone']) expect(body).toContain(`name="${name}"`)
    expect(body).toContain('samr-order-19')
    expect((await house.get(`${language}/recalls`)).body).toContain('/defect')
  })
  it('says at the field what is wrong, and keeps nothing: a barcode or a VIN with a wrong check digit, no product', async () => {
    for (const [more, field] of [[{ gtin: '2990000000015' }, 'gtin'], [{ productClass: 'cars', vin: '1M8GDM9A1KP042788' }, 'vin'], [{ product: '' }, 'product']] as const) {
      const { status, body } = await send(more)
      expect([status, String(body).includes(`href="#${field}"`)], field).toEqual([422, true])
    }
    expect((await house.engine.database.query('select 1 from record.defect_report')).rows).toEqual([])
  })
  it('is received once however often it is sent, with a number and a code; the county has it', async () => {
    const key = uuidv7()
    const [first, again] = [await send({}, key), await send({}, key)]
    expect([first.status, again.status], String(first.body)).toEqual([200, 200])
    receipt = { number: /QX\d+/.exec(String(first.body))![0], code: /<dd><b>([2-9A-HJ-NP-Z]{10})<\/b>/.exec(String(first.body))![1]! }
    expect(again.body).toContain(receipt.code)
    const { rows } = await house.engine.database.query<{ id: string }>('select id from record.defect_report')
    expect(rows).toHaveLength(1)
    file = { register: 'defect-report', id: rows[0]!.id }
    expect(await row(house, file)).toMatchObject({ number: receipt.number, reporter_kind: 'consumer', office: 'market-130102', evidence: [expect.stringMatching(/^[0-9a-f]{64}$/)] })
  })
  it('is followed by number and code, and by neither alone', async () => {
    const follow = (given: Readonly<Record<string, string>>) => house.send('/en/follow', [], {}, Object.entries(given))
    const page = await follow(receipt)
    expect(page.status).toBe(200)
    for (const part of ['Received', receipt.number]) expect(page.body).toContain(part)
    for (const secret of [told.danger, told.reporter, told.phone, '壶把.jpg']) expect(page.body).not.toContain(secret)
    expect((await follow({ ...receipt, code: 'AAAAAAAAAA' })).status).toBe(404)
  })
})

describe('what was reported', () => {
  const secrets = [told.reporter, told.phone, '虚构小区', '壶把.jpg']
  it('is kept sealed: neither journal nor row tells the name and the telephone in clear to others', async () => {
    const { rows } = await house.engine.database.query<{ body: string }>('select body from kernel.journal where record = $1', [file.id])
    for (const secret of [told.reporter, told.phone]) expect(rows[0]!.body).not.toContain(secret)
    expect(JSON.stringify((await house.get('/api/v1/registers/defect-report', stranger)).body)).not.toContain(receipt.number)
    expect((await house.get('/api/v1/registers/defect-report')).body.items).toEqual([])
    expect((await house.get(`/api/v1/registers/defect-report/${file.id}`, assessor)).body.record).toMatchObject({ reporter: told.reporter, phone: told.phone })
  })
  it('becomes a recall file of the line of its class, in the words of whoever assessed it', async () => {
    await take(house, file, 'take-up', assessor, { producer, assessment: '壶把注塑不良，可能断裂致烫伤' })
    const recall = (await found(house, 'recall', 'origin_record', file.id))[0]!
    expect(await row(house, recall)).toMatchObject({ line: 'goods', product: '电热水壶', danger: '壶把注塑不良，可能断裂致烫伤' })
    const said = JSON.stringify([
      (await house.get('/recalls')).body, (await house.get('/api/v1/publications/recalls')).body, (await house.get('/find?q=虚构小区')).body,
      (await house.get(`/api/v1/registers/recall/${recall.id}`, stranger)).body, (await house.get(`/api/v1/registers/recall/${recall.id}/history`, stranger)).body,
      (await house.get(`/api/v1/registers/recall/${recall.id}/links`, stranger)).body,
    ])
    expect(said).toContain('壶把注塑不良')
    for (const secret of [...secrets, receipt.number]) expect(said, secret).not.toContain(secret)
  })
})
