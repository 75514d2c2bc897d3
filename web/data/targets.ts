// The targets as the pages show them: the published records, the figures of their measures, and how they stood at the end of a year.
import type { Day } from '../../kernel/day.ts'
import { dayOf } from '../../kernel/day.ts'
import { paperDay } from '../../kernel/paper.ts'
import type { Words } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { figuresOf } from '../../store/measures/figures.ts'
import { listPublished, type Published } from '../../store/publications.ts'
import type { Warehouse } from '../../store/warehouse/warehouse.ts'
import {
  plannedFor,
  progressOf,
  progressStates,
  stateOn,
  type Progress,
  type TakenStep,
  type TargetFacts,
} from '../../systems/steering/targets/index.ts'
import { addressOf } from './figure.ts'

export interface TargetValue {
  readonly year: number
  readonly value: string
  readonly low: string | null
  readonly high: string | null
  readonly origin: 'computed' | 'as-published'
  /** Address of the figure's page. */
  readonly figure: string
}

export interface TargetView {
  readonly id: string
  readonly programme: string
  readonly region: string
  readonly ordinal: number
  readonly title: Words
  readonly unit: string
  readonly kind: TargetFacts['kind']
  readonly baseline: string | null
  readonly baselineYear: number | null
  readonly goal: string
  readonly goalYear: number
  readonly values: readonly TargetValue[]
  readonly path: readonly { readonly year: number; readonly value: string }[]
  readonly progress: Progress
  readonly stateTitle: Words
  readonly caveat: Words | null
  readonly article: string
}

/** `indicator=…;region=130000` as dimensions. */
const dimensionsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), pair.slice(at + 1)]
      }),
  )

/** Values of one or several measures; where two speak of one year the computed one leads, and both keep their mark. */
async function valuesOf(engine: Engine, warehouse: Warehouse, record: Published): Promise<TargetValue[]> {
  const measures = String(record.values['measure'])
    .split('|')
    .filter((name) => engine.house.measures.has(name))
  const dimensions = String(record.values['dimensions']).split('|')
  const lists = await Promise.all(
    measures.map((measure, at) => figuresOf(warehouse, { measure, dimensions: dimensionsOf(dimensions[at] ?? '') })),
  )
  const all = lists.flatMap((figures, at) =>
    figures.flatMap((figure): TargetValue[] => {
      if (figure.value === null || figure.at.length !== 4) return []
      const { value, low, high } = figure
      return [
        { year: Number(figure.at), value, low, high, origin: engine.house.measures.get(measures[at]!)!.origin, figure: addressOf(figure) },
      ]
    }),
  )
  return all.sort((a, b) => a.year - b.year || (a.origin === 'computed' ? -1 : 1))
}

const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(Number(value)))

function factsOf(record: Published, state: TargetFacts['state']): TargetFacts {
  const v = record.values
  return {
    kind: v['kind'] as TargetFacts['kind'],
    baseline: text(v['baseline']),
    baselineYear: number(v['baselineYear']),
    goal: String(Number(v['goal'])),
    goalYear: Number(v['goalYear']),
    path: (v['path'] as Record<string, string> | null) ?? null,
    tolerance: String(v['tolerance']),
    comparable: v['comparable'] === true,
    state,
  }
}

/** Steps of all targets with the day of their effect. */
async function stepsTaken(engine: Engine): Promise<ReadonlyMap<string, readonly TakenStep[]>> {
  const { rows } = await engine.database.query<{ record: string; step: string; occurred: string }>(
    "select record, step, occurred from kernel.journal where register = 'target' and step in ('suspend', 'resume', 'discontinue') order by version",
  )
  const byRecord = new Map<string, TakenStep[]>()
  for (const { record, step, occurred } of rows)
    byRecord.set(record, [...(byRecord.get(record) ?? []), { step, on: dayOf(new Date(occurred).toISOString()) as Day }])
  return byRecord
}

/** Years from the base, or from the first value, to the goal: what the chart and the table show. */
function pathOf(facts: TargetFacts, values: readonly TargetValue[]): TargetView['path'] {
  const from = facts.baselineYear ?? values[0]?.year ?? facts.goalYear - 5
  const years = Array.from({ length: Math.max(facts.goalYear - from + 1, 1) }, (_, at) => from + at)
  return years.flatMap((each) => {
    const value = plannedFor(facts, each)
    return value === null ? [] : [{ year: each, value }]
  })
}

async function viewOf(
  engine: Engine,
  warehouse: Warehouse,
  record: Published,
  year: number,
  steps: readonly TakenStep[],
): Promise<TargetView> {
  const facts = factsOf(record, stateOn(steps, `${year}-12-31`))
  const values = await valuesOf(engine, warehouse, record)
  const leading = [...new Map([...values].reverse().map((value) => [value.year, value])).values()]
  const progress = progressOf(facts, leading, year)
  const v = record.values
  return {
    id: record.id,
    programme: String(v['programme']),
    region: String(v['region']),
    ordinal: Number(v['ordinal']),
    title: words(String(v['title']), String(v['titleEnglish'] ?? v['title'])),
    unit: String(v['unit']),
    kind: facts.kind,
    baseline: facts.baseline,
    baselineYear: facts.baselineYear,
    goal: facts.goal,
    goalYear: facts.goalYear,
    values,
    path: pathOf(facts, values),
    progress,
    stateTitle: progressStates[progress.state],
    caveat: v['caveat'] ? words(String(v['caveat']), String(v['caveatEnglish'] ?? v['caveat'])) : null,
    article: String(v['article']),
  }
}

