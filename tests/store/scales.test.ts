// Scales over records: one subject from the records, all of them in the warehouse, and the kernel's arithmetic say the same of any facts on any day.
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '../../kernel/day.ts'
import { grade } from '../../kernel/scale.ts'
import { gradeAll } from '../../store/scales/bulk.ts'
import { followScales } from '../../store/scales/follow.ts'
import { ruleOn } from '../../store/scales/rule.ts'
import { gradeOne, gradeSubjects } from '../../store/scales/single.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { borrowerClass, generousSystem, lendingParameters, lendingSystem } from '../lending/lending.ts'

let house: House
let librarian: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem, generousSystem], parameters: lendingParameters, now: '2026-03-02' })
  librarian = await house.person('librarian', [
    { duty: 'lending.librarian', reach: 'all' },
    { duty: 'house.dating-back', reach: 'all' },
  ])
})
afterAll(() => house.close())

interface Loan {
  readonly reader: string
  readonly kind: 'novel' | 'atlas'
  readonly lentOn: string
  readonly struckOn: string | null
  readonly state: 'lent' | 'lost'
}

/** Loans as both stores hold them, with nothing else beside. */
async function hold(loans: readonly Loan[]): Promise<void> {
  await house.engine.database.query('delete from record.loan')
  await house.warehouse.run('delete from fact_loan')
  for (const loan of loans) {
    const id = uuidv7()
    const cells = [loan.reader, loan.kind, loan.lentOn, loan.struckOn, loan.state]
    await house.engine.database.query(
      `insert into record.loan (id, state, version, opened, changed, reader, kind, lent_on, struck_on) values ($1, $6, 1, now(), now(), $2, $3, $4, $5)`,
      [id, ...cells],
    )
    await house.warehouse.run(
      `insert into fact_loan (id, seq_from, reader, kind, lent_on, struck_on, state) values (?, 0, ?, ?, ?, ?, ?)`,
      [id, ...cells],
    )
  }
}

const stored = (reader?: string) =>
  house.warehouse.rows<{ subject: string; grade: string; points: string; day: string }>(
    `select subject, grade, points::varchar as points, day from scale_grade where scale = 'lending.borrower' ${reader ? `and subject = '${reader}'` : ''} order by subject`,
  )

/** The rule as a jurist reads it, record by record. */
function counted(loans: readonly Loan[], reader: string, day: string) {
  const edition = ruleOn(house.engine, borrowerClass, day)!
  const within = (loan: Loan, line: string): boolean => {
    const months = edition.lines.find(({ name }) => name === line)?.months
    return loan.reader === reader && loan.lentOn <= day && (months === undefined || loan.lentOn > addMonths(day, -months))
  }
  const stands = ({ struckOn }: Loan): boolean => struckOn === null || day <= struckOn
  return {
    novels: loans.filter((loan) => within(loan, 'novels') && loan.kind === 'novel' && stands(loan)).length,
    atlases: loans.filter((loan) => within(loan, 'atlases') && loan.kind === 'atlas').length,
    lost: loans.filter((loan) => within(loan, 'lost') && loan.state === 'lost' && stands(loan)).length,
  }
}

const days = fc.constantFrom('2024-02-29', '2025-06-30', '2025-08-31', '2025-12-31', '2026-01-01', '2026-02-28', '2026-07-15')
const loans = fc.array(
  fc.record({
    reader: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('novel', 'atlas'),
    lentOn: days,
    struckOn: fc.option(days, { nil: null }),
    state: fc.constantFrom('lent', 'lost'),
  }) as fc.Arbitrary<Loan>,
  { maxLength: 12 },
)

