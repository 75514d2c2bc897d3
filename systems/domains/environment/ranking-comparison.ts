// Compares a ranking that we computed with one that an authority published, and says of every difference how large it is and why.
import { compareFractions, subtract } from '../../../kernel/fraction.ts'
import { compareDecimals, decimalPlaces, fromScaled } from '../../../kernel/rounding.ts'
import { fill, words, type Words } from '../../../kernel/words.ts'
import type { Ranked } from './composite-index.ts'

/** A list as it was published: cities in the order printed, counted from the best or from the worst. */
export interface PublishedRanking {
  readonly period: string
  readonly scope: string
  readonly from: 'best' | 'worst'
  /** What the cities were ranked by; `bulletin` when the source does not say that it is the composite index. */
  readonly by: 'composite-index' | 'pm25' | 'bulletin'
  readonly cities: readonly string[]
  readonly source: string
}

export interface ComparedCity {
  readonly city: string
  /** Place in the published list, counted from its own end; null when it is not in it. */
  readonly published: number | null
  /** Place in ours, counted from the same end; null when we have no index for it. */
  readonly computed: number | null
  readonly value: string | null
}

export interface Difference extends ComparedCity {
  /** Index of the city that we have at this city's published place, and how far apart the two are. */
  readonly inItsPlace: string | null
  readonly gap: string | null
  readonly reason: DifferenceReason
  readonly words: Words
}

export type DifferenceReason = keyof typeof differenceReasons

export interface RankingComparison {
  readonly period: string
  readonly scope: string
  readonly from: 'best' | 'worst'
  readonly length: number
  /** Both lists name the same cities, in whatever order. */
  readonly sameSet: boolean
  readonly sameOrder: boolean
  readonly inBoth: readonly string[]
  readonly onlyPublished: readonly string[]
  readonly onlyComputed: readonly string[]
  readonly cities: readonly ComparedCity[]
  readonly differences: readonly Difference[]
}

/** Two indices as near as this may stand in either order: published concentrations are rounded before they are printed. */
export const roundingTolerance = '0.02'

/**
 * The published list against as many places of ours. Tied cities of ours stand in the published order as far as it goes,
 * for a tie contradicts neither. A trial value (`kind`) is named as the reason before anything else is.
 */
export function compareRankings(
  computed: readonly (Ranked & { readonly kind?: 'official' | 'trial' })[],
  published: PublishedRanking,
  tolerance: string = roundingTolerance,
): RankingComparison {
  const length = published.cities.length
  const order = ordered(computed, published)
  const ours = order.slice(0, length).map((each) => each.city)
  const named = [...published.cities, ...ours.filter((city) => !published.cities.includes(city))]
  const cities = named.map((city): ComparedCity => {
    const place = order.findIndex((each) => each.city === city)
    const printedAt = published.cities.indexOf(city)
    return {
      city,
      published: printedAt < 0 ? null : printedAt + 1,
      computed: place < 0 ? null : place + 1,
      value: order[place]?.value ?? null,
    }
  })
  const onlyPublished = published.cities.filter((city) => !ours.includes(city))
  const onlyComputed = ours.filter((city) => !published.cities.includes(city))
  const moved = cities.filter((each) => each.published !== each.computed)
  const differences = moved.map((each) => difference(each, order, { published, tolerance }))
  return {
    period: published.period,
    scope: published.scope,
    from: published.from,
    length,
    sameSet: onlyPublished.length === 0,
    sameOrder: differences.length === 0,
    inBoth: published.cities.filter((city) => ours.includes(city)),
    onlyPublished,
    onlyComputed,
    cities,
    differences,
  }
}

type Placed = Ranked & { readonly value: string; readonly kind?: 'official' | 'trial' }

function ordered(computed: readonly (Ranked & { readonly kind?: 'official' | 'trial' })[], published: PublishedRanking): readonly Placed[] {
  const direction = published.from === 'best' ? 1 : -1
  const place = (city: string): number => (published.cities.indexOf(city) + 1 || published.cities.length + 1)
  return computed
    .filter((each): each is Placed => each.value !== null)
    .sort(
      (left, right) =>
        direction * compareDecimals(left.value, right.value) || place(left.city) - place(right.city) || (left.city < right.city ? -1 : 1),
    )
}

function difference(
  city: ComparedCity,
  order: readonly Placed[],
  judged: { readonly published: PublishedRanking; readonly tolerance: string },
): Difference {
  const inItsPlace = city.published === null ? order[judged.published.cities.length] : order[city.published - 1]
  const gap = city.value === null || !inItsPlace ? null : distance(city.value, inItsPlace.value)
  const isTrial = order.some((each) => each.kind === 'trial' && (each.city === city.city || each.city === inItsPlace?.city))
  const reason: DifferenceReason =
    gap === null ? 'no-value' : judged.published.by !== 'composite-index' ? 'other-basis'
    : compareFractions(gap, judged.tolerance) <= 0 ? 'within-rounding' : isTrial ? 'too-few-days' : 'other-data'
  const values = { gap: gap ?? '', tolerance: judged.tolerance, city: city.city, other: inItsPlace?.city ?? '' }
  return { ...city, inItsPlace: inItsPlace?.city ?? null, gap, reason, words: fill(differenceReasons[reason], values) }
}

function distance(left: string, right: string): string {
  const places = Math.max(decimalPlaces(left), decimalPlaces(right))
  const { numerator, denominator } = subtract(left, right)
  const scaled = (numerator * 10n ** BigInt(places)) / denominator
  return fromScaled(scaled < 0n ? -scaled : scaled, places)
}

export const differenceReasons = {
  'no-value': words('本平台没有{city}的综合指数', 'We have no composite index for {city}'),
  'other-basis': words(
    '公布的排序未说明按综合指数（公报口径），与{other}相差 {gap}',
    'The published order does not say that it ranks by the composite index (the bulletin’s own basis); {gap} from {other}',
  ),
  'within-rounding': words(
    '与{other}相差 {gap}，不超过公布浓度修约造成的 ±{tolerance}，先后不能确定',
    'It is {gap} from {other}, within the ±{tolerance} that the rounding of published concentrations leaves open',
  ),
  'too-few-days': words(
    '有效天数不足，本平台的值为试算值；与{other}相差 {gap}',
    'Too few valid days: ours is a trial value; {gap} from {other}',
  ),
  'other-data': words(
    '与{other}相差 {gap}，超出修约误差：可能因公布所用数据经过审核，而本平台所用为实时发布的数据',
    'It is {gap} from {other}, more than rounding explains: the published order may rest on audited data, ours on real-time data',
  ),
} as const satisfies Readonly<Record<string, Words>>

const directions = {
  best: ['由好到差', '由小到大', '由低到高'],
  worst: ['由差到好'],
} as const

/** Reads a row of a table of published rankings; null where its direction is not understood. */
export function readPublishedRanking(row: {
  readonly period: string
  readonly scope: string
  readonly direction: string
  readonly rank_order: string
  readonly source: string
  readonly note: string
}): PublishedRanking | null {
  const says = (end: 'best' | 'worst') => directions[end].some((said) => row.direction.includes(said))
  const from = says('best') ? 'best' : says('worst') ? 'worst' : null
  if (from === null) return null
  const by = row.direction.includes('PM2.5') ? 'pm25' : row.note.includes('公报口径') ? 'bulletin' : 'composite-index'
  const cities = row.rank_order.split(/[;；]/).map((city) => city.trim())
  return { period: row.period, scope: row.scope, from, by, cities, source: row.source }
}
