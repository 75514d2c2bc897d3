// The demonstration's changed bodies load through the gate, twice without harm, and their trail is what the pages follow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedEnterprises } from '../../cli/demonstration.ts'
import { addTrail } from '../../cli/demonstration-trail.ts'
import { loadRows } from '../../cli/load-records.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import type { Person } from '../../kernel/permission.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
const person: Person = { id: 'first', name: 'first', office: null, holdings: [{ duty: 'parties.registrar', reach: 'all', from: '2010-01-01' }] }
const rows = inventedEnterprises(20, hebei.divisions)

beforeAll(async () => {
  house = await openHouse()
  await loadRows({ engine: house.engine, person, register: 'enterprise', keyOf: (row) => String(row['code']) }, rows, () => undefined)
})
afterAll(() => house.close())

describe('the demonstration of succession', () => {
  it('has one body of each fate, the same when a killed start is taken up again', async () => {
    for (let time = 0; time < 2; time++) {
      await addTrail(house.engine, person, rows)
      const { rows: counts } = await house.engine.database.query<{ state: string; n: number }>(
        "select state, count(*)::int as n from record.enterprise where state <> 'active' group by state order by state",
      )
      expect(counts).toEqual(['divided', 'merged', 'recoded'].map((state) => ({ state, n: 1 })))
    }
  })
})
