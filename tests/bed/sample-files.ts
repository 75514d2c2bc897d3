// Files of every kind that can be attached, made by their own rules, and the hostile ones; nobody and nothing is shown in them.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'

const u16 = (n: number) => Buffer.from([n >> 8, n & 255])
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n)
  return bytes
}
const latin = (text: string) => Buffer.from(text, 'latin1')

/** A picture of one colour, so many pixels wide. */
export const png = (width = 40, colour = '#0f4c5c'): Buffer =>
  Buffer.from(new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}"><rect width="100%" height="100%" fill="${colour}"/></svg>`).render().asPng())

// One grey pixel, baseline (ITU-T T.81).
const onePixel = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
)

/** EXIF with the place at which a picture was taken: 38°02′ north, 114°30′ east. */
function exifWithPlace(): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) => Buffer.concat([u16(tag), u16(type), u32(count), value])
  const rational = (...pairs: [number, number][]) => Buffer.concat(pairs.flatMap(([a, b]) => [u32(a), u32(b)]))
  const gps = 26
  const after = gps + 2 + 4 * 12 + 4
  const tiff = Buffer.concat([
    latin('MM'), u16(42), u32(8),
    u16(1), entry(0x8825, 4, 1, u32(gps)), u32(0),
    u16(4), entry(1, 2, 2, latin('N\0\0\0')), entry(2, 5, 3, u32(after)), entry(3, 2, 2, latin('E\0\0\0')), entry(4, 5, 3, u32(after + 24)), u32(0),
    rational([38, 1], [2, 1], [0, 1]), rational([114, 1], [30, 1], [0, 1]),
  ])
  const body = Buffer.concat([latin('Exif\0\0'), tiff])
  return Buffer.concat([Buffer.from([0xff, 0xe1]), u16(body.length + 2), body])
}

export const jpeg = (): Buffer => Buffer.concat([onePixel.subarray(0, 2), exifWithPlace(), onePixel.subarray(2)])
export const webp = (): Buffer => Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

const box = (type: string, body: Buffer): Buffer => Buffer.concat([u32(8 + body.length), latin(type), body])
const boxed = (brand: string, needed: string): Buffer =>
  Buffer.concat([box('ftyp', Buffer.concat([latin(brand), u32(0), latin('mif1')])), box(needed, Buffer.alloc(40)), box('mdat', Buffer.alloc(3000, 7))])

export const heic = (): Buffer => boxed('heic', 'meta')
export const mp4 = (): Buffer => boxed('isom', 'moov')
export const mov = (): Buffer => boxed('qt  ', 'moov')
export const m4a = (): Buffer => boxed('M4A ', 'moov')

/** An ID3 tag, then frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz. */
export const mp3 = (): Buffer => {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])
  return Buffer.concat([latin('ID3\u0004\0\0'), Buffer.from([0, 0, 0, 20]), Buffer.alloc(20), frame, frame])
}

export const pdf = (text = 'x'): Buffer =>
  latin(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`)

export const docx = async (): Promise<Buffer> => Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('附件')] }] })))
export const xlsx = (): Buffer => readFileSync(join(import.meta.dirname, '../conformance/xlsx/ordinary/48539.xlsx'))
export const txt = (): Buffer => Buffer.from('聊天记录：商家承认变质。\n')
/** 聊天记录 in GB 18030. */
export const txtGb = (): Buffer => Buffer.from([0xc1, 0xc4, 0xcc, 0xec, 0xbc, 0xc7, 0xc2, 0xbc])

const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') }
const directory = latin('PK\u0001\u0002')

/** A document whose directory says that its text unpacks to two thousand million bytes. */
export function swelling(): Buffer {
  const bytes = Buffer.from(zipSync(parts))
  const second = bytes.indexOf(directory, bytes.indexOf(directory) + 4)
  bytes.writeUInt32LE(2_000_000_000, second + 24)
  return bytes
}

/** A document whose parts overlap: each entry of the directory points to the same packed bytes. */
export function overlapping(): Buffer {
  const bytes = Buffer.from(zipSync({ ...parts, 'word/media.bin': new Uint8Array(randomBytes(5000)) }))
  const from = bytes.indexOf(directory)
  const end = bytes.lastIndexOf(latin('PK\u0005\u0006'))
  const entries = bytes.subarray(from, end)
  const tail = Buffer.from(bytes.subarray(end))
  const copies = 4
  tail.writeUInt16LE(3 * copies, 8)
  tail.writeUInt16LE(3 * copies, 10)
  tail.writeUInt32LE(entries.length * copies, 12)
  return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: copies }, () => entries), tail])
}

export const withMacros = (): Buffer => Buffer.from(zipSync({ ...parts, 'word/vbaProject.bin': strToU8('x') }))
export const onlyArchive = (): Buffer => Buffer.from(zipSync({ 'a.txt': strToU8('x') }))

/** A document whose parts are said to be encrypted. */
export function locked(): Buffer {
  const bytes = Buffer.from(zipSync(parts))
  for (let at = bytes.indexOf(directory); at >= 0; at = bytes.indexOf(directory, at + 4)) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  return bytes
}

/** A program of Windows. */
export const program = (): Buffer => Buffer.concat([latin('MZ\u0090\0\u0003\0\0\0'), Buffer.alloc(500)])

export interface Attached {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

/** A form as a browser sends it: fields in their order, files under their names. */
export function multipart(fields: readonly (readonly [string, string])[], files: readonly Attached[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = `----zhiheng${randomBytes(8).toString('hex')}`
  const part = (head: string, body: Buffer) => Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), body, latin('\r\n')])
  const payload = Buffer.concat([
    ...fields.map(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, Buffer.from(value))),
    ...files.map(({ field, name, bytes }) =>
      part(`Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream`, bytes)),
    latin(`--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
