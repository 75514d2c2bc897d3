// Reads an uploaded table: xlsx or csv, UTF-8 or GB18030, within hard limits that are checked before anything is unpacked.
import { parse } from 'csv-parse'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { intakeRefusals } from './refusals.ts'

const { refuse } = intakeRefusals
const megabyte = 1024 * 1024

export const limits = { file: 64 * megabyte, unpacked: 512 * megabyte, ratio: 200, entries: 2000, rows: 2_000_000, cell: 32_767 } as const

export interface TableRow {
  /** Line of the file, as people count it: the header is line 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Columns (from 0) in which a formula stands. */
  readonly formulas: readonly number[]
}

export interface Table {
  readonly header: readonly string[]
  readonly rows: AsyncIterable<TableRow>
  readonly encoding: 'UTF-8' | 'GB18030' | 'XLSX'
}

/** Sizes that a zip's central directory claims, read without unpacking; null when it is no zip. */
function claims(bytes: Uint8Array): { entries: number; unpacked: number; stored: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = -1
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at
      break
    }
  if (end < 0) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let [unpacked, stored] = [0, 0]
  for (let n = 0; n < entries; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    stored += view.getUint32(at + 20, true)
    unpacked += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, unpacked, stored }
}

function guardArchive(bytes: Uint8Array): void {
  const claimed = claims(bytes)
  if (!claimed) refuse('damaged')
  const { entries, unpacked, stored } = claimed!
  if (unpacked > limits.unpacked || entries > limits.entries || unpacked > Math.max(stored, 1) * limits.ratio + 8 * megabyte)
    refuse('bomb', { size: Math.round(unpacked / megabyte) })
}

const pad = (number: number): string => String(number).padStart(2, '0')

/** A cell as the text that a person sees: whole days as days, numbers without binary noise. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return `${value.getUTCFullYear()}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)))
  return String(value)
}

/** `2026/4/10`, `2026.4.10` and `2026年4月10日` as `2026-04-10`; anything else as it is. */
export function plainDay(text: string): string {
  const match = /^(\d{4})\s*[/.\-年]\s*(\d{1,2})\s*[/.\-月]\s*(\d{1,2})\s*日?$/.exec(text.trim())
  return match ? `${match[1]}-${pad(Number(match[2]))}-${pad(Number(match[3]))}` : text
}

async function fromXlsx(bytes: Uint8Array): Promise<Table> {
  guardArchive(bytes)
  const workbook = await readXlsx(bytes).catch(() => refuse('damaged'))
  const sheet = workbook.sheets[0]
  if (!sheet || sheet.rows.length === 0) return refuse('damaged')
  const header = (sheet.rows[0] ?? []).map((cell) => textOf(cell).trim())
  const formulas = new Map<number, number[]>()
  for (const [key, cell] of sheet.cells ?? []) {
    if (!(cell as { formula?: string }).formula) continue
    const [row, column] = key.split(',').map(Number) as [number, number]
    formulas.set(row, [...(formulas.get(row) ?? []), column])
  }
  async function* rows(): AsyncGenerator<TableRow> {
    for (const [at, cells] of sheet!.rows.entries()) {
      if (at === 0) continue
      const texts = cells.map(textOf)
      if (texts.some((text) => text.trim() !== '') || formulas.has(at))
        yield { line: at + 1, cells: texts, formulas: formulas.get(at) ?? [] }
    }
  }
  return { header, rows: rows(), encoding: 'XLSX' }
}

/** UTF-8 where the bytes are valid UTF-8, else GB18030, which Chinese spreadsheets still write. */
function decoded(bytes: Uint8Array): { text: string; encoding: 'UTF-8' | 'GB18030' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: iconv.decode(Buffer.from(bytes), 'gb18030'), encoding: 'GB18030' }
  }
}

const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  return [',', '\t', ';'].map((s) => [first.split(s).length, s] as const).sort((a, b) => b[0] - a[0])[0]![1]
}

const isFormula = (text: string): boolean => /^=/.test(text.trim())

async function fromCsv(bytes: Uint8Array): Promise<Table> {
  const { text, encoding } = decoded(bytes)
  const parser = parse(text, {
    bom: true,
    delimiter: separatorOf(text.replace(/^\ufeff/, '')),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 4 * megabyte,
    info: true,
  })
  const lines = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>
  const next = () => lines.next().catch(() => refuse('damaged'))
  const first = await next()
  if (first.done) return refuse('damaged')
  async function* rows(): AsyncGenerator<TableRow> {
    for (let item = await next(); !item.done; item = await next())
      yield {
        line: item.value.info.lines,
        cells: item.value.record,
        formulas: item.value.record.flatMap((cell, at) => (isFormula(cell) ? [at] : [])),
      }
  }
  return { header: first.value.record.map((cell) => cell.trim()), rows: rows(), encoding }
}

/** Opens a table; refuses by size, by what it would unpack to, and by kind. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  if (bytes.length > limits.file) return refuse('too-large', { size: Math.round(bytes.length / megabyte), most: limits.file / megabyte })
  const zip = bytes.length > 4 && bytes[0] === 0x50 && bytes[1] === 0x4b
  if (zip) return fromXlsx(bytes)
  if (/\.(xlsx|xlsm|xls|zip|pdf|docx?|png|jpe?g)$/i.test(fileName) || bytes.subarray(0, 4096).includes(0)) return refuse('not-a-table')
  return fromCsv(bytes)
}
