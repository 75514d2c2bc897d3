// Documents over HTTP: those of a record, the inbox of the person concerned, and the frozen paper as PDF or DOCX.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sealAddress } from '../kernel/trust/seal.ts'
import type { Person } from '../kernel/permission.ts'
import type { Engine } from '../store/engine.ts'
import type { KeyRing } from '../store/keys/key-files.ts'
import { documentFor, documentsOf, inboxOf } from '../store/records/papers.ts'
import { readWithClocks } from '../store/records/read.ts'
import { fallenPaper, sealDocument } from '../store/seals.ts'
import { callerOf, needsScope } from './identity.ts'
import { print, type Format } from './paper/press.ts'

export interface Printed {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** The paper with its seal in a QR; a void one, or one whose seal was taken back, says so on its face. */
export async function printed(parts: { engine: Engine; keys: KeyRing }, person: Person, id: string, format: Format): Promise<Printed> {
  const { found, paper, isVoid } = await documentFor(parts.engine, person, id)
  const proof = await sealDocument(parts.engine, parts.keys, found)
  const qr = { kind: 'qr' as const, text: sealAddress(parts.keys.history.site, proof), caption: '扫码可脱机核验本文书的签章' }
  const fallen = await fallenPaper(parts.engine, id)
  const title = isVoid || fallen !== null ? `${paper.title}（作废）` : paper.title
  const notice = fallen === null ? [] : [{ kind: 'paragraph' as const, text: `本文书已失效：${fallen}。` }]
  return print({ ...paper, title, blocks: [...notice, ...paper.blocks, qr] }, format)
}

export function documentRoutes(parts: { readonly engine: Engine; readonly keys: KeyRing }) {
  const { engine } = parts
  const schema = { tags: ['documents'] }
  return (app: FastifyInstance): void => {
    for (const format of ['pdf', 'docx'] as const)
      for (const path of ['/desk/documents', '/api/v1/documents'])
        app.get<{ Params: { id: string } }>(
          `${path}/:id.${format}`,
          { schema: path.startsWith('/api') ? { ...schema, operationId: `document-${format}` } : ({ hide: true } as object) },
          async (request, reply) => {
            const { person } = await callerOf(engine, request)
            const { bytes, mediaType } = await printed(parts, person, request.params.id, format)
            const name = `inline; filename="${request.params.id}.${format}"`
            return reply.type(mediaType).header('content-disposition', name).send(Buffer.from(bytes))
          },
        )
    app.get('/api/v1/inbox', { schema: { ...schema, operationId: 'inbox' } }, async (request: FastifyRequest) => {
      const { person } = await callerOf(engine, request)
      return { items: await inboxOf(engine, person) }
    })
    for (const { of } of engine.house.procedures.values())
      app.get<{ Params: { id: string } }>(
        `/api/v1/registers/${of.name}/:id/documents`,
        { schema: { tags: [engine.house.systemOf(of.name).name], operationId: `documents-${of.name}` } },
        async (request) => {
          const caller = await callerOf(engine, request)
          needsScope(caller, 'read', of.name)
          const { sees } = await readWithClocks(engine, of, caller.person, request.params.id)
          return { items: await documentsOf(engine, of.name, request.params.id, sees) }
        },
      )
  }
}
