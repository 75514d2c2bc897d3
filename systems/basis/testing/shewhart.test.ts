// Shewhart’s charts against qcc 2.7 and the textbook, single values too, and the signs that a chart is looked at for, each by its rule.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { chartConstants, countLimits, individualLimits, movingRanges, shareLimits, signsAt, subgroupLimits, type SignLengths } from './shewhart.ts'

type Row = Readonly<Record<string, string>>
const read = (path: string): string => readFileSync(new URL(`../../../tests/${path}`, import.meta.url), 'utf8')
const csv = (path: string): readonly Row[] => parse(read(path), { columns: true, skip_empty_lines: true })
interface Published {
  readonly center: number
  readonly sd?: number
  readonly limits: readonly [number, number]
}
const expected = JSON.parse(read('conformance/spc/expected.json')) as {
  readonly constants: readonly { readonly n: number; readonly d2: number; readonly d3: number; readonly c4: number }[]
} & Readonly<Record<'xbar_pistonrings' | 'R_pistonrings' | 'S_pistonrings', Published>>
const rings = csv('conformance/spc/pistonrings.csv')
const trial = Array.from({ length: 25 }, (_, n) => rings.filter((row) => Number(row.sample) === n + 1).map((row) => Number(row.diameter)))

describe('Shewhart’s charts', () => {
  it.each(expected.constants)('have the constants of n = $n', ({ n, d2, d3, c4 }) => {
    expect(chartConstants(n)).toMatchObject({ d2, d3 })
    expect(chartConstants(n).c4).toBeCloseTo(c4, 12)
  })
  it.each([['means', 'xbar_pistonrings'], ['ranges', 'R_pistonrings'], ['deviations', 'S_pistonrings']] as const)(
    'of the piston rings have the %s of qcc',
    (chart, name) => {
      const [found, published] = [subgroupLimits(trial)[chart], expected[name]]
      expect(found.centre).toBeCloseTo(published.center, 9)
      expect(found.lower).toBeCloseTo(published.limits[0], 9)
      expect(found.upper).toBeCloseTo(published.limits[1], 9)
      if (published.sd) expect(found.sigma).toBeCloseTo(published.sd, 12)
    },
  )
  it('of shares: the orange juice cans of Montgomery have 0.2313, from 0.0524 to 0.4102, and two of thirty samples lie outside', () => {
    const cans = csv('conformance/spc/orangejuice.csv').filter((row) => row.trial === 'TRUE').map((row) => Number(row.D))
    const limits = shareLimits(cans.reduce((a, b) => a + b) / (50 * cans.length), 50)
    expect([limits.centre, limits.lower, limits.upper].map((x) => x.toFixed(4))).toEqual(['0.2313', '0.0524', '0.4102'])
    expect(cans.flatMap((d, at) => (d / 50 > limits.upper ? [at + 1] : []))).toEqual([15, 23])
  })
  it('of counts: the computers of Montgomery have 1.93 a unit, from 0.07 to 3.79', () => {
    const units = csv('conformance/spc/pcmanufact.csv')
    const perUnit = units.reduce((sum, row) => sum + Number(row.x), 0) / units.reduce((sum, row) => sum + Number(row.size), 0)
    const limits = countLimits(perUnit, 5)
    expect([limits.centre, limits.lower, limits.upper].map((x) => x.toFixed(2))).toEqual(['1.93', '0.07', '3.79'])
  })
  it('end at 0 and at 1', () => {
    expect(shareLimits(0.01, 20).lower).toBe(0)
    expect(shareLimits(0.99, 20).upper).toBe(1)
    expect(countLimits(0.2, 4).lower).toBe(0)
  })
})


// Montgomery, Introduction to Statistical Quality Control, example 6.5: the cost of twenty applications.
const costs = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304]

describe('the chart of single values', () => {
  it('of Montgomery’s mortgage applications has 300.5 from 279.78 to 321.22, and moving ranges of 7.79 up to 25.45', () => {
    const { values, ranges } = individualLimits(costs)
    // The book takes D₄ = 3.267 and prints 25.45; with d₃ unrounded it is 25.46.
    expect([values.centre, values.lower, values.upper, ranges.centre].map((x) => x.toFixed(2))).toEqual(['300.50', '279.78', '321.22', '7.79'])
    expect(Math.abs(ranges.upper - 25.45)).toBeLessThan(0.02)
    expect(ranges.lower).toBe(0)
  })
  it('of the flow rates in the handbook of NIST (6.3.2.2) has 50.81 from 45.8159 to 55.8041', () => {
    const { values, ranges } = individualLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    expect([values.centre, values.lower, values.upper, ranges.centre].map((x) => x.toFixed(4))).toEqual(['50.8100', '45.8159', '55.8041', '1.8778'])
  })
})

/** GB/T 4091-2001 looks for eight signs; values here are in σ around 0. */
const eight: SignLengths = { beyond: 1, side: 9, trend: 6, alternating: 14, twoOfThree: 3, fourOfFive: 5, inner: 15, outside: 8 }
const seen = (values: readonly number[], lengths: SignLengths = eight) => signsAt(values, { centre: 0, sigma: 1, rangeLimit: 3.686 }, lengths)
const last = (count: number, of: (at: number) => number): number[] => Array.from({ length: count }, (_, at) => of(at))

describe('the signs of GB/T 4091', () => {
  it('1: a point beyond zone A; on the limit it is within', () => expect([seen([0.1, 3.01]), seen([0.1, 3])]).toEqual([['beyond'], []]))
  it('2: nine on one side, not eight', () => expect([seen(last(9, (at) => 0.5 + (at % 2) * 0.7)), seen(last(8, (at) => 0.5 + (at % 2) * 0.7))]).toEqual([['side'], []]))
  it('3: six that rise or fall; equal neighbours break it', () => {
    expect(seen([-0.9, -0.5, -0.1, 0.3, 0.6, 0.9])).toEqual(['trend'])
    expect(seen([0.9, 0.6, 0.3, -0.1, -0.5, -0.9])).toEqual(['trend'])
    expect(seen([-0.9, -0.5, -0.1, -0.1, 0.6, 0.9])).toEqual([])
  })
  it('4: fourteen that alternate', () => expect([seen(last(14, (at) => (at % 2 ? 1.5 : -0.5))), seen(last(13, (at) => (at % 2 ? 1.5 : -0.5)))]).toEqual([['alternating'], []]))
  it('5: two of three beyond zone B on one side; on either side they are none', () => expect([seen([2.1, 0, 2.2]), seen([2.1, 0, -2.2])]).toEqual([['twoOfThree'], []]))
  it('6: four of five beyond zone C on one side', () => expect([seen([1.1, 1.2, 0.2, 1.3, 1.2]), seen([1.1, 1.2, 0.2, -1.3, 1.2])]).toEqual([['fourOfFive'], []]))
  it('7: fifteen within zone C', () => expect(seen([0.1, 0.4, -0.3, 0.2, -0.5, -0.6, 0.3, 0.5, -0.2, 0.1, 0.6, -0.4, -0.3, 0.2, -0.1])).toEqual(['inner']))
  it('8: eight on both sides, none in zone C', () => expect(seen([1.2, -1.3, -1.5, 1.4, 1.1, -1.2, 1.6, -1.1])).toEqual(['outside']))
  it('a fault is told at the point that completes it and not again when it lies behind', () => expect(seen([3.2, 0.1])).toEqual([]))
})

it('with the moving range a jump is seen that stays within the limits', () => {
  expect(seen([-2, 2], { beyond: 1, range: 1 })).toEqual(['range'])
  expect(movingRanges([1, 4, 2])).toEqual([3, 2])
})
