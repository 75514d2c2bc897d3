// Clocks of a record as people read them: due when, under which rule, with which light.
import { citationKey } from '../../kernel/citation.ts'
import { light, remaining, type Left, type Light } from '../../kernel/clock.ts'
import { dayOf, type Day, type Instant } from '../../kernel/day.ts'
import type { Deadline } from '../../kernel/deadline.ts'
import type { ClockChange } from '../../kernel/journal.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Engine } from '../engine.ts'

export interface ClockShown {
  readonly deadline: string
  readonly run: number
  readonly state: ClockChange['state']
  readonly starts: string
  readonly due: string | null
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly light: Light
  readonly rule: string
  readonly mark: string
  readonly term: string
  /** What is left in the unit of the term, below zero when overdue; for a paused clock what will be left when it runs on. */
  readonly left: Left
}

/** Whether a rule of the deadline names the day from which it counts, as the day of the document, other than that of the event. */
export const namesItsDay = ({ within, except }: Deadline): boolean =>
  [within, ...(except ?? []).map((each) => each.within)].some(({ from }) => from !== undefined)

/** Why this rule governs a clock and no other: the one in force on the day of its event does, to its end. */
export function whyGoverned(starts: Day | Instant, deadline?: Deadline): Words {
  const day = starts.length > 10 ? dayOf(starts) : starts
  if (deadline && namesItsDay(deadline))
    return words(
      `自 ${day} 起算；适用公示当日施行的规定直至期限结束，起算日由该规定确定，其后施行的新规定不改变已经起算的期限`,
      `It counts from ${day}: the rule in force on the day of publication governs it to its end and says from which day it counts; a later rule does not change a clock that runs`,
    )
  return words(
    `自 ${day} 起算，适用当日施行的规定直至期限结束；其后施行的新规定不改变已经起算的期限`,
    `It started on ${day}: the rule in force on that day governs it to its end, and a later rule does not change a clock that runs`,
  )
}

export function shownClock(clock: ClockChange, engine: Engine, now = engine.now()): ClockShown {
  const ends = clock.due === null && clock.dueAt === null ? undefined : { due: clock.due, dueInstant: clock.dueAt }
  return {
    deadline: clock.deadline,
    run: clock.run,
    state: clock.state,
    starts: clock.starts,
    due: clock.due,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    light: light(clock, now, engine.calendar),
    rule: citationKey(clock.rule),
    mark: clock.mark,
    term: `${clock.term.length} ${clock.term.unit}`,
    left: remaining({ ...clock, calendar: engine.calendar }, dayOf(now), ends),
  }
}

export async function clocksOf(engine: Engine, record: string): Promise<readonly ClockShown[]> {
  const { rows } = await engine.database.query<{ change: ClockChange }>({
    name: 'clocks-of',
    text: 'select change from kernel.clock where record = $1 order by deadline, run',
    values: [record],
  })
  return rows.map(({ change }) => shownClock(change, engine))
}
