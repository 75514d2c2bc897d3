// A citation names an act of law and, where there is one, its article; `systems/basis/law` resolves every one.

export interface Citation {
  /** Identifier of the act in the jurisdiction's catalogue, such as `samr-order-121`. */
  readonly act: string
  /** Article number in arabic digits, `15` or `16(4)`; absent when the act as a whole is meant. */
  readonly article?: string
}

export const cite = (act: string, article?: string): Citation => (article ? { act, article } : { act })

/** `samr-order-121/15`: the form in which a citation is stored and linked. */
export const citationKey = (citation: Citation): string =>
  citation.article ? `${citation.act}/${citation.article}` : citation.act
