// One figure opened to its records.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { suppressed } from '../../server/measures.ts'
import { revisionsOf } from '../../store/measures/figures.ts'
import { lineageOf } from '../../store/measures/lineage.ts'
import { publicPage, type PublicParts } from '../render.ts'
import { FigurePage } from '../site/figure-page.tsx'

export function figureRoutes(app: FastifyInstance, { engine, warehouse }: PublicParts): void {
  publicPage(app, '/figures/:measure/:cell', async ({ s, params, query }) => {
    const measure = engine.house.measures.get(params['measure']!)
    if (!measure) return kernelRefusals.refuse('not-found')
    const [figure, ...earlier] = (await revisionsOf(warehouse, measure.name, params['cell']!)).map((each) => suppressed(measure, each))
    if (!figure) return kernelRefusals.refuse('not-found')
    const page = Math.min(Math.max(Number(query['page']) || 1, 1), 1000)
    const rests = await lineageOf(engine, warehouse, measure, figure, { limit: 100, offset: (page - 1) * 100 })
    // Records behind a figure are for those whose duty reaches them; the public sees how many there are.
    const open = rests.kind === 'record' && measure.origin === 'computed' ? { ...rests, items: [] } : rests
    return {
      title: measure.title,
      crumbs: [['', measure.title]],
      body: createElement(FigurePage, { measure, figure, earlier, rests: open, page, s }),
    }
  })
}
