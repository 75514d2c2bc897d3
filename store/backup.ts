// One file with everything: records table by table, the warehouse, attachments, and a manifest with a checksum of each part.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { FileStore } from './attachments/file-store.ts'
import { storedLength } from './attachments/segments.ts'
import { fileSource, openContainer, pack, type Container, type Manifest, type Source } from './container.ts'
import { inTransaction, type Database, type Session } from './database.ts'
import type { Warehouse } from './warehouse/warehouse.ts'

export interface BackingUp {
  readonly file: string
  readonly database: Database
  /** Null when only the records are wanted. */
  readonly warehouse: Warehouse | null
  /** Keys go to a file of their own beside the backup, since a backup with its keys undoes erasure. */
  readonly keysFolder: string
  /** Null when attachments are left where they are. */
  readonly files: FileStore | null
}

const tablesSql = `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('kernel', 'record', 'vault') order by 1, 2`

// Keys of persons are part of the keys, not of the records: restoring an old backup must not bring an erased person back.
// Sessions end, questions that wait for an answer are asked again, and so are uploads that wait for an act.
const passing = new Set(['session', 'challenge', 'sign_in_attempt', 'upload'])
const belongs = (table: Table, which: 'records' | 'keys'): boolean =>
  which === 'keys' ? table.schema === 'vault' : table.schema !== 'vault' && !(table.schema === 'kernel' && passing.has(table.name))

interface Table {
  readonly schema: string
  readonly name: string
}

/** A table as it is backed up; of the attachments those that a record refers to. */
const contents = ({ schema, name }: Table): string =>
  schema === 'kernel' && name === 'attachment'
    ? '(select * from kernel.attachment a where exists (select 1 from kernel.attachment_use u where u.hash = a.hash))'
    : `${schema}."${name}"`

const referredSql = `select a.hash, a.size, a.sealed from kernel.attachment a
  where a.removed is null and exists (select 1 from kernel.attachment_use u where u.hash = a.hash) order by a.hash`

interface Dumped {
  readonly migrations: number
  readonly attachments: readonly { readonly hash: string; readonly size: number; readonly sealed: boolean }[]
}

async function dumpRecords(database: Database, folder: string, which: 'records' | 'keys', withFiles: boolean): Promise<Dumped> {
  return inTransaction(database, async (session) => {
    // One snapshot for all tables.
    await session.query('set transaction isolation level repeatable read, read only')
    const { rows } = await session.query<Table>(tablesSql)
    for (const table of rows.filter((t) => belongs(t, which)))
      await pipeline(
        session.query(copyTo(`copy ${contents(table)} to stdout with (format binary)`)),
        createGzip({ level: 1 }),
        createWriteStream(join(folder, `${table.schema}.${table.name}.gz`)),
      )
    const migrations = await session.query<{ n: number }>('select count(*)::int as n from kernel.migration')
    const attachments = withFiles ? (await session.query<Dumped['attachments'][number]>(referredSql)).rows : []
    return { migrations: migrations.rows[0]!.n, attachments }
  })
}

const folderSources = async (folder: string): Promise<Source[]> =>
  Promise.all((await readdir(folder)).sort().map((name) => fileSource(name, join(folder, name))))

const shelf = 'attachments/'

/** Attachments as parts: their checksum is their name. */
const fileSources = (files: FileStore, dumped: Dumped): Source[] =>
  dumped.attachments.map(({ hash, size, sealed }) => ({
    name: `${shelf}${hash}`,
    size: sealed ? storedLength(size) : size,
    sha256: hash,
    async read() {
      const bytes = await files.read(hash)
      if (!bytes) throw new Error(`The attachment ${hash} is not in the store; run verify. Nothing was backed up.`)
      return bytes
    },
  }))

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-backup-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes the backup, and the keys of persons to `<file>.keys` beside it. */
export async function backupTo(asked: BackingUp): Promise<Manifest> {
  const made = new Date().toISOString()
  const manifest = await inFolder(async (folder) => {
    const dumped = await dumpRecords(asked.database, folder, 'records', asked.files !== null)
    if (asked.warehouse) await asked.warehouse.copyTo(join(folder, 'warehouse.duckdb'))
    const sources = [...(await folderSources(folder)), ...(asked.files ? fileSources(asked.files, dumped) : [])]
    return pack(asked.file, { made, migrations: dumped.migrations, attachments: asked.files !== null }, sources)
  })
  await inFolder(async (folder) => {
    const { migrations } = await dumpRecords(asked.database, folder, 'keys', false)
    for (const name of await readdir(asked.keysFolder).catch(() => [])) {
      const path = join(asked.keysFolder, name)
      if ((await stat(path)).isFile()) await writeFile(join(folder, `file.${name}`), await readFile(path), { mode: 0o600 })
    }
    return pack(`${asked.file}.keys`, { made, migrations, attachments: false }, await folderSources(folder))
  })
  return manifest
}

