// The verdict on a measured value: the limit, moved by the guard band that the decision rule asks for (JCGM 106:2012, 8; ILAC-G8:09/2019).
import { Decimal } from 'decimal.js'
import type { comparisons, decisionRules } from './order.ts'

export type Verdict = 'meets' | 'fails' | 'undecided' | 'reported'

export interface Judged {
  readonly value: string
  readonly limit: string | null
  readonly comparison: keyof typeof comparisons
  /** Expanded uncertainty with k = 2, in the unit of the value. */
  readonly expanded: string | null
  readonly rule: keyof typeof decisionRules
}

/** The limit after the guard band: drawn in for guarded acceptance, pushed out for guarded rejection. */
export function acceptanceLimit({ limit, comparison, expanded, rule }: Judged): Decimal | null {
  if (limit === null || comparison === 'reported') return null
  const guard = new Decimal(rule === 'simple' ? '0' : (expanded ?? '0'))
  const inward = (comparison === 'atMost' ? -1 : 1) * (rule === 'guardedRejection' ? -1 : 1)
  return new Decimal(limit).plus(guard.times(inward))
}

/** Both guarded rules need the uncertainty: without it nothing is decided. */
export function verdictOf(judged: Judged): Verdict {
  if (judged.comparison === 'reported' || judged.limit === null) return 'reported'
  if (judged.rule !== 'simple' && judged.expanded === null) return 'undecided'
  const [value, bound] = [new Decimal(judged.value), acceptanceLimit(judged)!]
  return (judged.comparison === 'atMost' ? value.lte(bound) : value.gte(bound)) ? 'meets' : 'fails'
}

/** One failing line fails the sample; one undecided line leaves it open. */
export const verdictOfAll = (lines: readonly Verdict[]): Verdict =>
  lines.includes('fails') ? 'fails' : lines.includes('undecided') ? 'undecided' : lines.includes('meets') ? 'meets' : 'reported'
