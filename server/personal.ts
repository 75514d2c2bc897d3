// What a person may ask about their data: who read it, and to be erased; for the holders of the duty, by number of the subject.
import type { FastifyInstance } from 'fastify'
import { cite } from '../kernel/citation.ts'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { dutyFor } from '../kernel/permission.ts'
import { erasePerson } from '../store/records/erase.ts'
import { readingsOf } from '../store/records/readings-told.ts'
import { inPerson, type Caller } from './identity.ts'
import { inLanguage, languageOf } from './language.ts'
import type { Serving } from './registers.ts'

/** The duty of answering people about their data (個人信息保護負責人). */
export const dataProtection = 'house.data-protection'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function personalRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  const schema = { tags: ['personal data'] }
  ownReadings(app, serving)
  const needsDuty = (caller: Caller): string => {
    const duty = dutyFor(
      caller.person,
      [dataProtection],
      { area: null, office: null, owner: caller.person.id },
      { tree: engine.tree, day: dayOf(engine.now()) },
    )
    return (
      duty ??
      kernelRefusals.refuse(caller.person.id === 'anyone' ? 'not-signed-in' : 'not-yours', {
        step: '个人信息',
        duties: dataProtection,
      } as never)
    )
  }
  const subjectOf = (text: string): string => (uuid.test(text) ? text : kernelRefusals.refuse('not-found'))

  app.get<{ Params: { subject: string } }>(
    '/api/v1/subjects/:subject/readings',
    { schema: { ...schema, operationId: 'readings-of-subject' } },
    async (request) => {
      needsDuty(await serving.caller(request))
      const { rows } = await engine.database.query(
        'select account, duty, register, record, fields, at from kernel.reading_of_personal where subject = $1 order by at desc limit 1000',
        [subjectOf(request.params.subject)],
      )
      return { items: rows }
    },
  )

  app.post<{ Params: { subject: string }; Body: { reason: string } }>(
    '/api/v1/subjects/:subject/erasure',
    { schema: { ...schema, operationId: 'erase-subject' } },
    async (request) => {
      const caller = await serving.caller(request)
      const duty = needsDuty(caller)
      const erased = await erasePerson(engine, {
        subject: subjectOf(request.params.subject),
        person: caller.person,
        duty,
        basis: cite('personal-information-protection-law', '47'),
        reason: String(request.body?.reason ?? ''),
      })
      serving.acted()
      return { erased }
    },
  )
}

/** The person concerned asks for themselves. */
function ownReadings(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get(
    '/api/v1/me/readings',
    { schema: { tags: ['personal data'], summary: 'Who read my data', operationId: 'my-readings' } },
    async (request) => {
      const { person } = inPerson(await serving.caller(request))
      if (!person.subject) return { items: [] }
      const language = languageOf(request)
      const told = await readingsOf(engine, person.subject)
      const items = told.map(({ at, office, duty, register, number, fields }) => ({
        at,
        number,
        office: office && inLanguage(office, language),
        duty: duty && inLanguage(duty, language),
        register: inLanguage(register, language),
        fields: fields.map((field) => inLanguage(field, language)),
      }))
      return { items }
    },
  )
}
