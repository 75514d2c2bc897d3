// What the fine alone has: its parts are of what is unpaid of it, and its delay keeps the court waiting for it, as one of before did for all.
import { describe, expect, it } from 'vitest'
import { courtFrom } from './court.ts'
import { mayGrant, paidOfFine } from './performing.ts'

const payments = [{ on: '2026-07-01', sum: '5000.00', toward: 'confiscated' }]
const grant = (sums: readonly string[]) => () =>
  mayGrant({
    record: { fine: '20000.00', payments, deferralAsked: '2026-07-01' },
    answers: { deferredTo: '2026-09-30', instalments: sums.map((sum, at) => ({ due: ['2026-08-31', '2026-09-30'][at]!, sum })) },
    today: '2026-07-02',
  })

it('confiscated money that is paid makes the fine no smaller', () => {
  expect(grant(['10000.00', '10000.00'])).not.toThrow()
  expect(grant(['7500.00', '7500.00'])).toThrow()
})

it('what does not say so pays the fine first, up to the fine', () => {
  expect(paidOfFine({ fine: '20000.00', payments: [...payments, { on: '2026-07-02', sum: '21000.00' }] }).toFixed(2)).toBe('20000.00')
})

describe('the months to ask the court, what is confiscated being unpaid', () => {
  const from = (remediesUntil: string | null) =>
    courtFrom({
      record: { fine: '20000.00', confiscated: '5000.00', surcharge: null, payments: null, served: '2026-06-24', challenges: null, deferredTo: '2027-06-30', remediesUntil },
      clocks: [{ deadline: 'sue', due: '2026-12-24' }],
      parameter: () => ({ value: { length: 6, unit: 'month' } }),
    })

  it('count from the end of the term to sue, since only the fine is put off', () => expect(from(null)).toBe('2026-12-24'))
  it('count from the end of a delay of before that told the court to wait, so that they are not over when they begin', () =>
    expect(from('2027-06-30')).toBe('2027-06-30'))
})
