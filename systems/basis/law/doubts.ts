// Citations that a jurist must look at before a jurisdiction goes live: the wording of the day was not read, or not in force.
import { type Library, type Resolution, resolves } from './library.ts'
import type { Use } from './uses.ts'

/**
 * - `unresolved`: nothing is known of what is cited;
 * - `not-in-force`: on the first day for which it is cited the act had no version, so the dates or the citation are wrong;
 * - `wording-not-read`: the act held on that day, but its wording of that day is neither loaded nor paraphrased.
 */
export type DoubtKind = 'unresolved' | 'not-in-force' | 'wording-not-read'

export interface Doubt {
  readonly kind: DoubtKind
  readonly use: Use
  readonly resolution: Resolution
}

function kindOf({ state }: Resolution): DoubtKind {
  if (state === 'not-in-force') return 'not-in-force'
  return state === 'not-loaded' ? 'wording-not-read' : 'unresolved'
}

/** Dated citations are judged on their first day, the others in the last wording that is known. */
export function doubtsOf(library: Library, uses: readonly Use[]): readonly Doubt[] {
  return uses.flatMap((use) => {
    const resolution = library.resolve(use.citation, use.from)
    return resolves(resolution) ? [] : [{ kind: kindOf(resolution), use, resolution }]
  })
}
