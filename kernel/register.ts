// 台帳: a register is a list of records of one kind, with typed fields and a number for each record.
import type { Fields, Values } from './field.ts'
import type { Words } from './words.ts'

export interface Register<N extends string = string, F extends Fields = Fields> {
  readonly noun: 'register'
  readonly name: N
  readonly title: Words
  readonly fields: F
  /** `TS{area}{year}{seq}`: places for the area's code, the year of opening and a number that is never used twice. */
  readonly number?: string
  /** The field that names a record to people, shown in lists and links. */
  readonly headline: keyof F & string
  /** The field whose value places the record in the area tree; absent: the record belongs to the whole jurisdiction. */
  readonly placedBy?: keyof F & string
  /** The field that names the party concerned, who may read with the reach `party`; several where a record concerns more than one. */
  readonly concerns?: (keyof F & string) | readonly (keyof F & string)[]
  /** Fields by which one record is known from another: no two records share their values, and a file uploaded again is known by them. */
  readonly knownBy?: readonly (keyof F & string)[]
  /** Columns of the list page, in order; absent: the first six fields that are not personal. */
  readonly listed?: readonly (keyof F & string)[]
  /** Duties that may read without holding one of the procedure; and whether records are orders, which places below theirs read too. */
  readonly readBy?: readonly string[]; readonly handedDown?: boolean
}

export function register<const N extends string, const F extends Fields>(
  name: N,
  declared: Omit<Register<N, F>, 'noun' | 'name'>,
): Register<N, F> {
  return { noun: 'register', name, ...declared }
}

/** Fields that name the parties concerned. */
export const concerned = (of: Pick<Register, 'concerns'>): readonly string[] =>
  of.concerns === undefined ? [] : typeof of.concerns === 'string' ? [of.concerns] : of.concerns

/** Parties that a record concerns, by credit code. */
export const partiesOf = (of: Pick<Register, 'concerns'>, record: Readonly<Record<string, unknown>>): readonly string[] =>
  concerned(of).flatMap((field) => (typeof record[field] === 'string' ? [record[field]] : []))

/** Columns that every record has beside its declared fields. */
export interface Standing {
  readonly id: string
  readonly number: string | null
  readonly state: string
  readonly version: number
  /** Division code of the place, or null for the whole jurisdiction. */
  readonly area: string | null
  /** The office that holds the record now. */
  readonly office: string | null
  /** The account that opened it. */
  readonly owner: string | null
  /** The natural person whose data the personal fields are. */
  readonly subject: string | null
  readonly opened: string
  readonly changed: string
}

export type RecordOf<R> = R extends Register<string, infer F> ? Values<F> & Standing : never
export type AnyRecord = Standing & Readonly<Record<string, unknown>>

/** Fields of a register taken over into a step's questions. */
export function ask<F extends Fields, const K extends readonly (keyof F & string)[]>(
  from: Register<string, F>,
  ...names: K
): { readonly [P in K[number]]: F[P] } {
  return Object.fromEntries(names.map((name) => [name, from.fields[name]])) as { readonly [P in K[number]]: F[P] }
}
