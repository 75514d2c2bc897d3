// The office: sign in, what is due, lists, records, steps; every page derived, every act through the one gate.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import type { Light } from '../../kernel/clock.ts'
import { dayOf } from '../../kernel/day.ts'
import { readingDuties } from '../../kernel/permission.ts'
import { asList, type Procedure } from '../../kernel/procedure.ts'
import { words } from '../../kernel/words.ts'
import type { Caller } from '../../server/identity.ts'
import { duePlaceOf, duePlaceText, nextSteps } from '../../server/due.ts'
import { askedOf, nextCursor } from '../../server/paging.ts'
import { dueCounts, duePage } from '../../store/records/due.ts'
import { historyOf } from '../../store/records/history.ts'
import { countFor, listFor, readWithClocks } from '../../store/records/read.ts'
import { visibleFields } from '../../store/records/sight.ts'
import { filesOf } from '../../store/attachments/open.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { deskNames } from '../data/desk-names.ts'
import { stepsNow } from '../data/steps-now.ts'
import { DeskPage, type DueView } from '../desk/due-page.tsx'
import { ListPage } from '../desk/pages.tsx'
import { RecordPage } from '../desk/record-page.tsx'
import { callerFor, office, signedIn, signing } from './sign-in.ts'
import { procedureOf, stepForms } from './step-forms.ts'

function mayOpen(parts: PublicParts, procedure: Procedure, caller: Caller): boolean {
  const duties = asList(procedure.opens.by).map((duty) => parts.engine.house.duty(procedure.of.name, duty))
  return caller.person.holdings.some((holding) => duties.includes(holding.duty))
}

const dueOnPage = 25
const shownLights: readonly string[] = ['red', 'yellow', 'green', 'grey'] satisfies readonly Light[]

/**
 * A screen of what is due: what the person can move on first; where that is nothing, all that they may see. To a citizen it is
 * told what others owe: that one may take back one's complaint makes its acceptance nobody's but the office's.
 */
async function dueOf(engine: PublicParts['engine'], { person }: Caller, query: Visit['query']): Promise<DueView> {
  const citizen = person.face === 'public'
  const [own, all] = await Promise.all([dueCounts(engine, person, true), dueCounts(engine, person)])
  const sum = (list: typeof own): number => list.reduce((total, each) => total + each.count, 0)
  const mine = !citizen && query['all'] !== '1' && sum(own) > 0
  const light = shownLights.includes(query['light'] ?? '') ? (query['light'] as Light) : null
  const after = query['after'] ? { after: duePlaceOf(query['after']) } : {}
  const page = await duePage(engine, person, { limit: dueOnPage, mine, ...(light ? { lights: [light] } : {}), ...after })
  const counts: Partial<Record<Light, number>> = {}
  for (const each of mine ? own : all) counts[each.light] = (counts[each.light] ?? 0) + each.count
  const items = page.items.map((item) => ({ ...item, steps: citizen ? [] : nextSteps(engine, person, item) }))
  return { items, counts, light, mine, others: citizen ? null : sum(mine ? all : own), next: page.next && duePlaceText(page.next) }
}

async function desk(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine } = parts
  const caller = await callerFor(parts, visit)
  const readable = [...engine.house.procedures.values()].filter(({ of }) =>
    readingDuties(engine.house, of).some((duty) => caller.person.holdings.some((h) => h.duty === duty)),
  )
  const registers = await Promise.all(
    readable.map(async ({ of }) => ({ name: of.name, title: of.title, count: await countFor(engine, of, caller.person) })),
  )
  const due = await dueOf(engine, caller, visit.query)
  const held = new Set(caller.person.holdings.map((holding) => holding.duty))
  const own = engine.house.systems.flatMap((system) => system.pages ?? []).filter((page) => page.for?.some((duty) => held.has(duty)))
  return {
    title: office,
    body: createElement(DeskPage, {
      due,
      registers,
      procedures: engine.house.procedures,
      pages: own,
      person: caller.person.name,
      csrf: caller.csrf ?? '',
      s: visit.s,
    }),
  }
}

async function listPage(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine } = parts
  const caller = await callerFor(parts, visit)
  const procedure = procedureOf(parts, visit.params['register'])
  const visible = visibleFields(engine, procedure.of, caller.person)
  const query = Object.fromEntries(Object.entries(visit.query).filter(([name, value]) => value && name !== 'large'))
  const asked = askedOf(procedure.of, visible, { ...query, limit: '25' })
  const records = await listFor(engine, procedure.of, caller.person, asked)
  const columns = (
    procedure.of.listed ??
    Object.keys(procedure.of.fields)
      .filter((name) => !procedure.of.fields[name]!.personal)
      .slice(0, 6)
  ).filter((name) => visible.includes(name))
  return {
    title: procedure.of.title,
    crumbs: [
      ['/desk', office],
      ['', procedure.of.title],
    ],
    body: createElement(ListPage, {
      procedure,
      records,
      columns,
      query,
      next: nextCursor(records, asked.limit, asked.order),
      canOpen: mayOpen(parts, procedure, caller),
      names: await deskNames(engine, caller.person, procedure.of, records, visit.s),
      s: visit.s,
    }),
  }
}

async function recordPage(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const { engine } = parts
  const caller = await callerFor(parts, visit)
  const procedure = procedureOf(parts, visit.params['register'])
  const { record, clocks, visible, sees } = await readWithClocks(engine, procedure.of, caller.person, visit.params['id']!)
  const history = await historyOf(engine, procedure.of, record.id, sees)
  return {
    title: procedure.of.title,
    crumbs: [
      ['/desk', office],
      [`/desk/${procedure.of.name}`, procedure.of.title],
      ['', words(record.number ?? '', record.number ?? '')],
    ],
    body: createElement(RecordPage, {
      procedure,
      record,
      visible,
      clocks,
      possible: stepsNow(engine, procedure, record, caller),
      today: dayOf(engine.now()),
      history,
      names: await deskNames(engine, caller.person, procedure.of, [record], visit.s),
      files: await filesOf(engine, procedure.of, record.id, sees),
      s: visit.s,
    }),
  }
}

export function deskRoutes(app: FastifyInstance, parts: PublicParts): void {
  const { shown, taken, receiving } = stepForms(parts)
  signing(app, parts)
  publicPage(
    app,
    '/desk',
    signedIn(parts, (visit) => desk(parts, visit)),
  )
  publicPage(
    app,
    '/desk/:register',
    signedIn(parts, (visit) => listPage(parts, visit)),
  )
  publicPage(
    app,
    '/desk/:register/open',
    signedIn(parts, shown),
    signedIn(parts, taken),
    receiving,
  )
  publicPage(
    app,
    '/desk/:register/:id',
    signedIn(parts, (visit) => recordPage(parts, visit)),
  )
  publicPage(
    app,
    '/desk/:register/:id/:step',
    signedIn(parts, shown),
    signedIn(parts, taken),
    receiving,
  )
}
