// What is due: open clocks of the records within a person's reach, the most urgent first, and how many of each light.
import { expressionBuilder, sql, type RawBuilder } from 'kysely'
import { possibleFrom } from '../../kernel/act.ts'
import { light, type Light } from '../../kernel/clock.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import type { Filter } from '../../kernel/filter.ts'
import type { ClockChange } from '../../kernel/journal.ts'
import { reachUnder, type Person } from '../../kernel/permission.ts'
import { asList, type Procedure } from '../../kernel/procedure.ts'
import { concerned } from '../../kernel/register.ts'
import { composer, condition, type AnyTables } from '../compile.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import { shownClock, type ClockShown } from './clocks.ts'
import { isNothing, reachOf, visibleFields } from './sight.ts'
import { clocksOf } from './towards.ts'
import { runsOut } from './write.ts'

export interface DueItem extends ClockShown {
  readonly register: string
  readonly record: string
  readonly number: string | null
  readonly headline: string
  readonly recordState: string
  readonly area: string | null
  readonly office: string | null
  readonly owner: string | null
  /** Parties that the record concerns. */
  readonly parties: readonly string[]
  /** Where the next page begins. */
  readonly place: DuePlace
}

/** Position in the order of what is due. */
export type DuePlace = readonly [runsOut: string, record: string, deadline: string, run: number]

export interface DueAsked {
  readonly limit: number
  readonly after?: DuePlace
  readonly register?: string
  readonly office?: string
  readonly lights?: readonly Light[]
  /** Only clocks of these. */
  readonly records?: readonly string[]
  /** Only clocks that the person could settle now, or bring nearer to it. */
  readonly mine?: boolean
}

/** Days ahead beyond which no clock is yellow: five working days never span more, holidays included. */
const nearDays = 30
const never = 'infinity'

/** Records on which a person holds the duty of some step that leads on from their state. */
export function actsOn(engine: Engine, procedure: Procedure, person: Person): Filter {
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const any = Object.keys(procedure.states).flatMap((state): Filter[] => {
    // Papers can be signed and served in any state: that alone makes no record somebody's work.
    const steps = possibleFrom(procedure, state)
      .map((name) => procedure.steps[name]!)
      .filter((step) => !step.standing)
    const duties = [...new Set(steps.flatMap((step) => asList(step.by).map((duty) => engine.house.duty(procedure.of.name, duty))))]
    const reach = reachUnder(duties, person, procedure.of, at)
    return isNothing(reach) ? [] : [{ all: [{ field: 'state', is: state }, reach] }]
  })
  return { any }
}

/** Names of the record's columns stand beside the clock's: the filter says which table it means. */
function prefixed(filter: Filter): Filter {
  if ('all' in filter) return { all: filter.all.map(prefixed) }
  if ('any' in filter) return { any: filter.any.map(prefixed) }
  if ('not' in filter) return { not: prefixed(filter.not) }
  return 'field' in filter ? { ...filter, field: `r.${filter.field}` } : filter
}

function reached(engine: Engine, procedure: Procedure, person: Person, mine: boolean, office?: string): RawBuilder<unknown> {
  const written = (filter: Filter) => sql`${condition(expressionBuilder<AnyTables, string>() as never, prefixed(filter))}`
  const all = written({ all: [reachOf(engine, procedure.of, person), ...(office ? [{ field: 'office', is: office }] : [])] })
  if (!mine) return all
  const own = clocksOf(engine, procedure, person).map(
    ({ reach, clocks }) => sql`(${written(reach)} and c.deadline || ' ' || r.state || ' ' || (c.state = 'lapsed') = any(${clocks}::text[]))`,
  )
  return own.length === 0 ? sql`false` : sql`${all} and (${sql.join(own, sql` or `)})`
}

