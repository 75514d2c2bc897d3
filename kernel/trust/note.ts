// Signed notes (C2SP signed-note): text with lines of signatures, of type 0x01 (Ed25519) and 0x02 (ECDSA P-256).
import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64, toBase64Url } from './base64.ts'
import { sameHash } from './merkle.ts'
import { keyBytes, verifySignature, type PublicKey, type Signer } from './signature.ts'

export interface NoteSignature {
  readonly name: string
  /** Key id and signature, as in the line. */
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}
export interface Note {
  /** With its final newline, without the blank line. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}
/** A key that notes are checked with: the tuple of name and id says which lines are its own. */
export interface NoteKey {
  readonly name: string
  readonly keyId: Uint8Array
  readonly publicKey: PublicKey
}

const ed25519Type = 0x01
const ecdsaType = 0x02
/** SubjectPublicKeyInfo of P-256 (RFC 5480 §2.1.1.1) up to the point. */
const p256Prefix = hexToBytes('3059301306072a8648ce3d020106082a8648ce3d030107034200')
/** The specification wants at least 16; the limit keeps a hostile note cheap. */
const mostSignatures = 64

const nameIsGood = (name: string): boolean => name !== '' && !/[\p{White_Space}\p{Cc}\p{Cs}+]/u.test(name)
const textIsGood = (text: string): boolean => !/[^\P{Cc}\n\u007f-\u009f]|\p{Cs}/u.test(text)

/** Type byte and key as verifier keys carry them: 32 bytes of RFC 8032, or DER in SPKI form for ECDSA. */
const keyMaterial = (key: PublicKey): Uint8Array =>
  key.kty === 'OKP'
    ? concatBytes(Uint8Array.of(ed25519Type), keyBytes(key))
    : concatBytes(Uint8Array.of(ecdsaType), p256Prefix, keyBytes(key))

/** For ECDSA the id is the hash of the SPKI alone, for Ed25519 that of name, type and key. */
export function noteKey(name: string, publicKey: PublicKey): NoteKey {
  if (!nameIsGood(name)) throw new SyntaxError('A key name has neither spaces nor plus signs and is not empty.')
  const material = keyMaterial(publicKey)
  const hashed = publicKey.kty === 'EC' ? material.subarray(1) : concatBytes(utf8ToBytes(`${name}\n`), material)
  return { name, keyId: sha256(hashed).subarray(0, 4), publicKey }
}

/** `name+id+key`, the form in which logs publish their keys. */
export const formatVerifierKey = (key: NoteKey): string =>
  `${key.name}+${bytesToHex(key.keyId)}+${toBase64(keyMaterial(key.publicKey))}`

/** Throws SyntaxError when the text is no verifier key of a known type or its id is not that of its key. */
export function parseVerifierKey(text: string): NoteKey {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text)
  if (!parts) throw new SyntaxError('A verifier key has three parts: name+id+key.')
  const key = noteKey(parts[1] as string, publicKeyOf(fromBase64(parts[3] as string)))
  if (bytesToHex(key.keyId) !== parts[2]) throw new SyntaxError('The id of the verifier key is not that of its key.')
  return key
}

function publicKeyOf(material: Uint8Array): PublicKey {
  if (material[0] === ed25519Type && material.length === 33) {
    return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(material.subarray(1)) }
  }
  const pointAt = 1 + p256Prefix.length
  const isP256 = material[0] === ecdsaType && sameHash(material.subarray(1, pointAt), p256Prefix) && material[pointAt] === 4
  if (!isP256 || material.length !== pointAt + 65) throw new SyntaxError('This type of verifier key is not known here.')
  const [x, y] = [material.subarray(pointAt + 1, pointAt + 33), material.subarray(pointAt + 33)]
  return { kty: 'EC', crv: 'P-256', x: toBase64Url(x), y: toBase64Url(y) }
}

/** Throws SyntaxError where the text is no signed note. Nothing in a note may be believed before `openNote`. */
export function parseNote(source: string): Note {
  const split = source.lastIndexOf('\n\n')
  const lines = source.slice(split + 2)
  if (split < 0 || !textIsGood(source) || !lines.endsWith('\n')) throw new SyntaxError('This is not a signed note.')
  const signatures = lines.slice(0, -1).split('\n').map(parseSignature)
  if (signatures.length > mostSignatures) throw new SyntaxError(`A note has at most ${mostSignatures} signatures here.`)
  return { text: source.slice(0, split + 1), signatures }
}

function parseSignature(line: string): NoteSignature {
  const [name, base64] = line.startsWith('— ') ? line.slice(2).split(' ', 2) : []
  const bytes = name && base64 && line === `— ${name} ${base64}` && nameIsGood(name) ? fromBase64(base64) : new Uint8Array(0)
  if (!name || bytes.length < 5) throw new SyntaxError('A signature line of the note cannot be read.')
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** Throws SyntaxError where the text cannot be a note's text (no final newline, control characters). */
export function formatNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n') || !textIsGood(text)) {
    throw new SyntaxError('The text of a note ends with a newline and has no control characters.')
  }
  const lines = signatures.map(({ name, keyId, signature }) => `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`)
  return `${text}\n${lines.join('')}`
}

/** Signs the text as `name` with each signer. An ECDSA signature is DER (RFC 3279 §2.2.3) over SHA-256 of the text. */
export async function signNote(text: string, name: string, signers: readonly Signer[]): Promise<string> {
  const signatures = await Promise.all(signers.map(async (signer) => {
    const raw = await signer.sign(utf8ToBytes(text))
    const signature = signer.publicKey.kty === 'EC' ? p256.Signature.fromBytes(raw, 'compact').toBytes('der') : raw
    return { name, keyId: noteKey(name, signer.publicKey).keyId, signature }
  }))
  return formatNote({ text, signatures })
}

export type NoteVerdict =
  | { readonly verdict: 'good'; readonly text: string; readonly keys: readonly NoteKey[] }
  | { readonly verdict: 'malformed' | 'no known key' | 'bad signature' }

/** The text, once a known key signed it; a bad signature of a known key spoils the whole note, unknown keys are passed over. */
export function openNote(source: string, known: readonly NoteKey[]): NoteVerdict {
  let note: Note
  try {
    note = parseNote(source)
  } catch {
    return { verdict: 'malformed' }
  }
  const keys: NoteKey[] = []
  for (const line of note.signatures) {
    const key = known.find((one) => one.name === line.name && sameHash(one.keyId, line.keyId))
    if (!key) continue
    if (!signatureHolds(key.publicKey, note.text, line.signature)) return { verdict: 'bad signature' }
    keys.push(key)
  }
  return keys.length > 0 ? { verdict: 'good', text: note.text, keys } : { verdict: 'no known key' }
}

function signatureHolds(key: PublicKey, text: string, signature: Uint8Array): boolean {
  if (key.kty === 'OKP') return verifySignature(key, utf8ToBytes(text), signature)
  try {
    return verifySignature(key, utf8ToBytes(text), p256.Signature.fromBytes(signature, 'der').toBytes('compact'))
  } catch {
    return false
  }
}
