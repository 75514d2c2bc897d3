// Migrations are numbered SQL files, forward only; the server refuses to start when declared and recorded differ.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '../kernel/house.ts'
import { inTransaction, type Database } from './database.ts'
import { differences, type Recorded } from './schema.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly digest: string
}

const pattern = /^(\d{4})-([a-z0-9-]+)\.sql$/

/** The files of a folder by number, none of which stands twice; one may be missing, since branches take theirs ahead of time. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      const [, number, title] = pattern.exec(name)!
      return { number: Number(number), name: title!, sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
  files.forEach((file, at) => {
    if (file.number === files[at - 1]?.number) throw new Error(`two migrations have the number ${file.number}`)
  })
  return files
}

const table = `create schema if not exists kernel;
create table if not exists kernel.migration (number integer primary key, name text not null, digest text not null, applied timestamptz not null default now())`

export async function appliedMigrations(pool: Database): Promise<readonly { number: number; name: string; digest: string }[]> {
  await pool.query(table)
  return (await pool.query('select number, name, digest from kernel.migration order by number')).rows
}

/** Files not yet applied; throws when an applied file was altered afterwards. */
export async function pendingMigrations(pool: Database, folder: string): Promise<readonly Migration[]> {
  const [files, applied] = [await readMigrations(folder), await appliedMigrations(pool)]
  for (const done of applied) {
    const file = files.find((each) => each.number === done.number)
    if (file && file.digest !== done.digest) throw new Error(`migration ${done.number}-${done.name} was altered after it had been applied`)
  }
  const known = new Set(applied.map((done) => done.number))
  return files.filter((file) => !known.has(file.number))
}

/** Applies what is pending, each file in its own transaction, under one lock so that two servers cannot both. */
export async function migrate(pool: Database, folder: string): Promise<number> {
  const pending = await pendingMigrations(pool, folder)
  for (const file of pending)
    await inTransaction(pool, async (session) => {
      await session.query('select pg_advisory_xact_lock(7203331)')
      const { rows } = await session.query('select 1 from kernel.migration where number = $1', [file.number])
      if (rows.length > 0) return
      await session.query(file.sql)
      await session.query('insert into kernel.migration (number, name, digest) values ($1, $2, $3)', [file.number, file.name, file.digest])
    })
  return pending.length
}

const recordedSql = `select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'record' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`

/** SQL that would bring the database to the declarations; empty when they agree. */
export async function undeclared(pool: Database, house: House): Promise<readonly string[]> {
  return differences(house, (await pool.query<Recorded>(recordedSql)).rows)
}
