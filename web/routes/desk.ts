// The office: sign in, what is due, lists, records, steps; every page derived, every act through the one gate.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { openingOf, stepOf } from '../../kernel/act.ts'
import type { Light } from '../../kernel/clock.ts'
import { citationKey } from '../../kernel/citation.ts'
import type { Fields } from '../../kernel/field.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { readingDuties } from '../../kernel/permission.ts'
import { asList, type Procedure } from '../../kernel/procedure.ts'
import { concerned, type AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { Caller } from '../../server/identity.ts'
import { duePlaceOf, duePlaceText } from '../../server/due.ts'
import { askedOf, nextCursor } from '../../server/paging.ts'
import { act } from '../../store/records/gate.ts'
import { dueCounts, duePage } from '../../store/records/due.ts'
import { historyOf } from '../../store/records/history.ts'
import { countFor, listFor, readFor, readWithClocks } from '../../store/records/read.ts'
import { visibleFields } from '../../store/records/sight.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { filesOf } from '../../store/attachments/open.ts'
import type { Uploaded } from '../../store/attachments/upload.ts'
import { asked, offered, problemsOf, valuesOf } from '../form-answers.ts'
import { fileProblems, keptFiles, receivingFor, type FormOf } from '../form-files.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { deskNames } from '../data/desk-names.ts'
import { stepsNow } from '../data/steps-now.ts'
import { DeskPage, type DueView } from '../desk/due-page.tsx'
import { ListPage } from '../desk/pages.tsx'
import { RecordPage, StepPage } from '../desk/record-page.tsx'
import { callerFor, office, signedIn, signing } from './sign-in.ts'
import type { FormProblem } from '../site/form.tsx'

function procedureOf(parts: PublicParts, name: string | undefined): Procedure {
  return (name && parts.engine.house.procedures.get(name)) || kernelRefusals.refuse('not-found')
}

function mayOpen(parts: PublicParts, procedure: Procedure, caller: Caller): boolean {
  const duties = asList(procedure.opens.by).map((duty) => parts.engine.house.duty(procedure.of.name, duty))
  return caller.person.holdings.some((holding) => duties.includes(holding.duty))
}

const dueOnPage = 25
const shownLights: readonly string[] = ['red', 'yellow', 'green', 'grey'] satisfies readonly Light[]

/** A screen of what is due: what the person can move on first; where that is nothing, all that they may see. */
async function dueOf(engine: PublicParts['engine'], { person }: Caller, query: Visit['query']): Promise<DueView> {
  const [own, all] = await Promise.all([dueCounts(engine, person, true), dueCounts(engine, person)])
  const sum = (list: typeof own): number => list.reduce((total, each) => total + each.count, 0)
  const mine = query['all'] !== '1' && sum(own) > 0
  const light = shownLights.includes(query['light'] ?? '') ? (query['light'] as Light) : null
  const after = query['after'] ? { after: duePlaceOf(query['after']) } : {}
  const page = await duePage(engine, person, { limit: dueOnPage, mine, ...(light ? { lights: [light] } : {}), ...after })
  const counts: Partial<Record<Light, number>> = {}
  for (const each of mine ? own : all) counts[each.light] = (counts[each.light] ?? 0) + each.count
  return { items: page.items, counts, light, mine, others: sum(mine ? all : own), next: page.next && duePlaceText(page.next) }
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
      history,
      names: await deskNames(engine, caller.person, procedure.of, [record], visit.s),
      files: await filesOf(engine, procedure.of, record.id, sees),
      s: visit.s,
    }),
  }
}

/** What the form shows at first: the record's own values for questions named like its fields. */
const atFirst = (fields: Fields, record: AnyRecord | null): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = record?.[name as keyof AnyRecord]
      return [
        name,
        value === null || value === undefined
          ? ''
          : field.kind === 'files'
            ? ''
            : field.kind === 'yes'
            ? value
              ? '是'
              : '否'
            : field.kind === 'rows'
              ? JSON.stringify(value)
              : Array.isArray(value)
              ? value
              : String(value),
      ]
    }),
  )

interface StepPlace {
  readonly procedure: Procedure
  readonly step: string
  readonly record: AnyRecord | null
}

