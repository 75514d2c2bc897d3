// Reserves of a draw (候補): which comes next, when one may be called, and what is left to be visited.
import type { Reading } from '../../../kernel/procedure.ts'
import type { DrawnRow } from './frame.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

interface Drawing {
  readonly id: string
  readonly purpose: string
  readonly kind: string
  readonly result: readonly DrawnRow[] | null
  readonly called: readonly { readonly id: string }[] | null
}

const visitsOf = ({ purpose }: Drawing): 'sample' | 'inspection' => (purpose === 'sample' ? 'sample' : 'inspection')
const calledIn = ({ called }: Drawing): readonly string[] => (called ?? []).map(({ id }) => id)

/** The next reserve of a stratum: order decides, no officer. */
export function nextReserve(record: Drawing, stratum: string): DrawnRow | undefined {
  const called = calledIn(record)
  return (record.result ?? []).find((one) => one.stratum === stratum && one.reserve && !called.includes(one.id))
}

/** A refusal that is contested, or whose finding was withdrawn, gave its place away as well: the reserve that was called stands. */
const withoutSample = ['notTaken', 'obstructed', 'contested', 'refusalWithdrawn', 'invalid']

/** Visits and samples that came to nothing; a body that was closed or not to be found was visited all the same. */
async function cameToNothing(record: Drawing, stratum: string, at: Reading): Promise<number> {
  const of = { draw: record.id, stratum }
  if (visitsOf(record) === 'sample') return at.count('sample', { ...of, state: withoutSample })
  const [ended, absent] = [{ state: ['obstructed', 'contested', 'refusalWithdrawn', 'cancelled'] }, { outcome: ['notFound', 'closed'] }]
  return (await at.count('inspection', { ...of, ...ended })) + (await at.count('inspection', { ...of, ...absent }))
}

/** A reserve takes the place of a visit that came to nothing, and of no other: else whoever calls them reaches the body they want. */
export async function placeIsFree(record: Drawing, stratum: string, at: Reading): Promise<void> {
  // A shop that has gone is found out before anything is bought, and leaves no visit.
  if (record.kind === 'online') return
  const lost = await cameToNothing(record, stratum, at)
  const called = calledIn(record).filter((id) => record.result?.some((one) => one.id === id && one.stratum === stratum)).length
  if (lost <= called) refuse('no-place-free', { stratum, lost, called, field: 'stratum' })
}

/** Visits that have not begun, and units whose record has not come to be. */
export async function visitsLeft(record: Drawing, at: Reading): Promise<number> {
  const register = visitsOf(record)
  const [waiting, opened] = [await at.count(register, { draw: record.id, state: 'drawn' }), await at.count(register, { draw: record.id })]
  const wanted = (record.result ?? []).filter(({ reserve }) => !reserve).length + (record.called ?? []).length
  return waiting + Math.max(0, wanted - opened)
}
