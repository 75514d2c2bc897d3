// What is counted as alike, and what is only a hint (處理辦法 17: a person decides and writes the grounds).
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../kernel/procedure.ts'
import { alikeOf, batchGroupOf, type Described } from './alike.ts'

const described: Described = { phone: '13900000000', address: '演示路 1 号', traderName: '虚衡乳业（虚构）', goods: '酸奶', orderNumber: null, batch: null }

/** Records as somebody may have left them: each is counted where all that is asked is the same. */
const records = (list: readonly Readonly<Record<string, unknown>>[]): Reading => {
  const fit = (where: Readonly<Record<string, unknown>>) => list.filter((each) => Object.entries(where).every(([name, value]) => each[name] === value))
  return {
    now: '2026-05-11T01:00:00.000Z',
    under: (area) => [area],
    count: (_register, where) => Promise.resolve(fit(where).length),
    first: (_register, where) => Promise.resolve((fit(where)[0] ?? null) as never),
    list: () => Promise.resolve([]),
    ask: () => Promise.resolve(null),
    alone: () => Promise.resolve(),
    grades: () => Promise.resolve([]),
  }
}
const { phone, address, traderName, goods } = described
const many = (count: number, record: object): object[] => Array.from({ length: count }, () => record)
const look = (list: readonly object[], more: Partial<Described> = {}) => alikeOf({ ...described, ...more }, records(list as never), 10, 'self')

describe('one batch of one product of one trader', () => {
  const batch = { traderName: '虚衡乳业（虚构）', goods: '酸奶', brand: '虚衡', batch: 'B 2026-05' }
  it('is one group however name, brand and batch are typed: width, case, blanks and marks do not count', () => {
    const same = { ...batch, traderName: '虚衡 乳业(虚构)', batch: 'ｂ2026·05' }
    expect(batchGroupOf(same)).toBe(batchGroupOf(batch))
  })
  it('is another group for another trader, brand or batch, and the credit code goes before the name', () => {
    const others = [{ traderName: '别家' }, { brand: '别牌' }, { batch: 'B2026-06' }, { trader: '91130102MAX000001A' }]
    expect(new Set([batch, ...others.map((other) => ({ ...batch, ...other }))].map(batchGroupOf)).size).toBe(5)
    const [coded, renamed] = [{ ...batch, trader: '91130102MAX000001A' }, { ...batch, trader: '91130102MAX000001A', traderName: '改名后' }]
    expect(batchGroupOf(renamed)).toBe(batchGroupOf(coded))
  })
  it('is none without a batch', () => expect(batchGroupOf({ ...batch, batch: null })).toBeNull())
})

describe('counts', () => {
  it('of what is there beside this complaint; what is not given is not counted', async () => {
    const list = [...many(3, { phone, traderName }), ...many(2, { phone, traderName: '别家' }), ...many(4, { address })]
    expect((await look(list)).alike).toEqual({ samePhone: '5', sameTraderByOne: '3', sameAddress: '4', sameBatch: '0' })
    expect((await look([{ phone: null, address: null }], { phone: null, address: null })).alike).toMatchObject({ samePhone: '0', sameAddress: '0' })
  })
})

describe('hints', () => {
  it('“many by one” at the number of the jurisdiction and not one below', async () => {
    expect((await look(many(9, { phone, traderName }))).hints).toEqual([])
    expect((await look(many(10, { phone, traderName }))).hints).toEqual(['manyByOne'])
  })
  it('“shared contact” where two more come from the address than from the telephone', async () => {
    expect((await look(many(1, { address }))).hints).toEqual([])
    expect((await look(many(2, { address }))).hints).toEqual(['sharedContact'])
    expect((await look(many(2, { address, phone }))).hints).toEqual([])
  })
  it('“same dispute” for the same order, trader and goods, joined to the other one and never to itself', async () => {
    const order = { orderNumber: 'DD-1', traderName, goods }
    expect(await look([{ ...order, id: 'other', number: 'TS1' }], { orderNumber: 'DD-1' })).toMatchObject({ hints: ['sameDispute'], sameAs: 'TS1' })
    expect(await look([{ ...order, id: 'self', number: 'TS2' }], { orderNumber: 'DD-1' })).toMatchObject({ hints: [], sameAs: null })
    expect(await look([{ ...order, goods: '牛奶', id: 'other', number: 'TS3' }], { orderNumber: 'DD-1' })).toMatchObject({ hints: [], sameAs: null })
  })
})
