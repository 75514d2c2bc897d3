// A refusal is an expected "no" that a person can read: what is wrong, why it matters, what to do now, under which article.
import { citedOn, type Citation } from './citation.ts'
import { fill, type Words } from './words.ts'

export interface RefusalForm {
  /** HTTP status of the answer. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429
  readonly title: Words
  /** What is wrong and why it matters; `{name}` places are filled with the refusal's values. */
  readonly detail: Words
  readonly remedy: Words
  readonly basis?: Citation
}

/** One field that was not taken, inside an `invalid` refusal. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly words: Words
  readonly remedy: Words
}

export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly title: Words
  readonly detail: Words
  readonly remedy: Words
  readonly basis: Citation | undefined
  readonly field: string | undefined
  readonly problems: readonly FieldProblem[]
  readonly values: Readonly<Record<string, unknown>>

  constructor(code: string, form: RefusalForm, values: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.status = form.status
    this.title = fill(form.title, values)
    this.detail = fill(form.detail, values)
    this.remedy = fill(form.remedy, values)
    this.basis = (values.basis as Citation | undefined) ?? form.basis
    this.field = typeof values.field === 'string' ? values.field : undefined
    this.problems = Array.isArray(values.problems) ? (values.problems as FieldProblem[]) : []
    this.values = values
  }

  /** The same refusal under the article that stood on a day, for a record of its kind. */
  on(day: string, row?: object): Refusal {
    return this.basis ? new Refusal(this.code, this as RefusalForm, { ...this.values, basis: citedOn(this.basis, day, row) }) : this
  }
}

type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never
type Needed<F extends RefusalForm> = Places<F['detail']['en'] | F['detail']['zh'] | F['remedy']['en'] | F['remedy']['zh']>
type Given<F extends RefusalForm> = { readonly [K in Needed<F>]: string | number | Words } & {
  readonly field?: string
  readonly basis?: Citation
}

export interface Refusals<S extends string, T extends Readonly<Record<string, RefusalForm>>> {
  readonly system: S
  readonly forms: T
  /** Ends the act: throws, so that the transaction ends and types narrow. */
  refuse<K extends keyof T & string>(reason: K, ...given: [Needed<T[K]>] extends [never] ? [Given<T[K]>?] : [Given<T[K]>]): never
}

/** The refusals of one system: a table of its own, never one for the whole house. */
export function refusals<const S extends string, const T extends Readonly<Record<string, RefusalForm>>>(
  system: S,
  forms: T,
): Refusals<S, T> {
  return {
    system,
    forms,
    refuse(reason, ...given) {
      throw new Refusal(`${system}.${reason}`, forms[reason] as RefusalForm, given[0] ?? {})
    },
  }
}

/** A promise of our own that was broken: never shown to the person, always logged. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`fault: ${sentence}`)
}
