// The other way of lineage: the figures that a record or a reading entered, and those that rest on these in turn.
import { dayOf } from '../../kernel/day.ts'
import type { House } from '../../kernel/house.ts'
import type { Measure } from '../../kernel/measure.ts'
import type { Register } from '../../kernel/register.ts'
import type { Stream } from '../../kernel/stream.ts'
import { conditionText } from '../compile.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'
import { countedOver } from './cells.ts'
import { cellOf, revisionsOf, type Figure } from './figures.ts'
import { lengthOf } from './periods.ts'

export interface Entered {
  readonly measure: Measure
  readonly figure: Figure
  /** Through which measure; null where it counts the record itself. */
  readonly through: string | null
}

interface Place {
  readonly measure: Measure
  readonly cell: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly at: string
  readonly through: string | null
}

const placed = (measure: Measure, dimensions: Readonly<Record<string, string>>, at: string, through: string | null): Place => {
  const picked = Object.fromEntries(measure.dimensions.map((name) => [name, dimensions[name] ?? (null as unknown as string)]))
  const cut = at.slice(0, lengthOf[measure.period])
  return { measure, cell: cellOf(picked, cut), dimensions: picked, at: cut, through }
}

/** Cells of the measures that rest on a cell, and of those that rest on them. */
function above(house: House, below: Place): readonly Place[] {
  return [...house.measures.values()].flatMap((measure) => {
    const { calculation, source } = measure
    const rests =
      calculation.kind === 'index'
        ? calculation.of.includes(below.measure.name)
        : 'measure' in source && source.measure === below.measure.name
    if (!rests) return []
    const place = placed(measure, below.dimensions, below.at, below.measure.name)
    return [place, ...above(house, place)]
  })
}

async function figuresAt(warehouse: Warehouse, places: readonly Place[], counts: (figure: Figure) => boolean): Promise<Entered[]> {
  const found: Entered[] = []
  for (const place of places)
    for (const figure of await revisionsOf(warehouse, place.measure.name, place.cell))
      if (counts(figure)) found.push({ measure: place.measure, figure, through: place.through })
  return found
}

const withAbove = (house: House, own: readonly Place[]): readonly Place[] => {
  const all = own.flatMap((place) => [place, ...above(house, place)])
  return [...new Map(all.map((place) => [`${place.measure.name} ${place.cell}`, place])).values()]
}

/** Figures that a reading entered, in every revision that was written after it had come. */
export async function figuresOfReading(
  engine: Engine,
  warehouse: Warehouse,
  stream: Stream,
  reading: { readonly point: string; readonly item: string; readonly at: string },
): Promise<readonly Entered[]> {
  const [point] = await warehouse.rows<{ dimensions: string }>(
    'select dimensions::varchar as dimensions from point where stream = ? and point = ?',
    [stream.name, reading.point],
  )
  const moment = new Date(reading.at).toISOString().slice(0, 19).replace('T', ' ')
  const [came] = await warehouse.rows<{ tick: number }>(
    `select min(b.tick)::integer as tick from reading r join batch b on b.key = r.batch
     where r.stream = ? and r.point = ? and r.item = ? and r.moment = ?::timestamp`,
    [stream.name, reading.point, reading.item, moment],
  )
  if (!point || came?.tick == null) return []
  const dimensions = JSON.parse(point.dimensions) as Record<string, string>
  const own = [...engine.house.measures.values()]
    .filter((m) => 'stream' in m.source && m.source.stream === stream.name && m.source.items.includes(reading.item))
    .map((measure) => placed(measure, dimensions, dayOf(reading.at), null))
  return figuresAt(warehouse, withAbove(engine.house, own), (figure) => figure.tick > came.tick)
}

/** Figures that a record entered: each revision whose checkpoint saw a version of the record that the measure counts. */
export async function figuresOfRecord(engine: Engine, warehouse: Warehouse, register: Register, id: string): Promise<readonly Entered[]> {
  const found: Entered[] = []
  for (const measure of engine.house.measures.values()) {
    if (!('register' in measure.source) || measure.source.register !== register.name) continue
    const dims = measure.dimensions.map((name) => `"${columnOf(name)}"::varchar as "${name}"`)
    const versions = await warehouse.rows<Record<string, string>>(
      `select seq_from::integer as seq_from, seq_to::integer as seq_to, ${[...dims, `"${columnOf(measure.source.on)}"::varchar as on_`].join(', ')}
       from "fact_${tableOf(register.name)}" where id = ? and "${columnOf(measure.source.on)}" is not null and ${conditionText(countedOver(measure.calculation))}`,
      [id],
    )
    for (const version of versions) {
      const place = placed(measure, version, version['on_']!, null)
      const [from, to] = [Number(version['seq_from']), version['seq_to'] === null ? null : Number(version['seq_to'])]
      found.push(
        ...(await figuresAt(
          warehouse,
          withAbove(engine.house, [place]),
          ({ checkpoint }) => from < checkpoint && (to === null || to >= checkpoint),
        )),
      )
    }
  }
  return [...new Map(found.map((each) => [`${each.measure.name} ${each.figure.cell} ${each.figure.revision}`, each])).values()]
}
