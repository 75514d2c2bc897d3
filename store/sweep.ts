// The sweep: clocks that have run out by a given time are lit, or their step proposed or taken; running it twice changes nothing.
import { stepOf } from '../kernel/act.ts'
import { hasRunOut } from '../kernel/clockwork.ts'
import type { Instant } from '../kernel/day.ts'
import type { ClockChange } from '../kernel/journal.ts'
import { Refusal } from '../kernel/refusal.ts'
import { anyone } from '../kernel/permission.ts'
import { inTransaction } from './database.ts'
import type { Engine } from './engine.ts'
import { act } from './records/gate.ts'
import { noteClocks } from './records/kernel-acts.ts'

export interface Swept {
  readonly lapsed: number
  readonly taken: number
  readonly refused: number
}

interface RunOut {
  readonly record: string
  readonly register: string
  readonly change: ClockChange
}

const batchSql = `select record, register, change from kernel.clock where state = 'open' and runs_out <= $1 order by runs_out limit $2 for update skip locked`

/** One batch in one transaction: each lapse is an entry of its record, and the clock leaves the index of the sweep. */
async function sweepBatch(engine: Engine, now: Instant, limit: number): Promise<readonly RunOut[]> {
  return inTransaction(engine.database, async (session) => {
    const { rows } = await session.query<RunOut>(batchSql, [now, limit])
    const due = rows.filter((row) => hasRunOut(row.change, now))
    await noteClocks(
      engine,
      session,
      {
        step: 'lapse',
        at: now,
        hand: 'sweep',
        key: (row) => `lapse:${row.record}:${row.change.deadline}:${row.change.run}:${row.change.due}`,
      },
      due.map((row) => ({ record: row.record, register: row.register, change: { ...row.change, event: 'lapse', state: 'lapsed' } })),
    )
    return due
  })
}

async function consequence(engine: Engine, row: RunOut, now: Instant): Promise<'taken' | 'refused' | null> {
  const procedure = engine.house.procedures.get(row.register)
  const deadline = procedure?.deadlines.find((d) => d.name === row.change.deadline)
  if (!procedure || !deadline || deadline.lapse === 'alarm' || 'propose' in deadline.lapse || !stepOf(procedure, deadline.lapse.take))
    return null
  try {
    await act(engine, {
      register: row.register,
      record: row.record,
      step: deadline.lapse.take,
      answers: {},
      occurred: now,
      hand: 'sweep',
      key: `lapse-step:${row.record}:${row.change.deadline}:${row.change.run}`,
      person: { ...anyone, id: 'sweep', name: 'sweep' },
    })
    return 'taken'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

/** Sweeps everything that has run out by `now`. */
export async function sweep(engine: Engine, now: Instant, limit = 1000): Promise<Swept> {
  const swept = { lapsed: 0, taken: 0, refused: 0 }
  for (;;) {
    const batch = await sweepBatch(engine, now, limit)
    for (const row of batch) {
      const outcome = await consequence(engine, row, now)
      if (outcome) swept[outcome] += 1
    }
    swept.lapsed += batch.length
    if (batch.length < limit) return swept
  }
}
