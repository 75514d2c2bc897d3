// The public interface: publications as data, their proofs, the status list, the log and its keys; nobody need sign in.
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Publication } from '../kernel/publication.ts'
import type { SealedProof } from '../kernel/trust/seal.ts'
import type { Engine } from '../store/engine.ts'
import type { KeyRing } from '../store/keys/key-files.ts'
import { latestCheckpoint } from '../store/log/checkpoints.ts'
import { listPublished, readPublished } from '../store/publications.ts'
import { sealDocument, statusList, type DocumentFound } from '../store/seals.ts'
import { stapled } from '../store/staples.ts'
import { isUuid } from '../store/uuid.ts'

const described = (publication: Publication) => ({
  name: publication.name,
  title: publication.title,
  basis: citationKey(publication.basis),
  sealed: Boolean(publication.sealed),
  register: publication.of.name,
  fields: publication.fields.map((name) => ({ name, title: publication.of.fields[name]!.title, kind: publication.of.fields[name]!.kind })),
})

const documentSql = 'select id, form, number, register, record, issued, authority from kernel.document where id = $1'

const schema = { tags: ['publications'] }

/** Proofs of documents, the status list, the keys and the log's checkpoint. */
function trustRoutes(app: FastifyInstance, parts: { readonly engine: Engine; readonly keys: KeyRing }): void {
  const { engine } = parts
  app.get<{ Params: { id: string } }>(
    '/api/v1/documents/:id/proof',
    { schema: { ...schema, operationId: 'document-proof' } },
    async (request) => {
      const { rows } = isUuid(request.params.id)
        ? await engine.database.query<DocumentFound>(documentSql, [request.params.id])
        : { rows: [] }
      return rows[0] ? stapled(engine, parts.keys, await sealDocument(engine, parts.keys, rows[0])) : kernelRefusals.refuse('not-found')
    },
  )

  app.get<{ Params: { list: string } }>('/status-lists/:list', { schema: { ...schema, operationId: 'status-list' } }, async (request, reply) => {
    const list = await statusList(engine, parts.keys, Number(request.params.list))
    return list === null ? kernelRefusals.refuse('not-found') : reply.type('application/vc+jwt').send(list)
  })
  app.get('/keys', { schema: { ...schema, operationId: 'key-history' } }, async () => ({
    history: parts.keys.history,
    sealed: parts.keys.sealedHistory,
  }))
  app.get('/checkpoint', { schema: { ...schema, operationId: 'checkpoint' } }, async (_request, reply) => {
    const checkpoint = await latestCheckpoint(engine.database)
    return checkpoint ? reply.type('text/plain').send(checkpoint.signed) : kernelRefusals.refuse('not-found')
  })
}

export function publicationRoutes(parts: { readonly engine: Engine; readonly keys: KeyRing }) {
  const { engine, keys } = parts
  const publicationOf = (name: string): Publication => engine.house.publications.get(name) ?? kernelRefusals.refuse('not-found')

  return (app: FastifyInstance): void => {
    app.get('/api/v1/publications', { schema: { ...schema, operationId: 'publications' } }, async () => ({
      items: [...engine.house.publications.values()].map(described),
    }))

    app.get<{ Params: { name: string }; Querystring: { limit?: number; after?: string; q?: string } }>(
      '/api/v1/publications/:name',
      { schema: { ...schema, operationId: 'published' } },
      async (request) => {
        const publication = publicationOf(request.params.name)
        const limit = Math.min(Number(request.query.limit ?? 50) || 50, 500)
        const searchable = Object.values(publication.of.fields).some((field) => field.searched)
        const items = await listPublished(engine, publication, {
          limit,
          ...(request.query.after ? { after: request.query.after } : {}),
          ...(request.query.q && searchable ? { where: { search: request.query.q.trim() } } : {}),
        })
        return { publication: described(publication), items, next: items.length === limit ? items.at(-1)!.id : null }
      },
    )

    app.get<{ Params: { name: string; id: string } }>(
      '/api/v1/publications/:name/:id',
      { schema: { ...schema, operationId: 'published-one' } },
      async (request) => readPublished(engine, publicationOf(request.params.name), request.params.id),
    )

    app.get<{ Params: { name: string; id: string } }>(
      '/api/v1/publications/:name/:id/proof',
      { schema: { ...schema, operationId: 'published-proof' } },
      async (request) => {
        await readPublished(engine, publicationOf(request.params.name), request.params.id)
        const { rows } = await engine.database.query<{ proof: SealedProof }>(
          'select proof from kernel.seal where kind = $1 and record = $2 and document is null order by withdrawn nulls first limit 1',
          [request.params.name, request.params.id],
        )
        return rows[0] ? stapled(engine, keys, rows[0].proof) : kernelRefusals.refuse('not-found')
      },
    )

    trustRoutes(app, parts)
  }
}
