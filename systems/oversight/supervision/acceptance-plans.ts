// 抽样方案: single sampling plans by attributes, read from the printed tables of GB/T 2828.1-2012 (= ISO 2859-1:1999).
import type { Words } from '../../../kernel/words.ts'

export type Inspection = 'normal' | 'tightened' | 'reduced'
export type Level = 'S-1' | 'S-2' | 'S-3' | 'S-4' | 'I' | 'II' | 'III'

/** The parameter `supervision.single-plans`: what the standard prints, tables 1 and 2-A to 2-C. */
export interface PlanTables {
  readonly edition: string
  readonly levels: readonly Level[]
  /** Lot sizes in order; the last has no end. One letter per level. */
  readonly lots: readonly { readonly upTo: number | null; readonly letters: string }[]
  readonly letters: string
  readonly sizes: Readonly<Record<Inspection, readonly number[]>>
  readonly aqls: readonly string[]
  readonly percentUpTo: string
  /** By code letter one cell per AQL: Ac, an arrow to the plan above or below, or `-` where nothing is printed. */
  readonly plans: Readonly<Record<Inspection, Readonly<Record<string, string>>>>
  readonly undecided: readonly Undecided[]
}

/** A cell on which the sources differ: what is used stands in the table, what another source gives stands here. */
export interface Undecided {
  readonly inspection: Inspection
  readonly letter: string
  readonly aql: string
  readonly otherwise: { readonly n: number; readonly accept: number }
  readonly why: Words
}

export interface Plan {
  readonly inspection: Inspection
  /** The letter that the lot asks for (table 1), and the one whose plan is used once the arrows are followed. */
  readonly letter: string
  readonly used: string
  readonly aql: string
  /** Units in the sample, and Ac and Re in nonconforming units (or nonconformities). */
  readonly n: number
  readonly accept: number
  readonly reject: number
  /** The sample is the lot: every unit is inspected. */
  readonly whole: boolean
  /** Up to the AQL of 10 per cent nonconforming or nonconformities per 100 units, above it only the latter. */
  readonly counts: 'either' | 'nonconformities'
  /** Another source gives another plan: a person decides before this one is relied on. */
  readonly undecided: Undecided | null
}

/** Code letter of a lot (table 1); null for a lot below two units, which is no lot. */
export function codeLetter(tables: PlanTables, lot: number, level: Level): string | null {
  if (!Number.isInteger(lot) || lot < 2) return null
  const row = tables.lots.find(({ upTo }) => upTo === null || lot <= upTo)
  return row?.letters[tables.levels.indexOf(level)] ?? null
}

/** The series writes 1.0 and 10; a reader may write 1, 1.00 or 10.0. */
const columnOf = (tables: PlanTables, aql: string): number =>
  /^\d+(\.\d+)?$/.test(aql) ? tables.aqls.findIndex((each) => Number(each) === Number(aql)) : -1

/** The plan of a letter and an AQL, its arrows followed; null where the AQL is not of the series or the letter not of the table. */
export function planOf(tables: PlanTables, inspection: Inspection, letter: string, aql: string, lot = Infinity): Plan | null {
  const column = columnOf(tables, aql)
  let row = tables.letters.indexOf(letter)
  const cell = (at: number): string => tables.plans[inspection][tables.letters[at] ?? '']?.split(' ')[column] ?? '-'
  if (column < 0 || row < 0) return null
  // A table loaded with arrows that point at each other must not hang the page.
  for (let turn = 0; turn < tables.letters.length && /[↓↑]/.test(cell(row)); turn++) row += cell(row) === '↓' ? 1 : -1
  if (!/^\d+$/.test(cell(row))) return null
  const series = tables.aqls[column]!
  const [n, accept] = [tables.sizes[inspection][row]!, Number(cell(row))]
  return {
    inspection,
    letter,
    used: tables.letters[row]!,
    aql: series,
    n: Math.min(n, lot),
    accept,
    reject: accept + 1,
    whole: n >= lot,
    counts: Number(series) > Number(tables.percentUpTo) ? 'nonconformities' : 'either',
    undecided: tables.undecided.find((u) => u.inspection === inspection && u.letter === letter && u.aql === series) ?? null,
  }
}

/** The plan of a lot: letter by lot size and level, then the table of the severity. */
export function singlePlan(
  tables: PlanTables,
  asked: { readonly lot: number; readonly level: Level; readonly aql: string; readonly inspection: Inspection },
): Plan | null {
  const letter = codeLetter(tables, asked.lot, asked.level)
  return letter === null ? null : planOf(tables, asked.inspection, letter, asked.aql, asked.lot)
}

/** Ac of the same letter at the AQL one step tighter, which the switching score asks for; null at the tightest. */
export function tighterAccept(tables: PlanTables, plan: Plan): number | null {
  const tighter = tables.aqls[columnOf(tables, plan.aql) - 1]
  return tighter === undefined ? null : (planOf(tables, plan.inspection, plan.letter, tighter)?.accept ?? null)
}
