// The term of the maker that the goods name: its own notice, its own fifteen days, beside the term of the body checked (產品質量法 15).
import type { Day } from '../../../kernel/day.ts'
import type { RunningClock } from '../../../kernel/procedure.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

export interface Heard {
  readonly today: Day
  readonly clocks: readonly RunningClock[]
}

export interface Terms extends Heard {
  readonly record: {
    readonly state: string
    readonly producer: string | null
    readonly checked: string | null
    readonly toldOn: Day | null
    readonly makerOwed: Day | null
    readonly makerToldOn: Day | null
    readonly objectionKind: string | null
    readonly objectedOn: Day | null
    readonly deniedOn: Day | null
    readonly denialFound: string | null
  }
}
type Row = Terms['record']
export type TermName = 'objection' | 'maker-objection'

/** Goods that name a maker other than the body checked; a maker without a code is known by its label only. */
export const namesAnother = (producer: string | null, checked: string | null): boolean => producer != null && producer !== checked

/** Samples told before the maker had a notice of its own keep the one term that serves both. */
export const ownTerm = ({ makerOwed, producer, checked }: Row): boolean => makerOwed != null && namesAnother(producer, checked)

/** The clock of the notice that stands: one of an earlier report’s notice says nothing of this one. */
export const termOf = ({ clocks, record }: Pick<Terms, 'clocks' | 'record'>, name: TermName): RunningClock | undefined => {
  const since = name === 'objection' ? record.toldOn : (record.makerToldOn ?? record.toldOn)
  return clocks.findLast((clock) => clock.deadline === name && (since == null || clock.starts >= since))
}

/** Whether a term has ended by its last day; whoever used it within the term may still add to what they said. */
export const ranOut = (clock: RunningClock | undefined, today: Day): boolean =>
  clock !== undefined && (clock.state === 'lapsed' || (clock.due !== null && today > clock.due))

/** Heard: has objected, has accepted, or has let the term end; without service no term runs, and nobody was heard. */
function heard(c: Terms, name: TermName): boolean {
  const clock = termOf(c, name)
  return clock !== undefined && (!['open', 'paused'].includes(clock.state) || ranOut(clock, c.today))
}

/** Whether the denial of the maker waits for an answer. */
export const denialOpen = ({ deniedOn, denialFound }: Pick<Row, 'deniedOn' | 'denialFound'>): boolean => deniedOn != null && denialFound == null

type Rest = 'told' | 'objected' | 'settled' | 'reinspecting' | 'retested'

/** Where the sample stands after an act on one of the two terms; `using` is the term that the act itself uses up. */
export function restsIn(c: Terms, change: Partial<Row>, using?: TermName): Rest {
  const record = { ...c.record, ...change }
  if (record.state === 'reinspecting' || record.state === 'retested') return record.state
  if (record.objectedOn != null || denialOpen(record)) return 'objected'
  const done = (name: TermName): boolean => using === name || heard({ ...c, record }, name)
  return done('objection') && (!ownTerm(record) || done('maker-objection')) ? 'settled' : 'told'
}

interface Speaking extends Terms {
  readonly speaksFor: readonly string[]
}

/** The term of the body checked is used by nobody else where the maker has one of its own. */
export function forTheChecked({ record, speaksFor }: Pick<Speaking, 'record' | 'speaksFor'>): void {
  if (ownTerm(record) && !speaksFor.includes(record.checked!)) refuse('own-term')
}

export function forTheMaker({ record, speaksFor }: Pick<Speaking, 'record' | 'speaksFor'>): void {
  if (!ownTerm(record)) refuse('no-own-term')
  if (!speaksFor.includes(record.producer!)) refuse('not-the-maker')
}

/** Each objects once, and there is one re-inspection, whose verdict is final. */
export function objectsOnce({ state }: Pick<Row, 'state'>, kind: string | null, field: string): void {
  if (kind != null) refuse('objected-already', { field })
  if (state === 'retested') refuse('re-inspected-already', { field: `${field}Kind` })
}

/** Within the term only, each for itself; before the notice has arrived an objection is early, not late. */
export function mayObject(c: Speaking): void {
  forTheChecked(c)
  inTerm(c, 'objection', 'objection')
  objectsOnce(c.record, c.record.objectionKind, 'objection')
}

export function makerMay(c: Speaking, field: string): void {
  forTheMaker(c)
  inTerm(c, 'maker-objection', field)
}

function inTerm(c: Terms, name: TermName, field: string): void {
  const clock = termOf(c, name)
  if (ranOut(clock, c.today)) refuse('objection-late', { due: clock!.due ?? '—', basis: clock!.rule, field })
}

/** A result that either of the two may still object to is not final, nor one whose maker’s denial waits for an answer. */
export function bothHeard(c: Terms, verdict: string): void {
  const { record, today } = c
  const clock = termOf(c, 'objection')
  const over = ownTerm(record) ? heard(c, 'objection') : ranOut(clock, today)
  if (record.state === 'told' && !over) refuse('objection-runs', { served: clock?.starts ?? '—', due: clock?.due ?? '—' })
  if (verdict !== 'fails') return
  if (denialOpen(record)) refuse('denial-open', { on: record.deniedOn! })
  if (!ownTerm(record) || heard(c, 'maker-objection')) return
  const makers = termOf(c, 'maker-objection')
  if (makers === undefined) refuse('maker-not-served')
  refuse('maker-term-runs', { served: makers!.starts, due: makers!.due ?? '—' })
}
