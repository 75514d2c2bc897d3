// The targets as the pages show them: the published records, the figures of their measures, and how they stand on a day.
import type { Words } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { figuresOf, type Figure } from '../../store/measures/figures.ts'
import { listPublished, type Published } from '../../store/publications.ts'
import type { Warehouse } from '../../store/warehouse/warehouse.ts'
import { plannedFor, progressOf, progressStates, type Progress, type TargetFacts } from '../../systems/steering/targets/index.ts'

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

const addressOf = (figure: Figure): string => `/figures/${figure.measure}/${encodeURIComponent(figure.cell)}`

/** `indicator=…;region=130000` as dimensions. */
const dimensionsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(';').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )

/** Values of one or several measures; where two speak of one year the computed one leads, and both keep their mark. */
async function valuesOf(engine: Engine, warehouse: Warehouse, record: Published): Promise<TargetValue[]> {
  const measures = String(record.values['measure']).split('|')
  const dimensions = String(record.values['dimensions']).split('|')
  const lists = await Promise.all(
    measures.map((measure, at) => figuresOf(warehouse, { measure, dimensions: dimensionsOf(dimensions[at] ?? '') })),
  )
  const all = lists.flatMap((figures, at) =>
    figures.flatMap((figure): TargetValue[] =>
      figure.value === null || figure.at.length !== 4
        ? []
        : [
            {
              year: Number(figure.at),
              value: figure.value,
              low: figure.low,
              high: figure.high,
              origin: engine.house.measures.get(measures[at]!)!.origin,
              figure: addressOf(figure),
            },
          ],
    ),
  )
  return all.sort((a, b) => a.year - b.year || (a.origin === 'computed' ? -1 : 1))
}

const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(Number(value)))

function factsOf(record: Published): TargetFacts {
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
    state: record.state as TargetFacts['state'],
  }
}

async function viewOf(engine: Engine, warehouse: Warehouse, record: Published, year: number): Promise<TargetView> {
  const facts = factsOf(record)
  const values = await valuesOf(engine, warehouse, record)
  const leading = [...new Map([...values].reverse().map((value) => [value.year, value])).values()]
  const progress = progressOf(facts, leading, year)
  const from = facts.baselineYear ?? leading.at(-1)?.year ?? facts.goalYear - 5
  const years = Array.from({ length: Math.max(facts.goalYear - from + 1, 1) }, (_, at) => from + at)
  const v = record.values
  return {
    id: record.id,
    ordinal: Number(v['ordinal']),
    title: words(String(v['title']), String(v['titleEnglish'] ?? v['title'])),
    unit: String(v['unit']),
    kind: facts.kind,
    baseline: facts.baseline,
    baselineYear: facts.baselineYear,
    goal: facts.goal,
    goalYear: facts.goalYear,
    values,
    path: years.flatMap((each) => {
      const value = plannedFor(facts, each)
      return value === null ? [] : [{ year: each, value }]
    }),
    progress,
    stateTitle: progressStates[progress.state],
    caveat: v['caveat'] ? words(String(v['caveat']), String(v['caveatEnglish'] ?? v['caveat'])) : null,
    article: String(v['article']),
  }
}

/** All targets of the programme, in its order, as they stood at the end of a year. */
export async function targetViews(engine: Engine, warehouse: Warehouse, year: number): Promise<readonly TargetView[]> {
  const publication = engine.house.publications.get('targets')!
  const records = await listPublished(engine, publication, { limit: 500 })
  const views = await Promise.all(records.map((record) => viewOf(engine, warehouse, record, year)))
  return views.sort((a, b) => a.ordinal - b.ordinal)
}
