// A real PostgreSQL as a child process: made, started, stopped, and cleaned up after a kill.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { binaries, reachable, type Binaries } from './binaries.ts'

export interface RunningPostgres {
  readonly url: string
  /** Folder that holds the database files; elsewhere than asked when that could not be reached by the server's user. */
  readonly folder: string
  stop(): Promise<void>
}

export interface PostgresOptions {
  readonly folder: string
  readonly version?: 15 | 18
  /** Further settings, `name=value`. */
  readonly settings?: readonly string[]
}

/** PostgreSQL refuses to run as root; this is `nobody` on every Linux. */
const nobody = 65534
const asRoot = process.getuid?.() === 0
const identity = asRoot ? { uid: nobody, gid: nobody } : {}

const settings = [
  'shared_buffers=256MB',
  'work_mem=32MB',
  'maintenance_work_mem=256MB',
  'max_connections=60',
  'max_wal_size=2GB',
  'jit=off',
  'timezone=UTC',
  'log_min_messages=fatal',
  'log_destination=stderr',
  'synchronous_commit=on',
  'fsync=on',
  'password_encryption=scram-sha-256',
]

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

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
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${complaint.trim()}`))))
  })
}

/** The folder itself, or where the server's user cannot reach it, one of its own that a pointer file names. */
async function placeFor(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!asRoot) return folder
  const pointer = join(folder, 'elsewhere')
  const named = await readFile(pointer, 'utf8').catch(() => null)
  if (named) return named.trim()
  if (await reachable(join(folder, '..'))) {
    await chown(folder, nobody, nobody)
    return folder
  }
  const elsewhere = join(tmpdir(), `zhiheng-data-${randomBytes(6).toString('hex')}`)
  await mkdir(elsewhere, { mode: 0o700 })
  await chown(elsewhere, nobody, nobody)
  await writeFile(pointer, elsewhere)
  return elsewhere
}

async function initialise(found: Binaries, place: string): Promise<void> {
  const secret = join(place, 'password')
  const password = randomBytes(24).toString('base64url')
  await writeFile(secret, password, { mode: 0o600 })
  if (asRoot) await chown(secret, nobody, nobody)
  const making = join(place, 'making')
  await rm(making, { recursive: true, force: true })
  await run(found, 'initdb', [
    '-D',
    making,
    '-U',
    'zhiheng',
    '-A',
    'scram-sha-256',
    '--pwfile',
    secret,
    '-E',
    'UTF8',
    '--locale-provider=libc',
    '--locale=C.UTF-8',
  ])
  // Renamed only when whole, so that a kill during initdb leaves nothing that looks like a database.
  await import('node:fs/promises').then(({ rename }) => rename(making, join(place, 'cluster')))
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

/** A postmaster that outlived a killed parent is stopped before a new one is started: never two on one folder. */
async function stopLeftover(cluster: string): Promise<void> {
  const pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  const alive = () => {
    try {
      process.kill(pid, 0)
      return true
    } catch {
      return false
    }
  }
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')
  if (!alive() || !name.startsWith('postgres')) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 200 && alive(); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  if (alive()) process.kill(pid, 'SIGQUIT')
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode} while starting`)
      if (tries > 600) throw error
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}

/** Makes the folder's database when there is none, and starts it. One process per folder: the data folder's lock sees to that. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const found = await binaries(options.version ?? 18)
  const place = await placeFor(options.folder)
  const cluster = join(place, 'cluster')
  if (!(await exists(cluster))) await initialise(found, place)
  await stopLeftover(cluster)
  const port = await freePort()
  const args = [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${process.platform === 'win32' || cluster.length > 80 ? '' : cluster}`,
  ]
  const child = spawn(
    join(found.root, 'bin', 'postgres'),
    [...args, ...[...settings, ...(options.settings ?? [])].flatMap((s) => ['-c', s])],
    { env: environment(found), cwd: found.root, stdio: ['ignore', 'ignore', 'inherit'], ...identity },
  )
  const password = (await readFile(join(place, 'password'), 'utf8')).trim()
  const url = `postgres://zhiheng:${password}@127.0.0.1:${port}/postgres`
  await answers(url, child)
  return { url, folder: place, stop: () => stopChild(child) }
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill('SIGQUIT'), 8000)
    child.on('exit', () => {
      clearTimeout(hard)
      resolve()
    })
    // Fast shutdown: connections are ended, nothing is lost.
    child.kill('SIGINT')
  })
}
