// Reads a table: xlsx or csv, UTF-8 or GB18030, within hard limits that are checked before anything is unpacked.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { parse, type Parser } from 'csv-parse'
import iconv from 'iconv-lite'
import { intakeRefusals } from './refusals.ts'
import { limits, megabytes, type Source, type Table, type TableRow } from './table.ts'
import { readWorkbook } from './workbook-file.ts'

const { refuse } = intakeRefusals

interface Survey {
  readonly digest: string
  readonly encoding: 'UTF-8' | 'GB18030'
  /** The whole file, where it is an archive. */
  readonly archive: Uint8Array | null
}

const isArchive = (head: Uint8Array): boolean => head.length > 4 && head[0] === 0x50 && head[1] === 0x4b

/** Reads the file once: its digest, and whether its bytes are UTF-8; else they are GB18030, which Chinese spreadsheets still write. */
async function survey(source: Source): Promise<Survey> {
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let utf8 = true
  let archive: Uint8Array[] | null = null
  let first = true
  for await (const bytes of source.bytes()) {
    if (first && isArchive(bytes)) {
      if (source.size > limits.file) refuse('too-large', { size: megabytes(source.size), most: megabytes(limits.file) })
      archive = []
    }
    if (first && !archive && (foreign.test(source.name) || bytes.subarray(0, 4096).includes(0))) refuse('not-a-table')
    first = false
    hash.update(bytes)
    archive?.push(bytes)
    if (!archive && utf8)
      try {
        decoder.decode(bytes, { stream: true })
      } catch {
        utf8 = false
      }
  }
  if (utf8 && !archive)
    try {
      decoder.decode()
    } catch {
      utf8 = false
    }
  return { digest: hash.digest('hex'), encoding: utf8 ? 'UTF-8' : 'GB18030', archive: archive && Buffer.concat(archive) }
}

const foreign = /\.(xlsx|xlsm|xls|zip|pdf|docx?|png|jpe?g)$/i

async function* textOf(source: Source, encoding: 'UTF-8' | 'GB18030'): AsyncGenerator<string> {
  if (encoding === 'UTF-8') {
    // The decoder leaves a byte order mark out.
    const decoder = new TextDecoder('utf-8')
    for await (const bytes of source.bytes()) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
    return
  }
  const decoder = iconv.getDecoder('gb18030')
  for await (const bytes of source.bytes()) yield decoder.write(Buffer.from(bytes))
  yield decoder.end() ?? ''
}

const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  return [',', '\t', ';'].map((s) => [first.split(s).length, s] as const).sort((a, b) => b[0] - a[0])[0]![1]
}

const isFormula = (text: string): boolean => text.trimStart().startsWith('=')

type Line = { record: string[]; info: { lines: number } }

/** The parser and its first text, by which the separator is known. */
async function parserOf(source: Source, encoding: 'UTF-8' | 'GB18030'): Promise<Parser> {
  const texts = textOf(source, encoding)
  const { value: head = '' } = await texts.next()
  const parser = parse({
    delimiter: separatorOf(head),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.record,
    info: true,
  })
  async function* all() {
    yield head
    yield* texts
  }
  const input = Readable.from(all(), { objectMode: false, highWaterMark: 1024 * 1024 })
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  return parser
}

async function fromCsv(source: Source, { encoding, digest }: Survey): Promise<Table> {
  const parser = await parserOf(source, encoding)
  const lines = parser[Symbol.asyncIterator]() as AsyncIterator<Line>
  const next = () =>
    lines.next().catch((error: { code?: string; lines?: number }) => {
      if (!error.code?.startsWith('CSV_')) throw error
      return refuse('broken-line', { line: error.lines ?? 1 })
    })
  const first = await next()
  if (first.done) return refuse('damaged')
  async function* rows(): AsyncGenerator<TableRow> {
    for (let item = await next(); !item.done; item = await next()) {
      const { record, info } = item.value
      yield { line: info.lines, cells: record, formulas: record.flatMap((cell, at) => (isFormula(cell) ? [at] : [])) }
    }
  }
  return { header: first.value.record.map((cell) => cell.trim()), rows: rows(), encoding, digest }
}

/** Opens a table; refuses by size, by what it would unpack to, and by kind. */
export async function readTable(source: Source): Promise<Table> {
  if (source.size > limits.streamed) return refuse('too-large', { size: megabytes(source.size), most: megabytes(limits.streamed) })
  const surveyed = await survey(source)
  if (!surveyed.archive) return fromCsv(source, surveyed)
  return { ...(await readWorkbook(surveyed.archive)), digest: surveyed.digest }
}
