// Facts follow the journal: each version of a record that a measure counts stands in the warehouse with the log interval in which it held.
import type { House } from '../../kernel/house.ts'
import type { EntryBody } from '../../kernel/journal.ts'
import { kindOf } from '../../kernel/kinds.ts'
import type { Register } from '../../kernel/register.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import type { Cell, Warehouse, WarehouseSession } from './warehouse.ts'

interface Column {
  readonly field: string
  readonly name: string
  readonly type: string
}

/** Registers that measures count over or scales take their facts and subjects from; the others have no facts. */
export function countedRegisters(house: House): readonly Register[] {
  const measured = [...house.measures.values()].flatMap((m) => ('register' in m.source ? [m.source.register] : []))
  const graded = [...house.scales.values()].flatMap(({ of, facts }) => (facts ? [of, ...Object.values(facts).map((f) => f.register)] : []))
  return [...new Set([...measured, ...graded])].map((name) => house.procedureOf(name).of)
}

const plainTypes: Readonly<Record<string, string>> = {
  text: 'varchar',
  integer: 'integer',
  boolean: 'boolean',
  date: 'varchar',
  timestamptz: 'varchar',
  uuid: 'varchar',
  jsonb: 'varchar',
}

/** Standing columns and the fields that say nothing of a person. */
function columnsOf(register: Register): readonly Column[] {
  const standing = ['state', 'area', 'office', 'owner', 'opened'].map((field) => ({ field, name: field, type: 'varchar' }))
  const fields = Object.entries(register.fields)
    .filter(([name, field]) => !field.personal && !standing.some((s) => s.name === columnOf(name)))
    .map(([field, declared]) => {
      const column = kindOf(declared).column(declared)
      return { field, name: columnOf(field), type: plainTypes[column] ?? column.replace('numeric', 'decimal') }
    })
  return [...standing, ...fields]
}

const tableFor = (register: Register): string => `fact_${tableOf(register.name)}`

/** Makes the tables of facts. Where a register is counted for the first time, all facts are taken from the journal again. */
export async function prepareFacts(session: WarehouseSession, house: House): Promise<void> {
  const registers = countedRegisters(house)
  const stand = await session.rows<{ name: string }>('select distinct table_name as name from information_schema.tables')
  const known = new Set(stand.map(({ name }) => name))
  for (const register of registers) await prepareTable(session, register)
  if (registers.every((register) => known.has(tableFor(register)))) return
  for (const register of registers) await session.run(`delete from "${tableFor(register)}"`)
  await session.run("delete from follow where name = 'facts'")
}

async function prepareTable(session: WarehouseSession, register: Register): Promise<void> {
  const table = tableFor(register)
  const columns = columnsOf(register)
  await session.run(
    `create table if not exists "${table}" (id varchar not null, seq_from bigint not null, seq_to bigint, ${columns.map((c) => `"${c.name}" ${c.type}`).join(', ')})`,
  )
  const stand = await session.rows<{ name: string }>('select column_name as name from information_schema.columns where table_name = ?', [table])
  const have = new Set(stand.map(({ name }) => name))
  for (const c of columns) if (!have.has(c.name)) await session.run(`alter table "${table}" add column "${c.name}" ${c.type}`)
  // What says something of a person since an upgrade leaves with what was kept of it.
  const personal = Object.entries(register.fields).flatMap(([field, declared]) => (declared.personal ? [columnOf(field)] : []))
  for (const name of personal) if (have.has(name)) await session.run(`alter table "${table}" drop column "${name}"`)
}

interface Numbered {
  readonly seq: number
  readonly body: EntryBody
}

type State = Record<string, Cell>

const cellOf = (value: unknown): Cell =>
  value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : (value as Cell)

async function currentStates(session: WarehouseSession, register: Register, ids: readonly string[]): Promise<Map<string, State>> {
  const columns = columnsOf(register)
  const rows = await session.rows(
    `select id, ${columns.map((c) => `"${c.name}"::varchar as "${c.name}"`).join(', ')} from "${tableFor(register)}" where seq_to is null and id in (select unnest(from_json(?, '["varchar"]')))`,
    [JSON.stringify(ids)],
  )
  return new Map(rows.map((row) => [row['id'] as string, Object.fromEntries(columns.map((c) => [c.field, row[c.name] as Cell]))]))
}

interface Fact {
  readonly id: string
  readonly from: number
  to: number | null
  readonly state: State
}

/** Folds entries in the order of the log; each version holds from its own number to the next. */
function versions(register: Register, entries: readonly Numbered[], before: ReadonlyMap<string, State>): Fact[] {
  const fields = columnsOf(register).map((c) => c.field)
  const last = new Map<string, Fact>()
  const facts: Fact[] = []
  for (const { seq, body } of entries) {
    const earlier = last.get(body.record)
    if (earlier) earlier.to = seq
    const base = earlier?.state ?? before.get(body.record) ?? {}
    const state = Object.fromEntries(fields.map((field) => [field, field in body.sets ? cellOf(body.sets[field]) : (base[field] ?? null)]))
    const fact: Fact = { id: body.record, from: seq, to: null, state }
    last.set(body.record, fact)
    facts.push(fact)
  }
  return facts
}

