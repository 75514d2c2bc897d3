// What is due, and whose it is: a clock is on the desk of those who can settle it or bring it nearer, with the steps that do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clocksOf, stepsTowards } from '../../store/records/towards.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-07-06', pages: true })
  who = await cast(house)
}, 120_000)
afterAll(() => house.close())

const steps = (deadline: string, recordState: string, state = 'open') =>
  stepsTowards(house.engine.house.procedureOf('case'), { deadline, state, recordState })

describe('what can be done about a clock of a case', () => {
  it('a lead is settled at once on the spot, and usually is looked into first', () => {
    expect(steps('verify', 'lead')).toEqual(expect.arrayContaining(['decide-on-spot', 'verify']))
    expect(steps('verify', 'verifying')).toEqual(expect.arrayContaining(['file', 'drop']))
    expect(steps('verify', 'verifying')).not.toContain('verify')
  })
  it('a decision comes nearer by the report of the finding, not by one more piece of evidence', () => {
    expect(steps('decide', 'investigating')).toContain('report')
    expect(steps('decide', 'investigating')).not.toContain('gather')
  })
  it('a review is the reviewer’s work: that the handler may name another party, which ends it too, makes it not the handler’s', () => {
    const { engine } = house
    const who = (duty: string) =>
      ({ id: duty, name: duty, office: null, holdings: [{ duty: `enforcement.${duty}`, reach: 'all' as const, from: '2010-01-01' }] })
    const has = (duty: string) => clocksOf(engine, engine.house.procedureOf('case'), who(duty)).some(({ clocks }) => clocks.includes('review reviewing false'))
    expect(steps('review', 'reviewing')).toEqual(expect.arrayContaining(['review-pass', 'review-back', 'name-party']))
    expect([has('reviewer'), has('handler')]).toEqual([true, false])
  })
  it('a performed case is only closed', () => {
    expect(steps('close', 'performed')).toEqual(['close'])
  })
  it('a term of publication is left to run out: nobody has anything to do until an objection or a repair is asked for', () => {
    const entry = (deadline: string, recordState: string) =>
      stepsTowards(house.engine.house.procedureOf('credit-entry'), { deadline, state: 'open', recordState })
    expect(entry('term', 'valid')).toEqual([])
    expect(entry('accept-repair', 'repairAsked')).toEqual(expect.arrayContaining(['accept-repair', 'reject']))
    expect(entry('repair', 'repairing')).toEqual(expect.arrayContaining(['grant', 'reject']))
    const officer = { id: 'o', name: 'o', office: null, holdings: [{ duty: 'credit.officer', reach: 'all' as const, from: '2010-01-01' }] }
    const clocks = clocksOf(house.engine, house.engine.house.procedureOf('credit-entry'), officer).flatMap((each) => each.clocks)
    expect(clocks.filter((each) => each.startsWith('term') && each.endsWith('false'))).toEqual([])
    for (const asked of ['accept-repair repairAsked false', 'repair repairing false']) expect(clocks).toContain(asked)
  })
  it('what a lapse proposes comes first, and only once the term has run out', () => {
    expect(steps('defend', 'told', 'lapsed')[0]).toBe('end-defence')
    expect(steps('pay', 'served', 'lapsed')[0]).toBe('urge')
    expect(steps('pay', 'served')[0]).toBe('pay')
  })
})

describe('the desk', () => {
  it('gives the clerk the acceptance and the mediator the settlement, each with the form; not the other way round', async () => {
    const file = await complain(house, who.citizen, yoghurt('2026-07-06'))
    const page = async (headers: Record<string, string>) => (await house.app.inject({ url: '/desk', headers })).body
    expect(await page(who.clerkChangan)).toContain(`/desk/complaint/${file.id}/accept`)
    expect(await page(who.mediator)).not.toContain(`/desk/complaint/${file.id}/accept`)
    await take(house, file, 'accept', who.clerkChangan)
    expect(await page(who.mediator)).toMatch(new RegExp(`/desk/complaint/${file.id}/(settle|agree|propose-end)`))
  })
  it('tells a citizen what the office owes and by when, and does not offer taking the complaint back as what to do', async () => {
    const { body } = await house.app.inject({ url: '/en/desk', headers: who.citizen })
    expect(body).toContain('samr-order-121')
    expect(body).not.toContain('Mine to do')
    expect(body).not.toContain('/withdraw')
  })
})
