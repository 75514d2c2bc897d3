// A sealed file opens whole or in part under its own key, and not at all when a single byte, segment or end was changed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newFileKey, opened, sealed, storedLength, storedSpan } from './segments.ts'

async function* inPieces(bytes: Buffer, length = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
async function joined(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const segment = 64 * 1024
const plainOf = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 255))

describe('a sealed file', () => {
  it.each([1, segment - 1, segment, segment + 1, 3 * segment, 3 * segment + 17])('of %i bytes opens to what it was, and has the length that is foreseen', async (size) => {
    const [key, plain] = [newFileKey(), plainOf(size)]
    const stored = await joined(sealed(key, inPieces(plain)))
    expect(stored.length).toBe(storedLength(size))
    const span = { from: 0, to: size - 1 }
    const part = storedSpan(size, span)
    expect((await joined(opened(key, size, span, inPieces(stored.subarray(part.from, part.to + 1))))).equals(plain)).toBe(true)
    if (size > 8) expect(stored.includes(plain.subarray(0, 8))).toBe(false)
  })
  it('gives any part without the rest', async () => {
    const size = 2 * segment + 500
    const [key, plain] = [newFileKey(), plainOf(size)]
    const stored = await joined(sealed(key, inPieces(plain)))
    const place = fc.nat(size - 1)
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        const span = { from: Math.min(a, b), to: Math.max(a, b) }
        const part = storedSpan(size, span)
        const bytes = await joined(opened(key, size, span, inPieces(stored.subarray(part.from, part.to + 1))))
        expect(bytes.equals(plain.subarray(span.from, span.to + 1))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
  it('does not open when it was altered, cut off at a segment, its segments exchanged, or under another key', async () => {
    const size = 3 * segment
    const [key, plain] = [newFileKey(), plainOf(size)]
    const stored = await joined(sealed(key, inPieces(plain)))
    const body = stored.subarray(storedSpan(size, { from: 0, to: size - 1 }).from)
    const open = (bytes: Buffer, under = key, length = size) => joined(opened(under, length, { from: 0, to: length - 1 }, inPieces(bytes)))
    const altered = Buffer.from(body)
    altered[segment + 5]! ^= 1
    const one = segment + 16
    const exchanged = Buffer.concat([body.subarray(one, 2 * one), body.subarray(0, one), body.subarray(2 * one)])
    await expect(open(altered)).rejects.toThrow()
    await expect(open(body.subarray(0, 2 * one), key, 2 * segment)).rejects.toThrow()
    await expect(open(exchanged)).rejects.toThrow()
    await expect(open(body, newFileKey())).rejects.toThrow()
  })
})
