// Uncertainty, statements of conformity and proficiency against the examples of the GUM, JCGM 106, ISO 13528 and ISO 5725-5.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../kernel/distribution.ts'
import { capabilityIndex, conformanceProbability, greatestRisk, riskOf, simpleAllowed, statementOf, uncertaintyRatio } from './decision-rule.ts'
import {
  algorithmA, consensusUncertainty, enScore, negligible, performanceOf, performanceOfEn, robust, zeta, zPrime, zScore,
} from './proficiency.ts'
import { combine, expand, observedCorrelation, reported, typeA, type Quantity } from './uncertainty.ts'

const read = (path: string): string => readFileSync(new URL(`../../../tests/${path}`, import.meta.url), 'utf8')
const quantity = (symbol: string, value: number, u: number, freedom = Infinity): Quantity => ({ symbol, value, u, freedom })

describe('the end gauge of the GUM (H.1), in nanometres', () => {
  // l = l_s + d1 + d2 + d3 − l_s(δα·(θ + Δ) + α_s·δθ): nine inputs.
  const inputs = [
    quantity('ls', 50000623, 25, 18), quantity('d', 215, 5.8, 24), quantity('d1', 0, 3.9, 5), quantity('d2', 0, 6.7, 8),
    quantity('αs', 11.5e-6, 1.2e-6), quantity('δα', 0, 0.58e-6, 50), quantity('θ', -0.1, 0.2), quantity('Δ', 0, 0.35),
    quantity('δθ', 0, 0.029, 2),
  ]
  const found = combine((ls, d, d1, d2, as, da, t, cyclic, dt) => ls! + d! + d1! + d2! - ls! * (da! * (t! + cyclic!) + as! * dt!), inputs)
  it('is 50.000838 mm with u = 32 nm (31.7051054) and 16 effective degrees of freedom (16.6445913)', () => {
    expect(found.value).toBeCloseTo(50000838, 6)
    // metRology differentiates with a coarser step: the sixth digit.
    expect(found.u).toBeCloseTo(31.7051054, 4)
    expect(found.freedom).toBeCloseTo(16.6445913, 3)
    expect([Math.round(found.u), Math.floor(found.freedom!)]).toEqual([32, 16])
  })
  it('has U = 93 nm at 99 % with 16 degrees of freedom, and 67 nm at 95 % with k = 2.11325', () => {
    expect(expand({ u: found.u, freedom: Math.floor(found.freedom!) }, 0.99).U).toBeCloseTo(93, 0)
    expect(expand(found).k).toBeCloseTo(2.11325, 5)
    expect(reported(found.value, expand(found).U)).toEqual({ value: '50000838', U: '67' })
  })
  it('owes most to the standard, then to the difference of temperature', () => {
    const order = found.contributions.toSorted((a, b) => b.u - a.u).map((each) => each.symbol)
    expect(order.slice(0, 2)).toEqual(['ls', 'δθ'])
    expect(found.contributions.find((each) => each.symbol === 'αs')!.u).toBe(0)
  })
})

describe('the simultaneous resistance and reactance of the GUM (H.2)', () => {
  const volts = [5.007, 4.994, 5.005, 4.99, 4.999]
  const milliamperes = [19.663, 19.639, 19.64, 19.685, 19.678]
  const phases = [1.0456, 1.0438, 1.0468, 1.0428, 1.0433]
  const [amperes, inputs] = [milliamperes.map((each) => each / 1000), [volts, milliamperes.map((each) => each / 1000), phases]]
  const means = inputs.map((each, at) => typeA(['V', 'I', 'φ'][at]!, each))
  const correlations = [
    { of: ['V', 'I'], r: observedCorrelation(volts, amperes) }, { of: ['V', 'φ'], r: observedCorrelation(volts, phases) },
    { of: ['I', 'φ'], r: observedCorrelation(amperes, phases) },
  ] as const
  it('has the correlations −0.36, 0.86 and −0.65', () => {
    expect(correlations.map(({ r }) => r.toFixed(2))).toEqual(['-0.36', '0.86', '-0.65'])
  })
  it.each([
    ['R', (V: number, I: number, phi: number) => (V / I) * Math.cos(phi), '127.732', '0.071'],
    ['X', (V: number, I: number, phi: number) => (V / I) * Math.sin(phi), '219.847', '0.295'],
    ['Z', (V: number, I: number) => V / I, '254.260', '0.236'],
  ] as const)('gives %s', (_, model, value, u) => {
    const found = combine(model as (...values: number[]) => number, means, correlations)
    expect(found.value.toFixed(3)).toBe(value)
    // The GUM prints 0.295 for X where its own readings give 0.29558.
    expect(Math.abs(found.u - Number(u))).toBeLessThanOrEqual(0.001)
    expect(found.freedom).toBeNull()
  })
})

