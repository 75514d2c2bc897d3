// Reading attachments for people: those whose record and field they may read; each reading of a sealed one is noted.
import { endingOf, fileKinds, type FileKindName } from '../../kernel/file-kind.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Person } from '../../kernel/permission.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { stepOf } from '../../kernel/act.ts'
import type { Engine } from '../engine.ts'
import type { Sees } from '../records/history.ts'
import { listRecords } from '../records/list.ts'
import { noteRead } from '../records/read.ts'
import { placing, sightOf } from '../records/sight.ts'
import { opened, storedSpan, type Span } from './segments.ts'
import { fileFields, unwrapFileKey } from './upload.ts'
import { isUuid } from '../uuid.ts'

/** A file as it is named to those who may see it. */
export interface FileShown {
  readonly field: string
  readonly hash: string
  /** Null once it was erased. */
  readonly name: string | null
  readonly kind: FileKindName
  readonly mediaType: string
  readonly size: number
  readonly erased: boolean
}

interface Row {
  readonly record: string
  readonly field: string
  readonly hash: string
  readonly name: string | null
  readonly kind: FileKindName
  readonly size: number
  readonly wrapped: Buffer | null
  readonly erased: string | null
  readonly step: string
}

const rowsSql = `select u.record, u.field, u.hash, u.file_name as name, a.kind, a.size, u.wrapped, u.erased, j.step
  from kernel.attachment_use u join kernel.attachment a on a.hash = u.hash join kernel.journal j on j.id = u.entry
  where u.record = any($1::uuid[]) order by u.record, u.field, u.place`

const shown = ({ field, hash, name, kind, size, erased }: Row): FileShown => ({
  field, hash, name, kind, mediaType: fileKinds[kind].mediaType, size, erased: erased !== null,
})

/** A file of a field of the record is seen by who sees the field; one that only a step asked for, by who would see that question. */
function isSeen(engine: Engine, register: Register, row: Row, sees: Sees): boolean {
  const field = register.fields[row.field] ?? stepOf(engine.house.procedureOf(register.name), row.step)?.asks?.[row.field]
  return field !== undefined && sees(field)
}

async function rowsOf(engine: Engine, records: readonly string[]): Promise<readonly Row[]> {
  return records.length === 0 ? [] : (await engine.database.query<Row>({ name: 'files-of', text: rowsSql, values: [records] })).rows
}

const takesFiles = new WeakMap<Register, boolean>()

/** Most registers ask for no files anywhere, and then the database need not be asked for them either. */
function mayHold(engine: Engine, register: Register): boolean {
  const known = takesFiles.get(register)
  if (known !== undefined) return known
  const takes = Object.keys(fileFields(engine.house.procedureOf(register.name))).length > 0
  takesFiles.set(register, takes)
  return takes
}

/** Files of one record, as far as a person who may read it sees their fields. */
export async function filesOf(engine: Engine, register: Register, record: string, sees: Sees): Promise<readonly FileShown[]> {
  if (!mayHold(engine, register)) return []
  return (await rowsOf(engine, [record])).filter((row) => isSeen(engine, register, row, sees)).map(shown)
}

/** Names of files for a table of records, by record and field. */
export async function fileNames(engine: Engine, records: readonly string[]): Promise<(record: string, field: string) => string> {
  const names = new Map<string, string[]>()
  for (const row of await rowsOf(engine, records)) {
    const key = `${row.record}/${row.field}`
    names.set(key, [...(names.get(key) ?? []), row.name ?? '—'])
  }
  return (record, field) => (names.get(`${record}/${field}`) ?? []).join('；')
}

export interface OpenedFile extends FileShown {
  /** Its name with an ending that fits what it is. */
  readonly fileName: string
  read(span?: Span): Promise<AsyncIterable<Buffer>>
}

const endedName = (name: string, kind: FileKindName): string => (endingOf(name) === '' ? `${name}.${fileKinds[kind].endings[0]}` : name)

async function* all(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* bytes
}

function reader(engine: Engine, register: Register, record: AnyRecord, row: Row): OpenedFile['read'] {
  return async (span = { from: 0, to: row.size - 1 }) => {
    const stored = await engine.files.read(row.hash, row.wrapped ? storedSpan(row.size, span) : span)
    if (!stored) throw new Error(`fault: the bytes of the attachment ${row.hash} are not in the store`)
    if (!row.wrapped) return all(stored)
    const key = record.subject && (await unwrapFileKey(engine, row.hash, row.wrapped, { subject: record.subject, purpose: register.name }))
    return key ? opened(key, row.size, span, stored) : kernelRefusals.refuse('gone')
  }
}


/** One file for a person: not found where record or field is not theirs to read, gone where it was erased. */
export async function openFile(engine: Engine, register: Register, person: Person, id: string, hash: string): Promise<OpenedFile> {
  const { reach, seesOn } = sightOf(engine, register, person)
  const where = { all: [reach, { field: 'id', is: id }] }
  const [record] = isUuid(id) ? await listRecords(engine.database, register, { where, limit: 1, fields: ['subject', ...placing(register)] }) : []
  if (!record) return kernelRefusals.refuse('not-found')
  const row = (await rowsOf(engine, [id])).find((one) => one.hash === hash && isSeen(engine, register, one, seesOn(record)))
  if (!row) return kernelRefusals.refuse('not-found')
  if (row.erased !== null) return kernelRefusals.refuse('gone')
  if (row.wrapped && record.owner !== person.id) await noteRead(engine, register, person, [record], [row.field])
  const fileName = endedName(row.name ?? hash.slice(0, 12), row.kind)
  return { ...shown(row), fileName, read: reader(engine, register, record, row) }
}
