// What a desk offers must open: every page that is declared for a duty, asked for by a person who holds that duty alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { systems } from '../../systems/index.ts'
import { openHouse, type House } from '../bed/house.ts'
import { visitor } from '../bed/visitor.ts'

const offered = systems.flatMap((system) => system.pages ?? []).flatMap(({ route, for: duties = [] }) => duties.map((duty) => [duty, route] as const))
const duties = [...new Set(offered.map(([duty]) => duty))]

let house: House
beforeAll(async () => {
  house = await openHouse({ now: '2026-11-24T02:00:00.000Z', pages: true })
  for (const duty of duties)
    await addAccount(house.engine.database, {
      ...{ id: duty, name: duty, password: 'a good password', face: 'office', office: 'hebei-market', from: '2010-01-01' },
      holdings: [{ duty, reach: 'area', area: '130000' }],
    })
})
afterAll(() => house.close())

describe('every page that the desk offers for a duty', () => {
  it('is offered to somebody', () => expect(offered.length).toBeGreaterThan(10))
  it('leaves the address of a register to its list', () => {
    const lists = new Set(systems.flatMap((system) => system.registers).map(({ name }) => `/desk/${name}`))
    expect(offered.filter(([, route]) => lists.has(route))).toEqual([])
  })
  it.each(offered)('%s: %s is on the desk and opens', async (duty, route) => {
    const person = visitor(house)
    await person.signIn(duty, 'a good password')
    const desk = await person.send('GET', '/desk')
    expect(desk.text).toContain(`href="${route}"`)
    expect((await person.send('GET', route)).status).toBe(200)
  })
})
