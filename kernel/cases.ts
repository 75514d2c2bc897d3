// Worked cases that a jurist can read beside the rule: what is given, who does what on which day, what must come of it.
import type { Day } from './day.ts'
import type { Procedure } from './procedure.ts'
import type { Words } from './words.ts'

export type Answers = Readonly<Record<string, unknown>>

/** Day, step, duty and answers; `refused` is the code of the refusal that must follow instead of the step. */
export interface Act {
  readonly on: Day
  readonly step: string
  readonly by: string
  readonly with?: Answers
  readonly person?: string
  readonly refused?: string
  /** What must be true after the act. */
  readonly then?: Expected
}

export interface Expected {
  readonly state?: string
  /** Due day by deadline; null is a clock that stands still. */
  readonly due?: Readonly<Record<string, Day | null>>
  /** State by deadline: open, paused, met, late, void. */
  readonly clocks?: Readonly<Record<string, string>>
  /** The act whose article governs a deadline. */
  readonly rule?: Readonly<Record<string, string>>
  readonly fields?: Answers
}

export interface Case {
  readonly title: Words
  readonly opens: Act
  readonly acts: readonly Act[]
}

export interface Cases {
  readonly of: Procedure
  readonly cases: readonly Case[]
}

export const cases = (of: object, list: readonly Case[]): Cases => ({ of: of as Procedure, cases: list })
