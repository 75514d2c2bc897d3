// Lists of records: one filter, keyset pages, chosen columns; the filter of permission is part of `where`.
import type { Filter } from '../../kernel/filter.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { ClockChange } from '../../kernel/journal.ts'
import { named, piece, together, type Piece } from '../compile.ts'
import type { Database, Session } from '../database.ts'
import { columnOf, tableOf } from '../names.ts'
import { readable } from './find.ts'

export interface Listing {
  readonly where: Filter
  readonly limit: number
  /** The last record of the page before, by the columns of the order. */
  readonly after?: { readonly value: unknown; readonly id: string }
  readonly order?: { readonly field: string; readonly descending: boolean }
  /** Fields to read; absent: all. */
  readonly fields?: readonly string[]
}

const newest = { field: 'opened', descending: true } as const

/** Columns under the names of their fields: a row as it comes is a record, and is not copied into one. */
function columnsFor(register: Register, fields: readonly string[] | undefined, order: string): string {
  const wanted = fields ? new Set([...fields, 'id', 'version', 'state', order].map(columnOf)) : null
  return readable(register)
    .filter(({ column }) => wanted === null || wanted.has(column))
    .map(({ column, field }) => (column === field ? `"${column}"` : `"${column}" as "${field}"`))
    .join(', ')
}

/** Columns in which something always stands, so that their index gives the order and the place of a page in it. */
export const isAlwaysSet = (register: Register, field: string): boolean =>
  ['id', 'state', 'version', 'opened', 'changed'].includes(field) || (field === 'number' && register.number !== undefined)

/** What follows the last record of the page before. What is missing stands last, in either direction. */
function following(column: string, isSet: boolean, descending: boolean, after: NonNullable<Listing['after']>): readonly (string | Piece)[] {
  const { value, id } = after
  const sign = descending ? '<' : '>'
  const place: Piece = { text: '($1, $2::uuid)', values: [value, id] }
  if (isSet) return [` and (${column}, id) ${sign} `, place]
  if (value === null) return [` and ${column} is null and id ${sign} `, { text: '$1::uuid', values: [id] }]
  return [` and ((${column}, id) ${sign} `, place, ` or ${column} is null)`]
}

/** Number of records is written in, not given: the planner must know that it need not sort them all. */
function pageQuery(register: Register, listing: Listing): Piece {
  const { field, descending } = listing.order ?? newest
  const [column, direction] = [`"${columnOf(field)}"`, descending ? 'desc' : 'asc']
  const isSet = isAlwaysSet(register, field)
  return together([
    `select ${columnsFor(register, listing.fields, field)} from record."${tableOf(register.name)}" where `,
    piece(listing.where),
    ...(listing.after ? following(column, isSet, descending, listing.after) : []),
    ` order by ${column} ${direction}${isSet ? '' : ' nulls last'}, id ${direction} limit ${Math.floor(listing.limit)}`,
  ])
}

export async function listRecords(at: Database | Session, register: Register, listing: Listing): Promise<readonly AnyRecord[]> {
  const { text, values } = pageQuery(register, listing)
  const { rows } = await at.query<AnyRecord & Record<string, unknown>>(text, [...values])
  return rows
}

/** The statement that finds one record by its id (its first value), where the filter lets it be seen, and its clocks, in one round trip. */
export const oneQuery = (register: Register, where: Filter, fields: readonly string[]): Piece =>
  together([
    `select ${columnsFor(register, fields, 'id')}, (select json_agg(change order by deadline, run) from kernel.clock where record = r.id) as clocks_ from record."${tableOf(register.name)}" r where r.id = `,
    { text: '$1', values: [null] },
    ' and ',
    piece(where),
  ])

/** One record by the statement that was made for it. */
export async function readRecord(
  at: Database | Session,
  query: Piece,
  id: string,
): Promise<{ readonly record: AnyRecord; readonly clocks: readonly ClockChange[] } | null> {
  const statement = named(query)
  statement.values[0] = id
  const { rows } = await at.query<AnyRecord & Record<string, unknown> & { clocks_: readonly ClockChange[] | null }>(statement)
  if (!rows[0]) return null
  const { clocks_, ...record } = rows[0]
  return { record: record as unknown as AnyRecord, clocks: clocks_ ?? [] }
}

export async function countRecords(at: Database | Session, register: Register, where: Filter): Promise<number> {
  const { text, values } = together([`select count(*) from record."${tableOf(register.name)}" where `, piece(where)])
  return (await at.query<{ count: number }>(text, [...values])).rows[0]!.count
}
