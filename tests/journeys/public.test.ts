// Journeys of the public: a complaint without an account, a receipt checked off-line, figures opened, a ranking corrected.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import type { Person } from '../../kernel/permission.ts'
import { statusLists } from '../../store/seals.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { verifyAll } from '../../store/verify.ts'
import { setPoints, takeReadings } from '../../store/warehouse/readings.ts'
import { airFile } from '../reference/environment/air-files.ts'
import { startOf } from '../../kernel/day.ts'
import { rankingText } from '../../cli/ranking.ts'
import { ranking } from '../../web/data/air.ts'
import { loadTargets } from '../../cli/load-targets.ts'
import { loadRows } from '../../cli/load-records.ts'
import { openHouse, type House } from '../bed/house.ts'
import { uuidv7 } from '../../store/uuid.ts'

let house: House
const items = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3_8h'] as const
const importer: Person = { id: 'importer', name: 'importer', office: null, holdings: [] }

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  const rows = airFile('daily-74cities-2013-12_2014-12.csv.gz')
  const readings = rows.flatMap((row) =>
    items.map((item) => ({
      point: row['city_code']!,
      item,
      at: startOf(row['date']!),
      value: row[item] || null,
      quality: 'measured' as const,
    })),
  )
  const cities = [...new Map(rows.map((row) => [row['city_code']!, row['city']!]))].map(([code, name]) => ({ code, name, list: 'key74' }))
  await loadRows(
    { engine: house.engine, person: importer, register: 'air-city', keyOf: (row) => String(row['code']) },
    cities,
    () => undefined,
  )
  const published = airFile('published-rankings.csv').map((r) => ({
    period: r['period'],
    scope: r['scope'],
    direction: r['direction'],
    order: r['rank_order'],
    source: r['source'],
    note: r['note'] || null,
  }))
  await loadRows(
    { engine: house.engine, person: importer, register: 'published-ranking', keyOf: (r) => `${r['period']}${r['scope']}${r['direction']}` },
    published,
    () => undefined,
  )
  await setPoints(
    house.warehouse,
    'air-day',
    cities.map(({ code }) => ({
      point: code,
      dimensions: { city: code, list: 'key74', province: `${code.slice(0, 2)}0000` },
    })),
  )
  const parameterOn = (name: string, day: string) => house.engine.parameters.find(name, day)?.value
  await takeReadings(
    house.warehouse,
    house.engine.house.streams.get('air-day')!,
    { key: 'real', readings },
    (name, day) => parameterOn(name, day) ?? parameterOn(name, '2013-01-01'),
  )
  await loadTargets(house as never, { first: importer, second: { ...importer, id: 'approver' } }, { begin: () => () => undefined } as never)
  await house.work.settled()
  await computeMeasures(house.engine, house.warehouse)
})
afterAll(() => house.close())

const page = async (path: string) => String((await house.get(path)).body)
const form = async (path: string, values: Record<string, string | string[]>) => {
  const body = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((v) => [name, v] as [string, string]) : [[name, value] as [string, string]],
    ),
  )
  const response = await house.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  })
  return { status: response.statusCode, text: response.body }
}
const complaint = {
  traderName: '虚衡家具有限公司（虚构）',
  traderAddress: '定州市演示路',
  place: '139001',
  online: 'shop',
  goods: '木床',
  price: '2600.00',
  bought: '2026-05-01',
  forDailyUse: '是',
  issue: 'quality',
  known: '2026-05-03',
  facts: '床板断裂',
  claims: ['refund', 'damages'],
  complainant: '李某',
  phone: '13700000000',
}

