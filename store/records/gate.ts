// The gate on the side of the store: find → judge → confirm → seal → chain → write, once per request key.
import { effectsOf, judge, stepOf, type Judged, type Request, type Surroundings } from '../../kernel/act.ts'
import { dayOf } from '../../kernel/day.ts'
import { matches } from '../../kernel/filter.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { EntryBody, IssuedDocument } from '../../kernel/journal.ts'
import { mayRead } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import { bringsFiles, claimFiles, referTo } from '../attachments/claim.ts'
import type { Database, Session } from '../database.ts'
import { inTransaction } from '../database.ts'
import { surroundings, type Engine } from '../engine.ts'
import { accountNames } from '../people/names.ts'
import { namesPeople, type Naming } from '../people/naming.ts'
import { chained } from './chained.ts'
import { compose, linkagesOf, recordNumbers, requestDigest, type Sources } from './compose.ts'
import { foundDocument, judgePaper, writePaper } from './documents.ts'
import { find, nothingFound, replayedBefore, type Sought } from './find.ts'
import { documentNumber } from './numbers.ts'
import { reading } from './reading.ts'
import { write } from './write.ts'

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

/** The earlier receipt for the same key and contents; refuses the same key with other contents. */
async function replay(engine: Engine, request: Request, at: Database | Session): Promise<Receipt | null> {
  const register = engine.house.procedureOf(request.register).of
  const before = await replayedBefore(at, register, request.person.id, request.key)
  if (before === null) return null
  if (!before.request.equals(requestDigest(engine, request))) kernelRefusals.refuse('key-reused')
  return receiptOf(before.body, before.number, before.hash, true)
}

const sourcesOf = (engine: Engine, session: Session | null): Sources => ({
  record: (pattern, values) => recordNumbers(engine.database).next(pattern, values),
  document: session && ((pattern, values) => documentNumber(session, pattern, values)),
  called: (accounts) => accountNames(engine.database, accounts),
})

/** A refusal names the article of the day of the act, for a record of its kind. */
const onDay = (error: unknown, day: string, row: object): never => {
  throw error instanceof Refusal ? error.on(day, row) : error
}

/** A record out of reach is not found by acting either, as it is not by reading: a refusal would tell that it exists. */
function judgedWithinReach(engine: Engine, request: Request, found: Sought, around: Surroundings): Judged {
  try {
    return judge(request, found, around)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { person, register } = request
    // A visitor is asked to sign in whether there is such a record or not.
    if (error.code === 'kernel.not-found' && person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
    if (error.code !== 'kernel.not-yours' || found.record === null) throw error
    const reach = mayRead(engine.house, engine.house.procedureOf(register).of, person, { tree: around.tree, day: dayOf(around.now) })
    if (!matches(reach, found.record)) kernelRefusals.refuse('not-found')
    throw error
  }
}

const namingOf = ({ person }: Request, { c, step, procedure: { of } }: Judged, { record }: Sought): Naming => {
  return { person, asks: step.asks ?? {}, answers: c.answers, fields: of.fields, record: record as Naming['record'] }
}

async function carryOut(
  engine: Engine,
  request: Request,
  found: Sought,
  at: Database | Session,
  session: Session | null,
): Promise<Receipt> {
  const around = surroundings(engine)
  const judged = judgedWithinReach(engine, request, found, around)
  const asked: WrittenAnswer[] = []
  if (request.hand === undefined) await namesPeople(engine, namingOf(request, judged, found))
  const confirming = judged.step.confirm?.(judged.c as never, reading(engine, at, asked, { now: around.now, day: judged.c.today }))
  const confirmed = (await confirming?.catch((error: unknown) => onDay(error, judged.c.today, judged.c.record))) ?? {}
  const { c, procedure } = judged
  const named = judged.step.paper ? await foundDocument(at, procedure.of.name, c.record.id, String(c.answers['document'])) : null
  const paper = named ? judgePaper(engine, named, judged) : undefined
  const effects = effectsOf(request, { ...judged, confirmed, ...(paper ? { paper } : {}) }, found, around)
  const brought = session ? await claimFiles(engine, session, request, found.record, effects) : []
  const { body, row, documents } = await compose(engine, { request, found, effects, asked, brought }, sourcesOf(engine, session))
  const entry = chained(found.previous, body)
  const written = await write(at, {
    register: effects.procedure.of,
    row,
    entry,
    request: requestDigest(engine, request),
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
