// Links at work: each is delivered at least once and applied once, unless its cause was undone; a refused one is parked, lit, and retried.
import type { Cause, Linkage } from '../kernel/linkage.ts'
import type { EntryBody } from '../kernel/journal.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Request } from '../kernel/act.ts'
import { anyone } from '../kernel/permission.ts'
import { act } from './records/gate.ts'
import { find } from './records/find.ts'
import { listRecords } from './records/list.ts'
import type { Words } from '../kernel/words.ts'
import type { Engine } from './engine.ts'
import { openSealed } from './records/personal.ts'
import { uuidv7 } from './uuid.ts'

interface Pending {
  readonly linkage: string
  readonly cause: string
  readonly register: string
  readonly record: string
  readonly body: string
}

/** Records that one cause may reach at once; more is a matter for a campaign of its own. */
const mostTargets = 10_000

// Only causes that the sequencer has numbered are followed.
const pendingSql = `select l.linkage, l.cause, l.register, l.record, j.body from kernel.link l
  join kernel.leaf f on f.entry = l.cause join kernel.journal j on j.id = l.cause
  where l.state = $1 order by f.seq limit $2`

async function causeOf(engine: Engine, pending: Pending): Promise<Cause> {
  const body = JSON.parse(pending.body) as EntryBody
  const register = engine.house.procedureOf(pending.register).of
  const { record } = await find(engine.database, register, pending.record, false)
  if (record === null) throw new Error(`fault: the cause ${pending.cause} has no record`)
  const sealed = await openSealed(engine.keys, body.sealed)
  return { record, answers: { ...body.sets, ...body.answers, ...sealed?.sets, ...sealed?.answers }, occurred: body.occurred }
}

/** A consequence that is a step on records that are there. */
export type Stepping = Exclude<Linkage['then'], { open: string }>

/** Records on which a step is taken: the one that the cause names, or all that fit. */
async function targetsOf(engine: Engine, then: Stepping, cause: Cause): Promise<readonly string[]> {
  if ('on' in then) return [then.on(cause)].filter((id) => id !== null)
  const found = await listRecords(engine.database, engine.house.procedureOf(then.of).of, { where: then.where(cause), limit: mostTargets })
  return found.map((record) => record.id)
}

/** The consequences as requests: each key is the linkage, the cause and the place among them, so each is applied once only. */
export async function requestsFor(
  linkage: Linkage,
  entry: string,
  cause: Cause,
  targetsOf: (then: Stepping, cause: Cause) => Promise<readonly string[]>,
): Promise<readonly Request[]> {
  const key = `link:${linkage.name}:${entry}`
  const shared = {
    occurred: cause.occurred,
    person: { ...anyone, id: 'linkage', name: 'linkage' },
    cause: { linkage: linkage.name, entry },
    hand: 'linkage' as const,
  }
  const then = linkage.then
  if ('open' in then) {
    const given = then.with(cause)
    const several: readonly Readonly<Record<string, unknown>>[] = Array.isArray(given) ? given : [given]
    return several.map((answers, at) => ({
      ...shared,
      key: at === 0 ? key : `${key}:${at}`,
      register: then.open,
      record: uuidv7(),
      step: 'open',
      answers,
    }))
  }
  const targets = await targetsOf(then, cause)
  return targets.map((record) => ({
    ...shared,
    key: 'on' in then ? key : `${key}:${record}`,
    register: then.of,
    record,
    step: then.step,
    answers: then.with(cause),
  }))
}

async function settle(engine: Engine, pending: Pending, state: string, consequence: string | null, refusal: object | null): Promise<void> {
  await engine.database.query(
    'update kernel.link set state = $3, consequence = $4, refusal = $5, tries = tries + 1, changed = now() where linkage = $1 and cause = $2',
    [pending.linkage, pending.cause, state, consequence, refusal === null ? null : JSON.stringify(refusal)],
  )
}

