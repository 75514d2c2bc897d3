// Passkeys (WebAuthn): registration by somebody who is signed in, and signing in with the key and the person's own unlocking of it.
import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { askChallenge, takeChallenge } from '../../store/people/challenges.ts'
import { addPasskey, findPasskey, passkeysOf, passkeyUsed, removePasskey } from '../../store/people/passkeys.ts'
import { proves, signInRefusals } from '../../store/people/sign-in.ts'
import type { Engine } from '../../store/engine.ts'
import { inPerson, type Caller } from '../identity.ts'
import type { Serving } from '../registers.ts'
import { addressOf, enter, type SignInSettings } from './begin.ts'
import { firstCodes } from './second-factor.ts'
import { slow } from './session.ts'

/** Read at the first passkey: a start does not wait for it. */
const webauthn = () => import('@simplewebauthn/server')

const tags = ['passkeys']
const answer = Type.Object({
  asked: Type.String({ maxLength: 60 }),
  response: Type.Any(),
  title: Type.Optional(Type.String({ maxLength: 60 })),
})
const withPassword = Type.Object({ password: Type.Optional(Type.String({ maxLength: 200 })) })

export interface Answered<Response> {
  readonly asked: string
  readonly response: Response
  readonly title?: string
}

interface Challenge {
  readonly challenge: string
}

/** Whatever the library finds wrong with an answer is one refusal to the person. */
const orNull = <T>(work: Promise<T>): Promise<T | null> => work.then((done) => done, () => null)

export interface Place {
  readonly origin: string
  /** The host, to which a passkey is bound. */
  readonly id: string
}

export function placeOf(settings: SignInSettings, request: FastifyRequest): Place {
  const origin = addressOf(settings, request)
  return { origin, id: new URL(origin).hostname }
}

const expectedOf = ({ challenge }: Challenge, { origin, id }: Place) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
  requireUserVerification: true,
})

/** Asks for a new key; the question may be answered once, by the person who was asked. */
export async function beginPasskey(engine: Engine, { person }: Pick<Caller, 'person'>, { id }: Place) {
  const known = await passkeysOf(engine, person.id)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: '質衡 Zhiheng',
    rpID: id,
    userName: person.id,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map((key) => ({ id: key.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, asked: await askChallenge(engine, 'passkey-new', person.id, { challenge: options.challenge }) }
}

/** Takes the new key; recovery codes come with the first factor of an account. */
export async function endPasskey(engine: Engine, account: string, answered: Answered<RegistrationResponseJSON>, place: Place) {
  const expected = await takeChallenge<Challenge>(engine, 'passkey-new', account, answered.asked)
  if (!expected) return signInRefusals.refuse('begun-elsewhere')
  const { verifyRegistrationResponse } = await webauthn()
  const found = await orNull(verifyRegistrationResponse({ response: answered.response, ...expectedOf(expected, place) }))
  if (!found?.verified) return signInRefusals.refuse('no-such-key')
  const { credential } = found.registrationInfo
  await addPasskey(engine, { ...credential, account, title: answered.title?.trim() || 'passkey', transports: credential.transports ?? [] })
  return { id: credential.id, recoveryCodes: await firstCodes(engine, account) }
}

function registration(app: FastifyInstance, serving: Serving): void {
  const { engine, signIn } = serving
  app.post<{ Body: { password?: string } }>(
    '/api/v1/me/passkeys/options',
    { schema: { tags, summary: 'Begin with a passkey', operationId: 'begin-passkey', body: withPassword }, config: slow },
    async (request) => {
      const caller = inPerson(await serving.caller(request))
      await proves(engine, caller.person.id, request.body.password ?? '')
      return beginPasskey(engine, caller, placeOf(signIn, request))
    },
  )

  app.post<{ Body: Answered<RegistrationResponseJSON> }>(
    '/api/v1/me/passkeys',
    { schema: { tags, summary: 'Add the passkey', operationId: 'add-passkey', body: answer }, config: slow },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      return reply.code(201).send(await endPasskey(engine, person.id, request.body, placeOf(signIn, request)))
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

/** The account whose key answered. */
export async function accountByPasskey(engine: Engine, answered: Answered<AuthenticationResponseJSON>, place: Place): Promise<string> {
  const { asked, response } = answered
  const expected = await takeChallenge<Challenge>(engine, 'passkey-sign-in', null, asked)
  if (!expected) return signInRefusals.refuse('begun-elsewhere')
  const key = await findPasskey(engine, String(response?.id ?? ''))
  if (!key) return signInRefusals.refuse('no-such-key')
  const credential = { ...key, transports: [...key.transports] as AuthenticatorTransport[] }
  const { verifyAuthenticationResponse } = await webauthn()
  const found = await orNull(verifyAuthenticationResponse({ response, credential, ...expectedOf(expected, place) }))
  if (!found?.verified) return signInRefusals.refuse('no-such-key')
  await passkeyUsed(engine, key.id, found.authenticationInfo.newCounter)
  return key.account
}

function signingIn(app: FastifyInstance, { engine, signIn }: Serving): void {
  const asking = { schema: { tags, summary: 'Ask for a passkey', operationId: 'ask-passkey' }, config: slow }
  app.post('/api/v1/session/passkey/options', asking, async (request) => {
    const { id } = placeOf(signIn, request)
    const { generateAuthenticationOptions } = await webauthn()
    const options = await generateAuthenticationOptions({ rpID: id, userVerification: 'required', allowCredentials: [] })
    return { options, asked: await askChallenge(engine, 'passkey-sign-in', null, { challenge: options.challenge }) }
  })

  app.post<{ Body: Answered<AuthenticationResponseJSON> }>(
    '/api/v1/session/passkey',
    { schema: { tags, summary: 'Sign in with a passkey', operationId: 'sign-in-passkey', body: answer }, config: slow },
    async (request, reply) => {
      const account = await accountByPasskey(engine, request.body, placeOf(signIn, request))
      // Holding the device and unlocking it are two factors.
      return { account, ...(await enter(engine, request, reply, { account, way: 'passkey', second: true })) }
    },
  )
}

export function passkeyRoutes(app: FastifyInstance, serving: Serving): void {
  registration(app, serving)
  owned(app, serving)
  signingIn(app, serving)
}
