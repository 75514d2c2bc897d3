// Many openings of one file: copied into a table of the transaction's own, looked through there, then written by a few statements.
import type { Entry } from '../../kernel/journal.ts'
import type { Register } from '../../kernel/register.ts'
import { copyArray, copyInto, copyText, type Copying } from '../copy.ts'
import type { Session } from '../database.ts'
import { columnOf, tableOf } from '../names.ts'
import { columnsOf, type Column } from '../schema.ts'
import { clockJson, rowJson } from './write.ts'

export interface Opened {
  readonly row: Readonly<Record<string, unknown>>
  readonly entry: Entry
  /** The canonical text of the entry, over which its hash is taken. */
  readonly body: string
  readonly linkages: readonly string[]
  /** The new key of the person whose data the row holds, wrapped for the vault. */
  readonly wrapped: Uint8Array | null
}

const beside: readonly Column[] = [
  { name: 'line_', type: 'integer' },
  { name: 'entry_', type: 'uuid' },
  { name: 'key_', type: 'text' },
  { name: 'body_', type: 'text' },
  { name: 'hash_', type: 'bytea' },
  { name: 'clocks_', type: 'jsonb' },
  { name: 'links_', type: 'text[]' },
  { name: 'wrapped_', type: 'bytea' },
]

/** Rows that one statement takes over, so that progress is seen. */
const chunk = 25_000

/** Columns by which a record is known from another; one that may be empty is compared as text, so that two empty ones are the same. */
const known = (register: Register, alias: string): readonly string[] =>
  (register.knownBy ?? []).map((name) => {
    const column = `${alias}."${columnOf(name)}"`
    return register.fields[name]!.optional ? `coalesce(${column}::text, '')` : column
  })

const parts = {
  journal: `with entries as (
      insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
      select entry_, $3, id, 1, 'open', $4, key_, ''::bytea, opened, $5::timestamptz, body_, null, hash_ from staged where line_ > $1 and line_ <= $2 returning id
    ) insert into kernel.outbox (entry) select id from entries`,
  clocks: `insert into kernel.clock (record, deadline, run, register, state, due, runs_out, provisional, entry, change)
    select s.id, c.deadline, c.run, $3, c.state, c.due, c.runs_out, c.provisional, s.entry_, c.change from staged s,
    jsonb_to_recordset(s.clocks_) as c(deadline text, run int, state text, due date, runs_out timestamptz, provisional boolean, change jsonb)
    where s.line_ > $1 and s.line_ <= $2`,
  links: `insert into kernel.link (linkage, cause, register, record)
    select l, s.entry_, $3, s.id from staged s, unnest(s.links_) as l where s.line_ > $1 and s.line_ <= $2`,
  keys: `insert into vault.person_key (subject, purpose, wrapped)
    select subject, $3, wrapped_ from staged where line_ > $1 and line_ <= $2 and wrapped_ is not null`,
} as const

export interface Staging {
  add(line: number, opened: Opened): Promise<void>
  /** Ends the copying; nothing can be added after. */
  close(): Promise<void>
  /** Lines that say again what an earlier line of the file says. */
  repeated(most: number): Promise<readonly number[]>
  /** Takes out the rows that are on record already; returns how many. */
  dropKnown(): Promise<number>
  /** Writes what is left: rows, entries, outbox, clocks, links and keys. */
  settle(actor: string, recorded: string, progress: (rows: number) => void): Promise<number>
}

class TemporaryTable implements Staging {
  private readonly session: Session
  private readonly register: Register
  private readonly copying: Copying
  private readonly columns: readonly Column[]
  private readonly seen = { clocks: false, links: false, keys: false }
  private last = 0

  constructor(session: Session, register: Register) {
    this.session = session
    this.register = register
    this.columns = columnsOf(register)
    this.copying = copyInto(
      session,
      'staged',
      [...this.columns, ...beside].map((c) => c.name),
    )
  }

  private extras(line: number, { entry, body, linkages, wrapped }: Opened): readonly string[] {
    this.seen.clocks ||= entry.clocks.length > 0
    this.seen.links ||= linkages.length > 0
    this.seen.keys ||= wrapped !== null
    return [
      String(line),
      entry.id,
      copyText(entry.key),
      copyText(body),
      `\\\\x${entry.hash}`,
      entry.clocks.length === 0 ? '\\N' : copyText(entry.clocks.map(clockJson)),
      linkages.length === 0 ? '\\N' : copyArray(linkages),
      copyText(wrapped),
    ]
  }

  async add(line: number, opened: Opened): Promise<void> {
    const row = rowJson(this.register, opened.row)
    this.last = line
    const cells = this.columns.map(({ name, type }) => {
      const value = row[name]
      return type === 'text[]' && Array.isArray(value) ? copyArray(value) : copyText(value)
    })
    await this.copying.write([...cells, ...this.extras(line, opened)])
  }

  async close(): Promise<void> {
    await this.copying.end()
    await this.session.query('create index on staged (line_)')
    await this.session.query('analyze staged')
  }

  async repeated(most: number): Promise<readonly number[]> {
    const columns = known(this.register, 's')
    if (columns.length === 0) return []
    const { rows } = await this.session.query<{ line: number }>(
      `select line_ as line from (select line_, row_number() over (partition by ${columns.join(', ')} order by line_) as n from staged s) numbered where n > 1 order by line_ limit $1`,
      [most],
    )
    return rows.map((row) => row.line)
  }

  async dropKnown(): Promise<number> {
    const [theirs, ours] = [known(this.register, 'r'), known(this.register, 's')]
    if (ours.length === 0) return 0
    const { rowCount } = await this.session.query(
      `delete from staged s using record."${tableOf(this.register.name)}" r where ${theirs.map((column, at) => `${column} = ${ours[at]}`).join(' and ')}`,
    )
    return rowCount ?? 0
  }

  async settle(actor: string, recorded: string, progress: (rows: number) => void): Promise<number> {
    const { session, register } = this
    const names = this.columns.map((c) => `"${c.name}"`).join(', ')
    const table = `record."${tableOf(register.name)}"`
    let written = 0
    for (let from = 0; from < this.last; from += chunk) {
      const range = [from, from + chunk]
      const { rowCount } = await session.query(
        `insert into ${table} (${names}) select ${names} from staged where line_ > $1 and line_ <= $2`,
        range,
      )
      await session.query(parts.journal, [...range, register.name, actor, recorded])
      for (const part of ['clocks', 'links', 'keys'] as const)
        if (this.seen[part]) await session.query(parts[part], [...range, register.name])
      written += rowCount ?? 0
      progress(Math.min(from + chunk, this.last))
    }
    return written
  }
}

/** Begins inside the caller's transaction, on a session that is busy with copying until `close`. */
export async function beginStaging(session: Session, register: Register): Promise<Staging> {
  const extra = beside.map((c) => `${c.name} ${c.type}`).join(', ')
  await session.query(`create temporary table staged (like record."${tableOf(register.name)}", ${extra}) on commit drop`)
  return new TemporaryTable(session, register)
}
