// The interface of measures: what there is, the figures, one figure with its revisions, and the readings that it came from.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { refusals } from '../kernel/refusal.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { unlike, type Measure } from '../kernel/measure.ts'
import type { Person } from '../kernel/permission.ts'
import { words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { figuresOfRecord, type Entered } from '../store/measures/entered.ts'
import { figuresOf, revisionsOf } from '../store/measures/figures.ts'
import { lineageOf } from '../store/measures/lineage.ts'
import { figuresWithin, isWithheld, mayOpen, reachInto, shown } from '../store/measures/shown.ts'
import { readFor } from '../store/records/read.ts'
import type { Warehouse } from '../store/warehouse/warehouse.ts'
import { needsScope } from './identity.ts'
import type { Serving } from './registers.ts'

export const measureRefusals = refusals('measures', {
  'unlike-frames': {
    status: 422,
    title: words('口径不同，不能比较', 'Unlike frames are not compared'),
    detail: words(
      '“{first}”与“{second}”的口径不同，放在一起比较会误导。',
      '“{first}” and “{second}” rest on unlike frames; side by side they would mislead.',
    ),
    remedy: words('请分别查看，或选择同一口径的指标。', 'Look at them one by one, or choose measures of one frame.'),
  },
})

/** Refuses two measures that must not stand side by side. */
export function refuseUnlike(first: Measure, second: Measure): void {
  if (unlike(first, second)) measureRefusals.refuse('unlike-frames', { first: first.title.zh, second: second.title.zh })
}

const shownMeasure = (measure: Measure) => ({
  name: measure.name,
  title: measure.title,
  unit: measure.unit,
  dimensions: measure.dimensions,
  period: measure.period,
  origin: measure.origin,
  better: measure.better,
  editions: measure.editions.map((e) => ({ ...e, basis: citationKey(e.basis) })),
  basis: citationKey(measure.basis),
  frame: measure.frame ?? null,
})

const enteredIn = (engine: Engine, entered: readonly Entered[], person: Person) =>
  entered
    .filter(({ measure }) => mayOpen(engine, measure, person))
    .map(({ measure, figure, through }) => {
      const { cell, at, value, revision, n } = shown(engine, measure, figure, person)
      return { measure: measure.name, title: measure.title, unit: measure.unit, cell, at, value, n, revision, through }
    })

type Query = Readonly<Record<string, string | undefined>>
const reserved = new Set(['at', 'within', 'language', 'limit', 'against', 'reach'])

interface Parts {
  readonly engine: Engine
  readonly warehouse: Warehouse
}

async function listed({ engine, warehouse }: Parts, measure: Measure, person: Person, query: Query) {
  if (query['reach'] === 'own') return { measure: shownMeasure(measure), items: await figuresWithin(engine, warehouse, measure, person) }
  const dimensions = Object.fromEntries(
    Object.entries(query).filter(([name, value]) => !reserved.has(name) && value !== undefined),
  ) as Record<string, string>
  const { at, within } = query
  const figures = await figuresOf(warehouse, { measure: measure.name, dimensions, ...(at ? { at } : {}), ...(within ? { within } : {}) })
  return { measure: shownMeasure(measure), items: figures.slice(0, 5000).map((figure) => shown(engine, measure, figure, person)) }
}

async function opened({ engine, warehouse }: Parts, measure: Measure, person: Person, cell: string) {
  const revisions = await revisionsOf(warehouse, measure.name, cell)
  if (!revisions[0]) return kernelRefusals.refuse('not-found')
  const [figure, ...earlier] = revisions.map((each) => shown(engine, measure, each, person))
  const reach = reachInto(engine, measure, person)
  const rests = await lineageOf(engine, warehouse, measure, revisions[0], { limit: 100, offset: 0, ...(reach ? { reach } : {}) })
  // Where the figure itself is withheld, the number of its cases is too.
  return { measure: shownMeasure(measure), figure, earlier, rests: isWithheld(figure!) ? { kind: rests.kind, items: rests.items } : rests }
}

export function measureRoutes(parts: Parts) {
  const { engine, warehouse } = parts

  return (app: FastifyInstance, serving: Serving): void => {
    const schema = { tags: ['measures'] }
    const measureFor = (name: string, person: Person): Measure => {
      const measure = engine.house.measures.get(name)
      return measure && mayOpen(engine, measure, person) ? measure : kernelRefusals.refuse('not-found')
    }
    const personOf = async (request: FastifyRequest): Promise<Person> => (await serving.caller(request)).person

    app.get('/api/v1/measures', { schema: { ...schema, operationId: 'measures' } }, async (request) => {
      const person = await personOf(request)
      return { items: [...engine.house.measures.values()].filter((measure) => mayOpen(engine, measure, person)).map(shownMeasure) }
    })

    app.get<{ Params: { measure: string }; Querystring: Query }>(
      '/api/v1/measures/:measure',
      { schema: { ...schema, operationId: 'figures' } },
      async (request) => {
        const person = await personOf(request)
        const measure = measureFor(request.params.measure, person)
        if (request.query['against']) refuseUnlike(measure, measureFor(request.query['against'], person))
        return listed(parts, measure, person, request.query)
      },
    )

    app.get<{ Params: { measure: string; cell: string } }>(
      '/api/v1/measures/:measure/:cell',
      { schema: { ...schema, operationId: 'figure' } },
      async (request) => {
        const person = await personOf(request)
        return opened(parts, measureFor(request.params.measure, person), person, request.params.cell)
      },
    )

    app.get<{ Params: { register: string; id: string } }>(
      '/api/v1/registers/:register/:id/figures',
      { schema: { ...schema, operationId: 'figures-of-record' } },
      async (request) => {
        const caller = await serving.caller(request)
        const register = engine.house.registers.get(request.params.register)
        if (!register) return kernelRefusals.refuse('not-found')
        needsScope(caller, 'read', register.name)
        await readFor(engine, register, caller.person, request.params.id)
        return { items: enteredIn(engine, await figuresOfRecord(engine, warehouse, register, request.params.id), caller.person) }
      },
    )
  }
}
