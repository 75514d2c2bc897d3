// 记录时效: what an old record still weighs in the score: half after each half-life, nothing before it happened.
import { addMonths, type Day } from '../../../kernel/day.ts'
import { roundHalfEven } from '../../../kernel/rounding.ts'

/** A record with its weight by severity, a decimal of 0 or more. */
export interface AgedRecord {
  readonly on: Day
  readonly weight: string
}

/** Whole months from one day to a later one; an unfinished month does not count. */
export function completedMonths(from: Day, to: Day): number {
  let months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  while (months > 0 && addMonths(from, months) > to) months -= 1
  return months
}

/** Σ weight · 0.5^(months/half-life) of the records up to a day, a decimal of four places: a fact for a scale. */
export function agedWeight(records: readonly AgedRecord[], day: Day, halfLifeMonths: number): string {
  const sum = records
    .filter(({ on }) => on <= day)
    .reduce((total, { on, weight }) => total + Number(weight) * 0.5 ** (completedMonths(on, day) / halfLifeMonths), 0)
  return roundHalfEven(sum.toFixed(10), 4)
}
