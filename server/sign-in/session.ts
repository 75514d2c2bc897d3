// Signing in and out, one's own sessions and password, and what a person who is signed in may know of themselves.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { authenticate, changePassword } from '../../store/people/sign-in.ts'
import { endNamed, endOthers, endSession, sessionsOf } from '../../store/people/sessions.ts'
import { takeWayIn } from '../../store/people/way-in.ts'
import { inPerson, sessionCookie } from '../identity.ts'
import type { Serving } from '../registers.ts'
import { enter } from './begin.ts'

const secret = Type.String({ maxLength: 200 })
const signIn = Type.Object({
  account: Type.String({ maxLength: 100 }),
  password: secret,
  code: Type.Optional(Type.String({ maxLength: 20, description: 'One-time code or recovery code' })),
})
const newPassword = Type.Object({ present: secret, next: secret })
const byCode = Type.Object({ account: Type.String({ maxLength: 100 }), code: Type.String({ maxLength: 40 }), password: secret })

/** Guessing is slow from any one address. */
export const slow = { rateLimit: { max: 20, timeWindow: '1 minute' } }
const tags = ['session']

export async function leave(serving: Pick<Serving, 'engine'>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = request.cookies[sessionCookie]
  if (token) await endSession(serving.engine, token)
  void reply.clearCookie(sessionCookie, { path: '/' })
}

function entering(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.post<{ Body: { account: string; password: string; code?: string } }>(
    '/api/v1/session',
    { schema: { tags, summary: 'Sign in', operationId: 'sign-in', body: signIn }, config: slow },
    async (request, reply) => {
      const { account, password, code } = request.body
      const known = await authenticate(engine, account.trim(), password, code)
      return { account: known.account, ...(await enter(engine, request, reply, { ...known, way: 'password' })) }
    },
  )

  app.delete('/api/v1/session', { schema: { tags, summary: 'Sign out', operationId: 'sign-out' } }, async (request, reply) => {
    // Nobody is signed out by a form of somebody else.
    await serving.caller(request)
    await leave(serving, request, reply)
    return reply.code(204).send()
  })

  app.post<{ Body: { account: string; code: string; password: string } }>(
    '/api/v1/way-in',
    { schema: { tags, summary: 'Set a password by a code that was handed over', operationId: 'use-way-in', body: byCode }, config: slow },
    async (request, reply) => {
      await takeWayIn(engine, request.body.account.trim(), request.body.code, request.body.password)
      return reply.code(204).send()
    },
  )
}

function ownSessions(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get('/api/v1/sessions', { schema: { tags, summary: 'My sessions', operationId: 'sessions' } }, async (request) => {
    const { person, session } = inPerson(await serving.caller(request))
    return { items: (await sessionsOf(engine, person.id)).map((each) => ({ ...each, current: each.id === session })) }
  })

  app.delete<{ Params: { id: string } }>(
    '/api/v1/sessions/:id',
    { schema: { tags, summary: 'End one of my sessions', operationId: 'end-session' } },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      if (!(await endNamed(engine, person.id, request.params.id))) kernelRefusals.refuse('not-found')
      return reply.code(204).send()
    },
  )

  app.delete('/api/v1/sessions', { schema: { tags, summary: 'End all my other sessions', operationId: 'end-other-sessions' } }, async (request) => {
    const { person, session } = inPerson(await serving.caller(request))
    return { ended: await endOthers(engine, person.id, session) }
  })

  app.put<{ Body: { present: string; next: string } }>(
    '/api/v1/me/password',
    { schema: { tags, summary: 'Change my password', operationId: 'change-password', body: newPassword }, config: slow },
    async (request, reply) => {
      const { person, session } = inPerson(await serving.caller(request))
      await changePassword(engine, { account: person.id, session }, request.body.present, request.body.next)
      return reply.code(204).send()
    },
  )
}

export function sessionRoutes(app: FastifyInstance, serving: Serving): void {
  entering(app, serving)
  ownSessions(app, serving)
  app.get('/api/v1/me', { schema: { tags, summary: 'Who I am and what I hold', operationId: 'me' } }, async (request) => {
    const { person, csrf, scope, second } = await serving.caller(request)
    return {
      id: person.id,
      name: person.name,
      office: person.office,
      face: person.face ?? 'public',
      speaksFor: person.speaksFor ?? [],
      holdings: person.holdings,
      csrf,
      second,
      scope,
      now: serving.engine.now(),
    }
  })
}
