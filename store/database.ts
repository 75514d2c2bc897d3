// Connections to PostgreSQL: values come as the kernel speaks them (days and moments as text, decimals as text).
import pg from 'pg'

const types = new pg.TypeOverrides()
types.setTypeParser(1082, (text) => text)
types.setTypeParser(1184, (text) =>
  new Date(text.length > 10 ? text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00') : text).toISOString(),
)
types.setTypeParser(20, (text) => Number(text))

export type Database = pg.Pool
export type Session = pg.PoolClient

/** Opens a pool; a lost connection is reported by the query that needed it, never by a crash of the process. */
export function openDatabase(url: string, connections = 8): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: types as never, application_name: 'zhiheng' })
  pool.on('error', () => undefined)
  return pool
}

/** Runs work in one transaction; any throw rolls it back. */
export async function inTransaction<T>(pool: Database, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await pool.connect()
  try {
    await session.query('begin')
    const result = await work(session)
    await session.query('commit')
    return result
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    throw error
  } finally {
    session.release()
  }
}
