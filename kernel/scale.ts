// A scale grades a subject by dated lines, points and vetoes, and says why and what would change the grade.
import { Decimal } from 'decimal.js'
import type { Citation } from './citation.ts'
import type { Day } from './day.ts'
import type { Words } from './words.ts'

/** A line of a scale: so many points when its fact holds, or so many per unit of a number, within limits. */
export interface ScaleLine {
  readonly name: string
  readonly title: Words
  /** The fact that the line looks at: a number or a yes. */
  readonly fact: string
  readonly points: string
  /** `each`: points for every unit; `if`: points when the fact is true or above zero. */
  readonly counts: 'each' | 'if'
  readonly least?: string
  readonly most?: string
  readonly basis: Citation
  /** For how many months a fact counts; judged by whoever gathers the facts. */
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
  readonly starts: string
  readonly lines: readonly ScaleLine[]
  readonly vetoes: readonly Veto[]
  /** From best to worst, each with the least points it needs. */
  readonly grades: readonly { readonly grade: string; readonly least: string }[]
}

export interface Scale {
  readonly noun: 'scale'
  readonly name: string
  readonly title: Words
  readonly of: string
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

function pointsOf(line: ScaleLine, fact: unknown): Decimal {
  const number = fact === true ? 1 : fact === false || fact == null ? 0 : Number(fact)
  const raw =
    line.counts === 'each'
      ? new Decimal(line.points).times(String(fact === true ? 1 : (fact ?? 0) === false ? 0 : (fact ?? 0)))
      : number > 0
        ? new Decimal(line.points)
        : new Decimal(0)
  const floor = line.least === undefined ? raw : Decimal.max(raw, line.least)
  return line.most === undefined ? floor : Decimal.min(floor, line.most)
}

/** Grades the facts by one edition; a missing fact gives no points and is said to be missing. */
export function grade(edition: ScaleEdition, facts: Facts): Graded {
  const lines = edition.lines.map((line) => ({
    line: line.name,
    fact: facts[line.fact] ?? null,
    points: pointsOf(line, facts[line.fact]).toFixed(),
    missing: facts[line.fact] == null,
  }))
  const points = lines.reduce((sum, line) => sum.plus(line.points), new Decimal(edition.starts))
  const reached = edition.grades.findIndex((g) => points.gte(g.least))
  const byPoints = reached < 0 ? edition.grades.length - 1 : reached
  const vetoed = edition.vetoes.filter((v) => facts[v.fact] === true || Number(facts[v.fact] ?? 0) > 0)
  const worst = vetoed.reduce(
    (at, v) =>
      Math.max(
        at,
        edition.grades.findIndex((g) => g.grade === v.atMost),
      ),
    byPoints,
  )
  return { grade: edition.grades[worst]!.grade, points: points.toFixed(), edition: edition.name, lines, vetoed: vetoed.map((v) => v.name) }
}

/** Single changes of one fact (cleared, or one unit less) that would alter the grade: what would change it. */
export function counterfactuals(
  edition: ScaleEdition,
  facts: Facts,
): readonly { readonly fact: string; readonly to: string | number | boolean; readonly grade: string }[] {
  const now = grade(edition, facts).grade
  const names = [...new Set([...edition.lines.map((l) => l.fact), ...edition.vetoes.map((v) => v.fact)])]
  return names.flatMap((fact) => {
    const value = facts[fact]
    const options: (string | number | boolean)[] =
      typeof value === 'boolean' ? [!value] : value == null ? [] : [0, Number(value) - 1, Number(value) + 1].filter((v) => v >= 0)
    return options
      .map((to) => ({ fact, to, grade: grade(edition, { ...facts, [fact]: to }).grade }))
      .filter((o) => o.grade !== now)
      .slice(0, 1)
  })
}
