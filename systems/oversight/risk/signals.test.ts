// Ratios of reports, small areas and the risk matrix against published figures and worked ones.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratioPrior, riskMatrix, signalRules } from '../../../jurisdictions/china/risk/early-warning.ts'
import { poissonMass } from '../../../kernel/distribution.ts'
import {
  chiSquare, ebgm, expectedReports, informationComponent, judgePair, priorLikelihood, prr, ror, type FourFold, type RatioPrior,
} from './disproportionality.ts'
import { fitPrior } from './prior-fit.ts'
import { pairsExpected, priorFor } from './ratio-prior.ts'
import { assess, highest, probabilityOf, type RiskMatrix, type Scenario } from './severity-probability.ts'
import { gammaInterval, smallAreas } from './small-area.ts'

type Row = Readonly<Record<string, string>>
const csv = (name: string): readonly Row[] =>
  parse(readFileSync(new URL(`../../../tests/reference/risk/${name}`, import.meta.url), 'utf8'), { columns: true, skip_empty_lines: true })
const rules = signalRules.versions[0].value
/** Printed by openEBGM for its food-complaint example. */
const published: RatioPrior = { shape1: 3.25379356, rate1: 0.39988854, shape2: 2.02612692, rate2: 1.9080797, share1: 0.06534557 }

describe('ratios of reports', () => {
  it.each(csv('disproportionality_reference.csv'))('of $a, $b, $c, $d: PRR $PRR, ROR $ROR, χ² $chi2_yates, IC $IC', (row) => {
    const cells = { a: Number(row.a), b: Number(row.b), c: Number(row.c), d: Number(row.d) }
    // The reference takes 1.96 for the quantile of its bounds, we 1.959964.
    const near = (found: number, column: string) => expect(found / Number(row[column])).toBeCloseTo(1, /95$/.test(column) ? 4 : 5)
    near(expectedReports(cells), 'E')
    near(prr(cells)!.value, 'PRR')
    near(prr(cells)!.low, 'PRR_lo95')
    near(prr(cells)!.high, 'PRR_hi95')
    near(ror(cells)!.value, 'ROR')
    near(ror(cells)!.low, 'ROR_lo95')
    near(ror(cells)!.high, 'ROR_hi95')
    near(chiSquare(cells, false), 'chi2')
    near(chiSquare(cells), 'chi2_yates')
    near(informationComponent(cells).value, 'IC')
    expect(informationComponent(cells).low).toBeCloseTo(Number(row.IC025), 6)
  })
  it('of the toy table of openEBGM: 17 reports of three products and two defects', () => {
    const table = [[5, 4], [3, 4], [1, 0]] as const
    const pair = (product: number, defect: number): FourFold => {
      const a = table[product]![defect]!
      const row = table[product]![0] + table[product]![1]
      const column = table.reduce((sum, each) => sum + each[defect]!, 0)
      return { a, b: row - a, c: column - a, d: 17 - row - column + a }
    }
    const cells = [pair(0, 0), pair(0, 1), pair(1, 0), pair(1, 1), pair(2, 0)]
    expect(cells.map((each) => expectedReports(each).toFixed(7))).toEqual(['4.7647059', '4.2352941', '3.7058824', '3.2941176', '0.5294118'])
    expect(cells.map((each) => (each.a / expectedReports(each)).toFixed(2))).toEqual(['1.05', '0.94', '0.81', '1.21', '1.89'])
    const ratios = cells.map((each) => each.a / (each.a + each.b) / (each.c / (each.c + each.d)))
    expect(ratios.map((each) => each.toFixed(2))).toEqual(['1.11', '0.89', '0.71', '1.43', '2.00'])
  })
  it('with an empty cell are not estimable, and no number is made up', () => {
    expect([prr({ a: 3, b: 0, c: 0, d: 9 }), ror({ a: 3, b: 0, c: 2, d: 9 }), prr({ a: 0, b: 4, c: 2, d: 9 })]).toEqual([null, null, null])
  })
})

