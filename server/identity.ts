// Who asks: a session cookie with CSRF protection, or a bearer token with a scope; otherwise anyone.
import type { FastifyRequest } from 'fastify'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { anyone, type Person } from '../kernel/permission.ts'
import { refusals } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { personOf } from '../store/people/accounts.ts'
import { findSession } from '../store/people/sessions.ts'
import { findToken } from '../store/people/tokens.ts'

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
  'in-person': {
    status: 403,
    title: words('须由本人登录办理', 'For the person, not for a program'),
    detail: words('密码、验证方式、会话和令牌只能由本人登录后更改。', 'Passwords, factors, sessions and tokens are changed by the person who signed in.'),
    remedy: words('请登录后办理。', 'Sign in and do it there.'),
  },
})

export interface Caller {
  readonly person: Person & { readonly face?: string }
  readonly csrf: string | null
  /** Scope of a token; null for people who signed in themselves. */
  readonly scope: readonly string[] | null
  /** The session's name in lists; null for tokens and visitors. */
  readonly session: string | null
  /** Whether the session began with a second factor. */
  readonly second: boolean
}

const nobody: Caller = { person: anyone, csrf: null, scope: null, session: null, second: false }
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** A form that another site made the browser send; `none` is a person who typed the address. */
export function fromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  return changing.has(request.method) && (site === 'cross-site' || site === 'same-site')
}

async function bySession(engine: Engine, request: FastifyRequest, token: string): Promise<Caller> {
  const session = await findSession(engine, token)
  const person = session && (await personOf(engine.database, session.account))
  if (!session || !person) return nobody
  if (
    changing.has(request.method) &&
    request.headers['x-csrf-token'] !== session.csrf &&
    (request.body as { _csrf?: string } | undefined)?._csrf !== session.csrf
  )
    identityRefusals.refuse('csrf')
  return { person, csrf: session.csrf, scope: null, session: session.id, second: session.second }
}

/** What a token must hold for a request: the verb alone, or for one register. */
function neededFor(request: FastifyRequest): { verb: 'read' | 'write'; register: string | null } {
  const register = /^\/api\/v1\/registers\/([\w-]+)/.exec(request.url ?? '')?.[1] ?? null
  return { verb: changing.has(request.method) ? 'write' : 'read', register }
}

/** An application says whose work it shows: when that session ended or gave way to another, nothing is done under a wrong name. */
export const accountHeader = 'x-account'

/** The caller of a request. A wrong or ended token is anyone, and then finds what is public only. */
export async function callerOf(engine: Engine, request: FastifyRequest): Promise<Caller> {
  const expected = request.headers[accountHeader]
  const caller = await whoever(engine, request)
  if (typeof expected === 'string' && expected !== encodeURIComponent(caller.person.id)) kernelRefusals.refuse('not-signed-in')
  return caller
}

async function whoever(engine: Engine, request: FastifyRequest): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) {
    const token = await findToken(engine.database, bearer, engine.now())
    const person = token && (await personOf(engine.database, token.account))
    if (!token || !person) return nobody
    const caller: Caller = { ...nobody, person, scope: token.scope }
    const { verb, register } = neededFor(request)
    needsScope(caller, verb, register ?? '')
    return caller
  }
  const cookie = request.cookies[sessionCookie]
  return cookie ? bySession(engine, request, cookie) : nobody
}

/** Refuses when a token's scope does not hold what the route needs: `read`, or `read:complaint` for one register. */
export function needsScope(caller: Caller, verb: 'read' | 'write', register: string): void {
  if (caller.scope === null || caller.scope.includes(verb)) return
  const needed = register === '' ? verb : `${verb}:${register}`
  if (register === '' || !caller.scope.includes(needed)) identityRefusals.refuse('scope', { needed })
}

/** Somebody who signed in themselves; a token may not change what opens the account. */
export function inPerson(caller: Caller): Caller & { readonly session: string } {
  if (caller.person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
  if (caller.session === null) return identityRefusals.refuse('in-person')
  return caller as Caller & { session: string }
}
