// Files that only the server may read: written whole or not at all, refused when anyone else can read them.
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Creates the folder for the server alone (0700). */
export async function privateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
}

/** Writes beside and renames, so that a crash leaves the old file or the new one. */
export async function writePrivate(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.writing`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/** Null when there is no such file. Throws when others than the owner may read it. */
export async function readPrivate(path: string): Promise<Buffer | null> {
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new Error(`Others can read ${path}. Whoever did has the key: set its mode to 0600 and consider the key stolen.`)
    }
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
