// A new calendar or parameter re-dates open clocks by journalled acts; clocks that do not change are left alone.
import { timed } from '../kernel/clockwork.ts'
import type { ClockChange } from '../kernel/journal.ts'
import { inTransaction } from './database.ts'
import type { Engine } from './engine.ts'
import { holdRecords, noteClocks, type Noted } from './records/kernel-acts.ts'

const changed = (before: ClockChange, after: ClockChange): boolean =>
  before.due !== after.due || before.dueAt !== after.dueAt || before.provisional !== after.provisional

const clock = `select record, register, change, record::text || '/' || deadline || '/' || run as id from kernel.clock
  where provisional and state in ('open', 'lapsed')`
const foundSql = `${clock} and record::text || '/' || deadline || '/' || run > $1 order by id limit $2`
const heldSql = `${clock} and record::text || '/' || deadline || '/' || run = any($1)`

/** Works out all provisional clocks anew by the calendar in force; returns how many were re-dated. */
export async function redateProvisional(engine: Engine, reason: string, key: string, limit = 1000): Promise<number> {
  let count = 0
  let after = ''
  for (;;) {
    const batch = await inTransaction(engine.database, async (session) => {
      const { rows: found } = await session.query<Noted & { id: string }>(foundSql, [after, limit])
      await holdRecords(session, found, 'or wait')
      // Read again now that nobody else writes them: an act may have met one meanwhile.
      const { rows } = await session.query<Noted & { id: string }>(heldSql, [found.map((row) => row.id)])
      const redated = rows
        .map((row) => ({ ...row, next: { ...timed(row.change, engine.calendar), event: 'redate' as const } }))
        .filter((row) => changed(row.change, row.next))
      await noteClocks(
        engine,
        session,
        {
          step: 'redate',
          at: engine.now(),
          hand: 'sweep',
          reason,
          key: (row) => `redate:${key}:${row.record}:${row.change.deadline}:${row.change.run}`,
        },
        redated.map((row) => ({ record: row.record, register: row.register, change: row.next })),
      )
      count += redated.length
      return found
    })
    if (batch.length < limit) return count
    after = batch.at(-1)!.id
  }
}