async function follow(session: WarehouseSession, register: Register, entries: readonly Numbered[]): Promise<void> {
  const ids = [...new Set(entries.map((entry) => entry.body.record))]
  const before = await currentStates(session, register, ids)
  const facts = versions(register, entries, before)
  const firstOf = new Map<string, number>()
  for (const fact of facts) if (!firstOf.has(fact.id)) firstOf.set(fact.id, fact.from)
  const ends = [...before.keys()].map((id) => ({ id, seq: firstOf.get(id)! }))
  if (ends.length > 0)
    await session.run(
      `update "${tableFor(register)}" as f set seq_to = e.seq from (select unnest(from_json(?, '["varchar"]')) as id, unnest(from_json(?, '["bigint"]')) as seq) e where f.id = e.id and f.seq_to is null`,
      [JSON.stringify(ends.map(({ id }) => id)), JSON.stringify(ends.map(({ seq }) => seq))],
    )
  const columns = columnsOf(register)
  await session.append(tableFor(register), (appender) => {
    for (const fact of facts) {
      appender.appendVarchar(fact.id)
      appender.appendBigInt(BigInt(fact.from))
      if (fact.to === null) appender.appendNull()
      else appender.appendBigInt(BigInt(fact.to))
      for (const column of columns) {
        const value = fact.state[column.field]
        if (value === null || value === undefined) appender.appendNull()
        else if (column.type === 'integer') appender.appendInteger(Number(value))
        else if (column.type === 'boolean') appender.appendBoolean(value === true || value === 'true')
        else appender.appendVarchar(String(value))
      }
      appender.endRow()
    }
  })
}

export interface Followed {
  readonly entries: number
  /** Registers whose facts changed. */
  readonly registers: readonly string[]
}

/** What an entry of no counted register says is not even read; its number is, since the position moves over it. */
const batchSql = `select l.seq, case when j.register = any($3) then j.body end as body
  from kernel.leaf l join kernel.journal j on j.id = l.entry where l.seq >= $1 and l.seq < $1 + $2 order by l.seq`

interface Entry {
  readonly seq: number
  readonly body: string | null
}

/** So many entries at once: each batch costs some questions of the warehouse for each register. */
const portion = 10_000

async function entriesFrom(engine: Engine, start: number, limit: number): Promise<readonly Entry[]> {
  const counted = countedRegisters(engine.house).map(({ name }) => name)
  return (await engine.database.query<Entry>(batchSql, [start, limit, counted])).rows
}

/** Takes entries of the log into the facts of their registers; gives the registers that had any. */
async function take(session: WarehouseSession, house: House, read: readonly Entry[]): Promise<readonly string[]> {
  const entries = read.flatMap(({ seq, body }): Numbered[] => (body === null ? [] : [{ seq, body: JSON.parse(body) as EntryBody }]))
  const changed: string[] = []
  for (const register of countedRegisters(house)) {
    const own = entries.filter((entry) => entry.body.register === register.name)
    if (own.length === 0) continue
    changed.push(register.name)
    await follow(session, register, own)
  }
  return changed
}

const standAt = (session: WarehouseSession, seq: number): Promise<void> =>
  session.run("insert or replace into follow values ('facts', ?)", [seq])

/** Takes what the sequencer has numbered since last time; position and facts move in one transaction of the warehouse. */
export async function followJournal(engine: Engine, warehouse: Warehouse, limit = portion): Promise<Followed> {
  const changed = new Set<string>()
  let taken = 0
  for (;;) {
    const [position] = await warehouse.rows<{ seq: string }>("select seq::varchar as seq from follow where name = 'facts'")
    const start = Number(position?.seq ?? 0)
    const read = await entriesFrom(engine, start, limit)
    if (read.length === 0) return { entries: taken, registers: [...changed] }
    await warehouse.transaction(async (session) => {
      for (const name of await take(session, engine.house, read)) changed.add(name)
      await standAt(session, start + read.length)
    })
    taken += read.length
  }
}

/** Takes all facts from the journal again, in one transaction: until it ends everybody reads those that stood. */
export async function rebuildFacts(engine: Engine, warehouse: Warehouse, limit = portion): Promise<number> {
  return warehouse.transaction(async (session) => {
    for (const register of countedRegisters(engine.house)) await session.run(`delete from "${tableFor(register)}"`)
    let start = 0
    for (;;) {
      const read = await entriesFrom(engine, start, limit)
      if (read.length === 0) break
      await take(session, engine.house, read)
      start += read.length
    }
    await standAt(session, start)
    return start
  })
}
