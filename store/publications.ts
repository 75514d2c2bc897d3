// What is public now: records in the published states, inside their term, with the published fields and no others.
import { sql } from 'kysely'
import { dueOf } from '../kernel/clock.ts'
import { dayOf, type Day } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Term } from '../kernel/parameter.ts'
import type { Publication } from '../kernel/publication.ts'
import type { AnyRecord } from '../kernel/register.ts'
import type { Engine } from './engine.ts'
import { composer, condition } from './compile.ts'
import { columnOf, tableOf } from './names.ts'
import { recordFrom } from './records/find.ts'
import type { Filter } from '../kernel/filter.ts'

export interface Published {
  readonly id: string
  readonly number: string | null
  readonly state: string
  readonly values: Readonly<Record<string, unknown>>
  /** Day on which the record came into a published state. */
  readonly since: Day
  /** Last day of publication; null without an end. */
  readonly until: Day | null
}

const stateIn = (entry: string) => sql.raw(`(${entry}.body::jsonb->'sets'->>'state')`)

/** The day of the latest entry that brought the record from outside into the published states; moving among them starts nothing anew. */
const sinceSql = (states: readonly string[]) => sql<string>`(select max(j.occurred) from kernel.journal j
  where j.record = r.id and ${stateIn('j')} in (${sql.join(states)}) and not coalesce((select ${stateIn('b')} in (${sql.join(states)})
    from kernel.journal b where b.record = r.id and b.version < j.version and ${stateIn('b')} is not null order by b.version desc limit 1), false))`

/** The last day of a term, by the rule of the day of publication: a special one goes first, and may name the day from which it counts. */
export function endOf(engine: Engine, publication: Publication, since: Day, record: Readonly<Record<string, unknown>> = {}): Day | null {
  if (!publication.term) return null
  const special = (publication.except ?? []).filter(({ field, is }) => record[field] === is).map(({ term }) => term)
  const [rule] = [...special, publication.term].flatMap(({ parameter, from }) => {
    const version = engine.parameters.find(parameter, since)
    return version ? [{ term: version.value as Term, starts: (from ? (record[from] as Day | null) : null) ?? since }] : []
  })
  if (!rule) return since
  return dueOf({ ...rule, pauses: [], extensions: [], calendar: engine.calendar, moves: false }).due
}

export interface AskedPublication {
  readonly where?: Filter
  readonly limit: number
  readonly after?: string
}

const published = (publication: Publication): Filter => ({
  all: [{ field: 'state', in: publication.states }, ...(publication.where ? [publication.where] : [])],
})

function shown(engine: Engine, publication: Publication, row: Record<string, unknown>): Published {
  const record = recordFrom(publication.of, row)
  const since = dayOf(new Date((row['since_'] as string | null) ?? record.changed).toISOString())
  return {
    id: record.id,
    number: record.number,
    state: record.state,
    values: Object.fromEntries(publication.fields.map((name) => [name, record[name as keyof AnyRecord] ?? null])),
    since,
    until: endOf(engine, publication, since, record),
  }
}

/** The last item of the page before, by the field of the order. */
export interface PageEnd {
  readonly value: string
  readonly id: string
}

interface AskedRows {
  readonly where: Filter
  readonly limit: number
  /** The field by which they are ordered, its latest first; absent: by identity. */
  readonly by?: string
  readonly after?: PageEnd
}

/** Rows in the published states, those that have left their term among them. */
async function publishedRows(engine: Engine, publication: Publication, asked: AskedRows): Promise<readonly Record<string, unknown>[]> {
  const { except = [] } = publication
  const counted = [publication.term, ...except.map(({ term }) => term)].flatMap((term) => term?.from ?? [])
  const fields = [...publication.fields, ...except.map(({ field }) => field), ...counted]
  const columns = ['id', 'number', 'state', 'changed', ...fields.map(columnOf)]
  let query = composer
    .withSchema('record')
    .selectFrom(`${tableOf(publication.of.name)} as r` as never)
    .select([...new Set(columns)].map((c) => sql.ref(`r.${c}`).as(c)) as never[])
    .where((build) => condition(build, { all: [published(publication), asked.where] }))
  if (publication.term) query = query.select(sinceSql(publication.states).as('since_') as never)
  const { after } = asked
  const by = asked.by ? sql.ref(`r.${columnOf(asked.by)}`) : null
  if (by) query = query.where(sql<boolean>`${by} is not null`).orderBy(by, 'desc')
  if (after && by) query = query.where(sql<boolean>`(${by}, r.id) < (${after.value}, ${after.id}::uuid)`)
  else if (after) query = query.where(sql<boolean>`r.id < ${after.id}::uuid`)
  const compiled = query
    .orderBy(sql`r.id`, 'desc')
    .limit(asked.limit)
    .compile()
  return (await engine.database.query<Record<string, unknown>>(compiled.sql, [...compiled.parameters])).rows
}

const within =
  (today: Day) =>
  ({ until }: Published): boolean =>
    until === null || until >= today

/** One page of a publication, newest first; what has left its term is not in it. */
export async function listPublished(engine: Engine, publication: Publication, asked: AskedPublication): Promise<readonly Published[]> {
  const { where = { all: [] }, limit, after } = asked
  const rows = await publishedRows(engine, publication, { where, limit, ...(after ? { after: { value: '', id: after } } : {}) })
  return rows.map((row) => shown(engine, publication, row)).filter(within(dayOf(engine.now())))
}

/** Which of the records are in a published state, but have left their term. */
export async function outOfTerm(engine: Engine, publication: Publication, ids: readonly string[]): Promise<readonly string[]> {
  if (!publication.term || ids.length === 0) return []
  const rows = await publishedRows(engine, publication, { where: { field: 'id', in: ids }, limit: ids.length })
  const inTerm = within(dayOf(engine.now()))
  return rows.map((row) => shown(engine, publication, row)).filter((item) => !inTerm(item)).map(({ id }) => id)
}

export interface PublishedPage {
  readonly items: readonly Published[]
  /** Where the next page begins; null on the last. */
  readonly next: PageEnd | null
}

/** A whole page in the order of a field: rows that have left their term are passed over, however many there are. */
export async function pagePublished(
  engine: Engine,
  publication: Publication,
  asked: AskedRows & { readonly by: string },
): Promise<PublishedPage> {
  const items: Published[] = []
  const inTerm = within(dayOf(engine.now()))
  let after = asked.after
  for (;;) {
    const rows = await publishedRows(engine, publication, { ...asked, limit: asked.limit + 1, ...(after ? { after } : {}) })
    for (const row of rows) {
      const item = shown(engine, publication, row)
      if (!inTerm(item)) continue
      const last = items.at(-1)
      if (items.length === asked.limit) return { items, next: { value: String(last!.values[asked.by]), id: last!.id } }
      items.push(item)
    }
    if (rows.length <= asked.limit) return { items, next: null }
    const end = rows.at(-1)!
    after = { value: String(end[columnOf(asked.by)]), id: end['id'] as string }
  }
}

/** One published record; refuses with `gone` when it left its term or its state, so that search engines drop it. */
export async function readPublished(engine: Engine, publication: Publication, id: string): Promise<Published> {
  const [item] = await listPublished(engine, publication, { where: { field: 'id', is: id }, limit: 1 })
  if (item) return item
  const { rows } = await engine.database.query(`select 1 from kernel.seal where record = $1 and kind = $2`, [id, publication.name])
  const was = rows.length > 0 || (await outOfTerm(engine, publication, [id])).length > 0
  return kernelRefusals.refuse(was ? 'gone' : 'not-found')
}
