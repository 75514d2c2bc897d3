// The percentile of HJ 663: its worked values, its edges, and its agreement with the definition.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentile } from './percentile.ts'
import { compareDecimals } from './rounding.ts'

const worked = ['90', '12', '131', '33', '41', '47', '25', '58', '75', '66']

describe('the percentile of HJ 663', () => {
  it.each([
    ['50', '52.5'],
    ['90', '94.1'],
    ['95', '112.55'],
    ['98', '123.62'],
    ['0', '12'],
    ['100', '131'],
  ])('gives P%s of the ten worked values as %s', (percent, expected) => {
    expect(percentile(worked, percent)).toBe(expected)
  })
  it('of one value is that value, and of none there is none', () => {
    expect(percentile(['7.30'], '95')).toBe('7.3')
    expect(percentile([], '95')).toBeNull()
  })
  it('refuses a percentage outside 0 to 100', () => {
    expect(() => percentile(worked, '101')).toThrow('fault')
    expect(() => percentile(worked, '-1')).toThrow('fault')
  })
  it('is exact for values that no float holds, and gives the same on either path', () => {
    expect(percentile(['0.1', '0.2'], '50')).toBe('0.15')
    expect(percentile(['10000000000000000.1', '10000000000000000.3'], '50')).toBe('10000000000000000.2')
    expect(percentile(['1', '2', '4'], '97.5')).toBe('3.9')
  })
  it('does not depend on the order of the values, lies between them and grows with the percentage', () => {
    const value = fc.integer({ min: 0, max: 99999 }).map((tenths) => String(tenths / 10))
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), percent, percent, (values, one, other) => {
        const [low, high] = [String(Math.min(one, other)), String(Math.max(one, other))]
        const at = percentile(values, low) as string
        expect(percentile([...values].reverse(), low)).toBe(at)
        expect(compareDecimals(at, percentile(values, high) as string)).toBeLessThanOrEqual(0)
        expect(compareDecimals(percentile(values, '0') as string, at)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
