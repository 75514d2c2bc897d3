// The inspector's day and the sampling sheet in a real browser on a phone: what waits, filled without a network, sent once.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { faultFree, onPhone, staysWithin, violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { png } from '../bed/sample-files.ts'
import { cast, drawOf, found, invented, items, open, row, seedOf, sheet, take, type Cast, type File, type Headers } from '../journeys/supervision-story.ts'

const monday = '2026-05-11'
let house: House
let browser: Browser
let address = ''
let who: Cast
let samples: readonly File[]
let elsewhere: Headers
let unnamed: Headers
const page = async (path: string, headers: Headers) => (await house.get(path, headers)).body as string

const lift = { code: '3110X01012026001', kind: 'lift', name: '乘客电梯', user: invented(6), userName: '虚构物业（演示）', place: '130102', site: '演示路 1 号' }
const passed = (on: string) => ({ inspectionBody: '虚构检验院（演示）', report: `TJ-${on}`, inspected: on, passed: 'pass' })

beforeAll(async () => {
  house = await openHouse({ now: '2025-03-03', pages: true })
  who = await cast(house)
  const body = await house.person('equip-body', [{ duty: 'supervision.body', reach: 'all' }])
  const user = await house.person('equip-user', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: [invented(6)] })
  const machine = await open(house, 'equipment', who.officer, lift)
  await take(house, machine, 'supervise', body, passed('2025-03-03'))
  await take(house, machine, 'hand-over', user, { usedFrom: '2025-03-03' })
  await take(house, machine, 'register', who.officer, { registration: '梯冀演示0001', keeper: '虚构电梯服务（演示）' })
  const { draw } = await drawOf(house, who, addDays(monday, -7), 'day', { to: addDays(monday, 4) }, 3)
  house.at(addDays(monday, -5))
  await take(house, draw, 'draw', who.organiser, seedOf('day', addDays(monday, -7)))
  samples = await found(house, 'sample', 'draw', draw.id)
  const visit = await open(house, 'inspection', who.organiser, { kind: 'visits', unit: invented(5), unitName: '虚构机械厂（演示）', place: '130102' })
  house.at(addDays(monday, -2))
  await take(house, visit, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
  const bad = { point: '安全装置', result: 'bad' }
  const order = { outcome: 'ordered', demand: '加装防护罩', correctBy: addDays(monday, -1), signedBy: '演示签字人', finding: '缺少防护罩' }
  const permits = [{ kind: 'production', permit: '冀XK16-001-00001（虚构，较长的编号）', found: 'valid', note: '看到纸质许可证（演示）' }]
  await take(house, visit, 'record', who.sampler, { points: [bad], permits, ...order })
  house.at(monday)
  elsewhere = await house.person('sup-tangshan', [{ duty: 'supervision.sampler', reach: 'area', area: '130200' }])
  unnamed = await house.person('sup-unnamed', [{ duty: 'supervision.sampler', reach: 'area', area: '130100' }])
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the day', () => {
  it.each(['', '/hant', '/en'])('%s/desk/inspections is accessible and does not scroll sideways', async (language) => {
    expect(await onPhone(browser, `${address}${language}/desk/inspections`, who.sampler)).toEqual(faultFree)
  })
  it('shows what waits today and this week with day, article, what to take along and what can be done', async () => {
    const text = await page('/en/desk/inspections', who.sampler)
    const [before, today, week] = [text.indexOf('id="day-today"'), text.indexOf('加装防护罩'), text.indexOf('id="day-week"')]
    expect(before).toBeGreaterThan(0)
    expect(today).toBeGreaterThan(before)
    expect(week).toBeGreaterThan(today)
    for (const part of ['Within seven days', addDays(monday, 4), '甲醛释放量', '/en/law/samr-order-18', `/en/desk/inspections/sheet?sample=${samples[0]!.id}`, 'Look again'])
      expect(text, part).toContain(part)
  })
  it('names those who go along, on the card and on the sheet', async () => {
    const drawn = String((await row(house, samples[0]!))['inspectors']).split(' ')
    for (const [at, account] of drawn.entries()) await house.engine.database.query('update kernel.account set name = $2 where id = $1', [account, `演示抽样员 ${at + 1}`])
    const told = drawn.map((_, at) => `演示抽样员 ${at + 1}`).join('、')
    for (const path of ['/desk/inspections', `/desk/inspections/sheet?sample=${samples[0]!.id}`]) expect(await page(path, who.sampler), path).toContain(told)
  })
  it('says on the card what the register of permits said on the day of the visit, beside what was entered', async () => {
    const text = await page('/en/desk/inspections', who.sampler)
    for (const part of ['What the register said on that day', 'Not in the register', '冀XK16-001-00001', 'Valid', '看到纸质许可证（演示）']) expect(text, part).toContain(part)
  })
  it('is linked from the desk of those who go out', async () => {
    expect(await page('/en/desk', who.sampler)).toContain('/en/desk/inspections')
    expect(await page('/en/desk', who.handler)).not.toContain('/en/desk/inspections')
  })
  it('lists equipment whose inspection ran out, under the article', async () => {
    const text = await page('/en/desk/inspections', who.sampler)
    for (const part of ['乘客电梯', '2026-03-03', '/en/law/special-equipment-law/40', '演示路 1 号']) expect(text, part).toContain(part)
  })
  it('is nobody else’s: neither of another city nor of an inspector whom the draw did not name', async () => {
    for (const other of [elsewhere, unnamed]) {
      const text = await page('/en/desk/inspections', other)
      expect(text).not.toContain('虚构家具厂')
      expect(text).not.toContain(samples[0]!.id)
    }
    expect(await page('/en/desk/inspections', elsewhere)).toContain('No visit or sample waits for you')
    expect(await page('/en/desk/inspections', elsewhere)).not.toContain('乘客电梯')
    expect((await house.get('/desk/inspections')).status).toBe(303)
  })
})

