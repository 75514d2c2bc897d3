// `import` and `export` of registers: the same gate, limits and permissions as over HTTP, acting as a named account.
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { personOf } from '../store/people/accounts.ts'
import { csvOf, exported, mostOnSheet, workbookOf } from '../server/intake/export.ts'
import { importTable } from '../server/intake/import.ts'
import type { Source } from '../server/intake/table.ts'
import type { Tell } from './progress.ts'
import type { Zhiheng } from '../zhiheng.ts'

async function actingAs(zhiheng: Zhiheng, account: unknown) {
  const person = await personOf(zhiheng.engine.database, String(account))
  if (!person) throw new Error(`There is no account ${String(account)}; say who imports with --as.`)
  return person
}

/** A file that is read as it comes, however large. */
const onDisk = async (file: string): Promise<Source> => ({
  name: basename(file),
  size: (await stat(file)).size,
  bytes: () => createReadStream(file, { highWaterMark: 1024 * 1024 }),
})

export async function importFile(zhiheng: Zhiheng, args: Readonly<Record<string, unknown>>, tell: Tell): Promise<unknown> {
  const file = String(args['file'])
  const outcome = await importTable(zhiheng.engine, {
    register: String(args['register']),
    source: await onDisk(file),
    person: await actingAs(zhiheng, args['as']),
    dryRun: args['dryRun'] === true,
    progress: (done, phase) => tell({ progress: { done, of: null, what: phase === 'judged' ? 'rows judged' : 'rows written' } }),
  })
  const problems = outcome.problems.slice(0, 100).map((p) => `line ${p.line}, ${p.field}: ${p.words.en}. ${p.remedy.en}`)
  return { ...outcome, problems, problemCount: outcome.problems.length }
}

/** A workbook where the file's name says so, otherwise CSV; written as it is read, so that any number of records fits. */
export async function exportFile(zhiheng: Zhiheng, args: Readonly<Record<string, unknown>>, tell: Tell): Promise<unknown> {
  const { engine } = zhiheng
  const register = engine.house.procedureOf(String(args['register'])).of
  const file = String(args['file'])
  const table = exported({ engine, register, person: await actingAs(zhiheng, args['as']), asked: {} })
  let records = 0
  async function* counted() {
    for await (const page of table.pages) {
      records += page.length
      if (file.endsWith('.xlsx') && records > mostOnSheet) throw new Error(`A sheet holds ${mostOnSheet} records; export to a .csv file.`)
      tell({ progress: { done: records, of: null, what: 'records' } })
      yield page
    }
  }
  const told = { ...table, pages: counted() }
  const bytes = file.endsWith('.xlsx') ? Readable.fromWeb((await workbookOf(register.title.zh, told)) as never) : Readable.from(csvOf(told))
  // Under its own name the file is there whole or not at all.
  const unfinished = `${file}.unfinished`
  try {
    await pipeline(bytes, createWriteStream(unfinished))
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
  return { file, records }
}
