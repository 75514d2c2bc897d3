// Breaches behind an accident that are passed on to cases: each of one day once, told apart by what it is and when it was done.
import { choice, day } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

/** What a unit may have done wrong where an accident happened (特種設備安全法 83–90). */
export const accidentBreaches = {
  unregistered: words('未办理使用登记、无安全技术档案', 'Used without registration or safety file'),
  uninspected: words('使用未经检验、检验不合格或者应当报废的设备', 'Used uninspected, failed or to be scrapped'),
  danger: words('出现故障或者隐患仍继续使用', 'Used on in spite of a fault or danger'),
  upkeep: words('未按规定维护保养', 'Not kept up as the rules ask'),
  operators: words('未配备具有资格的人员', 'Without people qualified for it'),
  works: words('安装、改造、修理违反规定', 'Installed, altered or repaired against the rules'),
  concealed: words('迟报、漏报、谎报、瞒报事故', 'The accident told late, falsely or not at all'),
  answerable: words('对事故的发生负有责任', 'Answerable for the accident'),
  other: words('其他', 'Other'),
} as const

/** Whoever is suspected hears of the case by the notice, and not before. */
export const suspectingAccident = ['officer', 'head', 'government', 'reader'] as const

export const suspicionLine = { breach: choice(words('涉嫌违法', 'Suspected breach'), accidentBreaches), on: day(words('违法行为日期', 'Day of the breach')) }

export const breachAsks = {
  breach: choice(words('涉嫌违法', 'Suspected breach'), accidentBreaches, { shownTo: suspectingAccident }),
  breachOn: day(words('违法行为日期', 'Day of the breach'), {
    optional: true, shownTo: suspectingAccident, hint: words('未填为事故发生之日；同一种违法再次发生的，填再次发生之日', 'That of the accident when left out; of one done again, the day on which it was'),
  }),
}

interface Line {
  readonly breach: string
  readonly on: string
}

interface Passing {
  readonly record: { readonly id: string; readonly happenedOn: string | null; readonly suspicions: readonly Line[] | null }
  readonly answers: { readonly breach: string; readonly breachOn: string | null }
}

const breachOf = ({ record, answers }: Passing): Line => ({ breach: answers.breach, on: answers.breachOn ?? record.happenedOn ?? '—' })
const twice = ({ breach, on }: Line): never =>
  refuse('passed-already', { breach: accidentBreaches[breach as keyof typeof accidentBreaches], on, field: 'breach' })

/** By what a case tells its breach from another of the same accident: one is fined once, two are two. */
export const accidentMark = (c: Passing): string => Object.values(breachOf(c)).join(' ')

export function neverTwiceSuspected(c: Passing): void {
  const one = breachOf(c)
  if ((c.record.suspicions ?? []).some(({ breach, on }) => breach === one.breach && on === one.on)) twice(one)
}

export const suspectedNow = (c: Passing): { readonly suspicions: never } =>
  ({ suspicions: [...(c.record.suspicions ?? []), breachOf(c)] as never })

/** Of before each was kept it is not known which breach a case alleges: until another day is told it may be this one. */
export async function suspectedBefore(c: Passing, at: Reading): Promise<void> {
  if (c.answers.breachOn !== null) return
  const cases = await at.count('case', { origin: 'equipment-accident', originRecord: c.record.id, passedAs: null })
  if (cases > 0) twice(breachOf(c))
}
