// Documents as they were issued: the frozen paper opened for those who may read its record, printed as PDF or DOCX.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Paper } from '../kernel/paper.ts'
import { sealAddress } from '../kernel/trust/seal.ts'
import type { Engine } from '../store/engine.ts'
import type { KeyRing } from '../store/keys/key-files.ts'
import { openValues } from '../store/records/personal.ts'
import { readFor } from '../store/records/read.ts'
import { sealDocument, type DocumentFound } from '../store/seals.ts'
import { callerOf } from './identity.ts'
import { print, type Format } from './paper/press.ts'

interface Stored extends DocumentFound {
  readonly paper: Paper | null
  readonly sealed_paper: string | null
  readonly subject: string | null
}

const storedSql = 'select id, form, number, register, record, issued, authority, paper, sealed_paper, subject from kernel.document where id = $1'

async function paperOf(engine: Engine, stored: Stored): Promise<Paper> {
  if (stored.paper) return stored.paper
  const key = stored.subject && (await engine.keys.key(stored.subject, stored.register))
  return key && stored.sealed_paper ? (openValues(key, stored.sealed_paper) as Paper) : kernelRefusals.refuse('gone')
}

export function documentRoutes(parts: { readonly engine: Engine; readonly keys: KeyRing }) {
  const { engine, keys } = parts
  const printed = async (request: FastifyRequest, id: string, format: Format) => {
    const { rows } = /^[0-9a-f-]{36}$/.test(id) ? await engine.database.query<Stored>(storedSql, [id]) : { rows: [] }
    const stored = rows[0]
    if (!stored) return kernelRefusals.refuse('not-found')
    const { person } = await callerOf(engine.database, request)
    await readFor(engine, engine.house.procedureOf(stored.register).of, person, stored.record)
    const paper = await paperOf(engine, stored)
    const proof = await sealDocument(engine, keys, stored)
    const qr = { kind: 'qr' as const, text: sealAddress(keys.history.site, proof), caption: '扫码可脱机核验本文书的签章' }
    return print({ ...paper, blocks: [...paper.blocks, qr] }, format)
  }
  return (app: FastifyInstance): void => {
    for (const format of ['pdf', 'docx'] as const)
      app.get<{ Params: { id: string } }>(`/desk/documents/:id.${format}`, { schema: { hide: true } as object }, async (request, reply) => {
        const { bytes, mediaType } = await printed(request, request.params.id, format)
        return reply.type(mediaType).header('content-disposition', `inline; filename="${request.params.id}.${format}"`).send(Buffer.from(bytes))
      })
  }
}
