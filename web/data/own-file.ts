// What a body that is signed in must do, what is known of it and how it stands: the same rights, clocks and scale as everywhere.
import { dayOf } from '../../kernel/day.ts'
import { asList, type Procedure } from '../../kernel/procedure.ts'
import { concerned, type AnyRecord } from '../../kernel/register.ts'
import type { Scale } from '../../kernel/scale.ts'
import { dutyFor, readingDuties } from '../../kernel/permission.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Caller } from '../../server/identity.ts'
import type { Engine } from '../../store/engine.ts'
import { actsOn, dueFor, type DueItem } from '../../store/records/due.ts'
import { countFor, listFor } from '../../store/records/read.ts'
import { listRecords } from '../../store/records/list.ts'
import { gradeFor, looksAt } from '../../store/scales/known.ts'
import type { GradedSubject } from '../../store/scales/single.ts'
import { stepsNow } from './steps-now.ts'

/** A record on which the body can act now. */
export interface Waiting {
  readonly procedure: Procedure
  readonly record: AnyRecord
  readonly possible: readonly string[]
}

export interface Known {
  readonly procedure: Procedure
  readonly count: number
  readonly latest: readonly AnyRecord[]
}

/** What one body is graded by, with the scale that says how. */
export interface OwnGrade {
  readonly scale: Scale
  readonly graded: GradedSubject
}

/** Who asked how the body stands: officials by office and duty, purchasers by name and project. */
export interface Looked {
  readonly day: string
  readonly who: Words
  readonly why: Words
}

export interface OwnBody {
  readonly looked: readonly Looked[]
  readonly code: string
  readonly name: string | null
  readonly grades: readonly OwnGrade[]
}

export interface OwnFile {
  readonly bodies: readonly OwnBody[]
  readonly due: readonly DueItem[]
  readonly waiting: readonly Waiting[]
  readonly known: readonly Known[]
  readonly openings: readonly Procedure[]
}

const atMost = 20
const latest = 5
/** Registers that name parties and that the caller reads by some duty. */
const ofParties = (engine: Engine, { person }: Caller): readonly Procedure[] =>
  [...engine.house.procedures.values()].filter(
    ({ of }) => concerned(of).length > 0 && readingDuties(engine.house, of).some((duty) => person.holdings.some((h) => h.duty === duty)),
  )

async function waitingIn(engine: Engine, procedure: Procedure, caller: Caller): Promise<readonly Waiting[]> {
  const where = actsOn(engine, procedure, caller.person)
  const records = 'any' in where && where.any.length === 0 ? [] : await listFor(engine, procedure.of, caller.person, { where, limit: atMost })
  // Papers can be signed and served in any state: that alone is no work of the body.
  const steps = (record: AnyRecord) => stepsNow(engine, procedure, record, caller).filter((name) => !procedure.steps[name]!.standing)
  return records.map((record) => ({ procedure, record, possible: steps(record) })).filter(({ possible }) => possible.length > 0)
}

/** Looks at the class and extracts that name the body, the latest first. */
async function lookedAt(engine: Engine, scales: readonly Scale[], code: string): Promise<readonly Looked[]> {
  const looks = (await Promise.all(scales.map((scale) => looksAt(engine, scale, code)))).flat()
  const { of } = engine.house.procedureOf('credit-extract')
  const extracts = await listRecords(engine.database, of, { where: { search: code }, limit: atMost, fields: ['purchaser', 'project', 'day'] })
  const officials = looks.map(({ at, office, duty }) => ({ day: dayOf(at), who: office ?? words('—', '—'), why: duty }))
  const written = (value: unknown): Words => words(String(value), String(value))
  const purchasers = extracts.map((each) => ({ day: String(each['day']), who: written(each['purchaser']), why: written(each['project']) }))
  return [...officials, ...purchasers].toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, atMost)
}

async function bodyOf(engine: Engine, caller: Caller, code: string): Promise<OwnBody> {
  const { of } = engine.house.procedureOf('enterprise')
  const [body] = await listFor(engine, of, caller.person, { where: { field: 'code', is: code }, limit: 1 })
  const scales = [...engine.house.scales.values()].filter((scale) => scale.of === 'enterprise' && scale.facts)
  const today = dayOf(engine.now())
  const gradeBy = (scale: Scale) => gradeFor(engine, scale, caller.person, code, today)
  const graded = await Promise.all(scales.map(async (scale) => ({ scale, graded: await gradeBy(scale) })))
  return {
    code,
    name: (body?.['name'] as string | undefined) ?? null,
    grades: graded.filter((each): each is OwnGrade => each.graded !== null),
    looked: await lookedAt(engine, scales, code),
  }
}

/** Registers in which the body may open something: an objection, a plan, a report of its own. */
function openingsFor(engine: Engine, { person }: Caller, codes: readonly string[]): readonly Procedure[] {
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  return [...engine.house.procedures.values()].filter(({ of, opens }) => {
    const duties = asList(opens.by).map((duty) => engine.house.duty(of.name, duty))
    return concerned(of).length > 0 && dutyFor(person, duties, { area: null, office: null, owner: person.id, parties: codes }, at) !== null
  })
}

export async function ownFile(engine: Engine, caller: Caller): Promise<OwnFile> {
  const codes = caller.person.speaksFor ?? []
  const procedures = ofParties(engine, caller)
  const [bodies, due, waiting, known] = await Promise.all([
    Promise.all(codes.map((code) => bodyOf(engine, caller, code))),
    dueFor(engine, caller.person, 50),
    // Where nothing is ever due, as of a product in the register, nothing waits.
    Promise.all(procedures.filter(({ deadlines }) => deadlines.length > 0).map((procedure) => waitingIn(engine, procedure, caller))),
    Promise.all(
      procedures.map(async (procedure) => ({
        procedure,
        count: await countFor(engine, procedure.of, caller.person),
        latest: await listFor(engine, procedure.of, caller.person, { limit: latest }),
      })),
    ),
  ])
  const openings = openingsFor(engine, caller, codes)
  return { bodies, due, waiting: waiting.flat(), known: known.filter(({ count }) => count > 0), openings }
}
