// How a fine is performed beyond its term (處罰法 66, 72): put off or paid in parts, and until when the party is not urged.
import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Instalment {
  readonly due: Day
  readonly sum: string
}

export interface Payment {
  readonly on: Day
  readonly sum: string
  readonly toward?: string | null
}

export interface Delay {
  readonly granted: Day
  readonly to: Day
  readonly paid: string
}

interface Fined {
  readonly fine: string | null
  readonly payments: readonly Payment[] | null
}

/** Payments toward the fine: all that do not say that they are of what is confiscated. */
export const ofFine = (payments: readonly Payment[] | null): readonly Payment[] => (payments ?? []).filter(({ toward }) => toward !== 'confiscated')

export function paidOfFine({ fine, payments }: Fined): Decimal {
  return Decimal.min(fine ?? '0', ofFine(payments).reduce((all, { sum }) => all.plus(sum), new Decimal(0)))
}

interface Taken extends Fined {
  readonly confiscated: string | null
  readonly surcharge: string | null
}

/** Only a fine is put off, never what is confiscated (處罰法 66): whether that is unpaid; what was paid beyond fine and surcharge is of it. */
export function confiscationOwed({ fine, confiscated, surcharge, payments }: Taken): boolean {
  const sum = (all: readonly Payment[]): Decimal => all.reduce((total, one) => total.plus(one.sum), new Decimal(0))
  const beyond = sum(ofFine(payments)).minus(fine ?? '0').minus(surcharge ?? '0')
  const paid = sum((payments ?? []).filter(({ toward }) => toward === 'confiscated')).plus(Decimal.max(beyond, 0))
  return paid.lt(confiscated ?? '0')
}

interface Put {
  readonly deferrals: readonly Delay[] | null
  readonly deferredTo: Day | null
}

/** Delays as granted; of one of before only its end is known, and it passes for granted in time. */
export const delaysOf = ({ deferrals, deferredTo }: Put, due: Day): readonly Delay[] =>
  deferrals ?? (deferredTo == null ? [] : [{ granted: due, to: deferredTo, paid: '0' }])

interface Granting {
  readonly record: Fined & { readonly deferralAsked: Day | null }
  readonly answers: { readonly deferredTo: Day; readonly instalments: readonly Instalment[] | null }
  readonly today: Day
}

/** Only what the party asked for, until a day that is to come; parts make up what is unpaid, and the last is due on that day. */
export function mayGrant({ record, answers: { deferredTo, instalments }, today }: Granting): void {
  if (record.deferralAsked == null) refuse('no-deferral-asked')
  if (deferredTo <= today) refuse('deferral-over', { day: deferredTo, field: 'deferredTo' })
  if (!instalments?.length) return
  const rest = new Decimal(record.fine ?? '0').minus(paidOfFine(record))
  const sum = instalments.reduce((all, line) => all.plus(line.sum), new Decimal(0))
  const inOrder = instalments.every((line, at) => line.due > (instalments[at - 1]?.due ?? today))
  if (!inOrder || instalments.at(-1)!.due !== deferredTo || !sum.eq(rest))
    refuse('instalments-wrong', { rest: rest.toFixed(2), sum: sum.toFixed(2), last: deferredTo, field: 'instalments' })
}

export interface Performing {
  readonly record: Taken & {
    readonly deferredTo: Day | null
    readonly deferrals: readonly Delay[] | null
    readonly instalments: readonly Instalment[] | null
  }
  readonly clocks: readonly { readonly deadline: string; readonly due: Day | null }[]
  readonly today: Day
}

/** The last day to pay: that of the decision, or the one that it was put off to. */
export function payBy({ record, clocks }: Omit<Performing, 'today'>): Day | null {
  const due = firstDue({ clocks })
  return record.deferredTo != null && (due === null || record.deferredTo > due) ? record.deferredTo : due
}

const firstDue = ({ clocks }: Pick<Performing, 'clocks'>): Day | null => clocks.find(({ deadline }) => deadline === 'pay')?.due ?? null

/** Not urged while the party may still pay; a part that was not paid by its day ends that, and so does what is confiscated by its own. */
export function payTermOver(c: Performing): void {
  const [due, first] = [payBy(c), firstDue(c)]
  if (due === null || c.today > due || (first !== null && c.today > first && confiscationOwed(c.record))) return
  const { instalments, deferrals } = c.record
  const fallen = (instalments ?? []).filter((line) => line.due < c.today).reduce((all, line) => all.plus(line.sum), new Decimal(0))
  // What was paid before it was parted pays no part.
  if (fallen.gt(paidOfFine(c.record).minus(deferrals?.at(-1)?.paid ?? '0'))) return
  refuse('term-runs', { due: instalments?.find((line) => line.due >= c.today)?.due ?? due })
}

interface Urged {
  readonly record: Taken & { readonly state: string; readonly deferredTo: Day | null; readonly urgedOn: Day | null }
  readonly today: Day
}

/** Urged, while its fine was put off, for what was confiscated: the fine was not in that urging, and is unpaid now that its day is past. */
export function fineUnurged({ record, today }: Urged): boolean {
  const { fine, deferredTo: to, urgedOn, payments } = record
  if (to == null || urgedOn == null || today <= to || urgedOn > to || paidOfFine(record).gte(fine ?? '0')) return false
  return confiscationOwed({ ...record, payments: (payments ?? []).filter(({ on }) => on < urgedOn) })
}

/** Urged already, or before the court, it is urged once more only for a fine that was left out. */
export function urgedAnew(c: Urged): void {
  const { state, deferredTo, urgedOn } = c.record
  if (!fineUnurged(c)) refuse(state === 'court' ? 'asked-already' : 'urged-already', { urged: urgedOn ?? '—', until: deferredTo ?? '—' })
}

type Putting = Omit<Performing, 'today'> & { readonly answers: { readonly deferredTo: Day }; readonly today: Day }

/** The delays with the one that is granted now. */
export function putOffOnce({ record, clocks, answers: { deferredTo: to }, today: granted }: Putting): readonly Delay[] {
  const due = clocks.find(({ deadline }) => deadline === 'pay')?.due ?? granted
  return [...delaysOf(record, due), { granted, to, paid: paidOfFine(record).toFixed(2) }]
}
