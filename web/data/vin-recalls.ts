// Recalls that concern one vehicle by its number: in a range, perhaps (the scope names no numbers), or not.
import type { Filter } from '../../kernel/filter.ts'
import type { Published } from '../../store/publications.ts'
import { vinWithin } from '../../systems/oversight/recall/index.ts'
import type { PublicParts } from '../render.ts'
import { scopeOf } from '../site/recalls-page.tsx'
import { publishedNow, publishedPage } from './published.ts'

export interface VinAnswer {
  readonly within: readonly Published[]
  /** The scope, or a line of it, names models and no numbers; or an order stands whose plan is not public yet. */
  readonly perhaps: readonly Published[]
}

const cars: Filter = { field: 'line', is: 'car' }

export async function recallsOfVin(parts: PublicParts, vin: string): Promise<VinAnswer> {
  const found: Published[] = []
  for (let page = await publishedPage(parts, 'recalls', { by: 'published', where: cars }); ; ) {
    found.push(...page.items)
    if (!page.next) break
    page = await publishedPage(parts, 'recalls', { by: 'published', where: cars, after: page.next })
  }
  const isWithin = (item: Published): boolean =>
    scopeOf(item.values).some(({ vinFrom, vinTo }) => vinFrom && vinWithin(vin, vinFrom, vinTo ?? null))
  const isOpen = (item: Published): boolean => scopeOf(item.values).some(({ vinFrom }) => !vinFrom)
  const orders = await publishedNow(parts, 'recall-orders', cars)
  return { within: found.filter(isWithin), perhaps: [...orders, ...found.filter((item) => !isWithin(item) && isOpen(item))] }
}
