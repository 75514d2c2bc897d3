// Counts against the same weeks of earlier years: Farrington et al. (1996), and as improved by Noufaily et al. (2013).
import { addDays, addMonths, daysBetween, type Day } from '../../../kernel/day.ts'
import { negativeBinomialQuantile, normalQuantile, poissonCdf, studentCdf } from '../../../kernel/distribution.ts'
import { words } from '../../../kernel/words.ts'
import type { Alarm, Series, Term } from './alarm.ts'
import { quadratic, regressCounts, type CountRegression } from './count-regression.ts'

/** The parameter `risk.farrington`: how far the method looks back and where it draws the line. */
export interface FarringtonRules {
  readonly years: number
  /** Weeks on either side of the same week of an earlier year. */
  readonly halfWindow: number
  /** Chance of a false alarm in a week: of the upper line alone, or shared with a lower one (the form of 1996). */
  readonly alpha: number
  readonly twoSided: boolean
  /** A baseline week whose standardised Anscombe residual exceeds this counts with the inverse of its square. */
  readonly downweightAbove: number
  /** The trend stays below this p-value, with three years, and while it predicts no more than was ever seen. */
  readonly trendBelow: number
  /** 1: windows only. More: the weeks between the windows enter as so many levels of season, the window being one. */
  readonly seasons: number
  /** Weeks before the present that are left out, so that an outbreak does not teach the baseline; at least the half window. */
  readonly leaveOut: number
  readonly line: 'two-thirds-power' | 'negative-binomial'
  /** Standard errors from Pearson's dispersion, or from relative errors as R surveillance 1.20.3 has them in its flexible form. */
  readonly errors: 'pearson' | 'relative'
  /** No alarm on fewer cases than this in so many weeks, the present included. */
  readonly least: { readonly cases: number; readonly weeks: number }
}

/** Place of the same week so many years before: the nearest same weekday when weeks are dated, else 52 weeks a year. */
function sameWeek(at: number, years: number, start: Day | null): number {
  if (start === null) return at - 52 * years
  const day = addMonths(addDays(start, 7 * at), -12 * years)
  return Math.round(daysBetween(start, day) / 7)
}

interface Baseline {
  readonly at: number
  /** 0 is the season of the present window. */
  readonly season: number
}

/** The weeks that teach what is usual; null where the series does not reach back far enough. */
function baselineOf(at: number, rules: FarringtonRules, start: Day | null): readonly Baseline[] | null {
  const { years, halfWindow: w, seasons, leaveOut } = rules
  const windows = Array.from({ length: years + 1 }, (_, back) => sameWeek(at, back, start))
  if (windows[years]! < 0) return null
  const found: Baseline[] = []
  for (let back = years; back >= 1; back--) {
    const [own, next] = [windows[back]!, windows[back - 1]!]
    for (let week = own - w; week <= own + w; week++) found.push({ at: week, season: 0 })
    if (seasons === 1) continue
    // The first parts take the weeks that do not divide evenly.
    const between = next - own - 2 * w - 1
    const [length, rest] = [Math.floor(between / (seasons - 1)), between % (seasons - 1)]
    for (let part = 1, week = own + w + 1; part < seasons; part++)
      for (let n = 0; n < length + (part <= rest ? 1 : 0); n++, week++) found.push({ at: week, season: part })
  }
  return found.filter((week) => week.at >= 0 && week.at < at - leaveOut)
}

/** Anscombe residuals, standardised: large ones mark earlier outbreaks, which then count less. */
function weightsOf(fit: CountRegression, counts: readonly number[], above: number): readonly number[] {
  const phi = Math.max(1, fit.dispersion)
  const residuals = counts.map((y, at) => {
    const m = fit.fitted[at]!
    return (1.5 * (y ** (2 / 3) * m ** (-1 / 6) - Math.sqrt(m))) / Math.sqrt(phi * (1 - fit.leverage[at]!))
  })
  const raw = residuals.map((s) => (s > above ? s ** -2 : 1))
  const scale = counts.length / raw.reduce((sum, each) => sum + each, 0)
  return raw.map((each) => each * scale)
}

interface Fitted {
  readonly fit: CountRegression
  readonly trend: boolean
  readonly row: readonly number[]
}

