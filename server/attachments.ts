// Files over HTTP: upload for a field, whose hashes the answers of a step then name; download for those who may read record and field.
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openingOf } from '../kernel/act.ts'
import { dayOf } from '../kernel/day.ts'
import { fileKinds, kindsOfFile } from '../kernel/file-kind.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { heldOn, type Person } from '../kernel/permission.ts'
import { asList, type Procedure, type Step } from '../kernel/procedure.ts'
import type { Register } from '../kernel/register.ts'
import { inARow } from '../kernel/words.ts'
import { openFile, type OpenedFile } from '../store/attachments/open.ts'
import { attachmentRefusals } from '../store/attachments/refusals.ts'
import type { Span } from '../store/attachments/segments.ts'
import { fileField, fileFields, fileLimits, takeFile, type Uploaded } from '../store/attachments/upload.ts'
import type { Engine } from '../store/engine.ts'
import { needsScope } from './identity.ts'
import type { Serving } from './registers.ts'
import { sentParts } from './sent-files.ts'

/** Whoever could open the record or take a step that asks for the files may upload them; the act itself is judged when it is taken. */
export function mayBring(engine: Engine, procedure: Procedure, field: string, person: Person): void {
  const steps: readonly Step[] = [openingOf(procedure), ...Object.values(procedure.steps)].filter((step) => step.asks?.[field])
  const by = [...new Set(steps.flatMap((step) => asList(step.by)))]
  const duties = by.map((duty) => engine.house.duty(procedure.of.name, duty))
  if (heldOn(person, duties, dayOf(engine.now())).length > 0) return
  if (person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
  kernelRefusals.refuse('not-yours', { step: procedure.of.fields[field]?.title ?? field, duties: inARow(by.map((duty) => procedure.duties[duty])) })
}

const uploadedSchema = {
  type: 'object',
  properties: {
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          hash: { type: 'string', description: 'To be named in the answers of the step' },
          field: { type: 'string' },
          name: { type: 'string' },
          kind: { type: 'string' },
          size: { type: 'integer' },
          ends: { type: 'string', format: 'date-time', description: 'Until when it waits for an act that refers to it' },
        },
      },
    },
  },
}

function uploading(app: FastifyInstance, serving: Serving, procedure: Procedure, field: string): void {
  const { engine } = serving
  const declared = fileField(engine.house, procedure.of.name, field)
  const schema = {
    tags: [engine.house.systemOf(procedure.of.name).name],
    summary: `${declared.title.en}: upload`,
    description: kindsOfFile(declared).map((kind) => fileKinds[kind].title.en).join(', '),
    operationId: `upload-${procedure.of.name}-${field}`,
    consumes: ['multipart/form-data'],
    body: { type: 'object', properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } } },
    response: { 201: uploadedSchema },
  }
  const options = { schema, validatorCompiler: () => () => true, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }
  app.post(`/api/v1/registers/${procedure.of.name}/files/${field}`, options, async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await serving.caller(request)
    needsScope(caller, 'write', procedure.of.name)
    mayBring(engine, procedure, field, caller.person)
    if (!request.isMultipart()) attachmentRefusals.refuse('no-file')
    const items: Uploaded[] = []
    for await (const part of sentParts(request, fileLimits(engine).together))
      if ('file' in part)
        items.push(await takeFile(engine, { ...part.file, field, register: procedure.of.name, person: caller.person, batch: '' }))
    if (items.length === 0) attachmentRefusals.refuse('no-file')
    return reply.code(201).send({ items })
  })
}

/** One span of bytes; a Range that asks for anything else may be passed over (RFC 9110, 14.2). */
function spanOf(range: string | undefined, size: number): Span | null {
  const match = /^bytes=(\d{1,15})?-(\d{1,15})?$/.exec(range ?? '')
  if (!match || (match[1] === undefined && match[2] === undefined)) return null
  const from = match[1] === undefined ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const to = match[1] === undefined || match[2] === undefined ? size - 1 : Math.min(Number(match[2]), size - 1)
  return from <= to ? { from, to } : null
}

/** The name twice: plain letters for old programs, UTF-8 for all others (RFC 6266). */
const disposition = (way: 'inline' | 'attachment', name: string): string =>
  `${way}; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: OpenedFile): Promise<FastifyReply> {
  const span = spanOf(request.headers.range, file.size)
  const drawn = fileKinds[file.kind].drawn && 'view' in (request.query as object)
  const bytes = await file.read(span ?? undefined)
  void reply
    .code(span ? 206 : 200)
    .type(file.mediaType)
    .header('content-length', span ? span.to - span.from + 1 : file.size)
    .header('accept-ranges', 'bytes')
    .header('content-disposition', disposition(drawn ? 'inline' : 'attachment', file.fileName))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
  if (span) void reply.header('content-range', `bytes ${span.from}-${span.to}/${file.size}`)
  return reply.send(Readable.from(bytes, { objectMode: false }))
}

function downloading(app: FastifyInstance, serving: Serving, register: Register): void {
  const schema = {
    tags: [serving.engine.house.systemOf(register.name).name],
    summary: `${register.title.en}: one file`,
    description: 'With `view` a picture is shown instead of saved. Reading a personal file is noted for the person concerned.',
    operationId: `file-${register.name}`,
    produces: ['application/octet-stream'],
  }
  app.get<{ Params: { id: string; hash: string } }>(
    `/api/v1/registers/${register.name}/:id/files/:hash`,
    { schema, compress: false },
    async (request, reply) => {
      const caller = await serving.caller(request)
      needsScope(caller, 'read', register.name)
      return sendFile(request, reply, await openFile(serving.engine, register, caller.person, request.params.id, request.params.hash))
    },
  )
}

/** Routes of every register that holds files or asks for them. */
export function attachmentRoutes(app: FastifyInstance, serving: Serving): void {
  for (const procedure of serving.engine.house.procedures.values()) {
    const fields = Object.keys(fileFields(procedure))
    for (const field of fields) uploading(app, serving, procedure, field)
    if (fields.length > 0) downloading(app, serving, procedure.of)
  }
}
