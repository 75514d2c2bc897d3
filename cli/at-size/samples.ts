// Samples of a draw: visit, sheet and seal, test, and what becomes of the result; some bodies are closed, some refuse, some object.
import { createHash } from 'node:crypto'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Person } from '../../kernel/permission.ts'
import type { Histories } from '../../store/histories/histories.ts'
import type { Maker } from './enterprises.ts'
import type { Laboratory } from './laboratories.ts'
import { chanceOfFailure, Chance, classes, rates } from './rates.ts'
import { actor, Tale, type Row } from './tale.ts'
import { test } from './tests.ts'

export interface Field {
  readonly histories: Histories
  readonly today: Day
  readonly makers: ReadonlyMap<string, Maker>
  readonly laboratories: readonly Laboratory[]
  /** What follows a final failure: rectification, and perhaps a case. */
  readonly afterFailure: (sample: Tale, on: Day, chance: Chance) => Promise<void>
  /** What follows a refusal: a case. */
  readonly afterRefusal: (sample: Tale, chance: Chance) => Promise<void>
}

export const organiser = actor('supervision.organiser', 'hebei-market', ['supervision.organiser'])
export const approver = actor('supervision.approver', 'hebei-market', ['supervision.approver'])
export const officeOf = (place: string): string => `market-${place}`
const badgeOf = (account: string): string => `冀演示${account.split('.').at(-1)}`
const sampler = (account: string, place: string): Person => actor(account, officeOf(place), ['supervision.sampler'])

export interface Visited {
  readonly maker: Maker
  readonly productClass: string
  readonly samplers: readonly string[]
  readonly on: Day
  readonly name: string
}

function sheetOf({ maker, productClass, samplers, on, name }: Visited, chance: Chance): Row {
  const [first, second] = samplers.map(badgeOf)
  const size = { large: [400, 5000], medium: [120, 1500], small: [30, 400], micro: [10, 120] }[maker.size] as [number, number]
  const number = createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase()
  return {
    sampledOn: on, stage: 'production', spot: '成品库', producer: maker.code, producerName: maker.name,
    product: chance.pick(classes[productClass]!.products), model: `YS-${number}`, brand: '虚构牌（演示）',
    batch: addDays(on, -chance.whole(5, 90)), standardNo: classes[productClass]!.test.method,
    lotSize: chance.whole(...size), quantity: '2', backupQuantity: '1', countedIn: '件', price: `${chance.whole(12, 900)}.00`,
    sealNumber: `演示封${number}`, backupSeal: `演示备${number}`, backupPlace: '被抽样单位', firstSampler: first, secondSampler: second,
    signedBy: '演示签字人',
  }
}

/** Visits and seals; false where nothing could be taken. */
export async function takeSample(sample: Tale, visited: Visited, chance: Chance): Promise<boolean> {
  const { maker, samplers, on } = visited
  const who = sampler(samplers[0]!, maker.place)
  const [firstSampler, secondSampler] = samplers.map(badgeOf)
  if (!(await sample.take('visit', on, who, { firstSampler, secondSampler }))) return false
  if (chance.is(0.02)) {
    await sample.take('find-nothing', on, who, { ground: chance.pick(['closed', 'unfinished', 'tooFew', 'exportOnly']), reason: '现场核实（演示）' })
    return false
  }
  if (chance.is(0.003)) {
    await sample.take('obstruct', on, who, { reason: '出示通知书和证件后仍拒绝抽样（演示）' })
    return false
  }
  return sample.take('seal', on, who, sheetOf(visited, chance))
}

