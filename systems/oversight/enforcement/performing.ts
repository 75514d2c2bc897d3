// How a fine is performed beyond its term (處罰法 66, 72; 行政強制法 53): put off or paid in parts, the end of the terms to sue, and the court.
import { Decimal } from 'decimal.js'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { mayChallenge, type Challenge } from './challenge.ts'
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
  if (deferredTo <= today) refuse('term-over', { day: deferredTo, field: 'deferredTo' })
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

interface Suing {
  readonly record: { readonly served: Day | null; readonly deferredTo: Day | null; readonly challenges: readonly Challenge[] | null }
  readonly clocks: Performing['clocks']
  parameter(name: string, day?: Day): { readonly value: unknown }
}

/** The day on which the party's terms for reconsideration and suit end; of one that sued, the day on which that ended. */
export function suitUntil({ record, clocks, parameter }: Suing): Day | null {
  const last = (record.challenges ?? []).at(-1)
  if (last?.kind === 'suit') return last.ended
  if (last?.ended) {
    const days = (parameter('enforcement.sue-after-reconsideration', last.ended).value as Term).length
    return clocks.findLast(({ deadline }) => deadline === 'sue-after')?.due ?? addDays(last.ended, days)
  }
  if (record.served === null) return null
  const months = (parameter('enforcement.sue', record.served).value as Term).length
  return clocks.find(({ deadline }) => deadline === 'sue')?.due ?? addMonths(record.served, months)
}

/** From when the three months to ask the court count: the end of the terms to sue, or of the time to which payment was put off. */
export function courtFrom(c: Suing): Day | null {
  const [until, put] = [suitUntil(c), c.record.deferredTo]
  return until !== null && put != null && put > until ? put : until
}

interface Urged extends Suing {
  readonly record: Suing['record'] & { readonly urgedOn: Day | null }
  readonly clocks: readonly (Suing['clocks'][number] & { readonly starts: Day })[]
  readonly today: Day
}

/** The terms of the party come first: it may sue until then, and the court would not take the application. */
export function mayAskCourt(c: Urged): void {
  mayChallenge(c.record.challenges)
  // Its term begins when the party has it in hand, not when it is written; one of before the last urging counts for nothing.
  const served = c.clocks.filter(({ deadline, starts }) => deadline === 'urge' && starts >= (c.record.urgedOn ?? ''))
  const urge = served.toSorted((a, b) => a.starts.localeCompare(b.starts)).at(-1)
  if (!urge) refuse('urging-not-served')
  if (urge?.due && c.today <= urge.due) refuse('term-runs', { due: urge.due })
  remediesOver(c)
}

export function remediesOver(c: Suing & { readonly today: Day }): void {
  const until = courtFrom(c)
  const sued = (c.record.challenges ?? []).at(-1)?.kind === 'suit'
  if (until === null || (sued ? c.today < until : c.today <= until)) refuse('remedies-run', { until: until ?? '—' })
}
