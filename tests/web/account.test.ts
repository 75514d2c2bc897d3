// One's own account and the way in, in a real browser: passkeys on a virtual device, one-time codes, sessions, tokens, an outside service.
import { generateSync } from 'otplib'
import jsQR from 'jsqr'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { staysWithin, violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { openProvider, type Provider } from '../bed/identity-provider.ts'

let house: House
let provider: Provider
let browser: Browser
let context: BrowserContext
let page: Page
let address = ''
const password = 'purple lantern orbit 58'
const nextPassword = 'amber kettle north 31'

/** A port that is free now, so that the address can be told before the server listens. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}

beforeAll(async () => {
  provider = await openProvider()
  const port = await freePort()
  // A passkey belongs to a name, not to a number: the site is opened as localhost.
  address = `http://localhost:${port}`
  const outside = { issuer: provider.issuer, clientId: 'zhiheng', clientSecret: 'secret of the test', title: '统一身份认证（测试）', insecure: true }
  house = await openHouse({ now: new Date().toISOString(), pages: true, signIn: { address, outside } })
  const holdings = [{ duty: 'complaints.clerk', reach: 'area' as const, area: '130102' }]
  for (const id of ['wang', 'li', 'sun'])
    await addAccount(house.engine.database, { id, name: `演示${id}`, office: 'market-130102', password, face: 'office', from: '2010-01-01', holdings })
  await house.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await house.close()
  await provider.close()
})

const codeNow = (secret: string): string => generateSync({ secret, epoch: Math.floor(Date.parse(house.engine.now()) / 1000) })
const clean = async (on: Page = page) => {
  expect(await violations(on)).toEqual([])
  expect(await staysWithin(on)).toBe(true)
}
async function signIn(on: Page, account: string, secret = password): Promise<void> {
  await on.goto(`${address}/en/desk/sign-in`)
  await on.fill('#account', account)
  await on.fill('#password', secret)
  await on.click('main button[type=submit] >> nth=0')
  await on.waitForLoadState()
}
/** Opens the form of an action, as a person does by its summary. */
async function open(action: string, on: Page = page): Promise<void> {
  await on.locator(`details:has(> form[action$="/${action}"]) > summary`).click()
}
const form = (action: string, on: Page = page) => on.locator(`form[action$="/desk/me/${action}"]`)

describe('a password', () => {
  it('typed wrong says what to do, and the fifth time until when the account is closed', async () => {
    for (let n = 0; n < 5; n++) await signIn(page, 'sun', 'wrong')
    expect(await page.textContent('[role=alert]')).toContain('Which of the two is wrong is not said')
    await signIn(page, 'sun')
    expect(await page.textContent('main form [role=alert]')).toMatch(/locked until \d{4}-\d\d-\d\d \d\d:\d\d, Beijing time/)
    await clean()
  })
  it('is changed on the account page: two unlike ones are refused, then other sessions end', async () => {
    const other = await (await browser.newContext()).newPage()
    await signIn(other, 'wang')
    await signIn(page, 'wang')
    await page.goto(`${address}/en/desk/me`)
    await clean()
    await open('password')
    await page.fill('#present', password)
    await page.fill('#next', nextPassword)
    await page.fill('#again', 'something else')
    await form('password').locator('button').click()
    expect(await form('password').locator('[role=alert]').textContent()).toContain('typed in two ways')
    await clean()
    await page.fill('#present', password)
    await page.fill('#next', nextPassword)
    await page.fill('#again', nextPassword)
    await form('password').locator('button').click()
    expect(await page.textContent('[role=status]')).toContain('The new password is saved')
    await other.goto(`${address}/en/desk/me`)
    expect(other.url()).toContain('/desk/sign-in')
    await other.context().close()
  })
})

describe('one-time codes', () => {
  let secret = ''
  it('are set up from a picture that a telephone reads, or from its letters; recovery codes are shown once', async () => {
    await open('totp')
    await page.fill('#totp-password', nextPassword)
    await form('totp').locator('button').click()
    await clean()
    secret = (await page.textContent('.secret'))!.replaceAll(' ', '')
    const read = await page.locator('.qr').evaluate(async (box) => {
      const image = new Image()
      image.src = `data:image/svg+xml,${encodeURIComponent(box.innerHTML.replace('<svg ', '<svg width="400" height="400" '))}`
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 })
      const drawing = canvas.getContext('2d')!
      drawing.fillStyle = '#fff'
      drawing.fillRect(0, 0, 400, 400)
      drawing.drawImage(image, 0, 0, 400, 400)
      return [...drawing.getImageData(0, 0, 400, 400).data]
    })
    expect(jsQR(Uint8ClampedArray.from(read), 400, 400)?.data).toMatch(new RegExp(`^otpauth://totp/Zhiheng:wang\\?secret=${secret}&`))
    await page.fill('#code', '000000')
    await form('totp/confirm').locator('button').click()
    expect(await page.textContent('[role=alert]')).toContain('The code is wrong')
    expect((await page.textContent('.secret'))!.replaceAll(' ', '')).toBe(secret)
    await page.fill('#code', codeNow(secret))
    await form('totp/confirm').locator('button').click()
    expect(await page.locator('.codes li').count()).toBe(10)
    await clean()
    await page.click('text=I have kept them')
    expect(await page.textContent('#factor')).toContain('10 recovery codes are left')
  })
  it('are asked for in a second step, in which the password is not sent again', async () => {
    await context.clearCookies()
    await signIn(page, 'wang', nextPassword)
    expect(await page.textContent('h1')).toBe('Second factor')
    await clean()
    expect(await page.content()).not.toContain(nextPassword)
    await page.fill('#code', '000000')
    await page.click('main button[type=submit] >> nth=0')
    expect(await page.textContent('main form [role=alert]')).toContain('The code is wrong')
    // A code works once: the next half minute has another.
    house.at(new Date(Date.parse(house.engine.now()) + 60_000).toISOString())
    await page.fill('#code', codeNow(secret))
    await page.click('main button[type=submit] >> nth=0')
    await page.waitForURL(/\/en\/desk$/)
  })
  it('end from the account page', async () => {
    await page.goto(`${address}/en/desk/me`)
    await open('totp/end')
    await page.fill('#totp-end-password', nextPassword)
    await form('totp/end').locator('button').click()
    expect(await page.textContent('[role=status]')).toContain('One-time codes are off')
  })
})

