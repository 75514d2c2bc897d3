// Legal time as a jurist would check it: worked cases over the real calendar and the dated rules of China.
import { describe, expect, it } from 'vitest'
import { notices } from '../../../jurisdictions/china/calendar/index.ts'
import { parameters } from '../../../jurisdictions/china/parameters/index.ts'
import { citationKey } from '../../../kernel/citation.ts'
import { dueIfResumed, dueOf, latestBefore, light, redate, remaining, type ClockFacts, type Pause } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/day.ts'
import { Parameters as DatedParameters, type Term } from '../../../kernel/parameter.ts'
import { WorkCalendar } from '../../../kernel/workdays.ts'

const china = new DatedParameters(parameters)
const calendar = new WorkCalendar(notices)
const termOf = (name: string, day: Day): Term => china.at(name, day).value as Term
const clock = (name: string, starts: Day, pauses: readonly Pause[] = [], extensions: readonly Term[] = []): ClockFacts =>
  ({ term: termOf(name, starts.slice(0, 10)), starts, pauses, extensions, calendar })
const due = (...facts: Parameters<typeof clock>): Day | null => dueOf(clock(...facts)).due

describe('which of the three complaint rules governs is decided by the day of acceptance', () => {
  it.each([
    { accepted: '2016-07-06', rule: 'saic-order-62', term: '60 day', due: '2016-09-05', why: 'ends on a Sunday' },
    { accepted: '2019-12-31', rule: 'saic-order-62', term: '60 day', due: '2020-03-02', why: 'last day of Order 62, ends on a Saturday' },
    { accepted: '2020-01-01', rule: 'samr-order-20/21(5)', term: '45 workday', due: '2020-03-11', why: 'the first day of Order 20' },
    { accepted: '2026-04-10', rule: 'samr-order-20/21(5)', term: '45 workday', due: '2026-06-16', why: 'ends after the switch' },
    { accepted: '2026-04-14', rule: 'samr-order-20/21(5)', term: '45 workday', due: '2026-06-18', why: 'the last day of Order 20' },
    { accepted: '2026-04-15', rule: 'samr-order-121/23', term: '60 day', due: '2026-06-15', why: 'first day of Order 121' },
  ])('accepted on $accepted: $rule, $term, due $due ($why)', ({ accepted, rule, term, due: last }) => {
    const governing = china.at('complaints.mediation', accepted)
    expect(citationKey(governing.basis)).toBe(rule)
    expect(`${(governing.value as Term).length} ${(governing.value as Term).unit}`).toBe(term)
    expect(dueOf(clock('complaints.mediation', accepted))).toMatchObject({ due: last, provisional: false })
  })
  it('and before 2014-03-15 there is no rule here, so no clock is guessed', () =>
    expect(() => china.at('complaints.mediation', '2014-03-14')).toThrow('no version in force on 2014-03-14'))
  it('the act on the record follows the rule of its own day: told of the end under Order 121 though mediated under Order 20', () =>
    expect(citationKey(china.at('complaints.end-notice', '2026-06-16').basis)).toBe('samr-order-121/23'))
  it('Order 62 set no term that we know for telling both sides of the end, and let a complaint be declined after one year', () => {
    expect(china.find('complaints.end-notice', '2016-07-06')).toBeNull()
    expect(china.at('complaints.old-claim', '2016-07-06')).toMatchObject({ value: { length: 1, unit: 'year' }, mark: 'W' })
    expect(china.at('complaints.old-claim', '2020-01-01')).toMatchObject({ value: { length: 3, unit: 'year' }, mark: 'V' })
  })
})

describe('a complaint accepted on 2026-04-20 under Order 121', () => {
  const testing = [{ from: '2026-05-06', to: '2026-05-26' }]
  it('has 60 days and is due on the first working day after the Dragon Boat holiday', () =>
    expect(due('complaints.mediation', '2026-04-20')).toBe('2026-06-22'))
  it('tested for 20 days is due 20 days later: settled on day 63 of the calendar, day 43 net of testing, it is in time', () => {
    expect(due('complaints.mediation', '2026-04-20', testing)).toBe('2026-07-09')
    expect(remaining(clock('complaints.mediation', '2026-04-20', testing), '2026-06-22')).toEqual({ length: 17, unit: 'day' })
  })
  it('while at the laboratory has no last day, and shows what it would be if the report came today', () => {
    const open = clock('complaints.mediation', '2026-04-20', [{ from: '2026-05-06' }])
    expect(dueOf(open)).toMatchObject({ due: null, paused: true })
    expect(dueIfResumed(open, '2026-05-26').due).toBe('2026-07-09')
  })
  it('passed from Xinji to Shijiazhuang and on keeps its clock, since an office is no fact of a clock', () =>
    expect(Object.keys(clock('complaints.mediation', '2026-04-20')).toSorted())
      .toEqual(['calendar', 'extensions', 'pauses', 'starts', 'term']))
})

