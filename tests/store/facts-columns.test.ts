// A field that becomes personal with an upgrade leaves the facts, with the values that were kept of it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { columnOf, tableOf } from '../../store/names.ts'
import { prepareFacts } from '../../store/warehouse/facts.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('a column of a personal field is dropped, every other one stays', async () => {
  const { warehouse, engine } = house
  const tables = await warehouse.rows<{ name: string }>("select distinct table_name as name from information_schema.tables where table_name like 'fact_%'")
  const counted = [...engine.house.registers.values()].filter(({ name }) => tables.some((table) => table.name === `fact_${tableOf(name)}`))
  const [register, field] = counted.flatMap((each) => Object.entries(each.fields).flatMap(([name, { personal }]) => (personal ? [[each, name] as const] : [])))[0]!
  const table = `fact_${tableOf(register.name)}`
  const columns = async () =>
    (await warehouse.rows<{ name: string }>('select column_name as name from information_schema.columns where table_name = ? order by 1', [table])).map(({ name }) => name)
  const before = await columns()
  expect(before).not.toContain(columnOf(field))
  await warehouse.run(`alter table "${table}" add column "${columnOf(field)}" varchar default '演示'`)
  expect(await columns()).toContain(columnOf(field))
  await prepareFacts(warehouse, engine.house)
  expect(await columns()).toEqual(before)
})
