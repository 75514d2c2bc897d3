// The check digit of a vehicle identification number (GB 16735, the same reckoning as ISO 3779 and 49 CFR 565.15).
import { describe, expect, it } from 'vitest'
import { checkVin, vinWithin } from './vin.ts'

describe('a vehicle identification number', () => {
  // The example that the rule is usually taught by: 1M8GDM9A_KP042788 sums to 351, and 351 leaves ten, written X; and seventeen ones sum to 89 = 8·11 + 1.
  it.each(['1M8GDM9AXKP042788', '11111111111111111'])('%s is right', (vin) => expect(checkVin(vin)).toBe(true))
  it('is wrong with another check digit, with two characters exchanged, or with one misread', () => {
    for (const vin of ['1M8GDM9A1KP042788', '1M8GDM9AXKP024788', '1M8GDM9AXKP042789', '7M8GDM9AXKP042788']) expect(checkVin(vin), vin).toBe(false)
  })
  it('has seventeen characters, no I, O or Q, and no small letters', () => {
    for (const vin of ['1M8GDM9AXKP04278', '1M8GDM9AXKP0427888', '1I8GDM9AXKP042788', '1O8GDM9AXKP042788', '1Q8GDM9AXKP042788', '1m8gdm9axkp042788', '']) expect(checkVin(vin), vin).toBe(false)
  })
  it('lies in a range whatever its check digit says, for that follows from the others', () => {
    const [from, to] = ['LSVAA4183C2100001', 'LSVAA4184C2105000']
    // The check digit is 5 in the middle and 4 at the end: read as a text, the middle would lie outside.
    expect(vinWithin('LSVAA4185C2103000', from, to)).toBe(true)
    expect(vinWithin('LSVAA4186C2105001', from, to)).toBe(false)
    expect(vinWithin('LSVAA4181C2100000', from, to)).toBe(false)
    expect([vinWithin(from, from, null), vinWithin(to, from, null)]).toEqual([true, false])
  })
})