/** Parts of a container as files of a folder; attachments go where they belong instead. */
async function takeOut({ manifest, read }: Container, folder: string, files: FileStore | null): Promise<void> {
  for (const part of manifest.parts) {
    if (!part.name.startsWith(shelf)) await pipeline(read(part), createWriteStream(join(folder, part.name), { mode: 0o600 }))
    else if (files && !(await files.has(part.sha256))) await (await files.receive(read(part))).keep()
  }
}

/** What the backup does not hold is of another time, and nothing refers to it any more. */
async function removeOthers(manifest: Manifest, files: FileStore): Promise<void> {
  const held = new Set(manifest.parts.filter((part) => part.name.startsWith(shelf)).map((part) => part.sha256))
  for await (const hash of files.hashes()) if (!held.has(hash)) await files.remove(hash)
}

const countedSql = `select n.nspname as schema, c.relname as "table", a.attname as "column" from pg_attribute a
  join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attidentity <> '' and c.relkind = 'r' and n.nspname in ('kernel', 'record')`

/** Rows come back with their numbers; what is counted goes on after the last of them. */
async function countOn(session: Session): Promise<void> {
  const { rows } = await session.query<{ schema: string; table: string; column: string }>(countedSql)
  for (const { schema, table, column } of rows)
    await session.query(
      `select setval(pg_get_serial_sequence('${schema}."${table}"', '${column}'), coalesce((select max("${column}") from ${schema}."${table}"), 0) + 1, false)`,
    )
}

async function loadTables(database: Database, folder: string, which: 'records' | 'keys'): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.gz'))
  await inTransaction(database, async (session) => {
    if (which === 'records') for (const name of passing) await session.query(`truncate kernel."${name}"`)
    for (const name of files) {
      const [schema, table] = name.slice(0, -3).split('.') as [string, string]
      if (schema === 'kernel' && table === 'migration') continue
      await session.query(`truncate ${schema}."${table}"`)
      await pipeline(
        createReadStream(join(folder, name)),
        createGunzip(),
        session.query(copyFrom(`copy ${schema}."${table}" from stdin with (format binary)`)),
      )
    }
    if (which === 'records') await countOn(session)
  })
}

export interface Restoring {
  readonly file: string
  readonly database: Database
  /** Migrations applied to the database that is restored into; an older backup needs an older release first. */
  readonly migrations: number
  readonly warehouseFile: string
  readonly keysFolder: string
  readonly files: FileStore
}

/** Brings stores and attachments back as they were; all or nothing for the records. The database must be migrated and empty of use. */
export async function restoreFrom(asked: Restoring): Promise<Manifest> {
  const container = await openContainer(asked.file)
  const { manifest } = container
  if (manifest.migrations !== asked.migrations)
    throw new Error(
      `The backup was made after ${manifest.migrations} migrations, this release has ${asked.migrations}. Restore with the release that made it, then upgrade.`,
    )
  return inFolder(async (folder) => {
    await takeOut(container, folder, asked.files)
    await loadTables(asked.database, folder, 'records')
    if (manifest.attachments) await removeOthers(manifest, asked.files)
    if (manifest.parts.some((part) => part.name === 'warehouse.duckdb')) {
      await rm(asked.warehouseFile, { force: true })
      await rm(`${asked.warehouseFile}.wal`, { force: true })
      await pipeline(createReadStream(join(folder, 'warehouse.duckdb')), createWriteStream(asked.warehouseFile, { mode: 0o600 }))
    }
    await restoreKeys(asked)
    return manifest
  })
}

async function restoreKeys(asked: Restoring): Promise<void> {
  const file = `${asked.file}.keys`
  if (!(await stat(file).catch(() => null))) return
  await inFolder(async (folder) => {
    await takeOut(await openContainer(file), folder, null)
    await mkdir(asked.keysFolder, { recursive: true, mode: 0o700 })
    for (const name of (await readdir(folder)).filter((n) => n.startsWith('file.')))
      await writeFile(join(asked.keysFolder, name.slice(5)), await readFile(join(folder, name)), { mode: 0o600 })
    await loadTables(asked.database, folder, 'keys')
  })
}
