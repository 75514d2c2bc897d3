// Reconsideration and suit against a decision (行政復議、行政訴訟): what is pending, what may follow, and the days that bear no surcharge.
import { addDays, type Day } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

export interface Challenge {
  readonly kind: string
  readonly received: Day
  readonly ended: Day | null
  readonly outcome: string | null
}

type Lines = readonly Challenge[] | null

export const pending = (lines: Lines): Challenge | undefined => (lines ?? []).find(({ ended }) => ended === null)

/** One after another: while one is pending no other begins. */
export function mayChallenge(lines: Lines): void {
  if (pending(lines)) refuse('challenge-pending')
}

interface Ending {
  readonly ended: Day
  readonly outcome: string
  readonly newFine: string | null
}

export function mayEnd(lines: Lines, { ended, outcome, newFine }: Ending): void {
  const open = pending(lines)
  if (!open) refuse('no-challenge')
  else if (ended < open.received) refuse('ends-before', { received: open.received, field: 'ended' })
  if (outcome === 'changed' && newFine === null) refuse('no-new-fine', { field: 'newFine' })
}

/** The lines with the pending one ended. */
export const ended = <T extends Challenge>(lines: readonly T[] | null, { ended: on, outcome }: Ending): readonly T[] =>
  (lines ?? []).map((line) => (line.ended === null ? { ...line, ended: on, outcome } : line))

/** Days after the last one of payment, up to a day, on which nothing was pending and nothing was put off. */
export function daysCounted(lines: Lines, due: Day, to: Day, delays: readonly { readonly granted: Day; readonly to: Day }[] = []): number {
  let days = 0
  for (let day = addDays(due, 1); day <= to; day = addDays(day, 1))
    if (
      !(lines ?? []).some(({ received, ended: on }) => received <= day && (on === null || day <= on)) &&
      !delays.some(({ granted, to: until }) => granted < day && day <= until)
    )
      days += 1
  return days
}
