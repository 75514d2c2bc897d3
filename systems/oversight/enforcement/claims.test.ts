// Claims of payment as they stand in records of before a line could be contested.
import { expect, it } from 'vitest'
import { mayKeep, mayReject } from './claims.ts'

const old = { on: '2026-06-01', sum: '100.00', receipt: 'A-1' }
const asked = (claim: object) => ({ record: { claims: [claim], payments: null, rejected: null }, answers: { receipt: 'A-1' } }) as never

it('one of before has no word of a contest at all, and whoever looks first may reject it', () => {
  expect(() => mayReject(asked(old))).not.toThrow()
  expect(() => mayKeep(asked(old))).toThrow()
})
it('one that the party contests is for another person', () => {
  expect(() => mayReject(asked({ ...old, contest: '银行回单在此' }))).toThrow()
  expect(() => mayKeep(asked({ ...old, contest: '银行回单在此' }))).not.toThrow()
})
