// Every single plan of GB/T 2828.1-2012 against the compiled table and against another reading, and the switching rules lot by lot.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { singlePlans, switchingRules } from '../../../jurisdictions/china/acceptance-sampling/single-plans.ts'
import { codeLetter, planOf, singlePlan, tighterAccept, type Inspection, type Level, type PlanTables } from './acceptance-plans.ts'
import { begins, resume, switchAfter, type Lot, type Series, type SwitchingRules } from './switching.ts'

const tables: PlanTables = singlePlans.versions[0].value
const rules: SwitchingRules = switchingRules.versions[0].value
type Row = Readonly<Record<string, string>>
const csv = (path: string): readonly Row[] =>
  parse(readFileSync(new URL(`../../../tests/${path}`, import.meta.url), 'utf8'), { columns: true, skip_empty_lines: true })
const plan = (lot: number, level: Level, aql: string, inspection: Inspection = 'normal') => singlePlan(tables, { lot, level, aql, inspection })

describe('the code letters (table 1)', () => {
  it.each(csv('reference/supervision/gbt2828_1_code_letters.csv'))('of lots from $lot_min', (row) => {
    for (const lot of [row.lot_min, row.lot_max || '9000000'])
      for (const level of tables.levels) expect(codeLetter(tables, Number(lot), level)).toBe(row[level])
  })
  it('are not given to what is no lot', () => {
    expect([codeLetter(tables, 1, 'II'), codeLetter(tables, 2.5, 'II'), codeLetter(tables, 0, 'II')]).toEqual([null, null, null])
  })
})

describe('the tables 2-A, 2-B and 2-C', () => {
  const rows = csv('reference/supervision/gbt2828_1_single_plans.csv')
  it('give all 1,248 plans, with the sample size of the letter that the arrow leads to', () => {
    expect(rows).toHaveLength(1248)
    for (const row of rows) {
      const found = planOf(tables, row.inspection as Inspection, row.code_letter as string, row.aql as string)
      expect(found).toMatchObject({ used: row.final_letter, n: Number(row.n), accept: Number(row.ac), reject: Number(row.re) })
    }
  })
  it('agree with another reading for lots of every size and level', () => {
    const others = csv('conformance/iso2859/single-plans.csv')
    expect(others.length).toBeGreaterThan(400)
    for (const row of others) {
      const lot = Number((row.lot as string).replace(/^(>=|>)?\s*/, '').split('-')[0])
      const found = plan(lot, row.level as Level, row.aql as string, row.type as Inspection)
      expect(found).toMatchObject({ letter: row.code, accept: Number(row.ac), reject: Number(row.re), n: Math.min(lot, Number(row.n)) })
    }
  })
  it('mark as undecided the fifteen tightened cells on which sources differ, and never a cell that all read alike', () => {
    const undecided = rows.filter((row) => planOf(tables, row.inspection as Inspection, row.code_letter as string, row.aql as string)?.undecided)
    expect(undecided).toHaveLength(15)
    expect(undecided.every((row) => row.inspection === 'tightened')).toBe(true)
    expect(planOf(tables, 'tightened', 'F', '1.5')).toMatchObject({ n: 50, accept: 1, undecided: { otherwise: { n: 13, accept: 0 } } })
    expect(planOf(tables, 'tightened', 'A', '10')).toMatchObject({ n: 2, accept: 0, undecided: { otherwise: { n: 8, accept: 1 } } })
  })
})

