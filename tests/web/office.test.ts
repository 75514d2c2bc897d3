// A county officer's day in the office application, in a real browser: sign in, what is due, steps, refusals, conflicts, import.
import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../kernel/day.ts'
import { addAccount } from '../../store/people/accounts.ts'
import { builtWeb } from '../../web/routes/office.ts'
import { staysWithin, violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Case, type Cast } from '../journeys/complaint-story.ts'

const password = 'a good password'
let house: House
let browser: Browser
let context: BrowserContext
let page: Page
let who: Cast
let address = ''
const files: (Case & { number: string })[] = []
const duties = (...names: string[]) => names.map((name) => ({ duty: name, reach: 'area' as const, area: '130102' }))

beforeAll(async () => {
  if (!existsSync(builtWeb)) throw new Error('The office application is not built: run “npm run build” before this test.')
  house = await openHouse({ now: new Date().toISOString(), pages: true })
  const holdings = [...duties('complaints.clerk', 'complaints.mediator', 'complaints.citizen'), { duty: 'parties.registrar', reach: 'all' as const }]
  const { database } = house.engine
  await addAccount(database, { id: 'clerk', name: '受理人', office: 'market-130102', password, face: 'office', from: '2010-01-01', holdings })
  who = await cast(house)
  const today = dayOf(house.engine.now())
  for (const trader of ['虚衡乳业有限公司（虚构）', '拟安家具经营部（虚构）', '样达电缆商行（虚构）'])
    files.push(await complain(house, who.citizen, yoghurt(today, { traderName: trader })))
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const signIn = async (on: Page) => {
  await on.fill('#account', 'clerk')
  await on.fill('#password', password)
  await on.click('button[type=submit]')
}
const record = (at: number) => `${address}/en/office/registers/complaint/${files[at]!.id}`

describe('signing in', () => {
  it('is asked of whoever comes, and a wrong password tells nothing', async () => {
    await page.goto(`${address}/en/office`)
    await page.waitForSelector('#account')
    expect(await violations(page)).toEqual([])
    await page.fill('#account', 'clerk')
    await page.fill('#password', 'wrong')
    await page.click('button[type=submit]')
    expect(await page.textContent('[role=alert]')).toContain('Which of the two is wrong is not said')
  })
  it('leads to what is due, each with its light, day, article and what the clerk can do', async () => {
    await signIn(page)
    await page.waitForSelector('main tr[data-row]')
    expect(await page.locator('main tr[data-row]').count()).toBe(3)
    const row = await page.textContent('main tr[data-row] >> nth=0')
    expect(row).toContain('7 working days left')
    expect(row).toContain('Art. 15')
    expect(row).toContain('Accept')
    expect(await page.locator('.tile.green b').textContent()).toBe('3')
    expect(await violations(page)).toEqual([])
  })
})

describe('a case by the keyboard', () => {
  it('is chosen with j, opened with Enter, its step with a digit, sent with Ctrl+Enter', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.panel .step-line')
    expect(await violations(page)).toEqual([])
    const names = await page.locator('.panel .steps >> nth=0').locator('.step-name a').allTextContents()
    await page.keyboard.press(String(names.findIndex((name) => name.includes('Accept')) + 1))
    await page.waitForSelector('.step form')
    expect(await violations(page)).toEqual([])
    await page.focus('.step form textarea')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.state:has-text("Accepted")')
    expect(await page.textContent('.timeline')).toContain('Accept')
    expect(await page.textContent('.clocks')).toContain('End mediation')
    const { body } = await house.get(`/api/v1/registers/complaint/${files[0]!.id}`, who.clerkChangan)
    expect(body.record).toMatchObject({ state: 'accepted', version: 2 })
  })
  it('gives way to the next one of the list with n', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.waitForURL((url) => url.pathname.endsWith(files[1]!.id))
    await page.waitForSelector('.beside:has-text("2 / 3")')
  })
})

describe('a refusal', () => {
  it('is said at the field before anything is sent, by the rule that the server checks', async () => {
    await page.goto(`${record(0)}?step=mediate`)
    await page.waitForSelector('.step form')
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await page.getByLabel('In person').check()
    await page.locator('#mediate-bothConsent').getByText('No', { exact: true }).click()
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.field.wrong .problem')
    expect(await page.textContent('.field.wrong')).toContain('consent')
    expect(sent).toEqual([])
    expect(await violations(page)).toEqual([])
  })
  it('names every answer that is missing, and leads to each', async () => {
    await page.goto(`${record(1)}?step=transfer`)
    await page.waitForSelector('.step form')
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.refusal')
    expect(await page.locator('.refusal li').count()).toBe(3)
    await page.click('.refusal li a >> nth=2')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('transfer-why')
  })
})

