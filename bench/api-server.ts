// A process that serves the API for its bench: the real server, or its peer written by hand with Fastify and pg.
import pg from 'pg'
import Fastify, { type FastifyInstance } from 'fastify'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { dayOf } from '../kernel/day.ts'
import { WorkCalendar } from '../kernel/workdays.ts'
import { createServer } from '../server/app.ts'
import { openDatabase } from '../store/database.ts'
import { engineOn, peerPool } from './bed.ts'
import { yard, yardParameters } from './yard.ts'

const [who, url, folder, areas] = process.argv.slice(2) as [string, string, string, string]

async function ours(): Promise<FastifyInstance> {
  const engine = await engineOn(openDatabase(url, 8), folder, { systems: [yard], parameters: yardParameters })
  return createServer({ engine, cookieSecret: 'bench', log: false, limit: 0, describe: false })
}

const nullable = { type: ['string', 'null'] }
const text = { type: 'string' }
const record = {
  type: 'object',
  properties: {
    ...{ id: text, number: nullable, state: text, version: { type: 'integer' }, area: nullable, office: nullable, owner: nullable },
    ...{ opened: text, changed: text, holder: nullable, place: nullable, granted: nullable, kind: nullable },
    units: { type: ['integer', 'null'] },
  },
}
const clock = {
  type: 'object',
  properties: {
    ...{ deadline: text, run: { type: 'integer' }, state: text, starts: text, due: nullable, dueAt: nullable },
    ...{ provisional: { type: 'boolean' }, light: text, rule: text, why: text, mark: text, term: text },
    left: { type: 'object', properties: { length: { type: 'integer' }, unit: text } },
  },
}
const one = {
  type: 'object',
  properties: { record, possible: { type: 'array', items: text }, clocks: { type: 'array', items: clock }, files: { type: 'array', items: {} } },
}
const page = { type: 'object', properties: { items: { type: 'array', items: record }, next: nullable } }

// Who opened a record is told to that account only: the peer hides it as we do.
const columns = `id, number, state, version, area, office, null as owner, opened, changed, holder, place, granted, kind, units`

interface Change {
  readonly deadline: string
  readonly run: number
  readonly state: string
  readonly starts: string
  readonly due: string
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly rule: { readonly act: string; readonly article: string }
  readonly mark: string
  readonly term: { readonly length: number; readonly unit: string }
}

const calendar = new WorkCalendar(hebei.notices)

/** Which rule governs, in words, and the working days that are left: the yard has clocks in working days alone. */
const toldOf = (starts: string, due: string) => ({
  why: `自 ${starts} 起算，适用当日施行的规定直至期限结束；其后施行的新规定不改变已经起算的期限`,
  left: { length: calendar.workdaysBetween(dayOf(new Date().toISOString()), due), unit: 'workday' },
})

const clockOf = ({ deadline, run, state, starts, due, dueAt, provisional, rule, mark, term }: Change) => ({
  ...{ deadline, run, state, starts, due, dueAt, provisional, light: due < new Date().toISOString() ? 'overdue' : 'green' },
  ...{ rule: `${rule.act}/${rule.article}`, mark, term: `${term.length} ${term.unit}` },
  ...toldOf(starts, due),
})

/** No permissions, no tokens, one statement for each request, answers written by compiled schemas. */
function byHand(): FastifyInstance {
  pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = peerPool(url, 8)
  const app = Fastify()
  const reach = areas.split(',')
  app.get<{ Params: { id: string } }>('/api/v1/registers/bench-permit/:id', { schema: { response: { 200: one } } }, async (request, reply) => {
    const { rows } = await pool.query<{ clocks: readonly Change[] | null; version: number }>({
      name: 'one',
      text: `select ${columns}, (select json_agg(change order by deadline, run) from kernel.clock where record = r.id) as clocks from record.bench_permit r where id = $1 and area = any($2)`,
      values: [request.params.id, reach],
    })
    const row = rows[0]
    if (!row) return reply.code(404).send()
    void reply.header('etag', `"v${row.version}"`)
    return { record: row, possible: ['inspect'], clocks: (row.clocks ?? []).map(clockOf), files: [] }
  })
  app.get('/api/v1/registers/bench-permit', { schema: { response: { 200: page } } }, async () => {
    const { rows } = await pool.query<{ id: string; opened: Date }>({
      name: 'page',
      text: `select ${columns} from record.bench_permit where area = any($1) order by opened desc, id desc limit 50`,
      values: [reach],
    })
    const last = rows.at(-1)!
    return { items: rows, next: Buffer.from(JSON.stringify({ v: last.opened, id: last.id })).toString('base64url') }
  })
  return app
}

const app = who === 'ours' ? await ours() : byHand()
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.send!(typeof address === 'object' && address ? address.port : 0)
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!((user + system) / 1e6)
})
process.on('disconnect', () => process.exit(0))
