// The inspector's day and the sampling sheet in a real browser on a phone: what waits, filled without a network, sent once.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { faultFree, onPhone } from '../bed/accessibility.ts'
import { openBrowser } from '../bed/browser.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, drawnSample, invented, open, take, type Cast, type Drawn, type Headers } from '../journeys/supervision-story.ts'

const monday = '2026-05-11'
let house: House
let browser: Browser
let address = ''
let who: Cast
let story: Drawn
let elsewhere: Headers
let unnamed: Headers
const page = async (path: string, headers: Headers) => (await house.get(path, headers)).body as string

const lift = { code: '3110X01012026001', kind: 'lift', name: '乘客电梯', user: invented(6), userName: '虚构物业（演示）', place: '130102', site: '演示路 1 号' }
const passed = (on: string) => ({ inspectionBody: '虚构检验院（演示）', report: `TJ-${on}`, inspected: on, passed: 'pass' })

beforeAll(async () => {
  house = await openHouse({ now: '2025-03-03', pages: true })
  who = await cast(house)
  const body = await house.person('equip-body', [{ duty: 'supervision.body', reach: 'all' }])
  const user = await house.person('equip-user', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: [invented(6)] })
  const machine = await open(house, 'equipment', who.officer, lift)
  await take(house, machine, 'supervise', body, passed('2025-03-03'))
  await take(house, machine, 'hand-over', user, { usedFrom: '2025-03-03' })
  await take(house, machine, 'register', who.officer, { registration: '梯冀演示0001', keeper: '虚构电梯服务（演示）' })
  story = await drawnSample(house, who, addDays(monday, -7), 'day', { to: addDays(monday, 4) })
  const visit = await open(house, 'inspection', who.organiser, { kind: 'visits', unit: invented(5), unitName: '虚构机械厂（演示）', place: '130102' })
  house.at(addDays(monday, -2))
  await take(house, visit, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
  const found = { point: '安全装置', result: 'bad' }
  const order = { outcome: 'ordered', demand: '加装防护罩', correctBy: addDays(monday, -1), signedBy: '演示签字人', finding: '缺少防护罩', noPermits: '无需许可' }
  await take(house, visit, 'record', who.sampler, { points: [found], ...order })
  house.at(monday)
  elsewhere = await house.person('sup-tangshan', [{ duty: 'supervision.sampler', reach: 'area', area: '130200' }])
  unnamed = await house.person('sup-unnamed', [{ duty: 'supervision.sampler', reach: 'area', area: '130100' }])
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(house.app.server.address() as { port: number }).port}`
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the day', () => {
  it.each(['', '/hant', '/en'])('%s/desk/inspections is accessible and does not scroll sideways', async (language) => {
    expect(await onPhone(browser, `${address}${language}/desk/inspections`, who.sampler)).toEqual(faultFree)
  })
  it('shows what waits today and this week with day, article, what to take along and what can be done', async () => {
    const text = await page('/en/desk/inspections', who.sampler)
    const [before, today, week] = [text.indexOf('id="day-today"'), text.indexOf('加装防护罩'), text.indexOf('id="day-week"')]
    expect(before).toBeGreaterThan(0)
    expect(today).toBeGreaterThan(before)
    expect(week).toBeGreaterThan(today)
    for (const part of ['Within seven days', addDays(monday, 4), '甲醛释放量', '/en/law/samr-order-18', `/en/desk/inspections/sheet?sample=${story.sample.id}`, 'Look again'])
      expect(text, part).toContain(part)
  })
  it('is linked from the desk of those who go out', async () => {
    expect(await page('/en/desk', who.sampler)).toContain('/en/desk/inspections')
    expect(await page('/en/desk', who.handler)).not.toContain('/en/desk/inspections')
  })
  it('lists equipment whose inspection ran out, under the article', async () => {
    const text = await page('/en/desk/inspections', who.sampler)
    for (const part of ['乘客电梯', '2026-03-03', '/en/law/special-equipment-law/40', '演示路 1 号']) expect(text, part).toContain(part)
  })
  it('is nobody else’s: neither of another city nor of an inspector whom the draw did not name', async () => {
    for (const other of [elsewhere, unnamed]) {
      const text = await page('/en/desk/inspections', other)
      expect(text).not.toContain('虚构家具厂')
      expect(text).not.toContain(story.sample.id)
    }
    expect(await page('/en/desk/inspections', elsewhere)).toContain('No visit or sample waits for you')
    expect(await page('/en/desk/inspections', elsewhere)).not.toContain('乘客电梯')
    expect((await house.get('/desk/inspections')).status).toBe(303)
  })
})