describe('a citizen without an account', () => {
  let number = ''
  let code = ''

  it('fills in the form wrongly and keeps what was written, each mistake named and linked', async () => {
    const { status, text } = await form('/en/complain', { ...complaint, price: '', complainant: '', bought: '2027-01-01' })
    expect(status).toBe(422)
    expect(text).toContain('href="#complainant"')
    expect(text).toContain('The date lies in the future')
    expect(text).toContain('value="木床"')
  })
  it('sends it, and gets a number, a code and a sealed receipt; the office of the county has it', async () => {
    const key = uuidv7()
    const { status, text } = await form('/complain', { ...complaint, _key: key })
    expect(status).toBe(200)
    number = /TS139001\d{10}/.exec(text)![0]
    code = /<dd><b>([2-9A-Z]{10})<\/b>/.exec(text)![1]!
    expect(text).toContain('<svg')
    expect((await form('/complain', { ...complaint, _key: key })).text).toContain(number)
    const { rows } = await house.engine.database.query<{ n: number; office: string }>(
      "select count(*) over () as n, office from record.complaint where place = '139001'",
    )
    expect(rows).toMatchObject([{ n: 1, office: 'market-139001' }])
  })
  it('follows it with number and code, and nobody does with a wrong code', async () => {
    const good = await form('/en/follow', { number, code })
    expect(good.text).toContain('Received')
    expect(good.text).not.toContain('李某')
    const bad = await form('/en/follow', { number, code: 'AAAAAAAAAA' })
    expect(bad.status).toBe(404)
    expect(bad.text).not.toContain('Received')
  })
  it('has a receipt that anyone can check without a server', async () => {
    const { rows } = await house.engine.database.query<{ id: string }>("select id from kernel.document where form = 'complaint-receipt'")
    const proof = (await house.get(`/api/v1/documents/${rows[0]!.id}/proof`)).body
    const verdict = verifySealed(JSON.stringify(proof), {
      history: house.keys.history,
      now: house.engine.now(),
      statusLists: await statusLists(house.engine, house.keys),
    })
    expect(verdict.verdict).toBe('good')
    const altered = verifySealed(JSON.stringify({ ...proof, content: { ...proof.content, number: '别的' } }), {
      history: house.keys.history,
      now: house.engine.now(),
    })
    expect(altered.verdict).not.toBe('good')
    expect(JSON.stringify(proof)).not.toContain('李某')
  })
  it('has a receipt on paper for those who may read the case, with the seal in its QR, and for nobody else', async () => {
    const { rows } = await house.engine.database.query<{ id: string }>("select id from kernel.document where form = 'complaint-receipt'")
    const clerk = await house.person('clerk-dingzhou', [{ duty: 'complaints.clerk', reach: 'area', area: '139001' }])
    const response = await house.app.inject({ url: `/desk/documents/${rows[0]!.id}.pdf`, headers: clerk })
    expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await house.get(`/desk/documents/${rows[0]!.id}.pdf`)).status).toBe(404)
    expect(
      (
        await house.get(
          `/desk/documents/${rows[0]!.id}.pdf`,
          await house.person('clerk-elsewhere', [{ duty: 'complaints.clerk', reach: 'area', area: '130200' }]),
        )
      ).status,
    ).toBe(404)
  })
  it('works out damages with formula and article', async () => {
    const { text } = await form('/en/damages', { head: 'fraud', bought: '2026-05-01', price: '100' })
    expect(text).toContain('500.00')
    expect(text).toContain('consumer-protection-law/55(1)')
  })
  it('is told as of when the targets stand: today in the year that runs, its end in a past one', async () => {
    expect([await page('/'), await page('/en')].map((text) => /截至 2026年5月11日的情况|as of 2026-05-11/.test(text))).toEqual([true, true])
    expect(await page('/')).not.toContain('2026 年末')
    expect(await page('/targets/1?year=2020')).toContain('截至 2020 年末')
    expect(await page('/targets/1')).toContain('截至 2026年5月11日')
  })
  it('finds no script, no outside address and its own language on every page', async () => {
    for (const path of [
      '/',
      '/targets',
      '/air',
      '/air/130100?year=2014',
      '/air/ranking/2014',
      '/complain',
      '/law',
      '/law/samr-order-121/15',
      '/data',
      '/accessibility',
    ])
      for (const [prefix, tag] of [
        ['', 'zh-Hans-CN'],
        ['/hant', 'zh-Hant'],
        ['/en', 'en'],
      ] as const) {
        const text = await page(`${prefix}${path === '/' && prefix ? '' : path}`)
        expect(text, path).toContain(`lang="${tag}"`)
        expect(text, path).not.toMatch(/<script|(src|href)="https?:\/\//)
      }
  })
})

