// How a permit stood on a day: before it began, in its term, past it, suspended and back, renewed after a gap.
import { describe, expect, it } from 'vitest'
import { asRegistered, stoodOn, type Registered } from './permit-on-day.ts'

const course = [
  { on: '2024-01-10', standing: 'valid', to: '2026-06-30' },
  { on: '2026-04-01', standing: 'suspended', to: '2026-06-30' },
  { on: '2026-05-08', standing: 'valid', to: '2026-06-30' },
  { on: '2026-07-15', standing: 'valid', to: '2031-07-14' },
  { on: '2027-01-01', standing: 'revoked', to: '2031-07-14' },
] as const

describe('a permit on a day', () => {
  it.each([
    ['2024-01-09', 'notYet', '2026-06-30'], ['2024-01-10', 'valid', '2026-06-30'], ['2026-03-31', 'valid', '2026-06-30'], ['2026-04-01', 'suspended', '2026-06-30'],
    ['2026-05-07', 'suspended', '2026-06-30'], ['2026-05-08', 'valid', '2026-06-30'], ['2026-06-30', 'valid', '2026-06-30'], ['2026-07-01', 'expired', '2026-06-30'],
    ['2026-07-15', 'valid', '2031-07-14'], ['2026-12-31', 'valid', '2031-07-14'], ['2027-01-01', 'revoked', '2031-07-14'],
  ])('%s: %s', (on, registered, validTo) => expect(stoodOn(course, on)).toEqual({ registered, validTo }))
  it('without a term never expires', () => expect(stoodOn([{ on: '2020-01-01', standing: 'valid', to: null }], '2040-01-01').registered).toBe('valid'))
})

describe('what was ticked against the register', () => {
  const shown = (found: string, note: string | null = null) => [{ kind: 'production', permit: ' XK-1 ', found, note }]
  const said = (registered: Registered['registered'], kind: Registered['kind'] = 'production'): readonly Registered[] =>
    [{ kind, permit: 'XK-1', registered, validTo: null, issuerName: null }]
  const refused = (...given: Parameters<typeof asRegistered>): boolean => {
    try {
      asRegistered(...given)
      return false
    } catch {
      return true
    }
  }
  it('valid against an expired, suspended, revoked, cancelled or foreign one is refused, unless the inspector says what was shown', () => {
    for (const standing of ['expired', 'suspended', 'revoked', 'cancelled', 'notYet', 'otherHolder'] as const) {
      expect(refused(shown('valid'), said(standing)), standing).toBe(true)
      expect(refused(shown('valid', '出示了延续后的许可证'), said(standing)), standing).toBe(false)
      expect(refused(shown('expired'), said(standing)), standing).toBe(false)
    }
  })
  it('valid stands where the register agrees, does not know the number, or another made the certified goods', () => {
    expect(refused(shown('valid'), said('valid'))).toBe(false)
    expect(refused(shown('valid'), said('notFound'))).toBe(false)
    expect(refused(shown('valid'), null)).toBe(false)
    expect(refused([{ kind: 'ccc', permit: 'XK-1', found: 'valid', note: null }], said('otherHolder', 'ccc'))).toBe(false)
  })
})