describe('EBGM', () => {
  it.each(csv('ebgm_reference.csv'))('of $N where $E were expected is $published_EBGM, from $published_EB05 to $published_EB95', (row) => {
    const found = ebgm(Number(row.N), Number(row.E), published)
    expect(found.first).toBeCloseTo(Number(row.Qn), 6)
    expect(found.value).toBeCloseTo(Number(row.EBGM), 5)
    expect(found.low).toBeCloseTo(Number(row.EB05), 5)
    expect(found.high).toBeCloseTo(Number(row.EB95), 5)
    expect(Math.abs(found.value - Number(row.published_EBGM))).toBeLessThan(0.0051)
    expect(Math.abs(found.low - Number(row.published_EB05))).toBeLessThan(0.0071)
  })
  it('draws a single report towards the rest, and leaves many where they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.05, max: 50, noNaN: true }), (n, e) => {
        const { value, low, high } = ebgm(n, e, published)
        expect(low).toBeLessThan(value)
        expect(high).toBeGreaterThan(value)
      }),
    )
    expect(ebgm(1, 0.01, published).value).toBeLessThan(3)
    expect(ebgm(400, 40, published).value).toBeCloseTo(10, 0)
  })
})

describe('the prior fitted to a table', () => {
  it('is likelier than the one the table was made from, and finds its true ratios again', () => {
    // 1,200 pairs: one in ten has a ratio of 6, the others of 1; counts are the Poisson quantiles of evenly spread chances.
    const pairs = Array.from({ length: 1200 }, (_, at) => {
      const [e, ratio, chance] = [0.3 + (at % 40) / 10, at % 10 === 0 ? 6 : 1, (((at * 7919) % 1200) + 0.5) / 1200]
      let [n, sum] = [0, poissonMass(0, e * ratio)]
      while (sum < chance) sum += poissonMass(++n, e * ratio)
      return { n, e }
    })
    const truth: RatioPrior = { shape1: 60, rate1: 10, shape2: 60, rate2: 60, share1: 0.1 }
    const fitted = fitPrior(pairs)
    expect(priorLikelihood(pairs, fitted)).toBeGreaterThan(priorLikelihood(pairs, truth) - 1)
    const means = [fitted.shape1 / fitted.rate1, fitted.shape2 / fitted.rate2].sort((a, b) => a - b)
    expect(means[0]).toBeCloseTo(1, 0)
    expect(Math.abs(means[1]! - 6)).toBeLessThan(1)
  })
})

describe('the prior that a table of signals uses', () => {
  const settings = ratioPrior.versions[0].value
  /** Twelve classes by eight hazards, `each` reports a pair, and of three pairs six times as many. */
  const table = (each: number, classes = 12) =>
    Array.from({ length: classes * 8 }, (_, at) => ({ productClass: `c${Math.floor(at / 8)}`, hazard: `h${at % 8}`, count: at % 37 === 5 ? 6 * each : each }))
  it('is the published one where pairs or reports are too few, and says so', () => {
    expect(settings.fixed).toEqual(published)
    expect(priorFor([], settings)).toEqual({ prior: published, from: 'fixed', pairs: 0, reports: 0 })
    expect(priorFor(table(1), settings)).toMatchObject({ from: 'fixed', pairs: 96, reports: 111 })
    expect(priorFor(table(20, 6), settings)).toMatchObject({ from: 'fixed', pairs: 48 })
  })
  it('is fitted to a table that is large enough, is likelier there than the published one, and is the same each time', () => {
    const counts = table(10)
    const used = priorFor(counts, settings)
    expect(used).toMatchObject({ from: 'fitted', pairs: 96, reports: 1110 })
    const pairs = pairsExpected(counts)
    expect(priorLikelihood(pairs, used.prior)).toBeGreaterThan(priorLikelihood(pairs, published))
    expect(priorFor(counts, settings)).toEqual(used)
  })
  it('draws pairs that differ by chance only to one, and leaves those that stand out', () => {
    const { prior } = priorFor(table(10), settings)
    const of = (n: number) => ebgm(n, 12, prior)
    expect(of(13).value).toBeCloseTo(1, 0)
    expect(of(60).low).toBeGreaterThan(2)
    // All alike: any prior that is found keeps its numbers finite, and nothing stands out.
    const alike = priorFor(Array.from({ length: 96 }, (_, at) => ({ productClass: `c${at % 12}`, hazard: `h${Math.floor(at / 12)}`, count: 10 })), settings)
    expect(ebgm(10, 10, alike.prior).value).toBeCloseTo(1, 1)
    expect(ebgm(10, 10, alike.prior).low).toBeLessThan(2)
  })
  it('expects of all pairs together what was told of, those never told of together among them', () => {
    const pairs = pairsExpected([{ productClass: 'a', hazard: 'x', count: 3 }, { productClass: 'b', hazard: 'y', count: 1 }])
    expect(pairs.map(({ n, e }) => [n, e])).toEqual([[3, 2.25], [0, 0.75], [0, 0.75], [1, 0.25]])
  })
})

