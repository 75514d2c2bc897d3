// Readings that are a hazard (讀數異常): days on end beyond a line, and weeks that drift from other places; with their arithmetic.
import { addDays, daysBetween, weekday, type Day } from '../../../kernel/day.ts'
import type { Words } from '../../../kernel/words.ts'
import { byCharts, type AlarmRules } from './watch.ts'

/** A figure of one place on one day; null where none may be published, which is not the same as a good one. */
export interface PlaceDay {
  readonly place: string
  readonly on: Day
  readonly value: string | null
  readonly edition: string
  /** From which of the measures that a watch names beside its first; absent: from the first. */
  readonly measure?: string
}

type ChartRules = Pick<AlarmRules, 'watch' | 'charts'>

export interface Drift {
  readonly leastDays: number
  readonly leastOthers: number
}

export interface Line {
  readonly beyond: string
  readonly days: number
}

/** What in the figures of a measure by days is a hazard: an entry of the parameter `risk.readings`. Another stream is another entry. */
export interface ReadingWatch {
  readonly name: string
  readonly title: Words
  /** A measure by days, and the dimensions of it that tell one series from another and name the area where it lies. */
  readonly measure: string
  /** Measures of the same thing by other streams, such as the hours: what one of them sees is told once. */
  readonly also?: readonly string[]
  readonly by: string
  readonly area: string
  readonly productClass: string
  readonly hazard: string
  readonly product: string
  /** Any one of these lines, held for so many days on end. */
  readonly lines?: readonly Line[]
  /** Weeks against the mean of the other places, by the charts of the watch: so many days make a week, so many others a mean. */
  readonly drift?: Drift
}

/** The parameter `risk.readings`: what ended longer ago than so many days is history and no signal. */
export interface ReadingRules {
  readonly recentDays: number
  readonly watches: readonly ReadingWatch[]
}

/** One day of an episode, or the Monday of one week of it. */
export interface Reading {
  readonly on: Day
  readonly value: string
  readonly beside: string | null
  readonly measure?: string
  readonly edition: string
}

export interface EpisodeTerm {
  readonly symbol: string
  readonly zh: string
  readonly en: string
  readonly value: string
}

export interface Episode {
  readonly place: string
  readonly from: Day
  readonly to: Day
  readonly readings: readonly Reading[]
  readonly arithmetic: readonly EpisodeTerm[]
}

const longest = 100
const written = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '∞')
const from = (measure: string | undefined) => (measure === undefined ? {} : { measure })
const placesOf = (days: readonly PlaceDay[]): readonly string[] => [...new Set(days.map(({ place }) => place))].sort()

/** Days that hold, each at most so many days after the one before; what has no figure holds nothing, for nobody knows what it was. */
function runsOf<D extends { readonly on: Day }>(days: readonly D[], holds: (day: D) => boolean, within: number): readonly (readonly D[])[] {
  const runs: D[][] = []
  for (const day of days) {
    if (!holds(day)) continue
    const last = runs.at(-1)
    if (last && daysBetween(last.at(-1)!.on, day.on) <= within) last.push(day)
    else runs.push([day])
  }
  return runs
}

/** Days of one place beyond the mildest line, on end, where one of the lines was held for as long as it asks. */
function beyondLines(days: readonly PlaceDay[], lines: readonly Line[], rising: boolean): readonly Episode[] {
  const isBeyond = ({ value }: PlaceDay, { beyond }: Line): boolean =>
    value !== null && (rising ? Number(value) > Number(beyond) : Number(value) < Number(beyond))
  return runsOf(days, (day) => lines.some((line) => isBeyond(day, line)), 1).flatMap((run) => {
    const held = lines.map((line) => Math.max(0, ...runsOf(run, (day) => isBeyond(day, line), 1).map(({ length }) => length)))
    if (!lines.some((line, at) => held[at]! >= line.days)) return []
    const values = run.map(({ value }) => Number(value))
    const worst = rising ? Math.max(...values) : Math.min(...values)
    return {
      ...{ place: run[0]!.place, from: run[0]!.on, to: run.at(-1)!.on },
      readings: run.slice(-longest).map(({ on, value, edition, measure }) => {
        return { on, value: value!, beside: null, ...from(measure), edition }
      }),
      arithmetic: [
        ...lines.flatMap(({ beyond, days: least }, at) => [
          { symbol: `L${at + 1}`, zh: `界限（${rising ? '高于' : '低于'}）`, en: `Line, ${rising ? 'above' : 'below'}`, value: beyond },
          { symbol: `n${at + 1}`, zh: '须连续的天数', en: 'Days on end that it asks for', value: String(least) },
          { symbol: `N${at + 1}`, zh: '实际连续的天数', en: 'Days on end that it was held', value: String(held[at]!) },
        ]),
        { symbol: rising ? 'max' : 'min', zh: '最重一日', en: 'The worst day', value: written(worst) },
      ],
    }
  })
}

