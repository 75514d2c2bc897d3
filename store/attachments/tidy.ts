// Removal of what nobody refers to: uploads whose time is over, files of erased persons, and what arrived and was never kept.
import { inTransaction } from '../database.ts'
import type { Engine } from '../engine.ts'
import { waitingHours } from './upload.ts'

const overSql = 'select id, hash from kernel.upload where ends <= $1 order by ends limit 1 for update skip locked'

const lockSql = 'select 1 from kernel.attachment where hash = $1 for update'

const neededSql = `select 1 where exists (select 1 from kernel.upload where hash = $1) or exists (select 1 from kernel.attachment_use where hash = $1)`

/** One upload in one transaction; the bytes go while the row is locked, so that nobody who brings the same file meanwhile loses it. */
async function removeOne(engine: Engine): Promise<'none' | 'kept' | 'removed'> {
  return inTransaction(engine.database, async (session) => {
    const { rows } = await session.query<{ id: string; hash: string }>(overSql, [engine.now()])
    const over = rows[0]
    if (!over) return 'none'
    await session.query(lockSql, [over.hash])
    await session.query('delete from kernel.upload where id = $1', [over.id])
    if ((await session.query(neededSql, [over.hash])).rowCount) return 'kept'
    await engine.files.remove(over.hash)
    await session.query('delete from kernel.attachment where hash = $1', [over.hash])
    return 'removed'
  })
}

const erasedSql = `select a.hash from kernel.attachment a where a.removed is null
  and exists (select 1 from kernel.attachment_use u where u.hash = a.hash)
  and not exists (select 1 from kernel.attachment_use u where u.hash = a.hash and u.erased is null)
  and not exists (select 1 from kernel.upload p where p.hash = a.hash)`

/** Bytes that only erased records refer to. Their keys are gone already; doing it again changes nothing. */
export async function removeErased(engine: Engine): Promise<void> {
  const { rows } = await engine.database.query<{ hash: string }>(erasedSql)
  for (const { hash } of rows) {
    await engine.files.remove(hash)
    await engine.database.query('update kernel.attachment set removed = $2 where hash = $1', [hash, engine.now()])
  }
}

/** Returns how many files were removed because no act ever referred to them. */
export async function tidyFiles(engine: Engine): Promise<number> {
  let removed = 0
  for (let outcome = await removeOne(engine); outcome !== 'none'; outcome = await removeOne(engine)) if (outcome === 'removed') removed += 1
  await removeErased(engine)
  if (engine.parameters.named('attachments.waiting')) await engine.files.tidy(new Date(Date.now() - waitingHours(engine) * 3_600_000))
  return removed
}
