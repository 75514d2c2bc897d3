// 重大違法記錄: which penalties are a major breach for government procurement (政府採購法實施條例 19), by kind and by the dated sum of a larger fine.
import { Decimal } from 'decimal.js'

/** What a larger fine is: in general, and where a field of law sets more, by the kind of breach. */
export interface LargeFine {
  readonly general: string
  readonly higher: Readonly<Record<string, string>>
}

export interface Imposed {
  /** A judgment of a court, or a penalty of an authority. */
  readonly sort?: unknown
  /** Degree of the breach of trust, as the entry has it. */
  readonly category: unknown
  readonly kind: unknown
  readonly penalties: unknown
  readonly fine: unknown
}

/** Business stopped, or a permit or licence revoked. */
const bySort = ['stop', 'revoke']
const isBySort = (penalties: unknown): boolean => Array.isArray(penalties) && penalties.some((sort) => bySort.includes(String(sort)))

/** What is minor stays inside, but for what a purchaser has to be told of all the same. */
export const staysInside = ({ sort, category, penalties }: Pick<Imposed, 'sort' | 'category' | 'penalties'>): boolean =>
  category === 'minor' && sort !== 'criminal' && !isBySort(penalties)

/** The sum from which a fine for a kind of breach is a larger one; a lower sum of a field does not go before the general one. */
export function largeFrom({ general, higher }: LargeFine, kind: unknown): string {
  const own = higher[String(kind)]
  return own !== undefined && new Decimal(own).gt(general) ? own : general
}

/**
 * A criminal penalty, a penalty of serious degree, one that stops the business or revokes a permit, or a larger fine: the sum
 * itself is a larger one (“以上” counts the sum that it names).
 */
export function isMajorBreach({ sort, category, kind, penalties, fine }: Imposed, large: LargeFine): boolean {
  if (sort === 'criminal') return true
  if (category === 'serious') return true
  if (isBySort(penalties)) return true
  return typeof fine === 'string' && new Decimal(fine).gte(largeFrom(large, kind))
}
