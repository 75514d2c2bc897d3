// Repeats of an analysis: what counts, by the rule of ISO 5725-6; the factors against the distribution of a range.
import { describe, expect, it } from 'vitest'
import { hebei } from '../../../jurisdictions/hebei/index.ts'
import { normalCdf } from '../../../kernel/distribution.ts'
import { Parameters } from '../../../kernel/parameter.ts'
import { countedOf, resultsFrom, runsAfter, toDetermineAgain, type Determination, type Limit, type RangeFactors } from './repeats.ts'

const factors = new Parameters(hebei.parameters).at('testing.critical-range', '2026-05-18').value as RangeFactors
const limit = (repeatability: string, per: Limit['per'] = 'unit'): Limit => ({ parameter: '蛋白质', repeatability, per })

describe('the value that counts', () => {
  it.each([
    ['one determination is the result', ['2.96'], '0.10', { value: '2.96', counted: 'single', spread: null }],
    ['two within r give the mean, with one place more', ['2.96', '3.05'], '0.10', { value: '3.005', counted: 'mean', spread: '0.090000', allowed: '0.100000' }],
    ['two exactly r apart are within it', ['2.95', '3.05'], '0.10', { value: '3.000', counted: 'mean' }],
    // CR(3) = 0.10 · 3.3 / 2.8 = 0.117857
    ['three within the critical range give the mean', ['2.95', '3.06', '3.00'], '0.10', { value: '3.003', counted: 'mean', allowed: '0.117857' }],
    ['three beyond it give the middle one', ['2.90', '3.06', '3.05'], '0.10', { value: '3.05', counted: 'median', determinations: 3 }],
    ['four beyond it give the mean of the two in the middle', ['2.90', '3.06', '3.05', '3.00'], '0.10', { value: '3.025', counted: 'median' }],
  ])('%s', (_title, values, r, expected) => expect(countedOf(values, limit(r), factors)).toMatchObject(expected))

  it('two further apart than r are no result yet', () => expect(countedOf(['2.95', '3.06'], limit('0.10'), factors)).toBeNull())
  it('a limit in per cent is taken of the mean: 10 % of 3.00', () => {
    expect(countedOf(['2.85', '3.15'], limit('10', 'percent'), factors)).toMatchObject({ counted: 'mean', allowed: '0.300000' })
    expect(countedOf(['2.84', '3.16'], limit('10', 'percent'), factors)).toBeNull()
  })
  it('without a limit nobody can say whether they agree, and the result says so', () =>
    expect(countedOf(['2', '9'], null, factors)).toMatchObject({ value: '5.5', counted: 'unjudged', spread: '7.000000', allowed: null }))
})

describe('runs beside each other', () => {
  const line = (value: string, expanded: string | null = null): Determination => ({ parameter: '蛋白质', value, unit: 'g/100g', expanded, instrument: 'KJ-01' })
  const record = { items: [{ parameter: '蛋白质', unit: 'g/100g' }], runs: null, limits: [limit('0.10')] }
  const first = runsAfter(null, [line('2.90', '0.05'), line('3.06', '0.07')], { on: '2026-05-18', by: 'ana', kind: 'first', why: null })
  it('a further determination joins the run that counts', () => {
    expect(toDetermineAgain(record, first, factors)).toEqual(['蛋白质'])
    const more = runsAfter(first, [line('3.05')], { on: '2026-05-19', by: 'eve', kind: 'further', why: null })
    expect(more.map(({ run, by, counts }) => [run, by, counts])).toEqual([[1, 'ana', true], [1, 'ana', true], [1, 'eve', true]])
    expect(toDetermineAgain(record, more, factors)).toEqual([])
    expect(resultsFrom(record, more, factors)).toMatchObject([{ value: '3.05', expanded: '0.07', counted: 'median', determinations: 3, run: 1 }])
  })
  it('an analysis anew takes the place of the earlier one, which stays as it was', () => {
    const again = runsAfter(first, [line('3.01')], { on: '2026-05-20', by: 'eve', kind: 'again', why: '标准曲线失效' })
    expect(again.map(({ run, value, why, counts }) => [run, value, why, counts])).toEqual([[1, '2.90', null, false], [1, '3.06', null, false], [2, '3.01', '标准曲线失效', true]])
  })
})

describe('the factors of the critical range', () => {
  /** P(range of n normals ≤ w) = n ∫ φ(x) [Φ(x + w) − Φ(x)]^(n−1) dx, by Simpson’s rule. */
  const within = (n: number, w: number): number => {
    const [from, to, steps] = [-8, 8, 800]
    const h = (to - from) / steps
    const at = (x: number): number => (Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)) * (normalCdf(x + w) - normalCdf(x)) ** (n - 1)
    let sum = at(from) + at(to)
    for (let k = 1; k < steps; k++) sum += at(from + k * h) * (k % 2 === 1 ? 4 : 2)
    return (n * sum * h) / 3
  }
  it.each(Object.entries(factors))('of %s is the 95 %% quantile to one place', (n, factor) => {
    expect(within(Number(n), Number(factor) - 0.05)).toBeLessThan(0.95)
    expect(within(Number(n), Number(factor) + 0.05)).toBeGreaterThan(0.95)
  })
})
