// One record's history: acts on their days, by their persons, under keys of its own; what would lie ahead is not told.
import { fits } from '../../kernel/filter.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Person } from '../../kernel/permission.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Histories } from '../../store/histories/histories.ts'
import { namedId } from '../load-records.ts'
import type { Chance } from './rates.ts'

export type Row = Readonly<Record<string, unknown>>

/** An official or somebody of a body, invented, with the duties under which they act. */
export const actor = (id: string, office: string | null, duties: readonly string[], speaksFor: readonly string[] = []): Person => ({
  id,
  name: `${id}（演示）`,
  office,
  holdings: duties.map((duty) => ({ duty, reach: 'all', from: '2013-01-01' })),
  speaksFor,
})

export interface Told {
  readonly histories: Histories
  readonly register: string
  readonly name: string
  /** The last day that may be told: today. */
  readonly today: Day
  /** A record that something else has opened. */
  readonly record?: AnyRecord
}

export class Tale {
  readonly id: string
  private readonly told: Told
  private at = 0
  /** Numbers of the documents that the acts issued, by their form. */
  readonly papers = new Map<string, string>()
  /** The history has come to a day that lies ahead. */
  over = false

  constructor(told: Told) {
    this.told = told
    this.id = told.record?.id ?? namedId(`demonstration:${told.register}:${told.name}`)
  }

  /** The histories that this one is told in, and the last day of them. */
  get within(): Pick<Told, 'histories' | 'today'> {
    return this.told
  }

  /** The record as it stands now, with what links have made of it. */
  async now(): Promise<AnyRecord> {
    const row = await this.told.histories.shelf.get(this.told.register, this.id)
    if (!row) throw new Error(`fault: ${this.told.name} is not opened`)
    return row
  }

  /** Whether the work lies where it is since a day: what came in the last months may, older work was done in the end. */
  lies(since: Day, share: number, chance: Chance): boolean {
    return chance.is(share) && since > addDays(this.told.today, -90)
  }

  /** Takes a step on a day, or at a moment; false when that lies ahead, and then all that follows does too. */
  async take(step: string, on: string, person: Person, answers: Row = {}): Promise<boolean> {
    const { histories, register, name, today } = this.told
    if (this.over || on.slice(0, 10) > today) this.over = true
    if (this.over) return false
    const key = `demonstration:${register}:${name}:${this.at++}:${step}`
    const request = { register, record: this.id, step, answers, key, person, occurred: on, reason: '演示数据', hand: 'import' as const }
    const { documents } = await histories.take(request)
    for (const { form, number } of documents) this.papers.set(form, number)
    return true
  }

  /** Signs a document that was issued, and serves it so many days later. */
  async serve(form: string, on: Day, after: number, by: { readonly signs: Person; readonly serves: Person }): Promise<boolean> {
    const document = this.papers.get(form)
    if (this.over || document === undefined) return false
    await this.take('sign-document', on, by.signs, { document, how: 'seal' })
    const served = addDays(on, after)
    return this.take('serve-document', served, by.serves, { document, way: 'direct', outcome: 'served', on: served })
  }

  /** The newest record of a register that this one gave rise to. */
  async consequence(register: string): Promise<AnyRecord | undefined> {
    return (await this.told.histories.shelf.find(register, fits({ originRecord: this.id }))).at(-1)
  }

  /** The history of a record that this one gave rise to. */
  async follow(register: string): Promise<Tale | null> {
    const record = await this.consequence(register)
    return record ? new Tale({ ...this.told, register, name: `${this.told.name}/${register}:${record.number ?? record.id}`, record }) : null
  }
}
