// One filter for everything: what a person reads, lists, counts, searches, exports and measures is one set, and the one that the plain rule gives.
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cite } from '../../kernel/citation.ts'
import { matches, type Filter } from '../../kernel/filter.ts'
import { amount, area, day, office, party, text, yes } from '../../kernel/kinds.ts'
import { measure } from '../../kernel/measure.ts'
import type { Holding, Person } from '../../kernel/permission.ts'
import { procedure } from '../../kernel/procedure.ts'
import { ask, register } from '../../kernel/register.ts'
import { system } from '../../kernel/system.ts'
import { words } from '../../kernel/words.ts'
import { conditionText } from '../../store/compile.ts'
import { figuresWithin } from '../../store/measures/shown.ts'
import { personOf } from '../../store/people/accounts.ts'
import { issueToken } from '../../store/people/tokens.ts'
import { act } from '../../store/records/gate.ts'
import { listRecords } from '../../store/records/list.ts'
import { reachOf } from '../../store/records/sight.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { allowed } from '../bed/plain-rights.ts'

const today = '2026-11-24'
const basis = cite('stall-rules', '1')
const some = { optional: true } as const
const stall = register('stall', {
  title: words('摊位', 'Stalls'),
  headline: 'name',
  placedBy: 'place',
  concerns: ['trader', 'supplier'],
  readBy: ['inspector'],
  fields: {
    name: text(words('名称', 'Name'), { searched: true }),
    place: area(words('地点', 'Place'), some),
    desk: office(words('窗口', 'Desk'), some),
    trader: party(words('经营者', 'Trader'), some),
    supplier: party(words('供货者', 'Supplier'), some),
    on: day(words('日期', 'Day')),
    fee: amount(words('费用', 'Fee'), some),
    good: yes(words('合格', 'Good'), some),
  },
})
const running = procedure(stall, {
  duties: { keeper: words('管理', 'Keeper'), trader: words('经营者', 'Trader') },
  states: { open: words('开', 'Open'), shut: words('关', 'Shut') },
  ends: ['shut'],
  opens: { state: 'open', by: ['keeper', 'trader'], basis },
  steps: (step) => ({
    // What is not answered is taken away: the place, the parties, the fee.
    change: step({ title: words('变更', 'Change'), from: 'open', to: 'open', by: 'keeper', basis, returning: true, asks: ask(stall, 'place', 'trader', 'supplier', 'fee', 'good') }),
    move: step({ title: words('移交', 'Hand over'), from: 'open', to: 'open', by: 'keeper', basis, returning: true, movesTo: 'to', asks: { to: office(words('窗口', 'Desk')) } }),
    shut: step({ title: words('关', 'Shut'), from: 'open', to: 'shut', by: 'keeper', basis }),
  }),
})
const count = measure('stalls.count', {
  title: words('摊位数', 'Stalls'), unit: '个', places: 0, better: 'higher', source: { register: 'stall', on: 'on' }, dimensions: ['area'], period: 'year',
  calculation: { kind: 'count' }, editions: [{ name: '1', from: '2010-01-01', basis }], basis, origin: 'computed',
})
const stalls = system('stalls', {
  group: 'steering', title: words('摊位', 'Stalls'), chapter: '0', registers: [stall], procedures: [running], measures: [count],
  duties: { inspector: words('巡查', 'Inspector'), stranger: words('旁人', 'Stranger') },
})

// Districts, a county that became a city of the province, its city of before and the code of today, an abolished district.
const areas = ['130102', '130104', '130682', '139001', '130103', '130600', null]
const offices = ['market-130102', 'market-130104', null]
const codes = ['91110000600037341L', '91350100M000100Y43', null]
const owners = ['one', 'two', 'three']
const names = ['虚构豆腐', '虚构豆浆店', '豆腐脑', 'Tofu 店', '浆果']

interface Mirrored {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly opened: { readonly office: string | null }
  area: string | null
  office: string | null
  trader: string | null
  supplier: string | null
  fee: string | null
  good: boolean | null
  state: string
  version: number
}

let house: House
const mirror: Mirrored[] = []
const hand = (id: string): Person => ({ id, name: id, office: null, holdings: [{ duty: 'stalls.keeper', reach: 'all', from: '2010-01-01' }] })

