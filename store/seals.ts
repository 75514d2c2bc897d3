// Seals at work: a receipt or a publication is signed once, given a place in the status list, and can be withdrawn.
import { randomInt } from 'node:crypto'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { DocumentForm } from '../kernel/document.ts'
import type { Publication } from '../kernel/publication.ts'
import type { AnyRecord } from '../kernel/register.ts'
import { kindOf } from '../kernel/kinds.ts'
import { seal, sealDigest, type SealedProof } from '../kernel/trust/seal.ts'
import { statusListId } from '../kernel/trust/seal-verdict.ts'
import { listLength, sealStatusList } from '../kernel/trust/status-list.ts'
import { inTransaction } from './database.ts'
import type { Engine } from './engine.ts'
import type { KeyRing } from './keys/key-files.ts'
import { noteSeals } from './staples.ts'
import { uuidv7 } from './uuid.ts'

export interface Sealing {
  readonly kind: string
  readonly register: string
  readonly record: string
  readonly document: string | null
  readonly number: string
  readonly title: string
  readonly content: object
  readonly facts: readonly (readonly [string, string])[]
  readonly validUntil?: string
}

interface Row {
  readonly proof: SealedProof
  readonly withdrawn: string | null
}

/** Of a paper there is one seal for ever; of a publication the one that stands, since a record may come back into it. */
const known = async (engine: Engine, asked: Pick<Sealing, 'kind' | 'record' | 'document'>): Promise<Row | null> =>
  (
    await engine.database.query<Row>(
      'select proof, withdrawn from kernel.seal where kind = $1 and record = $2 and document is not distinct from $3 and (document is not null or withdrawn is null)',
      [asked.kind, asked.record, asked.document],
    )
  ).rows[0] ?? null

/** The status list that is being filled. */
async function newestList(engine: Engine): Promise<number> {
  const { rows } = await engine.database.query<{ list: number | null }>('select max(list) as list from kernel.seal')
  return rows[0]?.list ?? 1
}

/** A seal before it is kept: signed, with a random place in the status list, so that a neighbour tells nothing. */
async function signed(engine: Engine, keys: KeyRing, asked: Sealing, list: number): Promise<Signed> {
  const place = randomInt(listLength)
  const issued = engine.now()
  const proof = await seal(
    {
      kind: asked.kind,
      number: asked.number,
      title: asked.title,
      content: asked.content,
      facts: asked.facts,
      issuedOn: issued,
      status: { list, index: place },
      ...(asked.validUntil ? { validUntil: asked.validUntil } : {}),
    },
    { issuer: keys.history.issuer, signer: keys.seal },
  )
  return { asked, id: uuidv7(), digest: sealDigest(proof.signature), issued, list, place, proof }
}

interface Signed {
  readonly asked: Sealing
  readonly id: string
  readonly digest: string
  readonly issued: string
  readonly list: number
  readonly place: number
  readonly proof: SealedProof
}

const insertSql = `insert into kernel.seal (id, kind, register, record, document, number, proof, digest, list, place, issued, valid_until)
  select * from jsonb_to_recordset($1::jsonb) as s(id uuid, kind text, register text, record uuid, document uuid, number text, proof jsonb, digest text, list int, place int, issued timestamptz, valid_until date)
  on conflict do nothing returning id`

/**
 * Keeps what was signed; returns the ids of those that were kept. The digests go into the log with them, so that a stolen
 * key can never backdate what the log did not hold.
 */
async function keep(engine: Engine, made: readonly Signed[]): Promise<ReadonlySet<string>> {
  const lines = made.map(({ asked: { kind, register, record, document, number, validUntil }, ...own }) => ({
    ...own, kind, register, record, document, number, valid_until: validUntil ?? null,
  }))
  return inTransaction(engine.database, async (session) => {
    const { rows } = await session.query<{ id: string }>(insertSql, [JSON.stringify(lines)])
    const kept = new Set(rows.map(({ id }) => id))
    await noteSeals(session, made.filter(({ id }) => kept.has(id)))
    return kept
  })
}

/** So many places in a row that were taken say, without counting, that a list is about half full: the next begins. */
const takenInARow = 8

/** Seals once; a second call gives the same proof. */
export async function sealOnce(engine: Engine, keys: KeyRing, asked: Sealing): Promise<SealedProof> {
  for (let tries = 0; ; tries++) {
    const before = await known(engine, asked)
    if (before) return before.proof
    const list = await newestList(engine)
    const made = await signed(engine, keys, asked, tries < takenInARow ? list : list + 1)
    if ((await keep(engine, [made])).has(made.id)) return made.proof
    if (tries > 2 * takenInARow) throw new Error('fault: no status list takes a seal')
  }
}

const sealedSql = 'select kind, record from kernel.seal where document is null and withdrawn is null and record = any($1::uuid[])'

