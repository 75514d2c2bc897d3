// Screening of a laboratory’s reports: how often honest ones are asked about, measured, and whether copied and hurried ones are found.
import { describe, expect, it } from 'vitest'
import { methodHours, resultScreening } from '../../../jurisdictions/china/testing/screening.ts'
import { normalQuantile } from '../../../kernel/distribution.ts'
import { copiedSeries, type ScreeningRules } from './made-up-results.ts'
import { findingsIn, type ScreenedReport } from './screened-reports.ts'

const rules: ScreeningRules = resultScreening.versions[0].value
const hours = methodHours.versions[0].value

/** The same sequence for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

// Six parameters as a dairy laboratory has them: one is mostly below its limit of detection, one is an integer, one a coarse scale.
const parameters = [
  ['蛋白质', 3.1, 0.15, 2], ['脂肪', 3.6, 0.3, 2], ['铅', 0.004, 0.01, 3], ['菌落总数', 4000, 1500, 0], ['酸度', 14, 1, 0], ['水分', 87.2, 0.8, 1],
] as const

/** A report as the register keeps it, with six places; samples of one lot lie nearer to each other. */
function honest(random: () => number, n: number): ScreenedReport {
  const normal = () => normalQuantile(Math.min(0.999999, Math.max(0.000001, random())))
  return {
    number: `BG${String(n).padStart(4, '0')}`, sample: `S${n}`, analysed: `2026-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`, hours: 60,
    lines: parameters.map(([parameter, mean, sd, places]) => {
      const value = Math.max(0, mean + sd * normal())
      return { parameter, method: 'GB 5009-2016', value: value.toFixed(places) + (places === 0 ? '.' : '') + '0'.repeat(6 - places) }
    }),
  }
}
const laboratory = (seed: number, count: number): readonly ScreenedReport[] => {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, n) => honest(random, n))
}

describe('honest laboratories', () => {
  it('are asked in at most 3 of 600 screenings: the bound is one in a thousand (0.6 expected, 4 or more by chance in 0.4 %)', () => {
    const asked = Array.from({ length: 600 }, (_, at) => findingsIn(laboratory(at + 1, 40 + (at % 3) * 40), rules, hours)).filter((found) => found.length > 0)
    expect(asked.length).toBeLessThanOrEqual(3)
  }, 60_000)
  it('are not asked because a sample was tested twice, or values lie near each other, or a scale changed its places', () => {
    const reports = laboratory(7, 60)
    const twice = reports.slice(0, 20).map((each, n) => ({ ...each, number: `BG9${String(n).padStart(3, '0')}` }))
    expect(findingsIn([...reports, ...twice], rules, hours)).toEqual([])
    const near = reports.map((each) => ({ ...each, lines: each.lines.map((line) => ({ ...line, value: '0.010000' })) }))
    expect(findingsIn(near, rules, hours)).toEqual([])
    const wider = laboratory(8, 200).map((each, n) => ({ ...each, lines: each.lines.map((line) => ({ ...line, value: n < 80 ? `${Number(line.value).toFixed(1)}00000` : line.value })) }))
    expect(findingsIn(wider, rules, hours)).toEqual([])
  })
})

describe('made-up results', () => {
  const reports = laboratory(11, 60)
  it('copied from an earlier report are found in each of 100 laboratories, and nothing else in them', () => {
    for (let at = 0; at < 100; at++) {
      const own = laboratory(1000 + at, 60)
      const copy = { ...own[50]!, number: 'BG-copy', sample: 'S-copy', lines: own[5]!.lines }
      const found = findingsIn([...own, copy], rules, hours)
      expect(found.map(({ pattern, about }) => [pattern, about])).toEqual([['copied', 'BG0005 · BG-copy']])
    }
  })
  it('copied as a series of one parameter are found, with where it came from and where it came again', () => {
    // Ten results for protein of one week come again in May.
    const series = reports.map((each, n) => ({ ...each, lines: [each.lines[0]!], number: each.number, ...(n >= 40 && n < 50 ? { lines: [reports[n - 35]!.lines[0]!] } : {}) }))
    const [found, ...others] = findingsIn(series, rules, hours)
    expect(others).toEqual([])
    expect(found).toMatchObject({ pattern: 'series', about: '蛋白质（GB 5009-2016）' })
    expect(found!.zh).toContain('自报告 BG0005 起的 10 个结果与自报告 BG0040 起的依次相同')
    expect(Number(found!.p)).toBeLessThan(1e-6)
    for (const text of [found!.zh, found!.en]) expect(text).toContain(found!.p!)
  })
  it('thought up, without a seven and full of fives, are found by their last digits though noughts at the end are not kept', () => {
    const random = seeded(5)
    const thought = laboratory(12, 200).map((each) => ({
      ...each, lines: [{ ...each.lines[1]!, value: `${3 + Math.floor(random() * 2)}.${Math.floor(random() * 10)}${[0, 5, 5, 5, 2, 3, 8, 1][Math.floor(random() * 8)]}0000` }],
    }))
    expect(findingsIn(thought, rules, hours).map(({ pattern }) => pattern)).toEqual(['last-digits'])
  })
  it('of a culture of 46 hours at least that took 20 are found without any chance, by whatever edition of the method', () => {
    const fast = { ...reports[0]!, hours: 20, lines: [{ ...reports[0]!.lines[3]!, method: 'GB 4789.2-2022' }] }
    const [found, ...others] = findingsIn([fast, { ...fast, number: 'BG2', sample: 'S2', hours: 46 }], rules, hours)
    expect(others).toEqual([])
    expect(found).toMatchObject({ pattern: 'impossible-time', p: null })
    expect(found!.en).toBe('Report BG0000 took 20 hours by GB 4789.2-2022, which needs 46')
  })
})

describe('a series', () => {
  const of = (values: readonly number[]) => values.map((value, n) => ({ report: `R${n}`, value: String(value) }))
  it('by hand: 12 different results twice over agree in 12 of 276 pairs, so that the run has at most (12/276)^12 × 276', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => 100 + n)
    const check = copiedSeries(of([...twelve, ...twelve]), rules)!
    expect(check.raised).toBe(true)
    expect(check.p).toBeCloseTo((12 / 276) ** 12 * 276, 20)
  })
  it('of one value on and on, or of four different, is none', () => {
    expect(copiedSeries(of(Array.from({ length: 40 }, () => 5)), rules)).toBeNull()
    expect(copiedSeries(of([1, 2, 3, 4, 9, 8, 1, 2, 3, 4, 7, 6]), rules)).toBeNull()
  })
})
