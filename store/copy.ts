// Rows into a table by COPY: written as they come, with the database setting the pace.
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Session } from './database.ts'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string => (/[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (c) => escapes[c]!) : text)

const arrayText = (items: readonly unknown[]): string =>
  `{${items.map((item) => `"${String(item).replaceAll(/["\\]/g, (c) => `\\${c}`)}"`).join(',')}}`

/** A value in COPY's text format: arrays of text as PostgreSQL writes them, bytes in hexadecimal, other objects as JSON. */
export function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return String(value)
}

/** As `copyText`, for a column of the type `text[]`. */
export const copyArray = (items: readonly unknown[]): string => escaped(arrayText(items))

export interface Copying {
  /** One line of fields, each already in COPY's text format. */
  write(fields: readonly string[]): Promise<void>
  /** Ends the COPY; resolves when the database has taken every row. */
  end(): Promise<number>
}

const chunk = 256 * 1024

/** Waits until the stream takes more, or is over. */
function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, go)
      resolve()
    }
    for (const event of ['drain', 'close', 'error']) stream.on(event, go)
  })
}

/** Begins a COPY on the session, which is busy until `end`. */
export function copyInto(session: Session, table: string, columns: readonly string[]): Copying {
  const stream = session.query(copyFrom(`copy ${table} (${columns.map((c) => `"${c}"`).join(', ')}) from stdin`))
  const over = finished(stream)
  let failed: Error | null = null
  over.catch((error: Error) => (failed = error))
  let waiting: string[] = []
  let length = 0
  const flush = async (): Promise<void> => {
    const text = waiting.join('')
    waiting = []
    length = 0
    if (failed) throw failed
    if (!stream.write(text)) await drained(stream)
  }
  return {
    async write(fields) {
      const line = `${fields.join('\t')}\n`
      waiting.push(line)
      length += line.length
      if (length >= chunk) await flush()
    },
    async end() {
      await flush()
      stream.end()
      await over
      return stream.rowCount
    },
  }
}