describe('a pair', () => {
  it('that stands out meets every criterion, and its base rates are shown', () => {
    const found = judgePair({ a: 25, b: 75, c: 100, d: 9800 }, rules, published)
    expect(found.signals).toEqual(['PRR', 'ROR', 'IC', 'EBGM'])
    expect(found.terms.find((term) => term.symbol === '(a+b)/n')!.value).toBeCloseTo(0.01, 12)
    expect(found.terms.find((term) => term.symbol === 'c/(c+d)')!.value).toBeCloseTo(100 / 9900, 12)
  })
  it('of two reports is no signal by ratio, however large the ratio', () => {
    expect(judgePair({ a: 2, b: 1, c: 1, d: 9000 }, rules, null).signals).not.toContain('PRR')
  })
  it('as common as elsewhere is none', () => {
    expect(judgePair({ a: 100, b: 900, c: 1000, d: 9000 }, rules, published).signals).toEqual([])
  })
})

describe('small areas', () => {
  const [events, of] = [[2, 15, 12, 0, 60], [800, 2500, 4000, 300, 9000]]
  const found = smallAreas(events.map((o, at) => ({ area: `county ${at}`, events: o, of: of[at]! })), 500)!
  it('are drawn to the mean by Marshall’s weights', () => {
    expect(found.mean).toBeCloseTo(0.00536145, 8)
    expect(found.between).toBeCloseTo(1.627958e-6, 11)
    expect(found.areas.map((area) => area.own.toFixed(6))).toEqual(['0.195439', '0.431529', '0.548444', '0.083487', '0.732103'])
    expect(found.areas.map((area) => area.estimate.toFixed(8))).toEqual(['0.00480221', '0.00563700', '0.00406632', '0.00491383', '0.00631700'])
  })
  it('have the interval of their gamma: of shape 10 and rate 100 the halves of χ² with 20 degrees (9.5908 and 34.1696 in tables) over 100', () => {
    const { low, high } = gammaInterval(10, 100)
    expect([low, high].map((x) => x.toFixed(5))).toEqual([(9.5908 / 200).toFixed(5), (34.1696 / 200).toFixed(5)])
  })
  it('lie within their interval, which is the wider the less an area has of its own', () => {
    for (const { low, estimate, high } of found.areas) expect(low < estimate && estimate < high).toBe(true)
    const widths = found.areas.toSorted((a, b) => a.own - b.own).map(({ low, high, estimate }) => (high - low) / Math.sqrt(estimate))
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  })
  it('below the floor show the estimate only, and without a base have no rate of their own', () => {
    expect(found.areas.map((area) => area.onlyEstimate)).toEqual([false, false, false, true, false])
    const empty = smallAreas([{ area: 'a', events: 5, of: 100 }, { area: 'b', events: 20, of: 100 }, { area: 'c', events: 0, of: 0 }], 30)!
    expect(empty.areas[2]).toMatchObject({ raw: null, own: 0, estimate: empty.mean, onlyEstimate: true })
    expect(smallAreas([{ area: 'c', events: 0, of: 0 }], 30)).toBeNull()
  })
  it('that differ no more than by chance all get the mean', () => {
    const alike = smallAreas([{ area: 'a', events: 5, of: 100 }, { area: 'b', events: 5, of: 100 }], 30)!
    expect(alike).toMatchObject({ between: 0 })
    expect(alike.areas.map((area) => area.estimate)).toEqual([0.05, 0.05])
  })
})

