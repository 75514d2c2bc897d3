// A scale grades a subject by dated lines, points and vetoes, and says why and what would change the grade.
import { Decimal } from 'decimal.js'
import type { Citation } from './citation.ts'
import type { Day } from './day.ts'
import type { ParameterName } from './deadline.ts'
import type { Filter } from './filter.ts'
import type { Words } from './words.ts'

/** A line of a scale: so many points when its fact holds, or so many per unit of a number, within limits. */
export interface ScaleLine {
  readonly name: string
  readonly title: Words
  /** The fact that the line looks at: a number or a yes. */
  readonly fact: string
  /** Absent where the scale's dated weights say it. */
  readonly points?: string
  /** `each`: points for every unit; `if`: points when the fact is true or above zero. */
  readonly counts: 'each' | 'if'
  readonly least?: string
  readonly most?: string
  readonly basis: Citation
  /** For how many months a fact counts; all lines of one fact say the same. */
  readonly months?: number
}

export interface Veto {
  readonly name: string
  readonly title: Words
  readonly fact: string
  /** The best grade that is still possible. */
  readonly atMost: string
  readonly basis: Citation
}

export interface ScaleEdition {
  readonly name: string
  readonly from: Day
  readonly to?: Day
  readonly starts?: string
  readonly lines: readonly ScaleLine[]
  readonly vetoes: readonly Veto[]
  /** From best to worst, each with the least points it needs. */
  readonly grades: readonly { readonly grade: string; readonly least?: string }[]
}

/** Where a fact comes from: how many records of a register name the subject, happened and still count on the day. */
export interface FactSource {
  readonly register: string
  /** Field that holds the key of the subject. */
  readonly by: string
  /** Day on which it happened; last day on which it counts, and the deadline whose due day that will be while it is not written yet. */
  readonly on: string
  readonly until?: string
  readonly endedBy?: string
  readonly where?: Filter
}

export interface Scale {
  readonly noun: 'scale'
  readonly name: string
  readonly title: Words
  readonly of: string
  /** The field of `of` by which facts know a subject, and whence each fact comes; absent: facts are given. */
  readonly key?: string
  readonly facts?: Readonly<Record<string, FactSource>>
  /** Dated table of the numbers of the editions: points, windows and limits by line, least points by grade. */
  readonly weights?: ParameterName
  readonly editions: readonly ScaleEdition[]
  readonly basis: Citation
}

export const scale = (name: string, declared: Omit<Scale, 'noun' | 'name'>): Scale => ({ noun: 'scale', name, ...declared })

export type Facts = Readonly<Record<string, string | number | boolean | null>>

export interface Graded {
  readonly grade: string
  readonly points: string
  readonly edition: string
  readonly lines: readonly { readonly line: string; readonly fact: unknown; readonly points: string; readonly missing: boolean }[]
  readonly vetoed: readonly string[]
}

/** The edition in force on a day; null before the first. */
export const editionOn = (of: Scale, day: Day): ScaleEdition | null =>
  of.editions.find((e) => e.from <= day && (e.to === undefined || day <= e.to)) ?? null

const unitsOf = (fact: Facts[string] | undefined): Decimal => new Decimal(fact === true ? 1 : fact === false ? 0 : (fact ?? 0))

function pointsOf(line: ScaleLine, fact: Facts[string]): Decimal {
  const units = unitsOf(fact)
  const raw = new Decimal(line.points ?? 0).times(line.counts === 'each' ? units : units.gt(0) ? 1 : 0)
  return Decimal.min(Decimal.max(raw, line.least ?? -Infinity), line.most ?? Infinity)
}

/** Grades the facts by one edition; a missing fact gives no points and is said to be missing. */
export function grade(edition: ScaleEdition, facts: Facts): Graded {
  const lines = edition.lines.map((line) => {
    const fact = facts[line.fact] ?? null
    return { line: line.name, fact, points: pointsOf(line, fact).toFixed(), missing: fact === null }
  })
  const points = lines.reduce((sum, line) => sum.plus(line.points), new Decimal(edition.starts ?? 0))
  const reached = edition.grades.findIndex((g) => points.gte(g.least ?? 0))
  const vetoed = edition.vetoes.filter((v) => unitsOf(facts[v.fact]).gt(0))
  const floors = vetoed.map((v) => edition.grades.findIndex((g) => g.grade === v.atMost))
  const worst = Math.max(reached < 0 ? edition.grades.length - 1 : reached, ...floors)
  return { grade: edition.grades[worst]!.grade, points: points.toFixed(), edition: edition.name, lines, vetoed: vetoed.map((v) => v.name) }
}

type Counterfactual = { readonly fact: string; readonly to: string | number | boolean; readonly grade: string }

/** Single changes of one fact (cleared, or one unit less or more) that would alter the grade: what would change it. */
export function counterfactuals(edition: ScaleEdition, facts: Facts): readonly Counterfactual[] {
  const now = grade(edition, facts).grade
  const names = [...new Set([...edition.lines, ...edition.vetoes].map((l) => l.fact))]
  return names.flatMap((fact) => {
    const value = facts[fact]
    const options = typeof value === 'boolean' ? [!value] : value == null ? [] : [0, Number(value) - 1, Number(value) + 1].filter((v) => v >= 0)
    const changed = options.map((to) => ({ fact, to, grade: grade(edition, { ...facts, [fact]: to }).grade }))
    return changed.filter((o) => o.grade !== now).slice(0, 1)
  })
}
