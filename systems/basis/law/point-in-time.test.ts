// Which version of an act governs a day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/day.ts'
import { inOrder, pointInTime } from './point-in-time.ts'

const versions = [
  { name: 'second', from: '2020-01-01', to: '2026-04-14' },
  { name: 'first', from: '2014-03-15', to: '2019-12-31' },
]

describe('the version in force on a day', () => {
  it('holds from its first to its last day, both included', () => {
    expect(pointInTime(versions, '2014-03-15')?.name).toBe('first')
    expect(pointInTime(versions, '2019-12-31')?.name).toBe('first')
    expect(pointInTime(versions, '2020-01-01')?.name).toBe('second')
    expect(pointInTime(versions, '2026-04-14')?.name).toBe('second')
  })

  it('is none before the first day, after a repeal and in a gap, never the nearest', () => {
    expect(pointInTime(versions, '2014-03-14')).toBeNull()
    expect(pointInTime(versions, '2026-04-15')).toBeNull()
    expect(pointInTime([{ from: '2001-01-01', to: '2001-12-31' }, { from: '2003-01-01' }], '2002-06-01')).toBeNull()
  })

  it('is the one whose first day is unknown where no dated one has begun', () => {
    expect(pointInTime([{ name: 'undated' }, { name: 'dated', from: '2020-01-01' }], '2016-07-06')).toEqual({ name: 'undated' })
  })

  it('is found whatever the order in which versions are written down', () => {
    const spans = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 }).map((starts) => {
      const days = starts.toSorted((one, other) => one - other).map((start) => addDays('2000-01-01', start))
      return days.map((from, at) => (days[at + 1] === undefined ? { from } : { from, to: addDays(days[at + 1]!, -1) }))
    })
    fc.assert(
      fc.property(spans, fc.integer({ min: -10, max: 6000 }), (ordered, offset) => {
        const day = addDays('2000-01-01', offset)
        const expected = ordered.find((span) => span.from <= day && (span.to === undefined || day <= span.to)) ?? null
        expect(pointInTime(ordered.toReversed(), day)).toEqual(expected)
        expect(inOrder(ordered.toReversed())).toEqual(ordered)
      }),
    )
  })
})