describe('the ranking of 2014', () => {
  it('names the published set of the ten worst, and nine of the ten best', async () => {
    const text = await page('/en/air/ranking/2014')
    expect(text).toContain('The same cities as published')
    expect(text).toContain('9 agree')
  })
  it('is printed by the command of the system’s README, every difference with its size and reason', async () => {
    const text = rankingText(await ranking(house.engine, house.warehouse, '2014'))
    expect(text).toContain('同一组城市 the same set: 10/10')
    expect(text).toContain('一致 agree: 9/10；仅公布 only published: 中山；仅计算 only computed: 贵阳')
    expect(text).toMatch(/保定 +1 +2 +12\.02 +与邢台相差 0\.01，不超过公布浓度修约造成的 ±0\.02/)
  })
  it('changes when a reading is corrected, the old figure stays, and the revision says why', async () => {
    const monitor = await house.person('monitor', [{ duty: 'environment.monitor', reach: 'all' }])
    const reviewer = await house.person('reviewer', [{ duty: 'environment.corrector', reach: 'all' }])
    // Baoding stands second, 0.01 behind Xingtai; a wrong reading of one of its days is corrected upward.
    const cell = encodeURIComponent('city=130600|list=key74|province=130000|2014')
    const places = async (): Promise<readonly (number | null)[]> => {
      const { cities } = await ranking(house.engine, house.warehouse, '2014')
      return ['邢台', '保定'].map((name) => cities.find(({ city }) => city === name)!.rank)
    }
    const [xingtai, baoding] = await places()
    expect(Math.abs(Number(xingtai) - Number(baoding))).toBe(1)
    const before = (await house.get(`/api/v1/measures/air.year.composite/${cell}`)).body.figure
    const proposed = await house.post(
      '/api/v1/registers/reading-correction',
      { answers: { stream: 'air-day', point: '130600', item: 'pm10', at: '2014-03-05T00:00:00+08:00', value: '9000', why: '小数点错位' } },
      { ...monitor, 'idempotency-key': uuidv7() },
    )
    expect(proposed.status).toBe(201)
    const confirmed = await house.post(
      `/api/v1/registers/reading-correction/${proposed.body.record}/steps/confirm`,
      { answers: {} },
      { ...reviewer, 'if-match': '"v1"', 'idempotency-key': uuidv7() },
    )
    expect(confirmed.status).toBe(200)
    await house.work.settled()
    const { figure, earlier } = (await house.get(`/api/v1/measures/air.year.composite/${cell}`)).body
    expect(figure.revision).toBe(2)
    expect(Number(figure.value)).toBeGreaterThan(Number(before.value))
    expect(figure.reason).toContain('小数点错位')
    expect(earlier[0]).toMatchObject({ revision: 1, value: before.value })
    // The published order is another one: the two have changed places, and the page shows it.
    expect(await places()).toEqual([baoding, xingtai])
    const other = (
      await house.get(`/api/v1/measures/air.year.composite/${encodeURIComponent('city=130500|list=key74|province=130000|2014')}`)
    ).body.figure
    expect(other.revision).toBe(1)
    expect(await page(`/en/figures/air.year.composite/${cell}`)).toContain('小数点错位')
  })
})

