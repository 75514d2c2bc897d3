// Journeys through the public pages of recalls, penalties and laboratories, and through a laboratory's bench, by the rules that they show.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addLaboratories, amendReports } from '../../cli/demonstration-laboratories.ts'
import { addPenalties, annulPenalty } from '../../cli/demonstration-penalties.ts'
import { addRecalls } from '../../cli/demonstration-recalls.ts'
import type { Progress } from '../../cli/progress.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
const quiet: Progress = { begin: () => () => undefined, line: () => undefined, end: () => undefined }
const own = '91130102MAX000NJ9T'
let analyst: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ now: '2026-11-25', pages: true })
  expect((await house.app.inject('/recalls')).body).toContain('目前没有公布的召回')
  expect((await house.app.inject('/penalties')).body).toContain('目前没有处于公示期内的处罚决定')
  expect((await house.app.inject('/laboratories')).body).toContain('还没有登记检验检测机构')
  await addLaboratories(house, quiet)
  await addRecalls(house, quiet)
  await addPenalties(house, quiet)
  await house.work.settled()
  await amendReports(house)
  await annulPenalty(house)
  await house.work.settled()
  analyst = await house.person('lab.analyst', [{ duty: 'testing.analyst', reach: 'party' }], { face: 'laboratory', speaksFor: [own] })
}, 120_000)
afterAll(() => house.close())

const page = async (url: string, headers: Record<string, string> = {}) => house.app.inject({ url, headers })
const published = async (name: string) => (await house.get(`/api/v1/publications/${name}?limit=500`)).body.items as { id: string; number: string; state: string; until: string | null; values: Record<string, any> }[]
const recordOf = async (sql: string): Promise<string> => (await house.engine.database.query<{ id: string }>(sql)).rows[0]!.id

describe('penalties', () => {
  it('are public for one year from the day of the decision where the breach is ordinary (發展改革委令第36號); closing and archiving the case begins no new term', async () => {
    const items = await published('penalties')
    const archived = items.find((item) => item.state === 'archived' && item.values['degree'] === 'ordinary' && item.values['decided'] === '2026-06-18')!
    // Decided on 2026-06-18 and served two days later.
    expect(archived.until).toBe('2027-06-18')
  })
  it('of a minor breach are not shown since Order 36, however large the fine; of before they leave after three months, by every address', async () => {
    const id = await recordOf("select id from record.case where degree = 'minor' and state = 'archived'")
    const slight = await recordOf("select id from record.case where degree = 'minor' and state = 'served' and decided >= '2026-04-01'")
    await house.engine.database.query("update record.case set fine = '2000000.00' where id = $1", [slight])
    expect((await published('penalties')).filter((item) => item.values['degree'] === 'minor')).toEqual([])
    expect((await page(`/penalties/${slight}`)).statusCode).toBe(404)
    await house.engine.database.query("update record.case set decided = '2026-03-20' where id = $1", [id])
    expect((await published('penalties')).map((item) => item.id)).not.toContain(id)
    const gone = await page(`/penalties/${id}`)
    expect(gone.statusCode).toBe(410)
    expect(gone.body).toContain('公示期已满')
  })
  it('that were annulled are taken back with the reason and name nobody (公示規定 11)', async () => {
    const { rows } = await house.engine.database.query<{ id: string; number: string; party_name: string }>("select id, number, party_name from record.case where state = 'annulled'")
    const gone = await page(`/penalties/${rows[0]!.id}`)
    expect(gone.statusCode).toBe(410)
    expect(gone.body).toContain('已被依法撤销')
    expect(gone.body).not.toContain(rows[0]!.party_name)
    const list = (await page('/penalties')).body
    expect(list).toContain(rows[0]!.number)
    expect(list).not.toContain(rows[0]!.party_name)
  })
  it('against a natural person without a credit code are not shown (公示規定 6)', async () => {
    await house.engine.database.query("update record.case set party = null where state = 'performed'")
    expect((await published('penalties')).filter((item) => item.values['party'] === null)).toEqual([])
  })
})

