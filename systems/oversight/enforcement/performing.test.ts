// A fine is parted by what is unpaid of the fine itself, whatever was paid of what is confiscated.
import { expect, it } from 'vitest'
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
