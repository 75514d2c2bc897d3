// Integrity over HTTP: what cannot be right among the records within one's reach, why it matters and what to do.
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { visibleFields } from '../store/records/sight.ts'
import { runChecks } from '../store/checks.ts'
import { inLanguage, languageOf } from './language.ts'
import type { Serving } from './registers.ts'

export function checkRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get('/api/v1/checks', { schema: { tags: ['office'], operationId: 'checks' } }, async (request) => {
    const { person } = await serving.caller(request)
    if (person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    const language = languageOf(request)
    const items = (await runChecks(engine, person)).map(({ check, count, more, first }) => {
      const { of } = engine.house.procedureOf(check.of)
      const seesHeadline = visibleFields(engine, of, person).includes(of.headline)
      return {
        name: check.name,
        title: inLanguage(check.title, language),
        register: of.name,
        registerTitle: inLanguage(of.title, language),
        severity: check.severity,
        why: inLanguage(check.why, language),
        remedy: inLanguage(check.remedy, language),
        basis: check.basis ? citationKey(check.basis) : null,
        count,
        more,
        first: first.map((record) => ({
          id: record.id,
          number: record.number,
          headline: seesHeadline ? (record[of.headline] ?? null) : null,
        })),
      }
    })
    return { items }
  })
}
