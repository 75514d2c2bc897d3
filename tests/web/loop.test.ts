// The loop as one story in a real browser, with a person of each role at the forms and pages of the site: from a complaint to the repair of credit.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../bed/browser.ts'
import { formHand } from '../bed/form-hand.ts'
import { openHouse, type House } from '../bed/house.ts'
import { laboratoryCodes, loopCast, type LoopCast } from '../journeys/loop-cast.ts'
import { Loop } from '../journeys/loop-story.ts'
import { actBy, attempt, laboratory, row, type Headers } from '../journeys/supervision-story.ts'

const base = '2026-04-14'
let house: House
let cast: LoopCast
let loop: Loop
let browser: Browser
let hand: ReturnType<typeof formHand>
let address = ''

beforeAll(async () => {
  house = await openHouse({ now: '2025-09-01', pages: true })
  cast = await loopCast(house)
  const labs = await Promise.all(laboratoryCodes.today.map((code, n) => laboratory(house, cast.officials, code, '2025-09-01', `lab${n + 1}`)))
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
  hand = formHand(browser, address)
  actBy(house, hand)
  loop = new Loop(house, cast, labs, base, 'today')
}, 180_000)
afterAll(async () => {
  await hand.close()
  await browser.close()
  await house.close()
})

/** What somebody reads on a page. */
async function read(who: Headers, path: string): Promise<string> {
  const page = await hand.page(who)
  expect((await page.goto(address + path))?.status(), path).toBe(200)
  return page.innerText('main')
}
const anybody: Headers = {}

describe('the loop at the forms of the site', () => {
  it('a citizen complains, a clerk accepts, a collector enters two notices', async () => {
    await loop.signals()
    expect((await read(cast.officials.collector, '/en/desk/signal')).match(/Wooden furniture/g)).toHaveLength(3)
  }, 60_000)

  it('an analyst assesses, a panel consults, the province warns, and everybody reads the warning', async () => {
    await loop.warning()
    expect(await read(anybody, '/en/risks')).toContain('木质书柜')
  }, 60_000)

  it('the organiser commits and draws; the public sees the promise and not who is visited', async () => {
    await loop.drawing()
    const seen = await read(anybody, `/en/draws/${loop.files.draw.id}`)
    expect(seen).toContain('Drawn, opened after the last visit')
    expect(seen).not.toContain(loop.unit)
  }, 60_000)

  it('the sample reaches the laboratory, whose five people bring it to a signed report', async () => {
    await loop.sampling()
    await loop.testing()
    expect(await row(house, loop.files.sample)).toMatchObject({ state: 'reported', verdict: 'fails' })
  }, 120_000)

  it('the maker is told and objects on its own page; another laboratory upholds; the verdict is public', async () => {
    await loop.objection()
    await loop.publication()
    expect(await read(loop.maker, '/en/desk/enterprise')).toContain('What waits for you')
    expect(await read(anybody, `/en/data/samples`)).toContain('木质书柜')
  }, 120_000)

  it('it is ordered to correct, and recalls; a shopper finds the lot', async () => {
    await loop.ordering()
    await loop.recalling()
    expect(await read(anybody, '/en/recalls?q=首批')).toContain('木质书柜')
  }, 120_000)

  it('the case is on its handler’s desk from the lead to the payment', async () => {
    await loop.caseToNotice()
    const { number } = await row(house, loop.files.case)
    expect(await read(cast.officials.handler, '/en/desk/cases')).toContain(number)
    await loop.penalty()
    expect(await row(house, loop.files.case)).toMatchObject({ state: 'closed' })
  }, 120_000)

  it('the maker sees its class fall to C, and why; a purchaser sees it too, and the maker sees the purchaser', async () => {
    const own = await read(loop.maker, '/en/desk/enterprise')
    for (const shown of ['Quality credit class C', '67 points', '1 fewer of “Ordinary breach” → class B']) expect(own).toContain(shown)
    const page = await hand.page(cast.purchaser)
    await page.goto(`${address}/en/desk/credit-check`)
    await page.fill('[name=purchaser]', '虚构采购中心（演示）')
    await page.fill('[name=project]', '书柜采购 XG-1')
    await page.selectOption('[name=purpose]', 'tender')
    await page.fill('[name=codes]', loop.unit)
    await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')])
    expect(await page.innerText('main')).toMatch(/Good for today[^]*C\s+67/)
    expect(await read(loop.maker, '/en/desk/enterprise')).toContain('书柜采购 XG-1')
  }, 60_000)

  it('the correction passes its re-check, the recall ends with its count, credit is repaired after its term', async () => {
    await loop.correction()
    await loop.counting()
    const penalty = await loop.entryOf(loop.files.case)
    const promise = { promise: '罚款已缴清，整改复查合格，承诺守信' }
    house.at(loop.day(91))
    const early = await attempt(house, penalty, 'ask-repair', loop.maker, promise)
    expect([early.status, String(early.body.detail)]).toEqual([422, expect.stringContaining('shown at least until 2026-09-16')])
    house.at('2026-09-16')
    for (const [step, who, answers] of [['ask-repair', loop.maker, promise], ['grant', cast.officials.creditOfficer, { reason: '义务已履行' }]] as const)
      expect((await attempt(house, penalty, step, who, answers)).body).not.toHaveProperty('detail')
    await loop.evaluation()
    expect(await read(anybody, `/en/recalls/${loop.files.recall.id}`)).toContain('960')
    expect(await read(loop.maker, '/en/desk/enterprise')).toMatch(/Quality credit class [AB]/)
  }, 120_000)
})
