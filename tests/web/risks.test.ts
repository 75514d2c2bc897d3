// The risk table and a class's alarms in a real browser at 360 px: for officials within their reach, accessible, in three languages.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRisks, watchRisks } from '../../cli/demonstration-risks.ts'
import type { Progress } from '../../cli/progress.ts'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let browser: Browser
let address = ''
let analyst: Record<string, string>
let county: Record<string, string>
let clerk: Record<string, string>
const quiet: Progress = { begin: () => () => undefined, line: () => undefined, end: () => undefined }

beforeAll(async () => {
  house = await openHouse({ now: '2026-11-25', pages: true })
  await addRisks(house, quiet)
  await house.work.settled()
  await watchRisks(house)
  analyst = await house.person('some-analyst', [{ duty: 'risk.analyst', reach: 'all' }])
  county = await house.person('some-county', [{ duty: 'risk.reader', reach: 'area', area: '130700' }])
  clerk = await house.person('some-clerk', [{ duty: 'complaints.clerk', reach: 'all' }])
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the pages of risk for officials', () => {
  it.each(['', '/hant', '/en'].flatMap((prefix) => ['/desk/risks', '/desk/risks/lamps', '/desk/risks/meat?to=2018-11-05'].map((path) => prefix + path)))(
    '%s is accessible and does not scroll sideways',
    async (path) => {
      expect(await onPhone(browser, address + path, analyst)).toEqual(faultFree)
    },
  )
  it('a county without a signal sees none, and who has no duty of risk finds no page', async () => {
    const text = (await house.get('/en/desk/risks', county)).body as string
    expect(text).toContain('No signal lies within your reach')
    expect((await house.get('/desk/risks', clerk)).status).toBe(404)
    expect((await house.get('/desk/risks/flying-carpets', analyst)).status).toBe(404)
    expect((await house.get('/desk/risks')).status).toBe(303)
  })
  it('looks back to days before the methods were set, by the settings that were first: a page, no fault', async () => {
    for (const path of ['/desk/risks/lamps?to=2014-12-31', '/en/desk/risks/ambientAir?to=2014-12-31'])
      expect((await house.get(path, analyst)).status).toBe(200)
  })
  it('shows the arithmetic of an alarm and how often the method errs', async () => {
    const text = (await house.get('/en/desk/risks/lamps', analyst)).body as string
    for (const part of ['EARS C2', 'Standard deviation of the baseline', 'Mean of the baseline', 'False alarms']) expect(text).toContain(part)
  })
  it('the public reads a warning in force, and what was lifted with its reason, by one address each', async () => {
    const list = (await house.get('/en/risks')).body as string
    expect(list).toContain('In force')
    for (const [, id] of list.matchAll(/\/en\/risks\/([0-9a-f-]{36})/g)) expect((await house.get(`/en/risks/${id}`)).status).toBe(200)
    expect(list).toContain('Lifted')
  })
  it('a warning whose stated end has passed is in force until it is lifted, and says that it is being judged', async () => {
    const { items } = (await house.get('/api/v1/publications/risk-warnings')).body as { items: { id: string }[] }
    const says = async () => ((await house.get(`/en/risks/${items[0]!.id}`)).body as string).includes('The term of this warning has passed')
    expect(await says()).toBe(false)
    house.at('2028-11-25')
    expect(await says()).toBe(true)
  })
})
