// One file with everything: records table by table, the warehouse, attachments, and a manifest with a checksum of each part.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { inTransaction, type Database } from './database.ts'
import type { Warehouse } from './warehouse/warehouse.ts'

export interface Part {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface Manifest {
  readonly format: 1
  readonly made: string
  readonly migrations: number
  readonly parts: readonly Part[]
}

export interface BackingUp {
  readonly file: string
  readonly database: Database
  /** Null when only the records are wanted. */
  readonly warehouse: Warehouse | null
  /** Keys go to a file of their own beside the backup, since a backup with its keys undoes erasure. */
  readonly keysFolder: string
  readonly attachments?: string
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const tablesSql = `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('kernel', 'record', 'vault') order by 1, 2`

/** Keys of persons are part of the keys, not of the records: restoring an old backup must not bring an erased person back. */
const apart = (table: { schema: string; name: string }): boolean =>
  table.schema === 'vault' || (table.schema === 'kernel' && table.name === 'session')

async function dumpRecords(database: Database, folder: string, which: 'records' | 'keys'): Promise<number> {
  return inTransaction(database, async (session) => {
    // One snapshot for all tables.
    await session.query('set transaction isolation level repeatable read, read only')
    const { rows } = await session.query<{ schema: string; name: string }>(tablesSql)
    for (const table of rows.filter((t) => (t.schema === 'vault') === (which === 'keys') && (which === 'keys' || !apart(t))))
      await pipeline(
        session.query(copyTo(`copy ${table.schema}."${table.name}" to stdout with (format binary)`)),
        createGzip({ level: 1 }),
        createWriteStream(join(folder, `${table.schema}.${table.name}.gz`)),
      )
    const migrations = await session.query<{ n: number }>('select count(*)::int as n from kernel.migration')
    return migrations.rows[0]!.n
  })
}

/** A plain container: the manifest's length, the manifest, then the parts one after another. */
async function pack(folder: string, file: string, facts: { made: string; migrations: number }): Promise<Manifest> {
  const names = (await readdir(folder)).sort()
  const parts = await Promise.all(
    names.map(async (name) => ({ name, size: (await stat(join(folder, name))).size, sha256: await digestOf(join(folder, name)) })),
  )
  const manifest: Manifest = { format: 1, ...facts, parts }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.partial`
  const head = Buffer.from(`${JSON.stringify(manifest)}\n`)
  const out = createWriteStream(partial, { mode: 0o600 })
  out.write(`ZHIHENG-BACKUP ${head.length}\n`)
  out.write(head)
  for (const part of parts)
    for await (const chunk of createReadStream(join(folder, part.name))) if (!out.write(chunk)) await once(out, 'drain')
  await new Promise<void>((done, failed) => out.end((error?: Error | null) => (error ? failed(error) : done())))
  await rename(partial, file)
  return manifest
}

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
    const migrations = await dumpRecords(asked.database, folder, 'records')
    if (asked.warehouse) await asked.warehouse.copyTo(join(folder, 'warehouse.duckdb'))
    return pack(folder, asked.file, { made, migrations })
  })
  await inFolder(async (folder) => {
    const migrations = await dumpRecords(asked.database, folder, 'keys')
    for (const name of await readdir(asked.keysFolder).catch(() => [])) {
      const path = join(asked.keysFolder, name)
      if ((await stat(path)).isFile()) await writeFile(join(folder, `file.${name}`), await readFile(path), { mode: 0o600 })
    }
    return pack(folder, `${asked.file}.keys`, { made, migrations })
  })
  return manifest
}

/** Takes the container apart and checks every part; throws naming the part that was altered. */
async function unpack(file: string, folder: string): Promise<Manifest> {
  const bytes = await readFile(file)
  const line = bytes.indexOf(0x0a)
  const match = /^ZHIHENG-BACKUP (\d+)$/.exec(bytes.subarray(0, line).toString())
  if (!match) throw new Error(`${file} is no backup of Zhiheng.`)
  const start = line + 1 + Number(match[1])
  const manifest = JSON.parse(bytes.subarray(line + 1, start).toString()) as Manifest
  let at = start
  for (const part of manifest.parts) {
    const content = bytes.subarray(at, at + part.size)
    if (content.length !== part.size || createHash('sha256').update(content).digest('hex') !== part.sha256)
      throw new Error(`The part ${part.name} of ${file} is damaged: its checksum differs. Nothing was restored.`)
    await writeFile(join(folder, part.name), content, { mode: 0o600 })
    at += part.size
  }
  return manifest
}

async function loadTables(database: Database, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.gz'))
  await inTransaction(database, async (session) => {
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
  })
}

export interface Restoring {
  readonly file: string
  readonly database: Database
  /** Migrations applied to the database that is restored into; an older backup needs an older release first. */
  readonly migrations: number
  readonly warehouseFile: string
  readonly keysFolder: string
}

/** Brings both stores back as they were; all or nothing for the records. The database must be migrated and empty of use. */
export async function restoreFrom(asked: Restoring): Promise<Manifest> {
  return inFolder(async (folder) => {
    const manifest = await unpack(asked.file, folder)
    if (manifest.migrations !== asked.migrations)
      throw new Error(
        `The backup was made after ${manifest.migrations} migrations, this release has ${asked.migrations}. Restore with the release that made it, then upgrade.`,
      )
    await loadTables(asked.database, folder)
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
    await unpack(file, folder)
    await mkdir(asked.keysFolder, { recursive: true, mode: 0o700 })
    for (const name of (await readdir(folder)).filter((n) => n.startsWith('file.')))
      await writeFile(join(asked.keysFolder, name.slice(5)), await readFile(join(folder, name)), { mode: 0o600 })
    await loadTables(asked.database, folder)
  })
}
