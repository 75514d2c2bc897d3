// What a figure came from: its predicate is run again as of the moment it was computed, so that no edges need to be stored.
import { everything, type Filter } from '../../kernel/filter.ts'
import type { Measure } from '../../kernel/measure.ts'
import { conditionText } from '../compile.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import type { Cell as Scalar, Warehouse } from '../warehouse/warehouse.ts'
import { countedOver } from './cells.ts'
import type { Figure } from './figures.ts'
import { firstDay, lastDay, lengthOf } from './periods.ts'

export interface Origin {
  readonly kind: 'reading' | 'figure' | 'record'
  readonly total: number
  readonly items: readonly Readonly<Record<string, unknown>>[]
  /** Records that count but lie beyond the reader's reach. */
  readonly withheld: number
}

export interface Window {
  readonly limit: number
  readonly offset: number
  /** Which records may be listed one by one; absent: all. */
  readonly reach?: Filter
}

const own = (figure: Figure, dims: string): { sql: string; values: Scalar[] } => {
  const pairs = Object.entries(figure.dimensions)
  return {
    sql: pairs.map(([name]) => ` and (${dims}->>'${name.replaceAll("'", '')}') is not distinct from ?`).join(''),
    values: pairs.map(([, value]) => value),
  }
}

async function counted(warehouse: Warehouse, from: string, values: readonly Scalar[]): Promise<number> {
  const [row] = await warehouse.rows<{ total: number }>(`select count(*)::integer as total ${from}`, values)
  return row?.total ?? 0
}

/** Readings as they stood before a number of the warehouse's count: what had arrived, in its newest version by then. */
const readingsBefore = (tick: number): string => `(
  select r.stream, r.point, r.item, r.moment, r.value, r.quality, r.reason, 1 as version from reading r
    semi join (select key from batch where tick < ${tick}) b on b.key = r.batch
    anti join (select * from correction where tick < ${tick}) c on r.stream = c.stream and r.point = c.point and r.item = c.item and r.moment = c.moment
  union all
  select stream, point, item, moment, value, quality, reason, version from correction where tick < ${tick}
    qualify row_number() over (partition by stream, point, item, moment order by version desc) = 1)`

async function readings(warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  const source = measure.source as { stream: string; items: readonly string[] }
  const { sql, values: mine } = own(figure, 'p.dimensions')
  const from = `from ${readingsBefore(figure.tick)} r join point p on p.stream = r.stream and p.point = r.point
    where r.stream = ? and r.item in (${source.items.map(() => '?').join(', ')})
      and r.moment + interval 8 hour >= ?::timestamp and r.moment + interval 8 hour < ?::timestamp + interval 1 day${sql}`
  const values = [source.stream, ...source.items, firstDay(figure.at), lastDay(figure.at), ...mine]
  const items = await warehouse.rows(
    `select r.stream, r.point, r.item, strftime(r.moment + interval 8 hour, '%Y-%m-%d %H:%M') as "at", r.value::varchar as value, r.quality, r.reason, r.version
     ${from} order by r.moment, r.point, r.item limit ${window.limit} offset ${window.offset}`,
    values,
  )
  return { kind: 'reading', total: await counted(warehouse, from, values), items, withheld: 0 }
}

/** Figures as they stood then: of every cell the newest revision that had been written. */
const figuresBefore = (tick: number): string => `(
  select * from (select * from figure union all select * from figure_past) where tick < ${tick}
    qualify row_number() over (partition by measure, cell order by revision desc) = 1)`

async function figures(warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  const { calculation, source } = measure
  const index = calculation.kind === 'index' ? calculation.of : null
  const { sql, values: mine } = own(figure, 'dimensions')
  const where = index
    ? `measure in (${index.map(() => '?').join(', ')}) and cell = ?`
    : `measure = ? and substr(period, 1, ${lengthOf[measure.period]}) = ?${sql}`
  const values = index ? [...index, figure.cell] : [(source as { measure: string }).measure, figure.at, ...mine]
  const from = `from ${figuresBefore(figure.tick)} where ${where}`
  const items = await warehouse.rows(
    `select measure, cell, period as "at", value, n::integer as n, edition, revision ${from}
     order by period, measure, cell limit ${window.limit} offset ${window.offset}`,
    values,
  )
  return { kind: 'figure', total: await counted(warehouse, from, values), items, withheld: 0 }
}

async function records(engine: Engine, warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  const source = measure.source as { register: string; on: string }
  const register = engine.house.procedureOf(source.register).of
  const dims = Object.entries(figure.dimensions).map(([name]) => ` and "${columnOf(name)}"::varchar is not distinct from ?`)
  const from = (reach: Filter) => `from "fact_${tableOf(register.name)}"
    where seq_from < ? and (seq_to is null or seq_to >= ?) and substr("${columnOf(source.on)}"::varchar, 1, ${lengthOf[measure.period]}) = ?
      and ${conditionText(countedOver(measure.calculation))}${dims.join('')} and ${conditionText(reach)}`
  const values = [figure.checkpoint, figure.checkpoint, figure.at, ...Object.values(figure.dimensions)]
  const reach = window.reach ?? everything
  const items = await warehouse.rows(
    `select id, state, area, "${columnOf(source.on)}"::varchar as "on" ${from(reach)} order by 4, id limit ${window.limit} offset ${window.offset}`,
    values,
  )
  const total = await counted(warehouse, from(everything), values)
  const listed = window.reach ? await counted(warehouse, from(reach), values) : total
  return { kind: 'record', total, items: items.map((item) => ({ register: register.name, ...item })), withheld: total - listed }
}

/** The readings, figures or records that a figure rests on, as they stood when it was computed. */
export function lineageOf(engine: Engine, warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  if (measure.calculation.kind === 'index' || 'measure' in measure.source) return figures(warehouse, measure, figure, window)
  return 'stream' in measure.source ? readings(warehouse, measure, figure, window) : records(engine, warehouse, measure, figure, window)
}
