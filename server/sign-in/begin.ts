// How a session begins, whichever way its owner came in: the cookie, and what is kept of the browser.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Engine } from '../../store/engine.ts'
import { beginSession, longestHours, type Way } from '../../store/people/sessions.ts'
import { sessionCookie } from '../identity.ts'

/** What an operator sets for signing in. */
export interface SignInSettings {
  /** The address under which people know the server; absent: as each request says. */
  readonly address?: string
  readonly outside?: OutsideSettings
}

export interface OutsideSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** Named on the sign-in page. */
  readonly title: string
  /** Plain HTTP to the service: for a service on this machine only. */
  readonly insecure?: boolean
}

const loopback = (address: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(address)

/** `ZHIHENG_ADDRESS`, `ZHIHENG_OIDC_ISSUER`, `…_CLIENT_ID`, `…_CLIENT_SECRET`, `…_TITLE`. */
export function signInSettings(environment: NodeJS.ProcessEnv): SignInSettings {
  const address = environment['ZHIHENG_ADDRESS']?.replace(/\/$/, '')
  const issuer = environment['ZHIHENG_OIDC_ISSUER']
  const clientId = environment['ZHIHENG_OIDC_CLIENT_ID']
  const clientSecret = environment['ZHIHENG_OIDC_CLIENT_SECRET']
  if (!issuer) return address ? { address } : {}
  if (!clientId || !address) throw new Error('ZHIHENG_OIDC_ISSUER is set: ZHIHENG_OIDC_CLIENT_ID and ZHIHENG_ADDRESS are needed with it.')
  const outside = {
    issuer,
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    title: environment['ZHIHENG_OIDC_TITLE'] ?? new URL(issuer).host,
    insecure: loopback(issuer),
  }
  return { address, outside }
}

export const addressOf = (settings: SignInSettings, request: FastifyRequest): string =>
  settings.address ?? `${request.protocol}://${request.host}`

const browsers = [/(Edg)\//, /(Firefox)\//, /(Chrome)\//, /(Safari)\//, /(curl)\//] as const
const systems = [/(Windows)/, /(Android)/, /(iPhone|iPad)/, /(Mac OS X)/, /(Linux)/] as const
const first = (patterns: readonly RegExp[], text: string): string => patterns.map((p) => p.exec(text)?.[1]).find(Boolean) ?? ''

/** Browser and system and no more: enough to know one's own session by, too little to know a person by. */
export const deviceOf = (agent: string | undefined): string =>
  [first(browsers, agent ?? '').replace('Edg', 'Edge'), first(systems, agent ?? '').replace('Mac OS X', 'macOS')].filter(Boolean).join(' · ')

export interface Entering {
  readonly account: string
  readonly way: Way
  readonly second: boolean
}

/** Begins the session and sets its cookie: no script reads it, no other site sends it, and it needs TLS where there is TLS. */
export async function enter(engine: Engine, request: FastifyRequest, reply: FastifyReply, who: Entering): Promise<{ csrf: string }> {
  const { token, csrf } = await beginSession(engine, { ...who, device: deviceOf(request.headers['user-agent']) })
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: longestHours * 3600,
  })
  return { csrf }
}
