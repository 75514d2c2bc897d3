// The grade of a subject as a person may know it: by the duties under which they read the records that count, and by no other way.
import { dayOf, type Day } from '../../kernel/day.ts'
import { dutyFor, readingDuties, type Person } from '../../kernel/permission.ts'
import type { Scale } from '../../kernel/scale.ts'
import type { Words } from '../../kernel/words.ts'
import { dutyTitle } from '../duty-title.ts'
import type { Engine } from '../engine.ts'
import { listRecords } from '../records/list.ts'
import { gradeOne, type GradedSubject } from './single.ts'

/** The duty under which somebody reads every register that the scale counts, where the subject is or because it is theirs. */
async function knowsBy(engine: Engine, scale: Scale, person: Person, key: string): Promise<string | null> {
  const { of } = engine.house.procedureOf(scale.of)
  const [subject] = await listRecords(engine.database, of, { where: { field: scale.key!, is: key }, limit: 1, fields: ['area'] })
  const placed = { area: subject?.area ?? null, office: null, owner: null, parties: [key] }
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const registers = [...new Set(Object.values(scale.facts!).map(({ register }) => register))]
  const reading = (register: string) => readingDuties(engine.house, engine.house.procedureOf(register).of)
  const duties = registers.map((register) => dutyFor(person, reading(register), placed, at))
  return duties.every((duty) => duty !== null) ? (duties[0] ?? null) : null
}

/** Null to whoever may not know it, and before the scale's first edition. That somebody else than the body itself looked is noted. */
export async function gradeFor(engine: Engine, scale: Scale, person: Person, key: string, day: Day): Promise<GradedSubject | null> {
  const duty = await knowsBy(engine, scale, person, key)
  if (duty === null) return null
  if (!(person.speaksFor ?? []).includes(key))
    await engine.database.query('insert into kernel.look (scale, subject, account, duty, at) values ($1, $2, $3, $4, $5)', [
      scale.name, key, person.id, duty, engine.now(),
    ])
  return gradeOne(engine, scale, key, day)
}

/** Who looked at a subject's grade: the office and the duty, not the person. */
export interface Look {
  readonly at: string
  readonly office: Words | null
  readonly duty: Words
}

const most = 100

/** Looks at one subject, the latest first. */
export async function looksAt(engine: Engine, scale: Scale, key: string): Promise<readonly Look[]> {
  const { rows } = await engine.database.query<{ at: string; office: string | null; duty: string }>(
    `select l.at, a.office, l.duty from kernel.look l left join kernel.account a on a.id = l.account
     where l.scale = $1 and l.subject = $2 order by l.at desc, l.id desc limit ${most}`,
    [scale.name, key],
  )
  return rows.map(({ at, office, duty }) => {
    const place = engine.offices.get(office ?? '')
    return { at, office: place ? { zh: place.titleZh, en: place.titleEn } : null, duty: dutyTitle(engine, duty) ?? { zh: duty, en: duty } }
  })
}
