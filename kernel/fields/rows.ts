// A short table inside a record: line items that have no life of their own, such as the failed items of a sampling sheet.
import { problem, taken, type Field, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

export type Row = Readonly<Record<string, unknown>>

const blankRow = (row: Row): boolean => Object.values(row).every((cell) => String(cell ?? '').trim() === '')

/** Rows as they were sent: an array, or its JSON text from a form or a workbook's cell; null where it is neither. */
function rowsIn(raw: unknown): readonly Row[] | null {
  if (typeof raw === 'string') {
    try {
      return rowsIn(JSON.parse(raw))
    } catch {
      return null
    }
  }
  return Array.isArray(raw) && raw.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)) ? raw : null
}

export const mostRows = (field: Field): number => field.most ?? 100

/** The cells are parsed by `readAnswers`, which knows the day; a row without any answer is left out. */
export const rowsKind: FieldKind<readonly Row[]> = {
  name: 'rows',
  column: () => 'jsonb',
  parse(raw, field) {
    const rows = rowsIn(raw)?.filter((row) => !blankRow(row))
    const most = mostRows(field)
    if (rows && rows.length <= most) return taken(rows)
    return rows
      ? problem(
          'too-many-rows',
          words(`共 ${rows.length} 行，最多 ${most} 行`, `There are ${rows.length} rows; at most ${most} are taken`),
          words('请分成几份填报', 'Divide them'),
        )
      : problem('not-rows', words('应为若干行的表', 'A table of rows is expected'), words('每行按列名给出各项', 'Give each row by the names of its columns'))
  },
  schema: (field) => ({
    type: 'array',
    items: { type: 'object', properties: Object.fromEntries(Object.keys(field.columns ?? {}).map((name) => [name, {}])) },
    maxItems: mostRows(field),
  }),
  show: (value, _field, language) => (language === 'en' ? `${value.length} rows` : `${value.length} 行`),
}
