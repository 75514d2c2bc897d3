// 聯動: when this step is taken there, that is done here, by this article; declared in the later of the two systems.
import type { Citation } from './citation.ts'
import type { Filter } from './filter.ts'
import type { Standing } from './register.ts'
import type { Words } from './words.ts'

/** The cause as the consequence sees it: the record after the step, and the step's answers. */
export interface Cause {
  readonly record: Standing & Readonly<Record<string, unknown>>
  readonly answers: Readonly<Record<string, unknown>>
  readonly occurred: string
}

type Answers = Readonly<Record<string, unknown>>

export interface Linkage {
  readonly noun: 'linkage'
  readonly name: string
  readonly title: Words
  readonly when: { readonly register: string; readonly step: string }
  /** Whether this cause has the consequence: asked with the act, and of the record as it stands at each delivery. */
  readonly if?: (cause: Cause) => boolean
  readonly then:
    /** Opens one record, or one for each of several sets of answers, such as a task for every enterprise that was drawn. */
    | { readonly open: string; readonly with: (cause: Cause) => Answers | readonly Answers[] }
    | {
        readonly step: string
        readonly of: string
        readonly on: (cause: Cause) => string | null
        readonly with: (cause: Cause) => Answers
      }
    /** Takes the step on every record that fits, such as each file that relied on a withdrawn report. */
    | {
        readonly step: string
        readonly of: string
        readonly where: (cause: Cause) => Filter
        readonly with: (cause: Cause) => Answers
      }
  /** Duty that the consequence acts under, and that sees it when it is refused and parked. */
  readonly by: string
  readonly basis: Citation
}

export const linkage = (name: string, declared: Omit<Linkage, 'noun' | 'name'>): Linkage => ({ noun: 'linkage', name, ...declared })