interface Week {
  readonly on: Day
  readonly edition: string
  readonly own: number
  readonly others: number
  /** ln of the place’s mean over that of the others, positive where the place is the worse. */
  readonly apart: number
}

/** Whole weeks of a place beside the geometric mean of all others: weather and season are common to them and fall out. */
function weeksOf(days: readonly PlaceDay[], place: string, drift: Drift, rising: boolean): readonly (Week | null)[] {
  const [first, last] = [days[0]?.on, days.at(-1)?.on]
  if (first === undefined || last === undefined) return []
  const start = addDays(first, -((weekday(first) + 6) % 7))
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
  const byDay = new Map<Day, { readonly own: number[]; readonly others: number[]; readonly edition: string }>()
  for (const { on, place: of, value, edition } of days) {
    if (value === null || Number(value) <= 0) continue
    const day = byDay.get(on) ?? { own: [], others: [], edition }
    byDay.set(on, day)
    day[of === place ? 'own' : 'others'].push(Math.log(Number(value)))
  }
  return Array.from({ length: Math.floor((daysBetween(start, last) + 1) / 7) }, (_, at): Week | null => {
    const on = addDays(start, 7 * at)
    const week = Array.from({ length: 7 }, (_, n) => byDay.get(addDays(on, n)))
    const known = week.flatMap((day) => (day && day.own.length > 0 && day.others.length >= drift.leastOthers ? [day] : []))
    if (known.length < drift.leastDays) return null
    const [own, others] = [mean(known.map((day) => mean(day.own))), mean(known.map((day) => mean(day.others)))]
    return { on, edition: known.at(-1)!.edition, own: Math.exp(own), others: Math.exp(others), apart: rising ? own - others : others - own }
  })
}

/** Weeks in which both charts say that a place drifted away from the others; a single quiet week between them ends nothing. */
function drifting(weeks: readonly (Week | null)[], place: string, measure: string | undefined, rules: ChartRules): readonly Episode[] {
  const series = weeks.map((week) => week?.apart ?? null)
  const judged = weeks.flatMap((week, at) => (week ? [{ ...week, said: byCharts(series, at, rules) }] : []))
  return runsOf(judged, ({ said }) => said.every(({ found }) => found?.alarm), 14).map((run) => ({
    ...{ place, from: run[0]!.on, to: addDays(run.at(-1)!.on, 6) },
    readings: run.slice(-longest).map(({ on, own, others, edition }) => {
      return { on, value: written(own), beside: written(others), ...from(measure), edition }
    }),
    arithmetic: [
      { symbol: 'x', zh: '最近一周：本地与其他各地均值之比的对数', en: 'The last week: ln of the place’s mean over that of the others', value: written(run.at(-1)!.apart) },
      ...run.at(-1)!.said.flatMap(({ method, found }) =>
        found!.terms.map(({ symbol, words: { zh, en }, value }) => ({ symbol: `${method.toUpperCase()} ${symbol}`, zh, en, value: written(value) })),
      ),
    ],
  }))
}

/** One figure of each day: the worst that any stream has of it, for what one sees another does not unsay. */
function worstOf(days: readonly PlaceDay[], rising: boolean): readonly PlaceDay[] {
  const worst = new Map<Day, PlaceDay>()
  const far = (value: string): number => (rising ? Number(value) : -Number(value))
  for (const day of days) {
    const before = worst.get(day.on)?.value ?? null
    if (before === null || (day.value !== null && far(day.value) > far(before))) worst.set(day.on, day)
  }
  return [...worst.values()]
}

/** Drifts that overlap are one, seen by several streams: it is as long as all, with the arithmetic of the one that saw it first. */
function joined(episodes: readonly Episode[]): readonly Episode[] {
  const made: Episode[] = []
  for (const one of episodes.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = made.at(-1)
    if (!last || one.from > last.to) {
      made.push(one)
      continue
    }
    const readings = [...last.readings, ...one.readings].slice(-longest)
    made[made.length - 1] = { ...last, to: one.to > last.to ? one.to : last.to, readings }
  }
  return made
}

/** Every episode in these days; `rising` where a greater value is the worse one. Of several measures places are compared within each. */
export function episodesOf(days: readonly PlaceDay[], watch: ReadingWatch, rising: boolean, rules: ChartRules): readonly Episode[] {
  const sorted = days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const measures = [...new Set(days.map(({ measure }) => measure))]
  const drifts = (place: string, drift: Drift): readonly Episode[] =>
    joined(measures.flatMap((measure) => {
      const own = sorted.filter((day) => day.measure === measure)
      return drifting(weeksOf(own, place, drift, rising), place, measure, rules)
    }))
  return placesOf(days).flatMap((place) => [
    ...(watch.lines ? beyondLines(worstOf(sorted.filter((day) => day.place === place), rising), watch.lines, rising) : []),
    ...(watch.drift ? drifts(place, watch.drift) : []),
  ])
}
