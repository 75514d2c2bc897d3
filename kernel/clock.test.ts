// The clock engine over a calendar of plain weeks: pauses, extensions, hours, months, what is left, lights and re-dating.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameInTime, dueIfResumed, dueOf, latestBefore, light, mayExtend, redate, remaining, type ClockFacts, type Pause } from './clock.ts'
import { addDays, type Day } from './day.ts'
import type { Term, TermUnit } from './parameter.ts'
import { WorkCalendar } from './workdays.ts'

const empty = (year: number) => ({ year, source: 'made up', days: [] })
const calendar = new WorkCalendar([2024, 2025, 2026, 2027, 2028].map(empty))
const of = (length: number, unit: TermUnit): Term => ({ length, unit })
const facts = (starts: string, term: Term, more: Partial<ClockFacts> = {}): ClockFacts =>
  ({ starts, term, pauses: [], extensions: [], calendar, ...more })

// 2026-04-06 is a Monday.
describe('the last day', () => {
  it('of a term in days does not count the first', () => expect(dueOf(facts('2026-04-06', of(3, 'day'))).due).toBe('2026-04-09'))
  it('of a term in working days passes over weekends', () => expect(dueOf(facts('2026-04-06', of(5, 'workday'))).due).toBe('2026-04-13'))
  it('of a term that ends by itself stays on a day off', () => expect(dueOf(facts('2026-04-06', { length: 5, unit: 'day', moves: false })).due).toBe('2026-04-11'))
  it('on a day off moves to the first working day after it', () => expect(dueOf(facts('2026-04-06', of(5, 'day'))).due).toBe('2026-04-13'))
  it('on a day off stays where an article says so', () =>
    expect(dueOf(facts('2026-04-06', of(5, 'day'), { moves: false })).due).toBe('2026-04-11'))
  it('of a term of no length is the day itself, or the working day after it', () =>
    expect(['2026-04-09', '2026-04-11'].map((named) => dueOf(facts(named, of(0, 'day'))).due)).toEqual(['2026-04-09', '2026-04-13']))
  it('of a month that lacks the day is the last of that month', () => {
    expect(dueOf(facts('2024-01-31', of(1, 'month'))).due).toBe('2024-02-29')
    expect(dueOf(facts('2024-02-29', of(1, 'year'))).due).toBe('2025-02-28')
  })
  it('is taken from the day in Asia/Shanghai on which a moment falls', () =>
    expect(dueOf(facts('2026-04-06T16:30:00Z', of(3, 'workday'))).due).toBe('2026-04-10'))
  it('is provisional when a year without a notice was counted or reached', () => {
    expect(dueOf(facts('2028-12-20', of(10, 'workday'))).provisional).toBe(true)
    expect(dueOf(facts('2028-11-20', of(60, 'day'))).provisional).toBe(true)
    expect(dueOf(facts('2028-11-20', of(20, 'day'))).provisional).toBe(false)
  })
})

describe('a pause', () => {
  const ten = (...pauses: Pause[]) => dueOf(facts('2026-04-06', of(10, 'day'), { pauses, moves: false })).due
  it('takes out its first day and not the day of resumption', () =>
    expect(ten({ from: '2026-04-08', to: '2026-04-11' })).toBe('2026-04-19'))
  it('that ends on the day it began takes out nothing', () => expect(ten({ from: '2026-04-08', to: '2026-04-08' })).toBe('2026-04-16'))
  it('on the very first day takes out what follows, as the first day is not counted anyway', () =>
    expect(ten({ from: '2026-04-06', to: '2026-04-08' })).toBe('2026-04-17'))
  it('after the last day takes out nothing', () => expect(ten({ from: '2026-04-17', to: '2026-04-30' })).toBe('2026-04-16'))
  it('that overlaps another takes out no day twice', () =>
    expect(ten({ from: '2026-04-08', to: '2026-04-12' }, { from: '2026-04-10', to: '2026-04-13' })).toBe('2026-04-21'))
  it('over a weekend takes no working day from a term in working days', () =>
    expect(dueOf(facts('2026-04-06', of(10, 'workday'), { pauses: [{ from: '2026-04-11', to: '2026-04-13' }] })).due).toBe('2026-04-20'))
  it('that is open leaves the last day unknown, and it is shown what it would be', () => {
    const open = facts('2026-04-06', of(10, 'day'), { pauses: [{ from: '2026-04-08' }], moves: false })
    expect(dueOf(open)).toEqual({ due: null, dueInstant: null, provisional: false, paused: true })
    expect(dueIfResumed(open, '2026-04-11').due).toBe('2026-04-19')
    expect(dueIfResumed(open, '2026-04-01').due).toBe('2026-04-16')
  })
})

