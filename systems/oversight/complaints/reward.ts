// The reward of a reporter: the level times the fine, no less than the level's least and no more than the cap of the rules in force.
import { Decimal } from 'decimal.js'
import { roundHalfEven } from '../../../kernel/rounding.ts'
import { words } from '../../../kernel/words.ts'

export const rewardLevels = {
  first: { title: words('一级', 'First'), code: '1' },
  second: { title: words('二级', 'Second'), code: '2' },
  third: { title: words('三级', 'Third'), code: '3' },
} as const

export type RewardLevel = keyof typeof rewardLevels

interface RewardLine {
  /** Share of the fine. */
  readonly share: string
  /** Yuan that are paid at least. */
  readonly least: string
  /** Yuan where there is no fine. */
  readonly withoutFine: string
}

export interface RewardTable extends Readonly<Record<RewardLevel, RewardLine>> {
  readonly cap: string
}

/** Yuan, by the table of the day: what an official may approve at most. */
export function rewardOf(level: RewardLevel, fine: string, table: RewardTable): string {
  const { share, least, withoutFine } = table[level]
  const sum = new Decimal(fine).isZero() ? new Decimal(withoutFine) : Decimal.max(new Decimal(fine).times(share), least)
  return roundHalfEven(Decimal.min(sum, table.cap).toFixed(), 2)
}
