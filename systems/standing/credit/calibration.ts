// 评级校准: third-party raters against what came true: Brier score, reliability by bin and by grade, and how well they rank (AUC).
import { normalQuantile } from '../../../kernel/distribution.ts'
import { wilson, type Interval } from '../../../kernel/interval.ts'
import { assert } from '../../../kernel/refusal.ts'

/** A probability of a bad outcome within the horizon, and whether it came: a penalty, a failed check. */
export interface Forecast {
  readonly probability: number
  readonly bad: boolean
}

export interface Brier {
  /** Mean squared error: 0 is perfect, and what always telling the base rate would get. */
  readonly score: number
  readonly baseline: number
  /** 1 − score/baseline: below 0 the rater is worse than the base rate; null when all outcomes were alike. */
  readonly skill: number | null
  readonly n: number
}

/** Null without forecasts. */
export function brier(forecasts: readonly Forecast[]): Brier | null {
  const n = forecasts.length
  if (n === 0) return null
  assert(forecasts.every(({ probability }) => probability >= 0 && probability <= 1), 'a forecast is a probability')
  const score = forecasts.reduce((sum, { probability, bad }) => sum + (probability - Number(bad)) ** 2, 0) / n
  const rate = forecasts.filter(({ bad }) => bad).length / n
  const baseline = rate * (1 - rate)
  return { score, baseline, skill: baseline === 0 ? null : 1 - score / baseline, n }
}

/** One part of the forecasts: what was said on average, what came, and whether the saying lies in the interval of what came. */
export interface Bin extends Interval {
  readonly label: string
  readonly n: number
  readonly said: number | null
  readonly came: number
  readonly fits: boolean | null
}

const binOf = (label: string, part: readonly Forecast[], level: number): Bin => {
  const bad = part.filter((each) => each.bad).length
  const said = part.reduce((sum, { probability }) => sum + probability, 0) / part.length
  const { low, high } = wilson(bad, part.length, level)
  return { label, n: part.length, said, came: bad / part.length, low, high, fits: said >= low && said <= high }
}

/** Bins of equal width over 0 to 1; those without a forecast are left out. */
export function reliability(forecasts: readonly Forecast[], bins = 10, level = 0.95): readonly Bin[] {
  const at = ({ probability }: Forecast): number => Math.min(bins - 1, Math.floor(probability * bins))
  return Array.from({ length: bins }, (_, bin) => forecasts.filter((each) => at(each) === bin)).flatMap((part, bin) =>
    part.length === 0 ? [] : [binOf(`${bin / bins}–${(bin + 1) / bins}`, part, level)],
  )
}

/** A grade, and whether the bad outcome came. */
export interface Rating {
  readonly grade: string
  readonly bad: boolean
}

export interface GradeOutcomes {
  readonly grades: readonly Bin[]
  /** Neighbouring grades of which the better came out worse. */
  readonly reversed: readonly (readonly [string, string])[]
}

/** What came by grade, from best to worst; a grade says no probability, so that only its order is judged. */
export function outcomesByGrade(order: readonly string[], ratings: readonly Rating[], level = 0.95): GradeOutcomes {
  const grades = order.flatMap((grade) => {
    const part = ratings.filter((rating) => rating.grade === grade)
    if (part.length === 0) return []
    return [{ ...binOf(grade, part.map(({ bad }) => ({ probability: 0, bad })), level), said: null, fits: null }]
  })
  const reversed = grades.slice(1).flatMap((worse, at) => {
    const better = grades[at]!
    return better.came > worse.came ? [[better.label, worse.label] as const] : []
  })
  return { grades, reversed }
}

export interface Ranking extends Interval {
  /** Chance that a bad one was ranked above a good one, ties half: 0.5 is no better than lots. */
  readonly auc: number
  readonly standardError: number
  readonly bad: number
  readonly good: number
}

/** Mean ranks from 1, equal values sharing theirs. */
function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  const found = new Array<number>(values.length)
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1
    for (let at = from; at < to; at++) found[order[at]!] = (from + to + 1) / 2
  }
  return found
}

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)
}

/**
 * Area under the ROC curve of a score that is higher for worse, with the variance of DeLong et al. (1988). Null with fewer than
 * two bad or two good outcomes.
 */
export function ranking(scored: readonly { readonly score: number; readonly bad: boolean }[], level = 0.95): Ranking | null {
  const [worse, better] = [scored.filter(({ bad }) => bad), scored.filter(({ bad }) => !bad)]
  const [m, n] = [worse.length, better.length]
  if (m < 2 || n < 2) return null
  const scores = [...worse, ...better].map(({ score }) => score)
  const [all, within] = [ranks(scores), [...ranks(scores.slice(0, m)), ...ranks(scores.slice(m))]]
  // For each one the share of the other kind that it lies rightly of.
  const placed = all.map((rank, at) => (at < m ? (rank - within[at]!) / n : 1 - (rank - within[at]!) / m))
  const auc = placed.slice(0, m).reduce((sum, x) => sum + x, 0) / m
  const standardError = Math.sqrt(variance(placed.slice(0, m)) / m + variance(placed.slice(m)) / n)
  const reach = normalQuantile((1 + level) / 2) * standardError
  return { auc, standardError, low: Math.max(0, auc - reach), high: Math.min(1, auc + reach), bad: m, good: n }
}
