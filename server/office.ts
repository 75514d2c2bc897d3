// Routes of the office application: its files, what is due, what was parked, and the data that a browser needs to judge answers itself.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { dayOf, isDay } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { ClockChange } from '../kernel/journal.ts'
import type { Person } from '../kernel/permission.ts'
import type { AnyRecord, Register } from '../kernel/register.ts'
import type { Engine } from '../store/engine.ts'
import { packageRoot } from '../store/package-root.ts'
import { shownClock } from '../store/records/clocks.ts'
import { listFor, visibleFields } from '../store/records/read.ts'
import type { Caller } from './identity.ts'
import { needsScope } from './identity.ts'
import type { Serving } from './registers.ts'

const page = 400
const most = 200

const readable = (engine: Engine, caller: Caller): readonly Register[] =>
  [...engine.house.registers.values()].filter(
    (register) => caller.scope === null || caller.scope.includes('read') || caller.scope.includes(`read:${register.name}`),
  )

const byId = (records: readonly AnyRecord[]): ReadonlyMap<string, AnyRecord> => new Map(records.map((record) => [record.id, record]))

/** Records of these identities within the person's reach, with number and headline only. */
async function headed(engine: Engine, register: Register, person: Person, ids: readonly string[]): Promise<ReadonlyMap<string, AnyRecord>> {
  const fields = ['number', 'state', 'opened', ...(visibleFields(engine, register, person).includes(register.headline) ? [register.headline] : [])]
  return byId(await listFor(engine, register, person, { where: { field: 'id', in: [...new Set(ids)] }, limit: ids.length, fields }))
}

interface OpenClock {
  readonly record: string
  readonly change: ClockChange
}

/** Open and paused clocks of one register within reach; asks on until enough lie within it. */
async function dueIn(engine: Engine, register: Register, person: Person): Promise<readonly { due: string | null }[]> {
  const found: { due: string | null }[] = []
  for (let offset = 0; found.length < most; offset += page) {
    const { rows } = await engine.database.query<OpenClock>({
      name: 'office-due',
      text: `select record, change from kernel.clock where register = $1 and state in ('open', 'paused', 'lapsed')
             order by due nulls last, record, deadline, run limit $2 offset $3`,
      values: [register.name, page, offset],
    })
    const near = rows.length === 0 ? new Map<string, AnyRecord>() : await headed(engine, register, person, rows.map((row) => row.record))
    for (const { record, change } of rows) {
      const at = near.get(record)
      if (at)
        found.push({
          ...shownClock(change, engine),
          register: register.name,
          record,
          number: at.number,
          headline: at[register.headline] ?? null,
          recordState: at.state,
        } as { due: string | null })
    }
    if (rows.length < page) break
  }
  return found
}

const later = (a: { due: string | null }, b: { due: string | null }): number => (a.due ?? '9999').localeCompare(b.due ?? '9999')

function taskRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  const schema = { tags: ['office'] }
  app.get('/api/v1/due', { schema: { ...schema, operationId: 'due', summary: 'Open clocks within my reach, by due day' } }, async (request) => {
    const caller = await serving.caller(request)
    if (caller.person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    const all: { due: string | null }[] = []
    for (const register of readable(engine, caller))
      if (engine.house.procedureOf(register.name).deadlines.length > 0) all.push(...(await dueIn(engine, register, caller.person)))
    return { items: all.toSorted(later).slice(0, most), today: dayOf(engine.now()) }
  })

  app.get('/api/v1/parked', { schema: { ...schema, operationId: 'parked', summary: 'Consequences that were refused and wait' } }, async (request) => {
    const caller = await serving.caller(request)
    if (caller.person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    const { rows } = await engine.database.query<{ linkage: string; cause: string; register: string; record: string; refusal: unknown }>(
      "select linkage, cause, register, record, refusal, tries, changed from kernel.link where state = 'parked' order by changed desc limit 500",
    )
    const items: object[] = []
    for (const register of readable(engine, caller)) {
      const own = rows.filter((row) => row.register === register.name)
      if (own.length === 0) continue
      const near = await headed(engine, register, caller.person, own.map((row) => row.record))
      items.push(...own.filter((row) => near.has(row.record)).map((row) => ({ ...row, number: near.get(row.record)!.number })))
    }
    return { items }
  })

  app.get('/api/v1/checks', { schema: { ...schema, operationId: 'checks', summary: 'Declared checks, run within my reach' } }, async (request) => {
    const caller = await serving.caller(request)
    if (caller.person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    const items: object[] = []
    for (const check of engine.house.checks) {
      const register = engine.house.registers.get(check.of)!
      needsScope(caller, 'read', register.name)
      const among = await listFor(engine, register, caller.person, { where: check.among, limit: 500 })
      const wrong = among.filter((record) => check.wrong?.(record) ?? true)
      items.push({
        name: check.name,
        title: check.title,
        register: check.of,
        severity: check.severity,
        why: check.why,
        remedy: check.remedy,
        basis: check.basis ? citationKey(check.basis) : null,
        looked: among.length,
        wrong: wrong.slice(0, 50).map((record) => ({ id: record.id, number: record.number, headline: record[register.headline] ?? null })),
        count: wrong.length,
        partial: among.length === 500,
      })
    }
    return { items }
  })
}

function basisRoutes(app: FastifyInstance, { engine }: Serving): void {
  const schema = { tags: ['office'] }
  app.get('/api/v1/offices', { schema: { ...schema, operationId: 'offices' } }, async () => ({ items: [...engine.offices.values()] }))
  app.get('/api/v1/areas', { schema: { ...schema, operationId: 'areas' } }, async () => ({ items: engine.tree.divisions }))
  app.get<{ Querystring: { day?: string } }>(
    '/api/v1/parameters/in-force',
    { schema: { ...schema, operationId: 'parameters-in-force' } },
    async (request) => {
      const asked = request.query.day
      const day = asked && isDay(asked) ? asked : dayOf(engine.now())
      const parameters = [...engine.parameters.names()].flatMap((name) => {
        const found = engine.parameters.find(name, day)
        return found ? [{ name, value: found.value, basis: found.basis, mark: found.mark }] : []
      })
      return { day, items: parameters }
    },
  )
}

async function files(app: FastifyInstance): Promise<void> {
  const root = join(packageRoot, 'dist', 'office')
  if (!existsSync(join(root, 'index.html'))) return
  await app.register(fastifyStatic, { root: join(root, 'assets'), prefix: '/office/assets/', decorateReply: true, immutable: true, maxAge: '365d' })
  const shell = async (_request: unknown, reply: { sendFile(name: string, root: string, options: object): unknown }): Promise<unknown> =>
    reply.sendFile('index.html', root, { maxAge: 0, immutable: false })
  app.get('/office', { schema: { hide: true } as object }, shell as never)
  app.get('/office/*', { schema: { hide: true } as object }, shell as never)
}

/** Routes of the office application. */
export const officeRoutes = async (app: FastifyInstance, serving: Serving): Promise<void> => {
  taskRoutes(app, serving)
  basisRoutes(app, serving)
  await files(app)
}