describe('somebody was faster', () => {
  it('nothing is overwritten: what changed is shown, what was typed is kept, and one may go on', async () => {
    await page.goto(`${record(2)}?step=ask-for-material`)
    await page.fill('#ask-for-material-missing', '购物小票')
    await take(house, files[2]!, 'accept', who.clerkChangan)
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.moved-on')
    expect(await page.textContent('.moved-on')).toContain('Accept')
    expect(await page.textContent('.moved-on')).toContain('no longer possible')
    expect(await page.inputValue('#ask-for-material-missing')).toBe('购物小票')
    expect(await violations(page)).toEqual([])
    const { body } = await house.get(`/api/v1/registers/complaint/${files[2]!.id}`, who.clerkChangan)
    expect(body.record).toMatchObject({ state: 'accepted', version: 2 })
  })
})

describe('a session that ends', () => {
  it('asks to sign in over the page and keeps what was typed; then the step is taken once', async () => {
    await page.goto(`${record(1)}?step=ask-for-material`)
    await page.fill('#ask-for-material-missing', '发票复印件')
    await house.engine.database.query('delete from kernel.session')
    // Who asks is remembered for a second.
    await page.waitForTimeout(1200)
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.ant-modal #password')
    expect(await page.inputValue('#ask-for-material-missing')).toBe('发票复印件')
    await page.fill('.ant-modal #password', password)
    await page.click('.ant-modal button[type=submit]')
    await page.waitForSelector('.state:has-text("Waiting for material")')
    const { body } = await house.get(`/api/v1/registers/complaint/${files[1]!.id}/history`, who.clerkChangan)
    expect(body.items.map((entry: { step: string }) => entry.step)).toEqual(['open', 'ask-for-material'])
    expect(body.items[1].answers.missing).toBe('发票复印件')
  })
})

describe('a line that breaks', () => {
  it('after the act arrived and its answer was lost, the same sending is repeated and nothing is done twice', async () => {
    await page.goto(`${record(1)}?step=complete`)
    await page.waitForSelector('#complete-supplied')
    await page.fill('#complete-supplied', '已补交')
    let lost = 0
    await page.route('**/steps/complete', async (route) => {
      const response = await route.fetch()
      lost += 1
      return lost === 1 ? route.abort('connectionreset') : route.fulfill({ response })
    })
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.state:has-text("Received")')
    await page.unroute('**/steps/complete')
    expect(lost).toBe(2)
    const { body } = await house.get(`/api/v1/registers/complaint/${files[1]!.id}/history`, who.clerkChangan)
    expect(body.items.map((entry: { step: string }) => entry.step)).toEqual(['open', 'ask-for-material', 'complete'])
  })
})

describe('lists', () => {
  it('are found by two characters, filtered, ordered, and say so in their address', async () => {
    await page.goto(`${address}/en/office/registers/complaint?q=${encodeURIComponent('家具')}`)
    await page.waitForSelector('main tr[data-row]')
    expect(await page.locator('main tr[data-row]').count()).toBe(1)
    await page.goto(`${address}/en/office/registers/complaint?state=accepted&order=-received`)
    await page.waitForSelector('main tr[data-row]')
    expect(await page.locator('main tr[data-row]').count()).toBe(2)
    expect(await page.getAttribute('th:has-text("Received on")', 'aria-sort')).toBe('descending')
    expect(await violations(page)).toEqual([])
  })
})

const table = (rows: string[]) => Buffer.from(`统一社会信用代码,名称,住所地,类型,虚构的演示数据\n${rows.join('\n')}\n`)

