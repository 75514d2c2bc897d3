// 公示: a publication says which records in which states show which fields, until when, by which article.
import type { Citation } from './citation.ts'
import type { ParameterName } from './deadline.ts'
import type { Filter } from './filter.ts'
import type { Fields } from './field.ts'
import type { Register } from './register.ts'
import type { Words } from './words.ts'

export interface Publication {
  readonly noun: 'publication'
  readonly name: string
  readonly title: Words
  readonly of: Register
  readonly states: readonly string[]
  readonly where?: Filter
  readonly fields: readonly string[]
  /** Dated length of the term, counted from the entry into a published state or the day that its rule names; absent: no end. */
  readonly term?: ParameterName
  /** Where the record says so, another term goes before the general one on the days on which it is in force. */
  readonly except?: readonly { readonly field: string; readonly is: string; readonly term: ParameterName }[]
  readonly basis: Citation
  /** Signed, checkable off-line by QR; with states: the seal holds in these only. */
  readonly sealed?: boolean | readonly string[]
}

export function publication<const F extends Fields, const N extends string>(
  name: string,
  declared: Omit<Publication, 'noun' | 'name' | 'of' | 'fields'> & { readonly of: Register<N, F>; readonly fields: readonly (keyof F & string)[] },
): Publication {
  return { noun: 'publication', name, ...declared } as unknown as Publication
}
