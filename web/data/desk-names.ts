// Values of a record as the office reads them: places, offices, duties, registers and other records by their names and not by their keys.
import { dayOf } from '../../kernel/day.ts'
import type { Field } from '../../kernel/field.ts'
import { kindOf } from '../../kernel/kinds.ts'
import { trimZeros } from '../../kernel/rounding.ts'
import type { Person } from '../../kernel/permission.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import { placeName } from '../../server/place-name.ts'
import { dutyTitle } from '../../store/duty-title.ts'
import type { Engine } from '../../store/engine.ts'
import { accountNames, accountsIn } from '../../store/people/names.ts'
import { listFor } from '../../store/records/read.ts'
import { isUuid } from '../../store/uuid.ts'
import { productClasses } from '../../systems/basis/parties/index.ts'
import { calledBy } from './choosing.ts'
import { grouped, valueIn, written } from '../site/published-parts.tsx'
import { unitIn, type Saying } from '../site/saying.ts'

export interface DeskNames {
  /** A value in one line of text. */
  value(field: Field, value: unknown): string
  /** Where a value names another record that the reader may open. */
  record(value: unknown): { readonly address: string; readonly name: string } | null
  duty(duty: string): string
  office(id: string | null): string
  place(code: string): string
}

const nothing = '—'
const classes: Readonly<Record<string, { readonly title: Words }>> = productClasses
export const empty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const mayName = ({ kind }: Field): boolean => kind === 'link' || kind === 'text'

/** Values in fields of one sort, in their tables too. */
function valuesOf(register: Register, records: readonly AnyRecord[], wanted: (field: Field) => boolean): readonly unknown[] {
  return records.flatMap((record) =>
    Object.entries(register.fields).flatMap(([name, field]): unknown[] => {
      const value = record[name as keyof AnyRecord] as unknown
      if (field.kind !== 'rows' || !Array.isArray(value)) return wanted(field) ? [value] : []
      const columns = Object.entries(field.columns ?? {}).filter(([, column]) => wanted(column))
      return (value as Readonly<Record<string, unknown>>[]).flatMap((row) => columns.map(([column]) => row[column]))
    }),
  )
}

/** Identities that stand in the records, in their tables too. */
const identities = (register: Register, records: readonly AnyRecord[]): readonly string[] => [
  ...new Set(valuesOf(register, records, mayName).filter((value): value is string => isUuid(value))),
]

const accountsOf = (register: Register, records: readonly AnyRecord[]): readonly string[] =>
  valuesOf(register, records, ({ account }) => account === true).flatMap(accountsIn)

interface Known {
  readonly register: string
  /** Null beyond the reader's reach. */
  readonly name: string | null
}

/** Numbers and headlines of records by identity, as far as the person may read them. */
async function numbersOf(engine: Engine, person: Person, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map()
  const { rows } = await engine.database.query<{ record: string; register: string }>(
    'select record, register from kernel.journal where record = any($1::uuid[]) and version = 1',
    [ids],
  )
  const known = [...new Set(rows.map((row) => row.register))].filter((name) => engine.house.procedures.has(name))
  const lists = await Promise.all(
    known.map(async (name) => {
      const { of } = engine.house.procedureOf(name)
      const where = { field: 'id', in: rows.filter((row) => row.register === name).map((row) => row.record) }
      const found = await listFor(engine, of, person, { where, limit: 500, fields: ['number', of.headline] })
      return found.map((record) => {
        return [record.id, { register: name, name: calledBy(of, record) ?? record.id.slice(0, 8) }] as const
      })
    }),
  )
  const seen = new Map(lists.flat().map(([id, { register, name }]) => [id, { register, name }] as const))
  return new Map(rows.map(({ record, register }) => [record, seen.get(record) ?? { register, name: null }]))
}

/** How everything in some records of one register is called. */
export async function deskNames(
  engine: Engine,
  person: Person,
  register: Register,
  records: readonly AnyRecord[],
  s: Saying,
): Promise<DeskNames> {
  const numbers = await numbersOf(engine, person, identities(register, records))
  const accounts = await accountNames(engine.database, accountsOf(register, records))
  const today = dayOf(engine.now())
  const language = s.language === 'en' ? 'en' : 'zh'
  const office = (id: string | null): string => {
    const found = id === null ? undefined : engine.offices.get(id)
    return found ? s.say(words(found.titleZh, found.titleEn)) : (id ?? '')
  }
  const place = (code: string): string => {
    const name = placeName(engine.tree, code, today, language)
    return language === 'en' ? name : written(name, s)
  }
  const beyond = (register: string): string => {
    const title = engine.house.registers.get(register)?.title ?? words(register, register)
    return s.say(title) + s.say(words('（不在您的查阅范围）', ' (beyond your reach)'))
  }
  const textOf = (value: string): string => {
    const title = classes[value]?.title ?? engine.house.registers.get(value)?.title
    const known = numbers.get(value)
    if (known) return known.name ?? beyond(known.register)
    return title ? s.say(title) : isUuid(value) ? value.slice(0, 8) : written(value, s)
  }
  return {
    office,
    place,
    duty: (duty) => s.say(dutyTitle(engine, duty) ?? (duty === 'linkage' ? words('平台联动', 'by linkage') : words(duty, duty))),
    record(value) {
      const found = typeof value === 'string' ? numbers.get(value) : undefined
      return found?.name ? { address: s.to(`/desk/${found.register}/${String(value)}`), name: found.name } : null
    },
    value(field, value) {
      if (empty(value)) return nothing
      if (field.account) return accountsIn(value).map((id) => accounts.get(id) ?? id).join(s.say(words('、', ', ')))
      if (field.kind === 'area') return place(String(value))
      if (field.kind === 'office') return office(String(value))
      if (field.kind === 'link' || field.kind === 'text') return textOf(String(value))
      if (field.kind === 'amount' || field.kind === 'quantity' || field.kind === 'integer')
        return `${grouped(field.kind === 'quantity' ? trimZeros(String(value)) : value)}${field.unit ? ` ${unitIn(field.unit, s)}` : ''}`.trim()
      return field.kind === 'rows' ? kindOf(field).show(value, field, language) : valueIn(field, value, s)
    },
  }
}
