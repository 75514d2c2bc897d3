// Home, targets, publications, accessibility.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { words } from '../../kernel/words.ts'
import { listPublished } from '../../store/publications.ts'
import { monthMap, ranking } from '../data/air.ts'
import { targetViews } from '../data/targets.ts'
import { publicPage, type PublicParts } from '../render.ts'
import { MonthMap } from '../site/air-pages.tsx'
import { AccessibilityPage, HomePage, PublicationPage, PublicationsPage } from '../site/plain-pages.tsx'
import { TargetPage, TargetsPage } from '../site/targets-pages.tsx'
import { airChoices } from './air.ts'

const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2026]

const thisYear = (parts: PublicParts): number => Number(parts.engine.now().slice(0, 4))

const titles = {
  home: words('河北质量', 'Quality in Hebei'),
  targets: words('目标', 'Targets'),
  data: words('公示与数据', 'Publications'),
  access: words('无障碍说明', 'Accessibility'),
}

export function plainRoutes(app: FastifyInstance, parts: PublicParts): void {
  const { engine, warehouse } = parts
  publicPage(app, '/', async ({ s }) => {
    const targets = await targetViews(engine, warehouse, thisYear(parts))
    const choice = airChoices[0]!
    const cities = await monthMap(engine, warehouse, choice.measure, '2015-12')
    const map = createElement(MonthMap, { cities, choice, month: '2015-12', s })
    return { title: titles.home, body: createElement(HomePage, { targets, ranking: await ranking(engine, warehouse, '2014'), map, s }) }
  })
  publicPage(app, '/targets', async ({ s, query }) => {
    const year = Number(query['year']) || thisYear(parts)
    return {
      title: titles.targets,
      crumbs: [['', titles.targets]],
      body: createElement(TargetsPage, { targets: await targetViews(engine, warehouse, year), year, years, s }),
    }
  })
  publicPage(app, '/targets/:ordinal', async ({ s, params, query }) => {
    const target = (await targetViews(engine, warehouse, Number(query['year']) || thisYear(parts))).find(
      (each) => String(each.ordinal) === params['ordinal'],
    )
    if (!target) return kernelRefusals.refuse('not-found')
    return {
      title: target.title,
      crumbs: [
        ['/targets', titles.targets],
        ['', target.title],
      ],
      body: createElement(TargetPage, { target, s }),
    }
  })
  publicPage(app, '/data', async ({ s }) => ({
    title: titles.data,
    crumbs: [['', titles.data]],
    body: createElement(PublicationsPage, { publications: [...engine.house.publications.values()], s }),
  }))
  publicPage(app, '/data/:name', async ({ s, params, query }) => {
    const publication = engine.house.publications.get(params['name']!)
    if (!publication) return kernelRefusals.refuse('not-found')
    const after = query['after']
    if (after !== undefined && !/^[0-9a-f-]{36}$/.test(after)) return kernelRefusals.refuse('not-found')
    const items = await listPublished(engine, publication, { limit: 50, ...(after ? { after } : {}) })
    return {
      title: publication.title,
      crumbs: [
        ['/data', titles.data],
        ['', publication.title],
      ],
      body: createElement(PublicationPage, { publication, items, next: items.length === 50 ? items.at(-1)!.id : null, s }),
    }
  })
  publicPage(app, '/accessibility', async ({ s }) => ({
    title: titles.access,
    crumbs: [['', titles.access]],
    body: createElement(AccessibilityPage, { s }),
  }))
}
