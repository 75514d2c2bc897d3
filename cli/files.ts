// `import` and `export` of registers: the same gate, limits and permissions as over HTTP, acting as a named account.
import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { kindOf } from '../kernel/kinds.ts'
import { fileNames } from '../store/attachments/open.ts'
import { personOf } from '../store/people/accounts.ts'
import { listFor, visibleFields } from '../store/records/read.ts'
import { importTable } from '../server/intake/import.ts'
import { harmless } from '../server/intake/formula.ts'
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

export async function exportFile(zhiheng: Zhiheng, args: Readonly<Record<string, unknown>>, tell: Tell): Promise<unknown> {
  const register = zhiheng.engine.house.procedureOf(String(args['register'])).of
  const person = await actingAs(zhiheng, args['as'])
  const fields = visibleFields(zhiheng.engine, register, person)
  const rows: string[][] = [['number', 'state', ...fields]]
  for (let after: { value: unknown; id: string } | undefined; ;) {
    const page = await listFor(zhiheng.engine, register, person, { limit: 500, ...(after ? { after } : {}) })
    const holdsFiles = fields.some((name) => register.fields[name]!.kind === 'files')
    const namesOf = await fileNames(zhiheng.engine, holdsFiles ? page.map((record) => record.id) : [])
    for (const record of page)
      rows.push([
        record.number ?? '',
        record.state,
        ...fields.map((name) => {
          if (register.fields[name]!.kind === 'files') return harmless(namesOf(record.id, name))
          const value = (record as unknown as Record<string, unknown>)[name]
          return value === null || value === undefined
            ? ''
            : harmless(
                register.fields[name]!.unit ? String(value) : kindOf(register.fields[name]!).show(value, register.fields[name]!, 'zh'),
              )
        }),
      ])
    tell({ progress: { done: rows.length - 1, of: null, what: 'records' } })
    if (page.length < 500) break
    after = { value: page.at(-1)!.opened, id: page.at(-1)!.id }
  }
  const file = String(args['file'])
  await writeFile(file, `\ufeff${stringify(rows)}`)
  return { file, records: rows.length - 1 }
}