const changes = fc.oneof(
  fc.record({ step: fc.constant('change' as const), place: fc.constantFrom(...areas), trader: fc.constantFrom(...codes), supplier: fc.constantFrom(...codes), fee: fc.constantFrom(null, '5.00'), good: fc.constantFrom(null, true) }),
  fc.record({ step: fc.constant('move' as const), to: fc.constantFrom('market-130102', 'market-130104') }),
  fc.record({ step: fc.constant('shut' as const) }),
)
const openings = fc.record({
  owner: fc.constantFrom(...owners), name: fc.constantFrom(...names), place: fc.constantFrom(...areas), desk: fc.constantFrom(...offices), trader: fc.constantFrom(...codes),
  supplier: fc.constantFrom(...codes), fee: fc.constantFrom(null, '0.00', '12.50'), good: fc.constantFrom(null, true, false), then: fc.array(changes, { maxLength: 3 }),
})

async function take(record: Mirrored, step: string, answers: Readonly<Record<string, unknown>>): Promise<void> {
  await act(house.engine, { register: 'stall', record: record.id, step, answers, version: record.version++, key: uuidv7(), person: hand('keeper') })
}

/** Opens a record and takes its steps through the gate, and keeps beside it what must have come of them. */
async function live({ then, owner, place, desk, ...fields }: (typeof openings extends fc.Arbitrary<infer T> ? T : never)): Promise<void> {
  const id = uuidv7()
  await act(house.engine, { register: 'stall', record: id, step: 'open', answers: { ...fields, place, desk, on: '2026-03-01' }, key: uuidv7(), person: hand(owner) })
  const record: Mirrored = { ...fields, id, owner, area: place, office: desk, opened: { office: desk }, state: 'open', version: 1 }
  for (const { step, ...answers } of then) {
    if (record.state === 'shut') break
    await take(record, step, answers)
    if ('to' in answers) record.office = answers.to
    else if ('place' in answers) Object.assign(record, { ...answers, area: answers.place })
    else record.state = 'shut'
  }
  mirror.push(record)
}

beforeAll(async () => {
  house = await openHouse({ systems: [stalls], parameters: [], now: today })
  for (const opening of fc.sample(openings, { numRuns: 60, seed: 7 })) await live(opening)
  await house.work.settled()
})
afterAll(() => house.close())

const holding = fc
  .record({
    duty: fc.constantFrom('stalls.keeper', 'stalls.trader', 'stalls.inspector', 'stalls.stranger'),
    reach: fc.constantFrom('own', 'party', 'office', 'area', 'area', 'area', 'all'),
    area: fc.constantFrom('130000', '130100', '130102', '130103', '130104', '130600', '139001', '130200', null),
    office: fc.constantFrom(...offices),
    term: fc.constantFrom(['2020-01-01', null], ['2020-01-01', null], ['2020-01-01', today], [today, null], ['2020-01-01', '2026-11-23'], ['2026-11-25', null]),
  })
  .map(({ term, ...rest }) => ({ ...rest, from: term[0]!, to: term[1] ?? null }) as Holding)
const persons = fc.record({
  holdings: fc.array(holding, { maxLength: 3 }),
  office: fc.constantFrom(...offices),
  speaksFor: fc.subarray(codes.filter((code) => code !== null)),
})

let accounts = 0
/** An account with what it holds; under a name of its own, or under that of somebody who opened records. */
async function enrolled(asked: { holdings: readonly Holding[]; office: string | null; speaksFor: readonly string[] }, owner: string | null) {
  const id = owner ?? `person-${++accounts}`
  const { database } = house.engine
  await database.query('delete from kernel.holding where account = $1', [id])
  await database.query(
    `insert into kernel.account (id, name, office, face, speaks_for) values ($1, $1, $2, 'office', $3)
     on conflict (id) do update set office = excluded.office, speaks_for = excluded.speaks_for`,
    [id, asked.office, asked.speaksFor],
  )
  for (const h of asked.holdings)
    await database.query('insert into kernel.holding (account, duty, reach, area, office, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7)', [
      id, h.duty, h.reach, h.area, h.office, h.from, h.to,
    ])
  const token = await issueToken(database, { account: id, title: `test ${++accounts}`, scope: ['read', 'write'], ends: '2099-01-01' })
  return { person: (await personOf(database, id))!, headers: { authorization: `Bearer ${token}` } }
}

const readers = ['stalls.keeper', 'stalls.trader', 'stalls.inspector']
const placeOf = (record: Mirrored) => ({ ...record, parties: [record.trader, record.supplier].filter((code) => code !== null) })
const sorted = (ids: readonly string[]): string[] => [...ids].sort()

