// 指標: a measure says what it counts over, by which dimensions and period, by which method and edition, in which unit.
import type { Citation } from './citation.ts'
import type { Day } from './day.ts'
import type { Filter } from './filter.ts'
import type { Words } from './words.ts'

export type Period = 'day' | 'month' | 'year'

/** One edition of a method, in force by date of observation. */
export interface Edition {
  readonly name: string
  readonly from: Day
  readonly to?: Day
  readonly basis: Citation
}

/** A value going into a fold or an index: null is missing, and missing is not zero. */
export interface Part {
  readonly value: string | null
  readonly n: number
  readonly coverage: number | null
}

/** What a computation gives: null value where the rules of validity are not met, with the reason. */
export interface Computed {
  readonly value: string | null
  readonly low?: string
  readonly high?: string
  readonly why?: Words
  /** Further results that belong to the figure, such as the primary pollutants of a day. */
  readonly notes?: Readonly<Record<string, unknown>>
}

/** One reading inside a cell; `at` is Asia/Shanghai, `2014-03-05` or `2014-03-05 07`. Null is a known gap. */
export interface Folded {
  readonly at: string
  readonly point: string
  readonly item: string
  readonly value: string | null
}

export type Source =
  | { readonly register: string; readonly on: string }
  | { readonly stream: string; readonly items: readonly string[] }
  | { readonly measure: string }

export type Calculation =
  | { readonly kind: 'count'; readonly where?: Filter }
  | { readonly kind: 'sum' | 'mean'; readonly field?: string; readonly where?: Filter }
  | { readonly kind: 'percentile'; readonly percent: number }
  /** The one value that somebody published; two that contradict each other are none. */
  | { readonly kind: 'as-published'; readonly field: string; readonly where?: Filter }
  | { readonly kind: 'rate'; readonly part: Filter; readonly of?: Filter }
  /** Folds the readings of one cell in order of time, by the rules in force at its end. */
  | { readonly kind: 'fold'; readonly fold: (readings: readonly Folded[], cell: Cell, parameter: (name: string) => unknown) => Computed }
  /** Combines figures of other measures for the same dimensions and period. */
  | {
      readonly kind: 'index'
      readonly of: readonly string[]
      readonly combine: (parts: Readonly<Record<string, Part>>, cell: Cell, parameter: (name: string) => unknown) => Computed
    }

export interface Cell {
  readonly dimensions: Readonly<Record<string, string>>
  readonly period: Period
  /** `2014`, `2014-03` or `2014-03-05`. */
  readonly at: string
}

export interface Measure {
  readonly noun: 'measure'
  readonly name: string
  readonly title: Words
  readonly unit: string
  readonly places: number
  readonly better: 'higher' | 'lower' | 'neither'
  readonly source: Source
  readonly dimensions: readonly string[]
  readonly period: Period
  readonly calculation: Calculation
  readonly editions: readonly Edition[]
  /** Least share of expected readings, or least count, below which there is no value (validity rules). */
  readonly valid?: (n: number, cell: Cell, parameter: (name: string) => unknown) => Words | null
  readonly interval?: 'wilson' | 'mean-t'
  /** Sampling frame; rates of unlike frames refuse to be compared. */
  readonly frame?: string
  readonly parameters?: readonly string[]
  readonly basis: Citation
  /** `as-published` measures read the figures that others published and are never mixed with computed ones. */
  readonly origin: 'computed' | 'as-published'
  /** Duties that may see the figures beyond what is published; absent: open to all. */
  readonly shownTo?: readonly string[]
}

export const measure = (name: string, declared: Omit<Measure, 'noun' | 'name'>): Measure => ({ noun: 'measure', name, ...declared })

/** Why two measures must not stand side by side: another sampling frame, unit, length of period, or one of them not ours. */
export const unlike = (first: Measure, second: Measure): 'frame' | 'unit' | 'period' | 'origin' | null =>
  first.frame !== second.frame
    ? 'frame'
    : first.unit !== second.unit
      ? 'unit'
      : first.period !== second.period
        ? 'period'
        : first.origin !== second.origin
          ? 'origin'
          : null
