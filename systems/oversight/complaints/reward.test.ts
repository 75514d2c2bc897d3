// The reward of a reporter: level times fine, between the least of the level and the cap, by whatever table is in force.
import { describe, expect, it } from 'vitest'
import { rewardOf, type RewardTable } from './reward.ts'

/** A table made up for the test, so that a change of the jurisdiction's does not change the rule. */
const table: RewardTable = {
  first: { share: '0.05', least: '5000.00', withoutFine: '4000.00' },
  second: { share: '0.03', least: '3000.00', withoutFine: '2000.00' },
  third: { share: '0.01', least: '1000.00', withoutFine: '500.00' },
  cap: '1000000.00',
}

describe('a reward', () => {
  it.each([
    ['first', '200000.00', '10000.00', 'the share of the fine'],
    ['first', '99999.99', '5000.00', 'the least of the level, since the share comes to one fen less'],
    ['second', '100000.00', '3000.00', 'share and least alike'],
    ['third', '123456.50', '1234.56', 'half a fen goes to the even fen (GB/T 8170)'],
    ['third', '123457.50', '1234.58', 'half a fen above an odd fen goes up'],
    ['first', '20000000.00', '1000000.00', 'the cap exactly'],
    ['first', '20000000.20', '1000000.00', 'the cap, whatever the fine'],
    ['first', '0.00', '4000.00', 'the sum for a breach without a fine, not the least'],
    ['third', '0', '500.00', 'the same of the third level'],
  ] as const)('of the %s level on a fine of %s is %s: %s', (level, fine, sum, _why) => expect(rewardOf(level, fine, table)).toBe(sum))

  it('never falls when the fine rises within a level', () => {
    const fines = ['1', '1000', '99999.99', '100000', '100000.01', '5000000', '20000000', '90000000']
    const sums = fines.map((fine) => Number(rewardOf('first', fine, table)))
    expect(sums).toEqual([...sums].sort((a, b) => a - b))
  })
})
