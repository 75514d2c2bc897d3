// The clock of a statutory term: first day not counted, pauses not counted, a last day off moves on (procedure rules art. 80).
import { addDays, addMonths, dayOf, daysBetween, startOf, type Day, type Instant } from './day.ts'
import type { Term } from './parameter.ts'
import type { WorkCalendar } from './workdays.ts'

/*
 * Which rule governs. The length and unit of a clock are those in force on the day on which the clock starts, and they stay
 * with the clock to its end: a rule that changes while a clock runs changes clocks that start later. A complaint accepted on
 * 2026-04-10 has 45 working days (Order 20, repealed on 2026-04-15) however long it takes; one accepted on 2026-04-15 has 60
 * days (Order 121). The reason: both sides were told a term at acceptance, and neither order says that it reaches back.
 * This is a decision of ours (D), open to a jurisdiction's jurists; the other acts on the record follow the rule of their own day.
 *
 * Transfer between offices is no fact here at all, so it cannot touch a clock.
 */

/**
 * A pause takes out the day on which it begins and every day up to, not including, the day on which it ends: the day of
 * resumption counts again, and a pause that ends on the day it began takes out nothing. An open pause has no end yet.
 * For terms in hours a pause may be given by moments and then counts by the moment; given by days it runs from midnight
 * to midnight in Asia/Shanghai.
 */
export interface Pause {
  readonly from: Day | Instant
  readonly to?: Day | Instant
}

export interface ClockFacts {
  readonly term: Term
  /** The day of the event, or for terms in hours its moment. Which rule gives the term is decided by this day. */
  readonly starts: Day | Instant
  readonly pauses: readonly Pause[]
  /** Follow on the unmoved end of the term, in the order in which they were granted. */
  readonly extensions: readonly Term[]
  readonly calendar: WorkCalendar
  /** A last day off moves to the next working day; false where an article says otherwise. */
  readonly moves?: boolean
}

export interface Due {
  /** Null while the clock is paused. */
  readonly due: Day | null
  /** The moment itself for terms in hours, which never move; else null: a day ends at midnight in Asia/Shanghai. */
  readonly dueInstant: Instant | null
  /** A day of a year without a published notice was counted. */
  readonly provisional: boolean
  readonly paused: boolean
}

const dayPart = (moment: Day | Instant): Day => (moment.length > 10 ? dayOf(moment) : moment)
const momentPart = (moment: Day | Instant): Instant => (moment.length > 10 ? moment : startOf(moment))

interface Reached {
  readonly day: Day
  readonly provisional: boolean
}

/** The day on which so many days or working days have been counted, from the day after `from` and over the pauses. */
function counted(from: Day, length: number, unit: 'workday' | 'day', { pauses, calendar }: ClockFacts): Reached {
  const between = (after: Day, to: Day): number => (unit === 'workday' ? calendar.workdaysBetween(after, to) : daysBetween(after, to))
  const closed = pauses.map((pause) => ({ from: dayPart(pause.from), resumes: dayPart(pause.to ?? pause.from) }))
  let at = from
  let left = length
  let provisional = false
  for (const pause of closed.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (pause.resumes <= pause.from) continue
    const last = addDays(pause.from, -1)
    if (last > at) {
      const run = between(at, last)
      if (run >= left) break
      left -= run
      provisional ||= unit === 'workday' && !calendar.isPublishedBetween(at, last)
    }
    const resting = addDays(pause.resumes, -1)
    if (resting > at) at = resting
  }
  const reached = unit === 'workday' ? calendar.addWorkdays(at, left) : { day: addDays(at, left), provisional: false }
  return { day: reached.day, provisional: provisional || reached.provisional }
}

function added(from: Day, term: Term, facts: ClockFacts): Reached {
  switch (term.unit) {
    case 'workday': return counted(from, term.length, 'workday', facts)
    case 'day': return counted(from, term.length, 'day', facts)
    case 'month': return counted(from, daysBetween(from, addMonths(from, term.length)), 'day', facts)
    case 'year': return counted(from, daysBetween(from, addMonths(from, 12 * term.length)), 'day', facts)
    case 'hour': throw new Error('a term in days cannot be extended by hours')
  }
}

const hoursIn = (term: Term): number => {
  if (term.unit === 'hour') return term.length
  if (term.unit === 'day') return 24 * term.length
  throw new Error(`a term in hours cannot be extended by a term in ${term.unit}s`)
}

/** Hours run on from the event; a pause that begins after the end, or ended before the event, takes out nothing. */
function hoursDue(facts: ClockFacts): Due {
  const length = [facts.term, ...facts.extensions].reduce((sum, term) => sum + hoursIn(term), 0)
  const timeOf = (moment: Day | Instant): number => Date.parse(momentPart(moment))
  const start = timeOf(facts.starts)
  const pauses = facts.pauses.map((pause) => ({ from: timeOf(pause.from), to: timeOf(pause.to ?? pause.from) }))
  let end = start + length * 3_600_000
  let run = start
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, run)
    if (from >= end || pause.to <= from) continue
    end += pause.to - from
    run = pause.to
  }
  const dueInstant = new Date(end).toISOString()
  return { due: dayOf(dueInstant), dueInstant, provisional: false, paused: false }
}

const stopped: Due = { due: null, dueInstant: null, provisional: false, paused: true }

