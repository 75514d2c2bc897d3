// What an act that brings files does inside its transaction: it takes its own uploads, and refers to them from the record.
import type { Effects, Request } from '../../kernel/act.ts'
import type { Fields } from '../../kernel/field.ts'
import { mostFiles, type FileBrought } from '../../kernel/fields/files.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { assert } from '../../kernel/refusal.ts'
import type { Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { attachmentRefusals } from './refusals.ts'
import type { FileKey } from './segments.ts'
import { unwrapFileKey, waitingHours, wrapFileKey } from './upload.ts'

export interface Brought extends Omit<FileBrought, 'name'> {
  readonly name: string
  readonly personal: boolean
  /** Its own key where it is sealed. */
  readonly key: FileKey | null
  readonly upload: string | null
  /** Its place among the files of the field. */
  readonly place: number
}

type Answers = Readonly<Record<string, unknown>>

/** Fields of files that were answered, with the hashes that they name. */
const filesIn = (fields: Fields, answers: Answers): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(fields)
    .filter(([name, field]) => field.kind === 'files' && Array.isArray(answers[name]))
    .map(([name]) => [name, answers[name] as readonly string[]] as const)
    .filter(([, hashes]) => hashes.length > 0)

/** Whether an act brings files, so that it needs a transaction of its own. */
export const bringsFiles = (fields: Fields, answers: Answers): boolean => filesIn(fields, answers).length > 0

interface Found {
  readonly id: string | null
  readonly hash: string
  readonly name: string | null
  readonly size: number
  readonly kind: string
  readonly wrapped: Buffer | null
  readonly subject: string | null
  readonly purpose: string | null
}

// Only one's own upload for this very field may be referred to: who knows the hash of another's file gains nothing by it.
const uploadSql = `select u.id, u.hash, u.file_name as name, a.size, a.kind, u.wrapped, null as subject, null as purpose
  from kernel.upload u join kernel.attachment a on a.hash = u.hash
  where u.hash = any($1) and u.account = $2 and u.register = $3 and u.field = $4 and u.claimed is null and u.ends > $5 for update of u`

// A linkage may hand on the files of its cause.
const causeSql = `select distinct on (u.hash) null as id, u.hash, u.file_name as name, a.size, a.kind, u.wrapped, j.body::jsonb->'sealed'->>'subject' as subject, u.register as purpose
  from kernel.journal c join kernel.attachment_use u on u.record = c.record join kernel.attachment a on a.hash = u.hash
  join kernel.journal j on j.id = u.entry
  where u.hash = any($1) and c.id = $2 and u.erased is null`

async function found(engine: Engine, session: Session, request: Request, field: string, hashes: readonly string[]) {
  const { rows } = request.cause
    ? await session.query<Found>(causeSql, [hashes, request.cause.entry])
    : await session.query<Found>(uploadSql, [hashes, request.person.id, request.register, field, engine.now()])
  return rows
}

async function keyOf(engine: Engine, row: Found): Promise<FileKey | null> {
  if (row.wrapped === null) return null
  const under = row.subject && row.purpose ? { subject: row.subject, purpose: row.purpose } : undefined
  return unwrapFileKey(engine, row.hash, row.wrapped, under)
}

/** The files that an act brings, beyond those that the record has; refuses what is not there for it to take. */
export async function claimFiles(
  engine: Engine,
  session: Session,
  request: Request,
  record: AnyRecord | null,
  { asked, answers }: Pick<Effects, 'asked' | 'answers'>,
): Promise<readonly Brought[]> {
  const brought: Brought[] = []
  for (const [field, hashes] of filesIn(asked, answers)) {
    const known = (record?.[field] ?? []) as readonly string[]
    const fresh = hashes.filter((hash) => !known.includes(hash))
    const [count, most] = [known.length + fresh.length, mostFiles(asked[field]!)]
    if (count > most) attachmentRefusals.refuse('too-many', { count, most, field })
    const rows = new Map((await found(engine, session, request, field, fresh)).map((row) => [row.hash, row]))
    for (const [at, hash] of fresh.entries()) {
      const row = rows.get(hash) ?? attachmentRefusals.refuse('unknown', { hours: waitingHours(engine), field })
      const key = await keyOf(engine, row)
      const personal = asked[field]!.personal === true
      assert(!personal || key !== null, `the personal file ${hash} was not sealed`)
      const { size, kind, id: upload } = row
      brought.push({ field, hash, size, kind, name: row.name ?? '', personal, key, upload, place: known.length + at })
    }
  }
  return brought
}

/** What the entry says of the files in the open. */
export const openPart = (brought: readonly Brought[]): readonly FileBrought[] =>
  brought.map(({ field, hash, size, kind, name, personal }) => ({ field, hash, size, kind, ...(personal ? {} : { name }) }))

/** Names that are sealed with the personal values. */
export const namesPart = (brought: readonly Brought[]): Readonly<Record<string, string>> | undefined => {
  const sealed = brought.filter((file) => file.personal)
  return sealed.length > 0 ? Object.fromEntries(sealed.map((file) => [file.hash, file.name])) : undefined
}

/** Writes the references, in the transaction of the act; the uploads wait no longer. */
export async function referTo(
  engine: Engine,
  session: Session,
  entry: { readonly id: string; readonly record: string; readonly register: string },
  subject: string | null,
  brought: readonly Brought[],
): Promise<void> {
  for (const file of brought) {
    const under = subject === null ? undefined : { subject, purpose: entry.register }
    const wrapped = file.key && under ? await wrapFileKey(engine, file.hash, file.key, under) : null
    assert(file.key === null || wrapped !== null, `the file ${file.hash} has no key to stand under`)
    await session.query(
      `insert into kernel.attachment_use (record, field, hash, register, entry, place, file_name, wrapped) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing`,
      [entry.record, file.field, file.hash, entry.register, entry.id, file.place, file.name, wrapped],
    )
  }
  const uploads = brought.flatMap((file) => (file.upload ? [file.upload] : []))
  if (uploads.length > 0) await session.query('update kernel.upload set claimed = $2, wrapped = null where id = any($1::uuid[])', [uploads, entry.record])
}
