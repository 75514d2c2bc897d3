// Laboratories in public: who can test what on which day, one laboratory with its scope, and a report that anybody can check.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf, isDay } from '../../kernel/day.ts'
import { everything } from '../../kernel/filter.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { words } from '../../kernel/words.ts'
import { canTest, isAsked, laboratoriesNow, nameOn, reportsOf, scopesOf, yearsOf, type ScopeQuery } from '../data/laboratories.ts'
import { namedResultsOf } from '../data/proficiency.ts'
import { onePublished, publicationOf, publishedNow, publishedPage, sealedAs } from '../data/published.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { LaboratoryPage } from '../site/laboratory-page.tsx'
import { LaboratoriesPage } from '../site/laboratories-page.tsx'
import { FindReportPage, ReportPage } from '../site/report-pages.tsx'

const titles = { list: words('找检测机构', 'Find a laboratory'), report: words('检验报告核验', 'Check a test report') }

const namesIn = ({ engine }: PublicParts, { s }: Visit) => {
  const day = dayOf(engine.now())
  const language = s.language === 'en' ? 'en' : 'zh'
  // The city before the county; the province goes without saying.
  const named = (area: string): string[] => engine.tree.chain(area, day).slice(0, -1).map((each) => engine.tree.name(each, day, language))
  return {
    nameOf: (area: string): string => (engine.tree.has(area) ? named(area).toReversed().join(' ') : area),
    cityOf: (area: string): string => (engine.tree.has(area) ? named(area).at(-1)! : area),
  }
}

async function listPage(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { query, s } = visit
  const today = dayOf(parts.engine.now())
  const day = query['day'] ?? ''
  const asked: ScopeQuery = {
    productClass: query['class'] ?? '',
    parameter: (query['parameter'] ?? '').trim().slice(0, 80),
    method: (query['method'] ?? '').trim().slice(0, 80),
    day: isDay(day) ? day : today,
  }
  const laboratories = (await laboratoriesNow(parts)).toSorted((a, b) => String(a.values['place']).localeCompare(String(b.values['place'])))
  // Of one class only its lines are read; the list of all laboratories with the number of theirs stands where nothing is asked.
  const lines = await scopesOf(parts, asked.productClass === '' ? {} : { productClass: asked.productClass })
  const body = createElement(LaboratoriesPage, {
    scope: publicationOf(parts, 'laboratory-scopes').of,
    laboratory: publicationOf(parts, 'laboratories').of,
    laboratories,
    lines,
    found: isAsked(asked) ? canTest(laboratories, lines, asked) : null,
    asked,
    today,
    ...namesIn(parts, visit),
    s,
  })
  return { title: titles.list, crumbs: [['', titles.list]], body }
}

async function onePage(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const code = visit.params['id']!
  const [item] = await publishedNow(parts, 'laboratories', { field: 'code', is: code.slice(0, 18) })
  if (!item) return kernelRefusals.refuse('not-found')
  const name = words(String(item.values['name']), String(item.values['name']))
  const body = createElement(LaboratoryPage, {
    laboratory: publicationOf(parts, 'laboratories'),
    scope: publicationOf(parts, 'laboratory-scopes'),
    report: publicationOf(parts, 'test-reports'),
    item,
    lines: await scopesOf(parts, { laboratory: code }),
    reports: await reportsOf(parts, code),
    years: await yearsOf(parts, code, publicationOf(parts, 'test-reports').states),
    proficiency: await namedResultsOf(parts, code),
    states: parts.engine.house.procedureOf('laboratory').states,
    reportStates: parts.engine.house.procedureOf('test-report').states,
    today: dayOf(parts.engine.now()),
    nameOf: namesIn(parts, visit).nameOf,
    s: visit.s,
  })
  return { title: name, crumbs: [['/laboratories', titles.list], ['', name]], body }
}

/** The number on the paper, with or without its signs, leads to the report. */
async function findReport(parts: PublicParts, { query, s }: Visit): Promise<Rendered> {
  const number = (query['number'] ?? '').normalize('NFKC').trim().toUpperCase().slice(0, 40)
  if (number !== '') {
    const [item] = await publishedNow(parts, 'test-reports', { any: [{ field: 'number', is: number }, { field: 'orderNumber', is: number }] })
    if (item) return { title: titles.report, body: null, redirect: s.to(`/reports/${item.id}`) }
  }
  const { items } = await publishedPage(parts, 'test-reports', { by: 'issued', where: everything })
  const latest = items.slice(0, 8)
  return { title: titles.report, crumbs: [['', titles.report]], body: createElement(FindReportPage, { number, latest, s }) }
}

async function reportPage(parts: PublicParts, { params, s }: Visit): Promise<Rendered> {
  const item = await onePublished(parts, 'test-reports', params['id'])
  const editions = await publishedNow(parts, 'test-reports', { field: 'orderNumber', is: String(item.values['orderNumber']) })
  const others = ((item.values['lines'] ?? []) as readonly Readonly<Record<string, unknown>>[]).flatMap((line) => line['subcontractor'] ?? [])
  const laboratories = await publishedNow(parts, 'laboratories', { field: 'code', in: [String(item.values['laboratory']), ...others.map(String)] })
  const name = words(item.number ?? '', item.number ?? '')
  const body = createElement(ReportPage, {
    publication: publicationOf(parts, 'test-reports'),
    item,
    editions: editions.toSorted((a, b) => Number(a.values['edition']) - Number(b.values['edition'])),
    names: new Map(laboratories.map((each) => [String(each.values['code']), nameOn(each, String(item.values['issued']))])),
    sealed: await sealedAs(parts, 'test-reports', item.id),
    s,
  })
  return { title: name, crumbs: [['/reports', titles.report], ['', name]], body }
}

export function laboratoryRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/laboratories', (visit) => listPage(parts, visit))
  publicPage(app, '/laboratories/:id', (visit) => onePage(parts, visit))
  publicPage(app, '/reports', (visit) => findReport(parts, visit))
  publicPage(app, '/reports/:id', (visit) => reportPage(parts, visit))
}
