// Lists of records: one filter, keyset pages, chosen columns; the filter of permission is part of `where`.
import type { Filter } from '../../kernel/filter.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { sql } from 'kysely'
import { composer, condition, type Compiled } from '../compile.ts'
import type { Database, Session } from '../database.ts'
import { columnOf, tableOf } from '../names.ts'
import { columnsOf } from '../schema.ts'
import { recordFrom } from './find.ts'

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

function pageQuery(register: Register, listing: Listing): Compiled {
  const order = listing.order ?? newest
  const wanted = listing.fields ? new Set([...listing.fields, 'id', 'version', 'state', order.field].map(columnOf)) : null
  const columns = columnsOf(register)
    .map((c) => c.name)
    .filter((name) => !['bigrams', 'searched', 'more'].includes(name) && (wanted === null || wanted.has(name)))
  const direction = order.descending ? 'desc' : 'asc'
  let query = composer
    .withSchema('record')
    .selectFrom(tableOf(register.name))
    .select(columns as never[])
    .where((build) => condition(build, listing.where))
  if (listing.after) {
    const { value, id } = listing.after
    const column = sql.ref(columnOf(order.field))
    query = query.where(
      order.descending ? sql<boolean>`(${column}, id) < (${value}, ${id}::uuid)` : sql<boolean>`(${column}, id) > (${value}, ${id}::uuid)`,
    )
  }
  return query
    .orderBy(columnOf(order.field) as never, direction)
    .orderBy('id' as never, direction)
    .limit(listing.limit)
    .compile() as Compiled
}

export async function listRecords(at: Database | Session, register: Register, listing: Listing): Promise<readonly AnyRecord[]> {
  const query = pageQuery(register, listing)
  const { rows } = await at.query(query.sql, [...query.parameters])
  return rows.map((row: Record<string, unknown>) => recordFrom(register, row))
}

export async function countRecords(at: Database | Session, register: Register, where: Filter): Promise<number> {
  const query = composer
    .withSchema('record')
    .selectFrom(tableOf(register.name))
    .select(sql<number>`count(*)`.as('count'))
    .where((build) => condition(build, where))
    .compile()
  return (await at.query<{ count: number }>(query.sql, [...query.parameters])).rows[0]!.count
}
