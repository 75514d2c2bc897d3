// The air as the pages show it: the map of a month, the calendar of a city's days, and the ranking beside the published one.
import type { Words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { figuresOf, type Figure } from '../../store/measures/figures.ts'
import { listPublished } from '../../store/publications.ts'
import type { Warehouse } from '../../store/warehouse/warehouse.ts'
import { compareRankings, rankCities, readPublishedRanking, type RankingComparison } from '../../systems/domains/environment/index.ts'

export const addressOf = (figure: Pick<Figure, 'measure' | 'cell'>): string =>
  `/figures/${figure.measure}/${encodeURIComponent(figure.cell)}`

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
  readonly primary: readonly string[]
  readonly figure: string
}

export async function cityYear(warehouse: Warehouse, city: string, year: string): Promise<readonly DayView[]> {
  const figures = await figuresOf(warehouse, { measure: 'air.aqi', within: `${year}-`, dimensions: { city } })
  return figures.map((figure) => ({
    day: figure.at,
    aqi: figure.value,
    grade: (figure.notes?.['level'] as number | null) ?? null,
    primary: (figure.notes?.['primary'] as string[] | undefined) ?? [],
    figure: addressOf(figure),
  }))
}

export interface RankedCity {
  readonly rank: number | null
  readonly city: string
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
}

async function names(engine: Engine): Promise<Map<string, string>> {
  const { rows } = await engine.database.query<{ code: string; name: string }>('select code, name from record.air_city')
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** The ranking of a year of the 74 cities, and each published list of that year and scope beside it. */
export async function ranking(engine: Engine, warehouse: Warehouse, year: string): Promise<RankingView> {
  const nameOf = await names(engine)
  const figures = await figuresOf(warehouse, { measure: 'air.year.composite', at: year, dimensions: { list: 'key74' } })
  const plain = figures.map((figure) => ({
    city: nameOf.get(figure.dimensions['city']!) ?? figure.dimensions['city']!,
    code: figure.dimensions['city']!,
    value: figure.value,
    kind: figure.notes?.['kind'] === 'trial' ? ('trial' as const) : ('official' as const),
    province: figure.dimensions['province']!,
    figure: addressOf(figure),
  }))
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
  return { year, cities: ranked, comparisons }
}