describe('a passkey', () => {
  it('is made on the person’s device, opens the account without a password, and is removed', async () => {
    await context.clearCookies()
    await signIn(page, 'li')
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const device = { protocol: 'ctap2' as const, transport: 'internal' as const, hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options: device })
    await page.goto(`${address}/en/desk/me`)
    await open('passkeys/begin')
    await page.fill('#passkey-title', 'test device')
    await page.fill('#passkey-password', 'wrong')
    await form('passkeys/begin').locator('button').click()
    expect(await form('passkeys/begin').locator('[role=alert]').textContent()).toContain('it was wrong')
    await page.fill('#passkey-title', 'test device')
    await page.fill('#passkey-password', password)
    await form('passkeys/begin').locator('button').click()
    await clean()
    await page.click('text=Use this device')
    await page.waitForSelector('.codes')
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
    expect(credentials).toHaveLength(1)
    expect(credentials[0]).toMatchObject({ rpId: 'localhost', isResidentCredential: true })
    await page.click('text=I have kept them')
    expect(await page.textContent('#passkeys .card')).toContain('test device')

    // A password alone no longer opens the account; the key alone does.
    await context.clearCookies()
    await signIn(page, 'li')
    expect(await page.textContent('h1')).toBe('Second factor')
    await page.click('text=Sign in with a passkey')
    await page.waitForURL(/\/en\/desk$/)
    await page.goto(`${address}/en/desk/me`)
    expect(await page.textContent('#sessions')).toContain('passkey · second factor')

    // A device that does not know its owner opens nothing.
    await context.clearCookies()
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.goto(`${address}/en/desk/sign-in`)
    await page.click('text=Sign in with a passkey')
    await page.waitForSelector('form[data-passkey] [role=alert]')
    expect(await page.textContent('form[data-passkey] [role=alert]')).toContain('You are not signed in')
    await clean()
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await page.click('text=Sign in with a passkey')
    await page.waitForURL(/\/en\/desk$/)

    await page.goto(`${address}/en/desk/me`)
    await open('passkeys/remove')
    await form('passkeys/remove').locator('input[type=password]').fill(password)
    await form('passkeys/remove').locator('button').click()
    expect(await page.textContent('[role=status]')).toContain('The passkey is removed')
    await context.clearCookies()
    await page.goto(`${address}/en/desk/sign-in`)
    await page.click('text=Sign in with a passkey')
    await page.waitForSelector('main form >> nth=0 >> [role=alert]')
    expect(await page.textContent('[role=alert]')).toContain('not on record here')
  })
  it('is not offered where no key can be: without a script, or at an address that is a bare number', async () => {
    await page.goto(`${address.replace('localhost', '127.0.0.1')}/en/desk/sign-in`)
    expect(await page.isVisible('form[data-passkey]')).toBe(false)
    const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await signIn(bare, 'li')
    expect(bare.url()).toMatch(/\/en\/desk$/)
    await bare.goto(`${address}/en/desk/me`)
    await open('passkeys/begin', bare)
    await bare.fill('#passkey-title', 'none')
    await bare.fill('#passkey-password', password)
    await form('passkeys/begin', bare).locator('button').click()
    expect(await bare.textContent('main')).toContain('runs one small script')
    expect(await bare.isVisible('form[data-passkey]')).toBe(false)
    await bare.context().close()
  })
})

