// Operating curves against published tables and two independent programs, and the plans that pass through two points.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { acceptance, curve, planFor, qualityAt, stagedAcceptance } from './operating-curve.ts'
import { shareBeyond, shareOutside, variablesAcceptance, variablesPlanFor } from './variables-plan.ts'

const read = (path: string): string => readFileSync(new URL(`../../../tests/${path}`, import.meta.url), 'utf8')
const binomial = { law: 'binomial' } as const
interface Curve {
  readonly n: number
  readonly c: number
  readonly N: number
  readonly pd: readonly number[]
  readonly D: readonly number[]
  readonly pa: readonly number[]
}
const published = JSON.parse(read('conformance/iso2859/oc-curves.json')) as Record<'binomial' | 'hypergeometric', readonly Curve[]>

describe('the chance of acceptance', () => {
  const rows = parse(read('reference/supervision/oc_reference.csv'), { columns: true }) as Record<string, string>[]
  it('is that of R AcceptanceSampling and scipy for eleven plans at eight qualities', () => {
    expect(rows).toHaveLength(88)
    for (const { n, ac, p, Pa_binomial, Pa_poisson } of rows) {
      const plan = { n: Number(n), accept: Number(ac) }
      expect(acceptance(plan, Number(p), binomial)).toBeCloseTo(Number(Pa_binomial), 7)
      expect(acceptance(plan, Number(p), { law: 'poisson' })).toBeCloseTo(Number(Pa_poisson), 7)
    }
  })
  it('is that of AcceptanceSampling 1.0.11 from lots and from processes', () => {
    for (const { n, c, pd, pa } of published.binomial)
      pd.forEach((p, at) => expect(acceptance({ n, accept: c }, p, binomial)).toBeCloseTo(pa[at]!, 11))
    for (const { n, c, N, D, pa } of published.hypergeometric)
      D.forEach((bad, at) => expect(acceptance({ n, accept: c }, bad / N, { law: 'hypergeometric', lot: N })).toBeCloseTo(pa[at]!, 11))
  })
  it.each([[0, 1], [0.01, 0.9648243], [0.02, 0.87051277], [0.05, 0.51391424], [0.1, 0.14742788]])(
    'of 32 out of a lot of 500, one allowed, at a share of %d is %d',
    (share, pa) => expect(acceptance({ n: 32, accept: 1 }, share, { law: 'hypergeometric', lot: 500 })).toBeCloseTo(pa, 7),
  )
  it('of the double plan (125, 125; 1, 4 / 4, 5) is 0.48576800 at 2 % and 0.05280193 at 4 %', () => {
    const stages = [{ n: 125, accept: 1, reject: 4 }, { n: 125, accept: 4, reject: 5 }]
    expect(stagedAcceptance(stages, 0.02, 'binomial').acceptance).toBeCloseTo(0.485768, 7)
    expect(stagedAcceptance(stages, 0.04, 'binomial').acceptance).toBeCloseTo(0.05280193, 7)
    // At perfect quality the first sample decides.
    expect(stagedAcceptance(stages, 0, 'binomial')).toEqual({ acceptance: 1, averageUnits: 125 })
  })
  it('of a double plan whose first stage decides is that of the single plan', () => {
    const stages = [{ n: 80, accept: 2, reject: 3 }, { n: 80, accept: 9, reject: 10 }]
    expect(stagedAcceptance(stages, 0.03, 'poisson').acceptance).toBeCloseTo(acceptance({ n: 80, accept: 2 }, 0.03, { law: 'poisson' }), 12)
  })
})

describe('the quality accepted so often', () => {
  // Per cent at Pa 95, 50 and 10 %: GB/T 2828.1 tables 5 and 6 print them to three figures.
  it.each([
    [80, 3, 1.7257, 4.5708, 8.1603], [80, 2, 1.0298, 3.3285, 6.516], [32, 2, 2.6043, 8.269, 15.7875],
    [13, 0, 0.3938, 5.1922, 16.2322], [125, 5, 2.1108, 4.524, 7.2932], [200, 7, 2.0057, 3.8282, 5.8153],
  ])('by (%d; %d) is %d, %d and %d per cent', (n, accept, ...percents) => {
    const found = [0.95, 0.5, 0.1].map((probability) => 100 * qualityAt({ n, accept }, probability, 'binomial'))
    found.forEach((percent, at) => expect(percent).toBeCloseTo(percents[at]!, 4))
  })
  it('is where the curve has that height, for counts of nonconformities too', () => {
    for (const law of ['binomial', 'poisson'] as const)
      expect(acceptance({ n: 50, accept: 3 }, qualityAt({ n: 50, accept: 3 }, 0.3, law), { law })).toBeCloseTo(0.3, 12)
  })
  it('ends a drawn curve that only falls, from 1', () => {
    const points = curve({ n: 80, accept: 2 }, 'binomial')
    expect(points[0]).toEqual({ quality: 0, probability: 1 })
    expect(points.at(-1)?.probability).toBeCloseTo(0.001, 9)
    points.slice(1).forEach((point, at) => expect(point.probability).toBeLessThan(points[at]!.probability))
  })
})

