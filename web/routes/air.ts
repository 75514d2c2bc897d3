// The air: map of a month, calendar of a city, ranking of a year.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { words } from '../../kernel/words.ts'
import { cities, cityYear, monthMap, monthsOf, ranking, yearFigures, yearsOf } from '../data/air.ts'
import { publicPage, type PublicParts } from '../render.ts'
import type { AirChoice } from '../site/air-map.tsx'
import { AirPage, RankingPage } from '../site/air-pages.tsx'
import { CityPage } from '../site/city-page.tsx'

export const airChoices: readonly AirChoice[] = [
  { measure: 'air.month.pm25', title: words('PM2.5 月均', 'PM2.5, mean'), unit: 'µg/m³', better: 'lower' },
  { measure: 'air.month.composite', title: words('综合指数', 'Composite index'), unit: '1', better: 'lower' },
  { measure: 'air.month.good-days', title: words('优良天数比例', 'Share of good days'), unit: '%', better: 'higher' },
  { measure: 'air.month.o3_8h', title: words('臭氧', 'Ozone'), unit: 'µg/m³', better: 'lower' },
]

const air = words('空气', 'Air')

export function airRoutes(app: FastifyInstance, { engine, warehouse }: PublicParts): void {
  publicPage(app, '/air', async ({ s, query }) => {
    const choice = airChoices.find((each) => each.measure === query['measure']) ?? airChoices[0]!
    const months = await monthsOf(warehouse, choice.measure)
    const month = months.includes(query['month'] ?? '') ? query['month']! : (months.at(-1) ?? '2015-12')
    return {
      title: air,
      crumbs: [['', air]],
      body: createElement(AirPage, {
        cities: await monthMap(engine, warehouse, choice.measure, month),
        choice,
        choices: airChoices,
        month,
        months,
        s,
      }),
    }
  })
  publicPage(app, '/air/ranking/:year', async ({ s, params }) => {
    if (!/^20\d\d$/.test(params['year']!)) return kernelRefusals.refuse('not-found')
    const view = await ranking(engine, warehouse, params['year']!)
    const title = words(`${view.year} 年排名`, `Ranking of ${view.year}`)
    return {
      title,
      crumbs: [
        ['/air', air],
        ['', title],
      ],
      body: createElement(RankingPage, { view, s }),
    }
  })
  publicPage(app, '/air/:code', async ({ s, params, query }) => {
    const city = cities(engine).find((each) => each.code === params['code'])
    if (!city) return kernelRefusals.refuse('not-found')
    const years = await yearsOf(warehouse, city.code)
    const year = /^\d{4}$/.test(query['year'] ?? '') ? query['year']! : (years.at(-1) ?? '2014')
    return {
      title: city.name,
      crumbs: [
        ['/air', air],
        ['', city.name],
      ],
      body: createElement(CityPage, {
        name: city.name,
        code: city.code,
        year,
        years,
        figures: await yearFigures(engine, warehouse, city.code, year),
        days: await cityYear(warehouse, city.code, year),
        s,
      }),
    }
  })
}
