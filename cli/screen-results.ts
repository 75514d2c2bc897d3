// The screening of each laboratory’s results of a year: what shows a pattern becomes a matter to look at, once, and decides nothing.
import { addDays, dayOf } from '../kernel/day.ts'
import { anyone } from '../kernel/permission.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'
import { namedId } from './load-records.ts'

const yearSql = `select distinct laboratory, product_class from record.test_report where state = 'issued' and analysed between $1 and $2 order by 1, 2`

/** Nothing to ask, or asked already: the expected end of most screenings. */
const silent = new Set(['testing.nothing-to-ask', 'testing.asked-already'])

/** Screens the last whole year; gives back the matters that were opened. */
export async function screenResults(engine: Engine): Promise<readonly string[]> {
  const to = dayOf(engine.now())
  const from = addDays(to, -365)
  const { rows } = await engine.database.query<{ laboratory: string; product_class: string }>(yearSql, [from, to])
  const opened: string[] = []
  for (const { laboratory, product_class: productClass } of rows) {
    const name = `screening:${laboratory}:${productClass}:${to}`
    try {
      const { record, replayed } = await act(engine, {
        register: 'result-screening', record: namedId(name), step: 'open', key: name, person: { ...anyone, id: 'watch', name: 'watch' }, hand: 'sweep',
        answers: { laboratory, productClass, from, to },
      })
      if (!replayed) opened.push(record)
    } catch (error) {
      if (!(error instanceof Refusal) || !silent.has(error.code)) throw error
    }
  }
  return opened
}
