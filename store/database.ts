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

/** Places for transactions at once, and who waits for one. */
interface Places {
  free: number
  readonly waiting: (() => void)[]
}

const placesOf = new WeakMap<Database, Places>()

/**
 * Waits for a place. A transaction may need the pool beside its own connection, for a number or a person's key; if
 * transactions took every connection, each would wait for another to end, and none would. Two are left to the rest.
 */
async function place(pool: Database): Promise<() => void> {
  const places = placesOf.get(pool) ?? { free: Math.max(1, (pool.options.max ?? 10) - 2), waiting: [] }
  placesOf.set(pool, places)
  if (places.free > 0) places.free -= 1
  else await new Promise<void>((resolve) => places.waiting.push(resolve))
  return () => {
    const next = places.waiting.shift()
    if (next) next()
    else places.free += 1
  }
}

/** Runs work in one transaction; any throw rolls it back. Not to be called within another, which might wait for itself. */
export async function inTransaction<T>(pool: Database, work: (session: Session) => Promise<T>): Promise<T> {
  const leave = await place(pool)
  try {
    return await transaction(pool, work)
  } finally {
    leave()
  }
}

/** The query that needed a lost connection says so. */
const lost = (): void => undefined

async function transaction<T>(pool: Database, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await pool.connect()
  // The pool listens to idle connections alone: one that is lost between two statements would end the process. Listening is
  // for the time of the transaction: beside a listener that stays, those of single queries keep their answers in memory for long.
  session.on('error', lost)
  let broken = false
  try {
    await session.query('begin')
    const result = await work(session)
    await session.query('commit')
    return result
  } catch (error) {
    await session.query('rollback').catch(() => (broken = true))
    throw error
  } finally {
    session.off('error', lost)
    // A connection that cannot roll back is not given to the next.
    session.release(broken)
  }
}
