// What the gate must know before it judges: the row, its clocks, the last entry, and whether this request came before.
import type { Found } from '../../kernel/act.ts'
import type { ClockChange, EntryBody } from '../../kernel/journal.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { Database, Session } from '../database.ts'
import { columnOf, fieldOf, tableOf } from '../names.ts'
import { columnsOf } from '../schema.ts'

export interface Replayed {
  readonly entry: string
  readonly request: Buffer
  readonly body: EntryBody
  readonly hash: Buffer
  /** Number of the record, which only its opening sets. */
  readonly number: string | null
}

export interface Sought extends Found {
  readonly previous: Buffer | null
  readonly replayed: Replayed | null
}

interface Row extends Record<string, unknown> {
  clocks_: readonly ClockChange[] | null
  taken_: readonly { step: string; actor: string }[] | null
  last_: string | null
  previous_: Buffer | null
}

const nothingFound: Sought = { record: null, clocks: [], takenBy: {}, last: null, previous: null, replayed: null }

interface Readable {
  readonly column: string
  readonly field: string
}

const readables = new WeakMap<Register, readonly Readable[]>()

/** Columns that are read as fields of the record, bookkeeping columns left out; reckoned once for each register. */
export function readable(register: Register): readonly Readable[] {
  const known = readables.get(register)
  if (known) return known
  const fields = new Map(Object.keys(register.fields).map((name) => [columnOf(name), name]))
  const made = columnsOf(register)
    .filter((c) => !['bigrams', 'searched', 'more'].includes(c.name))
    .map(({ name }) => ({ column: name, field: fields.get(name) ?? fieldOf(name) }))
  readables.set(register, made)
  return made
}

/** A row of the database as a record of the kernel: columns to field names. */
export function recordFrom(register: Register, row: Readonly<Record<string, unknown>>): AnyRecord {
  const record: Record<string, unknown> = {}
  for (const { column, field } of readable(register)) if (column in row) record[field] = row[column]
  return record as AnyRecord
}

/** The entry that a request with this key left; when the key served another register, without the record's number. */
export async function replayedBefore(at: Database | Session, register: Register, actor: string, key: string): Promise<Replayed | null> {
  const { rows } = await at.query<{ id: string; request: Buffer; body: string; hash: Buffer; number: string | null }>({
    name: `replayed-${tableOf(register.name)}`,
    text: `select j.id, j.request, j.body, j.hash, r.number from kernel.journal j left join record."${tableOf(register.name)}" r on r.id = j.record
      where j.actor = $1 and j.key = $2`,
    values: [actor, key],
  })
  const row = rows[0]
  return row ? { entry: row.id, request: row.request, body: JSON.parse(row.body) as EntryBody, hash: row.hash, number: row.number } : null
}

/** One round trip for a step; an opening looks for nothing but itself, and only when its key turns out to be taken. */
export async function find(at: Database | Session, register: Register, record: string, withTakers: boolean): Promise<Sought> {
  const table = tableOf(register.name)
  const takers = withTakers
    ? `(select json_agg(json_build_object('step', j.step, 'actor', j.actor)) from kernel.journal j where j.record = r.id)`
    : 'null::json'
  const { rows } = await at.query<Row>({
    name: `find-${table}${withTakers ? '-takers' : ''}`,
    text: `select r.*, l.occurred as last_, l.hash as previous_, ${takers} as taken_,
      (select json_agg(c.change order by c.deadline, c.run) from kernel.clock c where c.record = r.id) as clocks_
      from record."${table}" r
      left join lateral (select occurred, hash from kernel.journal where record = r.id order by version desc limit 1) l on true
      where r.id = $1`,
    values: [record],
  })
  const row = rows[0]
  if (!row) return nothingFound
  const takenBy: Record<string, string[]> = {}
  for (const taken of row.taken_ ?? []) (takenBy[taken.step] ??= []).push(taken.actor)
  return { record: recordFrom(register, row), clocks: row.clocks_ ?? [], takenBy, last: row.last_, previous: row.previous_, replayed: null }
}

export { nothingFound }
