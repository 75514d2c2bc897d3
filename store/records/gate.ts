// The gate on the side of the store: find → judge → confirm → seal → chain → write, once per request key.
import { createHmac } from 'node:crypto'
import { effectsOf, judge, stepOf, type Effects, type Request } from '../../kernel/act.ts'
import { citedOn } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { EntryBody, IssuedDocument, SealedValues } from '../../kernel/journal.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import { canonicalText } from '../../kernel/trust/chain.ts'
import { bringsFiles, claimFiles, namesPart, openPart, referTo, type Brought } from '../attachments/claim.ts'
import type { Database, Session } from '../database.ts'
import { inTransaction } from '../database.ts'
import { surroundings, type Engine } from '../engine.ts'
import { uuidv7 } from '../uuid.ts'
import { chained } from './chained.ts'
import { find, nothingFound, replayedBefore, type Sought } from './find.ts'
import { issue, judgePaper, writePaper } from './documents.ts'
import { RecordNumbers } from './numbers.ts'
import { parted, personalNames, sealValues, type PersonalPart } from './personal.ts'
import { reading } from './reading.ts'
import { write, type DocumentRow } from './write.ts'

/** What the asker is told: the receipt of the act. */
export interface Receipt {
  readonly entry: string
  readonly record: string
  readonly register: string
  readonly number: string | null
  readonly version: number
  readonly state: string
  readonly occurred: string
  readonly recorded: string
  readonly hash: string
  readonly documents: readonly IssuedDocument[]
  /** True when the same request had been carried out before; nothing was done again. */
  readonly replayed: boolean
}

const receiptOf = (entry: EntryBody, number: string | null, hash: Buffer, replayed: boolean): Receipt => ({
  entry: entry.id,
  record: entry.record,
  register: entry.register,
  number,
  version: entry.version,
  state: entry.sets['state'] as string,
  occurred: entry.occurred,
  recorded: entry.recorded,
  hash: hash.toString('hex'),
  documents: entry.documents,
  replayed,
})

const digest = (engine: Engine, request: Request): Buffer =>
  createHmac('sha256', engine.replayKey)
    .update(canonicalText({ register: request.register, record: request.record, step: request.step, answers: request.answers }))
    .digest()

/** The earlier receipt for the same key and contents; refuses the same key with other contents. */
async function replay(engine: Engine, request: Request, at: Database | Session): Promise<Receipt | null> {
  const register = engine.house.procedureOf(request.register).of
  const before = await replayedBefore(at, register, request.person.id, request.key)
  if (before === null) return null
  if (!before.request.equals(digest(engine, request))) kernelRefusals.refuse('key-reused')
  return receiptOf(before.body, before.number, before.hash, true)
}

const numbersOf = new WeakMap<Database, RecordNumbers>()
const numbers = (database: Database): RecordNumbers => {
  if (!numbersOf.has(database)) numbersOf.set(database, new RecordNumbers(database))
  return numbersOf.get(database)!
}

export async function numberFor(engine: Engine, register: Register, effects: Effects): Promise<string | null> {
  if (!register.number) return null
  const area = (effects.sets['area'] as string | null) ?? engine.tree.divisions.find((d) => d.parent === null)?.code ?? ''
  return numbers(engine.database).next(register.number, { area, year: effects.occurred.slice(0, 4) })
}

/** Subject of the personal values: the one known, or the signed-in person, or a new one for a stranger. */
export const subjectFor = (request: Request, found: Sought): string => found.record?.subject ?? request.person.subject ?? uuidv7()

interface Composed {
  readonly body: EntryBody
  readonly row: Readonly<Record<string, unknown>>
  readonly documents: readonly DocumentRow[]
}

async function compose(
  engine: Engine,
  request: Request,
  found: Sought,
  effects: Effects,
  asked: readonly WrittenAnswer[],
  session: Session | null,
  brought: readonly Brought[],
): Promise<Composed> {
  const register = effects.procedure.of
  const opening = request.step === 'open'
  const personal = personalNames({ ...register.fields, ...effects.asked })
  const subject = personal.length > 0 ? subjectFor(request, found) : null
  const number = opening ? await numberFor(engine, register, effects) : (found.record?.number ?? null)
  const unknown = !opening && found.record?.subject === null && subject !== null
  const sets: Record<string, unknown> = { ...effects.sets, ...(opening ? { number, subject } : unknown ? { subject } : {}) }
  const kept = Object.fromEntries(Object.entries(effects.answers).filter(([name, value]) => value !== null && sets[name] !== value))
  const [openSets, openAnswers] = [parted(sets, personal, found.record), parted(kept, personal)]
  const names = namesPart(brought)
  const part = { answers: openAnswers.personal, sets: openSets.personal, ...(names ? { names } : {}) }
  const sealed = subject === null ? null : await sealPart(engine, subject, register.name, part)
  const version = (found.record?.version ?? 0) + 1
  const row = { ...found.record, ...sets, id: request.record, version, subject: found.record?.subject ?? subject }
  const documents = effects.issues && session ? [await issue(engine, session, effects, row)] : []
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
    basis: effects.step.basis ? citedOn(effects.step.basis, dayOf(effects.occurred)) : null,
  }
  return { body, row, documents }
}

