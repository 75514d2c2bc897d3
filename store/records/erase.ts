// Erasure of a person (個人信息保護法 47): the keys are destroyed, rows, documents and files cleared, and an entry says so.
import { citationKey, type Citation } from '../../kernel/citation.ts'
import type { EntryBody } from '../../kernel/journal.ts'
import type { Person } from '../../kernel/permission.ts'
import type { Register } from '../../kernel/register.ts'
import { chained } from './chained.ts'
import { removeErased } from '../attachments/tidy.ts'
import { inTransaction, type Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { columnOf, tableOf } from '../names.ts'
import { uuidv7 } from '../uuid.ts'
import { personalNames } from './personal.ts'

export interface Erasing {
  readonly subject: string
  readonly person: Person
  readonly duty: string
  readonly basis: Citation
  readonly reason: string
}

interface Last {
  readonly record: string
  readonly version: number
  readonly hash: Buffer
}

const lastSql =
  'select distinct on (record) record, version, hash from kernel.journal where record = any($1::uuid[]) order by record, version desc'

async function eraseRecord(engine: Engine, session: Session, register: Register, last: Last, erasing: Erasing): Promise<void> {
  const names = personalNames(register.fields)
  const now = engine.now()
  const body: EntryBody = {
    id: uuidv7(),
    register: register.name,
    record: last.record,
    version: last.version + 1,
    step: 'erase',
    actor: { id: erasing.person.id, duty: erasing.duty, office: erasing.person.office },
    occurred: now,
    recorded: now,
    key: `erase:${erasing.subject}:${last.record}`,
    answers: {},
    sets: Object.fromEntries(names.map((name) => [name, null])),
    sealed: null,
    clocks: [],
    asked: [],
    documents: [],
    cause: null,
    reason: erasing.reason,
    basis: erasing.basis,
  }
  const { text, hash } = chained(last.hash, body)
  const cleared = names.map((name) => `"${columnOf(name)}" = null, `).join('')
  await session.query(`update record."${tableOf(register.name)}" set ${cleared}version = version + 1 where id = $1`, [last.record])
  const basis = citationKey(erasing.basis)
  await session.query(
    'update kernel.attachment_use set erased = $2, basis = $3, file_name = null, wrapped = null where record = $1 and wrapped is not null',
    [last.record, now, basis],
  )
  await session.query('delete from kernel.upload where claimed = $1', [last.record])
  await session.query(
    `with entry as (insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
      values ($1, $2, $3, $4, 'erase', $5, $6, '', $7, $7, $8, $9, $10) returning id) insert into kernel.outbox (entry) select id from entry`,
    [
      body.id,
      register.name,
      last.record,
      body.version,
      body.actor.id,
      body.key,
      now,
      text,
      last.hash,
      hash,
    ],
  )
}

/** Whether the record or an answer to one of its steps may say something of a person. */
function holdsPersonal(engine: Engine, register: Register): boolean {
  const procedure = engine.house.procedures.get(register.name)
  const asked = [procedure?.opens.also, ...Object.values(procedure?.steps ?? {}).map((step) => step.asks)]
  return [register.fields, ...asked].some((fields) => personalNames(fields ?? {}).length > 0)
}

/** Erases a person from every register; returns how many records were cleared. Doing it twice changes nothing. */
export async function erasePerson(engine: Engine, erasing: Erasing): Promise<number> {
  let count = 0
  for (const register of engine.house.registers.values()) {
    if (!holdsPersonal(engine, register)) continue
    await inTransaction(engine.database, async (session) => {
      const { rows } = await session.query<{ id: string }>(
        `select r.id from record."${tableOf(register.name)}" r where r.subject = $1 and not exists (select 1 from kernel.journal j where j.record = r.id and j.step = 'erase') for update`,
        [erasing.subject],
      )
      const { rows: lasts } = await session.query<Last>(lastSql, [rows.map((row) => row.id)])
      for (const last of lasts) await eraseRecord(engine, session, register, last, erasing)
      await session.query('update kernel.document set sealed_paper = null where subject = $1 and register = $2', [
        erasing.subject,
        register.name,
      ])
      count += lasts.length
    })
    // The key last: should we be stopped before, the records can still be read and the erasure is done again.
    await engine.keys.destroy(erasing.subject, register.name, citationKey(erasing.basis))
  }
  // Whoever signs in again begins as somebody new, whose cases have a key.
  await engine.database.query('update kernel.account set subject = gen_random_uuid() where subject = $1', [erasing.subject])
  await removeErased(engine)
  return count
}
