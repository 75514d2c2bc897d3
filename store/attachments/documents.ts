// Documents: PDF by its end, DOCX and XLSX by the directory of their archive, which is never unpacked; plain text by its letters.
import type { Found } from './media.ts'
import { Tail, type Reader } from './reader.ts'

/** PDF (ISO 32000): the end mark stands within the last 1,024 bytes. */
export function* pdf(): Reader<Found> {
  const tail = new Tail(1024)
  yield { rest: tail.take }
  return tail.bytes.includes('%%EOF') ? 'pdf' : 'broken'
}

// The directory of a real document is a few kilobytes; its whole length and the comment after it fit in here.
const directoryRoom = 512 * 1024

interface Part {
  readonly name: string
  readonly locked: boolean
  readonly packed: number
  readonly size: number
}

/** Entries of the directory of an archive (APPNOTE 4.3.12); null where they are not what they claim to be. */
function partsOf(bytes: Buffer, count: number): readonly Part[] | null {
  const parts: Part[] = []
  for (let at = 0; parts.length < count; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    if (![0, 8].includes(bytes.readUInt16LE(at + 10)) || packed === 0xffffffff || size === 0xffffffff) return null
    parts.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), locked: (bytes.readUInt16LE(at + 8) & 1) === 1, packed, size })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** The directory at the end of an archive of so many bytes; null where there is none that can be read in full. */
function directoryOf(tail: Buffer, length: number): readonly Part[] | null | 'swells' {
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > tail.length) return null
  const [count, size, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  const from = offset - (length - tail.length)
  if (from < 0 && offset + size <= length) return 'swells'
  return from < 0 || from + size > end ? null : partsOf(tail.subarray(from, from + size), count)
}

/** What an office document says of itself; `most` is the size to which it may unpack. */
function judged(parts: readonly Part[], length: number, most: number): Found {
  const has = (name: string) => parts.some((part) => part.name === name)
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0)
  if (parts.some((part) => part.locked)) return 'locked'
  // Parts that overlap pack more than the file holds: a bomb, and no program writes a document so.
  if (sum((part) => part.size) > most || sum((part) => part.packed) > length) return 'swells'
  if (parts.some((part) => /(^|\/)vbaProject\.bin$/i.test(part.name))) return 'macros'
  if (!has('[Content_Types].xml')) return 'broken'
  return has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : 'broken'
}

export const office = (most: number) =>
  function* (): Reader<Found> {
    const tail = new Tail(directoryRoom)
    let length = 0
    yield {
      rest: (chunk) => {
        length += chunk.length
        tail.take(chunk)
      },
    }
    const parts = directoryOf(tail.bytes, length)
    return parts === null ? 'broken' : parts === 'swells' ? 'swells' : judged(parts, length, most)
  }

// Control characters that no text holds; tab, line ends and form feed may stand in one.
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/

/** Letters of UTF-8 or of GB 18030 to the last byte. */
export function* text(): Reader<Found> {
  let open = ['utf-8', 'gb18030'].map((name) => new TextDecoder(name, { fatal: true }))
  const still = (decoder: TextDecoder, chunk?: Buffer): boolean => {
    try {
      return !control.test(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
    } catch {
      return false
    }
  }
  yield { rest: (chunk) => { open = open.filter((decoder) => still(decoder, chunk)) } }
  return open.some((decoder) => still(decoder)) ? 'txt' : 'broken'
}
