// Pictures, films and sound: whether a file is whole by its own marks, without decoding it.
import type { FileKindName } from '../../kernel/file-kind.ts'
import type { Fault, Reader } from './reader.ts'

export type Found = FileKindName | Fault

/** JPEG (ITU-T T.81): segments up to the scan, then on to the end mark; what a telephone appends after it is its own affair. */
export function* jpeg(): Reader<Found> {
  yield { skip: 2 }
  let [frame, scan] = [false, false]
  for (;;) {
    yield { until: 0xff }
    yield { skip: 1 }
    let marker = (yield { read: 1 })[0]
    while (marker === 0xff) marker = (yield { read: 1 })[0]
    if (marker === undefined) return 'broken'
    if (marker === 0xd9) return frame && scan ? 'jpeg' : 'broken'
    if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue
    const length = yield { read: 2 }
    if (length.length < 2 || length.readUInt16BE() < 2) return 'broken'
    let rest = length.readUInt16BE() - 2
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (startsFrame) {
      const head = yield { read: 5 }
      if (head.length < 5 || head.readUInt16BE(3) === 0) return 'broken'
      rest -= 5
      frame = true
    }
    if (marker === 0xda) scan = true
    if (rest > 0) yield { skip: rest }
  }
}

/** PNG (ISO/IEC 15948): from IHDR over IDAT to IEND. */
export function* png(): Reader<Found> {
  yield { skip: 8 }
  let data = false
  for (let first = true; ; first = false) {
    const head = yield { read: 8 }
    if (head.length < 8) return 'broken'
    const [length, type] = [head.readUInt32BE(), head.toString('latin1', 4)]
    if (first !== (type === 'IHDR') || length > 0x7fffffff) return 'broken'
    if (first) {
      const size = yield { read: 8 }
      if (length !== 13 || size.length < 8 || size.readUInt32BE() === 0 || size.readUInt32BE(4) === 0) return 'broken'
      yield { skip: 9 }
      continue
    }
    if (type === 'IDAT') data = true
    yield { skip: length + 4 }
    if (type === 'IEND') return data ? 'png' : 'broken'
  }
}

/** WebP: a RIFF of the length that it says, whose first chunk is a picture. */
export function* webp(): Reader<Found> {
  const head = yield { read: 16 }
  if (head.length < 16 || !['VP8 ', 'VP8L', 'VP8X'].includes(head.toString('latin1', 12))) return 'broken'
  const rest = head.readUInt32LE(4) - 8
  if (rest <= 0) return 'broken'
  yield { skip: rest }
  return 'webp'
}

/** Boxes of ISO/IEC 14496-12 to the end of the file; the box that says what is in it and the one that holds it must be there. */
export const boxes = (kind: 'heic' | 'mp4' | 'mov' | 'm4a') =>
  function* (): Reader<Found> {
    const missing = new Set([kind === 'heic' ? 'meta' : 'moov', 'mdat'])
    const found = (): Found => (missing.size === 0 ? kind : 'broken')
    for (;;) {
      const head = yield { read: 8 }
      if (head.length === 0) return found()
      if (head.length < 8) return 'broken'
      let [size, taken] = [head.readUInt32BE(), 8]
      missing.delete(head.toString('latin1', 4))
      if (size === 1) {
        const large = yield { read: 8 }
        if (large.length < 8) return 'broken'
        ;[size, taken] = [Number(large.readBigUInt64BE()), 16]
      }
      if (size === 0) return found()
      if (size < taken) return 'broken'
      if (size > taken) yield { skip: size - taken }
    }
  }

/** A frame header of MPEG audio, layer III. */
const startsFrame = (head: Buffer): boolean =>
  head.length >= 4 && head[0] === 0xff && (head[1]! & 0xe6) === 0xe2 && head[2]! >> 4 !== 15 && ((head[2]! >> 2) & 3) !== 3

/** MP3: an ID3 tag if there is one, then frames. */
export function* mp3(): Reader<Found> {
  let head = yield { read: 4 }
  if (head.toString('latin1', 0, 3) === 'ID3') {
    const more = yield { read: 6 }
    if (more.length < 6) return 'broken'
    const length = more.subarray(2).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
    if (length > 0) yield { skip: length }
    yield { until: 0xff }
    head = yield { read: 4 }
  }
  return startsFrame(head) ? 'mp3' : 'broken'
}

export const isSound = (head: Buffer): boolean => head.toString('latin1', 0, 3) === 'ID3' || startsFrame(head)
