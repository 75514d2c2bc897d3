// Which bodies a frame may hold: the makers of a class in the place of the draw, and none that lies elsewhere.
import type { Reading } from '../../../kernel/procedure.ts'
import { productClasses, type ProductClass } from '../../basis/parties/index.ts'
import type { UnitRow } from './frame.ts'

/** Units that a frame holds at most. */
const mostUnits = 20_000

interface Drawing {
  readonly kind: string
  readonly productClass: ProductClass | null
  readonly place: string
}

/** Where no list was given: every body of the place in existence that makes a product of the class, by size. */
export async function producersOf({ productClass, place }: Omit<Drawing, 'kind'>, at: Reading): Promise<readonly UnitRow[]> {
  if (productClass === null) return []
  // Products are on record under the digits of their class in GB/T 4754.
  const digits = productClasses[productClass].code.slice(1)
  const products = await at.list('product', { class: digits, state: 'made' }, mostUnits)
  const codes = [...new Set(products.map((product) => product['producer'] as string))]
  const bodies = codes.length === 0 ? [] : await at.list('enterprise', { code: codes, state: 'active', place: at.under(place) }, mostUnits)
  const unitOf = (body: Readonly<Record<string, unknown>>): UnitRow => ({
    code: body['code'] as string,
    name: body['name'] as string,
    place: body['place'] as string,
    stratum: (body['size'] as string | null) ?? 'all',
    weight: null,
  })
  return bodies.map(unitOf)
}

/** Shops and consignments lie elsewhere; every other check keeps to the place that ordered it. */
const anywhere: readonly string[] = ['online', 'trade']

/** A unit that does not lie in the place of the draw: its authority has no business there. */
export function strayIn(units: readonly UnitRow[], draw: Pick<Drawing, 'kind' | 'place'>, at: Reading): UnitRow | undefined {
  if (anywhere.includes(draw.kind)) return undefined
  const there = new Set(at.under(draw.place))
  return units.find((unit) => !there.has(unit.place))
}
