// Follows the log: a record that enters a sealed publication is sealed, one that leaves it is withdrawn.
import { everything, matches } from '../kernel/filter.ts'
import type { EntryBody } from '../kernel/journal.ts'
import type { Engine } from './engine.ts'
import type { KeyRing } from './keys/key-files.ts'
import { find } from './records/find.ts'
import { sealingOf, sealOnce, withdrawSeals } from './seals.ts'

const nextSql = `select l.seq, j.register, j.record, j.body from kernel.leaf l join kernel.journal j on j.id = l.entry where l.seq >= $1 order by l.seq limit 500`

export async function followSeals(engine: Engine, keys: KeyRing): Promise<number> {
  const sealed = [...engine.house.publications.values()].filter((publication) => publication.sealed)
  const { rows: places } = await engine.database.query<{ seq: number }>("select seq from kernel.follower where name = 'seals'")
  const { rows } = await engine.database.query<{ seq: number; register: string; record: string; body: string }>(nextSql, [
    places[0]?.seq ?? 0,
  ])
  for (const row of rows)
    for (const publication of sealed.filter((p) => p.of.name === row.register)) {
      const state = (JSON.parse(row.body) as EntryBody).sets['state']
      if (typeof state !== 'string') continue
      const { record } = await find(engine.database, publication.of, row.record, false)
      if (!record) continue
      const shown = publication.states.includes(record.state) && matches(publication.where ?? everything, record)
      if (shown) await sealOnce(engine, keys, sealingOf(publication, record))
      else await withdrawSeals(engine, row.record, '不再处于公示状态')
    }
  if (rows.length > 0)
    await engine.database.query(
      "insert into kernel.follower (name, seq) values ('seals', $1) on conflict (name) do update set seq = $1, changed = now()",
      [rows.at(-1)!.seq + 1],
    )
  return rows.length
}
