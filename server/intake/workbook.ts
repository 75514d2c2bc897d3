// Workbooks that people download: a template with drop-downs, the rows that were wrong with their reasons, and lists.
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import type { Fields, KindName } from '../../kernel/field.ts'
import { inLanguage } from '../language.ts'
import { harmless, inWorkbook } from './formula.ts'
import type { Language, Words } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import type { RowProblem } from './import.ts'

const written = async (sheets: WriteSheet[]): Promise<Uint8Array> => (await import('hucre/xlsx')).writeXlsx({ sheets })

/** Letters of a column, from 0: A … Z, AA … */
export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
}

const number = /^-?\d+(\.\d+)?$/

const head = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
} as never

/** As wide as its longest text, within what a screen shows. */
const columnOf = (title: string, cells: readonly CellValue[] = []) => {
  const longest = Math.max(...[title, ...cells.map((cell) => String(cell ?? ''))].map((text) => [...text].length))
  return { header: title, width: Math.min(Math.max(longest * 2 + 4, 12), cells.length === 0 ? 40 : 64) }
}

/** Figures with as many decimals as they were written with, by their place below the titles: 123.0 says more than 123. */
const figures = (rows: readonly (readonly string[])[], cell: (text: string) => CellValue): (readonly [string, object])[] =>
  rows.flatMap((row, down) =>
    row.flatMap((text, across) => {
      const [value, places] = [cell(text), text.split('.')[1]?.length ?? 0]
      if (typeof value !== 'number' || places === 0) return []
      return [[`${down + 1},${across}`, { value, style: { numFmt: `0.${'0'.repeat(places)}` } }] as const]
    }),
  )

function sheet(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly CellValue[])[],
  more: Partial<WriteSheet> = {},
): WriteSheet {
  const cells = new Map(titles.map((title, at) => [`0,${at}`, { value: title, style: head }] as const))
  return {
    name,
    columns: titles.map((title, at) => columnOf(title, rows.map((row) => row[at] ?? null))),
    rows: [[...titles], ...rows.map((row) => [...row])],
    cells: cells as never,
    freezePane: { rows: 1 },
    ...more,
  }
}

const notes: Readonly<Record<string, Words>> = {
  day: words('日期，如 2026-11-24', 'A day, like 2026-11-24'),
  party: words('18 位统一社会信用代码', '18 characters of the unified social credit code'),
  area: words('六位行政区划代码', 'Six-digit division code'),
  yes: words('是 或 否', 'Yes or no'),
  quantity: words('数字', 'A number'),
  amount: words('元，两位小数', 'Yuan, two places'),
  integer: words('整数', 'A whole number'),
}

/** An empty table for a register's opening: required columns have a star; choices, places and offices a drop-down; each column its note. */
export async function template(
  title: Words,
  fields: Fields,
  language: Language,
  offered: Partial<Record<KindName, readonly string[]>>,
): Promise<Uint8Array> {
  const say = (text: Words) => inLanguage(text, language)
  // Files are uploaded, never typed into a cell.
  const entries = Object.entries(fields).filter(([, field]) => field.kind !== 'files')
  const titles = entries.map(([, field]) => `${say(field.title)}${field.optional ? '' : '*'}`)
  const lists = entries.map(([, { kind, choices }]) => offered[kind] ?? Object.values(choices ?? {}).map((choice) => say(choice.title)))
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const withLists = lists.flatMap((list, at) => (list.length > 0 ? [{ at, list }] : []))
  const validations = withLists.map(({ at, list }, n) => ({
    type: 'list' as const,
    range: `${letters(at)}2:${letters(at)}5000`,
    formula1: `lists!$${letters(n)}$1:$${letters(n)}$${list.length}`,
    allowBlank: true,
    showErrorMessage: ['choice', 'office'].includes(entries[at]![1].kind),
    errorTitle: say(words('不在可选项中', 'Not a choice')),
    errorMessage: say(words('请从下拉列表中选择', 'Choose from the list')),
  }))
  const hints = entries
    .filter(([, f]) => f.kind in notes && !f.choices)
    .map(([, field]) => ({
      type: 'textLength' as const,
      operator: 'lessThan' as const,
      formula1: '32000',
      range: `${letters(entries.findIndex(([, f]) => f === field))}2:${letters(entries.findIndex(([, f]) => f === field))}5000`,
      showInputMessage: true,
      inputTitle: say(field.title),
      inputMessage: say(notes[field.kind]!),
      allowBlank: true,
    }))
  const choiceRows = Array.from({ length: longest }, (_, row) => withLists.map(({ list }) => list[row] ?? null))
  return written([
    sheet(say(title).slice(0, 31), titles, [], { dataValidations: [...validations, ...hints] as never }),
    ...(withLists.length > 0 ? [{ name: 'lists', rows: choiceRows, hidden: true } as WriteSheet] : []),
  ])
}

/** The rows of a file that were wrong, with the reason and what to do in front of each. */
export function errorWorkbook(problems: readonly RowProblem[], fields: Fields, language: Language): Promise<Uint8Array> {
  const say = (text: Words) => inLanguage(text, language)
  const titles = [words('行', 'Line'), words('列', 'Column'), words('问题', 'What is wrong'), words('如何改正', 'What to do')].map(say)
  const rows = problems.map((p) => [
    p.line,
    fields[p.field] ? say(fields[p.field]!.title) : p.field,
    harmless(say(p.words)),
    harmless(say(p.remedy)),
  ])
  return written([sheet(say(words('错误', 'Problems')), titles, rows)])
}

export interface NamedSheet {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Several tables, each on its sheet; numbers are written as numbers, every other text made harmless. */
export function sheetsWorkbook(sheets: readonly NamedSheet[]): Promise<Uint8Array> {
  const cell = (text: string): CellValue => (number.test(text) && text.length < 15 ? Number(text) : inWorkbook(harmless(text)))
  const plain = (name: string) => name.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31)
  return written(
    sheets.map((each) => {
      const made = sheet(plain(each.name), each.titles, each.rows.map((row) => row.map(cell)))
      return { ...made, cells: new Map<string, object>([...(made.cells ?? []), ...figures(each.rows, cell)]) as never }
    }),
  )
}
