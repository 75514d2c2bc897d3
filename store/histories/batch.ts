// What a batch of histories holds until it is written, and its writing: one transaction, a COPY for each table.
import type { ClockChange } from '../../kernel/journal.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { copyArray, copyInto, copyText } from '../copy.ts'
import type { Session } from '../database.ts'
import { tableOf } from '../names.ts'
import type { Chained } from '../records/chained.ts'
import { clockJson, rowJson, type DocumentRow } from '../records/write.ts'
import { columnsOf } from '../schema.ts'

/** A record as its acts have left it. */
export interface Told {
  readonly register: Register
  row: AnyRecord
  readonly clocks: Map<string, ClockChange>
  /** The entry that changed each clock last. */
  readonly clockEntries: Map<string, string>
  readonly takenBy: Record<string, string[]>
  readonly papers: Paper[]
  last: string | null
  previous: Buffer | null
}

export interface Paper {
  readonly document: DocumentRow
  readonly entry: string
  readonly issued: string
  state: 'issued' | 'signed' | 'void'
  readonly signatures: { readonly duty: string; readonly by: string; readonly at: string; readonly entry: string }[]
  served: string | null
  why: string | null
}

export interface Served {
  readonly id: string
  readonly document: string
  readonly way: string
  readonly state: string
  readonly sent: string
  readonly served: string | null
  readonly entry: string
}

export interface Followed {
  readonly linkage: string
  readonly cause: string
  readonly register: string
  readonly record: string
  readonly consequence: string | null
  readonly refusal: object | null
}

/** An entry on its way into the journal. */
export interface JournalLine {
  readonly id: string
  readonly cells: readonly string[]
}

export interface Batch {
  readonly records: Map<string, Told>
  readonly entries: JournalLine[]
  readonly services: Served[]
  readonly links: Followed[]
  /** Keys of people made in this batch: `subject/purpose` to the key, and as the vault takes it. */
  readonly keys: Map<string, { readonly subject: string; readonly purpose: string; readonly key: Uint8Array; readonly wrapped: Uint8Array }>
  /** Series of numbers: the last one on record before the batch, and the last one taken. */
  readonly series: Map<string, { readonly before: number; last: number }>
}

export const emptyBatch = (): Batch => ({
  records: new Map(), entries: [], services: [], links: [], keys: new Map(), series: new Map(),
})

/** Cells that are in COPY's text format already. */
async function copyCells(session: Session, table: string, columns: readonly string[], lines: Iterable<readonly string[]>): Promise<void> {
  const copying = copyInto(session, table, columns)
  for (const cells of lines) await copying.write(cells)
  await copying.end()
}

const copyRows = (session: Session, table: string, columns: readonly string[], lines: readonly (readonly unknown[])[]): Promise<void> =>
  copyCells(session, table, columns, lines.map((line) => line.map(copyText)))

async function writeRows(session: Session, batch: Batch): Promise<void> {
  const groups = new Map<Register, Told[]>()
  for (const told of batch.records.values()) {
    const group = groups.get(told.register)
    if (group) group.push(told)
    else groups.set(told.register, [told])
  }
  for (const [register, told] of groups) {
    const columns = columnsOf(register)
    const lines = told.map(({ row }) => {
      const cells = rowJson(register, row)
      return columns.map(({ name, type }) => {
        const value = cells[name]
        return type === 'text[]' && Array.isArray(value) ? copyArray(value) : copyText(value)
      })
    })
    await copyCells(session, `record."${tableOf(register.name)}"`, columns.map((c) => c.name), lines)
  }
}

const journalColumns = ['id', 'register', 'record', 'version', 'step', 'actor', 'key', 'request', 'occurred', 'recorded', 'body', 'previous', 'hash']

/** An entry as the journal's COPY takes it, so that a batch holds no bodies. As with an import, what asked for it is not kept. */
export function journalLine({ body, text, previous, hash }: Chained): JournalLine {
  const { id, register, record, version, step, actor, key, occurred, recorded } = body
  const values = [id, register, record, version, step, actor.id, key, Buffer.alloc(0), occurred, recorded, text, previous, hash]
  return { id, cells: values.map(copyText) }
}

