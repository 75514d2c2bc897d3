// 预警: what every alarm method gives: whether it alarms, the line that was passed, and its arithmetic as named terms for the page.
import type { Words } from '../../../kernel/words.ts'

/** One number of the arithmetic, in the order in which it is worked out. */
export interface Term {
  readonly symbol: string
  readonly words: Words
  readonly value: number
}

export interface Alarm {
  readonly alarm: boolean
  readonly observed: number
  /** What was expected without an outbreak, and the line above which there is an alarm; both in the unit of the series. */
  readonly expected: number
  readonly upper: number
  readonly terms: readonly Term[]
}

/** A count per period; null is not reported, and missing is not zero. */
export type Series = readonly (number | null)[]
