// Unpacks and reads a workbook in a thread of its own with bounded memory, and hands its rows over as texts when asked.
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx } from 'hucre/xlsx'

const batch = 2000
const pad = (number) => String(number).padStart(2, '0')

/** A cell as the text that a person sees: whole days as days, numbers without binary noise. */
function textOf(value) {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return `${value.getUTCFullYear()}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)))
  return String(value)
}

/** Columns of each row in which a formula stands. */
function formulasOf(cells) {
  const formulas = new Map()
  for (const [key, cell] of cells ?? []) {
    if (!cell.formula) continue
    const [row, column] = key.split(',').map(Number)
    formulas.set(row, [...(formulas.get(row) ?? []), column])
  }
  return formulas
}

const { sheets } = await readXlsx(workerData)
const rows = sheets[0]?.rows ?? []
const formulas = formulasOf(sheets[0]?.cells)
let at = 1
parentPort.on('message', () => {
  const lines = []
  for (; at < rows.length && lines.length < batch; at++) {
    const cells = rows[at].map(textOf)
    const own = formulas.get(at) ?? []
    if (own.length > 0 || cells.some((text) => text.trim() !== '')) lines.push({ line: at + 1, cells, formulas: own })
  }
  parentPort.postMessage({ lines, done: at >= rows.length })
})
parentPort.postMessage({ header: rows.length === 0 ? null : rows[0].map((cell) => textOf(cell).trim()) })
