// One embedded PostgreSQL for the suite; each test file gets a database of its own, cloned from a migrated template.
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import pg from 'pg'

export interface FreshDatabase {
  readonly url: string
  drop(): Promise<void>
}

const withDatabase = (url: string, name: string): string => url.replace(/\/[^/]*$/, `/${name}`)

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function cloned(url: string, template: string): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  // Two files may clone at the same moment; the server allows one at a time.
  for (let tries = 0; ; tries++) {
    try {
      await command(url, `create database ${name} template ${template}`)
      break
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return { url: withDatabase(url, name), drop: () => command(url, `drop database if exists ${name} with (force)`) }
}

/** A database with all migrations applied. */
export const freshDatabase = (): Promise<FreshDatabase> => cloned(inject('postgresUrl'), 'migrated')

/** An empty database. */
export const emptyDatabase = (): Promise<FreshDatabase> => cloned(inject('postgresUrl'), 'template0')

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}
