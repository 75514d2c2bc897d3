// What an act writes, made of what was judged: the entry's body, the row as it will stand, the documents it issues.
import { createHmac } from 'node:crypto'
import type { Effects, Request } from '../../kernel/act.ts'
import { citedOn } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { EntryBody, SealedValues } from '../../kernel/journal.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import type { Register } from '../../kernel/register.ts'
import { canonicalText } from '../../kernel/trust/chain.ts'
import { namesPart, openPart, type Brought } from '../attachments/claim.ts'
import type { Database } from '../database.ts'
import type { Engine } from '../engine.ts'
import { uuidv7 } from '../uuid.ts'
import { issue } from './documents.ts'
import type { Sought } from './find.ts'
import { RecordNumbers } from './numbers.ts'
import { parted, personalNames, sealValues, type PersonalPart } from './personal.ts'
import type { DocumentRow } from './write.ts'

type Values = Readonly<Record<string, string>>

/** Where numbers and names come from: the database, or what a batch that is written at once holds of it. */
export interface Sources {
  record(pattern: string, values: Values): Promise<string>
  /** Null where no document can be issued. */
  readonly document: ((pattern: string, values: Values) => Promise<string>) | null
  /** Names of these accounts at least. */
  called(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** By which a request that comes again is known. */
export const requestDigest = (engine: Engine, request: Request): Buffer =>
  createHmac('sha256', engine.replayKey)
    .update(canonicalText({ register: request.register, record: request.record, step: request.step, answers: request.answers }))
    .digest()

const numbersOf = new WeakMap<Database, RecordNumbers>()
export const recordNumbers = (database: Database): RecordNumbers => {
  if (!numbersOf.has(database)) numbersOf.set(database, new RecordNumbers(database))
  return numbersOf.get(database)!
}

export async function numberFor(engine: Engine, register: Register, effects: Effects, take?: Sources['record']): Promise<string | null> {
  if (!register.number) return null
  const area = (effects.sets['area'] as string | null) ?? engine.tree.divisions.find((d) => d.parent === null)?.code ?? ''
  const values = { area, year: effects.occurred.slice(0, 4) }
  return take ? take(register.number, values) : recordNumbers(engine.database).next(register.number, values)
}

/** Subject of the personal values: the one known, or the signed-in person, or a new one for a stranger. */
export const subjectFor = (request: Request, found: Sought): string => found.record?.subject ?? request.person.subject ?? uuidv7()

export async function sealPart(
  engine: Pick<Engine, 'keys'>,
  subject: string,
  purpose: string,
  part: PersonalPart,
): Promise<SealedValues | null> {
  if (Object.keys(part.answers).length + Object.keys(part.sets).length === 0) return null
  const key = await engine.keys.key(subject, purpose)
  if (key === null) return kernelRefusals.refuse('gone')
  return { subject, purpose, cipher: sealValues(key, part) }
}

/** An act that was judged, with what its confirmation asked and the files it brought. */
export interface Judged {
  readonly request: Request
  readonly found: Sought
  readonly effects: Effects
  readonly asked: readonly WrittenAnswer[]
  readonly brought: readonly Brought[]
}

export interface Composed {
  readonly body: EntryBody
  readonly row: Readonly<Record<string, unknown>>
  readonly documents: readonly DocumentRow[]
}

export async function compose(engine: Engine, judged: Judged, sources: Sources): Promise<Composed> {
  const { request, found, effects, asked, brought } = judged
  const register = effects.procedure.of
  const opening = request.step === 'open'
  const personal = personalNames({ ...register.fields, ...effects.asked })
  const subject = personal.length > 0 ? subjectFor(request, found) : null
  const number = opening ? await numberFor(engine, register, effects, sources.record) : (found.record?.number ?? null)
  const unknown = !opening && found.record?.subject === null && subject !== null
  const sets: Record<string, unknown> = { ...effects.sets, ...(opening ? { number, subject } : unknown ? { subject } : {}) }
  const kept = Object.fromEntries(Object.entries(effects.answers).filter(([name, value]) => value !== null && sets[name] !== value))
  const [openSets, openAnswers] = [parted(sets, personal, found.record), parted(kept, personal)]
  const names = namesPart(brought)
  const part = { answers: openAnswers.personal, sets: openSets.personal, ...(names ? { names } : {}) }
  const sealed = subject === null ? null : await sealPart(engine, subject, register.name, part)
  const version = (found.record?.version ?? 0) + 1
  const row = { ...found.record, ...sets, id: request.record, version, subject: found.record?.subject ?? subject }
  const take = sources.document
  const documents = effects.issues && take ? [await issue(engine, { take, called: sources.called }, effects, row)] : []
  const body: EntryBody = {
    id: uuidv7(),
    register: register.name,
    record: request.record,
    version,
    step: request.step,
    actor: effects.actor,
    occurred: effects.occurred,
    recorded: engine.now(),
    key: request.key,
    answers: openAnswers.open,
    sets: openSets.open,
    sealed,
    clocks: effects.clocks,
    asked,
    documents: documents.map(({ form, number: no, id, digest: over }) => ({ form, number: no, id, digest: over })),
    ...(effects.paper ? { paper: effects.paper } : {}),
    ...(brought.length > 0 ? { files: openPart(brought) } : {}),
    cause: request.cause ?? null,
    reason: request.reason ?? null,
    basis: effects.step.basis ? citedOn(effects.step.basis, dayOf(effects.occurred), row) : null,
  }
  return { body, row, documents }
}

/** Linkages of which this step is the cause. */
export function linkagesOf(engine: Engine, request: Request, effects: Effects, row: Readonly<Record<string, unknown>>): readonly string[] {
  return engine.house.linkages
    .filter((l) => l.when.register === request.register && l.when.step === request.step)
    .filter((l) => l.if?.({ record: row as never, answers: effects.answers, occurred: effects.occurred }) ?? true)
    .map((l) => l.name)
}
