// A citizen's complaint from the public form: no account, a code that only its digest is kept of, and the way back to the case.
import { createHash, createHmac } from 'node:crypto'
import { openingOf } from '../kernel/act.ts'
import type { Fields } from '../kernel/field.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { ClockChange, EntryBody } from '../kernel/journal.ts'
import type { Person } from '../kernel/permission.ts'
import { dayOf } from '../kernel/day.ts'
import { citationKey } from '../kernel/citation.ts'
import { words } from '../kernel/words.ts'
import type { AnyRecord } from '../kernel/register.ts'
import { filesOf } from '../store/attachments/open.ts'
import type { Engine } from '../store/engine.ts'
import { act, type Receipt } from '../store/records/gate.ts'
import { readingsOf } from '../store/records/readings-told.ts'
import { listRecords } from '../store/records/list.ts'
import type { FollowedCase } from './site/citizen-pages.tsx'

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The code of a form's key: sending the same form twice shows the same code, and nobody else can work it out. */
export function codeFor(engine: Engine, key: string): string {
  const bytes = createHmac('sha256', engine.replayKey).update(`follow:${key}`).digest()
  return Array.from(bytes.subarray(0, 10), (byte) => letters[byte % letters.length]).join('')
}

export const codeDigest = (code: string): string => createHash('sha256').update(code.trim().toUpperCase()).digest('hex')

/** Whoever fills in the form acts as a complainant and owns what they open; nobody else has this identity. */
export const visitor = (id: string): Person => ({
  id: `visitor:${id}`,
  name: 'visitor',
  office: null,
  holdings: [{ duty: 'complaints.citizen', reach: 'own', from: '2000-01-01' }],
})

export const complaintFields = (engine: Engine): Fields => openingOf(engine.house.procedureOf('complaint')).asks ?? {}

/** The office in charge by default: that of the county or city of the trader (處理辦法 13). */
function officeFor(engine: Engine, place: string): string | null {
  const chain = engine.tree.has(place) ? engine.tree.chain(place, dayOf(engine.now())) : []
  return (
    chain.map((code) => `market-${code}`).find((office) => engine.offices.has(office)) ??
    (engine.offices.has('hebei-market') ? 'hebei-market' : null)
  )
}

export interface Complained {
  readonly receipt: Receipt
  readonly code: string
  readonly due: string | null
}

/** Opens the complaint; throws the gate's refusals. The key comes with the form, so that sending it twice files it once. */
export async function complain(engine: Engine, given: Readonly<Record<string, unknown>>, key: string): Promise<Complained> {
  const code = codeFor(engine, key)
  const place = typeof given['place'] === 'string' ? given['place'].trim() : ''
  const answers = {
    ...given,
    received: dayOf(engine.now()),
    channel: 'web',
    handling: officeFor(engine, place),
    followCode: codeDigest(code),
  }
  const receipt = await act(engine, { register: 'complaint', record: key, step: 'open', answers, key, person: visitor(key) })
  const { rows } = await engine.database.query<{ due: string | null }>(
    "select due from kernel.clock where record = $1 and deadline = 'acceptance'",
    [receipt.record],
  )
  return { receipt, code, due: rows[0]?.due ?? null }
}

const nothing = () => kernelRefusals.refuse('not-found')

/** The record of a number and its code; whoever has both speaks as the complainant. */
export async function caseOf(engine: Engine, number: string, code: string): Promise<AnyRecord> {
  const register = engine.house.procedureOf('complaint').of
  const [record] = await listRecords(engine.database, register, { where: { field: 'number', is: number.trim() }, limit: 1 })
  return record && record['followCode'] === codeDigest(code) ? record : nothing()
}

const supplying = 'complete'

/** What a complainant answers without an account when material is asked for; the rest of the step stays as the record has it. */
export function supplyFields(engine: Engine): Fields {
  const asks = engine.house.procedureOf('complaint').steps[supplying]?.asks ?? {}
  return Object.fromEntries(Object.entries(asks).filter(([name]) => name === 'supplied' || name === 'evidence').reverse())
}

/** Supplies what was asked for. */
export function supply(engine: Engine, record: AnyRecord, given: Readonly<Record<string, unknown>>, key: string): Promise<Receipt> {
  const asks = engine.house.procedureOf('complaint').steps[supplying]?.asks ?? {}
  const asIs = Object.fromEntries(Object.keys(asks).filter((name) => name !== 'evidence').map((name) => [name, record[name] ?? null]))
  const { id, version } = record
  return act(engine, { register: 'complaint', record: id, step: supplying, answers: { ...asIs, ...given }, key, version, person: visitor(id) })
}

/** The case as its complainant may see it: states and days, what material is asked for, the names of the files they sent. */
export async function followed(engine: Engine, record: AnyRecord): Promise<Omit<FollowedCase, 'supply'> & { readonly missing: string | null }> {
  const procedure = engine.house.procedureOf('complaint')
  const { rows } = await engine.database.query<{ body: string }>('select body from kernel.journal where record = $1 order by version', [
    record.id,
  ])
  const bodies = rows.map((row) => JSON.parse(row.body) as EntryBody)
  const { rows: clocks } = await engine.database.query<{ change: ClockChange }>(
    "select change from kernel.clock where record = $1 and state in ('open', 'paused', 'lapsed')",
    [record.id],
  )
  const asked = record.state === 'completing' ? bodies.findLast((body) => body.step === 'ask-for-material')?.answers['missing'] : null
  return {
    missing: typeof asked === 'string' ? asked : null,
    files: await filesOf(engine, procedure.of, record.id, visitor(record.id)),
    readings: record.subject ? await readingsOf(engine, record.subject) : [],
    number: record.number ?? '',
    state: procedure.states[record.state] ?? words(record.state, record.state),
    office: engine.offices.get(record.office ?? '')?.titleZh ?? '',
    steps: bodies
      .filter((b) => b.step === 'open' || b.step in procedure.steps)
      .map((b) => ({
        title: b.step === 'open' ? (procedure.opens.title ?? procedure.of.title) : procedure.steps[b.step]!.title,
        on: dayOf(b.occurred),
      })),
    clocks: clocks.map(({ change }) => ({
      title: procedure.deadlines.find((d) => d.name === change.deadline)?.title ?? words(change.deadline, change.deadline),
      due: change.due,
      state: change.state,
      rule: citationKey(change.rule),
    })),
  }
}
