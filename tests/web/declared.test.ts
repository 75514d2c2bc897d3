// Every public page that a system declares, that the site's own menu names, or that those lead to, in a real browser at 360 px.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedEnterprises } from '../../cli/demonstration.ts'
import { loadRows } from '../../cli/load-records.ts'
import { addLaboratories, amendReports } from '../../cli/demonstration-laboratories.ts'
import { addProficiency, correctProficiency } from '../../cli/demonstration-proficiency.ts'
import { addPenalties, annulPenalty } from '../../cli/demonstration-penalties.ts'
import { addRecalls } from '../../cli/demonstration-recalls.ts'
import { addRisks, watchRisks } from '../../cli/demonstration-risks.ts'
import type { Progress } from '../../cli/progress.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import type { Person } from '../../kernel/permission.ts'
import { systems } from '../../systems/index.ts'
import { siteMenu } from '../../web/site/document.tsx'
import { staysWithin, violations } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let browser: Browser
let page: Page
let address = ''
const quiet: Progress = { begin: () => () => undefined, line: () => undefined, end: () => undefined }

beforeAll(async () => {
  house = await openHouse({ now: '2026-11-25', pages: true })
  const enterprises = inventedEnterprises(300, hebei.divisions)
  const importer: Person = { id: 'importer', name: 'importer', office: null, holdings: [] }
  await loadRows({ engine: house.engine, person: importer, register: 'enterprise', keyOf: (row) => String(row['code']) }, enterprises, () => undefined)
  await addLaboratories(house, quiet)
  await addProficiency(house)
  await addRecalls(house, quiet)
  await addPenalties(house, quiet)
  await addRisks(house, quiet)
  await house.work.settled()
  await amendReports(house)
  await correctProficiency(house)
  await annulPenalty(house)
  await watchRisks(house)
  await house.work.settled()
  await computeMeasures(house.engine, house.warehouse)
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

const declared = systems.flatMap((system) => system.pages ?? []).filter((each) => each.face === 'public')
/** A route with a place for a code is reached by the links of other pages. */
const isFixed = (path: string): boolean => !path.includes(':')
const paths = [...new Set([...declared.map((each) => each.route), ...siteMenu.map(([path]) => path)])].filter(isFixed)
const languages = [
  ['', 'zh-Hans-CN'],
  ['/hant', 'zh-Hant'],
  ['/en', 'en'],
] as const
const within = (prefix: string, path: string): string => (path === '/' ? prefix || '/' : prefix + path)

/** What is wrong with a page, in words; nothing for a page as it should be. */
async function faults(path: string, tag: string): Promise<readonly string[]> {
  const response = await page.goto(address + path)
  if (response?.status() !== 200) return [`answers ${response?.status()}`]
  return [
    ...((await page.locator('main').count()) === 1 ? [] : ['has not one main part']),
    ...((await page.locator('h1').count()) === 1 ? [] : ['has not one title']),
    ...((await page.getAttribute('html', 'lang')) === tag ? [] : ['does not say its language']),
    ...((await staysWithin(page)) ? [] : ['scrolls sideways']),
    ...(await violations(page)),
  ]
}

describe('every public page that is declared', () => {
  it('is declared by one system only', () => {
    expect(declared.length).toBeGreaterThan(10)
    expect(new Set(declared.map((each) => each.route)).size).toBe(declared.length)
  })
  it.each(paths.flatMap((path) => languages.map(([prefix, tag]) => [within(prefix, path), tag] as const)))(
    '%s answers, has one main part and one title, says its language, is accessible and does not scroll sideways',
    async (path, tag) => expect(await faults(path, tag)).toEqual([]),
  )
})

/** Addresses under one name and equally deep lead to the same sort of page. */
const sortOf = (path: string): string => {
  const [first = '', ...rest] = path.split('/').slice(1)
  return `/${first}${'/:'.repeat(rest.length)}`
}

/** One address of every sort that the pages lead to, found by following the links of all that were found before. */
async function oneOfEachSort(): Promise<readonly string[]> {
  const seen = new Map(paths.map((path) => [sortOf(path), path]))
  for (const path of seen.values()) {
    const answer = await house.app.inject({ url: path })
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue
    for (const [, link] of answer.body.matchAll(/href="(\/[^"#?]*)/g)) {
      const found = link!.replaceAll('&amp;', '&')
      if (/^\/(api|desk|office|bench|hant|en|status-lists|keys)(\/|$)|\.\w+$/.test(found) || seen.has(sortOf(found))) continue
      seen.set(sortOf(found), found)
    }
  }
  return [...seen.values()].filter((path) => !paths.includes(path))
}

describe('pages that the declared ones lead to', () => {
  it('answer in three languages, and one of each sort is accessible and does not scroll sideways in the longest of them', async () => {
    const found = await oneOfEachSort()
    const sorts = found.map(sortOf)
    expect(sorts).toEqual(expect.arrayContaining(['/recalls/:', '/penalties/:', '/laboratories/:', '/proficiency/:', '/reports/:', '/data/:', '/law/:']))
    const wrong: string[] = []
    for (const path of found) {
      for (const prefix of ['', '/hant']) {
        const { statusCode } = await house.app.inject({ url: prefix + path })
        if (statusCode !== 200) wrong.push(`${prefix}${path} answers ${statusCode}`)
      }
      wrong.push(...(await faults(`/en${path}`, 'en')).map((fault) => `/en${path} ${fault}`))
    }
    expect(wrong).toEqual([])
  }, 240_000)
})
