// Names for keys in forms without a script: what may be chosen, how a key is written, and the key that a written name stands for.
import type { Field, Fields } from '../../kernel/field.ts'
import type { Filter } from '../../kernel/filter.ts'
import type { Person } from '../../kernel/permission.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { normalised } from '../../kernel/search-text.ts'
import { words } from '../../kernel/words.ts'
import { inLanguage } from '../../server/language.ts'
import type { Engine } from '../../store/engine.ts'
import { accountsIn, colleaguesOf, type Named } from '../../store/people/names.ts'
import { recordsByName } from '../../store/records/by-name.ts'
import { listFor } from '../../store/records/read.ts'
import { reachOf, visibleFields } from '../../store/records/sight.ts'
import { isUuid } from '../../store/uuid.ts'
import { enterprise } from '../../systems/basis/parties/index.ts'
import { listOf, withColumns, type Offer, type Offers } from '../site/offers.tsx'
import { rowsOf } from '../site/rows-control.tsx'
import type { Saying } from '../site/saying.ts'
import { fullName, placeCode, placesInUse } from './place-names.ts'

export interface Choosing {
  readonly engine: Engine
  readonly person: Person
  readonly s: Saying
}

export type Values = Readonly<Record<string, string | readonly string[]>>

/** The newest are offered; an older one is named by its number. */
const offered = 200

/** How a record is called in writing: by its number, else by its headline. */
export function calledBy(register: Register, record: AnyRecord): string | null {
  const headline = record[register.headline as keyof AnyRecord] as unknown
  const found = [record.number, headline].find((each) => each !== null && each !== undefined && each !== '')
  return found === undefined ? null : String(found)
}

const officeName = ({ engine, s }: Choosing, id: string): string => {
  const office = engine.offices.get(id)
  return office ? inLanguage(words(office.titleZh, office.titleEn), s.language) : id
}

const known = new WeakMap<Choosing, Promise<readonly Named[]>>()

/** All colleagues, asked for once in a form: a list of inspectors has thousands of rows. */
function colleagues(by: Choosing): Promise<readonly Named[]> {
  const found = known.get(by) ?? colleaguesOf(by.engine, by.person)
  known.set(by, found)
  return found
}

/** Two who are called alike are told apart by their account. */
const calledAlike = (people: readonly Named[], { name }: Named): boolean => people.filter((each) => each.name === name).length > 1

/** The first are offered; of more than that the others are written by name, which is looked for among all. */
async function colleagueOffers(by: Choosing): Promise<readonly Offer[]> {
  const people = await colleagues(by)
  return people.slice(0, offered).map((one) => (calledAlike(people, one) ? { value: one.account, beside: one.name } : { value: one.name }))
}

async function recordsOf({ engine, person }: Choosing, to: string, where?: Filter, limit = offered): Promise<readonly AnyRecord[]> {
  const { of } = engine.house.procedureOf(to)
  return listFor(engine, of, person, { ...(where ? { where } : {}), limit, fields: ['number', of.headline] })
}

async function recordOffers(by: Choosing, to: string): Promise<readonly Offer[]> {
  const { of } = by.engine.house.procedureOf(to)
  const records = await recordsOf(by, to)
  const names = records.map((record) => calledBy(of, record))
  return records.map((record, at): Offer => {
    const name = names[at] ?? null
    // Two that are called alike can only be told apart by their identity.
    if (name === null || names.indexOf(name) !== names.lastIndexOf(name)) return { value: record.id, ...(name ? { beside: name } : {}) }
    const headline = record[of.headline as keyof AnyRecord] as unknown
    return { value: name, ...(headline && headline !== name ? { beside: String(headline) } : {}) }
  })
}

/** Lists for all fields of a form; records only as far as the person reads them. */
export async function offersFor(by: Choosing, fields: Fields): Promise<Offers> {
  const { engine, s } = by
  const lists = new Map<string, readonly Offer[]>()
  for (const field of withColumns(fields)) {
    const name = listOf(field)
    if (name === null || lists.has(name)) continue
    if (field.kind === 'area') lists.set(name, placesInUse(engine).map(({ code }) => ({ value: fullName(engine, code, s.language) })))
    if (field.kind === 'office') lists.set(name, [...engine.offices.keys()].map((id) => ({ value: officeName(by, id) })))
    if (field.account) lists.set(name, await colleagueOffers(by))
    if (field.kind === 'link') lists.set(name, await recordOffers(by, field.to!))
  }
  return lists
}

