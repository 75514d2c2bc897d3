// Signing in and out, and what a person who is signed in may know of themselves.
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { authenticate } from '../store/people/accounts.ts'
import { beginSession, endSession } from '../store/people/sessions.ts'
import { verifyCode } from '../store/people/second-factor.ts'
import { sessionCookie } from './identity.ts'
import type { Serving } from './registers.ts'

const signIn = Type.Object({
  account: Type.String({ maxLength: 100 }),
  password: Type.String({ maxLength: 200 }),
  code: Type.Optional(Type.String({ maxLength: 12 })),
})

/** A cookie that scripts cannot read and other sites do not send; secure where the request came by TLS. */
const cookieOf = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: 12 * 3600 })

export function sessionRoutes(app: FastifyInstance, serving: Serving): void {
  const { database } = serving.engine

  app.post<{ Body: { account: string; password: string; code?: string } }>(
    '/api/v1/session',
    {
      schema: { tags: ['session'], summary: 'Sign in', operationId: 'sign-in', body: signIn },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { account, password, code } = request.body
      const known = await authenticate(database, account.trim(), password, (secret) => code !== undefined && verifyCode(secret, code))
      const { token, csrf } = await beginSession(database, known.account, known.second)
      void reply.setCookie(sessionCookie, token, cookieOf(request.protocol === 'https'))
      return { account: known.account, csrf }
    },
  )

  app.delete('/api/v1/session', { schema: { tags: ['session'], summary: 'Sign out', operationId: 'sign-out' } }, async (request, reply) => {
    const token = request.cookies[sessionCookie]
    if (token) await endSession(database, token)
    void reply.clearCookie(sessionCookie, { path: '/' })
    return reply.code(204).send()
  })

  app.get('/api/v1/me', { schema: { tags: ['session'], summary: 'Who I am and what I hold', operationId: 'me' } }, async (request) => {
    const { person, csrf } = await serving.caller(request)
    return {
      id: person.id,
      name: person.name,
      office: person.office,
      face: person.face ?? 'public',
      speaksFor: person.speaksFor ?? [],
      holdings: person.holdings,
      csrf,
      now: serving.engine.now(),
    }
  })
}
