// A clerk's morning in a real browser: signs in, sees what is due, opens a complaint, is told what is wrong, accepts it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, yoghurt } from '../journeys/complaint-story.ts'

let house: House
let browser: Browser
let page: Page
let address = ''
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

beforeAll(async () => {
  house = await openHouse({ now: new Date().toISOString(), pages: true })
  const holdings = ['clerk', 'mediator', 'citizen'].map((duty) => ({ duty: `complaints.${duty}`, reach: 'area' as const, area: '130102' }))
  await addAccount(house.engine.database, { id: 'clerk', name: '受理人', office: 'market-130102', password: 'a good password', face: 'office', from: '2010-01-01', holdings })
  const today = house.engine.now().slice(0, 10)
  await complain(house, (await cast(house)).citizen, yoghurt(today))
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const violations = async (): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const result = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run()
    return result.violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 140)}`)
  })
}
const wide = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe('a clerk at 360 px', () => {
  it('is shown the way in, and a wrong password tells nothing', async () => {
    await page.goto(`${address}/en/desk`)
    expect(page.url()).toContain('/en/desk/sign-in')
    await page.fill('#account', 'clerk')
    await page.fill('#password', 'wrong')
    await page.click('main button[type=submit]')
    expect(await page.textContent('[role=alert]')).toContain('Which of the two is wrong is not said')
  })
  it('signs in and sees what is due, with light, day and article', async () => {
    await page.fill('#account', 'clerk')
    await page.fill('#password', 'a good password')
    await page.click('main button[type=submit]')
    await page.waitForURL(/desk$/)
    expect(await page.textContent('main')).toContain('Decide on acceptance')
    expect(await page.locator('main a[href$="/law/samr-order-121/15"]').count()).toBeGreaterThan(0)
    expect(await violations()).toEqual([])
    expect(await wide()).toBe(true)
  })
  it('opens the case and takes it on; the time-line says so', async () => {
    await page.click('main table a >> nth=0')
    expect(await violations()).toEqual([])
    await page.click('main .card a:has-text("Accept")')
    await page.click('main button[type=submit]')
    await page.waitForSelector('.timeline')
    expect(await page.textContent('.timeline')).toContain('Accept')
    expect(await page.textContent('main')).toContain('End mediation')
    expect(await wide()).toBe(true)
  })
  it('is told at the field what a step lacks, and nothing was saved', async () => {
    await page.click('main .card a:has-text("Begin mediation")')
    await page.selectOption('#form', 'site')
    await page.selectOption('#bothConsent', '否')
    await page.click('main button[type=submit]')
    expect(await page.textContent('.errors')).toContain('needs the consent')
    expect(await violations()).toEqual([])
  })
  it('finds cases by two characters of the trader’s name', async () => {
    await page.goto(`${address}/en/desk/complaint?q=${encodeURIComponent('乳业')}`)
    expect(await page.locator('main tbody tr').count()).toBe(1)
    await page.goto(`${address}/en/desk/complaint?q=${encodeURIComponent('钢铁')}`)
    expect(await page.locator('main tbody tr').count()).toBe(0)
    expect(await violations()).toEqual([])
  })
  it('cannot be made to act by another site: a form without its mark is refused', async () => {
    const cookies = (await page.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ')
    const response = await house.app.inject({ method: 'POST', url: '/desk/sign-out', headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })
    expect(response.statusCode).toBe(403)
  })
  it('signs out', async () => {
    await page.goto(`${address}/en/desk`)
    await page.click('main form[action$="sign-out"] button')
    await page.waitForURL(/sign-in$/)
    await page.goto(`${address}/en/desk`)
    expect(page.url()).toContain('sign-in')
  })
})
