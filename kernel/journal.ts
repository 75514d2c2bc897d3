// The journal: every act leaves one entry, chained to the entry before it of the same record, from which the row can be folded again.
import type { Citation } from './citation.ts'
import type { Day, Instant } from './day.ts'
import type { PaperChange } from './document.ts'
import type { FileBrought } from './fields/files.ts'
import type { Actor } from './procedure.ts'
import type { WrittenAnswer } from './question.ts'
import type { Term } from './parameter.ts'

/** A change to one clock of the record, written with the act that made it. */
export interface ClockChange {
  readonly deadline: string
  /** 1 for the first run of the clock on the record, 2 after a reopening, … */
  readonly run: number
  readonly event: 'start' | 'pause' | 'resume' | 'meet' | 'extend' | 'redate' | 'lapse' | 'void'
  readonly starts: Day | Instant
  readonly term: Term
  readonly rule: Citation
  readonly mark: 'V' | 'W' | 'U' | 'D'
  readonly pauses: readonly { readonly from: Day; readonly to?: Day }[]
  readonly extensions: readonly Term[]
  readonly due: Day | null
  readonly dueAt: Instant | null
  readonly provisional: boolean
  readonly state: 'open' | 'paused' | 'met' | 'late' | 'lapsed' | 'void'
}

/** Personal answers and values, readable while the person's key for this purpose exists. */
export interface SealedValues {
  readonly subject: string
  readonly purpose: string
  readonly cipher: string
}

export interface IssuedDocument {
  readonly form: string
  readonly number: string
  readonly id: string
  /** Over the paper as it is kept. */
  readonly digest?: string
}

/** An entry before it is chained. All in it is JSON; decimals are strings. */
export interface EntryBody {
  readonly id: string
  readonly register: string
  readonly record: string
  readonly version: number
  /** The step taken; `open` for the first; `extend-deadline`, `redate`, `lapse`, `sign-document`, `serve-document`, `void-document`, `erase` are the kernel's own. */
  readonly step: string
  readonly actor: Actor
  /** Moment of legal effect. */
  readonly occurred: Instant
  /** The server's clock. */
  readonly recorded: Instant
  readonly key: string
  readonly answers: Readonly<Record<string, unknown>>
  /** Columns of the row that this act sets, personal ones excepted. */
  readonly sets: Readonly<Record<string, unknown>>
  readonly sealed: SealedValues | null
  readonly clocks: readonly ClockChange[]
  readonly asked: readonly WrittenAnswer[]
  readonly documents: readonly IssuedDocument[]
  /** What the act did to a document that was issued before. */
  readonly paper?: PaperChange
  /** Files that the act brought; absent where it brought none. */
  readonly files?: readonly FileBrought[]
  /** The entry that caused this one through a linkage. */
  readonly cause: { readonly linkage: string; readonly entry: string } | null
  /** Why an act is dated back, or is an exception. */
  readonly reason: string | null
  readonly basis: Citation | null
}

export interface Entry extends EntryBody {
  /** Hash of the entry before of the same record; null for the first. */
  readonly previous: string | null
  readonly hash: string
}

/** The row as its entries make it. `open` gives sealed values back as an object, or null once the key is destroyed. */
export function refold(
  entries: readonly Entry[],
  open: (sealed: SealedValues) => Readonly<Record<string, unknown>> | null,
): Record<string, unknown> {
  return entries.reduce<Record<string, unknown>>(
    (row, entry) => ({
      ...row,
      ...entry.sets,
      ...(entry.sealed ? (open(entry.sealed) ?? {}) : {}),
      version: entry.version,
      id: entry.record,
    }),
    {},
  )
}

/** The clocks as the entries leave them, the last change of each run. */
export function refoldClocks(entries: readonly Entry[]): ReadonlyMap<string, ClockChange> {
  return new Map(entries.flatMap((entry) => entry.clocks.map((clock) => [`${clock.deadline}#${clock.run}`, clock] as const)))
}
