// Identities (RFC 9562): UUIDv7 made by whoever needs one, ordered by time; and whether a text is one at all.
import { randomBytes } from 'node:crypto'

/** Whether the database would take it for an identity; whoever asks for anything else is told that it is not there. */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

let lastTime = 0
let counter = 0

/** Random bytes are drawn for many identities at once: asking the system for sixteen costs as much as for thousands. */
const drawn = { bytes: Buffer.alloc(0), at: 0 }

function random(length: number): Buffer {
  if (drawn.at + length > drawn.bytes.length) {
    drawn.bytes = randomBytes(8192)
    drawn.at = 0
  }
  drawn.at += length
  return drawn.bytes.subarray(drawn.at - length, drawn.at)
}

/** A new UUIDv7; within one millisecond of one process the 12-bit counter keeps the order. */
export function uuidv7(time: number = Date.now()): string {
  counter = time > lastTime ? random(2).readUInt16BE() & 0x7ff : counter + 1
  lastTime = Math.max(time, lastTime)
  if (counter > 0xfff) {
    lastTime += 1
    counter = 0
  }
  const bytes = Buffer.from(random(16))
  bytes.writeUIntBE(lastTime, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