async function recordKey(by: Choosing, to: string, name: string): Promise<string> {
  const { of } = by.engine.house.procedureOf(to)
  if (isUuid(name)) return name
  const headline = of.fields[of.headline]?.kind === 'text' && visibleFields(by.engine, of, by.person).includes(of.headline)
  const ways = [...(of.number ? ['number'] : []), ...(headline ? [of.headline] : [])]
  for (const field of ways) {
    const found = await recordsOf(by, to, { field, is: name }, 2)
    if (found.length === 1) return found[0]!.id
  }
  return name
}

function officeKey(by: Choosing, name: string): string {
  if (by.engine.offices.has(name)) return name
  const isMeant = (title: string) => normalised(title) === normalised(name)
  const meant = [...by.engine.offices].filter(([, { titleZh, titleEn }]) => isMeant(titleZh) || isMeant(titleEn))
  return meant.length === 1 ? meant[0]![0] : name
}

/** The credit code of the one body of exactly this name. */
async function bodyCode({ engine, person }: Choosing, name: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(name)) return name
  const { of } = engine.house.procedureOf(enterprise.name)
  const { records } = await recordsByName(engine.database, of, { words: name, where: reachOf(engine, of, person), limit: 20 })
  const meant = records.filter((record) => normalised(String(record['name' as keyof AnyRecord])) === normalised(name))
  return meant.length === 1 ? String(meant[0]!['code' as keyof AnyRecord]) : name
}

/** Accounts of the people named, each of whom is one alone; several stand with a sign between. */
async function accountKeys(by: Choosing, written: string): Promise<string> {
  const people = await colleagues(by)
  const keys = written.split(/[、,，]/).map((part) => {
    const name = normalised(part.trim())
    const meant = people.filter((one) => normalised(one.name) === name)
    return meant.length === 1 ? meant[0]!.account : part.trim()
  })
  return keys.filter((key) => key !== '').join(' ')
}

async function accountsWritten(by: Choosing, key: string): Promise<string> {
  const people = await colleagues(by)
  const nameFor = (account: string): string => {
    const found = people.find((one) => one.account === account)
    return found && !calledAlike(people, found) ? found.name : account
  }
  return accountsIn(key).map(nameFor).join('、')
}

async function keyOf(by: Choosing, field: Field, written: string): Promise<string> {
  const name = written.trim()
  if (name === '') return written
  if (field.kind === 'area') return placeCode(by.engine, written)
  if (field.kind === 'office') return officeKey(by, name)
  if (field.kind === 'party') return bodyCode(by, name)
  if (field.account) return accountKeys(by, name)
  return field.kind === 'link' && field.to ? recordKey(by, field.to, name) : written
}

async function nameOf(by: Choosing, field: Field, key: string): Promise<string> {
  const { engine, s } = by
  if (field.kind === 'area' && engine.tree.has(key)) return fullName(engine, key, s.language)
  if (field.kind === 'office') return officeName(by, key)
  if (field.account) return accountsWritten(by, key)
  if (field.kind !== 'link' || !field.to || !isUuid(key)) return key
  const { of } = engine.house.procedureOf(field.to)
  const [record] = await recordsOf(by, field.to, { field: 'id', is: key }, 1)
  const name = record ? calledBy(of, record) : null
  // A name that does not lead back to the record alone is not written.
  return name !== null && (await recordKey(by, field.to, name)) === key ? name : key
}

type Turning = (by: Choosing, field: Field, text: string) => Promise<string>

async function turned(by: Choosing, fields: Fields, values: Values, turn: Turning): Promise<Record<string, string | string[]>> {
  const one = async (name: string, value: string | readonly string[]): Promise<string | string[]> => {
    const field = fields[name]
    if (!field || typeof value !== 'string') return typeof value === 'string' ? value : [...value]
    if (field.kind !== 'rows') return turn(by, field, value)
    const rows = await Promise.all(
      rowsOf(value).map(async (row) => {
        const cells = Object.entries(row).map(async ([column, cell]) => {
          const kind = field.columns?.[column]
          return [column, kind && typeof cell === 'string' ? await turn(by, kind, cell) : cell] as const
        })
        return Object.fromEntries(await Promise.all(cells))
      }),
    )
    return rows.length > 0 ? JSON.stringify(rows) : value
  }
  return Object.fromEntries(await Promise.all(Object.entries(values).map(async ([name, value]) => [name, await one(name, value)] as const)))
}

/** What was written, with keys where a name means exactly one thing; the rest stays as written and is refused at its field. */
export const keysFrom = (by: Choosing, fields: Fields, written: Values): Promise<Record<string, string | string[]>> =>
  turned(by, fields, written, keyOf)

/** Keys as a person would write them. */
export const namesFrom = (by: Choosing, fields: Fields, keys: Values): Promise<Record<string, string | string[]>> =>
  turned(by, fields, keys, nameOf)
