// The command line as a process of its own, as an operator runs it.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The built program where the launcher has just built it; else from the sources. */
const built = process.env['ZHIHENG_BUILT']
const program = built ? [built] : ['--import', 'tsx', join(root, 'cli/main.ts')]

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(args: readonly string[], environment: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _, ZHIHENG_DATA: __, ...inherited } = process.env
  return spawn(process.execPath, [...program, ...args], {
    cwd: root,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. */
export function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = start(args, environment)
    let [out, err] = ['', '']
    child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', (code) => done({ code, out, err }))
  })
}

export interface Served {
  readonly address: string
  readonly out: () => string
  /** Asks it to stop as an operating system does, and waits for the end. */
  stop(): Promise<number | null>
  signal(signal: NodeJS.Signals): void
  readonly ended: Promise<number | null>
}

/** Serves until it prints its address; throws what it said when it ends before. */
export function serve(args: readonly string[], environment: Record<string, string> = {}): Promise<Served> {
  return new Promise((done, failed) => {
    const child = start(['serve', '--port', '0', ...args], environment)
    let said = ''
    const ended = new Promise<number | null>((end) => child.on('close', (code) => end(code)))
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (!address) return
      const signal = (name: NodeJS.Signals) => void child.kill(name)
      done({ address, out: () => said, signal, ended, stop: () => (child.kill('SIGTERM'), ended) })
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    void ended.then((code) => failed(new Error(`serve ended with ${code}: ${said}`)))
  })
}
