// Readings of a cell put together as days, the form in which the rules of the air take them.
import type { Folded } from '../../../kernel/measure.ts'
import { dailyItems, type AirDay, type DailyItem } from './pollutant.ts'

const blank = (): Record<DailyItem, string | null> =>
  Object.fromEntries(dailyItems.map((item) => [item, null])) as Record<DailyItem, string | null>

/** One entry per day that has a reading, in order of time; an item without a usable reading is null. */
export function daysOfReadings(readings: readonly Folded[]): readonly AirDay[] {
  const days = new Map<string, Record<DailyItem, string | null>>()
  for (const { at, item, value } of readings) {
    const day = at.slice(0, 10)
    const values = days.get(day) ?? blank()
    values[item as DailyItem] = value
    days.set(day, values)
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, values]) => ({ day, values }))
}
