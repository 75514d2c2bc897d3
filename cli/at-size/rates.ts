// Sizes and rates of the invented province, read from its dated data, and the seeded chance by which all of it is made.
import classData from '../../jurisdictions/hebei/demonstration/classes.json' with { type: 'json' }
import rateData from '../../jurisdictions/hebei/demonstration/rates.json' with { type: 'json' }
import { seeded } from '../demonstration.ts'

export interface Tested {
  readonly parameter: string
  readonly method: string
  readonly unit: string
  readonly comparison: string
  readonly limit: string
  readonly places: number
  readonly price: number
  readonly days: number
  /** The edition that came later, and since when. */
  readonly later?: { readonly from: string; readonly method: string }
}

export interface ClassData {
  readonly weight: number
  readonly line: string
  readonly industry: string
  readonly trades: readonly string[]
  readonly products: readonly string[]
  readonly test: Tested
  readonly clusters: readonly string[]
  readonly rate?: { readonly batches: number; readonly nonconforming: number; readonly notices: readonly string[] }
}

export const rates = rateData
export const classes = classData as unknown as Readonly<Record<string, ClassData>>
export const classNames = Object.keys(classes)

export type Size = 'large' | 'medium' | 'small' | 'micro'
export const sizes: readonly Size[] = ['large', 'medium', 'small', 'micro']

const overall = rates.overall.nonconforming / rates.overall.batches
/** Published rates know no micro enterprises: they are among the small ones. */
const published = (size: Size) => rates.sizes[size === 'micro' ? 'small' : size]

/** How often a class fails: as in its notices; none in n counts as a half in n + 1, and a class without a notice takes the rate of 2018. */
export function failureOf(name: string): number {
  const rate = classes[name]!.rate
  if (!rate) return overall
  return rate.nonconforming === 0 ? 0.5 / (rate.batches + 1) : rate.nonconforming / rate.batches
}

/** Chance that a sample of this class from a maker of this size fails. */
export const chanceOfFailure = (name: string, size: Size): number =>
  Math.min(0.6, (failureOf(name) * (1 - Number(published(size).pass) / 100)) / overall)

/** A sequence of its own for each name, so that one part can be told again without the others. */
export class Chance {
  readonly next: () => number

  constructor(name: string) {
    let seed = 2166136261
    for (const character of name) seed = Math.imul(seed ^ character.codePointAt(0)!, 16777619)
    this.next = seeded(seed)
  }

  /** True so often. */
  is(share: number): boolean {
    return this.next() < share
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }

  /** By weight. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [name, weight] of entries) if ((left -= weight) < 0) return name
    return entries.at(-1)![0]
  }
}
