// What a table is once it is read, wherever it came from, and how large it may be.

const megabyte = 1024 * 1024

export const limits = {
  /** An upload, or a workbook from anywhere: it is held in memory. */
  file: 64 * megabyte,
  /** A text table that is read as it comes. */
  streamed: 8192 * megabyte,
  unpacked: 512 * megabyte,
  ratio: 200,
  entries: 2000,
  rows: 20_000_000,
  record: 4 * megabyte,
} as const

export const megabytes = (bytes: number): number => Math.round(bytes / megabyte)

/** The bytes of a file, from the beginning as often as they are asked for. */
export interface Source {
  readonly name: string
  readonly size: number
  bytes(): AsyncIterable<Uint8Array>
}

const piece = megabyte

/** A file that is in memory already, such as an upload. */
export const inMemory = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  async *bytes() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  },
})

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
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string
}

const pad = (number: number): string => String(number).padStart(2, '0')

/** `2026/4/10`, `2026.4.10` and `2026年4月10日` as `2026-04-10`; anything else as it is. */
export function plainDay(text: string): string {
  const match = /^(\d{4})\s*[/.\-年]\s*(\d{1,2})\s*[/.\-月]\s*(\d{1,2})\s*日?$/.exec(text.trim())
  return match ? `${match[1]}-${pad(Number(match[2]))}-${pad(Number(match[3]))}` : text
}

/** `2026-11-24 09:30`, with seconds or without, is a moment by the clock of the place; anything else as it is. */
export function plainMoment(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2}(?::\d{2}(?:\.\d{1,6})?)?)$/.exec(text.trim())
  return match ? `${match[1]}T${match[2]!.padStart(2, '0')}:${match[3]}+08:00` : text
}
