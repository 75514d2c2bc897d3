// Cases of before the breach was kept of which they are: it is taken from the act that opened them, and entered by an act of its own.
import type { EntryBody } from '../../kernel/journal.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'
import { find } from '../../store/records/find.ts'

/**
 * Each case without a mark that an act on its origin opened, with that act. Only what was opened before every link told its breach,
 * with migration 81, can gain one; cases of later that have none never will.
 */
const foundSql = `select c.id, c.party, l.linkage, l.register, l.record, j.body from record."case" c
  join kernel.journal o on o.record = c.id and o.version = 1
  join kernel.link l on l.consequence = o.id join kernel.journal j on j.id = l.cause
  where c.passed_as is null and c.origin_record = l.record::text
    and c.opened < (select applied from kernel.migration where number = 81) and not (c.id = any($1::uuid[])) order by c.id`

/** Whether another case of the same origin and party has a mark already. */
const takenSql = `select 1 from record."case" where origin_record = $1 and party is not distinct from $2 and passed_as = $3 limit 1`

/** Cases that were looked at since the start: what gains nothing once gains nothing the next day. */
const lookedAt = new WeakMap<Engine, Set<string>>()

interface Found {
  readonly id: string
  readonly party: string | null
  readonly linkage: string
  readonly register: string
  readonly record: string
  readonly body: string
}

/** What the linkage would say today of the act of then; null where it tells no breach from another. */
async function markOf(engine: Engine, { linkage: name, register, record: id, body }: Found): Promise<string | null> {
  const then = engine.house.linkages.find((one) => one.name === name)?.then
  const { record } = await find(engine.database, engine.house.procedureOf(register).of, id, false)
  if (!then || !('open' in then) || record === null) return null
  const { answers, sets, occurred } = JSON.parse(body) as EntryBody
  const [given] = [then.with({ record, answers: { ...sets, ...answers }, occurred })].flat()
  return (given?.['passedAs'] as string | null | undefined) ?? null
}

const nameOf = ({ record, party }: Found, mark: string): string => `${record} ${party} ${mark}`

/** Those that no other has the name of. */
export function toldApart<T>(all: readonly T[], name: (one: T) => string): readonly T[] {
  const names = all.map(name)
  return all.filter((_, at) => names.indexOf(names[at]!) === names.lastIndexOf(names[at]!))
}

/**
 * The marks of the cases found; none for two that would have the same. They may be one breach that was passed on twice, or two of one
 * kind and day: unmarked the second is not fined, and a person says which it is.
 */
async function distinctMarks(engine: Engine, found: readonly Found[]): Promise<readonly (readonly [Found, string])[]> {
  const marks: [Found, string][] = []
  for (const row of found) {
    const mark = await markOf(engine, row)
    if (mark !== null) marks.push([row, mark])
  }
  const alone = toldApart(marks, ([row, mark]) => nameOf(row, mark))
  const taken = await Promise.all(alone.map(([row, mark]) => engine.database.query(takenSql, [row.record, row.party, mark])))
  return alone.filter((_, at) => taken[at]!.rows.length === 0)
}

/** Enters what old cases lack; done again it finds nothing, and asks for none of them again. */
export async function markBreaches(engine: Engine): Promise<readonly string[]> {
  const seen = lookedAt.get(engine) ?? new Set()
  lookedAt.set(engine, seen)
  const { rows } = await engine.database.query<Found>(foundSql, [[...seen]])
  const marks = await distinctMarks(engine, rows)
  const lacking = marks.map(([{ id }, passedAs]) => ({ register: 'case', record: id, step: 'mark-breach', key: `marked:${id}`, answers: { passedAs } }))
  const marked = await enterLacking(engine, 'marked', lacking)
  for (const { id } of rows) seen.add(id)
  return marked
}
