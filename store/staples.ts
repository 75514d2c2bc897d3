// The log as witness of a seal: its digest is an entry of its own, and the proof that the log holds it is stapled to what is handed out.
import type { Entry, EntryBody } from '../kernel/journal.ts'
import { openCheckpoint } from '../kernel/trust/checkpoint.ts'
import { logKeys } from '../kernel/trust/key-history.ts'
import { inclusionProof } from '../kernel/trust/merkle.ts'
import { sealDigest, staple, type SealedProof } from '../kernel/trust/seal.ts'
import type { Database, Session } from './database.ts'
import type { Engine } from './engine.ts'
import type { KeyRing } from './keys/key-files.ts'
import { nodeReader, sizeOf } from './log/tree.ts'
import { chained } from './records/chained.ts'
import { uuidv7 } from './uuid.ts'

/** What stands in the place of a register in the entries of seals; no system declares it. */
export const sealRegister = 'seal'

const noteSql = `with entries as (
    insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
    select id, $2, record, 1, 'seal', 'seal', key, ''::bytea, issued, issued, body, null, hash
    from unnest($1::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[]) as n(id, record, key, issued, body, hash) returning id
  ) insert into kernel.outbox (entry) select id from entries`

type Noted = Readonly<Record<'id' | 'digest' | 'issued', string>>

const noteOf = (seal: Noted): EntryBody => ({
  id: uuidv7(),
  register: sealRegister,
  record: seal.id,
  version: 1,
  step: 'seal',
  actor: { id: 'seal', duty: 'house.seal', office: null },
  occurred: seal.issued,
  recorded: seal.issued,
  key: `seal:${seal.id}`,
  answers: { digest: seal.digest },
  sets: {},
  sealed: null,
  clocks: [],
  asked: [],
  documents: [],
  cause: null,
  reason: null,
  basis: null,
})

/** Notes in the journal which signatures were made: the digests alone, no word of what was sealed. */
export async function noteSeals(session: Session, seals: readonly Noted[]): Promise<void> {
  const notes = seals.map((seal) => chained(null, noteOf(seal)))
  const of = <T>(part: (note: (typeof notes)[number]) => T): readonly T[] => notes.map(part)
  const columns = [of((n) => n.body.record), of((n) => n.body.key), of((n) => n.body.occurred), of((n) => n.text), of((n) => n.hash)]
  await session.query(noteSql, [of((n) => n.body.id), sealRegister, ...columns])
}

const placeSql = `select j.body, l.seq from kernel.seal s join kernel.journal j on j.record = s.id and j.register = $2
  join kernel.leaf l on l.entry = j.id where s.digest = $1`

/** The proof with its place in the log, by the latest checkpoint that a key still believed has signed; bare until there is one. */
export async function stapled(engine: Engine, keys: KeyRing, proof: SealedProof): Promise<SealedProof> {
  const { rows } = await engine.database.query<{ body: string; seq: number }>(placeSql, [sealDigest(proof.signature), sealRegister])
  const place = rows[0]
  if (!place) return proof
  const { rows: latest } = await engine.database.query<{ size: number; signed: string }>(
    'select size, signed from kernel.checkpoint where size > $1 order by size desc limit 1',
    [place.seq],
  )
  const checkpoint = latest[0]
  if (!checkpoint || openCheckpoint(checkpoint.signed, keys.history.origin, logKeys(keys.history)).verdict !== 'good') return proof
  const path = await inclusionProof(place.seq, checkpoint.size, nodeReader(engine.database))
  return staple(proof, {
    previous: null,
    entry: JSON.parse(place.body) as object,
    log: { index: place.seq, proof: path, checkpoint: checkpoint.signed },
  })
}

/** Leaves that the log held at a moment: what it held by then was signed before whatever happened after. */
export async function sizeBefore(database: Database, moment: string): Promise<number> {
  const { rows } = await database.query<{ seq: number | null }>(
    'select min(l.seq) as seq from kernel.leaf l join kernel.journal j on j.id = l.entry where j.recorded >= $1',
    [moment],
  )
  return rows[0]?.seq ?? (await sizeOf(database))
}

/** Entries of seals whose seal is gone or is another one. */
export async function alteredSeals(engine: Engine, groups: readonly (readonly Entry[])[]): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; digest: string; signature: string }>(
    "select id, digest, proof->>'signature' as signature from kernel.seal where id = any($1::uuid[])",
    [groups.map((entries) => entries[0]!.record)],
  )
  const held = new Map(rows.map((row) => [row.id, row]))
  return groups
    .filter(([entry]) => {
      const row = held.get(entry!.record)
      return row?.digest !== entry!.answers['digest'] || sealDigest(row?.signature ?? '') !== row?.digest
    })
    .map(([entry]) => entry!.record)
}
