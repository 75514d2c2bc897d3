// Who asks: a session cookie with CSRF protection, or a bearer token with a scope; otherwise anyone.
import type { FastifyRequest } from 'fastify'
import { anyone, type Person } from '../kernel/permission.ts'
import { refusals } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import type { Database } from '../store/database.ts'
import { personOf } from '../store/people/accounts.ts'
import { findSession, findToken } from '../store/people/sessions.ts'

export const sessionCookie = 'zhiheng_session'

export const identityRefusals = refusals('identity', {
  csrf: {
    status: 403,
    title: words('请求来源无法确认', 'The origin of the request is not certain'),
    detail: words(
      '缺少与登录匹配的防伪标记，为防冒用没有办理。',
      'The token that belongs to your session is missing; nothing was done, lest somebody act in your name.',
    ),
    remedy: words('请刷新页面后重试。', 'Reload the page and try again.'),
  },
  scope: {
    status: 403,
    title: words('令牌权限不足', 'The token does not allow this'),
    detail: words('该访问令牌不包含“{needed}”权限。', 'This access token does not hold “{needed}”.'),
    remedy: words('请使用具有该权限的令牌。', 'Use a token that holds it.'),
  },
})

export interface Caller {
  readonly person: Person & { readonly face?: string }
  readonly csrf: string | null
  /** Scope of a token; null for people who signed in themselves. */
  readonly scope: readonly string[] | null
}

const nobody: Caller = { person: anyone, csrf: null, scope: null }
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

async function bySession(database: Database, request: FastifyRequest, token: string): Promise<Caller> {
  const session = await findSession(database, token)
  const person = session && (await personOf(database, session.account))
  if (!session || !person) return nobody
  if (
    changing.has(request.method) &&
    request.headers['x-csrf-token'] !== session.csrf &&
    (request.body as { _csrf?: string } | undefined)?._csrf !== session.csrf
  )
    identityRefusals.refuse('csrf')
  return { person, csrf: session.csrf, scope: null }
}

/** The caller of a request. A wrong or ended token is anyone, and then finds what is public only. */
export async function callerOf(database: Database, request: FastifyRequest): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) {
    const token = await findToken(database, bearer)
    const person = token && (await personOf(database, token.account))
    return token && person ? { person, csrf: null, scope: token.scope } : nobody
  }
  const cookie = request.cookies[sessionCookie]
  return cookie ? bySession(database, request, cookie) : nobody
}

/** Refuses when a token's scope does not hold what the route needs. */
export function needsScope(caller: Caller, verb: 'read' | 'write', register: string): void {
  if (caller.scope === null) return
  if (!caller.scope.includes(verb) && !caller.scope.includes(`${verb}:${register}`))
    identityRefusals.refuse('scope', { needed: `${verb}:${register}` })
}