/** Sends to a laboratory and has it tested; the day on which the report came, or null. */
export async function sendAndTest(
  field: Field,
  sample: Tale,
  by: { readonly productClass: string; readonly fails: boolean; readonly on: Day },
  chance: Chance,
): Promise<Day | null> {
  const able = field.laboratories.filter(({ classes: own }) => own.includes(by.productClass))
  const laboratory = chance.pick(able)
  if (!(await sample.take('send', addDays(by.on, 1), organiser, { laboratory: laboratory.code }))) return null
  const order = (await sample.follow('test-order'))!
  const { sealNumber } = (await sample.now()) as unknown as { sealNumber: string }
  return test(order, { laboratory, ...by, seal: sealNumber, on: addDays(by.on, 2), chance })
}

/** A failure is told, perhaps objected to, and final only after its term; the day of the final verdict, or null. */
async function concluded(field: Field, sample: Tale, reported: Day, chance: Chance): Promise<Day | null> {
  const told = addDays(reported, chance.whole(1, 6))
  if (!(await sample.take('tell', told, organiser))) return null
  const after = chance.whole(1, 4)
  if (!(await sample.serve('result-notice', told, after, { signs: organiser, serves: organiser }))) return null
  const served = addDays(told, after)
  const { checked, productClass, laboratory } = (await sample.now()) as unknown as Record<'checked' | 'productClass' | 'laboratory', string>
  const others = field.laboratories.filter(({ code, classes: own }) => own.includes(productClass) && code !== laboratory)
  if (others.length === 0 || !chance.is(Number(rates.objections.share))) {
    const final = addDays(served, chance.whole(26, 34))
    return (await sample.take('confirm', final, organiser)) ? final : null
  }
  const objector = actor(`party.${checked}`, null, ['supervision.party'], [checked])
  await sample.take('object', addDays(served, 4), objector, { objectionKind: 'result', objection: '对检验结论有异议，申请复检（演示）' })
  const [second, on] = [chance.pick(others), addDays(served, 8)]
  if (!(await sample.take('reinspect', on, organiser, { reLaboratory: second.code }))) return null
  const { backupSeal } = (await sample.now()) as unknown as { backupSeal: string }
  // One objection in five is right.
  const testing = { laboratory: second, productClass, fails: !chance.is(0.2), seal: backupSeal, on: addDays(on, 2), chance }
  const concludedOn = await test((await sample.follow('test-order'))!, testing)
  const final = concludedOn && addDays(concludedOn, 2)
  return final && (await sample.take('confirm', final, organiser)) ? final : null
}

/** One in forty is published late, and one in forty that conforms is kept too long. */
export async function publishedAndReturned(sample: Tale, final: Day, chance: Chance): Promise<void> {
  const conforms = (await sample.now()).state === 'conforming'
  const shown = addDays(final, chance.is(0.025) ? chance.whole(24, 70) : chance.whole(4, 18))
  const returned = addDays(final, chance.is(0.025) ? chance.whole(32, 80) : chance.whole(6, 27))
  const how = chance.is(0.5) ? 'returned' : 'usedUp'
  const giveBack = async () => conforms && (await sample.take('return-sample', returned, organiser, { returnHow: how }))
  if (returned < shown) await giveBack()
  await sample.take('publish', shown, organiser)
  if (returned >= shown) await giveBack()
}

/** One sample from its visit to its publication, and what follows it. */
export async function tellSample(field: Field, sample: Tale, visited: Visited): Promise<void> {
  const chance = new Chance(visited.name)
  const { productClass, maker, on } = visited
  if (!(await takeSample(sample, visited, chance))) {
    if ((await sample.now()).state === 'obstructed') await field.afterRefusal(sample, chance)
    return
  }
  const fails = chance.is(chanceOfFailure(productClass, maker.size))
  const reported = await sendAndTest(field, sample, { productClass, fails, on }, chance)
  if (reported === null) return
  let final: Day | null = addDays(reported, chance.whole(2, 8))
  if (fails) final = await concluded(field, sample, reported, chance)
  else if (!(await sample.take('confirm', final, organiser))) return
  if (final === null) return
  const state = (await sample.now()).state
  await publishedAndReturned(sample, final, chance)
  if (state === 'nonconforming') await field.afterFailure(sample, final, chance)
}
