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
  readonly values_: readonly { at: string; point: string; item: string; value: string | null }[] | null
}

const asGathered = (row: Row): Gathered => ({
  dimensions: JSON.parse(row.dims) as Record<string, string>,
  at: row.cell_at,
  n: Number(row.n),
  part: Number(row.part ?? 0),
  sum: row.total,
  values: row.values_ ?? [],
})

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

/** Stored in UTC; cells are days of Asia/Shanghai, which is always eight hours ahead. */
const localTime = 'r.moment + interval 8 hour'

function limits(touched: Touched | undefined, dims: string): { sql: string; values: Scalar[] } {
  if (!touched) return { sql: '', values: [] }
  const own = Object.entries(touched.dimensions ?? {})
  return {
    sql: ` and ${localTime} >= ?::timestamp and ${localTime} < (?::timestamp + interval 1 day)${own.map(([name]) => ` and (${dims}->>'${name}') = ?`).join('')}`,
    values: [touched.from, touched.to, ...own.map(([, value]) => value)],
  }
}

async function fromStream(session: WarehouseSession, measure: Measure, interval: string, touched?: Touched): Promise<Gathered[]> {
  const source = measure.source as { stream: string; items: readonly string[] }
  const limit = limits(touched, 'p.dimensions')
  const format = interval === 'day' ? '%Y-%m-%d' : '%Y-%m-%d %H'
  const values = needsValues(measure)
    ? `list({'at': strftime(${localTime}, '${format}'), 'point': r.point, 'item': r.item, 'value': case when r.quality in ('suspect', 'missing') then null else r.value::varchar end} order by r.moment, r.point, r.item)`
    : 'null'
  const rows = await session.rows<Row>(
    `select ${dimensionPick(measure, 'p.dimensions')}::varchar as dims, strftime(${localTime}, '${formats[measure.period]}') as cell_at,
       count(*) filter (where r.quality not in ('suspect', 'missing'))::integer as n, 0 as part,
       (sum(r.value) filter (where r.quality not in ('suspect', 'missing')))::varchar as total, ${values} as values_
     from current_reading r join point p on p.stream = r.stream and p.point = r.point
     where r.stream = ? and r.item in (${source.items.map(() => '?').join(', ')})${limit.sql}
     group by 1, 2`,
    [source.stream, ...source.items, ...limit.values],
  )
  return rows.map(asGathered)
}

const formats = { day: '%Y-%m-%d', month: '%Y-%m', year: '%Y' } as const

async function fromMeasure(session: WarehouseSession, measure: Measure, touched?: Touched): Promise<Gathered[]> {
  const source = measure.source as { measure: string }
  const { calculation } = measure
  const length = lengthOf[measure.period]
  const rate = calculation.kind === 'rate' ? calculation : null
  const part = rate ? conditionText(rate.part) : 'false'
  const rows = await session.rows<Row>(
    `select ${dimensionPick(measure, 'dimensions')}::varchar as dims, substr(period, 1, ${length}) as cell_at, count(value)::integer as n,
       count(*) filter (where value is not null and ${part})::integer as part, sum(value)::varchar as total,
       ${needsValues(measure) ? "list({'at': period, 'point': cell, 'item': measure, 'value': value::varchar} order by period, cell)" : 'null'} as values_
     from (select measure, cell, dimensions, period, value::decimal(18, 6) as value from figure where measure = ?)
     where true${touched ? ` and substr(period, 1, ${length}) between ? and ?` : ''} group by 1, 2`,
    [source.measure, ...(touched ? [touched.from.slice(0, length), touched.to.slice(0, length)] : [])],
  )
  return rows.map(asGathered)
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
  return rows.map(asGathered)
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
