// What a file is, and whether it is whole, is told by its bytes: by no name, and however the bytes come in.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKindNames, type FileKindName } from '../../kernel/file-kind.ts'
import { Refusal } from '../../kernel/refusal.ts'
import * as sample from '../../tests/bed/sample-files.ts'
import { Examination, type FileLimits } from './examine.ts'

const limits: FileLimits = { image: 1, document: 1, sound: 1, film: 1, text: 1, unpacked: 10, together: 5 }

async function* cut(bytes: Buffer, at: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0
  for (const to of [...at, bytes.length]) {
    if (to > from) yield bytes.subarray(from, to)
    from = Math.max(from, to)
  }
}

async function judged(bytes: Buffer, name = 'x', accepts: readonly FileKindName[] = fileKindNames, at: readonly number[] = []): Promise<string> {
  const examination = new Examination({ name, field: 'evidence', accepts, limits })
  try {
    let passed = 0
    for await (const chunk of examination.pass(cut(bytes, at))) passed += chunk.length
    expect(passed).toBe(bytes.length)
    const { kind, size } = examination.end()
    expect(size).toBe(bytes.length)
    return kind
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.field).toBe('evidence')
    expect(`${error.detail.zh}${error.detail.en}${error.remedy.zh}${error.remedy.en}`).not.toMatch(/[{}]|\[object/)
    return error.code.replace('attachments.', '')
  }
}

const whole: Readonly<Record<FileKindName, Buffer>> = {
  jpeg: sample.jpeg(), png: sample.png(), webp: sample.webp(), heic: sample.heic(), pdf: sample.pdf(), docx: await sample.docx(), xlsx: sample.xlsx(),
  mp4: sample.mp4(), mov: sample.mov(), mp3: sample.mp3(), m4a: sample.m4a(), txt: sample.txt(),
}
const kinds = Object.entries(whole) as [FileKindName, Buffer][]

describe('a file', () => {
  it.each(kinds)('of the kind %s is known by its bytes', async (kind, bytes) => expect(await judged(bytes)).toBe(kind))

  it.each(kinds)('of the kind %s is the same, in however many pieces it comes', async (kind, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (places) => {
        expect(await judged(bytes, 'x', fileKindNames, places.sort((a, b) => a - b))).toBe(kind)
      }),
      { numRuns: 25 },
    )
    if (bytes.length < 10_000) expect(await judged(bytes, 'x', fileKindNames, [...bytes.keys()])).toBe(kind)
  })

  it.each(kinds.filter(([kind]) => kind !== 'mp3' && kind !== 'txt'))('of the kind %s that was cut off anywhere is never taken for a whole one', async (kind, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 8 }), async (length) => {
        expect(await judged(bytes.subarray(0, length))).not.toBe(kind)
      }),
      { numRuns: 60 },
    )
  })

  it.each(kinds.filter(([kind]) => ['heic', 'mp4', 'mov', 'm4a'].includes(kind)))('of the kind %s that was cut off where a box ends lacks its data and is broken', async (_kind, bytes) => {
    const first = bytes.readUInt32BE(0)
    const second = first + bytes.readUInt32BE(first)
    for (const end of [first, second]) expect(await judged(bytes.subarray(0, end))).toBe('broken')
  })

  it('may carry what a telephone appends after the end of a picture', async () =>
    expect(await judged(Buffer.concat([sample.jpeg(), Buffer.alloc(900, 0x41)]))).toBe('jpeg'))

  it('of text may be UTF-8 or GB 18030, but not bytes that are no letters', async () => {
    expect(await judged(sample.txtGb())).toBe('txt')
    expect(await judged(Buffer.from([0x61, 0xff, 0xfe, 0xff]))).toBe('broken')
    expect(await judged(Buffer.from('a\0b'))).toBe('kind-not-allowed')
  })
})

describe('a file is refused, with its reason,', () => {
  it('when it is empty', async () => expect(await judged(Buffer.alloc(0))).toBe('empty'))
  it('when it is a program, or an archive of other things', async () => {
    expect(await judged(sample.program(), 'photo.jpg')).toBe('kind-not-allowed')
    expect(await judged(sample.onlyArchive(), 'letter.docx')).toBe('broken')
  })
  it('when its name ends as another kind does: a PNG that is called PDF', async () => {
    expect(await judged(sample.png(), 'receipt.pdf')).toBe('mismatch')
    expect(await judged(sample.png(), 'receipt.PNG')).toBe('png')
    expect(await judged(whole.docx, 'table.xlsx')).toBe('mismatch')
    expect(await judged(sample.pdf(), 'paper.pdf.exe')).toBe('mismatch')
  })
  it('when the field does not take its kind', async () => {
    expect(await judged(sample.mp4(), 'x.mp4', ['jpeg', 'png'])).toBe('kind-not-allowed')
    expect(await judged(whole.xlsx, 'x.xlsx', ['docx'])).toBe('kind-not-allowed')
  })
  it('when it is larger than its kind may be, as soon as that is seen', async () => {
    let read = 0
    const endless = async function* () {
      yield sample.png().subarray(0, 33)
      for (;;) {
        read += 65536
        yield Buffer.alloc(65536)
      }
    }
    const examination = new Examination({ name: 'x.png', field: 'evidence', accepts: fileKindNames, limits })
    await expect(async () => {
      for await (const chunk of examination.pass(endless())) expect(chunk.length).toBeGreaterThan(0)
    }).rejects.toMatchObject({ code: 'attachments.too-large', status: 413 })
    expect(read).toBeLessThan(1.2 * 1024 * 1024)
  })
  it('when a document would swell, overlaps itself, runs programs or has a password; none of them is unpacked', async () => {
    expect(await judged(sample.swelling(), 'x.docx')).toBe('swells')
    expect(await judged(sample.overlapping(), 'x.docx')).toBe('swells')
    expect(await judged(sample.withMacros(), 'x.docx')).toBe('macros')
    expect(await judged(sample.locked(), 'x.docx')).toBe('locked')
  })
})
