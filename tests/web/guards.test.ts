// What holds for every address: a strict policy for contents, nothing done for another site, and no weight on the public site; by derivation.
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { visitor } from '../bed/visitor.ts'
import { cast, complain, yoghurt } from '../journeys/complaint-story.ts'

interface Route {
  readonly method: string
  readonly url: string
  readonly body: Schema | undefined
}
interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly format?: string
}

let house: House
let browser: Browser
let address = ''
const routes: Route[] = []
const password = 'purple lantern orbit 58'

beforeAll(async () => {
  house = await openHouse({
    now: '2026-05-11',
    pages: true,
    describe: true,
    routeAdded: ({ method, url, schema }) => {
      for (const each of [method].flat()) routes.push({ method: each, url, body: (schema as { body?: Schema } | undefined)?.body })
    },
  })
  const holdings = ['clerk', 'mediator'].map((duty) => ({ duty: `complaints.${duty}`, reach: 'area' as const, area: '130102' }))
  await addAccount(house.engine.database, { id: 'clerk', name: '受理人', office: 'market-130102', password, face: 'office', from: '2010-01-01', holdings })
  await complain(house, (await cast(house)).citizen, yoghurt('2026-05-08'))
  await computeMeasures(house.engine, house.warehouse)
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const nowhere = '019aaaaa-0000-7000-8000-000000000000'
const filled = (url: string): string => url.replace(':stream', [...house.engine.house.streams.keys()][0] ?? 'x').replaceAll(/:\w+/g, nowhere).replace('*', 'x')
/** Every duty that there is, everywhere: whoever holds it gets beyond the first refusal. */
const allReading = () =>
  [...house.engine.house.procedures.values()].flatMap(({ of, duties }) =>
    Object.keys(duties).map((duty) => ({ duty: house.engine.house.duty(of.name, duty), reach: 'all' as const })),
  )
/** The least that a schema takes. */
function least(schema: Schema | undefined): unknown {
  if (schema?.anyOf) return least(schema.anyOf[0])
  if (schema?.enum) return schema.enum[0]
  if (schema?.format === 'date-time') return '2026-05-11T01:00:00Z'
  if (schema?.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items))
  if (schema?.type === 'object' || schema?.properties)
    return Object.fromEntries((schema.required ?? []).map((name) => [name, least(schema.properties?.[name])]))
  return schema?.type === 'number' || schema?.type === 'integer' ? 1 : schema?.type === 'boolean' ? true : 'x'
}
const unsafe = () => routes.filter(({ method }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method))

describe('an address that nobody could mean', () => {
  const dashes = '-'.repeat(36)
  const odd = ['%00', `2026-99-99_${dashes}`, `2026-05-01_${dashes}`, '-1']
  const asked = ['q', 'kind', 'class', 'state', 'stage', 'year', 'month', 'city', 'area', 'after', 'on', 'to', 'number', 'limit', 'order', 'language']
  const reads = () => routes.filter(({ method, url }) => method === 'GET' && !/^\/(hant|en)(\/|$)/.test(url)).map(({ url }) => url)
  const faults = async (urls: readonly string[], who: Record<string, string>): Promise<string[]> => {
    const found: string[] = []
    for (const url of urls) {
      const { statusCode } = await house.app.inject({ url, headers: who })
      if (statusCode >= 500) found.push(`${url}: ${statusCode}`)
    }
    return found
  }

  it('is answered or refused, by every page and every query, and is no fault of ours', async () => {
    const pages = reads().filter((url) => !url.startsWith('/api/') && !url.includes('*'))
    expect(pages.length).toBeGreaterThan(40)
    const official = await house.person('everything', allReading())
    expect(await faults(pages.flatMap((url) => asked.flatMap((name) => odd.map((value) => `${filled(url)}?${name}=${value}`))), official)).toEqual([])
    // Some four thousand requests.
  }, 300_000)
  it('is answered or refused by every place of a path too', async () => {
    const places = reads().filter((url) => url.includes(':'))
    expect(places.length).toBeGreaterThan(100)
    const urls = places.flatMap((url) => [dashes, '%00', 'x'].map((value) => url.replaceAll(/:\w+/g, value)))
    expect(await faults(urls, await house.person('anything', allReading()))).toEqual([])
  })
})

describe('a request that changes something', () => {
  it('is refused at every address when another site made the browser send it', async () => {
    expect(unsafe().length).toBeGreaterThan(100)
    const taken: string[] = []
    for (const { method, url, body } of unsafe()) {
      const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }
      const sent = await house.app.inject({ method: method as 'POST', url: filled(url), headers, payload: JSON.stringify(least(body) ?? {}) })
      if (sent.statusCode !== 403 || sent.json().code !== 'identity.csrf') taken.push(`${method} ${url}: ${sent.statusCode}`)
    }
    expect(taken).toEqual([])
  })
  it('is refused at every address without the mark of the session, but where no session is looked at', async () => {
    const who = visitor(house)
    expect((await who.signIn('clerk', password)).status).toBe(200)
    const cookie = [...who.cookies].map((each) => each.join('=')).join('; ')
    const open = new Set<string>()
    for (const { method, url, body } of unsafe()) {
      const page = !url.startsWith('/api/')
      const headers = { cookie, 'content-type': page ? 'application/x-www-form-urlencoded' : 'application/json' }
      const payload = page ? '' : JSON.stringify(least(body) ?? {})
      const sent = await house.app.inject({ method: method as 'POST', url: filled(url), headers, payload })
      const refused = sent.statusCode === 403 && (page ? sent.body.includes('防伪') || /belongs to your session/.test(sent.body) || sent.body.includes('防偽') : sent.json().code === 'identity.csrf')
      if (!refused) open.add(`${method} ${url.replace(/^\/(en|hant)\//, '/')}`)
    }
    expect([...open].sort()).toEqual([
      // Ways in: they act for whoever holds the password, the key or the code.
      'POST /api/v1/session',
      'POST /api/v1/session/passkey',
      'POST /api/v1/session/passkey/options',
      'POST /api/v1/way-in',
      'POST /desk/sign-in',
      'POST /desk/sign-in/factor',
      'POST /desk/sign-in/passkey',
      // A citizen's forms: sent by anybody, under no account; a case is opened by its number and code.
      'POST /complain',
      'POST /damages',
      'POST /defect',
      'POST /follow',
      'POST /follow/paper',
      'POST /report',
    ].sort())
  })
})

