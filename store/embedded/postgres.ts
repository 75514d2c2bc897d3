// A real PostgreSQL as a child process: made, started, stopped, and cleaned up after a kill.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { binaries, type Binaries, type PostgresVersion } from './binaries.ts'
import { keep, stopLeftover, watch } from './keeper.ts'
import { placeFor } from './place.ts'
import { giveAway, identity } from './reach.ts'

export interface RunningPostgres {
  readonly url: string
  /** Folder that holds the database files; elsewhere than asked when that could not be reached by the server's user. */
  readonly folder: string
  /** As the server tells it, `18.4`. */
  readonly version: string
  /** Fast shutdown: connections are ended, nothing committed is lost. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  readonly folder: string
  readonly version?: PostgresVersion
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number
  /** Further settings, `name=value`. */
  readonly settings?: readonly string[]
}

const settings = [
  'shared_buffers=256MB',
  'work_mem=32MB',
  'maintenance_work_mem=256MB',
  'max_connections=60',
  'max_wal_size=2GB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'synchronous_commit=on',
  'fsync=on',
  'password_encryption=scram-sha-256',
  'log_destination=stderr',
  // The log tells of starts, stops and recovery; statements that failed may hold personal data and stay out of it.
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
]

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const environment = (found: Binaries): NodeJS.ProcessEnv => ({
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

async function prepare(found: Binaries, place: string, version: PostgresVersion): Promise<string> {
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const logFile = (place: string): string => join(place, 'server.log')

/** To a file and never to our own standard error: a pipe held open by a child would hang whoever reads us. */
async function spawnServer(found: Binaries, place: string, port: number, more: readonly string[]): Promise<ChildProcess> {
  const cluster = join(place, 'cluster')
  const size = (await stat(logFile(place)).catch(() => null))?.size ?? 0
  const log = await open(logFile(place), size > 1_000_000 ? 'w' : 'a', 0o600)
  const sockets = process.platform === 'win32' || cluster.length > 80 ? '' : cluster
  const all = ['listen_addresses=127.0.0.1', `unix_socket_directories=${sockets}`, ...settings, ...more]
  const args = ['-D', cluster, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])]
  try {
    // In a session of its own, so that Ctrl-C on a terminal reaches us alone and we stop it after the last request.
    const child = spawn(join(found.root, 'bin', 'postgres'), args, {
      env: environment(found),
      cwd: found.root,
      stdio: ['ignore', 'ignore', log.fd],
      detached: true,
      ...identity,
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
    return child
  } finally {
    await log.close()
  }
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function logTail(place: string): Promise<string> {
  return (await readFile(logFile(place), 'utf8').catch(() => '')).trim().split('\n').slice(-6).join('\n')
}

/** Waits while the server starts or recovers, for up to ten minutes; resolves with its version. */
async function answers(url: string, child: ChildProcess, place: string): Promise<string> {
  const until = Date.now() + 600_000
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      return rows[0]!.server_version.split(' ')[0]!
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (ended(child)) throw new Error(`PostgreSQL ended while starting:\n${await logTail(place)}`)
      // 57P03: it is starting up or recovering.
      const patient = code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03' || /timeout|terminated/.test(message)
      if (!patient || Date.now() > until) throw error
    } finally {
      await client.end().catch(() => undefined)
    }
    await wait(25)
  }
}

function stopChild(child: ChildProcess): Promise<void> {
  if (ended(child)) return Promise.resolve()
  return new Promise((resolve) => {
    child.ref()
    const hard = setTimeout(() => child.kill('SIGQUIT'), 8000)
    child.once('exit', () => {
      clearTimeout(hard)
      resolve()
    })
    child.kill('SIGINT')
  })
}

async function launch(found: Binaries, place: string, options: PostgresOptions): Promise<RunningPostgres> {
  const port = options.port ?? (await freePort())
  const child = await spawnServer(found, place, port, options.settings ?? [])
  const unwatch = watch(child.pid!)
  child.once('exit', unwatch)
  // What forgets to stop it is not kept alive by it: the watch ends it.
  child.unref()
  try {
    const password = (await readFile(join(place, 'password'), 'utf8')).trim()
    const url = `postgres://zhiheng:${password}@127.0.0.1:${port}/postgres`
    return { url, version: await answers(url, child, place), folder: place, stop: () => stopChild(child) }
  } catch (error) {
    await stopChild(child)
    throw error
  }
}

/** Another took the free port first, or a killed server, or its last backend, has not yet been buried. */
const taken = /could not bind|Address already in use|could not create any TCP/
const unburied = /pre-existing shared memory|lock file "postmaster\.pid" already exists/

/**
 * Makes the folder's database when there is none, and starts it on the loopback address and a socket in its directory.
 * One process per folder: throws `DatabaseInUse` while another keeps it. Ends with this process, even by a kill.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const version = options.version ?? 18
  const found = await binaries(version)
  const place = await placeFor(options.folder)
  await keep(place)
  await prepare(found, place, version)
  for (let tries = 1; ; tries++) {
    try {
      return await launch(found, place, options)
    } catch (error) {
      if (tries >= 10 || !(error instanceof Error && (taken.test(error.message) || unburied.test(error.message)))) throw error
      await wait(200)
    }
  }
}
