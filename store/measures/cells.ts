// Cells of a measure gathered from its source: readings, facts or figures, grouped by dimensions and period.
import { everything, type Filter } from '../../kernel/filter.ts'
import type { House } from '../../kernel/house.ts'
import type { Folded, Measure } from '../../kernel/measure.ts'
import type { Cell as Scalar, WarehouseSession } from '../warehouse/warehouse.ts'
import { conditionText } from '../compile.ts'
import { columnOf, tableOf } from '../names.ts'
import { lengthOf } from './periods.ts'

/** A cell with what its calculation needs: sums for additive kinds, the single values for others. */
export interface Gathered {
  readonly dimensions: Readonly<Record<string, string>>
  readonly at: string
  readonly n: number
  readonly part: number
  readonly sum: string | null
  readonly values: readonly Folded[]
}

/** Only these cells, as when a reading was corrected; absent: all. */
export interface Touched {
  readonly from: string
  readonly to: string
  readonly dimensions?: Readonly<Record<string, string>>
}

interface Row extends Record<string, unknown> {
  readonly dims: string
  readonly cell_at: string
  readonly n: number
  readonly part: number
  readonly total: string | null
  readonly values_: string | null
}

/** Few places have many cells: each text of dimensions is read once. */
export function dimensionsReader(): (text: string) => Readonly<Record<string, string>> {
  const known = new Map<string, Readonly<Record<string, string>>>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    const read = JSON.parse(text) as Record<string, string>
    known.set(text, read)
    return read
  }
}

function allGathered(rows: readonly Row[]): Gathered[] {
  const dimensionsOf = dimensionsReader()
  return rows.map((row) => ({
    dimensions: dimensionsOf(row.dims),
    at: row.cell_at,
    n: Number(row.n),
    part: Number(row.part ?? 0),
    sum: row.total,
    // Taken apart only while the cell is being calculated: all cells' readings at once would not fit.
    get values() {
      return unpacked(row.values_)
    },
  }))
}

const dimensionPick = (measure: Measure, source: string): string =>
  `json_object(${[...measure.dimensions]
    .sort()
    .map((d) => `'${d}', ${source}->>'${d}'`)
    .join(', ')})`

/** Which records a calculation counts over: its own condition, or the whole of which a rate takes a part. */
export const countedOver = (calculation: Measure['calculation']): Filter =>
  'where' in calculation && calculation.where
    ? calculation.where
    : calculation.kind === 'rate' && calculation.of
      ? calculation.of
      : everything

const needsValues = (measure: Measure): boolean => measure.calculation.kind === 'fold' || measure.calculation.kind === 'percentile'

/** Between the parts of a reading and between readings, where the readings of a cell travel as one text. */
const [unit, record] = ['\u001f', '\u001e']

/**
 * Readings of a cell in one text, from which a fold gets them: a hundred times as many as cells, so objects would cost
 * most. They are put in order when they are taken apart; an engine that orders within a group holds all groups at once.
 */
const packed = (at: string, point: string, item: string, value: string): string =>
  `string_agg(concat(${at}, '${unit}', ${point}, '${unit}', ${item}, '${unit}', ${value}), '${record}')`

const unpacked = (text: string | null): readonly Folded[] =>
  text === null
    ? []
    : text
        .split(record)
        .sort()
        .map((one) => {
          const [at = '', point = '', item = '', value = ''] = one.split(unit)
          return { at, point, item, value: value === '' ? null : value }
        })

/** Stored in UTC; cells are days of Asia/Shanghai, which is always eight hours ahead. */
const local = 'r.moment + interval 8 hour'

/** The days that a change touches, as a condition that the engine can look up, and the points where it touches them. */
function limits(touched: Touched | undefined): { moments: string; places: string; values: Scalar[] } {
  if (!touched) return { moments: '', places: '', values: [] }
  const own = Object.entries(touched.dimensions ?? {})
  return {
    moments: ` and r.moment >= ?::timestamp - interval 8 hour and r.moment < ?::timestamp + interval 16 hour`,
    places: own.map(([name]) => ` and (dimensions->>'${name}') = ?`).join(''),
    values: [...own.map(([, value]) => value), touched.from, touched.to],
  }
}

