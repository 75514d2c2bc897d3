// The made-up system drives every derivation and both stores.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matches, type Filter } from '../../kernel/filter.ts'
import { counterfactuals, editionOn, grade } from '../../kernel/scale.ts'
import { verifyAll } from '../../store/verify.ts'
import { sweep } from '../../store/sweep.ts'
import { deliverLinks } from '../../store/links.ts'
import { listRecords } from '../../store/records/list.ts'
import { conditionText } from '../../store/compile.ts'
import { computeMeasures } from '../../store/measures/compute.ts'
import type { Person } from '../../kernel/permission.ts'
import { figuresOfReading } from '../../store/measures/entered.ts'
import { figuresOf, revisionsOf } from '../../store/measures/figures.ts'
import { lineageOf } from '../../store/measures/lineage.ts'
import { figuresWithin } from '../../store/measures/shown.ts'
import { countFor } from '../../store/records/read.ts'
import { correctReading, setPoints, takeReadings, versionsOf } from '../../store/warehouse/readings.ts'
import { numberEntries } from '../../store/log/sequencer.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { generousSystem, lendingParameters, lendingSystem, readerGrade, visitors } from './lending.ts'

let house: House
let librarian: Record<string, string>
let head: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem, generousSystem], parameters: lendingParameters, now: '2026-03-02' })
  librarian = await house.person('librarian', [{ duty: 'lending.librarian', reach: 'area', area: '130100' }], { office: 'market-130102' })
  head = await house.person('head', [
    { duty: 'lending.head', reach: 'all' },
    { duty: 'lending.librarian', reach: 'all' },
  ])
})
afterAll(() => house.close())

let books = 0
const borrowed = (more: Record<string, unknown> = {}) => ({
  book: `书${++books}`,
  reader: `r${books}`,
  name: '张三',
  branch: '130102',
  lentOn: '2026-03-02',
  kind: 'novel',
  ...more,
})

async function lend(more: Record<string, unknown> = {}, who = librarian) {
  const answer = await house.post(
    '/api/v1/registers/loan',
    { id: uuidv7(), answers: borrowed(more) },
    { ...who, 'idempotency-key': uuidv7() },
  )
  return { ...answer, id: answer.body.record as string }
}
const step = (id: string, name: string, version: number, who = librarian, answers: object = {}) =>
  house.post(
    `/api/v1/registers/loan/${id}/steps/${name}`,
    { answers },
    { ...who, 'if-match': `"v${version}"`, 'idempotency-key': uuidv7() },
  )

describe('register, procedure, document, question', () => {
  it('a loan gets a number and its slip a number of its own, one after another without a hole', async () => {
    const first = await lend()
    const second = await lend()
    expect(first.body.number).toMatch(/^J2026\d{6}$/)
    const slips = [first, second].map((a) => Number(/〕(\d+)号/.exec(a.body.documents[0].number)![1]))
    expect(slips[1]).toBe(slips[0]! + 1)
  })
  it('the question is answered by the later system, and the answer is written into the entry', async () => {
    for (let n = 0; n < 2; n++) expect((await lend({ reader: 'student', book: `s${n}` })).status).toBe(201)
    expect((await lend({ reader: 'student', book: 's3' })).body).toMatchObject({ code: 'lending.too-many' })
    for (let n = 0; n < 4; n++) expect((await lend({ reader: 'professor', book: `p${n}` })).status).toBe(201)
    const { rows } = await house.engine.database.query<{ body: string }>(
      "select body from kernel.journal where body like '%professor%' limit 1",
    )
    expect(JSON.parse(rows[0]!.body).asked[0]).toMatchObject({ question: 'lending.books-allowed', value: 9, origin: 'answered' })
  })
  it('a number of a refused opening is not used: no slip was issued for it', async () => {
    const { rows } = await house.engine.database.query<{ number: string }>(
      "select number from kernel.document where form = 'loan-slip' order by number",
    )
    const { rows: loans } = await house.engine.database.query<{ n: number }>('select count(*) as n from record.loan')
    expect(rows).toHaveLength(loans[0]!.n)
  })
})

