// The interface of measures: what there is, the figures, one figure with its revisions, and the readings that it came from.
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { refusals } from '../kernel/refusal.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Measure } from '../kernel/measure.ts'
import { smallestCell } from '../kernel/permission.ts'
import { words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { figuresOf, revisionsOf, type Figure } from '../store/measures/figures.ts'
import { lineageOf } from '../store/measures/lineage.ts'
import type { Warehouse } from '../store/warehouse/warehouse.ts'
import type { Serving } from './registers.ts'

export const measureRefusals = refusals('measures', {
  'unlike-frames': {
    status: 422,
    title: words('口径不同，不能比较', 'Unlike frames are not compared'),
    detail: words(
      '“{first}”与“{second}”的抽样口径不同，放在一起比较会误导。',
      '“{first}” and “{second}” rest on unlike sampling frames; side by side they would mislead.',
    ),
    remedy: words('请分别查看，或选择同一口径的指标。', 'Look at them one by one, or choose measures of one frame.'),
  },
})

/** Figures on few people are withheld from those who may not read the records themselves. */
export const suppressed = (measure: Measure, figure: Figure): Figure =>
  'register' in measure.source && measure.origin === 'computed' && figure.n > 0 && figure.n < smallestCell
    ? {
        ...figure,
        value: null,
        low: null,
        high: null,
        notes: null,
        why: words(`少于 ${smallestCell} 例，为保护个人不予显示`, `Fewer than ${smallestCell} cases; withheld to protect people`),
      }
    : figure

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

type Query = Readonly<Record<string, string | undefined>>
const reserved = new Set(['at', 'within', 'language', 'limit'])

export function measureRoutes(parts: { readonly engine: Engine; readonly warehouse: Warehouse }) {
  const { engine, warehouse } = parts
  const measureOf = (name: string): Measure => engine.house.measures.get(name) ?? kernelRefusals.refuse('not-found')

  return (app: FastifyInstance, _serving: Serving): void => {
    const schema = { tags: ['measures'] }
    app.get('/api/v1/measures', { schema: { ...schema, operationId: 'measures' } }, async () => ({
      items: [...engine.house.measures.values()].map(shownMeasure),
    }))

    app.get<{ Params: { measure: string }; Querystring: Query }>(
      '/api/v1/measures/:measure',
      { schema: { ...schema, operationId: 'figures' } },
      async (request) => {
        const measure = measureOf(request.params.measure)
        const { at, within, against } = request.query
        if (against && measureOf(against).frame !== measure.frame)
          measureRefusals.refuse('unlike-frames', { first: measure.title.zh, second: measureOf(against).title.zh })
        const dimensions = Object.fromEntries(
          Object.entries(request.query).filter(([name, value]) => !reserved.has(name) && name !== 'against' && value !== undefined),
        ) as Record<string, string>
        const figures = await figuresOf(warehouse, {
          measure: measure.name,
          dimensions,
          ...(at ? { at } : {}),
          ...(within ? { within } : {}),
        })
        return { measure: shownMeasure(measure), items: figures.slice(0, 5000).map((figure) => suppressed(measure, figure)) }
      },
    )

    app.get<{ Params: { measure: string; cell: string } }>(
      '/api/v1/measures/:measure/:cell',
      { schema: { ...schema, operationId: 'figure' } },
      async (request) => {
        const measure = measureOf(request.params.measure)
        const [figure, ...earlier] = (await revisionsOf(warehouse, measure.name, request.params.cell)).map((f) => suppressed(measure, f))
        if (!figure) return kernelRefusals.refuse('not-found')
        return {
          measure: shownMeasure(measure),
          figure,
          earlier,
          rests: await lineageOf(engine, warehouse, measure, figure, { limit: 100, offset: 0 }),
        }
      },
    )
  }
}