describe('the public site, link by link', () => {
  const linksOf = (html: string): string[] =>
    [...html.matchAll(/href="([^"]+)"/g)]
      .map((match) => match[1]!.replaceAll('&amp;', '&'))
      .filter((href) => href.startsWith('/') || href.startsWith('?'))
  /** Addresses of one kind look alike once numbers, codes and names are taken out. */
  const kindOf = (path: string): string =>
    path
      .replace(/\d[\w-]*/g, 'N')
      .replace(/(\/(?:figures|readings)\/)[^?]+/, '$1X')
      .replace(/(\/law\/)[^/?]+/, '$1A')
  /** Behind a sign-in, in every language, or of the machine: tried elsewhere. */
  const outside = (path: string): boolean => /^(\/hant|\/en)?\/(desk|api\/docs|office)/.test(path)

  it.each(['/', '/hant', '/en'])(
    'from %s no link is dead, a good many of each kind tried and every one of the home page',
    async (start) => {
      const home = linksOf(await page(start)).map((href) => href.split('#')[0]!)
      const [seen, tried, dead] = [new Set<string>([start, ...home]), new Map<string, number>(), [] as string[]]
      const queue = [start, ...seen].filter((path) => path !== '' && !outside(path))
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const answer = await house.get(path)
        if (answer.status !== 200) dead.push(`${answer.status} ${path}`)
        if (!String(answer.headers['content-type']).includes('text/html')) continue
        for (const href of linksOf(String(answer.body))) {
          const target = (href.startsWith('?') ? path.split('?')[0] + href : href).split('#')[0]!
          const kind = kindOf(target)
          const home = (language: string): boolean =>
            target === language || target.startsWith(`${language}/`) || target.startsWith(`${language}?`)
          // A reader stays in a language; the switch to the others is tried from each start.
          if (target === '' || seen.has(target) || outside(target) || (start !== '/' && !home(start) && !target.startsWith('/api/')))
            continue
          if (start === '/' && (home('/hant') || home('/en'))) continue
          if ((tried.get(kind) ?? 0) >= 4) continue
          seen.add(target)
          tried.set(kind, (tried.get(kind) ?? 0) + 1)
          queue.push(target)
        }
      }
      expect(dead).toEqual([])
      expect(seen.size).toBeGreaterThan(150)
    },
  )
  it('every figure of the home page shows its method, the article that asks for it and what it came from', async () => {
    const figures = [...new Set(linksOf(await page('/en')).filter((href) => href.startsWith('/en/figures/')))]
    expect(figures.length).toBeGreaterThan(30)
    for (const path of figures) {
      const text = await page(path)
      expect(text, path).toMatch(/Method and edition.*href="\/en\/law\/[^"]+".*Asked for by.*href="\/en\/law\/hebei-2016-33/s)
      expect(text, path).toMatch(/It comes from (one (reading|figure|record)|[1-9]\d* (readings|figures|records))/)
    }
  })
})

describe('a notice of working days', () => {
  it('re-dates what was provisional, by a journalled act, and not twice', async () => {
    house.at('2026-12-24')
    const clerk = await house.person(
      'clerk-x',
      [
        { duty: 'complaints.clerk', reach: 'all' },
        { duty: 'complaints.citizen', reach: 'own' },
      ],
      { office: 'market-130102' },
    )
    const opened = await house.post(
      '/api/v1/registers/complaint',
      {
        answers: { ...complaint, received: '2026-12-24', channel: 'window', forDailyUse: true, place: '130102', handling: 'market-130102' },
      },
      { ...clerk, 'idempotency-key': uuidv7() },
    )
    const clock = async () => (await house.get(`/api/v1/registers/complaint/${opened.body.record}`, clerk)).body.clocks[0]
    // Seven working days after 24 December: five are left in 2026, two fall in a year without a notice.
    expect(await clock()).toMatchObject({ due: '2027-01-04', provisional: true })
    const officer = await house.person('officer', [{ duty: 'law.officer', reach: 'all' }])
    const confirmer = await house.person('confirmer', [{ duty: 'law.confirmer', reach: 'all' }])
    const notice = await house.post(
      '/api/v1/registers/calendar-notice',
      { answers: { year: 2027, source: '虚构的 2027 年通知（测试）', days: '2027-01-01,元旦,off\n2027-01-04,元旦,off' } },
      { ...officer, 'idempotency-key': uuidv7() },
    )
    expect(notice.status).toBe(201)
    await house.post(
      `/api/v1/registers/calendar-notice/${notice.body.record}/steps/confirm`,
      { answers: {} },
      { ...confirmer, 'if-match': '"v1"', 'idempotency-key': uuidv7() },
    )
    await house.work.settled()
    expect(await clock()).toMatchObject({ due: '2027-01-06', provisional: false })
    const { body } = await house.get(`/api/v1/registers/complaint/${opened.body.record}/history`, clerk)
    expect(body.items.map((e: { step: string }) => e.step)).toEqual(['open', 'redate'])
    await house.work.settled()
    expect((await house.get(`/api/v1/registers/complaint/${opened.body.record}/history`, clerk)).body.items).toHaveLength(2)
  })
  it('and all verifies', async () => expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] }))
})
