// A small OpenID Connect provider for tests: discovery, keys, an authorization page that asks nobody, and a token endpoint with PKCE.
import { createHash, randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface Provider {
  readonly issuer: string
  /** Whom the next authorization is for. */
  subject: string
  /** What goes wrong: the ID token carries another nonce, audience or key than it should. */
  fault: 'nonce' | 'audience' | 'key' | null
  close(): Promise<void>
}

interface Asked {
  readonly challenge: string
  readonly nonce: string
  readonly redirect: string
  readonly subject: string
}

const clientId = 'zhiheng'

/** The client's secret is `secret of the test`; it comes by HTTP Basic or in the form. */
export async function openProvider(): Promise<Provider> {
  const app: FastifyInstance = Fastify()
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const stranger = await generateKeyPair('ES256')
  const codes = new Map<string, Asked>()
  const provider: Provider = { issuer: '', subject: 'nobody', fault: null, close: () => app.close() }
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  )
  app.get('/.well-known/openid-configuration', async () => ({
    issuer: provider.issuer,
    authorization_endpoint: `${provider.issuer}/authorize`,
    token_endpoint: `${provider.issuer}/token`,
    jwks_uri: `${provider.issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  }))
  app.get('/keys', async () => ({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'one' }] }))
  app.get<{ Querystring: Record<string, string> }>('/authorize', async (request, reply) => {
    const asked = request.query
    if (asked['client_id'] !== clientId || asked['response_type'] !== 'code' || asked['code_challenge_method'] !== 'S256')
      return reply.code(400).send('unknown client or no PKCE')
    const code = randomUUID()
    codes.set(code, { challenge: asked['code_challenge']!, nonce: asked['nonce']!, redirect: asked['redirect_uri']!, subject: provider.subject })
    return reply.redirect(`${asked['redirect_uri']}?code=${code}&state=${encodeURIComponent(asked['state']!)}`, 302)
  })
  app.post<{ Body: URLSearchParams }>('/token', async (request, reply) => {
    const asked = codes.get(request.body.get('code') ?? '')
    codes.delete(request.body.get('code') ?? '')
    const proof = createHash('sha256').update(request.body.get('code_verifier') ?? '').digest('base64url')
    const basic = Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString()
    const secret = decodeURIComponent(basic.split(':')[1] ?? '').replaceAll('+', ' ') || request.body.get('client_secret')
    if (!asked || proof !== asked.challenge || request.body.get('redirect_uri') !== asked.redirect || secret !== 'secret of the test')
      return reply.code(400).send({ error: 'invalid_grant' })
    const token = await new SignJWT({ nonce: provider.fault === 'nonce' ? 'another' : asked.nonce })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(provider.issuer)
      .setSubject(asked.subject)
      .setAudience(provider.fault === 'audience' ? 'somebody-else' : clientId)
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(provider.fault === 'key' ? stranger.privateKey : privateKey)
    return { access_token: randomUUID(), token_type: 'bearer', expires_in: 300, id_token: token }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return Object.assign(provider, { issuer: `http://127.0.0.1:${(app.server.address() as { port: number }).port}` })
}
