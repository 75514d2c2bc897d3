// A table whose rows become cards on a narrow screen, and stay a table for whoever listens to it.
import type { ReactNode } from 'react'
import { words } from '../../kernel/words.ts'
import { say } from './language.ts'

export interface Column<T> {
  readonly key: string
  readonly title: string
  readonly show: (row: T) => ReactNode
  readonly number?: boolean
  /** Leads the card, without its title. */
  readonly lead?: boolean
  /** Left out of cards where it says nothing. */
  readonly blank?: (row: T) => boolean
  /** Field of the order, where the column can be sorted. */
  readonly sort?: string
}

export interface TableProps<T> {
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly label: string
  /** Seen above the table; a label is heard only. */
  readonly caption?: ReactNode
  readonly order?: string | undefined
  readonly onOrder?: (order: string | undefined) => void
  /** Fixed widths, so that tables below one another stand in line. */
  readonly even?: boolean
}

const texts = { ascending: words('升序', 'ascending'), descending: words('降序', 'descending'), sort: words('排序', 'Sort') }

function Heading<T>({ column, order, onOrder }: Pick<TableProps<T>, 'order' | 'onOrder'> & { column: Column<T> }) {
  const { sort } = column
  const up = sort !== undefined && order === sort
  const down = sort !== undefined && order === `-${sort}`
  const sorted = up ? 'ascending' : down ? 'descending' : undefined
  return (
    <th role="columnheader" scope="col" className={column.number ? 'number' : undefined} aria-sort={sorted}>
      {sort && onOrder ? (
        <button type="button" className="sort" title={say(texts.sort)} onClick={() => onOrder(up ? `-${sort}` : down ? undefined : sort)}>
          {column.title}
          <span aria-hidden>{up ? ' ▲' : down ? ' ▼' : ''}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

export function Table<T>({ columns, rows, keyOf, label, caption, order, onOrder, even }: TableProps<T>) {
  return (
    <table role="table" className={even ? 'rows even' : 'rows'} aria-label={label}>
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Heading key={column.key} column={column} order={order} {...(onOrder ? { onOrder } : {})} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={keyOf(row)} data-row={keyOf(row)}>
            {columns.map((column) => (
              <td
                role="cell"
                key={column.key}
                data-label={column.title}
                className={[column.number ? 'number' : '', column.lead ? 'lead' : '', column.blank?.(row) ? 'blank' : ''].join(' ').trim()}
              >
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
