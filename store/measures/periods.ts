// Periods of figures: the day, month or year of a cell, its last day, and how many readings it should have.
import { addDays, addMonths, daysBetween, type Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/measure.ts'

export const lengthOf: Readonly<Record<Period, number>> = { day: 10, month: 7, year: 4 }

export const firstDay = (at: string): Day => (at.length === 4 ? `${at}-01-01` : at.length === 7 ? `${at}-01` : at)

export function lastDay(at: string): Day {
  if (at.length === 10) return at
  return addDays(addMonths(firstDay(at), at.length === 4 ? 12 : 1), -1)
}

export const daysOf = (at: string): number => daysBetween(firstDay(at), lastDay(at)) + 1

/** Readings that a complete cell of one point and item has. */
export function expectedReadings(at: string, interval: 'hour' | 'quarter-hour' | 'day'): number {
  return daysOf(at) * { hour: 24, 'quarter-hour': 96, day: 1 }[interval]
}
