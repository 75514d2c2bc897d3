// When a notice or a parameter comes into force or is withdrawn, dated data is read anew and provisional clocks are re-dated.
import type { Engine } from './engine.ts'
import { loadOfficers } from './officers.ts'
import { redateProvisional } from './redate.ts'

const nextSql = `select l.seq, j.id, j.register, j.step from kernel.leaf l join kernel.journal j on j.id = l.entry
  where l.seq >= $1 and j.register in ('calendar-notice', 'parameter-value') and j.step in ('confirm', 'withdraw') order by l.seq limit 100`

/** Follows the log by a place of its own; safe to run twice, since each re-dating carries the entry as its key. */
export async function followOfficers(engine: Engine): Promise<number> {
  const { rows: places } = await engine.database.query<{ seq: number }>("select seq from kernel.follower where name = 'officers'")
  const { rows } = await engine.database.query<{ seq: number; id: string; register: string; step: string }>(nextSql, [places[0]?.seq ?? 0])
  for (const row of rows) {
    await loadOfficers(engine)
    if (row.register === 'calendar-notice' && row.step === 'confirm') await redateProvisional(engine, '国务院办公厅放假安排已发布', row.id)
    await engine.database.query(
      "insert into kernel.follower (name, seq) values ('officers', $1) on conflict (name) do update set seq = $1, changed = now()",
      [row.seq + 1],
    )
  }
  return rows.length
}
