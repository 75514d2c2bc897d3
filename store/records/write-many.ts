// Writing of many openings in one transaction: the same rows, entries, outbox and clocks as one by one, a batch per statement.
import type { Entry } from '../../kernel/journal.ts'
import type { Register } from '../../kernel/register.ts'
import type { Session } from '../database.ts'
import { tableOf } from '../names.ts'
import { columnsOf } from '../schema.ts'
import { rowJson, runsOut } from './write.ts'

export interface Opened {
  readonly row: Readonly<Record<string, unknown>>
  readonly entry: Entry
  readonly linkages: readonly string[]
}

const journalSql = `with entries as (
    insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
    select id, $2, record, 1, 'open', actor, key, ''::bytea, occurred, recorded, body, null, hash
    from unnest($1::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::bytea[]) as t(id, record, actor, key, occurred, recorded, body, hash) returning id
  ) insert into kernel.outbox (entry) select id from entries`

const clockSql = `insert into kernel.clock (record, deadline, run, register, state, due, runs_out, provisional, entry, change)
  select record, deadline, run, $1, state, due, runs_out, provisional, entry, change
  from jsonb_to_recordset($2::jsonb) as c(record uuid, deadline text, run int, state text, due date, runs_out timestamptz, provisional boolean, entry uuid, change jsonb)`

const linkSql = `insert into kernel.link (linkage, cause, register, record) select l, c, $1, r from unnest($2::text[], $3::uuid[], $4::uuid[]) as t(l, c, r)`

/** Writes one batch; the caller holds the transaction of the whole file. */
export async function writeOpened(session: Session, register: Register, batch: readonly Opened[]): Promise<void> {
  const table = `record."${tableOf(register.name)}"`
  const columns = columnsOf(register)
    .map((c) => `"${c.name}"`)
    .join(', ')
  await session.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    JSON.stringify(batch.map((b) => rowJson(register, b.row))),
  ])
  const entries = batch.map((b) => b.entry)
  await session.query(journalSql, [
    entries.map((e) => e.id),
    register.name,
    entries.map((e) => e.record),
    entries.map((e) => e.actor.id),
    entries.map((e) => e.key),
    entries.map((e) => e.occurred),
    entries.map((e) => e.recorded),
    entries.map(({ previous: _previous, hash: _hash, ...body }) => JSON.stringify(body)),
    entries.map((e) => Buffer.from(e.hash, 'hex')),
  ])
  const clocks = entries.flatMap((e) =>
    e.clocks.map((clock) => ({
      record: e.record,
      deadline: clock.deadline,
      run: clock.run,
      state: clock.state,
      due: clock.due,
      runs_out: runsOut(clock),
      provisional: clock.provisional,
      entry: e.id,
      change: clock,
    })),
  )
  if (clocks.length > 0) await session.query(clockSql, [register.name, JSON.stringify(clocks)])
  const links = batch.flatMap((b) => b.linkages.map((name) => ({ name, entry: b.entry.id, record: b.entry.record })))
  if (links.length > 0)
    await session.query(linkSql, [register.name, links.map((l) => l.name), links.map((l) => l.entry), links.map((l) => l.record)])
}
