// 空气质量指数: the air quality index of a day or an hour (HJ 633), in exact arithmetic and by the edition of its day.
import { ceiling, divide, multiply, subtract } from '../../../kernel/fraction.ts'
import { compareDecimals, decimalPlaces, roundHalfEven } from '../../../kernel/rounding.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { pollutantOf, type IndexItem, type Pollutant } from './pollutant.ts'

export interface AqiLevel {
  readonly grade: 1 | 2 | 3 | 4 | 5 | 6
  /** Highest index of the level; null for the last. */
  readonly upTo: number | null
  readonly title: Words
  /** The colour that the standard prescribes. */
  readonly colour: string
}

/** One edition of HJ 633 as data. Concentrations in µg/m³, carbon monoxide in mg/m³. */
export interface AqiEdition {
  readonly edition: string
  /** The index at each breakpoint: 0, 50, 100 … 500. */
  readonly indices: readonly number[]
  /** Concentration at each index; null where the standard has a dash. */
  readonly breakpoints: Readonly<Record<IndexItem, readonly (number | null)[]>>
  /** The index of a concentration above the last breakpoint; null where the standard gives none. */
  readonly beyond: Readonly<Record<IndexItem, number | null>>
  /** Decimal places to which a concentration is rounded before it is used. */
  readonly places: Readonly<Record<Pollutant, number>>
  /** What each report needs, and what it counts when it is there. */
  readonly reports: Readonly<Record<AqiReport, { readonly needs: readonly IndexItem[]; readonly beside: readonly IndexItem[] }>>
  readonly levels: readonly AqiLevel[]
  /** Above this index there is a primary pollutant. */
  readonly primaryAbove: number
  /** With an item missing, an index is published only above this one; it exceeds the standard above it. */
  readonly standardAt: number
}

export type AqiReport = 'daily' | 'hourly'

export interface AirIndex {
  readonly edition: string
  /** The index that may be published; null where the rule on missing items forbids it, with the reason in `why`. */
  readonly aqi: number | null
  /** The greatest of the sub-indices that there are: a lower bound where an item is missing. */
  readonly atLeast: number | null
  readonly level: AqiLevel | null
  readonly subIndices: Readonly<Partial<Record<IndexItem, number | null>>>
  /** 首要污染物: all pollutants with the greatest sub-index, when the index is above 50. */
  readonly primary: readonly Pollutant[]
  /** Pollutants above the limit (sub-index over 100, or beyond the table). */
  readonly overStandard: readonly Pollutant[]
  readonly missing: readonly IndexItem[]
  /** Items whose concentration lies beyond a table that gives no index there. */
  readonly notIndexed: readonly IndexItem[]
  readonly why: Words | null
}

type Concentrations = Readonly<Partial<Record<IndexItem, string | null>>>

/** Digits within which whole floats carry the interpolation exactly. */
const safeLength = 12

/**
 * 空气质量分指数 (IAQI) of a concentration as given, rounded up to an integer; null for a negative concentration and
 * where the standard gives no index (2012: 1-hour SO₂ and 8-hour O₃ above 800). Source: HJ 633, formula (1) and table 1.
 */
export function subIndex(edition: AqiEdition, item: IndexItem, concentration: string): number | null {
  if (compareDecimals(concentration, '0') < 0) return null
  const table = edition.breakpoints[item]
  for (let step = 1; step < table.length; step++) {
    const [low, high] = [table[step - 1], table[step]]
    if (low === null || low === undefined || high === null || high === undefined) break
    if (compareDecimals(concentration, String(high)) > 0) continue
    const [from, to] = [edition.indices[step - 1] as number, edition.indices[step] as number]
    return from + risenBy(concentration, { low, high, rise: to - from })
  }
  return edition.beyond[item]
}

