// What the server answers, as far as the pages use it.
import type { FileKindName } from '../../kernel/file-kind.ts'
import type { Light } from '../../kernel/clock.ts'
import type { Holding } from '../../kernel/permission.ts'
import type { AnyRecord } from '../../kernel/register.ts'

export interface Me {
  readonly id: string
  readonly name: string
  readonly office: string | null
  readonly face: string
  readonly speaksFor: readonly string[]
  readonly holdings: readonly Holding[]
  readonly csrf: string | null
  readonly now: string
}

export interface RegisterShown {
  readonly name: string
  readonly system: string
  readonly title: string
  readonly opening: string
  readonly reads: boolean
  readonly opens: boolean
  readonly clocks: boolean
  readonly headline: string | null
  readonly searched: boolean
  readonly visible: readonly string[]
}

export interface HouseShown {
  readonly systems: readonly { readonly name: string; readonly group: string; readonly title: string; readonly chapter: string }[]
  readonly registers: readonly RegisterShown[]
  /** Words of the duties held, by full name. */
  readonly duties: Readonly<Record<string, string>>
  readonly parties: { readonly register: string; readonly field: string; readonly title: string } | null
  readonly pages: readonly { readonly route: string; readonly title: string; readonly system: string; readonly menu: boolean }[]
}

export interface OfficeShown {
  readonly id: string
  readonly title: string
  readonly area: string
  readonly parent: string | null
}

export interface Left {
  readonly length: number
  readonly unit: 'workday' | 'day' | 'hour'
}

export interface ClockShown {
  readonly deadline: string
  readonly run: number
  readonly state: 'open' | 'paused' | 'met' | 'late' | 'lapsed' | 'void'
  readonly starts: string
  readonly due: string | null
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly light: Light
  readonly rule: string
  readonly mark: string
  readonly term: string
  readonly left: Left
}

export interface NextStep {
  readonly step: string
  readonly title: string
  readonly by: readonly string[]
  readonly mine: boolean
  /** A clock that ran out puts it on the desk. */
  readonly proposed?: true
}

export interface DueItem extends ClockShown {
  readonly register: string
  readonly registerTitle: string
  readonly record: string
  readonly number: string | null
  readonly headline: string
  readonly recordState: string
  readonly stateTitle: string
  readonly deadlineTitle: string
  readonly area: string | null
  readonly office: string | null
  readonly next: readonly NextStep[]
}

export interface DuePage {
  readonly today: string
  readonly items: readonly DueItem[]
  readonly next: string | null
}

export interface DueCounts {
  readonly today: string
  readonly counts: readonly { readonly register: string; readonly office: string | null; readonly light: Light; readonly count: number }[]
  readonly waiting: readonly {
    readonly register: string
    readonly registerTitle: string
    readonly state: string
    readonly stateTitle: string
    readonly step: string
    readonly count: number
  }[]
}

export interface RecordAnswer {
  readonly record: AnyRecord
  readonly possible: readonly string[]
  /** Each with why its rule governs and no other. */
  readonly clocks: readonly (ClockShown & { readonly why: string })[]
  readonly files: readonly FileShown[]
}

/** A file of a record; without a name once it was erased. */
export interface FileShown {
  readonly field: string
  readonly hash: string
  readonly name: string | null
  readonly kind: FileKindName
  readonly size: number
  readonly erased: boolean
}

export interface EntryShown {
  readonly id: string
  readonly version: number
  readonly step: string
  readonly duty: string
  readonly office: string | null
  readonly occurred: string
  readonly recorded: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: readonly { readonly form: string; readonly number: string; readonly id: string }[]
  readonly asked: readonly { readonly question: string; readonly value: unknown; readonly origin: 'answered' | 'default' }[]
  readonly cause: { readonly linkage: string; readonly entry: string } | null
  readonly reason: string | null
  readonly hash: string
  readonly seq: number | null
}

export interface RelatedShown {
  readonly linkage: string
  readonly title: string
  readonly basis: string | null
  readonly state: 'pending' | 'done' | 'parked' | 'dropped'
  readonly register: string
  readonly registerTitle: string
  readonly record: string | null
  readonly number: string | null
  readonly headline: string | null
  readonly entry: string
  readonly refusal: string | null
}

export interface Receipt {
  readonly entry: string
  readonly record: string
  readonly register: string
  readonly number: string | null
  readonly version: number
  readonly state: string
  readonly occurred: string
  readonly hash: string
  readonly documents: readonly { readonly form: string; readonly number: string; readonly id: string }[]
  readonly replayed: boolean
}
