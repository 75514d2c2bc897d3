// How a fine is performed beyond its term (處罰法 66, 72): put off or paid in parts, and until when the party is not urged.
import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Instalment {
  readonly due: Day
  readonly sum: string
}

interface Granting {
  readonly record: { readonly fine: string | null; readonly paid: string | null; readonly deferralAsked: Day | null }
  readonly answers: { readonly deferredTo: Day; readonly instalments: readonly Instalment[] | null }
  readonly today: Day
}

/** Only what the party asked for, until a day that is to come; parts make up what is unpaid, and the last is due on that day. */
export function mayGrant({ record, answers: { deferredTo, instalments }, today }: Granting): void {
  if (record.deferralAsked == null) refuse('no-deferral-asked')
  if (deferredTo <= today) refuse('deferral-over', { day: deferredTo, field: 'deferredTo' })
  if (!instalments?.length) return
  const rest = new Decimal(record.fine ?? '0').minus(record.paid ?? '0')
  const sum = instalments.reduce((all, line) => all.plus(line.sum), new Decimal(0))
  const inOrder = instalments.every((line, at) => line.due > (instalments[at - 1]?.due ?? today))
  if (!inOrder || instalments.at(-1)!.due !== deferredTo || !sum.eq(rest))
    refuse('instalments-wrong', { rest: rest.toFixed(2), sum: sum.toFixed(2), last: deferredTo, field: 'instalments' })
}

export interface Performing {
  readonly record: {
    readonly paid: string | null
    readonly deferredTo: Day | null
    readonly instalments: readonly Instalment[] | null
  }
  readonly clocks: readonly { readonly deadline: string; readonly due: Day | null }[]
  readonly today: Day
}

/** The last day to pay: that of the decision, or the one that it was put off to. */
export function payBy({ record, clocks }: Omit<Performing, 'today'>): Day | null {
  const due = clocks.find((clock) => clock.deadline === 'pay')?.due ?? null
  return record.deferredTo != null && (due === null || record.deferredTo > due) ? record.deferredTo : due
}

/** Not urged while the party may still pay; a part that was not paid by its day ends that. */
export function payTermOver(c: Performing): void {
  const due = payBy(c)
  if (due === null || c.today > due) return
  const { instalments, paid } = c.record
  const fallen = (instalments ?? []).filter((line) => line.due < c.today).reduce((all, line) => all.plus(line.sum), new Decimal(0))
  if (fallen.gt(paid ?? '0')) return
  refuse('term-runs', { due: instalments?.find((line) => line.due >= c.today)?.due ?? due })
}
