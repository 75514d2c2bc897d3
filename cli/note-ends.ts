// Renewals of before the end of the term was kept with them: it is entered by an act, so that the time to decide them runs.
import { anyone } from '../kernel/permission.ts'
import { Refusal } from '../kernel/refusal.ts'
import { underWay } from '../systems/basis/testing/terms.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'

const foundSql = `select a.id, a.version from record.mark_application a where a.kind = 'renewal' and a.held_to is null and a.state = any($1)
  and exists (select from record.laboratory l where l.code = a.laboratory and l.state in ('valid', 'suspended')) order by a.id`

/** Enters what old renewals lack; done again it finds nothing. */
export async function noteEnds(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql, [underWay])
  const entered: string[] = []
  for (const { id, version } of rows) {
    try {
      await act(engine, {
        ...{ register: 'mark-application', record: id, step: 'note-end', key: `end-noted:${id}:${version}`, answers: {} },
        ...{ person: { ...anyone, id: 'end-noted', name: 'end-noted' }, hand: 'sweep' },
      })
      entered.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return entered
}
