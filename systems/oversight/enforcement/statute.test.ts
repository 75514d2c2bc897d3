// A day that the heads set, moved on after a pause; also of clocks that stood still before this was known.
import { expect, it } from 'vitest'
import { movedOn } from './statute.ts'

const clock = (deadline: string, more: object = {}) =>
  ({ deadline, starts: '2026-11-30', state: 'paused', event: 'pause', pauses: [{ from: '2026-10-08' }], ...more })
const moved = (...clocks: ReturnType<typeof clock>[]) => movedOn({ clocks, record: { decideBy: '2026-11-30' }, today: '2026-10-18' }).decideBy
/** As they were: begun in a pause, they stand still from the day that was set. */
const ofBefore = clock('decide-set', { event: 'start', pauses: [{ from: '2026-11-30' }] })
const ninety = clock('decide', { starts: '2026-05-20', state: 'met', event: 'meet', pauses: [{ from: '2026-09-01', to: '2026-10-13' }] })

it('moves by the days of the pause', () => expect(moved(clock('decide-set'), ninety)).toBe('2026-12-10'))
it('moves by the days since it was set, where the pause was there before', () => {
  expect(moved(clock('decide-set', { event: 'start', pauses: [{ from: '2026-10-16' }] }), ninety)).toBe('2026-12-02')
  expect(moved(ofBefore, ninety)).toBe('2026-12-05')
})
it('does not move by what is not known', () => expect(moved(ofBefore, clock('decide-set', { state: 'void' }), ninety)).toBeUndefined())
it('does not move where it ran', () => expect(moved(clock('decide-set', { state: 'open' }), ninety)).toBeUndefined())
it('does not move by earlier pauses where it stood still on the day itself', () =>
  expect(movedOn({ clocks: [clock('decide-set', { pauses: [{ from: '2026-11-30' }] }), ninety], record: { decideBy: '2026-11-30' }, today: '2026-12-03' }).decideBy).toBe('2026-12-03'))
