// Every state of a draw in public: nothing of frame, seed or result before the opening; after it the draw is run again in the reader's browser.
import type { Browser } from 'playwright-core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { checkDraw, missedOf, publishedDraw } from '../../systems/oversight/supervision/index.ts'
import { faultFree, onPhone, staysWithin, violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { FrameTable, type Places } from '../../web/site/draw-tables.tsx'
import { saying } from '../../web/site/saying.ts'
import { cast, drawOf, drawnSample, invented, makers, take, type Cast } from '../journeys/supervision-story.ts'

let house: House
let browser: Browser
let who: Cast
let address = ''
const ids = { opened: '', drawn: '', committed: '', abandoned: '' }
const day = '2026-03-02'

beforeAll(async () => {
  house = await openHouse({ now: day, pages: true })
  who = await cast(house)
  const story = await drawnSample(house, who, day, 'web-1')
  house.at(addDays(day, 5))
  await take(house, story.sample, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
  await take(house, story.draw, 'publish', who.organiser)
  ids.opened = story.draw.id
  ids.drawn = (await drawnSample(house, who, addDays(day, 10), 'web-2')).draw.id
  ids.abandoned = (await drawOf(house, who, addDays(day, 20), 'web-4')).draw.id
  await take(house, { register: 'draw', id: ids.abandoned }, 'abandon', who.organiser, { reason: '名录有误，另行安排（演示）' })
  ids.committed = (await drawOf(house, who, addDays(day, 21), 'web-3')).draw.id
  await house.work.settled()
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

const get = async (path: string) => {
  const { statusCode: status, body } = await house.app.inject({ url: path })
  return { status, body }
}
const files = ['frame.csv', 'inspectors.csv', 'result.csv']
/** Of the frame a code or a name, of the inspectors an account or a certificate, the secret, the seed. */
const closed = [...makers, '虚构家具厂1', 'sup-sampler', 'ZF-001', '5a'.repeat(32), '号码 web']

describe('before a draw is opened', () => {
  it.each(['committed', 'drawn', 'abandoned'] as const)('a draw that is %s shows nothing of frame, inspectors, seed or result', async (state) => {
    for (const path of [`/draws/${ids[state]}`, `/en/draws/${ids[state]}`, `/draws/${ids[state]}?frame=2&unit=${makers[0]!}x&result=2`]) {
      const { status, body } = await get(path)
      expect(status).toBe(200)
      for (const hidden of closed) expect(body.replaceAll(`${makers[0]!}x`, ''), `${path} ${hidden}`).not.toContain(hidden)
      expect(body).not.toContain('<script')
    }
    for (const file of files) expect((await get(`/draws/${ids[state]}/${file}`)).status, file).toBe(404)
    expect((await get(`/api/v1/publications/draws/${ids[state]}`)).status).toBe(404)
  })

  it('the promise stands there in words: digest, roots, source and time of the seed, how long it is awaited, the next source, the hash', async () => {
    const { values } = JSON.parse((await get(`/api/v1/publications/draw-commitments/${ids.committed}`)).body)
    const [digest, commitment] = [values.digest, JSON.parse(values.commitment)]
    const { body } = await get(`/en/draws/${ids.committed}`)
    for (const shown of [digest, commitment.frameRoot, commitment.inspectorsRoot, commitment.secretHash, '公开开奖 web-3', '公开开奖 web-3 次日', '2026-03-24 21:15', 'After 24 hours', 'zhiheng-draw/1', `/api/v1/publications/draw-commitments/${ids.committed}/proof`])
      expect(body, shown).toContain(shown)
    const abandoned = (await get(`/en/draws/${ids.abandoned}`)).body
    expect(abandoned).toContain('名录有误，另行安排（演示）')
    expect(abandoned).not.toContain('opened after the last visit')
  })
})

describe('the list of draws', () => {
  it('shows each draw by its state, the opened one with the verdict of running it again, and nothing that is closed', async () => {
    const { body } = await get('/en/draws')
    for (const shown of ['Comes out again', 'Promised, the seed is awaited', 'Drawn, opened after the last visit', '名录有误，另行安排（演示）']) expect(body, shown).toContain(shown)
    for (const hidden of closed) expect(body).not.toContain(hidden)
    for (const [state, id] of Object.entries(ids)) {
      const page = (await get(`/draws?state=${state}`)).body
      expect(Object.values(ids).filter((each) => page.includes(`/draws/${each}`))).toEqual([id])
    }
  })
})

describe('an opened draw', () => {
  it('is run again by anybody from what is downloaded, and shows seed, frame, conflicts, chances and findings', async () => {
    const { values } = JSON.parse((await get(`/api/v1/publications/draws/${ids.opened}`)).body)
    expect(checkDraw(publishedDraw(values), missedOf(values)).map(({ holds }) => holds)).toEqual([true, true, true, true, true, true])
    const { body } = await get(`/en/draws/${ids.opened}`)
    // One of three bodies of equal weight is drawn.
    for (const shown of [...makers, '号码 web-1', '5a'.repeat(32), '0.3333', 'ZF-001', 'Drawn again, the result is the one published']) expect(body, shown).toContain(shown)
    expect((await get(`/draws/${ids.opened}/frame.csv`)).body.trim().split('\n')).toHaveLength(makers.length + 1)
    for (const file of files) expect((await get(`/draws/${ids.opened}/${file}`)).status).toBe(200)
  })

  const paths = ['/sampling-plans?lot=1000&level=II&aql=0.3', '/sampling-plans?lot=8&level=II&aql=10&severity=tightened', '/draws', '/draws/OPENED', '/draws/OPENED?unit=虚构&inspectors=2', '/draws/COMMITTED', '/draws/ABANDONED']
  const all = ['', '/hant', '/en'].flatMap((language) => paths.map((path) => language + path))
  it.each(all)('%s is accessible and does not scroll sideways', async (path) => {
    const asked = path.replace('OPENED', ids.opened).replace('COMMITTED', ids.committed).replace('ABANDONED', ids.abandoned)
    expect(await onPhone(browser, address + asked, {})).toEqual({ ...faultFree, status: path.includes('aql=0.3') ? 422 : 200 })
  })

  it('says so in the browser when a unit is not in the frame, and when the data do not arrive; no fault is left in the console', async () => {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${address}/hant/draws/${ids.opened}`)
    await page.click('#again button')
    await page.waitForSelector('#outcome li')
    expect(await page.textContent('#outcome')).toContain('名錄和權重與承諾一致')
    expect([await staysWithin(page), await violations(page)]).toEqual([true, []])
    await page.fill('#unit', '没有这一户')
    await page.click('#again button')
    expect(await page.textContent('#outcome .problem')).toContain('名錄中沒有這一戶')
    await page.route('**/api/v1/publications/draws/*', (route) => route.abort())
    await page.click('#again button')
    await page.waitForFunction(() => document.querySelector('#outcome .problem')?.textContent?.includes('沒有完成'))
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('is complete without a script', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${address}/en/draws/${ids.opened}`)
    expect(await page.isVisible('#again')).toBe(false)
    expect(await page.textContent('main')).toContain('Frame and weights are those committed to')
    await page.context().close()
  })
})

describe('a frame of 20,000 units', () => {
  const unit = (at: number) => ({ code: invented(at), name: `虚构单位${at}（演示）`, place: '130102', stratum: 'all', weight: '1' })
  const rows = { frame: Array.from({ length: 20_000 }, (_, at) => unit(at)), inspectors: [], result: [], called: [] }
  const page = (places: Partial<Places>) =>
    renderToStaticMarkup(createElement(FrameTable, { rows, places: { frame: 1, result: 1, inspectors: 1, unit: '', ...places }, s: saying('en', '/draws/x', false) }))
  it('is folded and shown by the hundred; a page beyond the last is the last, and a body is found by its name', () => {
    const last = page({ frame: 9999 })
    expect([page({}), last].map((html) => html.match(/<tr>/g)!.length)).toEqual([101, 101])
    expect(page({})).not.toContain(' open=')
    expect(last).toContain('Rows 19,901–20,000 of 20,000')
    expect(page({ unit: '虚构单位19999（' })).toContain(invented(19_999))
  })
})

describe('the finder of sampling plans', () => {
  const found = async (query: string) => get(`/en/sampling-plans?${query}`)
  it('tells the producer’s risk at the AQL, and draws no curve where the whole lot is inspected', async () => {
    // Binomial, 80 units with 1 % nonconforming: at most two in 0.95345 of the samples.
    const { status, body } = await found('lot=1000&level=II&aql=1&severity=normal')
    expect(status).toBe(200)
    for (const shown of ['a lot exactly at the AQL is rejected: <b>4.7 %', '<svg class="chart"', 'cells on which sources differ']) expect(body.replaceAll('<!-- -->', ''), shown).toContain(shown)
    const whole = (await found('lot=5&level=II&aql=0.10&severity=normal')).body
    expect(whole).toContain('there is no risk of sampling')
    expect(whole).not.toContain('<svg class="chart"')
  })
  it.each(['lot=1', 'lot=-5', 'lot=1e9', 'lot=%00', 'lot=500&level=IV', 'lot=500&aql=0.3', 'lot=500&severity=strict', 'lot=500&aql=toString', 'lot=500&level=__proto__'])('answers %s with a sentence, and with no other plan instead', async (query) => {
    const { status, body } = await found(query)
    expect(status).toBe(422)
    expect(body).toContain('role="alert"')
    expect(body).not.toContain('acceptance number Ac')
  })
})
