// Starts the suite's PostgreSQL and makes the migrated template.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../store/database.ts'
import { startPostgres } from '../../store/embedded/postgres.ts'
import { migrate } from '../../store/migrate.ts'
import { unpackedBrowser } from './browser.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-tests-'))
  // The suite's own server may lose its files with the machine: it is made anew each time.
  const server = await startPostgres({ folder, settings: ['fsync=off', 'full_page_writes=off', 'max_connections=200'] })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database migrated')
  await client.end()
  const database = openDatabase(server.url.replace(/\/[^/]*$/, '/migrated'), 2)
  await migrate(database, join(import.meta.dirname, '../../store/migrations'))
  await database.end()
  // Two tests that unpacked it at the same time would start a file that is still being written.
  await unpackedBrowser()
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    await rm(server.folder, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
}
