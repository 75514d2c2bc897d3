// The public site in a real browser: by keyboard alone, in large type, without a script.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeMeasures } from '../../store/measures/compute.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let browser: Browser
let address = ''

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  await computeMeasures(house.engine, house.warehouse)
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

async function visit(path: string, width: number, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  try {
    await page.goto(address + path)
    await work(page)
  } finally {
    await context.close()
  }
}

describe('a person with a keyboard', () => {
  it('jumps over the navigation to the content', async () => {
    await visit('/en', 1440, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => location.hash)).toBe('#content')
    })
  })
  it('complains without a mouse, and is led to what is missing', async () => {
    await visit('/en/complain', 360, async (page) => {
      await page.locator('#traderName').fill('虚构商店')
      await page.locator('button[type=submit]').press('Enter')
      await page.waitForSelector('.errors')
      await page.locator('.errors a').first().press('Enter')
      expect(await page.evaluate(() => location.hash)).toMatch(/^#\w+/)
      expect(await page.locator('#traderName').inputValue()).toBe('虚构商店')
    })
  })
  it('switches to large type, and the site remembers it', async () => {
    await visit('/en/accessibility', 1440, async (page) => {
      await page.getByText('Large type').click()
      expect(await page.evaluate(() => document.documentElement.className)).toBe('large')
      await page.goto(`${address}/en/data`)
      expect(await page.evaluate(() => document.documentElement.className)).toBe('large')
    })
  })
})

it('loads no script at all: the first load of a public page is one document, one style and one mark', async () => {
  await visit('/', 1440, async (page) => {
    const kinds = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => (entry as PerformanceResourceTiming).initiatorType))
    expect(kinds).not.toContain('script')
  })
})