async function writeJournal(session: Session, { entries }: Batch): Promise<void> {
  const [journal, outbox] = ['kernel.journal', 'kernel.outbox']
  await copyCells(session, journal, journalColumns, entries.map(({ cells }) => cells))
  await copyCells(session, outbox, ['entry'], entries.map(({ id }) => [id]))
}

async function writeClocks(session: Session, { records }: Batch): Promise<void> {
  const lines = [...records.values()].flatMap(({ register, row, clocks, clockEntries }) =>
    [...clocks].map(([key, clock]) => {
      const { deadline, run, state, due, runs_out, provisional, change } = clockJson(clock)
      return [row.id, deadline, run, register.name, state, due, runs_out, provisional, clockEntries.get(key), change]
    }),
  )
  const columns = ['record', 'deadline', 'run', 'register', 'state', 'due', 'runs_out', 'provisional', 'entry', 'change']
  await copyRows(session, 'kernel.clock', columns, lines)
}

async function writePapers(session: Session, { records, services }: Batch): Promise<void> {
  const lines = [...records.values()].flatMap(({ register, row, papers }) =>
    papers.map(({ document: d, entry, issued, state, signatures, why }) => [
      ...[d.id, d.form, d.number, register.name, row.id, entry, d.authority, issued, state, d.paper, d.sealedPaper, d.subject],
      ...[JSON.stringify(signatures), why],
    ]),
  )
  const columns = ['id', 'form', 'number', 'register', 'record', 'entry', 'authority', 'issued', 'state', 'paper', 'sealed_paper', 'subject', 'signatures', 'void_reason']
  await copyRows(session, 'kernel.document', columns, lines)
  const sent = services.map(({ id, document, way, state, sent: on, served, entry }) => [id, document, way, state, on, served, entry])
  await copyRows(session, 'kernel.service', ['id', 'document', 'way', 'state', 'sent', 'served', 'entry'], sent)
}

async function writeLinks(session: Session, { links }: Batch): Promise<void> {
  const lines = links.map(({ linkage, cause, register, record, consequence, refusal }) => [
    linkage, cause, register, record, refusal === null ? 'done' : 'parked', consequence, refusal, 1,
  ])
  await copyRows(session, 'kernel.link', ['linkage', 'cause', 'register', 'record', 'state', 'consequence', 'refusal', 'tries'], lines)
}

const seriesSql = `insert into kernel.counter as c (series, last) select s, l from unnest($1::text[], $2::bigint[], $3::bigint[]) as t(s, l, b)
  on conflict (series) do update set last = excluded.last where c.last = (select b from unnest($1::text[], $3::bigint[]) as t(s, b) where t.s = c.series)`

/** Series move from where the batch found them; if somebody took a number meanwhile, nothing of the batch is kept. */
async function writeSeries(session: Session, { series }: Batch): Promise<void> {
  const names = [...series.keys()]
  if (names.length === 0) return
  const [last, before] = [names.map((name) => series.get(name)!.last), names.map((name) => series.get(name)!.before)]
  const { rowCount } = await session.query(seriesSql, [names, last, before])
  if (rowCount !== names.length) throw new Error('fault: a number was taken while histories were told')
}

/** Writes the whole batch inside the caller's transaction. */
export async function writeBatch(session: Session, batch: Batch): Promise<void> {
  await writeSeries(session, batch)
  await writeRows(session, batch)
  await writeJournal(session, batch)
  await writeClocks(session, batch)
  await writePapers(session, batch)
  await writeLinks(session, batch)
  const keys = [...batch.keys.values()].map(({ subject, purpose, wrapped }) => [subject, purpose, wrapped])
  await copyRows(session, 'vault.person_key', ['subject', 'purpose', 'wrapped'], keys)
}
