// A register as a table, page by page as it is read: what a person may see of what is asked for, as CSV or as a workbook.
import { stringify } from 'csv-stringify/sync'
import type { CellValue } from 'hucre/xlsx'
import type { Field } from '../../kernel/field.ts'
import { kindOf } from '../../kernel/kinds.ts'
import type { Person } from '../../kernel/permission.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { words, type Language } from '../../kernel/words.ts'
import { fileNames } from '../../store/attachments/open.ts'
import type { Engine } from '../../store/engine.ts'
import { listFor, type Asked } from '../../store/records/read.ts'
import { visibleFields } from '../../store/records/sight.ts'
import { inLanguage } from '../language.ts'
import { harmless, inWorkbook } from './formula.ts'

export interface Exporting {
  readonly engine: Engine
  readonly register: Register
  readonly person: Person
  readonly asked: Omit<Asked, 'limit' | 'after'>
  /** The language of titles and choices; absent: the names by which programs know them. */
  readonly language?: Language
}

/** A table whose rows come as they are read: nothing but a page of them is ever in memory. */
export interface Exported {
  readonly titles: readonly string[]
  readonly pages: AsyncIterable<readonly (readonly string[])[]>
}

const perPage = 500
const separators = /[;；、,，]/

/** A moment to its last written place, by the clock of the place: `2026-11-24 09:30`, and seconds where there are any. */
function moment(value: string): string {
  const local = new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, -1).replace('T', ' ')
  return local.replace(/(:00)?\.000$/, '')
}

/** A value as people read it and as an import takes it back. */
export function cellOf(value: unknown, field: Field, said: 'zh' | 'en'): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'rows' || field.kind === 'figures') return JSON.stringify(value)
  if (field.kind === 'instant') return moment(value as string)
  if (field.kind === 'choices') {
    const titles = (value as readonly string[]).map((key) => ({ key, title: field.choices?.[key]?.title[said] ?? key }))
    return titles.map(({ key, title }) => (separators.test(title) ? key : title)).join('；')
  }
  return field.unit ? String(value) : kindOf(field).show(value, field, said)
}

async function* pagesOf({ engine, register, person, asked }: Exporting): AsyncGenerator<readonly AnyRecord[]> {
  const order = asked.order ?? { field: 'opened', descending: true }
  for (let after: Asked['after']; ;) {
    const page = await listFor(engine, register, person, { ...asked, order, limit: perPage, ...(after ? { after } : {}) })
    yield page
    const last = page.at(-1)
    if (page.length < perPage || !last) return
    after = { value: last[order.field as keyof AnyRecord], id: last.id }
  }
}

export function exported(exporting: Exporting): Exported {
  const { engine, register, person, asked, language } = exporting
  const said = language === 'en' ? 'en' : 'zh'
  const visible = visibleFields(engine, register, person).filter((name) => asked.fields?.includes(name) ?? true)
  const { states } = engine.house.procedureOf(register.name)
  const stateOf = (record: AnyRecord) => (language ? (states[record.state]?.[said] ?? record.state) : record.state)
  const headings = [words('编号', 'Number'), words('状态', 'State'), ...visible.map((name) => register.fields[name]!.title)]
  const titles = language ? headings.map((text) => inLanguage(text, language)) : ['number', 'state', ...visible]
  const holdsFiles = visible.some((name) => register.fields[name]!.kind === 'files')
  async function* pages() {
    for await (const page of pagesOf(exporting)) {
      const namesOf = await fileNames(engine, holdsFiles ? page.map((record) => record.id) : [])
      const cell = (record: AnyRecord, name: string): string => {
        const field = register.fields[name]!
        return field.kind === 'files' ? namesOf(record.id, name) : cellOf(record[name as keyof AnyRecord], field, said)
      }
      yield page.map((record) => [record.number ?? '', stateOf(record), ...visible.map((name) => cell(record, name))].map(harmless))
    }
  }
  return { titles, pages: pages() }
}

/** Text in UTF-8 with a byte order mark, so that Excel reads it as such. */
export async function* csvOf({ titles, pages }: Exported): AsyncGenerator<string> {
  yield `\ufeff${stringify([[...titles]])}`
  for await (const page of pages) yield stringify(page as string[][])
}

/** Rows that fit on one sheet below its titles; what an import reads is one sheet. */
export const mostOnSheet = 1_048_575

export async function workbookOf(name: string, { titles, pages }: Exported): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  async function* rows(): AsyncGenerator<CellValue[]> {
    for await (const page of pages) for (const row of page) yield row.map((cell) => (cell === '' ? null : inWorkbook(cell)))
  }
  const columns = titles.map((title) => ({ header: title, width: Math.min(Math.max([...title].length * 2 + 4, 12), 40) }))
  return writeXlsxStream(rows(), { name: name.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31), columns, freezePane: { rows: 1 } })
}
