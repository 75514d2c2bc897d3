// The file of a backup: a line, a manifest with the checksum of each part, then the parts one after another; read and written as streams.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Part {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface Facts {
  readonly made: string
  readonly migrations: number
  /** False where attachments were left out on purpose, so that a restore leaves those alone that are there. */
  readonly attachments: boolean
}

export interface Manifest extends Facts {
  readonly format: 1
  readonly parts: readonly Part[]
}

/** A part and where its bytes come from. */
export interface Source extends Part {
  read(): AsyncIterable<Buffer> | Promise<AsyncIterable<Buffer>>
}

async function digestOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}

export async function fileSource(name: string, path: string): Promise<Source> {
  const { size } = await stat(path)
  return { name, size, sha256: await digestOf(createReadStream(path)), read: () => createReadStream(path) }
}

export async function pack(file: string, facts: Facts, sources: readonly Source[]): Promise<Manifest> {
  const parts = sources.map(({ name, size, sha256 }) => ({ name, size, sha256 }))
  const manifest: Manifest = { format: 1, ...facts, parts }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.partial`
  const head = Buffer.from(`${JSON.stringify(manifest)}\n`)
  const out = createWriteStream(partial, { mode: 0o600, flush: true })
  try {
    out.write(`ZHIHENG-BACKUP ${head.length}\n`)
    out.write(head)
    for (const source of sources) {
      let written = 0
      for await (const chunk of await source.read()) {
        written += chunk.length
        if (!out.write(chunk)) await once(out, 'drain')
      }
      if (written !== source.size) throw new Error(`The part ${source.name} has ${written} bytes instead of ${source.size}; nothing was written.`)
    }
    await new Promise<void>((done, failed) => out.end((error?: Error | null) => (error ? failed(error) : done())))
  } catch (error) {
    out.destroy()
    await rm(partial, { force: true })
    throw error
  }
  await rename(partial, file)
  return manifest
}

export interface Container {
  readonly manifest: Manifest
  read(part: Part): AsyncIterable<Buffer>
}

/** Opens a container and reads all of it once; throws naming the part that was altered, before anything is taken out. */
export async function openContainer(file: string): Promise<Container> {
  const handle = await open(file)
  try {
    const first = await handle.read(Buffer.alloc(40), 0, 40, 0)
    const match = /^ZHIHENG-BACKUP (\d{1,12})\n/.exec(first.buffer.toString('latin1'))
    if (!match) throw new Error(`${file} is no backup of Zhiheng.`)
    const [from, length] = [match[0].length, Number(match[1])]
    const head = await handle.read(Buffer.alloc(length), 0, length, from)
    const manifest = JSON.parse(head.buffer.toString()) as Manifest
    const places = new Map<string, number>()
    let at = from + length
    for (const part of manifest.parts) {
      places.set(part.name, at)
      at += part.size
    }
    const read = (part: Part): AsyncIterable<Buffer> => {
      const start = places.get(part.name)!
      return part.size === 0 ? (async function* () {})() : createReadStream(file, { start, end: start + part.size - 1 })
    }
    for (const part of manifest.parts)
      if ((await digestOf(read(part))) !== part.sha256)
        throw new Error(`The part ${part.name} of ${file} is damaged: its checksum differs. Nothing was restored.`)
    return { manifest, read }
  } finally {
    await handle.close()
  }
}
