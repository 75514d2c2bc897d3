// Verdicts with and without a guard band, as JCGM 106:2012, 8.2–8.3 draws them: the acceptance limit moves, the measured value does not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptanceLimit, verdictOf, verdictOfAll, type Judged } from './conformity.ts'

const judged = (more: Partial<Judged>): Judged => ({ value: '1.5', limit: '1.5', comparison: 'atMost', expanded: '0.2', rule: 'simple', ...more })

describe('an upper limit of 1.5 with an expanded uncertainty of 0.2', () => {
  it.each([
    ['simple', '1.5', 'meets'],
    ['simple', '1.500001', 'fails'],
    ['guarded', '1.3', 'meets'],
    ['guarded', '1.4', 'fails'],
    ['guardedRejection', '1.7', 'meets'],
    ['guardedRejection', '1.8', 'fails'],
  ] as const)('%s: %s %s', (rule, value, verdict) => expect(verdictOf(judged({ rule, value }))).toBe(verdict))
})

describe('a lower limit', () => {
  it('is drawn in upwards', () => expect(acceptanceLimit(judged({ comparison: 'atLeast', rule: 'guarded' }))!.toFixed()).toBe('1.7'))
  it('is pushed out downwards', () => expect(acceptanceLimit(judged({ comparison: 'atLeast', rule: 'guardedRejection' }))!.toFixed()).toBe('1.3'))
})

describe('what cannot be decided is not decided', () => {
  it('a guarded rule without an uncertainty', () => expect(verdictOf(judged({ rule: 'guarded', expanded: null }))).toBe('undecided'))
  it('no limit, or none asked for', () => {
    expect(verdictOf(judged({ limit: null }))).toBe('reported')
    expect(verdictOf(judged({ comparison: 'reported' }))).toBe('reported')
  })
  it('one failing line fails all; one undecided line leaves a passing report open', () => {
    expect(verdictOfAll(['meets', 'undecided', 'fails'])).toBe('fails')
    expect(verdictOfAll(['meets', 'undecided'])).toBe('undecided')
    expect(verdictOfAll(['meets', 'reported'])).toBe('meets')
  })
})

it('guarded acceptance never accepts what simple acceptance rejects, nor does simple accept what guarded rejection rejects', () => {
  const decimal = fc.integer({ min: 0, max: 3000 }).map((n) => (n / 1000).toFixed(3))
  fc.assert(
    fc.property(decimal, decimal, decimal, fc.constantFrom('atMost', 'atLeast'), (value, limit, expanded, comparison) => {
      const by = (rule: Judged['rule']) => (verdictOf({ value, limit, expanded, comparison, rule } as Judged) === 'meets' ? 1 : 0)
      expect(by('guarded')).toBeLessThanOrEqual(by('simple'))
      expect(by('simple')).toBeLessThanOrEqual(by('guardedRejection'))
    }),
  )
})
