// Sealing of a file under a key of its own: AES-256-GCM in segments of 64 KiB, so that nothing is held whole and any part can be read.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const plainSegment = 64 * 1024
const tagLength = 16
const sealedSegment = plainSegment + tagLength
// The mark of the format stands first, so that another format can follow one day.
const mark = Buffer.from('ZHF1', 'latin1')

export type FileKey = Uint8Array

export const newFileKey = (): FileKey => new Uint8Array(randomBytes(32))

/**
 * The key seals one file only, so a counter is nonce enough; the last byte says whether the segment is the last. A segment
 * that is moved, repeated or left out, and a file that is cut off, do not open (STREAM construction, Hoang et al. 2015).
 */
function nonce(segment: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(segment, 5, 6)
  bytes[11] = last ? 1 : 0
  return bytes
}

function seal(key: FileKey, segment: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(segment, last), { authTagLength: tagLength })
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function open(key: FileKey, segment: number, last: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(segment, last), { authTagLength: tagLength })
  decipher.setAuthTag(sealed.subarray(-tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
}

/** Pieces of one length, the last one shorter; told whether a piece is the last. */
async function* pieces(bytes: AsyncIterable<Buffer>, length: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer[] = []
  let count = 0
  for await (const chunk of bytes) {
    held.push(chunk)
    count += chunk.length
    if (count <= length) continue
    let all = Buffer.concat(held)
    // A whole piece waits until something follows it: only then is it known not to be the last.
    for (; all.length > length; all = all.subarray(length)) yield { piece: all.subarray(0, length), last: false }
    held = [all]
    count = all.length
  }
  yield { piece: Buffer.concat(held), last: true }
}

export async function* sealed(key: FileKey, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield mark
  let segment = 0
  for await (const { piece, last } of pieces(bytes, plainSegment)) yield seal(key, segment++, last, piece)
}

const segmentsOf = (size: number): number => Math.max(1, Math.ceil(size / plainSegment))

/** Bytes that a sealed file of so many plain bytes takes. */
export const storedLength = (size: number): number => mark.length + size + segmentsOf(size) * tagLength

/** Bytes from one place to another, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where in the stored bytes the segments lie that hold a span of a file of so many plain bytes. */
export function storedSpan(size: number, span: Span): Span {
  const segments = segmentsOf(size)
  const [first, last] = [Math.floor(span.from / plainSegment), Math.floor(span.to / plainSegment)]
  const end = last === segments - 1 ? storedLength(size) : mark.length + (last + 1) * sealedSegment
  return { from: mark.length + first * sealedSegment, to: end - 1 }
}

/** The plain bytes of a span, from the stored bytes that `storedSpan` named. Throws when they were altered. */
export async function* opened(key: FileKey, size: number, span: Span, stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const segments = segmentsOf(size)
  let segment = Math.floor(span.from / plainSegment)
  for await (const { piece } of pieces(stored, sealedSegment)) {
    const plain = open(key, segment, segment === segments - 1, piece)
    const start = segment * plainSegment
    yield plain.subarray(Math.max(0, span.from - start), Math.min(plain.length, span.to - start + 1))
    segment += 1
  }
}
