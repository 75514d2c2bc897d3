// The entries of a record as a person may read them: personal answers only to those who see their fields.
import type { Entry, EntryBody } from '../../kernel/journal.ts'
import { openingOf } from '../../kernel/act.ts'
import type { Field } from '../../kernel/field.ts'
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
  readonly basis: EntryBody['basis']
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

/** Whether whoever reads sees what is for certain duties only: a field of the record, what a step asked, a document. */
export type Sees = (shown: Pick<Field, 'shownTo'>) => boolean

function mayAnswer(engine: Engine, register: Register, step: string, name: string, sees: Sees): boolean {
  const procedure = engine.house.procedureOf(register.name)
  const field = register.fields[name] ?? (step === 'open' ? openingOf(procedure) : procedure.steps[step])?.asks?.[name]
  return field !== undefined && sees(field)
}

/** A step that is for certain duties is told to nobody else: what goes to the police warns no suspect. */
const tellsOf = (engine: Engine, register: Register, step: string, sees: Sees): boolean => {
  const shownTo = engine.house.procedures.get(register.name)?.steps[step]?.shownTo
  return !shownTo || sees({ shownTo })
}

async function shownEntry(engine: Engine, register: Register, row: Row, sees: Sees): Promise<EntryShown> {
  const body = JSON.parse(row.body) as EntryBody
  const sealed = await openSealed(engine.keys, body.sealed)
  const all = { ...body.answers, ...body.sets, ...sealed?.answers, ...sealed?.sets }
  return {
    id: body.id,
    version: body.version,
    step: body.step,
    duty: body.actor.duty,
    office: body.actor.office,
    occurred: body.occurred,
    recorded: body.recorded,
    answers: Object.fromEntries(Object.entries(all).filter(([name]) => mayAnswer(engine, register, body.step, name, sees))),
    documents: body.documents,
    asked: body.asked,
    cause: body.cause,
    reason: body.reason,
    basis: body.basis,
    hash: row.hash.toString('hex'),
    seq: row.seq,
  }
}

export async function historyOf(engine: Engine, register: Register, record: string, sees: Sees): Promise<readonly EntryShown[]> {
  const { rows } = await engine.database.query<Row>({ name: 'history-of', text: sql, values: [record] })
  const told = rows.filter((row) => tellsOf(engine, register, (JSON.parse(row.body) as EntryBody).step, sees))
  return Promise.all(told.map((row) => shownEntry(engine, register, row, sees)))
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