export interface Board {
  readonly programme: string
  readonly region: string
  /** Every programme and region for which there are targets. */
  readonly boards: readonly { readonly programme: string; readonly region: string }[]
  readonly targets: readonly TargetView[]
}

/** When a board of a year is: the end of a past one, today in the one that runs. */
export const asOfYear = (year: number, today: Day): Words =>
  today <= `${year}-12-31` && today >= `${year}-01-01`
    ? words(paperDay(today, 'zh'), paperDay(today, 'en'))
    : words(`${year} 年末`, `the end of ${year}`)

/** The targets of a programme for a region, in its order, as they stood at the end of a year; by default the province's newest. */
export async function boardOf(
  engine: Engine,
  warehouse: Warehouse,
  year: number,
  asked: { programme?: string | undefined; region?: string | undefined } = {},
): Promise<Board> {
  const records = await listPublished(engine, engine.house.publications.get('targets')!, { limit: 500 })
  const keys = [...new Map(records.map(({ values }) => [`${String(values['programme'])}|${String(values['region'])}`, values])).values()]
  const boards = keys.map((values) => ({ programme: String(values['programme']), region: String(values['region']) }))
  const root = engine.tree.divisions.find((d) => d.parent === null)?.code ?? boards[0]?.region
  const chosen = boards.find((b) => (asked.programme ?? b.programme) === b.programme && (asked.region ?? root) === b.region) ??
    boards.find((b) => b.region === root) ??
    boards[0] ?? { programme: '', region: root ?? '' }
  const own = records.filter(({ values }) => values['programme'] === chosen.programme && values['region'] === chosen.region)
  const steps = await stepsTaken(engine)
  const targets = await Promise.all(own.map((record) => viewOf(engine, warehouse, record, year, steps.get(record.id) ?? [])))
  return { ...chosen, boards, targets: targets.sort((a, b) => a.ordinal - b.ordinal) }
}

export const targetViews = async (engine: Engine, warehouse: Warehouse, year: number): Promise<readonly TargetView[]> =>
  (await boardOf(engine, warehouse, year)).targets

export interface RegionValue {
  readonly region: string
  readonly name: Words
  readonly at: string
  readonly value: string
  readonly origin: TargetValue['origin']
  readonly figure: string
}

/** The newest value of every region under the measures that the target names for its regions, the best known first. */
export async function regionsOf(engine: Engine, warehouse: Warehouse, record: Published, year: number): Promise<readonly RegionValue[]> {
  const found = new Map<string, RegionValue>()
  const [today, root] = [dayOf(engine.now()), String(record.values['region'])]
  for (const one of String(record.values['regional'] ?? '')
    .split('|')
    .filter(Boolean)) {
    const [name, query = ''] = one.split('?') as [string, string?]
    const measure = engine.house.measures.get(name)
    if (!measure) continue
    for (const figure of await figuresOf(warehouse, { measure: name, dimensions: dimensionsOf(query) })) {
      const region = figure.dimensions['region'] ?? figure.dimensions['city'] ?? ''
      if (
        figure.value === null ||
        Number(figure.at.slice(0, 4)) > year ||
        region === root ||
        !engine.tree.has(region) ||
        !engine.tree.chain(region, today).includes(root)
      )
        continue
      const before = found.get(region)
      if (before && (before.at > figure.at || (before.at === figure.at && before.origin === 'computed'))) continue
      const title = words(engine.tree.name(region, today), engine.tree.name(region, today, 'en'))
      found.set(region, { region, name: title, at: figure.at, value: figure.value, origin: measure.origin, figure: addressOf(figure) })
    }
  }
  return [...found.values()].sort((a, b) => (a.region < b.region ? -1 : 1))
}

export interface PublishedRecord {
  readonly id: string
  readonly period: string
  readonly printed: string
  readonly unit: string
  readonly source: string
  readonly note: string
  readonly contradicted: boolean
}

/** What others published under the target's own indicator and region, word for word, contradictions included. */
export async function publishedBeside(engine: Engine, record: Published): Promise<readonly PublishedRecord[]> {
  const dimensions = String(record.values['dimensions'])
    .split('|')
    .map(dimensionsOf)
    .find((d) => d['indicator'])
  if (!dimensions) return []
  const where = {
    all: [
      { field: 'indicator', is: dimensions['indicator']! },
      { field: 'region', is: dimensions['region']! },
    ],
  }
  const items = await listPublished(engine, engine.house.publications.get('published-figures')!, { where, limit: 100 })
  return items
    .map(({ id, state, values: v }) => ({
      id,
      period: String(v['period']),
      printed: String(v['printed']),
      unit: String(v['unit'] ?? ''),
      source: String(v['source']),
      note: String(v['note'] ?? ''),
      contradicted: state === 'contradicted',
    }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

export const targetRecord = async (engine: Engine, id: string): Promise<Published | null> =>
  (await listPublished(engine, engine.house.publications.get('targets')!, { where: { field: 'id', is: id }, limit: 1 }))[0] ?? null
