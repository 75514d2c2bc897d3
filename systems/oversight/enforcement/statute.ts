// Terms that a case may not pass: how long after a breach it may be punished (處罰法 36), and who sets a term beyond the extension.
import { addDays, addMonths, daysBetween, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Breach {
  /** The day on which it was done, or on which it ended where it went on. */
  readonly breachEnded: Day | null
  readonly harmful: boolean | null
  /** The day on which it was found, by this office or by whoever passed it on; left out, that on which the lead came in. */
  readonly found: Day | null
  readonly received: Day
}

type RuleOf = (name: string, day: Day) => { readonly value: unknown }

/** Found after the term nothing is punished, by the rule of the day on which it was found; a day that is not known refuses nothing. */
export function withinStatute({ breachEnded, harmful, ...lead }: Breach, parameter: RuleOf, deciding = false): void {
  if (breachEnded == null) return
  const found = lead.found ?? lead.received
  const { length, unit } = parameter(harmful ? 'enforcement.statute-harm' : 'enforcement.statute', found).value as Term
  const last = addMonths(breachEnded, unit === 'year' ? 12 * length : length)
  if (found <= last) return
  const days = { ended: breachEnded, found, last }
  if (deciding) refuse('statute-over-late', days)
  refuse('statute-over', { ...days, field: 'breachEnded' })
}

interface Setting {
  readonly clocks: readonly { readonly deadline: string; readonly due: Day | null; readonly extensions: readonly unknown[] }[]
  readonly answers: { readonly decideBy: Day }
  readonly record: { readonly decideBy: Day | null }
  readonly today: Day
}

/**
 * The head extends once; only what is too complex for that goes to the heads together, and they name a day that is still to come. A term
 * that ran out unextended is extended no more: they say why, it stands as late, and the case goes on by the day that they name.
 */
export function mayBeSet({ clocks, answers, record, today }: Setting): void {
  const theirs = clocks.some(({ deadline, due, extensions }) => deadline === 'decide' && (extensions.length > 0 || (due ?? today) < today))
  if (!theirs && record.decideBy == null) refuse('extend-first')
  if (answers.decideBy <= today) refuse('term-over', { day: answers.decideBy, field: 'decideBy' })
}

interface Clock {
  readonly deadline: string
  readonly starts: Day
  readonly state: string
  readonly event: string
  readonly pauses: readonly { readonly from: Day; readonly to?: Day }[]
}

interface Resuming {
  readonly clocks: readonly Clock[]
  readonly record: { readonly decideBy: Day | null }
  readonly today: Day
}

/** Since when the term that the heads set stands still: in a pause that was there before, since they set it. */
function stillSince(clock: Clock, clocks: readonly Clock[]): Day {
  const { from } = clock.pauses.at(-1)!
  if (clock.event !== 'start' || from < clock.starts) return from
  // Clocks of before began such a pause on the day that was set; the ninety days ended when they set it first.
  const first = clocks.filter(({ deadline }) => deadline === 'decide-set').length === 1
  return (first && clocks.find(({ deadline }) => deadline === 'decide')?.pauses.at(-1)?.to) || from
}

/** The day that the heads set, moved on when a pause ends as any other term is (處罰程序規定 64). */
export function movedOn({ clocks, record: { decideBy }, today }: Resuming): { readonly decideBy?: Day } {
  const clock = clocks.find(({ deadline, state }) => deadline === 'decide-set' && state === 'paused')
  const days = clock ? daysBetween(stillSince(clock, clocks), today) : 0
  return decideBy !== null && days > 0 ? { decideBy: addDays(decideBy, days) } : {}
}
