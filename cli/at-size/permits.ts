// Permits and certificates of invented makers: most stand, some have run out, a few were suspended or revoked.
import { addDays, addMonths, type Day } from '../../kernel/day.ts'
import type { Histories } from '../../store/histories/histories.ts'
import type { Maker } from './enterprises.ts'
import { Chance } from './rates.ts'
import { actor, Tale } from './tale.ts'

interface Told {
  readonly histories: Histories
  readonly today: Day
}

const keeper = actor('supervision.organiser', 'hebei-market', ['supervision.organiser'])
const sorts = { production: ['虚构许可机关（演示）', '演示许'], ccc: ['虚构认证中心（演示）', '演示强认'], voluntary: ['虚构认证中心（演示）', '演示自认'] } as const
const kinds = { production: 5, ccc: 3, voluntary: 2 } as const
const ends = { suspended: 6, revoked: 2, cancelled: 2 } as const

async function tellPermit({ histories, today }: Told, maker: Maker, n: number, chance: Chance): Promise<void> {
  const file = new Tale({ histories, register: 'permit', name: `permit ${n}`, today })
  const kind = chance.weighed(kinds)
  const [issuerName, prefix] = sorts[kind]
  const validFrom = addDays(today, -chance.whole(60, 2000))
  const source = '（演示数据，内容虚构）发证机关公布的目录'
  const entered = {
    kind, certificate: `${prefix}-${String(n + 1).padStart(5, '0')}`, holder: maker.code, holderName: maker.name, place: maker.place, productClass: maker.productClass,
    issuerName, validFrom, validTo: addMonths(validFrom, 60), standing: 'valid', source,
  }
  const on = addDays(today, -chance.whole(5, 50))
  if (!(await file.take('open', on, keeper, entered)) || !chance.is(0.06)) return
  const [since, standing] = [addDays(on, 2), chance.weighed(ends)]
  await file.take('change', addDays(on, 4), keeper, { standing, since, source, why: `演示决定 ${n + 1}` })
}

export async function tellPermits(told: Told, makers: readonly Maker[], count: number): Promise<void> {
  const chance = new Chance('permits')
  const making = makers.filter(({ productClass }) => productClass !== null)
  for (let n = 0; n < count; n++) await tellPermit(told, chance.pick(making), n, chance)
}