describe('the sampling sheet', () => {
  const at = '/en/desk/inspections/sheet'
  const answers = async (file: File) => {
    const { stage, ...typed } = sheet((await row(house, file))['unit'] as string, monday)
    return { typed: { firstSampler: 'ZF-001', secondSampler: 'ZF-002', ...typed } as Record<string, unknown>, stage }
  }
  const policies: string[] = []
  const signIn = async (context: BrowserContext, account: string) =>
    expect((await context.request.post(`${address}/api/v1/session`, { data: { account, password: 'unused' } })).ok()).toBe(true)
  /** A phone on which somebody has signed in. */
  async function phone(account = 'sup-sampler', more: object = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...more })
    context.setDefaultTimeout(8000)
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy ${event.violatedDirective} ${event.blockedURI}`))
    })
    context.on('console', (message) => void (/^policy /.test(message.text()) && policies.push(message.text())))
    await signIn(context, account)
    return context
  }
  async function fill(page: Page, file: File, without: readonly string[] = []): Promise<void> {
    const { typed, stage } = await answers(file)
    await page.selectOption('#sample', file.id)
    await page.selectOption('#stage', stage)
    for (const [name, value] of Object.entries(typed)) if (!without.includes(name)) await page.fill(`#${name}`, String(value))
  }
  const ready = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address + at)
    await page.waitForSelector('#field[data-ready=true]')
    return page
  }
  const onDevice = (page: Page) => page.getAttribute('#field', 'data-waiting')
  const steps = async (file: File) => {
    const { rows } = await house.engine.database.query<{ step: string; body: { occurred: string; recorded: string } }>(
      `select body::jsonb->>'step' as step, body::jsonb as body from kernel.journal where record = $1 order by version`, [file.id],
    )
    return rows
  }

  it.each(['', '/hant', '/en'])('%s is accessible at 360 px and does not scroll sideways', async (language) => {
    expect(await onPhone(browser, `${address}${language}/desk/inspections/sheet?sample=${samples[0]!.id}`, who.sampler)).toEqual(faultFree)
  })

  it('is opened and filled without a network, kept on the device, sent once when there is one, and deleted there', async () => {
    const file = samples[0]!
    const context = await phone()
    const page = await ready(context)
    await context.setOffline(true)
    await page.reload()
    await fill(page, file)
    await page.setInputFiles('#photos', [{ name: 'store.png', mimeType: 'image/png', buffer: png() }])
    for (const [at, canvas] of (await page.locator('canvas').all()).entries()) {
      await canvas.scrollIntoViewIfNeeded()
      const box = (await canvas.boundingBox())!
      await page.mouse.move(box.x + 20, box.y + 30)
      await page.mouse.down()
      await page.mouse.move(box.x + 120, box.y + 40 + 10 * at, { steps: 5 })
      await page.mouse.up()
    }
    await page.click('text=Keep and send')
    await page.waitForSelector('[data-sheet]')
    expect(await page.textContent('#field')).toContain('There is no network now')
    expect(await row(house, file)).toMatchObject({ state: 'drawn', signed_by: null })
    // The device is shut down and opened again, still without a network.
    await page.reload()
    await page.waitForSelector('[data-sheet] >> text=To be sent')
    expect([await violations(page), await staysWithin(page), await onDevice(page)]).toEqual([[], true, '1'])
    await context.setOffline(false)
    await page.evaluate(() => {
      for (let n = 0; n < 2; n++) document.querySelector<HTMLElement>('[data-sheet] .day-steps button')?.click()
    })
    await page.waitForSelector('[data-accepted]')
    const taken = await row(house, file)
    expect(taken).toMatchObject({ state: 'sealed', product: '木质书柜', seal_number: 'F-0001', first_sampler: 'ZF-001' })
    expect([taken['photos'].length, taken['body_signature'].length, taken['sampler_signatures'].length]).toEqual([1, 1, 2])
    const acts = await steps(file)
    expect(acts.map(({ step }) => step)).toEqual(['open', 'visit', 'seal'])
    // The visit counts from when the sheet was begun, not from when the network came back.
    expect(acts[1]!.body.occurred < acts[2]!.body.occurred && acts[2]!.body.occurred < acts[2]!.body.recorded).toBe(true)
    expect(await onDevice(page)).toBe('0')
    const left = await page.evaluate(
      () => new Promise((told) => {
        const asked = indexedDB.open('zhiheng-field')
        asked.onsuccess = () => {
          const all = asked.result.transaction('sheets').objectStore('sheets').getAll()
          all.onsuccess = () => told(all.result)
        }
      }),
    )
    expect(left).toEqual([])
    await context.close()
  })

  it('is kept when it is refused, says field, reason, remedy and article, and can be mended', async () => {
    const file = samples[1]!
    const context = await phone()
    const page = await ready(context)
    await fill(page, file, ['sealNumber', 'model', 'batch'])
    await page.click('text=Keep and send')
    await page.waitForSelector('[data-sheet] [role=alert]')
    // What the sheet lacks is said of every field at once, and what was typed is still there.
    for (const part of ['Model：', 'Date of making or lot：']) expect(await page.textContent('[data-sheet]')).toContain(part)
    await page.click('[data-sheet] >> text=Mend')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('model')
    await page.fill('#model', 'SG-1')
    await page.fill('#batch', '首批')
    await page.click('text=Keep and send')
    await page.waitForSelector('[data-sheet] >> text=Seal：')
    const told = (await page.textContent('[data-sheet]'))!
    for (const part of ['Seal：', 'Without the number of its seal', 'Seal sample and backup', 'SAMR Order 18']) expect(told, part).toContain(part)
    expect(await row(house, file)).toMatchObject({ state: 'visiting', seal_number: null })
    expect([await violations(page), await staysWithin(page)]).toEqual([[], true])
    await page.click('[data-sheet] >> text=Mend')
    expect(await page.inputValue('#product')).toBe('木质书柜')
    expect(await page.textContent('#sealNumber-problem')).toContain('Without the number')
    await page.fill('#sealNumber', 'F-0001')
    // The answer to what is sent is lost on its way back: the second sending is told the first receipt.
    await page.route('**/steps/seal', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.click('text=Keep and send')
    await page.waitForFunction(() => document.querySelector('#field-state')?.textContent?.includes('no network'))
    expect(await row(house, file)).toMatchObject({ state: 'sealed' })
    await page.unroute('**/steps/seal')
    await page.click('[data-sheet] >> text="Send"')
    await page.waitForSelector('[data-accepted]')
    expect((await steps(file)).map(({ step }) => step)).toEqual(['open', 'visit', 'seal'])
    await context.close()
  })

  it('of yesterday is entered late with a reason, or under today with the day of sampling as it was', async () => {
    const file = samples[2]!
    const context = await phone()
    const page = await ready(context)
    await context.setOffline(true)
    await fill(page, file)
    await page.click('text=Keep and send')
    await page.waitForSelector('[data-sheet]')
    const late = await page.evaluate(() => Date.now())
    await page.clock.setFixedTime(late + 86_400_000)
    house.at(addDays(monday, 1))
    await context.setOffline(false)
    // The session of yesterday has ended; somebody else who signs in does not send it either.
    await page.waitForSelector('[data-sheet] >> text=Sign in first')
    await signIn(context, 'sup-second')
    await page.click('[data-sheet] >> text="Send"')
    await page.waitForSelector('[data-sheet] >> text=by the account that filled it in')
    await signIn(context, 'sup-sampler')
    await page.click('[data-sheet] >> text="Send"')
    await page.waitForSelector('[data-sheet] [role=alert]')
    // What is kept is shown on the day too, and mended from there.
    await page.goto(`${address}/en/desk/inspections`)
    await page.click('[data-sheet] >> text=Mend')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#product')?.value === '木质书柜')
    expect(await page.textContent('#field-state')).toContain('You are mending')
    expect(await page.textContent('[data-sheet]')).toContain('earlier than may be entered without saying why')
    await page.click('text=Send as of today')
    await page.waitForSelector('[data-accepted]')
    expect(await row(house, file)).toMatchObject({ state: 'sealed' })
    expect((await steps(file)).at(-1)!.body.occurred.slice(0, 10)).toBe(addDays(monday, 1))
    await context.close()
  })

  it('is an ordinary form where no script runs: what is wrong is said at its field and kept, and it is taken once', async () => {
    house.at(addDays(monday, 1))
    const given = { how: 'clue', kind: 'special', frame: 'risk-directed', line: 'goods', productClass: 'furniture', place: '130102', rule: 'simple', items }
    const file = await open(house, 'sample', who.officer, { ...given, unit: invented(7), unitName: '虚构木器店（演示）' })
    const context = await phone('sup-sampler', { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${address + at}?sample=${file.id}`)
    await fill(page, file, ['signedBy'])
    await page.setInputFiles('#photos', [{ name: 'store.png', mimeType: 'image/png', buffer: png() }])
    await page.click('main form button[type=submit]')
    expect(await page.textContent('#signedBy-problem')).toContain('A sheet without signature')
    expect(await page.textContent('.kept')).toContain('store.png')
    expect(await page.inputValue('#product')).toBe('木质书柜')
    await page.fill('#signedBy', '演示签字人')
    await page.click('main form button[type=submit]')
    await page.waitForURL(`**/desk/sample/${file.id}`)
    expect((await row(house, file))['photos']).toHaveLength(1)
    expect((await steps(file)).map(({ step }) => step)).toEqual(['open', 'visit', 'seal'])
    await context.close()
  })

  it('is shown to no other account on the device, and opens for nobody after signing out', async () => {
    house.at(addDays(monday, 1))
    const context = await phone()
    const page = await ready(context)
    await page.click('text=To do')
    await page.click('text=Sign out')
    await context.setOffline(true)
    expect(await page.goto(address + at).catch(() => null)).toBeNull()
    await context.setOffline(false)
    // Nor does it after a session that ended, once that was noticed.
    await signIn(context, 'sup-sampler')
    await page.goto(address + at)
    await page.waitForSelector('#field[data-ready=true]')
    await context.clearCookies()
    await page.reload()
    expect(page.url()).toContain('/sign-in')
    await context.setOffline(true)
    expect(await page.goto(address + at).catch(() => null)).toBeNull()
    await context.setOffline(false)
    await context.close()
    expect(policies).toEqual([])
  })
})
