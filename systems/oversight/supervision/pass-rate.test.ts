// Pass rates against the worked figures and the published spot checks: strata, intervals, imputation, reweighting, frames.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson, wilson } from '../../../kernel/interval.ts'
import { designEffect, frameFault, judge, passRate, reweightedRate, samplesFor, spotCheckRates, type Stratum } from './pass-rate.ts'

const stratum = (region: string, division: string, weight: number, n: number, conforming: number, size = 'all'): Stratum =>
  ({ region, division, size, weight: String(weight), n, conforming })

describe('the stratified rate', () => {
  const three = [stratum('a', '13', 500, 120, 114), stratum('a', '14', 300, 90, 80), stratum('a', '15', 200, 60, 57)]
  it('of (500, 120, 114), (300, 90, 80), (200, 60, 57) is 0.931667, se 0.015227, from 0.901822 to 0.961511', () => {
    const found = passRate(three)
    expect(found.rate).toBeCloseTo(0.931667, 6)
    expect(found.standardError).toBeCloseTo(0.015227, 6)
    expect(found.low).toBeCloseTo(0.901822, 6)
    expect(found.high).toBeCloseTo(0.961511, 6)
    expect(found).toMatchObject({ n: 270, imputed: 0, uncovered: 0 })
  })
  it('meets no target that its interval does not pass: 93.5 % is undecided', () => {
    expect(judge(0.935, passRate(three))).toBe('undecided')
    expect([judge(0.9, passRate(three)), judge(0.97, passRate(three))]).toEqual(['met', 'missed'])
  })
  it('has a wider interval with clusters: 5 samples an enterprise, ρ 0.2, are 1.8 times the variance', () => {
    const clusters = { size: 5, correlation: 0.2 }
    expect(designEffect(clusters)).toBeCloseTo(1.8, 12)
    expect(passRate(three, { clusters }).standardError).toBeCloseTo(passRate(three).standardError * Math.sqrt(1.8), 12)
  })
  it('has no variance left when everything was inspected, and some when all of a sample conformed', () => {
    expect(passRate([{ ...stratum('a', '13', 1, 40, 38), population: 40 }]).standardError).toBe(0)
    const all = passRate([stratum('a', '13', 1, 35, 35)])
    expect(all.rate).toBe(1)
    expect(all.low).toBeLessThan(1)
    expect(passRate([stratum('a', '13', 1, 1, 1)]).low).toBeLessThan(0.9)
  })
  it('does not depend on the unit of the weight', () => {
    const scaled = three.map((each) => ({ ...each, weight: `${each.weight}0000.00` }))
    expect(passRate(scaled)).toEqual(passRate(three))
  })
  it('is the same summed over regions and over divisions', () => {
    const cell = fc.record({ weight: fc.integer({ min: 1, max: 900 }), n: fc.integer({ min: 2, max: 90 }), failed: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), (cells) => {
        const strata = cells.map(({ weight, n, failed }, at) => stratum(`r${at % 2}`, `d${at % 3}`, weight, n, Math.max(0, n - failed)))
        const by = (of: (each: Stratum) => string, keys: readonly string[]) => {
          const parts = keys.map((key) => {
            const weight = strata.filter((each) => of(each) === key).reduce((sum, each) => sum + Number(each.weight), 0)
            return weight * passRate(strata, { of: (each) => of(each) === key }).rate
          })
          return parts.reduce((a, b) => a + b) / strata.reduce((sum, each) => sum + Number(each.weight), 0)
        }
        const nation = passRate(strata).rate
        expect(by((each) => each.region, ['r0', 'r1'])).toBeCloseTo(nation, 12)
        expect(by((each) => each.division, ['d0', 'd1', 'd2'])).toBeCloseTo(nation, 12)
      }),
    )
  })
})