/** The part of `rise` that the concentration has gone from `low` to `high`, rounded up without a binary fraction. */
function risenBy(concentration: string, step: { low: number; high: number; rise: number }): number {
  if (concentration.length > safeLength || /e/i.test(concentration)) {
    const gone = multiply(subtract(concentration, String(step.low)), String(step.rise))
    return Number(ceiling(divide(gone, String(step.high - step.low))))
  }
  const scale = 10 ** decimalPlaces(concentration)
  const above = step.rise * (Math.round(Number(concentration) * scale) - step.low * scale)
  const below = (step.high - step.low) * scale
  const rest = above % below
  return (above - rest) / below + (rest > 0 ? 1 : 0)
}

/**
 * 空气质量指数 (AQI) of a daily or hourly report. Each concentration is first rounded by GB/T 8170. When an item that the
 * report needs is missing, the index is known only to be at least what the others give, so it is published only when
 * that is above 100; `unmonitored` names pollutants that are by plan not measured and need not be waited for.
 */
export function airQualityIndex(
  edition: AqiEdition,
  report: AqiReport,
  concentrations: Concentrations,
  unmonitored: readonly Pollutant[] = [],
): AirIndex {
  const { needs, beside } = edition.reports[report]
  const subIndices: Partial<Record<IndexItem, number | null>> = {}
  const [missing, notIndexed]: [IndexItem[], IndexItem[]] = [[], []]
  for (const item of [...needs, ...beside]) {
    const given = concentrations[item]
    if (given === null || given === undefined) {
      if (needs.includes(item) && !unmonitored.includes(pollutantOf(item))) missing.push(item)
      continue
    }
    const index = subIndex(edition, item, roundHalfEven(given, edition.places[pollutantOf(item)]))
    subIndices[item] = index
    if (index === null) (compareDecimals(given, '0') < 0 ? missing : notIndexed).push(item)
  }
  return { edition: edition.edition, subIndices, missing, notIndexed, ...concluded(edition, subIndices, { missing, notIndexed }) }
}

function concluded(
  edition: AqiEdition,
  subIndices: AirIndex['subIndices'],
  gaps: { missing: readonly IndexItem[]; notIndexed: readonly IndexItem[] },
): Pick<AirIndex, 'aqi' | 'atLeast' | 'level' | 'primary' | 'overStandard' | 'why'> {
  const entries = Object.entries(subIndices) as [IndexItem, number | null][]
  const known = entries.filter((entry): entry is [IndexItem, number] => entry[1] !== null)
  const over = [...known.filter(([, index]) => index > edition.standardAt).map(([item]) => item), ...gaps.notIndexed]
  const overStandard = distinct(over.map(pollutantOf))
  if (known.length === 0) return { aqi: null, atLeast: null, level: null, primary: [], overStandard, why: nothingMeasured }
  const atLeast = Math.max(...known.map(([, index]) => index))
  const publishable = gaps.missing.length === 0 || atLeast > edition.standardAt
  const leading = atLeast > edition.primaryAbove ? known.filter(([, index]) => index === atLeast).map(([item]) => item) : []
  return {
    aqi: publishable ? atLeast : null,
    atLeast,
    level: publishable ? levelOf(edition, atLeast) : null,
    primary: publishable ? distinct(leading.map(pollutantOf)) : [],
    overStandard,
    why: publishable ? (gaps.notIndexed.length > 0 ? beyondTable : null) : itemMissing,
  }
}

/** The level of an index (空气质量指数级别). */
export function levelOf(edition: AqiEdition, index: number): AqiLevel {
  const found = edition.levels.find((level) => level.upTo === null || index <= level.upTo)
  return found ?? (edition.levels[edition.levels.length - 1] as AqiLevel)
}

const distinct = (names: readonly Pollutant[]): Pollutant[] => [...new Set(names)].sort()

const nothingMeasured = words('没有可用的监测值，不计算指数', 'There is no value that may be used, so there is no index')
const itemMissing = words(
  '有监测项目缺失，其余项目的指数未超过 100，按规定不发布',
  'An item is missing and the others do not exceed 100, so the index is not published',
)
const beyondTable = words(
  '有浓度超出分指数表的范围，该项不计算分指数，由同一污染物的另一平均时间报告',
  'A concentration lies beyond the table; that item has no sub-index and is reported by the other averaging time',
)
