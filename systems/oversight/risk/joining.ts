// Which signals a matter rests on (歸併): those of its class and area that wait, and later ones; the next matter takes what is too many.
import { addMonths, type Day } from '../../../kernel/day.ts'
import type { Values } from '../../../kernel/field.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { riskRefusals } from './refusals.ts'
import { resting, type joined } from './risk-matter.ts'

const { refuse } = riskRefusals

/** Every change writes the list anew, so that one without end would fill the journal: what does not go in waits for the next matter. */
export const mostSignals = 500
/** More than ever wait of one class, so that none is passed over for a newer one of another place. */
const allThatWait = 100_000

type Joined = Values<typeof joined>

interface Resting {
  readonly signals: readonly Joined[] | null
  readonly filledBy: string | null
}

const summed = (signals: readonly Joined[]) => ({ signals, weight: signals.reduce((sum, { weight }) => sum + weight, 0) })

interface TakenUp {
  readonly record: { readonly place: string; readonly productClass: string }
  readonly today: Day
  parameter(name: string): { readonly value: unknown }
}

/** Signals of a class are taken up and joined one after the other: each sees what the one before has listed. */
const inTurn = (productClass: string, at: Reading): Promise<void> => at.alone(`risk.take-up ${productClass}`)

/** What matters of the class list already, and which lists it, though their joining may still be on its way. */
async function listed(productClass: string, at: Reading): Promise<ReadonlyMap<string, string>> {
  const matters = await at.list('risk-matter', { productClass, state: [...resting] })
  const of = ({ number, id, signals }: (typeof matters)[number]) =>
    ((signals ?? []) as readonly Joined[]).map(({ record }) => [record, number ?? id] as const)
  return new Map(matters.flatMap(of))
}

/** Signals that wait, of the class and area, the oldest first: these would be the first to be too old for the matter that follows. */
export async function takeUp({ record: { place, productClass }, today, parameter }: TakenUp, at: Reading) {
  // Two matters of a class that are taken up at one moment: the second leaves what the first has taken.
  await inTurn(productClass, at)
  const taken = await listed(productClass, at)
  const since = addMonths(today, -(parameter('risk.join-window').value as { readonly length: number }).length)
  const waiting = { productClass, state: ['toScreen', 'clue'] }
  // A matter of one county takes no signal of another; what has no place may concern every one.
  const here = await at.list('signal', { ...waiting, area: [...at.under(place)] }, allThatWait)
  const anywhere = await at.list('signal', { ...waiting, area: null }, allThatWait)
  const near = [...here, ...anywhere].filter((one) => String(one['day']) >= since && !taken.has(one.id))
  const oldest = near.toSorted((a, b) => `${a['day']}${a.id}`.localeCompare(`${b['day']}${b.id}`)).slice(0, mostSignals)
  const signals = oldest.map((one): Joined => ({
    signal: one.number ?? one.id, record: one.id, source: one['source'] as never, hazard: one['hazard'] as never,
    day: String(one['day']), weight: Number(one['weight'] ?? 1),
  }))
  return { ...summed(signals), ...(near.length >= mostSignals ? { filledBy: oldest.at(-1)!.id } : {}) }
}

/** A later signal is always listed; the matter that it fills is followed by another, once. */
export function gain({ signals, filledBy }: Resting, signal: Joined) {
  const all = [...(signals ?? []).filter((one) => one.record !== signal.record), signal]
  return { ...summed(all), ...(all.length >= mostSignals && !filledBy ? { filledBy: signal.record } : {}) }
}

export const lose = ({ signals }: Resting, record: string) => summed((signals ?? []).filter((one) => one.record !== record))

interface Joining {
  readonly record: { readonly id: string; readonly productClass: string | null }
  readonly answers: { readonly matter: string }
}

/** The matter of that number, which rests on signals and holds another one yet; what another matter lists already is not weighed twice. */
export async function matterToJoin({ record: { id, productClass }, answers: { matter } }: Joining, at: Reading): Promise<string> {
  if (productClass !== null) await inTurn(productClass, at)
  const lister = productClass === null ? undefined : (await listed(productClass, at)).get(id)
  if (lister && lister !== matter) refuse('listed-already', { matter: lister, field: 'matter' })
  const found = await at.first('risk-matter', { number: matter, state: [...resting] })
  if (!found) return refuse('no-such-matter', { matter, field: 'matter' })
  // What it lists and could not join, as one that was put aside at that moment, takes no further place in it.
  if (lister || ((found['signals'] ?? []) as readonly unknown[]).length < mostSignals) return found.id
  const next = await at.first('risk-matter', { follows: found.id })
  return refuse('matter-full', { matter, most: mostSignals, next: next?.number ?? '—', field: 'matter' })
}
