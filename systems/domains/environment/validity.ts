// 数据有效性: how many readings an hour, a day, a month and a year need before their average counts (GB 3095, table 4).
import { ceiling, compareFractions, mean, multiply, roundFraction, type Fraction } from '../../../kernel/fraction.ts'
import { fill, words, type Words } from '../../../kernel/words.ts'

export interface ValidityRules {
  readonly minutesOfHour: number
  readonly hoursOfDay: number
  readonly hoursOfEight: number
  /** The 8-hour means of a day: from the one that ends at this hour to the one that ends at that, and how many are needed. */
  readonly eightHourMeans: { readonly firstEndsAt: number; readonly lastEndsAt: number; readonly needed: number }
  readonly daysOfYear: number
  readonly daysOfMonth: number
  readonly daysOfFebruary: number
  /** Share of a city's stations that must have a valid value. */
  readonly stationsOfCity: string
}

/** An average with what it rests on: exact, null with the reason where too little was measured. */
export interface Average {
  readonly value: Fraction | null
  readonly n: number
  readonly expected: number
  readonly why: Words | null
}

/** Readings of a day by hour: the first is from 0 to 1 o'clock; null where there is none that may be used. */
export type HoursOfDay = readonly (string | null)[]

const measured = (values: readonly (string | null)[]): string[] => values.filter((value): value is string => value !== null)

const tooFew = words('有效数据 {n} 个，少于规定的 {needed} 个', 'There are {n} valid values where {needed} are required')

export const hourIsValid = (rules: ValidityRules, minutes: number): boolean => minutes >= rules.minutesOfHour

function averageOf(values: readonly (string | null)[], expected: number, needed: number): Average {
  const present = measured(values)
  const enough = present.length >= needed
  return {
    value: enough ? mean(present) : null,
    n: present.length,
    expected,
    why: enough ? null : fill(tooFew, { n: present.length, needed }),
  }
}

/** What a station's day lacks: 20 hourly means; null when it lacks nothing. */
export const dayIsShort = (rules: ValidityRules, hours: number): Words | null =>
  hours >= rules.hoursOfDay ? null : fill(tooFew, { n: hours, needed: rules.hoursOfDay })

/** 24 小时平均 of a station: valid with at least 20 hourly means. */
export const dayMean = (rules: ValidityRules, hours: HoursOfDay): Average => averageOf(hours, 24, rules.hoursOfDay)

/** The sliding 8-hour means that end within the day; null where fewer than 6 of the 8 hours were measured. */
export function eightHourMeans(rules: ValidityRules, hours: HoursOfDay): readonly (Fraction | null)[] {
  const { firstEndsAt, lastEndsAt } = rules.eightHourMeans
  return Array.from({ length: lastEndsAt - firstEndsAt + 1 }, (_, step) => {
    const end = firstEndsAt + step
    return averageOf(hours.slice(end - 8, end), 8, rules.hoursOfEight).value
  })
}

/**
 * 日最大 8 小时平均 of ozone (µg/m³): the greatest 8-hour mean of the day. With fewer than 14 valid means it counts only
 * when it is above the limit, for what is missing could not have made it smaller.
 */
export function greatestEightHourMean(rules: ValidityRules, hours: HoursOfDay, limit: string): Average {
  const { needed } = rules.eightHourMeans
  const means = eightHourMeans(rules, hours)
  const valid = means.filter((each): each is Fraction => each !== null)
  const greatest = valid.reduce<Fraction | null>((most, each) => (most && compareFractions(most, each) >= 0 ? most : each), null)
  const counts = greatest !== null && (valid.length >= needed || compareFractions(greatest, limit) > 0)
  return {
    value: counts ? greatest : null,
    n: valid.length,
    expected: means.length,
    why: counts ? null : fill(tooFew, { n: valid.length, needed }),
  }
}

/** A city's figure: the mean over its stations, when enough of them have a valid one. */
export function cityMean(rules: ValidityRules, stations: readonly (string | null)[]): Average {
  const needed = Math.max(1, Number(ceiling(multiply(String(stations.length), rules.stationsOfCity))))
  return averageOf(stations, stations.length, needed)
}

/** The days that a month (`2014-02`) needs; null when it has them. */
export function monthIsShort(rules: ValidityRules, month: string, days: number): Words | null {
  const needed = month.endsWith('-02') ? rules.daysOfFebruary : rules.daysOfMonth
  return days >= needed ? null : fill(shortMonth, { month, n: days, needed })
}

/**
 * What a year lacks: 324 daily means in all, and 27 in each month (February 25); null when it lacks nothing.
 * `days` are the days (`YYYY-MM-DD`) that have a value.
 */
export function yearIsShort(rules: ValidityRules, year: string, days: readonly string[]): Words | null {
  const perMonth = new Map<string, number>()
  for (const day of days) perMonth.set(day.slice(0, 7), (perMonth.get(day.slice(0, 7)) ?? 0) + 1)
  for (let month = 1; month <= 12; month++) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    const short = monthIsShort(rules, name, perMonth.get(name) ?? 0)
    if (short) return short
  }
  return days.length >= rules.daysOfYear ? null : fill(shortYear, { year, n: days.length, needed: rules.daysOfYear })
}

const shortMonth = words(
  '{month} 有效日均值 {n} 个，少于规定的 {needed} 个',
  '{month} has {n} valid daily means where {needed} are required',
)
const shortYear = words('{year} 年有效日均值 {n} 个，少于规定的 {needed} 个', '{year} has {n} valid daily means where {needed} are required')

/** What a period (`2014`, `2014-02` or a day) lacks; a day is judged before, from its hours. */
export function periodIsShort(rules: ValidityRules, period: string, days: readonly string[]): Words | null {
  if (period.length === 4) return yearIsShort(rules, period, days)
  return period.length === 7 ? monthIsShort(rules, period, days.length) : days.length > 0 ? null : fill(tooFew, { n: 0, needed: 1 })
}

/** An average as it is printed. */
export const printed = (average: Average, places: number): string | null => (average.value ? roundFraction(average.value, places) : null)