describe('deadline', () => {
  it('the term of the day on which it starts governs: 30 days before 2026, ten working days after', async () => {
    const before = await lend({ lentOn: '2025-12-30' })
    const after = await lend({ lentOn: '2026-03-02' })
    const due = async (id: string) =>
      (await house.get(`/api/v1/registers/loan/${id}`, librarian)).body.clocks.find((c: { deadline: string }) => c.deadline === 'return')
    expect(await due(before.id)).toMatchObject({ term: '30 day', rule: 'lending-rules/1' })
    expect(await due(after.id)).toMatchObject({ term: '10 workday', due: '2026-03-16', rule: 'lending-rules/2' })
  })
  it('lapses once: the sweep lights it, takes the step that an article gives, and a second sweep changes nothing', async () => {
    const loan = await lend({ lentOn: '2026-03-02' })
    house.at('2027-04-01')
    const first = await sweep(house.engine, house.engine.now())
    expect(first.lapsed).toBeGreaterThan(0)
    expect(first.taken).toBeGreaterThan(0)
    const entries = async () => ((await house.engine.database.query('select count(*) as n from kernel.journal')).rows[0] as { n: number }).n
    const count = await entries()
    expect(await sweep(house.engine, house.engine.now())).toEqual({ lapsed: 0, taken: 0, refused: 0 })
    expect(await entries()).toBe(count)
    expect((await house.get(`/api/v1/registers/loan/${loan.id}`, librarian)).body.record.state).toBe('lost')
    house.at('2026-03-02')
  })
})

describe('linkage', () => {
  it('a loss causes a letter once, after the sequencer has numbered it; an atlas causes none', async () => {
    house.at('2027-05-03')
    const novel = await lend({ lentOn: '2027-05-03' })
    const atlas = await lend({ lentOn: '2027-05-03', kind: 'atlas' })
    expect((await step(novel.id, 'lose', 1, head)).status).toBe(200)
    expect((await step(atlas.id, 'lose', 1, head)).status).toBe(200)
    await house.work.settled()
    const letters = async () =>
      (
        await house.engine.database.query<{ loan: string }>('select loan from record.reminder where loan = any($1)', [
          [novel.body.number, atlas.body.number],
        ])
      ).rows.map((r) => r.loan)
    expect(await letters()).toEqual(novel.body.number.endsWith('9') ? [] : [novel.body.number])
    await deliverLinks(house.engine)
    expect(await letters()).toHaveLength(novel.body.number.endsWith('9') ? 0 : 1)
  })
  it('a refused consequence is parked with its refusal and leaves its cause alone', async () => {
    for (let n = 0; n < 12; n++) {
      const loan = await lend({ lentOn: '2027-05-03' })
      await step(loan.id, 'lose', 1, head)
    }
    await house.work.settled()
    const { rows } = await house.engine.database.query<{ state: string; refusal: { code: string } | null }>(
      "select state, refusal from kernel.link where state = 'parked'",
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.refusal?.code === 'lending.too-many')).toBe(true)
  })
})

