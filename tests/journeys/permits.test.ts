// The register of permits: loaded in bulk, asked at a visit and on a sheet for the day, and the letter after a failure goes to whoever issued.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, cast, drawOf, found, invented, open, row, seedOf, take, type Cast, type File, type Headers } from './supervision-story.ts'

let house: House
let who: Cast
let keeper: Headers
const certificates = { firstSampler: 'ZF-001', secondSampler: 'ZF-002' }
const titles = ['证照种类', '编号', '持有人代码', '持有人', '地域', '发证机构代码', '发证机构', '有效期自', '有效期至', '状态', '该状态自', '信息来源']

beforeAll(async () => {
  house = await openHouse({ now: '2026-01-05', pages: true })
  who = await cast(house)
  keeper = await house.person('permit-keeper', ['supervision.organiser', 'supervision.officer', 'supervision.reader'].map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
}, 120_000)
afterAll(() => house.close())

async function load(lines: readonly (readonly string[])[], query = '') {
  const boundary = 'zhiheng-permits'
  const text = [titles, ...lines].map((line) => line.join(',')).join('\r\n')
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="permits.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`
  const response = await house.app.inject({
    method: 'POST', url: `/api/v1/registers/permit/import${query}`, payload,
    headers: { ...keeper, 'content-type': `multipart/form-data; boundary=${boundary}`, 'accept-language': 'en' },
  })
  return { status: response.statusCode, body: response.json() }
}
const line = (kind: string, number: string, holder: string, more: Partial<Record<'from' | 'to' | 'standing' | 'since' | 'issuer', string>> = {}): readonly string[] =>
  [kind, number, holder, '虚构持证厂（演示）', '130102', more.issuer ?? '', '虚构发证机构（演示）', more.from ?? '2024-01-10', more.to ?? '2029-01-09', more.standing ?? '有效', more.since ?? '', '演示目录']

/** A visit to the body that was drawn, with its inspectors there. */
async function visited(day: string, seed: string): Promise<{ readonly file: File; readonly unit: string }> {
  const { draw } = await drawOf(house, who, day, seed, { kind: 'visits', title: `${seed}（演示）` })
  house.at(addDays(day, 2))
  await take(house, draw, 'draw', who.organiser, seedOf(seed, day))
  const [file] = await found(house, 'inspection', 'draw', draw.id)
  house.at(addDays(day, 3))
  await take(house, file!, 'visit', who.sampler, certificates)
  return { file: file!, unit: String((await row(house, file!))['unit']) }
}
const shown = (kind: string, permit: string, more: object = {}) => ({ kind, permit, validTo: null, found: 'valid', ...more })
const form = { points: [{ point: '许可', result: 'good' }], finding: '已核对（演示）', signedBy: '演示签字人' }

describe('a list of permits', () => {
  it('is loaded whole or not at all, with what is wrong by its row; a number is entered once', async () => {
    const bad = await load([line('工业产品生产许可证', 'XK演示-1', invented(401)), line('强制性认证证书', 'C-1', invented(401), { standing: '暂停' })])
    expect(bad.body).toMatchObject({ opened: 0, problems: [{ line: 3, field: 'since', code: 'supervision.since-when' }] })
    expect(await found(house, 'permit', 'certificate', 'XK演示-1')).toEqual([])
    const good = await load([line('工业产品生产许可证', 'XK演示-1', invented(401)), line('强制性认证证书', 'C-1', invented(401), { standing: '暂停', since: '2026-01-02', issuer: invented(402) })])
    expect(good.body).toMatchObject({ opened: 2, problems: [] })
    const [entry] = await found(house, 'permit', 'certificate', 'C-1')
    expect(await row(house, entry!)).toMatchObject({ state: 'kept', standing: 'suspended', course: [{ on: '2024-01-10', standing: 'valid' }, { on: '2026-01-02', standing: 'suspended' }] })
  })
})

describe('the numbers that a body shows', () => {
  let file: File
  let unit: string

  it('are looked up for the day of the visit: valid against the register needs a word of the inspector', async () => {
    ;({ file, unit } = await visited('2026-03-02', 'permits'))
    const entries = [
      line('工业产品生产许可证', 'XK-有效', unit), line('工业产品生产许可证', 'XK-过期', unit, { to: '2026-02-28' }), line('工业产品生产许可证', 'XK-他人', invented(403)),
      line('强制性认证证书', 'CCC-他人', invented(403)),
    ]
    expect((await load(entries)).body).toMatchObject({ opened: 4 })
    const record = (...permits: object[]) => attempt(house, file, 'record', who.sampler, { ...form, permits, outcome: 'clean' })
    for (const [number, zh] of [['XK-过期', 'Expired'], ['XK-他人', 'Held by another']] as const) {
      const { status, body } = await record(shown('production', number))
      expect([status, body.code, body.field, body.basis]).toEqual([422, 'supervision.register-differs', 'permits', 'product-quality-law/18'])
      expect(body.detail, zh).toContain(number)
    }
    await take(house, file, 'record', who.sampler, {
      ...form, outcome: 'clean',
      permits: [
        shown('production', 'XK-有效'), shown('production', 'XK-过期', { note: '出示了延续后的许可证（演示）' }), shown('ccc', 'CCC-他人'), shown('production', 'XK-查无'),
        shown('business', '不查'),
      ],
    })
    expect((await row(house, file))['registered']).toMatchObject([
      { kind: 'production', permit: 'XK-有效', registered: 'valid', validTo: '2029-01-09', issuerName: '虚构发证机构（演示）' },
      { permit: 'XK-过期', registered: 'expired', validTo: '2026-02-28' }, { kind: 'ccc', registered: 'otherHolder' }, { permit: 'XK-查无', registered: 'notFound', issuerName: null },
    ])
  })

  it('stay as they stood that day, whatever becomes of the permit, and the body reads them with its record', async () => {
    const [entry] = await found(house, 'permit', 'certificate', 'XK-有效')
    await take(house, entry!, 'change', keeper, { standing: 'revoked', since: '2026-03-05', source: '演示公告', why: '演示〔2026〕2号' })
    expect((await row(house, file))['registered']).toMatchObject([{ permit: 'XK-有效', registered: 'valid' }, {}, {}, {}])
    const own = await house.get(`/api/v1/registers/inspection/${file.id}`, who.party)
    expect([own.status, own.body.record.registered.length]).toEqual([200, 4])
    expect((await house.get(`/api/v1/registers/permit/${entry!.id}`, who.stranger)).status).toBe(404)
  })
})

describe('a letter after a failure', () => {
  const letter = { begun: '2026-04-10', kind: 'ccc', sampleNumber: 'CY演示', partyName: '虚构持证厂（演示）', place: '130102', product: '电动玩具车', productClass: 'toys', issuer: '手写的机构' }

  it('goes to whoever the register says issued the certificate, and not to a name that somebody typed', async () => {
    house.at('2026-04-10')
    const file = await open(house, 'letter', keeper, { ...letter, certificate: 'C-1' })
    const [entry] = await found(house, 'permit', 'certificate', 'C-1')
    expect(await row(house, file)).toMatchObject({ issuer: '虚构发证机构（演示）', issuer_party: invented(402), permit: entry!.id })
    expect((await attempt(house, file, 'send', keeper, { issuer: '另一机构' })).body).toMatchObject({ code: 'supervision.issuer-registered', field: 'issuer' })
    await take(house, file, 'send', keeper, {})
    expect(await row(house, file)).toMatchObject({ state: 'sent', issuer: '虚构发证机构（演示）' })
  })

  it('of a number that the register does not know is sent to the name given, and needs one', async () => {
    const { issuer: _, ...unnamed } = letter
    const file = await open(house, 'letter', keeper, { ...unnamed, certificate: 'C-不在册' })
    expect((await attempt(house, file, 'send', keeper, {})).body).toMatchObject({ code: 'supervision.no-issuer', field: 'issuer' })
    await take(house, file, 'send', keeper, { issuer: '查明的机构（演示）' })
    expect(await row(house, file)).toMatchObject({ issuer: '查明的机构（演示）', permit: null })
  })
})
