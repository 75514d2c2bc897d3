// 程序: a procedure is the states of a record and the steps by which people of certain duties move it.
import type { Citation } from './citation.ts'
import type { Day, Instant } from './day.ts'
import type { Fields, Values } from './field.ts'
import type { Deadline } from './deadline.ts'
import type { DocumentForm, PaperChange } from './document.ts'
import type { InForce } from './parameter.ts'
import type { Register, Standing } from './register.ts'
import type { Graded } from './scale.ts'
import type { Words } from './words.ts'

/** What may be declared as one or as several, as several. */
export const asList = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T])

/** Who acts: an account (or a system's own hand), the duty it acts under, its office, and the duties it holds. */
export interface Actor {
  readonly id: string
  readonly duty: string
  readonly office: string | null
  /** Set where a sweep or a linkage acts and no person does. */
  readonly hand?: 'sweep' | 'linkage' | 'import'
}

export type { InForce }
type Where = Readonly<Record<string, unknown>>

/** What a step knows of the clocks that run on its record. */
export interface RunningClock {
  readonly deadline: string
  readonly starts: Day
  readonly due: Day | null
  readonly rule: Citation
  readonly state: 'open' | 'paused' | 'met' | 'late' | 'lapsed' | 'void'
  readonly event: string
  readonly pauses: readonly { readonly from: Day; readonly to?: Day }[]
  readonly extensions: readonly unknown[]
}

/** All that a pure check may look at: the record, the answers, the parameters of the day, who acts. */
export interface StepContext<R, A> {
  readonly record: R
  readonly answers: A
  /** The day of legal effect. */
  readonly today: Day
  readonly occurred: Instant
  readonly actor: Actor
  /** Credit codes of the bodies for which whoever acts may speak. */
  readonly speaksFor: readonly string[]
  readonly clocks: readonly RunningClock[]
  /** What the step does to a document; known where it leads and what it gives, not where it is checked. */
  readonly paper?: PaperChange | null
  parameter(name: string, day?: Day): InForce
}

/** Reading that a step may do inside its transaction; server only. `alone` waits until no other act on the same matter is under way. */
export interface Reading {
  /** When the act is really done, whatever it is dated; codes of a place and of all that lies under it on the day of the act. */
  readonly now: Instant
  under(area: string): readonly string[]
  count(register: string, where: Where): Promise<number>
  first(register: string, where: Where): Promise<(Standing & Where) | null>
  /** At most `most` records (1,000 unless told), the newest first. */
  list(register: string, where: Where, most?: number): Promise<readonly (Standing & Where)[]>
  alone(matter: string): Promise<void>
  /** Grades by a scale on the day of the act, one for each key. */
  grades(scale: string, keys: readonly string[]): Promise<readonly (Graded & { readonly subject: string })[]>
  /** Asks a question that a higher system may answer; the answer is written into the entry. */
  ask(question: string, asked: Where): Promise<unknown>
}

/** One of several documents, or none, as the answers ask for. */
export interface Issuing<C> {
  readonly either: readonly DocumentForm[]
  which(c: C): DocumentForm | null
}

export interface Step<F extends Fields = Fields, S extends string = string, D extends string = string, A extends Fields = Fields> {
  readonly title: Words
  readonly from: S | readonly S[]
  readonly to: S | ((c: StepContext<Values<F> & Standing, Values<A>>) => S)
  readonly by: D | readonly D[]
  /** Questions of the step; an answer named like a field of the record is written into it. */
  readonly asks?: A
  /** Pure; throws a refusal. Runs in the browser before sending and on the server. */
  check?(c: StepContext<Values<F> & Standing, Values<A>>): void
  /** Needs records; runs on the server inside the transaction. What it gives back is written, so that refolding never reads again. */
  confirm?(c: StepContext<Values<F> & Standing, Values<A>>, at: Reading): Promise<Partial<Values<F>> | void>
  /** Changes to the record beyond what the answers write. */
  gives?(c: StepContext<Values<F> & Standing, Values<A>>): Partial<Values<F>>
  readonly basis?: Citation
  /** Document issued by the step. */
  readonly issues?: DocumentForm | Issuing<StepContext<Values<F> & Standing, Values<A>>>
  /** Stands in every procedure without being declared. */
  readonly standing?: true
  /** What the step does to a document that was issued. */
  readonly paper?: PaperChange['does']
  /** Hands the record to another office; the answer of this name is the office. Clocks run on. */
  readonly movesTo?: keyof A & string
  /** Duties that are told of the step at all; absent: every duty that may read the record. */
  readonly shownTo?: readonly D[]
  /** Two-person rule: not by whoever took one of these steps on the record. */
  readonly notBy?: readonly string[]
  /** A step that leads back, such as reopening, says why in its title; it is left out of the straight path. */
  readonly returning?: boolean
}

/** The opening is a step from nothing. */
export interface Opening<F extends Fields, S extends string, D extends string, X extends Fields = Fields> {
  readonly title?: Words
  readonly state: S
  readonly by: D | readonly D[]
  /** Fields asked at the opening; absent: all that are not optional, and the optional ones. */
  readonly asks?: readonly (keyof F & string)[]
  /** Further questions whose answers stay in the journal only. */
  readonly also?: X
  check?(c: StepContext<Partial<Values<F>> & Standing, Values<F>>): void
  confirm?(c: StepContext<Partial<Values<F>> & Standing, Values<F>>, at: Reading): Promise<Partial<Values<F>> | void>
  gives?(c: StepContext<Partial<Values<F>> & Standing, Values<F>>): Partial<Values<F>>
  readonly basis?: Citation
  readonly issues?: DocumentForm | Issuing<StepContext<Partial<Values<F>> & Standing, Values<F>>>
}

export interface Procedure<R = Register> {
  readonly noun: 'procedure'
  readonly of: R
  readonly duties: Readonly<Record<string, Words>>
  readonly states: Readonly<Record<string, Words>>
  readonly ends: readonly string[]
  readonly opens: Opening<Fields, string, string>
  readonly steps: Readonly<Record<string, Step>>
  readonly deadlines: readonly Deadline[]
}

/** Gives a step the types of its own questions; handed to `steps` by `procedure`. */
export type StepMaker<F extends Fields, S extends string, D extends string> = <const A extends Fields = {}>(
  step: Step<F, S, D, A>,
) => Step<F, S, D, A>

/**
 * Declares the procedure of a register. The compiler refuses a state, duty, step or field that is not declared.
 */
export function procedure<
  const F extends Fields,
  const N extends string,
  const D extends Readonly<Record<string, Words>>,
  const S extends Readonly<Record<string, Words>>,
  T extends Readonly<Record<string, object>>,
>(
  of: Register<N, F>,
  declared: {
    readonly duties: D
    readonly states: S
    readonly ends: readonly NoInfer<keyof S & string>[]
    readonly opens: Opening<F, NoInfer<keyof S & string>, NoInfer<keyof D & string>>
    readonly steps: (step: StepMaker<F, keyof S & string, keyof D & string>) => T
    readonly deadlines?: readonly Deadline<keyof F & string, NoInfer<keyof S & string>, NoInfer<keyof T & string>>[]
  },
): Procedure<Register<N, F>> {
  const steps = declared.steps((step) => step)
  return { noun: 'procedure', of, deadlines: [], ...declared, steps } as unknown as Procedure<Register<N, F>>
}
