// Records by what stands in their names: the marked few first, and the whole list only where it is short.
import { sql } from 'kysely'
import type { Filter } from '../../kernel/filter.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { marks, wordsOf, type Mark } from '../../kernel/search-text.ts'
import { composer, condition, searched, type Compiled } from '../compile.ts'
import type { Database, Session } from '../database.ts'
import { tableOf } from '../names.ts'
import { columnsOf } from '../schema.ts'
import { recordFrom } from './find.ts'

export interface ByName {
  readonly words: string
  /** What else must hold: the reach of whoever asks, the states of a publication, a place. */
  readonly where: Filter
  readonly limit: number
}

export interface Named {
  readonly records: readonly AnyRecord[]
  /** The words stand in so many names that these are only some of them. */
  readonly frequent: boolean
}

/** Marked records that are looked at before the best of them are given. */
const looked = 200

/** The earlier the words stand in a name and the shorter it is, the better it fits. */
function query(register: Register, asked: ByName, mark: Mark): Compiled {
  const columns = columnsOf(register)
    .map((c) => c.name)
    .filter((name) => !['bigrams', 'more'].includes(name))
  const found = composer
    .withSchema('record')
    .selectFrom(tableOf(register.name))
    .select(columns as never[])
    .where((build) => searched(build, asked.words, mark))
    .where((build) => condition(build, asked.where))
  const inner = mark ? found.limit(Math.max(looked, asked.limit)) : found
  return composer
    .with('found', () => inner as never)
    .selectFrom('found')
    .selectAll()
    .orderBy(sql`position(${wordsOf(asked.words)[0] ?? ''} in searched)`)
    .orderBy(sql`char_length(searched)`)
    .orderBy('id' as never)
    .limit(mark ? asked.limit : asked.limit + 1)
    .compile() as Compiled
}

async function page(at: Database | Session, register: Register, asked: ByName, mark: Mark): Promise<readonly AnyRecord[]> {
  const { sql: text, parameters } = query(register, asked, mark)
  const { rows } = await at.query<Record<string, unknown>>(text, [...parameters])
  return rows.map((row) => recordFrom(register, row))
}

/** At most `limit` records in whose searched texts every word stands; words of one character find nothing by themselves. */
export async function recordsByName(at: Database | Session, register: Register, asked: ByName): Promise<Named> {
  if (!wordsOf(asked.words).some((word) => [...word].length > 1)) return { records: [], frequent: false }
  for (const mark of marks) {
    const records = await page(at, register, asked, mark)
    if (mark === '') return { records: records.slice(0, asked.limit), frequent: records.length > asked.limit }
    if (records.length >= asked.limit) return { records, frequent: true }
  }
  return { records: [], frequent: false }
}
