// Whether a laboratory may do this today: its mark, its scope, the right of whoever acts, the calibration of the instrument, the seal.
import type { Day } from '../../../kernel/day.ts'
import type { Actor, Reading } from '../../../kernel/procedure.ts'
import { holdsOn, lineHoldsOn } from './holding.ts'
import { rights } from './laboratory.ts'
import { testingRefusals } from './refusals.ts'
import { endedSince } from './terms.ts'

const { refuse } = testingRefusals

type Row = Readonly<Record<string, unknown>>
type Days = Readonly<{ from: Day; to: Day }>

type Item = Readonly<{ parameter: string; method: string }>

interface Ordered {
  readonly laboratory: string
  readonly productClass: string
  readonly items: readonly Item[]
  readonly subcontracted: readonly { readonly parameter: string; readonly laboratory: string }[] | null
}

const within = (day: Day, from: unknown, to: unknown): boolean => (from as Day) <= day && (to === null || day <= (to as Day))

const earlierTerms = (laboratory: Row | null): readonly Days[] => (laboratory?.['earlierTerms'] ?? []) as readonly Days[]

/** The laboratory whose mark holds on the day; refuses where none does. */
async function markValid(laboratory: string, day: Day, at: Reading): Promise<Row> {
  const found = await at.first('laboratory', { code: laboratory, state: 'valid' })
  return found && holdsOn(found, day) ? found : refuse('mark-not-valid', { laboratory, day, field: 'laboratory' })
}

/** The laboratory that tests this parameter: the one that was asked, or the one to which it subcontracts. */
const doneBy = (order: Ordered, of: string): string =>
  order.subcontracted?.find(({ parameter }) => parameter === of)?.laboratory ?? order.laboratory

/**
 * Refuses when a mark is not valid or a parameter lies outside the scope on the day (認定管理辦法; ISO/IEC 17025, 7.1.1). What is
 * ended today no longer holds today, for earlier days its term counts. Gives the lines of the scope that cover the order.
 */
export async function withinScope(order: Ordered, day: Day, today: Day, at: Reading): Promise<readonly Row[]> {
  const covering: Row[] = []
  for (const laboratory of new Set([order.laboratory, ...order.items.map(({ parameter }) => doneBy(order, parameter))])) {
    const mark = await markValid(laboratory, day, at)
    const scope = await at.list('lab-scope', { laboratory, productClass: order.productClass })
    const live = scope.filter(
      (row) =>
        lineHoldsOn(row, mark, day) &&
        (row.state === 'approved' || day < today) &&
        endedSince(earlierTerms(mark), row['from'] as Day, day) === undefined,
    )
    for (const { parameter, method } of order.items.filter((one) => doneBy(order, one.parameter) === laboratory)) {
      const line = live.find((row) => row['parameter'] === parameter && row['method'] === method)
      if (!line) refuse('outside-scope', { parameter, method, day, field: 'subcontracted' })
      covering.push(line!)
    }
  }
  return covering
}

/** Repeatability limits that the methods state, as far as the scope knows them. */
export const limitsOf = (items: readonly Item[], scope: readonly Row[]): readonly Row[] =>
  items.flatMap(({ parameter, method }) => {
    const line = scope.find((row) => row['parameter'] === parameter && row['method'] === method)
    const { repeatability = null, repeatabilityPer: per } = line ?? {}
    return repeatability === null ? [] : [{ parameter, repeatability, per: per ?? 'unit' }]
  })

interface Acting {
  /** What spans several classes of products, such as a control chart, names none. */
  readonly record: { readonly laboratory: string; readonly productClass?: string }
  readonly actor: Actor
  readonly today: Day
}

/** The field of the order that would name whoever acts. */
const whoActs = { receive: 'custody', analyse: 'analyst', check: 'checker', review: 'reviewer', sign: 'signatory' } as const

