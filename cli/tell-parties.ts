// Cases of before the telling was kept: where a paper was served on the party it is entered that it was told, by an act of its own.
import { dueOf } from '../kernel/clock.ts'
import { dayOf, type Day } from '../kernel/day.ts'
import { waysOfService, type WayOfService } from '../kernel/document.ts'
import type { Term } from '../kernel/parameter.ts'
import { anyone } from '../kernel/permission.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'

interface Service {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly way: WayOfService
  readonly state: 'sent' | 'served'
  readonly sent: string
  readonly served: string | null
}

/** Every service of a paper that stands: what came back tells nobody, and only an announcement serves by being sent. */
const foundSql = `select c.id, d.form, d.number, s.way, s.state, s.sent, s.served
  from record."case" c join kernel.document d on d.record = c.id and d.register = 'case' join kernel.service s on s.document = d.id
  where c.informed is null and c.party is not null and d.state <> 'void' and (s.state = 'served' or (s.state = 'sent' and s.way = 'notice'))
  order by c.id, s.sent`

/** The day on which it counts as received: that of the service, or the last one of its announcement. */
function receivedOn(engine: Engine, { state, sent, served }: Service): Day | null {
  if (served !== null) return dayOf(served)
  const starts = dayOf(sent)
  if (state === 'served') return starts
  const term = engine.parameters.find('service.announcement', starts)?.value as Term | undefined
  return term ? dueOf({ term, starts, pauses: [], extensions: [], calendar: engine.calendar, moves: false }).due! : null
}

const tellingOf: Readonly<Record<string, string>> = { 'penalty-notice': 'notice', 'inquiry-summons': 'summons' }

interface Received extends Service {
  readonly on: Day
}

/** Of each case the paper that the party received first. */
function firstReceived(engine: Engine, rows: readonly Service[]): readonly Received[] {
  const today = dayOf(engine.now())
  const first = new Map<string, Received>()
  for (const row of rows) {
    const on = receivedOn(engine, row)
    if (on !== null && on <= today && on < (first.get(row.id)?.on ?? '9999-12-31')) first.set(row.id, { ...row, on })
  }
  return [...first.values()]
}

/** Enters what old cases lack; done again it finds nothing. */
export async function tellParties(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<Service>(foundSql)
  const told: string[] = []
  for (const { id, form, number, way, on } of firstReceived(engine, rows)) {
    const answers = { how: tellingOf[form] ?? 'decision', proof: `${number}，${on} ${waysOfService[way].zh}` }
    try {
      await act(engine, {
        register: 'case', record: id, step: 'inform', key: `told:${id}`, person: { ...anyone, id: 'told', name: 'told' }, hand: 'sweep', answers,
      })
      told.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return told
}