describe('a term in hours', () => {
  const start = '2026-04-10T09:30:00.000Z'
  const at = (...pauses: Pause[]) => dueOf(facts(start, of(24, 'hour'), { pauses })).dueInstant
  it('runs from the event itself, through the weekend, and never moves', () => expect(at()).toBe('2026-04-11T09:30:00.000Z'))
  it('is paused by the moment', () =>
    expect(at({ from: '2026-04-10T10:00:00Z', to: '2026-04-10T12:30:00Z' })).toBe('2026-04-11T12:00:00.000Z'))
  it('is not made longer by a pause after its end', () =>
    expect(at({ from: '2026-04-12', to: '2026-04-20' })).toBe('2026-04-11T09:30:00.000Z'))
  it('is not made longer by what lay before the event', () =>
    expect(at({ from: '2026-04-10', to: '2026-04-10T09:30:00Z' })).toBe('2026-04-11T09:30:00.000Z'))
  it('given by a day runs from its midnight in Asia/Shanghai', () =>
    expect(dueOf(facts('2026-04-10', of(4, 'hour'))).dueInstant).toBe('2026-04-09T20:00:00.000Z'))
  it('can be extended by hours or days, and a term in days by no hours', () => {
    expect(dueOf(facts(start, of(24, 'hour'), { extensions: [of(2, 'hour'), of(1, 'day')] })).dueInstant).toBe('2026-04-12T11:30:00.000Z')
    expect(() => dueOf(facts(start, of(24, 'hour'), { extensions: [of(1, 'workday')] }))).toThrow('in workdays')
    expect(() => dueOf(facts('2026-04-10', of(3, 'day'), { extensions: [of(1, 'hour')] }))).toThrow('by hours')
  })
})

describe('an extension', () => {
  it('follows on the unmoved end, so that 30 and 30 days are 60', () =>
    expect(dueOf(facts('2026-04-10', of(30, 'day'), { extensions: [of(30, 'day')] })).due)
      .toBe(dueOf(facts('2026-04-10', of(60, 'day'))).due))
  it('is possible up to and on the last day, not after it, and while the clock is paused', () => {
    const due = { due: '2026-04-10', dueInstant: null }
    expect(mayExtend(due, '2026-04-10T15:59:59Z')).toBe(true)
    expect(mayExtend(due, '2026-04-10T16:00:00Z')).toBe(false)
    expect(mayExtend({ due: null, dueInstant: null }, '2026-04-10T16:00:00Z')).toBe(true)
    expect(mayExtend({ due: '2026-04-10', dueInstant: '2026-04-10T08:00:00Z' }, '2026-04-10T08:00:01Z')).toBe(false)
  })
})

describe('beside the clock', () => {
  it('a letter posted on the last day is in time however long it travels', () => {
    expect(cameInTime('2026-04-10', { arrived: '2026-04-15', posted: '2026-04-10' })).toBe(true)
    expect(cameInTime('2026-04-10', { arrived: '2026-04-15', posted: '2026-04-11' })).toBe(false)
    expect(cameInTime('2026-04-10', { arrived: '2026-04-11' })).toBe(false)
  })
  it('what must come before an event is counted back, and a day off moves to the working day before it', () => {
    expect(latestBefore('2026-10-20', of(6, 'month'), calendar).day).toBe('2026-04-20')
    expect(latestBefore('2026-10-18', of(6, 'month'), calendar).day).toBe('2026-04-17')
    expect(latestBefore('2026-04-15', of(7, 'workday'), calendar).day).toBe('2026-04-06')
    expect(latestBefore('2027-04-30', of(1, 'year'), calendar).day).toBe('2026-04-30')
  })
  it('what is left is told in the unit of the term, and below nothing when overdue', () => {
    expect(remaining(facts('2026-04-06', of(5, 'workday')), '2026-04-10')).toEqual({ length: 1, unit: 'workday' })
    expect(remaining(facts('2026-04-06', of(5, 'workday')), '2026-04-15')).toEqual({ length: -2, unit: 'workday' })
    expect(remaining(facts('2026-04-06', of(3, 'day')), '2026-04-07')).toEqual({ length: 2, unit: 'day' })
    expect(remaining(facts('2026-04-06', of(5, 'workday'), { pauses: [{ from: '2026-04-08' }] }), '2026-04-30'))
      .toEqual({ length: 3, unit: 'workday' })
  })
})

