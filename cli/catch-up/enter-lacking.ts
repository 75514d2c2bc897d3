// What records of before an upgrade lack is entered by acts of a daily watch; of what the gate refuses nothing is lacking.
import { anyone } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Engine } from '../../store/engine.ts'
import { act } from '../../store/records/gate.ts'

export interface Lacking {
  readonly register: string
  readonly record: string
  readonly step: string
  readonly key: string
  /** Where it counts from an earlier day than the one on which it is entered. */
  readonly occurred?: string
  readonly answers?: Readonly<Record<string, unknown>>
}

type All = Iterable<Lacking> | AsyncIterable<Lacking>

/** Takes each step in the name of the watch; gives the records that were changed. Any fault but a refusal ends it. */
export async function enterLacking(engine: Engine, watch: string, all: All): Promise<readonly string[]> {
  const entered: string[] = []
  for await (const { answers = {}, ...lacking } of all)
    try {
      await act(engine, { ...lacking, answers, person: { ...anyone, id: watch, name: watch }, hand: 'sweep' })
      entered.push(lacking.record)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  return entered
}
