// The derived interface of every register: list, read, open, take a step, history, documents.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { possibleFrom, stepOf, type Request } from '../kernel/act.ts'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { dutyFor } from '../kernel/permission.ts'
import { asList, type Procedure } from '../kernel/procedure.ts'
import { partiesOf, type AnyRecord, type Register } from '../kernel/register.ts'
import { filesOf } from '../store/attachments/open.ts'
import type { Engine } from '../store/engine.ts'
import { whyGoverned } from '../store/records/clocks.ts'
import { act, type Receipt } from '../store/records/gate.ts'
import { historyOf } from '../store/records/history.ts'
import { countFor, listFor, readWithClocks } from '../store/records/read.ts'
import { visibleFields } from '../store/records/sight.ts'
import { isUuid, uuidv7 } from '../store/uuid.ts'
import type { Caller } from './identity.ts'
import { needsScope } from './identity.ts'
import { inLanguage, languageOf } from './language.ts'
import { askedOf, nextCursor, filterOf, type Query } from './paging.ts'
import type { SignInSettings } from './sign-in/begin.ts'
import { openBody, recordAnswer, registerListAnswer, receiptAnswer, stepBody, listQuery } from './register-schemas.ts'

export interface Serving {
  readonly engine: Engine
  caller(request: FastifyRequest): Promise<Caller>
  /** Told after an act was acknowledged, so that followers need not wait for their timer. */
  acted(): void
  readonly signIn: SignInSettings
}

/** Steps that this person could take on this record now. */
export function possibleFor(
  engine: Engine,
  procedure: Procedure,
  record: AnyRecord,
  { person }: Pick<Caller, 'person'>,
  day = dayOf(engine.now()),
): readonly string[] {
  const at = { tree: engine.tree, day }
  const { area, office, owner } = record
  const placed = { area, office, owner, parties: partiesOf(procedure.of, record) }
  return possibleFrom(procedure, record.state).filter((name) => {
    const duties = asList(procedure.steps[name]!.by).map((duty) => engine.house.duty(procedure.of.name, duty))
    return dutyFor(person, duties, placed, at) !== null
  })
}

const etag = (version: number): string => `"v${version}"`

function versionOf(request: FastifyRequest): number | undefined {
  const match = /^(?:W\/)?"v(\d+)"$/.exec(String(request.headers['if-match'] ?? ''))
  return match ? Number(match[1]) : (request.body as { version?: number } | undefined)?.version
}

interface Body {
  readonly id?: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly occurred?: string
  readonly reason?: string
}

function requestOf(request: FastifyRequest, caller: Caller, register: string, step: string, record: string): Request {
  const body = request.body as Body
  const version = versionOf(request)
  return {
    register,
    record,
    step,
    answers: body.answers ?? {},
    person: caller.person,
    key: String(request.headers['idempotency-key'] ?? uuidv7()),
    ...(version === undefined ? {} : { version }),
    ...(body.occurred ? { occurred: body.occurred } : {}),
    ...(body.reason ? { reason: body.reason } : {}),
  }
}

async function answerAct(serving: Serving, reply: FastifyReply, asked: Request): Promise<Receipt> {
  const receipt = await act(serving.engine, asked)
  serving.acted()
  void reply
    .code(receipt.replayed || asked.step !== 'open' ? 200 : 201)
    .header('etag', etag(receipt.version))
    .header('location', `/api/v1/registers/${asked.register}/${receipt.record}`)
  return receipt
}

function reading(app: FastifyInstance, serving: Serving, register: Register): void {
  const { engine } = serving
  const tags = [engine.house.systemOf(register.name).name]
  const path = `/api/v1/registers/${register.name}`

  app.get<{ Querystring: Query }>(
    path,
    {
      schema: {
        tags,
        summary: register.title.en,
        operationId: `list-${register.name}`,
        querystring: listQuery(register),
        response: { 200: registerListAnswer(register) },
      },
    },
    async (request) => {
      const caller = await serving.caller(request)
      needsScope(caller, 'read', register.name)
      const visible = visibleFields(engine, register, caller.person)
      const asked = askedOf(register, visible, request.query)
      const records = await listFor(engine, register, caller.person, asked)
      const count =
        request.query['count'] === 'true'
          ? await countFor(engine, register, caller.person, filterOf(register, visible, request.query))
          : undefined
      return { items: records, next: nextCursor(records, asked.limit, asked.order), ...(count === undefined ? {} : { count }) }
    },
  )
}

