// What is derived can be made again: search text that was lost or of an older rule, and the facts behind the measures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedEnterprises } from '../../cli/demonstration.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { reindex } from '../../store/reindex.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
let registrar: Record<string, string>
const path = '/api/v1/registers/enterprise'
const bodies = inventedEnterprises(12, hebei.divisions, 1)

beforeAll(async () => {
  house = await openHouse()
  registrar = await house.person('registrar', [
    { duty: 'parties.registrar', reach: 'all' },
    { duty: 'parties.reader', reach: 'all' },
  ])
  for (const answers of bodies) {
    const { status } = await house.post(path, { id: uuidv7(), answers }, { ...registrar, 'idempotency-key': uuidv7() })
    expect(status).toBe(201)
  }
  await house.work.settled()
})
afterAll(() => house.close())

const found = async (words: string): Promise<number> => (await house.get(`${path}?q=${encodeURIComponent(words)}&limit=50`, registrar)).body.items.length
const facts = () => house.warehouse.rows('select * from fact_enterprise order by id, seq_from')
const words = [...String(bodies[0]!['name'])].slice(0, 2).join('')

describe('reindex', () => {
  it('finds nothing to mend where all is well, and leaves facts as they were', async () => {
    const before = await facts()
    expect(before.length).toBeGreaterThanOrEqual(bodies.length)
    expect(await reindex(house.engine, house.warehouse)).toMatchObject({ mended: 0 })
    expect(await facts()).toEqual(before)
  })

  it('writes search text anew where it was lost, so that every name is found again', async () => {
    const before = await found(words)
    expect(before).toBeGreaterThan(0)
    await house.engine.database.query("update record.enterprise set searched = '', bigrams = '{}'")
    expect(await found(words)).toBe(0)
    expect(await reindex(house.engine, house.warehouse)).toMatchObject({ searched: bodies.length, mended: bodies.length })
    expect(await found(words)).toBe(before)
  })

  it('takes the facts from the journal again, the same to the last version', async () => {
    const before = await facts()
    await house.warehouse.transaction((session) => session.run("update fact_enterprise set state = 'spoiled'"))
    expect(await facts()).not.toEqual(before)
    const { entries } = await reindex(house.engine, house.warehouse)
    const { rows } = await house.engine.database.query<{ n: number }>('select count(*)::int as n from kernel.leaf')
    expect(entries).toBe(rows[0]!.n)
    expect(await facts()).toEqual(before)
    // And it goes on from there: the next act is one more version, not the whole again.
    await house.post(path, { id: uuidv7(), answers: inventedEnterprises(13, hebei.divisions, 1)[12] }, { ...registrar, 'idempotency-key': uuidv7() })
    await house.work.settled()
    expect((await facts()).length).toBe(before.length + 1)
  })
})
