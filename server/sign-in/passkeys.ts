// Passkeys (WebAuthn): registration by somebody who is signed in, and signing in with the key and the person's own unlocking of it.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { askChallenge, takeChallenge } from '../../store/people/challenges.ts'
import { addPasskey, findPasskey, passkeysOf, passkeyUsed, removePasskey } from '../../store/people/passkeys.ts'
import { proves, signInRefusals } from '../../store/people/sign-in.ts'
import { inPerson } from '../identity.ts'
import type { Serving } from '../registers.ts'
import { addressOf, enter, type SignInSettings } from './begin.ts'
import { firstCodes } from './second-factor.ts'
import { fromHere, slow } from './session.ts'

const tags = ['passkeys']
const answer = Type.Object({
  asked: Type.String({ maxLength: 60 }),
  response: Type.Any(),
  title: Type.Optional(Type.String({ maxLength: 60 })),
})
const withPassword = Type.Object({ password: Type.Optional(Type.String({ maxLength: 200 })) })

interface Answered<Response> {
  readonly asked: string
  readonly response: Response
  readonly title?: string
}

interface Challenge {
  readonly challenge: string
}

/** Whatever the library finds wrong with an answer is one refusal to the person. */
const orNull = <T>(work: Promise<T>): Promise<T | null> => work.then((done) => done, () => null)

interface Place {
  readonly origin: string
  /** The host, to which a passkey is bound. */
  readonly id: string
}

const expectedOf = ({ challenge }: Challenge, { origin, id }: Place) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
  requireUserVerification: true,
})

function registration(app: FastifyInstance, serving: Serving, placeOf: (request: FastifyRequest) => Place): void {
  const { engine } = serving
  app.post<{ Body: { password?: string } }>(
    '/api/v1/me/passkeys/options',
    { schema: { tags, summary: 'Begin with a passkey', operationId: 'begin-passkey', body: withPassword }, config: slow },
    async (request) => {
      const { person } = inPerson(await serving.caller(request))
      await proves(engine, person.id, request.body.password ?? '')
      const known = await passkeysOf(engine, person.id)
      const options = await generateRegistrationOptions({
        rpName: '質衡 Zhiheng',
        rpID: placeOf(request).id,
        userName: person.id,
        userDisplayName: person.name,
        attestationType: 'none',
        excludeCredentials: known.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { options, asked: await askChallenge(engine, 'passkey-new', person.id, { challenge: options.challenge }) }
    },
  )

  app.post<{ Body: Answered<RegistrationResponseJSON> }>(
    '/api/v1/me/passkeys',
    { schema: { tags, summary: 'Add the passkey', operationId: 'add-passkey', body: answer }, config: slow },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      const { asked, response, title } = request.body
      const expected = await takeChallenge<Challenge>(engine, 'passkey-new', person.id, asked)
      if (!expected) return signInRefusals.refuse('begun-elsewhere')
      const found = await orNull(verifyRegistrationResponse({ response, ...expectedOf(expected, placeOf(request)) }))
      if (!found?.verified) return signInRefusals.refuse('no-such-key')
      const { credential } = found.registrationInfo
      await addPasskey(engine, { ...credential, account: person.id, title: title?.trim() || 'passkey', transports: credential.transports ?? [] })
      return reply.code(201).send({ id: credential.id, recoveryCodes: await firstCodes(engine, person.id) })
    },
  )
}

function owned(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get('/api/v1/me/passkeys', { schema: { tags, summary: 'My passkeys', operationId: 'passkeys' } }, async (request) => ({
    items: await passkeysOf(engine, inPerson(await serving.caller(request)).person.id),
  }))

  app.post<{ Params: { id: string }; Body: { password?: string } }>(
    '/api/v1/me/passkeys/:id/remove',
    { schema: { tags, summary: 'Remove a passkey', operationId: 'remove-passkey', body: withPassword }, config: slow },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      await proves(engine, person.id, request.body.password ?? '')
      if (!(await removePasskey(engine, person.id, request.params.id))) kernelRefusals.refuse('not-found')
      return reply.code(204).send()
    },
  )
}

function signingIn(app: FastifyInstance, serving: Serving, placeOf: (request: FastifyRequest) => Place): void {
  const { engine } = serving
  const asking = { schema: { tags, summary: 'Ask for a passkey', operationId: 'ask-passkey' }, config: slow }
  app.post('/api/v1/session/passkey/options', asking, async (request) => {
    fromHere(request)
    const options = await generateAuthenticationOptions({ rpID: placeOf(request).id, userVerification: 'required', allowCredentials: [] })
    return { options, asked: await askChallenge(engine, 'passkey-sign-in', null, { challenge: options.challenge }) }
  })

  app.post<{ Body: Answered<AuthenticationResponseJSON> }>(
    '/api/v1/session/passkey',
    { schema: { tags, summary: 'Sign in with a passkey', operationId: 'sign-in-passkey', body: answer }, config: slow },
    async (request, reply) => {
      fromHere(request)
      const { asked, response } = request.body
      const expected = await takeChallenge<Challenge>(engine, 'passkey-sign-in', null, asked)
      if (!expected) return signInRefusals.refuse('begun-elsewhere')
      const key = await findPasskey(engine, String(response?.id ?? ''))
      if (!key) return signInRefusals.refuse('no-such-key')
      const credential = { ...key, transports: [...key.transports] as AuthenticatorTransport[] }
      const found = await orNull(verifyAuthenticationResponse({ response, credential, ...expectedOf(expected, placeOf(request)) }))
      if (!found?.verified) return signInRefusals.refuse('no-such-key')
      await passkeyUsed(engine, key.id, found.authenticationInfo.newCounter)
      // Holding the device and unlocking it are two factors.
      return { account: key.account, ...(await enter(engine, request, reply, { account: key.account, way: 'passkey', second: true })) }
    },
  )
}

export function passkeyRoutes(app: FastifyInstance, serving: Serving, settings: SignInSettings): void {
  const placeOf = (request: FastifyRequest) => {
    const origin = addressOf(settings, request)
    return { origin, id: new URL(origin).hostname }
  }
  registration(app, serving, placeOf)
  owned(app, serving)
  signingIn(app, serving, placeOf)
}
