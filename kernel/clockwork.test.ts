// What an act does to a clock that runs by a day of the record: it stands still, runs on, or ends unmet and begins anew by another day.
import { expect, it } from 'vitest'
import { cite } from './citation.ts'
import { clockChanges, type Move } from './clockwork.ts'
import type { ClockChange } from './journal.ts'
import { WorkCalendar } from './workdays.ts'

const deadline = { name: 'by', starts: { field: 'by' }, metBy: ['done'], pausedIn: ['resting'], within: { parameter: 'none' }, lapse: 'alarm', again: 'renewed' }
const procedure = { ends: ['over'], steps: {}, deadlines: [deadline] } as unknown as Move['procedure']
const none = { value: { length: 0, unit: 'day' }, basis: cite('x'), mark: 'V' }
const calendar = new WorkCalendar([2026].map((year) => ({ year, source: 'made up', days: [] })))

/** One act on a day, from a state to another, with the day of the record before and after it. */
const act = (on: string, [from, to]: [string, string], [before, after]: [string | null, string], clocks: readonly ClockChange[] = [], step = 'any') =>
  clockChanges({ procedure, step, from, to, occurred: `${on}T04:00:00.000Z`, row: { by: after }, was: { by: before }, clocks, calendar, ruleOn: () => none } as unknown as Move)
const short = (clocks: readonly ClockChange[]) => clocks.map(({ run, state, due }) => [run, state, due])

// 2026-06-30 is a Tuesday.
const begun = act('2026-06-01', ['working', 'working'], [null, '2026-06-30'])
const still = act('2026-06-08', ['working', 'resting'], ['2026-06-30', '2026-06-30'], begun)

it('stands still and runs on by the same day, since what lay before that day takes nothing from it', () => {
  expect(short(still)).toEqual([[1, 'paused', null]])
  expect(short(act('2026-06-10', ['resting', 'working'], ['2026-06-30', '2026-06-30'], still))).toEqual([[1, 'open', '2026-06-30']])
})
it('ends unmet and begins anew where the act that lets it run on sets another day', () =>
  expect(short(act('2026-06-10', ['resting', 'working'], ['2026-06-30', '2026-07-02'], still))).toEqual([[1, 'void', null], [2, 'open', '2026-07-02']]))
it('begins still where it is set in a pause, from that day and not from the one that was set', () => {
  const anew = act('2026-06-10', ['resting', 'resting'], ['2026-06-30', '2026-07-10'], still)
  expect(short(anew)).toEqual([[1, 'void', null], [2, 'paused', null]])
  expect(anew[1]!.pauses).toEqual([{ from: '2026-06-10' }])
})
it('is met, not renewed, by the act that meets it', () =>
  expect(short(act('2026-06-10', ['working', 'working'], ['2026-06-30', '2026-06-30'], begun, 'done'))).toEqual([[1, 'met', '2026-06-30']]))
it('ends where the record does, and begins there only by another day', () => {
  expect(short(act('2026-06-10', ['working', 'over'], ['2026-06-30', '2026-06-30'], begun))).toEqual([[1, 'void', '2026-06-30']])
  expect(short(act('2026-06-10', ['working', 'over'], ['2026-06-30', '2026-07-10'], begun))).toEqual([[1, 'void', '2026-06-30'], [2, 'open', '2026-07-10']])
})
