// The house as one person may use it: registers they read or open, pages made by hand, places, offices, the calendar, parameters.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { heldOn, readingDuties, type Person } from '../kernel/permission.ts'
import { asList, type Procedure } from '../kernel/procedure.ts'
import type { Language, Words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { visibleFields } from '../store/records/sight.ts'
import { inLanguage, languageOf } from './language.ts'
import type { Serving } from './registers.ts'

function registerFor(engine: Engine, person: Person, procedure: Procedure, language: Language) {
  const { of: register, opens } = procedure
  const duties = asList(opens.by).map((duty) => engine.house.duty(register.name, duty))
  const seen = visibleFields(engine, register, person)
  const today = dayOf(engine.now())
  return {
    name: register.name,
    system: engine.house.systemOf(register.name).name,
    title: inLanguage(register.title, language),
    opening: inLanguage(opens.title ?? register.title, language),
    reads: heldOn(person, readingDuties(engine.house, register), today).length > 0,
    opens: heldOn(person, duties, today).length > 0,
    clocks: procedure.deadlines.length > 0,
    /** The field that names a record to people, where the reader sees it. */
    headline: seen.includes(register.headline) ? register.headline : null,
    searched: Object.values(register.fields).some((field) => field.searched),
    visible: seen,
  }
}

/** Words of the duties that the person holds, by full name. */
function dutiesOf(engine: Engine, person: Person, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    person.holdings.flatMap(({ duty }) => {
      const [name, short = ''] = duty.split('.')
      const system = engine.house.systems.find((each) => each.name === name)
      const found = system?.duties[short] ?? system?.procedures.find((procedure) => procedure.duties[short])?.duties[short]
      return found && system ? [[duty, `${inLanguage(system.title, language)} · ${inLanguage(found, language)}`]] : []
    }),
  )
}

/** The register in which bodies are known by their credit code: the first that is of parties and known by nothing else. */
function partyRegister(engine: Engine) {
  const of = [...engine.house.registers.values()].find(
    ({ knownBy, fields }) => knownBy?.length === 1 && fields[knownBy[0]!]?.kind === 'party',
  )
  return of ? { register: of.name, field: of.knownBy![0]!, title: of.headline } : null
}

function houseFor(engine: Engine, person: Person & { readonly face?: string }, language: Language) {
  const today = dayOf(engine.now())
  const registers = [...engine.house.procedures.values()]
    .map((procedure) => registerFor(engine, person, procedure, language))
    .filter((register) => register.reads || register.opens)
  const pages = engine.house.systems.flatMap((system) =>
    system.pages
      .filter((page) => page.face !== 'public' && page.route.startsWith('/office/'))
      .filter((page) => !page.for || heldOn(person, page.for.map((duty) => (duty.includes('.') ? duty : `${system.name}.${duty}`)), today).length > 0)
      .map((page) => ({ route: page.route, title: inLanguage(page.title, language), system: system.name, menu: page.menu ?? false })),
  )
  const needed = new Set([...registers, ...pages].map((each) => each.system))
  return {
    systems: engine.house.systems
      .filter((system) => needed.has(system.name))
      .map(({ name, group, title, chapter }) => ({ name, group, title: inLanguage(title, language), chapter })),
    registers,
    pages,
    parties: partyRegister(engine),
    duties: dutiesOf(engine, person, language),
  }
}

function placesIn(engine: Engine, language: Language) {
  const say = (text: Words) => inLanguage(text, language)
  return {
    divisions: engine.tree.divisions.map(({ name, latin, ...division }) => ({ ...division, name: say({ zh: name, en: latin ?? name }) })),
    offices: [...engine.offices.values()].map(({ titleZh, titleEn, ...office }) => ({
      ...office,
      title: say({ zh: titleZh, en: titleEn }),
    })),
    notices: engine.calendar.notices,
  }
}

/** An answer that changes seldom: told once, then only whether it is still the same. */
async function unlessKnown(request: FastifyRequest, reply: FastifyReply, answer: object): Promise<FastifyReply> {
  const body = JSON.stringify(answer)
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'cookie, accept-language')
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

export function houseRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  const schema = { tags: ['office'] }
  const signedIn = async (request: FastifyRequest): Promise<Person> => {
    const { person } = await serving.caller(request)
    return person.id === 'anyone' ? kernelRefusals.refuse('not-signed-in') : person
  }

  app.get('/api/v1/house', { schema: { ...schema, operationId: 'house' } }, async (request, reply) =>
    unlessKnown(request, reply, houseFor(engine, await signedIn(request), languageOf(request))),
  )

  app.get('/api/v1/places', { schema: { ...schema, operationId: 'places' } }, async (request, reply) => {
    await signedIn(request)
    return unlessKnown(request, reply, placesIn(engine, languageOf(request)))
  })

  app.get<{ Querystring: { system?: string } }>(
    '/api/v1/parameters',
    { schema: { ...schema, operationId: 'parameters' } },
    async (request, reply) => {
      await signedIn(request)
      const { system } = request.query
      const items = engine.parameters.all.filter((parameter) => !system || parameter.name.startsWith(`${system}.`))
      return unlessKnown(request, reply, { items })
    },
  )
}