function fitBaseline(weeks: readonly Baseline[], counts: readonly number[], at: number, rules: FarringtonRules): Fitted | null {
  const rowOf = (week: Baseline, trend: boolean): number[] => [
    1,
    ...(trend ? [week.at - weeks[0]!.at] : []),
    ...Array.from({ length: rules.seasons - 1 }, (_, part) => (week.season === part + 1 ? 1 : 0)),
  ]
  const fitted = (trend: boolean): Fitted | null => {
    const design = weeks.map((week) => rowOf(week, trend))
    const first = regressCounts(design, counts)
    const fit = first && regressCounts(design, counts, weightsOf(first, counts, rules.downweightAbove))
    return fit && { fit, trend, row: rowOf({ at, season: 0 }, trend) }
  }
  const withTrend = fitted(true)
  if (!withTrend) return fitted(false)
  const { fit, row } = withTrend
  const dispersion = rules.errors === 'relative' ? fit.relativeDispersion : fit.dispersion
  const t = Math.abs(fit.coefficients[1]!) / Math.sqrt(dispersion * fit.unscaled[1]![1]!)
  const predicted = Math.exp(row.reduce((sum, x, i) => sum + x * fit.coefficients[i]!, 0))
  const kept = rules.years >= 3 && 2 * (1 - studentCdf(t, fit.freedom)) < rules.trendBelow && predicted <= Math.max(...counts)
  return kept ? withTrend : fitted(false)
}

/** The upper line on the scale where counts are nearly normal: variance of the week and of the estimate together. */
export function twoThirdsLine(expected: number, error: number, phi: number, z: number): number {
  const spread = Math.sqrt((4 / 9) * Math.cbrt(expected) * (phi + (error * error) / expected))
  return (expected ** (2 / 3) + z * spread) ** 1.5
}

/** The count that a negative binomial week exceeds with chance α; Poisson where there is no overdispersion. */
export function negativeBinomialLine(expected: number, phi: number, alpha: number): number {
  if (phi > 1) return negativeBinomialQuantile(1 - alpha, expected / (phi - 1), 1 / phi)
  let k = 0
  while (poissonCdf(k, expected) < 1 - alpha) k += 1
  return k
}

/**
 * Judges the week at place `at` of a weekly series. `start` is the day of its first week, where weeks are dated. Null where the
 * week itself is missing, the series too short, or no model fits.
 */
export function farrington(series: Series, at: number, rules: FarringtonRules, start: Day | null = null): Alarm | null {
  const observed = series[at]
  const weeks = baselineOf(at, rules, start)?.filter((week) => series[week.at] != null)
  if (observed == null || !weeks || weeks.length < 10) return null
  const found = fitBaseline(weeks, weeks.map((week) => series[week.at]!), at, rules)
  if (!found) return null
  const { fit, trend, row } = found
  const phi = Math.max(1, fit.dispersion)
  const expected = Math.exp(row.reduce((sum, x, i) => sum + x * fit.coefficients[i]!, 0))
  const error = expected * Math.sqrt((rules.errors === 'relative' ? fit.relativeDispersion : phi) * quadratic(row, fit.unscaled))
  const z = normalQuantile(1 - rules.alpha / (rules.twoSided ? 2 : 1))
  const upper = rules.line === 'two-thirds-power' ? twoThirdsLine(expected, error, phi, z) : negativeBinomialLine(expected, phi, rules.alpha)
  const recent = series.slice(Math.max(0, at - rules.least.weeks + 1), at + 1).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const score = (observed - expected) / (upper - expected)
  const term = (symbol: keyof typeof said, value: number): Term => ({ symbol, words: said[symbol], value })
  const terms = [
    term('n', weeks.length), term('β', trend ? fit.coefficients[1]! : 0), term('φ', phi), term('μ', expected), term('se(μ)', error),
    term('U', upper), term('y', observed), term('X', score), term('Σy', recent),
  ]
  return { alarm: score > 1 && observed > 0 && recent >= rules.least.cases, observed, expected, upper, terms }
}

const said = {
  n: words('基线周数', 'Weeks of the baseline'),
  β: words('每周趋势（对数），不用趋势时为 0', 'Trend a week on the log scale, 0 where none is used'),
  φ: words('离散参数，不小于 1', 'Overdispersion, at least 1'),
  μ: words('预期数', 'Expected count'),
  'se(μ)': words('预期数的标准误', 'Standard error of the expected count'),
  U: words('上限', 'Upper line'),
  y: words('实际数', 'Observed count'),
  X: words('超限得分 (y − μ)/(U − μ)，大于 1 报警', 'Score (y − μ)/(U − μ): above 1 is an alarm'),
  Σy: words('近期累计数，少于下限不报警', 'Cases of the last weeks: too few give no alarm'),
} as const
