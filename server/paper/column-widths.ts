// Widths of the columns of a table on paper: a short column is as wide as its longest text, long ones share what is left.
import type { Block } from '../../kernel/paper.ts'

/** Places that a text takes on a line: a Chinese character two, others one. */
const places = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)

/** A column of text longer than this may break its lines. */
const long = 24

/** Shares of the whole width, which sum to one. */
export function columnShares({ columns, rows }: Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'>): readonly number[] {
  const widest = columns.map(({ title, unit }, at) =>
    Math.max(places(unit ? `${title}（${unit}）` : title), ...rows.map((row) => places(row[at] ?? '')), 2),
  )
  // Three more for the space around a text; a longer one weighs by its root, so that it does not starve the others.
  const weights = widest.map((each) => 3 + (each <= long ? each : long + Math.sqrt(each - long) * 3))
  const all = weights.reduce((sum, each) => sum + each, 0)
  return weights.map((each) => each / all)
}
