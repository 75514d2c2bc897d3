// The sweep: clocks that have run out by a given time are lit, or their step proposed or taken; running it twice changes nothing.
import { stepOf } from '../kernel/act.ts'
import { hasRunOut } from '../kernel/clockwork.ts'
import type { Instant } from '../kernel/day.ts'
import type { ClockChange } from '../kernel/journal.ts'
import { Refusal } from '../kernel/refusal.ts'
import { anyone } from '../kernel/permission.ts'
import { inTransaction, type Session } from './database.ts'
import type { Engine } from './engine.ts'
import { act } from './records/gate.ts'
import { holdRecords, noteClocks, type Noted } from './records/kernel-acts.ts'

export interface Swept {
  readonly lapsed: number
  readonly taken: number
  readonly refused: number
}

/** Step that an article gives when the deadline lapses, without a decision. */
function stepTaken(engine: Engine, register: string, deadline: string): string | null {
  const procedure = engine.house.procedures.get(register)
  const lapse = procedure?.deadlines.find((d) => d.name === deadline)?.lapse
  return procedure && typeof lapse === 'object' && 'take' in lapse && stepOf(procedure, lapse.take) ? lapse.take : null
}

const runOutSql = `select distinct record, register from (
    select record, register from kernel.clock where state = 'open' and runs_out <= $1 order by runs_out limit $2) c`

// Looked at only when the record is held: a clock that an act has just met is no longer open.
const clocksSql = `select record, register, change from kernel.clock where record = any($1::uuid[]) and state = 'open' and runs_out <= $2`

const oweSql = `insert into kernel.owed_step (record, register, deadline, run, lapsed)
  select r, g, d, n, $5 from unnest($1::uuid[], $2::text[], $3::text[], $4::int[]) as t(r, g, d, n)`

async function owe(engine: Engine, session: Session, now: Instant, lapsed: readonly Noted[]): Promise<void> {
  const owed = lapsed.filter((row) => stepTaken(engine, row.register, row.change.deadline) !== null)
  if (owed.length === 0) return
  const of = <T>(part: (row: Noted) => T): readonly T[] => owed.map(part)
  await session.query(oweSql, [of((r) => r.record), of((r) => r.register), of((r) => r.change.deadline), of((r) => r.change.run), now])
}

interface Batch {
  readonly found: number
  readonly lapsed: number
}

/**
 * One batch in one transaction: each lapse is an entry of its record, and the clock leaves the index of the sweep.
 * Records on which somebody acts at this moment are left to the next sweep, so that neither waits for the other.
 */
async function sweepBatch(engine: Engine, now: Instant, limit: number): Promise<Batch> {
  return inTransaction(engine.database, async (session) => {
    const { rows: found } = await session.query<Noted>(runOutSql, [now, limit])
    const held = await holdRecords(session, found, 'or skip')
    const { rows } = await session.query<{ record: string; register: string; change: ClockChange }>(clocksSql, [held, now])
    const lapsed = rows
      .filter((row) => hasRunOut(row.change, now))
      .map((row): Noted => ({ ...row, change: { ...row.change, event: 'lapse', state: 'lapsed' } }))
    const key = (row: Noted) => `lapse:${row.record}:${row.change.deadline}:${row.change.run}:${row.change.due}`
    await noteClocks(engine, session, { step: 'lapse', at: now, hand: 'sweep', key }, lapsed)
    await owe(engine, session, now, lapsed)
    return { found: found.length, lapsed: lapsed.length }
  })
}

interface Owed {
  readonly record: string
  readonly register: string
  readonly deadline: string
  readonly run: number
  readonly lapsed: Instant
}

async function takeStep(engine: Engine, owed: Owed): Promise<'taken' | 'refused'> {
  const step = stepTaken(engine, owed.register, owed.deadline)
  if (step === null) return 'refused'
  try {
    await act(engine, {
      register: owed.register,
      record: owed.record,
      step,
      answers: {},
      occurred: owed.lapsed,
      hand: 'sweep',
      key: `lapse-step:${owed.record}:${owed.deadline}:${owed.run}`,
      person: { ...anyone, id: 'sweep', name: 'sweep' },
    })
    return 'taken'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

/** Takes the steps that lapses owe, those of a sweep that was killed among them; each once, by its key. */
async function takeOwed(engine: Engine): Promise<Omit<Swept, 'lapsed'>> {
  const outcome = { taken: 0, refused: 0 }
  const { rows } = await engine.database.query<Owed>('select record, register, deadline, run, lapsed from kernel.owed_step order by lapsed, record')
  for (const owed of rows) {
    outcome[await takeStep(engine, owed)] += 1
    const place = [owed.record, owed.deadline, owed.run]
    await engine.database.query('delete from kernel.owed_step where record = $1 and deadline = $2 and run = $3', place)
  }
  return outcome
}

/** Sweeps everything that has run out by `now`. */
export async function sweep(engine: Engine, now: Instant, limit = 2500): Promise<Swept> {
  let lapsed = 0
  for (;;) {
    const batch = await sweepBatch(engine, now, limit)
    lapsed += batch.lapsed
    if (batch.found === 0 || batch.lapsed === 0) return { lapsed, ...(await takeOwed(engine)) }
  }
}
