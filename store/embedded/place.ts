// Where the database files lie: in the data folder, or where the server's user cannot reach it, in a folder that a pointer file names.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asRoot, letPass, ownFolder, reachable } from './reach.ts'

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const said = async (file: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : text.trim()
}

/** A copy of a data folder points to the same files as the original: two owners of one database must not be. */
async function claim(place: string, folder: string): Promise<void> {
  const owner = join(place, 'owner')
  const mine = await realpath(folder)
  const recorded = await said(owner)
  if (recorded && recorded !== mine && (await said(join(recorded, 'elsewhere'))) === place)
    throw new Error(
      `${mine} is a copy of ${recorded}, and both name ${place} as their database. Remove the file “elsewhere” from the copy to begin empty there, then restore a backup into it.`,
    )
  await writeFile(owner, mine)
}

async function named(folder: string, place: string): Promise<string> {
  if (!(await exists(place)))
    throw new Error(
      `The database of ${folder} was kept in ${place}, which is gone. Restore a backup: remove the file “elsewhere” from the folder to begin empty, then run “zhiheng restore”.`,
    )
  await claim(place, folder)
  await letPass(place)
  return place
}

/**
 * The folder of the database files for a data folder, made when there is none. Elsewhere only when we are root and a
 * parent is closed; that is said on standard error once. Throws when the files named by the pointer are gone.
 */
export async function placeFor(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!asRoot) return folder
  const pointer = join(folder, 'elsewhere')
  const known = await said(pointer)
  if (known) return named(folder, known)
  if (await reachable(join(folder, '..'))) {
    await letPass(folder)
    return folder
  }
  if (await exists(join(folder, 'cluster')))
    throw new Error(
      `The database in ${folder} can no longer be reached by the user it runs as, since a parent folder was closed. Let others pass through the parents (chmod o+x), or move the data folder.`,
    )
  const place = join(await ownFolder(), `data-${randomBytes(6).toString('hex')}`)
  await mkdir(place, { mode: 0o700 })
  await letPass(place)
  await claim(place, folder)
  await writeFile(pointer, place)
  process.stderr.write(`A parent of ${folder} is closed to the user that PostgreSQL runs as: the database is kept in ${place}.\n`)
  return place
}