describe('propagation', () => {
  it('through a + 2b + 3c + d/2 is that of metRology', () => {
    const { linear } = JSON.parse(read('conformance/measurement/expected.json')) as {
      readonly linear: { readonly x: Record<string, number>; readonly u: Record<string, number>; readonly y: number; readonly 'u.y': number }
    }
    const inputs = ['a', 'b', 'c', 'd'].map((symbol) => quantity(symbol, linear.x[symbol]!, linear.u[symbol]!))
    const found = combine((a, b, c, d) => a! + b! * 2 + c! * 3 + d! / 2, inputs)
    expect(found.value).toBe(linear.y)
    expect(found.u).toBeCloseTo(linear['u.y'], 10)
    expect(found.freedom).toBe(Infinity)
  })
  it('through 2.3(0.030, ν 5) × 1.1(0.015, ν 9999) gives 2.53, u 0.0477414914, ν 21.8896501, k 2.0744794, U 0.099', () => {
    const found = combine((a, b) => a! * b!, [quantity('a', 2.3, 0.03, 5), quantity('b', 1.1, 0.015, 9999)])
    const { k, U } = expand(found)
    expect(found.value).toBeCloseTo(2.53, 12)
    expect(found.u).toBeCloseTo(0.0477414914, 9)
    expect(found.freedom).toBeCloseTo(21.8896501, 6)
    expect(k).toBeCloseTo(2.0744794, 6)
    expect(reported(found.value, U)).toEqual({ value: '2.530', U: '0.099' })
  })
  it('of fully correlated equal inputs in a difference leaves nothing, in a sum twice', () => {
    const inputs = [quantity('a', 1, 0.1), quantity('b', 1, 0.1)]
    const tied = [{ of: ['a', 'b'], r: 1 }] as const
    expect(combine((a, b) => a! - b!, inputs, tied).u).toBeCloseTo(0, 9)
    expect(combine((a, b) => a! + b!, inputs, tied).u).toBeCloseTo(0.2, 9)
    expect(() => combine((a, b) => a! + b!, inputs, [{ of: ['a', 'c'], r: 0.5 }])).toThrow()
  })
  it('is printed with two digits of U, half to even', () => {
    expect(reported(10.0455, 0.0125)).toEqual({ value: '10.046', U: '0.012' })
    expect(reported(1234.56, 137)).toEqual({ value: '1235', U: '137' })
  })
})

describe('a statement of conformity', () => {
  it.each([[9.9, 0.2, undefined, 10, 0.841345], [99.5, 0.6, 99, 101, 0.952209]])('for %d with U %d conforms with probability as computed', (y, U, lower, upper, p) => {
    const tolerance = { ...(lower === undefined ? {} : { lower }), upper }
    expect(conformanceProbability(y, U / 2, tolerance)).toBeCloseTo(p, 6)
  })
  it('errs by at most 50 % without a guard band, 4.85 % with 0.83 U, 2.275 % with U', () => {
    expect(greatestRisk(0)).toBe(0.5)
    expect(greatestRisk(0.83)).toBeCloseTo(0.0485, 4)
    expect(greatestRisk(1)).toBeCloseTo(0.02275, 5)
  })
  it.each([
    ['9.8', 'pass'], ['9.81', 'conditional-pass'], ['10', 'conditional-pass'], ['10.01', 'conditional-fail'], ['10.2', 'conditional-fail'],
    ['10.21', 'fail'],
  ] as const)('of %s under 10 with U 0.2 is %s', (y, statement) => expect(statementOf(y, '0.2', { upper: '10' })).toBe(statement))
  it('compares decimals and not floats: 0.3 − 0.1 is room enough for a guard band of 0.2', () => {
    expect(statementOf('0.1', '0.2', { upper: '0.3' })).toBe('pass')
    expect(statementOf('99.5', '0.6', { lower: '99', upper: '101' })).toBe('conditional-pass')
    expect(statementOf('98.2', '0.6', { lower: '99', upper: '101' })).toBe('fail')
  })
  it('has the risk of being wrong: what it passed may not conform, what it failed may', () => {
    expect(riskOf(true, '9.9', '0.2', { upper: '10' })).toBeCloseTo(1 - 0.841345, 6)
    expect(riskOf(false, '9.9', '0.2', { upper: '10' })).toBeCloseTo(0.841345, 6)
    expect(riskOf(true, '10', '0.2', { upper: '10' })).toBeCloseTo(0.5, 12)
  })
  it('needs no guard band by JJF 1094 when U is a third of the permitted error', () => {
    expect([simpleAllowed('0.1', '0.3'), simpleAllowed('0.101', '0.3')]).toEqual([true, false])
    expect([capabilityIndex(2, 0.1), uncertaintyRatio(2, 0.2)]).toEqual([5, 5])
  })
})

