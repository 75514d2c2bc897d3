// The day of an inspector: visits and samples that wait for them, by what is due first, and equipment overdue within their reach.
import { citationKey } from '../../kernel/citation.ts'
import { light, type Light } from '../../kernel/clock.ts'
import { addDays, dayOf, type Day } from '../../kernel/day.ts'
import type { Filter } from '../../kernel/filter.ts'
import type { Person } from '../../kernel/permission.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Caller } from '../../server/identity.ts'
import { piece, together } from '../../store/compile.ts'
import type { Engine } from '../../store/engine.ts'
import { columnOf, tableOf } from '../../store/names.ts'
import { accountNames, accountsIn } from '../../store/people/names.ts'
import { listPublished } from '../../store/publications.ts'
import { clocksOf, type ClockShown } from '../../store/records/clocks.ts'
import { duePage } from '../../store/records/due.ts'
import { listFor } from '../../store/records/read.ts'
import { isNothing, reachOf } from '../../store/records/sight.ts'
import { stepsNow } from './steps-now.ts'

/** What a line of the day rests on: the last day, its light, what ends then, and under which rule. */
export interface LineDue {
  readonly day: Day
  readonly light: Light
  readonly title: Words
  readonly rule: string
}

export interface DayLine {
  readonly procedure: Procedure
  readonly record: AnyRecord
  readonly place: Words
  readonly address: string | null
  readonly due: LineDue | null
  readonly possible: readonly string[]
  readonly group: DayGroup
}

export const dayGroups = {
  overdue: words('已超期', 'Overdue'),
  today: words('今天', 'Today'),
  week: words('七日内', 'Within seven days'),
  later: words('以后', 'Later'),
} as const
export type DayGroup = keyof typeof dayGroups

export interface EquipmentLine {
  readonly procedure: Procedure
  readonly record: AnyRecord
  readonly place: Words
  readonly due: LineDue | null
  readonly possible: readonly string[]
}

export interface DayView {
  readonly today: Day
  readonly lines: readonly DayLine[]
  readonly equipment: readonly EquipmentLine[]
}

/** States in which a visit or a sample waits for somebody in the field. */
const waiting = {
  sample: ['drawn', 'visiting', 'sealed'],
  inspection: ['drawn', 'visiting', 'correcting'],
} as const
/** What was begun is finished on the day: nobody leaves a visit open over night. */
const begun = ['visiting', 'sealed']
const most = 200

/** Records that wait, within one's reach, for which the draw named this person or nobody. */
export async function given(
  engine: Engine,
  procedure: Procedure,
  person: Person,
  states: readonly string[],
): Promise<readonly AnyRecord[]> {
  const { of } = procedure
  const reach = reachOf(engine, of, person)
  if (isNothing(reach)) return []
  const { text, values } = together([
    `select id from record."${tableOf(of.name)}" where `,
    piece({ field: 'state', in: states }),
    ' and ',
    piece(reach),
    { text: ` and (inspectors is null or $1 = any(string_to_array(inspectors, ' '))) order by opened limit ${most}`, values: [person.id] },
  ])
  const { rows } = await engine.database.query<{ id: string }>(text, [...values])
  if (rows.length === 0) return []
  // Who signed is no matter of the day: what is personal is not read, and so no reading is noted.
  const fields = Object.keys(of.fields).filter((name) => !of.fields[name]!.personal)
  const standing = ['number', 'area', 'office', 'owner']
  const asked = { where: { field: 'id', in: rows.map(({ id }) => id) }, limit: most, fields: [...fields, ...standing] }
  return withColleagues(engine, await listFor(engine, of, person, asked))
}

/** Who goes along is read by name: nobody in the field knows the accounts of others. */
async function withColleagues({ database }: Engine, records: readonly AnyRecord[]): Promise<readonly AnyRecord[]> {
  const names = await accountNames(database, records.flatMap((record) => accountsIn(record['inspectors'])))
  const named = (record: AnyRecord): string => accountsIn(record['inspectors']).map((account) => names.get(account) ?? account).join('、')
  return records.map((record) => (record['inspectors'] == null ? record : { ...record, inspectors: named(record) }))
}

/** Last day of each plan, from what is public of plans. */
async function planEnds(engine: Engine, records: readonly AnyRecord[]): Promise<ReadonlyMap<string, Day>> {
  const plans = [...new Set(records.flatMap((record) => (record['plan'] as string | null) ?? []))]
  const publication = engine.house.publications.get('check-plans')
  if (plans.length === 0 || !publication) return new Map()
  const published = await listPublished(engine, publication, { where: { field: 'id', in: plans }, limit: most })
  return new Map(published.map(({ id, values }) => [id, values['to'] as Day]))
}

/** Addresses by credit code, for those who may read the register of enterprises. */
async function addresses(engine: Engine, person: Person, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { of } = engine.house.procedureOf('enterprise')
  if (codes.length === 0 || isNothing(reachOf(engine, of, person))) return new Map()
  const asked = { where: { field: 'code', in: [...new Set(codes)] }, limit: most, fields: ['code', 'address'] }
  const bodies = await listFor(engine, of, person, asked)
  return new Map(bodies.flatMap((body) => (body['address'] ? [[String(body['code']), String(body['address'])] as const] : [])))
}

