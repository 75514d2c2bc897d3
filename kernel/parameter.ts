// Parameters are dated data: an act is judged by the value in force on its day, with the article and the mark of its source.
import type { Citation } from './citation.ts'
import { addDays, isDay, type Day } from './day.ts'
import type { Words } from './words.ts'

/**
 * How well a value is known: V the text of the law was read, W only an excerpt was, U from memory and unverified,
 * D our own design and not law. Everything but V stands on the list *verify before go-live*.
 */
export type Mark = 'V' | 'W' | 'U' | 'D'

export type TermUnit = 'workday' | 'day' | 'hour' | 'month' | 'year'

export interface Term {
  readonly length: number; readonly unit: TermUnit
  /** False where nothing is to be done within it and it ends by itself, on a day off too. */ readonly moves?: false
}

export type ParameterKind = 'term' | 'amount' | 'number' | 'ratio' | 'text' | 'table'

export interface DatedValue<V = unknown> {
  readonly from: Day
  /** Last day in force; absent while it is in force. */
  readonly to?: Day
  readonly value: V
  readonly basis: Citation
  readonly mark: Mark
  readonly note?: Words
  /** Codes of the reasons for which the term is not counted, as the jurisdiction lists them; absent where the article names none. */
  readonly suspendedBy?: readonly string[]
}

export interface ParameterData {
  /** `complaints.mediation`; the longest extension of a term is a parameter of its own, `complaints.clue-verification.extension`. */
  readonly name: string
  readonly title: Words
  readonly kind: ParameterKind
  readonly unit?: string
  /** The event at which a term begins, for readers. */
  readonly startsAt?: Words
  /** `before`: the term is counted back from the event, as *six months before expiry*. */
  readonly counts?: 'before'
  readonly versions: readonly DatedValue[]
}

/** A version in force, with the parameter it belongs to and its place among the versions. */
export interface VersionInForce<V = unknown> extends DatedValue<V> {
  readonly name: string
  readonly title: Words
  readonly index: number
}

const inForceOn = (version: DatedValue, day: Day): boolean => version.from <= day && (version.to === undefined || day <= version.to)
const spanOf = (version: DatedValue): string => `${version.from}..${version.to ?? ''}`

/** Thrown by `at`: the rule that was asked for did not exist, or no longer exists, on that day. */
export class NoVersionInForce extends Error {
  readonly parameter: string
  readonly day: Day
  constructor(parameter: ParameterData, day: Day) {
    super(`parameter ${parameter.name} has no version in force on ${day}; it has ${parameter.versions.map(spanOf).join(', ')}`)
    this.name = 'NoVersionInForce'
    this.parameter = parameter.name
    this.day = day
  }
}

const units: ReadonlySet<unknown> = new Set<TermUnit>(['workday', 'day', 'hour', 'month', 'year'])
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isTerm = (value: unknown): value is Term =>
  isObject(value) && Number.isInteger(value['length']) && Number(value['length']) >= 0 && units.has(value['unit'])
const isDecimal = (value: unknown): boolean => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)

const shapes: Readonly<Record<ParameterKind, { is(value: unknown): boolean; readonly said: string }>> = {
  term: { is: isTerm, said: 'a whole length, 0 where another paper names the day, and a unit' },
  amount: { is: isDecimal, said: 'a decimal as text' },
  number: { is: isDecimal, said: 'a decimal as text' },
  ratio: { is: isDecimal, said: 'a decimal as text' },
  text: { is: (value) => typeof value === 'string' && value !== '', said: 'text' },
  table: { is: isObject, said: 'a table' },
}

/** What is wrong with a version before it is loaded; empty when nothing is. */
export function versionFaults(kind: ParameterKind, version: DatedValue): readonly string[] {
  const faults: string[] = []
  if (!isDay(version.from)) faults.push(`${version.from} is not a day`)
  if (version.to !== undefined && !isDay(version.to)) faults.push(`${version.to} is not a day`)
  if (version.to !== undefined && version.to < version.from) faults.push(`it ends on ${version.to}, before it begins on ${version.from}`)
  if (!shapes[kind].is(version.value)) faults.push(`its value is not ${shapes[kind].said}`)
  if (version.basis.act === '') faults.push('it names no act')
  return faults
}

