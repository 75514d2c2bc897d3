// A citation names an act of law and, where there is one, its article; `systems/basis/law` resolves every one.
import type { Day } from './day.ts'

export interface Citation {
  /** Identifier of the act in the jurisdiction's catalogue, such as `samr-order-121`. */
  readonly act: string
  /** Article number in arabic digits, `15` or `16(4)`; absent when the act as a whole is meant. */
  readonly article?: string
  /** The rule that stood in its place until its last day: an act is judged by the rule of its own day. */
  readonly before?: { readonly until: Day; readonly rule: Citation }
  /** The rules of other kinds of record, by the value of a field: each is told its own. */
  readonly by?: { readonly field: string; readonly rules: Readonly<Record<string, Citation>> }
}

export const cite = (act: string, article?: string): Citation => (article ? { act, article } : { act })

/** The rule of today, and the one in whose place it came. */
export const after = (until: Day, earlier: Citation, rule: Citation): Citation => ({ ...rule, before: { until, rule: earlier } })

/** The rule of records whose field has none of these values, and those of the ones that have. */
export const byField = (field: string, rules: NonNullable<Citation['by']>['rules'], rule: Citation): Citation =>
  ({ ...rule, by: { field, rules } })

/** The rule of a day among those that followed one another, of the kind that the record is of. */
export function citedOn({ act, article, before, by }: Citation, day: Day, row: object = {}): Citation {
  const own = by?.rules[String((row as Readonly<Record<string, unknown>>)[by.field])]
  return own ? citedOn(own, day) : before && day <= before.until ? citedOn(before.rule, day) : cite(act, article)
}

/** All rules that followed one another, the present one first, each with its last day. */
export function citedEver(citation: Citation, to?: Day): readonly { readonly rule: Citation; readonly to?: Day }[] {
  const { act, article, before, by } = citation
  const others = Object.values(by?.rules ?? {}).flatMap((rule) => citedEver(rule, to))
  return [{ rule: cite(act, article), ...(to && { to }) }, ...(before ? citedEver(before.rule, before.until) : []), ...others]
}

/** `samr-order-121/15`: the form in which a citation is stored and linked. */
export const citationKey = ({ act, article }: Citation): string => (article ? `${act}/${article}` : act)
