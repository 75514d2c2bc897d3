// Marks of before the reminder: by when a renewal is to be asked for is entered by an act, or that one is asked for already.
import { dayOf } from '../../kernel/day.ts'
import { underWay } from '../../systems/basis/testing/terms.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

/** Marks that stand and of which nothing is due; of those whose renewal is under way, the ones whose end is still to be dealt with. */
const foundSql = `with marks as (
    select l.id, l.version, l.certified_to, l.renew_by,
      exists (select from record.mark_application a where a.laboratory = l.code and a.kind = 'renewal' and a.state = any($1)) as asked,
      exists (select from kernel.clock c where c.record = l.id and c.deadline = 'expiry' and c.state in ('open', 'lapsed')) as ending
    from record.laboratory l where l.state in ('valid', 'suspended') and l.expires is null)
  select id, version, asked from marks where (asked and ending) or (not asked and renew_by is null and certified_to >= $2) order by id`

/** Enters what old marks lack; done again it finds nothing. */
export async function remindMarks(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number; asked: boolean }>(foundSql, [underWay, dayOf(engine.now())])
  const lacking = rows.map(({ id, version, asked }) => {
    const step = asked ? 'ask-renewal' : 'remind'
    return { register: 'laboratory', record: id, step, key: `reminded:${step}:${id}:${version}` }
  })
  return enterLacking(engine, 'reminded', lacking)
}
