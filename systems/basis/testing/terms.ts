// Terms of a mark (資質有效期): none ends before it begins, a renewal joins the one before, and what is over is kept as it held.
import { addDays, addMonths, dayOf, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { suspendedUntil, type Suspension } from './holding.ts'
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
  readonly continuedTo?: string | null
  readonly renewalNumber?: string | null
  readonly changed: string
}

type Standing = Pick<Marked, 'state' | 'certifiedTo' | 'renewalNumber'>

/** Whether there is still a mark that could be renewed or widened: not ended, and its term not over or counted as renewed. */
export const markStands = ({ state, certifiedTo, renewalNumber }: Standing, on: string): boolean =>
  (state === 'valid' || state === 'suspended') && (on <= certifiedTo || renewalNumber != null)

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

interface Held {
  readonly record: Pick<Marked, 'certifiedTo' | 'renewalNumber'>
  readonly today: string
}

/** Nothing holds the mark any more; the days on which it counted as renewed stay on record. */
const released = ({ record: { certifiedTo, renewalNumber }, today }: Held) =>
  renewalNumber == null ? {} : { renewalNumber: null, renewalOn: null, ...(today > certifiedTo && { continuedTo: addDays(today, -1) }) }

interface Ended extends Held {
  readonly record: Held['record'] & { readonly state: string; readonly suspensions: readonly Suspension[] | null }
}

export const ended = (c: Ended) => ({
  ...{ endedOn: c.today, endedFrom: c.record.state as 'valid' },
  ...{ suspensions: suspendedUntil(c.record.suspensions, c.today) as never, ...released(c) },
})

/** Nothing is left of the decision that ended a mark. */
export const notEnded = { endedOn: null, endedFrom: null, withdrawnFor: null, barredTo: null }

/** A new term begins, and what held the one before is settled. */
export const settled = { renewalNumber: null, renewalOn: null, continuedTo: null }

/** When a mark was withdrawn or cancelled: a register that did not yet keep the day knows when the record last changed, which that was. */
export const endOf = ({ state, endedOn, changed }: Marked): string | null =>
  endedOn ?? (state === 'withdrawn' || state === 'cancelled' ? dayOf(changed) : null)

/** The term that is over, as long as the mark held. */
export function termOf(record: Marked) {
  const { cma, certifiedFrom: from, certifiedTo, continuedTo } = record
  const held = continuedTo != null && continuedTo > certifiedTo ? continuedTo : certifiedTo
  const end = endOf(record)
  const last = end === null ? held : addDays(end, -1)
  return { cma, from, to: last < held ? last : held }
}

interface Line {
  readonly laboratory: string
  readonly from: string
  readonly to: string | null
}

const endOfMark = async (laboratory: string, at: Reading): Promise<string | null> => {
  const mark = await at.first('laboratory', { code: laboratory })
  return mark && termOf(mark as never).to
}

/** A line of scope entered by hand holds no longer than the mark: named beyond it is refused, without an end it ends with it. */
export async function heldToTheMark({ laboratory, from, to }: Line, at: Reading): Promise<{ to?: string }> {
  const heldTo = await endOfMark(laboratory, at)
  if (heldTo === null) return {}
  if (from > heldTo || (to !== null && to > heldTo)) refuse('beyond-the-mark', { to: to ?? from, heldTo, field: to === null ? 'from' : 'to' })
  return { to: to ?? heldTo }
}

