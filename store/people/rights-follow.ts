// Rights follow the records: accounts, duties and outside identities as they stand in their registers come into effect here.
import type { Engine } from '../engine.ts'
import { listRecords } from '../records/list.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { endFactors } from './second-factor.ts'
import { endOthers } from './sessions.ts'

const registers = ['account', 'duty-grant', 'outside-identity'] as const
type Followed = (typeof registers)[number]

const nextSql = `select l.seq, j.register, j.record, j.step from kernel.leaf l join kernel.journal j on j.id = l.entry
  where l.seq >= $1 and j.register = any($2) order by l.seq limit 500`

const textOf = (record: AnyRecord, name: string): string | null => (record[name] as string | null | undefined) ?? null

async function followAccount(engine: Engine, record: AnyRecord, step: string): Promise<void> {
  const { database } = engine
  const id = textOf(record, 'account')!
  const speaksFor = textOf(record, 'speaksFor')
  const closed = record.state === 'closed' || step === 'erase'
  await database.query(
    `insert into kernel.account (id, name, office, face, speaks_for, subject, state) values ($1, $2, $3, $4, $5, coalesce($6, gen_random_uuid()), $7)
     on conflict (id) do update set name = excluded.name, office = excluded.office, face = excluded.face, speaks_for = excluded.speaks_for, state = excluded.state`,
    [id, textOf(record, 'name') ?? id, textOf(record, 'worksIn'), textOf(record, 'face'), speaksFor ? [speaksFor] : [], record.subject, closed ? 'closed' : 'active'],
  )
  if (!closed) return
  await endOthers(engine, id, null)
  await database.query('update kernel.token set revoked = $2 where account = $1 and revoked is null', [id, engine.now()])
  if (step !== 'erase') return
  await endFactors(engine, id)
  await database.query('update kernel.account set password = null where id = $1', [id])
}

async function followGrant(engine: Engine, record: AnyRecord): Promise<void> {
  if (record.state !== 'inForce') return void (await engine.database.query('delete from kernel.holding where given = $1', [record.id]))
  await engine.database.query(
    `insert into kernel.holding (account, duty, reach, area, office, valid_from, valid_to, given) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (given) do nothing`,
    [...['account', 'duty', 'reach', 'within', 'unit', 'from', 'to'].map((name) => textOf(record, name)), record.id],
  )
}

async function followIdentity(engine: Engine, record: AnyRecord): Promise<void> {
  if (record.state !== 'inForce' || textOf(record, 'identifier') === null)
    return void (await engine.database.query('delete from kernel.outside_identity where given = $1', [record.id]))
  await engine.database.query(
    'insert into kernel.outside_identity (issuer, identifier, account, given) values ($1, $2, $3, $4) on conflict do nothing',
    [textOf(record, 'issuer'), textOf(record, 'identifier'), textOf(record, 'account'), record.id],
  )
}

/** Follows the log by a place of its own; takes the record as it stands, so that a second run changes nothing. */
export async function followRights(engine: Engine): Promise<number> {
  if (!registers.every((name) => engine.house.registers.has(name))) return 0
  const { database } = engine
  const { rows: places } = await database.query<{ seq: number }>("select seq from kernel.follower where name = 'rights'")
  const { rows } = await database.query<{ seq: number; register: Followed; record: string; step: string }>(nextSql, [
    places[0]?.seq ?? 0,
    registers,
  ])
  for (const { register, record: id, step } of rows) {
    const [record] = await listRecords(database, engine.house.procedureOf(register).of, { where: { field: 'id', is: id }, limit: 1 })
    if (!record) continue
    if (register === 'account') await followAccount(engine, record, step)
    else if (register === 'duty-grant') await followGrant(engine, record)
    else await followIdentity(engine, record)
  }
  const last = rows.at(-1)
  if (last)
    await database.query(
      "insert into kernel.follower (name, seq) values ('rights', $1) on conflict (name) do update set seq = $1, changed = now()",
      [last.seq + 1],
    )
  return rows.length
}
