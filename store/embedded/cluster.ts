// The files of an embedded database: made by initdb, whole or not at all, and known by the version that made them.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries, PostgresVersion } from './binaries.ts'
import { stopLeftover } from './keeper.ts'
import { giveAway, identity } from './reach.ts'

export const environment = (found: Binaries): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C.UTF-8',
  LD_LIBRARY_PATH: found.libraries,
  DYLD_LIBRARY_PATH: found.libraries,
})

function run(found: Binaries, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(found.root, 'bin', program), args, {
      env: environment(found),
      cwd: found.root,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...identity,
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000)
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${complaint.trim()}`))))
  })
}

/** Trigrams of Chinese vanish under the ctype `C`, so the locale must know letters beyond ASCII. */
const locale =
  process.platform === 'darwin' ? ['--lc-collate=C', '--lc-ctype=en_US.UTF-8'] : ['--locale-provider=libc', '--locale=C.UTF-8']

async function initialise(found: Binaries, place: string): Promise<void> {
  const secret = join(place, 'password')
  await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const making = join(place, 'making')
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  for (const path of [secret, making]) await giveAway(path)
  await run(found, 'initdb', ['-D', making, '-U', 'zhiheng', '-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8', ...locale])
  // Renamed only when whole, so that a kill during initdb leaves nothing that looks like a database.
  await rename(making, join(place, 'cluster'))
}

/** The folder of the database files, made when there is none; what a killed keeper left running on it is stopped. */
export async function prepare(found: Binaries, place: string, version: PostgresVersion): Promise<string> {
  const cluster = join(place, 'cluster')
  if (!(await stat(cluster).catch(() => null))) await initialise(found, place)
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (made !== String(version))
    throw new Error(
      `The database in ${place} was made by PostgreSQL ${made}; this is ${version}. Back it up with the release that made it and restore it into a new data folder.`,
    )
  await stopLeftover(cluster)
  return cluster
}
