// Penalty cases: from a lead that a failure, a refusal or a clerk has opened, as far as they came; some wait, and some wait too long.
import { addDays, type Day } from '../../kernel/day.ts'
import type { Person } from '../../kernel/permission.ts'
import { tellCredit } from './credit.ts'
import type { Maker } from './enterprises.ts'
import { Chance, rates } from './rates.ts'
import { officeOf, type Field } from './samples.ts'
import { actor, Tale } from './tale.ts'

/** Article breached, article of the penalty, and a multiple of the value within its band, by kind of breach. */
const articles: Readonly<Record<string, readonly [string, string, number]>> = {
  substandard: ['13', '49', 1.5], adulterated: ['32', '50', 1], obsolete: ['29', '51', 0.6], expired: ['35', '52', 0.8], origin: ['30', '53', 0.5],
  labelling: ['27', '54', 0.2],
}
const facts: Readonly<Record<string, string>> = {
  substandard: '涉嫌生产不符合保障人身安全标准的产品', adulterated: '涉嫌以不合格产品冒充合格产品', obsolete: '涉嫌生产国家明令淘汰的产品',
  expired: '涉嫌销售失效、变质的产品', origin: '涉嫌伪造产地', labelling: '产品标识不符合规定', refusal: '拒绝接受依法进行的监督抽查',
}

interface Team {
  readonly clerk: Person
  readonly handler: Person
  readonly reviewer: Person
  readonly head: Person
}

function teamOf(place: string): Team {
  const person = (role: string): Person => actor(`case.${role}.${place}`, officeOf(place), [`enforcement.${role}`])
  return { clerk: person('clerk'), handler: person('handler'), reviewer: person('reviewer'), head: person('head') }
}

/** Exponential about the published mean, so that a few are large. */
const valueOf = (chance: Chance): number => Math.max(300, Math.round(-Number(rates.cases.meanValue) * Math.log(1 - chance.next() * 0.999)))

/** So often a case lies where it is: the handler has too many. */
const stalls = (file: Tale, since: Day, chance: Chance): boolean => file.lies(since, 0.035, chance)

async function investigated(file: Tale, team: Team, filed: Day, chance: Chance, kind: string): Promise<{ on: Day; fine: string } | null> {
  const { handler, reviewer, head } = team
  const gathered = addDays(filed, chance.whole(2, 10))
  const evidence = { sort: 'opinion', what: '检验报告（演示）', taken: gathered, from: '虚构检测中心', takers: '冀演示001、冀演示002', original: true }
  await file.take('gather', gathered, handler, evidence)
  const reported = addDays(gathered, chance.whole(12, 55))
  const [breach, by, times] = articles[kind] ?? ['15', '57', 0]
  const value = valueOf(chance)
  const punished = `product-quality-law/${times === 0 ? '57' : by}`
  if (stalls(file, gathered, chance)) return null
  await file.take('report', reported, handler, { finding: '违法事实成立（演示）', breach: `product-quality-law/${breach}`, punishedBy: punished, value: value.toFixed(2), crimeWeighed: '经审查不涉嫌犯罪（演示）' })
  const passed = addDays(reported, chance.whole(2, 9))
  if (stalls(file, reported, chance)) return null
  await file.take('review-pass', passed, reviewer, { opinion: '事实清楚，同意（演示）' })
  const fine = times === 0 ? '50000.00' : (value * times).toFixed(2)
  await file.take('tell', addDays(passed, 2), head, { toldFine: fine, penalties: ['fine'] })
  const served = await file.serve('penalty-notice', addDays(passed, 2), 2, { signs: head, serves: handler })
  return served ? { on: addDays(passed, 4), fine } : null
}

async function performed(file: Tale, team: Team, served: Day, fine: string, chance: Chance): Promise<void> {
  const { handler, head } = team
  if (stalls(file, served, chance)) return
  const paid = addDays(served, chance.whole(3, 14))
  await file.take('pay', paid, handler, { on: paid, sum: fine, receipt: `演示 ${paid}` })
  await file.take('close', addDays(paid, chance.whole(4, 16)), head, { outcome: '履行完毕（演示）' })
  // When the sixty days for reconsideration are over, which a holiday moves.
  await file.take('archive', addDays(served, 75), handler)
}

