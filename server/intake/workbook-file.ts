// Reads the first sheet of a workbook, after its archive was looked at from outside.
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../../store/package-root.ts'
import { intakeRefusals } from './refusals.ts'
import { limits, megabytes, type Table, type TableRow } from './table.ts'

const { refuse } = intakeRefusals

/** Sizes that a zip's central directory claims, read without unpacking; null when it is no zip. */
function claims(bytes: Uint8Array): { entries: number; unpacked: number; stored: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = -1
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at
      break
    }
  if (end < 0) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let [unpacked, stored] = [0, 0]
  for (let n = 0; n < entries; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    // Nothing packs to two bytes of deflate; an entry that claims to be empty and is not would unpack without bound.
    if (size === 0 && packed > 2) unpacked = Number.POSITIVE_INFINITY
    stored += packed
    unpacked += size
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, unpacked, stored }
}

function guardArchive(bytes: Uint8Array): void {
  const claimed = claims(bytes)
  if (!claimed) refuse('damaged')
  const { entries, unpacked, stored } = claimed!
  if (unpacked > limits.unpacked || entries > limits.entries || unpacked > Math.max(stored, 1) * limits.ratio + 8 * 1024 * 1024)
    refuse('bomb', { size: Number.isFinite(unpacked) ? megabytes(unpacked) : '∞' })
}

interface Head {
  readonly header: readonly string[] | null
}
interface Batch {
  readonly lines: readonly TableRow[]
  readonly done: boolean
}

/** Memory of the thread that unpacks, and the time after which it is given up. */
const megabytesOfHeap = 2048
const patience = 120_000

class Reader {
  private readonly worker: Worker

  constructor(bytes: Uint8Array) {
    this.worker = new Worker(join(packageRoot, 'server', 'intake', 'workbook-worker.mjs'), {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytesOfHeap },
      stdout: true,
      stderr: true,
    })
    this.worker.unref()
  }

  /** The next message; whatever the thread dies of was in the file. */
  async next<T>(ask: boolean): Promise<T> {
    const answer = once(this.worker, 'message', { signal: AbortSignal.timeout(patience) }) as Promise<[T]>
    const ended = once(this.worker, 'exit').then((): never => refuse('damaged'))
    ended.catch(() => undefined)
    if (ask) this.worker.postMessage('more')
    try {
      return (await Promise.race([answer, ended]))[0]
    } catch (error) {
      await this.close()
      const code = (error as { code?: string }).code
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') return refuse('too-much', { most: megabytesOfHeap })
      return refuse('damaged')
    }
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }
}

/** Reads the first sheet in a thread of its own, so that the server serves on and a hostile file ends that thread only. */
export async function readWorkbook(bytes: Uint8Array): Promise<Omit<Table, 'digest'>> {
  guardArchive(bytes)
  const reader = new Reader(bytes)
  const { header } = await reader.next<Head>(false)
  if (!header) {
    await reader.close()
    return refuse('damaged')
  }
  async function* rows(): AsyncGenerator<TableRow> {
    try {
      for (let done = false; !done;) {
        const batch = await reader.next<Batch>(true)
        yield* batch.lines
        done = batch.done
      }
    } finally {
      await reader.close()
    }
  }
  return { header, rows: rows(), encoding: 'XLSX' }
}