describe('what a person may see', () => {
  it('is one set by every road and in both stores, and the set that the plain rule gives', async () => {
    let [seen, unseen] = [0, 0]
    await fc.assert(
      fc.asyncProperty(persons, fc.constantFrom(null, null, ...owners), fc.constantFrom('豆腐', '豆浆', 'tofu'), async (asked, owner, searched) => {
        const { person, headers } = await enrolled(asked, owner)
        const visible = mirror.filter((record) => allowed(readers, person, placeOf(record), today))
        const ids = sorted(visible.map((record) => record.id))
        seen += ids.length
        unseen += mirror.length - ids.length
        const list = async (query: string) => (await house.get(`/api/v1/registers/stall?limit=500&count=true${query}`, headers)).body
        const whole = await list('')
        // Listing, counting, reading.
        expect(sorted(whole.items.map((item: { id: string }) => item.id))).toEqual(ids)
        expect(whole.count).toBe(ids.length)
        for (const record of mirror.filter((_, at) => at % 5 === 0))
          expect((await house.get(`/api/v1/registers/stall/${record.id}`, headers)).status).toBe(ids.includes(record.id) ? 200 : 404)
        // Searching and filtering.
        const found = sorted(visible.filter((record) => record.name.toLowerCase().includes(searched)).map((record) => record.id))
        const search = await list(`&q=${encodeURIComponent(searched)}`)
        expect(sorted(search.items.map((item: { id: string }) => item.id))).toEqual(found)
        expect(search.count).toBe(found.length)
        const free = await list('&fee=null')
        expect(free.count).toBe(visible.filter((record) => record.fee === null).length)
        // Exporting.
        const table = parse((await house.app.inject({ url: '/api/v1/registers/stall/export.csv', headers })).payload, { bom: true }) as string[][]
        expect(sorted(table.slice(1).map((row) => row[2]!))).toEqual(sorted(visible.map((record) => record.name)))
        // Measuring, in the other store: each place by itself.
        const cells = await figuresWithin(house.engine, house.warehouse, house.engine.house.measures.get('stalls.count')!, person)
        expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(ids.length)
        const facts = await house.warehouse.rows<{ id: string }>(`select id from fact_stall where seq_to is null and ${conditionText(reachOf(house.engine, house.engine.house.procedureOf('stall').of, person))}`)
        expect(sorted(facts.map((fact) => fact.id))).toEqual(ids)
      }),
      { numRuns: 60 },
    )
    expect(Math.min(seen, unseen)).toBeGreaterThan(300)
  })

  it('narrowed by any condition is the same in memory, in PostgreSQL and in the warehouse, whatever was cleared', async () => {
    const where = fc.oneof(
      fc.record({ field: fc.constantFrom('trader', 'supplier', 'office', 'area', 'owner', 'state'), is: fc.constantFrom(null, ...codes, 'one', 'open', '130102', 'market-130102') }),
      fc.record({ field: fc.constantFrom('trader', 'area', 'office'), in: fc.subarray([...codes, '130102', 'market-130104', null]) }),
      fc.record({ field: fc.constantFrom('good'), is: fc.constantFrom(null, true, false) }),
      fc.record({ field: fc.constant('on'), from: fc.constantFrom('2026-01-01', '2026-03-01', '2026-04-01') }),
    )
    const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { depthSize: 'small' },
        where,
        fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }),
        fc.record({ not: tie('filter') }),
      ) as fc.Arbitrary<Filter>,
    }))
    const of = house.engine.house.procedureOf('stall').of
    await fc.assert(
      fc.asyncProperty(persons, filter, async ({ holdings, office: seat, speaksFor }, narrowed) => {
        const person: Person = { id: 'one', name: 'one', office: seat, holdings, speaksFor }
        const both: Filter = { all: [reachOf(house.engine, of, person), narrowed] }
        const expected = mirror.filter((record) => allowed(readers, person, placeOf(record), today) && matches(narrowed, { ...record, on: '2026-03-01' }))
        const rows = await listRecords(house.engine.database, of, { where: both, limit: 500 })
        const facts = await house.warehouse.rows<{ id: string }>(`select id from fact_stall where seq_to is null and ${conditionText(both)}`)
        expect(sorted(rows.map((row) => row.id))).toEqual(sorted(expected.map((record) => record.id)))
        expect(sorted(facts.map((fact) => fact.id))).toEqual(sorted(expected.map((record) => record.id)))
      }),
      { numRuns: 150 },
    )
  })
})
