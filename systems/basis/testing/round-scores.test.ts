// A round evaluated: the worked scores of ISO 13528, the creosote cell means of ISO 5725-5, the bounds, and what is refused.
import { describe, expect, it } from 'vitest'
import { evaluated, type RoundTerms, type Submitted } from './round-scores.ts'

const set: RoundTerms = { valueFrom: 'certified', assigned: '10.0', uAssigned: '0.08', sigmaFrom: 'prescribed', sigma: '0.25' }
const one = (value: string, expanded: string | null = null, number = 'NC1'): Submitted => ({ number, value, expanded })

describe('x = 10.6 with U = 0.40 against X = 10.0, u(X) = 0.08 and σ = 0.25', () => {
  it('is judged by z′ = 2.286, for 0.08 is not below 0.3 × 0.25; ζ = 2.785, Eₙ = 1.393', () => {
    const { judgedBy, scores, participants } = evaluated(set, [one('10.6', '0.40')], 10)
    expect({ judgedBy, participants }).toEqual({ judgedBy: 'zPrime', participants: 1 })
    expect(scores).toEqual([
      { code: 'NC1', value: '10.600000', expanded: '0.400000', z: '2.286', zeta: '2.785', en: '1.393', performance: 'questionable' },
    ])
  })
  it('is judged by z = 2.4 where the assigned value is known to 0.07', () => {
    const { judgedBy, scores } = evaluated({ ...set, uAssigned: '0.07' }, [one('10.6')], 10)
    expect([judgedBy, scores[0]!.z, scores[0]!.zeta]).toEqual(['z', '2.400', null])
  })
})

describe('the bounds', () => {
  const known = { ...set, assigned: '0', uAssigned: '0', sigma: '0.1' }
  it.each([
    ['0.2', '2.000', 'satisfactory'], ['0.200001', '2.000', 'questionable'], ['0.299999', '3.000', 'questionable'], ['0.3', '3.000', 'unsatisfactory'],
    ['-0.3', '-3.000', 'unsatisfactory'],
  ])('are those of decimals and hold before rounding: %s with σ = 0.1 has z %s and is %s', (value, z, performance) => {
    // A binary float makes 0.3/0.1 a little less than 3.
    expect(evaluated(known, [one(value)], 10).scores[0]).toMatchObject({ z, performance })
  })
})

describe('the creosote cell means (ISO 5725-5), value and deviation from the participants', () => {
  const means = ['24.140', '20.155', '19.500', '20.300', '20.705', '17.570', '20.100', '20.940', '21.185']
  const results = means.map((value, n) => one(value, null, `NC${n}`))
  const terms: RoundTerms = { valueFrom: 'participants', assigned: null, uAssigned: null, sigmaFrom: 'participants', sigma: null }
  // Published with unrounded factors: s* 1.067455 and u(X) 0.444773; those of ISO 13528, 1.483 and 1.134, give 0.2 % more.
  const near = (value: string, published: number) => expect(Math.abs(Number(value) / published - 1)).toBeLessThan(0.003)
  it('have the robust mean 20.412143, deviation 1.067455 and u(X) 0.444773, so that z′ is judged', () => {
    const found = evaluated(terms, results, 9)
    expect(found).toMatchObject({ assigned: '20.412143', judgedBy: 'zPrime', participants: 9 })
    near(found.sigma, 1.067455)
    near(found.uAssigned, 0.444773)
  })
  it('give 24.140 z′ 3.224 and 17.570 z′ −2.458, by hand (x − 20.412143)/√(1.067455² + 0.444773²)', () => {
    const { scores } = evaluated(terms, results, 9)
    near(scores[0]!.z, 3.2237)
    near(scores[5]!.z, -2.4577)
    expect(scores.map(({ performance }) => performance[0]).join('')).toBe('ussssqsss')
  })
  it('are too few where ten are asked for, and equal results have no spread to be measured by', () => {
    expect(() => evaluated(terms, results, 10)).toThrowError()
    expect(() => evaluated(terms, Array.from({ length: 12 }, () => one('5')), 10)).toThrowError()
    expect(() => evaluated(set, [], 10)).toThrowError()
  })
  it('may be scored by a prescribed deviation', () => {
    expect(evaluated({ ...terms, sigmaFrom: 'prescribed', sigma: '2' }, results, 9)).toMatchObject({ assigned: '20.412143', sigma: '2', judgedBy: 'z' })
  })
})
