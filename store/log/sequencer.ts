// The sequencer: after commit, one hand numbers the committed entries in batches and appends them to the Merkle log.
import type { Database, Session } from '../database.ts'
import { inTransaction } from '../database.ts'
import { appendLeaves, type Appended } from './tree.ts'

/** Held by the one process that numbers; others simply find nothing to do. */
const lockNumber = 7203332

/** The oldest first, by the time in their identities: a batch that took them as they lie could hold a version and not the one before it. */
const takeSql = `delete from kernel.outbox o using (select entry from kernel.outbox order by entry limit $1 for update skip locked) t
  where o.entry = t.entry returning o.entry`

/** Asked by identity: joined to the statement above, the whole journal would be read for a batch of any size. */
const hashSql = 'select id, hash from kernel.journal where id = any($1) order by recorded, version, id'

async function numberBatch(session: Session, limit: number): Promise<Appended | null> {
  const { rows: locked } = await session.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [lockNumber])
  if (!locked[0]!.free) return null
  const { rows: taken } = await session.query<{ entry: string }>(takeSql, [limit])
  if (taken.length === 0) return null
  const { rows } = await session.query<{ id: string; hash: Buffer }>(hashSql, [taken.map(({ entry }) => entry)])
  const { rows: sizes } = await session.query<{ size: number }>('select coalesce(max(seq) + 1, 0)::bigint as size from kernel.leaf')
  const first = sizes[0]!.size
  await session.query(
    'insert into kernel.leaf (seq, entry, hash) select $1 + n - 1, e, h from unnest($2::uuid[], $3::bytea[]) with ordinality as t(e, h, n)',
    [first, rows.map((row) => row.id), rows.map((row) => row.hash)],
  )
  return appendLeaves(
    session,
    first,
    rows.map((row) => row.hash),
  )
}

/**
 * Numbers all that is committed now. Entries of a transaction that is still open are numbered after it commits:
 * whoever follows the log never sees a number before all smaller ones.
 */
export async function numberEntries(database: Database, limit = 5000): Promise<number> {
  let numbered = 0
  for (;;) {
    const batch = await inTransaction(database, (session) => numberBatch(session, limit))
    if (batch === null) return numbered
    numbered += batch.count
    if (batch.count < limit) return numbered
  }
}
