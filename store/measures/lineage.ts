// What a figure came from: its predicate is run again as of its checkpoint, so that no edges need to be stored.
import type { Measure } from '../../kernel/measure.ts'
import { conditionText } from '../compile.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'
import type { Figure } from './figures.ts'
import { firstDay, lastDay, lengthOf } from './periods.ts'

export interface Origin {
  readonly kind: 'reading' | 'figure' | 'record'
  readonly total: number
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

export interface Window {
  readonly limit: number
  readonly offset: number
}

async function readings(warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  const source = measure.source as { stream: string; items: readonly string[] }
  const own = Object.entries(figure.dimensions)
  const where = `r.stream = ? and r.item in (${source.items.map(() => '?').join(', ')}) and r.moment + interval 8 hour >= ?::timestamp and r.moment + interval 8 hour < ?::timestamp + interval 1 day${own.map(([name]) => ` and (p.dimensions->>'${name}') = ?`).join('')}`
  const values = [source.stream, ...source.items, firstDay(figure.at), lastDay(figure.at), ...own.map(([, value]) => value)]
  const from = 'from current_reading r join point p on p.stream = r.stream and p.point = r.point'
  const [{ total }] = (await warehouse.rows<{ total: number }>(`select count(*)::integer as total ${from} where ${where}`, values)) as [
    { total: number },
  ]
  const items = await warehouse.rows(
    `select r.point, r.item, strftime(r.moment + interval 8 hour, '%Y-%m-%d %H:%M') as "at", r.value::varchar as value, r.quality, r.reason, r.version ${from} where ${where} order by r.moment, r.point, r.item limit ${window.limit} offset ${window.offset}`,
    values,
  )
  return { kind: 'reading', total, items }
}

async function figures(warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  const source = measure.source as { measure: string }
  const length = lengthOf[measure.period]
  const own = Object.entries(figure.dimensions)
  const where = `measure = ? and substr(period, 1, ${length}) = ?${own.map(([name]) => ` and (dimensions->>'${name}') = ?`).join('')}`
  const values = [source.measure, figure.at, ...own.map(([, value]) => value)]
  const [{ total }] = (await warehouse.rows<{ total: number }>(`select count(*)::integer as total from figure where ${where}`, values)) as [
    { total: number },
  ]
  const items = await warehouse.rows(
    `select measure, cell, period as "at", value, n::integer as n, edition from figure where ${where} order by period, cell limit ${window.limit} offset ${window.offset}`,
    values,
  )
  return { kind: 'figure', total, items }
}

async function records(engine: Engine, warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  const source = measure.source as { register: string; on: string }
  const register = engine.house.procedureOf(source.register).of
  const { calculation } = measure
  const filter =
    'where' in calculation && calculation.where
      ? calculation.where
      : calculation.kind === 'rate' && calculation.of
        ? calculation.of
        : { all: [] }
  const own = Object.entries(figure.dimensions)
    .map(([name, value]) => `and "${columnOf(name)}"::varchar = '${value.replaceAll("'", "''")}'`)
    .join(' ')
  const where = `seq_from < ? and (seq_to is null or seq_to >= ?) and substr("${columnOf(source.on)}"::varchar, 1, ${lengthOf[measure.period]}) = ? and ${conditionText(filter)} ${own}`
  const values = [figure.checkpoint, figure.checkpoint, figure.at]
  const [{ total }] = (await warehouse.rows<{ total: number }>(
    `select count(*)::integer as total from "fact_${tableOf(register.name)}" where ${where}`,
    values,
  )) as [{ total: number }]
  const items = await warehouse.rows(
    `select id, state, area, "${columnOf(source.on)}"::varchar as "on" from "fact_${tableOf(register.name)}" where ${where} order by 4, id limit ${window.limit} offset ${window.offset}`,
    values,
  )
  return { kind: 'record', total, items: items.map((item) => ({ register: register.name, ...item })) }
}

/** The readings, figures or records that a figure rests on, as of its checkpoint. */
export function lineageOf(engine: Engine, warehouse: Warehouse, measure: Measure, figure: Figure, window: Window): Promise<Origin> {
  if (measure.calculation.kind === 'index') {
    const items = measure.calculation.of.map((name) => ({ measure: name, cell: figure.cell, at: figure.at }))
    return Promise.resolve({ kind: 'figure', total: items.length, items })
  }
  if ('stream' in measure.source) return readings(warehouse, measure, figure, window)
  return 'measure' in measure.source ? figures(warehouse, measure, figure, window) : records(engine, warehouse, measure, figure, window)
}