describe('recalls', () => {
  it('that are not published stay unseen, the others are found by lot', async () => {
    expect(await published('recalls')).toHaveLength(4)
    const found = (await page('/recalls?q=20260811a')).body
    expect(found).toContain('全脂乳粉')
    expect(found).not.toContain('儿童护眼台灯')
    expect((await page('/recalls')).body).not.toContain('登机拉杆箱')
  })
  it('say the danger and what to do first, and can be taken away on paper', async () => {
    const milk = (await published('recalls')).find((item) => item.values['product'].includes('乳粉'))!
    const { body } = await page(`/recalls/${milk.id}`)
    expect(body.indexOf('包装密封不严')).toBeLessThan(body.indexOf('20260811A'))
    expect(body).toContain('不要食用')
    const paper = await page(`/recalls/${milk.id}/notice.pdf`)
    expect(paper.headers['content-type']).toBe('application/pdf')
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })
  it('can be followed as a feed, whole or for one search (RFC 4287)', async () => {
    const entries = async (url: string) => [...(await page(url)).body.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(([, title]) => title!)
    expect(await entries('/recalls/feed.atom')).toHaveLength(4)
    expect((await entries('/en/recalls/feed.atom?class=milkPowder')).every((title) => title.includes('全脂乳粉'))).toBe(true)
    expect((await page('/recalls/feed.atom')).headers['content-type']).toContain('application/atom+xml')
  })
})

describe('laboratories', () => {
  it('are found for a day on which mark and scope both hold, and not for another', async () => {
    const asked = (day: string) => page(`/laboratories?class=toys&parameter=%E9%93%85&day=${day}`)
    const today = (await asked('2026-11-25')).body.split('<h2>')[0]!
    expect(today).toContain('虚衡产品质量检验中心')
    // Suspended ninety days ago.
    expect(today).not.toContain('例泽玩具检测实验室')
    expect((await asked('2020-01-01')).body).toContain('没有机构能按这些条件')
  })
  it('tell of a report that was withdrawn that it proves nothing, and of one that was replaced which one counts', async () => {
    const reports = await published('test-reports')
    const withdrawn = reports.find((item) => item.state === 'withdrawn')!
    expect((await page(`/reports/${withdrawn.id}`)).body).toContain('不得再作为依据')
    const replaced = reports.find((item) => item.state === 'replaced')!
    const later = reports.find((item) => item.values['orderNumber'] === replaced.values['orderNumber'] && item.values['edition'] === 2)!
    expect((await page(`/reports/${replaced.id}`)).body).toContain(`/reports/${later.id}`)
  })
  it('lead from the number on a paper to its report, and say so where none was issued', async () => {
    const [first] = await published('test-reports')
    expect((await page(`/reports?number=${first!.number.toLowerCase()}`)).headers['location']).toBe(`/reports/${first!.id}`)
    expect((await page('/reports?number=BG9999')).body).toContain('没有签发过编号 BG9999 的报告')
  })
})

describe('the bench', () => {
  it('leads whoever is not signed in to the sign-in, and the desk leads those whose bench it is to it', async () => {
    const away = await page('/en/bench')
    expect([away.statusCode, away.headers['location']]).toEqual([303, '/en/desk/sign-in?back=%2Fen%2Fbench'])
    expect((await page('/en/desk', analyst)).body).toContain('href="/en/bench"')
    const reader = await house.person('reader', [{ duty: 'recall.reader', reach: 'all' }])
    expect((await page('/en/desk', reader)).body).not.toContain('href="/en/bench"')
  })
  it('leads back to what was asked for once somebody has signed in, values and all, and never away from this site', async () => {
    await house.person('entering', [], { password: 'a long enough one' })
    const asked = '/en/desk/complaint/new?received=2026-11-25&trader=%E8%99%9A'
    const away = await page(asked)
    expect(away.headers['location']).toBe(`/en/desk/sign-in?${new URLSearchParams({ back: asked }).toString()}`)
    expect((await page(String(away.headers['location']))).body).toContain(`name="back" value="${asked.replaceAll('&', '&amp;')}"`)
    const enter = (back: string) =>
      house.app.inject({
        method: 'POST',
        url: '/en/desk/sign-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ account: 'entering', password: 'a long enough one', back }).toString(),
      })
    expect((await enter(asked)).headers['location']).toBe(asked)
    for (const hostile of ['//evil.example/', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/\t/evil.example', ''])
      expect((await enter(hostile)).headers['location'], hostile).toBe('/en/desk')
  })
  it('shows a laboratory its own orders and no other’s', async () => {
    const count = async (where: string) => Number((await house.engine.database.query<{ n: string }>(`select count(*) n from record.test_order where ${where}`)).rows[0]!.n)
    const open = `state not in ('reported', 'refused', 'rejected', 'terminated')`
    const { body } = await page('/bench', analyst)
    expect([...body.matchAll(/href="\/bench\/[\da-f-]{36}"/g)]).toHaveLength(await count(`laboratory = '${own}' and ${open}`))
    const other = await recordOf(`select id from record.test_order where laboratory <> '${own}'`)
    expect((await page(`/bench/${other}`, analyst)).statusCode).toBe(404)
  })
  it('shows the custody of a sample from reception on, in the order of the hands', async () => {
    const id = await recordOf(`select id from record.test_order where laboratory = '${own}' and state = 'analysing'`)
    const { body } = await page(`/bench/${id}`, analyst)
    expect(body.indexOf('收样')).toBeGreaterThan(0)
    expect(body).toContain('样品室 A 架')
    expect(body.indexOf('样品室 A 架')).toBeLessThan(body.indexOf('理化室'))
  })
})
