// Marks that were withdrawn or cancelled before the day was kept: it is read from the act that ended them and entered by another.
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select l.id, l.version, (select to_char(j.occurred at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from kernel.journal j
    where j.record = l.id and j.step = any($1) order by j.version desc limit 1) as ended
  from record.laboratory l where l.state in ('withdrawn', 'cancelled') and l.ended_on is null order by l.id`

/** Enters what old marks lack; done again it finds nothing. */
export async function dateEnds(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number; ended: string }>(foundSql, [['withdraw', 'cancel']])
  const lacking = rows.map(({ id, version, ended }) => ({ register: 'laboratory', record: id, step: 'note-ended', key: `end-dated:${id}:${version}`, answers: { ended } }))
  return enterLacking(engine, 'end-dated', lacking)
}
