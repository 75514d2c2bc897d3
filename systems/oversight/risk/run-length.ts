// 平均链长: how long a chart runs on average before it alarms, without a shift (false alarms) and with one (delay).
import { normalCdf } from '../../../kernel/distribution.ts'
import { assert } from '../../../kernel/refusal.ts'
import type { CusumRules, EwmaRules } from './charts.ts'
import { solve } from './linear-system.ts'

const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/** Points and weights of Gauss and Legendre on an interval: Newton's method on the Legendre polynomial of that degree. */
function gaussLegendre(points: number, from: number, to: number): readonly { readonly x: number; readonly weight: number }[] {
  return Array.from({ length: points }, (_, at) => {
    let [z, slope] = [Math.cos((Math.PI * (at + 0.75)) / (points + 0.5)), 0]
    for (let turn = 0; turn < 8; turn++) {
      let [now, before] = [1, 0]
      for (let j = 0; j < points; j++) [now, before] = [((2 * j + 1) * z * now - j * before) / (j + 1), now]
      slope = (points * (z * now - before)) / (z * z - 1)
      z -= now / slope
    }
    return { x: (from + to - (to - from) * z) / 2, weight: (to - from) / ((1 - z * z) * slope * slope) }
  })
}

const points = 48

/** Periods to an alarm of the upper CUSUM from zero, when values are shifted by so many σ (integral equation of Page 1954). */
export function cusumUpperRun({ k, h }: CusumRules, shift: number): number {
  const nodes = gaussLegendre(points, 0, h)
  const from = [0, ...nodes.map(({ x }) => x)]
  // L(x) = 1 + L(0) Φ(k − x − δ) + ∫ L(u) φ(u + k − x − δ) du
  const matrix = from.map((x, row) =>
    from.map((u, column) => {
      const moved = column === 0 ? normalCdf(k - x - shift) : nodes[column - 1]!.weight * density(u + k - x - shift)
      return (row === column ? 1 : 0) - moved
    }),
  )
  const found = solve(matrix, from.map(() => 1))
  assert(found, 'the run length of a CUSUM has an equation with one solution')
  return found[0]![0]!
}

/** Both sides at once: rates of alarm add up. */
export const cusumRun = (rules: CusumRules, shift: number): number =>
  1 / (1 / cusumUpperRun(rules, shift) + 1 / cusumUpperRun(rules, -shift))

/** Periods to an alarm of a two-sided EWMA with its final limits, when values are shifted by so many σ (Crowder 1987). */
export function ewmaRun({ lambda, width }: EwmaRules, shift: number): number {
  const limit = width * Math.sqrt(lambda / (2 - lambda))
  const nodes = gaussLegendre(points, -limit, limit)
  const kernel = (z: number, { x, weight }: { readonly x: number; readonly weight: number }): number =>
    (weight * density((x - (1 - lambda) * z) / lambda - shift)) / lambda
  const matrix = nodes.map((row, at) => nodes.map((column, other) => (at === other ? 1 : 0) - kernel(row.x, column)))
  const found = solve(matrix, nodes.map(() => 1))
  assert(found, 'the run length of an EWMA has an equation with one solution')
  return 1 + nodes.reduce((sum, node, at) => sum + kernel(0, node) * found[0]![at]!, 0)
}
