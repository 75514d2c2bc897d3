// The laboratory's part of a sample: the order that sending has opened goes through reception and analysis to its signature, and a report.
import { addDays, type Day } from '../../kernel/day.ts'
import { instrumentOf, type Laboratory } from './laboratories.ts'
import { classes, type Chance } from './rates.ts'
import type { Tale } from './tale.ts'

/** A result on the wanted side of the limit, far enough from it that its uncertainty does not decide. */
function resultOf(productClass: string, fails: boolean, chance: Chance) {
  const { parameter, unit, comparison, limit, places } = classes[productClass]!.test
  const over = fails ? 1.08 + chance.next() * 0.5 : 0.35 + chance.next() * 0.55
  const share = comparison === 'atMost' ? over : Math.max(0.05, 2 - over)
  const finest = Math.max(places, 1)
  const value = (Number(limit) * share).toFixed(places)
  return { parameter, value, unit, expanded: (Number(limit) * 0.03).toFixed(finest + 1), instrument: instrumentOf(productClass) }
}

export interface Testing {
  readonly laboratory: Laboratory
  readonly productClass: string
  readonly fails: boolean
  readonly seal: string
  /** The day on which the sample came. */
  readonly on: Day
  readonly chance: Chance
}

/** Tells an order up to its report; returns the day of the signature, or null where it lies ahead or the sample was rejected. */
export async function test(order: Tale, { laboratory, productClass, fails, seal, on, chance }: Testing): Promise<Day | null> {
  const { keeper, analyst, checker, signatory } = laboratory.people
  const days = classes[productClass]!.test.days
  await order.take('accept', on, keeper)
  if (chance.is(0.006)) {
    await order.take('reject', addDays(on, 1), keeper, { reason: '封样破损（演示）', condition: '封条撕裂' })
    return null
  }
  await order.take('receive', addDays(on, 1), keeper, { intact: true, seal, condition: '完好', place: '样品室' })
  await order.take('begin', addDays(on, 1 + chance.whole(0, 2)), analyst, { place: '检测室', state: '完好' })
  const analysed = addDays(on, 3 + days + chance.whole(0, 3))
  await order.take('record', analysed, analyst, { analysed, results: [resultOf(productClass, fails, chance)] })
  await order.take('check', addDays(analysed, 1), checker)
  await order.take('review', addDays(analysed, 1), checker)
  const signed = addDays(analysed, chance.whole(1, 3))
  return (await order.take('sign', signed, signatory)) ? signed : null
}