describe('an import', () => {
  const choose = (rows: string[]) =>
    page.setInputFiles('input[type=file]', { name: 'enterprises.csv', mimeType: 'text/csv', buffer: table(rows) })
  /** The page once it says so, or a refusal in its place, which is then read in the failure. */
  const answer = async (said: string) => {
    await page.waitForSelector(`main :text("${said}"), main [role=alert]`)
    return (await page.locator('main').textContent()) ?? ''
  }
  it('is tried first: every wrong row is named with what to do, and nothing is kept', async () => {
    await page.goto(`${address}/en/office/registers/enterprise/import`)
    await page.waitForSelector('input[type=file]', { state: 'attached' })
    await choose(['91130102MAX000001A,虚构甲公司,130102,企业,是', '91130102MAX000002M,虚构乙公司,130102,企业,也许'])
    await page.waitForSelector('main tr[data-row]')
    const text = await page.textContent('main table')
    expect(text).toContain('The check character does not fit')
    expect(text).toContain('Yes or no is expected')
    expect(await violations(page)).toEqual([])
    expect((await house.get('/api/v1/registers/enterprise?count=true', who.clerkChangan)).body.count ?? 0).toBe(0)
  })
  it('is then brought in whole, and the same file again does nothing', async () => {
    await choose(['91130102MAX000001J,虚构甲公司,130102,企业,是', '91130102MAX000002M,虚构乙公司,130102,企业,是'])
    await page.click('button:has-text("Bring in 2 records")')
    expect(await answer('2 entered')).toContain('2 entered')
    // The very same file once more: told so already by the dry run, and nothing is offered to be brought in twice.
    await page.goto(`${address}/en/office/registers/enterprise/import`)
    await page.waitForSelector('input[type=file]', { state: 'attached' })
    await choose(['91130102MAX000001J,虚构甲公司,130102,企业,是', '91130102MAX000002M,虚构乙公司,130102,企业,是'])
    expect(await answer('2 are there already')).toContain('2 are there already')
    await page.goto(`${address}/en/office/registers/enterprise`)
    await page.waitForSelector('main tr[data-row]')
    expect(await page.locator('main tr[data-row]').count()).toBe(2)
  })
})

describe('opening a record', () => {
  it('keeps what was typed through a reload and enters it once', async () => {
    await page.goto(`${address}/en/office/registers/product/open`)
    await page.waitForSelector('#open-name')
    await page.fill('#open-producer', '91130102MAX000001J')
    await page.fill('#open-name', '虚构酸奶')
    await page.waitForTimeout(600)
    await page.reload()
    await page.waitForSelector('#open-name')
    expect(await page.inputValue('#open-name')).toBe('虚构酸奶')
    expect(await violations(page)).toEqual([])
    await page.fill('#open-class', '1441')
    await page.click('main form button[type=submit]')
    await page.waitForSelector('.timeline')
    expect(await page.textContent('h1')).toContain('虚构酸奶')
  })
})

const everyPage = [
  '',
  '/registers/complaint',
  '/registers/complaint/open',
  '/registers/enterprise/import',
  '/parked',
  '/checks',
  '/linkages',
  '/wall',
  '/account',
]

describe('every page', () => {
  it.each(everyPage)('%s has no accessibility violation, and does not scroll sideways at 360 px', async (path) => {
    const narrow = await context.newPage()
    const faults: string[] = []
    narrow.on('pageerror', (error) => faults.push(error.message))
    await narrow.setViewportSize({ width: 360, height: 740 })
    await narrow.goto(`${address}/office${path}`, { waitUntil: 'networkidle' })
    await narrow.waitForSelector('#content h1')
    expect(await violations(narrow)).toEqual([])
    expect(await staysWithin(narrow)).toBe(true)
    expect(faults).toEqual([])
    await narrow.close()
  })
  it.each([
    ['', 'zh-Hans-CN', '待办', '消费投诉'],
    ['/hant', 'zh-Hant', '待辦', '消費投訴'],
    ['/en', 'en', 'To do', 'Consumer complaint'],
  ])('in the language at “%s” says “%s”', async (prefix, tag, due, complaint) => {
    const other = await context.newPage()
    await other.goto(`${address}${prefix}/office`)
    await other.waitForSelector('#content h1')
    expect(await other.textContent('#content h1')).toBe(due)
    expect(await other.getAttribute('html', 'lang')).toBe(tag)
    expect(await other.textContent('#menu')).toContain(complaint)
    await other.goto(`${address}${prefix}/office/registers/complaint`)
    await other.waitForSelector('#content h1')
    expect(await other.textContent('#content h1')).toBe(complaint)
    await other.close()
  })
})
