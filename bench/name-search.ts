// Search by two characters among millions of invented names: the product's own table, index and search, one query at a time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { everything } from '../kernel/filter.ts'
import { normalised, pairs } from '../kernel/search-text.ts'
import type { Register } from '../kernel/register.ts'
import { copyArray, copyInto, copyText } from '../store/copy.ts'
import { inTransaction, type Database } from '../store/database.ts'
import { tableOf } from '../store/names.ts'
import { recordsByName } from '../store/records/by-name.ts'
import { rowJson } from '../store/records/write.ts'
import { columnsOf } from '../store/schema.ts'
import { uuidv7 } from '../store/uuid.ts'
import { openBed } from './bed.ts'
import { machine, quantile } from './harness.ts'
import { inventedEnterprises } from './invented-enterprises.ts'

const { values: given } = parseArgs({
  options: { names: { type: 'string', default: '1000000' }, json: { type: 'boolean' }, strict: { type: 'boolean' }, explain: { type: 'boolean' } },
})
const count = Number(given.names)
const limit = 20
const rounds = 5
const million = count / 1e6
/** Goals for one million and for eight; between them by the line through both. */
const goal = (one: number, eight: number): number => Math.max(one, one + ((eight - one) * (million - 1)) / 7)
const goals = { selective: { share: 0.5, most: goal(5, 10) }, frequent: { share: 0.95, most: goal(20, 40) } }

const queries = JSON.parse(readFileSync(join(import.meta.dirname, 'name-search-queries.json'), 'utf8')) as {
  readonly selective: readonly string[]
  readonly frequent: readonly string[]
}

async function load(database: Database, register: Register): Promise<void> {
  const table = `record."${tableOf(register.name)}"`
  const columns = columnsOf(register).map((c) => c.name)
  // The indexes are the product's own, built after the rows, as a restore does it.
  const { rows: indexes } = await database.query<{ name: string; sql: string }>(
    `select indexname as name, indexdef as sql from pg_indexes where schemaname = 'record' and tablename = $1 and indexname not like '%pkey'
     and not exists (select 1 from pg_constraint where conname = indexname)`,
    [tableOf(register.name)],
  )
  for (const index of indexes) await database.query(`drop index record."${index.name}"`)
  await inTransaction(database, async (session) => {
    const copying = copyInto(session, table, columns)
    const now = new Date().toISOString()
    for (const enterprise of inventedEnterprises(count)) {
      const row = { ...enterprise, id: uuidv7(), state: 'active', version: 1, area: enterprise.place, opened: now, changed: now, invented: true }
      const json = rowJson(register, row)
      await copying.write(columns.map((name) => (name === 'bigrams' ? copyArray(json[name] as string[]) : copyText(json[name]))))
    }
    await copying.end()
  })
  for (const index of indexes) await database.query(index.sql)
  await database.query(`vacuum analyze ${table}`)
}

interface Found {
  readonly query: string
  readonly names: number
  readonly milliseconds: readonly number[]
}

/** How many names hold the words, by reading them all; not timed. */
async function holding(database: Database, register: Register, query: string): Promise<number> {
  const words = query.split(' ').map(normalised)
  const { rows } = await database.query<{ n: number }>(
    `select count(*) as n from record."${tableOf(register.name)}" where bigrams @> $1 and ${words.map((_, at) => `position($${at + 2} in searched) > 0`).join(' and ')}`,
    [words.flatMap(pairs), ...words],
  )
  return rows[0]!.n
}

async function measured(database: Database, register: Register, query: string): Promise<Found> {
  const milliseconds: number[] = []
  for (let round = -1; round < rounds; round++) {
    const begun = performance.now()
    const found = await recordsByName(database, register, { words: query, where: everything, limit })
    const taken = performance.now() - begun
    if (found.records.some((record) => query.split(' ').some((word) => !normalised(String(record['name' as never])).includes(normalised(word)))))
      throw new Error(`a name was found that does not hold ${query}`)
    if (round >= 0) milliseconds.push(taken)
  }
  return { query, names: await holding(database, register, query), milliseconds }
}

const sizeSql = `select pg_size_pretty(pg_total_relation_size('record.enterprise')) as t,
  pg_size_pretty(pg_relation_size('record.enterprise_bigrams')) as i`

const bed = await openBed()
try {
  const register = bed.engine.house.registers.get('enterprise')!
  const begun = performance.now()
  await load(bed.database, register)
  const seconds = (performance.now() - begun) / 1000
  const size = (await bed.database.query<{ t: string; i: string }>(sizeSql)).rows[0]!
  const found = { selective: [] as Found[], frequent: [] as Found[] }
  for (const kind of ['selective', 'frequent'] as const)
    for (const query of queries[kind]) found[kind].push(await measured(bed.database, register, query))
  const verdicts = (['selective', 'frequent'] as const).map((kind) => {
    const all = found[kind].flatMap((each) => each.milliseconds)
    const met = quantile(all, goals[kind].share) <= goals[kind].most
    return { kind, p50: quantile(all, 0.5), p95: quantile(all, 0.95), most: quantile(all, 1), goal: goals[kind], met }
  })
  if (given.json) process.stdout.write(`${JSON.stringify({ machine: machine(), count, found, verdicts }, null, 1)}\n`)
  else {
    process.stdout.write(`${machine()}\n${count.toLocaleString('en')} names, made, loaded and indexed in ${seconds.toFixed(0)} s; table ${size.t}, of it bigrams ${size.i}; limit ${limit}\n`)
    for (const kind of ['selective', 'frequent'] as const)
      for (const each of found[kind])
        process.stdout.write(`  ${kind.padEnd(9)} ${each.names.toLocaleString('en').padStart(9)} names  p50 ${quantile(each.milliseconds, 0.5).toFixed(2).padStart(6)} ms  most ${quantile(each.milliseconds, 1).toFixed(2).padStart(6)} ms  ${each.query}\n`)
    for (const v of verdicts)
      process.stdout.write(`${v.kind}: p50 ${v.p50.toFixed(2)} ms, p95 ${v.p95.toFixed(2)} ms, most ${v.most.toFixed(2)} ms; goal p${v.goal.share * 100} ≤ ${v.goal.most} ms: ${v.met ? 'met' : 'MISSED'}\n`)
  }
  if (given.strict && verdicts.some((v) => !v.met)) process.exitCode = 1
} finally {
  await bed.close()
}
