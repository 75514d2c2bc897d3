// The entries of a record as a person may read them: personal answers only to those who see their fields.
import type { Entry, EntryBody } from '../../kernel/journal.ts'
import type { Register } from '../../kernel/register.ts'
import type { Engine } from '../engine.ts'
import { openSealed } from './personal.ts'

export interface EntryShown {
  readonly id: string
  readonly version: number
  readonly step: string
  readonly duty: string
  readonly office: string | null
  readonly occurred: string
  readonly recorded: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: EntryBody['documents']
  readonly asked: EntryBody['asked']
  readonly cause: EntryBody['cause']
  readonly reason: string | null
  readonly hash: string
  /** Position in the log once the sequencer has numbered the entry. */
  readonly seq: number | null
}

interface Row {
  readonly body: string
  readonly hash: Buffer
  readonly previous: Buffer | null
  readonly seq: number | null
}

const sql = `select j.body, j.hash, j.previous, l.seq from kernel.journal j left join kernel.leaf l on l.entry = j.id where j.record = $1 order by j.version`

async function shownEntry(engine: Engine, register: Register, row: Row, visible: ReadonlySet<string>): Promise<EntryShown> {
  const body = JSON.parse(row.body) as EntryBody
  const asks = engine.house.procedureOf(register.name).steps[body.step]?.asks ?? {}
  const sealed = await openSealed(engine.keys, body.sealed)
  const all = { ...body.answers, ...body.sets, ...sealed?.answers, ...sealed?.sets }
  // An answer that is no field of the record is seen by those who see every personal field of the same step.
  const mayAnswer = (name: string) =>
    name in register.fields
      ? visible.has(name)
      : name in asks && (!asks[name]!.shownTo || [...visible].some((v) => register.fields[v]?.personal))
  return {
    id: body.id,
    version: body.version,
    step: body.step,
    duty: body.actor.duty,
    office: body.actor.office,
    occurred: body.occurred,
    recorded: body.recorded,
    answers: Object.fromEntries(Object.entries(all).filter(([name]) => mayAnswer(name))),
    documents: body.documents,
    asked: body.asked,
    cause: body.cause,
    reason: body.reason,
    hash: row.hash.toString('hex'),
    seq: row.seq,
  }
}

export async function historyOf(
  engine: Engine,
  register: Register,
  record: string,
  visible: readonly string[],
): Promise<readonly EntryShown[]> {
  const { rows } = await engine.database.query<Row>({ name: 'history-of', text: sql, values: [record] })
  const seen = new Set(visible)
  return Promise.all(rows.map((row) => shownEntry(engine, register, row, seen)))
}

/** The entries whole, for refolding. */
export async function entriesOf(engine: Engine, record: string): Promise<readonly Entry[]> {
  const { rows } = await engine.database.query<Row>({ name: 'history-of', text: sql, values: [record] })
  return rows.map((row) => ({
    ...(JSON.parse(row.body) as EntryBody),
    previous: row.previous?.toString('hex') ?? null,
    hash: row.hash.toString('hex'),
  }))
}
