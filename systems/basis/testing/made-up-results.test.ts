// Screening for made-up results: what honest data do not raise, what invented data do, and when a test must be silent.
import { describe, expect, it } from 'vitest'
import { resultScreening } from '../../../jurisdictions/china/testing/screening.ts'
import { normalQuantile } from '../../../kernel/distribution.ts'
import { copied, firstDigits, impossibleTimes, lastDigits, tooEven, type ScreeningRules } from './made-up-results.ts'

const rules: ScreeningRules = resultScreening.versions[0].value
/** Evenly spread chances in a mixed order (golden ratio), so that a test never depends on luck. */
const chance = (n: number): number => (0.5 + n * 0.6180339887498949) % 1
const normal = (n: number): number => normalQuantile(Math.min(0.999999, Math.max(0.000001, chance(n))))

describe('last digits', () => {
  it('of honest readings are even and raise nothing', () => {
    const readings = Array.from({ length: 500 }, (_, n) => (25 + 3 * normal(n)).toFixed(2))
    expect(lastDigits(readings, rules)).toMatchObject({ raised: false })
  })
  it('of numbers thought up, full of fives and zeros, raise a check with its chance', () => {
    const thought = Array.from({ length: 300 }, (_, n) => `12.${n % 7}${n % 3 === 0 ? 5 : n % 10}`)
    const found = lastDigits(thought, rules)!
    expect(found.raised).toBe(true)
    expect(found.p).toBeLessThan(1e-10)
    expect(found.words.en).toContain('5 being')
  })
  it('of a worked count: 200 values, 38 of one digit and 18 of each other, have χ² 18 on 9 degrees, p 0.035', () => {
    const written = Array.from({ length: 200 }, (_, n) => `1.${n < 38 ? 0 : 1 + ((n - 38) % 9)}`)
    expect(lastDigits(written, rules)!.p).toBeCloseTo(0.0352, 4)
  })
  it('say nothing from too few values', () => expect(lastDigits(['1.0', '2.0'], rules)).toBeNull())
})

describe('first digits', () => {
  it('of powers of two, and of amounts over many magnitudes, follow Benford', () => {
    expect(firstDigits(Array.from({ length: 300 }, (_, n) => 2 ** n), rules)).toMatchObject({ raised: false })
  })
  it('spread evenly over 1 to 9 do not', () => {
    const even = Array.from({ length: 900 }, (_, n) => (1 + (n % 9)) * 10 ** (n % 4))
    expect(firstDigits(even, rules)).toMatchObject({ raised: true })
  })
  it('of values within one magnitude say nothing: the heights of people do not follow Benford either', () => {
    expect(firstDigits(Array.from({ length: 500 }, (_, n) => 150 + (n % 50)), rules)).toBeNull()
    expect(firstDigits([], rules)).toBeNull()
  })
})

describe('repeats', () => {
  it('as good as the method are no question, ten times better are', () => {
    const pairs = (sigma: number) => Array.from({ length: 40 }, (_, n) => [5, 5 + Math.SQRT2 * sigma * normal(n)] as const)
    expect(tooEven(pairs(0.1), 0.1, rules)).toMatchObject({ raised: false })
    expect(tooEven(pairs(0.01), 0.1, rules)).toMatchObject({ raised: true })
    expect(tooEven(pairs(0.3), 0.1, rules)).toMatchObject({ raised: false })
    expect(tooEven(pairs(0.01).slice(0, 5), 0.1, rules)).toBeNull()
  })
})

describe('reports', () => {
  const parameters = ['pH', 'lead', 'ash', 'fat', 'protein', 'water', 'salt', 'sugar']
  const report = (n: number) => ({
    report: `BG-${n}`,
    results: Object.fromEntries(parameters.map((parameter, at) => [parameter, (10 + normal(n * 8 + at)).toFixed(2)])),
  })
  const honest = Array.from({ length: 60 }, (_, n) => report(n))
  it('of sixty samples measured apart raise nothing', () => expect(copied(honest, rules)).toEqual([]))
  it('of which one repeats another in seven of eight results are asked about, and only those two', () => {
    const copy = { report: 'BG-copy', results: { ...honest[7]!.results, sugar: '9.99' } }
    const found = copied([...honest, copy], rules)
    expect(found.map((check) => check.pair)).toEqual([['BG-7', 'BG-copy']])
    expect(found[0]!.words.zh).toContain('8 项共同参数中有 7 项')
  })
  it('that share what all share are not: below the detection limit is no likeness', () => {
    const clean = Array.from({ length: 30 }, (_, n) => ({ report: `BG-${n}`, results: Object.fromEntries(parameters.map((each) => [each, '<0.01'])) }))
    expect(copied(clean, rules)).toEqual([])
  })
})

describe('time', () => {
  it('that a culture of 48 hours cannot have been done in is asked about, without a chance', () => {
    const found = impossibleTimes([
      { report: 'BG-1', method: 'GB 4789.2', hours: 20, least: 48 }, { report: 'BG-2', method: 'GB 4789.2', hours: 48, least: 48 },
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ pattern: 'impossible-time', p: null, raised: true })
    expect(found[0]!.words.en).toBe('Report BG-1 took 20 hours by GB 4789.2, which needs 48')
  })
})
