// Which prior the EBGM of a table of signals uses: fitted to the table where there is enough of it, else a published one; it says which.
import type { RatioPrior } from './disproportionality.ts'
import { fitPrior } from './prior-fit.ts'

/** The parameter `risk.ratio-prior`. */
export interface PriorRules {
  /** No fit on fewer pairs that were told of, nor on fewer reports. */
  readonly least: { readonly pairs: number; readonly reports: number }
  readonly fixed: RatioPrior
}

export interface UsedPrior {
  readonly prior: RatioPrior
  readonly from: 'fitted' | 'fixed'
  /** Pairs told of at least once, and reports of the table. */
  readonly pairs: number
  readonly reports: number
}

interface Count {
  readonly productClass: string
  readonly hazard: string
  readonly count: number
}

function summed(counts: readonly Count[], of: (each: Count) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const each of counts) sums.set(of(each), (sums.get(of(each)) ?? 0) + each.count)
  return sums
}

/** All pairs of a class and a hazard that were told of, those never told of together too: reports, and how many were expected. */
export function pairsExpected(counts: readonly Count[]): readonly { readonly n: number; readonly e: number }[] {
  const reports = counts.reduce((sum, { count }) => sum + count, 0)
  const [classes, hazards] = [summed(counts, ({ productClass }) => productClass), summed(counts, ({ hazard }) => hazard)]
  const seen = summed(counts, ({ productClass, hazard }) => `${productClass} ${hazard}`)
  return [...classes].flatMap(([productClass, row]) =>
    [...hazards].map(([hazard, column]) => ({ n: seen.get(`${productClass} ${hazard}`) ?? 0, e: (row * column) / reports })),
  )
}

const known = new Map<string, RatioPrior>()

/** The same table is fitted once: a page that is looked at again does not wait for it. */
function fitted(pairs: readonly { readonly n: number; readonly e: number }[]): RatioPrior {
  const key = pairs.map(({ n, e }) => `${n}/${e.toFixed(6)}`).join(' ')
  const found = known.get(key) ?? fitPrior(pairs)
  known.delete(key)
  known.set(key, found)
  if (known.size > 32) known.delete(known.keys().next().value!)
  return found
}

const whole = (prior: RatioPrior): boolean => Object.values(prior).every((value) => Number.isFinite(value) && value > 0) && prior.share1 < 1

export function priorFor(counts: readonly Count[], { least, fixed }: PriorRules): UsedPrior {
  const told = counts.filter(({ count }) => count > 0)
  const reports = told.reduce((sum, { count }) => sum + count, 0)
  const pairs = summed(told, ({ productClass, hazard }) => `${productClass} ${hazard}`).size
  if (pairs < least.pairs || reports < least.reports) return { prior: fixed, from: 'fixed', pairs, reports }
  const prior = fitted(pairsExpected(told))
  return whole(prior) ? { prior, from: 'fitted', pairs, reports } : { prior: fixed, from: 'fixed', pairs, reports }
}
