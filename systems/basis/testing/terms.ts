// Terms of a mark (資質有效期): none ends before it begins, a renewal joins the one before, and what is over is kept as it held.
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals

/** A term that ends before it begins would hold on no day, and look as if it did. */
export function mustNotEndFirst(from: string, to: string | null, field: string): void {
  if (to !== null && to < from) refuse('ends-before-it-begins', { field })
}

interface Applying {
  readonly answers: { readonly received: string }
  readonly actor: { readonly duty: string }
  readonly today: string
}

/** A laboratory does not name the day of receipt: whether it asked in time is judged by it, and the terms of the authority begin. */
export function mustBeToday({ answers: { received }, actor, today }: Applying): void {
  if (actor.duty === 'testing.laboratory' && received !== today) refuse('applied-today', { received, today, field: 'received' })
}

interface Marked {
  readonly state: string
  readonly cma: string
  readonly certifiedFrom: string
  readonly certifiedTo: string
  readonly endedOn: string | null
}

/** Whether there is still a mark that could be renewed or widened: neither withdrawn nor cancelled, and its term not over. */
export const markStands = ({ state, certifiedTo }: Pick<Marked, 'state' | 'certifiedTo'>, on: string): boolean =>
  (state === 'valid' || state === 'suspended') && on <= certifiedTo

/** A renewal joins the term before: what lay between would be covered although no mark held. */
export function mustJoin(heldTo: string, from: string, field: string): void {
  if (from > addDays(heldTo, 1)) refuse('gap-in-mark', { heldTo, from, field })
}

interface Renewing {
  readonly answers: { readonly startsOn: string | null }
  readonly actor: { readonly hand?: string }
  readonly today: string
}

/** By hand a renewal is not dated back; one that was asked for in time and decided late joins the term before (許可法 50). */
export const begins = ({ answers: { startsOn }, actor, today }: Renewing): string =>
  startsOn !== null && (startsOn > today || actor.hand === 'linkage') ? startsOn : today

export const ended = ({ today }: { readonly today: string }) => ({ endedOn: today })

/** The term that is over, as long as the mark held. */
export function termOf({ cma, certifiedFrom: from, certifiedTo, endedOn }: Marked) {
  const last = endedOn == null ? certifiedTo : addDays(endedOn, -1)
  return { cma, from, to: last < certifiedTo ? last : certifiedTo }
}

interface Earlier {
  readonly from: string
  readonly to: string
}

/** The end of the term under which something was approved, where it was over before the day: another mark covers what is approved anew. */
export const endedSince = (terms: readonly Earlier[] | null | undefined, approved: string, day: string): string | undefined =>
  terms?.find(({ to }) => approved <= to && to < day)?.to

interface Reminding {
  readonly answers: { readonly certifiedTo: Day }
  parameter(name: string, day?: Day): { readonly value: unknown }
}

const earlier = (day: Day, { length, unit }: Term): Day =>
  unit === 'month' ? addMonths(day, -length) : unit === 'year' ? addMonths(day, -12 * length) : addDays(day, -length)

/** By when a renewal is to be asked for: counted back from the end, by the rule of the day on which the mark ends. */
export const reminded = ({ answers: { certifiedTo }, parameter }: Reminding) => ({
  renewBy: earlier(certifiedTo, parameter('laboratory.renewal', certifiedTo).value as Term),
})
