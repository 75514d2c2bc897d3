// What each command does on an opened house; the same whether the server runs it or the CLI itself.
import { join, resolve } from 'node:path'
import type { CommandRequest } from '../store/embedded/data-folder.ts'
import type { Tell } from './progress.ts'
import { backupTo } from '../store/backup.ts'
import { computeMeasures } from '../store/measures/compute.ts'
import { reindex } from '../store/reindex.ts'
import { verifyAll } from '../store/verify.ts'
import { administrator } from './administrator.ts'
import { exportFile, importFile } from './files.ts'
import { rotateKey, stolenKey } from './keys.ts'
import { proposeMatters } from './propose-matters.ts'
import { publish } from './publish.ts'
import { screenResults } from './screen-results.ts'
import { signalReadings } from './signal-readings.ts'
import type { Zhiheng } from '../zhiheng.ts'

type Command = (zhiheng: Zhiheng, args: Readonly<Record<string, unknown>>, tell: Tell) => Promise<unknown>

const compute: Command = async (zhiheng, args, tell) => {
  const measures = Array.isArray(args['measures']) && args['measures'].length > 0 ? (args['measures'] as string[]) : undefined
  const changes = await computeMeasures(zhiheng.engine, zhiheng.warehouse, {
    ...(measures ? { measures } : {}),
    reason: String(args['reason'] ?? 'recomputed'),
    progress: (done, of, what) => tell({ progress: { done, of, what } }),
  })
  // The watches over signals and over results are a part of the whole computation only.
  if (!measures) await signalReadings(zhiheng.engine, zhiheng.warehouse)
  const proposed = measures ? [] : [...(await proposeMatters(zhiheng.engine)), ...(await screenResults(zhiheng.engine))]
  return { changed: changes.map((change) => ({ measure: change.measure, figures: change.cells.length })), proposed }
}

const backup: Command = async (zhiheng, args) => {
  const file = resolve(
    String(args['file'] ?? join(zhiheng.folder, 'backups', `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.zhb`)),
  )
  const manifest = await backupTo({
    file,
    database: zhiheng.engine.database,
    warehouse: zhiheng.warehouse,
    keysFolder: join(zhiheng.folder, 'keys'),
    files: zhiheng.engine.files,
  })
  return { file, parts: manifest.parts.length, bytes: manifest.parts.reduce((sum, part) => sum + part.size, 0) }
}

const verify: Command = (zhiheng, _args, tell) => verifyAll(zhiheng.engine, (done, of) => tell({ progress: { done, of, what: 'entries' } }))

export const commandTable: Readonly<Record<string, Command>> = {
  administrator,
  compute,
  backup,
  verify,
  reindex: (zhiheng, _args, tell) =>
    reindex(zhiheng.engine, zhiheng.warehouse, (what, done) => tell({ progress: { done, of: 0, what } })),
  import: importFile,
  export: exportFile,
  publish,
  'rotate-key': rotateKey,
  'stolen-key': stolenKey,
}

export async function runCommand(zhiheng: Zhiheng, request: CommandRequest, tell: Tell): Promise<unknown> {
  const command = commandTable[request.command]
  if (!command) throw Object.assign(new Error(`There is no command ${request.command}.`), { code: 'usage' })
  return command(zhiheng, request.args, tell)
}