describe('a plan', () => {
  it.each([
    [1000, '1.0', 'normal', 'J', 80, 2],
    [1000, '1.0', 'tightened', 'J', 80, 1],
    [1000, '1.0', 'reduced', 'J', 32, 1],
    [2000, '1.5', 'normal', 'K', 125, 5],
    [2000, '1.5', 'tightened', 'K', 125, 3],
    [2000, '1.5', 'reduced', 'K', 50, 3],
  ] as const)('of a lot of %d at AQL %s, level II, %s, is of letter %s: (%d; %d)', (lot, aql, inspection, letter, n, accept) => {
    expect(plan(lot, 'II', aql, inspection)).toMatchObject({ letter, used: letter, n, accept, reject: accept + 1 })
  })
  it('takes the sample size with the arrow: 150 units at 1.5 are 32 of letter G, not the 20 of F; 50 at 1.0 are 13 of E', () => {
    expect(plan(50, 'II', '1.0')).toMatchObject({ letter: 'D', used: 'E', n: 13, accept: 0 })
    expect(plan(150, 'II', '1.5')).toMatchObject({ letter: 'F', used: 'G', n: 32, accept: 1 })
  })
  it('inspects the whole lot when the sample is no smaller', () => {
    expect(plan(30, 'II', '0.25')).toMatchObject({ n: 30, whole: true })
    expect(plan(60, 'II', '0.25')).toMatchObject({ n: 50, whole: false })
  })
  it('above AQL 10 counts nonconformities only, and knows no AQL outside the series', () => {
    expect([plan(500, 'II', '10')?.counts, plan(500, 'II', '15')?.counts]).toEqual(['either', 'nonconformities'])
    expect([plan(500, 'II', '2'), plan(500, 'II', ''), plan(500, 'II', '-1'), plan(1, 'II', '1.0')]).toEqual([null, null, null, null])
    expect(plan(1000, 'II', '1')).toMatchObject({ aql: '1.0' })
  })
  it('has the acceptance number of the AQL one step tighter', () => {
    expect(tighterAccept(tables, plan(1000, 'II', '1.0')!)).toBe(1)
    expect(tighterAccept(tables, plan(1000, 'II', '0.010')!)).toBeNull()
  })
})

describe('switching', () => {
  const lot = (found: number, series: Series, more: Partial<Lot> = {}): Lot => ({
    plan: plan(1000, 'II', '1.0', series.inspection)!, found, steady: true, agreed: true, ...more,
  })
  const run = (founds: readonly number[], from: Series = begins, more: Partial<Lot> = {}) =>
    founds.reduce<Series>((series, found) => switchAfter(tables, rules, series, lot(found, series, more)).series, from)

  it('tightens on the second lot not accepted among five, not on two further apart', () => {
    expect(run([3, 0, 0, 0, 3]).inspection).toBe('tightened')
    expect(run([3, 0, 0, 0, 0, 3]).inspection).toBe('normal')
    expect(run([3, 3]).inspection).toBe('tightened')
  })
  it('returns to normal on five accepted in a row', () => {
    const tight = run([3, 3])
    expect(run([1, 1, 1, 1], tight).inspection).toBe('tightened')
    expect(run([1, 1, 1, 1, 1], tight)).toEqual(begins)
    expect(run([1, 1, 1, 2, 1, 1], tight).inspection).toBe('tightened')
  })
  it('stops on the fifth lot not accepted while tightened, takes no further lot, and resumes tightened', () => {
    const found = run([3, 3, 2, 0, 2, 0, 2, 0, 2, 0, 2])
    expect(found).toMatchObject({ inspection: 'tightened', stopped: true, rejectedTightened: 5 })
    const after = switchAfter(tables, rules, found, lot(0, found))
    expect([after.series, after.why?.en]).toEqual([found, expect.stringContaining('resumes tightened')])
    expect(resume()).toMatchObject({ inspection: 'tightened', stopped: false, rejectedTightened: 0 })
  })
  it('scores 3 while the lot would pass one AQL tighter (Ac 1), and forgets the score when it would not', () => {
    expect(run([1, 0]).score).toBe(6)
    expect(run([1, 0, 2])).toMatchObject({ inspection: 'normal', score: 0, recent: [true, true, true] })
  })
  it('scores 2 with Ac 0 or 1, and nothing is left after a lot not accepted', () => {
    const small = { plan: plan(50, 'II', '1.0')! }
    expect(run([0, 0, 0], begins, small).score).toBe(6)
    expect(run([0, 0, 1], begins, small).score).toBe(0)
  })
  it('reduces at 30 points, only while production is steady and the authority agrees', () => {
    const ten = Array.from({ length: 10 }, () => 0)
    expect(run(ten.slice(1)).inspection).toBe('normal')
    expect(run(ten).inspection).toBe('reduced')
    expect(run(ten, begins, { agreed: false })).toMatchObject({ inspection: 'normal', score: 30 })
    expect(run(ten, begins, { steady: false })).toMatchObject({ inspection: 'normal', score: 30 })
  })
  it('leaves reduced inspection on one lot not accepted, or when production is irregular', () => {
    const reduced = run(Array.from({ length: 10 }, () => 0))
    expect(run([1], reduced).inspection).toBe('reduced')
    expect(run([2], reduced)).toEqual(begins)
    expect(run([0], reduced, { steady: false })).toEqual(begins)
  })
})