describe('a plan through two points', () => {
  const [producer, consumer] = [{ quality: 0.05, probability: 0.95 }, { quality: 0.15, probability: 0.075 }]
  it('by counts is (80; 7), from a lot of 100 it is (47; 4)', () => {
    expect(planFor(producer, consumer, binomial)).toEqual({ n: 80, accept: 7 })
    expect(planFor(producer, consumer, { law: 'hypergeometric', lot: 100 })).toEqual({ n: 47, accept: 4 })
  })
  it('for 1 % and 10 % is (52; 2)', () => {
    expect(planFor({ quality: 0.01, probability: 0.95 }, { quality: 0.1, probability: 0.1 }, binomial)).toEqual({ n: 52, accept: 2 })
  })
  it('is the whole lot when the points are too near each other, and none when they contradict', () => {
    const lot = { law: 'hypergeometric', lot: 40 } as const
    expect(planFor({ quality: 0.1, probability: 0.999 }, { quality: 0.125, probability: 0.001 }, lot)).toEqual({ n: 40, accept: 4 })
    expect(planFor({ quality: 0.1, probability: 0.999 }, { quality: 0.1, probability: 0.001 }, lot)).toBeNull()
  })
  it('by values has n = 26, k = 1.322271 with σ known, and n = 49, k = 1.32654 with s', () => {
    const known = variablesPlanFor(producer, consumer, true)!
    expect(known.n).toBe(26)
    expect(known.k).toBeCloseTo(1.322271, 6)
    const estimated = variablesPlanFor(producer, consumer, false)!
    expect(estimated.n).toBe(49)
    // scipy's off-centre t gives 1.3265345691; the manual of AcceptanceSampling prints 1.326538, its present version 1.3265617,
    // since both stop a search early: at theirs the producer has 0.94998 and not 0.95.
    expect(estimated.k).toBeCloseTo(1.3265345691, 9)
    expect(estimated.k).toBeCloseTo(1.326538, 5)
    expect(estimated.k).toBeCloseTo(1.3265617, 4)
    expect(variablesAcceptance(estimated, 0.05)).toBeCloseTo(0.95, 9)
  })
})

describe('the share outside the limits, estimated from values', () => {
  it('is 0.020695626 for x̄ 255, s 15, n 42 above 225', () => {
    expect(shareOutside({ n: 42, mean: 255, deviation: 15, known: false }, { lower: 225 })).toBeCloseTo(0.020695626, 9)
  })
  it('is 0.021823118 for five values under 209, and 0.027992085 with 180 below', () => {
    const values = [197, 188, 184, 205, 201]
    const mean = values.reduce((a, b) => a + b) / 5
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4)
    expect(shareOutside({ n: 5, mean, deviation, known: false }, { upper: 209 })).toBeCloseTo(0.021823118, 9)
    expect(shareOutside({ n: 5, mean, deviation, known: false }, { upper: 209, lower: 180 })).toBeCloseTo(0.027992085, 9)
  })
  it('is 0.093816165 with σ 8 known, x̄ 110, n 10 above 100', () => {
    expect(shareOutside({ n: 10, mean: 110, deviation: 8, known: true }, { lower: 100 })).toBeCloseTo(0.093816165, 9)
  })
  it('that is still accepted follows from k: 0.044899726 for σ, n 10, k 1.6094; 0.026304551 for s, n 42, k 1.905285', () => {
    expect(shareBeyond(1.6094, 10, true)).toBeCloseTo(0.044899726, 9)
    expect(shareBeyond(1.905285, 42, false)).toBeCloseTo(0.026304551, 9)
  })
})
