// What becomes of a penalty in the credit file: objections, repairs, the list of serious breaches with its measures; and ratings.
import { fits } from '../../kernel/filter.ts'
import { addDays, addMonths, type Day } from '../../kernel/day.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Histories } from '../../store/histories/histories.ts'
import { inventedCode } from '../demonstration.ts'
import type { Maker } from './enterprises.ts'
import { Chance } from './rates.ts'
import { actor, Tale } from './tale.ts'

const officer = actor('credit.officer', 'hebei-market', ['credit.officer', 'credit.clerk'])
const head = actor('credit.head', 'hebei-market', ['credit.head'])
const executor = actor('credit.executor', null, ['credit.executor'])
/** Repair of an ordinary breach is a rule of NDRC order 36. */
const repairFrom: Day = '2026-04-01'

interface Filed {
  readonly histories: Histories
  readonly today: Day
}

const partyOf = (record: AnyRecord) => actor(`party.${String(record['party'])}`, null, ['credit.party'], [String(record['party'])])

/** An objection: marked at once, answered within a few days or still waiting. */
async function objected({ histories, today }: Filed, entry: AnyRecord, on: Day, chance: Chance): Promise<void> {
  const file = new Tale({ histories, register: 'credit-objection', name: `objection ${entry.id}`, today })
  const grounds = '（演示数据，内容虚构）认定的批次不是本单位生产'
  if (!(await file.take('open', on, partyOf(entry), { party: entry['party'], place: entry['place'], entry: entry.id, grounds }))) return
  const answered = addDays(on, chance.whole(3, 8))
  // Only what was brought in these days still waits: an office does not leave one for years.
  if (answered > addDays(today, -5) || (on > addDays(today, -25) && chance.is(0.25))) return
  await file.take(chance.is(0.2) ? 'correct' : 'uphold', answered, officer, { finding: '（演示数据）已与来源机关核对' })
}

async function repaired({ histories, today }: Filed, entry: AnyRecord, on: Day, chance: Chance): Promise<void> {
  const file = new Tale({ histories, register: 'credit-entry', name: `repair ${entry.id}`, today, record: entry })
  if (!(await file.take('ask-repair', on, partyOf(entry), { promise: '（演示数据）罚款已缴清，整改完成，承诺守信' }))) return
  if (file.lies(on, 0.2, chance)) return
  await file.take('accept-repair', addDays(on, 1), officer)
  await file.take(chance.is(0.85) ? 'grant' : 'reject', addDays(on, chance.whole(2, 8)), officer, { reason: '（演示数据）义务履行情况已核实' })
}

async function measured({ histories, today }: Filed, listing: Tale, on: Day, chance: Chance): Promise<void> {
  for (const measure of await histories.shelf.find('joint-measure', fits({ listing: listing.id }))) {
    const file = new Tale({ histories, register: 'joint-measure', name: `measure ${measure.id}`, today, record: measure })
    await file.take('send', addDays(on, 2), officer, { executor: '虚构财政部门（演示）' })
    if (chance.is(0.7)) await file.take('apply', addDays(on, 5), executor, { receipt: `演示回 ${measure.number ?? ''}` })
  }
}

/** A penalty of serious degree: a third are put on the list, some are still considered, the rest are not listed. */
async function considered(filed: Filed, listing: AnyRecord, on: Day, chance: Chance): Promise<void> {
  const file = new Tale({ ...filed, register: 'serious-listing', name: `listing ${listing.id}`, record: listing })
  if (chance.is(0.25)) return
  if (chance.is(0.5)) return void (await file.take('drop', addDays(on, 6), officer, { reasons: '（演示数据）没有主观故意' }))
  const told = { ground: 'quality', heavier: ['fine'], facts: '（演示数据，内容虚构）明知不合格仍大量销售', intent: true }
  await file.take('notice', addDays(on, 5), officer, told)
  await file.serve('listing-notice', addDays(on, 5), 2, { signs: head, serves: officer })
  await file.take('defend', addDays(on, 10), partyOf(listing), { defence: '（演示数据）已召回全部产品' })
  const decision = { reasons: '（演示数据）情节严重', measures: [{ measure: 'procurement' }, { measure: 'no-honours' }], level: 'province', waived: true }
  await file.take('list', addDays(on, 20), head, decision)
  const shown = addDays(on, chance.whole(24, 40))
  if (await file.take('publish', shown, officer)) await measured(filed, file, shown, chance)
}

