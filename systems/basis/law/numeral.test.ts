// Chinese numerals of statutes, both ways.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestNumeral, parseNumeral, printNumeral } from './numeral.ts'

describe('Chinese numerals', () => {
  it.each([
    [0, '零'], [1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [99, '九十九'], [100, '一百'], [101, '一百零一'], [110, '一百一十'],
    [115, '一百一十五'], [133, '一百三十三'], [1000, '一千'], [1001, '一千零一'], [1010, '一千零一十'], [1202, '一千二百零二'],
    [10_000, '一万'], [10_001, '一万零一'], [100_000, '十万'], [120_034, '十二万零三十四'], [10_000_000, '一千万'],
  ])('writes %i as %s and reads it back', (number, text) => {
    expect(printNumeral(number)).toBe(text)
    expect(parseNumeral(text)).toBe(number)
  })

  it('reads back every number that it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: largestNumeral }), (number) => parseNumeral(printNumeral(number)) === number))
  })

  it('never writes a doubled or trailing zero sign', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: largestNumeral }), (number) => !/零零|零$|^零/.test(printNumeral(number))))
  })

  it('reads years digit by digit, arabic and full-width figures', () => {
    expect(parseNumeral('二〇一六')).toBe(2016)
    expect(parseNumeral('133')).toBe(133)
    expect(parseNumeral('１３３')).toBe(133)
    expect(parseNumeral('一十')).toBe(10)
  })

  it.each(['', '条', '百一', '一百十', '一百零十', '十百', '一万万', '二二十', '一百一'])('takes %j for no numeral rather than guessing', (text) => {
    expect(parseNumeral(text)).toBeNull()
  })

  it('refuses to write what has no numeral', () => {
    expect(() => printNumeral(-1)).toThrow(RangeError)
    expect(() => printNumeral(1.5)).toThrow(RangeError)
  })
})