describe('a scale over records', () => {
  it('is the same from one subject, from all at once, and from the facts counted by hand', async () => {
    await fc.assert(
      fc.asyncProperty(loans, days, async (given, day) => {
        await hold(given)
        const edition = ruleOn(house.engine, borrowerClass, day)!
        await gradeAll(house.warehouse, { scale: borrowerClass, edition, day, tick: 0 })
        const all = new Map((await stored()).map((row) => [row.subject, row]))
        const readers = [...new Set(given.map(({ reader }) => reader))]
        expect([...all.keys()].sort()).toEqual(readers.sort())
        for (const one of await gradeSubjects(house.engine, borrowerClass, readers, day)) {
          const expected = grade(edition, counted(given, one.subject, day))
          expect({ grade: one.grade, points: one.points, lines: one.lines }).toEqual({ grade: expected.grade, points: expected.points, lines: expected.lines })
          const row = all.get(one.subject)!
          expect([row.grade, new Decimal(row.points).toFixed()]).toEqual([expected.grade, expected.points])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('uses the numbers in force on the day that is asked for, and names the records, what would change it and when time will', async () => {
    await hold([
      { reader: 'a', kind: 'novel', lentOn: '2025-11-30', struckOn: null, state: 'lent' },
      { reader: 'a', kind: 'novel', lentOn: '2025-12-01', struckOn: '2026-01-15', state: 'lent' },
    ])
    // 100 − 2 × 7.5 under the numbers of 2020; 90 − 2 × 2.25 under those of 2026.
    expect(await gradeOne(house.engine, borrowerClass, 'a', '2025-12-31')).toMatchObject({ grade: 'C', points: '85', edition: 'by-loans/2020-01-01' })
    const now = (await gradeOne(house.engine, borrowerClass, 'a', '2026-01-02'))!
    expect(now).toMatchObject({ grade: 'B', points: '85.5', edition: 'by-loans/2026-01-01' })
    expect(now.counted.map(({ fact, on, until }) => [fact, on, until])).toEqual([
      ['novels', '2025-12-01', '2026-01-15'],
      ['novels', '2025-11-30', null],
    ])
    // One novel more is 83.25, an atlas is 8 at most and makes 93.5: still B; a lost one caps at C.
    expect(now.ifChanged).toEqual([
      { fact: 'novels', to: 3, grade: 'C' },
      { fact: 'lost', to: 1, grade: 'C' },
    ])
    // 90 without any is still B: time alone alters nothing.
    expect(now.ahead).toEqual([])
    const before = (await gradeOne(house.engine, borrowerClass, 'a', '2025-12-31'))!
    expect(before.ahead).toEqual([
      { on: '2026-01-16', grade: 'B', points: '92.5' },
      { on: '2026-11-30', grade: 'A', points: '100' },
    ])
    expect(await gradeOne(house.engine, borrowerClass, 'a', '2019-12-31')).toBeNull()
  })

  it('a window of months that ends on the last of a short month ends no day early', async () => {
    await hold([{ reader: 'a', kind: 'novel', lentOn: '2025-08-31', struckOn: null, state: 'lent' }])
    // Six months from 31 August: on 28 February six months back is 28 August, so it counts; on 1 March no more.
    expect((await gradeOne(house.engine, borrowerClass, 'a', '2026-02-28'))!.points).toBe('87.75')
    expect((await gradeOne(house.engine, borrowerClass, 'a', '2026-03-01'))!.points).toBe('90')
  })
})

describe('grades that stand', () => {
  let books = 0
  const lend = async (reader: string, kind: 'novel' | 'atlas') => {
    const answers = { book: `书${++books}`, reader, name: '张三', branch: '130102', lentOn: '2026-03-02', kind }
    const answer = await house.post('/api/v1/registers/loan', { id: uuidv7(), answers }, { ...librarian, 'idempotency-key': uuidv7() })
    expect(answer.status).toBe(201)
    return answer.body.record as string
  }

  it('follow the records: the whole once a day, then only those touched, and twice is as once', async () => {
    await hold([])
    house.at('2026-03-02')
    const loan = await lend('d', 'novel')
    await lend('e', 'novel')
    await house.work.settled()
    expect((await stored()).map(({ subject, grade: g, points }) => [subject, g, points])).toEqual([['d', 'B', '87.750000'], ['e', 'B', '87.750000']])
    // Marked, to see who is graded again.
    await house.warehouse.run("update scale_grade set edition = 'old'")
    const head = await house.person('head', [{ duty: 'lending.head', reach: 'all' }])
    const lost = await house.post(`/api/v1/registers/loan/${loan}/steps/lose`, { answers: {} }, { ...head, 'idempotency-key': uuidv7(), 'if-match': '"v1"' })
    expect(lost.status).toBe(200)
    await house.work.settled()
    const again = await house.warehouse.rows("select subject, grade, edition from scale_grade order by subject")
    expect(again).toEqual([
      { subject: 'd', grade: 'C', edition: 'by-loans/2026-01-01' },
      { subject: 'e', grade: 'B', edition: 'old' },
    ])
    expect(await followScales(house.engine, house.warehouse)).toEqual({ 'lending.borrower': 'none' })
    house.at('2026-09-03')
    expect(await followScales(house.engine, house.warehouse)).toEqual({ 'lending.borrower': 'all' })
    // The novels are older than six months; the loss has no window.
    expect((await stored()).map(({ subject, points, day }) => [subject, points, day])).toEqual([
      ['d', '90.000000', '2026-09-03'],
      ['e', '90.000000', '2026-09-03'],
    ])
  })
})