/** What follows in the credit file of a decision that was served on a day. */
export async function tellCredit(filed: Filed, penalty: AnyRecord, served: Day): Promise<void> {
  const chance = new Chance(`credit ${penalty.id}`)
  const { histories } = filed
  const [entry] = await histories.shelf.find('credit-entry', fits({ originRecord: penalty.id }))
  const [listing] = await histories.shelf.find('serious-listing', fits({ case: penalty.id }))
  if (listing) await considered(filed, listing, served, chance)
  if (!entry) return
  if (chance.is(0.12)) return objected(filed, entry, addDays(served, chance.whole(4, 30)), chance)
  const least = addMonths(served, 3)
  const asked = addDays(least > repairFrom ? least : repairFrom, chance.whole(1, 60))
  if (entry['category'] === 'ordinary' && served >= addMonths(repairFrom, -9) && chance.is(0.4)) await repaired(filed, entry, asked, chance)
}

const decided = ['虚构邻省市场监管局（演示）', '虚构邻市市场监管局（演示）'] as const

/** Penalties of others within a year: most are confirmed from their paper, some wait. */
export async function tellOutsideDecisions({ histories, today }: Filed, makers: readonly Maker[], count: number): Promise<void> {
  const chance = new Chance('outside decisions')
  const clerk = actor('credit.clerk', 'hebei-market', ['credit.clerk'])
  for (let n = 0; n < count; n++) {
    const [maker, on] = [chance.pick(makers), addDays(today, -chance.whole(20, 360))]
    const file = new Tale({ histories, register: 'outside-decision', name: `outside decision ${n}`, today })
    const noted = { party: maker.code, partyName: maker.name, place: maker.place, sort: 'administrative', source: '（演示数据，内容虚构）外地来函' }
    const recent = chance.is(0.25) ? addDays(today, -chance.whole(1, 8)) : on
    if (!(await file.take('open', recent, clerk, noted)) || recent !== on) continue
    const large = chance.is(0.2)
    await file.take('confirm', addDays(on, chance.whole(1, 6)), officer, {
      authority: chance.pick(decided), document: `演示外罚 ${n + 1}`, decided: addDays(on, -chance.whole(5, 15)), degree: large ? 'serious' : 'ordinary', penalties: ['fine'],
      fine: large ? '2100000.00' : '30000.00',
    })
  }
}

const raters = [['虚构评级甲（演示）', 700], ['虚构评级乙（演示）', 701]] as const
const grades = { AAA: 5, AA: 20, A: 40, BBB: 25, BB: 10 } as const
const likely = { AAA: '0.0010', AA: '0.0030', A: '0.0060', BBB: '0.0120', BB: '0.0250' } as const

/** Ratings of two invented raters over two years, the first of them old enough to be compared with what came. */
export async function tellRatings({ histories, today }: Filed, makers: readonly Maker[], count: number): Promise<void> {
  const chance = new Chance('ratings')
  for (let n = 0; n < count; n++) {
    const [maker, [raterName, serial]] = [chance.pick(makers), chance.pick(raters)]
    const [grade, issued] = [chance.weighed(grades), addDays('2024-06-01', chance.whole(0, 720))]
    const rated = {
      party: maker.code, partyName: maker.name, place: maker.place, rater: inventedCode('130102', serial, '91'), raterName, report: `演示评级 ${n + 1}`,
      grade, probability: likely[grade], issued, validTo: addMonths(issued, 12),
    }
    await new Tale({ histories, register: 'third-party-rating', name: `rating ${n}`, today }).take('open', issued, officer, rated)
  }
}
