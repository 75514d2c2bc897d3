// The invented enterprises: makers of the classes of products, placed where their trade is at home and over all counties, and shops.
import type { Division } from '../../kernel/area.ts'
import { inventedCode } from '../demonstration.ts'
import { Chance, classes, rates, type Size } from './rates.ts'

export interface Enterprise {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly address: string
  readonly industry: string
  readonly size: Size
  readonly kind: 'company' | 'individual'
  readonly established: string
  readonly invented: true
}

export interface Maker extends Enterprise {
  /** Null for a shop or a service. */
  readonly productClass: string | null
}

const first = [...'虚拟示假样试演仿例模']
const second = [...'衡质远山川禾丰岳泽澜和兴宁安达顺业成辉恒']
const shops: readonly (readonly [string, string])[] = [
  ['商贸', '5211'], ['超市', '5212'], ['餐饮管理', '6210'], ['网络科技', '5292'], ['家电服务', '8131'],
]
/** Serial numbers of the small demonstration end below this. */
const firstSerial = 2000
/** Of a hundred enterprises so many make something; so many of the makers stand where their trade is at home. */
const [makersAmong, athomeAmong] = [75, 45]

/** Counties weigh unlike, by a seeded chance: how many enterprises each has in truth is not in this file. */
function weightsOf(counties: readonly Division[], chance: Chance): Readonly<Record<string, number>> {
  return Object.fromEntries(counties.map(({ code }) => [code, Math.exp(0.7 * (chance.next() + chance.next() + chance.next() - 1.5) * 2)]))
}

function placed(chance: Chance, clusters: readonly string[], weights: Readonly<Record<string, number>>): string {
  return clusters.length > 0 && chance.is(athomeAmong / 100) ? chance.pick(clusters) : chance.weighed(weights)
}

/** The same list for the same count and seed; names say that nobody is meant. */
export function inventedPopulace(count: number, divisions: readonly Division[], seed = 'populace'): readonly Maker[] {
  const chance = new Chance(seed)
  const counties = divisions.filter((d) => d.level === 'county' && d.to === undefined)
  const names = new Map(counties.map(({ code, name }) => [code, name]))
  const weights = weightsOf(counties, chance)
  const { mark: _, ...populace } = rates.populace
  const classWeights = Object.fromEntries(Object.entries(classes).map(([name, { weight }]) => [name, weight]))
  return Array.from({ length: count }, (_, at) => {
    const productClass = chance.is(makersAmong / 100) ? chance.weighed(classWeights) : null
    const data = productClass === null ? null : classes[productClass]!
    const size = chance.weighed<Size>(productClass === null ? { large: 1, medium: 4, small: 25, micro: 70 } : populace)
    const place = placed(chance, data?.clusters ?? [], weights)
    const [trade, industry] = data ? [chance.pick(data.trades), data.industry] : chance.pick(shops)
    const kind = size === 'micro' && chance.is(0.35) ? 'individual' : 'company'
    const stem = chance.pick(first) + chance.pick(second)
    const form = kind === 'company' ? '有限公司' : productClass === null ? '经营部' : '加工厂'
    return {
      code: inventedCode(place, firstSerial + at, kind === 'company' ? '91' : '92'),
      name: `${names.get(place)}${stem}${trade}${form}（虚构${String(at + 1).padStart(5, '0')}）`,
      place,
      address: `${names.get(place)}演示路 ${chance.whole(1, 400)} 号`,
      industry, size, kind,
      established: `${chance.whole(1998, 2022)}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`,
      invented: true,
      productClass,
    }
  })
}

/** As its opening asks for it. */
export const asEntered = ({ productClass: _, ...enterprise }: Maker): Enterprise => enterprise
