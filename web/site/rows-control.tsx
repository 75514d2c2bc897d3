// A table of rows in a form without a script: the rows that are there, and some empty ones; what stays empty is left out.
import type { ReactNode } from 'react'
import type { Field } from '../../kernel/field.ts'
import { mostRows } from '../../kernel/fields/rows.ts'
import { words } from '../../kernel/words.ts'
import { unitIn, type Saying } from './saying.ts'

type Row = Readonly<Record<string, unknown>>

const spare = 3

/** Rows from the JSON text that the form carries. */
export function rowsOf(text: string): readonly Row[] {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) ? (rows as Row[]) : []
  } catch {
    return []
  }
}

/** The rows that a form sent, as the JSON text that the kind reads: cells are named `items.0.value`. */
export function rowsSent(name: string, field: Field, form: URLSearchParams): string {
  const rows: Row[] = []
  for (let at = 0; at < mostRows(field) + spare; at++) {
    const cells = Object.keys(field.columns ?? {}).map((column) => [column, form.get(`${name}.${at}.${column}`) ?? ''] as const)
    if (cells.some(([, value]) => value.trim() !== '')) rows.push(Object.fromEntries(cells))
  }
  return rows.length > 0 ? JSON.stringify(rows) : ''
}

const shownCell = (value: unknown): string => (value === true ? '是' : value === false ? '否' : String(value ?? ''))

export function RowsControl(props: {
  readonly name: string
  readonly field: Field
  readonly value: string
  readonly problems: readonly { readonly field: string }[]
  readonly s: Saying
  readonly cell: (name: string, field: Field, value: string, wrong: boolean) => ReactNode
}) {
  const { name, field, value, problems, s, cell } = props
  const rows = rowsOf(value)
  const places = Math.min(rows.length + spare, mostRows(field))
  const columns = Object.entries(field.columns ?? {})
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={s.say(field.title)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{s.say(words('行', 'Row'))}</th>
            {columns.map(([column, one]) => (
              <th key={column} scope="col">
                {s.say(one.title)}
                {one.unit ? ` (${unitIn(one.unit, s)})` : ''}
                {one.optional ? '' : ' *'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: places }, (_, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {columns.map(([column, one]) => {
                const wrong = problems.some((p) => p.field === `${name}.${at + 1}.${column}`)
                return <td key={column}>{cell(`${name}.${at}.${column}`, { ...one, optional: true }, shownCell(rows[at]?.[column]), wrong)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A table of rows as people read it. */
export function RowsTable(props: {
  readonly field: Field
  readonly rows: readonly Row[]
  readonly s: Saying
  readonly show: (field: Field, value: unknown) => string
}) {
  const { field, rows, s, show } = props
  const columns = Object.entries(field.columns ?? {})
  return (
    <div className="scroll">
      <table className="stacks">
        <thead>
          <tr>
            {columns.map(([column, one]) => (
              <th key={column} scope="col">
                {s.say(one.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map(([column, one]) => (
                <td key={column} data-title={s.say(one.title)}>
                  {show(one, row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