async function fromStream(session: WarehouseSession, measure: Measure, interval: string, touched?: Touched): Promise<Gathered[]> {
  const source = measure.source as { stream: string; items: readonly string[] }
  const limit = limits(touched)
  const places = Object.keys(touched?.dimensions ?? {}).length
  const format = interval === 'day' ? '%Y-%m-%d' : '%Y-%m-%d %H'
  const usable = `r.quality not in ('suspect', 'missing')`
  const values = needsValues(measure)
    ? packed(`strftime(${local}, '${format}')`, 'r.point', 'r.item', `case when ${usable} then r.value::varchar end`)
    : 'null'
  const rows = await session.rows<Row>(
    `with place as (select point, ${dimensionPick(measure, 'dimensions')}::varchar as dims from point where stream = ?${limit.places}),
       numbered as (select point, dims, dense_rank() over (order by dims) as place from place),
       cell as (select n.place, date_trunc('${measure.period}', ${local}) as at, count(*) filter (where ${usable})::integer as n,
           (sum(r.value) filter (where ${usable}))::varchar as total, ${values} as values_
         from current_reading r join numbered n on n.point = r.point
         where r.stream = ? and r.item in (${source.items.map(() => '?').join(', ')})${limit.moments} group by 1, 2)
     select d.dims, strftime(cell.at, '${formats[measure.period]}') as cell_at, cell.n, 0 as part, cell.total, cell.values_
     from cell join (select distinct place, dims from numbered) d on d.place = cell.place`,
    [source.stream, ...limit.values.slice(0, places), source.stream, ...source.items, ...limit.values.slice(places)],
  )
  return allGathered(rows)
}

const formats = { day: '%Y-%m-%d', month: '%Y-%m', year: '%Y' } as const

async function fromMeasure(session: WarehouseSession, measure: Measure, touched?: Touched): Promise<Gathered[]> {
  const source = measure.source as { measure: string }
  const { calculation } = measure
  const length = lengthOf[measure.period]
  const rate = calculation.kind === 'rate' ? calculation : null
  const part = rate ? conditionText(rate.part) : 'false'
  const places = Object.entries(touched?.dimensions ?? {})
  const rows = await session.rows<Row>(
    `select ${dimensionPick(measure, 'dimensions')}::varchar as dims, substr(period, 1, ${length}) as cell_at, count(value)::integer as n,
       count(*) filter (where value is not null and ${part})::integer as part, sum(value)::varchar as total,
       ${needsValues(measure) ? packed('period', 'cell', 'measure', 'value::varchar') : 'null'} as values_
     from (select measure, cell, dimensions, period, value::decimal(18, 6) as value from figure where measure = ?)
     where true${touched ? ` and substr(period, 1, ${length}) between ? and ?${places.map(([name]) => ` and (dimensions->>'${name}') = ?`).join('')}` : ''} group by 1, 2`,
    [source.measure, ...(touched ? [touched.from.slice(0, length), touched.to.slice(0, length), ...places.map(([, value]) => value)] : [])],
  )
  return allGathered(rows)
}

async function fromFacts(
  session: WarehouseSession,
  house: House,
  measure: Measure,
  touched?: Touched,
  within: Filter = everything,
): Promise<Gathered[]> {
  const source = measure.source as { register: string; on: string }
  const { calculation } = measure
  const where: Filter = { all: [countedOver(calculation), within] }
  const column = (name: string) => `"${columnOf(name)}"`
  const dims = `json_object(${[...measure.dimensions]
    .sort()
    .map((d) => `'${d}', ${column(d)}`)
    .join(', ')})`
  const field = 'field' in calculation && calculation.field ? column(calculation.field) : 'null'
  const published = calculation.kind === 'as-published'
  const length = lengthOf[measure.period]
  const rows = await session.rows<Row>(
    `select ${dims}::varchar as dims, substr(${column(source.on)}::varchar, 1, ${length}) as cell_at, count(*)::integer as n,
       ${published ? `count(distinct ${field})` : `count(*) filter (where ${calculation.kind === 'rate' ? conditionText(calculation.part) : 'false'})`}::integer as part,
       ${published ? 'min' : 'sum'}(${field})::varchar as total, null as values_
     from "fact_${tableOf(house.procedureOf(source.register).of.name)}" where seq_to is null and ${column(source.on)} is not null and ${conditionText(where)}
     ${touched ? `and substr(${column(source.on)}::varchar, 1, ${length}) between ? and ?` : ''} group by 1, 2`,
    touched ? [touched.from.slice(0, length), touched.to.slice(0, length)] : [],
  )
  return allGathered(rows)
}

/** The cells of a measure of records, counted over those that a reader's duties reach and no others. */
export const gatherWithin = (session: WarehouseSession, house: House, measure: Measure, within: Filter): Promise<Gathered[]> =>
  fromFacts(session, house, measure, undefined, within)

/** The cells of a measure with what its calculation needs. */
export async function gather(session: WarehouseSession, house: House, measure: Measure, touched?: Touched): Promise<Gathered[]> {
  const { source } = measure
  if ('stream' in source) return fromStream(session, measure, house.streams.get(source.stream)!.interval, touched)
  if ('measure' in source) return fromMeasure(session, measure, touched)
  return fromFacts(session, house, measure, touched)
}
