// Filters of a list as its address holds them and as the interface takes them.
import type { AreaTree } from '../../kernel/area.ts'
import type { Field, KindName } from '../../kernel/field.ts'
import type { Register } from '../../kernel/register.ts'
import { queryOf } from '../parts/api.ts'

/** What the address of a list holds: plain text by name. */
export type ListSearch = Readonly<Record<string, string | undefined>>

/** Names that are no filter of a field. */
const own = new Set(['q', 'state', 'within', 'order', 'after', 'page', 'step'])

const ranges = new Set<KindName>(['day', 'instant', 'integer', 'quantity', 'amount'])
const exact = new Set<KindName>(['choice', 'yes', 'office', 'party', 'area'])

export const isRange = (field: Field): boolean => ranges.has(field.kind)

/** Fields by which a list can be narrowed; personal ones are found by nobody's filter. */
export const filterable = (register: Register, visible: readonly string[]): readonly string[] =>
  Object.keys(register.fields).filter((name) => {
    const field = register.fields[name]!
    return visible.includes(name) && !field.personal && (ranges.has(field.kind) || exact.has(field.kind)) && name !== register.placedBy
  })

/** Filters of fields that the address holds, by field. */
export function fieldFilters(search: ListSearch): readonly string[] {
  const names = Object.keys(search).filter((name) => !own.has(name) && search[name])
  return [...new Set(names.map((name) => name.split('.')[0]!))]
}

/** The query of the interface: a place stands for all that lies under it. */
export function apiQuery(search: ListSearch, tree: AreaTree, today: string): Readonly<Record<string, string | undefined>> {
  const { within, page: _page, step: _step, ...rest } = search
  return within ? { ...rest, area: tree.under(within, today).join(',') } : rest
}

export type Query = Readonly<Record<string, string | undefined>>

/** Address of an export of exactly what is filtered. */
export function exportAddress(register: string, format: 'csv' | 'xlsx', query: Query, language: string): string {
  const { after: _after, ...kept } = query
  return `/api/v1/registers/${register}/export.${format}${queryOf({ ...kept, language })}`
}

/** Columns of a list: what the register names, else its first fields that are not personal. */
export function defaultColumns(register: Register, visible: readonly string[]): readonly string[] {
  const listed =
    register.listed ??
    Object.keys(register.fields)
      .filter((name) => !register.fields[name]!.personal && !['rows', 'figures', 'files'].includes(register.fields[name]!.kind))
      .slice(0, 6)
  return listed.filter((name) => visible.includes(name))
}

const setting = (register: string): string => `columns:${register}`

/** Columns that the reader chose on this machine, as far as they still may see them. */
export function chosenColumns(register: Register, visible: readonly string[]): readonly string[] {
  const text = localStorage.getItem(setting(register.name))
  const chosen = text === null ? [] : text.split(',').filter((name) => visible.includes(name))
  return chosen.length > 0 ? chosen : defaultColumns(register, visible)
}

export const keepColumns = (register: string, columns: readonly string[]): void => localStorage.setItem(setting(register), columns.join(','))
