// People by name where records keep accounts: told to who reads the record, offered to colleagues, in the office and in forms without a script.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { found, invented, laboratory, open, row, type File, type Headers } from '../journeys/supervision-story.ts'

const password = 'a good password'
const code = invented(7)
const another = invented(8)
let house: House
let accreditor: Headers
const of: Record<string, Headers> = {}
let analyst: File

const holding = (duty: string) => [{ duty: `testing.${duty}`, reach: 'party' as const }]

beforeAll(async () => {
  house = await openHouse({ now: new Date().toISOString(), pages: true })
  accreditor = await house.person('acc', [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market', name: '认定甲' })
  const staff = [['lab-quality', '钱质量', 'laboratory', code], ['lab-analyst', '孙分析', 'analyst', code], ['lab-new', '周新人', 'analyst', code]] as const
  for (const [id, name, duty, speaks] of [...staff, ['other-analyst', '吴外人', 'analyst', another]] as const)
    of[id] = await house.person(id, holding(duty), { face: 'laboratory', name, speaksFor: [speaks] })
  of['citizen'] = await house.person('citizen', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public', name: '郑市民' })
  // Of the rest of the bench it is enough that their accounts are there: they speak for nobody.
  for (const duty of ['keeper', 'checker', 'reviewer', 'signatory']) await house.person(`lab-${duty}`, holding(duty), { face: 'laboratory' })
  await laboratory(house, { accreditor }, code, '2025-01-02')
  analyst = (await found(house, 'lab-person', 'account', 'lab-analyst'))[0]!
}, 120_000)
afterAll(() => house.close())

describe('who is a colleague', () => {
  const colleagues = async (who: Headers) => (await house.get('/api/v1/colleagues', who)).body.items as { account: string; name: string }[]

  it('is whoever speaks for the same body, and nobody of another', async () => {
    const names = (await colleagues(of['lab-quality']!)).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['周新人', '孙分析', '钱质量'].toSorted())
  })
  it('is for an official whoever works in the offices of their reach', async () => {
    await house.person('far', [{ duty: 'supervision.sampler', reach: 'area', area: '130200' }], { office: 'market-130200', name: '唐山员' })
    await house.person('near', [{ duty: 'supervision.sampler', reach: 'area', area: '130102' }], { office: 'market-130102', name: '长安员' })
    const city = await house.person('city', [{ duty: 'supervision.organiser', reach: 'area', area: '130100' }], { office: 'market-130100', name: '市局员' })
    expect((await colleagues(city)).map(({ name }) => name)).toEqual(expect.arrayContaining(['市局员', '长安员']))
    expect((await colleagues(city)).map(({ name }) => name)).not.toContain('唐山员')
  })
  it('is searched by name or account, and asked by account; whoever is no colleague is told in neither way', async () => {
    const asked = async (query: Record<string, string>) =>
      (await house.get(`/api/v1/colleagues?${new URLSearchParams(query).toString()}`, of['lab-quality']!)).body as { items: { account: string }[]; more: boolean }
    const accounts = async (query: Record<string, string>) => (await asked(query)).items.map(({ account }) => account)
    for (const q of ['周新', '週新', 'lab-ne']) expect(await accounts({ q })).toEqual(['lab-new'])
    for (const q of ['吴外人', 'other-analyst', '%', '_']) expect(await accounts({ q })).toEqual([])
    expect(await accounts({ accounts: 'lab-new other-analyst nobody' })).toEqual(['lab-new'])
    // Of very many a part is told and that there are more; the others are found by their names.
    const many = Array.from({ length: 60 }, (_, n) => addAccount(house.engine.database, { id: `crowd-${n}`, name: `众员${String(n).padStart(2, '0')}`, office: null, password, face: 'laboratory', from: '2010-01-01', holdings: [], speaksFor: ['MANY'] }))
    await Promise.all(many)
    const crowd = await house.person('crowd-head', holding('laboratory'), { face: 'laboratory', name: '众首', speaksFor: ['MANY'] })
    const all = (await house.get('/api/v1/colleagues', crowd)).body
    expect([all.items.length, all.more]).toEqual([50, true])
    expect((await house.get('/api/v1/colleagues?q=59', crowd)).body).toEqual({ items: [{ account: 'crowd-59', name: '众员59' }], more: false })
  })
  it('is nobody else for a citizen, and nothing is told to a visitor', async () => {
    expect(await colleagues(of['citizen']!)).toEqual([])
    expect((await house.get('/api/v1/colleagues')).status).toBe(401)
  })
})

describe('names in a record', () => {
  const people = (who: Headers) => house.get(`/api/v1/registers/lab-person/${analyst.id}/people`, who)
  it('are told to who reads it', async () => {
    expect((await people(of['lab-quality']!)).body.items).toEqual([{ account: 'lab-analyst', name: '孙分析' }])
  })
  it('are told to nobody else: not found, as the record itself', async () => {
    for (const who of [of['other-analyst']!, of['citizen']!]) {
      const answer = await people(who)
      expect(answer.status).toBe((await house.get(`/api/v1/registers/lab-person/${analyst.id}`, who)).status)
      expect(JSON.stringify(answer.body)).not.toContain('孙分析')
    }
    expect((await people({})).status).toBe(401)
  })
})

describe('a form without a script', () => {
  const answers = { laboratory: code, badge: 'JC-9', name: '演示人员', rights: 'check', from: '2025-02-03' }
  async function send(more: Record<string, string>): Promise<{ status: number; body: string; key: string }> {
    const key = uuidv7()
    const payload = new URLSearchParams({ ...answers, ...more, _key: key }).toString()
    const headers = { ...of['lab-quality']!, 'content-type': 'application/x-www-form-urlencoded' }
    const response = await house.app.inject({ method: 'POST', url: '/desk/lab-person/open', headers, payload })
    return { status: response.statusCode, body: response.body, key }
  }
  it('offers colleagues by name', async () => {
    const { body } = await house.app.inject({ url: '/desk/lab-person/open', headers: of['lab-quality']! })
    expect(body).toMatch(/<datalist id="colleague">.*<option value="周新人"/s)
    expect(body).not.toContain('吴外人')
  })
  it('takes the name and keeps the account', async () => {
    const { status, body, key } = await send({ account: '周新人' })
    expect(status, body.match(/class="errors".*?<\/div>/s)?.[0]).toBe(303)
    expect(await row(house, { register: 'lab-person', id: key })).toMatchObject({ account: 'lab-new' })
  })
  it('refuses a name that is nobody’s, at its field; another’s colleague is told of in the same words', async () => {
    const said: string[] = []
    for (const account of ['周不存在', 'nobody-here', '吴外人', 'other-analyst']) {
      const { status, body, key } = await send({ account, badge: 'JC-11' })
      expect([account, status, body.includes('id="account-problem"')]).toEqual([account, 422, true])
      expect(await found(house, 'lab-person', 'id', key)).toEqual([])
      said.push(body.match(/id="account-problem".*?<\/[a-z]+>/s)![0].replaceAll(account, '…'))
    }
    expect(new Set(said).size).toBe(1)
  })
  it('an interface refuses it by the same sentence, in a table by its line; what stands in a record may stay', async () => {
    const given = { ...answers, rights: ['check'], badge: 'JC-12', account: 'nobody-here' }
    const { status, body } = await house.post('/api/v1/registers/lab-person', { id: uuidv7(), answers: given }, { ...of['lab-quality']!, 'idempotency-key': uuidv7() })
    expect([status, body.code, body.field]).toEqual([422, 'people.nobody-of-that-name', 'account'])
    // An official of the whole province registers staff of any laboratory, by account; one that is not there is refused as to others.
    const id = uuidv7()
    const ask = (account: string) => house.post('/api/v1/registers/lab-person', { id, answers: { ...given, account } }, { ...accreditor, 'idempotency-key': uuidv7() })
    for (const name of ['周新人', 'nobody-here'])
      expect((await ask(name)).body).toMatchObject({ code: 'people.nobody-of-that-name', field: 'account', detail: body.detail.replace('nobody-here', name) })
    expect((await ask('lab-new')).status).toBe(201)
  })
  it('takes an account as it stands, too', async () => {
    const { key } = await send({ account: 'lab-new', badge: 'JC-10' })
    expect(await row(house, { register: 'lab-person', id: key })).toMatchObject({ account: 'lab-new' })
  })
})

describe('the office', () => {
  let browser: Browser
  let page: Page
  let address = ''
  beforeAll(async () => {
    await addAccount(house.engine.database, { id: 'head', name: '冯主任', office: null, password, face: 'laboratory', from: '2010-01-01', holdings: holding('laboratory'), speaksFor: [code] })
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
    browser = await openBrowser()
    page = await browser.newPage()
    await page.goto(`${address}/en/office`)
    await page.fill('#account', 'head')
    await page.fill('#password', password)
    await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/api/v1/house')), page.click('button[type=submit]')])
  })
  afterAll(() => browser.close())

  it('shows the person behind the account, in the record and in its history', async () => {
    await page.goto(`${address}/en/office/registers/lab-person/${analyst.id}`)
    await page.waitForSelector('.facts dd:has-text("孙分析")')
    expect(await page.textContent('.timeline')).toContain('孙分析')
    expect(await page.textContent('main')).not.toContain('lab-analyst')
  })
  it('finds a colleague by name and sends the account', async () => {
    await page.goto(`${address}/en/office/registers/lab-person/open`)
    await page.waitForSelector('form')
    const field = page.getByLabel('Account')
    await field.fill('周新')
    await page.waitForSelector('.ant-select-item-option:has-text("周新人")')
    await page.click('.ant-select-item-option:has-text("周新人")')
    await page.keyboard.press('Escape')
    expect(await page.textContent('form')).toContain('周新人')
    expect(await page.textContent('form')).not.toContain('lab-new')
    await page.waitForSelector('.ant-select-dropdown', { state: 'hidden' })
    expect(await violations(page)).toEqual([])
  })
})
