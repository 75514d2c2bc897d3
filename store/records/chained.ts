// An entry bound to the one before it: its canonical text, which the journal keeps, and the hash over both.
import { createHash } from 'node:crypto'
import type { EntryBody } from '../../kernel/journal.ts'
import { canonicalText, chainText } from '../../kernel/trust/chain.ts'

export interface Chained {
  readonly body: EntryBody
  readonly text: string
  /** Null for the first of its record. */
  readonly previous: Buffer | null
  readonly hash: Buffer
}

/** Node's SHA-256 in place of the kernel's, which browsers run too; several times as fast, and each act takes one. */
export const hashOf = (previous: Uint8Array | null, text: string): Buffer =>
  createHash('sha256').update(chainText(previous, text)).digest()

export function chained(previous: Buffer | null, body: EntryBody): Chained {
  const text = canonicalText(body)
  return { body, text, previous, hash: hashOf(previous, text) }
}