export async function sealPart(
  engine: Engine,
  subject: string,
  purpose: string,
  part: PersonalPart,
): Promise<SealedValues | null> {
  if (Object.keys(part.answers).length + Object.keys(part.sets).length === 0) return null
  const key = await engine.keys.key(subject, purpose)
  if (key === null) return kernelRefusals.refuse('gone')
  return { subject, purpose, cipher: sealValues(key, part) }
}

/** Linkages of which this step is the cause. */
function linkagesOf(engine: Engine, request: Request, effects: Effects, row: Readonly<Record<string, unknown>>): readonly string[] {
  return engine.house.linkages
    .filter((l) => l.when.register === request.register && l.when.step === request.step)
    .filter((l) => l.if?.({ record: row as never, answers: effects.answers, occurred: effects.occurred }) ?? true)
    .map((l) => l.name)
}

/** A refusal names the article of the day of the act. */
const onDay = (error: unknown, day: string): never => {
  throw error instanceof Refusal ? error.on(day) : error
}

async function carryOut(
  engine: Engine,
  request: Request,
  found: Sought,
  at: Database | Session,
  session: Session | null,
): Promise<Receipt> {
  const around = surroundings(engine)
  const judged = judge(request, found, around)
  const asked: WrittenAnswer[] = []
  const confirming = judged.step.confirm?.(judged.c as never, reading(engine, at, asked, around.now))
  const confirmed = (await confirming?.catch((error: unknown) => onDay(error, judged.c.today))) ?? {}
  const paper = judged.step.paper ? await judgePaper(engine, at, judged) : undefined
  const effects = effectsOf(request, { ...judged, confirmed, ...(paper ? { paper } : {}) }, found, around)
  const brought = session ? await claimFiles(engine, session, request, found.record, effects) : []
  const { body, row, documents } = await compose(engine, request, found, effects, asked, session, brought)
  const entry = chained(found.previous, body)
  const written = await write(at, {
    register: effects.procedure.of,
    row,
    entry,
    request: digest(engine, request),
    linkages: linkagesOf(engine, request, effects, row),
    documents,
  })
  if (!written) kernelRefusals.refuse('conflict', { seen: body.version - 1, current: body.version })
  if (paper && session) await writePaper(session, paper, body)
  if (session) await referTo(engine, session, body, (row as { subject?: string | null }).subject ?? null, brought)
  return receiptOf(body, (row as { number?: string | null }).number ?? null, entry.hash, false)
}

const isTaken = (error: unknown, constraint: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (error as { code?: string }).code === '23505' &&
  String((error as { constraint?: string }).constraint).includes(constraint)

/** The one way by which anything changes. Refuses with a `Refusal`; answers a repeated request with the first receipt. */
export async function act(engine: Engine, request: Request): Promise<Receipt> {
  const procedure = engine.house.procedureOf(request.register)
  const step = stepOf(procedure, request.step)
  if (step === undefined) return kernelRefusals.refuse('not-found')
  const within =
    step.confirm !== undefined || step.issues !== undefined || step.paper !== undefined || bringsFiles(step.asks ?? {}, request.answers)
  const run = async (at: Database | Session, session: Session | null) => {
    const found = request.step === 'open' ? nothingFound : await find(at, procedure.of, request.record, (step.notBy ?? []).length > 0)
    return carryOut(engine, request, found, at, session)
  }
  try {
    return within ? await inTransaction(engine.database, (session) => run(session, session)) : await run(engine.database, null)
  } catch (error) {
    return afterwards(engine, request, error)
  }
}

/** A repeated key answers with the first receipt, whatever the second attempt met on its way. */
async function afterwards(engine: Engine, request: Request, error: unknown): Promise<Receipt> {
  const before = await replay(engine, request, engine.database)
  if (before) return before
  if (isTaken(error, '_known'))
    kernelRefusals.refuse('known', {
      fields: (engine.house.procedureOf(request.register).of.knownBy ?? []).join(', '),
      field: engine.house.procedureOf(request.register).of.knownBy?.[0] ?? '',
    })
  if (isTaken(error, '_pkey') || isTaken(error, 'journal_record_version'))
    kernelRefusals.refuse('conflict', { seen: request.version ?? 0, current: (request.version ?? 0) + 1 })
  throw error
}
