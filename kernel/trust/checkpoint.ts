// Checkpoints (C2SP tlog-checkpoint): the signed statement of a log's size and root, and proofs that carry one (tlog-proof).
import { fromBase64, toBase64 } from './base64.ts'
import { hashLength, verifyInclusion, type Hash } from './merkle.ts'
import { openNote, signNote, type NoteKey } from './note.ts'
import type { Signer } from './signature.ts'

export interface Checkpoint {
  /** Unique name of the log, like `quality.example/log`. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

const decimal = /^(?:0|[1-9][0-9]{0,15})$/

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

/** Reads the text of a checkpoint's note; extension lines are allowed and passed over. Throws SyntaxError. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...rest] = text.slice(0, -1).split('\n')
  const rootBytes = root ? fromBase64(root) : new Uint8Array(0)
  const good = text.endsWith('\n') && origin && size && decimal.test(size) && Number.isSafeInteger(Number(size))
  if (!good || rootBytes.length !== hashLength || rest.includes('')) throw new SyntaxError('This is not a checkpoint.')
  return { origin, size: Number(size), root: rootBytes }
}

/** The log's key name is its origin. The signers must never be given a checkpoint that contradicts an earlier one. */
export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly Signer[]): Promise<string> =>
  signNote(formatCheckpoint(checkpoint), checkpoint.origin, signers)

export type CheckpointVerdict =
  | { readonly verdict: 'good'; readonly checkpoint: Checkpoint; readonly keys: readonly NoteKey[] }
  | { readonly verdict: 'malformed' | 'no known key' | 'bad signature' | 'other log' }

export function openCheckpoint(note: string, origin: string, known: readonly NoteKey[]): CheckpointVerdict {
  const opened = openNote(note, known)
  if (opened.verdict !== 'good') return opened
  try {
    const checkpoint = parseCheckpoint(opened.text)
    return checkpoint.origin === origin ? { verdict: 'good', checkpoint, keys: opened.keys } : { verdict: 'other log' }
  } catch {
    return { verdict: 'malformed' }
  }
}

/** An off-line proof that a leaf is in the log (C2SP tlog-proof v1). */
export interface LogProof {
  readonly index: number
  readonly proof: readonly Hash[]
  /** The signed note. */
  readonly checkpoint: string
}

const proofHeader = 'c2sp.org/tlog-proof@v1'

export const formatLogProof = ({ index, proof, checkpoint }: LogProof): string =>
  `${[proofHeader, `index ${index}`, ...proof.map(toBase64)].join('\n')}\n\n${checkpoint}`

/** Throws SyntaxError. `extra` is read over: nothing signs it. */
export function parseLogProof(text: string): LogProof {
  const split = text.indexOf('\n\n')
  const [header, ...lines] = text.slice(0, Math.max(split, 0)).split('\n')
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const index = /^index (.+)$/.exec(lines.shift() ?? '')?.[1] ?? ''
  if (split < 0 || header !== proofHeader || !decimal.test(index)) throw new SyntaxError('This is not a log proof.')
  return { index: Number(index), proof: lines.map(fromBase64), checkpoint: text.slice(split + 2) }
}

export type LogProofVerdict = CheckpointVerdict | { readonly verdict: 'not included' }

/** Whether the leaf is in the log of that origin, by a checkpoint that a known key signed. */
export function verifyLogProof(proof: LogProof, leaf: Hash, origin: string, known: readonly NoteKey[]): LogProofVerdict {
  const opened = openCheckpoint(proof.checkpoint, origin, known)
  if (opened.verdict !== 'good') return opened
  const { size, root } = opened.checkpoint
  return verifyInclusion({ index: proof.index, size, leaf, root, proof: proof.proof }) ? opened : { verdict: 'not included' }
}
