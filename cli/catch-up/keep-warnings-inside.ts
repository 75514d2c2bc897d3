// Entries of before a warning alone was kept from the public: they are shared inside only, by an act of their own.
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select e.id, e.version from record.credit_entry e join record."case" c on c.id::text = e.origin_record
  where e.origin = 'case' and e.scope <> 'internal' and e.state <> 'withdrawn' and c.penalties = '["warning"]' and c.decided >= '2021-09-01' order by e.id`

/** Changes what old entries still show; done again it finds nothing. */
export async function keepWarningsInside(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql)
  const lacking = rows.map(({ id, version }) => ({ register: 'credit-entry', record: id, step: 'keep-inside', key: `kept-inside:${id}:${version}` }))
  return enterLacking(engine, 'kept-inside', lacking)
}
