// Migrations: a number may be left out for a branch that has not landed, and what comes late is applied all the same.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../tests/bed/postgres.ts'
import { openDatabase, type Database } from './database.ts'
import { migrate, pendingMigrations } from './migrate.ts'

let folder: string
let database: Database
let drop: () => Promise<void>
const put = (name: string, sql: string) => writeFile(join(folder, name), sql)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiheng-migrations-'))
  const fresh = await emptyDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url, 2)
})
afterAll(async () => {
  await database.end()
  await drop()
  await rm(folder, { recursive: true, force: true })
})

describe('migrations', () => {
  it('are applied once, in the order of their numbers', async () => {
    await put('0001-one.sql', 'create table one (n integer)')
    await put('0003-three.sql', 'alter table one add column three integer')
    expect(await migrate(database, folder)).toBe(2)
    expect(await migrate(database, folder)).toBe(0)
  })
  it('that come late with a lower number are applied too', async () => {
    await put('0002-two.sql', 'alter table one add column two integer')
    expect((await pendingMigrations(database, folder)).map((file) => file.number)).toEqual([2])
    expect(await migrate(database, folder)).toBe(1)
    const { fields } = await database.query('select * from one')
    expect(fields.map((field) => field.name).sort()).toEqual(['n', 'three', 'two'])
  })
  it('of the same number are refused, and so is one that was altered after it had been applied', async () => {
    await put('0003-again.sql', 'select 1')
    await expect(pendingMigrations(database, folder)).rejects.toThrow('two migrations have the number 3')
    await rm(join(folder, '0003-again.sql'))
    await put('0001-one.sql', 'create table other (n integer)')
    await expect(pendingMigrations(database, folder)).rejects.toThrow('altered')
  })
})
