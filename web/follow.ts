// A case as the citizen who has its number and code may see it, and the steps that she may take on it now.
import { citationKey, citedOn } from '../kernel/citation.ts'
import { dayOf } from '../kernel/day.ts'
import type { Fields } from '../kernel/field.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { ClockChange, EntryBody } from '../kernel/journal.ts'
import { words } from '../kernel/words.ts'
import { possibleFor } from '../server/registers.ts'
import { filesOf } from '../store/attachments/open.ts'
import type { Engine } from '../store/engine.ts'
import { whyGoverned } from '../store/records/clocks.ts'
import { shown } from '../store/records/documents.ts'
import { act, type Receipt } from '../store/records/gate.ts'
import { documentsOf } from '../store/records/papers.ts'
import { readWithClocks } from '../store/records/read.ts'
import { readingsOf } from '../store/records/readings-told.ts'
import { visitor, type Case } from './filing.ts'
import { asked } from './form-answers.ts'
import type { FollowedCase } from './site/follow-page.tsx'

/** What the office or the trader wrote to her, shown where it has been written. */
const written = ['missing', 'offer', 'agreement', 'refusalGround', 'endGround', 'explanation', 'decision', 'reward', 'rating'] as const

/** What a step asks of her; a step that is not hers at all is not found. */
export function stepFields(engine: Engine, { filing }: Case, name: string): Fields {
  const step = engine.house.procedureOf(filing.register).steps[name]
  return step && [step.by].flat().includes('citizen') ? asked(step.asks ?? {}) : kernelRefusals.refuse('not-found')
}

/** Takes a step as the citizen of the case; whether it may be taken now is judged by the gate. */
type Answers = Readonly<Record<string, unknown>>

export function takeStep(engine: Engine, of: Case, step: string, answers: Answers, key: string): Promise<Receipt> {
  const { filing } = of
  const { id, version } = of.record
  return act(engine, { register: filing.register, record: id, step, answers, key, version, person: visitor(id) })
}

async function clocksOf(engine: Engine, { filing, record }: Case): Promise<FollowedCase['clocks']> {
  const { deadlines } = engine.house.procedureOf(filing.register)
  const { rows } = await engine.database.query<{ change: ClockChange }>(
    "select change from kernel.clock where record = $1 and state in ('open', 'paused', 'lapsed') order by deadline, run",
    [record.id],
  )
  return rows.map(({ change }) => ({
    title: deadlines.find((d) => d.name === change.deadline)?.title ?? words(change.deadline, change.deadline),
    due: change.due,
    state: change.state,
    rule: citationKey(change.rule),
    why: whyGoverned(change.starts),
  }))
}

/** States and days, papers, what was written to her, the names of the files that she sent, who read her data, what she may do. */
export async function followed(engine: Engine, found: Case): Promise<FollowedCase> {
  const { filing, record } = found
  const procedure = engine.house.procedureOf(filing.register)
  const person = visitor(record.id)
  const today = dayOf(engine.now())
  const { rows } = await engine.database.query<{ body: string }>('select body from kernel.journal where record = $1 order by version', [
    record.id,
  ])
  const { record: seen, sees } = await readWithClocks(engine, procedure.of, person, record.id)
  const told = seen as unknown as Readonly<Record<string, unknown>>
  const office = engine.offices.get(record.office ?? '')
  const papers = await documentsOf(engine, filing.register, record.id, sees)
  // Signing is offered only while a document waits for her signature.
  const toSign = papers.some((paper) => paper.toSign.includes('citizen'))
  const possible = possibleFor(engine, procedure, record, { person }).filter((name) => procedure.steps[name]!.paper !== 'sign' || toSign)
  return {
    number: record.number ?? '',
    state: procedure.states[record.state] ?? words(record.state, record.state),
    office: office ? words(office.titleZh, office.titleEn) : null,
    written: written
      .filter((name) => told[name] !== null && told[name] !== undefined)
      .map((name) => ({
        title: procedure.of.fields[name]!.title,
        text: words(shown(procedure.of, told, name, 'zh'), shown(procedure.of, told, name, 'en')),
      })),
    papers: papers.map(({ id, number, title, issued, state }) => ({
      id,
      number,
      title,
      issued: dayOf(issued),
      isVoid: state === 'void',
    })),
    possible: possible.map((name) => {
      const { title, basis } = procedure.steps[name]!
      return { name, title, rule: basis ? citationKey(citedOn(basis, today, told)) : null }
    }),
    files: await filesOf(engine, procedure.of, record.id, sees),
    readings: record.subject ? await readingsOf(engine, record.subject) : [],
    steps: rows
      .map((row) => JSON.parse(row.body) as EntryBody)
      .filter((b) => b.step === 'open' || b.step in procedure.steps)
      .map((b) => ({
        title: b.step === 'open' ? (procedure.opens.title ?? procedure.of.title) : procedure.steps[b.step]!.title,
        on: dayOf(b.occurred),
      })),
    clocks: await clocksOf(engine, found),
  }
}
