// The script of passkeys, the only one that pages beside the office application run; made by the build, or on the first visit.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { packageRoot } from '../../store/package-root.ts'

export const passkeyScript = '/passkey.js'

let made: Promise<string> | null = null

async function make(): Promise<string> {
  const built = await readFile(join(packageRoot, 'dist', 'passkey.js'), 'utf8').catch(() => null)
  if (built) return built
  const { bundleScript } = await import('../verify/bundle.ts')
  return bundleScript(join(packageRoot, 'web', 'desk', 'passkey-script.ts'))
}

export function passkeyScriptRoute(app: FastifyInstance): void {
  app.get(passkeyScript, { schema: { hide: true } as object }, async (_request, reply) => {
    made ??= make()
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=600').send(await made)
  })
}

/** What the script put into a form; whatever is not an answer is judged as a wrong one. */
export function answerIn<Response>(text: string): Response {
  try {
    return JSON.parse(text) as Response
  } catch {
    return {} as Response
  }
}
