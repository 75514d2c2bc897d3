// Taking a file in: judged and sealed while it streams, durable before it is told of, and waiting for the act that refers to it.
import { createHmac } from 'node:crypto'
import { inForce } from '../../kernel/act.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Field, Fields } from '../../kernel/field.ts'
import { kindsOfFile, type FileKindName } from '../../kernel/file-kind.ts'
import type { House } from '../../kernel/house.ts'
import type { Term } from '../../kernel/parameter.ts'
import type { Person } from '../../kernel/permission.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { inTransaction, type Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { decryptPersonal, encryptPersonal } from '../keys/personal.ts'
import { uuidv7 } from '../uuid.ts'
import { Examination, type Examined, type FileLimits } from './examine.ts'
import type { Arrived } from './file-store.ts'
import { attachmentRefusals } from './refusals.ts'
import { newFileKey, sealed, type FileKey } from './segments.ts'

export interface Sending {
  readonly register: string
  readonly field: string
  readonly name: string
  readonly bytes: AsyncIterable<Buffer>
  readonly person: Person
  /** Key of the form that brings it; empty where each file is sent by itself. */
  readonly batch: string
}

export interface Uploaded {
  readonly hash: string
  readonly field: string
  readonly name: string
  readonly kind: FileKindName
  readonly size: number
  /** Until when it waits for an act. */
  readonly ends: string
}

/** Fields of files of the register itself, and those that a step asks for and only the journal keeps. */
export function fileFields(procedure: Procedure): Fields {
  const asked = [...Object.values(procedure.steps).map((step) => step.asks ?? {}), procedure.opens.also ?? {}, procedure.of.fields]
  return Object.fromEntries(asked.flatMap((fields) => Object.entries(fields).filter(([, field]) => field.kind === 'files')))
}

export function fileField(house: House, register: string, name: string): Field {
  const procedure = house.procedures.get(register)
  const field = procedure && fileFields(procedure)[name]
  return field ?? attachmentRefusals.refuse('no-such-field', { name })
}

const parameter = <V>(engine: Engine, name: string): V => inForce(engine.parameters, name, dayOf(engine.now())).value as V

export const fileLimits = (engine: Engine): FileLimits => parameter<FileLimits>(engine, 'attachments.limits')
/** Hours that an upload waits for its act. */
export const waitingHours = (engine: Engine): number => parameter<Term>(engine, 'attachments.waiting').length

const longestName = 200
// Letters that change the direction of writing can make `exe.jpg` of `gpj.exe`.
const invisible = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

/** The name as it was given; refused rather than mended, so that nobody wonders where a file went. */
export function nameOf(raw: string, field: string): string {
  const name = raw.trim().normalize('NFC')
  if (/[/\\]/.test(name) || /^\.+$/.test(name) || /^[A-Za-z]:/.test(name)) attachmentRefusals.refuse('path', { name, field })
  if (name === '' || [...name].length > longestName || invisible.test(name)) attachmentRefusals.refuse('bad-name', { most: longestName, field })
  return name
}

/** The person and the purpose under whose key a file's own key stands. */
interface Under {
  readonly subject: string
  readonly purpose: string
}

// Files that wait are sealed under one key for all; the rows that hold their own keys are never backed up.
const waitingFor: Under = { subject: '00000000-0000-0000-0000-000000000000', purpose: 'upload' }

/** The file's own key under the key of a person and purpose, bound to the file. */
export async function wrapFileKey(engine: Engine, hash: string, key: FileKey, under = waitingFor): Promise<Buffer | null> {
  const outer = await engine.keys.key(under.subject, under.purpose)
  return outer && Buffer.from(encryptPersonal(outer, Buffer.from(key).toString('base64'), `file/${hash}`))
}

export async function unwrapFileKey(engine: Engine, hash: string, wrapped: Uint8Array, under = waitingFor): Promise<FileKey | null> {
  const outer = await engine.keys.key(under.subject, under.purpose)
  return outer && new Uint8Array(Buffer.from(decryptPersonal(outer, wrapped, `file/${hash}`) as string, 'base64'))
}

interface Known {
  readonly hash: string
  readonly file_name: string
  readonly claimed: string | null
}

interface Note {
  readonly sending: Sending
  readonly name: string
  readonly examined: Examined
  readonly twin: Buffer
  readonly wrapped: Buffer | null
  readonly hash: string
  readonly ends: string
}

