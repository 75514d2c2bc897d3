// A citation names an act of law and, where there is one, its article; `systems/basis/law` resolves every one.
import type { Day } from './day.ts'

export interface Citation {
  /** Identifier of the act in the jurisdiction's catalogue, such as `samr-order-121`. */
  readonly act: string
  /** Article number in arabic digits, `15` or `16(4)`; absent when the act as a whole is meant. */
  readonly article?: string
  /** The rule that stood in its place until a day: an act is judged by the rule of its own day. */
  readonly before?: Earlier
}

export interface Earlier {
  /** The last day of the earlier rule. */
  readonly until: Day
  readonly rule: Citation
}

export const cite = (act: string, article?: string): Citation => (article ? { act, article } : { act })

/** The rule of today, and the one in whose place it came. */
export const after = (until: Day, earlier: Citation, rule: Citation): Citation => ({ ...rule, before: { until, rule: earlier } })

/** The rule of a day among those that followed one another. */
export function citedOn({ act, article, before }: Citation, day: Day): Citation {
  return before && day <= before.until ? citedOn(before.rule, day) : cite(act, article)
}

/** All rules that followed one another, the present one first, each with its last day. */
export function citedEver(citation: Citation, to?: Day): readonly { readonly rule: Citation; readonly to?: Day }[] {
  const { act, article, before } = citation
  return [{ rule: cite(act, article), ...(to && { to }) }, ...(before ? citedEver(before.rule, before.until) : [])]
}

/** `samr-order-121/15`: the form in which a citation is stored and linked. */
export const citationKey = (citation: Citation): string =>
  citation.article ? `${citation.act}/${citation.article}` : citation.act
