// 採集: a stream is readings of meters and stations: item, moment, value, unit, quality code, and every version kept.
import type { Citation } from './citation.ts'
import type { Words } from './words.ts'

/** How good a reading is. `suspect` is kept and shown but no measure uses it; `missing` is a gap that is known. */
export const qualities = {
  measured: { zh: '实测', en: 'measured' },
  substituted: { zh: '替代', en: 'substituted' },
  suspect: { zh: '存疑', en: 'suspect' },
  missing: { zh: '缺失', en: 'missing' },
  corrected: { zh: '更正', en: 'corrected' },
} as const satisfies Readonly<Record<string, Words>>

export type Quality = keyof typeof qualities

export interface StreamItem {
  readonly title: Words
  readonly unit: string
  /** Decimal places that the store keeps. */
  readonly places: number
}

/** One reading as it arrives; `at` is the start of the interval. */
export interface Reading {
  readonly point: string
  readonly item: string
  readonly at: string
  readonly value: string | null
  readonly quality: Quality
}

/** Why a reading is held back: the code of the rule and its words. */
export interface HeldBack {
  readonly reason: string
  readonly words: Words
}

export interface Stream<I extends string = string> {
  readonly noun: 'stream'
  readonly name: string
  readonly title: Words
  /** Register whose records are the points (stations, meters), and the field by which a reading names its point. */
  readonly points: { readonly register: string; readonly by: string }
  readonly interval: 'hour' | 'quarter-hour' | 'day'
  readonly items: Readonly<Record<I, StreamItem>>
  /** Looks at one reading (with the others of the same point and moment, and the rules of its day): null is good. */
  readonly screen?: (
    reading: Reading,
    beside: Readonly<Record<string, string | null>>,
    parameter: (name: string) => unknown,
  ) => HeldBack | null
  /** Duty that may send readings, and duty that may correct them. */
  readonly sentBy: string
  readonly correctedBy: string
  readonly basis?: Citation
}

export const stream = <const I extends string>(name: string, declared: Omit<Stream<I>, 'noun' | 'name'>): Stream<I> => ({
  noun: 'stream',
  name,
  ...declared,
})
