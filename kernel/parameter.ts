// Parameters are dated data: an act is judged by the value in force on its day, with the article and the mark of its source.
import type { Citation } from './citation.ts'
import type { Day } from './day.ts'
import type { Words } from './words.ts'

/**
 * How well a value is known: V the text of the law was read, W only an excerpt was, U from memory and unverified,
 * D our own design and not law. Everything but V stands on the list *verify before go-live*.
 */
export type Mark = 'V' | 'W' | 'U' | 'D'

export type TermUnit = 'workday' | 'day' | 'hour' | 'month' | 'year'

export interface Term {
  readonly length: number
  readonly unit: TermUnit
}

export interface DatedValue<V = unknown> {
  readonly from: Day
  /** Last day in force; absent while it is in force. */
  readonly to?: Day
  readonly value: V
  readonly basis: Citation
  readonly mark: Mark
  readonly note?: Words
}

export interface ParameterData {
  /** `complaints.mediation`. */
  readonly name: string
  readonly title: Words
  readonly kind: 'term' | 'amount' | 'number' | 'ratio' | 'text' | 'table'
  readonly unit?: string
  readonly versions: readonly DatedValue[]
}

const inForceOn = (version: DatedValue, day: Day): boolean => version.from <= day && (version.to === undefined || day <= version.to)

function refuseOverlap(parameter: ParameterData): void {
  const ordered = [...parameter.versions].sort((a, b) => a.from.localeCompare(b.from))
  ordered.forEach((version, at) => {
    const next = ordered[at + 1]
    if (next && (version.to === undefined || version.to >= next.from))
      throw new Error(`parameter ${parameter.name}: the versions of ${version.from} and ${next.from} overlap`)
  })
}

/** A version that an officer loads ends the one it follows on the day before it takes force. */
function laid(parameter: ParameterData, loaded: DatedValue, dayBefore: (day: Day) => Day): ParameterData {
  const kept = parameter.versions.filter((v) => v.from < loaded.from).map((v) => (v.to === undefined || v.to >= loaded.from ? { ...v, to: dayBefore(loaded.from) } : v))
  const after = loaded.to === undefined ? [] : parameter.versions.filter((v) => v.from > loaded.to!)
  return { ...parameter, versions: [...kept, loaded, ...after] }
}

export interface Unverified {
  readonly name: string
  readonly title: Words
  readonly version: DatedValue
}

/** All parameters of a jurisdiction. Immutable: loading a version gives a new set. */
export class Parameters {
  private readonly byName: ReadonlyMap<string, ParameterData>

  constructor(parameters: readonly ParameterData[]) {
    for (const parameter of parameters) refuseOverlap(parameter)
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

  with(name: string, loaded: DatedValue, dayBefore: (day: Day) => Day): Parameters {
    const parameter = this.byName.get(name)
    if (!parameter) throw new Error(`there is no parameter ${name}`)
    return new Parameters(this.all.map((each) => (each.name === name ? laid(each, loaded, dayBefore) : each)))
  }

  /** The list that a jurisdiction reads through before it switches the platform on. */
  verifyBeforeGoLive(): readonly Unverified[] {
    return this.all.flatMap(({ name, title, versions }) => versions.filter((v) => v.mark !== 'V').map((version) => ({ name, title, version })))
  }
}
