// Renewals of before the end of the term was kept with them, or taken up again without it: by an act the time to decide them runs.
import { underWay } from '../../systems/basis/testing/terms.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select a.id, a.version from record.mark_application a where a.kind = 'renewal' and a.state = any($1)
  and (a.held_to is null or (a.set_aside_by is not null and a.reopened is null))
  and exists (select from record.laboratory l where l.code = a.laboratory and l.state in ('valid', 'suspended')) order by a.id`

/** Enters what old renewals lack; done again it finds nothing. */
export async function noteEnds(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql, [underWay])
  const lacking = rows.map(({ id, version }) => ({ register: 'mark-application', record: id, step: 'note-end', key: `end-noted:${id}:${version}` }))
  return enterLacking(engine, 'end-noted', lacking)
}
