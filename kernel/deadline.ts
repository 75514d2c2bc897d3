// 期限: a deadline starts in a state, is met by steps, and its length and unit are dated data.
import type { Citation } from './citation.ts'
import type { Words } from './words.ts'

/** A reference to a dated parameter by name; the value in force on the day is looked up when it is needed. A term may count from a day
 *  field that its rule names, such as the day of the document, and not from the event; whether it is in force the event still decides. */
export interface ParameterName { readonly parameter: string; readonly from?: string }

export const parameter = (name: string, from?: string): ParameterName => ({ parameter: name, ...(from && { from }) })

/**
 * What happens when a clock runs out. An alarm lights it; a proposal puts a step on somebody's desk;
 * a step is taken by itself only where an article gives that effect without a decision.
 */
export type Lapse<T extends string = string> = 'alarm' | { readonly propose: T } | { readonly take: T; readonly basis: Citation }

/** A special rule for the rows whose field says so. */
export interface Exception<K extends string = string> {
  readonly field: K
  readonly is: string
  readonly within: ParameterName
  readonly extension?: ParameterName
}

export interface Deadline<K extends string = string, S extends string = string, T extends string = string> {
  /** Short name, unique in the procedure. */
  readonly name: string
  readonly title: Words
  /** The state whose first entry starts the clock, a day field of the record, or a document whose service does. */
  readonly starts: S | { readonly field: K } | { readonly served: string }
  /** Day field of what may answer a paper before anybody entered that it was served: the clock then begins met by it. */
  readonly answered?: K
  readonly metBy: readonly T[]
  readonly pausedIn?: readonly S[]
  readonly within: ParameterName
  /** Where the row says so, another rule goes before the general one on the days on which it is in force (lex specialis). */
  readonly except?: readonly Exception<K>[]
  readonly lapse: Lapse<T>
  /** An extension asks an approver and a reason, before expiry; its length is dated data, absent where only an exception knows one. */
  readonly extension?: { readonly by: string; readonly within?: ParameterName; readonly times: number }
  /** Starts anew each time the state is entered, as after a reopening; `renewed`: also when its day field takes another value while it runs. */
  readonly again?: boolean | 'renewed'
}

/** Names of all dated lengths that a deadline may take: its own, those of its exceptions, and of their extensions. */
export const lengthsOf = ({ within, except, extension }: Deadline): readonly string[] =>
  [within, extension?.within, ...(except ?? []).flatMap((each) => [each.within, each.extension])]
    .filter((name) => name !== undefined)
    .map((name) => name.parameter)
