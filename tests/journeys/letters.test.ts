// What a final failure tells to others by itself: whoever certified or licensed the goods and the platform that sells them; and how it is taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../kernel/day.ts'
import { openHouse, type House } from '../bed/house.ts'
import {
  attempt, cast, clockOf, drawOf, found, invented, laboratory, row, seedOf, serve, sheet, take, test, type Cast, type File, type Headers, type Laboratory,
} from './supervision-story.ts'

let house: House
let who: Cast
let lab: Laboratory
let overseer: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2026-01-05', pages: true })
  who = await cast(house)
  lab = await laboratory(house, who, invented(401), '2026-01-05')
  const reading = ['supervision.reader', 'supervision.organiser']
  overseer = await house.person('letters-overseer', reading.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
}, 120_000)
afterAll(() => house.close())

const online = {
  stage: 'online', signedBy: null, firstSampler: 'ZF-001', secondSampler: 'ZF-002', platform: '虚构商城（演示）', shopUrl: 'https://shop.example/1', orderNumber: 'D1',
  captureHash: 'ab'.repeat(32), voucher: 'P1',
}

/** Drawn, taken with what the label says, tested, told, and final when nobody objected. */
async function confirmed(seed: string, start: Day, value: string, label: object, kind = 'yearly'): Promise<{ readonly file: File; readonly unit: string; readonly on: Day }> {
  const { draw } = await drawOf(house, who, start, seed, { kind, title: `${seed}（演示）` })
  house.at(addDays(start, 2))
  await take(house, draw, 'draw', who.organiser, seedOf(seed, start))
  const [file] = await found(house, 'sample', 'draw', draw.id)
  const { unit } = (await row(house, file!)) as { unit: string }
  const day = addDays(start, 3)
  house.at(day)
  const taken = { ...sheet(unit, day), model: seed, ...label }
  if (kind === 'online') await take(house, file!, 'buy', who.sampler, { ...taken, ...online })
  else {
    await take(house, file!, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
    await take(house, file!, 'seal', who.sampler, taken)
  }
  await take(house, file!, 'send', who.sampler, { laboratory: lab.code })
  const [order] = await found(house, 'test-order', 'origin_record', file!.id)
  await test(house, who, order!, lab, 'F-0001', value, day)
  if (value === '2.4') {
    await take(house, file!, 'tell', who.organiser)
    await serve(house, file!, who.organiser, who.organiser, day)
    house.at(addDays(day, 25))
  }
  await take(house, file!, 'confirm', who.organiser)
  return { file: file!, unit, on: value === '2.4' ? addDays(day, 25) : day }
}
const label = { cccNo: '2024演示000001', certNo: 'ZY演示-1', licenceNo: 'XK演示-1' }
const lettersOf = async (file: File) => Promise.all((await found(house, 'letter', 'sample', file.id)).map(async (one) => ({ file: one, values: await row(house, one) })))
const linksOf = async (file: File) => (await house.get(`/api/v1/registers/${file.register}/${file.id}/links`, overseer)).body
const papersOf = async (file: File) => ((await house.get(`/api/v1/registers/letter/${file.id}/documents`, who.organiser)).body.items as { form: string }[]).map(({ form }) => form)

describe('goods with certificates and a licence on their label', () => {
  let failed: File

  it('that conform are told to nobody; those that fail, to each body that gave a certificate or permit, under its article', async () => {
    const good = await confirmed('conforms', '2026-02-02', '0.8', label)
    expect(await lettersOf(good.file)).toEqual([])
    // What conforms goes back to whom it was taken from, within thirty days.
    expect(await clockOf(house, good.file, who.organiser, 'return')).toMatchObject({ due: '2026-03-09', rule: 'samr-order-18' })
    await take(house, good.file, 'return-sample', who.sampler, { returnHow: 'returned' })
    expect(await clockOf(house, good.file, who.organiser, 'return')).toMatchObject({ state: 'met' })
    const { file, unit, on } = await confirmed('fails', '2026-03-02', '2.4', label)
    failed = file
    const letters = await lettersOf(file)
    expect(Object.fromEntries(letters.map(({ values }) => [values['kind'], values['certificate']]))).toEqual({ ccc: label.cccNo, voluntary: label.certNo, licence: label.licenceNo })
    for (const { values } of letters) expect(values).toMatchObject({ state: 'toSend', party: unit, issuer: null })
    const told = (await linksOf(file)).consequences as { linkage: string; basis: string; register: string }[]
    const bases = Object.fromEntries(told.filter(({ register }) => register === 'letter').map(({ linkage, basis }) => [linkage, basis]))
    expect(bases).toEqual({ 'supervision.failure-to-certifier': 'certification-regulation/26', 'supervision.failure-to-permit-authority': 'industrial-licence-regulation/54' })
    expect((await linksOf(letters[0]!.file)).causes).toContainEqual(expect.objectContaining({ register: 'sample', record: file.id }))
    expect(await clockOf(house, letters[0]!.file, who.organiser, 'send')).toMatchObject({ starts: on, rule: 'samr-order-18', state: 'open' })
  })

  it('the certifier gets a letter and decides itself; what it did is recorded, and the firm reads of it', async () => {
    const { file } = (await lettersOf(failed)).find(({ values }) => values['kind'] === 'ccc')!
    await take(house, file, 'send', who.organiser, { issuer: '虚构认证中心（演示）' })
    await serve(house, file, who.organiser, who.organiser, addDays('2026-03-05', 25))
    expect(await papersOf(file)).toEqual(['issuer-letter'])
    const wrong = await attempt(house, file, 'take-answer', who.officer, { action: 'takenDown', answer: '已下架' })
    expect(wrong.body).toMatchObject({ code: 'supervision.not-in-their-power', field: 'action' })
    await take(house, file, 'take-answer', who.officer, { action: 'suspended', answer: '暂停三个月' })
    expect((await house.get(`/api/v1/registers/letter/${file.id}`, who.party)).body.record).toMatchObject({ action: 'suspended' })
    expect((await house.get(`/api/v1/registers/letter/${file.id}`, who.stranger)).status).toBe(404)
  })

  // supervision.letter-reverse
  it('a verdict that is reversed takes the letters back: who was told is told, who was not hears nothing', async () => {
    await take(house, failed, 'reverse', who.head, { reason: '复议决定撤销' })
    const letters = await lettersOf(failed)
    expect(letters.map(({ values }) => values['state'])).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    for (const { file, values } of letters) expect(await papersOf(file)).toEqual(values['kind'] === 'ccc' ? ['issuer-letter', 'letter-withdrawn'] : [])
  })
})

describe('goods bought on a platform', () => {
  // supervision.failure-to-platform, supervision.letter-report-withdrawn
  it('that fail are told to the platform, which has fifteen working days to answer; a report that falls takes it back', async () => {
    const { file } = await confirmed('platform', '2026-06-01', '2.4', {}, 'online')
    const letters = await lettersOf(file)
    expect(letters.map(({ values }) => values)).toMatchObject([{ kind: 'platform', issuer: online.platform, shop_url: online.shopUrl, certificate: null }])
    const one = letters[0]!.file
    await take(house, one, 'send', who.officer, { issuer: online.platform })
    await serve(house, one, who.organiser, who.officer, '2026-06-29')
    // Fifteen working days after Monday 29 June.
    expect(await clockOf(house, one, who.officer, 'answer')).toMatchObject({ rule: 'penalty-procedure/45', due: '2026-07-20' })
    const { report_number: number } = await row(house, file)
    const [report] = await found(house, 'test-report', 'number', number)
    await take(house, report!, 'withdraw', who.signatory, { why: '设备校准有误（演示）' })
    expect(await row(house, one)).toMatchObject({ state: 'withdrawn' })
    expect(await papersOf(one)).toEqual(['platform-letter', 'letter-withdrawn'])
  })
})

describe('goods of which no code of a maker is known', () => {
  it('name the maker of their label to the certifier, never the shop as holder', async () => {
    const named = { cccNo: '2024演示000009', stage: 'trade', producer: null, producerName: '虚构玩具厂（演示）' }
    const { file } = await confirmed('label alone', '2026-09-07', '2.4', named)
    expect((await lettersOf(file)).map(({ values }) => values)).toMatchObject([{ kind: 'ccc', party: null, party_name: '虚构玩具厂（演示）', seller_name: expect.stringContaining('虚构') }])
  })

  it('where the maker was freed, the certifier is told plainly that none is known, and the permit authority nothing', async () => {
    const named = { cccNo: '2024演示000010', licenceNo: 'XK演示-2', stage: 'trade', producer: invented(411), producerName: '虚构真厂（演示）' }
    const { draw } = await drawOf(house, who, '2026-10-12', 'freed', { title: 'freed（演示）' })
    house.at('2026-10-14')
    await take(house, draw, 'draw', who.organiser, seedOf('freed', '2026-10-12'))
    const [file] = await found(house, 'sample', 'draw', draw.id)
    const { unit, unit_name: shop } = (await row(house, file!)) as { unit: string; unit_name: string }
    house.at('2026-10-15')
    await take(house, file!, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
    await take(house, file!, 'seal', who.sampler, { ...sheet(unit, '2026-10-15'), model: 'freed', ...named })
    await take(house, file!, 'send', who.sampler, { laboratory: lab.code })
    const [order] = await found(house, 'test-order', 'origin_record', file!.id)
    await test(house, who, order!, lab, 'F-0001', '2.4', '2026-10-15')
    await take(house, file!, 'tell', who.organiser)
    await serve(house, file!, who.organiser, who.organiser, '2026-10-15')
    await take(house, file!, 'tell-maker', who.organiser)
    await serve(house, file!, who.organiser, who.organiser, '2026-10-15')
    const maker = await house.person('letters-maker', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: [invented(411)] })
    await take(house, file!, 'deny', maker, { denial: '批号不是本厂的' })
    await take(house, file!, 'disown', who.organiser, { denialDecision: '经核实为假冒（演示）' })
    house.at('2026-11-16')
    await take(house, file!, 'confirm', who.organiser)
    const letters = await lettersOf(file!)
    expect(letters.map(({ values }) => values)).toMatchObject([
      { kind: 'ccc', certificate: named.cccNo, party: null, party_name: null, seller_name: shop, disowned_name: '虚构真厂（演示）' },
    ])
    await take(house, letters[0]!.file, 'send', who.organiser, { issuer: '虚构认证中心（演示）' })
    const { rows } = await house.engine.database.query<{ paper: unknown }>('select paper from kernel.document where record = $1', [letters[0]!.file.id])
    const written = JSON.stringify(rows[0]!.paper)
    expect(written).toContain(`生产者不明；抽自销售者${shop}`)
    expect(written).toContain('虚构真厂（演示）否认生产')
    expect(written).not.toContain('持证人')
    // Neither the shop nor the freed maker reads a letter about a certificate that is not theirs.
    for (const one of [who.party, maker]) expect((await house.get(`/api/v1/registers/letter/${letters[0]!.file.id}`, one)).status).toBe(404)
  })
})
