// Documents inside an act: issued with a number and the paper as it stands, signed, served, or made void.
import { createHash } from 'node:crypto'
import type { Effects } from '../../kernel/act.ts'
import { inForce, type Judged } from '../../kernel/act.ts'
import { citedOn } from '../../kernel/citation.ts'
import { dayOf, startOf, type Instant } from '../../kernel/day.ts'
import { paperChange, type DocumentForm, type FoundDocument, type PaperChange } from '../../kernel/document.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { EntryBody } from '../../kernel/journal.ts'
import type { Term } from '../../kernel/parameter.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { kindOf } from '../../kernel/kinds.ts'
import { canonicalBytes } from '../../kernel/trust/chain.ts'
import type { Database, Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { uuidv7 } from '../uuid.ts'
import { personalNames, sealValues } from './personal.ts'
import type { DocumentRow } from './write.ts'

/** A field's value as a person reads it; what is not known is a dash, never a zero. */
export function shown(register: Register, row: Readonly<Record<string, unknown>>, field: string, language: 'zh' | 'en'): string {
  const declared = register.fields[field]
  const value = row[field]
  if (value === null || value === undefined) return '—'
  return declared ? kindOf(declared).show(value, declared, language) : String(value)
}

/** Names of accounts by their identities, of these at least; who has none is left out. */
type Called = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** Names of the accounts that stand in fields of the record: a paper names people as they are called. */
async function calledIn(called: Called, register: Register, row: Readonly<Record<string, unknown>>): Promise<ReadonlyMap<string, string>> {
  const fields = Object.keys(register.fields).filter((name) => register.fields[name]!.account && row[name])
  const names = await called(fields.map((name) => String(row[name])))
  return new Map(fields.flatMap((name) => (names.has(String(row[name])) ? [[name, names.get(String(row[name]))!] as const] : [])))
}

interface Made {
  readonly number: string
  readonly authority: string
  readonly called: Called
}

async function paperOf(
  engine: Engine,
  form: DocumentForm,
  effects: Effects,
  row: Readonly<Record<string, unknown>>,
  { number, authority, called }: Made,
) {
  const register = effects.procedure.of
  const names = await calledIn(called, register, row)
  return form.template({
    record: row as AnyRecord,
    answers: effects.answers,
    number,
    day: dayOf(effects.occurred),
    authority,
    signatory: effects.actor.id,
    language: 'zh',
    basis: citedOn(form.basis, dayOf(effects.occurred), row),
    parameter: (name) => inForce(engine.parameters, name, dayOf(effects.occurred)),
    show: (field) => names.get(field) ?? shown(register, { ...row, ...effects.answers }, field, 'zh'),
  })
}

/** The document that a step issues; its number is taken inside the step's own transaction. */
export async function issue(
  engine: Engine,
  from: { readonly take: (pattern: string, values: Readonly<Record<string, string>>) => Promise<string>; readonly called: Called },
  effects: Effects,
  row: Readonly<Record<string, unknown>>,
): Promise<DocumentRow> {
  const form = effects.issues!
  const office = engine.offices.get(String(row['office'] ?? effects.actor.office ?? ''))
  const authority = office?.titleZh ?? '本机关'
  const number = await from.take(form.number, {
    authority,
    office: office?.id ?? '',
    area: String(row['area'] ?? ''),
    year: dayOf(effects.occurred).slice(0, 4),
  })
  const paper = await paperOf(engine, form, effects, row, { number, authority, called: from.called })
  const subject = personalNames(effects.procedure.of.fields).length > 0 ? (row['subject'] as string | null) : null
  const key = subject === null ? null : await engine.keys.key(subject, effects.procedure.of.name)
  const kept = key === null ? { paper, sealedPaper: null } : { paper: null, sealedPaper: sealValues(key, paper) }
  return { id: uuidv7(), form: form.name, number, authority, subject, ...kept, digest: paperDigest(kept) }
}

/** Over the cipher where the paper names a person, so that the digest says nothing of its contents. */
export const paperDigest = ({ paper, sealedPaper }: { readonly paper: unknown; readonly sealedPaper: string | null }): string =>
  createHash('sha256')
    .update(sealedPaper ?? canonicalBytes(paper as object))
    .digest('hex')

interface Row {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly issued: Instant
  readonly state: string
  readonly signatures: readonly { readonly duty: string }[]
  readonly served: string | null
  readonly later: string | null
}

const foundSql = `select id, form, number, issued, state, signatures,
  (select min(s.served) from kernel.service s where s.document = d.id and s.state = 'served') as served,
  (select l.number from kernel.document l where (l.register, l.record, l.form) = (d.register, d.record, d.form) and l.id > d.id and l.state <> 'void'
   order by l.id desc limit 1) as later
  from kernel.document d where register = $1 and record = $2 and number = $3`

/** The document of a record by its number, as the kernel judges it. */
export async function foundDocument(at: Database | Session, register: string, record: string, number: string): Promise<FoundDocument> {
  const { rows } = await at.query<Row>(foundSql, [register, record, number])
  const row = rows[0]
  if (!row) return kernelRefusals.refuse('no-document', { number, field: 'document' })
  return {
    id: row.id,
    form: row.form,
    number: row.number,
    issued: dayOf(row.issued),
    isVoid: row.state === 'void',
    signedBy: row.signatures.map((signature) => signature.duty),
    served: row.served === null ? null : dayOf(row.served),
    later: row.later,
  }
}

/** What a signature, a service or a voiding does to the document that was found. */
export function judgePaper(engine: Engine, found: FoundDocument, judged: Judged): PaperChange {
  const { c, step } = judged
  const form = engine.house.documents.get(found.form)
  if (!form) return kernelRefusals.refuse('no-document', { number: found.number, field: 'document' })
  const announcement = (engine.parameters.find('service.announcement', c.today)?.value as Term | undefined) ?? null
  const duty = c.actor.duty.split('.').at(-1)!
  return paperChange({ does: step.paper!, form, found, answers: c.answers, duty, today: c.today, calendar: engine.calendar, announcement })
}

/** Writes what the change did; who signed for it and where stands sealed in the entry and nowhere else. */
export async function writePaper(session: Session, change: PaperChange, { id, occurred, actor, answers }: EntryBody): Promise<void> {
  if (change.does === 'serve')
    await session.query('insert into kernel.service (id, document, way, state, sent, served, entry) values ($1, $2, $3, $4, $5, $6, $7)', [
      uuidv7(),
      change.id,
      change.way,
      change.outcome,
      occurred,
      change.served === null ? null : startOf(change.served),
      id,
    ])
  else if (change.does === 'void')
    await session.query(`update kernel.document set state = 'void', void_reason = $2 where id = $1`, [change.id, answers['why']])
  else
    await session.query('update kernel.document set state = $2, signatures = signatures || $3::jsonb where id = $1', [
      change.id,
      change.complete ? 'signed' : 'issued',
      JSON.stringify([{ duty: change.duty, by: actor.id, at: occurred, entry: id }]),
    ])
}
