// Import of a table into a register: every row judged by the gate's own stages, errors row by row, the file whole or not at all.
import { setImmediate as breathe } from 'node:timers/promises'
import { openingOf } from '../../kernel/act.ts'
import type { Fields, KindName } from '../../kernel/field.ts'
import type { Person } from '../../kernel/permission.ts'
import { Refusal, type FieldProblem } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import { inTransaction, type Session } from '../../store/database.ts'
import { surroundings, type Engine } from '../../store/engine.ts'
import { tableOf } from '../../store/names.ts'
import { personalNames } from '../../store/records/personal.ts'
import { beginStaging, type Staging } from '../../store/records/staging.ts'
import { traditional } from '../language.ts'
import { asWritten } from './formula.ts'
import { opening, type Sheet } from './opening.ts'
import { codeIn } from './places.ts'
import { intakeRefusals } from './refusals.ts'
import { limits, plainDay, plainMoment, type Source, type Table, type TableRow } from './table.ts'
import { readTable } from './table-file.ts'

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
  readonly source: Source
  readonly person: Person
  readonly dryRun: boolean
  /** Rows judged, then rows written. */
  readonly progress?: (done: number, phase: 'judged' | 'written') => void
}

const mostProblems = 5000
/** Rows after which others have their turn. */
const breath = 250

const bare = (text: string) => text.replace(/[*＊\s]|（.*?）|\(.*?\)$/g, '')

/** Ways in which a title is taken for that of a field, the strictest first: as it stands, then without stars and brackets. */
const alike: readonly ((text: string) => string)[] = [
  (text) => text.replace(/[*＊]$/, '').trim(),
  (text) => bare(text).toLowerCase(),
]

/** Which field each column is: by its name or any of its titles; null for a column that is no field. */
export function columnsOf(header: readonly string[], fields: Fields): (string | null)[] {
  const names = Object.entries(fields).map(([name, { title }]) => ({ name, known: [name, title.zh, traditional(title.zh), title.en] }))
  return header.map((title) => {
    if (title === '') return null
    for (const same of alike) {
      const found = names.find(({ known }) => known.some((one) => same(one) === same(title) && same(title) !== ''))
      if (found) return found.name
    }
    return null
  })
}

const whole = words('整行', 'The row')

const cellProblems = {
  formula: { words: words('单元格是公式', 'A formula stands in the cell'), remedy: words('请粘贴为数值', 'Paste it as a value') },
  unreadable: {
    words: words('含有无法识别的字符', 'It holds characters that cannot be read'),
    remedy: words('请将文件另存为 UTF-8 编码', 'Save the file in UTF-8'),
  },
  'beyond-header': {
    words: words('比表头多出单元格', 'It has more cells than the header'),
    remedy: words('请检查该行的分隔符和引号', 'Check the separators and quotes of the row'),
  },
  twice: { words: words('文件内重复', 'It stands twice in the file'), remedy: words('请删除重复的行', 'Delete the repeated row') },
} as const satisfies Readonly<Record<string, { words: Words; remedy: Words }>>

const cellProblem = (line: number, field: string, code: keyof typeof cellProblems): RowProblem => ({
  line,
  field,
  code,
  ...cellProblems[code],
})

interface Read {
  readonly answers: Readonly<Record<string, unknown>>
  readonly problems: readonly RowProblem[]
}

/** Kinds that people write in a workbook otherwise than in a form. */
const written: Partial<Record<KindName, (text: string) => string>> = { day: plainDay, instant: plainMoment, area: codeIn, office: codeIn }

/** The cells of a row as answers to the opening's questions. */
function readRow(row: TableRow, columns: readonly (string | null)[], fields: Fields): Read {
  const answers: Record<string, unknown> = {}
  const problems: RowProblem[] = []
  columns.forEach((name, at) => {
    if (name === null) return
    const text = asWritten(row.cells[at] ?? '')
    if (row.formulas.includes(at)) problems.push(cellProblem(row.line, name, 'formula'))
    if (text.includes('\ufffd')) problems.push(cellProblem(row.line, name, 'unreadable'))
    answers[name] = written[fields[name]!.kind]?.(text) ?? text
  })
  if (row.cells.slice(columns.length).some((text) => text.trim() !== '')) problems.push(cellProblem(row.line, whole.zh, 'beyond-header'))
  return { answers, problems }
}