/** When a clock is due. What is not known (an open pause) is null. Throws when hours and days are mixed in one clock. */
export function dueOf(facts: ClockFacts): Due {
  if (facts.pauses.some((pause) => pause.to === undefined)) return stopped
  if (facts.term.unit === 'hour') return hoursDue(facts)
  const reached = [facts.term, ...facts.extensions].reduce<Reached>((at, term) => {
    const next = added(at.day, term, facts)
    return { day: next.day, provisional: at.provisional || next.provisional }
  }, { day: dayPart(facts.starts), provisional: false })
  const stays = (facts.moves ?? facts.term.moves) === false
  const last = stays ? reached : facts.calendar.workdayFrom(reached.day)
  return { due: last.day, dueInstant: null, provisional: reached.provisional || last.provisional, paused: false }
}

/** When a paused clock would be due if it were resumed on a day. */
export function dueIfResumed(facts: ClockFacts, day: Day): Due {
  const closed = (pause: Pause): Pause => ({ from: pause.from, to: day < dayPart(pause.from) ? pause.from : day })
  return dueOf({ ...facts, pauses: facts.pauses.map((pause) => (pause.to === undefined ? closed(pause) : pause)) })
}

/**
 * The last day for an act that must come so long *before* an event, as an application for renewal six months before expiry:
 * the day of the event is not counted, and a day off moves to the working day before it, since moving on would shorten the term.
 */
export function latestBefore(event: Day, term: Term, calendar: WorkCalendar): Reached {
  if (term.unit === 'hour') throw new Error('a term in hours is not counted back by days')
  if (term.unit === 'workday') return calendar.subtractWorkdays(event, term.length)
  const day = term.unit === 'day' ? addDays(event, -term.length) : addMonths(event, -term.length * (term.unit === 'year' ? 12 : 1))
  return calendar.workdayUpTo(day)
}

export type Left = Readonly<{ length: number; unit: 'workday' | 'day' | 'hour' }>
/** What is left of a term on a day, in its own unit (days for months and years); negative when overdue by so much. */
export function remaining(facts: ClockFacts, today: Day, ends: Pick<Due, 'due' | 'dueInstant'> = dueIfResumed(facts, today)): Left {
  const { due: last, dueInstant } = ends
  if (dueInstant !== null) return { length: Math.floor((Date.parse(dueInstant) - Date.parse(startOf(today))) / 3_600_000), unit: 'hour' }
  if (facts.term.unit !== 'workday') return { length: daysBetween(today, last!), unit: 'day' }
  const { calendar } = facts
  return { length: last! < today ? -calendar.workdaysBetween(last!, today) : calendar.workdaysBetween(today, last!), unit: 'workday' }
}

/** Whether a clock may still be extended: only before its last day has passed, or while it is paused (procedure rules art. 18, 64). */
export const mayExtend = (clock: Pick<Due, 'due' | 'dueInstant'>, now: Instant): boolean =>
  clock.dueInstant !== null ? now <= clock.dueInstant : clock.due === null || dayOf(now) <= clock.due

/** Whether a paper came in time: days in the post are not counted, one posted on the last day is in time (procedure rules art. 80). */
export const cameInTime = (due: Day, paper: { readonly arrived: Day; readonly posted?: Day }): boolean =>
  (paper.posted ?? paper.arrived) <= due

export interface Redated<C> {
  readonly clock: C
  readonly due: Due
}

type Running = Pick<ClockFacts, 'term' | 'starts' | 'pauses' | 'extensions'> & { readonly due: Day | null; readonly provisional: boolean }

/** Those of the clocks whose last day, or its being provisional, is another under a calendar; none of them when run again. */
export function redate<C extends Running>(clocks: readonly C[], calendar: WorkCalendar): readonly Redated<C>[] {
  return clocks.flatMap((clock) => {
    const due = dueOf({ term: clock.term, starts: clock.starts, pauses: clock.pauses, extensions: clock.extensions, calendar })
    return due.due === clock.due && due.provisional === clock.provisional ? [] : [{ clock, due }]
  })
}

export type Light = 'green' | 'yellow' | 'red' | 'grey' | 'blue'

export interface Lit {
  readonly state: string
  readonly due: Day | null
  readonly dueAt?: Instant | null
  readonly starts?: Day | Instant
}

/** A quarter of the working days of the term, rounded up, and never more than five: our design (D), no law sets it. */
const warningDays = (clock: Lit, calendar: WorkCalendar): number => {
  if (clock.starts === undefined || clock.due === null) return 3
  return Math.min(5, Math.max(1, Math.ceil(calendar.workdaysBetween(dayPart(clock.starts), clock.due) / 4)))
}

/** Grey paused or void, blue done, red overdue, yellow when little is left in working days, else green. */
export function light(clock: Lit, now: Day | Instant, calendar: WorkCalendar): Light {
  const today = dayPart(now)
  if (clock.state === 'met') return 'blue'
  if (clock.state === 'paused' || clock.state === 'void' || clock.due === null) return 'grey'
  if (clock.state === 'late' || clock.due < today) return 'red'
  if (clock.dueAt && now.length > 10 && clock.dueAt < now) return 'red'
  return calendar.workdaysBetween(today, clock.due) <= warningDays(clock, calendar) ? 'yellow' : 'green'
}
