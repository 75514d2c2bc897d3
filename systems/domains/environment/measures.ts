// Measures of the air: index of a day, means and percentiles of a period, good days, composite index, PM2.5 of the province.
import { cite } from '../../../kernel/citation.ts'
import { measure, type Cell, type Computed, type Edition, type Folded, type Measure, type Period } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'
import { airQualityIndex, type AqiEdition } from './aqi.ts'
import { daysOfReadings } from './air-days.ts'
import { cityIndex, type CompositeMethod } from './composite-index.ts'
import { daysOfPeriod, goodDays, statisticOf, type Statistic } from './evaluation.ts'
import { dailyItemTitles, dailyItems, indexItemsOfDay, unitOf, type DailyItem } from './pollutant.ts'
import { roundFraction } from '../../../kernel/fraction.ts'
import type { ValidityRules } from './validity.ts'

type Parameter = (name: string) => unknown

const programme = cite('hebei-2016-33', '2.5')
const indexEditions: readonly Edition[] = [
  { name: 'HJ 633-2012', from: '2013-01-01', to: '2026-02-28', basis: cite('hj-633-2012') },
  { name: 'HJ 633-2026', from: '2026-03-01', basis: cite('hj-633-2026') },
]
const evaluationEditions: readonly Edition[] = [
  { name: 'HJ 663-2013', from: '2013-01-01', to: '2026-02-28', basis: cite('hj-663-2013') },
  { name: 'HJ 663-2026', from: '2026-03-01', basis: cite('hj-663-2026') },
]
const rankingEditions: readonly Edition[] = [
  { name: '城市环境空气质量排名技术规定 (2018)', from: '2013-01-01', basis: cite('city-air-ranking-rule-2018') },
]
const allItems = { stream: 'air-day', items: dailyItems }
const cityDimensions = ['city', 'province', 'list'] as const

// A trial value may rest on gaps, but a year's figure from one month of it would be read as the year's (our design, not law).
const tooFewDays: Computed = { value: null, why: words('有数据的天数不足一半', 'Fewer than half of the days have data') }

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

const statistics: Readonly<Record<DailyItem, Statistic & { readonly say: { zh: string; en: string } }>> = {
  so2: { statistic: 'mean', say: words('均值', 'mean') },
  no2: { statistic: 'mean', say: words('均值', 'mean') },
  pm10: { statistic: 'mean', say: words('均值', 'mean') },
  pm25: { statistic: 'mean', say: words('均值', 'mean') },
  co: { statistic: 'percentile', percent: '95', say: words('日均值第 95 百分位数', '95th percentile of daily means') },
  o3_8h: {
    statistic: 'percentile',
    percent: '90',
    say: words('日最大 8 小时均值第 90 百分位数', '90th percentile of the greatest 8-hour means'),
  },
}

const places = (item: DailyItem): number => (item === 'co' ? 1 : 1)

function periodMeasure(item: DailyItem, period: Period): Measure {
  const wanted = statistics[item]
  return measure(`air.${period}.${item}`, {
    title: words(`${dailyItemTitles[item].zh}${wanted.say.zh}`, `${dailyItemTitles[item].en}, ${wanted.say.en}`),
    unit: unitOf(item),
    places: places(item),
    better: 'lower',
    source: { stream: 'air-day', items: [item] },
    dimensions: cityDimensions,
    period,
    calculation: {
      kind: 'fold',
      fold: (readings, cell, parameter) => {
        const days = daysOfReadings(readings).filter((day) => day.values[item] !== null)
        if (days.length * 2 < daysOfPeriod(cell.at).count) return tooFewDays
        const found = statisticOf(days, cell.at, { ...wanted, item }, parameter('environment.validity') as ValidityRules)
        return {
          value: found.exact === null ? null : roundFraction(found.exact, places(item)),
          notes: { valid: found.why === null, days: found.n, expected: found.expected },
          ...(found.why ? { why: found.why } : {}),
        }
      },
    },
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
  provincePm25,
  provinceMonthPm25,
]
