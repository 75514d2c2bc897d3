// The command line: serve · compute · verify · keys · backup · restore · describe and the rest, with help, JSON and exit codes.
// What a command needs is read when it is asked for: help answers at once, and a database starts while the server is read.
import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { askRunning, DataFolderInUse, openDataFolder, type Message } from '../store/embedded/data-folder.ts'
import { begin } from './begin.ts'
import { terminalProgress } from './progress.ts'

interface Shared {
  readonly data: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly databaseUrl?: string
}

const program = new Command('zhiheng')
  .description('質衡 Zhiheng: the open platform by which a jurisdiction governs quality')
  .version('0.1.0')
  .showHelpAfterError()
  .addHelpText(
    'after',
    `
Exit codes:
  0   done
  1   refused, failed, or (verify, import) problems were found
  64  wrong usage: an unknown command or option, a missing argument
  75  the data folder is in use by a running server; try again when it has stopped
  78  not built yet, or a Node older than 20.19`,
  )
  .exitOverride()

const shared = (command: Command): Command =>
  command
    .option('--data <folder>', 'data folder', process.env['ZHIHENG_DATA'] ?? 'data-folder')
    .option('--database-url <url>', 'an outside PostgreSQL 15 or later', process.env['DATABASE_URL'])
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'no progress')

function show(result: unknown, options: Shared): void {
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`)
  else
    for (const [name, value] of Object.entries((result ?? {}) as Record<string, unknown>))
      process.stdout.write(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`)
}

/** Through the running server when there is one, else by taking the data folder. */
async function through(command: string, args: Readonly<Record<string, unknown>>, options: Shared): Promise<unknown> {
  const progress = terminalProgress(options.quiet ?? options.json)
  let bar: { what: string; draw: (done: number) => void } | null = null
  const hear = (message: Message) => {
    if ('line' in message) progress.line(message.line)
    if ('progress' in message) {
      const { what, of, done } = message.progress
      if (bar?.what !== what) bar = { what, draw: progress.begin(what, of ?? 0) }
      bar.draw(done)
    }
  }
  const running = await askRunning(options.data, { command, args }, hear)
  if (running) {
    progress.end()
    return running.result
  }
  const { folder, postgres } = await begin(options.data, options.databaseUrl)
  const [{ openZhiheng }, { backupBeforeMigrating }, { runCommand }] = await Promise.all([
    import('../zhiheng.ts'),
    import('./backup.ts'),
    import('./run-command.ts'),
  ])
  const zhiheng = await openZhiheng({
    folder: folder.path,
    postgres,
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    beforeMigrating: (database, pending) => backupBeforeMigrating(folder.path, database, pending),
  })
  try {
    return await runCommand(zhiheng, { command, args }, hear)
  } finally {
    progress.end()
    await zhiheng.close()
    await folder.release()
  }
}

shared(program.command('serve').description('serve the platform'))
  .option('--port <number>', 'port', process.env['ZHIHENG_PORT'] ?? '8080')
  .option('--host <address>', 'address', process.env['ZHIHENG_HOST'] ?? '127.0.0.1')
  .option('--empty', 'start without demonstration data', false)
  .addOption(
    new Option('--demonstration <extent>', 'how much the demonstration holds: a province of 20,000 invented enterprises, or a few hundred')
      .choices(['full', 'small'])
      .default('full'),
  )
  .action(async ({ data, port, ...options }: Shared & { port: string; host: string; empty: boolean; demonstration: 'full' | 'small' }) => {
    const begun = await begin(data, options.databaseUrl)
    const { serve } = await import('./serve.ts')
    await serve({ ...options, begun, port: Number(port) })
  })

shared(program.command('compute').description('compute measures').argument('[measures...]', 'names; all when none is given'))
  .option('--reason <text>', 'why figures may change', 'recomputed')
  .action(async (measures: string[], options: Shared & { reason: string }) =>
    show(await through('compute', { measures, reason: options.reason }, options), options),
  )

shared(program.command('verify').description('refold every record, walk every chain, recompute the log')).action(
  async (options: Shared) => {
    const result = (await through('verify', {}, options)) as { clean: boolean }
    show(result, options)
    if (!result.clean) process.exitCode = 1
  },
)

shared(program.command('rotate-key').description('a new signing key takes over; what the old one signed stays good').argument('<use>', 'seal, log or root')).action(
  async (use: string, options: Shared) => show(await through('rotate-key', { use }, options), options),
)

