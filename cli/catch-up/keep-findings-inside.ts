// Complaints about laboratories of before finding and outcome were told apart: what is not answered yet is kept inside by an act.
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select id, version from record.lab_complaint where state = 'answering' and outcome is not null order by id`

/** Keeps inside what old complaints tell too early; done again it finds nothing. */
export async function keepFindingsInside(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql)
  const lacking = rows.map(({ id, version }) => ({ register: 'lab-complaint', record: id, step: 'keep-inside', key: `finding-kept:${id}:${version}` }))
  return enterLacking(engine, 'finding-kept', lacking)
}
