// The tree of areas is dated: codes change, counties change masters, and reach follows the day, never a code prefix.
import type { Day } from './day.ts'

export interface Division {
  /** Six digits, GB/T 2260. */
  readonly code: string
  readonly name: string
  /** English or pinyin name. */
  readonly latin?: string
  readonly level: 'province' | 'city' | 'county'
  readonly parent: string | null
  readonly from: Day
  /** Last day on which the row holds. */
  readonly to?: Day
  /** Code that took its place. */
  readonly becomes?: string
}

export class AreaTree {
  readonly divisions: readonly Division[]
  private readonly rows = new Map<string, Division[]>()
  /** Full names by code of places that the jurisdiction does not master: bodies are domiciled there, no reach leads there. */
  private readonly elsewhere: Readonly<Record<string, string>>

  constructor(divisions: readonly Division[], elsewhere: Readonly<Record<string, string>> = {}) {
    this.divisions = divisions
    this.elsewhere = elsewhere
    for (const division of divisions) this.rows.set(division.code, [...(this.rows.get(division.code) ?? []), division])
  }

  /** A code of the tree, of any time, or of a place elsewhere. */
  has(code: string): boolean {
    return this.rows.has(code) || Object.hasOwn(this.elsewhere, code)
  }

  /** All rows of a code, the oldest first. */
  history(code: string): readonly Division[] {
    return this.rows.get(code) ?? []
  }

  /** The row of a code on a day; for a code no longer or not yet in use, its nearest row in time. */
  on(code: string, day: Day): Division | undefined {
    const rows = this.rows.get(code) ?? []
    return (
      rows.find((row) => row.from <= day && (row.to === undefined || day <= row.to)) ?? rows.findLast((row) => row.from <= day) ?? rows[0]
    )
  }

  name(code: string, day: Day, language: 'zh' | 'en' = 'zh'): string {
    const row = this.on(code, day)
    return row === undefined ? (this.elsewhere[code] ?? code) : language === 'en' ? (row.latin ?? row.name) : row.name
  }

  /** The code in use on a day for a place recorded under a code of another time. */
  current(code: string, day: Day): string {
    let at = code
    for (let hops = 0; hops < 8; hops++) {
      const row = this.on(at, day)
      if (row === undefined || row.becomes === undefined || row.to === undefined || day <= row.to) return at
      at = row.becomes
    }
    return at
  }

  /** The chain of masters on a day, from the place itself upward. */
  chain(code: string, day: Day): readonly string[] {
    const chain: string[] = []
    for (let at: string | null = this.current(code, day); at !== null && chain.length < 8; at = this.on(at, day)?.parent ?? null)
      chain.push(at)
    return chain
  }

  /** All codes, of any time, whose place lies under `code` on the day. */
  under(code: string, day: Day): readonly string[] {
    return [...this.rows.keys()].filter((candidate) => this.chain(candidate, day).includes(code))
  }
}