shared(program.command('stolen-key').description('record the theft of a signing key and bring in a successor').argument('<use>', 'seal or log'))
  .requiredOption('--from <moment>', 'from when the key may have been in other hands, such as 2026-05-01T08:00:00Z')
  .option('--key <id>', 'which key; the active one when left out')
  .action(async (use: string, options: Shared & { from: string; key?: string }) =>
    show(await through('stolen-key', { use, from: options.from, ...(options.key ? { key: options.key } : {}) }, options), options),
  )

shared(program.command('backup').description('both stores to one file with a checksum').argument('[file]')).action(
  async (file: string | undefined, options: Shared) => show(await through('backup', file ? { file } : {}, options), options),
)

shared(
  program.command('import').description('import a table into a register, whole or not at all').argument('<register>').argument('<file>'),
)
  .requiredOption('--as <account>', 'account under whose duty the rows are opened')
  .option('--dry-run', 'judge every row and keep none', false)
  .action(async (register: string, file: string, options: Shared & { as: string; dryRun: boolean }) => {
    const result = (await through('import', { register, file: resolve(file), as: options.as, dryRun: options.dryRun }, options)) as {
      problemCount: number
    }
    show(result, options)
    if (result.problemCount > 0) process.exitCode = 1
  })

shared(
  program.command('reindex').description('make the text of the name search and the facts of the warehouse again from records and journal'),
).action(async (options: Shared) => show(await through('reindex', {}, options), options))

shared(
  program.command('export').description('export what an account may read of a register as CSV, or as a workbook where the file ends in .xlsx').argument('<register>').argument('<file>'),
)
  .requiredOption('--as <account>', 'account whose reach and fields apply')
  .action(async (register: string, file: string, options: Shared & { as: string }) =>
    show(await through('export', { register, file: resolve(file), as: options.as }, options), options),
  )

shared(
  program
    .command('publish')
    .description('write a bulletin as HTML, DOCX, PDF and XLSX, or print our ranking beside the published one')
    .argument('<what>', 'bulletin or ranking'),
)
  .option('--year <year>', 'year of the bulletin or ranking', '2014')
  .option('--out <folder>', 'folder to write into', 'bulletin')
  .action(async (what: string, options: Shared & { year: string; out: string }) => {
    const result = (await through('publish', { what, year: options.year, out: resolve(options.out) }, options)) as { text?: string }
    if (result.text && !options.json) process.stdout.write(`${result.text}\n`)
    else show(result, options)
  })

program
  .command('describe')
  .description('print the reference from the declarations')
  .argument('[folder]', 'folder to write into', 'docs/reference')
  .option('--json', 'print the result as JSON')
  .option('--migration', 'print the SQL of tables that the declarations ask for', false)
  .action(async (folder: string, options: Shared & { migration: boolean }) => {
    const [{ Parameters }, { tableSql }, { describe }, { house, jurisdiction }, { openLibrary }] = await Promise.all([
      import('../kernel/parameter.ts'),
      import('../store/schema.ts'),
      import('./describe.ts'),
      import('../zhiheng.ts'),
      import('../web/data/law.ts'),
    ])
    if (options.migration) return void process.stdout.write([...house.registers.values()].map(tableSql).join('\n'))
    const files = await describe(house, new Parameters(jurisdiction.parameters), await openLibrary(), folder)
    show({ folder, files }, options)
  })

shared(
  program.command('restore').description('bring both stores back from a backup; the server must be stopped').argument('<file>'),
).action(async (file: string, options: Shared) => {
  const folder = await openDataFolder(options.data)
  const { restore } = await import('./backup.ts')
  show(await restore(folder.path, resolve(file), options.databaseUrl), options)
  await folder.release()
})

shared(
  program.command('administrator').description('the first way in: an account over rights, and a code that sets its password').argument('<account>'),
)
  .option('--name <name>', 'name of the person')
  .option('--approver', 'who confirms duties, instead of who proposes them', false)
  .option('--without-factor', 'drop second factors that were lost', false)
  .action(async (account: string, options: Shared & { name?: string; approver: boolean; withoutFactor: boolean }) => {
    const { name, approver, withoutFactor } = options
    show(await through('administrator', { account, ...(name ? { name } : {}), approver, withoutFactor }, options), options)
  })

function failure(error: unknown): never {
  // Help and version end well; whatever else the parser finds wrong is usage (sysexits EX_USAGE).
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 64)
  const known = error as { exitCode?: number; code?: string; message: string; remedy?: string; detail?: { en: string } }
  process.stderr.write(
    `zhiheng: ${known.detail?.en ?? known.message}${known.remedy && typeof known.remedy === 'string' ? `\n${known.remedy}` : ''}\n`,
  )
  process.exit(error instanceof DataFolderInUse ? error.exitCode : (known.exitCode ?? 1))
}

await program.parseAsync().catch(failure)
