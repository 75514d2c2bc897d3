// Backup of both stores and the keys to one file with a checksum, and the way back.
import type { Database } from '../store/database.ts'
import { backupTo } from '../store/backup.ts'
import { join } from 'node:path'

/** Before migrations touch a database that holds data, its records are written beside it. */
export async function backupBeforeMigrating(folder: string, database: Database, pending: number): Promise<void> {
  const file = join(folder, 'backups', `before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.zhb`)
  process.stderr.write(`${pending} migrations are pending; the records are backed up to ${file} first.\n`)
  await backupTo({ file, database, warehouse: null, keysFolder: join(folder, 'keys') })
}
