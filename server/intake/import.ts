// Import of a table into a register: every row judged by the gate's own stages, errors row by row, the file whole or not at all.
import { createHash } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { effectsOf, judge, openingOf, type Request } from '../../kernel/act.ts'
import type { Fields } from '../../kernel/field.ts'
import { Refusal, type FieldProblem } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import type { Person } from '../../kernel/permission.ts'
import { entryHash } from '../../kernel/trust/chain.ts'
import { words, type Words } from '../../kernel/words.ts'
import { inTransaction } from '../../store/database.ts'
import { surroundings, type Engine } from '../../store/engine.ts'
import { columnOf, tableOf } from '../../store/names.ts'
import { nothingFound } from '../../store/records/find.ts'
import { numberFor, subjectFor, sealPart } from '../../store/records/gate.ts'
import { parted, personalNames } from '../../store/records/personal.ts'
import { writeOpened, type Opened } from '../../store/records/write-many.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { intakeRefusals } from './refusals.ts'
import { limits, plainDay, readTable, type TableRow } from './table-file.ts'

export interface RowProblem extends FieldProblem {
  readonly line: number
}

export interface Imported {
  readonly rows: number
  /** Rows opened; in a dry run those that would be. */
  readonly opened: number
  /** Rows whose record is there already with the same key. */
  readonly known: number
  readonly problems: readonly RowProblem[]
  readonly encoding: string
  readonly dryRun: boolean
  /** The very file was taken before; nothing was done again. */
  readonly repeated: boolean
  readonly ignored: readonly string[]
}

export interface Importing {
  readonly register: string
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly person: Person
  readonly dryRun: boolean
  readonly progress?: (rows: number) => void
}

const batchSize = 2000
const mostProblems = 5000

/** Which field each column is: by its name or either of its titles; null for a column that is no field. */
function columnsOf(header: readonly string[], fields: Fields): (string | null)[] {
  const plain = (text: string) => text.replace(/[*＊\s]|（.*?）|\(.*?\)$/g, '').toLowerCase()
  return header.map(
    (title) =>
      Object.entries(fields).find(([name, field]) =>
        [name, field.title.zh, field.title.en].some((known) => plain(known) === plain(title)),
      )?.[0] ?? null,
  )
}

function answersOf(
  row: TableRow,
  columns: readonly (string | null)[],
  fields: Fields,
): { answers: Record<string, unknown>; problems: RowProblem[] } {
  const answers: Record<string, unknown> = {}
  const problems: RowProblem[] = []
  columns.forEach((name, at) => {
    if (name === null) return
    if (row.formulas.includes(at))
      problems.push({
        line: row.line,
        field: name,
        code: 'formula',
        words: words('单元格是公式', 'A formula stands in the cell'),
        remedy: words('请粘贴为数值', 'Paste it as a value'),
      })
    const text = row.cells[at] ?? ''
    answers[name] = fields[name]!.kind === 'day' ? plainDay(text) : text
  })
  return { answers, problems }
}

const whole: Words = words('整行', 'The row')

function problemsOf(error: unknown, line: number): RowProblem[] {
  if (!(error instanceof Refusal)) throw error
  if (error.problems.length > 0) return error.problems.map((problem) => ({ ...problem, line }))
  return [{ line, field: error.field ?? whole.zh, code: error.code, words: error.detail, remedy: error.remedy }]
}

/** One row as an opening, judged but not written. */
async function opened(
  engine: Engine,
  register: Register,
  row: TableRow,
  answers: Record<string, unknown>,
  importing: Importing,
  digest: string,
): Promise<Opened> {
  const around = surroundings(engine)
  const request: Request = {
    register: register.name,
    record: uuidv7(),
    step: 'open',
    answers,
    key: `import:${digest}:${row.line}`,
    person: importing.person,
  }
  const judged = judge(request, nothingFound, around)
  const effects = effectsOf(request, judged, nothingFound, around)
  const personal = personalNames({ ...register.fields, ...effects.asked })
  const subject = personal.length > 0 ? subjectFor(request, nothingFound) : null
  const sets = { ...effects.sets, number: await numberFor(engine, register, effects), subject }
  const kept = Object.fromEntries(
    Object.entries(effects.answers).filter(([name, value]) => value !== null && (sets as Record<string, unknown>)[name] !== value),
  )
  const [openSets, openAnswers] = [parted(sets, personal), parted(kept, personal)]
  const sealed =
    subject === null ? null : await sealPart(engine, subject, register.name, { answers: openAnswers.personal, sets: openSets.personal })
  const body = {
    id: uuidv7(),
    register: register.name,
    record: request.record,
    version: 1,
    step: 'open',
    actor: { ...effects.actor, hand: 'import' as const },
    occurred: effects.occurred,
    recorded: around.now,
    key: request.key,
    answers: openAnswers.open,
    sets: openSets.open,
    sealed,
    clocks: effects.clocks,
    asked: [],
    documents: [],
    cause: null,
    reason: `${importing.fileName}:${row.line}`,
    basis: effects.step.basis ?? null,
  }
  const linkages = engine.house.linkages.filter((l) => l.when.register === register.name && l.when.step === 'open').map((l) => l.name)
  return {
    row: { ...judged.c.record, ...sets, id: request.record, version: 1, subject },
    entry: { ...body, previous: null, hash: bytesToHex(entryHash(null, body)) },
    linkages,
  }
}

