// Breaches that a recall passes on to cases: each of one day once, told apart by what it is and when it was done.
import { choice, day } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

/** What a producer does wrong in a recall (缺陷汽車條例 22–24): refused, hidden, not stopped, not as planned, untold, unrecorded. */
export const breaches = {
  refused: words('经责令拒不召回', 'An ordered recall refused'),
  hidden: words('隐瞒缺陷', 'The defect hidden'),
  goesOn: words('未停止生产、销售、进口', 'Making, selling or importing goes on'),
  unlikePlan: words('未按计划召回', 'Not done as planned'),
  uncooperative: words('不配合缺陷调查', 'The inquiry not helped'),
  unreported: words('未按规定提交计划、报告', 'Plan or reports not given'),
  sellersUntold: words('未将召回计划通报销售者', 'Sellers not told of the plan'),
  unrecorded: words('未按规定保存记录或者备案信息', 'Records not kept, or data not filed'),
} as const

/** Whoever is suspected hears of the case by the notice, and not before. */
export const suspecting = ['officer', 'head', 'evaluator', 'reader'] as const

export const passedLine = { breach: choice(words('违法情形', 'Breach'), breaches), on: day(words('违法行为日期', 'Day of the breach')) }

/** Of which day a breach is: another day is another breach, also of the same kind. */
export const breachOn = day(words('违法行为日期', 'Day of the breach'), {
  optional: true, shownTo: suspecting, hint: words('未填为召回立案之日；同一种违法再次发生的，填再次发生之日', 'That on which the recall was begun when left out; of one done again, the day on which it was'),
})

interface Passed {
  readonly breach: string
  readonly on: string
}

interface Passing {
  readonly record: { readonly id: string; readonly begun: string; readonly passed: readonly Passed[] | null }
  readonly answers: { readonly breach: string; readonly breachOn: string | null }
}

const breachOf = ({ record, answers }: Passing): Passed => ({ breach: answers.breach, on: answers.breachOn ?? record.begun })
const twice = ({ breach, on }: Passed): never => refuse('passed-already', { breach: breaches[breach as keyof typeof breaches], on, field: 'breach' })

/** One breach of one day is passed on once, however many others came between; done again it is another. */
export function neverTwice(c: Passing): void {
  const one = breachOf(c)
  if ((c.record.passed ?? []).some(({ breach, on }) => breach === one.breach && on === one.on)) twice(one)
}

export const passedOn = (c: Passing): { readonly passed: never } => ({ passed: [...(c.record.passed ?? []), breachOf(c)] as never })

/** By what a case tells its breach from another of the same recall: one is fined once, two are two. */
export const markOf = (c: Passing): string => Object.values(breachOf(c)).join(' ')

/** What a case alleges begins with the breach: so the cases of before each was kept tell which were passed on. */
export const alleged = (breach: string, facts: string): string => `${breaches[breach as keyof typeof breaches].zh}：${facts}`

/** Cases of more breaches than were kept are of before: what one of them alleges is not passed on again. */
export async function notBefore(c: Passing, at: Reading): Promise<void> {
  if (c.answers.breachOn !== null) return
  const cases = await at.list('case', { origin: 'recall', originRecord: c.record.id })
  const alike = cases.filter((one) => String(one['facts']).startsWith(alleged(c.answers.breach, '')))
  const kept = (c.record.passed ?? []).filter(({ breach }) => breach === c.answers.breach)
  if (alike.length > kept.length) twice(breachOf(c))
}
