// The rule of a scale on a day: the edition with its dated numbers, and the days between which the records of a fact count.
import { addMonths, type Day } from '../../kernel/day.ts'
import { editionOn, type Facts, type FactSource, type Scale, type ScaleEdition, type ScaleLine } from '../../kernel/scale.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { DatedValue } from '../../kernel/parameter.ts'
import type { Engine } from '../engine.ts'

/** The numbers of an edition as dated data: by the name of the line and of the grade. */
export interface Weights {
  readonly starts: string
  readonly lines: Readonly<Record<string, Pick<ScaleLine, 'points' | 'least' | 'most' | 'months'>>>
  readonly grades: Readonly<Record<string, string>>
}

/** The edition with its numbers of the day; a line or a grade without a number would be a rule that nobody wrote. */
function weighed(edition: ScaleEdition, { from, value }: Pick<DatedValue, 'from' | 'value'>): ScaleEdition {
  const { starts, lines, grades } = value as Weights
  const number = <V>(among: Readonly<Record<string, V>>, name: string): V => {
    const found = among[name]
    if (found === undefined) throw new Error(`the weights of ${from} say nothing of ${name}`)
    return found
  }
  return {
    ...edition,
    name: `${edition.name}/${from}`,
    starts,
    lines: edition.lines.map((line) => ({ ...line, ...number(lines, line.name) })),
    grades: edition.grades.map(({ grade }) => ({ grade, least: number(grades, grade) })),
  }
}

/** The edition in force on a day with its numbers; null where either was not in force yet. */
export function ruleOn(engine: Pick<Engine, 'parameters'>, scale: Scale, day: Day): ScaleEdition | null {
  const edition = editionOn(scale, day)
  if (!edition || !scale.weights) return edition
  const weights = engine.parameters.find(scale.weights.parameter, day)
  return weights && weighed(edition, weights)
}

/** A fact of an edition with its source and the day after which its records must have happened. */
export interface Windowed {
  readonly fact: string
  readonly source: FactSource
  /** Null: however long ago. */
  readonly after: Day | null
}

/** Facts that an edition looks at, each once; a fact counts for as many months as its line says. */
export function windowsOf(scale: Scale, edition: ScaleEdition, day: Day): readonly Windowed[] {
  const names = [...new Set([...edition.lines, ...edition.vetoes].map(({ fact }) => fact))]
  return names.map((fact) => {
    const source = scale.facts?.[fact]
    if (!source) throw new Error(`fault: nothing says where the fact ${fact} of ${scale.name} comes from`)
    const months = edition.lines.find((line) => line.fact === fact)?.months
    return { fact, source, after: months === undefined ? null : addMonths(day, -months) }
  })
}

/** A record that counts for a fact. */
export interface Counted {
  readonly fact: string
  readonly id: string
  readonly number: string | null
  readonly on: Day
  readonly until: Day | null
  /** The article that the record itself names. */
  readonly article: string | null
}

/** The field that holds the article of a record; the first where there are several. */
export const articleField = (of: Register): string | undefined => Object.entries(of.fields).find(([, field]) => field.kind === 'citation')?.[0]

/** A record as it counts for a fact, whether or not it does on some day. */
export function countedFrom(of: Register, { fact, source: { on, until } }: Windowed, record: AnyRecord): Counted {
  const article = articleField(of)
  const value = (name: string | undefined) => ((name && record[name]) as string | null | undefined) || null
  return { fact, id: record.id, number: record.number, on: value(on)!, until: value(until), article: value(article) }
}

/** Of records that may count, those that do on a day. */
export function countedOn(scale: Scale, edition: ScaleEdition, day: Day, records: readonly Counted[]): readonly Counted[] {
  const after = new Map(windowsOf(scale, edition, day).map((window) => [window.fact, window.after]))
  return records.filter(({ fact, on, until }) => {
    const from = after.get(fact)
    return from !== undefined && on <= day && (from === null || on > from) && (until === null || until >= day)
  })
}

/** How many records count for each fact on a day, also on a later one: what mere time changes. */
export function factsOn(scale: Scale, edition: ScaleEdition, day: Day, records: readonly Counted[]): Facts {
  const counting = grouped(countedOn(scale, edition, day, records), ({ fact }) => fact)
  return Object.fromEntries(windowsOf(scale, edition, day).map(({ fact }) => [fact, counting.get(fact)?.length ?? 0]))
}

/** Things by a key, in the order in which each key was first met. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
