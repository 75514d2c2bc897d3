// Acts of the kernel itself on many records at once: lapses and new due days, each an entry of its record.
import type { Instant } from '../../kernel/day.ts'
import type { ClockChange, EntryBody } from '../../kernel/journal.ts'
import type { Actor } from '../../kernel/procedure.ts'
import { chained } from './chained.ts'
import type { Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { tableOf } from '../names.ts'
import { uuidv7 } from '../uuid.ts'
import { runsOut } from './write.ts'

export interface Noted {
  readonly record: string
  readonly register: string
  readonly change: ClockChange
}

export interface Noting {
  readonly step: 'lapse' | 'redate' | 'extend'
  readonly at: Instant
  readonly hand: NonNullable<Actor['hand']>
  readonly reason?: string
  readonly key: (row: Noted) => string
}

interface Last {
  readonly record: string
  readonly version: number
  readonly hash: Buffer
}

const lastSql = `select distinct on (record) record, version, hash from kernel.journal where record = any($1::uuid[]) order by record, version desc`

const writeSql = `with entries as (
    insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
    select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::bytea[], $13::bytea[]) returning id
  ), numbered as (insert into kernel.outbox (entry) select id from entries)
  insert into kernel.clock (record, deadline, run, register, state, due, runs_out, provisional, entry, change)
  select n.record, n.change->>'deadline', (n.change->>'run')::int, n.register, n.change->>'state', (n.change->>'due')::date, n.runs_out, (n.change->>'provisional')::boolean, n.entry, n.change
  from unnest($1::uuid[], $2::text[], $3::uuid[], $14::jsonb[], $15::timestamptz[]) as n(entry, register, record, change, runs_out)
  on conflict (record, deadline, run) do update set state = excluded.state, due = excluded.due, runs_out = excluded.runs_out,
    provisional = excluded.provisional, entry = excluded.entry, change = excluded.change`

function entryFor(row: Noted, last: Last, noting: Noting, recorded: Instant): EntryBody {
  return {
    id: uuidv7(),
    register: row.register,
    record: row.record,
    version: last.version + 1,
    step: noting.step,
    actor: { id: noting.hand, duty: `house.${noting.hand}`, office: null, hand: noting.hand },
    occurred: noting.at,
    recorded,
    key: noting.key(row),
    answers: {},
    sets: {},
    sealed: null,
    clocks: [row.change],
    asked: [],
    documents: [],
    cause: null,
    reason: noting.reason ?? null,
    basis: row.change.rule,
  }
}

/** Writes one entry per record; several clocks of one record are noted one after another by repeated calls. */
async function noteOnce(engine: Engine, session: Session, noting: Noting, rows: readonly Noted[]): Promise<void> {
  const { rows: lasts } = await session.query<Last>(lastSql, [rows.map((row) => row.record)])
  const lastOf = new Map(lasts.map((last) => [last.record, last]))
  const recorded = engine.now()
  const made = rows.map((row) => {
    const last = lastOf.get(row.record)!
    return { row, ...chained(last.hash, entryFor(row, last, noting, recorded)) }
  })
  const nothing = Buffer.alloc(0)
  await session.query(writeSql, [
    made.map((m) => m.body.id),
    made.map((m) => m.row.register),
    made.map((m) => m.row.record),
    made.map((m) => m.body.version),
    made.map(() => noting.step),
    made.map(() => noting.hand),
    made.map((m) => m.body.key),
    made.map(() => nothing),
    made.map(() => noting.at),
    made.map(() => recorded),
    made.map((m) => m.text),
    made.map((m) => m.previous),
    made.map((m) => m.hash),
    made.map((m) => JSON.stringify(m.row.change)),
    made.map((m) => runsOut(m.row.change)),
  ])
  for (const register of new Set(rows.map((row) => row.register)))
    await session.query(`update record."${tableOf(register)}" set version = version + 1 where id = any($1::uuid[])`, [
      rows.filter((row) => row.register === register).map((row) => row.record),
    ])
}

/**
 * Holds the rows of records until the transaction ends, as an act does before it writes: row first, then entry, then
 * clocks. Whoever else notes clocks must take them in the same order, or the two would wait for each other. Returns the
 * records that are held; with “or skip” those on which somebody acts at this moment are left out.
 */
export async function holdRecords(
  session: Session,
  rows: readonly Pick<Noted, 'record' | 'register'>[],
  otherwise: 'or wait' | 'or skip',
): Promise<readonly string[]> {
  const held: string[] = []
  for (const register of [...new Set(rows.map((row) => row.register))].sort()) {
    const ids = rows.filter((row) => row.register === register).map((row) => row.record)
    const locked = await session.query<{ id: string }>(
      `select id from record."${tableOf(register)}" where id = any($1::uuid[]) order by id for no key update ${otherwise === 'or skip' ? 'skip locked' : ''}`,
      [ids],
    )
    held.push(...locked.rows.map((row) => row.id))
  }
  return held
}

/** Notes changes of clocks in the journal, in rounds so that each record gets one entry at a time. */
export async function noteClocks(engine: Engine, session: Session, noting: Noting, rows: readonly Noted[]): Promise<void> {
  let left = [...rows]
  while (left.length > 0) {
    const seen = new Set<string>()
    const now = left.filter((row) => !seen.has(row.record) && seen.add(row.record))
    await noteOnce(engine, session, noting, now)
    left = left.filter((row) => !now.includes(row))
  }
}