describe('the light of a clock', () => {
  const clock = { state: 'open', starts: '2026-04-06', due: '2026-05-04' as Day }
  it('is green, then yellow in the last quarter of its working days, then red after the last day', () => {
    expect(['2026-04-06', '2026-04-24', '2026-04-27', '2026-05-04', '2026-05-05'].map((day) => light(clock, day, calendar)))
      .toEqual(['green', 'green', 'yellow', 'yellow', 'red'])
  })
  it('is yellow for three working days when it is not known how long the term was', () =>
    expect(['2026-04-28', '2026-04-29'].map((day) => light({ state: 'open', due: '2026-05-04' }, day, calendar)))
      .toEqual(['green', 'yellow']))
  it('is grey while paused, blue when met, red when late', () => {
    expect(light({ ...clock, state: 'paused', due: null }, '2026-05-05', calendar)).toBe('grey')
    expect(light({ ...clock, state: 'met' }, '2026-05-05', calendar)).toBe('blue')
    expect(light({ ...clock, state: 'late' }, '2026-05-04', calendar)).toBe('red')
  })
  it('of a term in hours turns red by the moment', () => {
    const quick = { state: 'open', starts: '2026-04-06T00:00:00Z', due: '2026-04-06', dueAt: '2026-04-06T04:00:00Z' }
    expect(light(quick, '2026-04-06T03:59:00Z', calendar)).toBe('yellow')
    expect(light(quick, '2026-04-06T04:01:00Z', calendar)).toBe('red')
  })
})

const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-06-01', n))
const anyTerm = fc.record({ length: fc.integer({ min: 1, max: 90 }), unit: fc.constantFrom<TermUnit>('workday', 'day') })
const anyPause = fc.record({ after: fc.integer({ min: -5, max: 120 }), lasts: fc.integer({ min: 0, max: 30 }) })
const anyPauses = fc.array(anyPause, { maxLength: 4 })
const anyClocks = fc.array(fc.record({ starts: anyDay, term: anyTerm }), { maxLength: 20 })
const pausesOf = (starts: Day, pauses: readonly { after: number; lasts: number }[]): Pause[] =>
  pauses.map(({ after, lasts }) => ({ from: addDays(starts, after), to: addDays(starts, after + lasts) }))

describe('the algebra of clocks', () => {
  it('no last day is a day off', () =>
    fc.assert(fc.property(anyDay, anyTerm, anyPauses, (starts, term, pauses) =>
      calendar.isWorkday(dueOf(facts(starts, term, { pauses: pausesOf(starts, pauses) })).due!))))
  it('pauses only lengthen, whatever they are', () =>
    fc.assert(fc.property(anyDay, anyTerm, anyPauses, (starts, term, pauses) =>
      dueOf(facts(starts, term, { pauses: pausesOf(starts, pauses) })).due! >= dueOf(facts(starts, term)).due!)))
  it('the last day is that which a clerk finds who crosses off the days one by one', () =>
    fc.assert(fc.property(anyDay, anyTerm, anyPauses, (starts, term, pauses) => {
      const told = pausesOf(starts, pauses)
      let [at, left] = [starts, term.length]
      while (left > 0) {
        at = addDays(at, 1)
        const paused = told.some((pause) => pause.from <= at && at < pause.to!)
        if (!paused && (term.unit === 'day' || calendar.isWorkday(at))) left -= 1
      }
      expect(dueOf(facts(starts, term, { pauses: told, moves: false })).due).toBe(at)
    })))
  it('the order in which pauses are told does not matter', () =>
    fc.assert(fc.property(anyDay, anyTerm, anyPauses, (starts, term, pauses) => {
      const told = pausesOf(starts, pauses)
      return dueOf(facts(starts, term, { pauses: told })).due === dueOf(facts(starts, term, { pauses: told.toReversed() })).due
    })))
  it('an extension only lengthens, and a day later begun is never due earlier', () =>
    fc.assert(fc.property(anyDay, anyTerm, fc.integer({ min: 1, max: 30 }), (starts, term, more) => {
      const due = dueOf(facts(starts, term)).due!
      const longer = dueOf(facts(starts, term, { extensions: [of(more, term.unit)] })).due!
      return longer >= due && dueOf(facts(addDays(starts, 1), term)).due! >= due
    })))
  it('re-dating finds the clocks whose last day is another, and none when it is run again', () =>
    fc.assert(fc.property(anyClocks, fc.array(anyDay, { maxLength: 10 }), (open, off) => {
      const clocks = open.map((clock) => ({ ...clock, pauses: [], extensions: [], ...dueOf(facts(clock.starts, clock.term)) }))
      const days = [...new Set(off)].map((date) => ({ date, name: '假', isOffDay: true }))
      const noticeFor = (year: number) => ({ ...empty(year), days: days.filter((d) => d.date.startsWith(String(year))) })
      const loaded = new WorkCalendar([2024, 2025, 2026, 2027].map(noticeFor))
      const changed = redate(clocks, loaded)
      const after = clocks.map((clock) => ({ ...clock, ...changed.find((c) => c.clock === clock)?.due }))
      expect(redate(after, loaded)).toEqual([])
      expect(redate(clocks, calendar)).toEqual([])
      for (const { clock, due } of changed) expect([due.due, due.provisional]).not.toEqual([clock.due, clock.provisional])
    })))
})