/** None is imposed, and the case is closed and filed as any other. */
async function waived(file: Tale, { handler, head }: Team, decided: Day, chance: Chance): Promise<void> {
  if (!(await file.take('waive', decided, head, { leniency: 'noFault', reasons: '没有主观过错（演示）' })) || stalls(file, decided, chance)) return
  const closed = addDays(decided, chance.whole(4, 16))
  await file.take('close', closed, head, { outcome: '不予处罚（演示）' })
  await file.take('archive', addDays(closed, 20), handler)
}

interface Lead {
  readonly place: string
  readonly kind: string
  readonly on: Day
  readonly filed: Pick<Field, 'histories' | 'today'>
}

/** A case from its lead on. */
export async function tellCase(file: Tale, lead: Lead, chance: Chance): Promise<void> {
  const team = teamOf(lead.place)
  const { handler, head } = team
  if (stalls(file, lead.on, chance)) return
  await file.take('verify', addDays(lead.on, chance.whole(1, 4)), handler, { firstVerifier: '冀演示001', secondVerifier: '冀演示002' })
  const filed = addDays(lead.on, chance.whole(6, 17))
  if (chance.is(0.12)) return void (await file.take('drop', filed, head, { reasons: '违法事实轻微并及时改正（演示）' }))
  if (stalls(file, filed, chance)) return
  if (!(await file.take('file', filed, head, { firstHandler: '冀演示001', secondHandler: '冀演示002' }))) return
  const told = await investigated(file, team, filed, chance, lead.kind)
  if (!told) return
  const heard = addDays(told.on, chance.whole(18, 24))
  await file.take('end-defence', heard, handler)
  const decided = addDays(heard, chance.whole(1, 6))
  if (chance.is(0.05)) return waived(file, team, decided, chance)
  const degree = chance.weighed({ minor: 25, ordinary: 65, serious: 10 })
  const penalty = { circumstance: 'ordinary', penalties: ['fine'], degree, fine: told.fine, reasons: '按一般情节裁量（演示）' }
  if (!(await file.take('decide', decided, head, penalty))) return
  const document = file.papers.get('penalty-decision')!
  await file.take('sign-document', decided, head, { document, how: 'seal' })
  const served = addDays(decided, chance.whole(1, 6))
  if (!(await file.take('serve', served, handler, { document, way: 'direct', outcome: 'served', on: served }))) return
  await performed(file, team, served, told.fine, chance)
  await tellCredit(lead.filed, await file.now(), served)
}

/** The case that a link has opened from a failure or a refusal. */
export async function tellOpened(cause: Tale, chance: Chance): Promise<void> {
  const file = await cause.follow('case')
  if (!file) return
  const { place, kind, received } = (await file.now()) as unknown as { place: string; kind: string; received: Day }
  await tellCase(file, { place, kind, on: received, filed: cause.within }, chance)
}

/** A case of a visit, a report or an order from above: its lead was entered by hand. */
export async function tellLead(field: Field, maker: Maker, name: string, on: Day): Promise<void> {
  const chance = new Chance(name)
  const kind = chance.weighed({ substandard: 30, adulterated: 14, obsolete: 6, expired: 12, origin: 12, labelling: 26 })
  const file = new Tale({ histories: field.histories, register: 'case', name, today: field.today })
  const opened = await file.take('open', on, teamOf(maker.place).clerk, {
    received: on, source: chance.weighed({ check: 55, report: 35, superior: 10 }), party: maker.code, partyName: maker.name,
    place: maker.place, handling: officeOf(maker.place), kind, productClass: maker.productClass, facts: `（演示数据，内容虚构）${facts[kind]}`,
  })
  if (opened) await tellCase(file, { place: maker.place, kind, on, filed: field }, chance)
}

export const factsOf = (kind: string): string => `（演示数据，内容虚构）${facts[kind]}`
