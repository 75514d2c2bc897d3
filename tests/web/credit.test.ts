// The pages of credit in a real browser at 360 px: the open file of a body, the rule and its fairness, raters against outcomes, and a purchaser’s check.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../store/uuid.ts'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { invented } from '../journeys/supervision-story.ts'

type Headers = Record<string, string>
let house: House
let browser: Browser
let address = ''
let purchaser: Headers
let firm: Headers
let extract = ''
const [own, rater, small] = [invented(31), invented(32), invented(33)]
const bodies = Array.from({ length: 40 }, (_, at) => invented(100 + at))

const open = async (register: string, answers: object, who: Headers): Promise<string> => {
  const { status, body } = await house.post(`/api/v1/registers/${register}`, { id: uuidv7(), answers }, { ...who, 'idempotency-key': uuidv7() })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.record
}
const entered = (party: string, category: string) => ({
  party, partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: 'market-130102', document: `虚构〔2025〕${party.slice(-5)}号`,
  article: 'product-quality-law/49', determined: '2025-03-06', scope: 'open',
})
const rated = (who: string, name: string, party: string, grade: string, at: number) => ({
  party, partyName: '虚构单位（演示）', place: '130102', rater: who, raterName: name, report: `R-${at}`, grade, probability: grade === 'A' ? '0.02' : '0.4', issued: '2025-03-03',
})

beforeAll(async () => {
  house = await openHouse({ now: '2025-03-03', pages: true })
  const all = (...duties: string[]) => duties.map((duty) => ({ duty, reach: 'all' as const }))
  const clerk = await house.person('clerk', all('credit.clerk', 'parties.registrar'), { office: 'hebei-market' })
  purchaser = await house.person('purchaser', [{ duty: 'credit.purchaser', reach: 'own' }], { face: 'enterprise' })
  firm = await house.person('firm', [{ duty: 'credit.party', reach: 'party' }], { face: 'enterprise', speaksFor: [own] })
  for (const [at, code] of [own, ...bodies].entries())
    await open('enterprise', { code, name: `虚构单位${at}（演示）`, place: '130102', kind: 'company', size: at % 2 ? 'small' : 'large', invented: true }, clerk)
  for (const [at, code] of bodies.entries()) await open('third-party-rating', rated(rater, '虚构评级甲（演示）', code, at < 20 ? 'A' : 'C', at), clerk)
  await open('third-party-rating', rated(small, '虚构评级乙（演示）', bodies[0]!, 'A', 99), clerk)
  house.at('2025-03-10')
  // One of twenty of grade A, eight of twenty of grade C.
  for (const code of [bodies[0]!, ...bodies.slice(20, 28)]) await open('credit-entry', entered(code, 'ordinary'), clerk)
  house.at('2026-05-11')
  await open('credit-entry', { ...entered(own, 'ordinary'), determined: '2026-05-06' }, clerk)
  extract = await open('credit-extract', { purchaser: '虚构采购中心（演示）', project: 'XG-1', purpose: 'tender', codes: [{ code: own }] }, purchaser)
  await house.work.settled()
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

const text = async (path: string, who: Headers = {}) => (await house.get(path, who)).body as string

describe('the pages of credit', () => {
  const paths = ['/credit', '/credit?q=虚构', '/credit/CODE', '/credit/rule', '/credit/fairness', '/credit/raters', '/desk/credit-check', '/desk/credit-check/EXTRACT']
  const all = ['', '/hant', '/en'].flatMap((language) => paths.map((path) => language + path))
  it.each(all)('%s is accessible and does not scroll sideways', async (path) => {
    const asked = path.replace('CODE', own).replace('EXTRACT', extract)
    expect(await onPhone(browser, address + asked, path.includes('check') ? purchaser : {})).toEqual(faultFree)
  })

  it('show the open entry of a body with its office, article and last day, and no class', async () => {
    const page = await text(`/en/credit/${own}`)
    for (const shown of ['Changan Administration for Market Regulation', '/en/law/product-quality-law/49', '2027-05-06']) expect(page).toContain(shown)
    expect(page).not.toMatch(/class C|70 points/)
    expect((await house.get('/credit/91130102MAX000001K')).status).toBe(404)
  })

  it('tell how raters did: forty ratings are judged, a single one is not; withdrawn entries are no breach', async () => {
    const page = await text('/en/credit/raters')
    // Eight of twenty: Wilson’s interval from 21.9 % to 61.3 %.
    for (const shown of ['5.0 %', '40.0 %', '21.9 % – 61.3 %', 'Fewer than 30 are a year old']) expect(page).toContain(shown)
  })

  it('compare groups by the class that stands, and show no group that is small', async () => {
    const page = await text('/en/credit/fairness')
    // Sizes have 21 and 20 bodies and are not shown; of the 41 companies one stands in class C.
    expect(page).toContain('too few to be shown')
    expect(page).toMatch(/Enterprise[^]*41[^]*2\.4 %/)
    expect((await text('/credit/rule')).match(/85/g)!.length).toBeGreaterThan(1)
  })

  it('tell the body who asked about it, and for which project', async () => {
    const page = await text('/en/desk/own-file', firm)
    for (const shown of ['Who looked at your class', '虚构采购中心（演示）', 'XG-1']) expect(page).toContain(shown)
  })
})
