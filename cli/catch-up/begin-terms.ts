// Cases of before the terms to sue were watched: what is served and not performed gets them by an act, so that the court is asked in time.
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select id, version from record."case" c
  where c.state in ('served', 'urged') and c.served is not null and c.sue_from is null and c.reconsidered is null and c.court_from is null
    and not exists (select from kernel.clock k where k.record = c.id and k.deadline = 'sue')
  order by id`

/** Begins what old cases lack; done again it finds nothing. Of a mere warning nothing is enforced, and the gate says so. */
export async function beginTerms(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql)
  const lacking = rows.map(({ id, version }) => ({ register: 'case', record: id, step: 'begin-terms', key: `begun:${id}:${version}` }))
  return enterLacking(engine, 'begun', lacking)
}
