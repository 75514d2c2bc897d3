// What follows a failed sample: the order to correct, its report and re-check or the ladder, and in nearly half of them a case.
import { addDays, type Day } from '../../kernel/day.ts'
import { factsOf, tellOpened } from './cases.ts'
import { tellRecall } from './recalls.ts'
import { rates, type Chance } from './rates.ts'
import { officeOf, publishedAndReturned, sendAndTest, takeSample, organiser, type Field } from './samples.ts'
import type { Person } from '../../kernel/permission.ts'
import { screen } from './screening.ts'
import { actor, type Tale } from './tale.ts'

/** The re-check is a sample of its own that the link has opened. */
async function recheck(field: Field, follow: Tale, on: Day, chance: Chance): Promise<Day | null> {
  const sample = (await follow.follow('sample'))!
  const { unit, productClass } = (await sample.now()) as unknown as { unit: string; productClass: string }
  const maker = field.makers.get(unit)!
  const name = `re-check ${sample.id}`
  const samplers = ['inspector.01', 'inspector.02']
  if (!(await takeSample(sample, { maker, productClass, samplers, on, name }, chance))) {
    if ((await sample.now()).state === 'obstructed') await field.afterRefusal(sample, chance)
    return null
  }
  const fails = chance.is(0.1)
  const reported = await sendAndTest(field, sample, { productClass, fails, on }, chance)
  if (reported === null) return null
  if (fails) {
    await sample.take('tell', addDays(reported, 2), organiser)
    await sample.serve('result-notice', addDays(reported, 2), 2, { signs: organiser, serves: organiser })
  }
  const final = addDays(reported, fails ? 32 : 3)
  if (!(await sample.take('confirm', final, organiser))) return null
  if (fails) await screen(sample, final, chance)
  await publishedAndReturned(sample, final, chance)
  return final
}

interface Owed {
  readonly place: string
  readonly party: string
  readonly productClass: string
}

/** Goods of which a failure may be a danger to people. */
const dangerous = ['toys', 'lamps', 'furniture', 'eBikes', 'stationery', 'gasAppliances']

/** A breach becomes a case, and a danger defect information, while the follow-up runs. */
async function suspect(follow: Tale, officer: Person, on: Day, chance: Chance): Promise<void> {
  const { productClass } = (await follow.now()) as unknown as Owed
  if (chance.is(Number(rates.cases.fromFailures))) {
    const suspected = chance.weighed({ substandard: 70, adulterated: 20, labelling: 10 })
    if (await follow.take('suspect-breach', on, officer, { suspected, facts: factsOf(suspected) })) await tellOpened(follow, chance)
  }
  if (!dangerous.includes(productClass) || !chance.is(0.2)) return
  if (await follow.take('suspect-defect', on, officer, { danger: '使用中可能伤人（演示，内容虚构）' })) await tellRecall(follow, on, chance)
}

interface Offices {
  readonly head: Person
  readonly officer: Person
  readonly party: Person
}

/** Reports the correction and is looked at again; true when the re-check failed. */
async function attempt(field: Field, follow: Tale, by: Offices, on: Day, chance: Chance): Promise<boolean> {
  const told = { cause: '原料批次波动（演示）', measures: '更换供应商并加严进厂检验（演示）', stock: '已封存并返工（演示）', recovered: chance.whole(0, 60) }
  if (!(await follow.take('report', on, by.party, told))) return false
  // Now and then a re-check comes to nothing and is ordered anew.
  for (let ordered = addDays(on, 6); (await follow.now()).state === 'reported'; ordered = addDays(ordered, 20)) {
    if (!(await follow.take('recheck', ordered, by.officer))) return false
    await recheck(field, follow, addDays(ordered, 6), chance)
  }
  return (await follow.now()).state === 'failed'
}

/** Called when a sample has finally failed: its follow-up has been opened by the link. */
export async function followFailure(field: Field, sample: Tale, on: Day, chance: Chance): Promise<void> {
  await screen(sample, on, chance)
  const follow = await sample.follow('rectification')
  if (!follow) return
  const { place, party } = (await follow.now()) as unknown as Owed
  const by = {
    head: actor(`supervision.head.${place}`, officeOf(place), ['supervision.head']),
    officer: actor(`supervision.officer.${place}`, officeOf(place), ['supervision.officer']),
    party: actor(`party.${party}`, null, ['supervision.party'], [party]),
  }
  const ordered = addDays(on, chance.whole(2, 8))
  if (follow.lies(on, 0.02, chance) || !(await follow.take('order', ordered, by.head, { demand: '立即停止生产、销售该批次产品，查明原因并整改（演示）' }))) return
  await follow.serve('rectification-order', ordered, 2, { signs: by.head, serves: by.officer })
  await suspect(follow, by.officer, addDays(ordered, 3), chance)
  const silent = chance.is(0.12)
  const failed = !silent && (await attempt(field, follow, by, addDays(ordered, chance.whole(20, 55)), chance))
  if (!silent && !failed) return
  // Who did not correct in time, or failed again, is announced; then most of them mend.
  const announced = addDays(ordered, failed ? 130 : 78)
  if (!(await follow.take('announce', announced, by.head, { announcement: `演示公告 ${announced}` }))) return
  if (follow.lies(announced, 0.15, chance) || !(await attempt(field, follow, by, addDays(announced, 15), chance))) return
  // Whoever fails after the announcement too is stopped, and begins again only when a re-check passes.
  if (await follow.take('stop-business', addDays(announced, 90), by.head, { reason: '公告后复查仍不合格（演示）' }))
    await attempt(field, follow, by, addDays(announced, 130), chance)
}
