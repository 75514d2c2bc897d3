// Intervals of proportions against values computed elsewhere: the Hebei, national and small-sample cases of the method book.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agrestiCoull, clopperPearson, jeffreys, upperBound, wilson } from './interval.ts'

// n, x, Wilson and Clopper-Pearson to six places (R 4.2.2, binom): a city's food report, the nation's spot check of 2023, two small.
const cases = [
  [497, 555, 0.867268, 0.918285, 0.867003, 0.919685],
  [24789, 28265, 0.873141, 0.880799, 0.873136, 0.880828],
  [93, 100, 0.862505, 0.965681, 0.86108, 0.971395],
  [35, 35, 0.901099, 1, 0.899968, 1],
] as const

describe('the 95 % interval', () => {
  it.each(cases)('of %d in %d is Wilson %d to %d, exact %d to %d', (part, of, low, high, exactLow, exactHigh) => {
    expect(wilson(part, of).low).toBeCloseTo(low, 6)
    expect(wilson(part, of).high).toBeCloseTo(high, 6)
    expect(clopperPearson(part, of).low).toBeCloseTo(exactLow, 6)
    expect(clopperPearson(part, of).high).toBeCloseTo(exactHigh, 6)
  })
  it('of none in 35 has the one-sided upper bound 1 − 0.05^(1/35)', () => {
    expect(upperBound(0, 35)).toBeCloseTo(0.082032, 6)
    expect(upperBound(0, 35)).toBeCloseTo(1 - 0.05 ** (1 / 35), 14)
  })
  it('of nothing tried is everything', () => {
    expect([wilson(0, 0), clopperPearson(0, 0)]).toEqual([{ low: 0, high: 1 }, { low: 0, high: 1 }])
  })
  it('by Jeffreys of 9 in 10 is that of Beta(9.5, 1.5)', () => {
    // scipy 1.17: beta.ppf([.025, .975], 9.5, 1.5)
    expect(jeffreys(9, 10).low).toBeCloseTo(0.6186852289, 9)
    expect(jeffreys(9, 10).high).toBeCloseTo(0.9889883262, 9)
    expect(jeffreys(10, 10).high).toBe(1)
  })
})

describe('every interval', () => {
  it('holds the share, mirrors when hits and misses change places, and grows with the level', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (hits, misses) => {
        const of = hits + misses + 1
        for (const interval of [wilson, clopperPearson, jeffreys]) {
          const { low, high } = interval(hits, of)
          expect(low).toBeLessThanOrEqual(hits / of)
          expect(high).toBeGreaterThanOrEqual(hits / of)
          expect(interval(of - hits, of).low).toBeCloseTo(1 - high, 9)
          expect(interval(hits, of, 0.99).low).toBeLessThanOrEqual(low)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('covers at least what it says when it is the exact one', () => {
    // All counts out of 30 whose interval holds the true share must together have at least 95 %.
    for (const truth of [0.02, 0.1, 0.37, 0.5, 0.93]) {
      let covered = 0
      for (let k = 0, mass = (1 - truth) ** 30; k <= 30; mass *= (((30 - k) / (k + 1)) * truth) / (1 - truth), k++) {
        const { low, high } = clopperPearson(k, 30)
        if (low <= truth && truth <= high) covered += mass
      }
      expect(covered).toBeGreaterThanOrEqual(0.95)
    }
  })
})

describe('the plug-in share of a stratum where all passed', () => {
  it('lies below 1, so that the variance does not vanish', () => {
    expect(agrestiCoull(35, 35).share).toBeCloseTo((35 + 1.920729) / (35 + 3.841459), 6)
  })
})
