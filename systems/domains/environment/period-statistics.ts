// What a month and a year take from the days of each item: a mean, or for carbon monoxide and ozone a percentile (HJ 663).
import { roundFraction } from '../../../kernel/fraction.ts'
import type { Cell, Computed, Folded } from '../../../kernel/measure.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { daysOfReadings } from './air-days.ts'
import { daysOfPeriod, statisticOf, type Statistic } from './evaluation.ts'
import type { DailyItem } from './pollutant.ts'
import type { ValidityRules } from './validity.ts'

const mean = { statistic: 'mean', say: words('均值', 'mean') } as const

export const statistics: Readonly<Record<DailyItem, Statistic & { readonly say: Words }>> = {
  so2: mean,
  no2: mean,
  pm10: mean,
  pm25: mean,
  co: { statistic: 'percentile', percent: '95', say: words('日均值第 95 百分位数', '95th percentile of daily means') },
  o3_8h: {
    statistic: 'percentile',
    percent: '90',
    say: words('日最大 8 小时均值第 90 百分位数', '90th percentile of the greatest 8-hour means'),
  },
}

// A trial value may rest on gaps, but a year's figure from one month of it would be read as the year's (our design, not law).
export const tooFewDays: Computed = { value: null, why: words('有数据的天数不足一半', 'Fewer than half of the days have data') }

/** Folds the days of a month or a year; short of the required days it is a trial value and says so. */
export const statisticFold =
  (item: DailyItem, places: number) =>
  (readings: readonly Folded[], cell: Cell, parameter: (name: string) => unknown): Computed => {
    const days = daysOfReadings(readings).filter((day) => day.values[item] !== null)
    if (days.length * 2 < daysOfPeriod(cell.at).count) return tooFewDays
    const found = statisticOf(days, cell.at, { ...statistics[item], item }, parameter('environment.validity') as ValidityRules)
    return {
      value: found.exact === null ? null : roundFraction(found.exact, places),
      notes: { valid: found.why === null, days: found.n, expected: found.expected },
      ...(found.why ? { why: found.why } : {}),
    }
  }
