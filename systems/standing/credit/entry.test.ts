// An entry whose term was met by a repair of before: taken back, it ends on the day that its clock had named.
import { expect, it } from 'vitest'
import { filing } from './entry.ts'

const given = (step: 'restore' | 'revoke', state: string, countsTo: string | null, today: string): unknown =>
  filing.steps[step]!.gives!({ clocks: [{ deadline: 'term', state, due: '2027-04-13' }], record: { countsTo }, today } as never)

it('a repair that is taken back leaves the end to the clock that runs, and to its day where none does', () => {
  expect(given('restore', 'open', '2026-07-12', '2026-08-03')).toEqual({ countsTo: null })
  expect(given('restore', 'met', '2026-07-12', '2026-08-03')).toEqual({ countsTo: '2027-04-13' })
})

it('what is withdrawn counts no longer, also where its last day lay ahead; what had ended before stays as it was told', () => {
  expect(given('revoke', 'met', '2027-04-13', '2026-08-04')).toEqual({ countsTo: '2026-08-03' })
  expect(given('revoke', 'open', null, '2026-08-04')).toEqual({ countsTo: '2026-08-03' })
  expect(given('revoke', 'open', '2026-07-12', '2026-08-04')).toEqual({ countsTo: '2026-07-12' })
})
