// The embedded PostgreSQL as an operator meets it: Chinese text, a closed parent, kills of either side, one keeper.
import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPostgres, type RunningPostgres } from './postgres.ts'

const root = join(import.meta.dirname, '../..')
const started: RunningPostgres[] = []
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiheng-embedded-'))
  await chmod(folder, 0o755)
})

afterEach(async () => {
  // All are stopped before anything is removed: two of them may have had the same folder, one after the other.
  const stopped = started.splice(0)
  for (const server of stopped) await server.stop()
  for (const server of stopped) await rm(server.folder, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

async function start(at = join(folder, 'postgres')): Promise<RunningPostgres> {
  const server = await startPostgres({ folder: at })
  started.push(server)
  return server
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

const postmaster = async (place: string): Promise<number> =>
  Number((await readFile(join(place, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])

const gone = async (pid: number): Promise<boolean> =>
  (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')).split(') ')[1]!.startsWith('Z')

const answering = (url: string): Promise<boolean> =>
  ask(url, 'select 1').then(
    () => true,
    () => false,
  )

/** Living processes that stand in the data directory, as all of PostgreSQL do; told by Linux alone. */
async function inside(place: string): Promise<string[]> {
  const cluster = await realpath(join(place, 'cluster'))
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map(async (pid) => ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster ? [pid] : [])))
  return found.flat()
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries++) {
    if (tries > 400) throw new Error('waited twenty seconds in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Another process that keeps a server until it is killed; resolves with its address once that answers. */
function keeperProcess(at: string): Promise<{ readonly url: string; kill(): void }> {
  const program = `import { startPostgres } from './store/embedded/postgres.ts'
startPostgres({ folder: ${JSON.stringify(at)} }).then((server) => { console.log(server.url); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { cwd: root })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve({ url: line.toString().trim(), kill: () => child.kill('SIGKILL') }))
    child.once('exit', () => reject(new Error('the keeper ended early')))
  })
}

describe('a database of its own', () => {
  it('finds trigrams of Chinese text, which vanish under the ctype C', async () => {
    const server = await start()
    expect(server.version).toMatch(/^18\./)
    await ask(server.url, 'create extension pg_trgm')
    expect(await ask(server.url, `select show_trgm('河北省') <> '{}' as found`)).toEqual([{ found: true }])
    expect(await ask(server.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  })
  it('loses nothing that was acknowledged: fsync and synchronous commit are on, and days are reckoned in UTC', async () => {
    const { url } = await start()
    const wanted = `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'jit', 'TimeZone') order by lower(name)`
    expect(await ask(url, wanted)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'jit', setting: 'off' },
      { name: 'synchronous_commit', setting: 'on' },
      { name: 'TimeZone', setting: 'UTC' },
    ])
  })
  it('asks for a password that only its owner can read, and listens on the machine itself alone', async () => {
    const { url, folder: place } = await start()
    expect((await stat(join(place, 'password'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(place, 'cluster'))).mode & 0o777).toBe(0o700)
    expect((await stat(place)).mode & 0o007).toBe(0)
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const wrong = url.replace(/:[^:@]*@/, ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })
  it('keeps what a failed statement held out of its log', async () => {
    const { url, folder: place } = await start()
    await ask(url, 'create table person (name text unique)')
    await ask(url, `insert into person values ('王某某')`)
    await expect(ask(url, `insert into person values ('王某某')`)).rejects.toMatchObject({ code: '23505' })
    const log = await readFile(join(place, 'server.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('王某某')
  })
  it('is found again with its rows after a stop', async () => {
    const first = await start()
    await ask(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start()
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })
})

describe('kills', () => {
  it('a server whose keeper is killed ends by itself, and the next start finds every committed row', async () => {
    const at = join(folder, 'postgres')
    const keeper = await keeperProcess(at)
    await ask(keeper.url, 'create table kept as select 42 as answer')
    const pid = await postmaster(at)
    keeper.kill()
    await until(() => gone(pid))
    expect(await ask((await start(at)).url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })
  it('a start right after the keeper was killed waits for the old server: there are never two on one folder', async () => {
    const at = join(folder, 'postgres')
    const keeper = await keeperProcess(at)
    const pid = await postmaster(at)
    keeper.kill()
    const server = await start(at)
    expect(await gone(pid)).toBe(true)
    expect(await postmaster(server.folder)).not.toBe(pid)
  })
  it('a killed postmaster comes back by itself at the same address, and nothing acknowledged is lost', async () => {
    const { url, folder: place } = await start()
    await ask(url, 'create table kept (n integer)')
    for (let n = 1; n <= 20; n++) await ask(url, `insert into kept values (${n})`)
    for (let kills = 0; kills < 2; kills++) {
      const pid = await postmaster(place)
      process.kill(pid, 'SIGKILL')
      // Between the two there is no such file for a moment.
      await until(async () => (await postmaster(place).catch(() => pid)) !== pid && (await answering(url)))
      expect(await ask(url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 20 }])
    }
  })
  it('a stop is a stop: no process is left, after a clean end or a killed postmaster that a long statement outlives', async () => {
    const server = await start()
    await server.stop()
    expect(await inside(server.folder)).toEqual([])
    const again = await start()
    // Without a look at its latch a backend does not notice that the postmaster is gone.
    const busy = ask(again.url, `do $$ begin for n in 1..2000000000 loop perform n; end loop; end $$`).catch(() => undefined)
    await until(async () => (await ask<{ n: number }>(again.url, `select count(*)::int as n from pg_stat_activity where query like 'do %'`))[0]!.n === 1)
    const stopping = postmaster(again.folder).then((pid) => {
      process.kill(pid, 'SIGKILL')
      return again.stop()
    })
    await Promise.all([busy, stopping])
    expect(await inside(again.folder)).toEqual([])
  })
  it('a stopped folder can be taken by another process while this one lives on', async () => {
    const at = join(folder, 'postgres')
    await (await start(at)).stop()
    const keeper = await keeperProcess(at)
    expect(await answering(keeper.url)).toBe(true)
    const pid = await postmaster(at)
    keeper.kill()
    await until(() => gone(pid))
  })
  it('a stopped server stays stopped', async () => {
    const server = await start()
    await server.stop()
    await server.stop()
    expect(await answering(server.url)).toBe(false)
  })
  it('a second process is refused while the first keeps the database', async () => {
    const at = join(folder, 'postgres')
    const keeper = await keeperProcess(at)
    await expect(startPostgres({ folder: at })).rejects.toMatchObject({ exitCode: 75 })
    expect(await ask(keeper.url, 'select 1 as still')).toEqual([{ still: 1 }])
    const pid = await postmaster(at)
    keeper.kill()
    await until(() => gone(pid))
  })
  it('this process is refused a second server on one folder, and keeps the first', async () => {
    const first = await start()
    await expect(startPostgres({ folder: first.folder })).rejects.toMatchObject({ exitCode: 75 })
    expect(await answering(first.url)).toBe(true)
  })
})

const asRoot = process.getuid?.() === 0

describe('a data folder whose parent is closed', () => {
  const closed = async (): Promise<string> => {
    const parent = join(folder, 'closed')
    await mkdir(parent, { mode: 0o700 })
    return join(parent, 'postgres')
  }
  it('has its database where the server can reach it, and finds it again', async () => {
    const at = await closed()
    const first = await start(at)
    await ask(first.url, 'create table kept as select 42 as answer')
    expect(first.folder === at).toBe(!asRoot)
    expect((await stat(first.folder)).mode & 0o007).toBe(0)
    await first.stop()
    const second = await start(at)
    expect(second.folder).toBe(first.folder)
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })
  it('never begins empty where the database it names is gone, and says what to do', async () => {
    const at = await closed()
    const first = await start(at)
    await first.stop()
    await rm(first.folder, { recursive: true })
    if (asRoot) await expect(startPostgres({ folder: at })).rejects.toThrow(/is gone. Restore a backup/)
  })
  it('is not shared by a copy of the data folder', async () => {
    const at = await closed()
    const first = await start(at)
    await first.stop()
    const copy = join(folder, 'closed', 'copy')
    await cp(at, copy, { recursive: true })
    if (asRoot) await expect(startPostgres({ folder: copy })).rejects.toThrow(/is a copy of/)
    else started.push(await startPostgres({ folder: copy }))
  })
})
