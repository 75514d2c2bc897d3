// The state of a target on a past day, from the steps that its record took by then.
import type { Day } from '../../../kernel/day.ts'
import type { TargetFacts } from './progress.ts'

export interface TakenStep {
  readonly step: string
  /** Day of legal effect. */
  readonly on: Day
}

const after: Readonly<Record<string, TargetFacts['state']>> = {
  suspend: 'suspended',
  resume: 'inForce',
  discontinue: 'discontinued',
}

/**
 * Suspended, discontinued or in force on a day. A programme binds from its own date, which may lie before the day on which
 * somebody entered it here; so before the first of these steps it is in force.
 */
export function stateOn(steps: readonly TakenStep[], day: Day): TargetFacts['state'] {
  const taken = steps.filter(({ step, on }) => step in after && on <= day)
  const last = taken.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).at(-1)
  return last ? after[last.step]! : 'inForce'
}
