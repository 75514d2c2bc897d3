// Who read personal data (個人信息保護法 44, 45), told to the person concerned: office, duty, day and fields; not the official's name.
import type { Words } from '../../kernel/words.ts'
import { dutyTitle } from '../duty-title.ts'
import type { Engine } from '../engine.ts'
import { tableOf } from '../names.ts'

export interface ReadingTold {
  readonly at: string
  readonly office: Words | null
  readonly duty: Words | null
  readonly register: Words
  readonly number: string | null
  readonly fields: readonly Words[]
}

interface Row {
  readonly at: string
  readonly office: string | null
  readonly duty: string | null
  readonly register: string
  readonly record: string
  readonly fields: string[]
}

const most = 500

async function numbersOf(engine: Engine, rows: readonly Row[]): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>()
  for (const register of new Set(rows.map((row) => row.register))) {
    if (!engine.house.registers.has(register)) continue
    const records = rows.filter((row) => row.register === register).map((row) => row.record)
    const { rows: numbers } = await engine.database.query<{ id: string; number: string | null }>(
      `select id, number from record."${tableOf(register)}" where id = any($1)`,
      [[...new Set(records)]],
    )
    for (const { id, number } of numbers) found.set(id, number)
  }
  return found
}

/** Readings of a person's data, the latest first. */
export async function readingsOf(engine: Engine, subject: string): Promise<readonly ReadingTold[]> {
  const { rows } = await engine.database.query<Row>(
    `select r.at, a.office, r.duty, r.register, r.record, r.fields from kernel.reading_of_personal r
     left join kernel.account a on a.id = r.account where r.subject = $1 order by r.at desc, r.id desc limit ${most}`,
    [subject],
  )
  const numbers = await numbersOf(engine, rows)
  return rows.map((row) => {
    const register = engine.house.registers.get(row.register)
    const office = engine.offices.get(row.office ?? '')
    return {
      at: row.at,
      office: office ? { zh: office.titleZh, en: office.titleEn } : null,
      duty: row.duty === null ? null : dutyTitle(engine, row.duty),
      register: register?.title ?? { zh: row.register, en: row.register },
      number: numbers.get(row.record) ?? null,
      fields: row.fields.map((name) => register?.fields[name]?.title ?? { zh: name, en: name }),
    }
  })
}
