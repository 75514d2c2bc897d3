// What the store works with: the house, the jurisdiction's dated data, the database, the keys and the clock on the wall.
import type { AreaTree } from '../kernel/area.ts'
import type { Surroundings } from '../kernel/act.ts'
import type { Instant } from '../kernel/day.ts'
import type { House } from '../kernel/house.ts'
import type { Parameters } from '../kernel/parameter.ts'
import type { WorkCalendar } from '../kernel/workdays.ts'
import type { Database } from './database.ts'
import type { FileStore } from './attachments/file-store.ts'
import type { Scanner } from './attachments/scanner.ts'
import type { PersonKeys } from './records/personal.ts'

/** Title of an office in both languages, and where it stands. */
export interface Office {
  readonly id: string
  readonly titleZh: string
  readonly titleEn: string
  readonly area: string
  readonly parent: string | null
}

export interface Engine {
  readonly database: Database
  readonly house: House
  readonly tree: AreaTree
  /** Replaced as a whole when an officer loads a notice; never changed in place. */
  parameters: Parameters
  calendar: WorkCalendar
  offices: ReadonlyMap<string, Office>
  readonly keys: PersonKeys
  /** Where the bytes of attachments lie. */
  readonly files: FileStore
  /** Looks through every file that comes in; absent where none is configured. */
  readonly scanner?: Scanner
  /** HMAC key by which a replayed request is known again without keeping its answers. */
  readonly replayKey: Uint8Array
  now(): Instant
}

export const surroundings = (engine: Engine, now: Instant = engine.now()): Surroundings => ({
  house: engine.house,
  tree: engine.tree,
  parameters: engine.parameters,
  calendar: engine.calendar,
  now,
})
