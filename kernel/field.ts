// A field of a record or of a step's answers: its title, its kind, and who may see it.
import type { FileKindName } from './file-kind.ts'
import type { Words } from './words.ts'

/** How a column stores a value; both stores know these names and no others. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'uuid' | 'jsonb' | `numeric(${number},${number})`

/** JSON Schema of a value, as far as the API's description needs it. */
export type ValueSchema = Readonly<Record<string, unknown>>

export interface Choice {
  readonly title: Words
  /** A code that a standard gives the choice, printed in exports. */
  readonly code?: string
}

export type KindName =
  | 'text' | 'day' | 'instant' | 'integer' | 'quantity' | 'amount' | 'yes' | 'choice' | 'choices'
  | 'party' | 'area' | 'office' | 'link' | 'files' | 'citation' | 'figures' | 'rows'

export interface Field<V = unknown, Optional extends boolean = boolean> {
  readonly kind: KindName
  readonly title: Words
  readonly optional: Optional
  /** Duties that may read the field; absent: every duty that may read the record. */
  readonly shownTo?: readonly string[]
  /** Says something of a natural person: sealed in the journal, read under log, erased on demand (個人信息保護法 4). */
  readonly personal?: boolean
  readonly hint?: Words
  readonly unit?: string
  /** Decimal places of a quantity or amount. */
  readonly places?: number
  readonly minimum?: string
  readonly maximum?: string
  /** Characters of a text; 200 unless told. */
  readonly length?: number
  readonly choices?: Readonly<Record<string, Choice>>
  /** Columns of a table of rows; none of them is a table, a file or personal by itself. */
  readonly columns?: Fields
  /** Rows that a table may have, 100 unless told; files that a field may hold, 20 unless told. */
  readonly most?: number
  /** Kinds of file that the field takes; all unless told. */
  readonly accepts?: readonly FileKindName[]
  /** Register that a `link` points to. */ readonly to?: string
  /** Accounts of officials or experts, with spaces between: people read names. */ readonly account?: boolean
  /** Filled in by linkages: no form asks people for it. */ readonly byLink?: boolean
  /** Names that people search by two characters. */
  readonly searched?: boolean
  /** A day that may lie ahead; without it a date in the future is refused. */
  readonly mayLieAhead?: boolean
  /** Fixed by the opening and by no step after. */
  readonly fixed?: boolean
  readonly value?: V
}

export type Fields = Readonly<Record<string, Field>>

/** The values that a set of fields holds: optional ones may be null. */
export type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer V, infer O> ? (true extends O ? V | null : V) : never
}

/** Why a value was not taken: a code for programs, words for the person who typed it. */
export interface Problem {
  readonly code: string
  readonly words: Words
  readonly remedy: Words
}

export type Parsed<V> = { readonly value: V } | { readonly problem: Problem }

/** One kind of value with all its facets but the screen control, which stands in `web/controls/`. */
export interface FieldKind<V> {
  readonly name: KindName
  column(field: Field): ColumnType
  parse(raw: unknown, field: Field): Parsed<V>
  schema(field: Field): ValueSchema
  /** The value as a person reads it; exports use it too. */
  show(value: V, field: Field, language: 'zh' | 'en'): string
}

export const taken = <V>(value: V): Parsed<V> => ({ value })
export const problem = (code: string, text: Words, remedy: Words): { problem: Problem } => ({ problem: { code, words: text, remedy } })

/** The title of a field by its name, or of a cell by its path: `items.2.value` is the value in the second row of the items. */
export function titleAt(fields: Fields, path: string): Words {
  const [name = '', row, column] = path.split('.')
  const field = fields[name]
  const cell = column === undefined ? undefined : field?.columns?.[column]
  if (!field) return { zh: path, en: path }
  if (!cell) return field.title
  return { zh: `${field.title.zh}第${row}行${cell.title.zh}`, en: `${field.title.en}, row ${row}, ${cell.title.en}` }
}
