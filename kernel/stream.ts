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

/** What a reading is looked at beside. */
export interface Around {
  /** The other items of the same point and moment. */
  readonly beside: Readonly<Record<string, string | null>>
  /** The value of the same point and item so many intervals before it; null where there is none, or beyond `looksBack`. */
  readonly before: (intervals: number) => string | null
}

export interface Stream<I extends string = string> {
  readonly noun: 'stream'
  readonly name: string
  readonly title: Words
  /** Register whose records are the points (stations, meters), and the field by which a reading names its point. */
  readonly points: { readonly register: string; readonly by: string }
  readonly interval: 'hour' | 'quarter-hour' | 'day'
  readonly items: Readonly<Record<I, StreamItem>>
  /** Looks at one reading with what stands around it and the rules of its day: null is good. */
  readonly screen?: (reading: Reading, around: Around, parameter: (name: string) => unknown) => HeldBack | null
  /** How many intervals before a reading its screening looks at; absent: none. */
  readonly looksBack?: number
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
