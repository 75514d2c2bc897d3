// When a recall may be ordered, by line and day: at once after the defect is found, or only after the producer could object.
import { unweighed } from '../../basis/testing/index.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

/** One row of the dated table `recall.order`. */
export interface OrderRule {
  readonly when: 'at-once' | 'after-objection'
  readonly article: string
}

interface Mandated {
  readonly record: { readonly line: string; readonly mandate: string | null }
  readonly answers: { readonly mandate: string | null }
}

interface Ordering extends Mandated {
  readonly record: Mandated['record'] & { readonly state: string; readonly foodClass: string | null } & Parameters<typeof unweighed>[0]
  readonly answers: { readonly grounds: string | null; readonly mandate: string | null; readonly foodClass: string | null }
  readonly today: string
  readonly clocks: readonly { readonly deadline: string; readonly starts: string | null; readonly due: string | null }[]
  parameter(name: string): { readonly value: unknown }
}

export const orderRule = (c: Pick<Ordering, 'record' | 'parameter'>): OrderRule =>
  (c.parameter('recall.order').value as Readonly<Record<string, OrderRule>>)[c.record.line]!

/** A defect of cars is inquired into, told and ordered by the nation, or within its mandate (缺陷汽車條例 5、13、15). */
export function needsMandate({ record, answers }: Mandated): void {
  if (record.line === 'car' && !(answers.mandate ?? record.mandate)) refuse('no-mandate', { field: 'mandate' })
}

/** Nobody is told or ordered on a report that fell, until somebody has weighed what remains. */
export function groundsStand(record: Parameters<typeof unweighed>[0]): void {
  const [report] = unweighed(record)
  if (report !== undefined) refuse('ground-fallen', { report })
}

/** Nobody is ordered unheard where the law lets him object; nobody is ordered without a reason; cars are the nation's affair. */
export function mayOrder(c: Ordering): void {
  const { line, state } = c.record
  needsMandate(c)
  groundsStand(c.record)
  if (line === 'food' && !(c.answers.foodClass ?? c.record.foodClass)) refuse('no-food-class', { field: 'foodClass' })
  if (orderRule(c).when === 'at-once') {
    if (state === 'examining' && !c.answers.grounds) refuse('no-grounds', { field: 'grounds' })
    return
  }
  if (state === 'examining') refuse('not-told')
  const clock = c.clocks.find((each) => each.deadline === 'objection')
  if (state === 'noticed' && (!clock || (clock.due !== null && c.today <= clock.due)))
    refuse('objection-runs', { served: clock?.starts ?? '—', due: clock?.due ?? '—' })
}