const policyOf = (headers: Record<string, unknown>): Map<string, string[]> =>
  new Map(String(headers['content-security-policy'] ?? '').split(';').map((part) => part.trim().split(/\s+/)).map(([name = '', ...sources]) => [name, sources]))

describe('the policy for contents', () => {
  it('is strict at every address: scripts come from the site alone and stand in no page', async () => {
    const loose: string[] = []
    let looked = 0
    for (const { url } of routes.filter(({ method }) => method === 'GET')) {
      const { headers } = await house.app.inject({ method: 'GET', url: filled(url) })
      // The off-line page brings a stricter policy of its own; see below.
      if (/^(\/en|\/hant)?\/verify$/.test(url)) continue
      looked += 1
      const policy = policyOf(headers)
      const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ['*']
      const strict =
        scripts.every((source) => source === "'self'" || source === "'none'") &&
        (policy.get('default-src') ?? ['*']).every((source) => source === "'self'" || source === "'none'") &&
        (policy.has('sandbox') || ((policy.get('object-src') ?? [])[0] === "'none'" && (policy.get('frame-ancestors') ?? [])[0] === "'none'" && policy.has('base-uri') && policy.has('form-action')))
      if (!strict) loose.push(`${url}: ${String(headers['content-security-policy'])}`)
    }
    expect(looked).toBeGreaterThan(100)
    expect(loose).toEqual([])
  })
  it('lets no style element stand in a page but where the components of the office or of the interface’s page write their own', async () => {
    for (const path of ['/', '/desk/sign-in', '/api/docs/', '/office']) {
      const styles = policyOf((await house.app.inject({ method: 'GET', url: path })).headers).get('style-src-elem')
      expect(styles, path).toEqual(/office|docs/.test(path) ? ["'self'", "'unsafe-inline'"] : ["'self'"])
    }
  })
  it('of the off-line page names its one script by its digest, and lets it reach nothing', async () => {
    const { body, headers } = await house.app.inject({ method: 'GET', url: '/verify' })
    const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body)![1]!
    expect(own).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/)
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none'")
  })
})

