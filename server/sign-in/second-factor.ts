// One-time codes and recovery codes over HTTP: enrolment with a picture for the authenticator, and the way out of it.
import type { FastifyInstance } from 'fastify'
import QRCode from 'qrcode'
import { Type } from 'typebox'
import type { Engine } from '../../store/engine.ts'
import { beginTotp, confirmTotp, endTotp, factorsOf, pendingTotp, renewRecoveryCodes } from '../../store/people/second-factor.ts'
import { proves, signInRefusals } from '../../store/people/sign-in.ts'
import { inPerson } from '../identity.ts'
import type { Serving } from '../registers.ts'
import { slow } from './session.ts'

const tags = ['second factor']
const withPassword = Type.Object({ password: Type.Optional(Type.String({ maxLength: 200 })) })
const withCode = Type.Object({ code: Type.String({ maxLength: 12 }) })
interface Body {
  readonly password?: string
}

export interface Enrolment {
  readonly secret: string
  readonly address: string
  /** SVG of the address. */
  readonly picture: string
}

const drawn = async (begun: { secret: string; address: string }): Promise<Enrolment> => ({
  ...begun,
  picture: await QRCode.toString(begun.address, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
})

export const beginEnrolment = async (engine: Engine, account: string): Promise<Enrolment> => drawn(await beginTotp(engine, account))

/** Null when nothing was begun. */
export async function pendingEnrolment(engine: Engine, account: string): Promise<Enrolment | null> {
  const begun = await pendingTotp(engine, account)
  return begun && drawn(begun)
}

/** Ends enrolment; recovery codes are given with the first factor of an account. */
export async function endEnrolment(engine: Engine, account: string, code: string): Promise<readonly string[]> {
  if (!(await confirmTotp(engine, account, code))) return signInRefusals.refuse('wrong-code', { field: 'code' })
  return firstCodes(engine, account)
}

export async function firstCodes(engine: Engine, account: string): Promise<readonly string[]> {
  return (await factorsOf(engine, account)).recoveryCodes > 0 ? [] : renewRecoveryCodes(engine, account)
}

export function secondFactorRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get('/api/v1/me/factors', { schema: { tags, summary: 'My second factors', operationId: 'factors' } }, async (request) =>
    factorsOf(engine, inPerson(await serving.caller(request)).person.id),
  )

  app.post<{ Body: Body }>(
    '/api/v1/me/totp',
    { schema: { tags, summary: 'Begin with one-time codes', operationId: 'begin-totp', body: withPassword }, config: slow },
    async (request) => {
      const { person } = inPerson(await serving.caller(request))
      await proves(engine, person.id, request.body.password ?? '')
      return beginEnrolment(engine, person.id)
    },
  )

  app.post<{ Body: { code: string } }>(
    '/api/v1/me/totp/confirm',
    { schema: { tags, summary: 'Show the first code', operationId: 'confirm-totp', body: withCode }, config: slow },
    async (request) => {
      const { person } = inPerson(await serving.caller(request))
      return { recoveryCodes: await endEnrolment(engine, person.id, request.body.code) }
    },
  )

  app.post<{ Body: Body }>(
    '/api/v1/me/totp/end',
    { schema: { tags, summary: 'No more one-time codes', operationId: 'end-totp', body: withPassword }, config: slow },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      await proves(engine, person.id, request.body.password ?? '')
      await endTotp(engine, person.id)
      return reply.code(204).send()
    },
  )

  app.post<{ Body: Body }>(
    '/api/v1/me/recovery-codes',
    { schema: { tags, summary: 'New recovery codes', operationId: 'renew-recovery-codes', body: withPassword }, config: slow },
    async (request) => {
      const { person } = inPerson(await serving.caller(request))
      await proves(engine, person.id, request.body.password ?? '')
      return { recoveryCodes: await renewRecoveryCodes(engine, person.id) }
    },
  )
}
