// A filter over records: plain data that compiles to both stores and is evaluated in memory by the same meaning.

export type Scalar = string | number | boolean | null

export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly field: string; readonly is: Scalar } // of choices: exactly these, in the JSON text that the store keeps
  | { readonly field: string; readonly in: readonly Scalar[] }
  | { readonly field: string; readonly from?: Scalar; readonly to?: Scalar }
  /** Every pair of neighbouring characters of the words stands in the searched text. */
  | { readonly search: string }

export const everything: Filter = { all: [] }
export const nothing: Filter = { any: [] }

/** Fields that have these values; of several values one. */
export const fits = (values: Readonly<Record<string, unknown>>): Filter => ({
  all: Object.entries(values).map(([field, value]) => (Array.isArray(value) ? { field, in: value } : { field, is: value as Scalar })),
})

/** SQL's meaning of null is kept: a comparison with null is not true, `is: null` asks for absence. */
export function matches(
  filter: Filter,
  record: Readonly<Record<string, unknown>>,
  searched: (record: Readonly<Record<string, unknown>>) => string = () => '',
): boolean {
  if ('all' in filter) return filter.all.every((part) => matches(part, record, searched))
  if ('any' in filter) return filter.any.some((part) => matches(part, record, searched))
  if ('not' in filter) return !matches(filter.not, record, searched)
  if ('search' in filter) return searched(record).includes(filter.search)
  const value = record[filter.field] as Scalar | undefined
  if ('is' in filter) return filter.is === null ? value == null : (Array.isArray(value) ? JSON.stringify(value) : value) === filter.is
  if (value == null) return false
  if ('in' in filter) return filter.in.includes(value)
  return (filter.from == null || value >= filter.from) && (filter.to == null || value <= filter.to)
}
