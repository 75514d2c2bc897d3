// The form for reporting a defect in a real browser: at 360 and at 1440 pixels, in three languages, by somebody who cannot see it too.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let browser: Browser
let address = ''

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('reporting a defect', () => {
  it.each(['/defect', '/hant/defect', '/en/defect', '/en/recalls'])('%s is accessible and does not scroll sideways', async (path) => {
    expect(await onPhone(browser, address + path, {})).toEqual(faultFree)
  })
  it('is done by keyboard and answered with a number and a code', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${address}/en/defect`)
    await page.fill('[name=product]', 'Kettle')
    await page.selectOption('[name=productClass]', 'kitchenAppliances')
    await page.fill('[name=producerName]', '虚构水壶厂（演示）')
    await page.selectOption('[name=kind]', 'making')
    await page.fill('[name=danger]', 'The handle breaks')
    await page.fill('[name=place]', '130102')
    await page.click('form[action="/en/defect"] button:not([name])')
    await page.waitForSelector('text=Your report has been received')
    expect(await page.textContent('main')).toMatch(/QX2026\d+/)
    await page.close()
  })
})
