// Risk: warnings in public, and the table and series of officials within their reach.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { addDays, dayOf, isDay } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { readingDuties } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { countRecords } from '../../store/records/list.ts'
import { listFor } from '../../store/records/read.ts'
import { reachOf } from '../../store/records/sight.ts'
import { onePublished, publicationOf, publishedNow, sealedAs } from '../data/published.ts'
import { areaRates, type RateName } from '../data/small-areas.ts'
import { episodesIn, watchedNow } from '../data/readings.ts'
import { judgeAll, lastWeek, pairsOf, rulesOn, weekCounts } from '../data/signals.ts'
import { isSurrounding } from '../../systems/oversight/risk/index.ts'
import type { Published } from '../../store/publications.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { RiskSeriesPage } from '../site/risk-series-page.tsx'
import { RiskTablePage } from '../site/risk-table-page.tsx'
import { SmallAreasPage } from '../site/small-areas-page.tsx'
import { RisksPage, WarningPage } from '../site/risks-pages.tsx'
import { callerFor, signedIn } from './sign-in.ts'

const title = words('风险预警', 'Warnings')
const tableTitle = words('风险表', 'The risk table')
const [inForce, ended] = ['risk-warnings', 'risk-warnings-ended'] as const

/** Classes by name, as the register of signals knows them. */
const classesOf = ({ engine }: PublicParts): Readonly<Record<string, Words>> =>
  Object.fromEntries(Object.entries(engine.house.procedureOf('signal').of.fields['productClass']!.choices!).map(([name, one]) => [name, one.title]))

/** Whoever may read signals at all, with the filter of their reach; others are told that nothing is found. */
async function looking(parts: PublicParts, visit: Visit) {
  const { engine } = parts
  const { person } = await callerFor(parts, visit)
  const signal = engine.house.procedureOf('signal').of
  const duties = readingDuties(engine.house, signal)
  if (!person.holdings.some((holding) => duties.includes(holding.duty))) return kernelRefusals.refuse('not-found')
  return { person, reach: reachOf(engine, signal, person), today: dayOf(engine.now()) }
}

/** The city before the county, in the reader’s language; the province goes without saying. */
const nameIn = ({ engine }: PublicParts, { language }: Visit['s']) => (area: string): string => {
  const day = dayOf(engine.now())
  const name = (each: string): string => engine.tree.name(each, day, language === 'en' ? 'en' : 'zh')
  return engine.tree.chain(area, day).slice(0, -1).map(name).toReversed().join(' ')
}

async function table(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine, warehouse } = parts
  const { person, reach, today } = await looking(parts, visit)
  const [week, rules] = [lastWeek(today), rulesOn(engine, today)]
  const counts = await weekCounts(engine, reach, today)
  const procedure = engine.house.procedureOf('risk-matter')
  const open = Object.keys(procedure.states).filter((state) => !procedure.ends.includes(state))
  const matters = await listFor(engine, procedure.of, person, { where: { field: 'state', in: open }, limit: 100 })
  const body = createElement(RiskTablePage, {
    counts, matters, procedure, week,
    judged: judgeAll(counts, week, rules),
    found: pairsOf(counts, week, rules.watch.pairMonths, rules),
    classes: classesOf(parts),
    matrix: rules.matrix,
    watched: await watchedNow(engine, warehouse),
    since: addDays(week, -7 * 51),
    s: visit.s,
  })
  return { title: tableTitle, crumbs: [['/desk', words('工作台', 'To do')], ['', tableTitle]], body }
}

/** How far back episodes of readings are shown before the day that is asked for. */
const episodeDays = 60

async function series(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine, warehouse } = parts
  const { reach, today } = await looking(parts, visit)
  const name = visit.params['productClass']!
  const of = classesOf(parts)[name] ?? kernelRefusals.refuse('not-found')
  const asked = visit.query['to']
  const to = asked !== undefined && isDay(asked) && asked <= today ? asked : today
  const week = lastWeek(to)
  const counts = (await weekCounts(engine, reach, to)).filter(({ productClass }) => productClass === name)
  const since = addDays(to, -episodeDays)
  const all = isSurrounding(name) ? await episodesIn(engine, warehouse, since, to) : null
  const found = all && all.filter(({ watch }) => watch.productClass === name)
  const episodes = found && { found, since, nameOf: nameIn(parts, visit.s) }
  const judged = judgeAll(counts, week, rulesOn(engine, to))
  const body = createElement(RiskSeriesPage, { title: of, name, week, to, judged, episodes, s: visit.s })
  return { title: of, crumbs: [['/desk', words('工作台', 'To do')], ['/desk/risks', tableTitle], ['', of]], body }
}

/** Places by their names, in the reader's language. */
function placed({ engine }: PublicParts, item: Published, { language }: Visit['s']): Published {
  const place = engine.tree.name(String(item.values['place']), dayOf(engine.now()), language === 'en' ? 'en' : 'zh')
  return { ...item, values: { ...item.values, place } }
}

/** A warning has one address while it is in force and after. */
async function warningPage(parts: PublicParts, { params, s }: Visit): Promise<Rendered> {
  const found = async (name: string) => ({ name, item: placed(parts, await onePublished(parts, name, params['id']), s) })
  const { name, item } = await found(inForce).catch((error: unknown) => {
    if (error instanceof Refusal) return found(ended)
    throw error
  })
  const product = words(String(item.values['product']), String(item.values['product']))
  const sealed = await sealedAs(parts, name, item.id)
  const isPast = String(item.values['warnedTo']) < dayOf(parts.engine.now())
  const body = createElement(WarningPage, { publication: publicationOf(parts, name), item, sealed, isPast, s })
  return { title: product, crumbs: [['/risks', title], ['', product]], body }
}

const areasTitle = words('各县的率', 'Rates of counties')

async function areasPage(parts: PublicParts, { query, s }: Visit): Promise<Rendered> {
  const { engine } = parts
  // What is asked for, and else what there is.
  const asked = (['failures', 'complaints'] as const).find((each) => each === query['kind'])
  const failures = asked === 'complaints' ? null : await areaRates(engine, 'failures')
  const name: RateName = asked ?? (failures ? 'failures' : 'complaints')
  const nameOf = nameIn(parts, s)
  const body = createElement(SmallAreasPage, { name, rates: name === 'failures' ? failures : await areaRates(engine, name), nameOf, s })
  return { title: areasTitle, crumbs: [['/risks', title], ['', areasTitle]], body }
}

export function riskRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/risks', async ({ s }) => {
    const all = async (name: string) => (await publishedNow(parts, name)).map((item) => placed(parts, item, s))
    const [warnings, before] = [await all(inForce), await all(ended)]
    const props = { now: publicationOf(parts, inForce), warnings, before: publicationOf(parts, ended), ended: before }
    const { engine } = parts
    const notices = await countRecords(engine.database, engine.house.procedureOf('outside-notice').of, { field: 'state', is: 'kept' })
    return { title, crumbs: [['', title]], body: createElement(RisksPage, { ...props, notices, s }) }
  })
  publicPage(app, '/risks/areas', (visit) => areasPage(parts, visit))
  publicPage(app, '/risks/:id', (visit) => warningPage(parts, visit))
  publicPage(app, '/desk/risks', signedIn(parts, (visit) => table(parts, visit)))
  publicPage(app, '/desk/risks/:productClass', signedIn(parts, (visit) => series(parts, visit)))
}
