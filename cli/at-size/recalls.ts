// Recalls that a failed sample has led to: defect information, the maker's own recall or an order, progress by count, and closure.
import { addDays, type Day } from '../../kernel/day.ts'
import type { Chance } from './rates.ts'
import { screen } from './screening.ts'
import { actor, type Tale } from './tale.ts'

const assessor = actor('recall.assessor', 'hebei-market', ['recall.assessor'])
const officer = actor('recall.officer', 'hebei-market', ['recall.officer'])
const head = actor('recall.head', 'hebei-market', ['recall.head', 'recall.evaluator'])
const contact = '0311-0000000（演示，不是真实号码）'

interface Begun {
  readonly producer: string
  readonly product: string
}

/** Up to the plan: the maker finds the defect itself, or is told, keeps silent and is ordered. */
async function upToPlan(recall: Tale, producer: ReturnType<typeof actor>, on: Day, chance: Chance): Promise<Day | null> {
  if (chance.is(0.7)) {
    const admitted = await recall.take('admit', addDays(on, 6), producer, { known: addDays(on, 5), foodClass: '' })
    return admitted ? addDays(on, 10) : null
  }
  await recall.take('take-over', addDays(on, 3), officer)
  if (!(await recall.take('notify', addDays(on, 14), head, { conclusion: '抽样检验和事故复现均表明存在缺陷（演示）' }))) return null
  await recall.serve('recall-notice', addDays(on, 14), 1, { signs: head, serves: officer })
  return (await recall.take('order', addDays(on, 52), head, {})) ? addDays(on, 57) : null
}

/** The defect information that a link has opened from a follow-up, and the recall that comes of it. */
export async function tellRecall(follow: Tale, danger: Day, chance: Chance): Promise<void> {
  const information = await follow.follow('defect-report')
  if (!information) return
  const assessed = { assessment: '可能存在缺陷，转入调查（演示）', producer: String((await information.now())['producer']) }
  if (!(await information.take('take-up', addDays(danger, 5), assessor, assessed))) return
  const recall = await information.follow('recall')
  if (!recall) return
  const on = addDays(danger, 5)
  const { producer: code } = (await recall.now()) as unknown as Begun
  const producer = actor(`producer.${code}`, null, ['recall.producer'], [code])
  const planned = await upToPlan(recall, producer, on, chance)
  if (!planned) return
  const made = chance.whole(600, 14_000)
  const [stock, affected] = [Math.floor(made * 0.1), Math.floor(made * 0.82)]
  const plan = {
    scope: [{ model: 'YS-演示', lot: danger.slice(0, 7) }], made, affected, stock, measures: [chance.pick(['refund', 'exchange', 'repair'])], payer: 'producer',
    advice: '停止使用，凭型号和批号免费退换（演示）。', contact, endsOn: addDays(planned, 180), foodClass: '',
  }
  if (!(await recall.take('file-plan', planned, producer, plan)) || !(await recall.take('publish', addDays(planned, 3), officer))) return
  await screen(recall, addDays(planned, 3), chance)
  for (const [at, share] of [0.35, 0.62, 0.81].entries()) {
    const report = addDays(planned, 60 * (at + 1))
    const returned = Math.floor(affected * share * (0.8 + 0.2 * chance.next()))
    const notified = Math.min(affected, Math.floor(affected * (share + 0.2)))
    const told = { on: report, notified, reached: Math.floor(returned * 1.05), returned }
    if (!(await recall.take(at === 2 ? 'finish' : 'report', report, producer, told))) return
  }
  await recall.take('close', addDays(planned, 200), head, { effect: '多数产品已经收回，剩余用户均已通知（演示）。' })
}
