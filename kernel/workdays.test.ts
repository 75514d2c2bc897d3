// Working days over a small made-up calendar: tables and walks agree, and what no notice settles is provisional.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday, type Day } from './day.ts'
import { noticeFaults, WorkCalendar, type YearNotice } from './workdays.ts'

const off = (date: Day) => ({ date, name: '假', isOffDay: true })
const worked = (date: Day) => ({ date, name: '班', isOffDay: false })
const first: YearNotice = {
  year: 2025, source: 'made up', days: [off('2025-01-01'), off('2025-05-01'), off('2025-05-02'), worked('2025-04-27')],
}
const second: YearNotice = {
  year: 2026, source: 'made up', days: [off('2025-12-31'), off('2026-01-01'), off('2026-01-02'), worked('2026-01-04')],
}
const one = new WorkCalendar([first])
const both = new WorkCalendar([first, second])
const anyDay = fc.integer({ min: -400, max: 1500 }).map((n) => addDays('2025-01-01', n))

describe('a day', () => {
  it('is worked on weekdays, unless a notice says off', () =>
    expect([one.isWorkday('2025-04-30'), one.isWorkday('2025-05-01')]).toEqual([true, false]))
  it('is off on weekends, unless a notice has it worked', () =>
    expect([one.isWorkday('2025-04-26'), one.isWorkday('2025-04-27')]).toEqual([false, true]))
  it('of a year without a notice is counted by weekends and marked provisional', () =>
    expect(one.describe('2026-01-02')).toEqual({ workday: true, provisional: true }))
  it('from 29 December on is settled only by the notice of the next year, which sets the New Year holiday', () => {
    expect([one.isPublished('2025-12-28'), one.isPublished('2025-12-29')]).toEqual([true, false])
    expect(both.describe('2025-12-31')).toEqual({ workday: false, provisional: false })
  })
})

describe('working days', () => {
  it('are counted from the day after', () => expect(one.addWorkdays('2025-04-25', 1).day).toBe('2025-04-27'))
  it('skip the days off of a notice', () => expect(one.addWorkdays('2025-04-30', 1).day).toBe('2025-05-05'))
  it('next after a day, and back before it', () => {
    expect(one.nextWorkday('2025-04-30').day).toBe('2025-05-05')
    expect(one.workdayUpTo('2025-05-04').day).toBe('2025-04-30')
    expect(one.subtractWorkdays('2025-05-05', 2).day).toBe('2025-04-29')
  })
  it('looked up are those that are found by walking, provisional or not', () =>
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, count) => {
      let [at, left, provisional] = [day, count, false]
      while (left > 0) {
        at = addDays(at, 1)
        provisional ||= !both.isPublished(at)
        if (both.isWorkday(at)) left -= 1
      }
      expect(both.addWorkdays(day, count)).toEqual({ day: at, provisional })
      expect(both.isPublishedBetween(day, at)).toBe(!provisional)
    })))
  it('counted between two days are those that were added', () =>
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (day, count) =>
      both.workdaysBetween(day, both.addWorkdays(day, count).day) === count)))
  it('taken back lead to a working day from which as many lead on to the day or the working day before it', () =>
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 100 }), (day, count) =>
      both.workdaysBetween(both.subtractWorkdays(day, count).day, addDays(day, -1)) === count - 1)))
  it('come later when more are added, and never fall on a day off', () =>
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 100 }), (day, count) => {
      const [now, next] = [both.addWorkdays(day, count).day, both.addWorkdays(day, count + 1).day]
      return now < next && both.isWorkday(now) && both.isWorkday(next)
    })))
  it('without any notice are the weekdays, all of them provisional', () => {
    const none = new WorkCalendar([])
    expect(none.addWorkdays('2030-01-04', 1)).toEqual({ day: '2030-01-07', provisional: true })
    expect(weekday(none.workdayFrom('2030-01-05').day)).toBe(1)
  })
})

describe('a notice that is loaded', () => {
  it('settles the year it is for', () =>
    expect(one.with([second]).addWorkdays('2025-12-30', 1)).toEqual({ day: '2026-01-04', provisional: false }))
  it('takes the place of the year’s notice', () => expect(both.with([{ ...second, days: [] }]).isWorkday('2026-01-02')).toBe(true))
  it('that amends changes only the days it lists', () => {
    const longer = both.with([{ year: 2026, source: 'amending', amends: true, days: [off('2026-01-05')] }])
    expect([longer.isWorkday('2026-01-05'), longer.isWorkday('2026-01-02'), longer.isWorkday('2026-01-04')]).toEqual([false, false, true])
  })
  it('leaves the calendar it was loaded into as it was', () => {
    one.with([second])
    expect(one.years.has(2026)).toBe(false)
  })
  it('is faulty when a day is no day, comes twice, belongs to another year, or is a weekday that is worked anyway', () => {
    const faults = (...days: YearNotice['days'][number][]) => noticeFaults({ year: 2027, source: 'made up', days })
    expect(faults(off('2026-12-30'), off('2027-01-01'), worked('2027-01-03'))).toEqual([])
    expect(faults(off('2027-02-29'))).toEqual(['2027-02-29 is not a day'])
    expect(faults(off('2027-01-01'), worked('2027-01-01'))).toEqual(['2027-01-01 is listed twice'])
    expect(faults(off('2026-10-01'))).toEqual(['2026-10-01 is not a day of the notice for 2027'])
    expect(faults(worked('2027-01-04'))).toEqual(['2027-01-04 is a weekday and worked anyway'])
  })
})
