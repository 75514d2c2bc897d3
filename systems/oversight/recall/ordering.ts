// When a recall may be ordered, by line and day: at once after the defect is found, or only after the producer could object.
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

/** One row of the dated table `recall.order`. */
export interface OrderRule {
  readonly when: 'at-once' | 'after-objection'
  readonly article: string
}

interface Ordering {
  readonly record: { readonly line: string; readonly state: string }
  readonly answers: { readonly grounds: string | null; readonly mandate: string | null }
  readonly today: string
  readonly clocks: readonly { readonly deadline: string; readonly starts: string | null; readonly due: string | null }[]
  parameter(name: string): { readonly value: unknown }
}

export const orderRule = (c: Pick<Ordering, 'record' | 'parameter'>): OrderRule =>
  (c.parameter('recall.order').value as Readonly<Record<string, OrderRule>>)[c.record.line]!

/** Nobody is ordered unheard where the law lets him object; nobody is ordered without a reason; cars are the nation's affair. */
export function mayOrder(c: Ordering): void {
  const { line, state } = c.record
  if (line === 'car' && !c.answers.mandate) refuse('no-mandate', { field: 'mandate' })
  if (orderRule(c).when === 'at-once') {
    if (state === 'examining' && !c.answers.grounds) refuse('no-grounds', { field: 'grounds' })
    return
  }
  if (state === 'examining') refuse('not-told')
  const clock = c.clocks.find((each) => each.deadline === 'objection')
  if (state === 'noticed' && (!clock || (clock.due !== null && c.today <= clock.due)))
    refuse('objection-runs', { served: clock?.starts ?? '—', due: clock?.due ?? '—' })
}