/** Keys of rows that are on record already, of one batch. */
async function knownKeys(engine: Engine, register: Register, batch: readonly Opened[]): Promise<Set<string>> {
  const fields = register.knownBy ?? []
  if (fields.length === 0) return new Set()
  const columns = fields.map((name) => `"${columnOf(name)}"`)
  const { rows } = await engine.database.query<Record<string, unknown>>(
    `select ${columns.map((c, at) => `t.c${at}`).join(', ')} from unnest(${fields.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as t(${fields.map((_, at) => `c${at}`).join(', ')})
     where exists (select 1 from record."${tableOf(register.name)}" r where ${columns.map((c, at) => `r.${c}::text is not distinct from t.c${at}`).join(' and ')})`,
    fields.map((name) =>
      batch.map((b) => {
        const value = b.row[name]
        return value === null || value === undefined ? null : String(value)
      }),
    ),
  )
  return new Set(rows.map((row) => fields.map((_, at) => row[`c${at}`] ?? '').join('\u0000')))
}

const keyOf = (register: Register, row: Opened): string => (register.knownBy ?? []).map((name) => row.row[name] ?? '').join('\u0000')

interface Tally {
  rows: number
  opened: number
  known: number
  problems: RowProblem[]
}

type Write = (register: Register, batch: readonly Opened[]) => Promise<void>

async function readAll(engine: Engine, importing: Importing, table: Awaited<ReturnType<typeof readTable>>, write: Write): Promise<Tally> {
  const register = engine.house.procedureOf(importing.register).of
  const fields = openingOf(engine.house.procedureOf(importing.register)).asks ?? {}
  const columns = columnsOf(table.header, fields)
  if (columns.every((name) => name === null)) intakeRefusals.refuse('no-header', { register: register.title.zh })
  const digest = createHash('sha256').update(importing.bytes).digest('hex').slice(0, 32)
  const tally: Tally = { rows: 0, opened: 0, known: 0, problems: [] }
  const seen = new Set<string>()
  let batch: Opened[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const known = await knownKeys(engine, register, batch)
    const fresh = batch.filter((row) => !known.has(keyOf(register, row)))
    tally.known += batch.length - fresh.length
    tally.opened += fresh.length
    if (tally.problems.length === 0 && fresh.length > 0) await write(register, fresh)
    batch = []
    importing.progress?.(tally.rows)
  }
  for await (const row of table.rows) {
    if (++tally.rows > limits.rows) intakeRefusals.refuse('too-many-rows', { rows: tally.rows, most: limits.rows })
    const { answers, problems } = answersOf(row, columns, fields)
    if (problems.length > 0) {
      tally.problems.push(...problems)
      continue
    }
    try {
      const made = await opened(engine, register, row, answers, importing, digest)
      const key = keyOf(register, made)
      if (register.knownBy && seen.has(key))
        tally.problems.push({
          line: row.line,
          field: register.knownBy[0]!,
          code: 'twice',
          words: words('文件内重复', 'It stands twice in the file'),
          remedy: words('请删除重复的行', 'Delete the repeated row'),
        })
      else {
        if (register.knownBy) seen.add(key)
        batch.push(made)
      }
    } catch (error) {
      tally.problems.push(...problemsOf(error, row.line))
    }
    if (tally.problems.length > mostProblems) break
    if (batch.length >= batchSize) await flush()
  }
  await flush()
  return tally
}

const setting = (digest: string): string => `import:${digest}`

/** Imports a file; with a problem in any row nothing of the file is kept. */
export async function importTable(engine: Engine, importing: Importing): Promise<Imported> {
  const digest = createHash('sha256').update(importing.register).update(importing.bytes).digest('hex')
  const table = await readTable(importing.bytes, importing.fileName)
  const ignored = columnsOf(table.header, openingOf(engine.house.procedureOf(importing.register)).asks ?? {}).flatMap((name, at) =>
    name === null && table.header[at] ? [table.header[at]!] : [],
  )
  const before = await engine.database.query<{ value: Imported }>('select value from kernel.setting where name = $1', [setting(digest)])
  if (before.rows[0] && !importing.dryRun) return { ...before.rows[0].value, repeated: true, opened: 0, known: before.rows[0].value.rows }
  const done = (tally: Tally): Imported => ({ ...tally, encoding: table.encoding, dryRun: importing.dryRun, repeated: false, ignored })
  if (importing.dryRun) return done(await readAll(engine, importing, table, async () => undefined))
  return inTransaction(engine.database, async (session) => {
    const tally = await readAll(engine, importing, table, (register, batch) => writeOpened(session, register, batch))
    if (tally.problems.length > 0) {
      await session.query('rollback')
      await session.query('begin')
      return { ...done(tally), opened: 0 }
    }
    await session.query('insert into kernel.setting (name, value) values ($1, $2)', [
      setting(digest),
      JSON.stringify({ ...done(tally), problems: [] }),
    ])
    return done(tally)
  })
}
