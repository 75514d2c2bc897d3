// The HTTP server: what every answer carries (safety headers, language, limits), and the routes derived from the house.
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Engine } from '../store/engine.ts'
import { attachmentRoutes } from './attachments.ts'
import { checkRoutes } from './checks.ts'
import { dueRoutes } from './due.ts'
import { faultTold } from './fault.ts'
import { compilingOnFirstUse } from './first-use.ts'
import { houseRoutes } from './house.ts'
import { callerOf } from './identity.ts'
import { languageOf } from './language.ts'
import { linkRoutes } from './links.ts'
import { lettingStylesBeWritten, refusingOtherSites, safetyHeaders } from './policy.ts'
import { answerError } from './problem.ts'
import { remembering } from './remembered.ts'
import { registerRoutes, type Serving } from './registers.ts'
import type { SignInSettings } from './sign-in/begin.ts'
import { signInRoutes } from './sign-in/index.ts'
import { peopleRoutes } from './people.ts'
import { personalRoutes } from './personal.ts'
import { scaleRoutes } from './scales.ts'
import { tableRoutes } from './tables.ts'

export interface ServerOptions {
  readonly engine: Engine
  /** Secret of the cookie's signature. */
  readonly cookieSecret: string
  readonly log?: boolean | object
  /** Requests a minute from one address; 0 for no limit (benches). */
  readonly limit?: number
  readonly acted?: () => void
  /** Routes beyond the derived ones: public pages, measures, files. */
  readonly routes?: readonly ((app: FastifyInstance, serving: Serving) => void | Promise<void>)[]
  readonly describe?: boolean
  /** Compiles the schemas of all routes before listening: a schema that does not compile is then found at once. */
  readonly compileAll?: boolean
  readonly trustProxy?: boolean
  readonly signIn?: SignInSettings
  /** Told of every route, so that a rule can be held over all of them. */
  readonly routeAdded?: (route: RouteOptions) => void
}

// Names of people stand in no log: the route and not the address, never a query, a body or a header, and of a fault no message.
const logged = {
  serializers: {
    req: (request: { method: string; routeOptions?: { url?: string } }) => ({
      method: request.method,
      route: request.routeOptions?.url ?? 'unknown',
    }),
    res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    err: (error: Error) => {
      const { name, sentence, stack, ...more } = faultTold(error)
      return { type: name, message: sentence ?? '', stack: stack.join('\n'), ...more }
    },
  },
}

async function dress(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const safety = safetyHeaders()
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(safety)
    done()
  })
  await app.register(cookie, { secret: options.cookieSecret })
  await app.register(compress, { threshold: 2048, globalDecompression: false })
  await app.register(multipart, { limits: { fileSize: 64 * 1024 * 1024, files: 5, fields: 40 } })
  if (options.limit !== 0)
    await app.register(rateLimit, {
      max: options.limit ?? 600,
      timeWindow: '1 minute',
      enableDraftSpec: true,
      // The files of the office application never change and cost nothing to send; a first visit asks for many at once.
      allowList: (request) => request.routeOptions.url === '/office/assets/*',
    })
  refusingOtherSites(app)
}

async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '質衡 Zhiheng', version: '1', description: 'Derived from the declarations of the house.' },
      servers: [{ url: '/' }],
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: false,
    uiHooks: {
      onRequest(_request, reply, next) {
        lettingStylesBeWritten(reply)
        next()
      },
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** Builds the server; it listens when the caller says so. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger:
      options.log === false
        ? false
        : { level: process.env['ZHIHENG_LOG'] ?? 'warn', ...logged, ...(typeof options.log === 'object' ? options.log : {}) },
    bodyLimit: 2 * 1024 * 1024,
    // A film of the largest size over a slow line.
    requestTimeout: 600_000,
    trustProxy: options.trustProxy ?? false,
    // The gate judges answers; the schemas of requests describe.
    // HEAD is GET without its body, which Node leaves out by itself: a second route for each would double their number.
    exposeHeadRoutes: false,
    rewriteUrl(request) {
      if (request.method === 'HEAD') request.method = 'GET'
      return request.url ?? '/'
    },
    schemaController: { compilersFactory: options.compileAll ? {} : compilingOnFirstUse() },
    ajv: { customOptions: { coerceTypes: true, removeAdditional: false, strict: false } },
    genReqId: () => crypto.randomUUID(),
  })
  app.setErrorHandler((error: Error, request, reply) => answerError(error, request, reply, languageOf(request)))
  app.setNotFoundHandler((request, reply) => {
    const refusal = (() => {
      try {
        return kernelRefusals.refuse('not-found')
      } catch (error) {
        return error as Refusal
      }
    })()
    return answerError(refusal, request, reply, languageOf(request))
  })
  if (options.routeAdded) app.addHook('onRoute', options.routeAdded)
  await dress(app, options)
  if (options.describe !== false) await describeApi(app)
  const serving: Serving = {
    engine: options.engine,
    caller: remembering(app, options.engine.now, (request) => callerOf(options.engine, request)),
    acted: options.acted ?? (() => undefined),
    signIn: options.signIn ?? {},
  }
  await app.register(async (scope) => {
    registerRoutes(scope, serving)
    signInRoutes(scope, serving)
    tableRoutes(scope, serving)
    attachmentRoutes(scope, serving)
    personalRoutes(scope, serving)
    peopleRoutes(scope, serving)
    for (const derived of [houseRoutes, dueRoutes, linkRoutes, checkRoutes, scaleRoutes]) derived(scope, serving)
    for (const routes of options.routes ?? []) await routes(scope, serving)
  })
  return app
}
