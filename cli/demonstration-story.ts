// Telling the demonstration's stories: each act on its day, by its person, under a key that makes a repeated start do nothing twice.
import { addDays, type Day } from '../kernel/day.ts'
import type { Person } from '../kernel/permission.ts'
import { act } from '../store/records/gate.ts'
import type { Engine } from '../store/engine.ts'
import { namedId } from './load-records.ts'

export type Row = Readonly<Record<string, unknown>>

/** Somebody of the demonstration without an account of their own. */
export const invented = (id: string, office: string | null = null, speaksFor: readonly string[] = []): Person => ({
  id,
  name: `${id}（演示）`,
  office,
  holdings: [],
  speaksFor,
})

export interface Issued {
  readonly id: string
  readonly number: string
}

export interface Place {
  readonly register: string
  readonly name: string
  readonly from: Day
  readonly today: Day
  /** A record that is there already. */
  readonly record?: string
}

/** One record's story: acts after so many days from its beginning; what would lie ahead is not told. */
export class Story {
  private readonly engine: Engine
  private readonly register: string
  private readonly name: string
  readonly from: Day
  private readonly today: Day
  private at = 0
  /** Documents that the acts issued, by their form. */
  readonly papers = new Map<string, Issued>()
  /** The story has come to a day that lies ahead. */
  over = false

  readonly id: string

  constructor(engine: Engine, place: Place) {
    this.engine = engine
    this.register = place.register
    this.name = place.name
    this.from = place.from
    this.today = place.today
    this.id = place.record ?? namedId(`demonstration:${place.register}:${place.name}`)
  }

  day(after: number): Day {
    return addDays(this.from, after)
  }

  async take(step: string, after: number, person: Person, answers: Row = {}): Promise<void> {
    const occurred = this.day(after)
    if (this.over || occurred > this.today) {
      this.over = true
      return
    }
    const key = `demonstration:${this.register}:${this.name}:${this.at++}:${step}`
    const base = { register: this.register, record: this.id, step, answers, key, person }
    const receipt = await act(this.engine, { ...base, occurred, reason: '演示数据', hand: 'import' })
    for (const document of receipt.documents) this.papers.set(document.form, document)
  }
}

/** Tells many stories, eight at a time. */
export async function tellAll(stories: readonly (() => Promise<void>)[], progress: (done: number) => void): Promise<void> {
  let next = 0
  let done = 0
  const hand = async () => {
    for (let at = next++; at < stories.length; at = next++) {
      await stories[at]!()
      progress(++done)
    }
  }
  await Promise.all(Array.from({ length: 8 }, hand))
}
