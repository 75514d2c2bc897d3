// Records in memory while histories are told: what confirmations read and links look for, without a query for each.
import { everything, fits, matches, type Filter } from '../../kernel/filter.ts'
import type { Day } from '../../kernel/day.ts'
import type { Reading } from '../../kernel/procedure.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import type { Scale } from '../../kernel/scale.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { Engine } from '../engine.ts'
import { countedFrom, ruleOn, windowsOf } from '../scales/rule.ts'
import { plainlyGraded, type SubjectGrade } from '../scales/single.ts'
import { listRecords } from '../records/list.ts'

type Where = Readonly<Record<string, unknown>>

const everyone = 1_000_000

/** One register: its records by id, and by every value that a field was ever asked for. */
class Drawer {
  private readonly rows = new Map<string, AnyRecord>()
  private readonly indexes = new Map<string, Map<unknown, Set<string>>>()

  get(id: string): AnyRecord | undefined {
    return this.rows.get(id)
  }

  put(row: AnyRecord): void {
    this.rows.set(row.id, row)
    // A value that a record has no more stays in the index: what is found is compared all the same.
    for (const [field, index] of this.indexes) this.note(index, row, field)
  }

  private note(index: Map<unknown, Set<string>>, row: AnyRecord, field: string): void {
    const value = row[field]
    const ids = index.get(value)
    if (ids) ids.add(row.id)
    else index.set(value, new Set([row.id]))
  }

  private indexOf(field: string): Map<unknown, Set<string>> {
    const known = this.indexes.get(field)
    if (known) return known
    const index = new Map<unknown, Set<string>>()
    for (const row of this.rows.values()) this.note(index, row, field)
    this.indexes.set(field, index)
    return index
  }

  /** Looked up by the first field that must have a value, then compared. */
  find(filter: Filter): readonly AnyRecord[] {
    const first = 'all' in filter ? filter.all[0] : filter
    const values = first === undefined || !('field' in first) ? null : 'is' in first ? [first.is] : 'in' in first ? first.in : null
    if (values === null) return [...this.rows.values()].filter((row) => matches(filter, row))
    const index = this.indexOf((first as { readonly field: string }).field)
    const ids = values.flatMap((one) => [...(index.get(one) ?? [])])
    return ids.map((id) => this.rows.get(id)!).filter((row) => matches(filter, row))
  }
}

/**
 * The registers that were asked for, taken out of the database at the first question and kept up with from then on.
 * Right only where nobody else writes meanwhile: before a server listens.
 */
export class Shelf {
  private readonly engine: Engine
  private readonly drawers = new Map<string, Drawer>()

  constructor(engine: Engine) {
    this.engine = engine
  }

  private register(name: string): Register {
    return this.engine.house.procedureOf(name).of
  }

  private async drawer(name: string): Promise<Drawer> {
    const known = this.drawers.get(name)
    if (known) return known
    const drawer = new Drawer()
    this.drawers.set(name, drawer)
    const oldestFirst = { where: everything, limit: everyone, order: { field: 'opened', descending: false } }
    for (const row of await listRecords(this.engine.database, this.register(name), oldestFirst)) drawer.put(row)
    return drawer
  }

  async get(register: string, id: string): Promise<AnyRecord | undefined> {
    return (this.drawers.get(register) ?? (await this.drawer(register))).get(id)
  }

  async find(register: string, where: Filter): Promise<readonly AnyRecord[]> {
    return (this.drawers.get(register) ?? (await this.drawer(register))).find(where)
  }

  async put(register: string, row: AnyRecord): Promise<void> {
    ;(this.drawers.get(register) ?? (await this.drawer(register))).put(row)
  }

  private async grades(scale: Scale, keys: readonly string[], day: Day): Promise<readonly SubjectGrade[]> {
    const edition = ruleOn(this.engine, scale, day)
    if (!edition) return []
    const found = windowsOf(scale, edition, day).map(async (window) => {
      const { register, by, where } = window.source
      const records = await this.find(register, { all: [{ field: by, in: keys }, where ?? everything] })
      return records.map((record) => ({ ...countedFrom(this.register(register), window, record), subject: String(record[by]) }))
    })
    return plainlyGraded(scale, edition, { subjects: keys, day, records: (await Promise.all(found)).flat() })
  }

  /** What `confirm` may look at, answered from memory; answers that are asked for are pushed to `asked`. */
  reading(asked: WrittenAnswer[], { now, day }: { now: string; day: Day }): Reading {
    const newestFirst = async (name: string, where: Where, most: number) => (await this.find(name, fits(where))).toReversed().slice(0, most)
    const port: Reading = {
      now,
      under: (area) => this.engine.tree.under(area, day),
      count: async (name, where) => (await this.find(name, fits(where))).length,
      first: async (name, where) => (await newestFirst(name, where, 1))[0] ?? null,
      list: (name, where, most = 1000) => newestFirst(name, where, most),
      // Histories are told one act after another.
      alone: () => Promise.resolve(),
      grades: (scale, keys) => this.grades(this.engine.house.scales.get(scale)!, keys, day),
      ask: async (name, what) => {
        const question = this.engine.house.questions.get(name)
        if (!question) throw new Error(`fault: nobody declared the question ${name}`)
        const answer = this.engine.house.answers.get(name)
        const value = answer ? await answer.gives(what, port) : question.otherwise
        asked.push({ question: name, asked: what, value, origin: answer ? 'answered' : 'default', asOf: now })
        return value
      },
    }
    return port
  }
}
