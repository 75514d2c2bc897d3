// What a person may see of a register on a day: which records, and which fields on which of them.
import { dayOf, type Day } from '../../kernel/day.ts'
import type { Field } from '../../kernel/field.ts'
import { matches, type Filter } from '../../kernel/filter.ts'
import { mayRead, seenWhere, type Person } from '../../kernel/permission.ts'
import { concerned, type AnyRecord, type Register } from '../../kernel/register.ts'
import type { Engine } from '../engine.ts'
import type { Sees } from './history.ts'

export interface Sight {
  readonly day: Day
  readonly reach: Filter
  /** Fields that are seen on some record. */
  readonly visible: readonly string[]
  /** Those of them that are not seen on every record within reach, and where they are. */
  readonly partly: ReadonlyMap<string, Filter>
  /** What is seen on one record, read with the columns that place it. */
  seesOn(record: AnyRecord): Sees
}

/** Columns by which a record lies within a reach. */
export const placing = (register: Register): readonly string[] => ['area', 'office', 'owner', ...concerned(register)]

/** Whether a filter lets nothing through whatever the record, so that the store need not be asked. */
export const isNothing = (filter: Filter): boolean => 'any' in filter && filter.any.length === 0

const parts = (filter: Filter): readonly string[] => ('any' in filter ? filter.any : [filter]).map((part) => JSON.stringify(part))

/** Whether one filter lets through at least what another does; two that are told apart only by looking at records count as apart. */
const spans = (wide: Filter, narrow: Filter): boolean =>
  ('all' in wide && wide.all.length === 0) || parts(narrow).every((part) => parts(wide).includes(part))

function look(engine: Engine, register: Register, person: Person, day: Day): Sight {
  const at = { tree: engine.tree, day }
  const reach = mayRead(engine.house, register, person, at)
  const filters = new Map<Field['shownTo'], Filter>()
  const where = ({ shownTo }: Pick<Field, 'shownTo'>): Filter => {
    const known = filters.get(shownTo) ?? seenWhere(engine.house, register, { shownTo }, person, at)
    filters.set(shownTo, known)
    return known
  }
  const seen = Object.entries(register.fields)
    .map(([name, field]) => [name, where(field)] as const)
    .filter(([, filter]) => !isNothing(filter))
  return {
    ...{ day, reach },
    visible: seen.map(([name]) => name),
    partly: new Map(seen.filter(([, filter]) => !spans(filter, reach))),
    seesOn: (record) => (field) => matches(where(field), record as unknown as Record<string, unknown>),
  }
}

const sights = new WeakMap<Engine, WeakMap<Person, Map<Register, Sight>>>()

/** Reckoned once a day for each person that is remembered: the area tree and every field's duties are walked for it. */
export function sightOf(engine: Engine, register: Register, person: Person, day = dayOf(engine.now())): Sight {
  const persons = sights.get(engine) ?? new WeakMap<Person, Map<Register, Sight>>()
  const registers = persons.get(person) ?? new Map<Register, Sight>()
  sights.set(engine, persons.set(person, registers))
  const known = registers.get(register)
  if (known?.day === day) return known
  const made = look(engine, register, person, day)
  registers.set(register, made)
  return made
}

/** The caller's own filter over a register; combined with whatever is asked. */
export const reachOf = (engine: Engine, register: Register, person: Person): Filter => sightOf(engine, register, person).reach

export const visibleFields = (engine: Engine, register: Register, person: Person): readonly string[] =>
  sightOf(engine, register, person).visible

const named = (filter: Filter): readonly string[] =>
  'all' in filter ? filter.all.flatMap(named)
  : 'any' in filter ? filter.any.flatMap(named)
  : 'not' in filter ? named(filter.not)
  : 'field' in filter ? [filter.field]
  : []

/** What is asked, within reach: by a field one searches and sorts only there where one sees it, or its value could be guessed. */
export function within({ reach, partly }: Sight, where: Filter, order?: string): Filter {
  const asked = new Set([...named(where), ...(order ? [order] : [])])
  return { all: [reach, ...[...asked].flatMap((name) => partly.get(name) ?? []), where] }
}
