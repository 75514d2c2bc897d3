// What of a figure a reader may see: measures that are not open to all, and cells on few people or parties beyond one's reach.
import { nothing, type Filter } from '../../kernel/filter.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Measure } from '../../kernel/measure.ts'
import { heldOn, readingDuties, smallestCell, type Holding, type Person } from '../../kernel/permission.ts'
import type { Register } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../engine.ts'
import { reachOf } from '../records/sight.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'
import { calculate } from './calculate.ts'
import { gatherWithin } from './cells.ts'
import { cellOf, type Figure } from './figures.ts'
import { lastDay } from './periods.ts'

/** A figure as it is shown: `n` is null where even the number of cases would tell too much. */
export type ShownFigure = Omit<Figure, 'n'> & { readonly n: number | null }

/** The registers whose records a measure counts in the end. */
function registersUnder(engine: Engine, measure: Measure): readonly Register[] {
  const { calculation, source } = measure
  const below = calculation.kind === 'index' ? calculation.of : 'measure' in source ? [source.measure] : []
  const own = 'register' in source && calculation.kind !== 'index' ? [engine.house.procedureOf(source.register).of] : []
  return [...own, ...below.flatMap((name) => registersUnder(engine, engine.house.measures.get(name)!))]
}

const aboutSomebody = (register: Register): boolean =>
  register.concerns !== undefined || Object.values(register.fields).some((field) => field.personal)

const holdings = (engine: Engine, person: Person, duties: readonly string[]): readonly Holding[] =>
  heldOn(person, duties, dayOf(engine.now()))

/** Whether a person may open a measure at all; what is not said to be for certain duties is open. */
export function mayOpen(engine: Engine, measure: Measure, person: Person): boolean {
  if (!measure.shownTo) return true
  const [register] = registersUnder(engine, measure)
  const duties = measure.shownTo.map((duty) => (register ? engine.house.duty(register.name, duty) : duty))
  return holdings(engine, person, duties).length > 0
}

/** Whether a person's duties reach every record that can be in a cell. */
function reaches(engine: Engine, register: Register, dimensions: Readonly<Record<string, string>>, person: Person): boolean {
  const place = dimensions['area'] ?? (register.placedBy ? dimensions[register.placedBy] : undefined)
  const chain = place ? engine.tree.chain(place, dayOf(engine.now())) : []
  return holdings(engine, person, readingDuties(engine.house, register)).some(
    (h) =>
      h.reach === 'all' ||
      (h.reach === 'area' && h.area != null && chain.includes(h.area)) ||
      (h.reach === 'office' && dimensions['office'] !== undefined && dimensions['office'] === (h.office ?? person.office)),
  )
}

const withheld = words(
  `少于 ${smallestCell} 例，为保护当事人不予显示`,
  `Fewer than ${smallestCell} cases; withheld to protect those concerned`,
)

/** A figure as this person may see it: few cases of people or parties are withheld unless the person may read every one of them. */
export function shown(engine: Engine, measure: Measure, figure: Figure, person: Person): ShownFigure {
  if (measure.origin !== 'computed' || figure.n === 0 || figure.n >= smallestCell) return figure
  const about = registersUnder(engine, measure).filter(aboutSomebody)
  if (about.every((register) => reaches(engine, register, figure.dimensions, person))) return figure
  return { ...figure, n: null, value: null, low: null, high: null, coverage: null, notes: null, why: withheld }
}

export const isWithheld = (figure: ShownFigure): boolean => figure.n === null

/** Which of the records behind a figure a person may be shown one by one; null where the measure rests on no records. */
export function reachInto(engine: Engine, measure: Measure, person: Person): Filter | null {
  return 'register' in measure.source ? reachOf(engine, engine.house.procedureOf(measure.source.register).of, person) : null
}

export interface OwnFigure {
  readonly cell: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly at: string
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly n: number
}

/** A measure counted now, over the records that a person's duties reach: the same filter as their list, in the other store. */
export async function figuresWithin(engine: Engine, warehouse: Warehouse, measure: Measure, person: Person): Promise<readonly OwnFigure[]> {
  const reach = reachInto(engine, measure, person) ?? nothing
  const cells = await gatherWithin(warehouse, engine.house, measure, reach)
  return cells.map((cell) => {
    const parameter = (name: string) => engine.parameters.find(name, lastDay(cell.at))?.value
    const { value, low = null, high = null, n } = calculate(cell, measure, parameter)
    return { cell: cellOf(cell.dimensions, cell.at), dimensions: cell.dimensions, at: cell.at, value, low, high, n }
  })
}
