// Each class of products stands for one class of GB/T 4754-2017, and no two for the same.
import { describe, expect, it } from 'vitest'
import { productClasses } from './product-class.ts'

describe('classes of products', () => {
  const codes = Object.values(productClasses).map((each) => each.code)
  it('each has a code of the form section letter and four digits, all in manufacturing', () =>
    expect(codes.filter((code) => !/^C(1[3-9]|2\d|3\d|4[0-3])\d{2}$/.test(code))).toEqual([]))
  it('no code stands for two classes', () => expect(new Set(codes).size).toBe(codes.length))
})
