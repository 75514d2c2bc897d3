// Cursors, filters and order of list requests, refused by name when they are not of the register.
import { isDay } from '../kernel/day.ts'
import type { ColumnType, Field } from '../kernel/field.ts'
import type { Filter } from '../kernel/filter.ts'
import { kindOf } from '../kernel/kinds.ts'
import { refusals } from '../kernel/refusal.ts'
import type { AnyRecord, Register } from '../kernel/register.ts'
import { words } from '../kernel/words.ts'
import { isAlwaysSet } from '../store/records/list.ts'
import type { Asked } from '../store/records/read.ts'
import { isUuid } from '../store/uuid.ts'

export const pagingRefusals = refusals('list', {
  'unknown-field': {
    status: 422,
    title: words('没有这一项', 'No such field'),
    detail: words(
      '“{field}”不是该台账的字段，或者您无权按它查询。',
      '“{field}” is not a field of this register, or not one you may search by.',
    ),
    remedy: words('请对照数据字典核对字段名。', 'Check the name in the data dictionary.'),
  },
  'wrong-cursor': {
    status: 400,
    title: words('分页标记无效', 'The cursor is not valid'),
    detail: words('分页标记不是由本列表给出的。', 'The cursor was not given out by this list.'),
    remedy: words('请从第一页重新开始。', 'Begin again at the first page.'),
  },
  'wrong-value': {
    status: 422,
    title: words('查询条件有误', 'A filter that cannot be read'),
    detail: words('“{field}”的条件“{value}”无法识别。', 'The condition “{value}” on “{field}” cannot be read.'),
    remedy: words('请按字段的格式填写。', 'Write it in the format of the field.'),
  },
})

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const standing: Readonly<Record<string, ColumnType>> = {
  id: 'uuid',
  number: 'text',
  state: 'text',
  version: 'integer',
  area: 'text',
  office: 'text',
  opened: 'timestamptz',
  changed: 'timestamptz',
}
const reserved = new Set(['limit', 'after', 'order', 'fields', 'q', 'language', 'format', 'count'])

/** How the store keeps a column; by a table or a list within the record nothing is ordered or compared. */
const typeOf = (register: Register, name: string): ColumnType =>
  register.fields[name] ? kindOf(register.fields[name]).column(register.fields[name]) : standing[name]!

/** Whether a value is one that a column of the type can hold. */
function fits(type: ColumnType, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647
  if (type === 'boolean') return typeof value === 'boolean'
  if (typeof value !== 'string' || value.includes('\0')) return false
  if (type === 'date') return isDay(value)
  if (type === 'timestamptz') return !Number.isNaN(Date.parse(value))
  if (type === 'uuid') return isUuid(value)
  return type === 'text' || (type.startsWith('numeric') && /^-?\d{1,18}(\.\d{1,12})?$/.test(value))
}

function parsed(register: Register, name: string, raw: string): string | number | boolean {
  const field: Field | undefined = register.fields[name]
  const type = typeOf(register, name)
  if (type === 'jsonb') return pagingRefusals.refuse('unknown-field', { field: name })
  const plain = type === 'integer' ? Number(raw) : type === 'timestamptz' && isDay(raw) ? `${raw}T00:00:00+08:00` : raw
  const read = field ? kindOf(field).parse(raw, field) : { value: plain }
  if ('problem' in read || !fits(type, read.value)) return pagingRefusals.refuse('wrong-value', { field: name, value: raw })
  return read.value as string
}

function known(register: Register, visible: readonly string[], name: string): void {
  if (!Object.hasOwn(standing, name) && !visible.includes(name)) pagingRefusals.refuse('unknown-field', { field: name })
}

/** `state=accepted`, `state=accepted,testing`, `price.from=10`, `opened.to=2026-04-14`, `ended=null`. */
export function filterOf(register: Register, visible: readonly string[], query: Query): Filter {
  const parts = Object.entries(query)
    .filter(([name, value]) => !reserved.has(name) && typeof value === 'string')
    .map(([name, value]): Filter => {
      const [field, side] = name.split('.') as [string, string | undefined]
      known(register, visible, field)
      const raw = value as string
      if (side === 'from') return { field, from: parsed(register, field, raw) }
      if (side === 'to') return { field, to: parsed(register, field, raw) }
      if (side !== undefined) return pagingRefusals.refuse('unknown-field', { field: name })
      if (raw === 'null') return { field, is: null }
      return raw.includes(',')
        ? { field, in: raw.split(',').map((one) => parsed(register, field, one)) }
        : { field, is: parsed(register, field, raw) }
    })
  const words_ = typeof query['q'] === 'string' && query['q'].trim() !== '' ? [{ search: query['q'].trim() }] : []
  return { all: [...parts, ...words_] }
}

interface Cursor {
  readonly v: unknown
  readonly id: string
}

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

function decode(register: Register, order: string, text: string): Cursor {
  try {
    const { v, id } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor
    if (fits('uuid', id) && (v === null ? !isAlwaysSet(register, order) : fits(typeOf(register, order), v))) return { v, id }
  } catch {
    /* refused below */
  }
  return pagingRefusals.refuse('wrong-cursor')
}

function orderOf(register: Register, visible: readonly string[], raw: string | undefined): { field: string; descending: boolean } {
  if (!raw) return { field: 'opened', descending: true }
  const field = raw.replace(/^-/, '')
  known(register, visible, field)
  if (typeOf(register, field) === 'jsonb') pagingRefusals.refuse('unknown-field', { field })
  return { field, descending: raw.startsWith('-') }
}

/** What a list request asks for, ready for the store. */
export function askedOf(
  register: Register,
  visible: readonly string[],
  query: Query,
): Asked & { readonly order: { field: string; descending: boolean } } {
  const fields = typeof query['fields'] === 'string' ? query['fields'].split(',') : undefined
  for (const name of fields ?? []) known(register, visible, name)
  const order = orderOf(register, visible, query['order'] as string | undefined)
  const cursor = typeof query['after'] === 'string' ? decode(register, order.field, query['after']) : undefined
  const limit = Math.min(Math.max(Number(query['limit'] ?? 50) || 50, 1), 500)
  return {
    where: filterOf(register, visible, query),
    limit,
    order,
    ...(cursor ? { after: { value: cursor.v, id: cursor.id } } : {}),
    ...(fields ? { fields: [...fields, order.field] } : {}),
  }
}

export function nextCursor(page: readonly AnyRecord[], limit: number, order: { field: string }): string | null {
  const last = page.at(-1)
  return page.length < limit || !last ? null : encode({ v: last[order.field as keyof AnyRecord], id: last.id })
}