/** Which clocks can have one of the lights; the calendar decides on those that are near. */
function lit(lights: readonly Light[], now: string): RawBuilder<unknown> {
  const near = addDays(dayOf(now), nearDays)
  const parts: RawBuilder<unknown>[] = []
  if (lights.includes('grey')) parts.push(sql`(c.state = 'paused' or c.runs_out is null)`)
  if (lights.includes('red')) parts.push(sql`(c.state <> 'paused' and c.runs_out <= ${now})`)
  if (lights.includes('green')) parts.push(sql`(c.state <> 'paused' and c.runs_out > ${now})`)
  else if (lights.includes('yellow')) parts.push(sql`(c.state <> 'paused' and c.runs_out > ${now} and c.due <= ${near})`)
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

interface Row {
  readonly record: string
  readonly number: string | null
  readonly headline: string | null
  readonly recordState: string
  readonly area: string | null
  readonly office: string | null
  readonly owner: string | null
  readonly parties: readonly string[]
  readonly change: ClockChange
}

async function dueIn(engine: Engine, procedure: Procedure, person: Person, asked: DueAsked): Promise<DueItem[]> {
  const { of: declared } = procedure
  const seen = visibleFields(engine, declared, person)
  const headline = seen.includes(declared.headline) ? sql.ref(`r.${columnOf(declared.headline)}`) : sql`r.number`
  const parties = sql.join([sql`null`, ...concerned(declared).map((field) => sql.ref(`r.${columnOf(field)}`))])
  const place = sql`(coalesce(c.runs_out, ${never}::timestamptz), c.record, c.deadline, c.run)`
  const after = asked.after
    ? sql`and ${place} > (${asked.after[0]}::timestamptz, ${asked.after[1]}::uuid, ${asked.after[2]}::text, ${asked.after[3]}::int)`
    : sql``
  const query = sql`select r.id as record, r.number, ${headline} as headline, r.state as "recordState", r.area, r.office, r.owner, array_remove(array[${parties}]::text[], null) as parties, c.change
    from record.${sql.ref(tableOf(declared.name))} r join kernel.clock c on c.record = r.id
    where c.state in ('open', 'paused', 'lapsed') and ${reached(engine, procedure, person, asked.mine ?? false, asked.office)}
      ${asked.lights ? sql`and ${lit(asked.lights, engine.now())}` : sql``} ${asked.records ? sql`and c.record = any(${asked.records}::uuid[])` : sql``} ${after}
    order by coalesce(c.runs_out, ${never}::timestamptz), c.record, c.deadline, c.run limit ${asked.limit}`.compile(composer)
  const { rows } = await engine.database.query<Row>(query.sql, [...query.parameters])
  return rows.map(({ change, ...row }) => ({
    register: declared.name,
    ...row,
    headline: row.headline ?? '',
    ...shownClock(change, engine),
    place: [runsOut(change) ?? never, row.record, change.deadline, change.run],
  }))
}

const inOrder = (a: DueItem, b: DueItem): number => {
  const [x, y] = [a.place, b.place].map(([time, ...rest]) => [time === never ? '9' : time, ...rest].join('\u0000'))
  return x! < y! ? -1 : 1
}

/** Procedures with clocks whose records the person may read at all. */
function withClocks(engine: Engine, person: Person, register?: string): readonly Procedure[] {
  return [...engine.house.procedures.values()].filter(
    (procedure) =>
      procedure.deadlines.length > 0 &&
      (register === undefined || procedure.of.name === register) &&
      !isNothing(reachOf(engine, procedure.of, person)),
  )
}

/** A page of what is due, and where the next begins; a page may be short where the calendar decided otherwise on a light. */
export async function duePage(
  engine: Engine,
  person: Person,
  asked: DueAsked,
): Promise<{ readonly items: readonly DueItem[]; readonly next: DuePlace | null }> {
  const lists = await Promise.all(withClocks(engine, person, asked.register).map((each) => dueIn(engine, each, person, asked)))
  const page = lists.flat().sort(inOrder).slice(0, asked.limit)
  const { lights } = asked
  return {
    items: lights ? page.filter((item) => lights.includes(item.light)) : page,
    next: page.length < asked.limit ? null : page.at(-1)!.place,
  }
}

/** Clocks of all registers that a person reads, in the order in which they run out. */
export const dueFor = async (engine: Engine, person: Person, limit = 200): Promise<readonly DueItem[]> =>
  (await duePage(engine, person, { limit })).items

export interface DueCount {
  readonly register: string
  readonly office: string | null
  readonly light: Light
  readonly count: number
}

interface Bucket {
  readonly office: string | null
  readonly bucket: 'grey' | 'red' | 'far' | 'near'
  readonly starts: string | null
  readonly due: string | null
  readonly count: number
}

async function countsIn(engine: Engine, procedure: Procedure, person: Person, mine: boolean): Promise<readonly DueCount[]> {
  const now = engine.now()
  const near = addDays(dayOf(now), nearDays)
  const query = sql`with lit as (select r.office, c.due, c.change->>'starts' as starts,
      case when c.state = 'paused' or c.runs_out is null then 'grey' when c.runs_out <= ${now} then 'red' when c.due > ${near} then 'far' else 'near' end as bucket
      from record.${sql.ref(tableOf(procedure.of.name))} r join kernel.clock c on c.record = r.id
      where c.state in ('open', 'paused', 'lapsed') and ${reached(engine, procedure, person, mine)})
    select office, bucket, case when bucket = 'near' then starts end as starts, case when bucket = 'near' then due end as due, count(*)::int as count
    from lit group by 1, 2, 3, 4`.compile(composer)
  const { rows } = await engine.database.query<Bucket>(query.sql, [...query.parameters])
  const sums = new Map<string, DueCount>()
  for (const { office, bucket, starts, due, count } of rows) {
    const clock = { state: 'open', due, ...(starts === null ? {} : { starts }) }
    const shown: Light = bucket === 'near' ? light(clock, dayOf(now), engine.calendar) : bucket === 'far' ? 'green' : bucket
    const key = `${office} ${shown}`
    sums.set(key, { register: procedure.of.name, office, light: shown, count: (sums.get(key)?.count ?? 0) + count })
  }
  return [...sums.values()]
}

/** How many clocks of each light, by register and office. */
export async function dueCounts(engine: Engine, person: Person, mine = false): Promise<readonly DueCount[]> {
  return (await Promise.all(withClocks(engine, person).map((each) => countsIn(engine, each, person, mine)))).flat()
}
