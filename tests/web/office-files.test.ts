// Files in the office application, in a real browser: chosen by the keyboard, sent with their progress, refused with a sentence, taken out, handed in.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../kernel/day.ts'
import { addAccount } from '../../store/people/accounts.ts'
import { staysWithin, violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { pdf, png } from '../bed/sample-files.ts'
import { cast, complain, yoghurt, type Case, type Cast } from '../journeys/complaint-story.ts'

const password = 'purple lantern orbit 58'
let house: House
let browser: Browser
let page: Page
let who: Cast
let file: Case
let address = ''

beforeAll(async () => {
  house = await openHouse({ now: new Date().toISOString(), pages: true })
  const holdings = ['clerk', 'citizen'].map((duty) => ({ duty: `complaints.${duty}`, reach: 'area' as const, area: '130102' }))
  await addAccount(house.engine.database, { id: 'clerk', name: '受理人', office: 'market-130102', password, face: 'office', from: '2010-01-01', holdings })
  who = await cast(house)
  file = await complain(house, who.citizen, yoghurt(dayOf(house.engine.now())))
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  // A passkey belongs to a name, not to a number: the site is opened as localhost.
  address = `http://localhost:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const stepForm = () => `${address}/en/office/registers/complaint/${file.id}?step=ask-for-material`
const input = 'input[type=file]'

describe('signing in to the application', () => {
  it('with a passkey needs no password; a device that turns it down is said so', async () => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const device = { protocol: 'ctap2' as const, transport: 'internal' as const, hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options: device })
    await page.goto(`${address}/en/desk/sign-in`)
    await page.fill('#account', 'clerk')
    await page.fill('#password', password)
    await page.click('main button[type=submit] >> nth=0')
    await page.goto(`${address}/en/desk/me`)
    await page.locator('details:has(> form[action$="/passkeys/begin"]) > summary').click()
    await page.fill('#passkey-title', 'desk computer')
    await page.fill('#passkey-password', password)
    await page.locator('form[action$="/passkeys/begin"] button').click()
    await page.click('text=Use this device')
    await page.waitForSelector('.codes')
    await page.context().clearCookies()
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.goto(`${address}/en/office`)
    await page.click('text=Sign in with a passkey')
    await page.waitForSelector('[role=alert]')
    expect(await page.textContent('[role=alert]')).toContain('turned it down')
    expect(await violations(page)).toEqual([])
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await page.click('text=Sign in with a passkey')
    await page.waitForSelector('#content h1')
    await page.goto(`${address}/en/office/account`)
    expect(await page.getAttribute('a[href="/en/desk/me"]', 'href')).toBe('/en/desk/me')
  })
})

describe('files of an opening', () => {
  it('are sent as soon as they are chosen, show how far they are, and hold the form back until they are there', async () => {
    await page.goto(`${address}/en/office/registers/complaint/open`)
    await page.waitForSelector(input)
    let release = () => {}
    const held = new Promise<void>((go) => (release = go))
    await page.route('**/files/evidence', async (route) => {
      await held
      await route.continue()
    })
    await page.setInputFiles(input, [{ name: 'receipt.png', mimeType: 'image/png', buffer: png() }])
    await page.waitForSelector('progress')
    expect(await page.getAttribute('progress', 'aria-label')).toBe('Sending receipt.png')
    expect(await page.isDisabled('main form button[type=submit]')).toBe(true)
    // What is typed while a file is under way stays.
    await page.fill('#open-traderName', '虚构商店')
    release()
    await page.waitForSelector('.file-line[data-hash]')
    await page.unroute('**/files/evidence')
    expect(await page.textContent('.file-line[data-hash]')).toContain('receipt.png')
    expect(await page.inputValue('#open-traderName')).toBe('虚构商店')
    expect(await page.isDisabled('main form button[type=submit]')).toBe(false)
    expect(await violations(page)).toEqual([])
  })
  it('of a kind that is not taken, empty or too large are refused with what to do, and the others stay', async () => {
    await page.setInputFiles(input, [{ name: 'program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }])
    await page.waitForSelector('.file-line.refused')
    expect(await page.textContent('.file-line.refused')).toContain('“.exe” is not taken here')
    await page.click('.file-line.refused button')
    // A name that promises a picture: the contents are judged by the server.
    await page.setInputFiles(input, [{ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('MZ this is no picture at all') }])
    await page.waitForSelector('.file-line.refused')
    expect(await page.textContent('.file-line.refused')).toContain('photo.png')
    expect(await violations(page)).toEqual([])
    await page.click('.file-line.refused button')
    await page.setInputFiles(input, [{ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(6 * 1024 * 1024, 'a') }])
    await page.waitForSelector('.file-line.refused')
    expect(await page.textContent('.file-line.refused')).toContain('larger than the 5 MB')
    await page.click('.file-line.refused button')
    expect(await page.locator('.file-line').count()).toBe(1)
  })
  it('are taken out again by the keyboard, and stay through a reload by their names', async () => {
    await page.setInputFiles(input, [{ name: 'contract.pdf', mimeType: 'application/pdf', buffer: pdf() }])
    await page.waitForSelector('.file-line:has-text("contract.pdf")')
    await page.waitForFunction(() => document.querySelector('progress') === null)
    expect(await page.locator('.file-line').allTextContents()).toEqual([expect.stringContaining('receipt.png'), expect.stringContaining('contract.pdf')])
    expect(await page.locator('.file-line.refused').count()).toBe(0)
    // What is typed or sent is remembered a moment later.
    await page.waitForTimeout(600)
    await page.reload()
    await page.waitForSelector('.file-line[data-hash]:has-text("contract.pdf")')
    await page.locator('.file-line:has-text("receipt.png") button').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.file-line').count()).toBe(1)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('file')
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await staysWithin(page)).toBe(true)
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

describe('files of a step', () => {
  it('are handed in with it and stand in the record as links', async () => {
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkChangan)
    expect(body.record.state).toBe('received')
    await page.goto(stepForm())
    await page.fill('#ask-for-material-missing', '购物小票')
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.state:has-text("Waiting for material")')
    await page.goto(`${address}/en/office/registers/complaint/${file.id}?step=complete`)
    await page.waitForSelector(`.step ${input}`)
    await page.fill('#complete-supplied', '已补交')
    await page.setInputFiles(`.step ${input}`, [{ name: 'supplied.png', mimeType: 'image/png', buffer: png(60) }])
    await page.waitForSelector('.file-line[data-hash]')
    expect(await violations(page)).toEqual([])
    await page.click('.step button[type=submit]')
    await page.waitForSelector('.state:has-text("Received")')
    const link = page.locator('.files a:has-text("supplied.png")').first()
    await link.waitFor()
    const read = await page.context().request.get(address + (await link.getAttribute('href'))!)
    expect(read.status()).toBe(200)
    expect(Buffer.compare(await read.body(), png(60))).toBe(0)
  })
})
