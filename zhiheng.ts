// The root of server and CLI: jurisdiction, systems, store and server put together.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hebei } from './jurisdictions/hebei/index.ts'
import { AreaTree } from './kernel/area.ts'
import { house as build } from './kernel/house.ts'
import { Parameters } from './kernel/parameter.ts'
import { WorkCalendar } from './kernel/workdays.ts'
import { folderStore } from './store/attachments/file-store.ts'
import { openDatabase, type Database } from './store/database.ts'
import { startPostgres, type RunningPostgres } from './store/embedded/postgres.ts'
import type { Engine } from './store/engine.ts'
import { openKeys, type KeyRing } from './store/keys/key-files.ts'
import { migrate, pendingMigrations, undeclared } from './store/migrate.ts'
import { packageRoot } from './store/package-root.ts'
import { vaultKeys } from './store/records/personal.ts'
import { readOffices } from './store/people/offices.ts'
import { prepareFacts } from './store/warehouse/facts.ts'
import { prepareWarehouse } from './store/warehouse/tables.ts'
import { openWarehouse, type Warehouse } from './store/warehouse/warehouse.ts'
import { loadOfficers } from './store/officers.ts'
import { systems } from './systems/index.ts'

export const house = build(systems)
export const jurisdiction = hebei
export const migrationsFolder = join(packageRoot, 'store', 'migrations')

export interface Opening {
  /** Data folder; keys and the warehouse are always here, the embedded PostgreSQL too. */
  readonly folder: string
  /** A PostgreSQL 15 or later of one's own; absent: the embedded one. */
  readonly databaseUrl?: string
  /** The embedded one, where it is starting already. */
  readonly postgres?: Promise<RunningPostgres> | null
  readonly now?: () => string
  readonly tell?: (line: string) => void
  /** Asked before migrations run on a database that holds data already. */
  readonly beforeMigrating?: (database: Database, pending: number) => Promise<void>
}

export interface Zhiheng {
  readonly engine: Engine
  readonly warehouse: Warehouse
  readonly keys: KeyRing
  readonly cookieSecret: string
  readonly url: string
  readonly folder: string
  close(): Promise<void>
  /** Closes the database alone, where the warehouse was closed before. */
  closeDatabase(): Promise<void>
}

async function secret(file: string): Promise<Buffer> {
  const known = await readFile(file).catch(() => null)
  if (known) return known
  const made = randomBytes(32)
  await writeFile(file, made, { mode: 0o600 })
  return made
}

async function prepareDatabase(database: Database, opening: Opening): Promise<void> {
  const pending = await pendingMigrations(database, migrationsFolder)
  if (pending.length > 0) {
    const { rows } = await database.query("select to_regclass('kernel.journal') is not null as old")
    if ((rows[0] as { old: boolean }).old) await opening.beforeMigrating?.(database, pending.length)
    opening.tell?.(`Applying ${pending.length} migration${pending.length === 1 ? '' : 's'} …`)
    await migrate(database, migrationsFolder)
  }
  const missing = await undeclared(database, house)
  if (missing.length > 0)
    throw new Error(
      `The declarations and the database differ; nothing was started. Write a migration with “zhiheng describe --migration”. First difference: ${missing[0]}`,
    )
}

function engineOn(database: Database, folder: string, keys: () => KeyRing, replayKey: Buffer, now: () => string): Engine {
  return {
    database,
    house,
    tree: new AreaTree(hebei.divisions, hebei.elsewhere),
    parameters: new Parameters(hebei.parameters),
    calendar: new WorkCalendar(hebei.notices),
    offices: new Map(),
    keys: vaultKeys(database, () => keys().masters),
    files: folderStore(join(folder, 'attachments')),
    replayKey,
    now,
  }
}

/** Opens everything that serving and commands need. Whoever calls holds the data folder. */
export async function openZhiheng(opening: Opening): Promise<Zhiheng> {
  const now = opening.now ?? (() => new Date().toISOString())
  await mkdir(opening.folder, { recursive: true, mode: 0o700 })
  const postgres = opening.databaseUrl ? null : await (opening.postgres ?? startPostgres({ folder: join(opening.folder, 'postgres') }))
  const url = opening.databaseUrl ?? postgres!.url
  const database = openDatabase(url, 12)
  const closeDatabase = async (): Promise<void> => {
    await database.end()
    await postgres?.stop()
  }
  try {
    await prepareDatabase(database, opening)
    const keys = await openKeys(
      join(opening.folder, 'keys'),
      { issuer: hebei.id, title: hebei.title, origin: hebei.origin, site: hebei.site },
      now(),
    )
    const replayKey = await secret(join(opening.folder, 'keys', 'replay'))
    const cookieKey = await secret(join(opening.folder, 'keys', 'cookie'))
    const engine = engineOn(database, opening.folder, () => keys, replayKey, now)
    const warehouse = await openWarehouse(join(opening.folder, 'warehouse.duckdb'))
    await prepareWarehouse(warehouse)
    await prepareFacts(warehouse, house)
    engine.offices = await readOffices(database)
    await loadOfficers(engine)
    return {
      engine,
      warehouse,
      keys,
      cookieSecret: cookieKey.toString('hex'),
      url,
      folder: opening.folder,
      async close() {
        await warehouse.close()
        await closeDatabase()
      },
      closeDatabase,
    }
  } catch (error) {
    await database.end().catch(() => undefined)
    await postgres?.stop()
    throw error
  }
}
