// Connections to PostgreSQL: values come as the kernel speaks them (days and moments as text, decimals as text).
import pg from 'pg'

const types = new pg.TypeOverrides()
types.setTypeParser(1082, (text) => text)
types.setTypeParser(1184, moment)
types.setTypeParser(20, (text) => Number(text))

/** `2026-03-02 01:00:00.5+00` as `2026-03-02T01:00:00.500Z`; our own database reckons in UTC, so that text is cut and joined: a page holds a hundred moments. */
function moment(text: string): string {
  if (text[10] === ' ' && text.length > 21 && text.endsWith('+00'))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
  return new Date(text.length > 10 ? text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00') : text).toISOString()
}

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