describe('sessions', () => {
  it('are listed, and one or all others can be ended from here', async () => {
    await context.clearCookies()
    await house.engine.database.query('delete from kernel.session')
    const others = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()))
    for (const other of others) await signIn(other, 'li')
    await signIn(page, 'li')
    await page.goto(`${address}/en/desk/me`)
    expect(await page.locator('#sessions .card').count()).toBe(3)
    expect(await page.locator('#sessions .card:has-text("This one")').count()).toBe(1)
    await page.locator('#sessions .card button').first().click()
    expect(await page.locator('#sessions .card').count()).toBe(2)
    await page.click('text=End all others')
    expect(await page.locator('#sessions .card').count()).toBe(1)
    for (const other of others) {
      await other.goto(`${address}/en/desk`)
      expect(other.url()).toContain('sign-in')
      await other.context().close()
    }
  })
})

describe('a token', () => {
  it('is made with scope and end, shown once, used, and revoked', async () => {
    await page.goto(`${address}/en/desk/me`)
    await open('tokens')
    await page.fill('#token-title', 'daily report')
    await page.selectOption('#token-register', 'complaint')
    await page.fill('#token-password', password)
    await form('tokens').locator('button').click()
    await clean()
    const token = (await page.textContent('.secret'))!
    expect(token).toMatch(/^zh_/)
    const answer = await house.get('/api/v1/registers/complaint', { authorization: `Bearer ${token}` })
    expect(answer.status).toBe(200)
    expect((await house.get('/api/v1/due', { authorization: `Bearer ${token}` })).status).toBe(403)
    await page.click('text=Back to my account')
    expect(await page.textContent('#tokens .card')).toContain('read Consumer complaint')
    expect(await page.content()).not.toContain(token)
    await form('tokens/end').locator('button').click()
    expect(await page.textContent('[role=status]')).toContain('revoked')
    expect((await house.get('/api/v1/me', { authorization: `Bearer ${token}` })).body.id).toBe('anyone')
  })
})

describe('an outside service', () => {
  it('has its button on both ways in, and leads back to where one came from', async () => {
    const binding = 'insert into kernel.outside_identity (issuer, identifier, account, given) values ($1, $2, $3, gen_random_uuid())'
    await house.engine.database.query(binding, [provider.issuer, 'subject-5', 'li'])
    provider.subject = 'subject-5'
    await context.clearCookies()
    await page.goto(`${address}/en/desk/sign-in`)
    await page.click('text=统一身份认证（测试）')
    await page.waitForURL(/\/en\/desk$/)
    await page.goto(`${address}/en/desk/me`)
    expect(await page.textContent('#sessions')).toContain('outside service')
  })
})

describe('the account page', () => {
  it.each(['', '/hant', '/en'])('in the language at “%s” has no accessibility violation at 360 px, with every form open', async (prefix) => {
    const narrow = await context.newPage()
    await narrow.setViewportSize({ width: 360, height: 740 })
    await narrow.goto(`${address}${prefix}/desk/me`)
    await narrow.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))
    await clean(narrow)
    await narrow.close()
  })
  it('is one’s own: another site cannot send its forms, and a token cannot open it', async () => {
    const cookies = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join('; ')
    const headers = { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' }
    const sent = await house.app.inject({ method: 'POST', url: '/desk/me/sessions/end-others', headers, payload: '' })
    expect(sent.statusCode).toBe(403)
    const token = await house.person('program', [])
    expect((await house.get('/desk/me', token)).status).toBe(403)
  })
})