const planOver = words('计划截止', 'The plan ends')
const demanded = words('改正期限', 'To be mended by')

interface Clocks {
  readonly engine: Engine
  readonly today: Day
  readonly ends: ReadonlyMap<string, Day>
  /** Of records that are looked at again: before a visit no clock runs. */
  readonly running: ReadonlyMap<string, readonly ClockShown[]>
}

const lit = ({ engine, today }: Clocks, due: Day): Light => light({ state: 'open', due }, today, engine.calendar)

/** The clock that runs; before a visit there is none, and the plan's last day is the limit of what was approved. */
function dueOfLine(procedure: Procedure, record: AnyRecord, clocks: Clocks): LineDue | null {
  const running = clocks.running.get(record.id)?.find(({ state, due }) => due !== null && (state === 'open' || state === 'lapsed'))
  const title = running && procedure.deadlines.find(({ name }) => name === running.deadline)?.title
  if (running && title) return { day: running.due!, light: running.light, title, rule: running.rule }
  const basis = procedure.steps['visit']?.basis ?? procedure.opens.basis
  const rule = basis ? citationKey(basis) : ''
  const mended = record['correctBy'] as Day | null | undefined
  if (record.state === 'correcting' && mended) return { day: mended, light: lit(clocks, mended), title: demanded, rule }
  const end = clocks.ends.get(record['plan'] as string)
  return end ? { day: end, light: lit(clocks, end), title: planOver, rule } : null
}

function groupOf(record: AnyRecord, due: LineDue | null, today: Day): DayGroup {
  if (due && due.day < today) return 'overdue'
  if (begun.includes(record.state) || due?.day === today) return 'today'
  // What was to be mended by yesterday can be looked at again today, though the term for looking runs on.
  if (record.state === 'correcting' && String(record['correctBy']) < today) return 'today'
  return due && due.day <= addDays(today, 7) ? 'week' : 'later'
}

function placeOf({ tree }: Engine, { area }: AnyRecord, today: Day): Words {
  return area === null ? words('—', '—') : words(tree.name(area, today), tree.name(area, today, 'en'))
}

/** Equipment on which a term of its own is over, and what is not inspected in time. */
async function overdueEquipment(engine: Engine, caller: Caller, today: Day): Promise<readonly EquipmentLine[]> {
  const procedure = engine.house.procedureOf('equipment')
  const { of } = procedure
  const { person } = caller
  const { items } = await duePage(engine, person, { limit: most, register: 'equipment', lights: ['red'] })
  const state: Filter = { field: 'state', is: 'overdue' }
  const where: Filter = items.length === 0 ? state : { any: [state, { field: 'id', in: items.map(({ record }) => record) }] }
  const records = isNothing(reachOf(engine, of, person)) ? [] : await listFor(engine, of, person, { where, limit: most })
  const basis = procedure.steps['pass-term']!
  const lines = records.map((record): EquipmentLine => {
    const clock = items.find((item) => item.record === record.id)
    const validTo = record['validTo'] as Day | null
    const ranOut = (day: Day): LineDue => ({ day, light: 'red', title: basis.title, rule: citationKey(basis.basis!) })
    const over = record.state === 'overdue' && validTo ? ranOut(validTo) : null
    const title = clock && procedure.deadlines.find(({ name }) => name === clock.deadline)?.title
    return {
      procedure,
      record,
      place: placeOf(engine, record, today),
      due: over ?? (clock?.due && title ? { day: clock.due, light: clock.light, title, rule: clock.rule } : null),
      possible: stepsNow(engine, procedure, record, caller).filter((name) => !procedure.steps[name]!.standing),
    }
  })
  return lines.toSorted((a, b) => (a.due?.day ?? '9').localeCompare(b.due?.day ?? '9'))
}

/** Visits and samples of one person, the most urgent first, and the equipment overdue where they work. */
export async function dayView(engine: Engine, caller: Caller): Promise<DayView> {
  const { person } = caller
  const today = dayOf(engine.now())
  const registers = Object.entries(waiting).map(([name, states]) => ({ procedure: engine.house.procedureOf(name), states }))
  const [lists, equipment] = await Promise.all([
    Promise.all(registers.map(({ procedure, states }) => given(engine, procedure, person, states))),
    overdueEquipment(engine, caller, today),
  ])
  const all = lists.flat()
  const ends = await planEnds(engine, all)
  const known = await addresses(engine, person, all.map((record) => String(record['unit'])))
  const again = all.filter(({ state }) => state === 'correcting')
  const running = new Map(await Promise.all(again.map(async ({ id }) => [id, await clocksOf(engine, id)] as const)))
  const clocks: Clocks = { engine, today, ends, running }
  const lines = registers.flatMap(({ procedure }, at) =>
    lists[at]!.map((record): DayLine => {
      const due = dueOfLine(procedure, record, clocks)
      return {
        procedure,
        record,
        place: placeOf(engine, record, today),
        address: known.get(String(record['unit'])) ?? null,
        due,
        possible: stepsNow(engine, procedure, record, caller).filter((name) => !procedure.steps[name]!.standing),
        group: groupOf(record, due, today),
      }
    }),
  )
  return { today, equipment, lines: lines.toSorted((a, b) => (a.due?.day ?? '9').localeCompare(b.due?.day ?? '9')) }
}
