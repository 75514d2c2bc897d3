// Counts by county for the estimates of small areas: published samples that failed, and complaints that speak of safety.
import { addDays, dayOf, type Day } from '../../kernel/day.ts'
import { smallestCell } from '../../kernel/permission.ts'
import type { Engine } from '../../store/engine.ts'
import { smallAreas, type AreaCount, type AreaRate } from '../../systems/oversight/risk/small-area.ts'

/** Published results of a spot check drawn by chance; what was found on suspicion says nothing of a county. */
const failuresSql = `select area, count(*) filter (where final = 'fails')::integer as events, count(*)::integer as of from record.sample
  where how = 'drawn' and final in ('meets', 'fails') and published is not null and confirmed between $1 and $2 and area is not null group by area`
const complaintsSql = `select area, count(*) filter (where issue = 'safety')::integer as events, count(*)::integer as of from record.complaint
  where received between $1 and $2 and area is not null group by area`

export const rates = { failures: { sql: failuresSql, days: 1095 }, complaints: { sql: complaintsSql, days: 365 } } as const
export type RateName = keyof typeof rates

export interface AreaShown extends AreaRate {
  readonly events: number
}

export interface AreaRates {
  readonly from: string
  readonly to: string
  readonly mean: number
  readonly between: number
  readonly areas: readonly AreaShown[]
  /** Counties of which too few are counted to be told. They are in neither mean nor variance, from which they could be found. */
  readonly withheld: readonly string[]
}

/** Samples are public one by one; complaints are not, and fewer than five are withheld. */
const isWithheld = (name: RateName, { of }: AreaCount): boolean => name === 'complaints' && of < smallestCell

/** Counts by the counties of today; what is told of a whole city or of nowhere belongs to none. */
async function countyCounts(engine: Engine, name: RateName, from: Day, to: Day): Promise<readonly AreaCount[]> {
  const { rows } = await engine.database.query<AreaCount>(rates[name].sql, [from, to])
  const counties = new Map<string, AreaCount>()
  for (const { area, events, of } of rows) {
    const code = engine.tree.current(area, to)
    if (engine.tree.on(code, to)?.level !== 'county') continue
    const before = counties.get(code)
    counties.set(code, { area: code, events: (before?.events ?? 0) + events, of: (before?.of ?? 0) + of })
  }
  return [...counties.values()].filter(({ of }) => of > 0).toSorted((a, b) => a.area.localeCompare(b.area))
}

/** Rates of counties, drawn towards the mean, the highest estimate first; null where nothing was counted. */
export async function areaRates(engine: Engine, name: RateName): Promise<AreaRates | null> {
  const to = dayOf(engine.now())
  const from = addDays(to, -rates[name].days)
  const counts = await countyCounts(engine, name, from, to)
  const told = counts.filter((each) => !isWithheld(name, each))
  const found = smallAreas(told, smallestCell)
  if (found === null) return null
  const areas = found.areas.map((each, at) => ({ ...each, events: told[at]!.events }))
  const withheld = counts.filter((each) => isWithheld(name, each)).map(({ area }) => area)
  return { from, to, mean: found.mean, between: found.between, areas: areas.toSorted((a, b) => b.estimate - a.estimate), withheld }
}
