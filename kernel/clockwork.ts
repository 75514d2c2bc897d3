// What an act does to the clocks of its record: which start, pause, resume, and are met, and what each then is due.
import { addDays, dayOf, type Day, type Instant } from './day.ts'
import type { Deadline, Exception } from './deadline.ts'
import type { DocumentForm } from './document.ts'
import { kernelRefusals } from './house-refusals.ts'
import type { ClockChange } from './journal.ts'
import { dueOf } from './clock.ts'
import type { Term } from './parameter.ts'
import type { InForce, Procedure } from './procedure.ts'
import type { WorkCalendar } from './workdays.ts'

/** A step as the clocks see it. */
export interface Move {
  readonly procedure: Procedure
  readonly step: string
  readonly from: string | null
  readonly to: string
  readonly occurred: Instant
  /** The row after the step: deadlines may start on one of its day fields. */
  readonly row: Readonly<Record<string, unknown>>
  /** The row before it. */
  readonly was: Readonly<Record<string, unknown>>
  readonly clocks: readonly ClockChange[]
  readonly calendar: WorkCalendar
  /** A document that the act has served, and the day on which it counts as received. */
  readonly served?: { readonly form: string; readonly on: Day }
  readonly issues?: DocumentForm | null
  /** Value in force on a day; null when there is none, and then no clock starts. */
  ruleOn(parameter: string, day: Day): InForce | null
}

type Timed = Pick<ClockChange, 'term' | 'starts' | 'pauses' | 'extensions'>

/** Works out when a clock is due; a paused clock has no due day until it is resumed. */
export function timed<T extends Timed>(clock: T, calendar: WorkCalendar): T & Pick<ClockChange, 'due' | 'dueAt' | 'provisional'> {
  const due = dueOf({ term: clock.term, starts: clock.starts, pauses: clock.pauses, extensions: clock.extensions, calendar })
  return { ...clock, due: due.due ?? null, dueAt: due.dueInstant ?? null, provisional: due.provisional }
}

const startOf = (deadline: Deadline, move: Move, run: number): Day | Instant | null => {
  const starts = deadline.starts
  if (typeof starts === 'string') return move.to === starts && move.from !== starts ? move.occurred : null
  if ('served' in starts) return move.served?.form === starts.served ? move.served.on : null
  const value = move.row[starts.field]
  return typeof value === 'string' && (run === 1 || value !== move.was[starts.field]) ? value : null
}

/** The special rule that the row asks for while it is in force, else the general one. */
function governing(deadline: Deadline, move: Pick<Move, 'row' | 'ruleOn'>, day: Day): Pick<Exception, 'within' | 'extension'> {
  const special = deadline.except?.find(({ field, is, within }) => move.row[field] === is && move.ruleOn(within.parameter, day) !== null)
  return special ?? { within: deadline.within, ...(deadline.extension?.within ? { extension: deadline.extension.within } : {}) }
}

export function started(deadline: Deadline, move: Move, run: number): ClockChange | null {
  const moment = startOf(deadline, move, run)
  if (moment === null) return null
  const day = moment.length > 10 ? dayOf(moment) : moment
  const { parameter, from } = governing(deadline, move, day).within
  const rule = move.ruleOn(parameter, day)
  if (rule === null) return null
  const [term, paused, now] = [rule.value as Term, (deadline.pausedIn ?? []).includes(move.to), dayOf(move.occurred)]
  const starts = String((from && move.row[from]) ?? (term.unit === 'hour' ? moment : day))
  // What starts on a day ahead stands still from now on.
  const clock = timed({ term, starts, pauses: paused ? [{ from: day < now ? day : now }] : [], extensions: [] }, move.calendar)
  return { deadline: deadline.name, run, event: 'start', rule: rule.basis, mark: rule.mark, ...clock, state: paused ? 'paused' : 'open' }
}

const paused = (clock: ClockChange, day: Day): ClockChange =>
  ({ ...clock, event: 'pause', pauses: [...clock.pauses, { from: day }], due: null, dueAt: null, state: 'paused' })

/** The day of resumption counts again; what lay between is not counted. */
function resumed(clock: ClockChange, day: Day, calendar: WorkCalendar): ClockChange {
  const pauses = clock.pauses.map((pause) => (pause.to === undefined ? { from: pause.from, to: day } : pause))
  return { ...timed({ ...clock, pauses }, calendar), event: 'resume', state: 'open' }
}

