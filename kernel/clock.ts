// The clock of a statutory term: first day not counted, pauses not counted, a last day off moves on (procedure rules art. 80).
import { addDays, addHours, addMonths, dayOf, daysBetween, startOf, type Day, type Instant } from './day.ts'
import type { Term } from './parameter.ts'
import type { WorkCalendar } from './workdays.ts'

/**
 * A pause counts neither the day on which it begins nor any day before the one on which it ends:
 * the day of resumption is counted again. An open pause has no end yet.
 */
export interface Pause {
  readonly from: Day
  readonly to?: Day
}

export interface ClockFacts {
  readonly term: Term
  /** The day of the event, or for terms in hours its moment. Which rule gives the term is decided by this day: a change of the rule while a clock runs does not change the clock. */
  readonly starts: Day | Instant
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Term[]
  readonly calendar: WorkCalendar
  /** A last day off moves to the next working day; false where an article says otherwise. */
  readonly moves?: boolean
}

export interface Due {
  /** Null while the clock is paused. */
  readonly due: Day | null
  readonly dueInstant: Instant | null
  /** A day of a year without a published notice was counted. */
  readonly provisional: boolean
  readonly paused: boolean
}

const paused = (pauses: readonly Pause[], day: Day): boolean => pauses.some((pause) => pause.from <= day && (pause.to === undefined || day < pause.to))
const dayPart = (moment: Day | Instant): Day => (moment.length > 10 ? dayOf(moment) : moment)

/** Days not counted that fall after `from` up to and with `to`, both ends moving as days are added. */
function overPauses(from: Day, to: Day, pauses: readonly Pause[]): Day {
  let at = from
  let end = to
  while (at < end) {
    at = addDays(at, 1)
    if (paused(pauses, at)) end = addDays(end, 1)
  }
  return end
}

interface Reached {
  readonly day: Day
  readonly provisional: boolean
}

function step(from: Day, term: Term, facts: ClockFacts): Reached {
  const { calendar, pauses } = facts
  switch (term.unit) {
    case 'workday': {
      const counted = calendar.addWorkdays(from, term.length, (day) => !paused(pauses, day))
      return { day: counted.day, provisional: counted.provisional }
    }
    case 'day': return { day: overPauses(from, addDays(from, term.length), pauses), provisional: false }
    case 'month': return { day: overPauses(from, addMonths(from, term.length), pauses), provisional: false }
    case 'year': return { day: overPauses(from, addMonths(from, 12 * term.length), pauses), provisional: false }
    case 'hour': return { day: from, provisional: false }
  }
}

function hours(facts: ClockFacts): Due {
  const start = facts.starts.length > 10 ? facts.starts : startOf(facts.starts)
  const length = [facts.term, ...facts.extensions].reduce((sum, term) => sum + term.length, 0)
  const stopped = facts.pauses.reduce((sum, p) => sum + (p.to === undefined ? 0 : daysBetween(p.from, p.to) * 24), 0)
  const dueInstant = addHours(start, length + stopped)
  return { due: dayOf(dueInstant), dueInstant, provisional: false, paused: false }
}

/** When a clock is due. Throws nothing: what is not known (an open pause) is null. */
export function dueOf(facts: ClockFacts): Due {
  if (facts.pauses.some((pause) => pause.to === undefined)) return { due: null, dueInstant: null, provisional: false, paused: true }
  if (facts.term.unit === 'hour') return hours(facts)
  const reached = [facts.term, ...facts.extensions].reduce<Reached>(
    (at, term) => { const next = step(at.day, term, facts); return { day: next.day, provisional: at.provisional || next.provisional } },
    { day: dayPart(facts.starts), provisional: false },
  )
  if (facts.moves === false) return { due: reached.day, dueInstant: null, provisional: reached.provisional, paused: false }
  const last = facts.calendar.workdayFrom(reached.day)
  return { due: last.day, dueInstant: null, provisional: reached.provisional || last.provisional, paused: false }
}

/** When a paused clock would be due if it were resumed on a day. */
export const dueIfResumed = (facts: ClockFacts, day: Day): Due =>
  dueOf({ ...facts, pauses: facts.pauses.map((pause) => (pause.to === undefined ? { from: pause.from, to: day } : pause)) })

export type Light = 'green' | 'yellow' | 'red' | 'grey' | 'blue'

/** Grey paused or not begun, blue done, red overdue, yellow when three working days or fewer are left. */
export function light(clock: { readonly state: string; readonly due: Day | null }, today: Day, calendar: WorkCalendar): Light {
  if (clock.state === 'met') return 'blue'
  if (clock.state === 'paused' || clock.state === 'void' || clock.due === null) return 'grey'
  if (clock.state === 'late' || clock.due < today) return 'red'
  return calendar.workdaysBetween(today, clock.due) <= 3 ? 'yellow' : 'green'
}
