// Backup of both stores and the keys to one file with a checksum, and the way back.
import type { Database } from '../store/database.ts'
import { backupTo, restoreFrom } from '../store/backup.ts'
import { readMigrations } from '../store/migrate.ts'
import { migrationsFolder, openZhiheng } from '../zhiheng.ts'
import { join } from 'node:path'

/** Before migrations touch a database that holds data, its records are written beside it. */
export async function backupBeforeMigrating(folder: string, database: Database, pending: number): Promise<void> {
  const file = join(folder, 'backups', `before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.zhb`)
  process.stderr.write(`${pending} migrations are pending; the records are backed up to ${file} first.\n`)
  await backupTo({ file, database, warehouse: null, keysFolder: join(folder, 'keys'), files: null })
}

/** Restores into the data folder: PostgreSQL is migrated first, then both stores and the keys are replaced. */
export async function restore(folder: string, file: string, databaseUrl?: string): Promise<unknown> {
  const zhiheng = await openZhiheng({ folder, ...(databaseUrl ? { databaseUrl } : {}) })
  // The warehouse's file is replaced, so it is closed before.
  await zhiheng.warehouse.close()
  const migrations = (await readMigrations(migrationsFolder)).length
  const manifest = await restoreFrom({
    file,
    database: zhiheng.engine.database,
    migrations,
    warehouseFile: join(folder, 'warehouse.duckdb'),
    keysFolder: join(folder, 'keys'),
    files: zhiheng.engine.files,
  })
  await zhiheng.closeDatabase()
  return { restored: file, made: manifest.made, parts: manifest.parts.length }
}