/** The pattern of an address; a fixed part goes before a place for any. */
const patterns: { readonly url: string; readonly fits: RegExp; readonly places: number }[] = []
function patternOf(address: string): string {
  const path = address.split('?')[0]!
  if (patterns.length === 0)
    for (const { url } of routes.filter(({ method, url }) => method === 'GET' && !url.startsWith('/api/v1/')))
      patterns.push({
        url,
        fits: new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace('*', '.*')}$`),
        places: url.match(/[:*]/g)?.length ?? 0,
      })
  return patterns.filter(({ fits }) => fits.test(path)).sort((a, b) => a.places - b.places)[0]?.url ?? path
}

describe('in a real browser', () => {
  const seen = new Map<string, { readonly scripts: number; readonly page: string }>()
  it('no page of any kind breaks its policy, page by page from link to link', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy ${event.violatedDirective} ${event.blockedURI}`))
    })
    expect((await context.request.post(`${address}/api/v1/session`, { data: { account: 'clerk', password } })).ok()).toBe(true)
    const page = await context.newPage()
    const broken: string[] = []
    let scripts = 0
    page.on('console', (message) => {
      if (/^policy |Content Security Policy/.test(message.text())) broken.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`))
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') void response.body().then((body) => (scripts += gzipSync(body).length), () => undefined)
    })
    const waiting = ['/', '/en', '/hant', '/verify', '/desk/sign-in', '/desk', '/desk/me', '/office', '/api/docs/']
    while (waiting.length > 0) {
      const path = waiting.shift()!
      const pattern = patternOf(path)
      if (seen.has(pattern)) continue
      scripts = 0
      const office = /^\/office|^\/api\/docs/.test(path)
      const answer = await page.goto(address + path, { waitUntil: office ? 'networkidle' : 'load' }).catch(() => null)
      // What is handed over to be kept is no page.
      if (!answer || !/html/.test(answer.headers()['content-type'] ?? '')) continue
      seen.set(pattern, { scripts, page: path })
      const links = await page.$$eval('a[href]', (all) => all.map((each) => (each as HTMLAnchorElement).href))
      for (const link of links) {
        const url = new URL(link)
        // The languages are of one make: the other two are looked at on the first page.
        if (/^\/(en|hant)(\/|$)/.test(url.pathname)) continue
        if (url.origin === address && !url.pathname.startsWith('/api/v1/') && !seen.has(patternOf(url.pathname))) waiting.push(url.pathname + url.search)
      }
    }
    await context.close()
    expect(broken).toEqual([])
    const kinds = [/^\/$/, /^\/law\//, /^\/air/, /^\/complain/, /^\/verify$/, /^\/desk$/, /^\/desk\/me$/, /^\/desk\/:register\/:id$/, /^\/office/, /^\/api\/docs/]
    for (const kind of kinds) expect([...seen.keys()].some((pattern) => kind.test(pattern)), String(kind)).toBe(true)
    expect(seen.size).toBeGreaterThan(25)
  }, 300_000)
  it('every public page loads at most 100 KB of script; today none', () => {
    const pages = [...seen].filter(([pattern]) => !/^(\/en|\/hant)?\/(office|desk|api)/.test(pattern))
    expect(pages.filter(([, { scripts }]) => scripts > 100 * 1024)).toEqual([])
    expect(pages.filter(([, { scripts }]) => scripts > 0)).toEqual([])
  })
})

describe('the text of every page beside the office application', () => {
  it('asks for no script but the one of passkeys, and that where one signs in', async () => {
    const found: string[] = []
    let looked = 0
    for (const { url } of routes.filter(({ method, url }) => method === 'GET' && !/\/(office|api|verify)\b/.test(url))) {
      const { body, headers } = await house.app.inject({ method: 'GET', url: filled(url) })
      if (!String(headers['content-type']).includes('html')) continue
      looked += 1
      for (const [tag] of body.matchAll(/<script[^>]*>/g)) found.push(`${url} ${tag}`)
    }
    expect(looked).toBeGreaterThan(70)
    const ways = ['', '/hant', '/en'].flatMap((prefix) => ['', '/factor', '/passkey'].map((way) => `${prefix}/desk/sign-in${way}`))
    expect(found.sort()).toEqual(ways.map((url) => `${url} <script src="/passkey.js" defer="">`).sort())
  })
})

describe('the files of the office application', () => {
  it('do not count among the requests of an address, while the interface does', async () => {
    const strict = await openHouse({ now: '2026-05-11', pages: true, limit: 5 })
    try {
      const html = (await strict.app.inject({ method: 'GET', url: '/office' })).body
      const file = /\/office\/assets\/[\w.-]+\.js/.exec(html)![0]
      for (let n = 0; n < 20; n++) expect((await strict.app.inject({ method: 'GET', url: file })).statusCode).toBe(200)
      const answers = []
      for (let n = 0; n < 6; n++) answers.push((await strict.app.inject({ method: 'GET', url: '/api/v1/me' })).statusCode)
      expect(answers).toEqual([200, 200, 200, 200, 429, 429])
    } finally {
      await strict.close()
    }
  })
})
