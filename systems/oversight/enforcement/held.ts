// Goods that are held: nothing stays held where a case comes to its end, since no step leads out of that.
import type { Day } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Line {
  readonly what: string
  readonly released: Day | null
}

/** The term of a seizure ends with the case, and what is held after it could never be given back. */
export function nothingHeld({ holding }: { readonly holding: readonly Line[] | null }): void {
  const held = (holding ?? []).find(({ released }) => released === null)
  if (held) refuse('still-held', { what: held.what })
}
