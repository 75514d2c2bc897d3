// Linkages over HTTP: what caused a record and what it caused, consequences that wait for somebody, and the map of all.
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Linkage } from '../kernel/linkage.ts'
import { dutyFor, type Person } from '../kernel/permission.ts'
import { partiesOf } from '../kernel/register.ts'
import { words, type Language, type Words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { parkedLinks, retryLink, type Parked } from '../store/links.ts'
import { listRecords } from '../store/records/list.ts'
import { linksOf } from '../store/records/links-of.ts'
import { readFor } from '../store/records/read.ts'
import { inLanguage, languageOf } from './language.ts'
import type { Serving } from './registers.ts'

const targetOf = ({ then }: Linkage): string => ('open' in then ? then.open : then.of)

/** The duty that answers for a parked consequence, by its full name. */
const dutyOf = (engine: Engine, linkage: Linkage): string => engine.house.duty(targetOf(linkage), linkage.by)

const auditor = 'house.auditor'

/** Parked consequences whose cause lies within the reach under which the person holds the duty. */
async function parkedFor(engine: Engine, person: Person): Promise<readonly { item: Parked; linkage: Linkage; number: string | null }[]> {
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const found = await Promise.all(
    (await parkedLinks(engine)).map(async (item) => {
      const linkage = engine.house.linkages.find((each) => each.name === item.linkage)
      if (!linkage) return []
      const { of } = engine.house.procedureOf(item.register)
      const [record] = await listRecords(engine.database, of, { where: { field: 'id', is: item.record }, limit: 1 })
      if (!record) return []
      const duty = dutyFor(person, [dutyOf(engine, linkage), auditor], { ...record, parties: partiesOf(of, record) }, at)
      return duty === null ? [] : [{ item, linkage, number: record.number }]
    }),
  )
  return found.flat()
}

const tags = ['office']

function mapOf(engine: Engine, language: Language) {
  const say = (text: Words) => inLanguage(text, language)
  const { house } = engine
  const stepTitle = (register: string, step: string): string => {
    const procedure = house.procedures.get(register)
    return say(step === 'open' ? (procedure?.opens.title ?? words('登记', 'Open')) : (procedure?.steps[step]?.title ?? words(step, step)))
  }
  const systemAnswering = (question: string) => house.systems.find((system) => system.answers.some((answer) => answer.to === question))
  return {
    systems: house.systems.map(({ name, group, title, registers }) => ({
      name,
      group,
      title: say(title),
      registers: registers.map((register) => ({ name: register.name, title: say(register.title) })),
    })),
    linkages: house.linkages.map((linkage) => ({
      name: linkage.name,
      title: say(linkage.title),
      from: linkage.when.register,
      step: stepTitle(linkage.when.register, linkage.when.step),
      to: targetOf(linkage),
      then: stepTitle(targetOf(linkage), 'open' in linkage.then ? 'open' : linkage.then.step),
      by: say(house.procedureOf(targetOf(linkage)).duties[linkage.by] ?? words(linkage.by, linkage.by)),
      basis: citationKey(linkage.basis),
    })),
    questions: house.systems.flatMap((system) =>
      system.questions.map((question) => ({
        name: question.name,
        title: say(question.title),
        why: say(question.why),
        asks: system.name,
        answers: systemAnswering(question.name)?.name ?? null,
      })),
    ),
  }
}

function parkedRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving

  app.get('/api/v1/parked', { schema: { tags, operationId: 'parked' } }, async (request) => {
    const { person } = await serving.caller(request)
    if (person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    const language = languageOf(request)
    const items = (await parkedFor(engine, person)).map(({ item, linkage, number }) => ({
      ...item,
      number,
      registerTitle: inLanguage(engine.house.procedureOf(item.register).of.title, language),
      target: targetOf(linkage),
      targetTitle: inLanguage(engine.house.procedureOf(targetOf(linkage)).of.title, language),
      title: inLanguage(linkage.title, language),
      basis: citationKey(linkage.basis),
      refusal: {
        code: item.refusal?.code ?? '',
        detail: item.refusal?.detail ? inLanguage(item.refusal.detail, language) : '',
        remedy: item.refusal?.remedy ? inLanguage(item.refusal.remedy, language) : '',
      },
    }))
    return { items }
  })

  app.post<{ Params: { linkage: string; cause: string } }>(
    '/api/v1/parked/:linkage/:cause/retry',
    { schema: { tags, operationId: 'retry-parked' } },
    async (request) => {
      const { person } = await serving.caller(request)
      const { linkage, cause } = request.params
      const mine = (await parkedFor(engine, person)).some(({ item }) => item.linkage === linkage && item.cause === cause)
      if (!mine) kernelRefusals.refuse(person.id === 'anyone' ? 'not-signed-in' : 'not-found')
      const state = await retryLink(engine, linkage, cause)
      serving.acted()
      return { state: state ?? 'done' }
    },
  )
}

export function linkRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving

  app.get<{ Params: { register: string; id: string } }>(
    '/api/v1/registers/:register/:id/links',
    { schema: { tags, operationId: 'links' } },
    async (request) => {
      const { person } = await serving.caller(request)
      const language = languageOf(request)
      const procedure = engine.house.procedures.get(request.params.register) ?? kernelRefusals.refuse('not-found')
      const record = await readFor(engine, procedure.of, person, request.params.id)
      const { causes, consequences } = await linksOf(engine, person, procedure.of, record.id)
      const shown = (each: (typeof causes)[number]) => {
        const linkage = engine.house.linkages.find((l) => l.name === each.linkage)
        const refusal = each.refusal?.detail ? inLanguage(each.refusal.detail, language) : null
        const register = engine.house.registers.get(each.register)
        return {
          ...each,
          refusal,
          title: linkage ? inLanguage(linkage.title, language) : each.linkage,
          basis: linkage ? citationKey(linkage.basis) : null,
          registerTitle: register ? inLanguage(register.title, language) : each.register,
        }
      }
      return { causes: causes.map(shown), consequences: consequences.map(shown) }
    },
  )

  parkedRoutes(app, serving)
  app.get('/api/v1/linkages', { schema: { tags, operationId: 'linkages' } }, async (request) => mapOf(engine, languageOf(request)))
}