/** Refuses whoever holds no such right of the laboratory on the day, for this class of products (ISO/IEC 17025, 6.2.6). */
export async function mustBeAuthorised(c: Acting, right: keyof typeof rights, at: Reading): Promise<void> {
  const people = await at.list('lab-person', { laboratory: c.record.laboratory, account: c.actor.id })
  const held = people.find((person) => {
    const classes = person['classes'] as readonly string[] | null
    return (
      (person['rights'] as readonly string[]).includes(right) &&
      // Whose right was ended today acts no more today.
      (person.state === 'authorised' || c.today < (person['to'] as Day)) &&
      within(c.today, person['from'], person['to']) &&
      (right !== 'sign' || person['signFrom'] == null || (person['signFrom'] as Day) <= c.today) &&
      (classes === null || classes.length === 0 || c.record.productClass === undefined || classes.includes(c.record.productClass))
    )
  })
  if (!held) return refuse('not-authorised', { account: c.actor.id, right: rights[right], day: c.today, field: whoActs[right] })
  if (right !== 'sign') return
  // Who signs is approved with the mark, and with another mark anew.
  const earlier = earlierTerms(await at.first('laboratory', { code: c.record.laboratory }))
  const over = (person: Row): Day | undefined => endedSince(earlier, (person['signFrom'] ?? person['from']) as Day, c.today)
  if (over(held)) refuse('signatory-of-earlier-mark', { account: c.actor.id, over: over(held)!, field: whoActs.sign })
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
  const out = instrument != null && instrument['outFrom'] != null && (instrument['outFrom'] as Day) <= day
  if (out || !terms.some((term) => within(day, term['calibratedOn'], term['calibratedTo'])))
    refuse('out-of-calibration', { instrument: serial, day, field: 'results' })
  // Found off, it counts again for what it measures after a calibration made since.
  const holding = terms.filter((term) => within(day, term['calibratedOn'], term['calibratedTo']))
  const off = ({ from, to }: Days): boolean => from <= day && (day <= to || !holding.some((term) => (term['calibratedOn'] as Day) >= to))
  const doubted = (instrument?.['doubted'] ?? []) as readonly Days[]
  if (doubted.some(off)) refuse('instrument-in-doubt', { instrument: serial, day, field: 'results' })
}

interface Determined {
  readonly parameter: string
  readonly instrument: string
}

interface Signing extends Acting {
  readonly record: Ordered & {
    readonly runs: readonly (Determined & { readonly on: Day; readonly counts: boolean })[] | null
    readonly results: readonly Determined[] | null
    readonly analysed: Day | null
  }
}

/** All that a signature rests on, judged on the days of the determinations that count and on the day of signing. */
export async function fitToSign(c: Signing, at: Reading): Promise<void> {
  const { record, today } = c
  const analysed = record.analysed ?? today
  await mustBeAuthorised(c, 'sign', at)
  const used = record.runs?.filter(({ counts }) => counts) ?? (record.results ?? []).map((line) => ({ ...line, on: analysed }))
  for (const day of new Set([...used.map(({ on }) => on), analysed, today])) await withinScope(record, day, today, at)
  // The instrument of a subcontracted parameter stands in the books of the other laboratory.
  const own = used.filter(({ parameter }) => doneBy(record, parameter) === record.laboratory)
  const asked = new Map(own.map((one) => [`${one.on} ${one.instrument}`, one]))
  for (const { instrument, on } of asked.values()) await calibrated(record.laboratory, instrument, on, at)
}

type Reported = Readonly<{ parameter: string; method: string; subcontractor: string | null }>

interface Replacing extends Acting {
  readonly record: {
    readonly laboratory: string
    readonly productClass: string
    readonly orderNumber: string
    readonly analysed?: Day
    readonly lines: readonly Reported[]
  }
}

/** The next edition is signed as the first was: by one who may, who did not analyse, under a mark and scope that hold and held. */
export async function fitToReplace(c: Replacing, at: Reading): Promise<void> {
  const { record, today } = c
  await mustBeAuthorised(c, 'sign', at)
  const order = await at.first('test-order', { number: record.orderNumber })
  const analysts = [order?.['analyst'], ...((order?.['runs'] ?? []) as readonly Row[]).map((run) => run['by'])]
  if (analysts.includes(c.actor.id)) refuse('own-work')
  const subcontracted = record.lines.flatMap(({ parameter, subcontractor }) =>
    subcontractor === null ? [] : [{ parameter, laboratory: subcontractor }],
  )
  // What was found on a day without a mark proves nothing in the next edition either.
  const counting = ((order?.['runs'] ?? []) as readonly Row[]).filter((run) => run['counts'] === true).map((run) => run['on'] as Day)
  const days = new Set([...counting, ...(record.analysed === undefined ? [] : [record.analysed]), today])
  for (const day of days) await withinScope({ ...record, items: record.lines, subcontracted }, day, today, at)
}
