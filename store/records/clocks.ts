// Clocks of a record as people read them: due when, under which rule, with which light.
import { citationKey } from '../../kernel/citation.ts'
import { light, type Light } from '../../kernel/clock.ts'
import { dayOf } from '../../kernel/day.ts'
import type { ClockChange } from '../../kernel/journal.ts'
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
}

export function shownClock(clock: ClockChange, engine: Engine): ClockShown {
  return {
    deadline: clock.deadline,
    run: clock.run,
    state: clock.state,
    starts: clock.starts,
    due: clock.due,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    light: light(clock, dayOf(engine.now()), engine.calendar),
    rule: citationKey(clock.rule),
    mark: clock.mark,
    term: `${clock.term.length} ${clock.term.unit}`,
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
