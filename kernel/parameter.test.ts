// Parameters in force on a day: overlays, refusals at load, and the list to verify before go-live.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cite } from './citation.ts'
import { addDays, type Day } from './day.ts'
import { NoVersionInForce, Parameters, versionFaults, type DatedValue, type ParameterData } from './parameter.ts'
import { words } from './words.ts'

const version = (from: Day, to: Day | undefined, length: number, mark: DatedValue['mark'] = 'V'): DatedValue =>
  ({ from, ...(to ? { to } : {}), value: { length, unit: 'day' }, basis: cite('an-act', '3'), mark })
const term = (name: string, ...versions: DatedValue[]): ParameterData =>
  ({ name, title: words('期限', 'A term'), kind: 'term', versions })
const lengthOn = (of: Parameters, day: Day): number | null =>
  (of.find('a.term', day)?.value as { length: number } | undefined)?.length ?? null

const two = new Parameters([term('a.term', version('2014-03-15', '2019-12-31', 60, 'W'), version('2020-01-01', undefined, 45))])

describe('the version in force on a day', () => {
  it('is the one whose first and last day enclose it', () => {
    expect(lengthOn(two, '2014-03-15')).toBe(60)
    expect(lengthOn(two, '2019-12-31')).toBe(60)
    expect(lengthOn(two, '2020-01-01')).toBe(45)
  })
  it('says which of the versions it is, with its article, mark and days', () =>
    expect(two.at('a.term', '2026-01-01'))
      .toMatchObject({ name: 'a.term', index: 1, from: '2020-01-01', mark: 'V', basis: { act: 'an-act', article: '3' } }))
  it('is never the nearest: before the first version there is none, and the refusal lists those that there are', () => {
    expect(two.find('a.term', '2014-03-14')).toBeNull()
    expect(() => two.at('a.term', '2014-03-14')).toThrow(NoVersionInForce)
    expect(() => two.at('a.term', '2014-03-14'))
      .toThrow('a.term has no version in force on 2014-03-14; it has 2014-03-15..2019-12-31, 2020-01-01..')
  })
  it('cannot be asked of a name that nobody declared', () =>
    expect(() => two.at('a.word', '2026-01-01')).toThrow('there is no parameter a.word'))
})

describe('a version that an officer loads', () => {
  it('without an end takes the place of all from its first day on', () => {
    const three = two.with('a.term', version('2026-04-15', undefined, 30))
    expect([lengthOn(three, '2026-04-14'), lengthOn(three, '2026-04-15'), lengthOn(three, '2030-01-01')]).toEqual([45, 30, 30])
  })
  it('with an end covers what it covers, and the rule below it holds again afterwards', () => {
    const trial = two.with('a.term', version('2021-01-01', '2021-12-31', 30))
    expect([lengthOn(trial, '2020-12-31'), lengthOn(trial, '2021-06-01'), lengthOn(trial, '2022-01-01')]).toEqual([45, 30, 45])
  })
  it('leaves the set it was laid over as it was', () => {
    two.with('a.term', version('2021-01-01', undefined, 1))
    expect(lengthOn(two, '2022-01-01')).toBe(45)
  })
  it('governs every day of its own, and every other day is governed as before', () =>
    fc.assert(fc.property(fc.nat(4000), fc.nat(1500), fc.integer({ min: -100, max: 6000 }), (after, lasts, asked) => {
      const from = addDays('2014-01-01', after)
      const to = addDays(from, lasts)
      const day = addDays('2014-01-01', asked)
      const laid = two.with('a.term', version(from, to, 7))
      return lengthOn(laid, day) === (from <= day && day <= to ? 7 : lengthOn(two, day))
    })))
  it('for a parameter that does not exist is refused', () =>
    expect(() => two.with('a.word', version('2020-01-01', undefined, 1))).toThrow('there is no parameter'))
})

describe('what is refused at load', () => {
  const load = (...versions: DatedValue[]) => () => new Parameters([term('a.term', ...versions)])
  it('two versions for one day', () =>
    expect(load(version('2014-01-01', '2020-01-01', 1), version('2020-01-01', undefined, 2))).toThrow('overlap'))
  it('an open version before another', () =>
    expect(load(version('2014-01-01', undefined, 1), version('2020-01-01', undefined, 2))).toThrow('overlap'))
  it('a version that ends before it begins', () => expect(load(version('2014-01-02', '2014-01-01', 1))).toThrow('before it begins'))
  it('a day that the calendar does not have', () => expect(load(version('2015-02-29', undefined, 1))).toThrow('not a day'))
  it('a term below no length, or of a part of a day', () => {
    expect(load(version('2015-01-01', undefined, -1))).toThrow('whole length')
    expect(load(version('2015-01-01', undefined, 1.5))).toThrow('whole length')
  })
  it('but not a term of no length, which ends on the day that another paper names', () => {
    expect(load(version('2015-01-01', undefined, 0))).not.toThrow()
  })
  it('a parameter without a version', () => expect(load()).toThrow('no version'))
  it('one name twice', () => expect(() => new Parameters([...two.all, ...two.all])).toThrow('same name'))
  it('an amount that is not an exact decimal', () => {
    const amount = (value: unknown) => versionFaults('amount', { ...version('2014-01-01', undefined, 1), value })
    expect(amount('500.00')).toEqual([])
    expect(amount(500)).toHaveLength(1)
    expect(amount('5e2')).toHaveLength(1)
  })
})

describe('the list to verify before go-live', () => {
  const all = new Parameters([
    term('a.read', version('2014-01-01', undefined, 1, 'V')),
    term('an.excerpt', version('2014-01-01', '2019-12-31', 1, 'W'), version('2020-01-01', undefined, 2, 'V')),
    term('a.memory', version('2014-01-01', undefined, 1, 'U')), term('our.design', version('2014-01-01', undefined, 1, 'D')),
  ])
  it('holds every version whose text was not read, with its source', () => {
    expect(all.verifyBeforeGoLive().map(({ name, version: v }) => `${name} ${v.mark} ${v.basis.act}`))
      .toEqual(['an.excerpt W an-act', 'a.memory U an-act', 'our.design D an-act'])
  })
  it('leaves out, when asked for a day, what had ended before it', () =>
    expect(all.verifyBeforeGoLive('2026-11-24').map(({ name }) => name)).toEqual(['a.memory', 'our.design']))
})
