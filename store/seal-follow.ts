// Follows the log and the calendar: a record that enters a sealed publication is sealed, one that leaves it or its term is withdrawn.
import { everything, matches } from '../kernel/filter.ts'
import type { Publication } from '../kernel/publication.ts'
import type { AnyRecord } from '../kernel/register.ts'
import type { Engine } from './engine.ts'
import type { KeyRing } from './keys/key-files.ts'
import { listPublished, outOfTerm } from './publications.ts'
import { listRecords } from './records/list.ts'
import { sizeOf } from './log/tree.ts'
import { formsOf } from '../kernel/standing-steps.ts'
import { sealingOf, sealMany, withdrawPapers, withdrawSeals } from './seals.ts'

/** Entries of one round; what is left waits for the next, so that other work has its turn. */
const most = 1000

const nextSql = `select l.seq, j.register, j.record from kernel.leaf l join kernel.journal j on j.id = l.entry
  where l.seq >= $1 and l.seq < $2 and j.register = any($3) order by l.seq limit ${most}`

/** The states in which a seal holds: all in which the record is public, unless fewer are named. */
const holdsIn = ({ sealed, states }: Publication): readonly string[] => (Array.isArray(sealed) ? sealed : states)

const termOver = '公示期届满'
const hiddenNow = '不再处于公示状态'

async function follow(engine: Engine, keys: KeyRing, publications: readonly Publication[], ids: readonly string[]): Promise<void> {
  const { of } = publications[0]!
  const records = await listRecords(engine.database, of, { where: { field: 'id', in: ids }, limit: ids.length })
  for (const publication of publications) {
    const where = publication.where ?? everything
    const ended = await outOfTerm(engine, publication, ids)
    const isShown = (record: AnyRecord): boolean =>
      holdsIn(publication).includes(record.state) && matches(where, record) && !ended.includes(record.id)
    await sealMany(engine, keys, records.filter(isShown).map((record) => sealingOf(publication, record)))
    const hidden = records.filter((record) => !isShown(record)).map(({ id }) => id)
    if (hidden.length === 0) continue
    await withdrawSeals(engine, publication.name, hidden.filter((id) => ended.includes(id)), termOver)
    await withdrawSeals(engine, publication.name, hidden, hiddenNow)
    // Where the page says that the record no longer counts, its paper must not say that it does.
    if (holdsIn(publication) === publication.states) continue
    await withdrawPapers(engine, keys, { forms: formsOf(engine.house.procedureOf(of.name).opens as never), records: hidden })
  }
}

// A record that was sealed as it was opened, under the name of its register, was sealed as it stood then.
const changedSql = `update kernel.seal s set withdrawn = $3, withdrawn_why = '记录已有变更'
  from kernel.leaf l join kernel.journal j on j.id = l.entry
  where l.seq >= $1 and l.seq < $2 and j.version > 1 and j.record = s.record and s.kind = s.register and s.document is null and s.withdrawn is null`

/** Returns how many entries it went through. */
export async function followSeals(engine: Engine, keys: KeyRing): Promise<number> {
  const { database } = engine
  const sealed = [...engine.house.publications.values()].filter((publication) => publication.sealed)
  const registers = [...new Set(sealed.map(({ of }) => of.name))]
  const { rows: places } = await database.query<{ seq: number }>("select seq from kernel.follower where name = 'seals'")
  const start = places[0]?.seq ?? 0
  const end = await sizeOf(database)
  if (start >= end) return 0
  const { rows } = await database.query<{ seq: number; register: string; record: string }>(nextSql, [start, end, registers])
  for (const name of registers) {
    const ids = [...new Set(rows.filter(({ register }) => register === name).map(({ record }) => record))]
    if (ids.length > 0) await follow(engine, keys, sealed.filter(({ of }) => of.name === name), ids)
  }
  const next = rows.length < most ? end : rows.at(-1)!.seq + 1
  await database.query(changedSql, [start, next, engine.now()])
  await database.query(
    "insert into kernel.follower (name, seq) values ('seals', $1) on conflict (name) do update set seq = $1, changed = now()",
    [next],
  )
  return rows.length
}

const standingSql = `select distinct record from kernel.seal where kind = $1 and document is null and withdrawn is null and record > $2
  order by record limit ${most}`

/** A term ends, and a rule of what is shown changes, without an entry to follow: what was sealed is looked through each day. */
export async function withdrawEnded(engine: Engine): Promise<number> {
  let count = 0
  for (const publication of engine.house.publications.values()) {
    if (!publication.sealed) continue
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const read = engine.now()
      const { rows } = await engine.database.query<{ record: string }>(standingSql, [publication.name, after])
      const ids = rows.map(({ record }) => record)
      const ended = await outOfTerm(engine, publication, ids)
      const shown = new Set((await listPublished(engine, publication, { where: { field: 'id', in: ids }, limit: most })).map(({ id }) => id))
      const hidden = ids.filter((id) => !shown.has(id) && !ended.includes(id))
      if (ended.length > 0) count += await withdrawSeals(engine, publication.name, ended, termOver, read)
      if (hidden.length > 0) count += await withdrawSeals(engine, publication.name, hidden, hiddenNow, read)
      if (rows.length < most) break
      after = rows.at(-1)!.record
    }
  }
  return count
}
