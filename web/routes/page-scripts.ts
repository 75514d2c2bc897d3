// Scripts of pages beside the office: passkeys, the field without a network, a draw run again; by the build or on the first visit.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { packageRoot } from '../../store/package-root.ts'

export const passkeyScript = '/passkey.js'
export const drawScript = '/draw.js'
export const fieldScript = '/field.js'
/** Stands at the root, so that it may answer for the desk in every language. */
const fieldWorker = '/field-worker.js'

const sources: Readonly<Record<string, readonly string[]>> = {
  [passkeyScript]: ['web', 'desk', 'passkey-script.ts'],
  [drawScript]: ['web', 'site', 'draw-script.ts'],
  [fieldScript]: ['web', 'field', 'script.ts'],
  [fieldWorker]: ['web', 'field', 'worker.ts'],
}

const made = new Map<string, Promise<string>>()

async function make(address: string): Promise<string> {
  const built = await readFile(join(packageRoot, 'dist', address.slice(1)), 'utf8').catch(() => null)
  if (built) return built
  const { bundleScript } = await import('../verify/bundle.ts')
  return bundleScript(join(packageRoot, ...sources[address]!))
}

export function pageScriptRoutes(app: FastifyInstance): void {
  for (const address of Object.keys(sources))
    app.get(address, { schema: { hide: true } as object }, async (_request, reply) => {
      const script = made.get(address) ?? make(address)
      made.set(address, script)
      return reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=600').send(await script)
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