async function placeOf(parts: PublicParts, visit: Visit): Promise<StepPlace> {
  const caller = await callerFor(parts, visit)
  const procedure = procedureOf(parts, visit.params['register'])
  const id = visit.params['id']
  const step = id === undefined ? 'open' : visit.params['step']!
  if (!stepOf(procedure, step)) return kernelRefusals.refuse('not-found')
  return { procedure, step, record: id === undefined ? null : await readFor(parts.engine, procedure.of, caller.person, id) }
}

function stepPage(
  visit: Visit,
  place: StepPlace,
  shownValues: Readonly<Record<string, string | readonly string[]>>,
  more: { problems: readonly FormProblem[]; key: string; csrf: string; kept?: ReadonlyMap<string, Uploaded> },
): Rendered {
  const { procedure, step, record } = place
  const declared = step === 'open' ? openingOf(procedure) : procedure.steps[step]!
  const base = `/desk/${procedure.of.name}`
  return {
    title: declared.title,
    crumbs: [
      ['/desk', office],
      [base, procedure.of.title],
      ['', declared.title],
    ],
    status: more.problems.length > 0 ? 422 : 200,
    body: createElement(StepPage, {
      title: declared.title,
      basis: declared.basis ? citationKey(declared.basis) : null,
      action: visit.s.to(record ? `${base}/${record.id}/${step}` : `${base}/open`),
      fields: asked(declared.asks ?? {}),
      values: shownValues,
      problems: more.problems,
      hidden: { _key: more.key, _csrf: more.csrf, ...(record ? { _version: visit.form.get('_version') ?? String(record.version) } : {}) },
      kept: more.kept ?? new Map(),
      s: visit.s,
    }),
  }
}

async function take(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const caller = await callerFor(parts, visit)
  const place = await placeOf(parts, visit)
  const { procedure, step, record } = place
  const fields = asked((step === 'open' ? openingOf(procedure) : procedure.steps[step]!).asks ?? {})
  const key = visit.form.get('_key') ?? uuidv7()
  const again = async (problems: readonly FormProblem[]) => {
    const kept = await keptFiles(parts.engine, caller.person, visit.form, fields)
    return stepPage(visit, place, valuesOf(fields, visit.form, parts.engine), { problems, key, csrf: caller.csrf ?? '', kept })
  }
  if (visit.refusedFiles.length > 0) return again(fileProblems(visit))
  try {
    const receipt = await act(parts.engine, {
      register: procedure.of.name,
      record: record?.id ?? key,
      step,
      answers: valuesOf(fields, visit.form, parts.engine),
      key,
      person: caller.person,
      ...(record ? { version: Number(visit.form.get('_version')) } : {}),
    })
    return { title: procedure.of.title, body: null, redirect: visit.s.to(`/desk/${procedure.of.name}/${receipt.record}`) }
  } catch (error) {
    return again(problemsOf(error, visit.s))
  }
}

/** A form of the office is told by its mark before the first of its files is taken. */
const formOf =
  (parts: PublicParts) =>
  async (visit: Visit): Promise<FormOf> => {
    const caller = await callerFor(parts, visit)
    const { procedure, step } = await placeOf(parts, visit)
    const fields = (step === 'open' ? openingOf(procedure) : procedure.steps[step]!).asks ?? {}
    return { register: procedure.of.name, fields, person: caller.person, key: visit.form.get('_key') ?? '' }
  }

export function deskRoutes(app: FastifyInstance, parts: PublicParts): void {
  const receiving = receivingFor(parts.engine, formOf(parts))
  const taking = signedIn(parts, (visit) => take(parts, visit))
  signing(app, parts)
  const step = async (visit: Visit): Promise<Rendered> => {
    const caller = await callerFor(parts, visit)
    const place = await placeOf(parts, visit)
    const fields = asked((place.step === 'open' ? openingOf(place.procedure) : place.procedure.steps[place.step]!).asks ?? {})
    const { of } = place.procedure
    const own = { concerned: concerned(of), speaksFor: caller.person.speaksFor ?? [] }
    const first = place.step === 'open' ? offered(fields, visit.query, own) : {}
    return stepPage(visit, place, { ...atFirst(fields, place.record), ...first }, { problems: [], key: uuidv7(), csrf: caller.csrf ?? '' })
  }
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
    signedIn(parts, step),
    taking,
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
    signedIn(parts, step),
    taking,
    receiving,
  )
}
