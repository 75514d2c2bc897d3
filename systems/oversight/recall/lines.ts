// Lines of recall (產品門類): by which rules a product is recalled, as its class says; where the class does not say, nobody guesses.
import { words } from '../../../kernel/words.ts'
import type { ProductClass } from '../../basis/parties/index.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

export const lines = {
  goods: words('消费品', 'Consumer goods'),
  car: words('汽车', 'Cars'),
  food: words('食品', 'Food'),
  equipment: words('特种设备', 'Special equipment'),
} as const

export type Line = keyof typeof lines

const classesOf: Readonly<Record<Line, readonly ProductClass[]>> = {
  // Bought and used for daily life. What is also a material or a machine of a trade is left to whoever takes it up.
  goods: [
    'bedding', 'clothing', 'bags', 'shoes', 'furniture', 'paperProducts', 'stationery', 'toys', 'glassware', 'sanitaryCeramics', 'plumbing', 'glasses',
    'eBikes', 'batteries', 'kitchenAppliances', 'gasAppliances', 'lamps',
  ],
  car: ['cars'],
  food: ['edibleOil', 'meat', 'bakery', 'dairy', 'milkPowder', 'liquor'],
  equipment: ['boilers', 'rides', 'pressureVessels', 'cranes', 'worksVehicles', 'lifts', 'ropeways'],
}

const lineByClass = new Map(
  (Object.keys(classesOf) as Line[]).flatMap((line) => classesOf[line].map((each) => [each as string, line] as const)),
)

/** The line that a class belongs to; null where the class alone does not tell. */
export const lineOf = (productClass: string): Line | null => lineByClass.get(productClass) ?? null

/** The line to recall by: that of the class; where the class does not tell, the one that is given; never one against the class. */
export function lineFor(productClass: string, given: Line | null): Line {
  const own = lineOf(productClass)
  if (own !== null && given !== null && given !== own) return refuse('line-against-class', { line: lines[own], given: lines[given], field: 'line' })
  return own ?? given ?? refuse('line-unknown', { field: 'line' })
}
