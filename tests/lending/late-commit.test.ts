// An act that commits late: its entry is older than those of acts that committed before it, and nobody who follows the journal loses it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type Answer, type House } from '../bed/house.ts'
import { generousSystem, lendingParameters, lendingSystem } from './lending.ts'

let house: House
let librarian: Record<string, string>
let head: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem, generousSystem], parameters: lendingParameters, now: '2026-03-02' })
  librarian = await house.person('librarian', [{ duty: 'lending.librarian', reach: 'all' }])
  head = await house.person('head', [{ duty: 'lending.head', reach: 'all' }])
})
afterAll(() => house.close())

const open = (id: string, reader: string): Promise<Answer> => {
  const answers = { book: `书${reader}`, reader, name: '张三', branch: '130102', lentOn: '2026-03-02', kind: 'novel' }
  return house.post('/api/v1/registers/loan', { id, answers }, { ...librarian, 'idempotency-key': uuidv7() })
}
const step = (id: string, name: string, who: Record<string, string>): Promise<Answer> =>
  house.post(`/api/v1/registers/loan/${id}/steps/${name}`, { answers: {} }, { ...who, 'if-match': '"v1"', 'idempotency-key': uuidv7() })

const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  (await house.engine.database.query<{ n: number }>(sql, [...values])).rows[0]!.n

/** What each follower made of a record: the log, the warehouse, the linkage, the seal. */
async function followed(id: string): Promise<Record<string, unknown>> {
  const facts = await house.warehouse.rows<{ state: string }>('select state from fact_loan where id = ? and seq_to is null', [id])
  return {
    numbered: await count('select count(*)::int as n from kernel.leaf l join kernel.journal j on j.id = l.entry where j.record = $1', [id]),
    fact: facts[0]?.state ?? null,
    letters: await count("select count(*)::int as n from kernel.link where record = $1 and state = 'done'", [id]),
    seals: await count('select count(*)::int as n from kernel.seal where record = $1', [id]),
  }
}

/** The acts of these records stop in the middle of their transaction, written and not committed, until the lock is given back. */
async function holding(ids: readonly string[]): Promise<() => Promise<void>> {
  const { database } = house.engine
  await database.query(`create function hold() returns trigger language plpgsql as $$ begin
    if new.record in (${ids.map((id) => `'${id}'`).join(', ')}) then perform pg_advisory_xact_lock(7203999); end if; return null; end $$`)
  await database.query('create trigger hold after insert on kernel.journal for each row execute function hold()')
  const session = await database.connect()
  await session.query('select pg_advisory_lock(7203999)')
  return async () => {
    await session.query('select pg_advisory_unlock(7203999)')
    session.release()
  }
}

async function waiting(acts: number): Promise<void> {
  for (let tries = 0; (await count("select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted")) < acts; tries++) {
    if (tries > 400) throw new Error('the acts do not reach the middle of their transactions')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

it('two acts stay open while later ones commit and are followed; once they commit they are followed too, each once', async () => {
  // Steps, not openings: an opening issues a slip, and whoever comes after waits for its number, since a series has no holes.
  const [lost, mended, later] = [uuidv7(), uuidv7(), uuidv7()]
  for (const id of [lost, mended, later]) expect((await open(id, id.slice(-8))).status).toBe(201)
  await house.work.settled()
  const release = await holding([lost, mended])
  const held = [step(lost, 'lose', head), step(mended, 'mend', librarian)]
  await waiting(2)

  expect((await step(later, 'lose', head)).status).toBe(200)
  await house.work.settled()
  expect(await followed(later)).toEqual({ numbered: 2, fact: 'lost', letters: 1, seals: 1 })
  expect(await followed(lost)).toEqual({ numbered: 1, fact: 'lent', letters: 0, seals: 0 })
  expect(await followed(mended)).toEqual({ numbered: 1, fact: 'lent', letters: 0, seals: 0 })

  await release()
  expect((await Promise.all(held)).map((answer) => answer.status)).toEqual([200, 200])
  for (let twice = 0; twice < 2; twice++) await house.work.settled()
  expect(await followed(lost)).toEqual({ numbered: 2, fact: 'lost', letters: 1, seals: 1 })
  expect(await followed(mended)).toEqual({ numbered: 2, fact: 'repairing', letters: 0, seals: 0 })
})

it('the late ones are older by their record of time and later by their number, and the log is whole', async () => {
  const { rows } = await house.engine.database.query<{ late: boolean }>(
    `select a.recorded < b.recorded and la.seq > lb.seq as late from kernel.journal a join kernel.leaf la on la.entry = a.id,
      kernel.journal b join kernel.leaf lb on lb.entry = b.id
      where a.step = 'lose' and b.step = 'lose' and a.recorded < b.recorded`,
  )
  expect(rows).toEqual([{ late: true }])
  expect(await count('select count(*)::int as n from kernel.leaf')).toBe(await count('select count(*)::int as n from kernel.journal'))
  expect(await verifyAll(house.engine)).toMatchObject({ clean: true })
})
