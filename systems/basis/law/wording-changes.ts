// Which characters of a wording were kept, struck out and put in: what a reader of an amended article wants to see.

export interface WordingChange {
  readonly kind: 'kept' | 'struck' | 'inserted'
  readonly text: string
}

/** Lengths of the longest common subsequence of every pair of tails, row by row. */
function tailLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const here = rows[row]!
    const below = rows[row + 1]!
    for (let column = after.length - 1; column >= 0; column -= 1) {
      here[column] = before[row] === after[column] ? below[column + 1]! + 1 : Math.max(below[column]!, here[column + 1]!)
    }
  }
  return rows
}

function joined(changes: readonly WordingChange[]): readonly WordingChange[] {
  const runs: { kind: WordingChange['kind']; text: string }[] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last?.kind === change.kind) last.text += change.text
    else if (change.text !== '') runs.push({ ...change })
  }
  return runs
}

/** Kept and struck runs make up `before`, kept and inserted runs make up `after`. Meant for articles: up to 65,535 characters. */
export function wordingChanges(before: string, after: string): readonly WordingChange[] {
  const [left, right] = [[...before], [...after]]
  let head = 0
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < left.length - head && tail < right.length - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  const [oldMiddle, newMiddle] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)]
  const lengths = tailLengths(oldMiddle, newMiddle)
  const changes: WordingChange[] = [{ kind: 'kept', text: left.slice(0, head).join('') }]
  let row = 0
  let column = 0
  while (row < oldMiddle.length || column < newMiddle.length) {
    const strike = row < oldMiddle.length && (column === newMiddle.length || lengths[row + 1]![column]! >= lengths[row]![column + 1]!)
    if (row < oldMiddle.length && column < newMiddle.length && oldMiddle[row] === newMiddle[column]) {
      changes.push({ kind: 'kept', text: oldMiddle[row]! })
      row += 1
      column += 1
    } else if (strike) changes.push({ kind: 'struck', text: oldMiddle[row++]! })
    else changes.push({ kind: 'inserted', text: newMiddle[column++]! })
  }
  changes.push({ kind: 'kept', text: left.slice(left.length - tail).join('') })
  return joined(changes)
}
