// Tables inside a record, what a confirmation reads and writes, and causes with several consequences, tried on the made-up system.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCharacter } from '../../kernel/usc-code.ts'
import { deliverLinks } from '../../store/links.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { lendingParameters, lendingSystem } from './lending.ts'

let house: House
let head: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem], parameters: lendingParameters, now: '2026-03-02' })
  head = await house.person('head', [
    { duty: 'lending.head', reach: 'all' },
    { duty: 'lending.librarian', reach: 'all' },
  ])
})
afterAll(() => house.close())

const open = (register: string, answers: object) =>
  house.post(`/api/v1/registers/${register}`, { id: uuidv7(), answers }, { ...head, 'idempotency-key': uuidv7() })
const step = (register: string, id: string, name: string, version: number, answers: object) =>
  house.post(
    `/api/v1/registers/${register}/${id}/steps/${name}`,
    { answers },
    { ...head, 'if-match': `"v${version}"`, 'idempotency-key': uuidv7() },
  )
const loan = (more: object = {}) => ({
  book: '论衡', reader: uuidv7(), name: '张三', branch: '130102', lentOn: '2026-03-02', kind: 'novel', ...more,
})
const read = async (register: string, id: string) => (await house.get(`/api/v1/registers/${register}/${id}`, head)).body.record

describe('a table inside a record', () => {
  it('keeps its rows as they were parsed, amounts as exact decimals, and leaves empty rows out', async () => {
    const { body } = await open('loan', loan({ book: '表一' }))
    const harm = [{ page: '12', seen: '2026-03-01', cost: '3.5' }, { page: '', seen: '', cost: '' }, { page: 40, seen: '2026-03-02' }]
    expect((await step('loan', body.record, 'bring', 1, { harm })).status).toBe(200)
    expect((await read('loan', body.record)).harm).toEqual([
      { page: 12, seen: '2026-03-01', cost: '3.50' },
      { page: 40, seen: '2026-03-02', cost: null },
    ])
  })
  it('names each wrong cell by its row and column, all at once, and keeps nothing', async () => {
    const { body } = await open('loan', loan({ book: '表二' }))
    const harm = [{ page: '1', seen: '2026-03-09' }, { page: 'x', seen: '2026-03-01', where: 'cover' }]
    const answer = await step('loan', body.record, 'bring', 1, { harm })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((p: { pointer: string; code: string }) => [p.pointer, p.code])).toEqual([
      ['#/answers/harm/0/seen', 'in-the-future'],
      ['#/answers/harm/1/where', 'unknown-field'],
      ['#/answers/harm/1/page', 'not-whole'],
    ])
    expect((await read('loan', body.record)).state).toBe('lent')
  })
  it('refuses more rows than the table has room for, and what is no table at all', async () => {
    const { body } = await open('loan', loan({ book: '表三' }))
    const row = { page: 1, seen: '2026-03-01' }
    for (const [harm, code] of [[Array(6).fill(row), 'too-many-rows'], ['[{"page"', 'not-rows'], [[1, 2], 'not-rows']])
      expect((await step('loan', body.record, 'bring', 1, { harm })).body.errors[0]).toMatchObject({ pointer: '#/answers/harm', code })
  })
})

describe('what a confirmation reads', () => {
  it('is written into the record, and refolding does not read again', async () => {
    const [first] = [await open('loan', loan({ book: '同书' })), await open('loan', loan({ book: '同书' }))]
    expect((await step('loan', first.body.record, 'bring', 1, {})).status).toBe(200)
    expect((await read('loan', first.body.record)).others).toBe(1)
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})

describe('one cause with several consequences', () => {
  it('opens a record for each set of answers and takes a step on each record that fits, once, and parks what is refused', async () => {
    const lent = [await open('loan', loan({ book: '闭一', branch: '130104' })), await open('loan', loan({ book: '闭二', branch: '130104' }))]
    const elsewhere = await open('loan', loan({ book: '闭三', branch: '130105' }))
    const numbers = [...lent.map((a) => ({ number: a.body.number })), { number: 'J-9' }]
    const { body } = await open('closing-day', { branch: '130104', loans: numbers })
    expect((await step('closing-day', body.record, 'shut', 1, {})).status).toBe(200)
    await house.work.settled()
    for (let again = 0; again < 2; again++) await deliverLinks(house.engine, 'parked')
    const { rows } = await house.engine.database.query<{ loan: string }>('select loan from record.reminder order by loan')
    // The third letter is refused by the procedure of reminders; the two before it stand, and trying again writes no second copy.
    expect(rows.map((r) => r.loan)).toEqual(lent.map((a) => a.body.number).sort())
    const states = await Promise.all([...lent, elsewhere].map(async (a) => (await read('loan', a.body.record)).state))
    expect(states).toEqual(['repairing', 'repairing', 'lent'])
    const parked = await house.engine.database.query('select linkage, state from kernel.link order by linkage')
    expect(parked.rows).toEqual([
      { linkage: 'lending.closing-letters', state: 'parked' },
      { linkage: 'lending.closing-mends', state: 'done' },
    ])
  })
})

describe('a consequence that was refused and waits', () => {
  it('is not done any more once its cause was undone: tried again it is dropped, and nothing waits', async () => {
    const { body } = await open('closing-day', { branch: '130105', loans: [{ number: 'J-9' }] })
    await step('closing-day', body.record, 'shut', 1, {})
    await house.work.settled()
    const stateOf = async () =>
      (await house.engine.database.query<{ state: string }>("select state from kernel.link where linkage = 'lending.closing-letters' and record = $1", [body.record])).rows[0]!.state
    expect(await stateOf()).toBe('parked')
    // While the cause stands it is tried, and refused again.
    await deliverLinks(house.engine, 'parked')
    expect(await stateOf()).toBe('parked')
    expect((await step('closing-day', body.record, 'cancel', 2, {})).status).toBe(200)
    expect((await deliverLinks(house.engine, 'parked')).dropped).toBe(1)
    expect(await stateOf()).toBe('dropped')
    expect((await house.engine.database.query("select 1 from record.reminder where loan = 'J-9'")).rows).toEqual([])
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})

describe('a record that concerns two parties', () => {
  it('is seen by whoever speaks for either of them, and by no other', async () => {
    const [landlord, builder, third] = ['1', '2', '3'].map((n) => {
      const body = `91130102MAX00000${n}`
      return body + checkCharacter(body)
    }) as [string, string, string]
    const { body } = await open('closing-day', { branch: '130104', landlord, builder })
    const seenBy = async (code: string) => {
      const who = await house.person(`speaker-${code}`, [{ duty: 'lending.neighbour', reach: 'party' }], { speaksFor: [code] })
      const one = await house.get(`/api/v1/registers/closing-day/${body.record}`, who)
      const listed = await house.get('/api/v1/registers/closing-day?count=true', who)
      return [one.status, listed.body.count]
    }
    expect(await seenBy(landlord)).toEqual([200, 1])
    expect(await seenBy(builder)).toEqual([200, 1])
    expect(await seenBy(third)).toEqual([404, 0])
  })
})