function problemsOf(error: unknown, line: number): RowProblem[] {
  if (!(error instanceof Refusal)) throw error
  if (error.problems.length > 0) return error.problems.map((problem) => ({ ...problem, line }))
  return [{ line, field: error.field ?? whole.zh, code: error.code, words: error.detail, remedy: error.remedy }]
}

interface Tally {
  rows: number
  readonly problems: RowProblem[]
}

/** Judges every row, and copies what may be opened into the staging table. */
async function judgeRows(sheet: Sheet, table: Table, staging: Staging, importing: Importing): Promise<Tally> {
  const fields = openingOf(sheet.engine.house.procedureOf(sheet.register.name)).asks ?? {}
  const columns = columnsOf(table.header, fields)
  const tally: Tally = { rows: 0, problems: [] }
  for await (const row of table.rows) {
    if (++tally.rows > limits.rows) intakeRefusals.refuse('too-many-rows', { rows: tally.rows, most: limits.rows })
    const { answers, problems } = readRow(row, columns, fields)
    if (problems.length > 0) tally.problems.push(...problems)
    else
      try {
        await staging.add(row.line, await opening(sheet, row.line, answers))
      } catch (error) {
        tally.problems.push(...problemsOf(error, row.line))
      }
    if (tally.problems.length > mostProblems) break
    if (tally.rows % breath > 0) continue
    importing.progress?.(tally.rows, 'judged')
    await breathe()
  }
  await staging.close()
  for (const line of await staging.repeated(mostProblems))
    tally.problems.push(cellProblem(line, sheet.register.knownBy?.[0] ?? whole.zh, 'twice'))
  tally.problems.sort((a, b) => a.line - b.line)
  return tally
}

const setting = (digest: string): string => `import:${digest}`

interface File {
  readonly sheet: Sheet
  readonly table: Table
  readonly importing: Importing
  readonly ignored: readonly string[]
}

async function carryOut(session: Session, { sheet, table, importing, ignored }: File, name: string): Promise<Imported> {
  const staging = await beginStaging(session, sheet.register)
  const { rows, problems } = await judgeRows(sheet, table, staging, importing)
  const known = await staging.dropKnown()
  const outcome = { rows, known, problems, encoding: table.encoding, dryRun: importing.dryRun, repeated: false, ignored }
  if (importing.dryRun) return { ...outcome, opened: rows - known - new Set(problems.map((p) => p.line)).size }
  if (problems.length > 0) return { ...outcome, opened: 0 }
  const opened = await staging.settle(sheet.person.id, sheet.around.now, (done) => importing.progress?.(done, 'written'))
  await session.query('insert into kernel.setting (name, value) values ($1, $2)', [name, JSON.stringify({ ...outcome, opened })])
  return { ...outcome, opened }
}

/** Rows after which the planner is told of the new rows at once, and need not wait for its own survey. */
const many = 10_000

const taken = (error: unknown): boolean => (error as { code?: string }).code === '23505'

/** Imports a file; with a problem in any row nothing of the file is kept. */
export async function importTable(engine: Engine, importing: Importing): Promise<Imported> {
  const { source, person, dryRun } = importing
  const procedure = engine.house.procedureOf(importing.register)
  const register: Register = procedure.of
  const table = await readTable(source)
  const columns = columnsOf(table.header, openingOf(procedure).asks ?? {})
  if (columns.every((name) => name === null)) intakeRefusals.refuse('no-header', { register: register.title.zh })
  const ignored = columns.flatMap((name, at) => (name === null && table.header[at] ? [table.header[at]!] : []))
  const name = setting(`${register.name}:${table.digest}`)
  const before = await engine.database.query<{ value: Imported }>('select value from kernel.setting where name = $1', [name])
  if (before.rows[0] && !dryRun) return { ...before.rows[0].value, repeated: true, opened: 0, known: before.rows[0].value.rows }
  const sheet: Sheet = {
    engine,
    register,
    around: surroundings(engine),
    person,
    fileName: source.name,
    digest: table.digest.slice(0, 32),
    dryRun,
    personal: personalNames({ ...register.fields, ...openingOf(procedure).asks }),
    linkages: engine.house.linkages.filter((l) => l.when.register === register.name && l.when.step === 'open'),
  }
  const outcome = await inTransaction(engine.database, (session) => carryOut(session, { sheet, table, importing, ignored }, name)).catch(
    (error: unknown) => (taken(error) ? intakeRefusals.refuse('meanwhile') : Promise.reject(error)),
  )
  if (outcome.opened >= many && !dryRun) await engine.database.query(`analyze record."${tableOf(register.name)}"`)
  return outcome
}