function met(clock: ClockChange, occurred: Instant, calendar: WorkCalendar): ClockChange {
  const running = clock.state === 'paused' ? resumed(clock, dayOf(occurred), calendar) : clock
  const late = running.dueAt !== null ? occurred > running.dueAt : running.due !== null && dayOf(occurred) > running.due
  return { ...running, event: 'meet', state: late ? 'late' : 'met' }
}

/** A service that leaves the record where it was came back or is on its way: it meets no clock. */
const inVain = ({ procedure, step, from, to }: Move): boolean => procedure.steps[step]?.paper === 'serve' && from === to

function change(clock: ClockChange, deadline: Deadline, move: Move): ClockChange | null {
  if (deadline.metBy.includes(move.step) && !inVain(move)) return met(clock, move.occurred, move.calendar)
  if (move.procedure.ends.includes(move.to) && move.from !== move.to) return { ...clock, event: 'void', state: 'void' }
  const pausing = (deadline.pausedIn ?? []).includes(move.to)
  if (pausing === (clock.state === 'paused')) return null
  return pausing ? paused(clock, dayOf(move.occurred)) : resumed(clock, dayOf(move.occurred), move.calendar)
}

const running = (clock: ClockChange): boolean => clock.state === 'open' || clock.state === 'paused' || clock.state === 'lapsed'

const superseded = ({ starts }: Deadline, { issues }: Move): boolean =>
  typeof starts === 'object' && 'served' in starts && issues?.supersedes === true && issues.name === starts.served

/** Changes that a step makes, in the order of the declared deadlines. */
export function clockChanges(move: Move): readonly ClockChange[] {
  return move.procedure.deadlines.flatMap((deadline) => {
    const runs = move.clocks.filter((clock) => clock.deadline === deadline.name)
    if (superseded(deadline, move)) return runs.filter(({ state }) => state !== 'void').map((run) => ({ ...run, event: 'void', state: 'void' }))
    const last = runs.reduce<ClockChange | null>((latest, clock) => (latest === null || clock.run > latest.run ? clock : latest), null)
    if (last !== null && running(last)) {
      const changed = change(last, deadline, move)
      // A periodic duty: the report that meets one period begins the next. What runs by a day that is set anew ends unmet.
      const next = deadline.again === 'renewed' || (deadline.again && changed?.event === 'meet') ? started(deadline, move, last.run + 1) : null
      const ended = next && changed?.event !== 'meet' ? { ...last, event: 'void' as const, state: 'void' as const } : changed
      return [ended, next].filter((each) => each !== null)
    }
    if (last !== null && !deadline.again) return []
    // A clock on a day field starts with the act that gives the field its value, and anew only with another value.
    const begun = started(deadline, move, (last?.run ?? 0) + 1)
    const done = deadline.metBy.includes(move.step) ? move.occurred : (move.row[deadline.answered ?? ''] as Day | null)
    return begun ? [done ? met(begun, done, move.calendar) : begun] : []
  })
}

/** The running clock of a deadline with one more extension, where a rule of its starting day knows one; who is late was refused before. */
export function extended(name: string, move: Pick<Move, 'procedure' | 'clocks' | 'calendar' | 'row' | 'ruleOn'>): ClockChange {
  const deadline = move.procedure.deadlines.find((each) => each.name === name)!
  const clock = move.clocks.find((each) => each.deadline === name && running(each))!
  const day = clock.starts.length > 10 ? dayOf(clock.starts) : clock.starts
  const longer = governing(deadline, move, day).extension
  const rule = longer ? move.ruleOn(longer.parameter, day) : null
  if (!rule) return kernelRefusals.refuse('no-rule', { parameter: `${deadline.title.zh}的延长`, day })
  return { ...timed({ ...clock, extensions: [...clock.extensions, rule.value as Term] }, move.calendar), event: 'extend' }
}

/** Whether a clock's last day has passed at a moment: a day ends at midnight in Asia/Shanghai. */
export const hasRunOut = (clock: Pick<ClockChange, 'due' | 'dueAt'>, now: Instant): boolean =>
  clock.dueAt !== null ? clock.dueAt < now : clock.due !== null && addDays(clock.due, 1) <= dayOf(now)
