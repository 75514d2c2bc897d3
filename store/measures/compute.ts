// Computing of measures: in the order of what rests on what, all cells or just those that a change touched.
import { citationKey } from '../../kernel/citation.ts'
import type { Edition, Measure, Part } from '../../kernel/measure.ts'
import type { Engine } from '../engine.ts'
import { sizeOf } from '../log/tree.ts'
import type { Warehouse, WarehouseSession } from '../warehouse/warehouse.ts'
import { calculate, combine, type Valued } from './calculate.ts'
import { dimensionsReader, gather, type Gathered, type Touched } from './cells.ts'
import { cellOf, writeFigures, type NewFigure } from './figures.ts'
import { expectedReadings, firstDay, lastDay, lengthOf } from './periods.ts'

/** Names of the measures that a measure rests on. */
const restsOn = (measure: Measure): readonly string[] =>
  measure.calculation.kind === 'index' ? measure.calculation.of : 'measure' in measure.source ? [measure.source.measure] : []

/** Measures so ordered that each stands after those it rests on; throws on a circle. */
export function inOrder(measures: ReadonlyMap<string, Measure>): readonly Measure[] {
  const done = new Map<string, Measure>()
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return
    if (path.includes(name)) throw new Error(`measures rest on one another in a circle: ${[...path, name].join(' → ')}`)
    const measure = measures.get(name)
    if (!measure) throw new Error(`there is no measure ${name}`)
    for (const below of restsOn(measure)) visit(below, [...path, name])
    done.set(name, measure)
  }
  for (const name of measures.keys()) visit(name, [])
  return [...done.values()]
}

const editionFor = (measure: Measure, at: string): Edition | undefined => {
  const day = lastDay(at)
  return measure.editions.find((e) => e.from <= day && (e.to === undefined || day <= e.to))
}

function coverage(engine: Engine, measure: Measure, at: string, n: number): number | null {
  if (!('stream' in measure.source)) return null
  const stream = engine.house.streams.get(measure.source.stream)!
  const expected = expectedReadings(at, stream.interval) * measure.source.items.length
  return Math.min(1, n / expected)
}

function figureFor(
  engine: Engine,
  measure: Measure,
  place: { dimensions: Readonly<Record<string, string>>; at: string },
  valued: Valued,
  checkpoint: number,
): NewFigure | null {
  const edition = editionFor(measure, place.at)
  if (!edition) return null
  const parameters = (measure.parameters ?? []).flatMap((name) => {
    const version = engine.parameters.find(name, lastDay(place.at))
    return version ? [{ name, from: version.from, mark: version.mark }] : []
  })
  return {
    measure: measure.name,
    dimensions: place.dimensions,
    at: place.at,
    value: valued.value,
    low: valued.low ?? null,
    high: valued.high ?? null,
    n: valued.n,
    coverage: coverage(engine, measure, place.at, valued.n),
    edition: `${edition.name} (${citationKey(edition.basis)})`,
    why: valued.why ?? null,
    notes: valued.notes ?? null,
    parameters,
    checkpoint,
  }
}

const parameterAt =
  (engine: Engine, at: string) =>
  (name: string): unknown => {
    const version = engine.parameters.find(name, lastDay(at))
    if (!version) throw new Error(`no value of ${name} in force on ${lastDay(at)}`)
    return version.value
  }

interface PartRow extends Record<string, unknown> {
  readonly dims: string
  readonly at: string
  readonly measure: string
  readonly value: string | null
  readonly n: number
  readonly coverage: number | null
}

/** Figures of the named measures, those of one cell one after another; only where a change touched them. */
function partsOf(session: WarehouseSession, names: readonly string[], touched?: Touched): Promise<PartRow[]> {
  const places = Object.entries(touched?.dimensions ?? {})
  return session.rows<PartRow>(
    `select dimensions::varchar as dims, period as at, measure, value, n::integer as n, coverage from figure
     where measure in (${names.map(() => '?').join(', ')})${touched ? ` and period between ? and ?` : ''}
       ${places.map(([name]) => ` and (dimensions->>'${name}') = ?`).join('')} order by period, cell`,
    [...names, ...(touched ? [touched.from, touched.to] : []), ...places.map(([, value]) => value)],
  )
}

