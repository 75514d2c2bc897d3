// Confirmed corrections of readings reach the warehouse once each, and recompute just the figures that they touch.
import { dayOf } from '../kernel/day.ts'
import type { EntryBody } from '../kernel/journal.ts'
import type { Engine } from './engine.ts'
import { computeMeasures } from './measures/compute.ts'
import { correctReading } from './warehouse/readings.ts'
import type { Warehouse } from './warehouse/warehouse.ts'

const register = 'reading-correction'

const nextSql = `select l.seq, j.record, j.body from kernel.leaf l join kernel.journal j on j.id = l.entry
  where l.seq >= $1 and j.register = $2 and j.step = 'confirm' order by l.seq limit 100`

async function apply(engine: Engine, warehouse: Warehouse, body: EntryBody): Promise<void> {
  const { rows } = await engine.database.query<{
    stream: string
    point: string
    item: string
    at: string
    value: string | null
    why: string
    number: string
  }>('select stream, point, item, at, value, why, number from record.reading_correction where id = $1', [body.record])
  const asked = rows[0]
  const stream = asked && engine.house.streams.get(asked.stream)
  if (!asked || !stream) return
  const [known] = await warehouse.rows('select 1 as one from correction where record = ?', [body.record])
  if (known) return
  const version = await correctReading(warehouse, stream, {
    point: asked.point,
    item: asked.item,
    at: asked.at,
    value: asked.value,
    reason: asked.why,
    by: body.record,
  })
  if (version === null) return
  const [point] = await warehouse.rows<{ dimensions: string }>(
    'select dimensions::varchar as dimensions from point where stream = ? and point = ?',
    [stream.name, asked.point],
  )
  const measures = [...engine.house.measures.values()]
    .filter((m) => 'stream' in m.source && m.source.stream === stream.name && m.source.items.includes(asked.item))
    .map((m) => m.name)
  const day = dayOf(asked.at)
  await computeMeasures(engine, warehouse, {
    measures,
    touched: { from: day, to: day, dimensions: point ? (JSON.parse(point.dimensions) as Record<string, string>) : {} },
    reason: `更正 ${asked.number}：${asked.why}`,
  })
}

/** Follows the log; its place is kept in the warehouse beside what it wrote. */
export async function followCorrections(engine: Engine, warehouse: Warehouse): Promise<number> {
  if (!engine.house.registers.has(register)) return 0
  const [position] = await warehouse.rows<{ seq: string }>("select seq::varchar as seq from follow where name = 'corrections'")
  const { rows } = await engine.database.query<{ seq: number; body: string }>(nextSql, [Number(position?.seq ?? 0), register])
  for (const row of rows) {
    await apply(engine, warehouse, JSON.parse(row.body) as EntryBody)
    await warehouse.run("insert or replace into follow values ('corrections', ?)", [row.seq + 1])
  }
  return rows.length
}
