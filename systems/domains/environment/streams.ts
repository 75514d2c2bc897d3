// Streams of the air: the days of cities as the national platform publishes them, and the hours of stations.
import { cite } from '../../../kernel/citation.ts'
import { stream, type Around, type HeldBack, type Reading } from '../../../kernel/stream.ts'
import { dailyItemTitles, pollutantOf, pollutants, type DailyItem, type Pollutant } from './pollutant.ts'
import { isHeldBack, screenReading, standsStill, type ScreeningRules } from './screening.ts'

const screenWith =
  (frame: 'city-day' | 'station-hour') =>
  (reading: Reading, { beside, before }: Around, parameter: (name: string) => unknown): HeldBack | null => {
    const rules = (parameter('environment.screening') as Record<string, ScreeningRules>)[frame]!
    const item = reading.item as DailyItem
    const found =
      screenReading(rules, { item, value: reading.value }, beside, before(1)).find(isHeldBack) ??
      (reading.value === null ? null : standsStill(rules, pollutantOf(item), reading.value, before))
    return found ? { reason: found.reason, words: found.words } : null
  }

const item = (title: { zh: string; en: string }, unit: string) => ({ title, unit, places: 4 })

export const airDay = stream('air-day', {
  title: dailyTitle(),
  points: { register: 'air-city', by: 'code' },
  interval: 'day',
  sentBy: 'monitor',
  correctedBy: 'corrector',
  basis: cite('hj-633-2012'),
  items: Object.fromEntries(
    (Object.keys(dailyItemTitles) as DailyItem[]).map((name) => [name, item(dailyItemTitles[name], name === 'co' ? 'mg/m³' : 'µg/m³')]),
  ),
  screen: screenWith('city-day'),
})

export const airHour = stream('air-hour', {
  title: { zh: '站点小时浓度', en: 'Hourly concentrations of stations' },
  points: { register: 'air-station', by: 'name' },
  interval: 'hour',
  sentBy: 'monitor',
  correctedBy: 'corrector',
  basis: cite('hj-633-2012'),
  items: Object.fromEntries(
    (Object.keys(pollutants) as Pollutant[]).map((name) => [name, item(pollutants[name], name === 'co' ? 'mg/m³' : 'µg/m³')]),
  ),
  screen: screenWith('station-hour'),
  // The longest run that the rules look for, in hours.
  looksBack: 48,
})

function dailyTitle() {
  return { zh: '城市日均浓度', en: 'Daily concentrations of cities' }
}
