// Reading for people: what their duties reach, the fields their duties see, and a note of each reading of personal data.
import { everything, type Filter } from '../../kernel/filter.ts'
import { mayRead, readingDuties, seesField, type Person } from '../../kernel/permission.ts'
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { Engine } from '../engine.ts'
import { countRecords, listRecords, type Listing } from './list.ts'

/** The caller's own filter over a register; combined with whatever is asked. */
export function reachOf(engine: Engine, register: Register, person: Person): Filter {
  return mayRead(engine.house, register, person, { tree: engine.tree, day: dayOf(engine.now()) })
}

/** Whether a filter lets nothing through whatever the record, so that the store need not be asked. */
export const isNothing = (filter: Filter): boolean => 'any' in filter && filter.any.length === 0

export function visibleFields(engine: Engine, register: Register, person: Person): readonly string[] {
  const day = dayOf(engine.now())
  return Object.entries(register.fields)
    .filter(([, field]) => seesField(engine.house, register, field, person, day))
    .map(([name]) => name)
}

const standing = ['id', 'number', 'state', 'version', 'area', 'office', 'owner', 'opened', 'changed']

function seen(record: AnyRecord, visible: readonly string[]): AnyRecord {
  const kept = new Set([...standing, ...visible])
  return Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name))) as AnyRecord
}

/** Notes who read which personal fields of whom (個人信息保護法 54); a list that shows none leaves no note. */
async function noteReading(
  engine: Engine,
  register: Register,
  person: Person,
  records: readonly AnyRecord[],
  fields: readonly string[],
): Promise<void> {
  const personal = fields.filter((name) => register.fields[name]?.personal)
  const told = records.filter((record) => personal.some((name) => record[name] != null) && record.owner !== person.id)
  if (personal.length > 0 && told.length > 0) await noteRead(engine, register, person, told, personal)
}

/** The note itself; the person concerned can ask for it. */
export async function noteRead(
  engine: Engine,
  register: Register,
  person: Person,
  told: readonly AnyRecord[],
  fields: readonly string[],
): Promise<void> {
  const duty = readingDuties(engine.house, register).find((d) => person.holdings.some((h) => h.duty === d)) ?? null
  await engine.database.query(
    `insert into kernel.reading_of_personal (account, duty, register, record, subject, fields) select $1, $2, $3, r, s, $6 from unnest($4::uuid[], $5::uuid[]) as t(r, s)`,
    [person.id, duty, register.name, told.map((r) => r.id), told.map((r) => r.subject), fields],
  )
}

export interface Asked {
  readonly where?: Filter
  readonly limit: number
  readonly after?: Listing['after']
  readonly order?: Listing['order']
  readonly fields?: readonly string[]
}

/** A page of records as a person may see them. */
export async function listFor(engine: Engine, register: Register, person: Person, asked: Asked): Promise<readonly AnyRecord[]> {
  const visible = visibleFields(engine, register, person)
  const fields = asked.fields ? asked.fields.filter((name) => visible.includes(name) || standing.includes(name)) : visible
  const where: Filter = { all: [reachOf(engine, register, person), asked.where ?? everything] }
  const withSubject = fields.some((name) => register.fields[name]?.personal) ? [...fields, 'subject', 'owner'] : fields
  const records = await listRecords(engine.database, register, { ...asked, where, fields: asked.fields ? withSubject : undefined })
  await noteReading(engine, register, person, records, fields)
  return records.map((record) => seen(record, fields))
}

export const countFor = (engine: Engine, register: Register, person: Person, where: Filter = everything): Promise<number> =>
  countRecords(engine.database, register, { all: [reachOf(engine, register, person), where] })

/** One record as a person may see it; what lies outside their reach is not found, so that its existence is not told. */
export async function readFor(engine: Engine, register: Register, person: Person, id: string): Promise<AnyRecord> {
  const [record] = await listFor(engine, register, person, { where: { field: 'id', is: id }, limit: 1 })
  return record ?? kernelRefusals.refuse('not-found')
}
