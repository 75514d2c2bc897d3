// What is due: open clocks of the records within a person's reach, the most urgent first.
import { expressionBuilder, sql } from 'kysely'
import type { Filter } from '../../kernel/filter.ts'
import type { ClockChange } from '../../kernel/journal.ts'
import type { Person } from '../../kernel/permission.ts'
import { composer, condition, type AnyTables } from '../compile.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import { shownClock, type ClockShown } from './clocks.ts'
import { reachOf, visibleFields } from './read.ts'

export interface DueItem extends ClockShown {
  readonly register: string
  readonly record: string
  readonly number: string | null
  readonly headline: string
  readonly state: ClockShown['state']
  readonly recordState: string
}

async function dueIn(engine: Engine, register: string, person: Person, limit: number): Promise<DueItem[]> {
  const declared = engine.house.procedureOf(register).of
  const headline = visibleFields(engine, declared, person).includes(declared.headline)
    ? sql.ref(`r.${columnOf(declared.headline)}`)
    : sql`r.number`
  const reach = condition(expressionBuilder<AnyTables, string>() as never, prefixed(reachOf(engine, declared, person)))
  const query = sql`select r.id as record, r.number, ${headline} as headline, r.state as "recordState", c.change
    from record.${sql.ref(tableOf(register))} r join kernel.clock c on c.record = r.id
    where c.state in ('open', 'paused', 'lapsed') and ${reach} order by c.runs_out nulls last limit ${limit}`.compile(composer)
  const { rows } = await engine.database.query<{
    record: string
    number: string | null
    headline: string
    recordState: string
    change: ClockChange
  }>(query.sql, [...query.parameters])
  return rows.map((row) => ({
    register,
    record: row.record,
    number: row.number,
    headline: row.headline ?? '',
    recordState: row.recordState,
    ...shownClock(row.change, engine),
  }))
}

/** Names of the record's columns stand beside the clock's: the filter says which table it means. */
function prefixed(filter: Filter): Filter {
  if ('all' in filter) return { all: filter.all.map(prefixed) }
  if ('any' in filter) return { any: filter.any.map(prefixed) }
  if ('not' in filter) return { not: prefixed(filter.not) }
  return 'field' in filter ? { ...filter, field: `r.${filter.field}` } : filter
}

/** Clocks of all registers that a person reads, in the order in which they run out. */
export async function dueFor(engine: Engine, person: Person, limit = 200): Promise<readonly DueItem[]> {
  const registers = [...engine.house.procedures.values()]
    .filter((procedure) => procedure.deadlines.length > 0)
    .map((procedure) => procedure.of.name)
  const lists = await Promise.all(registers.map((register) => dueIn(engine, register, person, limit)))
  return lists
    .flat()
    .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
    .slice(0, limit)
}
