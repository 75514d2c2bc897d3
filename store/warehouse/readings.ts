// Intake of readings: screened, held back with a reason, kept once, corrected by a later version beside the first.
import { DuckDBTimestampValue, type DuckDBAppender } from '@duckdb/node-api'
import { dayOf } from '../../kernel/day.ts'
import type { HeldBack, Quality, Reading, Stream } from '../../kernel/stream.ts'
import { nextTick } from './tables.ts'
import type { Warehouse, WarehouseSession } from './warehouse.ts'

export interface Batch {
  /** Idempotency key: a batch that came before is not taken again. */
  readonly key: string
  readonly readings: readonly Reading[]
}

export interface Taken {
  readonly taken: number
  /** Kept and shown, but used by no measure. */
  readonly held: number
  /** Already there with the same point, item and moment. */
  readonly known: number
  /** Of these, how many came with another value: kept beside the first, used by nothing. */
  readonly differing: number
  readonly repeated: boolean
  readonly heldBack: readonly HeldReading[]
}

export interface HeldReading {
  readonly reading: Reading
  readonly why: HeldBack
}

const microseconds = (at: string): bigint => BigInt(Date.parse(at)) * 1000n

function appendOne(appender: DuckDBAppender, reading: Reading, quality: Quality, held: HeldBack | null): void {
  appender.appendVarchar(reading.point)
  appender.appendVarchar(reading.item)
  appender.appendTimestamp(new DuckDBTimestampValue(microseconds(reading.at)))
  if (reading.value === null || !/^-?\d{1,14}(\.\d+)?$/.test(reading.value)) appender.appendNull()
  else appender.appendVarchar(reading.value)
  appender.appendVarchar(quality)
  if (held) appender.appendVarchar(held.reason)
  else appender.appendNull()
  appender.endRow()
}

/** What the other items of the same point and moment say, so that impossible pairs are found. */
function besides(readings: readonly Reading[]): (reading: Reading) => Readonly<Record<string, string | null>> {
  const groups = new Map<string, Record<string, string | null>>()
  const key = (reading: Reading) => `${reading.point}|${reading.at}`
  for (const reading of readings) {
    const group = groups.get(key(reading)) ?? {}
    group[reading.item] = reading.value
    groups.set(key(reading), group)
  }
  return (reading) => groups.get(key(reading)) ?? {}
}

const lengthMs: Readonly<Record<Stream['interval'], number>> = { day: 86_400_000, hour: 3_600_000, 'quarter-hour': 900_000 }

/** The value so many intervals before a reading, from the batch itself and from what was kept before it. */
type Before = (reading: Reading) => (intervals: number) => string | null

async function befores(session: WarehouseSession, stream: Stream, readings: readonly Reading[]): Promise<Before> {
  const back = stream.looksBack ?? 0
  if (back === 0 || readings.length === 0) return () => () => null
  const step = lengthMs[stream.interval]
  const text = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
  const series = new Map<string, Map<number, string | null>>()
  const put = (point: string, item: string, ms: number, value: string | null): void => {
    const name = `${point}|${item}`
    const found = series.get(name)
    if (found) found.set(ms, value)
    else series.set(name, new Map([[ms, value]]))
  }
  const moments = readings.map((reading) => Date.parse(reading.at))
  const [first, last] = moments.reduce(([low, high], ms) => [Math.min(low, ms), Math.max(high, ms)], [Infinity, -Infinity])
  const kept = await session.rows<{ point: string; item: string; ms: string; value: string | null }>(
    `select point, item, epoch_ms(moment)::varchar as ms, value::varchar as value from current_reading
     where stream = ? and moment between ?::timestamp and ?::timestamp and point in (select unnest(from_json(?, '["varchar"]')))`,
    [stream.name, text(first - back * step), text(last), JSON.stringify([...new Set(readings.map((reading) => reading.point))])],
  )
  for (const row of kept) put(row.point, row.item, Number(row.ms), row.value)
  readings.forEach((reading, at) => put(reading.point, reading.item, moments[at]!, reading.value))
  return ({ point, item, at }) => {
    const [own, ms] = [series.get(`${point}|${item}`), Date.parse(at)]
    return (intervals) => (intervals > back ? null : (own?.get(ms - intervals * step) ?? null))
  }
}

type ParameterOn = (name: string, day: string) => unknown

interface Judging {
  readonly beside: (reading: Reading) => Readonly<Record<string, string | null>>
  readonly before: Before
  readonly parameterOn: ParameterOn
}

function writeAll(appender: DuckDBAppender, stream: Stream, batch: Batch, judging: Judging): readonly HeldReading[] {
  const judge = (reading: Reading): HeldBack | null => {
    const around = { beside: judging.beside(reading), before: judging.before(reading) }
    return stream.screen?.(reading, around, (name) => judging.parameterOn(name, dayOf(reading.at))) ?? null
  }
  const held: HeldReading[] = []
  for (const reading of batch.readings) {
    const found = reading.value === null ? null : judge(reading)
    if (found) held.push({ reading, why: found })
    appendOne(appender, reading, found ? 'suspect' : reading.value === null ? 'missing' : reading.quality, found)
  }
  return held
}

