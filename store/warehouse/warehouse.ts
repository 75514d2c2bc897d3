// The embedded warehouse: one DuckDB file, one owner, statements one after another; what a caller was told is on the disk.
import { DuckDBInstance, type DuckDBAppender, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'

export type Cell = string | number | boolean | null
export type WarehouseRow = Readonly<Record<string, unknown>>

/** Statements that may be run inside or outside a transaction. */
export interface WarehouseSession {
  run(sql: string, values?: readonly Cell[]): Promise<void>
  /** Rows as JSON values: decimals and moments as text, lists as arrays. */
  rows<R extends WarehouseRow = WarehouseRow>(sql: string, values?: readonly Cell[]): Promise<R[]>
  append(table: string, write: (appender: DuckDBAppender) => void): Promise<void>
}

/** The warehouse as the store knows it; DuckDB here, any engine that passes the same contract elsewhere. */
export interface Warehouse extends WarehouseSession {
  transaction<T>(work: (session: WarehouseSession) => Promise<T>): Promise<T>
  /** Writes a whole copy to a file, for backup. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}

const sessionOn = (connection: DuckDBConnection): WarehouseSession => ({
  async run(sql, values) {
    await connection.run(sql, values as DuckDBValue[] | undefined)
  },
  async rows<R extends WarehouseRow>(sql: string, values?: readonly Cell[]) {
    const reader = await connection.runAndReadAll(sql, values as DuckDBValue[] | undefined)
    return reader.getRowObjectsJson() as unknown as R[]
  },
  async append(table, write) {
    const appender = await connection.createAppender(table)
    write(appender)
    appender.closeSync()
  },
})

/** Runs one piece of work after another on the single connection. */
class Turn {
  private last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work)
    this.last = mine.catch(() => undefined)
    return mine
  }
}

/** Opens or makes the warehouse; `:memory:` for tests. DuckDB refuses a second process by a lock of its own. */
export async function openWarehouse(file: string): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: '4GB' })
  const connection = await instance.connect()
  const session = sessionOn(connection)
  const turn = new Turn()
  return {
    run: (sql, values) => turn.take(() => session.run(sql, values)),
    rows: <R extends WarehouseRow>(sql: string, values?: readonly Cell[]) => turn.take(() => session.rows<R>(sql, values)),
    append: (table, write) => turn.take(() => session.append(table, write)),
    transaction: (work) =>
      turn.take(async () => {
        await session.run('begin')
        try {
          const result = await work(session)
          await session.run('commit')
          return result
        } catch (error) {
          await session.run('rollback').catch(() => undefined)
          throw error
        }
      }),
    copyTo: (target) =>
      turn.take(async () => {
        await session.run(`attach '${target.replaceAll("'", "''")}' as copy`)
        const [{ name }] = (await session.rows<{ name: string }>('select current_database() as name')) as [{ name: string }]
        await session.run(`copy from database "${name}" to copy`)
        await session.run('detach copy')
      }),
    close: () =>
      turn.take(async () => {
        connection.closeSync()
        instance.closeSync()
      }),
  }
}
