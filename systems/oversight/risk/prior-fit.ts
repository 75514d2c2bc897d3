// The prior of reporting ratios, fitted to a whole table of products and defects by likelihood.
import { priorLikelihood, type RatioPrior } from './disproportionality.ts'

const priorOf = (point: readonly number[]): RatioPrior => ({
  shape1: Math.exp(point[0]!), rate1: Math.exp(point[1]!), shape2: Math.exp(point[2]!), rate2: Math.exp(point[3]!),
  share1: 1 / (1 + Math.exp(-point[4]!)),
})

/** DuMouchel's starting values: a spread-out part for the few true signals, a narrow one around 1 for the rest. */
const start = [Math.log(0.2), Math.log(0.1), Math.log(2), Math.log(4), Math.log(1 / 2)]

/** The simplex of Nelder and Mead (1965): goes downhill by reflecting the worst corner, until the corners agree or turns run out. */
function lowest(cost: (point: readonly number[]) => number, from: readonly number[], turns: number): readonly number[] {
  const corner = (point: readonly number[]) => ({ point, cost: cost(point) })
  let corners = [corner(from), ...from.map((_, axis) => corner(from.map((x, at) => (at === axis ? x + 0.7 : x))))]
  for (let turn = 0; turn < turns; turn++) {
    corners.sort((left, right) => left.cost - right.cost)
    const [best, worst] = [corners[0]!, corners.at(-1)!]
    if (worst.cost - best.cost < 1e-9 * Math.abs(best.cost)) break
    const rest = corners.slice(0, -1)
    const middle = from.map((_, at) => rest.reduce((sum, each) => sum + each.point[at]!, 0) / rest.length)
    const along = (step: number) => corner(middle.map((m, at) => m + step * (m - worst.point[at]!)))
    const mirrored = along(1)
    // A good step is doubled; a poor one is halved, on the better side of the middle.
    const inside = mirrored.cost < worst.cost ? 0.5 : -0.5
    const further = mirrored.cost < best.cost ? along(2) : mirrored.cost < rest.at(-1)!.cost ? mirrored : along(inside)
    const better = mirrored.cost < further.cost ? mirrored : further
    corners = better.cost < worst.cost
      ? [...rest, better]
      : [best, ...corners.slice(1).map(({ point }) => corner(point.map((x, at) => (x + best.point[at]!) / 2)))]
  }
  return corners.sort((left, right) => left.cost - right.cost)[0]!.point
}

/** A corner at which the likelihood is no number, or which has run off to the edge of what numbers hold, is no good one. */
function cost(pairs: readonly { readonly n: number; readonly e: number }[], point: readonly number[]): number {
  if (point.some((x) => Math.abs(x) > 12)) return Infinity
  const likelihood = priorLikelihood(pairs, priorOf(point))
  return Number.isFinite(likelihood) ? -likelihood : Infinity
}

/** The most likely prior; give all pairs with their expectations, those without a report too. Takes seconds on large tables. */
export function fitPrior(pairs: readonly { readonly n: number; readonly e: number }[], turns = 800): RatioPrior {
  return priorOf(lowest((point) => cost(pairs, point), start, turns))
}
