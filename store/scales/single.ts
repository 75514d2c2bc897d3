// Grades of named subjects on a day, from the records themselves: one query for all of them, each line with the records it counts.
import { addDays, addMonths, type Day } from '../../kernel/day.ts'
import { counterfactuals, grade, type Graded, type Scale, type ScaleEdition } from '../../kernel/scale.ts'
import { piece, together, type Piece } from '../compile.ts'
import type { Database, Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import { articleField, countedOn, factsOn, grouped, ruleOn, windowsOf, type Counted, type Windowed } from './rule.ts'

export interface GradedSubject extends Graded {
  readonly subject: string
  readonly day: Day
  /** Records behind the facts, the newest first. */
  readonly counted: readonly Counted[]
  /** Single changes of one fact that would alter the grade. */
  readonly ifChanged: ReturnType<typeof counterfactuals>
  /** Later days on which mere time alters the grade, if nothing else happens and the rule stays. */
  readonly ahead: readonly { readonly on: Day; readonly grade: string; readonly points: string }[]
}

const column = (field: string): string => `"${columnOf(field)}"`

function selection(engine: Engine, { fact, source, after }: Windowed, subjects: readonly string[], day: Day): Piece {
  const { register, by, on, until, where } = source
  const article = articleField(engine.house.registers.get(register)!)
  return together([
    { text: `select $1::text as fact, ${column(by)} as subject, id, number, ${column(on)}::text as "on"`, values: [fact] },
    `, ${until ? `${column(until)}::text` : 'null'} as until, ${article ? column(article) : 'null'} as article from record."${tableOf(register)}" where `,
    { text: `${column(by)} = any($1::text[]) and ${column(on)} <= $2::date`, values: [subjects, day] },
    after === null ? '' : { text: ` and ${column(on)} > $1::date`, values: [after] },
    until ? { text: ` and (${column(until)} is null or ${column(until)} >= $1::date)`, values: [day] } : '',
    ...(where ? [' and ', piece(where)] : []),
  ])
}

/** The first day on which a record counts no more. */
function outOn(edition: ScaleEdition, { fact, on, until }: Counted): Day | null {
  const months = edition.lines.find((line) => line.fact === fact)?.months
  let aged = months === undefined ? null : addMonths(on, months)
  // The last of a short month is not yet the same day months later.
  while (aged !== null && months !== undefined && addMonths(aged, -months) < on) aged = addDays(aged, 1)
  const ended = until === null ? null : addDays(until, 1)
  return aged === null ? ended : ended === null ? aged : aged < ended ? aged : ended
}

function aheadOf(scale: Scale, edition: ScaleEdition, records: readonly Counted[], now: string): GradedSubject['ahead'] {
  const days = [...new Set(records.flatMap((record) => outOn(edition, record) ?? []))].sort()
  let last = now
  return days.flatMap((on) => {
    const { grade: then, points } = grade(edition, factsOn(scale, edition, on, records))
    if (then === last) return []
    last = then
    return [{ on, grade: then, points }]
  })
}

/** The last day of counting that a running clock will write by itself, for records in which it does not stand yet. */
async function endsOf(engine: Engine, scale: Scale, records: readonly Counted[]): Promise<ReadonlyMap<string, Day>> {
  const clockOf = (fact: string): string | undefined => scale.facts?.[fact]?.endedBy
  const open = records.filter(({ fact, until }) => until === null && clockOf(fact) !== undefined)
  if (open.length === 0) return new Map()
  const { rows } = await engine.database.query<{ record: string; due: Day }>(
    `select record, due::text as due from kernel.clock where record = any($1::uuid[]) and deadline = any($2::text[]) and state = 'open' and due is not null`,
    [open.map(({ id }) => id), [...new Set(open.map(({ fact }) => clockOf(fact)!))]],
  )
  return new Map(rows.map(({ record, due }) => [record, due]))
}

type CountedOf = Counted & { readonly subject: string }

interface Found {
  readonly subjects: readonly string[]
  readonly day: Day
  readonly records: readonly CountedOf[]
}

/** The records of each subject that count on the day. */
function countedBySubject(scale: Scale, edition: ScaleEdition, { day, records }: Found): (subject: string) => readonly Counted[] {
  const bySubject = grouped(records, (row) => row.subject)
  return (subject) => countedOn(scale, edition, day, (bySubject.get(subject) ?? []).map(({ subject: _, ...record }) => record))
}

export type SubjectGrade = Graded & { readonly subject: string }

/** Grades and nothing more, for many subjects at once; those of whom nothing is on file are graded once. */
export function plainlyGraded(scale: Scale, edition: ScaleEdition, found: Found): readonly SubjectGrade[] {
  const countedOf = countedBySubject(scale, edition, found)
  const clean = grade(edition, factsOn(scale, edition, found.day, []))
  const withRecords = new Set(found.records.map(({ subject }) => subject))
  const graded = (subject: string) => grade(edition, factsOn(scale, edition, found.day, countedOf(subject)))
  return found.subjects.map((subject) => ({ ...(withRecords.has(subject) ? graded(subject) : clean), subject }))
}

/** Grades subjects by records that were found for them, with what would change each grade. */
function explained(scale: Scale, edition: ScaleEdition, found: Found, ends: ReadonlyMap<string, Day>): readonly GradedSubject[] {
  const { subjects, day } = found
  const countedOf = countedBySubject(scale, edition, found)
  return subjects.map((subject) => {
    const counted = countedOf(subject)
    const facts = factsOn(scale, edition, day, counted)
    const graded = grade(edition, facts)
    const ending = counted.map((record) => ({ ...record, until: record.until ?? ends.get(record.id) ?? null }))
    const ahead = aheadOf(scale, edition, ending, graded.grade)
    return { ...graded, subject, day, counted, ifChanged: counterfactuals(edition, facts), ahead }
  })
}

interface Grading {
  readonly scale: Scale
  readonly edition: ScaleEdition
  readonly subjects: readonly string[]
  readonly day: Day
}

async function recordsOf(engine: Engine, asked: Grading, at: Database | Session): Promise<readonly CountedOf[]> {
  const { scale, edition, subjects, day } = asked
  const parts = windowsOf(scale, edition, day).map((each) => selection(engine, each, subjects, day))
  const { text, values } = together([...parts.flatMap((part, n) => (n === 0 ? [part] : [' union all ', part])), ' order by "on" desc, id'])
  return (await at.query<CountedOf>(text, [...values])).rows
}

/** Grades many subjects by their keys, as the records stand at a place of reading; empty before the scale's first edition. */
export async function gradesOf(
  engine: Engine,
  scale: Scale,
  subjects: readonly string[],
  day: Day,
  at: Database | Session,
): Promise<readonly SubjectGrade[]> {
  const edition = ruleOn(engine, scale, day)
  if (!edition) return []
  return plainlyGraded(scale, edition, { subjects, day, records: await recordsOf(engine, { scale, edition, subjects, day }, at) })
}

/** Grades subjects and explains each; empty before the scale's first edition. */
export async function gradeSubjects(
  engine: Engine,
  scale: Scale,
  subjects: readonly string[],
  day: Day,
): Promise<readonly GradedSubject[]> {
  const edition = ruleOn(engine, scale, day)
  if (!edition) return []
  const records = await recordsOf(engine, { scale, edition, subjects, day }, engine.database)
  return explained(scale, edition, { subjects, day, records }, await endsOf(engine, scale, records))
}

/** Grades one subject. */
export const gradeOne = async (engine: Engine, scale: Scale, subject: string, day: Day): Promise<GradedSubject | null> =>
  (await gradeSubjects(engine, scale, [subject], day))[0] ?? null
