// Control charts, run lengths and capability against qcc 2.7, spc 0.6.7 and the textbook examples.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { chartRules } from '../../../jurisdictions/china/risk/early-warning.ts'
import { subgroupLimits } from '../../basis/testing/index.ts'
import { capability, cusum, cusumAlarm, deviation, ewma } from './charts.ts'
import { cusumRun, cusumUpperRun, ewmaRun } from './run-length.ts'

type Row = Readonly<Record<string, string>>
const read = (path: string): string => readFileSync(new URL(`../../../tests/${path}`, import.meta.url), 'utf8')
const csv = (path: string): readonly Row[] => parse(read(path), { columns: true, skip_empty_lines: true })
const expected = JSON.parse(read('conformance/spc/expected.json')) as {
  readonly capability_pistonrings: { readonly indices: readonly Record<string, number | string>[] }
}
const rings = csv('conformance/spc/pistonrings.csv')
const trial = Array.from({ length: 25 }, (_, n) => rings.filter((row) => Number(row.sample) === n + 1).map((row) => Number(row.diameter)))

// Montgomery, Introduction to Statistical Quality Control, table 9.1: mean 10, σ 1; from the 21st value the mean is 11.
const shifted = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31, 8.52, 10.84,
  10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
]

describe('the CUSUM of table 9.1', () => {
  const rules = chartRules.versions[0].value.cusum
  it('alarms first at the 29th value, with C⁺ = 5.28 and seven periods since zero: the shift began after the 22nd', () => {
    const points = cusum(shifted, 10, 1, rules)
    expect(points.findIndex((point) => point.alarm)).toBe(28)
    expect(points[28]!.high).toBeCloseTo(5.28, 9)
    expect(points[28]!.highRun).toBe(7)
  })
  it('shows its arithmetic, and the value that would just alarm', () => {
    const found = cusumAlarm(shifted.slice(0, 29), 10, 1, rules)!
    expect(found).toMatchObject({ alarm: true, observed: 11.31, expected: 10 })
    const again = cusum([...shifted.slice(0, 28), found.upper], 10, 1, rules)
    expect(again.at(-1)!.high).toBeCloseTo(rules.h, 9)
  })
  it('is not moved by a missing value', () => {
    const points = cusum([12, null, 12], 10, 1, rules)
    expect(points.map((point) => point.high)).toEqual([1.5, 1.5, 3])
  })
})

describe('the EWMA of table 9.1', () => {
  it('with λ 0.1 and L 2.7 begins at 9.945 within 9.73 and 10.27, opens to 9.38 and 10.62, and passes them with 10.6468 at the 29th value', () => {
    const points = ewma(shifted, 10, 1, { lambda: 0.1, width: 2.7 })
    const printed = (at: number) => [points[at]!.lower, points[at]!.upper].map((x) => x.toFixed(2))
    expect([points[0]!.average, points[1]!.average]).toEqual([expect.closeTo(9.945, 9), expect.closeTo(9.7495, 9)])
    expect([printed(0), printed(1), printed(29)]).toEqual([['9.73', '10.27'], ['9.64', '10.36'], ['9.38', '10.62']])
    expect(points.findIndex((point) => point.alarm)).toBe(28)
    expect(points[28]!.average).toBeCloseTo(10.6468, 4)
  })
})

describe('the average run length', () => {
  it.each(csv('reference/risk/cusum_ewma_arl.csv'))('of $chart $par1 $par2 at a shift of $shift_sigma σ is $ARL', (row) => {
    const [first, second, shift] = [row.par1!.split('=')[1], row.par2!.split('=')[1], row.shift_sigma].map(Number) as [number, number, number]
    const isCusum = row.chart!.startsWith('CUSUM')
    expect(isCusum ? cusumRun({ k: first, h: second }, shift) : ewmaRun({ lambda: first, width: second }, shift)).toBeCloseTo(Number(row.ARL), 2)
    if (isCusum) expect(cusumUpperRun({ k: first, h: second }, shift)).toBeCloseTo(Number(row.ARL_upper_one_sided), 2)
  })
})

describe('capability', () => {
  it('of the piston rings within 73.95 and 74.05 has the indices and intervals of qcc', () => {
    const { means } = subgroupLimits(trial)
    const found = capability({ mean: means.centre, sigma: means.sigma, n: 125 }, { lower: 73.95, upper: 74.05 })
    const names = { Cp: 'Cp', CpLower: 'Cp_l', CpUpper: 'Cp_u', Cpk: 'Cp_k', Cpm: 'Cpm' } as const
    for (const [name, theirs] of Object.entries(names)) {
      const row = expected.capability_pistonrings.indices.find((each) => each._row === theirs)!
      const own = found[name as keyof typeof names]
      // For Cpm qcc takes n(1 + ξ²)/(1 + 2ξ²) degrees of freedom, Boyles n(1 + ξ²)²/(1 + 2ξ²): the bounds part in the third place.
      const places = name === 'Cpm' ? 2 : 8
      expect(own.value).toBeCloseTo(Number(row.Value), 8)
      expect(own.low).toBeCloseTo(Number(row['2.5%']), places)
      expect(own.high).toBeCloseTo(Number(row['97.5%']), places)
    }
  })
  it('falls as the mean leaves the middle', () => {
    const at = (mean: number) => capability({ mean, sigma: 1, n: 100 }, { lower: -3, upper: 3 })
    expect([at(0).Cpk.value, at(1).Cpk.value]).toEqual([expect.closeTo(1, 12), expect.closeTo(2 / 3, 12)])
    expect(at(1).Cp.value).toBe(at(0).Cp.value)
    expect(deviation([1, 2, 3])).toBe(1)
  })
})
