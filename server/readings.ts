// The interface of streams: readings come in whole or not at all, and one reading is told with every version of it.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { dutyFor, type Person } from '../kernel/permission.ts'
import { refusals } from '../kernel/refusal.ts'
import type { Quality, Reading, Stream } from '../kernel/stream.ts'
import { words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { pointsOf, receive, type Point } from '../store/intake.ts'
import { versionsOf } from '../store/warehouse/readings.ts'
import type { Warehouse } from '../store/warehouse/warehouse.ts'
import { needsScope } from './identity.ts'
import type { Serving } from './registers.ts'

export const readingRefusals = refusals('readings', {
  'unknown-point': {
    status: 422,
    title: words('点位未登记', 'The point is not known'),
    detail: words('“{stream}”没有点位“{point}”；整批未收。', '“{stream}” has no point “{point}”; nothing of the batch was taken.'),
    remedy: words('请先登记点位，或核对点位编码后整批重发。', 'Register the point, or compare its code and send the whole batch again.'),
  },
  'unknown-item': {
    status: 422,
    title: words('项目不存在', 'The item is not known'),
    detail: words('“{stream}”不测“{item}”；整批未收。', '“{stream}” does not measure “{item}”; nothing of the batch was taken.'),
    remedy: words('请核对项目名称后整批重发。', 'Compare the name of the item and send the whole batch again.'),
  },
  future: {
    status: 422,
    title: words('时间在将来', 'The moment lies in the future'),
    detail: words('读数的时间 {at} 还没有到；整批未收。', 'The moment {at} of a reading has not come yet; nothing of the batch was taken.'),
    remedy: words('请校准时钟后整批重发。', 'Set the clock right and send the whole batch again.'),
  },
  'not-yours': {
    status: 403,
    title: words('不在您的职责范围', 'Not within your duty'),
    detail: words('您的职责不包括向点位“{point}”发送读数。', 'Your duty does not reach the point “{point}”.'),
    remedy: words('请由负责该点位的人员发送。', 'Let those who look after the point send them.'),
  },
})

interface Sent {
  readonly point: string
  readonly item: string
  readonly at: string
  readonly value: string | null
  readonly quality?: Quality
}

const one = {
  type: 'object',
  required: ['point', 'item', 'at', 'value'],
  additionalProperties: false,
  properties: {
    point: { type: 'string', maxLength: 80 },
    item: { type: 'string', maxLength: 40 },
    at: { type: 'string', format: 'date-time' },
    value: { anyOf: [{ type: 'string', maxLength: 30 }, { type: 'null' }] },
    quality: { type: 'string', enum: ['measured', 'substituted', 'suspect', 'missing'] },
  },
} as const

const body = {
  type: 'object',
  required: ['readings'],
  additionalProperties: false,
  properties: { readings: { type: 'array', minItems: 1, maxItems: 20_000, items: one } },
} as const

/** Refuses the whole batch when a point, an item or a moment cannot be, or lies beyond the sender's reach. */
function judged(
  engine: Engine,
  stream: Stream,
  points: ReadonlyMap<string, Point>,
  person: Person,
  sent: readonly Sent[],
): readonly Reading[] {
  const duties = [engine.house.duty(stream.points.register, stream.sentBy)]
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const now = Date.parse(engine.now())
  const allowed = new Map<string, boolean>()
  const reaches = (point: Point): boolean => {
    const area = point.dimensions['area'] ?? point.dimensions['city'] ?? null
    return dutyFor(person, duties, { area, office: null, owner: null }, at) !== null
  }
  return sent.map((reading): Reading => {
    const point = points.get(reading.point)
    if (!point) return readingRefusals.refuse('unknown-point', { stream: stream.title.zh, point: reading.point })
    if (!allowed.has(reading.point)) allowed.set(reading.point, reaches(point))
    if (!allowed.get(reading.point)) return readingRefusals.refuse('not-yours', { point: reading.point })
    if (!(reading.item in stream.items)) return readingRefusals.refuse('unknown-item', { stream: stream.title.zh, item: reading.item })
    if (Date.parse(reading.at) > now) return readingRefusals.refuse('future', { at: reading.at })
    return { quality: 'measured', ...reading, at: new Date(reading.at).toISOString() }
  })
}

export function readingRoutes(parts: { readonly engine: Engine; readonly warehouse: Warehouse }) {
  const { engine, warehouse } = parts
  const streamOf = (name: string): Stream => engine.house.streams.get(name) ?? kernelRefusals.refuse('not-found')

  return (app: FastifyInstance, serving: Serving): void => {
    app.post<{ Params: { stream: string }; Body: { readings: readonly Sent[] } }>(
      '/api/v1/streams/:stream/readings',
      { schema: { tags: ['streams'], operationId: 'send-readings', body } },
      async (request: FastifyRequest<{ Params: { stream: string }; Body: { readings: readonly Sent[] } }>) => {
        const caller = await serving.caller(request)
        const stream = streamOf(request.params.stream)
        needsScope(caller, 'write', stream.name)
        const readings = judged(engine, stream, await pointsOf(warehouse, stream), caller.person, request.body.readings)
        const key = `${caller.person.id}:${String(request.headers['idempotency-key'] ?? randomUUID())}`
        const { heldBack, ...taken } = await receive(engine, warehouse, stream, { key, readings })
        const held = heldBack.slice(0, 1000).map(({ reading, why }) => ({ ...reading, reason: why.reason, words: why.words }))
        return { ...taken, heldBack: held }
      },
    )

    app.get<{ Params: { stream: string; point: string; item: string; at: string } }>(
      '/api/v1/streams/:stream/readings/:point/:item/:at',
      { schema: { tags: ['streams'], operationId: 'reading' } },
      async ({ params }) => {
        const stream = streamOf(params.stream)
        if (Number.isNaN(Date.parse(params.at))) return kernelRefusals.refuse('not-found')
        const versions = await versionsOf(warehouse, stream.name, params)
        return versions.length > 0 ? { ...params, versions } : kernelRefusals.refuse('not-found')
      },
    )
  }
}
