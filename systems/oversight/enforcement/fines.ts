// Fines: the band that an article gives for a value of goods, and the surcharge on what is paid late.
import { Decimal } from 'decimal.js'
import { cite, type Citation } from '../../../kernel/citation.ts'
import { daysBetween, type Day } from '../../../kernel/day.ts'
import { roundHalfEven } from '../../../kernel/rounding.ts'

/**
 * One row of the dated table `enforcement.fine-bands`: a multiple of the value of the goods, a sum in yuan, or a multiple from so
 * much turnover and a sum below it or where it is not known.
 */
export type FineBand =
  | { readonly by: 'value' | 'sum'; readonly least: string; readonly most: string }
  | { readonly by: 'turnover'; readonly from: string; readonly times: string; readonly below: string }

export type FineBands = Readonly<Record<string, FineBand>>

export interface Band {
  readonly least: string
  readonly most: string
  readonly basis: Citation
}

const fen = (sum: Decimal): string => roundHalfEven(sum.toFixed(), 2)

const citeKey = (article: string): Citation => {
  const [act = '', number] = article.split('/')
  return cite(act, number)
}

/** The least and most in yuan; null where the table gives no band for the article or the value is not known. */
export function bandOf(bands: FineBands, article: string, value: string | null): Band | null {
  const row = bands[article]
  if (!row || (row.by === 'value' && value === null)) return null
  if (row.by === 'turnover') {
    const much = value !== null && new Decimal(value).gte(row.from)
    return { least: '0.00', most: fen(much ? new Decimal(value).times(row.times) : new Decimal(row.below)), basis: citeKey(article) }
  }
  const scale = row.by === 'value' ? new Decimal(value!) : new Decimal(1)
  return { least: fen(scale.times(row.least)), most: fen(scale.times(row.most)), basis: citeKey(article) }
}

/** The dated table `enforcement.discretion`: which part of a band each circumstance proposes, as shares of the way from least to most. */
export type Discretion = Readonly<Record<string, readonly [low: string, high: string]>>

export interface Part {
  readonly circumstance: string
  readonly least: string
  readonly most: string
}

/** What each circumstance proposes within a band; the officer decides, and says why. */
export function partsOf({ least, most }: Pick<Band, 'least' | 'most'>, discretion: Discretion): readonly Part[] {
  const at = (share: string): string => fen(new Decimal(least).plus(new Decimal(most).minus(least).times(share)))
  return Object.entries(discretion).map(([circumstance, [low, high]]) => ({ circumstance, least: at(low), most: at(high) }))
}

/** One row of a province's scale: a least and a most for each circumstance, in multiples of the value, yuan, or shares of the band. */
export type ScaleRow = { readonly by: 'value' | 'sum' | 'share' } & Readonly<Record<'light' | 'ordinary' | 'heavy', readonly [low: string, high: string]>>

/** The dated table `enforcement.scale`; `demonstration` where its numbers are invented. */
export interface Scale {
  readonly demonstration: boolean
  readonly articles: Readonly<Record<string, ScaleRow>>
}

/** What the province's scale leaves of a band for each circumstance: narrower, never wider; null where it has no row for the article. */
export function scaledParts(scale: Partial<Scale>, band: Band | null, article: string, value: string | null): readonly Part[] | null {
  const row = scale.articles?.[article]
  if (!row || band === null || (row.by === 'value' && value === null)) return null
  const [least, most] = [new Decimal(band.least), new Decimal(band.most)]
  const at = (given: string): Decimal =>
    row.by === 'share' ? least.plus(most.minus(least).times(given)) : new Decimal(given).times(row.by === 'value' ? value! : 1)
  const within = (sum: Decimal): string => fen(Decimal.min(most, Decimal.max(least, sum)))
  const { by: _, ...parts } = row
  return Object.entries(parts).map(([circumstance, [low, high]]) => ({ circumstance, least: within(at(low)), most: within(at(high)) }))
}

interface Late {
  readonly fine: string
  readonly due: Day
  /** Up to this day. */
  readonly paid: Day
  readonly rate: string
  readonly most: string
  /** What was paid before: a part reduces what the surcharge grows on from the day after it. */
  readonly payments?: readonly { readonly on: Day; readonly sum: string }[]
  /** Days between two that bear a surcharge; all of them unless told. */
  readonly counted?: (from: Day, to: Day) => number
}

/**
 * Surcharge on a fine paid after its last day: for each day so much of what of the fine is unpaid, never more than the fine itself
 * (行政處罰法 72; 處罰程序規定 75). Exact until the end, then yuan with two places.
 */
export function surchargeOf({ fine, due, paid, rate, most, payments = [], counted = daysBetween }: Late): string {
  const turns = [...new Set(payments.map(({ on }) => on).filter((on) => due < on && on < paid))].sort()
  const unpaid = (on: Day): Decimal =>
    Decimal.max(0, payments.reduce((rest, payment) => (payment.on <= on ? rest.minus(payment.sum) : rest), new Decimal(fine)))
  let sum = new Decimal(0)
  const marks = paid > due ? [due, ...turns, paid] : []
  for (const [at, from] of marks.slice(0, -1).entries()) sum = sum.plus(unpaid(from).times(rate).times(counted(from, marks[at + 1]!)))
  return fen(Decimal.min(sum, new Decimal(fine).times(most)))
}
