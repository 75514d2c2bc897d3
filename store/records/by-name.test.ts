// Search by name on a real database: whatever the search takes for frequent or rare, it finds what reading every name would find.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../kernel/filter.ts'
import { normalised, wordsOf } from '../../kernel/search-text.ts'
import { openHouse, type House } from '../../tests/bed/house.ts'
import { copyArray, copyInto, copyText } from '../copy.ts'
import { inTransaction } from '../database.ts'
import { columnsOf } from '../schema.ts'
import { uuidv7 } from '../uuid.ts'
import { recordsByName } from './by-name.ts'
import { rowJson } from './write.ts'

let house: House
const limit = 10
const places = ['河北', '石家庄', '唐山', '']
const trades = ['科技', '鋼鐵', '钢铁', '乳业', 'ABC电缆']
const brands = ['恒瑞', '德盛', '瑞德', '盛恒', '甲', '𠮷祥']
const names: string[] = []

/** Six thousand names, one in seven of them marked and one in thirty-five twice, so that all three lists are asked. */
beforeAll(async () => {
  house = await openHouse()
  const register = house.engine.house.registers.get('enterprise')!
  const columns = columnsOf(register).map((c) => c.name)
  await inTransaction(house.engine.database, async (session) => {
    const copying = copyInto(session, 'record."enterprise"', columns)
    for (let n = 0; n < 6000; n++) {
      const name = `${places[n % 4]!}${brands[n % 6]!}${n % 97 === 0 ? '麒麟' : ''}${trades[(n >> 3) % 5]!}有限公司（${n}）`
      names.push(name)
      const tail = n % 35 === 0 ? '000' : n % 7 === 0 ? 'f00' : 'fff'
      const row = { id: uuidv7().slice(0, -3) + tail, state: 'active', version: 1, opened: '2026-01-01T00:00:00Z', changed: '2026-01-01T00:00:00Z', code: `C${n}`, name }
      const json = rowJson(register, row)
      await copying.write(columns.map((column) => (column === 'bigrams' ? copyArray(json[column] as string[]) : copyText(json[column]))))
    }
    await copying.end()
  })
}, 60_000)
afterAll(() => house.close())

/** Names that hold every word; a query without a word of two characters asks for none. */
const holders = (query: string): string[] =>
  wordsOf(query).some((word) => [...word].length > 1) ? names.filter((name) => wordsOf(query).every((word) => normalised(name).includes(word))) : []

async function found(query: string): Promise<{ names: string[]; frequent: boolean }> {
  const register = house.engine.house.registers.get('enterprise')!
  const { records, frequent } = await recordsByName(house.engine.database, register, { words: query, where: everything, limit })
  return { names: records.map((record) => String((record as unknown as { name: string }).name)), frequent }
}

async function agrees(query: string): Promise<void> {
  const wanted = holders(query)
  const got = await found(query)
  expect(new Set(got.names).size).toBe(got.names.length)
  expect(got.names.filter((name) => !wanted.includes(name))).toEqual([])
  if (got.frequent) expect(wanted.length).toBeGreaterThanOrEqual(limit)
  else expect(got.names.toSorted()).toEqual(wanted.toSorted())
  expect(got.names.length).toBe(Math.min(limit, wanted.length))
}

describe('search by name', () => {
  it.each(['有限公司', '科技', '麒麟', '钢铁', '鋼鐵', 'abc', '𠮷祥', '石家庄 钢铁', '河北恒瑞科技', '瑞德乳业有限公司', '没有的字', '（4711）'])(
    '%s finds what reading every name finds',
    agrees,
  )
  it('finds by any fragment of two characters or more, and by several', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(5999), fc.nat(12), fc.integer({ min: 2, max: 6 }), fc.constantFrom('', ' 科技', ' 恒瑞'), (n, from, length, more) =>
        agrees([...names[n]!].slice(from, from + length).join('') + more).then(() => undefined),
      ),
      { numRuns: 150 },
    ), 60_000)
  it('begins with names in which the words stand first and that are short', async () => {
    const { names: best } = await found('唐山 钢铁')
    expect(best.every((name) => name.startsWith('唐山'))).toBe(true)
  })
  it('by one character alone finds nothing: two are needed', async () => expect(await found('钢')).toEqual({ names: [], frequent: false }))
  it('keeps to what else must hold', async () => {
    const register = house.engine.house.registers.get('enterprise')!
    const where = { field: 'code', is: 'C970' } as const
    const { records } = await recordsByName(house.engine.database, register, { words: '麒麟', where, limit })
    expect(records.length).toBe(1)
  })
})
