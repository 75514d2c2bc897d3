// Signals counted by class of products, hazard and week, within a person's reach: what the risk table and the watch both read.
import { addDays, daysBetween, weekday, type Day } from '../../kernel/day.ts'
import type { Filter } from '../../kernel/filter.ts'
import type { Series } from '../../systems/oversight/risk/alarm.ts'
import { isSurrounding, type RiskMatrix } from '../../systems/oversight/risk/index.ts'
import { judgePairs, judgeWeek, type AlarmRules, type Pair, type Word } from '../../systems/oversight/risk/watch.ts'
import type { SignalRules } from '../../systems/oversight/risk/disproportionality.ts'
import { priorFor, type PriorRules, type UsedPrior } from '../../systems/oversight/risk/ratio-prior.ts'
import { piece, together } from '../../store/compile.ts'
import type { Engine } from '../../store/engine.ts'

export type Stream = 'own' | 'outside'

export interface WeekCount {
  readonly productClass: string
  readonly hazard: string
  readonly stream: Stream
  /** Monday. */
  readonly week: Day
  readonly count: number
  readonly weight: number
}

/** Counts up to a day; what was put aside is not counted. */
export async function weekCounts(engine: Engine, reach: Filter, until: Day): Promise<readonly WeekCount[]> {
  const { text, values } = together([
    `select product_class as "productClass", hazard, case when source = 'overseas' then 'outside' else 'own' end as stream,
       date_trunc('week', day)::date::text as week, count(*)::integer as count, sum(weight)::integer as weight
     from record.signal where state <> 'archived' and `,
    piece(reach),
    ' and ',
    { text: 'day <= $1', values: [until] },
    ' group by 1, 2, 3, 4',
  ])
  return (await engine.database.query<WeekCount>(text, [...values])).rows
}

/** Monday of the last whole week before a day. */
export const lastWeek = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7) - 7)

export interface WeekSeries {
  readonly start: Day
  readonly counts: Series
}

/** Weeks without a notice for so long were not reported to us, and are not nought. */
const silentAfter = 26

/** A series from its first signal to a week. Our own weeks without a signal are nought; others' are missing where their notices end. */
export function seriesOf(counts: readonly WeekCount[], productClass: string, stream: Stream, to: Day): WeekSeries | null {
  const own = counts.filter((each) => each.productClass === productClass && each.stream === stream && each.week <= to)
  if (own.length === 0) return null
  const start = own.map(({ week }) => week).sort()[0]!
  const length = daysBetween(start, to) / 7 + 1
  const sums = new Map<string, number>()
  for (const { week, count } of own) sums.set(week, (sums.get(week) ?? 0) + count)
  let silent = 0
  const series = Array.from({ length }, (_, at): number | null => {
    const count = sums.get(addDays(start, 7 * at)) ?? 0
    silent = count > 0 ? 0 : silent + 1
    return stream === 'outside' && silent > silentAfter ? null : count
  })
  return { start, counts: series }
}

export interface PairRules {
  readonly signals: SignalRules
  readonly prior: PriorRules
}

/** Settings of all methods on a day; they are our own, and what lies before the first of them is looked at by the first. */
export function rulesOn({ parameters }: Pick<Engine, 'parameters'>, day: Day): AlarmRules & PairRules & { matrix: RiskMatrix } {
  const of = <V>(name: string): V => (parameters.find(name, day) ?? parameters.named(name)!.versions[0]!).value as V
  const farrington = of<AlarmRules['farrington']>('risk.farrington')
  const charts = of<AlarmRules['charts']>('risk.charts')
  const pairs = { signals: of<SignalRules>('risk.disproportionality'), prior: of<PriorRules>('risk.ratio-prior') }
  return { watch: of('risk.watch'), farrington, ears: of('risk.ears'), charts, ...pairs, matrix: of('risk.matrix') }
}

export interface Judged extends WeekSeries {
  readonly productClass: string
  readonly stream: Stream
  readonly week: Day
  readonly words: readonly Word[]
}

/** Every class and stream that has a series, judged in one week. */
export function judgeAll(counts: readonly WeekCount[], week: Day, rules: AlarmRules): readonly Judged[] {
  const classes = [...new Set(counts.map(({ productClass }) => productClass))].sort()
  return classes.flatMap((productClass) =>
    (['own', 'outside'] as const).flatMap((stream) => {
      const series = seriesOf(counts, productClass, stream, week)
      if (series === null) return []
      const words = judgeWeek(series.counts, series.counts.length - 1, series.start, rules)
      return [{ productClass, stream, week, ...series, words }]
    }),
  )
}

export interface PairsFound {
  readonly pairs: readonly Pair[]
  readonly prior: UsedPrior
}

/** Pairs of class and hazard over the months before a week, and the prior by which their ratios are shrunk. */
export function pairsOf(counts: readonly WeekCount[], week: Day, months: number, rules: PairRules): PairsFound {
  const since = addDays(week, -Math.round(months * 30.44))
  const sums = new Map<string, { productClass: string; hazard: string; count: number }>()
  // A pair is of a product: what is told of the air says nothing of which hazard is usual among products.
  for (const each of counts.filter((one) => one.week >= since && one.week <= week && !isSurrounding(one.productClass))) {
    const key = `${each.productClass} ${each.hazard}`
    const sum = sums.get(key) ?? { productClass: each.productClass, hazard: each.hazard, count: 0 }
    sums.set(key, { ...sum, count: sum.count + each.count })
  }
  const prior = priorFor([...sums.values()], rules.prior)
  return { pairs: judgePairs([...sums.values()], rules.signals, prior.prior), prior }
}