function refuseFaulty(parameter: ParameterData): void {
  const refuse = (why: string): never => { throw new Error(`parameter ${parameter.name}: ${why}`) }
  if (parameter.versions.length === 0) refuse('it has no version')
  for (const version of parameter.versions)
    for (const fault of versionFaults(parameter.kind, version)) refuse(`version of ${version.from}: ${fault}`)
  const ordered = parameter.versions.toSorted((a, b) => a.from.localeCompare(b.from))
  ordered.forEach((version, at) => {
    const next = ordered[at + 1]
    if (next && (version.to === undefined || version.to >= next.from)) refuse(`the versions of ${version.from} and ${next.from} overlap`)
  })
}

const theDayBefore = (day: Day): Day => addDays(day, -1)

/** The loaded version covers what it covers; what lies before and after it stays as it was. */
function laid(parameter: ParameterData, loaded: DatedValue, dayBefore: (day: Day) => Day): ParameterData {
  const versions = parameter.versions.flatMap((version) => {
    const cut = inForceOn(version, loaded.from) ? { to: dayBefore(loaded.from) } : {}
    const before = version.from < loaded.from ? [{ ...version, ...cut }] : []
    if (loaded.to === undefined || (version.to !== undefined && version.to <= loaded.to)) return before
    return [...before, version.from > loaded.to ? version : { ...version, from: addDays(loaded.to, 1) }]
  })
  return { ...parameter, versions: [...versions, loaded].toSorted((a, b) => a.from.localeCompare(b.from)) }
}

export interface Unverified {
  readonly name: string
  readonly title: Words
  readonly version: DatedValue
}

/** All parameters of a jurisdiction. Immutable: loading a version gives a new set. */
export class Parameters {
  private readonly byName: ReadonlyMap<string, ParameterData>

  /** Throws when a version is malformed, two overlap, or two parameters have one name. */
  constructor(parameters: readonly ParameterData[]) {
    for (const parameter of parameters) refuseFaulty(parameter)
    this.byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
    if (this.byName.size !== parameters.length) throw new Error('two parameters have the same name')
  }

  get all(): readonly ParameterData[] {
    return [...this.byName.values()]
  }

  named(name: string): ParameterData | undefined {
    return this.byName.get(name)
  }

  /** The version in force on a day; null when there is none: never the nearest. */
  find(name: string, day: Day): DatedValue | null {
    return this.byName.get(name)?.versions.find((version) => inForceOn(version, day)) ?? null
  }

  /** The version in force on a day. Throws `NoVersionInForce` naming the versions that there are. */
  at(name: string, day: Day): VersionInForce {
    const parameter = this.byName.get(name)
    if (!parameter) throw new Error(`there is no parameter ${name}`)
    const index = parameter.versions.findIndex((version) => inForceOn(version, day))
    const version = parameter.versions[index]
    if (!version) throw new NoVersionInForce(parameter, day)
    return { ...version, name, title: parameter.title, index }
  }

  /** Lays a version that an officer loads over those that are there. Throws when it is malformed. */
  with(name: string, loaded: DatedValue, dayBefore: (day: Day) => Day = theDayBefore): Parameters {
    const parameter = this.byName.get(name)
    if (!parameter) throw new Error(`there is no parameter ${name}`)
    refuseFaulty({ ...parameter, versions: [loaded] })
    return new Parameters(this.all.map((each) => (each.name === name ? laid(each, loaded, dayBefore) : each)))
  }

  /** The list that a jurisdiction reads through before it switches the platform on; with a day, only what is in force on it or later. */
  verifyBeforeGoLive(on?: Day): readonly Unverified[] {
    const asked = (v: DatedValue): boolean => v.mark !== 'V' && (on === undefined || v.to === undefined || v.to >= on)
    return this.all.flatMap(({ name, title, versions }) => versions.filter(asked).map((version) => ({ name, title, version })))
  }
}

/** A dated value in force on the day of an act, with what it rests on. */
export type InForce = Pick<DatedValue, 'value' | 'basis' | 'mark'>
