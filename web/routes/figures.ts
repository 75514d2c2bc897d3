// One figure opened to its records.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { anyone } from '../../kernel/permission.ts'
import { revisionsOf } from '../../store/measures/figures.ts'
import { lineageOf } from '../../store/measures/lineage.ts'
import { isWithheld, mayOpen, reachInto, shown } from '../../store/measures/shown.ts'
import { words } from '../../kernel/words.ts'
import { figuresOfReading } from '../../store/measures/entered.ts'
import { versionsOf } from '../../store/warehouse/readings.ts'
import { figureView } from '../data/figure.ts'
import { cityNames } from '../data/names.ts'
import { publicPage, type PublicParts } from '../render.ts'
import { ReadingPage } from '../site/reading-page.tsx'
import { FigurePage, pageSize } from '../site/figure-page.tsx'

function readingRoute(app: FastifyInstance, { engine, warehouse }: PublicParts): void {
  publicPage(app, '/readings/:stream/:point/:item/:at', async ({ s, params }) => {
    const stream = engine.house.streams.get(params['stream']!)
    const item = stream?.items[params['item']!]
    if (!stream || !item || !/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(params['at']!)) return kernelRefusals.refuse('not-found')
    const place = {
      point: params['point']!,
      item: params['item']!,
      at: new Date(`${params['at']!.replace(' ', 'T')}:00+08:00`).toISOString(),
    }
    const versions = await versionsOf(warehouse, stream.name, place)
    if (versions.length === 0) return kernelRefusals.refuse('not-found')
    const point = (await cityNames(engine)).get(place.point) ?? words(place.point, place.point)
    const entered = (await figuresOfReading(engine, warehouse, stream, place)).filter(({ measure }) => mayOpen(engine, measure, anyone))
    return {
      title: item.title,
      crumbs: [['', item.title]],
      body: createElement(ReadingPage, { point, item: item.title, unit: item.unit, at: params['at']!, versions, entered, s }),
    }
  })
}

export function figureRoutes(app: FastifyInstance, parts: PublicParts): void {
  const { engine, warehouse } = parts
  readingRoute(app, parts)
  publicPage(app, '/figures/:measure/:cell', async ({ s, params, query }) => {
    const measure = engine.house.measures.get(params['measure']!)
    if (!measure || !mayOpen(engine, measure, anyone)) return kernelRefusals.refuse('not-found')
    const revisions = await revisionsOf(warehouse, measure.name, params['cell']!)
    const asked = revisions.find((each) => String(each.revision) === (query['revision'] ?? String(revisions[0]?.revision)))
    if (!asked) return kernelRefusals.refuse('not-found')
    const page = Math.min(Math.max(Number(query['page']) || 1, 1), 1000)
    const figure = shown(engine, measure, asked, anyone)
    // Records behind a figure are for those whose duty reaches them; the public sees how many there are.
    const reach = measure.origin === 'computed' ? reachInto(engine, measure, anyone) : null
    const rests = await lineageOf(engine, warehouse, measure, asked, {
      limit: pageSize,
      offset: (page - 1) * pageSize,
      ...(reach ? { reach } : {}),
    })
    const others = revisions.filter((each) => each !== asked).map((each) => shown(engine, measure, each, anyone))
    const opened = { measure, figure, others, rests: isWithheld(figure) ? null : rests, page }
    return {
      title: measure.title,
      crumbs: [['', measure.title]],
      body: createElement(FigurePage, {
        view: await figureView(engine, warehouse, opened, (each) => shown(engine, measure, each, anyone)),
        s,
      }),
    }
  })
}