async function indexed(
  session: WarehouseSession,
  engine: Engine,
  measure: Measure,
  checkpoint: number,
  touched?: Touched,
): Promise<NewFigure[]> {
  if (measure.calculation.kind !== 'index') return []
  const { of: names } = measure.calculation
  const length = lengthOf[measure.period]
  const cut = (day: string) => day.slice(0, length)
  const rows = await partsOf(session, names, touched && { ...touched, from: cut(touched.from), to: cut(touched.to) })
  const dimensionsOf = dimensionsReader()
  const missing: Part = { value: null, n: 0, coverage: null }
  const made: NewFigure[] = []
  for (let start = 0; start < rows.length; ) {
    const { dims, at } = rows[start]!
    const parts: Record<string, Part> = Object.fromEntries(names.map((name) => [name, missing]))
    for (; rows[start]?.dims === dims && rows[start]?.at === at; start++) {
      const { measure: name, value, n, coverage: share } = rows[start]!
      parts[name] = { value, n, coverage: share }
    }
    const place = { dimensions: dimensionsOf(dims), at }
    const valued = combine(parts, { ...place, period: measure.period }, measure, parameterAt(engine, at))
    const figure = figureFor(engine, measure, place, valued, checkpoint)
    if (figure) made.push(figure)
  }
  return made
}

/** A change touches whole cells: a corrected hour recomputes its day, its month and its year. */
const widened = (touched: Touched | undefined, measure: Measure): Touched | undefined => {
  if (!touched) return undefined
  const cut = (day: string) => day.slice(0, { day: 10, month: 7, year: 4 }[measure.period])
  const dimensions = Object.fromEntries(Object.entries(touched.dimensions ?? {}).filter(([name]) => measure.dimensions.includes(name)))
  return { from: firstDay(cut(touched.from)), to: lastDay(cut(touched.to)), dimensions }
}

/**
 * Cells that the last record left, as when a verdict fell or a case went to another place: figures of them stand, and
 * nothing is gathered for them any more. Readings and figures never leave a cell.
 */
async function emptied(session: WarehouseSession, measure: Measure, gathered: readonly Gathered[], touched?: Touched): Promise<Gathered[]> {
  if (!('register' in measure.source)) return []
  const cut = (day: string) => day.slice(0, lengthOf[measure.period])
  const stand = await partsOf(session, [measure.name], touched && { ...touched, from: cut(touched.from), to: cut(touched.to) })
  const dimensionsOf = dimensionsReader()
  const found = new Set(gathered.map(({ dimensions, at }) => cellOf(dimensions, at)))
  return stand
    .map(({ dims, at }) => ({ dimensions: dimensionsOf(dims), at, n: 0, part: 0, sum: null, values: [] }))
    .filter(({ dimensions, at }) => !found.has(cellOf(dimensions, at)))
}

async function computeOne(
  session: WarehouseSession,
  engine: Engine,
  measure: Measure,
  checkpoint: number,
  touched?: Touched,
): Promise<NewFigure[]> {
  if (measure.calculation.kind === 'index') return indexed(session, engine, measure, checkpoint, widened(touched, measure))
  const gathered = await gather(session, engine.house, measure, widened(touched, measure))
  const left = await emptied(session, measure, gathered, widened(touched, measure))
  return [...gathered, ...left].flatMap(
    (cell) => figureFor(engine, measure, cell, calculate(cell, measure, parameterAt(engine, cell.at)), checkpoint) ?? [],
  )
}

export interface Change {
  readonly measure: string
  readonly cells: readonly string[]
}

export interface Asking {
  /** Names; absent: all. What rests on them is computed too. */
  readonly measures?: readonly string[]
  readonly touched?: Touched
  /** Why figures may change: written into the revision. */
  readonly reason?: string
  readonly progress?: (done: number, of: number, name: string) => void
}

/** The named measures with all that rest on them. */
function affected(measures: readonly Measure[], names: readonly string[] | undefined): readonly Measure[] {
  if (!names) return measures
  const reached = new Set(names)
  for (const measure of measures) if (restsOn(measure).some((name) => reached.has(name))) reached.add(measure.name)
  return measures.filter((measure) => reached.has(measure.name))
}

/** Entries of the log whose facts stand in the warehouse; where none was followed yet, the size of the log. */
async function checkpointOf(engine: Engine, warehouse: Warehouse): Promise<number> {
  const [followed] = await warehouse.rows<{ seq: string }>("select seq::varchar as seq from follow where name = 'facts'")
  return followed ? Number(followed.seq) : sizeOf(engine.database)
}

/** Computes measures; each measure's figures are written in one transaction of the warehouse. */
export async function computeMeasures(engine: Engine, warehouse: Warehouse, asking: Asking = {}): Promise<readonly Change[]> {
  const wanted = affected(inOrder(engine.house.measures), asking.measures)
  const checkpoint = await checkpointOf(engine, warehouse)
  const changes: Change[] = []
  for (const [done, measure] of wanted.entries()) {
    asking.progress?.(done, wanted.length, measure.name)
    const cells = await warehouse.transaction(async (session) =>
      writeFigures(session, await computeOne(session, engine, measure, checkpoint, asking.touched), {
        reason: asking.reason ?? null,
        touched: asking.touched !== undefined,
      }),
    )
    if (cells.length > 0) changes.push({ measure: measure.name, cells })
  }
  asking.progress?.(wanted.length, wanted.length, '')
  return changes
}
