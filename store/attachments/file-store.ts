// Where the bytes of attachments lie, by their hash: a folder of the data folder. Any store of objects can stand here instead.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Span } from './segments.ts'

/** Bytes that have arrived whole and are durable, but lie under no hash yet. */
export interface Arrived {
  readonly hash: string
  keep(): Promise<void>
  discard(): Promise<void>
}

/**
 * One interface, one side. An S3-compatible store would take a multi-part upload under a passing key, copy it to the hash on
 * `keep`, and list, open and remove by key; it needs nothing else from the house.
 */
export interface FileStore {
  /** Takes a stream; when it breaks off nothing is left. */
  receive(bytes: AsyncIterable<Buffer>): Promise<Arrived>
  /** The stored bytes, or a part of them; null when there are none under this hash. */
  read(hash: string, span?: Span): Promise<AsyncIterable<Buffer> | null>
  has(hash: string): Promise<boolean>
  remove(hash: string): Promise<void>
  hashes(): AsyncIterable<string>
  /** Removes what arrived before this moment and was never kept. */
  tidy(before: Date): Promise<void>
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** So that a name survives the machine, its folder is written through too. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function receive(folder: string, placeOf: (hash: string) => string, bytes: AsyncIterable<Buffer>): Promise<Arrived> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx', 0o600)
  const digest = createHash('sha256')
  try {
    for await (const chunk of bytes) {
      digest.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
  const hash = digest.digest('hex')
  return {
    hash,
    async keep() {
      const place = placeOf(hash)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await rename(path, place)
      await settle(dirname(place))
    },
    discard: () => rm(path, { force: true }),
  }
}

async function* hashes(folder: string): AsyncGenerator<string> {
  for (const shelf of (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort())
    for await (const entry of await opendir(join(folder, shelf))) yield entry.name
}

export function folderStore(folder: string): FileStore {
  const arriving = join(folder, 'arriving')
  const placeOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  return {
    receive: (bytes) => receive(arriving, placeOf, bytes),
    async read(hash, span) {
      const found = await stat(placeOf(hash)).catch(() => null)
      return found && createReadStream(placeOf(hash), span ? { start: span.from, end: span.to } : {})
    },
    has: async (hash) => (await stat(placeOf(hash)).catch(() => null)) !== null,
    remove: (hash) => rm(placeOf(hash), { force: true }),
    hashes: () => hashes(folder),
    async tidy(before) {
      for (const name of await readdir(arriving).catch(() => [])) {
        const path = join(arriving, name)
        const found = await stat(path).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)))
        if (found && found.mtime < before) await rm(path, { force: true })
      }
    },
  }
}
