// The declared rates: the same estimate from sums as from single samples, and no rate where unlike frames meet.
import { describe, expect, it } from 'vitest'
import { expansionOf } from './links.ts'
import { estimated, oneRate } from './measures.ts'
import { reweightedRate } from './pass-rate.ts'

const samples = [
  ...Array.from({ length: 50 }, (_, n) => ({ conforming: n >= 20, chance: 0.5 })),
  ...Array.from({ length: 50 }, () => ({ conforming: true, chance: 1 / 18 })),
]
const sum = (of: (one: (typeof samples)[number]) => string | number): number => samples.reduce((total, one) => total + Number(of(one)), 0)
const [expansion, spread] = [sum((one) => expansionOf(String(one.chance)).expansion), sum((one) => expansionOf(String(one.chance)).spread)]
const good = sum((one) => (one.conforming ? expansionOf(String(one.chance)).expansion : 0))
const goodSpread = sum((one) => (one.conforming ? expansionOf(String(one.chance)).spread : 0))

describe('the estimate from four sums', () => {
  it('is that of the single samples: 40 of 1,000 units fail, though 20 of 100 samples did', () => {
    const whole = reweightedRate(samples)
    const found = estimated({ weight: expansion, good, spread, goodSpread }, 100)
    expect(whole.rate).toBeCloseTo(0.96, 12)
    expect(found.value).toBe('96.00')
    expect(Number(found.low)).toBeCloseTo(100 * whole.low, 2)
    expect(Number(found.high)).toBeCloseTo(100 * whole.high, 2)
  })
  it('is not given from one sample', () => expect(estimated({ weight: 3, good: 3, spread: 6, goodSpread: 6 }, 1).value).toBeNull())
})

describe('one rate for a place', () => {
  const part = (value: number) => ({ value: String(value), n: 100, coverage: null })
  const parts = (random: number, statistical: number, risk: number) => ({
    'supervision.share-random': part(random), 'supervision.share-statistical': part(statistical), 'supervision.share-risk-directed': part(risk),
    'supervision.expansion': part(expansion), 'supervision.goodExpansion': part(good), 'supervision.spread': part(spread), 'supervision.goodSpread': part(goodSpread),
  })
  it('is given where all samples come from one frame that chance ruled', () => {
    expect(oneRate(parts(100, 0, 0)).value).toBe('96.00')
    expect(oneRate(parts(0, 100, 0)).value).toBe('96.00')
  })
  it.each([[50, 50, 0], [99, 0, 1], [0, 90, 10]])('is refused where frames mix: random %d, statistical %d, risk-directed %d', (...shares) => {
    const found = oneRate(parts(...shares))
    expect(found.value).toBeNull()
    expect(found.why?.en).toContain('unlike frames')
  })
  it('is never given for a risk-directed plan', () => {
    expect(oneRate(parts(0, 0, 100))).toMatchObject({ value: null, why: { en: expect.stringContaining('discovery') } })
  })
})
