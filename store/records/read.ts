// Reading for people: what their duties reach, the fields their duties see, and a note of each reading of personal data.
import { dayOf, type Day } from '../../kernel/day.ts'
import { everything, matches, type Filter } from '../../kernel/filter.ts'
import { readingDuties, type Person } from '../../kernel/permission.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { Piece } from '../compile.ts'
import type { Engine } from '../engine.ts'
import { shownClock, type ClockShown } from './clocks.ts'
import type { Sees } from './history.ts'
import { countRecords, listRecords, oneQuery, readRecord, type Listing } from './list.ts'
import { placing, sightOf, within, type Sight } from './sight.ts'
import { isUuid } from '../uuid.ts'

const standing = ['id', 'number', 'state', 'version', 'area', 'office', 'owner', 'opened', 'changed']

/** Whose account opened a record is told to that account only: it names a reporter. Whose data it holds is told to nobody. */
function seen(records: readonly AnyRecord[], person: Person): readonly AnyRecord[] {
  for (const record of records as unknown as { owner: string | null; subject?: string | null }[]) {
    if (record.owner !== person.id) record.owner = null
    if ('subject' in record) record.subject = undefined
  }
  return records
}

/** What is read to show these fields: of personal data also whose they are, of what is not seen everywhere also where it is. */
const toRead = (register: Register, fields: readonly string[], { partly }: Sight): readonly string[] => [
  ...fields,
  ...(fields.some((name) => register.fields[name]?.personal) ? ['subject', 'owner'] : []),
  ...(fields.some((name) => partly.has(name)) ? placing(register) : []),
]

/** Takes from records what is not seen on them, and what was read only to know that. */
function cleared(records: readonly AnyRecord[], { partly }: Sight, read: readonly string[], fields: readonly string[]): void {
  const extra = read.filter((name) => !fields.includes(name) && name !== 'owner' && name !== 'subject')
  const somewhere = fields.flatMap((name) => (partly.has(name) ? [[name, partly.get(name)!] as const] : []))
  if (extra.length + somewhere.length === 0) return
  for (const record of records as unknown as Record<string, unknown>[]) {
    const hidden = somewhere.filter(([, where]) => !matches(where, record)).map(([name]) => name)
    for (const name of [...hidden, ...extra]) delete record[name]
  }
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
  // One note for each set of fields: not every one of them is seen on every record.
  const groups = new Map<string, AnyRecord[]>()
  for (const record of told) {
    const names = personal.filter((name) => name in record).join()
    groups.set(names, [...(groups.get(names) ?? []), record])
  }
  for (const [names, group] of groups) await noteRead(engine, register, person, group, names.split(','))
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
  const sight = sightOf(engine, register, person)
  const { visible } = sight
  const fields = asked.fields ? asked.fields.filter((name) => visible.includes(name) || standing.includes(name)) : [...standing, ...visible]
  const where = within(sight, asked.where ?? everything, asked.order?.field)
  const read = toRead(register, fields, sight)
  const records = await listRecords(engine.database, register, { ...asked, where, fields: read })
  cleared(records, sight, read, fields)
  await noteReading(engine, register, person, records, fields)
  return seen(records, person)
}

export const countFor = (engine: Engine, register: Register, person: Person, where: Filter = everything): Promise<number> =>
  countRecords(engine.database, register, within(sightOf(engine, register, person), where))

export interface Read {
  readonly record: AnyRecord
  readonly clocks: readonly ClockShown[]
  /** Fields that the person sees on this record. */
  readonly visible: readonly string[]
  readonly sees: Sees
  /** The day on which it was read. */
  readonly day: Day
}

interface One {
  readonly fields: readonly string[]
  readonly read: readonly string[]
  readonly query: Piece
}

const ones = new WeakMap<Sight, One>()

/** What is read of one record and how, composed once for as long as the person is remembered. */
function oneOf(register: Register, sight: Sight): One {
  const known = ones.get(sight)
  if (known) return known
  const fields = [...standing, ...sight.visible]
  const read = [...toRead(register, fields, sight), ...placing(register)]
  const made = { fields, read, query: oneQuery(register, sight.reach, read) }
  ones.set(sight, made)
  return made
}

/** One record and its clocks as a person may see them; what lies outside their reach is not found, so that its existence is not told. */
export async function readWithClocks(engine: Engine, register: Register, person: Person, id: string): Promise<Read> {
  if (!isUuid(id)) return kernelRefusals.refuse('not-found')
  const now = engine.now()
  const sight = sightOf(engine, register, person, dayOf(now))
  const { fields, read, query } = oneOf(register, sight)
  const found = await readRecord(engine.database, query, id)
  if (found === null) return kernelRefusals.refuse('not-found')
  const { record } = found
  const sees = sight.seesOn({ ...record })
  const visible = sight.partly.size === 0 ? sight.visible : sight.visible.filter((name) => sees(register.fields[name]!))
  cleared([record], sight, read, fields)
  await noteReading(engine, register, person, [record], visible)
  const clocks = found.clocks.map((clock) => shownClock(clock, engine, now))
  return { record: seen([record], person)[0]!, clocks, visible, sees, day: sight.day }
}

export const readFor = async (engine: Engine, register: Register, person: Person, id: string): Promise<AnyRecord> =>
  (await readWithClocks(engine, register, person, id)).record
