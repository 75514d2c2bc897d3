// One penalty case as the file on the desk: record, clocks, papers, what caused it and what it caused, the band of its article.
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Caller } from '../../server/identity.ts'
import type { Engine } from '../../store/engine.ts'
import type { ClockShown } from '../../store/records/clocks.ts'
import { duePage, type DueItem } from '../../store/records/due.ts'
import { historyOf, type EntryShown } from '../../store/records/history.ts'
import { linksOf, type RelatedRecord } from '../../store/records/links-of.ts'
import { countFor, listFor, readWithClocks } from '../../store/records/read.ts'
import { bandOf, partsOf, scaledParts, type Band, type Discretion, type FineBands, type Part, type Scale } from '../../systems/oversight/enforcement/index.ts'
import { isUuid } from '../../store/uuid.ts'
import { stepsNow } from './steps-now.ts'

const shown = 200
const onPage = 30

export interface CaseView {
  readonly procedure: Procedure
  readonly record: AnyRecord
  readonly visible: readonly string[]
  /** Name of the place at the time of the lead. */
  readonly place: string
  readonly clocks: readonly ClockShown[]
  readonly possible: readonly string[]
  readonly history: readonly EntryShown[]
  readonly causes: readonly RelatedRecord[]
  readonly consequences: readonly RelatedRecord[]
  /** What the article lets the fine be; null where the table gives no band. */
  readonly band: Band | null
  /** What each circumstance proposes within the band; empty where nothing is laid down for the day. */
  readonly parts: readonly Part[]
  /** Whether the parts are those of the province's own scale, and whether its numbers are invented; null where they are the nation's proposal. */
  readonly scale: 'published' | 'demonstration' | null
}

export async function caseView(engine: Engine, caller: Caller, id: string): Promise<CaseView> {
  const procedure = engine.house.procedureOf('case')
  if (!isUuid(id)) return kernelRefusals.refuse('not-found')
  const { record, clocks, visible, sees } = await readWithClocks(engine, procedure.of, caller.person, id)
  const history = await historyOf(engine, procedure.of, record.id, sees)
  const { causes, consequences } = await linksOf(engine, caller.person, procedure.of, record.id)
  const day = (record['decided'] as string | null) ?? dayOf(engine.now())
  const [bands, discretion] = [engine.parameters.find('enforcement.fine-bands', day), engine.parameters.find('enforcement.discretion', day)]
  const article = record['punishedBy'] as string | null
  const value = record['value'] as string | null
  const band = bands && article ? bandOf(bands.value as FineBands, article, value) : null
  const scale = engine.parameters.find('enforcement.scale', day)?.value as Scale | undefined
  const own = scale && article ? scaledParts(scale, band, article, value) : null
  return {
    ...{ procedure, record, visible, clocks, history, causes, consequences },
    possible: stepsNow(engine, procedure, record, caller),
    place: record.area === null ? '—' : engine.tree.name(record.area, record['received'] as string),
    band,
    scale: own ? (scale!.demonstration ? 'demonstration' : 'published') : null,
    parts: own ? own : band && discretion ? partsOf(band, discretion.value as Discretion) : [],
  }
}

export interface CaseWaiting {
  readonly record: AnyRecord
  readonly possible: readonly string[]
  /** The clock that runs out first. */
  readonly due: DueItem | null
}

export interface CasesView {
  readonly procedure: Procedure
  readonly cases: readonly CaseWaiting[]
  readonly counts: Readonly<Record<string, number>>
  readonly state: string | null
  /** Where the page begins, and where the next does. */
  readonly from: number
  readonly next: number | null
}

/** Cases under way within one's reach, the most urgent first of so many that are looked through, and how many stand at each stage. */
export async function casesView(engine: Engine, caller: Caller, asked: string | undefined, begins = 0, looked = shown): Promise<CasesView> {
  const procedure = engine.house.procedureOf('case')
  const { person } = caller
  const states = Object.keys(procedure.states)
  const state = asked && states.includes(asked) ? asked : null
  const where = state ? { field: 'state', is: state } : { not: { field: 'state', in: [...procedure.ends, 'closed'] } }
  const [newest, counted, urgent] = await Promise.all([
    listFor(engine, procedure.of, person, { where, limit: looked }),
    Promise.all(states.map((each) => countFor(engine, procedure.of, person, { field: 'state', is: each }))),
    duePage(engine, person, { limit: looked * 2, register: 'case' }),
  ])
  // An office with more cases than are looked through has its most urgent ones among the oldest.
  const older = [...new Set(urgent.items.map(({ record }) => record))].filter((id) => !newest.some((record) => record.id === id))
  const pressing = { where: { all: [where, { field: 'id', in: older }] }, limit: looked }
  const records = [...newest, ...(older.length > 0 ? await listFor(engine, procedure.of, person, pressing) : [])]
  const { items: due } = await duePage(engine, person, { limit: 5000, register: 'case', records: records.map(({ id }) => id) })
  const cases = records.map((record) => ({
    record,
    possible: stepsNow(engine, procedure, record, caller).filter((name) => !procedure.steps[name]!.standing),
    due: due.find((item) => item.record === record.id && item.state === 'open') ?? due.find((item) => item.record === record.id) ?? null,
  }))
  const from = Number.isInteger(begins) && begins > 0 ? begins : 0
  const last = (one: CaseWaiting): string => one.due?.due ?? '9'
  return {
    procedure,
    cases: cases.toSorted((a, b) => last(a).localeCompare(last(b))).slice(from, from + onPage),
    counts: Object.fromEntries(states.map((each, at) => [each, counted[at]!])),
    state,
    from,
    next: cases.length > from + onPage ? from + onPage : null,
  }
}
