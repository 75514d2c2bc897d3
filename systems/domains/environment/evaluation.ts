// 环境空气质量评价: from the days of a month or a year to means, percentiles, compliance and the rate of good days (HJ 663).
import { compareFractions, divide, mean, roundFraction, toFraction, type Fraction } from '../../../kernel/fraction.ts'
import { percentile } from '../../../kernel/percentile.ts'
import { addDays, daysBetween } from '../../../kernel/day.ts'
import type { Words } from '../../../kernel/words.ts'
import { levelOf, type AqiEdition } from './aqi.ts'
import { limitOf, exceedanceMultiple, type Averaging, type LimitTable, type PlaceClass } from './limits.ts'
import { pollutantOf, type AirDay, type DailyItem } from './pollutant.ts'
import { periodIsShort, type ValidityRules } from './validity.ts'

/** What an item of the evaluation takes from the days of a period. */
export type Statistic = { readonly statistic: 'mean' } | { readonly statistic: 'percentile'; readonly percent: string }

export type EvaluationItem = Statistic & { readonly item: DailyItem; readonly against: Averaging; readonly places: number }

export interface EvaluationMethod {
  readonly edition: string
  readonly items: readonly EvaluationItem[]
  readonly multiplePlaces: number
  readonly ratePlaces: number
}

export interface PeriodStatistic {
  readonly item: DailyItem
  readonly statistic: 'mean' | 'percentile'
  readonly percent: string | null
  /** Exact; null when no day has a value. */
  readonly exact: Fraction | null
  readonly n: number
  /** Days of the period. */
  readonly expected: number
  /** What the validity rules miss; null when the value is valid. */
  readonly why: Words | null
}

export interface EvaluatedItem extends PeriodStatistic {
  /** As it is printed. */
  readonly value: string | null
  readonly limit: string | null
  /** Within the limit, compared unrounded; null when there is no valid value or no limit. */
  readonly within: boolean | null
  /** 超标倍数, when the limit is exceeded. */
  readonly multiple: string | null
}

export interface PeriodEvaluation {
  readonly period: string
  readonly edition: string
  readonly limits: string
  readonly items: readonly EvaluatedItem[]
  /** 达标: every item within its limit; null when it cannot be decided because one has no valid value and none exceeds. */
  readonly within: boolean | null
}

/** First and last day of `2014`, `2014-03` or `2014-03-05`. */
export function daysOfPeriod(period: string): { readonly first: string; readonly last: string; readonly count: number } {
  const year = Number(period.slice(0, 4))
  const month = Number(period.slice(5, 7))
  if (period.length === 10) return { first: period, last: period, count: 1 }
  const first = period.length === 4 ? `${period}-01-01` : `${period}-01`
  const next = period.length === 4 || month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { first, last: addDays(next, -1), count: daysBetween(first, next) }
}

/** The mean or percentile of one item over the days of a period, exact, with what it rests on. */
export function statisticOf(
  days: readonly AirDay[],
  period: string,
  wanted: Statistic & { readonly item: DailyItem },
  rules: ValidityRules,
): PeriodStatistic {
  const used = days.filter((day) => day.day.startsWith(period) && day.values[wanted.item] !== null)
  const values = used.map((day) => day.values[wanted.item] as string)
  const exact = wanted.statistic === 'mean' ? mean(values) : fractionOrNull(percentile(values, wanted.percent))
  return {
    item: wanted.item,
    statistic: wanted.statistic,
    percent: wanted.statistic === 'percentile' ? wanted.percent : null,
    exact,
    n: used.length,
    expected: daysOfPeriod(period).count,
    why: periodIsShort(rules, period, used.map((day) => day.day)),
  }
}

const fractionOrNull = (value: string | null): Fraction | null => (value === null ? null : toFraction(value))

/** What an evaluation is judged by: all in force on the last day of the period. */
export interface EvaluationRules {
  readonly method: EvaluationMethod
  readonly limits: LimitTable
  readonly validity: ValidityRules
  readonly place?: PlaceClass
}

/** 月评价, 年评价: each item of HJ 663 against its limit of GB 3095. The class of place is 2 unless it is said. */
export function evaluatePeriod(days: readonly AirDay[], period: string, rules: EvaluationRules): PeriodEvaluation {
  const items = rules.method.items.map((wanted) => evaluated(statisticOf(days, period, wanted, rules.validity), wanted, rules))
  const undecided = items.some((item) => item.within === null)
  return {
    period,
    edition: rules.method.edition,
    limits: rules.limits.edition,
    items,
    within: items.some((item) => item.within === false) ? false : undecided ? null : true,
  }
}

function evaluated(found: PeriodStatistic, wanted: EvaluationItem, rules: EvaluationRules): EvaluatedItem {
  const limit = limitOf(rules.limits, pollutantOf(wanted.item), wanted.against, rules.place)
  const decidable = found.exact !== null && found.why === null && limit !== null
  return {
    ...found,
    value: found.exact === null ? null : roundFraction(found.exact, wanted.places),
    limit,
    within: decidable ? compareFractions(found.exact, limit) <= 0 : null,
    multiple: decidable ? exceedanceMultiple(found.exact, limit, rules.method.multiplePlaces) : null,
  }
}

/** Days of a period by what their index says. */
export interface GoodDays {
  readonly good: number
  /** Days with an index: the denominator. */
  readonly valid: number
  readonly expected: number
  /** 优良天数比例 in per cent; null without a valid day. */
  readonly rate: string | null
  /** Days of each level, first to sixth. */
  readonly byGrade: readonly [number, number, number, number, number, number]
}

/** 达标天数比例 (优良率): days with an index of at most 100 among the days that have one (HJ 663). */
export function goodDays(
  indices: readonly { readonly day: string; readonly aqi: number | null }[],
  period: string,
  edition: AqiEdition,
  places = 1,
): GoodDays {
  const byGrade: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0]
  let good = 0
  for (const { day, aqi } of indices) {
    if (aqi === null || !day.startsWith(period)) continue
    byGrade[levelOf(edition, aqi).grade - 1]! += 1
    if (aqi <= edition.standardAt) good += 1
  }
  const valid = byGrade.reduce((sum, count) => sum + count, 0)
  const rate = valid === 0 ? null : roundFraction(divide(String(good * 100), String(valid)), places)
  return { good, valid, expected: daysOfPeriod(period).count, rate, byGrade }
}
