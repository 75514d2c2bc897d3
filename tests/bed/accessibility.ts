// Accessibility of a page by axe-core, and whether it scrolls sideways.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Violations as short sentences. The script is evaluated, since the page's own policy lets no other be added. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  })
}

export const staysWithin = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** A page at 360 px as somebody who sends these headers meets it: fault-free is 200, no scrolling sideways, and no violation. */
export async function onPhone(browser: Browser, url: string, extraHTTPHeaders: Record<string, string>) {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 800 }, extraHTTPHeaders })).newPage()
  const status = (await page.goto(url))?.status()
  const seen = { status, within: await staysWithin(page), violations: await violations(page) }
  await page.context().close()
  return seen
}

export const faultFree = { status: 200, within: true, violations: [] }
