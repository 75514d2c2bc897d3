// Acts by the forms of the pages in a real browser: each answer is put into its field, and the form is sent by its button.
import type { Browser, Page } from 'playwright-core'
import type { Answer } from './house.ts'
import type { File, Hand, Headers } from '../journeys/supervision-story.ts'

/** Fills one field, whatever its control; a table row by row. Throws where the form has no such field. */
async function fill(page: Page, name: string, value: unknown): Promise<void> {
  if (value === null || value === undefined) return
  if (Array.isArray(value) && value.some((each) => typeof each === 'object')) {
    for (const [at, row] of (value as object[]).entries())
      for (const [column, cell] of Object.entries(row)) await fill(page, `${name}.${at}.${column}`, cell)
    return
  }
  const field = page.locator(`main form [name="${name}"]`)
  const count = await field.count()
  if (count === 0) throw new Error(`the form of ${page.url()} does not ask for ${name}`)
  if (Array.isArray(value)) {
    for (const each of value) await page.check(`main form [name="${name}"][value="${each}"]`)
    return
  }
  const text = value === true ? '是' : value === false ? '否' : String(value)
  const kind = await field.first().evaluate((element) => element.tagName)
  await (kind === 'SELECT' ? field.first().selectOption(text) : field.first().fill(text))
}

/** What the page says was wrong. */
const wrong = async (page: Page): Promise<string> => (await page.locator('main').innerText()).slice(0, 600)

/** One page for each person, kept from act to act. */
export function formHand(browser: Browser, address: string): Hand & { page(who: Headers): Promise<Page>; close(): Promise<void> } {
  const pages = new Map<Headers, Page>()
  async function pageOf(who: Headers): Promise<Page> {
    const known = pages.get(who)
    if (known) return known
    const page = await (await browser.newContext({ extraHTTPHeaders: who, viewport: { width: 1280, height: 900 } })).newPage()
    pages.set(who, page)
    return page
  }
  async function act(path: string, who: Headers, answers: object, before: (page: Page) => Promise<void>): Promise<string | null> {
    const page = await pageOf(who)
    const shown = await page.goto(`${address}${path}`, { waitUntil: 'domcontentloaded' })
    if (shown?.status() !== 200) return `${path}: ${shown?.status()} ${await wrong(page)}`
    await before(page)
    for (const [name, value] of Object.entries(answers)) await fill(page, name, value)
    await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click('main form.paper button[type=submit]')])
    return page.url().endsWith(path) ? await wrong(page) : null
  }
  const answer = (status: number, record: string, said: string | null): Answer =>
    said === null ? { status, body: { record }, headers: {} } : { status: 422, body: { detail: said }, headers: {} }
  return {
    page: pageOf,
    async open(register, who, answers, id) {
      const named = (page: Page) => page.evaluate((key) => document.querySelector<HTMLInputElement>('main form [name=_key]')!.setAttribute('value', key), id)
      return answer(201, id, await act(`/en/desk/${register}/open`, who, answers, named))
    },
    async step(file: File, step, who, answers) {
      return answer(200, file.id, await act(`/en/desk/${file.register}/${file.id}/${step}`, who, answers, async () => undefined))
    },
    async close() {
      for (const page of pages.values()) await page.context().close()
    },
  }
}
