// Raters against outcomes, fairness between groups, and the ageing of records, against published examples and counted ones.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agedWeight, completedMonths } from './ageing.ts'
import { brier, outcomesByGrade, ranking, reliability, type Forecast } from './calibration.ts'
import { fairness, rateDifference, rateRatio } from './fairness.ts'

const repeated = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value)
const forecasts = (probability: number, bad: number, good: number): Forecast[] =>
  [...repeated(bad, { probability, bad: true }), ...repeated(good, { probability, bad: false })]

describe('the Brier score', () => {
  it('of saying 0.1 where one in ten came is the variance of the base rate, and its skill is none', () => {
    expect(brier(forecasts(0.1, 10, 90))).toMatchObject({ score: expect.closeTo(0.09, 12), baseline: expect.closeTo(0.09, 12), skill: expect.closeTo(0, 12) })
  })
  it('is 0 of a rater who knew, and worse than the base rate of one who always says half', () => {
    expect(brier([{ probability: 1, bad: true }, { probability: 0, bad: false }])).toMatchObject({ score: 0, skill: 1 })
    expect(brier(forecasts(0.5, 10, 90))!.skill).toBeLessThan(0)
    expect([brier([]), brier(forecasts(0.2, 0, 5))!.skill]).toEqual([null, null])
  })
  it('is no better by chance: no constant forecast beats the base rate', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (p, bad, good) => {
        expect(brier(forecasts(p, bad, good))!.skill).toBeLessThanOrEqual(1e-9)
      }),
    )
  })
})

describe('reliability', () => {
  it('says of each bin what was said and what came, and whether the two fit', () => {
    const bins = reliability([...forecasts(0.05, 5, 95), ...forecasts(0.95, 20, 80)])
    expect(bins.map(({ label, n, came, fits }) => [label, n, came, fits])).toEqual([['0–0.1', 100, 0.05, true], ['0.9–1', 100, 0.2, false]])
  })
  it('puts certainty into the last bin', () => expect(reliability(forecasts(1, 3, 0))[0]).toMatchObject({ label: '0.9–1', n: 3 }))
  it('by grade names neighbours that came out in the wrong order', () => {
    const ratings = [
      ...repeated(2, { grade: 'A', bad: true }), ...repeated(98, { grade: 'A', bad: false }),
      ...repeated(1, { grade: 'B', bad: true }), ...repeated(99, { grade: 'B', bad: false }),
      ...repeated(9, { grade: 'D', bad: true }), ...repeated(91, { grade: 'D', bad: false }),
    ]
    const found = outcomesByGrade(['A', 'B', 'C', 'D'], ratings)
    expect(found.grades.map(({ label, came }) => [label, came])).toEqual([['A', 0.02], ['B', 0.01], ['D', 0.09]])
    expect(found.reversed).toEqual([['A', 'B']])
  })
})

describe('the ranking', () => {
  // Hanley and McNeil 1982, table I: 109 images rated 1 to 5, 51 of them abnormal.
  const ratings = [[33, 3], [6, 2], [6, 2], [11, 11], [2, 33]] as const
  const images = ratings.flatMap(([normal, abnormal], at) =>
    [...repeated(normal, { score: at + 1, bad: false }), ...repeated(abnormal, { score: at + 1, bad: true })])
  it('of the rated images has the published area of 0.893, with an error near the published 0.032', () => {
    const found = ranking(images)!
    expect(found.auc).toBeCloseTo(0.893, 3)
    expect(Math.abs(found.standardError - 0.032)).toBeLessThan(0.002)
    expect(found).toMatchObject({ bad: 51, good: 58 })
  })
  it('is the share of pairs in the right order, ties half, and turns round with the score', () => {
    const scored = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), bad: fc.boolean() }), { minLength: 4, maxLength: 40 })
    fc.assert(
      fc.property(scored, (all) => {
        const [worse, better] = [all.filter(({ bad }) => bad), all.filter(({ bad }) => !bad)]
        const found = ranking(all)
        if (worse.length < 2 || better.length < 2) {
          expect(found).toBeNull()
          return
        }
        const pairs = worse.flatMap((one) => better.map((other) => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)))
        expect(found!.auc).toBeCloseTo(pairs.reduce<number>((a, b) => a + b, 0) / pairs.length, 12)
        expect(ranking(all.map((each) => ({ ...each, score: -each.score })))!.auc).toBeCloseTo(1 - found!.auc, 12)
      }),
    )
  })
})

describe('fairness', () => {
  it('compares each group with all others, and shows none that is too small', () => {
    const found = fairness([{ group: 'small', affected: 60, of: 1000 }, { group: 'large', affected: 20, of: 1000 }, { group: 'one', affected: 1, of: 4 }], 30)
    expect(found[0]).toMatchObject({ rate: 0.06, apart: true })
    expect(found[0]!.ratio!.value).toBeCloseTo(0.06 / (21 / 1004), 12)
    expect(found[2]).toMatchObject({ rate: null, ratio: null, apart: false })
  })
  it('calls nothing apart that may be chance', () => {
    const found = fairness([{ group: 'a', affected: 11, of: 200 }, { group: 'b', affected: 9, of: 200 }], 30)
    expect(found.map((each) => each.apart)).toEqual([false, false])
  })
  it('has the ratio of 189/11034 to 104/11037, aspirin and infarction: 1.82, from 1.43 to 2.31', () => {
    // Physicians’ Health Study, as worked in Agresti, Categorical Data Analysis.
    const found = rateRatio(189, 11034, 104, 11037)!
    expect([found.value, found.low, found.high].map((x) => x.toFixed(2))).toEqual(['1.82', '1.43', '2.31'])
    expect(rateRatio(0, 10, 3, 10)).toBeNull()
  })
  it('has Newcombe’s interval of 56/70 against 48/80: 0.2, from 0.0524 to 0.3339', () => {
    const found = rateDifference(56, 70, 48, 80)
    expect([found.value, found.low, found.high].map((x) => x.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
  })
})

describe('the ageing of a record', () => {
  it('counts whole months, the last day of a short month as a month', () => {
    expect([completedMonths('2025-11-25', '2026-11-25'), completedMonths('2025-11-26', '2026-11-25')]).toEqual([12, 11])
    expect([completedMonths('2026-01-31', '2026-02-28'), completedMonths('2026-01-31', '2026-02-27')]).toEqual([1, 0])
  })
  it('halves the weight every twelve months, and does not know the future', () => {
    const records = [{ on: '2026-11-25', weight: '3' }, { on: '2025-11-25', weight: '3' }, { on: '2024-11-25', weight: '2' }, { on: '2026-11-26', weight: '9' }]
    expect(agedWeight(records, '2026-11-25', 12)).toBe('5.0000')
    expect(agedWeight(records, '2025-11-25', 12)).toBe('4.0000')
    expect(agedWeight([], '2026-11-25', 12)).toBe('0.0000')
  })
})
