// The air as the pages show it: the map of a month, the calendar of a city's days, and the ranking beside the published one.
import type { Words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { figuresOf } from '../../store/measures/figures.ts'
import { listPublished } from '../../store/publications.ts'
import type { Warehouse } from '../../store/warehouse/warehouse.ts'
import { addressOf } from './figure.ts'
import { cityNames } from './names.ts'
import {
  compareRankings,
  rankCities,
  readPublishedRanking,
  type Pollutant,
  type RankingComparison,
} from '../../systems/domains/environment/index.ts'

export interface CityMonth {
  readonly code: string
  readonly name: Words
  readonly value: string | null
  readonly why: Words | null
  readonly figure: string | null
}

/** Hebei's cities in the order of their codes, with 定州 and 辛集, which report to the province. */
export function cities(engine: Engine): readonly { code: string; name: Words }[] {
  const today = engine.now().slice(0, 10)
  const codes = engine.tree.divisions.filter((d) => d.to === undefined && (d.level === 'city' || d.parent === '130000')).map((d) => d.code)
  return codes.map((code) => ({ code, name: { zh: engine.tree.name(code, today), en: engine.tree.name(code, today, 'en') } }))
}

export async function monthMap(engine: Engine, warehouse: Warehouse, measure: string, month: string): Promise<readonly CityMonth[]> {
  const figures = await figuresOf(warehouse, { measure, at: month, dimensions: { province: '130000' } })
  const byCity = new Map(figures.map((figure) => [figure.dimensions['city'], figure]))
  return cities(engine).map(({ code, name }) => {
    const figure = byCity.get(code)
    return { code, name, value: figure?.value ?? null, why: figure?.why ?? null, figure: figure ? addressOf(figure) : null }
  })
}

/** Months for which a measure has figures of Hebei. */
export async function monthsOf(warehouse: Warehouse, measure: string): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ period: string }>(
    `select distinct period from figure where measure = ? and (dimensions->>'province') = '130000' and value is not null order by 1`,
    [measure],
  )
  return rows.map((row) => row.period)
}

export interface DayView {
  readonly day: string
  readonly aqi: string | null
  readonly grade: number | null
  readonly primary: readonly Pollutant[]
  /** Why there is no index, where readings came but none may be published. */
  readonly why: Words | null
  readonly figure: string
}

export async function cityYear(warehouse: Warehouse, city: string, year: string): Promise<readonly DayView[]> {
  const figures = await figuresOf(warehouse, { measure: 'air.aqi', within: `${year}-`, dimensions: { city } })
  return figures.map((figure) => ({
    day: figure.at,
    aqi: figure.value,
    grade: (figure.notes?.['level'] as number | null) ?? null,
    primary: (figure.notes?.['primary'] as Pollutant[] | undefined) ?? [],
    why: figure.why,
    figure: addressOf(figure),
  }))
}

export interface RankedCity {
  readonly rank: number | null
  readonly city: string
  readonly name: Words
  readonly code: string
  readonly value: string | null
  readonly kind: 'official' | 'trial'
  readonly province: string
  readonly figure: string
}

export interface RankingView {
  readonly year: string
  readonly cities: readonly RankedCity[]
  readonly comparisons: readonly RankingComparison[]
  /** The name of a city in both languages, by its Chinese one. */
  readonly nameOf: (city: string) => Words
}

/** The ranking of a year of the 74 cities, and each published list of that year and scope beside it. */
export async function ranking(engine: Engine, warehouse: Warehouse, year: string): Promise<RankingView> {
  const names = await cityNames(engine)
  const figures = await figuresOf(warehouse, { measure: 'air.year.composite', at: year, dimensions: { list: 'key74' } })
  const plain = figures.map((figure) => {
    const code = figure.dimensions['city']!
    const name = names.get(code) ?? { zh: code, en: code }
    const kind = figure.notes?.['kind'] === 'trial' ? ('trial' as const) : ('official' as const)
    return { city: name.zh, name, code, value: figure.value, kind, province: figure.dimensions['province']!, figure: addressOf(figure) }
  })
  const ranked = rankCities(plain)
  const published = await listPublished(engine, engine.house.publications.get('published-rankings')!, { limit: 500 })
  const comparisons = published
    .filter((item) => item.values['period'] === year && String(item.values['scope']).startsWith('74'))
    .flatMap((item) => {
      const list = readPublishedRanking({
        period: String(item.values['period']),
        scope: String(item.values['scope']),
        direction: String(item.values['direction']),
        rank_order: String(item.values['order']),
        source: String(item.values['source']),
        note: String(item.values['note'] ?? ''),
      })
      return list ? [compareRankings(ranked, list)] : []
    })
  const byName = new Map([...names.values()].map((name) => [name.zh, name]))
  return { year, cities: ranked, comparisons, nameOf: (city) => byName.get(city) ?? { zh: city, en: city } }
}

export interface MonthSummary {
  /** Mean of the province with the address of its figure. */
  readonly mean: { readonly value: string; readonly figure: string } | null
  readonly yearBefore: { readonly value: string; readonly figure: string } | null
  readonly best: CityMonth | null
  readonly worst: CityMonth | null
  readonly known: number
}

/** What a month says in a line: the mean of the cities, the same month a year before, the best and the worst city. */
export async function monthSummary(warehouse: Warehouse, month: string, shown: readonly CityMonth[]): Promise<MonthSummary> {
  const mean = async (at: string) => {
    const [figure] = await figuresOf(warehouse, { measure: 'air.province-month.pm25', at, dimensions: { province: '130000' } })
    return figure?.value ? { value: figure.value, figure: addressOf(figure) } : null
  }
  const sorted = shown.filter((city) => city.value !== null).sort((a, b) => Number(a.value) - Number(b.value))
  return {
    mean: await mean(month),
    yearBefore: await mean(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`),
    best: sorted[0] ?? null,
    worst: sorted.at(-1) ?? null,
    known: sorted.length,
  }
}

export interface YearFigure {
  readonly title: Words
  readonly value: string | null
  readonly unit: string
  readonly figure: string
}

const ofTheYear = ['air.year.good-days', 'air.year.pm25', 'air.year.composite'] as const

/** The figures of a city's year that stand above its calendar. */
export async function yearFigures(engine: Engine, warehouse: Warehouse, city: string, year: string): Promise<readonly YearFigure[]> {
  const lists = await Promise.all(ofTheYear.map((measure) => figuresOf(warehouse, { measure, at: year, dimensions: { city } })))
  return lists.flat().map((figure) => {
    const { title, unit } = engine.house.measures.get(figure.measure)!
    return { title, value: figure.value, unit, figure: addressOf(figure) }
  })
}

/** Years for which a city has days. */
export async function yearsOf(warehouse: Warehouse, city: string): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ year: string }>(
    "select distinct substr(period, 1, 4) as year from figure where measure = 'air.aqi' and (dimensions->>'city') = ? order by 1",
    [city],
  )
  return rows.map((row) => row.year)
}
