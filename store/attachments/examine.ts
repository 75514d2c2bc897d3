// Judging a file by its bytes while they stream by: which kind it is, whether it is whole, and whether it is too large.
import { endingOf, fileKinds, type FileGroup, type FileKindName } from '../../kernel/file-kind.ts'
import { inARow } from '../../kernel/words.ts'
import { office, pdf, text } from './documents.ts'
import { boxes, isSound, jpeg, mp3, png, webp, type Found } from './media.ts'
import { Reading, type Fault, type Reader } from './reader.ts'
import { attachmentRefusals } from './refusals.ts'

/** Largest sizes in MB: of each group, and to how much a document may unpack. Dated data of the jurisdiction. */
export type FileLimits = Readonly<Record<FileGroup | 'unpacked' | 'together', number>>

export const mega = 1024 * 1024

/** What a file may be by its first bytes, and who reads on. */
interface Guess {
  readonly kinds: readonly FileKindName[]
  readonly reader: () => Reader<Found>
}

const guess = (kind: FileKindName, reader: () => Reader<Found>): Guess => ({ kinds: [kind], reader })

// Brands of ISO/IEC 14496-12 and 23008-12, and of those who made telephones.
const brands = [
  ['heic', /^(hei[cxms]|hev[cx]|mif1|msf1)$/],
  ['mov', /^qt {2}$/],
  ['m4a', /^M4[AB] $/],
  ['mp4', /^(isom|iso\d|mp4\d|avc1|M4V |MSNV|3gp\d|dash|f4v )$/],
] as const

function ofBoxes(head: Buffer): Guess | null {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return null
  const brand = head.toString('latin1', 8, 12)
  const kind = brands.find(([, pattern]) => pattern.test(brand))?.[0]
  return kind ? guess(kind, boxes(kind)) : null
}

function guessOf(head: Buffer, limits: FileLimits): Guess | null {
  const starts = (signature: string) => head.toString('latin1', 0, signature.length) === signature
  if (starts('\u00ff\u00d8\u00ff')) return guess('jpeg', jpeg)
  if (starts('\u0089PNG\r\n\u001a\n')) return guess('png', png)
  if (starts('RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return guess('webp', webp)
  if (starts('PK\u0003\u0004')) return { kinds: ['docx', 'xlsx'], reader: office(limits.unpacked * mega) }
  if (head.subarray(0, 1024).includes('%PDF-')) return guess('pdf', pdf)
  const other = ofBoxes(head)
  if (other) return other
  if (isSound(head)) return guess('mp3', mp3)
  // A program, a database, another kind of picture: it holds bytes that no text has.
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 27)) ? null : guess('txt', text)
}

const headRoom = 4096

export interface Examined {
  readonly kind: FileKindName
  readonly size: number
}

/** Passes the bytes on as they come; throws the refusal as soon as there is one, and at the end tells what the file is. */
export class Examination {
  private readonly name: string
  private readonly accepts: readonly FileKindName[]
  private readonly limits: FileLimits
  private readonly field: string
  private head: Buffer[] = []
  private guess: Guess | null = null
  private reading: Reading<Found> | null = null
  private size = 0

  constructor(asked: { name: string; field: string; accepts: readonly FileKindName[]; limits: FileLimits }) {
    this.name = asked.name
    this.field = asked.field
    this.accepts = asked.accepts
    this.limits = asked.limits
  }

  private get about() {
    return { name: this.name, field: this.field }
  }

  private notTaken(): never {
    const kinds = inARow(this.accepts.map((kind) => fileKinds[kind].title))
    return attachmentRefusals.refuse('kind-not-allowed', { ...this.about, kinds })
  }

  private begin(): void {
    const head = Buffer.concat(this.head)
    this.head = []
    if (head.length === 0) attachmentRefusals.refuse('empty', this.about)
    this.guess = guessOf(head, this.limits)
    if (!this.guess?.kinds.some((kind) => this.accepts.includes(kind))) this.notTaken()
    this.reading = new Reading(this.guess!.reader())
    this.reading.take(head)
  }

  private judgeSize(): void {
    if (!this.guess) return
    const kind = fileKinds[this.guess.kinds[0]!]
    const most = this.limits[kind.group]
    if (this.size > most * mega) attachmentRefusals.refuse('too-large', { ...this.about, kind: kind.title, most })
  }

  async *pass(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      this.size += chunk.length
      if (this.reading) this.reading.take(chunk)
      else {
        this.head.push(chunk)
        if (this.size >= headRoom) this.begin()
      }
      this.judgeSize()
      yield chunk
    }
    if (!this.reading) this.begin()
  }

  /** What the file is, when all of it has passed. */
  end(): Examined {
    const found = this.reading!.end('broken')
    if (!(found in fileKinds)) {
      const about = { ...this.about, kind: fileKinds[this.guess!.kinds[0]!].title, most: this.limits.unpacked }
      attachmentRefusals.refuse(found as Fault, about)
    }
    const kind = found as FileKindName
    if (!this.accepts.includes(kind)) this.notTaken()
    const ending = endingOf(this.name)
    const { title, endings } = fileKinds[kind]
    if (ending !== '' && !endings.includes(ending))
      attachmentRefusals.refuse('mismatch', { ...this.about, kind: title, ending, right: endings[0]! })
    return { kind, size: this.size }
  }
}
