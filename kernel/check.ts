// 核查: a check finds records that cannot be right, says why it matters and what to do.
import type { Citation } from './citation.ts'
import type { Filter } from './filter.ts'
import type { Standing } from './register.ts'
import type { Words } from './words.ts'

export interface Check {
  readonly noun: 'check'
  readonly name: string
  readonly title: Words
  readonly of: string
  /** Narrows what is looked at, in the store. */
  readonly among: Filter
  /** Decides on each; absent: all that the filter finds. */
  readonly wrong?: (record: Standing & Readonly<Record<string, unknown>>) => boolean
  readonly severity: 'error' | 'warning'
  readonly why: Words
  readonly remedy: Words
  readonly basis?: Citation
}

export const check = (name: string, declared: Omit<Check, 'noun' | 'name'>): Check => ({ noun: 'check', name, ...declared })
