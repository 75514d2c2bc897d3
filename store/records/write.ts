// Writing of an act: row, entry, outbox, clocks, links and documents in one statement, so in one transaction.
import type { ClockChange } from '../../kernel/journal.ts'
import type { Register } from '../../kernel/register.ts'
import { addDays, startOf } from '../../kernel/day.ts'
import { searchText } from '../../kernel/search-text.ts'
import type { Database, Session } from '../database.ts'
import { columnOf, tableOf } from '../names.ts'
import type { Chained } from './chained.ts'
import { columnsOf, searchedFields, searchedTexts } from '../schema.ts'

export interface DocumentRow {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly authority: string
  readonly paper: unknown
  readonly sealedPaper: string | null
  readonly subject: string | null
  readonly digest: string
}

export interface Writing {
  readonly register: Register
  /** The whole row as it will stand, by field name. */
  readonly row: Readonly<Record<string, unknown>>
  readonly entry: Chained
  readonly request: Uint8Array
  readonly linkages: readonly string[]
  readonly documents: readonly DocumentRow[]
}

/** The moment from which a clock has run out: its hour, or the end of its last day in Asia/Shanghai. */
export const runsOut = (clock: ClockChange): string | null => clock.dueAt ?? (clock.due === null ? null : startOf(addDays(clock.due, 1)))

const statements = new Map<string, { name: string; text: string }>()

const journalPart = `entry as (
  insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
  select $2::uuid, $3::text, $4::uuid, $5::int, $6::text, $7::text, $8::text, $9::bytea, $10::timestamptz, $11::timestamptz, $12::text, $13::bytea, $14::bytea from row returning id
), numbered as (insert into kernel.outbox (entry) select id from entry)`

const clocksPart = `, clocks as (
  insert into kernel.clock (record, deadline, run, register, state, due, runs_out, provisional, entry, change)
  select $4::uuid, c.deadline, c.run, $3::text, c.state, c.due, c.runs_out, c.provisional, entry.id, c.change from entry,
  jsonb_to_recordset($15::jsonb) as c(deadline text, run int, state text, due date, runs_out timestamptz, provisional boolean, change jsonb)
  on conflict (record, deadline, run) do update set state = excluded.state, due = excluded.due, runs_out = excluded.runs_out,
    provisional = excluded.provisional, entry = excluded.entry, change = excluded.change
), links as (
  insert into kernel.link (linkage, cause, register, record) select l.name, entry.id, $3::text, $4::uuid from entry, unnest($16::text[]) as l(name)
), documents as (
  insert into kernel.document (id, form, number, register, record, entry, authority, issued, paper, sealed_paper, subject)
  select d.id, d.form, d.number, $3::text, $4::uuid, entry.id, d.authority, $10::timestamptz, d.paper, d.sealed_paper, d.subject from entry,
  jsonb_to_recordset($17::jsonb) as d(id uuid, form text, number text, authority text, paper jsonb, sealed_paper text, subject uuid)
)`

function statement(register: Register, opening: boolean): { name: string; text: string } {
  const key = `${register.name}/${opening}`
  const known = statements.get(key)
  if (known) return known
  const table = `record."${tableOf(register.name)}"`
  const columns = columnsOf(register).map((c) => `"${c.name}"`)
  const list = columns.join(', ')
  const from = `jsonb_populate_record(null::${table}, $1::jsonb) as p`
  const row = opening
    ? `insert into ${table} (${list}) select ${columns.map((c) => `p.${c}`).join(', ')} from ${from} returning id`
    : `update ${table} as r set (${list}) = (select ${columns.map((c) => `p.${c}`).join(', ')} from ${from}) where r.id = $4::uuid and r.version = $5::int - 1 returning r.id`
  const made = {
    name: `act-${tableOf(register.name)}-${opening ? 'open' : 'step'}`,
    text: `with row as (${row}), ${journalPart}${clocksPart} select id from entry`,
  }
  statements.set(key, made)
  return made
}

/** Columns of the row as JSON; searched fields feed the bigrams that the name search reads. */
export function rowJson(register: Register, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns = Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value ?? null]))
  if (searchedFields(register).length === 0) return columns
  return { ...columns, ...searchText(searchedTexts(register, row), String(row['id'])) }
}

/** A clock as the table of clocks takes it. */
export const clockJson = (clock: ClockChange) => ({
  deadline: clock.deadline,
  run: clock.run,
  state: clock.state,
  due: clock.due,
  runs_out: runsOut(clock),
  provisional: clock.provisional,
  change: clock,
})

/** Returns false when the row was no longer at the version before: somebody was faster. */
export async function write(at: Database | Session, writing: Writing): Promise<boolean> {
  const { register } = writing
  const { body: entry, text, previous, hash } = writing.entry
  const values = [
    JSON.stringify(rowJson(register, writing.row)),
    entry.id,
    register.name,
    entry.record,
    entry.version,
    entry.step,
    entry.actor.id,
    entry.key,
    writing.request,
    entry.occurred,
    entry.recorded,
    text,
    previous,
    hash,
    JSON.stringify(entry.clocks.map(clockJson)),
    writing.linkages,
    JSON.stringify(writing.documents.map((d) => ({ ...d, sealed_paper: d.sealedPaper }))),
  ]
  const { rowCount } = await at.query({ ...statement(register, entry.version === 1), values })
  return rowCount === 1
}
