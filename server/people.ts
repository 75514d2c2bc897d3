// Who is who, for the forms and pages of those signed in: names of the accounts in a record that one reads, and of one's colleagues.
import type { FastifyInstance } from 'fastify'
import { openingOf } from '../kernel/act.ts'
import type { Field, Fields } from '../kernel/field.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Procedure } from '../kernel/procedure.ts'
import type { Engine } from '../store/engine.ts'
import { accountNames, accountsIn, colleaguesAmong, searchColleagues, type Named } from '../store/people/names.ts'
import { historyOf } from '../store/records/history.ts'
import { readWithClocks } from '../store/records/read.ts'
import { needsScope, type Caller } from './identity.ts'
import type { Serving } from './registers.ts'

const tags = ['office']

type Row = Readonly<Record<string, unknown>>

/** Accounts in a field, in its table too. */
function accountsOf(field: Field | undefined, value: unknown): readonly string[] {
  if (field?.account) return accountsIn(value)
  if (field?.kind !== 'rows' || !Array.isArray(value)) return []
  const rows = value as readonly Row[]
  return Object.entries(field.columns ?? {}).flatMap(([name, column]) => rows.flatMap((row) => accountsOf(column, row[name])))
}

const among = (fields: Fields, values: object): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => accountsOf(fields[name], value))

/** What a step asks beside the fields of the register. */
const fieldsOf = (procedure: Procedure, step: string): Fields => ({
  ...procedure.of.fields,
  ...(step === 'open' ? openingOf(procedure) : procedure.steps[step])?.asks,
})

async function standingIn(engine: Engine, procedure: Procedure, { person }: Caller, id: string): Promise<readonly Named[]> {
  const { record, sees } = await readWithClocks(engine, procedure.of, person, id)
  const entries = await historyOf(engine, procedure.of, record.id, sees)
  const answered = entries.flatMap(({ step, answers }) => among(fieldsOf(procedure, step), answers))
  const names = await accountNames(engine.database, [...among(procedure.of.fields, record), ...answered])
  return [...names].map(([account, name]) => ({ account, name }))
}

export function peopleRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving

  const text = { type: 'string', maxLength: 400 } as const
  const querystring = { type: 'object', properties: { q: text, accounts: { ...text, description: 'Accounts with spaces between' } } } as const
  const summary = 'Whom one may name in a form, by a piece of the name or account, at most fifty; or by account'
  app.get<{ Querystring: { q?: string; accounts?: string } }>(
    '/api/v1/colleagues',
    { schema: { tags, summary, operationId: 'colleagues', querystring } },
    async (request) => {
      const { q, accounts } = request.query
      const { person } = await serving.caller(request)
      if (person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
      if (accounts !== undefined) return { items: await colleaguesAmong(engine, person, accountsIn(accounts)), more: false }
      return searchColleagues(engine, person, q ?? '')
    },
  )

  app.get<{ Params: { register: string; id: string } }>(
    '/api/v1/registers/:register/:id/people',
    { schema: { tags, summary: 'Names of the accounts that stand in a record', operationId: 'people-of-record' } },
    async (request) => {
      const caller = await serving.caller(request)
      const procedure = engine.house.procedures.get(request.params.register)
      if (!procedure) return kernelRefusals.refuse('not-found')
      needsScope(caller, 'read', procedure.of.name)
      if (caller.person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
      return { items: await standingIn(engine, procedure, caller, request.params.id) }
    },
  )
}
