// Who keeps a running postmaster: it ends with its keeper, and what outlived a killed keeper is stopped by the next.
import { execFile, spawn } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { identity } from './reach.ts'

const linux = process.platform === 'linux'
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Another live process keeps the database. */
export class DatabaseInUse extends Error {
  /** sysexits EX_TEMPFAIL. */
  readonly exitCode = 75
  constructor(place: string, keeper: number) {
    super(`The database in ${place} is kept by the running process ${keeper}. Stop that first.`)
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function told(column: string, pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', column, '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout
}

/** Moment at which a process began, as its system tells it: numbers of processes come round again. */
async function birth(pid: number): Promise<string> {
  if (!linux) return (await told('lstart=', pid)).trim().replaceAll(' ', '-')
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' ? '' : (rest[18] ?? '')
}

/** Places that this process keeps: a second start here would stop the first server as if it were a leftover. */
const kept = new Set<string>()

/** After a stop the place is free, for another process too while this one lives on. */
export async function letGo(place: string): Promise<void> {
  if (kept.delete(place)) await rm(join(place, 'keeper'), { force: true })
}

/** Writes down that we keep the place; throws `DatabaseInUse` while another live process does, or this one already. */
export async function keep(place: string): Promise<void> {
  if (kept.has(place)) throw new DatabaseInUse(place, process.pid)
  kept.add(place)
  await claimFile(place).catch((error: unknown) => {
    // The file names another, who stays its keeper.
    kept.delete(place)
    throw error
  })
}

async function claimFile(place: string): Promise<void> {
  const file = join(place, 'keeper')
  const [pid, born] = (await readFile(file, 'utf8').catch(() => '')).split(' ')
  const other = Number(pid)
  const lives = async () => other > 0 && other !== process.pid && alive(other) && (await birth(other)) === born
  // A killed process takes a moment to be gone.
  for (let tries = 0; await lives(); tries++) {
    if (tries > 40) throw new DatabaseInUse(place, other)
    await wait(50)
  }
  await writeFile(file, `${process.pid} ${await birth(process.pid)}`)
}

/** The postmaster as the cluster names it, dead or alive; 0 after a clean stop. */
async function postmasterOf(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // It ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Whether a process is a postmaster of this cluster; a zombie is not. */
async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if (!alive(pid)) return false
  // A postmaster stands in its data directory.
  if (linux) return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(cluster))
  if (process.platform === 'win32') return false
  const command = await told('command=', pid)
  return command.includes('postgres') && command.includes(cluster)
}

/** Parent and working directory of a process as Linux tells them; null when it is gone. */
async function standing(pid: number): Promise<{ readonly pid: number; readonly parent: number; readonly at: string } | null> {
  const at = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return at === null || text === null ? null : { pid, parent: Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]), at }
}

/** What a killed postmaster left: processes that stand in the data directory as it did, and whose parent does not. */
async function orphans(cluster: string): Promise<readonly number[]> {
  const place = await realpath(cluster).catch(() => cluster)
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const here = (await Promise.all(pids.map(standing))).flatMap((found) => (found?.at === place ? [found] : []))
  const postmaster = await postmasterOf(cluster)
  return here.filter(({ pid, parent }) => pid !== postmaster && !here.some((other) => other.pid === parent)).map(({ pid }) => pid)
}

/**
 * Waits until a postmaster that was killed has no process left: its last writers notice its death within a moment, but
 * one that is busy with a long statement would write on for as long, so it is told to end. Nothing committed is lost.
 */
export async function bury(cluster: string): Promise<void> {
  if (!linux) return
  for (let tries = 0; ; tries++) {
    const left = await orphans(cluster)
    if (left.length === 0) return
    if (tries > 400) throw new Error(`Processes of a killed PostgreSQL do not end: ${left.join(', ')}; end them by hand.`)
    if (tries === 20 || tries === 200) for (const pid of left) tell(pid, tries === 20 ? 'SIGQUIT' : 'SIGKILL')
    await wait(50)
  }
}

/** A postmaster that outlived a killed keeper is stopped before a new one is started: never two on one folder. */
export async function stopLeftover(cluster: string): Promise<void> {
  const pid = await postmasterOf(cluster)
  if (!pid) return
  // Fast shutdown first; immediate when that hangs, which costs a recovery and no data.
  for (const [signal, seconds] of [['SIGINT', 20], ['SIGQUIT', 10]] as const) {
    if (!(await isPostmaster(pid, cluster))) return bury(cluster)
    tell(pid, signal)
    for (let tries = 0; tries < seconds * 20 && (await isPostmaster(pid, cluster)); tries++) await wait(50)
  }
  if (await isPostmaster(pid, cluster)) throw new Error(`A PostgreSQL left by a killed run (process ${pid}) does not stop; end it by hand.`)
  await bury(cluster)
}

/**
 * Makes a postmaster end with us even when we are killed: a shell of a few hundred kilobytes waits on a pipe whose other
 * end only we hold. Where there is no shell (Windows) the next start stops what was left. Call the result once the
 * postmaster has ended.
 */
export function watch(postmaster: number): () => void {
  if (process.platform === 'win32') return () => undefined
  const script = 'read -r word || kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(postmaster)], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...identity,
  })
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)
  shell.unref()
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
  return () => void shell.stdin.end('ended\n')
}
