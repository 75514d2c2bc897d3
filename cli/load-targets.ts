// Loads the figures that others published and the eleven targets of the programme.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Person } from '../kernel/permission.ts'
import { packageRoot } from '../store/package-root.ts'
import { act } from '../store/records/gate.ts'
import { find } from '../store/records/find.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { loadRows, namedId } from './load-records.ts'
import type { Progress } from './progress.ts'

const hebei = join(packageRoot, 'jurisdictions', 'hebei')
const decimal = /^-?\d{1,12}(\.\d{1,6})?$/

/** A published figure as a record: what is no plain number keeps its printed form only. */
function published(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const printed = row['value'] ?? ''
  return {
    fact: row['id'],
    indicator: row['indicator'],
    breakdown: row['breakdown'] || null,
    regionName: row['region'],
    region: row['region_code'] || null,
    period: row['period'],
    year: /^\d{4}$/.test(row['period'] ?? '') ? row['period'] : null,
    value: decimal.test(printed) ? printed : null,
    printed: printed || '—',
    unit: row['unit'] || null,
    source: row['source'] || '—',
    note: row['note'] || null,
    serves: row['system_rows'] || null,
  }
}

async function adopt(zhiheng: Zhiheng, person: Person, record: string): Promise<void> {
  const { record: row } = await find(zhiheng.engine.database, zhiheng.engine.house.procedureOf('target').of, record, false)
  if (row?.state !== 'drafted') return
  await act(zhiheng.engine, {
    register: 'target',
    record,
    step: 'adopt',
    answers: {},
    key: `load:adopt:${record}`,
    version: row.version,
    person,
    hand: 'import',
  })
}

export async function loadTargets(zhiheng: Zhiheng, people: { first: Person; second: Person }, progress: Progress): Promise<void> {
  const { engine } = zhiheng
  const facts = (
    parse(await readFile(join(hebei, 'published-indicators', 'facts.csv')), {
      columns: true,
      skip_empty_lines: true,
      bom: true,
      relax_quotes: true,
    }) as Record<string, string>[]
  ).map(published)
  await loadRows(
    { engine, person: people.first, register: 'published-figure', keyOf: (row) => String(row['fact']) },
    facts,
    progress.begin('已发布数值 published figures', facts.length),
  )
  const promised = JSON.parse(await readFile(join(hebei, 'targets', 'programme-2016-33.json'), 'utf8')) as Record<string, unknown>[]
  const keyOf = (row: Readonly<Record<string, unknown>>) => `${String(row['programme'])}/${String(row['ordinal'])}/${String(row['region'])}`
  await loadRows({ engine, person: people.first, register: 'target', keyOf }, promised, progress.begin('目标 targets', promised.length))
  for (const row of promised) await adopt(zhiheng, people.second, namedId(`load:target:${keyOf(row)}`))
}
