// Who may walk where: folders that the server's user can reach, and folders that only we can have written.
import { chmod, chown, lstat, mkdir, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root; 65534 is `nobody` and its group on every Linux. */
export const nobody = 65534
export const asRoot = process.getuid?.() === 0
/** To be spread into the options of a child process. */
export const identity = asRoot ? { uid: nobody, gid: nobody } : {}

interface Kept {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

const passable = ({ mode, uid, gid }: Kept): boolean => (mode & (uid === nobody ? 0o100 : gid === nobody ? 0o010 : 0o001)) !== 0

/** Whether the user `nobody` may walk down to a folder, or run a file. What is not there yet is no obstacle. */
export async function reachable(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch(() => null)
    if (found && !passable(found)) return false
    if (dirname(at) === at) return true
  }
}

/** Opens a folder of ours to the server's user for passing alone: it stays root's, who never writes where another could. */
export async function letPass(path: string): Promise<void> {
  if (!asRoot) return
  await chown(path, 0, nobody)
  await chmod(path, 0o710)
}

/** Gives a file or folder to the server's user. */
export async function giveAway(path: string): Promise<void> {
  if (asRoot) await chown(path, nobody, nobody)
}

/** A folder is trusted when it is ours and nobody else may write into it: a shared temp folder holds whatever others put there. */
async function trusted(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found !== null && found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0
}

function candidates(): readonly string[] {
  const temporary = ['/var/tmp', tmpdir()].map((folder) => join(folder, `zhiheng-${process.getuid?.() ?? 'own'}`))
  // A temp folder may be emptied when the machine starts: it is the last resort.
  if (asRoot) return ['/var/lib/zhiheng', ...temporary]
  return [join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'zhiheng'), ...temporary]
}

/** A folder of our own outside the package and the data folder, passable for the server's user; throws when no place allows one. */
export async function ownFolder(): Promise<string> {
  for (const path of candidates()) {
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined)
    const made = await mkdir(path, { mode: 0o700 }).then(
      () => true,
      () => false,
    )
    if (made) await letPass(path)
    if ((await trusted(path)) && (!asRoot || (await reachable(path)))) return path
  }
  const tried = candidates().join(', ')
  throw new Error(`No folder could be made for the embedded PostgreSQL; tried ${tried}. Set DATABASE_URL to a server of your own.`)
}
