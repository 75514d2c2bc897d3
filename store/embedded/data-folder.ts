// The data folder: one owner at a time, held by a listening socket that also takes the commands of the CLI.
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { letPass } from './reach.ts'

export class DataFolderInUse extends Error {
  /** sysexits EX_TEMPFAIL. */
  readonly exitCode = 75
  constructor(path: string) {
    super(`The data folder ${path} is in use by a running server. Stop it, or let the command work through it.`)
  }
}

/** What a command sent through the socket is answered with, line by line. */
export type Message =
  | { readonly progress: { readonly done: number; readonly of: number | null; readonly what: string } }
  | { readonly line: string }
  | { readonly result: unknown }
  | { readonly error: { readonly code: string; readonly detail: string; readonly remedy?: string } }

export interface CommandRequest {
  readonly command: string
  readonly args: Readonly<Record<string, unknown>>
}

export type CommandHandler = (request: CommandRequest, tell: (message: Message) => void) => Promise<unknown>

export interface DataFolder {
  readonly path: string
  /** Commands arriving by the socket are handed to this. */
  serve(handler: CommandHandler): void
  /** Ends commands that are still running through the socket, and lets the folder go. */
  release(): Promise<void>
}

interface Address {
  readonly path: string
  /** To be called when the path is no longer needed. */
  close(): Promise<void>
}

const hashed = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 24)

/**
 * Where the folder's socket is. The system allows about 100 characters; on Linux a longer folder is named by its open
 * handle, elsewhere the socket lies in the temp folder.
 */
async function addressOf(folder: string): Promise<Address> {
  const close = () => Promise.resolve()
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\zhiheng-${hashed(folder)}`, close }
  const path = join(folder, 'zhiheng.sock')
  if (Buffer.byteLength(path) < 100) return { path, close }
  if (process.platform !== 'linux') return { path: join(tmpdir(), `zhiheng-${hashed(folder)}.sock`), close }
  const handle = await open(folder)
  return { path: `/proc/self/fd/${handle.fd}/zhiheng.sock`, close: () => handle.close() }
}

function connects(path: string): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = createConnection(path)
    socket.on('connect', () => done(socket))
    socket.on('error', () => done(null))
  })
}

interface Refused {
  readonly message: string
  readonly code?: string
  readonly detail?: { readonly en: string }
  readonly remedy?: { readonly en: string }
}

async function answer(line: string, handler: CommandHandler | null, tell: (message: Message) => void): Promise<void> {
  try {
    if (!handler) throw Object.assign(new Error('The server is still starting; try again in a moment.'), { code: 'starting' })
    tell({ result: await handler(JSON.parse(line) as CommandRequest, tell) })
  } catch (error) {
    const { message, code, detail, remedy } = error as Refused
    tell({ error: { code: code ?? 'fault', detail: detail?.en ?? message, ...(remedy ? { remedy: remedy.en } : {}) } })
  }
}

async function handle(socket: Socket, handler: CommandHandler | null): Promise<void> {
  socket.on('error', () => undefined)
  const tell = (message: Message) => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
  }
  // One command per connection.
  for await (const line of createInterface({ input: socket })) {
    await answer(line, handler, tell)
    break
  }
  socket.end()
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/**
 * Two starts at one moment must not both find a dead socket and both replace it: asking and taking happen one at a time.
 * The mark of a start that was killed in between is put aside after five seconds.
 */
async function oneAtATime<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const mark = join(folder, 'taking')
  for (;;) {
    try {
      await mkdir(mark)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const found = await stat(mark).catch(() => null)
      if (found && Date.now() - found.mtimeMs > 5000) {
        const aside = `${mark}.${process.pid}`
        await rename(mark, aside).then(() => rm(aside, { recursive: true }), () => undefined)
      } else await wait(20)
    }
  }
  try {
    return await work()
  } finally {
    await rm(mark, { recursive: true, force: true })
  }
}

async function listen(path: string, folder: string, server: Server): Promise<void> {
  const other = await connects(path)
  if (other) {
    other.destroy()
    throw new DataFolderInUse(folder)
  }
  if (process.platform !== 'win32') await rm(path, { force: true })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
}

/**
 * Takes the folder, made when there is none; only its owner can read it (as root PostgreSQL's user may pass through).
 * Throws `DataFolderInUse` while another process holds it. A socket left by a killed process is removed.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  process.umask(0o077)
  if (await mkdir(path, { recursive: true, mode: 0o700 })) await letPass(path)
  const address = await addressOf(path)
  let handler: CommandHandler | null = null
  const open = new Set<Socket>()
  const server = createServer((connection) => {
    open.add(connection.on('close', () => open.delete(connection)))
    void handle(connection, handler).catch(() => connection.destroy())
  })
  try {
    await oneAtATime(path, () => listen(address.path, path, server))
  } catch (error) {
    await address.close()
    throw error
  }
  server.unref()
  return {
    path,
    serve: (given) => {
      handler = given
    },
    async release() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
      await address.close()
    },
  }
}

/**
 * Sends a command to the server that owns the folder; null when there is none. Throws what the server refused, with its
 * `code` and `remedy`.
 */
export async function askRunning(
  folder: string,
  request: CommandRequest,
  hear: (message: Message) => void,
): Promise<{ readonly result: unknown } | null> {
  const address = await addressOf(resolve(folder)).catch(() => null)
  if (!address) return null
  const socket = await connects(address.path)
  await address.close()
  if (!socket) return null
  socket.write(`${JSON.stringify(request)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const message = JSON.parse(line) as Message
    if ('result' in message) return message
    if ('error' in message) throw Object.assign(new Error(message.error.detail), { code: message.error.code, remedy: message.error.remedy })
    hear(message)
  }
  throw new Error('The running server closed the connection before it answered.')
}
