// What a citizen files from a public form, a complaint, a report or a defect: no account, a code that only its digest is kept of.
import { createHash, createHmac } from 'node:crypto'
import { openingOf } from '../kernel/act.ts'
import { dayOf } from '../kernel/day.ts'
import type { Fields } from '../kernel/field.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Person } from '../kernel/permission.ts'
import type { AnyRecord } from '../kernel/register.ts'
import type { Engine } from '../store/engine.ts'
import { act, type Receipt } from '../store/records/gate.ts'
import { listRecords } from '../store/records/list.ts'
import { asked } from './form-answers.ts'

export interface Filing {
  readonly register: 'complaint' | 'report' | 'defect-report'
  /** The deadline whose last day the receipt tells. */
  readonly first: string
  /** What the form itself answers. */
  readonly given: Readonly<Record<string, unknown>>
}

export const filings = {
  complaint: { register: 'complaint', first: 'acceptance', given: { channel: 'web' } },
  report: { register: 'report', first: 'verification', given: {} },
  // No article gives a term for assessing what is reported: none is told.
  defect: { register: 'defect-report', first: '', given: { reporterKind: 'consumer' } },
} as const satisfies Record<string, Filing>

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The code of a form's key: sending the same form twice shows the same code, and nobody else can work it out. */
export function codeFor(engine: Engine, key: string): string {
  const bytes = createHmac('sha256', engine.replayKey).update(`follow:${key}`).digest()
  return Array.from(bytes.subarray(0, 10), (byte) => letters[byte % letters.length]).join('')
}

export const codeDigest = (code: string): string => createHash('sha256').update(code.trim().toUpperCase()).digest('hex')

/** Whoever fills in the form acts as the citizen of the case and owns what they open; nobody else has this identity. */
export const visitor = (id: string): Person => ({
  id: `visitor:${id}`,
  name: 'visitor',
  office: null,
  holdings: ['complaints.citizen', 'recall.reporter'].map((duty) => ({ duty, reach: 'own', from: '2000-01-01' })),
})

export const openingFields = (engine: Engine, { register }: Filing): Fields =>
  asked(openingOf(engine.house.procedureOf(register)).asks ?? {})

/** The office in charge by default: that of the county or city named in the form (處理辦法 13, 29). */
function officeFor(engine: Engine, place: string): string | null {
  const chain = engine.tree.has(place) ? engine.tree.chain(place, dayOf(engine.now())) : []
  return (
    chain.map((code) => `market-${code}`).find((office) => engine.offices.has(office)) ??
    (engine.offices.has('hebei-market') ? 'hebei-market' : null)
  )
}

export interface Filed {
  readonly receipt: Receipt
  readonly code: string
  readonly due: string | null
}

/** Opens the case; throws the gate's refusals. The key comes with the form, so that sending it twice files it once. */
export async function file(engine: Engine, filing: Filing, sent: Readonly<Record<string, unknown>>, key: string): Promise<Filed> {
  const code = codeFor(engine, key)
  const place = typeof sent['place'] === 'string' ? sent['place'].trim() : ''
  const answers = {
    ...sent,
    ...filing.given,
    received: dayOf(engine.now()),
    handling: officeFor(engine, place),
    followCode: codeDigest(code),
  }
  const receipt = await act(engine, { register: filing.register, record: key, step: 'open', answers, key, person: visitor(key) })
  const { rows } = await engine.database.query<{ due: string | null }>('select due from kernel.clock where record = $1 and deadline = $2', [
    receipt.record,
    filing.first,
  ])
  return { receipt, code, due: rows[0]?.due ?? null }
}

export interface Case {
  readonly filing: Filing
  readonly record: AnyRecord
}

/** The case of a number and its code; whoever has both speaks as the citizen who opened it. */
export async function caseOf(engine: Engine, number: string, code: string): Promise<Case> {
  for (const filing of Object.values(filings)) {
    const register = engine.house.procedureOf(filing.register).of
    const [record] = await listRecords(engine.database, register, { where: { field: 'number', is: number.trim() }, limit: 1 })
    if (record && record['followCode'] === codeDigest(code)) return { filing, record }
  }
  return kernelRefusals.refuse('not-found')
}
