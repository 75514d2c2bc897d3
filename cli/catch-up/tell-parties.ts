// Cases of before the telling was kept: where a paper was served, that the party was told and of which facts is entered by an act.
import { dueOf } from '../../kernel/clock.ts'
import { dayOf, type Day } from '../../kernel/day.ts'
import { waysOfService, type WayOfService } from '../../kernel/document.ts'
import type { Paper } from '../../kernel/paper.ts'
import type { Term } from '../../kernel/parameter.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'
import { openValues } from '../../store/records/personal.ts'

interface Service {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly way: WayOfService
  readonly state: 'sent' | 'served'
  readonly sent: string
  readonly served: string | null
  /** Of a case that is known as told, and of no facts. */
  readonly known: boolean
  readonly paper: Paper | null
  readonly sealed: string | null
  readonly subject: string | null
}

/** Every service of a paper that stands: what came back tells nobody, and only an announcement serves by being sent. */
const foundSql = `select c.id, d.form, d.number, d.paper, d.sealed_paper as sealed, d.subject, s.way, s.state, s.sent, s.served, c.informed is not null as known
  from record."case" c join kernel.document d on d.record = c.id and d.register = 'case' join kernel.service s on s.document = d.id
  where c.party is not null and (c.informed is null or (c.informed = c.party and c.told_facts is null and d.form = any($1))) and d.state <> 'void' and (s.state = 'served' or (s.state = 'sent' and s.way = 'notice'))
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

/** How each paper begins to say what was found; other papers tell of no facts. */
const sayings: Readonly<Record<string, string>> = { 'penalty-notice': '经查明：', 'penalty-decision': '查明的事实：', 'spot-decision': '违法事实和证据：' }

/** The facts as the paper told them: what stands in the file may have been written later. A paper whose key is gone tells nothing more. */
async function factsOf(engine: Engine, { form, paper, sealed, subject }: Service): Promise<string | null> {
  const begins = sayings[form]
  const key = sealed && subject ? await engine.keys.key(subject, 'case') : null
  const read = key ? (openValues(key, sealed!) as Paper) : paper
  const told = read?.blocks.map((block) => ('text' in block ? block.text : '')).find((said) => begins !== undefined && said.startsWith(begins))
  return told?.slice(begins!.length) ?? null
}

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

async function* lackingOf(engine: Engine, rows: readonly Service[]) {
  for (const service of firstReceived(engine, rows)) {
    const { id, form, number, way, on, known } = service
    const toldFacts = await factsOf(engine, service)
    if (known && toldFacts === null) continue
    const answers = { how: tellingOf[form] ?? 'decision', proof: `${number}，${on} ${waysOfService[way].zh}`, toldFacts }
    yield { register: 'case', record: id, step: 'inform', key: `${known ? 'facts' : 'told'}:${id}`, answers }
  }
}

/** Enters what old cases lack; done again it finds nothing. */
export async function tellParties(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<Service>(foundSql, [Object.keys(sayings)])
  return enterLacking(engine, 'told', lackingOf(engine, rows))
}
