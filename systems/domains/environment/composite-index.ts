// 环境空气质量综合指数: the composite index of a city, the ranking of cities by it, and its change from one period to the next.
import { add, compareFractions, divide, multiply, roundFraction, subtract, toFraction } from '../../../kernel/fraction.ts'
import type { Exact, Fraction } from '../../../kernel/fraction.ts'
import { compareDecimals } from '../../../kernel/rounding.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { statisticOf, type Statistic } from './evaluation.ts'
import type { AirDay, DailyItem } from './pollutant.ts'
import type { ValidityRules } from './validity.ts'

export type IndexPart = Statistic & { readonly item: DailyItem; readonly limit: string; readonly weight: string }

/** One form of the index: limits and weights are data, dated and cited. */
export interface CompositeMethod {
  readonly method: string
  readonly limits: string
  readonly items: readonly IndexPart[]
  readonly subIndexPlaces: number
  readonly indexPlaces: number
  readonly changePlaces: number
}

export interface SubIndex {
  readonly item: DailyItem
  readonly concentration: Exact
  /** 单项指数 I_i = C_i / S_i, as it is printed (3 places). */
  readonly index: string
  /** Weight times exact sub-index. */
  readonly weighted: Fraction
}

export interface CompositeIndex {
  readonly method: string
  /** As it is printed and ranked (2 places); null when an item is missing, for missing is not zero. */
  readonly value: string | null
  /** The sum before it is rounded. */
  readonly exact: Fraction | null
  readonly parts: readonly SubIndex[]
  /** 最大单项指数: the item that weighs most. */
  readonly largest: DailyItem | null
  readonly missing: readonly DailyItem[]
}

/**
 * I = Σ w_i C_i / S_i over the six items of a period: means of SO₂, NO₂, PM₁₀ and PM₂.₅, the 95th percentile of CO
 * (mg/m³) and the 90th of the daily greatest 8-hour ozone means. Concentrations are used as exact as they are, and the
 * sum is rounded once. Source: 城市环境空气质量排名技术规定 (2018).
 */
export function compositeIndex(method: CompositeMethod, concentrations: Readonly<Record<DailyItem, Exact | null>>): CompositeIndex {
  const missing = method.items.filter(({ item }) => concentrations[item] === null).map(({ item }) => item)
  const parts = method.items.flatMap(({ item, limit, weight }): SubIndex[] => {
    const concentration = concentrations[item]
    if (concentration === null) return []
    const index = divide(concentration, limit)
    return [{ item, concentration, index: roundFraction(index, method.subIndexPlaces), weighted: multiply(index, weight) }]
  })
  const heavier = (most: SubIndex | null, part: SubIndex) => (most && compareFractions(most.weighted, part.weighted) >= 0 ? most : part)
  const exact = missing.length > 0 ? null : parts.reduce<Fraction>((sum, part) => add(sum, part.weighted), toFraction('0'))
  return {
    method: method.method,
    value: exact === null ? null : roundFraction(exact, method.indexPlaces),
    exact,
    parts,
    largest: parts.reduce<SubIndex | null>(heavier, null)?.item ?? null,
    missing,
  }
}

export interface CityIndex extends CompositeIndex {
  readonly city: string
  /** 统计值 when every item met the validity rules, otherwise 试算值 with the reasons. */
  readonly kind: 'official' | 'trial'
  readonly reasons: readonly Words[]
}

export const kinds = {
  official: words('统计值', 'official value'),
  trial: words('试算值', 'trial value'),
} as const

/** The composite index of a city for a month or a year from its days. */
export function cityIndex(
  city: { readonly city: string; readonly days: readonly AirDay[] },
  period: string,
  method: CompositeMethod,
  validity: ValidityRules,
): CityIndex {
  const statistics = method.items.map((part) => statisticOf(city.days, period, part, validity))
  const concentrations = Object.fromEntries(statistics.map(({ item, exact }) => [item, exact])) as Record<DailyItem, Fraction | null>
  const reasons = statistics.flatMap(({ why }) => (why ? [why] : []))
  return { city: city.city, ...compositeIndex(method, concentrations), kind: reasons.length > 0 ? 'trial' : 'official', reasons }
}

export interface Ranked {
  readonly city: string
  readonly value: string | null
  /** 1 is the best; equal values share a rank; null without a value. */
  readonly rank: number | null
}

/**
 * 排名: ascending by the printed index, since a reader could not see why equal figures rank apart.
 * Ties stand in the order of their names.
 */
export function rankCities<C extends Omit<Ranked, 'rank'>>(cities: readonly C[]): readonly (C & Ranked)[] {
  const byName = (left: C, right: C) => (left.city < right.city ? -1 : left.city > right.city ? 1 : 0)
  const valued = cities.filter((each) => each.value !== null)
  const sorted = valued.sort((left, right) => compareDecimals(left.value as string, right.value as string) || byName(left, right))
  let rank = 0
  const ranked = sorted.map((each, place) => {
    const before = sorted[place - 1]
    if (!before || compareDecimals(before.value as string, each.value as string) !== 0) rank = place + 1
    return { ...each, rank }
  })
  const without = cities.filter((each) => each.value === null).sort(byName)
  return [...ranked, ...without.map((each) => ({ ...each, rank: null }))]
}

/** 改善幅度 in per cent of the earlier index; below zero the air has improved. Null where either is missing. */
export function improvement(now: Exact | null, before: Exact | null, places = 1): string | null {
  if (now === null || before === null || toFraction(before).numerator === 0n) return null
  return roundFraction(multiply(divide(subtract(now, before), before), '100'), places)
}