/** One record, with what can be done now, its clocks and its files. */
function readingOne(app: FastifyInstance, serving: Serving, register: Register, procedure: Procedure): void {
  const { engine } = serving
  const tags = [engine.house.systemOf(register.name).name]
  const path = `/api/v1/registers/${register.name}`

  app.get<{ Params: { id: string } }>(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `${register.title.en}: one record`,
        operationId: `read-${register.name}`,
        response: { 200: recordAnswer(register) },
      },
    },
    async (request, reply) => {
      const caller = await serving.caller(request)
      needsScope(caller, 'read', register.name)
      const { record, clocks, sees, day } = await readWithClocks(engine, register, caller.person, request.params.id)
      void reply.header('etag', etag(record.version))
      if (request.headers['if-none-match'] === etag(record.version)) return reply.code(304).send()
      return {
        record,
        possible: possibleFor(engine, procedure, record, caller, day),
        clocks: clocks.map((clock) => ({
          ...clock,
          why: inLanguage(whyGoverned(clock.starts, procedure.deadlines.find(({ name }) => name === clock.deadline)), languageOf(request)),
        })),
        files: await filesOf(engine, register, record.id, sees),
      }
    },
  )

  app.get<{ Params: { id: string } }>(
    `${path}/:id/history`,
    { schema: { tags, summary: `${register.title.en}: its entries`, operationId: `history-${register.name}` } },
    async (request) => {
      const caller = await serving.caller(request)
      needsScope(caller, 'read', register.name)
      const { sees } = await readWithClocks(engine, register, caller.person, request.params.id)
      return { items: await historyOf(engine, register, request.params.id, sees) }
    },
  )
}

function acting(app: FastifyInstance, serving: Serving, register: Register, procedure: Procedure): void {
  const { engine } = serving
  const tags = [engine.house.systemOf(register.name).name]
  const path = `/api/v1/registers/${register.name}`

  app.post<{ Body: Body }>(
    path,
    {
      schema: {
        tags,
        summary: `${procedure.opens.title?.en ?? register.title.en}: open`,
        operationId: `open-${register.name}`,
        body: openBody(procedure),
        response: { 201: receiptAnswer, 200: receiptAnswer },
      },
    },
    async (request, reply) => {
      const caller = await serving.caller(request)
      needsScope(caller, 'write', register.name)
      return answerAct(serving, reply, requestOf(request, caller, register.name, 'open', request.body.id ?? uuidv7()))
    },
  )

  for (const name of Object.keys(procedure.steps)) {
    const step = stepOf(procedure, name)!
    app.post<{ Params: { id: string }; Body: Body }>(
      `${path}/:id/steps/${name}`,
      {
        schema: {
          tags,
          summary: step.title.en,
          operationId: `${register.name}-${name}`,
          body: stepBody(step),
          response: { 200: receiptAnswer },
        },
      },
      async (request, reply) => {
        const caller = await serving.caller(request)
        needsScope(caller, 'write', register.name)
        if (!isUuid(request.params.id)) kernelRefusals.refuse('not-found')
        return answerAct(serving, reply, requestOf(request, caller, register.name, name, request.params.id))
      },
    )
  }
}

/** Routes of all registers of the house. */
export function registerRoutes(app: FastifyInstance, serving: Serving): void {
  for (const register of serving.engine.house.registers.values()) {
    const procedure = serving.engine.house.procedureOf(register.name)
    reading(app, serving, register)
    readingOne(app, serving, register, procedure)
    acting(app, serving, register, procedure)
  }
}
