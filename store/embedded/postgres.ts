// A real PostgreSQL as a child process: made, started, stopped, and cleaned up after a kill.
import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { binaries, type Binaries, type PostgresVersion } from './binaries.ts'
import { environment, prepare } from './cluster.ts'
import { bury, keep, letGo, watch } from './keeper.ts'
import { placeFor } from './place.ts'
import { identity } from './reach.ts'

export interface RunningPostgres {
  readonly url: string
  /** Folder that holds the database files; elsewhere than asked when that could not be reached by the server's user. */
  readonly folder: string
  /** As the server tells it, `18.4`. */
  readonly version: string
  /**
   * Fast shutdown: connections are ended, nothing committed is lost. Afterwards no process of the database is left.
   * Until then a server that is killed comes back by itself at the same address.
   */
  stop(): Promise<void>
}

export interface PostgresOptions {
  readonly folder: string
  readonly version?: PostgresVersion
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number
  /** Further settings, `name=value`. */
  readonly settings?: readonly string[]
  /** Told when the process of the server runs, before it answers. */
  readonly spawned?: () => void
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

interface Launched {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
  readonly version: string
}

async function launch(found: Binaries, place: string, options: PostgresOptions): Promise<Launched> {
  const port = options.port ?? (await freePort())
  const child = await spawnServer(found, place, port, options.settings ?? [])
  options.spawned?.()
  const unwatch = watch(child.pid!)
  child.once('exit', unwatch)
  // What forgets to stop it is not kept alive by it: the watch ends it.
  child.unref()
  try {
    const password = (await readFile(join(place, 'password'), 'utf8')).trim()
    const url = `postgres://zhiheng:${password}@127.0.0.1:${port}/postgres`
    return { child, url, port, version: await answers(url, child, place) }
  } catch (error) {
    await stopChild(child)
    throw error
  }
}

/** Another took the free port first, or a killed server, or its last backend, has not yet been buried. */
const taken = /could not bind|Address already in use|could not create any TCP/
const unburied = /pre-existing shared memory|lock file "postmaster\.pid" already exists/

async function launchPatiently(found: Binaries, place: string, options: PostgresOptions): Promise<Launched> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(found, place, options)
    } catch (error) {
      if (tries >= 10 || !(error instanceof Error && (taken.test(error.message) || unburied.test(error.message)))) throw error
      await wait(200)
    }
  }
}

/** The server as long as it is wanted: whoever kills it, or a machine short of memory, costs a recovery and no restart by hand. */
class Kept implements RunningPostgres {
  readonly url: string
  readonly version: string
  readonly folder: string
  private readonly again: () => Promise<Launched>
  private running: Launched
  private reviving: Promise<void> = Promise.resolve()
  private stopping: Promise<void> | null = null

  constructor(folder: string, running: Launched, again: (port: number) => Promise<Launched>) {
    this.folder = folder
    this.url = running.url
    this.version = running.version
    this.again = () => again(running.port)
    this.running = running
    this.attend()
  }

  private attend(): void {
    const revive = () => {
      if (this.stopping === null) this.reviving = this.revive()
    }
    // It may have ended before anybody listened.
    if (ended(this.running.child)) revive()
    else this.running.child.once('exit', revive)
  }

  private async revive(): Promise<void> {
    process.stderr.write('PostgreSQL ended without being asked to; it is started again.\n')
    for (let tries = 1; this.stopping === null; tries++) {
      try {
        await bury(join(this.folder, 'cluster'))
        this.running = await this.again()
        return this.attend()
      } catch (error) {
        process.stderr.write(`PostgreSQL could not be started again: ${(error as Error).message}\n`)
        if (tries === 10) return
        await wait(500 * tries)
      }
    }
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.end())
  }

  private async end(): Promise<void> {
    await this.reviving
    await stopChild(this.running.child)
    // After a clean shutdown nobody is left; after a kill the last writers may still be at it.
    if (this.running.child.exitCode !== 0) await bury(join(this.folder, 'cluster'))
    await letGo(this.folder)
  }
}

/**
 * Makes the folder's database when there is none, and starts it on the loopback address and a socket in its directory.
 * One keeper per folder: throws `DatabaseInUse` while another process, or this one, keeps it. Ends with this process, even by a kill.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const version = options.version ?? 18
  const found = await binaries(version)
  const place = await placeFor(options.folder)
  await keep(place)
  try {
    await prepare(found, place, version)
    const start = (port = options.port) => launchPatiently(found, place, { ...options, ...(port === undefined ? {} : { port }) })
    return new Kept(place, await start(), start)
  } catch (error) {
    await letGo(place)
    throw error
  }
}
