// Working days against the public test vectors, and the algebra that every calendar must obey.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/day.ts'
import { dueOf } from '../../../kernel/clock.ts'
import { WorkCalendar } from '../../../kernel/workdays.ts'
import { notices } from '../../../jurisdictions/china/calendar/index.ts'
import due from './due.json' with { type: 'json' }

const calendar = new WorkCalendar(notices)
const anyDay = fc.integer({ min: 0, max: 6500 }).map((n) => addDays('2008-01-01', n))

describe('working days by the notices of the State Council', () => {
  it.each(due)('$working_days working days after $start end on $due', ({ start, working_days: count, due: expected }) => {
    expect(calendar.addWorkdays(start, count)).toEqual({ day: expected, provisional: false })
  })

  it('a Saturday that a notice makes a working day is one: 2016-10-08', () => expect(calendar.isWorkday('2016-10-08')).toBe(true))
  it('the year 2027 has no notice yet, so a day in it is provisional', () => {
    expect(calendar.addWorkdays('2026-12-25', 10)).toEqual({ day: '2027-01-08', provisional: true })
  })
  it('twenty years are loaded, 2007 to 2026', () =>
    expect([...calendar.years].sort()).toEqual(Array.from({ length: 20 }, (_, n) => 2007 + n)))
  it('each year has between 244 and 252 working days', () => {
    for (const year of calendar.years) {
      const count = calendar.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`)
      expect(count, String(year)).toBeGreaterThanOrEqual(244)
      expect(count, String(year)).toBeLessThanOrEqual(252)
    }
  })
})

describe('the algebra of a term', () => {
  it('days add up: a then b is a + b', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (day, a, b) => calendar.addWorkdays(calendar.addWorkdays(day, a).day, b).day === calendar.addWorkdays(day, a + b).day,
      ),
    ))
  it('a term in working days is never due on a day off', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (starts, length) =>
        calendar.isWorkday(dueOf({ term: { length, unit: 'workday' }, starts, pauses: [], extensions: [], calendar }).due!),
      ),
    ))
  it('a term in calendar days moves off a day off and never earlier', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (starts, length) => {
        const due = dueOf({ term: { length, unit: 'day' }, starts, pauses: [], extensions: [], calendar }).due!
        return calendar.isWorkday(due) && due >= addDays(starts, length)
      }),
    ))
  it('a pause never makes a term shorter, and a longer pause never earlier', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom('day' as const, 'workday' as const),
        (starts, length, after, lasts, unit) => {
          const from = addDays(starts, after)
          const facts = { term: { length, unit }, starts, extensions: [], calendar }
          const plain = dueOf({ ...facts, pauses: [] }).due!
          const short = dueOf({ ...facts, pauses: [{ from, to: addDays(from, lasts) }] }).due!
          const long = dueOf({ ...facts, pauses: [{ from, to: addDays(from, lasts + 3) }] }).due!
          return plain <= short && short <= long
        },
      ),
    ))
  it('a pause of n calendar days inside a term in calendar days lengthens it by n before the last day is moved', () => {
    const facts = { term: { length: 60, unit: 'day' as const }, starts: '2026-04-20', extensions: [], calendar, moves: false }
    expect(dueOf({ ...facts, pauses: [] }).due).toBe('2026-06-19')
    expect(dueOf({ ...facts, pauses: [{ from: '2026-05-06', to: '2026-05-16' }] }).due).toBe('2026-06-29')
  })
  it('an open pause leaves the due day unknown', () =>
    expect(
      dueOf({ term: { length: 7, unit: 'workday' }, starts: '2026-04-20', pauses: [{ from: '2026-04-21' }], extensions: [], calendar }),
    ).toMatchObject({ due: null, paused: true }))
  it('hours run from the event itself', () =>
    expect(
      dueOf({ term: { length: 24, unit: 'hour' }, starts: '2026-04-20T09:30:00.000Z', pauses: [], extensions: [], calendar }).dueInstant,
    ).toBe('2026-04-21T09:30:00.000Z'))
  it('a term in months ends on the last day of a month that lacks the day', () =>
    expect(
      dueOf({ term: { length: 1, unit: 'month' }, starts: '2026-01-31', pauses: [], extensions: [], calendar, moves: false }).due,
    ).toBe('2026-02-28'))
})
