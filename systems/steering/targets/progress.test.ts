// How a target stands: every state of the programme's list, from path, tolerance, interval and the state of its record.
import { describe, expect, it } from 'vitest'
import { plannedFor, progressOf, type TargetFacts, type YearValue } from './progress.ts'
import { stateOn } from './standing.ts'

const pm25: TargetFacts = {
  kind: 'atMost',
  baseline: '108',
  baselineYear: 2013,
  goal: '64.8',
  goalYear: 2020,
  path: null,
  tolerance: '5',
  comparable: true,
  state: 'inForce',
}
const floor: TargetFacts = { ...pm25, kind: 'floor', baseline: null, baselineYear: null, goal: '93.5' }
const index: TargetFacts = { ...pm25, kind: 'atLeast', baseline: '81.79', baselineYear: 2015, goal: '83.5' }
const value = (year: number, middle: string, low: string | null = null, high: string | null = null): YearValue => ({
  year,
  value: middle,
  low,
  high,
})
const state = (target: TargetFacts, values: readonly YearValue[], year: number) => progressOf(target, values, year).state

describe('a path', () => {
  it('is straight from the fixed base to the goal: 0.342 a year for the competitiveness index', () => {
    expect(plannedFor(index, 2015)).toBe('81.79')
    expect(plannedFor(index, 2016)).toBe('82.132')
    expect(plannedFor(index, 2020)).toBe('83.5')
    expect(plannedFor(index, 2014)).toBeNull()
  })
  it('is the declared one where one is declared, and ends at the goal', () => {
    expect(plannedFor({ ...pm25, path: { '2017': '80' } }, 2017)).toBe('80')
    expect(plannedFor(pm25, 2025)).toBe('64.8')
  })
})

describe('on the way', () => {
  // Planned for 2015: 108 − 43.2 · 2/7 = 95.657; five per cent of the span is 2.16.
  it('is ahead, on path or behind by more than the tolerance', () => {
    expect(state(pm25, [value(2015, '93.4')], 2016)).toBe('ahead')
    expect(state(pm25, [value(2015, '97.8')], 2016)).toBe('onPath')
    expect(state(pm25, [value(2015, '97.9')], 2016)).toBe('behind')
  })
  it('is not decidable when the path lies within the interval of an estimate', () => {
    expect(state(pm25, [value(2015, '90', '84', '96')], 2016)).toBe('notDecidable')
    expect(state(pm25, [value(2015, '90', '88', '92')], 2016)).toBe('ahead')
  })
  it('uses the newest value by then and none from later', () => {
    expect(progressOf(pm25, [value(2014, '110'), value(2015, '76.8'), value(2020, '44.8')], 2016).latest?.year).toBe(2015)
    expect(state(pm25, [value(2020, '44.8')], 2016)).toBe('noData')
  })
  it('of a floor is kept or not: it has no path and no tolerance', () => {
    expect(state(floor, [value(2017, '93.5')], 2017)).toBe('onPath')
    expect(state(floor, [value(2017, '93.4')], 2017)).toBe('behind')
    expect(state(floor, [value(2017, '94.0', '92.9', '95.0')], 2017)).toBe('notDecidable')
  })
})

describe('at the goal', () => {
  it('is met, and met with confidence when the worse end of the interval reaches it too', () => {
    expect(state(pm25, [value(2020, '64.8')], 2021)).toBe('met')
    expect(state(pm25, [value(2020, '60', '57', '63')], 2021)).toBe('metSurely')
    expect(state(pm25, [value(2020, '63', '60', '66')], 2021)).toBe('met')
  })
  it('is not decidable when the goal lies in the interval on the better side, and missed beyond it', () => {
    expect(state(pm25, [value(2020, '66', '63', '69')], 2021)).toBe('notDecidable')
    expect(state(pm25, [value(2020, '66', '65', '67')], 2021)).toBe('missed')
    expect(state(pm25, [value(2020, '64.9')], 2021)).toBe('missed')
  })
  it('is not decidable without a value of its year', () => expect(state(index, [value(2015, '81.79')], 2021)).toBe('notDecidable'))
  it('of “every one” is missed by a single failure', () => {
    const every: TargetFacts = { ...floor, kind: 'every', goal: '100' }
    expect(state(every, [value(2020, '99.99')], 2020)).toBe('missed')
    expect(state(every, [value(2020, '100')], 2020)).toBe('met')
  })
})

describe('what cannot be judged', () => {
  it('is a value in another frame, or none', () => {
    expect(state({ ...floor, comparable: false }, [value(2020, '95.8')], 2021)).toBe('notDecidable')
    expect(state(floor, [], 2021)).toBe('noData')
  })
  it('is a target that is no longer pursued, whatever its values', () => {
    expect(state({ ...pm25, state: 'suspended' }, [value(2020, '44.8')], 2021)).toBe('suspended')
    expect(state({ ...pm25, state: 'discontinued' }, [value(2020, '44.8')], 2021)).toBe('discontinued')
  })
})

describe('the state of a record on a past day', () => {
  const steps = [
    { step: 'open', on: '2026-11-25' },
    { step: 'adopt', on: '2026-11-25' },
    { step: 'suspend', on: '2018-03-01' },
    { step: 'resume', on: '2019-01-01' },
    { step: 'discontinue', on: '2021-06-30' },
  ]
  it('follows the days on which steps took effect, not those on which they were entered', () => {
    expect(stateOn(steps, '2017-12-31')).toBe('inForce')
    expect(stateOn(steps, '2018-12-31')).toBe('suspended')
    expect(stateOn(steps, '2019-12-31')).toBe('inForce')
    expect(stateOn(steps, '2021-12-31')).toBe('discontinued')
  })
})
