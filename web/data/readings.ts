// Episodes in the figures of streams: what the watch over readings makes signals of, and what an officer looks back at.
import { addDays, dayOf, type Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { episodesOf, type Episode, type PlaceDay, type ReadingRules, type ReadingWatch } from '../../systems/oversight/risk/readings.ts'
import type { Engine } from '../../store/engine.ts'
import type { Warehouse } from '../../store/warehouse/warehouse.ts'
import { rulesOn } from './signals.ts'

export interface Found extends Episode {
  readonly watch: ReadingWatch
  readonly area: string
  /** Titles of the further measures that its readings name. */
  readonly titles: Readonly<Record<string, Words>>
}

type Figures = Pick<Warehouse, 'rows'>

/** Weeks that the charts look back, and some to see where a drift began. */
const lookBack = 7 * 70

interface Row {
  readonly place: string
  readonly area: string
  readonly on: Day
  readonly value: string | null
  readonly edition: string
  readonly measure?: string
  [column: string]: unknown
}

const named = (dimension: string): string => `(dimensions->>'${dimension.replaceAll("'", '')}')`

/** What lies in the jurisdiction; figures of other places are not ours to act on. */
function ours<R extends { readonly area: string }>({ tree }: Engine, rows: readonly R[]): readonly R[] {
  const codes = new Set(tree.divisions.map(({ code }) => code))
  return rows.filter(({ area }) => codes.has(area))
}

/** The measures of a watch that the house has: a rule loaded for another one watches nothing by it, as the risk table shows. */
const measuresOf = ({ house }: Engine, { measure, also }: ReadingWatch): readonly string[] =>
  [measure, ...(also ?? [])].filter((name) => house.measures.has(name))

/** Figures of a watch by place and day, of the places of the jurisdiction; those of its further measures say so. */
async function figures(engine: Engine, warehouse: Figures, watch: ReadingWatch, since: Day, to: Day): Promise<readonly Row[]> {
  const all = await Promise.all(measuresOf(engine, watch).map((measure) => figuresBy(engine, warehouse, { watch, measure }, since, to)))
  return all.flat()
}

/** One of the measures of a watch. */
interface Watching {
  readonly watch: ReadingWatch
  readonly measure: string
}

async function figuresBy(engine: Engine, at: Figures, { watch, measure }: Watching, since: Day, to: Day): Promise<readonly Row[]> {
  const rows = await at.rows<Row>(
    `select ${named(watch.by)} as place, ${named(watch.area)} as area, period as "on", value, edition from figure
     where measure = ? and period between ? and ? order by 3, 1`,
    [measure, since, to],
  )
  return ours(engine, measure === watch.measure ? rows : rows.map((row) => ({ ...row, measure })))
}

/** The versions of the rules that were in force at any time in a span: an episode is judged by the one of its first day. */
const versionsIn = ({ parameters }: Engine, from: Day, to: Day) =>
  (parameters.named('risk.readings')?.versions ?? []).filter((version) => version.from <= to && (version.to === undefined || version.to >= from))

/** Every episode that reaches into a span of days. */
export async function episodesIn(engine: Engine, warehouse: Figures, from: Day, to: Day): Promise<readonly Found[]> {
  const found: Found[] = []
  const read = new Map<string, readonly Row[]>()
  for (const version of versionsIn(engine, addDays(from, -lookBack), to)) {
    for (const watch of (version.value as ReadingRules).watches) {
      const [first] = measuresOf(engine, watch)
      if (first === undefined) continue
      const key = `${watch.measure} ${watch.also ?? ''} ${watch.by} ${watch.area}`
      const rows = read.get(key) ?? (await figures(engine, warehouse, watch, addDays(from, -lookBack), to))
      read.set(key, rows)
      const rising = engine.house.measures.get(first)!.better !== 'higher'
      const areas = new Map(rows.map(({ place, area }) => [place, area]))
      const episodes = episodesOf(rows as readonly PlaceDay[], watch, rising, rulesOn(engine, to))
      const inForce = episodes.filter((one) => one.from >= version.from && (version.to === undefined || one.from <= version.to))
      const titles = Object.fromEntries(measuresOf(engine, watch).map((name) => [name, engine.house.measures.get(name)!.title]))
      found.push(...inForce.filter((one) => one.to >= from).map((one) => ({ ...one, watch, titles, area: areas.get(one.place)! })))
    }
  }
  return found
}

export interface FigureDay {
  readonly watch: string
  readonly place: string
  readonly on: Day
}

/** Days of a span on which a watched place has a figure, held back or not: of all others nothing is known. */
export async function daysWithFigures(engine: Engine, warehouse: Figures, from: Day, to: Day): Promise<readonly FigureDay[]> {
  const watches = versionsIn(engine, from, to).flatMap((version) => (version.value as ReadingRules).watches)
  const found = await Promise.all(
    watches.map(async (watch) => {
      const rows = await figures(engine, warehouse, watch, from, to)
      return rows.map(({ place, on }) => ({ watch: watch.name, place, on }))
    }),
  )
  return found.flat()
}

export interface Watched {
  readonly watch: ReadingWatch
  /** Of what: the measures by their titles, and whether a greater value is the worse one; null where the house has none of them. */
  readonly of: { readonly titles: readonly Words[]; readonly rising: boolean } | null
  /** Last day with a figure; null where there is none at all: then the watch sees nothing, which is not the same as quiet. */
  readonly last: Day | null
  readonly since: Day
}

/** What is watched now, and up to which day there is anything to watch. */
export async function watchedNow(engine: Engine, warehouse: Figures): Promise<readonly Watched[]> {
  const today = dayOf(engine.now())
  const rules = engine.parameters.find('risk.readings', today)?.value as ReadingRules | undefined
  if (!rules) return []
  const since = addDays(today, -rules.recentDays)
  return Promise.all(
    rules.watches.map(async (watch) => {
      const names = [watch.measure, ...(watch.also ?? [])]
      const rows = await warehouse.rows<{ area: string; last: Day }>(
        `select ${named(watch.area)} as area, max(period) as last from figure
         where measure in (${names.map(() => '?').join(', ')}) and value is not null and period <= ? group by 1`,
        [...names, today],
      )
      const measures = measuresOf(engine, watch).map((name) => engine.house.measures.get(name)!)
      const of = measures[0] ? { titles: measures.map(({ title }) => title), rising: measures[0].better !== 'higher' } : null
      return { watch, of, since, last: ours(engine, rows).map(({ last }) => last).sort().at(-1) ?? null }
    }),
  )
}
