// Quality-control charts at the bench: those of the laboratory with their state, and one with its points and what rests on doubted days.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import { possibleFor } from '../../server/registers.ts'
import { historyOf } from '../../store/records/history.ts'
import { listFor, readWithClocks } from '../../store/records/read.ts'
import { isUuid } from '../../store/uuid.ts'
import { suspectDays } from '../data/control-charts.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { ControlChartPage, ControlChartsPage } from '../site/control-chart-pages.tsx'
import { callerFor, signedIn } from './sign-in.ts'

type Caller = Awaited<ReturnType<typeof callerFor>>

const bench = words('检测台', 'The bench')
const title = words('质控图', 'Control charts')
const shown = 200

async function listPage({ engine }: PublicParts, { s }: Visit, caller: Caller): Promise<Rendered> {
  const procedure = engine.house.procedureOf('control-chart')
  const charts = await listFor(engine, procedure.of, caller.person, { where: { all: [] }, limit: shown })
  const body = createElement(ControlChartsPage, {
    procedure,
    charts: charts.map((chart) => ({ chart, possible: possibleFor(engine, procedure, chart, caller) })),
    s,
  })
  return { title, crumbs: [['/bench', bench], ['', title]], body }
}

/** Orders of the laboratory whose results of this parameter and method were found on days that are in doubt. */
async function restingOn({ engine }: PublicParts, caller: Caller, chart: AnyRecord, today: string): Promise<readonly AnyRecord[]> {
  const orders = engine.house.procedureOf('test-order').of
  const days = suspectDays(chart, today)
  if (days.length === 0) return []
  const found = await listFor(engine, orders, caller.person, {
    where: { all: [{ field: 'laboratory', is: chart['laboratory'] as string }, { any: days.map((range) => ({ field: 'analysed', ...range })) }] },
    limit: shown,
  })
  type Rows = readonly Readonly<Record<string, unknown>>[] | null
  const asks = (order: AnyRecord): boolean =>
    ((order['items'] ?? []) as NonNullable<Rows>).some((item) => item['parameter'] === chart['parameter'] && item['method'] === chart['method'])
  // A chart of one instrument says nothing of what another measured.
  const used = (order: AnyRecord): boolean =>
    chart['instrument'] === null ||
    ((order['runs'] as Rows) ?? []).some((run) => run['parameter'] === chart['parameter'] && run['instrument'] === chart['instrument'])
  return found.filter((order) => asks(order) && used(order))
}

async function chartPage(parts: PublicParts, visit: Visit, caller: Caller): Promise<Rendered> {
  const { engine } = parts
  const procedure = engine.house.procedureOf('control-chart')
  const id = visit.params['id']!
  if (!isUuid(id)) return kernelRefusals.refuse('not-found')
  const { record: chart, sees } = await readWithClocks(engine, procedure.of, caller.person, id)
  const today = dayOf(engine.now())
  const name = words(String(chart['code']), String(chart['code']))
  const body = createElement(ControlChartPage, {
    procedure,
    chart,
    possible: possibleFor(engine, procedure, chart, caller),
    history: await historyOf(engine, procedure.of, chart.id, sees),
    resting: await restingOn(parts, caller, chart, today),
    orderStates: engine.house.procedureOf('test-order').states,
    s: visit.s,
  })
  return { title: name, crumbs: [['/bench', bench], ['/bench/charts', title], ['', name]], body }
}

export function controlChartRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(
    app,
    '/bench/charts',
    signedIn(parts, async (visit) => listPage(parts, visit, await callerFor(parts, visit))),
  )
  publicPage(
    app,
    '/bench/charts/:id',
    signedIn(parts, async (visit) => chartPage(parts, visit, await callerFor(parts, visit))),
  )
}
