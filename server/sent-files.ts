// What a multipart request sends, part by part in its order, as streams: a file is handed on before the next part is read.
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { attachmentRefusals } from '../store/attachments/refusals.ts'

export interface SentFile {
  readonly field: string
  readonly name: string
  readonly bytes: AsyncIterable<Buffer>
}

export type SentPart = { readonly file: SentFile } | { readonly field: string; readonly value: string }

const mega = 1024 * 1024

// Sizes are judged by the kind of each file; here only what no form of the house would send is cut off.
const options = {
  preservePath: true,
  throwFileSizeLimit: false,
  limits: { fields: 1000, files: 60, parts: 1060, fileSize: Number.MAX_SAFE_INTEGER, fieldSize: 256 * 1024, headerPairs: 20 },
}

/** Bytes of one file; counts them with those of the others, and says plainly when the connection broke off. */
async function* counted(part: MultipartFile, together: { left: number; most: number }): AsyncGenerator<Buffer> {
  const chunks = part.file.iterator({ destroyOnReturn: false })
  for (;;) {
    const next = await chunks.next().catch(() => attachmentRefusals.refuse('cut-off'))
    if (next.done) return
    const chunk = next.value as Buffer
    together.left -= chunk.length
    if (together.left < 0) attachmentRefusals.refuse('too-much', { most: together.most })
    yield chunk
  }
}

/** An input of a form in which no file was chosen sends a part without a name. */
const chosen = (part: MultipartFile): boolean => (part.filename ?? '') !== ''

const endings = ['FST_MP_PREMATURE_CLOSE', 'FST_REQ_FILE_TOO_LARGE', 'FST_PARTS_LIMIT', 'FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_PROTO_VIOLATION']

/** A form that cannot be read is the sender's affair: the connection broke off, or the parts are not what they should be. */
function told(error: unknown): never {
  const { code, message } = error as { code?: string; message?: string }
  if (endings.includes(code ?? '') || /multipart|terminated early|malformed|boundary/i.test(message ?? '')) attachmentRefusals.refuse('cut-off')
  throw error
}

/** `most` is how many MB one sending may hold in all. */
export async function* sentParts(request: FastifyRequest, most: number): AsyncGenerator<SentPart> {
  const together = { left: most * mega, most }
  const parts = request.parts(options)
  for (;;) {
    const { done, value: part } = await parts.next().catch(told)
    if (done) return
    if (part.type === 'field') {
      if (part.fieldname) yield { field: part.fieldname, value: String(part.value) }
      continue
    }
    if (chosen(part)) yield { file: { field: part.fieldname, name: part.filename, bytes: counted(part, together) } }
    // Whatever was not looked at passes by; too much ends the reading.
    if (together.left < 0) attachmentRefusals.refuse('too-much', { most })
    part.file.resume()
  }
}
