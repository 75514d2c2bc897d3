// The page that checks a seal without a server: made once from the published keys, to be kept and used off-line.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Language } from '../../kernel/words.ts'
import { packageRoot } from '../../store/package-root.ts'
import { statusLists } from '../../store/seals.ts'
import type { PublicParts } from '../render.ts'
import { verifyPage } from '../verify/page.ts'

interface Prepared {
  readonly script: string
  readonly traditional: Readonly<Record<string, string>>
}

let prepared: Promise<Prepared> | null = null

/** The bundled script of the build; from sources it is bundled on the first visit. */
async function prepare(title: string): Promise<Prepared> {
  const built = await readFile(join(packageRoot, 'dist', 'verify.json'), 'utf8').catch(() => null)
  if (built) return JSON.parse(built) as Prepared
  const { bundleScript, traditionalSentences } = await import('../verify/bundle.ts')
  return { script: await bundleScript(), traditional: traditionalSentences([title]) }
}

export function verifyRoutes(app: FastifyInstance, { engine, keys }: PublicParts): void {
  const answer =
    (language: Language) =>
    async (
      _request: unknown,
      reply: { type(t: string): { header(n: string, v: string): { send(b: string): unknown } }; removeHeader(n: string): unknown },
    ) => {
      prepared ??= prepare(keys.history.title.zh)
      const { script, traditional } = await prepared
      // The page carries its own policy, stricter than the site's: it may run its own script and reach nothing.
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "frame-ancestors 'none'")
        .send(verifyPage({ keyHistory: keys.history, language, script, traditional, statusLists: await statusLists(engine, keys) }))
    }
  app.get('/verify', { schema: { hide: true } as object }, answer('zh') as never)
  app.get('/hant/verify', { schema: { hide: true } as object }, answer('hant') as never)
  app.get('/en/verify', { schema: { hide: true } as object }, answer('en') as never)
}