describe('a stratum without samples', () => {
  it('takes the other size classes of its region and division, by their samples', () => {
    const strata = [stratum('a', '13', 100, 80, 72, 'large'), stratum('a', '13', 100, 20, 20, 'middle'), stratum('a', '13', 200, 0, 0, 'small')]
    // The empty half of the weight has (72 + 20)/(80 + 20) = 0.92.
    expect(passRate(strata).rate).toBeCloseTo((100 * 0.9 + 100 * 1 + 200 * 0.92) / 400, 12)
    expect(passRate(strata)).toMatchObject({ imputed: 0.5, uncovered: 0 })
  })
  it('else the same division of other regions, by weight; else it is said to be uncovered', () => {
    const strata = [stratum('a', '13', 300, 50, 45), stratum('b', '13', 100, 50, 50), stratum('c', '13', 400, 0, 0), stratum('c', '40', 200, 0, 0)]
    expect(passRate(strata, { of: (each) => each.region === 'c' && each.division === '13' }).rate).toBeCloseTo(0.925, 12)
    const found = passRate(strata)
    expect(found.rate).toBeCloseTo((300 * 0.9 + 100 * 1 + 400 * 0.925) / 800, 12)
    expect(found).toMatchObject({ imputed: 0.4, uncovered: 0.2 })
    expect(passRate(strata, { of: (each) => each.division === '40' })).toMatchObject({ rate: Number.NaN, low: 0, high: 1, uncovered: 1 })
  })
  it('adds no certainty: the donors carry its weight in the variance', () => {
    const donors = [stratum('a', '13', 100, 80, 72), stratum('b', '13', 100, 80, 76)]
    const filled = [...donors, stratum('c', '13', 800, 0, 0)]
    expect(passRate(filled).standardError).toBeCloseTo(passRate(donors).standardError, 12)
  })
})

describe('the reweighted rate', () => {
  it('with equal chances is the simple rate with its finite correction', () => {
    const samples = Array.from({ length: 40 }, (_, n) => ({ conforming: n >= 4, chance: 0.25 }))
    const simple = passRate([{ ...stratum('a', '13', 1, 40, 36), population: 160 }])
    expect(reweightedRate(samples).rate).toBeCloseTo(0.9, 12)
    expect(reweightedRate(samples).standardError).toBeCloseTo(simple.standardError, 12)
  })
  it('undoes a plan that looked where risk was: 10 of 100 risky units at chance 1/2, 900 safe ones at 1/18', () => {
    const samples = [
      ...Array.from({ length: 50 }, (_, n) => ({ conforming: n >= 20, chance: 0.5 })),
      ...Array.from({ length: 50 }, () => ({ conforming: true, chance: 1 / 18 })),
    ]
    // 40 of the 1,000 fail, though 20 of the 100 samples did.
    expect(reweightedRate(samples).rate).toBeCloseTo(0.96, 12)
  })
  it('is not given for a chance of zero, nor from one sample', () => {
    expect(() => reweightedRate([{ conforming: true, chance: 0 }])).toThrow()
    expect(reweightedRate([{ conforming: true, chance: 0.5 }]).rate).toBeNaN()
  })
})

describe('a spot check', () => {
  const nation = { batches: 28265, failedBatches: 3476, enterprises: 26472, failedEnterprises: 3302 }
  it('of the nation in 2023 found 3,476 of 28,265 batches nonconforming: 12.3 %', () => {
    const found = spotCheckRates(nation, 'random')
    expect((100 * found.failed).toFixed(1)).toBe('12.3')
    expect(100 * found.failed).toBeCloseTo(12.298, 3)
    expect(found.passed?.rate).toBeCloseTo(0.877021, 6)
    expect(found.passed).toMatchObject(wilson(24789, 28265))
    expect(spotCheckRates(nation, 'random', true).passed).toMatchObject(clopperPearson(24789, 28265))
  })
  it('of food in 2023 failed 190,872 of 6,997,389: 2.73 %', () => {
    const found = spotCheckRates({ batches: 6_997_389, failedBatches: 190_872, enterprises: 0, failedEnterprises: 0 }, 'random')
    expect((100 * found.failed).toFixed(2)).toBe('2.73')
    expect(found.failedEnterprises).toBeNaN()
  })
  it.each([[353, 33, '90.65'], [202, 25, '87.62'], [555, 58, '89.55']])('of a city: %d batches, %d failed, %s %% passed', (batches, failedBatches, rate) => {
    const found = spotCheckRates({ batches, failedBatches, enterprises: 1, failedEnterprises: 0 }, 'random')
    expect((100 * found.passed!.rate).toFixed(2)).toBe(rate)
  })
  it('that looked for risk has a rate of discovery and no pass rate', () => {
    const found = spotCheckRates(nation, 'risk-directed')
    expect(found.passed).toBeNull()
    expect(found.name.zh).toBe('不合格发现率')
  })
  it('never mixes with samples of another frame', () => {
    expect(frameFault(['random', 'random'])).toBeNull()
    expect(frameFault(['statistical', 'risk-directed'])?.en).toContain('statistical, risk-directed')
  })
})

describe('the samples needed', () => {
  it('for ± 1 point at 93.5 % are 2,335', () => expect(samplesFor(0.01, 0.935)).toBe(2335))
})
