// Complaints of three years: invented buyers against invented makers and shops, by the published shares of what they are about.
import { addDays, type Day } from '../../kernel/day.ts'
import { anyone, type Person } from '../../kernel/permission.ts'
import type { Maker } from './enterprises.ts'
import { Chance, classes, rates } from './rates.ts'
import { officeOf, type Field } from './samples.ts'
import { screen } from './screening.ts'
import { actor, Tale, type Row } from './tale.ts'

const issueShares = Object.fromEntries(Object.entries(rates.complaints.byIssue).map(([name, share]) => [name, Number(share)]))
const facts: Readonly<Record<string, string>> = {
  quality: '使用不久即出现质量问题，与经营者协商未果。', threeGuarantees: '在三包期内维修两次仍不能正常使用。', advertising: '实物与宣传页所示不符。',
  safety: '使用中有异味并发热，担心安全。', afterSales: '承诺的上门安装一直没有履行。',
}

function openingOf({ maker, name, on }: Complained, chance: Chance): Row {
  const issue = chance.weighed(issueShares)
  const bought = addDays(on, -chance.whole(3, 60))
  const data = maker.productClass === null ? null : classes[maker.productClass]!
  return {
    received: on, channel: chance.is(0.6) ? 'web' : 'hotline', complainant: `${chance.pick([...'赵钱孙李周吴郑王'])}某某（演示）`, phone: `139${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`,
    traderName: maker.name, traderAddress: maker.address, trader: maker.code, online: chance.is(0.75) ? 'shop' : 'ownSite',
    place: maker.place, domicile: maker.place,
    handling: officeOf(maker.place), goods: data ? chance.pick(data.products) : '日用商品', goodsClass: maker.productClass, price: `${chance.whole(20, 4000)}.00`,
    bought, known: addDays(bought, 1), issue, claims: chance.is(0.5) ? ['refund'] : ['refund', 'damages'], facts: `（演示数据，内容虚构）${facts[issue] ?? name}`, forDailyUse: true,
  }
}

export interface Complained {
  readonly maker: Maker
  readonly name: string
  readonly on: Day
}

interface Bench {
  readonly clerk: Person
  readonly mediator: Person
  readonly head: Person
}

async function mediated(file: Tale, { clerk, mediator, head }: Bench, accepted: Day, price: unknown, chance: Chance): Promise<void> {
  await file.take('mediate', addDays(accepted, chance.whole(1, 6)), mediator, { form: 'phone', bothConsent: true })
  if (file.lies(accepted, 0.03, chance)) return
  const ended = addDays(accepted, chance.whole(8, 50))
  if (chance.is(Number(rates.complaints.solved) / 100)) {
    await file.take('agree', ended, mediator, { agreement: '经营者退还价款，消费者退回商品。', recovered: price, onTheSpot: false })
    await file.take('perform', addDays(ended, 5), mediator, { performed: !chance.is(0.03) })
    return
  }
  const particulars = '双方对责任认定分歧较大，无法达成一致。'
  await file.take('propose-end', ended, mediator, { ground: 'noAgreement', particulars })
  await file.take('end', addDays(ended, 2), head)
  await file.take('notify', addDays(ended, 4), clerk, { told: 'phone' })
}

/** One complaint from its receipt as far as it came. */
export async function tellComplaint({ histories, today }: Field, complained: Complained): Promise<void> {
  const { maker, name, on } = complained
  const chance = new Chance(name)
  const office = officeOf(maker.place)
  const person = (role: string): Person => actor(`${role}.${maker.place}`, office, [`complaints.${role}`])
  const bench = { clerk: person('clerk'), mediator: person('mediator'), head: person('head') }
  const file = new Tale({ histories, register: 'complaint', name, today })
  const answers = openingOf(complained, chance)
  if (!(await file.take('open', on, answers['channel'] === 'web' ? anyone : bench.clerk, answers))) return
  if (file.lies(on, 0.02, chance)) return
  const accepted = addDays(on, chance.whole(1, 8))
  if (chance.is(0.07)) {
    const particulars = '争议不在市场监督管理部门职责范围（演示）。'
    await file.take('propose-decline', accepted, bench.clerk, { ground: 'noPower', otherChannel: 'otherAuthority', particulars })
    return void (await file.take('decline', addDays(accepted, 1), bench.head))
  }
  if (!(await file.take('accept', accepted, bench.clerk))) return
  await screen(file, accepted, chance)
  await mediated(file, bench, accepted, answers['price'], chance)
}
