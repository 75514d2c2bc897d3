// The grade of a subject as a person may know it: by the duties under which they read the records that count, and by no other way.
import { dayOf, type Day } from '../../kernel/day.ts'
import { dutyFor, readingDuties, type Person } from '../../kernel/permission.ts'
import type { Scale } from '../../kernel/scale.ts'
import type { Engine } from '../engine.ts'
import { listRecords } from '../records/list.ts'
import { gradeOne, type GradedSubject } from './single.ts'

/** Who may read every register that the scale counts, where the subject is or because it is theirs, may know its grade. */
async function mayKnow(engine: Engine, scale: Scale, person: Person, key: string): Promise<boolean> {
  const { of } = engine.house.procedureOf(scale.of)
  const [subject] = await listRecords(engine.database, of, { where: { field: scale.key!, is: key }, limit: 1, fields: ['area'] })
  const placed = { area: subject?.area ?? null, office: null, owner: null, parties: [key] }
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  return [...new Set(Object.values(scale.facts!).map(({ register }) => register))].every(
    (register) => dutyFor(person, readingDuties(engine.house, engine.house.procedureOf(register).of), placed, at) !== null,
  )
}

/** Null to whoever may not know it, and before the scale's first edition. */
export const gradeFor = async (engine: Engine, scale: Scale, person: Person, key: string, day: Day): Promise<GradedSubject | null> =>
  (await mayKnow(engine, scale, person, key)) ? gradeOne(engine, scale, key, day) : null
