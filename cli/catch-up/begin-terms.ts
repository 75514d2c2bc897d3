// Cases of before the terms of the party were watched: what is served gets them by an act, to be contested and enforced in time.
import { dayOf } from '../../kernel/day.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking, type Lacking } from './enter-lacking.ts'

/** Lacks the terms to sue, neither performed nor a mere warning; or served within sixty days, and lacks the one for reconsideration. */
const foundSql = `select id, version from record."case" c
  where c.served is not null and ((c.state in ('served', 'urged')
    and not (coalesce(c.fine, 0) + coalesce(c.confiscated, 0) = 0 and coalesce(c.penalties <@ '["warning", "criticism", "fine", "gain"]', true))
    and c.sue_from is null and c.reconsidered is null and c.court_from is null
    and not exists (select from kernel.clock k where k.record = c.id and k.deadline = 'sue'))
    or (c.state in ('served', 'urged', 'court', 'performed', 'closed') and c.reconsider_from is null and c.challenges is null and c.served >= $1::date - 60))
  order by id`

export async function lackingTerms(engine: Engine): Promise<readonly Lacking[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql, [dayOf(engine.now())])
  return rows.map(({ id, version }) => ({ register: 'case', record: id, step: 'begin-terms', key: `begun:${id}:${version}` }))
}

/** Begins what old cases lack; done again it finds nothing. */
export const beginTerms = async (engine: Engine): Promise<readonly string[]> => enterLacking(engine, 'begun', await lackingTerms(engine))
