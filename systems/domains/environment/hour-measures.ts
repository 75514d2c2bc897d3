// From hours of stations to days of stations, days of cities, the index of a day, and months and years: all by our own counting.
import { cite } from '../../../kernel/citation.ts'
import { roundFraction } from '../../../kernel/fraction.ts'
import { measure, type Cell, type Computed, type Folded, type Measure, type Period } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'
import { airQualityIndex, type AqiEdition } from './aqi.ts'
import { evaluationEditions, indexEditions } from './editions-of-measures.ts'
import { limitOf, type LimitTable } from './limits.ts'
import { statisticFold, statistics } from './period-statistics.ts'
import { dailyItemTitles, dailyItems, indexItemsOfDay, pollutantOf, unitOf, type DailyItem } from './pollutant.ts'
import { cityMean, dayIsShort, greatestEightHourMean, printed, type Average, type HoursOfDay, type ValidityRules } from './validity.ts'

type Parameter = (name: string) => unknown

const basis = cite('hebei-2016-33', '2.5')
// Finer than is printed, so that a city's mean and its index are not rounded twice.
const kept = 3
const validityOf = (parameter: Parameter): ValidityRules => parameter('environment.validity') as ValidityRules

const asComputed = (average: Average): Computed => ({
  value: printed(average, kept),
  notes: { valid: average.n, expected: average.expected },
  ...(average.why ? { why: average.why } : {}),
})

/** Hours of a day in their order, null where there is none that may be used. */
const hoursOf = (readings: readonly Folded[]): HoursOfDay => {
  const hours: (string | null)[] = Array.from({ length: 24 }, () => null)
  for (const { at, value } of readings) hours[Number(at.slice(11, 13))] = value
  return hours
}

const common = { period: 'day', places: kept, better: 'lower', editions: evaluationEditions, basis, origin: 'computed' } as const

const meanOfStation = (item: DailyItem): Measure =>
  measure(`air.station-day.${item}`, {
    ...common,
    title: words(`${dailyItemTitles[item].zh}，站点日均值`, `${dailyItemTitles[item].en}, a station’s daily mean`),
    unit: unitOf(item),
    source: { stream: 'air-hour', items: [pollutantOf(item)] },
    dimensions: ['station', 'city', 'province'],
    calculation: { kind: 'mean' },
    valid: (hours, _cell, parameter) => dayIsShort(validityOf(parameter), hours),
    parameters: ['environment.validity'],
  })

const ozoneOfStation: Measure = measure('air.station-day.o3_8h', {
  ...common,
  title: words('臭氧日最大 8 小时平均，站点', 'Ozone, a station’s greatest 8-hour mean of the day'),
  unit: unitOf('o3_8h'),
  source: { stream: 'air-hour', items: ['o3'] },
  dimensions: ['station', 'city', 'province'],
  calculation: {
    kind: 'fold',
    fold: (readings, _cell, parameter) => {
      const limit = limitOf(parameter('environment.limits') as LimitTable, 'o3', '8h')
      return asComputed(greatestEightHourMean(validityOf(parameter), hoursOf(readings), limit ?? '0'))
    },
  },
  parameters: ['environment.validity', 'environment.limits'],
})

const dayOfCity = (item: DailyItem): Measure =>
  measure(`air.city-day.${item}`, {
    ...common,
    title: words(`${dailyItemTitles[item].zh}，城市日值（由站点小时计算）`, `${dailyItemTitles[item].en}, a city’s day from its stations’ hours`),
    unit: unitOf(item),
    source: { measure: `air.station-day.${item}` },
    dimensions: ['city', 'province'],
    calculation: {
      kind: 'fold',
      fold: (stations, _cell, parameter) =>
        asComputed(
          cityMean(
            validityOf(parameter),
            stations.map((station) => station.value),
          ),
        ),
    },
    parameters: ['environment.validity'],
  })

const indexOfCity = measure('air.hours.aqi', {
  title: words('空气质量指数（由站点小时计算）', 'Air quality index, from the hours of stations'),
  unit: '1',
  places: 0,
  better: 'lower',
  source: { measure: 'air.city-day.pm25' },
  dimensions: ['city', 'province'],
  period: 'day',
  calculation: {
    kind: 'index',
    of: dailyItems.map((item) => `air.city-day.${item}`),
    combine: (parts, _cell, parameter) => {
      const values = Object.fromEntries(dailyItems.map((item) => [item, parts[`air.city-day.${item}`]?.value ?? null])) as Record<
        DailyItem,
        string | null
      >
      const found = airQualityIndex(parameter('environment.aqi') as AqiEdition, 'daily', indexItemsOfDay(values))
      const notes = { level: found.level?.grade ?? null, primary: found.primary, over: found.overStandard, atLeast: found.atLeast }
      return { value: found.aqi === null ? null : String(found.aqi), notes, ...(found.why ? { why: found.why } : {}) }
    },
  },
  editions: indexEditions,
  parameters: ['environment.aqi'],
  basis,
  origin: 'computed',
})

const periodOfCity = (item: DailyItem, period: Exclude<Period, 'day'>): Measure =>
  measure(`air.hours.${period}.${item}`, {
    ...common,
    title: words(
      `${dailyItemTitles[item].zh}${statistics[item].say.zh}（由站点小时计算）`,
      `${dailyItemTitles[item].en}, ${statistics[item].say.en}, from the hours of stations`,
    ),
    unit: unitOf(item),
    places: 1,
    period,
    source: { measure: `air.city-day.${item}` },
    dimensions: ['city', 'province'],
    calculation: {
      kind: 'fold',
      fold: (days: readonly Folded[], cell: Cell, parameter: Parameter): Computed =>
        statisticFold(item, 1)(
          days.map((day) => ({ ...day, item })),
          cell,
          parameter,
        ),
    },
    parameters: ['environment.validity'],
  })

export const hourMeasures: readonly Measure[] = [
  ...dailyItems.map((item) => (item === 'o3_8h' ? ozoneOfStation : meanOfStation(item))),
  ...dailyItems.map(dayOfCity),
  indexOfCity,
  ...(['month', 'year'] as const).flatMap((period) => dailyItems.map((item) => periodOfCity(item, period))),
]