describe('stream and measure', () => {
  const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`
  const reading = (hour: number, value: string | null) => ({
    point: 'a',
    item: 'people',
    at: at(hour),
    value,
    quality: 'measured' as const,
  })

  it('keeps readings once, holds back impossible ones, and a gap is not zero', async () => {
    await setPoints(house.warehouse, 'visitors', [{ point: 'a', dimensions: { branch: '130102' } }])
    const batch = { key: 'one', readings: [reading(1, '10'), reading(2, '20'), reading(3, '-5'), reading(4, null)] }
    expect(await takeReadings(house.warehouse, visitors, batch, () => null)).toMatchObject({ taken: 4, held: 1, repeated: false })
    expect(await takeReadings(house.warehouse, visitors, batch, () => null)).toMatchObject({ repeated: true })
    expect(await takeReadings(house.warehouse, visitors, { key: 'two', readings: [reading(1, '99')] }, () => null)).toMatchObject({
      taken: 0,
      known: 1,
    })
    await computeMeasures(house.engine, house.warehouse, { measures: ['lending.visitors'] })
    const [day] = await figuresOf(house.warehouse, { measure: 'lending.visitors', dimensions: { branch: '130102' } })
    expect(day).toMatchObject({ value: '30', n: 2, at: '2026-03-02', revision: 1 })
    expect(day!.coverage).toBeCloseTo(2 / 24)
  })
  it('a corrected reading changes the figures that rest on it, keeps the old ones and says why', async () => {
    expect(
      await correctReading(house.warehouse, visitors, { point: 'a', item: 'people', at: at(3), value: '5', reason: '计数器反接', by: 'x' }),
    ).toBe(2)
    await computeMeasures(house.engine, house.warehouse, {
      measures: ['lending.visitors'],
      touched: { from: '2026-03-02', to: '2026-03-02' },
      reason: '计数器反接',
    })
    const versions = await revisionsOf(house.warehouse, 'lending.visitors', 'branch=130102|2026-03-02')
    expect(versions.map((f) => [f.revision, f.value, f.reason])).toEqual([
      [2, '35', '计数器反接'],
      [1, '30', null],
    ])
    expect((await figuresOf(house.warehouse, { measure: 'lending.visitors-month' }))[0]).toMatchObject({ value: '35.0', revision: 2 })
    expect((await versionsOf(house.warehouse, 'visitors', { point: 'a', item: 'people', at: at(3) })).map((v) => v.value)).toEqual([
      '-5.0000',
      '5.0000',
    ])
  })
  it('a rate carries Wilson’s interval, opens to its records, and rates of unlike frames are not compared', async () => {
    house.at('2026-06-01')
    for (let n = 0; n < 8; n++) {
      const loan = await lend({ lentOn: '2026-06-01' })
      await step(loan.id, 'bring', 1, librarian, { good: n < 6 })
    }
    await house.work.settled()
    const { body } = await house.get('/api/v1/measures/lending.good-rate/area=130102%7C2026-06')
    expect(body.figure).toMatchObject({ value: '75.0', low: '40.9', high: '92.9', n: 8 })
    expect(body.rests).toMatchObject({ kind: 'record', total: 8 })
    expect((await house.get('/api/v1/measures/lending.good-rate?against=lending.loans')).body.code).toBe('measures.unlike-frames')
  })
})

describe('a cell that its last record left', () => {
  it('counts none where it counted one, with the revision before it, and the rate of nothing has no value', async () => {
    house.at('2026-07-01')
    const loan = await lend({ lentOn: '2026-07-01' })
    await house.work.settled()
    const figure = async (area: string) => (await house.get(`/api/v1/measures/lending.loans/area=${area}%7C2026-07`, librarian)).body.figure
    expect(await figure('130102')).toMatchObject({ value: '1', n: 1, revision: 1 })
    await step(loan.id, 'move', 1, librarian, { to: 'market-130104', newBranch: '130104' })
    await house.work.settled()
    expect(await figure('130104')).toMatchObject({ value: '1', n: 1 })
    expect(await figure('130102')).toMatchObject({ value: '0', n: 0, revision: 2 })
    // Run again, it stays as it is: no further revision.
    await computeMeasures(house.engine, house.warehouse, { measures: ['lending.loans'] })
    expect(await figure('130102')).toMatchObject({ value: '0', revision: 2 })
  })
})

describe('lineage, both ways', () => {
  const day = 'branch=130102|2026-03-02'
  const opened = async (revision: number) => {
    const figure = (await revisionsOf(house.warehouse, 'lending.visitors', day)).find((f) => f.revision === revision)!
    const measure = house.engine.house.measures.get('lending.visitors')!
    return { figure, rests: await lineageOf(house.engine, house.warehouse, measure, figure, { limit: 50, offset: 0 }) }
  }
  const used = (items: readonly Readonly<Record<string, unknown>>[]) =>
    items.filter((i) => i['quality'] !== 'suspect' && i['quality'] !== 'missing').reduce((sum, i) => sum + Number(i['value']), 0)

  it('an earlier revision opens to the readings as they stood when it was computed, and they still give its value', async () => {
    const [before, after] = [await opened(1), await opened(2)]
    expect(before.rests.items.map((i) => [i['value'], i['quality']])).toContainEqual(['-5.0000', 'suspect'])
    expect(after.rests.items.map((i) => [i['value'], i['quality']])).toContainEqual(['5.0000', 'corrected'])
    for (const { figure, rests } of [before, after]) expect(used(rests.items)).toBe(Number(figure.value))
  })
  it('a reading names the figures that it entered, and those that rest on them', async () => {
    const reading = { point: 'a', item: 'people', at: '2026-03-02T03:00:00.000Z' }
    const entered = await figuresOfReading(house.engine, house.warehouse, visitors, reading)
    expect(entered.map((e) => [e.measure.name, e.figure.revision, e.through])).toEqual(
      expect.arrayContaining([
        ['lending.visitors', 2, null],
        ['lending.visitors', 1, null],
        ['lending.visitors-month', 2, 'lending.visitors'],
      ]),
    )
  })
  it('a record names the figures that counted it, to those who may read it and to nobody else', async () => {
    house.at('2026-09-01')
    const loan = await lend({ lentOn: '2026-09-01' })
    await house.work.settled()
    const path = `/api/v1/registers/loan/${loan.id}/figures`
    const { body } = await house.get(path, librarian)
    expect(body.items).toContainEqual(expect.objectContaining({ measure: 'lending.loans', cell: 'area=130102|2026-09', value: '1', n: 1 }))
    expect((await house.get(path)).status).toBe(404)
    expect((await house.get('/api/v1/measures/lending.loans/area=130102%7C2026-09', librarian)).body.rests.items).toMatchObject([
      { id: loan.id },
    ])
  })
  it('few cases are withheld beyond one’s reach, their number too, and no record is listed there', async () => {
    const elsewhere = await house.person('measures-elsewhere', [{ duty: 'lending.librarian', reach: 'area', area: '130200' }])
    for (const who of [elsewhere, {}]) {
      const { body } = await house.get('/api/v1/measures/lending.loans/area=130102%7C2026-09', who)
      expect(body.figure).toMatchObject({ value: null, n: null, why: { en: expect.stringContaining('Fewer than 5') } })
      expect(body.rests.items).toEqual([])
      expect(body.rests).not.toHaveProperty('total')
    }
  })
  it('measuring within one’s reach counts exactly what one may list, in the other store', async () => {
    await house.work.settled()
    const holding = fc.record({
      duty: fc.constantFrom('lending.librarian', 'lending.head', 'lending.nobody'),
      reach: fc.constantFrom('all', 'area', 'office', 'own'),
      area: fc.constantFrom('130000', '130100', '130102', '130200'),
      from: fc.constantFrom('2010-01-01', '2090-01-01'),
    })
    const register = house.engine.house.procedureOf('loan').of
    const loans = house.engine.house.measures.get('lending.loans')!
    await fc.assert(
      fc.asyncProperty(fc.array(holding, { maxLength: 3 }), async (holdings) => {
        const person = { id: 'librarian', name: 'x', office: 'market-130102', holdings } as Person
        const cells = await figuresWithin(house.engine, house.warehouse, loans, person)
        expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(await countFor(house.engine, register, person))
      }),
      { numRuns: 40 },
    )
  })
  it('measures of another unit, period, frame or origin are not set side by side', async () => {
    const against = async (first: string, second: string) => (await house.get(`/api/v1/measures/${first}?against=${second}`)).body.code
    expect(await against('lending.loans', 'lending.good-rate')).toBe('measures.unlike-frames')
    expect(await against('lending.visitors', 'lending.loans')).toBe('measures.unlike-frames')
    expect(await against('lending.loans', 'lending.loans')).toBeUndefined()
  })
})

describe('scale', () => {
  it('grades by the edition in force on the day, says which lines counted and what would change the grade', () => {
    const facts = { late: 2, lost: 0 }
    expect(grade(editionOn(readerGrade, '2021-05-01')!, facts)).toMatchObject({ grade: 'B', points: '80', edition: '2020' })
    expect(grade(editionOn(readerGrade, '2023-05-01')!, facts)).toMatchObject({ grade: 'A', points: '90' })
    expect(grade(editionOn(readerGrade, '2021-05-01')!, { late: 0, lost: 1 })).toMatchObject({ grade: 'C', vetoed: ['lost'] })
    expect(counterfactuals(editionOn(readerGrade, '2021-05-01')!, facts)).toEqual([
      { fact: 'late', to: 0, grade: 'A' },
      { fact: 'lost', to: 1, grade: 'C' },
    ])
    expect(grade(editionOn(readerGrade, '2021-05-01')!, {}).lines[0]).toMatchObject({ points: '0', missing: true })
    expect(editionOn(readerGrade, '2019-01-01')).toBeNull()
  })
})

describe('publication', () => {
  it('shows the declared fields of published states, sealed, and no personal field', async () => {
    await house.work.settled()
    const { body } = await house.get('/api/v1/publications/lost-books')
    expect(body.items.length).toBeGreaterThan(0)
    expect(Object.keys(body.items[0].values).sort()).toEqual(['book', 'branch', 'lentOn'])
    expect(JSON.stringify(body)).not.toContain('张三')
    const proof = await house.get(`/api/v1/publications/lost-books/${body.items[0].id}/proof`)
    expect(proof.body).toMatchObject({ format: 'zhiheng-seal/1' })
    expect(proof.body.signature.length).toBeLessThanOrEqual(600)
  })
  it('what leaves its state is gone from the list and withdrawn from the seals; what outlived its term too', async () => {
    house.at('2027-06-01')
    const { body } = await house.get('/api/v1/publications/lost-books')
    const [one, two] = body.items as { id: string }[]
    const record = await house.get(`/api/v1/registers/loan/${one!.id}`, head)
    expect((await step(one!.id, 'forgive', record.body.record.version, head)).status).toBe(200)
    await house.work.settled()
    expect((await house.get(`/api/v1/publications/lost-books/${one!.id}`)).status).toBe(410)
    const { rows } = await house.engine.database.query('select withdrawn from kernel.seal where record = $1', [one!.id])
    expect(rows[0]).toMatchObject({ withdrawn: expect.any(String) })
    house.at('2029-01-01')
    expect((await house.get('/api/v1/publications/lost-books')).body.items).toEqual([])
    expect((await house.get(`/api/v1/publications/lost-books/${two!.id}`)).status).toBe(410)
    house.at('2026-06-01')
  })
})

describe('permissions', () => {
  it('one filter means the same in memory, in PostgreSQL and in the warehouse', async () => {
    await house.work.settled()
    const register = house.engine.house.procedureOf('loan').of
    const all = await listRecords(house.engine.database, register, { where: { all: [] }, limit: 500 })
    const leaf = fc.oneof(
      fc.record({ field: fc.constantFrom('state', 'kind', 'reader'), is: fc.constantFrom('lent', 'lost', 'back', 'novel', 'student') }),
      fc.record({ field: fc.constantFrom('good', 'fine'), is: fc.constant(null) }),
      fc.record({ field: fc.constant('area'), in: fc.subarray(['130102', '130104', '130682']) }),
      fc.record({ field: fc.constant('lentOn'), from: fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01') }),
    )
    const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }),
        fc.record({ not: tie('filter') }),
      ) as fc.Arbitrary<Filter>,
    }))
    await fc.assert(
      fc.asyncProperty(filter, async (where) => {
        const memory = all
          .filter((record) => matches(where, record))
          .map((r) => r.id)
          .sort()
        const records = (await listRecords(house.engine.database, register, { where, limit: 500 })).map((r) => r.id).sort()
        const facts = (
          await house.warehouse.rows<{ id: string }>(`select id from fact_loan where seq_to is null and ${conditionText(where)}`)
        )
          .map((r) => r.id)
          .sort()
        expect(records).toEqual(memory)
        expect(facts).toEqual(memory)
      }),
      { numRuns: 60 },
    )
  })
  it('for every act, a person without its duty is refused and one with it outside the area too', async () => {
    const stranger = await house.person('stranger', [{ duty: 'lending.reader', reach: 'own' }])
    const elsewhere = await house.person('elsewhere', [
      { duty: 'lending.librarian', reach: 'area', area: '130200' },
      { duty: 'lending.head', reach: 'area', area: '130200' },
    ])
    const loan = await lend({ reader: 'matrix' })
    for (const name of Object.keys(house.engine.house.procedureOf('loan').steps))
      for (const who of [stranger, elsewhere, {}]) expect([401, 404], `${name}`).toContain((await step(loan.id, name, 1, who)).status)
  })
})

describe('journal', () => {
  it('whoever follows the log loses nothing while one transaction stays open and later ones commit', async () => {
    await numberEntries(house.engine.database)
    const session = await house.engine.database.connect()
    await session.query('begin')
    const held = uuidv7()
    await session.query(
      `insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, hash) values ($1, 'loan', $1, 1, 'open', 'x', $2, '', now(), now() - interval '1 minute', '{}', decode(repeat('ab', 32), 'hex'))`,
      [held, held],
    )
    await session.query('insert into kernel.outbox (entry) values ($1)', [held])
    const later = await lend({ reader: 'later' })
    await numberEntries(house.engine.database)
    const seqOf = async (entry: string) =>
      (await house.engine.database.query<{ seq: number }>('select seq from kernel.leaf where entry = $1', [entry])).rows[0]?.seq
    const laterSeq = await seqOf(later.body.entry)
    expect(laterSeq).toBeDefined()
    expect(await seqOf(held)).toBeUndefined()
    await session.query('commit')
    session.release()
    await numberEntries(house.engine.database)
    expect(await seqOf(held)).toBeGreaterThan(laterSeq!)
    await house.engine.database.query('delete from kernel.leaf where entry = $1', [held])
    await house.engine.database.query('delete from kernel.journal where id = $1', [held])
  })
  it('two who act on the same version: one is taken, the other is told that somebody was faster', async () => {
    const loan = await lend({ reader: 'race' })
    const answers = await Promise.all([step(loan.id, 'mend', 1), step(loan.id, 'mend', 1)])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412])
  })
  it('every row can be folded again from its entries, after sixty random acts', async () => {
    const next = fc.constantFrom('mend', 'mended', 'bring', 'lose', 'forgive')
    await fc.assert(
      fc.asyncProperty(fc.array(next, { maxLength: 6 }), async (steps) => {
        const loan = await lend({ reader: `fold${books}` })
        let version = 1
        for (const name of steps) {
          const answer = await step(loan.id, name, version, head, name === 'bring' ? { good: true } : {})
          if (answer.status === 200) version = answer.body.version
        }
      }),
      { numRuns: 10 },
    )
    const verified = await verifyAll(house.engine)
    expect(verified.findings.filter((f) => f.kind !== 'log' && f.kind !== 'leaf')).toEqual([])
    // An entry was cut out of the log above: what came after has no place in it when the house closes.
    await house.engine.database.query('delete from kernel.outbox')
  })
})