/** Seals many publications of records by one statement; those whose seal stands stay as they are. */
export async function sealMany(engine: Engine, keys: KeyRing, asked: readonly Sealing[]): Promise<void> {
  const { rows } = await engine.database.query<{ kind: string; record: string }>(sealedSql, [asked.map(({ record }) => record)])
  const before = new Set(rows.map(({ kind, record }) => `${kind} ${record}`))
  const list = await newestList(engine)
  const made: Signed[] = []
  for (const each of asked) if (!before.has(`${each.kind} ${each.record}`)) made.push(await signed(engine, keys, each, list))
  const kept = made.length === 0 ? new Set() : await keep(engine, made)
  // A place in the list that was taken: rare, and tried again one by one.
  for (const each of made) if (!kept.has(each.id)) await sealOnce(engine, keys, each.asked)
}

/**
 * Takes back what one publication sealed of records: another publication of the same record stands. With a moment: only what
 * stood then, since a record may have come back and been sealed anew while others were read.
 */
export async function withdrawSeals(engine: Engine, kind: string, records: readonly string[], why: string, at?: string): Promise<number> {
  return (
    (
      await engine.database.query(
        'update kernel.seal set withdrawn = $2, withdrawn_why = $3 where record = any($1::uuid[]) and kind = $4 and document is null and withdrawn is null and issued <= coalesce($5, issued)',
        [records, engine.now(), why, kind, at ?? null],
      )
    ).rowCount ?? 0
  )
}

interface PapersOf {
  readonly forms: readonly DocumentForm[]
  readonly records: readonly string[]
}

/** Takes back the receipts of the papers of records; one that nobody asked for yet is made and taken back, so that it never holds. */
export async function withdrawPapers(engine: Engine, keys: KeyRing, { forms, records }: PapersOf): Promise<void> {
  const names = forms.map(({ name }) => name)
  const { rows } = await engine.database.query<DocumentFound>(
    'select id, form, number, register, record, issued, authority from kernel.document where record = any($1::uuid[]) and form = any($2)',
    [records, names],
  )
  for (const row of rows) await sealDocument(engine, keys, row)
  await engine.database.query(
    'update kernel.seal set withdrawn = $2, withdrawn_why = $3 where document = any($1::uuid[]) and withdrawn is null',
    [rows.map(({ id }) => id), engine.now(), '所载结果已更改或者撤回'],
  )
}

/** Why the receipt of a document was taken back; null while it holds. */
export async function fallenPaper(engine: Engine, id: string): Promise<string | null> {
  const { rows } = await engine.database.query<{ why: string }>(
    'select withdrawn_why as why from kernel.seal where document = $1 and withdrawn is not null',
    [id],
  )
  return rows[0]?.why ?? null
}

/** A status list as it stands, signed; valid for a day so that readers fetch it anew. */
async function signedList(engine: Engine, keys: KeyRing, list: number): Promise<string> {
  const { rows } = await engine.database.query<{ place: number }>(
    'select place from kernel.seal where list = $1 and withdrawn is not null',
    [list],
  )
  const now = engine.now()
  return sealStatusList(
    {
      id: statusListId(keys.history, list),
      validFrom: now,
      validUntil: new Date(Date.parse(now) + 86_400_000).toISOString(),
      withdrawn: rows.map((row) => row.place),
    },
    keys.history.issuer,
    keys.seal,
  )
}

/** One status list; null for a number that is not in use. */
export const statusList = async (engine: Engine, keys: KeyRing, list: number): Promise<string | null> =>
  Number.isInteger(list) && list >= 1 && list <= (await newestList(engine)) ? signedList(engine, keys, list) : null

/** All status lists, the first one first. */
export const statusLists = async (engine: Engine, keys: KeyRing): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: await newestList(engine) }, (_, at) => signedList(engine, keys, at + 1)))

/** A published record as it is sealed: the declared fields and nothing else. */
export function sealingOf(publication: Publication, record: AnyRecord): Sealing {
  const fields = publication.fields.filter((name) => record[name as keyof AnyRecord] != null)
  const content = Object.fromEntries(fields.map((name) => [name, record[name as keyof AnyRecord]]))
  const facts = fields.map(
    (name) =>
      [
        publication.of.fields[name]!.title.zh,
        kindOf(publication.of.fields[name]!).show(record[name as keyof AnyRecord], publication.of.fields[name]!, 'zh'),
      ] as const,
  )
  return {
    kind: publication.name,
    register: publication.of.name,
    record: record.id,
    document: null,
    number: record.number ?? record.id,
    title: publication.title.zh,
    content: { number: record.number, ...content },
    facts,
  }
}

export interface DocumentFound {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly register: string
  readonly record: string
  readonly issued: string
  readonly authority: string
}

/** The receipt of a document: number, form, authority and day, no word of its contents. */
export async function sealDocument(engine: Engine, keys: KeyRing, document: DocumentFound): Promise<SealedProof> {
  const form = engine.house.documents.get(document.form)
  if (!form) return kernelRefusals.refuse('not-found')
  const day = document.issued.slice(0, 10)
  return sealOnce(engine, keys, {
    kind: document.form,
    register: document.register,
    record: document.record,
    document: document.id,
    number: document.number,
    title: form.title.zh,
    content: {
      form: document.form,
      number: document.number,
      authority: document.authority,
      issued: document.issued,
      record: document.record,
    },
    facts: [
      ['文书', form.title.zh],
      ['文号', document.number],
      ['机关', document.authority],
      ['日期', day],
    ],
  })
}
