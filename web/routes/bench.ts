// The laboratory's bench: its own orders by stage and by what is due, and one order with its custody and what can be done next.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { words } from '../../kernel/words.ts'
import { possibleFor } from '../../server/registers.ts'
import { historyOf } from '../../store/records/history.ts'
import { countFor, listFor, readWithClocks } from '../../store/records/read.ts'
import { deskNames } from '../data/desk-names.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { BenchPage, stages } from '../site/bench-page.tsx'
import { OrderPage } from '../site/order-page.tsx'
import { callerFor, signedIn } from './sign-in.ts'
import { isUuid } from '../../store/uuid.ts'

const title = words('检测台', 'The bench')
const shown = 200

async function bench({ engine }: PublicParts, visit: Visit, caller: Awaited<ReturnType<typeof callerFor>>): Promise<Rendered> {
  const procedure = engine.house.procedureOf('test-order')
  const open = Object.keys(procedure.states).filter((state) => !procedure.ends.includes(state))
  const stage = stages.find(({ state }) => state === visit.query['stage'])?.state ?? null
  const where = stage ? { field: 'state', is: stage } : { field: 'state', in: open }
  const orders = await listFor(engine, procedure.of, caller.person, { where, limit: shown })
  const counts = await Promise.all(stages.map(({ state }) => countFor(engine, procedure.of, caller.person, { field: 'state', is: state })))
  const body = createElement(BenchPage, {
    procedure,
    orders: orders.map((order) => ({ order, possible: possibleFor(engine, procedure, order, caller) })),
    counts: Object.fromEntries(stages.map(({ state }, at) => [state, counts[at]!])),
    stage,
    today: dayOf(engine.now()),
    person: caller.person.name,
    s: visit.s,
  })
  return { title, crumbs: [['', title]], body }
}

async function orderPage({ engine }: PublicParts, visit: Visit, caller: Awaited<ReturnType<typeof callerFor>>): Promise<Rendered> {
  const procedure = engine.house.procedureOf('test-order')
  const id = visit.params['id']!
  if (!isUuid(id)) return kernelRefusals.refuse('not-found')
  const { record: order, sees } = await readWithClocks(engine, procedure.of, caller.person, id)
  const name = words(order.number ?? '', order.number ?? '')
  const body = createElement(OrderPage, {
    procedure,
    order,
    possible: possibleFor(engine, procedure, order, caller),
    history: await historyOf(engine, procedure.of, order.id, sees),
    names: await deskNames(engine, caller.person, procedure.of, [order], visit.s),
    today: dayOf(engine.now()),
    s: visit.s,
  })
  return { title: name, crumbs: [['/bench', title], ['', name]], body }
}

export function benchRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(
    app,
    '/bench',
    signedIn(parts, async (visit) => bench(parts, visit, await callerFor(parts, visit))),
  )
  publicPage(
    app,
    '/bench/:id',
    signedIn(parts, async (visit) => orderPage(parts, visit, await callerFor(parts, visit))),
  )
}
