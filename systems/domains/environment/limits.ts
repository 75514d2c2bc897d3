// 浓度限值: the limits of GB 3095 by substance, averaging time and class of place, in the stage that governs the day.
import { compareWithLimit, type LimitComparison } from '../../../kernel/rounding.ts'
import { divide, roundFraction, subtract, type Exact } from '../../../kernel/fraction.ts'

export type Substance = 'so2' | 'no2' | 'co' | 'o3' | 'pm10' | 'pm25' | 'tsp' | 'nox' | 'lead' | 'benzopyrene'
export type Averaging = 'year' | 'quarter' | '24h' | '8h' | '1h'
/** 一类区 (reserves and scenic areas) or 二类区 (where people live and work). */
export type PlaceClass = 1 | 2

/** One stage of an edition: class 1 and class 2 limit for each averaging time, µg/m³ and for CO mg/m³. */
export interface LimitTable {
  readonly edition: string
  readonly stage: 'whole' | 'transition' | 'final'
  readonly limits: Readonly<Record<Substance, Readonly<Partial<Record<Averaging, readonly [string, string]>>>>>
}

/** The limit of GB 3095, tables 1 and 2; null where the standard sets none. */
export const limitOf = (table: LimitTable, substance: Substance, averaging: Averaging, place: PlaceClass = 2): string | null =>
  table.limits[substance][averaging]?.[place - 1] ?? null

/** 超标: whether a concentration is above its limit; without a word in the standard it is compared unrounded (GB/T 8170, 4.3). */
export const exceeds = (concentration: string, limit: string, comparison: LimitComparison = 'exact'): boolean =>
  compareWithLimit(concentration, limit, comparison) > 0

/** 超标倍数 B = (C − S)/S of HJ 663; null where the limit is kept. Takes an exact mean or a decimal. */
export function exceedanceMultiple(concentration: Exact, limit: string, places = 2): string | null {
  const over = subtract(concentration, limit)
  if (over.numerator <= 0n) return null
  return roundFraction(divide(over, limit), places)
}

