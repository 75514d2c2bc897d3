// Grades of all subjects of a register at once, in the warehouse's own SQL: facts by one grouping, points and grade by the edition's lines.
import type { Day } from '../../kernel/day.ts'
import type { Scale, ScaleEdition, ScaleLine } from '../../kernel/scale.ts'
import { conditionText } from '../compile.ts'
import { columnOf, tableOf } from '../names.ts'
import type { WarehouseSession } from '../warehouse/warehouse.ts'
import { grouped, windowsOf, type Windowed } from './rule.ts'

const column = (field: string): string => `"${columnOf(field)}"`
const factTable = (register: string): string => `"fact_${tableOf(register)}"`
/** Numbers and names come from declarations and checked parameters; quotes are doubled all the same. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const decimal = (text: string): string => `${quoted(text)}::decimal(18, 6)`
const factColumn = (fact: string): string => `"fact of ${fact}"`

export interface Run {
  readonly scale: Scale
  readonly edition: ScaleEdition
  readonly day: Day
  /** Entries of the log that the facts rest on. */
  readonly tick: number
}

/** Records of one register that count, per subject: one column for each fact. */
function counts(windows: readonly Windowed[], day: Day, only: string): string {
  const { register, by } = windows[0]!.source
  const columns = windows.map(({ fact, source: { on, until, where }, after }) => {
    const conditions = [
      `${column(on)} <= ${quoted(day)}`,
      ...(after === null ? [] : [`${column(on)} > ${quoted(after)}`]),
      ...(until ? [`(${column(until)} is null or ${column(until)} >= ${quoted(day)})`] : []),
      ...(where ? [`(${conditionText(where)})`] : []),
    ]
    return `count(*) filter (where ${conditions.join(' and ')}) as ${factColumn(fact)}`
  })
  return `select ${column(by)} as subject, ${columns.join(', ')} from ${factTable(register)} where seq_to is null and ${column(by)} is not null${only && ` and ${column(by)} in (${only})`} group by 1`
}

function points(line: ScaleLine): string {
  const fact = factColumn(line.fact)
  const worth = decimal(line.points ?? '0')
  const raw = line.counts === 'each' ? `${worth} * ${fact}::decimal(12, 0)` : `case when ${fact} > 0 then ${worth} else 0 end`
  const floor = line.least === undefined ? raw : `greatest(${raw}, ${decimal(line.least)})`
  return line.most === undefined ? floor : `least(${floor}, ${decimal(line.most)})`
}

/** The place of the grade among the grades, from the best. */
function rank({ grades, vetoes }: ScaleEdition): string {
  const reached = grades.map(({ least }, at) => `when points >= ${decimal(least ?? '0')} then ${at}`)
  const floors = vetoes.map(({ fact, atMost }) => `case when ${factColumn(fact)} > 0 then ${grades.findIndex(({ grade }) => grade === atMost)} else 0 end`)
  return `greatest(case ${reached.join(' ')} else ${grades.length - 1} end${floors.map((floor) => `, ${floor}`).join('')})`
}

/** The statement that grades every subject, or those that a query names. */
export function gradingSql({ scale, edition, day, tick }: Run, only = ''): string {
  const windows = windowsOf(scale, edition, day)
  const groups = [...grouped(windows, ({ source }) => `${source.register} ${source.by}`).values()]
  const key = column(scale.key!)
  const subjects = `select distinct ${key} as subject from ${factTable(scale.of)} where seq_to is null and ${key} is not null${only && ` and ${key} in (${only})`}`
  const names = windows.map(({ fact }) => factColumn(fact))
  return `with subjects as (${subjects}), ${groups.map((group, at) => `counted_${at} as (${counts(group, day, only)})`).join(', ')},
    facts as (select s.subject, ${names.map((name) => `coalesce(${name}, 0) as ${name}`).join(', ')}
      from subjects s ${groups.map((_, at) => `left join counted_${at} on counted_${at}.subject = s.subject`).join(' ')}),
    pointed as (select *, ${[decimal(edition.starts ?? '0'), ...edition.lines.map(points)].join(' + ')} as points from facts)
    select ${quoted(scale.name)} as scale, subject, [${edition.grades.map(({ grade }) => quoted(grade)).join(', ')}][1 + ${rank(edition)}] as grade,
      points::decimal(18, 6) as points, ${quoted(edition.name)} as edition, ${quoted(day)} as day, ${tick}::bigint as tick from pointed`
}

/** Subjects of which something is new since an entry of the log: they themselves, or a record that they are named in. */
function touched(scale: Scale, edition: ScaleEdition, day: Day, since: number): string {
  const sources = windowsOf(scale, edition, day).map(({ source }) => [source.register, source.by] as const)
  const both = new Map([[scale.of, scale.key!] as const, ...sources].map((pair) => [pair.join(' '), pair]))
  return [...both.values()]
    .map(([register, by]) => `select ${column(by)} from ${factTable(register)} where (seq_from >= ${since} or seq_to >= ${since}) and ${column(by)} is not null`)
    .join(' union ')
}

/** Grades all subjects anew: run twice, it leaves the same. */
export async function gradeAll(session: WarehouseSession, run: Run): Promise<void> {
  await session.run('delete from scale_grade where scale = ?', [run.scale.name])
  await session.run(`insert into scale_grade ${gradingSql(run)}`)
}

/** Grades again those subjects of which something is new since an entry of the log, and no others. */
export async function gradeTouched(session: WarehouseSession, run: Run, since: number): Promise<void> {
  await session.run(`create or replace temp table graded_again as ${touched(run.scale, run.edition, run.day, since)}`)
  const only = 'select * from graded_again'
  await session.run(`delete from scale_grade where scale = ? and subject in (${only})`, [run.scale.name])
  await session.run(`insert into scale_grade ${gradingSql(run, only)}`)
}
