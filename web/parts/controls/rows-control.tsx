// A table of rows inside a record, each cell with the control of its column's kind.
import { Button } from 'antd'
import { mostRows } from '../../../kernel/fields/rows.ts'
import { words } from '../../../kernel/words.ts'
import { say } from '../language.ts'
import { Control, type ControlProps } from './control.tsx'

type Row = Readonly<Record<string, unknown>>
const texts = { row: words('第', 'Row'), add: words('增加一行', 'Add a row'), remove: words('删除本行', 'Remove this row') }

export default function RowsControl({ id, field, value, onChange, labelledBy, invalid }: ControlProps) {
  const rows = Array.isArray(value) ? (value as readonly Row[]) : []
  const columns = Object.entries(field.columns ?? {})
  const put = (at: number, name: string, cell: unknown) => onChange(rows.map((row, n) => (n === at ? { ...row, [name]: cell } : row)))
  return (
    <div id={id} role="group" aria-labelledby={labelledBy} tabIndex={-1} className="row-table">
      {rows.map((row, at) => (
        <fieldset key={at} className="row">
          <legend>
            {say(texts.row)} {at + 1}
          </legend>
          {columns.map(([name, column]) => (
            <div key={name} className="cell">
              <label id={`${id}-${at}-${name}-label`} htmlFor={`${id}-${at}-${name}`}>
                {say(column.title)}
                {column.optional ? '' : ' *'}
              </label>
              <Control
                id={`${id}-${at}-${name}`}
                labelledBy={`${id}-${at}-${name}-label`}
                field={column}
                value={row[name]}
                invalid={invalid && !column.optional && (row[name] ?? '') === ''}
                onChange={(cell) => put(at, name, cell)}
              />
            </div>
          ))}
          <Button size="small" type="text" danger onClick={() => onChange(rows.filter((_, n) => n !== at))}>
            {say(texts.remove)}
          </Button>
        </fieldset>
      ))}
      <Button size="small" onClick={() => onChange([...rows, {}])} disabled={rows.length >= mostRows(field)}>
        {say(texts.add)}
      </Button>
    </div>
  )
}
