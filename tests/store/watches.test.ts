// The watches of the day run beside the rounds: however long one takes, what was acknowledged meanwhile is numbered and followed.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyone } from '../../kernel/permission.ts'
import { act } from '../../store/records/gate.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { Work } from '../../store/work.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it never came')
}

it('an act is numbered while a watch is at its work, and the end waits for both', async () => {
  const { engine, warehouse } = house
  let release = (): void => {}
  let [begun, ended] = [false, false]
  const slow = async (): Promise<void> => {
    begun = true
    await new Promise<void>((resolve) => (release = resolve))
    ended = true
  }
  const work = new Work({ engine, warehouse, origin: 'test', signers: () => [], daily: [slow], fault: (_, error) => { throw error } })
  work.wake()
  await until(() => begun)
  const answers = { day: '2026-11-20', source: 'complaint', product: '儿童台灯', productClass: 'lamps', hazard: 'heat', place: '130100' }
  const id = uuidv7()
  await act(engine, { register: 'signal', record: id, step: 'open', key: id, person: { ...anyone, id: 'linkage', name: 'linkage' }, hand: 'linkage', answers })
  work.wake()
  const waits = async () => (await engine.database.query<{ n: number }>('select count(*)::int as n from kernel.outbox')).rows[0]!.n
  await until(async () => (await waits()) === 0)
  expect(ended).toBe(false)
  release()
  await work.settled()
  expect(ended).toBe(true)
})
