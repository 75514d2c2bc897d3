// Checkpoints of the log: its size and root, signed after each batch and kept.
import { signCheckpoint } from '../../kernel/trust/checkpoint.ts'
import { rootAt } from '../../kernel/trust/merkle.ts'
import type { Signer } from '../../kernel/trust/signature.ts'
import type { Database } from '../database.ts'
import { nodeReader, sizeOf } from './tree.ts'

export interface SignedCheckpoint {
  readonly size: number
  readonly root: Buffer
  readonly signed: string
  readonly made: string
}

/** Signs the log as it stands, unless it has not grown. */
export async function makeCheckpoint(database: Database, origin: string, signers: readonly Signer[]): Promise<void> {
  const size = await sizeOf(database)
  if (size === 0) return
  const { rows } = await database.query('select 1 from kernel.checkpoint where size = $1', [size])
  if (rows.length > 0) return
  const root = await rootAt(size, nodeReader(database))
  const signed = await signCheckpoint({ origin, size, root }, signers)
  await database.query('insert into kernel.checkpoint (size, root, signed, made) values ($1, $2, $3, now()) on conflict do nothing', [
    size,
    Buffer.from(root),
    signed,
  ])
}

export async function latestCheckpoint(database: Database): Promise<SignedCheckpoint | null> {
  return (
    (await database.query<SignedCheckpoint>('select size, root, signed, made from kernel.checkpoint order by size desc limit 1')).rows[0] ??
    null
  )
}

/** The latest checkpoint signed anew: after the theft of a log key nothing that it signed is believed. */
export async function signAgain(database: Database, origin: string, signers: readonly Signer[]): Promise<void> {
  const latest = await latestCheckpoint(database)
  if (!latest) return
  const signed = await signCheckpoint({ origin, size: latest.size, root: latest.root }, signers)
  await database.query('update kernel.checkpoint set signed = $2 where size = $1', [latest.size, signed])
}
