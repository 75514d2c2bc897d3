// Cases of before the telling was kept: where a paper was served on the party it is entered that it was told, by an act of its own.
import { anyone } from '../kernel/permission.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'

const foundSql = `select c.id, max(d.form) as form from record."case" c join kernel.document d on d.record = c.id and d.register = 'case'
  where c.informed is null and c.party is not null
    and exists (select 1 from kernel.service s where s.document = d.id and s.state = 'served')
  group by c.id order by c.id`

/** Enters what old cases lack; done again it finds nothing. */
export async function tellParties(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; form: string }>(foundSql)
  const told: string[] = []
  for (const { id, form } of rows) {
    const how = form === 'penalty-notice' ? 'notice' : 'decision'
    try {
      await act(engine, {
        register: 'case', record: id, step: 'inform', key: `told:${id}`, person: { ...anyone, id: 'told', name: 'told' }, hand: 'sweep', answers: { how },
      })
      told.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return told
}
