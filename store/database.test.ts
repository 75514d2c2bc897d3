// Connections under pressure: transactions that need the pool beside their own connection do not wait for each other for ever.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../tests/bed/postgres.ts'
import { inTransaction, openDatabase, type Database } from './database.ts'

let fresh: FreshDatabase
let pool: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  pool = openDatabase(fresh.url, 4)
})
afterAll(async () => {
  await pool.end()
  await fresh.drop()
})

it('more transactions than connections, each asking the pool for something more, all end', async () => {
  const one = (n: number) =>
    inTransaction(pool, async (session) => {
      await session.query('select 1')
      return (await pool.query<{ n: number }>('select $1::int as n', [n])).rows[0]!.n
    })
  const all = Array.from({ length: 20 }, (_, n) => n)
  expect(await Promise.all(all.map(one))).toEqual(all)
})

it('a transaction that fails gives its place back', async () => {
  const fail = () => inTransaction(pool, (session) => session.query('select 1 / 0'))
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, fail))
  expect(outcomes.every((outcome) => outcome.status === 'rejected')).toBe(true)
  expect(await inTransaction(pool, async () => 'good')).toBe('good')
})

it('a connection lost between two statements of a transaction fails that transaction and nothing else', async () => {
  const losing = inTransaction(pool, async (session) => {
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
    await pool.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    await new Promise((resolve) => setTimeout(resolve, 200))
    await session.query('select 1')
  })
  await expect(losing).rejects.toThrow()
  expect(await inTransaction(pool, async (session) => (await session.query('select 1 as still')).rows)).toEqual([{ still: 1 }])
})

it('moments come as the kernel speaks them, whatever the zone of the session', async () => {
  for (const zone of ['UTC', 'Asia/Shanghai', 'America/St_Johns']) {
    const rows = await inTransaction(pool, async (session) => {
      await session.query(`set local timezone = '${zone}'`)
      return (await session.query<Record<string, unknown>>(`select timestamptz '2026-03-02 01:00:00+00' as whole, timestamptz '2026-03-02 01:00:00.5+00' as half, date '2026-03-02' as day`)).rows
    })
    expect(rows, zone).toEqual([{ whole: '2026-03-02T01:00:00.000Z', half: '2026-03-02T01:00:00.500Z', day: '2026-03-02' }])
  }
})
