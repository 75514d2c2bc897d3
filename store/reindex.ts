// What is derived from the records and may be made again at any time: the text of the name search, and the facts of the warehouse.
import { searchText } from '../kernel/search-text.ts'
import type { AnyRecord, Register } from '../kernel/register.ts'
import type { Engine } from './engine.ts'
import { tableOf } from './names.ts'
import { listRecords } from './records/list.ts'
import { searchedFields, searchedTexts } from './schema.ts'
import { rebuildFacts } from './warehouse/facts.ts'
import type { Warehouse } from './warehouse/warehouse.ts'

export interface Reindexed {
  /** Records whose search text was looked at, and those of them where it had to be written anew. */
  readonly searched: number
  readonly mended: number
  /** Entries of the log from which the facts were taken. */
  readonly entries: number
}

const perPage = 2000

/** A record that changed meanwhile is left: its own act wrote its text. */
async function mend(engine: Engine, register: Register, page: readonly AnyRecord[]): Promise<number> {
  const rows = page.map((record) => ({
    ...{ id: record.id, version: record.version },
    ...searchText(searchedTexts(register, record as unknown as Record<string, unknown>), record.id),
  }))
  const table = `record."${tableOf(register.name)}"`
  const { rowCount } = await engine.database.query(
    `update ${table} r set searched = p.searched, bigrams = p.bigrams from jsonb_to_recordset($1::jsonb) as p(id uuid, version int, searched text, bigrams text[])
     where r.id = p.id and r.version = p.version and (r.searched is distinct from p.searched or r.bigrams is distinct from p.bigrams)`,
    [JSON.stringify(rows)],
  )
  return rowCount ?? 0
}

type Texts = Pick<Reindexed, 'searched' | 'mended'>

async function searchTexts(engine: Engine, register: Register, told: (done: number) => void): Promise<Texts> {
  const order = { field: 'opened', descending: false }
  let [searched, mended] = [0, 0]
  for (let after: { value: unknown; id: string } | undefined; ;) {
    const page = await listRecords(engine.database, register, { where: { all: [] }, limit: perPage, order, ...(after ? { after } : {}) })
    if (page.length > 0) mended += await mend(engine, register, page)
    told((searched += page.length))
    const last = page.at(-1)
    if (page.length < perPage || !last) return { searched, mended }
    after = { value: last.opened, id: last.id }
  }
}

type Told = (what: string, done: number) => void

export async function reindex(engine: Engine, warehouse: Warehouse, told: Told = () => {}): Promise<Reindexed> {
  let [searched, mended] = [0, 0]
  for (const register of [...engine.house.registers.values()].filter((each) => searchedFields(each).length > 0)) {
    const made = await searchTexts(engine, register, (done) => told(register.title.en, done))
    searched += made.searched
    mended += made.mended
  }
  return { searched, mended, entries: await rebuildFacts(engine, warehouse) }
}
