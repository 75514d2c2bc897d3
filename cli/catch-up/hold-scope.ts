// Lines of scope of before they were held to their mark: those without an end, or with one beyond it, get that of the mark by an act.
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select s.id, s.version from record.lab_scope s join record.laboratory l on l.code = s.laboratory
  where s.state = 'approved' and l.state in ('valid', 'suspended') and (s."to" is null or s."to" > l.certified_to) and s."from" <= l.certified_to order by s.id`

/** Enters what old lines lack; done again it finds nothing. */
export async function holdScope(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql)
  const lacking = rows.map(({ id, version }) => ({ register: 'lab-scope', record: id, step: 'hold-to-mark', key: `held:${id}:${version}` }))
  return enterLacking(engine, 'held', lacking)
}
