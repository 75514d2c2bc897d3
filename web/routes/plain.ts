// Home, targets, publications, accessibility.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { dayOf } from '../../kernel/day.ts'
import { trimZeros } from '../../kernel/rounding.ts'
import { words, type Words } from '../../kernel/words.ts'
import { placeName } from '../../server/place-name.ts'
import { listPublished, readPublished } from '../../store/publications.ts'
import { monthMap, monthsOf, monthSummary, ranking } from '../data/air.ts'
import { asOfYear, boardOf, publishedBeside, regionsOf, targetRecord, targetViews } from '../data/targets.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { MonthStory } from '../site/air-map.tsx'
import { AccessibilityPage, HomePage, PublicationPage, PublicationsPage, PublishedPage, type ShowsValue } from '../site/plain-pages.tsx'
import { valueIn } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'
import { TargetPage } from '../site/target-page.tsx'
import { TargetsPage } from '../site/target-board.tsx'
import { airChoices } from './air.ts'
import { isUuid } from '../../store/uuid.ts'

const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021]

const thisYear = (parts: PublicParts): number => Number(parts.engine.now().slice(0, 4))

const titles = {
  home: words('河北质量', 'Quality in Hebei'),
  targets: words('目标', 'Targets'),
  data: words('公示与数据', 'Publications'),
  access: words('无障碍说明', 'Accessibility'),
}

/** Values of a publication as its reader reads them: a place by its full name, all else as every page shows it. */
const shows =
  ({ tree, now }: PublicParts['engine'], s: Saying): ShowsValue =>
  (field, value) => {
    if (field.kind === 'quantity' && typeof value === 'string') return valueIn(field, trimZeros(value), s)
    if (field.kind !== 'area' || typeof value !== 'string' || !tree.has(value)) return valueIn(field, value, s)
    const [zh, en] = (['zh', 'en'] as const).map((language) => placeName(tree, value, dayOf(now()), language))
    return s.say(words(zh!, en!))
  }

function homeRoute(app: FastifyInstance, parts: PublicParts): void {
  const { engine, warehouse } = parts
  publicPage(app, '/', async ({ s }) => {
    const choice = airChoices[0]!
    const months = await monthsOf(warehouse, choice.measure)
    const month = months.at(-1) ?? '2015-12'
    const cities = await monthMap(engine, warehouse, choice.measure, month)
    const summary = await monthSummary(warehouse, month, cities)
    const year = thisYear(parts)
    return {
      title: titles.home,
      body: createElement(HomePage, {
        targets: await targetViews(engine, warehouse, year),
        asOf: asOfYear(year, dayOf(engine.now())),
        ranking: await ranking(engine, warehouse, '2014'),
        map: createElement(MonthStory, { cities, choice, month, months, summary, s }),
        s,
      }),
    }
  })
}

function targetRoutes(app: FastifyInstance, parts: PublicParts): void {
  const { engine, warehouse } = parts
  const yearOf = (query: Visit['query']): number => (/^\d{4}$/.test(query['year'] ?? '') ? Number(query['year']) : thisYear(parts))
  const nameOf = (region: string): Words => {
    const today = dayOf(engine.now())
    return engine.tree.has(region) ? words(engine.tree.name(region, today), engine.tree.name(region, today, 'en')) : words(region, region)
  }
  publicPage(app, '/targets', async ({ s, query }) => {
    const year = yearOf(query)
    const board = await boardOf(engine, warehouse, year, query)
    return {
      title: titles.targets,
      crumbs: [['', titles.targets]],
      body: createElement(TargetsPage, { board, nameOf, year, years: [...new Set([...years, thisYear(parts)])], s }),
    }
  })
  publicPage(app, '/targets/:ordinal', async ({ s, params, query }) => {
    const year = yearOf(query)
    const { targets } = await boardOf(engine, warehouse, year, query)
    const target = targets.find((each) => String(each.ordinal) === params['ordinal'])
    const record = target && (await targetRecord(engine, target.id))
    if (!target || !record) return kernelRefusals.refuse('not-found')
    return {
      title: target.title,
      crumbs: [
        ['/targets', titles.targets],
        ['', target.title],
      ],
      body: createElement(TargetPage, {
        target,
        regions: await regionsOf(engine, warehouse, record, year),
        published: await publishedBeside(engine, record),
        asOf: asOfYear(year, dayOf(engine.now())),
        s,
      }),
    }
  })
}

export function plainRoutes(app: FastifyInstance, parts: PublicParts): void {
  const { engine } = parts
  homeRoute(app, parts)
  targetRoutes(app, parts)
  publicPage(app, '/data', async ({ s }) => ({
    title: titles.data,
    crumbs: [['', titles.data]],
    body: createElement(PublicationsPage, { publications: [...engine.house.publications.values()], s }),
  }))
  publicPage(app, '/data/:name', async ({ s, params, query }) => {
    const publication = engine.house.publications.get(params['name']!)
    if (!publication) return kernelRefusals.refuse('not-found')
    const after = query['after']
    if (after !== undefined && !isUuid(after)) return kernelRefusals.refuse('not-found')
    const items = await listPublished(engine, publication, { limit: 50, ...(after ? { after } : {}) })
    return {
      title: publication.title,
      crumbs: [
        ['/data', titles.data],
        ['', publication.title],
      ],
      body: createElement(PublicationPage, {
        ...{ publication, items, show: shows(engine, s), s },
        next: items.length === 50 ? items.at(-1)!.id : null,
      }),
    }
  })
  publicPage(app, '/data/:name/:id', async ({ s, params }) => {
    const publication = engine.house.publications.get(params['name']!)
    if (!publication || !isUuid(params['id'])) return kernelRefusals.refuse('not-found')
    const item = await readPublished(engine, publication, params['id']!)
    return {
      title: publication.title,
      crumbs: [
        ['/data', titles.data],
        [`/data/${publication.name}`, publication.title],
        ['', words(item.number ?? '记录', item.number ?? 'record')],
      ],
      body: createElement(PublishedPage, { publication, item, show: shows(engine, s), s }),
    }
  })
  publicPage(app, '/accessibility', async ({ s }) => ({
    title: titles.access,
    crumbs: [['', titles.access]],
    body: createElement(AccessibilityPage, { s }),
  }))
}
