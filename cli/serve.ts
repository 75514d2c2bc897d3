// `zhiheng serve`: opens the data folder, loads the jurisdiction, serves, and stops without losing anything.
import { computeMeasures } from '../store/measures/compute.ts'
import { redateCounted } from '../store/redate.ts'
import { withdrawEnded } from '../store/seal-follow.ts'
import { Work } from '../store/work.ts'
import { createServer } from '../server/app.ts'
import { faultTold } from '../server/fault.ts'
import { operationRoutes } from '../server/operation.ts'
import { signInSettings } from '../server/sign-in/begin.ts'
import { documentRoutes } from '../server/documents.ts'
import { publicationRoutes } from '../server/publications.ts'
import { measureRoutes } from '../server/measures.ts'
import { readingRoutes } from '../server/readings.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { openZhiheng, type Zhiheng } from '../zhiheng.ts'
import { pages } from '../web/pages.ts'
import { addComplaints } from './demonstration-complaints.ts'
import { addEquipment } from './demonstration-equipment.ts'
import { addField } from './demonstration-field.ts'
import { addControlCharts } from './demonstration-control-charts.ts'
import { addMarkChanges } from './demonstration-changes.ts'
import { addCopiedSeries, addLaboratories, amendReports } from './demonstration-laboratories.ts'
import { addRepeats } from './demonstration-repeats.ts'
import { addProficiency, correctProficiency } from './demonstration-proficiency.ts'
import { addPenalties, annulPenalty } from './demonstration-penalties.ts'
import { addRecalls } from './demonstration-recalls.ts'
import { addRisks, watchRisks } from './demonstration-risks.ts'
import { addEnterprises, addPeople, demonstrationPassword } from './demonstration.ts'
import { loadAir } from './load-air.ts'
import { loadTargets } from './load-targets.ts'
import { backupBeforeMigrating } from './backup.ts'
import type { Begun } from './begin.ts'
import { catchUps } from './catch-up/index.ts'
import { commands } from './commands.ts'
import { terminalProgress, type Progress } from './progress.ts'
import { proposeMatters } from './propose-matters.ts'
import { signalReadings } from './signal-readings.ts'
import { screenResults } from './screen-results.ts'

export interface ServeOptions {
  readonly begun: Begun
  readonly port: number
  readonly host: string
  readonly empty: boolean
  /** How much the demonstration holds. */
  readonly demonstration: 'full' | 'small'
  readonly databaseUrl?: string
  readonly quiet?: boolean
}

const setting = 'demonstration'

async function loaded(zhiheng: Zhiheng): Promise<boolean> {
  return ((await zhiheng.engine.database.query('select 1 from kernel.setting where name = $1', [setting])).rowCount ?? 0) > 0
}

/** Loads the jurisdiction's data once; what a killed start had begun is finished by the next. */
export async function loadJurisdiction(zhiheng: Zhiheng, work: Work, progress: Progress, extent: ServeOptions['demonstration']): Promise<void> {
  if (await loaded(zhiheng)) return
  const people = await addPeople(zhiheng)
  await addEnterprises(zhiheng, people.first, progress)
  await addComplaints(zhiheng, progress)
  await addLaboratories(zhiheng, progress)
  await addCopiedSeries(zhiheng)
  await addRepeats(zhiheng)
  await addProficiency(zhiheng)
  await addControlCharts(zhiheng)
  await addMarkChanges(zhiheng)
  await addRecalls(zhiheng, progress)
  await addPenalties(zhiheng, progress)
  await addField(zhiheng, progress)
  await addEquipment(zhiheng, progress)
  await addRisks(zhiheng, progress)
  await loadAir(zhiheng, people.monitor, progress)
  await loadTargets(zhiheng, people, progress)
  await work.settled()
  // Reports are issued by the link from the signed orders, and a decision is sealed once it is public.
  await amendReports(zhiheng)
  await correctProficiency(zhiheng)
  await annulPenalty(zhiheng)
  await work.settled()
  if (extent === 'full') {
    const { addAtSize } = await import('./at-size/load.ts')
    await addAtSize(zhiheng, progress)
  }
  await watchRisks(zhiheng)
  await screenResults(zhiheng.engine)
  const bar = progress.begin('指标 measures', zhiheng.engine.house.measures.size)
  await computeMeasures(zhiheng.engine, zhiheng.warehouse, { progress: bar })
  await zhiheng.engine.database.query('insert into kernel.setting (name, value) values ($1, $2) on conflict do nothing', [
    setting,
    JSON.stringify({ loaded: zhiheng.engine.now() }),
  ])
}

function workOf(zhiheng: Zhiheng): Work {
  const readings = (engine: Zhiheng['engine']) => signalReadings(engine, zhiheng.warehouse)
  return new Work({
    engine: zhiheng.engine,
    warehouse: zhiheng.warehouse,
    origin: hebei.origin,
    signers: () => [zhiheng.keys.log],
    keys: () => zhiheng.keys,
    daily: [redateCounted, withdrawEnded, ...catchUps, readings, proposeMatters],
    corrected: [readings],
    fault: (what, error) =>
      process.stderr.write(`${JSON.stringify({ level: 'error', time: Date.now(), what, fault: faultTold(error) })}\n`),
  })
}

function announce(address: string, empty: boolean): void {
  const lines = [``, `  質衡 Zhiheng · ${hebei.title.zh} ${hebei.title.en}`, `  ${address}`, ``]
  if (!empty) {
    lines.push('  演示账号 demonstration sign-ins (password for all: ' + demonstrationPassword + ')')
    for (const account of hebei.accounts) lines.push(`    ${account.id.padEnd(20)} ${account.name}`)
    lines.push('')
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Runs until a signal; resolves when everything is closed. */
export async function serve(options: ServeOptions): Promise<void> {
  const { folder, postgres } = options.begun
  const progress = terminalProgress(options.quiet)
  const zhiheng = await openZhiheng({
    folder: folder.path,
    postgres,
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    tell: (line) => progress.line(line),
    beforeMigrating: (database, pending) => backupBeforeMigrating(folder.path, database, pending),
  })
  const work = workOf(zhiheng)
  if (options.empty)
    await zhiheng.engine.database.query("insert into kernel.setting (name, value) values ('empty', 'true') on conflict do nothing")
  else await loadJurisdiction(zhiheng, work, progress, options.demonstration)
  const app = await createServer({
    engine: zhiheng.engine,
    cookieSecret: zhiheng.cookieSecret,
    acted: () => work.wake(),
    signIn: signInSettings(process.env),
    trustProxy: process.env['ZHIHENG_PROXY'] === 'true',
    routes: [
      measureRoutes(zhiheng),
      readingRoutes(zhiheng),
      publicationRoutes(zhiheng),
      documentRoutes(zhiheng),
      operationRoutes(zhiheng),
      pages(zhiheng),
    ],
  })
  await app.listen({ port: options.port, host: options.host })
  folder.serve(commands(zhiheng, work))
  work.start()
  const address = app.server.address()
  announce(
    `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${typeof address === 'object' && address ? address.port : options.port}`,
    options.empty,
  )
  await new Promise<void>((stopped) => {
    const stop = () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal)
      stopped()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  })
  const hard = setTimeout(() => process.exit(1), 10_000)
  // A connection that is kept alive after its last answer would hold the stop up until it times out.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  await app.close()
  clearInterval(idle)
  await work.stop()
  await zhiheng.close()
  await folder.release()
  clearTimeout(hard)
}
