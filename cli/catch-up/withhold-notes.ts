// Recalls of before a maker's notes stayed with the authority: they are taken out of what is public by an act, and out of its seals.
import type { Engine } from '../../store/engine.ts'
import { withdrawSeals } from '../../store/seals.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select id, version from record.recall where jsonb_path_exists(progress, '$[*] ? (@.note != null)') order by id`

const sealedSql = `select record from kernel.seal where kind = 'recalls' and record = $1 and document is null and withdrawn is null
  and jsonb_path_exists(proof, '$.content.progress[*] ? (@.note != null)')`

/** A seal that holds a note falls before the act, and the record is sealed anew as the act left it. */
async function* lackingOf(engine: Engine, rows: readonly { readonly id: string; readonly version: number }[]) {
  for (const { id, version } of rows) {
    const { rows: sealed } = await engine.database.query(sealedSql, [id])
    if (sealed.length > 0) await withdrawSeals(engine, 'recalls', [id], '公告中的问题说明不再公开')
    yield { register: 'recall', record: id, step: 'withhold-notes', key: `withheld:${id}:${version}` }
  }
}

/** Takes out what old recalls still show; done again it finds nothing. */
export async function withholdNotes(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql)
  return enterLacking(engine, 'withheld', lackingOf(engine, rows))
}
