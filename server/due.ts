// What is due, over HTTP: a page of clocks by urgency with who can do what about each, and the counts behind the lights.
import type { FastifyInstance } from 'fastify'
import { possibleFrom } from '../kernel/act.ts'
import type { Light } from '../kernel/clock.ts'
import { dayOf } from '../kernel/day.ts'
import type { Filter } from '../kernel/filter.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { dutyFor, reachUnder, type Person } from '../kernel/permission.ts'
import { asList } from '../kernel/procedure.ts'
import { words, type Language, type Words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { dueCounts, duePage, type DueItem, type DuePlace } from '../store/records/due.ts'
import { countFor } from '../store/records/read.ts'
import { isNothing } from '../store/records/sight.ts'
import { proposedBy, stepsTowards } from '../store/records/towards.ts'
import { inLanguage, languageOf } from './language.ts'
import { pagingRefusals } from './paging.ts'
import type { Serving } from './registers.ts'
import { isUuid } from '../store/uuid.ts'

const lights: readonly Light[] = ['red', 'yellow', 'green', 'grey']

interface Query {
  readonly register?: string
  readonly office?: string
  readonly light?: string
  readonly mine?: string
  readonly limit?: number
  readonly after?: string
}

/** A place in the order of what is due, as an address carries it. */
export const duePlaceText = (place: DuePlace): string => Buffer.from(JSON.stringify(place)).toString('base64url')

export function duePlaceOf(text: string): DuePlace {
  try {
    const [time, record, deadline, run] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const known = typeof time === 'string' && (time === 'infinity' || !Number.isNaN(Date.parse(time)))
    const place = isUuid(record) && Number.isInteger(run)
    if (known && place) return [time, record, String(deadline), Number(run)]
  } catch {
    /* refused below */
  }
  return pagingRefusals.refuse('wrong-cursor')
}

export interface NextStep {
  readonly step: string
  readonly title: Words
  /** Titles of the duties by which it is taken. */
  readonly by: readonly Words[]
  /** Put on somebody's desk by the lapse of the clock. */
  readonly proposed: boolean
  /** Whether this person holds one of the duties here. */
  readonly mine: boolean
}

/** What can be done about a clock, and by whom. */
export function nextSteps(engine: Engine, person: Person, item: DueItem): readonly NextStep[] {
  const procedure = engine.house.procedureOf(item.register)
  const { area, office, owner, parties } = item
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const titled = (text: Words | undefined, otherwise: string): Words => text ?? words(otherwise, otherwise)
  return stepsTowards(procedure, item).map((name) => {
    const step = procedure.steps[name]!
    const duties = asList(step.by)
    const held = duties.map((duty) => engine.house.duty(item.register, duty))
    return {
      step: name,
      title: titled(step.title, name),
      by: duties.map((duty) => titled(procedure.duties[duty], duty)),
      proposed: name === proposedBy(procedure, item),
      mine: dutyFor(person, held, { area, office, owner, parties }, at) !== null,
    }
  })
}

function shown(engine: Engine, person: Person, item: DueItem, language: Language) {
  const say = (text: Words | undefined, otherwise: string) => (text ? inLanguage(text, language) : otherwise)
  const procedure = engine.house.procedureOf(item.register)
  const { place: _place, owner: _owner, parties: _parties, ...rest } = item
  return {
    ...rest,
    registerTitle: say(procedure.of.title, item.register),
    stateTitle: say(procedure.states[item.recordState], item.recordState),
    deadlineTitle: say(procedure.deadlines.find((d) => d.name === item.deadline)?.title, item.deadline),
    next: nextSteps(engine, person, item).map(({ title, by, proposed, ...own }) => ({
      ...own,
      title: inLanguage(title, language),
      by: by.map((duty) => inLanguage(duty, language)),
      ...(proposed ? { proposed } : {}),
    })),
  }
}

/** States from which a second person must take the step: these wait for somebody although no clock may run. */
async function waiting(engine: Engine, person: Person, language: Language) {
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const asked = [...engine.house.procedures.values()].flatMap((procedure) =>
    Object.keys(procedure.states)
      .filter((state) => !procedure.ends.includes(state))
      .flatMap((state) => {
        const step = possibleFrom(procedure, state)
          .map((name) => procedure.steps[name]!)
          .find((each) => (each.notBy ?? []).length > 0)
        const reach: Filter = step
          ? reachUnder(asList(step.by).map((duty) => engine.house.duty(procedure.of.name, duty)), person, procedure.of, at)
          : { any: [] }
        return step && !isNothing(reach) ? [{ procedure, state, step, reach }] : []
      }),
  )
  const counted = await Promise.all(
    asked.map(async ({ procedure, state, step, reach }) => ({
      register: procedure.of.name,
      registerTitle: inLanguage(procedure.of.title, language),
      state,
      stateTitle: inLanguage(procedure.states[state] ?? words(state, state), language),
      step: inLanguage(step.title, language),
      count: await countFor(engine, procedure.of, person, { all: [{ field: 'state', is: state }, reach] }),
    })),
  )
  return counted.filter((each) => each.count > 0)
}

export function dueRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  const tags = ['office']
  const querystring = {
    type: 'object',
    properties: {
      register: { type: 'string' },
      office: { type: 'string' },
      light: { type: 'string', description: 'red, yellow, green or grey, several with commas' },
      mine: { type: 'string', enum: ['true', 'false'], description: 'Only what the caller can move on' },
      limit: { type: 'integer', minimum: 1, maximum: 500 },
      after: { type: 'string' },
    },
  }

  app.get<{ Querystring: Query }>('/api/v1/due', { schema: { tags, operationId: 'due', querystring } }, async (request) => {
    const { person } = await serving.caller(request)
    if (person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    const { register, office, light, mine, limit, after } = request.query
    const wanted = light?.split(',').filter((each): each is Light => lights.includes(each as Light))
    const page = await duePage(engine, person, {
      limit: limit ?? 100,
      mine: mine === 'true',
      ...(register ? { register } : {}),
      ...(office ? { office } : {}),
      ...(wanted && wanted.length > 0 ? { lights: wanted } : {}),
      ...(after ? { after: duePlaceOf(after) } : {}),
    })
    return {
      today: dayOf(engine.now()),
      items: page.items.map((item) => shown(engine, person, item, languageOf(request))),
      next: page.next && duePlaceText(page.next),
    }
  })

  app.get<{ Querystring: Query }>(
    '/api/v1/due/counts',
    { schema: { tags, operationId: 'due-counts', querystring } },
    async (request) => {
      const { person } = await serving.caller(request)
      if (person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
      return {
        today: dayOf(engine.now()),
        counts: await dueCounts(engine, person, request.query.mine === 'true'),
        waiting: await waiting(engine, person, languageOf(request)),
      }
    },
  )
}