async function keepDiffering(session: WarehouseSession, stream: Stream, key: string): Promise<number> {
  const other = `from incoming i join current_reading r on r.stream = ? and r.point = i.point and r.item = i.item and r.moment = i.moment
    where i.value is distinct from r.value`
  await session.run(`insert into differing select ?, i.point, i.item, i.moment, i.value, now()::timestamp, ? ${other}`, [
    stream.name,
    key,
    stream.name,
  ])
  const [row] = await session.rows<{ count: number }>('select count(*)::integer as count from differing where batch = ?', [key])
  return row?.count ?? 0
}

async function keepNew(session: WarehouseSession, stream: Stream, key: string): Promise<number> {
  await session.run(
    `insert into reading select ?, i.point, i.item, i.moment, i.value, i.quality, i.reason, now()::timestamp, ?
     from (select distinct on (point, item, moment) * from incoming) i
     anti join reading r on r.stream = ? and r.point = i.point and r.item = i.item and r.moment = i.moment`,
    [stream.name, key, stream.name],
  )
  const [{ count }] = (await session.rows<{ count: number }>('select count(*)::integer as count from reading where batch = ?', [key])) as [
    { count: number },
  ]
  return count
}

/** Takes a batch of readings whole or not at all; acknowledged means on the disk. */
export function takeReadings(warehouse: Warehouse, stream: Stream, batch: Batch, parameterOn: ParameterOn): Promise<Taken> {
  return warehouse.transaction(async (session) => {
    const [before] = await session.rows<{ readings: string; held: string }>(
      'select readings::varchar as readings, held::varchar as held from batch where key = ?',
      [batch.key],
    )
    if (before) return { taken: Number(before.readings), held: Number(before.held), known: 0, differing: 0, repeated: true, heldBack: [] }
    await session.run(
      'create or replace temp table incoming (point varchar, item varchar, moment timestamp, value decimal(18, 4), quality varchar, reason varchar)',
    )
    const judging = { beside: besides(batch.readings), before: await befores(session, stream, batch.readings), parameterOn }
    let heldBack: readonly HeldReading[] = []
    await session.append('incoming', (appender) => {
      heldBack = writeAll(appender, stream, batch, judging)
    })
    const differing = await keepDiffering(session, stream, batch.key)
    const taken = await keepNew(session, stream, batch.key)
    await session.run('insert into batch values (?, ?, ?, ?, now()::timestamp, ?)', [
      batch.key,
      stream.name,
      taken,
      heldBack.length,
      await nextTick(session),
    ])
    return { taken, held: heldBack.length, known: batch.readings.length - taken, differing, repeated: false, heldBack }
  })
}

export interface Correction {
  readonly point: string
  readonly item: string
  readonly at: string
  readonly value: string | null
  readonly reason: string
  readonly by: string
}

/** Writes a later version beside the reading that stays; returns the version, or null when there is no such reading. */
export function correctReading(warehouse: Warehouse, stream: Stream, correction: Correction): Promise<number | null> {
  return warehouse.transaction(async (session) => {
    const at = new Date(correction.at).toISOString().slice(0, 19).replace('T', ' ')
    const place = [stream.name, correction.point, correction.item, at] as const
    const [found] = await session.rows<{ version: number }>(
      'select version from current_reading where stream = ? and point = ? and item = ? and moment = ?::timestamp',
      place,
    )
    if (!found) return null
    await session.run('insert into correction values (?, ?, ?, ?::timestamp, ?, ?::decimal(18, 4), ?, ?, ?, now()::timestamp, ?)', [
      ...place,
      found.version + 1,
      correction.value,
      correction.value === null ? 'missing' : 'corrected',
      correction.reason,
      correction.by,
      await nextTick(session),
    ])
    return found.version + 1
  })
}

/** Says where the points of a stream stand, so that figures can be grouped. */
export async function setPoints(
  warehouse: Warehouse,
  stream: string,
  points: readonly { readonly point: string; readonly dimensions: Readonly<Record<string, string>> }[],
): Promise<void> {
  await warehouse.transaction(async (session) => {
    for (const { point, dimensions } of points)
      await session.run('insert or replace into point values (?, ?, ?)', [stream, point, JSON.stringify(dimensions)])
  })
}

export interface Version {
  readonly version: number
  readonly value: string | null
  readonly quality: string
  readonly reason: string | null
  readonly record: string | null
  readonly arrived: string
}

/** All versions of one reading, the first one first. */
export const versionsOf = (
  warehouse: Warehouse,
  stream: string,
  place: { point: string; item: string; at: string },
): Promise<Version[]> => {
  const at = new Date(place.at).toISOString().slice(0, 19).replace('T', ' ')
  return warehouse.rows<Version & WarehouseRowBrand>(
    `select 1 as version, value::varchar as value, quality, reason, null as record, arrived::varchar as arrived from reading where stream = ? and point = ? and item = ? and moment = ?::timestamp
     union all select version, value::varchar, quality, reason, record, arrived::varchar from correction where stream = ? and point = ? and item = ? and moment = ?::timestamp order by version`,
    [stream, place.point, place.item, at, stream, place.point, place.item, at],
  )
}

type WarehouseRowBrand = Readonly<Record<string, unknown>>
