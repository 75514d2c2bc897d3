// Distributions against values computed at forty digits, and the identities that tie them together.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as distribution from './distribution.ts'

type Row = readonly [keyof typeof distribution, readonly number[], string]
const rows = JSON.parse(readFileSync(new URL('../tests/reference/statistics/distributions.json', import.meta.url), 'utf8')) as Row[]
const { betaCdf, betaQuantile, binomialCdf, binomialMass, gammaCdf, gammaQuantile, negativeBinomialMass, negativeBinomialQuantile } =
  distribution
const { normalCdf, normalQuantile, poissonCdf, poissonMass, studentQuantile } = distribution

describe('the reference values', () => {
  it.each(rows)('%s of %j is %s', (name, given, value) => {
    const found = (distribution[name] as (...numbers: readonly number[]) => number)(...given)
    expect(Math.abs(found - Number(value))).toBeLessThanOrEqual(1e-13 * Math.abs(Number(value)) + 5e-15 * Number(name === 'logGamma'))
  })
})

describe('a quantile', () => {
  const chance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
  const shape = fc.double({ min: 0.2, max: 500, noNaN: true })
  it('is where its distribution function has the probability', () => {
    fc.assert(
      fc.property(chance, shape, shape, (p, a, b) => {
        expect(gammaCdf(gammaQuantile(p, a), a)).toBeCloseTo(p, 11)
        // Near 1 a float apart may be much probability, so the neighbours must lie on either side.
        const q = betaQuantile(p, a, b)
        expect(betaCdf(q * (1 - 4e-16), a, b)).toBeLessThanOrEqual(p + 1e-12)
        expect(betaCdf(q * (1 + 4e-16), a, b)).toBeGreaterThanOrEqual(p - 1e-12)
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
      }),
      { numRuns: 200 },
    )
  })
  it('of Student with many degrees of freedom is that of the normal', () => {
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975))
    expect(studentQuantile(0.975, 1e9)).toBeCloseTo(1.959964, 6)
    expect(studentQuantile(0.5, 3)).toBe(0)
  })
  it('of a count is the least count that reaches the probability', () => {
    let sum = 0
    for (let k = 0; k <= 11; k++) {
      expect(sum).toBeLessThan(0.95)
      sum += negativeBinomialMass(k, 3, 0.4)
    }
    expect(sum).toBeGreaterThanOrEqual(0.95)
    expect(negativeBinomialQuantile(0.95, 3, 0.4)).toBe(11)
  })
  it.each([0, 1, -0.1, Number.NaN])('is not asked at %d', (p) => {
    expect(() => normalQuantile(p)).toThrow()
    expect(() => betaQuantile(p, 1, 1)).toThrow()
  })
})

describe('the counts', () => {
  it('add up to their distribution function', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
        let [binomial, poisson] = [0, 0]
        for (let k = 0; k < n; k++) {
          binomial += binomialMass(k, n, p)
          poisson += poissonMass(k, n * p)
          expect(binomialCdf(k, n, p)).toBeCloseTo(binomial, 12)
          expect(poissonCdf(k, n * p)).toBeCloseTo(poisson, 12)
        }
      }),
      { numRuns: 50 },
    )
  })
})
