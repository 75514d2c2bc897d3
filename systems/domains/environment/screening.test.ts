// Readings that cannot be right and readings that are doubted: each is held back with its reason, and stays as it came.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { screening } from '../../../jurisdictions/china/air-quality/screening.ts'
import { isHeldBack, reasons, screenDay, screenReading, standsStill, type ScreeningRules } from './screening.ts'

const hour: ScreeningRules = screening.versions[0].value['station-hour']
const day: ScreeningRules = screening.versions[0].value['city-day']
const good = { so2: '20', no2: '30', co: '1.0', o3_8h: '100', pm10: '60', pm25: '30' }
const reasonOf = (value: string, item: 'co' | 'so2', rules: ScreeningRules) => screenReading(rules, { item, value })[0]?.reason

describe('a reading', () => {
  it.each([
    ['-9999', 'missing-code'],
    ['-9999.0', 'missing-code'],
    ['-0.1', 'negative'],
    ['2000.1', 'beyond-range'],
    ['—', 'not-a-number'],
    ['NaN', 'not-a-number'],
  ])('of %s cannot be right: %s', (value, reason) => {
    const [found] = screenReading(hour, { item: 'pm25', value })
    expect(found).toMatchObject({ reason, grade: 'impossible' })
    expect(found?.words.zh.length).toBeGreaterThan(5)
    expect(found?.words.en).not.toContain('{')
  })
  it('that is good is left alone, and so is a known gap', () => {
    expect(screenReading(hour, { item: 'pm25', value: '35' }, { pm10: '60' }, '30')).toEqual([])
    expect(screenReading(hour, { item: 'pm25', value: null })).toEqual([])
  })
  it('of zero is doubted as a mean of a city’s day, not as an hour of a station', () => {
    expect([reasonOf('0.0', 'co', day), reasonOf('0', 'so2', hour)]).toEqual(['zero', undefined])
  })
  it('that leaps within an hour is doubted; one that only doubles, or is small, is not', () => {
    const at = (before: string, value: string) => screenReading(hour, { item: 'pm25', value }, {}, before).map((each) => each.reason)
    expect([at('20', '320'), at('320', '20')]).toEqual([['jump'], ['jump']])
    expect([at('300', '600'), at('2', '40'), at('-9999', '320'), at('9000', '320')]).toEqual([[], [], [], []])
  })
})

describe('PM2.5 above PM10', () => {
  it('within the errors of two analysers is noted and used', () => {
    const found = screenDay(day, { ...good, pm25: '62', pm10: '60' })
    expect(found.findings.pm10?.map((each) => [each.reason, each.grade])).toEqual([['inversion-within-error', 'noted']])
    expect(found.usable).toEqual({ ...good, pm25: '62', pm10: '60' })
  })
  it('beyond them holds PM10 back and leaves PM2.5 in use, so that a doubt never makes the air look cleaner', () => {
    const found = screenDay(day, { ...good, pm25: '343.9', pm10: '97.9' })
    expect(found.findings.pm10?.map((each) => [each.reason, each.grade])).toEqual([['inversion', 'suspect']])
    expect(found.findings.pm25?.map((each) => each.reason)).toEqual(['inversion-beside'])
    expect(found.usable).toEqual({ ...good, pm25: '343.9', pm10: null })
  })
  it('is not found beside a neighbour that is itself impossible or zero', () => {
    expect(screenDay(day, { ...good, pm25: '200', pm10: '-9999' }).findings.pm25).toBeUndefined()
    expect(screenDay(day, { ...good, pm25: '200', pm10: '0.0' }).findings.pm25).toBeUndefined()
  })
})

describe('a stuck instrument', () => {
  /** For each reading of a row whether it is found to stand still, as readings come one after the other. */
  const along = (rules: ScreeningRules, item: 'pm25' | 'co', values: readonly (string | null)[]) =>
    values.map((value, at) => value !== null && standsStill(rules, item, value, (back) => values[at - back] ?? null)?.reason === 'stuck')
  const equal = (times: number, value = '41') => Array.from({ length: times }, () => value)

  it('is found from the twelfth equal hour of PM2.5 on, until the value changes', () => {
    expect(along(hour, 'pm25', ['40', ...equal(13), '42'])).toEqual([...equal(12).map(() => false), true, true, false])
  })
  it('is the same number however it is written, and a gap ends a run', () => {
    expect(along(hour, 'pm25', [...equal(11), '41.0']).at(-1)).toBe(true)
    expect(along(hour, 'pm25', [...equal(11), null, ...equal(11)])).not.toContain(true)
  })
  it('may stand longer where the resolution is coarse: CO and SO2', () => {
    expect(along(hour, 'co', equal(47, '0.5'))).not.toContain(true)
    expect(along(hour, 'co', equal(48, '0.5')).at(-1)).toBe(true)
  })
  it('is not looked for in means of days', () => {
    expect(along(day, 'pm25', equal(60, '50'))).not.toContain(true)
  })
})

describe('screening', () => {
  it('never changes a value: what may be used is the reading or nothing', () => {
    const value = fc.option(fc.oneof(fc.integer({ min: -10000, max: 3000 }).map(String), fc.constantFrom('-9999', 'x', '0')))
    fc.assert(
      fc.property(fc.record({ so2: value, no2: value, co: value, o3_8h: value, pm10: value, pm25: value }), (given) => {
        const { usable, findings } = screenDay(day, given)
        for (const item of Object.keys(given) as (keyof typeof given)[]) {
          expect([given[item], null]).toContain(usable[item])
          if (given[item] !== null) expect(usable[item] === null).toBe((findings[item] ?? []).some(isHeldBack))
        }
      }),
    )
  })
  it('has words in both languages for every reason', () => {
    for (const reason of Object.values(reasons)) expect(reason.words.zh && reason.words.en).toBeTruthy()
  })
})
