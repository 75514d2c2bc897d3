// When the court is asked to enforce (行政強制法 53): after the terms to sue, on the last urging, for what is still to be done.
import { Decimal } from 'decimal.js'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { ended, mayChallenge, pending, type Challenge } from './challenge.ts'
import { accountOf } from './decision.ts'
import { confiscationOwed, fineUnurged, type Performing } from './performing.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals
type Lines = readonly Challenge[] | null
type Account = Parameters<typeof accountOf>[0]

interface Suing {
  readonly record: Parameters<typeof confiscationOwed>[0] & {
    readonly served: Day | null
    readonly deferredTo: Day | null
    readonly remediesUntil: Day | null
    readonly challenges: Lines
  }
  readonly clocks: Performing['clocks']
  parameter(name: string, day?: Day): { readonly value: unknown }
}

/** Six months from service; what ended moves on from a day off is the clock's word. */
function ownTerm({ record: { served }, clocks, parameter }: Suing): Day | null {
  if (served === null) return null
  const months = (parameter('enforcement.sue', served).value as Term).length
  return clocks.find(({ deadline }) => deadline === 'sue')?.due ?? addMonths(served, months)
}

const daysAfter = (on: Day, { parameter }: Pick<Suing, 'parameter'>): Day =>
  addDays(on, (parameter('enforcement.sue-after-reconsideration', on).value as Term).length)

/** The day on which the party's terms for reconsideration and suit end; of one that sued, the day on which that ended. */
export function suitUntil(c: Suing): Day | null {
  const last = (c.record.challenges ?? []).at(-1)
  if (last?.kind === 'suit') return last.ended
  const own = ownTerm(c)
  if (!last?.ended) return own
  const after = c.clocks.findLast(({ deadline }) => deadline === 'sue-after')?.due ?? daysAfter(last.ended, c)
  // Who takes its request back has the term of its own, and loses nothing of it.
  return last.outcome === 'withdrawn' && own !== null && own > after ? own : after
}

/** Of two days the later, where there are two. */
export const later = (one: Day | null, other: Day | null): Day | null => (one != null && (other == null || one > other) ? one : other)

/** What is confiscated is not put off with the fine; a delay of before was, and is written as the day that the court waits for. */
const waitsForNone = ({ record }: Suing): boolean => confiscationOwed(record) && record.remediesUntil !== record.deferredTo

/** From when the three months to ask the court count: the end of the terms to sue, or of the time to which the fine alone was put off. */
export function courtFrom(c: Suing): Day | null {
  const [until, put] = [suitUntil(c), waitsForNone(c) ? null : c.record.deferredTo]
  return until && later(until, put)
}

/** What fell in reconsideration or suit is enforced no more: it is annulled. */
export const hasFallen = (lines: Lines): boolean => (lines ?? []).at(-1)?.outcome === 'annulled'

export function stillStands(lines: Lines): void {
  if (hasFallen(lines)) refuse('decision-fell')
}

interface Owing extends Suing {
  readonly record: Suing['record'] & Account['record'] & { readonly state: string; readonly penalties: readonly string[] | null }
  readonly clocks: Account['clocks']
  readonly today: Day
}

/** Penalties that a party has nothing to do for but pay, or nothing at all. */
const paidOrSaid: readonly string[] = ['warning', 'criticism', 'fine', 'gain']

/** Served and not performed: money that is owed, goods to be given up, a business to be stopped; a warning leaves nothing. */
export function toEnforce(c: Owing): boolean {
  if (!['served', 'urged'].includes(c.record.state)) return false
  if ((c.record.penalties ?? []).some((each) => !paidOrSaid.includes(each))) return true
  const { owed, paid } = accountOf({ ...c, parameter: (name) => c.parameter(name), answers: { on: c.today, sum: '0' } })
  return new Decimal(owed).gt(paid)
}

export function remediesOver(c: Owing): void {
  stillStands(c.record.challenges)
  mayChallenge(c.record.challenges)
  if (!toEnforce(c)) refuse('nothing-to-enforce')
  const until = courtFrom(c)
  const sued = (c.record.challenges ?? []).at(-1)?.kind === 'suit'
  if (until === null || (sued ? c.today < until : c.today <= until)) refuse('remedies-run', { until: until ?? '—' })
}

interface Urged extends Owing {
  readonly record: Owing['record'] & { readonly urgedOn: Day | null }
  readonly clocks: readonly (Owing['clocks'][number] & { readonly starts: Day; readonly state: string })[]
}

/** The terms of the party come first: it may sue until then, and the court would not take the application. */
export function mayAskCourt(c: Urged): void {
  stillStands(c.record.challenges)
  mayChallenge(c.record.challenges)
  // Its term begins when the party has it in hand, not when it is written; one of before the last urging counts for nothing.
  const served = c.clocks.filter(({ deadline, state, starts }) => deadline === 'urge' && state !== 'void' && starts >= (c.record.urgedOn ?? ''))
  const urge = served.toSorted((a, b) => a.starts.localeCompare(b.starts)).at(-1)
  if (!urge) refuse('urging-not-served')
  if (urge?.due && c.today <= urge.due) refuse('term-runs', { due: urge.due })
  remediesOver(c)
  // What is confiscated goes to the court alone only where its months began before the delay of the fine was over.
  const { deferredTo } = c.record
  if (fineUnurged(c) && (courtFrom(c) ?? '') >= (deferredTo ?? '')) refuse('fine-unurged', { until: deferredTo ?? '—' })
}

