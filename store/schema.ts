// Tables that the declarations ask for, as SQL, and the comparison of what is declared with what the database holds.
import type { House } from '../kernel/house.ts'
import { kindOf } from '../kernel/kinds.ts'
import type { Register } from '../kernel/register.ts'
import { columnOf, tableOf } from './names.ts'

export interface Column {
  readonly name: string
  readonly type: string
}

const standing: readonly Column[] = [
  { name: 'id', type: 'uuid' },
  { name: 'number', type: 'text' },
  { name: 'state', type: 'text' },
  { name: 'version', type: 'integer' },
  { name: 'area', type: 'text' },
  { name: 'office', type: 'text' },
  { name: 'owner', type: 'text' },
  { name: 'subject', type: 'uuid' },
  { name: 'opened', type: 'timestamptz' },
  { name: 'changed', type: 'timestamptz' },
]
const standingNames = new Set(standing.map((column) => column.name))

/** Fields that people search by two characters, and tables of rows with such a column. */
export const searchedFields = (register: Register): readonly string[] =>
  Object.entries(register.fields)
    .filter(([, field]) => field.searched ?? Object.values(field.columns ?? {}).some((column) => column.searched))
    .map(([name]) => name)

/** The texts of a record that are searched, one by one. */
export const searchedTexts = (register: Register, row: Readonly<Record<string, unknown>>): readonly string[] =>
  searchedFields(register).flatMap((name) => {
    const field = register.fields[name]!
    if (!field.columns) return [String(row[name] ?? '')]
    const columns = Object.keys(field.columns).filter((column) => field.columns![column]!.searched)
    const rows = (row[name] ?? []) as readonly Readonly<Record<string, unknown>>[]
    return rows.flatMap((cells) => columns.map((column) => String(cells[column] ?? '')))
  })

/** Columns of a register's table in order; a field may not take the name of a standing column unless it is the same thing. */
export function columnsOf(register: Register): readonly Column[] {
  const fields = Object.entries(register.fields).map(([name, field]) => ({ name: columnOf(name), type: kindOf(field).column(field) }))
  const own = fields.filter((column) => !standingNames.has(column.name))
  const search =
    searchedFields(register).length > 0
      ? [
          { name: 'bigrams', type: 'text[]' },
          { name: 'searched', type: 'text' },
        ]
      : []
  return [...standing, ...own, ...search, { name: 'more', type: 'jsonb' }]
}

const indexed = new Set(['party', 'link', 'area'])

/** `create table` and its indexes for a new register. */
export function tableSql(register: Register): string {
  const table = tableOf(register.name)
  const lines = columnsOf(register).map((c) => {
    const rest =
      c.name === 'id'
        ? ' primary key'
        : ['state', 'version', 'opened', 'changed'].includes(c.name)
          ? ' not null'
          : c.name === 'number'
            ? ' unique'
            : ''
    return `  "${c.name}" ${c.type}${rest}`
  })
  // What places a record stands in the column of the area too, and what it is known by first has the unique index.
  const byField = Object.entries(register.fields)
    .filter(([name, f]) => indexed.has(f.kind) && name !== register.placedBy && name !== register.knownBy?.[0])
    .map(([name]) => columnOf(name))
  const known = (register.knownBy ?? []).map(columnOf)
  const indexes = [
    `create index "${table}_opened" on record."${table}" (opened desc, id desc);`,
    `create index "${table}_state" on record."${table}" (state);`,
    `create index "${table}_area" on record."${table}" (area);`,
    ...byField.filter((c) => c !== 'area').map((c) => `create index "${table}_${c}" on record."${table}" ("${c}");`),
    ...(known.length > 0 ? [`create unique index "${table}_known" on record."${table}" (${known.map((c) => `"${c}"`).join(', ')});`] : []),
    ...(searchedFields(register).length > 0
      ? [`create index "${table}_bigrams" on record."${table}" using gin (bigrams) with (fastupdate = off);`]
      : []),
  ]
  return `create table record."${table}" (\n${lines.join(',\n')}\n);\n${indexes.join('\n')}\n`
}

export interface Recorded {
  readonly table: string
  readonly column: string
  readonly type: string
}

const plain = (type: string): string =>
  ({ 'timestamp with time zone': 'timestamptz', ARRAY: 'text[]', _text: 'text[]' })[type] ?? type.replaceAll(' ', '')

/** Differences between the declarations and the database, each as the SQL that would mend it. */
export function differences(house: House, recorded: readonly Recorded[]): readonly string[] {
  const have = new Map<string, Map<string, string>>()
  for (const { table, column, type } of recorded) have.set(table, (have.get(table) ?? new Map<string, string>()).set(column, plain(type)))
  return [...house.registers.values()].flatMap((register) => {
    const table = tableOf(register.name)
    const columns = have.get(table)
    if (!columns) return [tableSql(register)]
    return columnsOf(register).flatMap((c) => {
      const type = columns.get(c.name)
      if (type === undefined) return [`alter table record."${table}" add column "${c.name}" ${c.type};`]
      return type === plain(c.type) ? [] : [`alter table record."${table}" alter column "${c.name}" type ${c.type};`]
    })
  })
}
