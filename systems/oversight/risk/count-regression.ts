// Log-linear regression of counts with overdispersion (quasi-Poisson), by iteratively reweighted least squares.
import { inverse } from './linear-system.ts'

export interface CountRegression {
  readonly coefficients: readonly number[]
  readonly fitted: readonly number[]
  /** Diagonal of the projection onto the fitted values: how much each count draws its own fit. */
  readonly leverage: readonly number[]
  /** Pearson's chi-square over degrees of freedom; 1 is Poisson. Not bounded from below. */
  readonly dispersion: number
  /** Squared errors relative to the fit over degrees of freedom: what R surveillance 1.20.3 takes in its flexible form. */
  readonly relativeDispersion: number
  readonly freedom: number
  /** Variances and covariances of the coefficients before the dispersion is applied. */
  readonly unscaled: readonly (readonly number[])[]
}

const dot = (left: readonly number[], right: readonly number[]): number => left.reduce((sum, each, at) => sum + each * right[at]!, 0)

/** x'Ax: the variance of a linear predictor before the dispersion. */
export const quadratic = (row: readonly number[], matrix: readonly (readonly number[])[]): number =>
  dot(row, matrix.map((line) => dot(line, row)))

/** Twice the log-likelihood lost against a perfect fit. */
const deviance = (counts: readonly number[], fitted: readonly number[], weights: readonly number[]): number =>
  counts.reduce((sum, y, at) => {
    const m = fitted[at]!
    return sum + 2 * weights[at]! * ((y > 0 ? y * Math.log(y / m) : 0) - (y - m))
  }, 0)

/**
 * Fits counts to a design of one row per count. Ends where the deviance stands still to 1e-8 of itself; null after 25 rounds or
 * when a column is a mixture of others.
 */
export function regressCounts(
  design: readonly (readonly number[])[],
  counts: readonly number[],
  weights: readonly number[] = counts.map(() => 1),
): CountRegression | null {
  const columns = design[0]?.length ?? 0
  let fitted = counts.map((y) => y + 0.1)
  let linear = fitted.map(Math.log)
  let before = deviance(counts, fitted, weights)
  for (let round = 0; round < 25; round++) {
    const working = fitted.map((m, at) => m * weights[at]!)
    const cross = Array.from({ length: columns }, (_, i) =>
      Array.from({ length: columns }, (__, j) => design.reduce((sum, row, at) => sum + row[i]! * row[j]! * working[at]!, 0)),
    )
    const unscaled = inverse(cross)
    if (!unscaled) return null
    const target = fitted.map((m, at) => linear[at]! + (counts[at]! - m) / m)
    const side = Array.from({ length: columns }, (_, i) => design.reduce((sum, row, at) => sum + row[i]! * working[at]! * target[at]!, 0))
    const coefficients = unscaled.map((line) => dot(line, side))
    linear = design.map((row) => dot(row, coefficients))
    fitted = linear.map(Math.exp)
    const after = deviance(counts, fitted, weights)
    if (!Number.isFinite(after)) return null
    if (Math.abs(after - before) / (Math.abs(after) + 0.1) < 1e-8) {
      // With the weights of the round that was last solved, as R does, so that its printed digits are met.
      const leverage = design.map((row, at) => working[at]! * quadratic(row, unscaled))
      const freedom = counts.length - columns
      const relative = counts.map((y, at) => ((y - fitted[at]!) / fitted[at]!) ** 2)
      const [dispersion, relativeDispersion] = [dot(working, relative) / freedom, dot(weights, relative) / freedom]
      return { coefficients, fitted, leverage, dispersion, relativeDispersion, freedom, unscaled }
    }
    before = after
  }
  return null
}
