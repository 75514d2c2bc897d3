// Reading for people: what their duties reach, the fields their duties see, and a note of each reading of personal data.
import { everything, type Filter } from '../../kernel/filter.ts'
import { mayRead, readingDuties, seesField, type Person } from '../../kernel/permission.ts'
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { Engine } from '../engine.ts'
import { shownClock, type ClockShown } from './clocks.ts'
import { countRecords, listRecords, readRecord, type Listing } from './list.ts'
import { isUuid } from '../uuid.ts'

/** What a person may see of a register on a day. */
interface Sight {
  readonly day: string
  readonly reach: Filter
  readonly visible: readonly string[]
}

const sights = new WeakMap<Engine, WeakMap<Person, Map<Register, Sight>>>()

/** Reckoned once a day for each person that is remembered: the area tree and every field's duties are walked for it. */
function sightOf(engine: Engine, register: Register, person: Person): Sight {
  const day = dayOf(engine.now())
  const persons = sights.get(engine) ?? new WeakMap<Person, Map<Register, Sight>>()
  const registers = persons.get(person) ?? new Map<Register, Sight>()
  sights.set(engine, persons.set(person, registers))
  const known = registers.get(register)
  if (known?.day === day) return known
  const made: Sight = {
    day,
    reach: mayRead(engine.house, register, person, { tree: engine.tree, day }),
    visible: Object.entries(register.fields)
      .filter(([, field]) => seesField(engine.house, register, field, person, day))
      .map(([name]) => name),
  }
  registers.set(register, made)
  return made
}

/** The caller's own filter over a register; combined with whatever is asked. */
export const reachOf = (engine: Engine, register: Register, person: Person): Filter => sightOf(engine, register, person).reach

/** Whether a filter lets nothing through whatever the record, so that the store need not be asked. */
export const isNothing = (filter: Filter): boolean => 'any' in filter && filter.any.length === 0

export const visibleFields = (engine: Engine, register: Register, person: Person): readonly string[] =>
  sightOf(engine, register, person).visible

const standing = ['id', 'number', 'state', 'version', 'area', 'office', 'owner', 'opened', 'changed']

/** Whose account opened a record is told to that account only: it names a reporter. Whose data it holds is told to nobody. */
function seen(records: readonly AnyRecord[], person: Person): readonly AnyRecord[] {
  for (const record of records as unknown as { owner: string | null; subject?: string | null }[]) {
    if (record.owner !== person.id) record.owner = null
    if ('subject' in record) record.subject = undefined
  }
  return records
}

/** What is read to show these fields: what is not to be seen does not leave the store. Of personal data also whose they are. */
const toRead = (register: Register, fields: readonly string[]): readonly string[] =>
  fields.some((name) => register.fields[name]?.personal) ? [...fields, 'subject', 'owner'] : fields

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
  const read = toRead(register, asked.fields ? fields : [...standing, ...visible])
  const records = await listRecords(engine.database, register, { ...asked, where, fields: read })
  await noteReading(engine, register, person, records, fields)
  return seen(records, person)
}

export const countFor = (engine: Engine, register: Register, person: Person, where: Filter = everything): Promise<number> =>
  countRecords(engine.database, register, { all: [reachOf(engine, register, person), where] })

export interface Read {
  readonly record: AnyRecord
  readonly clocks: readonly ClockShown[]
}

/** One record and its clocks as a person may see them; what lies outside their reach is not found, so that its existence is not told. */
export async function readWithClocks(engine: Engine, register: Register, person: Person, id: string): Promise<Read> {
  if (!isUuid(id)) return kernelRefusals.refuse('not-found')
  const { reach, visible } = sightOf(engine, register, person)
  const found = await readRecord(engine.database, register, id, reach, toRead(register, [...standing, ...visible]))
  if (found === null) return kernelRefusals.refuse('not-found')
  await noteReading(engine, register, person, [found.record], visible)
  return { record: seen([found.record], person)[0]!, clocks: found.clocks.map((clock) => shownClock(clock, engine)) }
}

export const readFor = async (engine: Engine, register: Register, person: Person, id: string): Promise<AnyRecord> =>
  (await readWithClocks(engine, register, person, id)).record
