// Figures as they stand: value, interval, n, coverage, edition, parameters, checkpoint and revision; a changed one keeps the old.
import type { Words } from '../../kernel/words.ts'
import { nextTick } from '../warehouse/tables.ts'
import type { Warehouse, WarehouseSession, WarehouseRow } from '../warehouse/warehouse.ts'

export interface Figure {
  readonly measure: string
  /** Dimensions and period in one text, unique within the measure. */
  readonly cell: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly at: string
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly n: number
  readonly coverage: number | null
  readonly edition: string
  readonly why: Words | null
  readonly notes: Readonly<Record<string, unknown>> | null
  readonly parameters: readonly { readonly name: string; readonly from: string; readonly mark: string }[]
  /** Entries of the log that the figure rests on. */
  readonly checkpoint: number
  /** Number of the warehouse's own count: what was written before it is what the figure rests on. */
  readonly tick: number
  readonly revision: number
  readonly reason: string | null
  readonly computed: string
}

export type NewFigure = Omit<Figure, 'revision' | 'reason' | 'computed' | 'cell' | 'tick'>

/** `city=130100|2014`: the cell's name in addresses. */
export const cellOf = (dimensions: Readonly<Record<string, string>>, at: string): string =>
  [
    ...Object.entries(dimensions)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, value]) => `${name}=${value}`),
    at,
  ].join('|')

const selected = `measure, cell, dimensions::varchar as dimensions, period, value, low, high, n::integer as n, coverage, edition, why::varchar as why, notes::varchar as notes,
  parameters::varchar as parameters, checkpoint::integer as checkpoint, revision, reason, computed::varchar as computed, tick::integer as tick`

interface Raw extends WarehouseRow {
  [column: string]: unknown
}

const parsed = (text: unknown): never => (typeof text === 'string' ? JSON.parse(text) : null) as never

const figureFrom = (row: Raw): Figure => ({
  ...(row as unknown as Figure),
  at: row['period'] as string,
  dimensions: parsed(row['dimensions']),
  why: parsed(row['why']),
  notes: parsed(row['notes']),
  parameters: parsed(row['parameters']),
})

export interface Wanted {
  readonly measure: string
  readonly at?: string
  /** Periods that begin with this, such as all days of `2014-03`. */
  readonly within?: string
  readonly dimensions?: Readonly<Record<string, string>>
}

export async function figuresOf(warehouse: Pick<Warehouse, 'rows'>, wanted: Wanted): Promise<Figure[]> {
  const own = Object.entries(wanted.dimensions ?? {})
  const rows = await warehouse.rows<Raw>(
    `select ${selected} from figure where measure = ?${wanted.at ? ' and period = ?' : ''}${wanted.within ? ' and starts_with(period, ?)' : ''}${own.map(([name]) => ` and (dimensions->>'${name.replaceAll("'", '')}') = ?`).join('')} order by period, cell`,
    [wanted.measure, ...(wanted.at ? [wanted.at] : []), ...(wanted.within ? [wanted.within] : []), ...own.map(([, value]) => value)],
  )
  return rows.map(figureFrom)
}

/** One figure and its earlier revisions, the newest first. */
export async function revisionsOf(warehouse: Pick<Warehouse, 'rows'>, measure: string, cell: string): Promise<Figure[]> {
  const rows = await warehouse.rows<Raw>(
    `select ${selected} from (select * from figure union all select * from figure_past) where measure = ? and cell = ? order by revision desc`,
    [measure, cell],
  )
  return rows.map(figureFrom)
}

const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value))

export interface Writing {
  /** Why figures may change: written into the revision. */
  readonly reason: string | null
  /** A few cells after a change below them: those whose value stays are said to rest on what is there now. */
  readonly touched: boolean
}

/**
 * Writes what was computed. A figure whose value did not change keeps its revision; one that did is moved to the
 * past and stands anew with the reason. Returns the cells that changed.
 */
export async function writeFigures(session: WarehouseSession, figures: readonly NewFigure[], writing: Writing): Promise<string[]> {
  await session.run(`create or replace temp table made as select * from figure where false`)
  // Most figures of a measure were judged by the same parameters: each list is written out once.
  const texts = new Map<unknown, string>()
  const parametersText = (list: NewFigure['parameters']): string => {
    const name = list.map((each) => `${each.name} ${each.from} ${each.mark}`).join('|')
    const known = texts.get(name) ?? JSON.stringify(list)
    texts.set(name, known)
    return known
  }
  const computed = new Date().toISOString().slice(0, 19).replace('T', ' ')
  await session.append('made', (appender) => {
    for (const f of figures) {
      for (const text of [f.measure, cellOf(f.dimensions, f.at), JSON.stringify(f.dimensions), f.at]) appender.appendVarchar(text)
      for (const text of [f.value, f.low, f.high]) text === null ? appender.appendNull() : appender.appendVarchar(text)
      appender.appendBigInt(BigInt(f.n))
      f.coverage === null ? appender.appendNull() : appender.appendDouble(f.coverage)
      appender.appendVarchar(f.edition)
      for (const text of [json(f.why), json(f.notes)]) text === null ? appender.appendNull() : appender.appendVarchar(text)
      appender.appendVarchar(parametersText(f.parameters))
      appender.appendBigInt(BigInt(f.checkpoint))
      appender.appendInteger(1)
      appender.appendNull()
      appender.appendNull()
      appender.appendNull()
      appender.endRow()
    }
  })
  return settle(session, writing, computed)
}

async function settle(session: WarehouseSession, writing: Writing, computed: string): Promise<string[]> {
  const tick = await nextTick(session)
  await session.run(`create or replace temp table changed as
    select m.measure, m.cell, coalesce(f.revision, 0) + 1 as next from made m left join figure f on f.measure = m.measure and f.cell = m.cell
    where f.cell is null or f.value is distinct from m.value or f.low is distinct from m.low or f.high is distinct from m.high or f.n <> m.n
      or f.edition <> m.edition or f.notes::varchar is distinct from m.notes::varchar or f.why::varchar is distinct from m.why::varchar`)
  await session.run(`insert into figure_past select f.* from figure f join changed c on c.measure = f.measure and c.cell = f.cell`)
  await session.run(`delete from figure using changed c where figure.measure = c.measure and figure.cell = c.cell`)
  if (writing.touched)
    await session.run(
      'update figure set tick = ?, checkpoint = m.checkpoint from made m where m.measure = figure.measure and m.cell = figure.cell',
      [tick],
    )
  await session.run(
    `insert into figure select m.* replace (c.next as revision, case when c.next > 1 then ? else null end as reason, ?::timestamp as computed, ? as tick)
     from made m join changed c on c.measure = m.measure and c.cell = m.cell`,
    [writing.reason, computed, tick],
  )
  const rows = await session.rows<{ cell: string }>('select cell from changed')
  return rows.map((row) => row.cell)
}
