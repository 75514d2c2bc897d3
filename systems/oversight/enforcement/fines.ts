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

/**
 * Surcharge on a fine paid after its last day: so much of the fine for each day, never more than the cap
 * (行政處罰法 72; 處罰程序規定 75). Yuan with two places.
 */
export function surchargeOf(given: { fine: string; due: Day; paid: Day; rate: string; most: string; days?: number }): string {
  const days = given.days ?? Math.max(0, daysBetween(given.due, given.paid))
  const fine = new Decimal(given.fine)
  return fen(Decimal.min(fine.times(given.rate).times(days), fine.times(given.most)))
}
