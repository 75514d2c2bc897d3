// What becomes of entries of the credit file: one whose report is withdrawn falls, a good one is shown as long as it counts, a withdrawn one is counted no more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import { figuresOf } from '../../store/measures/figures.ts'
import { openHouse, type House } from '../bed/house.ts'
import {
  cast, drawnSample, found, invented, laboratory, open, row, sent, serve, take, test, type Cast, type Headers,
} from './supervision-story.ts'

const own = invented(41)
let house: House
let who: Cast & Readonly<Record<'clerk' | 'credit', Headers>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-04-01' })
  const official = (id: string, ...duties: string[]) => house.person(id, duties.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
  who = {
    ...(await cast(house)),
    clerk: await official('clerk', 'credit.clerk'),
    credit: await official('credit', 'credit.officer'),
  }
}, 120_000)
afterAll(() => house.close())

const entry = (category: string, more: object = {}) => ({
  party: own, partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: '虚构市场监管局', document: '虚构〔2026〕1号',
  article: 'product-quality-law/49', determined: '2026-04-01', scope: 'open', ...more,
})
const publicNow = async (id: string): Promise<boolean> =>
  ((await house.get('/api/v1/publications/credit-entries?limit=100')).body.items as { id: string }[]).some((item) => item.id === id)

describe('an entry of the credit file', () => {
  // credit.sample-report-withdrawn
  it('falls with the report that it rests on, and the next report makes one entry, not two', async () => {
    const day = '2026-05-11'
    house.at('2026-04-02')
    const lab = await laboratory(house, who, invented(106), '2026-04-02')
    const story = await drawnSample(house, who, day, 'withdrawn')
    const order = await sent(house, who, story, lab, addDays(day, 3))
    await test(house, who, order, lab, 'F-0001', '2.4', addDays(day, 3))
    await take(house, story.sample, 'tell', who.organiser)
    await serve(house, story.sample, who.organiser, who.organiser, addDays(day, 3))
    house.at(addDays(day, 30))
    await take(house, story.sample, 'confirm', who.organiser)
    const filed = async () => Promise.all((await found(house, 'credit-entry', 'origin_record', story.sample.id)).map((each) => row(house, each)))
    expect((await filed()).map(({ state }) => state)).toEqual(['valid'])
    const [report] = await found(house, 'test-report', 'number', (await row(house, story.sample))['report_number'])
    await take(house, report!, 'replace', who.signatory, { why: '录入有误（演示）', corrected: [{ parameter: '甲醛释放量', value: '0.9' }] })
    expect(await row(house, story.sample)).toMatchObject({ state: 'reported', verdict: 'meets' })
    expect((await filed()).map(({ state }) => state)).toEqual(['withdrawn'])
    // supervision.signal-report-withdrawn: nor is it a signal of risk any more.
    const signals = await Promise.all((await found(house, 'signal', 'origin_record', story.sample.id)).map((each) => row(house, each)))
    expect(signals.map(({ state, ground }) => [state, ground])).toEqual([['archived', 'withdrawn']])
  })

  it('that is good is shown for as long as it counts, not for a day', async () => {
    house.at('2026-06-01')
    const file = await open(house, 'credit-entry', who.clerk, entry('positive', { summary: '主动召回并完成' }))
    expect(await publicNow(file.id)).toBe(true)
    house.at('2026-09-01')
    expect(await publicNow(file.id)).toBe(true)
  })

  it('that was withdrawn is counted as a breach no more', async () => {
    house.at('2026-07-01')
    const [wrong] = [await open(house, 'credit-entry', who.clerk, entry('ordinary', { place: '130202' })), await open(house, 'credit-entry', who.clerk, entry('minor', { place: '130202' }))]
    const counted = async () => {
      house.work.wake()
      await house.work.settled()
      await computeMeasures(house.engine, house.warehouse)
      return (await figuresOf(house.warehouse, { measure: 'credit.entries', dimensions: { area: '130202' }, at: '2026' })).map(({ value }) => value)
    }
    expect(await counted()).toEqual(['2'])
    await take(house, wrong!, 'revoke', who.credit, { reason: '记入有误' })
    expect(await counted()).toEqual(['1'])
  })
})
