// Measures of the air: index of a day, means and percentiles of a period, good days, composite index, PM2.5 of the province.
import { cite } from '../../../kernel/citation.ts'
import { measure, type Cell, type Computed, type Folded, type Measure, type Period } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'
import { airQualityIndex, type AqiEdition } from './aqi.ts'
import { daysOfReadings } from './air-days.ts'
import { cityIndex, type CompositeMethod } from './composite-index.ts'
import { evaluationEditions, indexEditions, rankingEditions } from './editions-of-measures.ts'
import { daysOfPeriod, evaluatePeriod, goodDays, type EvaluationMethod } from './evaluation.ts'
import { hourMeasures } from './hour-measures.ts'
import type { LimitTable } from './limits.ts'
import { statisticFold, statistics, tooFewDays } from './period-statistics.ts'
import { dailyItemTitles, dailyItems, indexItemsOfDay, unitOf, type DailyItem } from './pollutant.ts'
import type { ValidityRules } from './validity.ts'

type Parameter = (name: string) => unknown

const programme = cite('hebei-2016-33', '2.5')
const allItems = { stream: 'air-day', items: dailyItems }
const cityDimensions = ['city', 'province', 'list'] as const

const undecided = words('有项目数据不足，不能判定是否达标', 'An item has too little data: whether the limits were kept cannot be decided')

function indexOfDay(readings: readonly Folded[], _cell: Cell, parameter: Parameter): Computed {
  const [day] = daysOfReadings(readings)
  if (!day) return { value: null }
  const found = airQualityIndex(parameter('environment.aqi') as AqiEdition, 'daily', indexItemsOfDay(day.values))
  const notes = { level: found.level?.grade ?? null, primary: found.primary, over: found.overStandard, atLeast: found.atLeast }
  return { value: found.aqi === null ? null : String(found.aqi), notes, ...(found.why ? { why: found.why } : {}) }
}

export const aqiOfDay = measure('air.aqi', {
  title: words('空气质量指数', 'Air quality index'),
  unit: '1',
  places: 0,
  better: 'lower',
  source: allItems,
  dimensions: cityDimensions,
  period: 'day',
  calculation: { kind: 'fold', fold: indexOfDay },
  editions: indexEditions,
  parameters: ['environment.aqi'],
  basis: programme,
  origin: 'computed',
})

function periodMeasure(item: DailyItem, period: Period): Measure {
  const wanted = statistics[item]
  return measure(`air.${period}.${item}`, {
    title: words(`${dailyItemTitles[item].zh}${wanted.say.zh}`, `${dailyItemTitles[item].en}, ${wanted.say.en}`),
    unit: unitOf(item),
    places: 1,
    better: 'lower',
    source: { stream: 'air-day', items: [item] },
    dimensions: cityDimensions,
    period,
    calculation: { kind: 'fold', fold: statisticFold(item, 1) },
    editions: evaluationEditions,
    parameters: ['environment.validity'],
    basis: programme,
    origin: 'computed',
  })
}

const composite = (period: Period): Measure =>
  measure(`air.${period}.composite`, {
    title: words('环境空气质量综合指数', 'Composite index of the air'),
    unit: '1',
    places: 2,
    better: 'lower',
    source: allItems,
    dimensions: cityDimensions,
    period,
    calculation: {
      kind: 'fold',
      fold: (readings, cell, parameter) => {
        const days = daysOfReadings(readings)
        if (days.length * 2 < daysOfPeriod(cell.at).count) return tooFewDays
        const found = cityIndex(
          { city: cell.dimensions['city'] ?? '', days },
          cell.at,
          parameter('environment.composite-index') as CompositeMethod,
          parameter('environment.validity') as ValidityRules,
        )
        return {
          value: found.value,
          notes: { kind: found.kind, largest: found.largest, parts: found.parts.map(({ item, index }) => ({ item, index })) },
          ...(found.reasons[0] ? { why: found.reasons[0] } : {}),
        }
      },
    },
    editions: rankingEditions,
    parameters: ['environment.composite-index', 'environment.validity'],
    basis: programme,
    origin: 'computed',
  })

const good = (period: Period): Measure =>
  measure(`air.${period}.good-days`, {
    title: words('优良天数比例', 'Share of good days'),
    unit: '%',
    places: 1,
    better: 'higher',
    source: allItems,
    dimensions: cityDimensions,
    period,
    calculation: {
      kind: 'fold',
      fold: (readings, cell, parameter) => {
        const edition = parameter('environment.aqi') as AqiEdition
        const indices = daysOfReadings(readings).map((day) => ({
          day: day.day,
          aqi: airQualityIndex(edition, 'daily', indexItemsOfDay(day.values)).aqi,
        }))
        const found = goodDays(indices, cell.at, edition)
        return { value: found.rate, notes: { good: found.good, valid: found.valid, expected: found.expected, byGrade: found.byGrade } }
      },
    },
    editions: indexEditions,
    parameters: ['environment.aqi'],
    basis: programme,
    origin: 'computed',
  })

const exceeding = measure('air.year.exceeding', {
  title: words('年评价超标项目数', 'Items above their limit in the evaluation of the year'),
  unit: '项',
  places: 0,
  better: 'lower',
  source: allItems,
  dimensions: cityDimensions,
  period: 'year',
  calculation: {
    kind: 'fold',
    fold: (readings, cell, parameter) => {
      const found = evaluatePeriod(daysOfReadings(readings), cell.at, {
        method: parameter('environment.evaluation') as EvaluationMethod,
        limits: parameter('environment.limits') as LimitTable,
        validity: parameter('environment.validity') as ValidityRules,
      })
      const over = found.items.filter((item) => item.within === false)
      const notes = {
        within: found.within,
        limits: found.limits,
        items: found.items.map(({ item, statistic, percent, value, limit, within, multiple }) => ({
          item, statistic, percent, value, limit, within, multiple,
        })),
      }
      // With an item undecided, what is known to exceed is all that can be said, and 达标 cannot be said at all.
      return found.within === null ? { value: null, why: undecided, notes } : { value: String(over.length), notes }
    },
  },
  editions: evaluationEditions,
  parameters: ['environment.evaluation', 'environment.limits', 'environment.validity'],
  basis: programme,
  origin: 'computed',
})

export const provincePm25 = measure('air.province.pm25', {
  title: words('全省 PM2.5 年均浓度（各市平均）', 'Yearly PM2.5 of the province (mean of its cities)'),
  unit: 'µg/m³',
  places: 1,
  better: 'lower',
  source: { measure: 'air.year.pm25' },
  dimensions: ['province'],
  period: 'year',
  calculation: { kind: 'mean' },
  editions: evaluationEditions,
  basis: cite('hebei-2016-33', '1.2'),
  origin: 'computed',
})

export const provinceMonthPm25 = measure('air.province-month.pm25', {
  title: words('全省 PM2.5 月均浓度（各市平均）', 'Monthly PM2.5 of the province (mean of its cities)'),
  unit: 'µg/m³',
  places: 1,
  better: 'lower',
  source: { measure: 'air.month.pm25' },
  dimensions: ['province'],
  period: 'month',
  calculation: { kind: 'mean' },
  editions: evaluationEditions,
  basis: cite('hebei-2016-33', '2.5'),
  origin: 'computed',
})

export const airMeasures: readonly Measure[] = [
  aqiOfDay,
  ...(['month', 'year'] as const).flatMap((period) => [
    ...dailyItems.map((item) => periodMeasure(item, period)),
    composite(period),
    good(period),
  ]),
  exceeding,
  provincePm25,
  provinceMonthPm25,
  ...hourMeasures,
]
