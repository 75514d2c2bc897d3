// A case on the desk of its handler and the page of the body it concerns, in a real browser at 360 px, each within its own reach.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerOf } from '../../server/identity.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { casesView } from '../../web/data/case-file.ts'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'

const own = '91130102MAX000001J'
const other = '91130102MAX000NJ9T'
type Headers = Record<string, string>

let house: House
let browser: Browser
let address = ''
let handler: Headers
let tangshan: Headers
let firm: Headers
let stranger: Headers
let id = ''

const open = (register: string, answers: object, who: Headers) =>
  house.post(`/api/v1/registers/${register}`, { id: uuidv7(), answers }, { ...who, 'idempotency-key': uuidv7() })
const entry = (category: string) => ({
  ...{ party: own, partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: '虚构市场监管局' },
  ...{ document: '虚构〔2026〕1号', article: 'product-quality-law/49', determined: '2026-05-06', scope: 'open' },
})
const page = async (path: string, who: Headers) => (await house.get(path, who)).body as string

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  const holdings = (area: string) => ['enforcement.clerk', 'enforcement.handler'].map((duty) => ({ duty, reach: 'area' as const, area }))
  handler = await house.person('handler', holdings('130102'))
  tangshan = await house.person('tangshan', holdings('130200'))
  const party = ['credit.party', 'enforcement.party', 'parties.self'].map((duty) => ({ duty, reach: 'party' as const }))
  firm = await house.person('firm', party, { face: 'enterprise', speaksFor: [own] })
  stranger = await house.person('stranger', party, { face: 'enterprise', speaksFor: [other] })
  const clerk = await house.person('clerk', [{ duty: 'credit.clerk', reach: 'all' }])
  const lead = {
    ...{ received: '2026-05-08', source: 'sample', party: own, partyName: '虚构灯具厂（演示）', place: '130102' },
    ...{ kind: 'substandard', facts: '灯具爬电距离不符合强制性标准（虚构）' },
  }
  const opened = await open('case', lead, handler)
  expect(opened.status, JSON.stringify(opened.body)).toBe(201)
  id = opened.body.record
  expect((await open('credit-entry', entry('ordinary'), clerk)).status).toBe(201)
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the pages', () => {
  const all = ['', '/hant', '/en'].flatMap((language) => ['/desk/cases', '/desk/cases/ID', '/desk/own-file'].map((path) => language + path))
  it.each(all)('%s is accessible and does not scroll sideways', async (path) => {
    expect(await onPhone(browser, address + path.replace('ID', id), path.includes('cases') ? handler : firm)).toEqual(faultFree)
  })
})

describe('a case', () => {
  it('shows its handler what is due under which article, and what can be done', async () => {
    const list = await page('/en/desk/cases', handler)
    for (const part of ['虚构灯具厂（演示）', 'Verify the lead', `/en/desk/case/${id}/verify`]) expect(list).toContain(part)
    const file = await page(`/en/desk/cases/${id}`, handler)
    for (const part of ['灯具爬电距离不符合强制性标准', 'No evidence is entered yet', '2026-05-08']) expect(file).toContain(part)
  })
  it('stands first when it is the most urgent, however many came after it', async () => {
    const lead = { received: '2026-05-11', source: 'check', party: own, partyName: '虚构灯具厂（演示）', place: '130102', kind: 'labelling' }
    for (const n of [1, 2, 3]) expect((await open('case', { ...lead, facts: `第${n}件（虚构）` }, handler)).status).toBe(201)
    const caller = await callerOf(house.engine, { headers: handler, url: '/', method: 'GET', cookies: {} } as never)
    const { cases } = await casesView(house.engine, caller, undefined, 0, 2)
    expect(cases[0]!.record.id).toBe(id)
    expect(cases.map(({ due }) => due!.due)).toEqual(cases.map(({ due }) => due!.due).toSorted())
  })
  it('is not found from another city, and not in its list', async () => {
    expect((await house.get(`/en/desk/cases/${id}`, tangshan)).status).toBe(404)
    expect(await page('/en/desk/cases', tangshan)).toContain('No case here is yours to see')
    expect((await house.get(`/desk/cases/${id}`)).status).toBe(303)
  })
})

describe('the body', () => {
  it('sees its class, the record that lowers it with its article, and what would change it', async () => {
    const text = await page('/en/desk/own-file', firm)
    // 85 − 15 = 70 lies between 60 and 75: class C until the entry counts no more.
    for (const part of ['70 points', 'Records that count for the class', '/en/law/product-quality-law/49', 'What would change it', '1 fewer of'])
      expect(text).toContain(part)
    expect(text).toContain('/en/desk/credit-objection/open')
  })
  it('sees nothing of another body', async () => {
    const text = await page('/en/desk/own-file', stranger)
    expect(text).toContain('85 points')
    for (const part of ['虚构灯具厂', own, 'Records that count']) expect(text).not.toContain(part)
  })
})
