// Signing in elsewhere (OpenID Connect): the authorization code flow with PKCE, state and nonce; a person is known by a binding.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Configuration } from 'openid-client'
import type { Engine } from '../../store/engine.ts'
import { personOf } from '../../store/people/accounts.ts'
import { askChallenge, takeChallenge } from '../../store/people/challenges.ts'
import { signInRefusals } from '../../store/people/sign-in.ts'
import type { Serving } from '../registers.ts'
import { enter, type OutsideSettings } from './begin.ts'
import { slow } from './session.ts'

/** Read at the first sign-in elsewhere: most houses have none. */
const openid = () => import('openid-client')

const cookie = 'zhiheng_outside'
export const begins = '/sign-in/outside'
const returns = `${begins}/return`

interface Begun {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly home: string
}

/** Asked of the service once; a service that was away is asked again at the next sign-in. */
function configuration(outside: OutsideSettings): () => Promise<Configuration> {
  let known: Promise<Configuration> | null = null
  const discovered = async () => {
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await openid()
    // The signature of the ID token is checked too, though it came straight from the service.
    const execute = [enableNonRepudiationChecks, ...(outside.insecure ? [allowInsecureRequests] : [])]
    return discovery(new URL(outside.issuer), outside.clientId, outside.clientSecret, undefined, { execute })
  }
  return () => {
    known ??= discovered().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
}

async function accountOf(engine: Engine, issuer: string, identifier: string): Promise<string> {
  const { rows } = await engine.database.query<{ account: string }>(
    'select account from kernel.outside_identity where issuer = $1 and identifier = $2',
    [issuer, identifier],
  )
  const person = rows[0] && (await personOf(engine.database, rows[0].account))
  return person?.id ?? signInRefusals.refuse('not-bound')
}

const unreachable = (request: FastifyRequest) => (error: unknown) => {
  // The library's messages name endpoints and codes, never a token.
  request.log.warn({ why: error instanceof Error ? error.name : 'unknown' }, 'outside sign-in')
  return signInRefusals.refuse('outside-failed')
}

/** Where a person goes after signing in: to one of their own pages by name, never to an address that a link brought along. */
const homes: Readonly<Record<string, string>> = Object.fromEntries(
  ['desk', 'office'].flatMap((page) => ['', '/hant', '/en'].map((language) => [`${language}/${page}`.slice(1), `${language}/${page}`])),
)
const homeOf = (page: string | undefined): string => homes[page ?? ''] ?? '/desk'

export function outsideRoutes(app: FastifyInstance, { engine, signIn }: Serving): void {
  const { outside, address } = signIn
  const ways = { outside: outside && address ? { title: outside.title, address: begins } : null }
  const schema = { tags: ['session'], summary: 'Ways in beside a password', operationId: 'ways-in' }
  app.get('/api/v1/session/ways', { schema }, async () => ways)
  if (!outside || !address) return
  const known = configuration(outside)
  const redirect = `${address}${returns}`
  const place = { path: begins, httpOnly: true, sameSite: 'lax' as const, secure: address.startsWith('https:'), maxAge: 600 }

  app.get(begins, { schema: { hide: true } as object, config: slow }, async (request, reply) => {
    const service = await known().catch(unreachable(request))
    const client = await openid()
    const home = homeOf((request.query as { to?: string }).to)
    const begun: Begun = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce(), home }
    void reply.setCookie(cookie, await askChallenge(engine, 'outside', null, begun), place)
    const to = client.buildAuthorizationUrl(service, {
      redirect_uri: redirect,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
    })
    return reply.redirect(to.href, 303)
  })

  app.get(returns, { schema: { hide: true } as object, config: slow }, async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.clearCookie(cookie, { path: begins })
    const begun = await takeChallenge<Begun>(engine, 'outside', null, request.cookies[cookie] ?? '')
    if (!begun) return signInRefusals.refuse('begun-elsewhere')
    const service = await known().catch(unreachable(request))
    const current = new URL(`${redirect}?${request.url.split('?')[1] ?? ''}`)
    const { authorizationCodeGrant } = await openid()
    const tokens = await authorizationCodeGrant(service, current, {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    }).catch(unreachable(request))
    const claims = tokens.claims()!
    const account = await accountOf(engine, claims.iss, claims.sub)
    // The service says by `amr` how it knew the person (RFC 8176).
    const second = Array.isArray(claims['amr']) && claims['amr'].includes('mfa')
    await enter(engine, request, reply, { account, way: 'outside', second })
    return reply.redirect(homeOf(begun.home.slice(1)), 303)
  })
}