export type Delivered = 'done' | 'parked' | 'dropped'

// The key of a consequence is its linkage and its cause, with a colon and more where there are several: two ranges of the index.
const madeSql = `select id from kernel.journal where actor = 'linkage' and key = $1
  union all select id from kernel.journal where actor = 'linkage' and key > $1 || ':' and key < $1 || ';' limit 1`

const madeBefore = async (engine: Engine, key: string): Promise<string | null> =>
  (await engine.database.query<{ id: string }>(madeSql, [key])).rows[0]?.id ?? null

/** Makes a consequence; what an earlier round made, of the cause as it stood then, is not made again though it would be another by now. */
async function make(engine: Engine, request: Request): Promise<string | null> {
  try {
    return (await act(engine, request)).entry
  } catch (error) {
    if (error instanceof Refusal && error.code === 'kernel.key-reused') return madeBefore(engine, request.key)
    throw error
  }
}

/** The cause was undone. What a round that was killed had made of it stands as done, and the undoing finds it; else the link is dropped. */
async function drop(engine: Engine, pending: Pending): Promise<Delivered> {
  const made = await madeBefore(engine, `link:${pending.linkage}:${pending.cause}`)
  const state = made ? 'done' : 'dropped'
  await settle(engine, pending, state, made, made ? null : { code: 'kernel.cause-undone' })
  return state
}

async function deliver(engine: Engine, pending: Pending): Promise<Delivered> {
  const linkage = engine.house.linkages.find((l) => l.name === pending.linkage)
  if (!linkage) {
    await settle(engine, pending, 'parked', null, { code: 'kernel.linkage-gone' })
    return 'parked'
  }
  const cause = await causeOf(engine, pending)
  // Between cause and consequence lies a moment, or a long wait where it was refused: of what was undone meanwhile nothing follows.
  if (linkage.if && !linkage.if(cause)) return drop(engine, pending)
  const requests = await requestsFor(linkage, pending.cause, cause, (then, of) => targetsOf(engine, then, of))
  try {
    let first: string | null = null
    for (const request of requests) {
      const entry = await make(engine, request)
      first ??= entry
    }
    await settle(engine, pending, 'done', first, null)
    return 'done'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await settle(engine, pending, 'parked', null, { code: error.code, detail: error.detail, remedy: error.remedy })
    return 'parked'
  }
}

/** Delivers what is pending; with `parked`, tries again what had been refused. Returns what became of them. */
export async function deliverLinks(
  engine: Engine,
  state: 'pending' | 'parked' = 'pending',
  limit = 200,
): Promise<Readonly<Record<Delivered, number>>> {
  const { rows } = await engine.database.query<Pending>(pendingSql, [state, limit])
  const outcome = { done: 0, parked: 0, dropped: 0 }
  for (const pending of rows) outcome[await deliver(engine, pending)] += 1
  return outcome
}

/** A consequence that was refused and waits for somebody. */
export interface Parked {
  readonly linkage: string
  readonly cause: string
  readonly register: string
  readonly record: string
  readonly refusal: { readonly code: string; readonly detail?: Words; readonly remedy?: Words } | null
  readonly tries: number
  readonly changed: string
}

const parkedSql = `select linkage, cause, register, record, refusal, tries, changed from kernel.link where state = 'parked' order by changed desc limit $1`

export const parkedLinks = async (engine: Engine, limit = 1000): Promise<readonly Parked[]> =>
  (await engine.database.query<Parked>(parkedSql, [limit])).rows

const oneSql = pendingSql.replace('l.state = $1', "l.state = 'parked' and l.linkage = $1 and l.cause = $3")

/** Tries one parked consequence again; null when it is parked no more. */
export async function retryLink(engine: Engine, linkage: string, cause: string): Promise<Delivered | null> {
  const { rows } = await engine.database.query<Pending>(oneSql, [linkage, 1, cause])
  return rows[0] ? deliver(engine, rows[0]) : null
}
