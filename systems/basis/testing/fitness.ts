// Whether a laboratory may do this today: its mark, its scope, the right of whoever acts, the calibration of the instrument, the seal.
import type { Day } from '../../../kernel/day.ts'
import type { Actor, Reading } from '../../../kernel/procedure.ts'
import { rights } from './laboratory.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals

type Row = Readonly<Record<string, unknown>>

interface Ordered {
  readonly laboratory: string
  readonly productClass: string
  readonly items: readonly { readonly parameter: string; readonly method: string }[]
}

const within = (day: Day, from: unknown, to: unknown): boolean => (from as Day) <= day && (to === null || day <= (to as Day))

async function markValid(laboratory: string, day: Day, at: Reading): Promise<void> {
  const found = await at.first('laboratory', { code: laboratory, state: 'valid' })
  if (!found || !within(day, found['certifiedFrom'], found['certifiedTo'])) refuse('mark-not-valid', { laboratory, day, field: 'laboratory' })
}

/** Refuses when the mark is not valid or a parameter lies outside the scope on the day (認定管理辦法; ISO/IEC 17025, 7.1.1). */
export async function withinScope(order: Ordered, day: Day, at: Reading): Promise<void> {
  await markValid(order.laboratory, day, at)
  const scope = await at.list('lab-scope', { laboratory: order.laboratory, productClass: order.productClass })
  for (const { parameter, method } of order.items) {
    const covered = scope.some((row) => row['parameter'] === parameter && row['method'] === method && within(day, row['from'], row['to']))
    if (!covered) refuse('outside-scope', { parameter, method, day, field: 'items' })
  }
}

interface Acting {
  readonly record: { readonly laboratory: string; readonly productClass: string }
  readonly actor: Actor
  readonly today: Day
}

/** The field of the order that would name whoever acts. */
const whoActs = { receive: 'custody', analyse: 'analyst', check: 'checker', review: 'reviewer', sign: 'signatory' } as const

/** Refuses whoever holds no such right of the laboratory on the day, for this class of products (ISO/IEC 17025, 6.2.6). */
export async function mustBeAuthorised(c: Acting, right: keyof typeof rights, at: Reading): Promise<void> {
  const people = await at.list('lab-person', { laboratory: c.record.laboratory, account: c.actor.id })
  const held = people.some((person) => {
    const classes = person['classes'] as readonly string[] | null
    return (
      (person['rights'] as readonly string[]).includes(right) &&
      within(c.today, person['from'], person['to']) &&
      (classes === null || classes.length === 0 || classes.includes(c.record.productClass))
    )
  })
  if (!held) refuse('not-authorised', { account: c.actor.id, right: rights[right].zh, day: c.today, field: whoActs[right] })
}

/** Refuses a sample whose seal is broken or is not the one on the sheet (ISO/IEC 17025, 7.4.3). */
export function fitToReceive(
  record: { readonly sealNumber: string | null },
  given: { readonly intact: boolean; readonly seal: string | null },
): void {
  if (!given.intact) refuse('seal-broken', { field: 'intact' })
  if (record.sealNumber !== null && record.sealNumber !== given.seal)
    refuse('seal-differs', { expected: record.sealNumber, given: given.seal ?? '—', field: 'seal' })
}

async function calibrated(laboratory: string, serial: string, day: Day, at: Reading): Promise<void> {
  const instrument = await at.first('lab-instrument', { laboratory, serial })
  const terms = instrument ? [instrument as Row, ...((instrument['earlier'] ?? []) as readonly Row[])] : []
  if (!terms.some((term) => within(day, term['calibratedOn'], term['calibratedTo'])))
    refuse('out-of-calibration', { instrument: serial, day, field: 'results' })
}

interface Signing extends Acting {
  readonly record: Ordered & {
    readonly results: readonly { readonly instrument: string }[] | null
    readonly analysed: Day | null
  }
}

/** All that a signature rests on, judged on the day of the analysis and on the day of signing. */
export async function fitToSign(c: Signing, at: Reading): Promise<void> {
  const analysed = c.record.analysed ?? c.today
  await mustBeAuthorised(c, 'sign', at)
  await withinScope(c.record, analysed, at)
  await withinScope(c.record, c.today, at)
  const instruments = new Set((c.record.results ?? []).map((line) => line.instrument))
  for (const serial of instruments) await calibrated(c.record.laboratory, serial, analysed, at)
}
