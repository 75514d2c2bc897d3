// Cases of before the breach was kept of which they are: it is taken from the act that opened them, and entered by an act of its own.
import type { EntryBody } from '../kernel/journal.ts'
import { anyone } from '../kernel/permission.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'
import { find } from '../store/records/find.ts'

/** Each case without a mark that an act on its origin opened, with that act. */
const foundSql = `select c.id, l.linkage, l.register, l.record, j.body from record."case" c
  join kernel.journal o on o.record = c.id and o.version = 1
  join kernel.link l on l.consequence = o.id join kernel.journal j on j.id = l.cause
  where c.passed_as is null and c.origin_record = l.record::text order by c.id`

interface Found {
  readonly id: string
  readonly linkage: string
  readonly register: string
  readonly record: string
  readonly body: string
}

/** What the linkage would say today of the act of then; null where it tells no breach from another. */
async function markOf(engine: Engine, { linkage: name, register, record: id, body }: Found): Promise<string | null> {
  const then = engine.house.linkages.find((one) => one.name === name)?.then
  const { record } = await find(engine.database, engine.house.procedureOf(register).of, id, false)
  if (!then || !('open' in then) || record === null) return null
  const { answers, sets, occurred } = JSON.parse(body) as EntryBody
  const [given] = [then.with({ record, answers: { ...sets, ...answers }, occurred })].flat()
  return (given?.['passedAs'] as string | null | undefined) ?? null
}

/** Enters what old cases lack; done again it finds nothing. */
export async function markBreaches(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<Found>(foundSql)
  const marked: string[] = []
  for (const row of rows) {
    const passedAs = await markOf(engine, row)
    if (passedAs === null) continue
    try {
      await act(engine, {
        ...{ register: 'case', record: row.id, step: 'mark-breach', key: `marked:${row.id}`, answers: { passedAs } },
        ...{ person: { ...anyone, id: 'marked', name: 'marked' }, hand: 'sweep' },
      })
      marked.push(row.id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return marked
}
