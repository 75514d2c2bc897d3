// A form without a script lets names be written where a record holds keys: places, offices, bodies and other records, within the reader's reach.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { openingOf } from '../../kernel/act.ts'
import { AreaTree } from '../../kernel/area.ts'
import { asList } from '../../kernel/procedure.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { fullName, placeCode, placesInUse } from '../../web/data/place-names.ts'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, invented, items, open, row, type Cast, type File } from '../journeys/supervision-story.ts'

let house: House
let who: Cast
let plan: File
let number = ''
type Headers = Record<string, string>

const places = { tree: new AreaTree(hebei.divisions), now: () => '2026-05-11T02:00:00.000Z' }

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  who = await cast(house)
  plan = await open(house, 'check-plan', who.organiser, {
    title: '木质家具监督抽查（演示）', kind: 'yearly', frame: 'random', line: 'goods', productClass: 'furniture', place: '130100', items, rule: 'simple',
    wanted: 1, mostQuantity: '2', from: '2026-05-11', to: '2026-12-31',
  })
  number = (await row(house, plan))['number'] as string
}, 120_000)
afterAll(() => house.close())

/** A form as a browser sends it, with its own key. */
async function send(path: string, person: Headers, answers: Record<string, string>): Promise<{ status: number; body: string; key: string }> {
  const key = uuidv7()
  const payload = new URLSearchParams({ ...answers, _key: key }).toString()
  const headers = { ...person, 'content-type': 'application/x-www-form-urlencoded' }
  const response = await house.app.inject({ method: 'POST', url: path, headers, payload })
  return { status: response.statusCode, body: response.body, key }
}
const page = async (path: string, person: Headers) => (await house.app.inject({ url: path, headers: person })).body

const drawing = {
  title: '第一次抽取', purpose: 'sample', kind: 'yearly', frameKind: 'random', line: 'goods', productClass: 'furniture', rule: 'simple', mostQuantity: '2',
}

describe('places', () => {
  it.each(['zh', 'hant', 'en'] as const)('every division of today is offered by a name that leads back to it alone (%s)', (language) => {
    const all = placesInUse(places)
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter(({ code }) => placeCode(places, fullName(places, code, language)) !== code)).toEqual([])
  })
})

describe('the form of a draw', () => {
  it('offers plans by their number with their title beside it, places and no more', async () => {
    const form = await page('/desk/draw/open', who.organiser)
    expect(form).toContain(`<datalist id="record-check-plan"><option value="${number}" label="木质家具监督抽查（演示）"`)
    expect(form).toContain('<option value="石家庄市长安区"')
    expect(await page('/hant/desk/draw/open', who.organiser)).toContain('<option value="石家莊市長安區"')
  })
  it('takes the number of the plan and the name of the place, and keeps their keys', async () => {
    const { status, body, key } = await send('/desk/draw/open', who.organiser, { ...drawing, plan: number, place: '石家庄市长安区' })
    expect(status, body.match(/class="errors".*?<\/div>/s)?.[0]).toBe(303)
    expect(await row(house, { register: 'draw', id: key })).toMatchObject({ plan: plan.id, place: '130102' })
  })
  it('refuses an unknown number at its field and shows it as it was written', async () => {
    const { status, body } = await send('/desk/draw/open', who.organiser, { ...drawing, plan: 'JH-1999-1', place: '石家庄市长安区' })
    expect(status).toBe(422)
    expect(body).toContain('id="plan-problem"')
    expect(body).toMatch(/<input[^>]*name="plan"[^>]*value="JH-1999-1"/)
    expect(body).toMatch(/<input[^>]*name="place"[^>]*value="石家庄市长安区"/)
  })
  it('is accessible on a telephone', async () => {
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    const browser = await openBrowser()
    const address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
    try {
      expect(await onPhone(browser, `${address}/en/desk/draw/open`, who.organiser)).toEqual(faultFree)
    } finally {
      await browser.close()
    }
  }, 60_000)
})

describe('what a reader may not see', () => {
  it('is not offered, and its number names nothing to them', async () => {
    const reach = [{ duty: 'supervision.organiser', reach: 'area' as const, area: '130200' }]
    const tangshan = await house.person('sup-tangshan', reach, { office: 'market-130200' })
    expect(await page('/desk/draw/open', tangshan)).not.toContain(number)
    const { status, body } = await send('/desk/draw/open', tangshan, { ...drawing, plan: number, place: '唐山市' })
    expect(status).toBe(422)
    expect(body).toContain('id="plan-problem"')
  })
})

describe('a step that asks for what the record holds', () => {
  it('shows the names of its keys, and they may be sent back as they stand', async () => {
    const form = await page(`/desk/check-plan/${plan.id}/revise`, who.organiser)
    expect(form).toMatch(/<input[^>]*name="place"[^>]*value="石家庄市"/)
  })
})

describe('bodies', () => {
  it('are named by their full registered name, where only one bears it', async () => {
    const registrar = await house.person('registrar', [{ duty: 'parties.registrar', reach: 'all' }, { duty: 'parties.reader', reach: 'all' }])
    const body = (code: string, name: string) => open(house, 'enterprise', registrar, { code, name, place: '130102', kind: 'company', invented: true })
    await body(invented(21), '虚构木器甲厂（演示）')
    await body(invented(22), '虚构木器乙厂（演示）')
    await body(invented(23), '虚构木器乙厂（演示）')
    const opener = await house.person('equipment-officer', [...['supervision.officer', 'parties.reader'].map((duty) => ({ duty, reach: 'all' as const }))])
    const lift = { number: 'T-0001', kind: 'lift', registration: 'DT-1', place: '石家庄市长安区', used: '2026-01-01', nextDue: '2026-12-31' }
    const answered = await send('/desk/equipment/open', opener, { ...lift, user: '虚构木器乙厂（演示）' })
    expect(answered.body).toContain('id="user-problem"')
    const known = await send('/desk/equipment/open', opener, { ...lift, user: ' 虚构木器甲厂（演示） ' })
    expect(known.body).not.toContain('id="user-problem"')
  })
})

describe('what linkages fill in', () => {
  it.each(['case', 'recall', 'defect-report', 'credit-entry', 'outside-decision', 'crime-transfer', 'signal'])('is asked of nobody in the opening form of %s', async (register) => {
    const procedure = house.engine.house.procedureOf(register)
    const byLink = (openingOf(procedure).asks ? Object.entries(openingOf(procedure).asks!) : []).filter(([, field]) => field.byLink)
    expect(byLink.length).toBeGreaterThan(1)
    const duty = house.engine.house.duty(register, asList(procedure.opens.by)[0]!)
    const clerk = await house.person(`opens-${register}`, [{ duty, reach: 'all' }], { office: 'hebei-market' })
    const form = await page(`/desk/${register}/open`, clerk)
    for (const [name, field] of byLink) {
      expect(form, name).not.toContain(`name="${name}"`)
      expect(form, name).not.toContain(`>${field.title.zh}<`)
    }
    expect(form).toContain('<button')
  })
})
