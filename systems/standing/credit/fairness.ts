// 公平性: how often groups (size, trade, area) come into a class or under a measure, against the others, with intervals.
import { normalQuantile } from '../../../kernel/distribution.ts'
import { wilson, type Interval } from '../../../kernel/interval.ts'

export interface Estimated extends Interval {
  readonly value: number
}

export interface Group {
  readonly group: string
  readonly affected: number
  readonly of: number
}

export interface GroupRate extends Interval {
  readonly group: string
  readonly of: number
  /** Null where the group is too small to be shown: neither rate nor ratio can be read back to one enterprise. */
  readonly rate: number | null
  /** Rate over that of all other groups together; null where either is not estimable. */
  readonly ratio: Estimated | null
  /** The interval of the ratio does not hold 1: to be explained by the published lines, or mended. */
  readonly apart: boolean
}

/** Ratio of two rates with the interval of Katz et al. (1978) on the logarithm; null where one of them counted nothing. */
export function rateRatio(
  part: number,
  of: number,
  otherPart: number,
  otherOf: number,
  level = 0.95,
): Estimated | null {
  if (part === 0 || otherPart === 0 || of === 0 || otherOf === 0) return null
  const value = part / of / (otherPart / otherOf)
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(1 / part - 1 / of + 1 / otherPart - 1 / otherOf)
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach) }
}

/** Difference of two rates with the interval of Newcombe (1998), from the Wilson interval of each. */
export function rateDifference(
  part: number,
  of: number,
  otherPart: number,
  otherOf: number,
  level = 0.95,
): Estimated {
  const [one, other] = [part / of, otherPart / otherOf]
  const [own, others] = [wilson(part, of, level), wilson(otherPart, otherOf, level)]
  const value = one - other
  const [below, above] = [Math.hypot(one - own.low, others.high - other), Math.hypot(own.high - one, other - others.low)]
  return { value, low: value - below, high: value + above }
}

/** Each group against all others together. Groups below `least` are counted among the others and not shown. */
export function fairness(groups: readonly Group[], least: number, level = 0.95): readonly GroupRate[] {
  const [affected, all] = groups.reduce(([sum, of], each) => [sum + each.affected, of + each.of], [0, 0])
  return groups.map(({ group, affected: own, of }) => {
    if (of < least) return { group, of, rate: null, ratio: null, apart: false, low: 0, high: 1 }
    const ratio = rateRatio(own, of, affected - own, all - of, level)
    const apart = ratio !== null && (ratio.low > 1 || ratio.high < 1)
    return { group, of, rate: own / of, ...wilson(own, of, level), ratio, apart }
  })
}
