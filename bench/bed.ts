// The bed of the benches: the real house on a data folder of its own, its PostgreSQL with fsync as in service.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { AreaTree } from '../kernel/area.ts'
import { house as build } from '../kernel/house.ts'
import { Parameters, type ParameterData } from '../kernel/parameter.ts'
import { WorkCalendar } from '../kernel/workdays.ts'
import type { System } from '../kernel/system.ts'
import { folderStore } from '../store/attachments/file-store.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { startPostgres } from '../store/embedded/postgres.ts'
import type { Engine } from '../store/engine.ts'
import { openKeys } from '../store/keys/key-files.ts'
import { migrate, undeclared } from '../store/migrate.ts'
import { packageRoot } from '../store/package-root.ts'
import { addOffices, readOffices } from '../store/people/offices.ts'
import { vaultKeys } from '../store/records/personal.ts'
import { systems as all } from '../systems/index.ts'

export interface Bed {
  readonly engine: Engine
  readonly database: Database
  readonly url: string
  readonly folder: string
  close(): Promise<void>
}

/** A pool for a peer; connections that the stopping server ends are no fault. */
export function peerPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  pool.on('error', () => undefined)
  return pool
}

export interface BedOptions {
  /** Beside the systems of the release. */
  readonly systems?: readonly System[]
  readonly parameters?: readonly ParameterData[]
  readonly connections?: number
}

/** The engine of the house on a database that is there already; keys lie in the folder. */
export async function engineOn(database: Database, folder: string, options: BedOptions = {}): Promise<Engine> {
  const now = () => new Date().toISOString()
  const keys = await openKeys(join(folder, 'keys'), { issuer: hebei.id, title: hebei.title, origin: hebei.origin, site: hebei.site }, now())
  return {
    database,
    house: build([...all, ...(options.systems ?? [])]),
    tree: new AreaTree(hebei.divisions, hebei.elsewhere),
    parameters: new Parameters([...hebei.parameters, ...(options.parameters ?? [])]),
    calendar: new WorkCalendar(hebei.notices),
    offices: await readOffices(database),
    keys: vaultKeys(database, () => keys.masters),
    files: folderStore(join(folder, 'attachments')),
    replayKey: new Uint8Array(32),
    now,
  }
}

/** Opens a bed; `close` removes everything. */
export async function openBed(options: BedOptions = {}): Promise<Bed> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-bench-'))
  // PostgreSQL runs as another user when we are root, and must find its way in.
  await chmod(folder, 0o711)
  const postgres = await startPostgres({ folder: join(folder, 'postgres') })
  const database = openDatabase(postgres.url, options.connections ?? 16)
  await migrate(database, join(packageRoot, 'store', 'migrations'))
  await addOffices(database, hebei.offices)
  const engine = await engineOn(database, folder, options)
  for (const sql of await undeclared(database, engine.house)) await database.query(sql)
  return {
    engine,
    database,
    url: postgres.url,
    folder,
    async close() {
      await database.end()
      await postgres.stop()
      await rm(postgres.folder, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