describe('a complaint under Order 20', () => {
  it('accepted on 2021-01-04 is due on working day 45, over the Spring Festival and its two worked weekend days', () =>
    expect(due('complaints.mediation', '2021-01-04')).toBe('2021-03-11'))
  it('settled on working day 46 is late, on day 45 in time', () => {
    const last = due('complaints.mediation', '2021-01-04')!
    const state = { state: 'open', due: last, starts: '2021-01-04' }
    expect(light(state, calendar.addWorkdays('2021-01-04', 45).day, calendar)).toBe('yellow')
    expect(light(state, calendar.addWorkdays('2021-01-04', 46).day, calendar)).toBe('red')
  })
  it('with the goods at a laboratory over the Spring Festival loses only working days to it', () =>
    expect(due('complaints.mediation', '2021-01-04', [{ from: '2021-02-10', to: '2021-02-22' }])).toBe('2021-03-17'))
})

describe('other clocks of the register', () => {
  it('a complaint received on Friday 2026-09-18 is decided within 7 working days, Sunday the 20th being one and Mid-Autumn not', () =>
    expect(due('complaints.acceptance', '2026-09-18')).toBe('2026-09-29'))
  it('re-inspection of a product is asked for within 15 days, and a last day in the National Day week moves to its end', () =>
    expect(due('supervision.re-inspection', '2016-09-18')).toBe('2016-10-08'))
  it('re-test of produce is asked for within 4 hours, holiday or not', () =>
    expect(dueOf(clock('food.quick-test', '2026-10-01T02:15:00Z')).dueInstant).toBe('2026-10-01T06:15:00.000Z'))
  it('a seizure of 30 days extended by 30 is one of 60', () => {
    const longer = termOf('enforcement.seize.extension', '2026-03-02')
    expect(due('enforcement.seize', '2026-03-02')).toBe('2026-04-01')
    expect(due('enforcement.seize', '2026-03-02', [], [longer])).toBe('2026-05-06')
  })
  it('a hearing on 2026-05-12 is announced by 2026-04-29, 7 working days before it', () =>
    expect(latestBefore('2026-05-12', termOf('enforcement.hearing-notice', '2026-05-12'), calendar).day).toBe('2026-04-29'))
  it('a licence that ends on 2026-10-04 is renewed by an application six months before, moved back off the Qingming holiday', () =>
    expect(latestBefore('2026-10-04', termOf('licensing.renewal', '2026-10-04'), calendar).day).toBe('2026-04-03'))
  it('the hearing of 2016 was asked for within 3 days, that of today within 5 working days', () => {
    expect(china.at('enforcement.ask-hearing', '2016-07-06')).toMatchObject({ value: { length: 3, unit: 'day' }, mark: 'U' })
    expect(china.at('enforcement.ask-hearing', '2026-07-06')).toMatchObject({ value: { length: 5, unit: 'workday' }, mark: 'V' })
  })
  it('a food recall of class 1 starts within 24 hours and ends within 10 working days', () => {
    expect(dueOf(clock('recall.food-start-1', '2026-02-16T01:00:00Z')).dueInstant).toBe('2026-02-17T01:00:00.000Z')
    expect(due('recall.food-finish-1', '2026-02-16')).toBe('2026-03-06')
  })
})

describe('a year whose notice is not out', () => {
  const starts = '2026-12-01'
  it('leaves the last day provisional', () =>
    expect(dueOf(clock('licensing.decide-general', '2026-12-15'))).toMatchObject({ due: '2027-01-12', provisional: true }))
  it('once its notice is loaded gives the clocks that change, and none a second time', () => {
    const open = ['2026-11-02', starts, '2026-12-28'].map((day) => {
      const facts = { starts: day, term: termOf('licensing.decide-general', day), pauses: [], extensions: [] }
      return { ...facts, ...dueOf({ ...facts, calendar }) }
    })
    // A made-up notice: only its form is real.
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, name: '元旦', isOffDay: true }))
    const loaded = calendar.with([{ year: 2027, source: 'made up for this test', days }])
    const changed = redate(open, loaded)
    expect(changed.map(({ clock: { starts: day }, due: { due: last, provisional } }) => ({ day, last, provisional }))).toEqual([
      { day: '2026-12-01', last: '2026-12-29', provisional: false },
      { day: '2026-12-28', last: '2027-01-26', provisional: false },
    ])
    expect(redate(open.map((each) => ({ ...each, ...changed.find((c) => c.clock === each)?.due })), loaded)).toEqual([])
  })
})