interface Terms {
  readonly reconsiderFrom?: Day | null
  readonly courtFrom?: Day | null
  readonly reconsidered?: Day | null
  readonly remediesUntil?: Day | null
  readonly sueFrom?: Day | null
}

/** Until a later day than its terms to sue the party may pay, or has a longer term of its own: the court waits for that. */
function waits(c: Suing, than: Day | null): Terms {
  const from = courtFrom(c)
  return from !== null && (than === null || from > than) ? { remediesUntil: from } : {}
}

interface Begun extends Owing {
  readonly record: Owing['record'] & { readonly reconsidered: Day | null; readonly courtFrom: Day | null }
}

/** What a granted delay does to the three months: they count from its last day, at once where they run, else when it is over. */
export function putOff(c: Begun, to: Day): Terms {
  if (confiscationOwed(c.record)) return {}
  if (c.record.courtFrom) return { courtFrom: later(c.record.courtFrom, to) }
  if (pending(c.record.challenges)) return {}
  const { clocks } = c
  return waits({ clocks, parameter: (name, day) => c.parameter(name, day), record: { ...c.record, deferredTo: to } }, suitUntil(c))
}

/** What was confiscated is paid by this: before the court, the months count from now on as for the fine alone. */
export function fineLeft(c: Begun, payment: Pick<Begun['record'], 'payments' | 'surcharge'>): Terms {
  const { deferredTo, state } = c.record
  if (deferredTo == null || state === 'court' || !confiscationOwed(c.record)) return {}
  return putOff({ ...c, parameter: (name, day) => c.parameter(name, day), record: { ...c.record, ...payment } }, deferredTo)
}

/** Urged for once its delay is over, a fine has its months from the end of that, also where it comes back from the court. */
export function fineUrged(c: Begun): Terms {
  const { deferredTo, courtFrom: from, state } = c.record
  if (state === 'court') return { courtFrom: later(from, deferredTo) }
  return deferredTo != null && deferredTo < c.today ? putOff(c, deferredTo) : {}
}

/** Which terms the end of a challenge begins: none where it fell, or where nothing is left to enforce. */
export function afterChallenge(c: Begun, end: { readonly ended: Day; readonly result: string; readonly newFine: string | null }): Terms {
  const challenges = ended(c.record.challenges, { ...end, outcome: end.result })
  const record = { ...c.record, challenges, fine: end.result === 'changed' ? end.newFine : c.record.fine }
  const then = { ...c, record, parameter: (name: string, day?: Day) => c.parameter(name, day) }
  const asBefore = { courtFrom: c.record.courtFrom ?? null, reconsidered: c.record.reconsidered ?? null }
  if (hasFallen(challenges) || !toEnforce(then)) return asBefore
  // A suit leaves nothing to sue any more; after reconsideration the party has fifteen days for it (行政訴訟法 45).
  if (challenges.at(-1)?.kind === 'suit') return { courtFrom: courtFrom(then) }
  const after = daysAfter(end.ended, c)
  const until = suitUntil(then)
  return { ...(end.result === 'withdrawn' && until !== null && until > after ? {} : { reconsidered: end.ended }), ...waits(then, after) }
}

interface Old extends Begun {
  readonly record: Begun['record'] & { readonly sueFrom: Day | null; readonly reconsiderFrom: Day | null }
}

/** While the party may ask for reconsideration its term is not over. */
export function reconsiderationOver({ clocks, today }: Pick<Owing, 'clocks' | 'today'>): void {
  const due = clocks.findLast(({ deadline }) => deadline === 'reconsider')?.due ?? null
  if (due === null || today <= due) refuse('remedies-run', { until: due ?? '—' })
}

/** Served before the term for reconsideration was watched, contested by nobody, and not over. */
function mayReconsider({ record: { served, reconsiderFrom, challenges }, today, parameter }: Old): boolean {
  if (served === null || reconsiderFrom != null || challenges?.length) return false
  return today <= addDays(served, (parameter('enforcement.reconsider', served).value as Term).length)
}

const suitBegun = ({ record: { sueFrom, reconsidered, courtFrom: from }, clocks }: Old): boolean =>
  (sueFrom ?? reconsidered ?? from) != null || clocks.some(({ deadline }) => deadline === 'sue')

/** Cases of before these terms were watched have none of them yet, and something is left to enforce or to contest. */
export function mayBegin(c: Old): void {
  if (mayReconsider(c)) return
  stillStands(c.record.challenges)
  mayChallenge(c.record.challenges)
  if (!toEnforce(c)) refuse('nothing-to-enforce')
  if (suitBegun(c)) refuse('terms-begun')
}

export function begun(c: Old): Terms {
  const contested = mayReconsider(c) ? { reconsiderFrom: c.record.served } : {}
  return { ...contested, ...(toEnforce(c) && !suitBegun(c) ? suitFrom(c) : {}) }
}

function suitFrom(c: Old): Terms {
  const last = (c.record.challenges ?? []).at(-1)
  if (last?.kind === 'suit') return { courtFrom: courtFrom(c) }
  return { ...(last ? { reconsidered: last.ended } : { sueFrom: c.record.served }), ...waits(c, suitUntil(c)) }
}
