// Goods that are held: what was taken on the spot is approved line by line, and nothing stays held where a case comes to its end.
import type { Day, Instant } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Line {
  readonly what: string
  readonly released: Day | null
  readonly urgentAt?: Instant | null
  readonly approval?: string | null
}

type Lines<T extends Line = Line> = readonly T[] | null

/** The term of a seizure ends with the case, and what is held after it could never be given back. */
export function nothingHeld({ holding }: { readonly holding: Lines }): void {
  const held = (holding ?? []).find(({ released }) => released === null)
  if (held) refuse('still-held', { what: held.what })
}

/** The moment of the oldest one that was taken on the spot and waits for its approval: its hours run first. */
export function firstWaiting(holding: Lines): Instant | null {
  const waiting = (holding ?? []).filter(({ approval, released }) => !approval && released === null)
  return waiting
    .flatMap(({ urgentAt }) => urgentAt ?? [])
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}

/** The lines with the oldest ones approved; those taken later wait for an approval of their own. */
export function approved<T extends Line>(holding: Lines<T>, heldUrgently: Instant | null, approval: string): readonly T[] {
  const until = heldUrgently === null ? Infinity : Date.parse(heldUrgently)
  const meant = (line: Line): boolean => !!line.urgentAt && !line.approval && Date.parse(line.urgentAt) <= until
  return (holding ?? []).map((line) => (meant(line) ? { ...line, approval } : line))
}
