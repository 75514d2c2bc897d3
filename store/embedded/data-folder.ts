// The data folder: one owner at a time, held by a listening socket that also takes the commands of the CLI.
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

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
  release(): Promise<void>
}

/** Socket paths are short by law of the system (about 100 characters); a long folder gets one under the temp folder. */
function socketPath(folder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\zhiheng-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const plain = join(folder, 'zhiheng.sock')
  return plain.length < 100 ? plain : join(tmpdir(), `zhiheng-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.sock`)
}

function connects(path: string): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = createConnection(path)
    socket.on('connect', () => done(socket))
    socket.on('error', () => done(null))
  })
}

async function handle(socket: Socket, handler: CommandHandler | null): Promise<void> {
  socket.on('error', () => undefined)
  for await (const line of createInterface({ input: socket })) {
    const tell = (message: Message) => {
      if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
    }
    try {
      if (!handler) throw new Error('The server is still starting.')
      tell({ result: await handler(JSON.parse(line) as CommandRequest, tell) })
    } catch (error) {
      const refused = error as { code?: string; detail?: { zh: string; en: string }; remedy?: { zh: string; en: string }; message: string }
      tell({
        error: {
          code: refused.code ?? 'fault',
          detail: refused.detail?.en ?? refused.message,
          ...(refused.remedy ? { remedy: refused.remedy.en } : {}),
        },
      })
    }
    socket.end()
  }
}

/** Takes the folder; throws `DataFolderInUse` while another process holds it. A socket left by a killed process is removed. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  process.umask(0o077)
  await mkdir(path, { recursive: true, mode: 0o700 })
  const socket = socketPath(path)
  const other = await connects(socket)
  if (other) {
    other.destroy()
    throw new DataFolderInUse(path)
  }
  if (process.platform !== 'win32') await rm(socket, { force: true })
  let handler: CommandHandler | null = null
  const server: Server = createServer((connection) => void handle(connection, handler))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(socket, done))
  server.unref()
  return {
    path,
    serve: (given) => {
      handler = given
    },
    release: () => new Promise((done) => server.close(() => done())),
  }
}

/** Sends a command to the server that owns the folder; null when there is none. */
export async function askRunning(
  folder: string,
  request: CommandRequest,
  hear: (message: Message) => void,
): Promise<{ readonly result: unknown } | null> {
  const socket = await connects(socketPath(resolve(folder)))
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
