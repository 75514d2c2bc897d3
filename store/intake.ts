// Readings that arrive: taken whole or not at all, and just the figures that they touch computed again.
import { dayOf } from '../kernel/day.ts'
import type { Reading, Stream } from '../kernel/stream.ts'
import type { Engine } from './engine.ts'
import type { Touched } from './measures/cells.ts'
import { computeMeasures } from './measures/compute.ts'
import { takeReadings, type Taken } from './warehouse/readings.ts'
import type { Warehouse } from './warehouse/warehouse.ts'

export interface Point {
  readonly point: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** The points of a stream by name. */
export async function pointsOf(warehouse: Warehouse, stream: Stream): Promise<ReadonlyMap<string, Point>> {
  const rows = await warehouse.rows<{ point: string; dimensions: string }>(
    'select point, dimensions::varchar as dimensions from point where stream = ?',
    [stream.name],
  )
  return new Map(rows.map((row) => [row.point, { point: row.point, dimensions: JSON.parse(row.dimensions) as Record<string, string> }]))
}

/** The rules by which a reading is screened: those of its day, and for days before the first rule the first. */
export const screeningOn =
  (engine: Engine) =>
  (name: string, day: string): unknown =>
    (engine.parameters.find(name, day) ?? engine.parameters.all.find((each) => each.name === name)?.versions[0])?.value

/** What a batch touches: its days, at the places that all of its points share; one pass, so that a figure is revised once. */
function touchedBy(readings: readonly Reading[], points: ReadonlyMap<string, Point>): Touched {
  const days = readings.map((reading) => dayOf(reading.at)).sort()
  const [first = {}, ...others] = [...new Set(readings.map((reading) => reading.point))].map((name) => points.get(name)?.dimensions ?? {})
  const shared = Object.entries(first).filter(([name, value]) => others.every((each) => each[name] === value))
  return { from: days[0]!, to: days.at(-1)!, dimensions: Object.fromEntries(shared) }
}

/** Takes a batch and recomputes what rests on the points and days in it; a late reading is taken like any other. */
export async function receive(
  engine: Engine,
  warehouse: Warehouse,
  stream: Stream,
  batch: { key: string; readings: readonly Reading[] },
): Promise<Taken> {
  const taken = await takeReadings(warehouse, stream, batch, screeningOn(engine))
  if (taken.taken === 0) return taken
  const points = await pointsOf(warehouse, stream)
  const items = new Set(batch.readings.map((reading) => reading.item))
  const measures = [...engine.house.measures.values()]
    .filter((m) => 'stream' in m.source && m.source.stream === stream.name && m.source.items.some((item) => items.has(item)))
    .map((m) => m.name)
  await computeMeasures(engine, warehouse, { measures, touched: touchedBy(batch.readings, points), reason: '新到的读数' })
  return taken
}
