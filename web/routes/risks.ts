// Risk: warnings in public, and the table and series of officials within their reach.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { addDays, dayOf, isDay } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { readingDuties } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { countRecords } from '../../store/records/list.ts'
import { listFor, reachOf } from '../../store/records/read.ts'
import { onePublished, publicationOf, publishedNow, sealedAs } from '../data/published.ts'
import { judgeAll, lastWeek, pairsOf, rulesOn, weekCounts } from '../data/signals.ts'
import type { Published } from '../../store/publications.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { RiskSeriesPage } from '../site/risk-series-page.tsx'
import { RiskTablePage } from '../site/risk-table-page.tsx'
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

async function table(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine } = parts
  const { person, reach, today } = await looking(parts, visit)
  const [week, rules] = [lastWeek(today), rulesOn(engine, today)]
  const counts = await weekCounts(engine, reach, today)
  const procedure = engine.house.procedureOf('risk-matter')
  const open = Object.keys(procedure.states).filter((state) => !procedure.ends.includes(state))
  const matters = await listFor(engine, procedure.of, person, { where: { field: 'state', in: open }, limit: 100 })
  const body = createElement(RiskTablePage, {
    counts, matters, procedure, week,
    judged: judgeAll(counts, week, rules),
    pairs: pairsOf(counts, week, rules.watch.pairMonths, rules.signals),
    classes: classesOf(parts),
    matrix: rules.matrix,
    since: addDays(week, -7 * 51),
    s: visit.s,
  })
  return { title: tableTitle, crumbs: [['/desk', words('工作台', 'To do')], ['', tableTitle]], body }
}

async function series(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine } = parts
  const { reach, today } = await looking(parts, visit)
  const name = visit.params['productClass']!
  const of = classesOf(parts)[name] ?? kernelRefusals.refuse('not-found')
  const asked = visit.query['to']
  const to = asked !== undefined && isDay(asked) && asked <= today ? asked : today
  const week = lastWeek(to)
  const counts = (await weekCounts(engine, reach, to)).filter(({ productClass }) => productClass === name)
  const body = createElement(RiskSeriesPage, { title: of, name, week, judged: judgeAll(counts, week, rulesOn(engine, to)), s: visit.s })
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
  const body = createElement(WarningPage, { publication: publicationOf(parts, name), item, sealed, s })
  return { title: product, crumbs: [['/risks', title], ['', product]], body }
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
  publicPage(app, '/risks/:id', (visit) => warningPage(parts, visit))
  publicPage(app, '/desk/risks', signedIn(parts, (visit) => table(parts, visit)))
  publicPage(app, '/desk/risks/:productClass', signedIn(parts, (visit) => series(parts, visit)))
}
