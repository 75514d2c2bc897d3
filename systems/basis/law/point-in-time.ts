// Which version of an act is in force on a day.
import type { Day } from '../../../kernel/day.ts'

/** A span of days, both ends included; an absent `from` is not known, an absent `to` is not yet. */
export interface InForce {
  readonly from?: Day
  readonly to?: Day
}

const begins = (version: InForce): string => version.from ?? ''

/** Versions in order of entry into force; those whose day is not known come first, in the order given. */
export const inOrder = <V extends InForce>(versions: readonly V[]): readonly V[] =>
  versions.toSorted((one, other) => (begins(one) < begins(other) ? -1 : begins(one) > begins(other) ? 1 : 0))

/** The version in force on `day`; null before the first, after a repeal, or in a gap. Never the nearest. */
export function pointInTime<V extends InForce>(versions: readonly V[], day: Day): V | null {
  const begun = inOrder(versions).filter((version) => begins(version) <= day)
  const last = begun.at(-1)
  return last && (last.to === undefined || day <= last.to) ? last : null
}
