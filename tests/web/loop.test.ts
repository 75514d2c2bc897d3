// The loop as one story in a real browser, with a person of each role at the forms and pages of the site: from a complaint to the repair of credit.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../bed/browser.ts'
import { formHand } from '../bed/form-hand.ts'
import { openHouse, type House } from '../bed/house.ts'
import { laboratoryCodes, loopCast, type LoopCast } from '../journeys/loop-cast.ts'
import { Loop } from '../journeys/loop-story.ts'
import { actBy, attempt, laboratory, row, type Headers } from '../journeys/supervision-story.ts'

/** What each pack asks for, and what people then read. */
const packs = [
  { pack: '2016' as const, opened: '2015-09-01', base: '2016-03-01', shown: ['Quality credit class D', '52 points', '2 fewer of “Ordinary breach” → class B'], told: /Good for today[^]*D\s+52/ },
  { pack: 'today' as const, opened: '2025-09-01', base: '2026-04-14', shown: ['Quality credit class C', '67 points', '1 fewer of “Ordinary breach” → class B'], told: /Good for today[^]*C\s+67/ },
]
let house: House
let cast: LoopCast
let loop: Loop
let browser: Browser
let hand: ReturnType<typeof formHand>
let address = ''

/** What somebody reads on a page. */
async function read(who: Headers, path: string): Promise<string> {
  const page = await hand.page(who)
  expect((await page.goto(address + path))?.status(), path).toBe(200)
  return page.innerText('main')
}
const anybody: Headers = {}

describe.each(packs)('the loop at the forms of the site, under the pack of $pack', ({ pack, opened, base, shown, told }) => {
  beforeAll(async () => {
    house = await openHouse({ now: opened, pages: true })
    cast = await loopCast(house)
    const labs = await Promise.all(laboratoryCodes[pack].map((code, n) => laboratory(house, cast.officials, code, opened, `lab${n + 1}`)))
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
    browser = await openBrowser()
    hand = formHand(browser, address)
    actBy(house, hand)
    loop = new Loop(house, cast, labs, base, pack)
  }, 180_000)
  afterAll(async () => {
    await hand.close()
    await browser.close()
    await house.close()
  })

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
    expect(await read(loop.maker, '/en/desk/own-file')).toContain('What waits for you')
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
    if (pack === 'today') await loop.payment()
    expect(await row(house, loop.files.case)).toMatchObject({ state: pack === 'today' ? 'closed' : 'served' })
  }, 120_000)

  it('the maker sees its class fall, and why; a purchaser sees it too, and the maker sees the purchaser', async () => {
    const own = await read(loop.maker, '/en/desk/own-file')
    for (const each of shown) expect(own).toContain(each)
    const page = await hand.page(cast.purchaser)
    await page.goto(`${address}/en/desk/credit-check`)
    await page.fill('[name=purchaser]', '虚构采购中心（演示）')
    await page.fill('[name=project]', '书柜采购 XG-1')
    await page.selectOption('[name=purpose]', 'tender')
    await page.fill('[name=codes]', loop.unit)
    await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')])
    expect(await page.innerText('main')).toMatch(told)
    expect(await read(loop.maker, '/en/desk/own-file')).toContain('书柜采购 XG-1')
  }, 60_000)

  it('the correction passes its re-check, what is paid late bears its surcharge, the recall ends with its count', async () => {
    await loop.correction()
    if (pack === '2016') {
      house.at(loop.day(88))
      const alone = await attempt(house, loop.files.case, 'pay', loop.cast.officials.handler, { on: loop.day(88), sum: '20000.00', receipt: 'P-1' })
      expect(String(alone.body.detail)).toContain('6000.00')
      await loop.payment()
      expect(await row(house, loop.files.case)).toMatchObject({ state: 'closed', surcharge: '6000.00' })
    }
    await loop.counting()
    if (pack === 'today') await repaired()
    await loop.evaluation()
    expect(await read(anybody, `/en/recalls/${loop.files.recall.id}`)).toContain('960')
    expect(await read(loop.maker, '/en/desk/own-file')).toMatch(pack === 'today' ? /Quality credit class [AB]/ : /Quality credit class D/)
  }, 120_000)

  /** Repair is a rule of today: too early before its term, granted after it. */
  async function repaired(): Promise<void> {
    const penalty = await loop.entryOf(loop.files.case)
    const promise = { promise: '罚款已缴清，整改复查合格，承诺守信' }
    house.at(loop.day(91))
    const early = await attempt(house, penalty, 'ask-repair', loop.maker, promise)
    expect([early.status, String(early.body.detail)]).toEqual([422, expect.stringContaining('shown at least until 2026-09-12')])
    house.at('2026-09-12')
    for (const [step, who, answers] of [['ask-repair', loop.maker, promise], ['accept-repair', cast.officials.creditOfficer, {}], ['grant', cast.officials.creditOfficer, { reason: '义务已履行' }]] as const)
      expect((await attempt(house, penalty, step, who, answers)).body).not.toHaveProperty('detail')
  }
})
