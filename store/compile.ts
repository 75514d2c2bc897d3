// Filters of the kernel compiled to SQL by Kysely: the same text serves PostgreSQL and DuckDB.
import {
  expressionBuilder,
  Kysely,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type ExpressionBuilder,
  type Expression,
  type SqlBool,
  type CompiledQuery,
} from 'kysely'
import type { Filter } from '../kernel/filter.ts'
import { pairs, wordsOf, type Mark } from '../kernel/search-text.ts'
import { columnOf } from './names.ts'

export type AnyTables = Record<string, Record<string, unknown>>
type Builder = ExpressionBuilder<AnyTables, string>

/** Composes SQL and runs nothing; the stores run what it compiles. */
export const composer = new Kysely<AnyTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export type Compiled = CompiledQuery<unknown>

const truth = (value: boolean): Expression<SqlBool> => sql<SqlBool>`${sql.raw(value ? 'true' : 'false')}`

/** No stored text holds the character NUL, and PostgreSQL takes none: whoever asks for it finds nothing, in either store. */
const canStand = (value: unknown): boolean => value !== null && !(typeof value === 'string' && value.includes('\0'))

function range(build: Builder, filter: { field: string; from?: unknown; to?: unknown }): Expression<SqlBool> {
  const column = build.ref(columnOf(filter.field) as never)
  const parts = [
    ...(filter.from == null ? [] : [build(column, '>=', filter.from as never)]),
    ...(filter.to == null ? [] : [build(column, '<=', filter.to as never)]),
  ]
  return parts.length === 0 ? build(column, 'is not', null) : build.and(parts)
}

const stands = (build: Builder, word: string): Expression<SqlBool> =>
  sql<SqlBool>`position(${word} in ${build.ref('searched' as never)}) > 0`

/** Every word stands in the text; words of two characters or more go through the bigram index, exactly. */
export function searched(build: Builder, text: string, mark: Mark = ''): Expression<SqlBool> {
  const words = wordsOf(text)
  const wanted = [...new Set(words.flatMap(pairs))].map((pair) => mark + pair)
  if (words.length === 0) return truth(false)
  return build.and([
    ...(wanted.length === 0 ? [] : [sql<SqlBool>`${build.ref('bigrams' as never)} @> ${wanted}::text[]`]),
    ...words.map((word) => stands(build, word)),
  ])
}

/** A filter as a condition; an empty `any` is false, an empty `all` is true. */
export function condition(build: Builder, filter: Filter): Expression<SqlBool> {
  if ('all' in filter) return filter.all.length === 0 ? truth(true) : build.and(filter.all.map((part) => condition(build, part)))
  if ('any' in filter) return filter.any.length === 0 ? truth(false) : build.or(filter.any.map((part) => condition(build, part)))
  // SQL's NOT of an unknown is unknown; the kernel's meaning is "not true".
  if ('not' in filter) return sql<SqlBool>`(${condition(build, filter.not)}) is not true`
  if ('search' in filter) return searched(build, filter.search)
  const column = build.ref(columnOf(filter.field) as never)
  if ('is' in filter && filter.is === null) return build(column, 'is', null)
  if ('is' in filter) return canStand(filter.is) ? build(column, '=', filter.is as never) : truth(false)
  if ('in' in filter) {
    const values = filter.in.filter(canStand)
    // One list, not one place for each value: a reach holds hundreds of areas.
    return values.length === 0 ? truth(false) : sql<SqlBool>`${column} = any(${values})`
  }
  return range(build, filter)
}

/** A part of a statement: its places are numbered from one, and again when parts are put together. */
export interface Piece {
  readonly text: string
  readonly values: readonly unknown[]
}

const pieces = new WeakMap<Filter, Piece>()

/**
 * A filter as a condition that is composed once for each filter object: a person's reach is asked with every request
 * and stays the same object while the person is remembered.
 */
export function piece(filter: Filter): Piece {
  const known = pieces.get(filter)
  if (known) return known
  const made = 'all' in filter ? all(filter.all) : composed(filter)
  pieces.set(filter, made)
  return made
}

const all = (filters: readonly Filter[]): Piece =>
  filters.length === 0 ? { text: 'true', values: [] } : together(filters.flatMap((part, at) => (at === 0 ? [piece(part)] : [' and ', piece(part)])))

function composed(filter: Filter): Piece {
  const { sql: text, parameters } = sql`(${condition(expressionBuilder<AnyTables, string>() as Builder, filter)})`.compile(composer)
  return { text, values: parameters }
}

/** Pieces one after another, with plain text between them. */
export function together(parts: readonly (string | Piece)[]): Piece {
  const values: unknown[] = []
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part
    const before = values.length
    values.push(...part.values)
    return before === 0 ? part.text : part.text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`)
  })
  return { text: texts.join(''), values }
}

const names = new Map<string, string>()

/**
 * The statement under a name of its own, so that the database parses and plans it once per connection. Only for those
 * that find by a key: any other is planned better with its values at hand.
 */
export function named({ text, values }: Piece): { name?: string; text: string; values: unknown[] } {
  const name = names.get(text) ?? `found-${names.size}`
  // Reaches differ from person to person: beyond so many the rest is parsed each time.
  if (!names.has(text) && names.size === 500) return { text, values: [...values] }
  names.set(text, name)
  return { name, text, values: [...values] }
}

/**
 * A filter as SQL text for the warehouse, its few constants written in. They come from declarations or were parsed by
 * the kernel's kinds; quotes are doubled all the same.
 */
export function conditionText(filter: Filter): string {
  const compiled = sql`${condition(expressionBuilder<AnyTables, string>() as Builder, filter)}`.compile(composer)
  const written = (value: unknown): string =>
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
  const constant = (place: string): unknown => compiled.parameters[Number(place) - 1]
  // A list that is given as a table would be joined there.
  return compiled.sql.replaceAll(/= any\(\$(\d+)\)|\$(\d+)/g, (_, list: string | undefined, one: string) =>
    list === undefined ? written(constant(one)) : `in (${(constant(list) as readonly unknown[]).map(written).join(', ')})`,
  )
}
