// The real server as a process of its own, on a real data folder, to be killed: it or its PostgreSQL, at any moment.
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { packageRoot } from '../../store/package-root.ts'

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

export type Victim = 'server' | 'postmaster' | 'backend' | 'both'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export class KilledServer {
  private readonly folder: string
  private child: ChildProcess | null = null
  private said = ''
  private port = 0

  constructor(folder: string) {
    this.folder = folder
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts it and waits until it answers; returns after how many milliseconds it did. */
  async start(): Promise<number> {
    const begun = performance.now()
    this.port = await freePort()
    const args = ['--import', 'tsx', 'cli/main.ts', 'serve', '--empty', '--data', this.folder, '--port', String(this.port)]
    // Each request names an address of its own, so that the limit of requests does not stand in the way.
    const env = { ...process.env, ZHIHENG_PROXY: 'true' }
    this.child = spawn(process.execPath, args, { cwd: packageRoot, env, stdio: ['ignore', 'ignore', 'pipe'] })
    this.said = ''
    this.child.stderr!.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-4000)))
    await this.ready()
    return performance.now() - begun
  }

  /** Waits until the server and its database answer, as they do by themselves when only the database was killed. */
  async ready(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const good = await fetch(`${this.url}/health/ready`).then(({ ok }) => ok).catch(() => false)
      if (good) return
      if (this.child?.exitCode !== null) throw new Error(`the server ended by itself: ${this.said}`)
      if (tries > 1200) throw new Error(`the server does not answer: ${this.said}`)
      await wait(50)
    }
  }

  /** What the server wrote to its standard error since it started. */
  get complaints(): string {
    return this.said
  }

  private async postmaster(): Promise<{ pid: number; port: number }> {
    const lines = (await readFile(join(this.folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  }

  /** A look into the records beside the server. */
  async ask<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { port } = await this.postmaster()
    const password = (await readFile(join(this.folder, 'postgres', 'password'), 'utf8')).trim()
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'zhiheng', password, database: 'postgres' })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(sql, [...values])).rows
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  private end(): Promise<void> {
    const { child } = this
    if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  }

  /** Kills without warning, and starts again what does not come back by itself. */
  async kill(victim: Victim): Promise<void> {
    const { pid } = await this.postmaster()
    if (victim === 'backend') {
      const [some] = await this.ask<{ pid: number }>(
        "select pid from pg_stat_activity where application_name = 'zhiheng' order by (state = 'active') desc, random() limit 1",
      )
      if (some) signal(some.pid)
    } else if (victim !== 'server') signal(pid)
    if (victim === 'server' || victim === 'both') {
      await this.end()
      await this.start()
    } else await this.revived(pid)
  }

  /** The server still answers for a moment after its database was killed: so a new postmaster, or new backends, come first. */
  private async revived(before: number): Promise<void> {
    const changed = async () => (await this.postmaster().catch(() => ({ pid: before }))).pid !== before
    // A killed backend makes the same postmaster start all others again.
    for (let tries = 0; tries < 40 && !(await changed()); tries++) await wait(50)
    await this.ready()
    for (let tries = 0; !(await this.ask('select 1').then(() => true, () => false)); tries++) {
      if (tries > 400) throw new Error(`the database does not come back: ${this.said}`)
      await wait(50)
    }
    await this.ready()
  }

  async stop(): Promise<void> {
    const { child } = this
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  }
}

/** The process may have ended meanwhile, which is as good. */
function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
