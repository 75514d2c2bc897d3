// Health, readiness, version and metrics.
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Engine } from '../store/engine.ts'
import type { Warehouse } from '../store/warehouse/warehouse.ts'

const gauges = {
  outbox: ['zhiheng_outbox_entries', 'Committed entries that are not numbered yet', 'select count(*)::int as n from kernel.outbox'],
  parked: [
    'zhiheng_links_parked',
    'Consequences that were refused and wait for somebody',
    "select count(*)::int as n from kernel.link where state = 'parked'",
  ],
  overdue: [
    'zhiheng_clocks_lapsed',
    'Clocks that ran out and are not met',
    "select count(*)::int as n from kernel.clock where state = 'lapsed'",
  ],
  journal: ['zhiheng_log_size', 'Entries in the log', 'select coalesce(max(seq) + 1, 0)::int as n from kernel.leaf'],
} as const

export function operationRoutes(parts: { readonly engine: Engine; readonly warehouse: Warehouse }) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'zhiheng_requests_total',
    help: 'Answered requests',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'zhiheng_request_seconds',
    help: 'Time to answer',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const counted = Object.values(gauges).map(([name, help, sql]) => ({ gauge: new Gauge({ name, help, registers: [registry] }), sql }))
  const { database } = parts.engine

  return (app: FastifyInstance): void => {
    app.addHook('onResponse', async (request, reply) => {
      requests.inc({ method: request.method, status: String(reply.statusCode) })
      seconds.observe({ route: request.routeOptions.url ?? 'unknown' }, reply.elapsedTime / 1000)
    })
    const quiet = (operationId: string) => ({ schema: { tags: ['operation'], operationId }, config: { rateLimit: false as const } })
    app.get('/health/live', quiet('live'), async () => ({ live: true }))
    app.get('/health/ready', quiet('ready'), async (_request, reply) => {
      const ready = async (ask: () => Promise<unknown>) =>
        ask().then(
          () => true,
          () => false,
        )
      const records = await ready(() => database.query('select 1'))
      const warehouse = await ready(() => parts.warehouse.rows('select 1 as one'))
      return reply.code(records && warehouse ? 200 : 503).send({ ready: records && warehouse, records, warehouse })
    })
    app.get('/version', quiet('version'), async () => ({ name: 'zhiheng', version: '0.1.0', node: process.versions.node }))
    app.get('/metrics', quiet('metrics'), async (_request, reply) => {
      for (const { gauge, sql } of counted) gauge.set((await database.query<{ n: number }>(sql)).rows[0]!.n)
      return reply.type(registry.contentType).send(await registry.metrics())
    })
  }
}
