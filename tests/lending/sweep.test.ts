// The sweep among others: it waits for nobody, nobody waits for it, and what a lapse owes is taken once even after a failure.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../store/sweep.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { generousSystem, lendingParameters, lendingSystem } from './lending.ts'

let house: House
let librarian: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem, generousSystem], parameters: lendingParameters, now: '2026-03-02' })
  librarian = await house.person('librarian', [{ duty: 'lending.librarian', reach: 'all' }])
})
afterAll(() => house.close())

let books = 0
async function lend(): Promise<string> {
  const answers = { book: `书${++books}`, reader: `r${books}`, name: '张三', branch: '130102', lentOn: '2026-03-02', kind: 'novel' }
  const { status, body } = await house.post('/api/v1/registers/loan', { id: uuidv7(), answers }, { ...librarian, 'idempotency-key': uuidv7() })
  expect(status).toBe(201)
  return body.record as string
}

const stepsOf = async (record: string): Promise<string[]> =>
  (await house.engine.database.query<{ step: string }>('select step from kernel.journal where record = $1 order by version', [record])).rows.map(
    (row) => row.step,
  )

describe('a sweep while others act', () => {
  it('leaves a record on which somebody acts at this moment to the next sweep, and does not wait', async () => {
    const [busy, free] = [await lend(), await lend()]
    house.at('2026-04-01')
    const session = await house.engine.database.connect()
    await session.query('begin')
    await session.query('update record.loan set version = version where id = $1', [busy])
    expect(await sweep(house.engine, house.engine.now())).toMatchObject({ lapsed: 1 })
    expect(await stepsOf(free)).toEqual(['open', 'lapse'])
    expect(await stepsOf(busy)).toEqual(['open'])
    await session.query('commit')
    session.release()
    expect(await sweep(house.engine, house.engine.now())).toMatchObject({ lapsed: 1 })
    expect(await stepsOf(busy)).toEqual(['open', 'lapse'])
  })
  it('acts and sweeps on the same records at the same time: none fails, each clock lapses once, and everything verifies', async () => {
    house.at('2026-03-02')
    const loans = await Promise.all(Array.from({ length: 30 }, lend))
    house.at('2026-04-01')
    const bring = (id: string) =>
      house.post(`/api/v1/registers/loan/${id}/steps/bring`, { answers: {} }, { ...librarian, 'if-match': '"v1"', 'idempotency-key': uuidv7() })
    const outcomes = await Promise.all(
      loans.flatMap((id, at) => (at % 5 === 0 ? [bring(id), sweep(house.engine, house.engine.now()).then(() => null)] : [bring(id)])),
    )
    // Whoever came second is told so; there is no third outcome.
    expect(outcomes.filter((answer) => answer !== null && answer.status !== 200 && answer.status !== 412)).toEqual([])
    await sweep(house.engine, house.engine.now())
    const { rows } = await house.engine.database.query<{ n: number }>(
      "select count(*)::int as n from kernel.journal where step = 'lapse' and record = any($1) group by record having count(*) > 1",
      [loans],
    )
    expect(rows).toEqual([])
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true })
  })
})

describe('what a lapse owes', () => {
  it('is taken by the next sweep where the first failed between the lapse and the step, and only once', async () => {
    house.at('2026-03-02')
    const loan = await lend()
    const { database } = house.engine
    await database.query(`create function no_overdue() returns trigger language plpgsql as $$ begin
      if new.step = 'overdue' then raise exception 'the server dies here'; end if; return new; end $$`)
    await database.query('create trigger no_overdue before insert on kernel.journal for each row execute function no_overdue()')
    house.at('2027-04-01')
    await expect(sweep(house.engine, house.engine.now())).rejects.toThrow('the server dies here')
    expect(await stepsOf(loan)).toEqual(['open', 'lapse', 'lapse'])
    await database.query('drop trigger no_overdue on kernel.journal')
    await sweep(house.engine, house.engine.now())
    await sweep(house.engine, house.engine.now())
    expect(await stepsOf(loan)).toEqual(['open', 'lapse', 'lapse', 'overdue'])
    expect((await database.query('select 1 from kernel.owed_step')).rowCount).toBe(0)
  })
})
