// Linear equations by elimination with the largest pivot: for regressions and integral equations of a few dozen unknowns.

/** Solves A x = b for each right side; null where A has no inverse to double precision. Nothing given is changed. */
export function solve(matrix: readonly (readonly number[])[], ...sides: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length
  const rows = matrix.map((row, at) => [...row, ...sides.map((side) => side[at]!)])
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const head = rows[column]!
    if (!(Math.abs(head[column]!) > 1e-300)) return null
    for (let row = 0; row < n; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / head[column]!
      if (factor !== 0) for (let at = column; at < head.length; at++) rows[row]![at]! -= factor * head[at]!
    }
  }
  return sides.map((_, side) => rows.map((row, at) => row[n + side]! / row[at]!))
}

/** The inverse, column by column; null where there is none. */
export const inverse = (matrix: readonly (readonly number[])[]): number[][] | null =>
  solve(matrix, ...matrix.map((_, at) => matrix.map((__, row) => (row === at ? 1 : 0))))