describe('a proficiency round', () => {
  it('scores 10.6 against 10.0: z 2.4, z′ 2.285818, ζ 2.785430, E_n 1.392715', () => {
    expect(zScore(10.6, 10, 0.25)).toBeCloseTo(2.4, 9)
    expect(zPrime(10.6, 10, 0.25, 0.08)).toBeCloseTo(2.285818, 6)
    expect(zeta(10.6, 10, 0.2, 0.08)).toBeCloseTo(2.78543, 6)
    expect(enScore(10.6, 10, 0.4, 0.16)).toBeCloseTo(1.392715, 6)
  })
  it('is satisfactory up to 2, unsatisfactory from 3, and by E_n up to 1', () => {
    expect([2, -2, 2.01, -2.99, 3, -3].map(performanceOf)).toEqual(
      ['satisfactory', 'satisfactory', 'questionable', 'questionable', 'unsatisfactory', 'unsatisfactory'],
    )
    expect([1, -1, 1.01].map(performanceOfEn)).toEqual(['satisfactory', 'satisfactory', 'unsatisfactory'])
  })
  // Creosote, cell means of ISO 5725-5.
  const creosote = [24.14, 20.155, 19.5, 20.3, 20.705, 17.57, 20.1, 20.94, 21.185]
  it('finds the robust mean of the creosote laboratories: start, fourth step, and rest', () => {
    // metRology takes both factors unrounded: 1.4826, and 1.13339 = (2Φ(c) − 1 − 2cφ(c) + 2c²(1 − Φ(c)))^−½ at c = 1.5.
    const [c, density] = [1.5, Math.exp(-1.125) / Math.sqrt(2 * Math.PI)]
    const kept = 2 * normalCdf(c) - 1 - 2 * c * density + 2 * c * c * (1 - normalCdf(c))
    const steps = algorithmA(creosote, { start: 1.4826, winsorised: kept ** -0.5 })
    const at = (n: number) => [steps.at(n)!.mean, steps.at(n)!.deviation].map((x) => x.toFixed(6))
    expect(at(0)).toEqual(['20.300000', '0.948864'])
    expect(at(4)).toEqual(['20.411869', '1.037324'])
    // It stops where the deviation moves by less than 2^−13 of itself.
    const rest = steps.findIndex((step, n) => n > 0 && Math.abs(step.deviation / steps[n - 1]!.deviation - 1) < 2 ** -13)
    expect(at(rest)).toEqual(['20.412143', '1.067455'])
    expect(consensusUncertainty(1.067455, 9)).toBeCloseTo(0.444773, 6)
  })
  it('takes the rounded factors of ISO 13528 by default: the same mean, a deviation 0.2 % larger', () => {
    expect(algorithmA(creosote)[0]!.deviation).toBeCloseTo(1.483 * 0.64, 9)
    expect(robust(creosote)!.mean).toBeCloseTo(20.412143, 6)
    expect(robust(creosote)!.deviation / 1.067455).toBeCloseTo(1.002, 3)
  })
  it('is not carried off by one laboratory, and knows no spread of two', () => {
    const off = robust([...creosote.slice(1), 2414])!
    expect(Math.abs(off.mean - 20.4)).toBeLessThan(0.5)
    expect(robust([1, 2])).toBeNull()
    expect([negligible(0.07, 0.25), negligible(0.08, 0.25)]).toEqual([true, false])
  })
})
