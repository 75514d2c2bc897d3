// Issuing of documents inside an act: the number, the paper as it was signed, sealed where it names a person.
import type { Effects } from '../../kernel/act.ts'
import { inForce } from '../../kernel/act.ts'
import { dayOf } from '../../kernel/day.ts'
import type { DocumentForm } from '../../kernel/document.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { kindOf } from '../../kernel/kinds.ts'
import type { Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { uuidv7 } from '../uuid.ts'
import { documentNumber } from './numbers.ts'
import { personalNames, sealValues } from './personal.ts'
import type { DocumentRow } from './write.ts'

/** A field's value as a person reads it; what is not known is a dash, never a zero. */
export function shown(register: Register, row: Readonly<Record<string, unknown>>, field: string, language: 'zh' | 'en'): string {
  const declared = register.fields[field]
  const value = row[field]
  if (value === null || value === undefined) return '—'
  return declared ? kindOf(declared).show(value, declared, language) : String(value)
}

function paperOf(
  engine: Engine,
  form: DocumentForm,
  effects: Effects,
  row: Readonly<Record<string, unknown>>,
  number: string,
  authority: string,
) {
  const register = effects.procedure.of
  return form.template({
    record: row as AnyRecord,
    answers: effects.answers,
    number,
    day: dayOf(effects.occurred),
    authority,
    signatory: effects.actor.id,
    language: 'zh',
    parameter: (name) => inForce(engine.parameters, name, dayOf(effects.occurred)),
    show: (field) => shown(register, { ...row, ...effects.answers }, field, 'zh'),
  })
}

/** The document that a step issues; its number is taken inside the step's own transaction. */
export async function issue(
  engine: Engine,
  session: Session,
  effects: Effects,
  row: Readonly<Record<string, unknown>>,
): Promise<DocumentRow> {
  const form = effects.issues!
  const office = engine.offices.get(String(row['office'] ?? effects.actor.office ?? ''))
  const authority = office?.titleZh ?? '本机关'
  const number = await documentNumber(session, form.number, {
    authority,
    office: office?.id ?? '',
    area: String(row['area'] ?? ''),
    year: dayOf(effects.occurred).slice(0, 4),
  })
  const paper = paperOf(engine, form, effects, row, number, authority)
  const subject = personalNames(effects.procedure.of.fields).length > 0 ? (row['subject'] as string | null) : null
  const key = subject === null ? null : await engine.keys.key(subject, effects.procedure.of.name)
  return {
    id: uuidv7(),
    form: form.name,
    number,
    authority,
    subject,
    paper: key === null ? paper : null,
    sealedPaper: key === null ? null : sealValues(key, paper),
  }
}
