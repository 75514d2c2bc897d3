// What a form offers to choose from without a script: one list for each kind of name, typed into as into any field.
import type { Field, Fields } from '../../kernel/field.ts'

export interface Offer {
  /** What is written into the field when it is chosen. */
  readonly value: string
  /** What is said beside it. */
  readonly beside?: string
}

/** By the name of the list. */
export type Offers = ReadonlyMap<string, readonly Offer[]>

/** The list from which a field is chosen; null where nothing is offered. */
export function listOf(field: Field): string | null {
  if (field.kind === 'area' || field.kind === 'office') return field.kind
  if (field.account) return 'colleague'
  return field.kind === 'link' && field.to ? `record-${field.to}` : null
}

/** Fields of a form with the columns of its tables. */
export const withColumns = (fields: Fields): readonly Field[] =>
  Object.values(fields).flatMap((field) => [field, ...Object.values(field.columns ?? {})])

export const OfferedLists = ({ offers }: { offers: Offers }) => (
  <>
    {[...offers].map(([name, list]) => (
      <datalist key={name} id={name}>
        {list.map(({ value, beside }) => (
          <option key={value} value={value} label={beside} />
        ))}
      </datalist>
    ))}
  </>
)