describe('the risk matrix', () => {
  const matrix: RiskMatrix = riskMatrix.versions[0].value
  const letters = { L: 'low', M: 'medium', H: 'high', S: 'serious' } as const
  const scenario = (severity: number, ...probabilities: readonly string[]): Scenario =>
    ({ name: 'hammer head breaks', group: 'adults', severity, steps: probabilities.map((probability) => ({ what: 'step', probability })) })
  it('has the cells of the compiled table', () => {
    csv('rapex_risk_matrix.csv').forEach((row, at) => {
      expect(matrix.rows[at]!.levels).toEqual([1, 2, 3, 4].map((severity) => letters[row[`severity_${severity}`] as keyof typeof letters]))
    })
  })
  it('judges the hammer: 1/10 × 1/10 × 1/3 × 1/4 = 1/1200 at severity 3 is a high risk, sensitive to a factor of ten upwards', () => {
    const found = assess(matrix, scenario(3, '1/10', '1/10', '1/3', '1/4'))!
    expect(found).toMatchObject({ probability: '1/1200', level: 'high' })
    expect(matrix.rows[found.row]!.above).toBe('1/10000')
    expect(found.sensitive.filter((each) => each.factor === 'ten times').map((each) => each.level)).toEqual(['serious', 'serious', 'serious', 'serious'])
    expect(found.sensitive.filter((each) => each.factor === 'a tenth').map((each) => each.level)).toEqual(['medium', 'medium', 'medium', 'medium'])
  })
  it('is exact at its bounds: one in ten times one in ten is not above one in a hundred', () => {
    expect(assess(matrix, scenario(2, '0.1', '0.1'))!.level).toBe('high')
    expect(assess(matrix, scenario(2, '0.1', '0.1001'))!.level).toBe('serious')
    expect(assess(matrix, scenario(4, '1/1000000'))!.level).toBe('low')
  })
  it('takes the highest of scenarios and groups, and judges nothing by half', () => {
    const mild = scenario(1, '1/2')
    const child = { ...scenario(4, '1/2000'), group: 'children' }
    expect(highest(matrix, [mild, child])).toMatchObject({ level: 'serious', scenario: { group: 'children' } })
    expect(highest(matrix, [mild, scenario(2, 'often')])).toBeNull()
    expect(highest(matrix, [])).toBeNull()
  })
  it('knows a probability when it sees one', () => {
    expect(['0', '2', '1/0', '-1', '50%', '', '1/3/4', '1.5/2'].map((text) => probabilityOf(text) !== null)).toEqual(
      [false, false, false, false, false, false, false, true],
    )
  })
  it('rises with severity and with probability', () => {
    const order = ['low', 'medium', 'high', 'serious']
    for (const [at, row] of matrix.rows.entries()) {
      const ranks = row.levels.map((level) => order.indexOf(level))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      if (at > 0) row.levels.forEach((level, n) => expect(order.indexOf(matrix.rows[at - 1]!.levels[n]!)).toBeGreaterThanOrEqual(order.indexOf(level)))
    }
  })
})
