// The log numbers entries in the order in which they were made, however those that wait happen to lie.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyone } from '../../kernel/permission.ts'
import { numberEntries } from '../../store/log/sequencer.ts'
import { act } from '../../store/records/gate.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('numbers the older entry first where a later one lies before it and a batch holds one', async () => {
  const { database } = house.engine
  const waiting = async () => (await database.query<{ entry: string }>('select entry from kernel.outbox order by entry')).rows.map(({ entry }) => entry)
  await numberEntries(database)
  const person = { ...anyone, id: 'linkage', name: 'linkage' }
  const answers = { day: '2026-11-20', source: 'complaint', product: '儿童台灯', productClass: 'lamps', hazard: 'heat', place: '130100' }
  for (let n = 0; n < 3; n++) {
    const id = uuidv7()
    await act(house.engine, { register: 'signal', record: id, step: 'open', key: id, person, hand: 'linkage', answers })
  }
  const before = await waiting()
  expect(before).toHaveLength(3)
  // Where space was freed by vacuum, a later entry may lie before an earlier one.
  await database.query('delete from kernel.outbox')
  await database.query('insert into kernel.outbox select e from unnest($1::uuid[]) as e', [before.toReversed()])
  await numberEntries(database, 1)
  const { rows } = await database.query<{ entry: string }>('select entry from kernel.leaf where entry = any($1) order by seq', [before])
  expect(rows.map(({ entry }) => entry)).toEqual(before)
})
