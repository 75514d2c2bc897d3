// Rows of the made-up system as a hand at the database would write them, for benches that need many.
import type { Database } from '../store/database.ts'
import { importTable } from '../server/intake/import.ts'
import { inMemory } from '../server/intake/table.ts'
import type { Engine } from '../store/engine.ts'
import { clerk } from './yard.ts'

const kinds = ['food', 'cable']
const places = ['130102', '130104', '130203', '130602']

/** A table of permits as an office would send it. */
export function permitTable(rows: number, name = '虚构企业'): Buffer {
  const lines = Array.from({ length: rows }, (_, n) => `${name}${n}（测速）,${places[n % places.length]},2026-01-05,${kinds[n % 2]},${n % 90}`)
  return Buffer.from(`holder,place,granted,kind,units\n${lines.join('\n')}\n`)
}

/** Opens so many permits through the import, and lets the database take stock. */
export async function openPermits(engine: Engine, database: Database, rows: number): Promise<void> {
  const done = await importTable(engine, {
    register: 'bench-permit',
    source: inMemory('permits.csv', permitTable(rows)),
    person: clerk,
    dryRun: false,
  })
  if (done.opened !== rows) throw new Error(`${done.opened} of ${rows} permits were opened: ${JSON.stringify(done.problems[0])}`)
  await database.query('vacuum analyze')
}
