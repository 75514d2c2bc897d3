// A body on the public site: found by two characters, followed through merger and division, and never with a personal field.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedCode } from '../../cli/demonstration.ts'
import { organisationFits } from '../../kernel/usc-code.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let registrar: Record<string, string>
const [old, taker, whole, partA, partB] = [1, 2, 3, 4, 5].map((n) => inventedCode('130102', n, '91')) as [string, string, string, string, string]
const secret = '虚构人甲乙丙'
const ids = new Map<string, string>()

async function enter(code: string, name: string, more: Record<string, unknown> = {}) {
  const id = uuidv7()
  ids.set(code, id)
  const answers = { code, name, place: '130102', kind: 'company', invented: true, ...more }
  return house.post('/api/v1/registers/enterprise', { id, answers }, registrar)
}
async function step(code: string, name: string, answers: Record<string, unknown>) {
  const { headers } = await house.get(`/api/v1/registers/enterprise/${ids.get(code)}`, registrar)
  return house.post(`/api/v1/registers/enterprise/${ids.get(code)}/steps/${name}`, { answers }, { ...registrar, 'if-match': String(headers.etag) })
}
const page = async (path: string): Promise<string> => String((await house.get(path)).body)

beforeAll(async () => {
  house = await openHouse({ pages: true })
  registrar = await house.person('registrar', [{ duty: 'parties.registrar', reach: 'all' }])
  expect((await enter(old, '石家庄虚衡钢铁有限公司', { representative: secret, industry: '3130' })).status).toBe(201)
  await enter(taker, '河北拟质集团有限公司', { place: '139001' })
  await enter(whole, '唐山示远乳业有限公司', { industry: 'C1441' })
  const product = { producer: old, name: '虚构螺纹钢', class: 'C3130', brand: '虚衡牌', gtin: '6901234567892' }
  expect((await house.post('/api/v1/registers/product', { answers: product }, registrar)).status).toBe(201)
})
afterAll(() => house.close())

describe('succession', () => {
  it('needs a successor that is on record, and parts that are entered first', async () => {
    const nobody = inventedCode('130102', 99, '91')
    expect((await step(old, 'merge', { into: nobody, mergedOn: '2026-11-01' })).body).toMatchObject({ code: 'parties.no-successor', field: 'into' })
    expect((await step(old, 'merge', { into: old, mergedOn: '2026-11-01' })).body).toMatchObject({ code: 'parties.into-itself' })
    expect((await step(whole, 'divide', { dividedOn: '2026-11-01' })).body).toMatchObject({ code: 'parties.no-parts' })
    expect((await enter(nobody, '虚构无源公司', { dividedFrom: inventedCode('130102', 98, '91') })).body).toMatchObject({ code: 'parties.no-origin' })
  })
  it('by merger: the old code leads to the body that took over, and what it did is shown there under the old code', async () => {
    expect((await step(old, 'merge', { into: taker, mergedOn: '2026-11-01' })).status).toBe(200)
    const before = await page(`/enterprise/${old}`)
    expect(before).toContain('这个代码已不再使用')
    expect(before).toContain(`href="/enterprise/${taker}"`)
    const after = await page(`/enterprise/${taker}`)
    expect(after).toContain(`href="/enterprise/${old}"`)
    expect(after).toContain('虚构螺纹钢')
    expect(after).toContain('省直辖')
  })
  it('by division: the whole ends and leads to both parts, and a later merger of one of them is followed too', async () => {
    await enter(partA, '唐山示远甲业有限公司', { dividedFrom: whole })
    await enter(partB, '唐山示远乙业有限公司', { dividedFrom: whole })
    expect((await step(whole, 'divide', { dividedOn: '2026-11-02' })).status).toBe(200)
    expect((await step(partB, 'merge', { into: taker, mergedOn: '2026-11-03' })).status).toBe(200)
    const text = await page(`/enterprise/${whole}`)
    const notice = text.slice(text.indexOf('这个代码已不再使用'), text.indexOf('承继关系'))
    expect(notice).toContain(partA)
    expect(notice).toContain(taker)
    expect(notice).not.toContain(partB)
  })
})

describe('the search', () => {
  it.each([
    ['two characters', '虚衡'],
    ['the traditional form', '鋼鐵'],
    ['two words', '石家庄 钢铁'],
  ])('finds by %s', async (_how, words) => expect(await page(`/enterprises?q=${encodeURIComponent(words)}`)).toContain(old))
  it('finds by the beginning of a code', async () => expect(await page(`/enterprises?q=${old.slice(0, 12)}`)).toContain(old))
  it('finds by a former name', async () => {
    await step(taker, 'change', { name: '河北例泽集团有限公司', place: '139001', changedOn: '2026-11-04' })
    const text = await page(`/enterprises?q=${encodeURIComponent('拟质')}`)
    expect(text).toContain(taker)
    expect(text).toContain('曾用名')
  })
  it('keeps to a place', async () => {
    expect(await page(`/enterprises?q=${encodeURIComponent('有限公司')}&place=139001`)).not.toContain(old)
    expect(await page(`/enterprises?q=${encodeURIComponent('有限公司')}&place=130100`)).toContain(old)
  })
  it('asks for two characters', async () => expect(await page(`/enterprises?q=${encodeURIComponent('钢')}`)).toContain('至少输入两个字'))
})

describe('what the public sees', () => {
  it('has no script and no personal field, in any language and by any public route', async () => {
    for (const path of [`/enterprise/${old}`, `/en/enterprise/${old}`, `/hant/enterprise/${old}`, `/enterprises?q=${encodeURIComponent('虚衡')}`, '/data/enterprises']) {
      const text = await page(path)
      expect(text).toContain('虚衡')
      expect(text).not.toContain(secret)
      expect(text).not.toContain('<script')
    }
    expect(JSON.stringify((await house.get('/api/v1/publications/enterprises')).body)).not.toContain(secret)
    expect((await page(`/enterprises?q=${encodeURIComponent(secret)}`)).includes(old)).toBe(false)
  })
  it('says why a code leads nowhere', async () => {
    const wrong = await house.get('/en/enterprise/91130102MAX000001A')
    expect(wrong.status).toBe(404)
    expect(String(wrong.body)).toContain('check character does not fit')
    expect((await house.get(`/enterprise/${inventedCode('130102', 77, '91')}`)).status).toBe(404)
  })
  it('can read which codes were valid when: Dingzhou belonged to Baoding until 2015 and reports to the province since', async () => {
    const now = await page('/places')
    expect(now).toContain('139001')
    expect(now).toContain('省直辖')
    const then = await page('/places?day=2014-06-30')
    expect(then).toContain('属保定市')
    expect(then.slice(0, then.indexOf('已停用的代码'))).toContain('130682 定州市')
  })
})

describe('codes', () => {
  it('of invented bodies fit in both layers', () => expect([old, taker, whole].every(organisationFits)).toBe(true))
  // A code in public use whose outer check passes while the organisation code inside should end in 7.
  it('may fail in the inner layer alone, which warns', () => expect(organisationFits('91310000MA1K000006')).toBe(false))
  it.each(['91350100M000100Y43', '9144030071526726XG', '914403001922038216', '91330100799655058B'])('%s fits in both', (code) =>
    expect(organisationFits(code)).toBe(true),
  )
})

it('and all verifies', async () => {
  await house.work.settled()
  expect(await verifyAll(house.engine)).toMatchObject({ clean: true })
})
