// Answers of a form without script: what was sent for each question, and what is said of those that were refused.
import type { Field, Fields } from '../kernel/field.ts'
import { Refusal } from '../kernel/refusal.ts'
import { uuidv7 } from '../store/uuid.ts'
import type { FormProblem } from './site/form.tsx'
import { rowsSent } from './site/rows-control.tsx'
import type { Saying } from './site/saying.ts'

/** What was sent for each question, as it was written. */
export const valuesOf = (fields: Fields, form: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, string | string[]] => {
      if (field.kind === 'choices' || field.kind === 'files') return [name, form.getAll(name)]
      if (field.kind === 'rows') return [name, rowsSent(name, field, form)]
      return [name, form.get(name) ?? '']
    }),
  )

const askedIn = ({ kind, byLink }: Field): boolean => kind !== 'figures' && !byLink

/** A form without script leaves out tables of figures, which are sent through the interface, and what linkages fill in. */
export const asked = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]: [string, Field]) => askedIn(field)))

const several = new Set<Field['kind']>(['choices', 'files', 'rows', 'figures'])

/** What the address of a new form offers for its questions, and the body for which whoever opens it speaks, if it is one. */
export function offered(
  fields: Fields,
  query: Readonly<Record<string, string | undefined>>,
  own: { readonly concerned: readonly string[]; readonly speaksFor: readonly string[] },
): Record<string, string> {
  const body = own.speaksFor.length === 1 ? own.concerned.filter((name) => name in fields).map((name) => [name, own.speaksFor[0]!]) : []
  const asked = Object.entries(fields).flatMap(([name, field]) => {
    const given = several.has(field.kind) ? undefined : query[name]
    return given === undefined ? [] : [[name, given.replaceAll(/\p{Cc}/gu, '').slice(0, 200)]]
  })
  return Object.fromEntries([...(body.length === 1 ? body : []), ...asked]) as Record<string, string>
}

/** What the reader sees of a refusal beside the fields that it names; one that names none stands at the field given. */
export function problemsOf(error: unknown, s: Saying, otherwise = ''): readonly FormProblem[] {
  if (!(error instanceof Refusal)) throw error
  if (error.problems.length > 0) return error.problems.map((p) => ({ field: p.field, text: s.say(p.words), remedy: s.say(p.remedy) }))
  return [{ field: error.field ?? otherwise, text: s.say(error.detail), remedy: s.say(error.remedy) }]
}

/** The key that came with a form, or a new one. */
export const keyOf = (form: URLSearchParams): string => {
  const key = form.get('_key') ?? ''
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key) ? key : uuidv7()
}
