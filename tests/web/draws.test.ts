// The public pages of draws and of sampling plans, in a real browser: nothing before the last visit, and then a draw that anybody runs again.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, drawnSample, found, laboratory, makers, invented, row, sent, take, test, type Cast, type Drawn } from '../journeys/supervision-story.ts'

let house: House
let browser: Browser
let address = ''
let who: Cast
let story: Drawn

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02', pages: true })
  who = await cast(house)
  const lab = await laboratory(house, who, invented(8), '2026-03-02')
  story = await drawnSample(house, who, '2026-04-13', 'page-1')
  await sent(house, who, story, lab, '2026-04-20')
  const [order] = await found(house, 'test-order', 'origin_record', story.sample.id)
  house.at('2026-04-25')
  await test(house, who, order!, lab, 'F-0001', '2.4', '2026-04-25')
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

const text = async (path: string): Promise<string> => (await house.get(path)).body as string

describe('a draw in public', () => {
  it('before it is opened shows the promise and nothing of frame, seed, secret or result, by page or file', async () => {
    const page = await text(`/en/draws/${story.draw.id}`)
    const record = await row(house, story.draw)
    expect(page).toContain(record['digest'])
    expect(page).toContain('zhiheng-draw/1')
    expect(page).toContain('Drawn, opened after the last visit')
    for (const secret of [...makers, 'sup-sampler', record['secret'], '号码 page-1']) expect(page).not.toContain(secret)
    for (const name of ['frame', 'result']) expect((await house.get(`/draws/${story.draw.id}/${name}.csv`)).status).toBe(404)
    const list = await text('/en/draws?state=drawn')
    expect(list).toContain(story.draw.id)
    for (const code of makers) expect(list).not.toContain(code)
    expect(await text('/en/draws?q=第一次抽取')).toContain(story.draw.id)
    expect(await text('/en/draws?state=opened')).not.toContain(story.draw.id)
  })

  it('opened shows seed and result with the chance of each, and that running it again finds the same', async () => {
    await take(house, story.draw, 'publish', who.organiser)
    const page = await text(`/en/draws/${story.draw.id}`)
    expect(page.match(/>Holds</g)).toHaveLength(6)
    // One of three that weigh alike.
    for (const shown of ['号码 page-1', '0.3333', story.unit, 'Frame of 3 units']) expect(page).toContain(shown)
    const frame = await text(`/draws/${story.draw.id}/frame.csv`)
    for (const code of makers) expect(frame).toContain(code)
    expect((await text(`/draws/${story.draw.id}/result.csv`)).split('\n')[0]).toContain('code,stratum,place,chance')
  })

  it('is run again by the browser itself: as it stands all holds, with another seed or weight it does not', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${address}/en/draws/${story.draw.id}`)
    const outcome = async (): Promise<string> => {
      await page.click('#again button')
      await page.waitForSelector('#outcome li')
      return page.innerText('#outcome')
    }
    const first = await outcome()
    expect(first.match(/Holds/g)).toHaveLength(6)
    await page.evaluate('document.querySelector("#outcome").replaceChildren()')
    await page.fill('#unit', makers[0]!)
    await page.fill('#weight', '9')
    const weighed = await outcome()
    expect(weighed).toContain('Frame or weights are not those committed to')
    await page.evaluate('document.querySelector("#outcome").replaceChildren()')
    await page.fill('#unit', '')
    await page.fill('#weight', '')
    // The seeds of ten draws: not every one of them would draw the same unit of three, with the same inspectors in the same order.
    let other = ''
    for (let at = 0; at < 10 && !other.includes('is not the one published'); at++) {
      await page.fill('#seed', `号码 ${at}`)
      other = await outcome()
      await page.evaluate('document.querySelector("#outcome").replaceChildren()')
    }
    expect(other).toContain('Drawn again, the result is not the one published')
    await context.close()
  })

  const paths = ['/draws', '/draws/DRAW', '/sampling-plans', '/sampling-plans?lot=1200&level=II&aql=1.0&severity=normal']
  const all = ['', '/hant', '/en'].flatMap((language) => paths.map((path) => language + path))
  it.each(all)('%s is accessible and does not scroll sideways', async (path) => {
    expect(await onPhone(browser, address + path.replace('DRAW', story.draw.id), {})).toEqual(faultFree)
  })
})

describe('the finder of sampling plans', () => {
  it('gives letter J, n = 80, Ac 2 for 1 200 units at level II and AQL 1.0 (GB/T 2828.1 tables 1 and 2-A), with its risks', async () => {
    const page = await text('/en/sampling-plans?lot=1200&level=II&aql=1.0&severity=normal')
    for (const shown of ['<b>80</b>', '<b>2</b>', '<b>3</b>', '>J<']) expect(page).toContain(shown)
    // 95 % at 1.03, 10 % at 6.52 per cent nonconforming, as for (80; 2).
    for (const point of ['<b>1.03</b>', '<b>6.52</b>']) expect(page).toContain(point)
  })
  it('says where the sources differ, and that one unit is no lot', async () => {
    const { undecided } = house.engine.parameters.at('supervision.single-plans', '2026-04-13').value as { undecided: { inspection: string; letter: string; aql: string }[] }
    expect(undecided.length).toBeGreaterThan(0)
    const [cell] = undecided
    const lots = [8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10000, 35000, 150000, 500000, 600000]
    const levels = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III']
    const pages = await Promise.all(
      lots.flatMap((lot) => levels.map((level) => text(`/en/sampling-plans?lot=${lot}&level=${level}&aql=${cell!.aql}&severity=${cell!.inspection}`))),
    )
    expect(pages.some((page) => page.includes('The sources differ on this cell'))).toBe(true)
    expect(await text('/en/sampling-plans?lot=1')).toContain('No plan for a lot of 1')
    expect(await text('/en/sampling-plans?lot=many')).toContain('is no lot size')
  })
})
