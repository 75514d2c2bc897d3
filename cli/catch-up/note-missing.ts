// Changes of a mark that waited for material before that had a term: it begins by an act, and without the material the refusal is proposed.
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select id, version from record.mark_change where state = 'completing' and missing_from is null order by id`

/** Begins what old changes lack; done again it finds nothing. */
export async function noteMissing(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql)
  const lacking = rows.map(({ id, version }) => ({ register: 'mark-change', record: id, step: 'note-missing', key: `missing-noted:${id}:${version}` }))
  return enterLacking(engine, 'missing-noted', lacking)
}
