// Listings whose last day was told by the count of before, which took their first day in: they end after the day that was told.
import { dayOf } from '../../kernel/day.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

const foundSql = `select id, version from record.serious_listing where state in ('published', 'repairAsked', 'repairing') and until < $1 order by id`

/** Ends those that the page would show a day longer than it said; done again it finds nothing. */
export async function endListings(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ id: string; version: number }>(foundSql, [dayOf(engine.now())])
  const lacking = rows.map(({ id, version }) => ({ register: 'serious-listing', record: id, step: 'expire', key: `ended:${id}:${version}` }))
  return enterLacking(engine, 'ended', lacking)
}
