// An edition of a standard is dated data: which one judges a figure is decided by the day on which the air was measured.
import type { Day } from '../../../kernel/day.ts'
import type { DatedValue } from '../../../kernel/parameter.ts'

/** The version in force on the day of observation; null where there is none: never the nearest, never today's. */
export function versionOn<V>(parameter: { readonly versions: readonly DatedValue<V>[] }, day: Day): DatedValue<V> | null {
  return parameter.versions.find((version) => version.from <= day && (version.to === undefined || day <= version.to)) ?? null
}

export const editionOn = <V>(parameter: { readonly versions: readonly DatedValue<V>[] }, day: Day): V | null =>
  versionOn(parameter, day)?.value ?? null
