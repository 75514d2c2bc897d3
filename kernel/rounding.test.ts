// Rounding by GB/T 8170: the standard's vectors, the exact path for quotients, comparison with a limit, and the algebra.
import fc from 'fast-check'
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { add, ceiling, compareFractions, divide, mean, meanOfFractions, roundFraction, subtract } from './fraction.ts'
import { compareDecimals, compareWithLimit, decimalPlaces, fromScaled, plainly } from './rounding.ts'
import { roundHalfEven, roundQuotient, toScaled, trimZeros } from './rounding.ts'

const decimal = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 9 }))
  .map(([scaled, places]) => fromScaled(scaled, places))

describe('rounding half to even', () => {
  it.each([
    ['12.1498', 1, '12.1'],
    ['1.050', 1, '1.0'],
    ['0.350', 1, '0.4'],
    ['2.5', 0, '2'],
    ['3.5', 0, '4'],
    ['-2.5', 0, '-2'],
    ['15.4546', 0, '15'],
  ])('gives the vector of GB/T 8170 for %s at %i places: %s', (value, places, expected) => {
    expect(roundHalfEven(value, places)).toBe(expected)
  })
  it('rounds once: 15.4546 is 15 although 15.455, 15.46, 15.5 would lead to 16', () => {
    const step = ['15.4546', '15.455', '15.46', '15.5']
    expect(step.map((value) => roundHalfEven(value, 0))).toEqual(['15', '15', '15', '16'])
  })
  it('is not misled by binary floats: 1.005 and 8.345 are exact halves', () => {
    expect(roundHalfEven('1.005', 2)).toBe('1.00')
    expect(roundHalfEven('8.345', 2)).toBe('8.34')
    expect(roundHalfEven('8.3450000000000000000001', 2)).toBe('8.35')
  })
  it('keeps trailing zeros, carries through nines and has no negative zero', () => {
    expect(roundHalfEven('1.5', 3)).toBe('1.500')
    expect(roundHalfEven('999.96', 1)).toBe('1000.0')
    expect(roundHalfEven('99999999999999999999.5', 0)).toBe('100000000000000000000')
    expect(roundHalfEven('-0.04', 1)).toBe('0.0')
    expect(roundHalfEven('007.10', 1)).toBe('7.1')
  })
  it('rounds to tens and hundreds', () => {
    expect(roundHalfEven('1250', -2)).toBe('1200')
    expect(roundHalfEven('1350.00', -2)).toBe('1400')
    expect(roundHalfEven('-45', -1)).toBe('-40')
    expect(roundHalfEven('4', -1)).toBe('0')
  })
  it('reads exponents exactly and takes nothing that is not a decimal', () => {
    expect(plainly('1.5e-7')).toBe('0.00000015')
    expect(roundHalfEven('2.5e3', 0)).toBe('2500')
    for (const text of ['', 'NaN', '—', '1,5', '0x10', ' 1']) expect(() => roundHalfEven(text, 1)).toThrow('fault')
  })
  it('agrees with an independent implementation', () => {
    const places = fc.integer({ min: 0, max: 8 })
    const peer = Decimal.clone({ precision: 60 })
    fc.assert(
      fc.property(decimal, places, (value, kept) => {
        const expected = new peer(value).toFixed(kept, Decimal.ROUND_HALF_EVEN)
        expect(roundHalfEven(value, kept)).toBe(/[1-9]/.test(expected) ? expected : expected.replace('-', ''))
      }),
      { numRuns: 500 },
    )
  })
  it('is idempotent, odd and never further than half a place away', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const rounded = roundHalfEven(value, places)
        expect(roundHalfEven(rounded, places)).toBe(rounded)
        const mirrored = (given: string) => (given.startsWith('-') ? given.slice(1) : `-${given}`)
        expect(compareDecimals(roundHalfEven(mirrored(value), places), mirrored(rounded))).toBe(0)
        const distance = new Decimal(rounded).minus(value).abs()
        expect(distance.lte(new Decimal(10).pow(-places).div(2))).toBe(true)
      }),
    )
  })
  it('keeps the order of values', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 4 }), (left, right, places) => {
        const [small, large] = compareDecimals(left, right) <= 0 ? [left, right] : [right, left]
        expect(compareDecimals(roundHalfEven(small, places), roundHalfEven(large, places))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('comparison with a limit', () => {
  it('takes the value as it is unless the standard says to round first', () => {
    expect(compareWithLimit('75.4', '75')).toBe(1)
    expect(compareWithLimit('75.4', '75', 'rounded')).toBe(0)
    expect(compareWithLimit('75.5', '75', 'rounded')).toBe(1)
    expect(compareWithLimit('74.5', '75', 'rounded')).toBe(-1)
  })
  it('orders by value, not by spelling', () => {
    expect(compareDecimals('1.0', '1')).toBe(0)
    expect(compareDecimals('10', '9')).toBe(1)
    expect(compareDecimals('-0.0', '0')).toBe(0)
    expect(compareDecimals('100000000000000000.1', '100000000000000000.2')).toBe(-1)
  })
})

describe('exact fractions', () => {
  it('divide and round in one step', () => {
    expect(roundQuotient(1n, 3n, 3)).toBe('0.333')
    expect(roundQuotient(-1n, 8n, 2)).toBe('-0.12')
    expect(roundFraction(divide('186', '160'), 3)).toBe('1.162')
    expect(roundFraction(divide('1', '-3'), 2)).toBe('-0.33')
    expect(() => divide('1', '0')).toThrow('fault')
  })
  it('take a mean of decimals without losing a digit, and none of no values', () => {
    expect(roundFraction(mean(['0.1', '0.2', '0.3']) ?? '', 20)).toBe('0.20000000000000000000')
    expect(mean([])).toBeNull()
    expect(meanOfFractions([])).toBeNull()
    expect(roundFraction(meanOfFractions([divide('1', '3'), divide('2', '3')]) ?? '', 1)).toBe('0.5')
  })
  it('round up only what is above a whole number', () => {
    expect([ceiling('100'), ceiling('100.0000001'), ceiling(divide('300', '3')), ceiling('-1.5')]).toEqual([100n, 101n, 100n, -1n])
  })
  it('keep the laws of arithmetic', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        expect(compareFractions(add(left, right), add(right, left))).toBe(0)
        expect(compareFractions(subtract(add(left, right), right), left)).toBe(0)
      }),
    )
  })
  it('sum large sets of decimals as integers do', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 60 }), (values) => {
        const scaled = values.reduce((sum, value) => sum + toScaled(value, 9), 0n)
        const exact = mean(values)
        expect(exact && compareFractions(exact, { numerator: scaled, denominator: BigInt(values.length) * 10n ** 9n })).toBe(0)
      }),
    )
  })
  it('say how a decimal was written', () => {
    expect([decimalPlaces('1.50'), decimalPlaces('7'), decimalPlaces('1e-3')]).toEqual([2, 0, 3])
    expect([trimZeros('1.500'), trimZeros('100'), trimZeros('-0.0'), trimZeros('0.00')]).toEqual(['1.5', '100', '0', '0'])
  })
})
