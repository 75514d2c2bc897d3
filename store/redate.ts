// A new calendar, or a rule that names its first day or ends to the day, re-dates open clocks by journalled acts; others are left alone.
import { citationKey } from '../kernel/citation.ts'
import { started, timed } from '../kernel/clockwork.ts'
import type { Deadline } from '../kernel/deadline.ts'
import type { ClockChange } from '../kernel/journal.ts'
import type { Procedure } from '../kernel/procedure.ts'
import type { AnyRecord } from '../kernel/register.ts'
import { inTransaction, type Database, type Session } from './database.ts'
import type { Engine } from './engine.ts'
import { namesItsDay } from './records/clocks.ts'
import { holdRecords, noteClocks, type Noted } from './records/kernel-acts.ts'
import { listRecords } from './records/list.ts'

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

interface Counted {
  readonly procedure: Procedure
  readonly deadline: Deadline
}

const latestSql = 'select distinct on (record) record, change from kernel.clock where record = any($1::uuid[]) and deadline = $2 order by record, run desc'

/** What the clock of a record ought to be and is not: counted from or to another day, or not begun; null where nothing is to be mended. */
function mended(engine: Engine, { procedure, deadline }: Counted, record: AnyRecord, clock: ClockChange | undefined): ClockChange | null {
  if (clock && clock.state !== 'open') return null
  const begun = started(
    deadline,
    {
      procedure,
      step: 'redate',
      from: record.state,
      to: record.state,
      occurred: engine.now(),
      row: record as unknown as Readonly<Record<string, unknown>>,
      was: {},
      clocks: [],
      calendar: engine.calendar,
      ruleOn: (name, day) => engine.parameters.find(name, day),
    },
    clock?.run ?? 1,
  )
  if (!begun || !clock) return begun
  // The rule that began the clock governs it to its end; only how that very rule counts is put right: from which day, and to the day.
  if (citationKey(begun.rule) !== citationKey(clock.rule)) return null
  const { moves } = begun.term
  if (begun.starts === clock.starts && moves === clock.term.moves) return null
  const { length, unit } = clock.term
  const term = { length, unit, ...(moves === undefined ? {} : { moves }) }
  return { ...timed({ ...clock, starts: begun.starts, term }, engine.calendar), event: 'redate' }
}

async function toMend(engine: Engine, at: Database | Session, counted: Counted, records: readonly AnyRecord[]): Promise<readonly Noted[]> {
  const { rows } = await at.query<Omit<Noted, 'register'>>(latestSql, [records.map(({ id }) => id), counted.deadline.name])
  const clocks = new Map(rows.map(({ record, change }) => [record, change]))
  return records.flatMap((record) => {
    const change = mended(engine, counted, record, clocks.get(record.id))
    return change ? [{ record: record.id, register: counted.procedure.of.name, change }] : []
  })
}

/** Mends the clocks of one page of records under lock; returns how many were. */
async function mendPage(engine: Engine, counted: Counted, page: readonly AnyRecord[]): Promise<number> {
  const found = await toMend(engine, engine.database, counted, page)
  if (found.length === 0) return 0
  return inTransaction(engine.database, async (session) => {
    await holdRecords(session, found, 'or wait')
    // Read again now that nobody else writes them.
    const { procedure } = counted
    const where = { all: [{ field: 'id', in: found.map(({ record }) => record) }, { not: { field: 'state', in: procedure.ends } }] }
    const records = await listRecords(session, procedure.of, { where, limit: found.length })
    const rows = await toMend(engine, session, counted, records)
    const at = engine.now()
    const reason = '期限依规定所称的起止日计算'
    const key = (row: Noted): string => `redate:counted:${row.record}:${row.change.deadline}:${row.change.run}:${row.change.starts}:${at}`
    await noteClocks(engine, session, { step: 'redate', at, hand: 'sweep', reason, key }, rows)
    return rows.length
  })
}

/**
 * Clocks whose rule names the day from which it counts are compared with their records and put right by journalled acts: those
 * that began before the rule was read so, those whose record was corrected, those that had moved on from a day off although
 * their term ends by itself, and those of records older than the clock itself.
 * Running it again changes nothing.
 */
export async function redateCounted(engine: Engine, limit = 1000): Promise<number> {
  let count = 0
  for (const procedure of engine.house.procedures.values())
    for (const deadline of procedure.deadlines.filter(namesItsDay)) {
      let after: { value: unknown; id: string } | undefined
      for (;;) {
        const page = await listRecords(engine.database, procedure.of, {
          where: { not: { field: 'state', in: procedure.ends } },
          limit,
          order: { field: 'opened', descending: false },
          ...(after ? { after } : {}),
        })
        count += await mendPage(engine, { procedure, deadline }, page)
        const last = page.at(-1)
        if (page.length < limit || !last) break
        after = { value: last.opened, id: last.id }
      }
    }
  return count
}
