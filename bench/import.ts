// A file of invented enterprises through the import (judged, chained, journalled, searchable) against COPY of the finished rows.
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { once as happens } from 'node:events'
import { parseArgs } from 'node:util'
import type { Person } from '../kernel/permission.ts'
import { importTable } from '../server/intake/import.ts'
import type { Source } from '../server/intake/table.ts'
import { copyArray, copyInto, copyText } from '../store/copy.ts'
import { inTransaction } from '../store/database.ts'
import { numberEntries } from '../store/log/sequencer.ts'
import { rowJson } from '../store/records/write.ts'
import { columnsOf } from '../store/schema.ts'
import { uuidv7 } from '../store/uuid.ts'
import { openBed, type Bed } from './bed.ts'
import { machine } from './harness.ts'
import { inventedEnterprises } from './invented-enterprises.ts'

const { values: given } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, json: { type: 'boolean' } } })
const count = Number(given.rows)

const registrar: Person = {
  id: 'bench-registrar',
  name: 'bench-registrar',
  office: null,
  holdings: [{ duty: 'parties.registrar', reach: 'all', from: '2010-01-01' }],
}

async function written(file: string): Promise<Source> {
  const stream = createWriteStream(file)
  stream.write('统一社会信用代码,名称,住所地,地址,行业代码,规模,类型,成立日期,虚构的演示数据\n')
  for (const e of inventedEnterprises(count)) {
    const line = `${e.code},${e.name},${e.place},演示路 1 号,3311,小型,${e.kind === 'company' ? '企业' : '个体工商户'},${e.established},是\n`
    if (!stream.write(line)) await happens(stream, 'drain')
  }
  stream.end()
  await happens(stream, 'finish')
  return { name: 'enterprises.csv', size: (await stat(file)).size, bytes: () => createReadStream(file, { highWaterMark: 1024 * 1024 }) }
}

const seconds = (begun: number): number => (performance.now() - begun) / 1000

async function clear({ database }: Bed): Promise<void> {
  await database.query('truncate record.enterprise, kernel.journal, kernel.outbox, kernel.leaf, kernel.node')
  await database.query("delete from kernel.setting where name like 'import:%'")
  await database.query('checkpoint')
}

/** The finished rows alone, into the same table with the same indexes: what a program without a journal would do. */
async function copied({ database, engine }: Bed): Promise<number> {
  const register = engine.house.registers.get('enterprise')!
  const columns = columnsOf(register).map((c) => c.name)
  const now = new Date().toISOString()
  const lines = [...inventedEnterprises(count)].map((e) => {
    const row = rowJson(register, { ...e, id: uuidv7(), state: 'active', version: 1, area: e.place, opened: now, changed: now, invented: true })
    return columns.map((name) => (name === 'bigrams' ? copyArray(row[name] as string[]) : copyText(row[name])))
  })
  const begun = performance.now()
  await inTransaction(database, async (session) => {
    const copying = copyInto(session, 'record."enterprise"', columns)
    for (const line of lines) await copying.write(line)
    await copying.end()
  })
  return seconds(begun)
}

const bed = await openBed()
try {
  const source = await written(join(bed.folder, 'enterprises.csv'))
  const copy = await copied(bed)
  await clear(bed)
  const phases = { judged: 0, written: 0 }
  let peak = 0
  const begun = performance.now()
  const outcome = await importTable(bed.engine, {
    register: 'enterprise',
    source,
    person: registrar,
    dryRun: false,
    progress: (_done, phase) => {
      phases[phase] = seconds(begun)
      peak = Math.max(peak, process.memoryUsage().rss)
    },
  })
  const imported = seconds(begun)
  if (outcome.opened !== count) throw new Error(`only ${outcome.opened} rows were opened: ${JSON.stringify(outcome.problems.slice(0, 3))}`)
  const numbering = performance.now()
  await numberEntries(bed.database)
  const numbered = seconds(numbering)
  const result = {
    machine: machine(),
    rows: count,
    megabytes: Math.round(source.size / 1e6),
    seconds: { imported, judged: phases.judged, written: phases.written - phases.judged, numbered, copy },
    rowsPerSecond: { imported: count / imported, numbered: count / numbered, copy: count / copy },
    ratio: copy / imported,
    peakMegabytes: Math.round(peak / 1e6),
  }
  if (given.json) process.stdout.write(`${JSON.stringify(result)}\n`)
  else
    process.stdout.write(
      `${result.machine}\n${count.toLocaleString('en')} rows, ${result.megabytes} MB\n` +
        `  import               ${imported.toFixed(1).padStart(8)} s  ${Math.round(count / imported).toLocaleString('en').padStart(9)} rows/s  (judged ${phases.judged.toFixed(1)} s, written ${(phases.written - phases.judged).toFixed(1)} s; at most ${result.peakMegabytes} MB of memory)\n` +
        `  numbering in the log ${numbered.toFixed(1).padStart(8)} s  ${Math.round(count / numbered).toLocaleString('en').padStart(9)} entries/s\n` +
        `  COPY of the rows     ${copy.toFixed(1).padStart(8)} s  ${Math.round(count / copy).toLocaleString('en').padStart(9)} rows/s\n` +
        `  ratio of the import to COPY ${(copy / imported).toFixed(2)}\n`,
    )
} finally {
  await bed.close()
}
