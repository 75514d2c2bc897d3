// The form of a step for the office: what it shows at first, what is written in it by name, and the act that it becomes.
import { createElement } from 'react'
import { openingOf, stepOf } from '../../kernel/act.ts'
import { citationKey, citedOn } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Fields } from '../../kernel/field.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { concerned, type AnyRecord } from '../../kernel/register.ts'
import type { Caller } from '../../server/identity.ts'
import type { Uploaded } from '../../store/attachments/upload.ts'
import { act } from '../../store/records/gate.ts'
import { readFor } from '../../store/records/read.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { keysFrom, namesFrom, offersFor } from '../data/choosing.ts'
import { StepPage } from '../desk/record-page.tsx'
import { asked, offered, problemsOf, valuesOf } from '../form-answers.ts'
import { fileProblems, keptFiles, receivingFor, type FormOf } from '../form-files.ts'
import type { PublicParts, Rendered, Visit } from '../render.ts'
import type { FormProblem } from '../site/form.tsx'
import { callerFor, office } from './sign-in.ts'

export function procedureOf(parts: PublicParts, name: string | undefined): Procedure {
  return (name && parts.engine.house.procedures.get(name)) || kernelRefusals.refuse('not-found')
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

const declaredOf = ({ procedure, step }: StepPlace) => (step === 'open' ? openingOf(procedure) : procedure.steps[step]!)
const fieldsOf = (place: StepPlace): Fields => asked(declaredOf(place).asks ?? {})

async function placeOf(parts: PublicParts, visit: Visit): Promise<StepPlace> {
  const caller = await callerFor(parts, visit)
  const procedure = procedureOf(parts, visit.params['register'])
  const id = visit.params['id']
  const step = id === undefined ? 'open' : visit.params['step']!
  if (!stepOf(procedure, step)) return kernelRefusals.refuse('not-found')
  return { procedure, step, record: id === undefined ? null : await readFor(parts.engine, procedure.of, caller.person, id) }
}

async function stepPage(
  parts: PublicParts,
  visit: Visit,
  place: StepPlace,
  shownValues: Readonly<Record<string, string | readonly string[]>>,
  more: { problems: readonly FormProblem[]; key: string; caller: Caller; kept?: ReadonlyMap<string, Uploaded> },
): Promise<Rendered> {
  const { procedure, step, record } = place
  const by = { engine: parts.engine, person: more.caller.person, s: visit.s }
  const [declared, fields] = [declaredOf(place), fieldsOf(place)]
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
      basis: declared.basis ? citationKey(citedOn(declared.basis, dayOf(parts.engine.now()), record ?? {})) : null,
      action: visit.s.to(record ? `${base}/${record.id}/${step}` : `${base}/open`),
      fields,
      values: await namesFrom(by, fields, shownValues),
      offers: await offersFor(by, fields),
      problems: more.problems,
      hidden: {
        ...{ _key: more.key, _csrf: more.caller.csrf ?? '' },
        ...(record ? { _version: visit.form.get('_version') ?? String(record.version) } : {}),
      },
      kept: more.kept ?? new Map(),
      s: visit.s,
    }),
  }
}

async function take(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const caller = await callerFor(parts, visit)
  const place = await placeOf(parts, visit)
  const { procedure, step, record } = place
  const fields = fieldsOf(place)
  const key = visit.form.get('_key') ?? uuidv7()
  const again = async (problems: readonly FormProblem[]) => {
    const kept = await keptFiles(parts.engine, caller.person, visit.form, fields)
    return stepPage(parts, visit, place, valuesOf(fields, visit.form), { problems, key, caller, kept })
  }
  if (visit.refusedFiles.length > 0) return again(fileProblems(visit))
  try {
    const receipt = await act(parts.engine, {
      register: procedure.of.name,
      record: record?.id ?? key,
      step,
      answers: await keysFrom({ engine: parts.engine, person: caller.person, s: visit.s }, fields, valuesOf(fields, visit.form)),
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
    const place = await placeOf(parts, visit)
    const fields = declaredOf(place).asks ?? {}
    return { register: place.procedure.of.name, fields, person: caller.person, key: visit.form.get('_key') ?? '' }
  }

/** The form, what is sent with it, and the files that come before the rest. */
export function stepForms(parts: PublicParts) {
  const shown = async (visit: Visit): Promise<Rendered> => {
    const caller = await callerFor(parts, visit)
    const place = await placeOf(parts, visit)
    const { of } = place.procedure
    const own = { concerned: concerned(of), speaksFor: caller.person.speaksFor ?? [] }
    const first = place.step === 'open' ? offered(fieldsOf(place), visit.query, own) : {}
    return stepPage(parts, visit, place, { ...atFirst(fieldsOf(place), place.record), ...first }, { problems: [], key: uuidv7(), caller })
  }
  return { shown, taken: (visit: Visit) => take(parts, visit), receiving: receivingFor(parts.engine, formOf(parts)) }
}