/** A line of before lines were held so. While a grant is being entered the mark may be longer than it seems. */
export async function endWithTheMark({ laboratory, from, to }: Line, at: Reading): Promise<{ to: string }> {
  const heldTo = await endOfMark(laboratory, at)
  if (heldTo === null || from > heldTo || (to !== null && to <= heldTo)) return refuse('held-already', { laboratory })
  const granted = await at.list('mark-application', { laboratory, state: 'granted' })
  return granted.some((each) => String(each['to']) > heldTo) ? refuse('held-already', { laboratory }) : { to: heldTo }
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

/** A day and a term, one after the other; a negative length counts back. */
export const counted = (day: Day, { length, unit }: Term): Day =>
  unit === 'month' ? addMonths(day, length) : unit === 'year' ? addMonths(day, 12 * length) : addDays(day, length)
const earlier = (day: Day, { length, unit }: Term): Day => counted(day, { length: -length, unit })

/** By when a renewal is to be asked for, counted back from the end by the rule of the day on which the mark ends, and when it ends. */
export const reminded = ({ answers: { certifiedTo }, parameter }: Reminding) => ({
  renewBy: earlier(certifiedTo, parameter('laboratory.renewal', certifiedTo).value as Term),
  expires: certifiedTo,
})

/** An application that is neither decided nor taken back. */
export const underWay = ['applied', 'completing', 'accepted', 'correcting', 'reviewed'] as const

/** Renewals that are asked for and not decided. */
export const renewalsOf = (laboratory: string, at: Reading) =>
  at.list('mark-application', { laboratory, kind: 'renewal', state: underWay }) as Promise<readonly unknown[]> as Promise<readonly Renewal[]>

interface Asked {
  readonly received: string
  readonly opened: string
}

interface Renewal extends Asked {
  readonly number: string
}

/** When it was asked for: what is supplied later sets the day of receipt anew, and does not make it late. */
export const askedOn = ({ received, opened }: Asked): string => (received < dayOf(opened) ? received : dayOf(opened))

interface OfBefore {
  readonly record: Readonly<Record<'kind' | 'laboratory', string> & Record<'heldTo' | 'setAsideBy' | 'reopened', string | null>>
  readonly today: string
}

/** The day before which a renewal is to be decided; one of before that day was kept, or taken up again without it, gets it once. */
export async function endOfTermBefore({ record, today }: OfBefore, at: Reading): Promise<{ heldTo?: string; reopened?: string }> {
  const { kind, laboratory, heldTo, setAsideBy, reopened } = record
  if (kind === 'renewal' && heldTo !== null && setAsideBy !== null && reopened === null) return { reopened: today }
  const found = kind === 'renewal' && heldTo === null ? await at.first('laboratory', { code: laboratory, state: ['valid', 'suspended'] }) : null
  return found ? { heldTo: found['certifiedTo'] as string } : refuse('no-end-to-note', { laboratory })
}

interface Cancelling {
  readonly record: { readonly code: string; readonly certifiedTo: string }
  readonly answers: { readonly ownWish: boolean | null }
}

/** Asked for in time and not decided, a renewal counts as granted (許可法 50): there is no end for which the mark could be cancelled. */
export async function mustBeDecided({ record: { code, certifiedTo }, answers }: Cancelling, at: Reading): Promise<void> {
  if (answers.ownWish === true) return
  const open = (await renewalsOf(code, at)).find((each) => askedOn(each) <= certifiedTo)
  if (open) refuse('renewal-undecided', { number: open.number, on: askedOn(open), to: certifiedTo })
}

interface Ending extends Held {
  readonly record: Held['record'] & { readonly code: string; readonly certifiedTo: Day; readonly renewBy: string | null }
  readonly clocks: readonly { readonly deadline: string; readonly state: string }[]
  readonly actor: { readonly hand?: string }
  parameter(name: string, day?: Day): { readonly value: unknown }
}

interface Renewals {
  readonly open: readonly Renewal[]
  /** The one that was asked for by the day that the rule names: undecided at the end, it counts as granted (許可法 50). */
  readonly inTime: Renewal | undefined
}

async function renewalsOn({ record, parameter }: Pick<Ending, 'record' | 'parameter'>, at: Reading): Promise<Renewals> {
  const open = await renewalsOf(record.code, at)
  const { renewBy } = reminded({ answers: record, parameter })
  return { open, inTime: open.find((each) => askedOn(each) <= renewBy) }
}

interface Holding {
  readonly renewalNumber?: string | null
  readonly renewalOn?: string | null
  readonly continuedTo?: string
}

/** A renewal is asked for: in time, it holds the mark until it is decided. */
export async function askedFor(c: Pick<Ending, 'record' | 'parameter'>, at: Reading): Promise<Holding> {
  const { open, inTime } = await renewalsOn(c, at)
  if (open.length === 0) return refuse('renewal-not-asked-for', { to: c.record.certifiedTo })
  return inTime ? { renewalNumber: inTime.number, renewalOn: askedOn(inTime) } : {}
}

/** A renewal that came to nothing leaves the mark to end as before: the same day holds, or, where that is over, the end of the mark. */
export async function remindedAgain(c: Ending, at: Reading): Promise<Holding & { renewBy?: string; expires?: string }> {
  const { record, clocks, actor, today, parameter } = c
  const runs = (name: string): boolean => clocks.some(({ deadline, state }) => deadline === name && ['open', 'paused', 'lapsed'].includes(state))
  const over = today > record.certifiedTo
  const { open, inTime } = await renewalsOn(c, at)
  const holds = inTime ? { renewalNumber: inTime.number, renewalOn: askedOn(inTime) } : released(c)
  if (runs(over ? 'expiry' : 'renewal') || open.length > 0)
    return actor.hand === 'linkage' ? holds : refuse('reminded-already', { to: record.certifiedTo })
  if (over) return { ...holds, expires: record.certifiedTo }
  const { renewBy, expires } = reminded({ answers: record, parameter })
  return { ...holds, renewBy: renewBy >= today && renewBy !== record.renewBy ? renewBy : record.certifiedTo, expires }
}
