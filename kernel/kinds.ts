// All kinds of field by name, and the words by which declarations speak of them.
import type { Choice, Field, FieldKind, Fields, KindName, Values } from './field.ts'
import { areaKind, citationKind, figuresKind, linkKind, officeKind, partyKind } from './fields/code.ts'
import { choiceKind, choicesKind } from './fields/choice.ts'
import { dayKind } from './fields/day.ts'
import { filesKind } from './fields/files.ts'
import { instantKind } from './fields/instant.ts'
import { integerKind } from './fields/integer.ts'
import { amountKind, quantityKind } from './fields/quantity.ts'
import { rowsKind } from './fields/rows.ts'
import { textKind } from './fields/text.ts'
import { yesKind } from './fields/yes.ts'
import type { Day } from './day.ts'
import type { Words } from './words.ts'

const kinds = {
  text: textKind,
  day: dayKind,
  instant: instantKind,
  integer: integerKind,
  quantity: quantityKind,
  amount: amountKind,
  yes: yesKind,
  choice: choiceKind,
  choices: choicesKind,
  party: partyKind,
  area: areaKind,
  office: officeKind,
  link: linkKind,
  files: filesKind,
  citation: citationKind,
  figures: figuresKind,
  rows: rowsKind,
} satisfies Record<KindName, object>

export const kindOf = (field: Field): FieldKind<unknown> => kinds[field.kind] as unknown as FieldKind<unknown>

type Options = Omit<Field, 'kind' | 'title' | 'optional' | 'value' | 'choices' | 'to' | 'columns'>
type Made<V, O> = Field<V, O extends { optional: true } ? true : false>

const make =
  <V>(kind: KindName) =>
  <const O extends Options & { optional?: boolean }>(title: Words, options?: O): Made<V, O> =>
    ({ kind, title, optional: false, ...options }) as unknown as Made<V, O>

export const text = make<string>('text')
export const day = make<Day>('day')
export const instant = make<string>('instant')
export const integer = make<number>('integer')
export const quantity = make<string>('quantity')
/** Money in yuan, two places. */
export const amount = make<string>('amount')
export const yes = make<boolean>('yes')
export const party = make<string>('party')
export const area = make<string>('area')
export const office = make<string>('office')
export const files = make<readonly string[]>('files')
export const citation = make<string>('citation')
export const figures = make<Readonly<Record<string, string>>>('figures')

/** Identity of a record of another register. */
export const link = <const O extends Options & { optional?: boolean }>(title: Words, to: string, options?: O): Made<string, O> =>
  ({ kind: 'link', title, optional: false, to, ...options }) as unknown as Made<string, O>

/** A short table inside the record; its cells are fields, parsed and shown as such. */
export const rows = <const C extends Fields, const O extends Options & { optional?: boolean }>(
  title: Words,
  columns: C,
  options?: O,
): Made<readonly Values<C>[], O> => ({ kind: 'rows', title, optional: false, columns, ...options }) as unknown as Made<readonly Values<C>[], O>

export const choice = <const C extends Readonly<Record<string, Choice | Words>>, const O extends Options & { optional?: boolean }>(
  title: Words,
  choices: C,
  options?: O,
): Made<keyof C & string, O> =>
  ({ kind: 'choice', title, optional: false, choices: titled(choices), ...options }) as unknown as Made<keyof C & string, O>

export const choices = <const C extends Readonly<Record<string, Choice | Words>>, const O extends Options & { optional?: boolean }>(
  title: Words,
  list: C,
  options?: O,
): Made<readonly (keyof C & string)[], O> =>
  ({ kind: 'choices', title, optional: false, choices: titled(list), ...options }) as unknown as Made<readonly (keyof C & string)[], O>

const titled = (list: Readonly<Record<string, Choice | Words>>): Record<string, Choice> =>
  Object.fromEntries(Object.entries(list).map(([key, item]) => [key, 'title' in item ? item : { title: item }]))
