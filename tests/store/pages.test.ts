// Pages of a list: together they are the whole, in order, each record once, whatever it is sorted by and whatever is added meanwhile.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnOf } from '../../store/names.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { generousSystem, lendingParameters, lendingSystem } from '../lending/lending.ts'

let house: House
let librarian: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem, generousSystem], parameters: lendingParameters, now: '2026-03-02' })
  librarian = await house.person('librarian', [{ duty: 'lending.librarian', reach: 'all' }])
})
afterAll(() => house.close())

/** Values of each sorted column, few so that they repeat; none of the texts depends on a language's order. */
const values = {
  fine: ['-1.50', '0.00', '9.00', '10.00'],
  good: [false, true],
  times: [-3, 0, 2, 10],
  lentOn: ['2025-12-31', '2026-01-01', '2026-02-28'],
  desk: ['a', 'b', 'c'],
  number: ['j1', 'j2', 'j3', 'j4', 'j5', 'j6', 'j7', 'j8', 'j9'],
  area: ['130102', '130104'],
  office: ['m', 'n'],
  opened: ['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.001Z'],
} as const
type Sorted = keyof typeof values
type Row = { readonly id: string; readonly value: string | number | boolean | null }

const comparable = (field: Sorted, value: Row['value']): number | string =>
  field === 'fine' || typeof value !== 'string' ? Number(value) : value

/** What a reader expects: by value, what is missing last in either direction, and by identity among equals. */
function expected(field: Sorted, descending: boolean, rows: readonly Row[]): string[] {
  const sign = descending ? -1 : 1
  return [...rows]
    .sort((a, b) => {
      if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1
      const [one, other] = [comparable(field, a.value), comparable(field, b.value)]
      if (a.value !== null && one !== other) return one < other ? -sign : sign
      return a.id < b.id ? -sign : sign
    })
    .map((row) => row.id)
}

async function put(field: Sorted, rows: readonly Row[]): Promise<void> {
  const more = field === 'opened' ? '' : ', opened'
  for (const { id, value } of rows)
    await house.engine.database.query(
      `insert into record.loan (id, state, version, changed, "${columnOf(field)}"${more}) values ($1, 'lent', 1, now(), $2${more ? ', now()' : ''})`,
      [id, value],
    )
}

async function paged(field: Sorted, descending: boolean, limit: number, between?: (page: number) => Promise<void>): Promise<string[]> {
  const ids: string[] = []
  for (let after = '', page = 0; ; page++) {
    const { status, body } = await house.get(`/api/v1/registers/loan?order=${descending ? '-' : ''}${field}&limit=${limit}${after}`, librarian)
    expect(status).toBe(200)
    ids.push(...(body.items as { id: string }[]).map((item) => item.id))
    if (body.next === null) return ids
    after = `&after=${encodeURIComponent(body.next as string)}`
    await between?.(page)
  }
}

const rowsOf = (field: Sorted) =>
  fc
    .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...values[field]) }, { weight: 1, arbitrary: fc.constant(null) }), { maxLength: 12 })
    .map((chosen): Row[] => {
      // A number belongs to one record, each has one, and every record was opened at some time.
      const kept = field === 'number' ? [...new Set(chosen)].filter((value) => value !== null) : chosen
      return kept.map((value) => ({ id: uuidv7(), value: field === 'opened' ? (value ?? values.opened[0]) : value }))
    })

describe('pages of a list', () => {
  it.each(Object.keys(values) as Sorted[])('by %s, up and down, of one to five records', async (field) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(field), fc.boolean(), fc.integer({ min: 1, max: 5 }), async (rows, descending, limit) => {
        await house.engine.database.query('delete from record.loan')
        await put(field, rows)
        expect(await paged(field, descending, limit)).toEqual(expected(field, descending, rows))
      }),
      { numRuns: 20 },
    )
  })
  it.each(['fine', 'desk', 'opened'] as const)('by %s lose nothing and repeat nothing while records are added', async (field) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(field), rowsOf(field), fc.boolean(), fc.integer({ min: 1, max: 5 }), async (rows, added, descending, limit) => {
        await house.engine.database.query('delete from record.loan')
        await put(field, rows)
        const waiting = [...added]
        const seen = await paged(field, descending, limit, () => put(field, waiting.splice(0, 2)))
        expect(new Set(seen).size).toBe(seen.length)
        const before = new Set(rows.map((row) => row.id))
        expect(seen.filter((id) => before.has(id))).toEqual(expected(field, descending, rows))
      }),
      { numRuns: 20 },
    )
  })
})

describe('what cannot be put in order', () => {
  const refused = async (query: string) => {
    const { status, body } = await house.get(`/api/v1/registers/loan?${query}`, librarian)
    return { status, code: body.code as string | undefined }
  }
  it('a table of rows is no order and no condition', async () => {
    expect(await refused('order=harm')).toEqual({ status: 422, code: 'list.unknown-field' })
    expect(await refused(`harm=${encodeURIComponent('[{"page":1,"seen":"2026-01-01"}]')}`)).toEqual({ status: 422, code: 'list.unknown-field' })
    expect((await refused('harm=null')).status).toBe(200)
  })
  it('a name that no register has is no field, whatever it means elsewhere', async () => {
    for (const name of ['toString', 'constructor', 'owner', 'subject', 'bigrams'])
      for (const query of [`${name}=1`, `order=${name}`]) expect(await refused(query), query).toEqual({ status: 422, code: 'list.unknown-field' })
  })
  it('a condition that its column cannot hold is refused', async () => {
    for (const query of ['id=x', 'version=x', 'version=1.5', 'version=99999999999', 'opened=soon', 'opened.from=2026-13-99', 'number=%00', 'lentOn=2026-02-30'])
      expect(await refused(query), query).toEqual({ status: 422, code: 'list.wrong-value' })
  })
  it('a cursor of another list is refused, not guessed at', async () => {
    const cursor = (v: unknown) => Buffer.from(JSON.stringify({ v, id: uuidv7() })).toString('base64url')
    for (const [order, wrong] of [['times', 'many'], ['lentOn', 7], ['fine', 'x'], ['good', 3], ['opened', 'soon'], ['desk', { a: 1 }], ['opened', null]] as const)
      expect(await refused(`order=${order}&after=${cursor(wrong)}`), `${order} after ${JSON.stringify(wrong)}`).toEqual({ status: 400, code: 'list.wrong-cursor' })
  })
})