/** The same file of the same form, if it is here already. */
async function twinOf(engine: Engine, session: Session, { sending, twin, ends }: Note): Promise<Known | null> {
  const key = [sending.person.id, sending.register, sending.field, sending.batch, twin]
  const where = 'account = $1 and register = $2 and field = $3 and batch = $4 and twin = $5'
  const { rows } = await session.query<Known>(`select hash, file_name, claimed from kernel.upload where ${where} for update`, key)
  const known = rows[0]
  if (!known || (known.claimed !== null && sending.batch === '') || !(await engine.files.has(known.hash))) return null
  await session.query(`update kernel.upload set ends = $6 where ${where}`, [...key, ends])
  return known
}

async function noteUpload(engine: Engine, session: Session, note: Note): Promise<void> {
  const { sending, examined } = note
  await session.query(
    `insert into kernel.attachment (hash, size, kind, sealed, stored) values ($1, $2, $3, $4, $5)
     on conflict (hash) do update set stored = excluded.stored, removed = null`,
    [note.hash, examined.size, examined.kind, note.wrapped !== null, engine.now()],
  )
  await session.query(
    `insert into kernel.upload (id, hash, account, register, field, batch, twin, file_name, wrapped, ends) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (account, register, field, batch, twin) do update set hash = excluded.hash, file_name = excluded.file_name,
       wrapped = excluded.wrapped, ends = excluded.ends, claimed = null`,
    [uuidv7(), note.hash, sending.person.id, sending.register, sending.field, sending.batch, note.twin, note.name, note.wrapped, note.ends],
  )
}

/**
 * The row first, then the name in the store: should we be killed between the two, a row waits for a file that nobody was told
 * of, and is removed when its time is over; no file ever lies there that nobody knows of.
 */
async function settle(engine: Engine, note: Note, arrived: Arrived): Promise<Uploaded> {
  const known = await inTransaction(engine.database, async (session) => {
    const twin = await twinOf(engine, session, note)
    if (twin === null) await noteUpload(engine, session, note)
    return twin
  })
  if (known) await arrived.discard()
  else await arrived.keep()
  const { kind, size } = note.examined
  return { hash: known?.hash ?? note.hash, field: note.sending.field, name: known?.file_name ?? note.name, kind, size, ends: note.ends }
}

/** Takes one file. Throws the refusal of whatever is wrong with it; then nothing of it is left. */
export async function takeFile(engine: Engine, sending: Sending): Promise<Uploaded> {
  const field = fileField(engine.house, sending.register, sending.field)
  const name = nameOf(sending.name, sending.field)
  const examination = new Examination({ name, field: sending.field, accepts: kindsOfFile(field), limits: fileLimits(engine) })
  const twin = createHmac('sha256', engine.replayKey).update('file:')
  const scan = engine.scanner?.begin()
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of examination.pass(sending.bytes)) {
      twin.update(chunk)
      await scan?.take(chunk)
      yield chunk
    }
  }
  const key = field.personal ? newFileKey() : null
  const arrived = await engine.files.receive(key ? sealed(key, watched()) : watched())
  try {
    const examined = examination.end()
    const found = await scan?.end()
    if (found) attachmentRefusals.refuse('infected', { name, found, field: sending.field })
    const ends = new Date(Date.parse(engine.now()) + waitingHours(engine) * 3_600_000).toISOString()
    const wrapped = key && (await wrapFileKey(engine, arrived.hash, key))
    return await settle(engine, { sending, name, examined, twin: twin.digest(), wrapped, hash: arrived.hash, ends }, arrived)
  } catch (error) {
    await arrived.discard()
    throw error
  }
}

/** Uploads of a form that still wait, so that a form that is shown again names them. */
export async function waitingOf(engine: Engine, account: string, hashes: readonly string[]): Promise<readonly Uploaded[]> {
  const { rows } = await engine.database.query<Uploaded>(
    `select u.hash, u.field, u.file_name as name, a.kind, a.size, u.ends from kernel.upload u join kernel.attachment a on a.hash = u.hash
     where u.account = $1 and u.hash = any($2) and u.claimed is null and u.ends > $3 order by u.id`,
    [account, hashes, engine.now()],
  )
  return rows
}
