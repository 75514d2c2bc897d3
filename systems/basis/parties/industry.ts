// A class of GB/T 4754 as it is entered: with or without its section letter, of any level, of the edition in force on the day.
import type { InForce } from '../../../kernel/parameter.ts'
import { partyRefusals } from './refusals.ts'

interface Edition {
  readonly edition: string
  /** Names by code: `C`, `C14`, `C144`, `C1441`. */
  readonly names: Readonly<Record<string, string>>
}

const byDigits = new WeakMap<Edition['names'], ReadonlyMap<string, string>>()

function digitsOf(names: Edition['names']): ReadonlyMap<string, string> {
  const known = byDigits.get(names) ?? new Map(Object.keys(names).map((code) => [code.slice(1), code] as const))
  byDigits.set(names, known)
  return known
}

export const industriesOf = (rule: InForce): Edition => rule.value as Edition

/** The name that an edition gives a code of digits; null where it has none. */
export function industryName({ names }: Edition, digits: string): string | null {
  const code = digitsOf(names).get(digits)
  return code === undefined ? null : names[code]!
}

/** Digits of the class, as they are stored; refuses what the edition does not have. */
export function industryOf<T extends string | null>(c: { parameter(name: string): InForce }, given: T, field: string): T {
  if (given === null) return given
  const { edition, names } = industriesOf(c.parameter('parties.industries'))
  const text = given.trim().toUpperCase()
  const digits = text.replace(/^[A-T](?=\d)/, '')
  const code = digitsOf(names).get(digits)
  if (digits === '' || code === undefined || (digits !== text && code !== text))
    return partyRefusals.refuse('unknown-industry', { industry: given, edition, field })
  return digits as T
}
