// Breaches that a visit or a follow-up passes on to cases: each of one day once, told apart by what it is and when it was done.
import { choice, day } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

/** Grounds of a breach that the failure points to, by the kinds of the case file. */
export const breaches = {
  substandard: words('不符合安全标准', 'Below a safety standard'),
  adulterated: words('掺假、以次充好、以不合格冒充合格', 'Adulterated, or passed off as better'),
  origin: words('伪造产地、冒用厂名或者标志', 'False origin, name or mark'),
  labelling: words('标识不符', 'Labelling'),
  licence: words('无证生产', 'Without a licence'),
} as const

/** Whoever is suspected hears of the case by the notice, and not before. */
export const suspecting = ['organiser', 'sampler', 'officer', 'head', 'reader'] as const

export const passedLine = { breach: choice(words('涉嫌违法', 'Suspected breach'), breaches), on: day(words('违法行为日期', 'Day of the breach')) }
/** Of which day a breach is: another day is another breach, also of the same kind. */
export const breachOn = day(words('违法行为日期', 'Day of the breach'), {
  optional: true, shownTo: suspecting, hint: words('未填为到场检查或者移交后处理之日；同一种违法再次发生的，填再次发生之日', 'That of the visit or of the hand-over when left out; of one done again, the day on which it was'),
})

interface Passed {
  readonly breach: string
  readonly on: string
}

interface Passing {
  readonly record: Readonly<Record<'id', string>> & Readonly<Partial<Record<'kind' | 'on' | 'begun', string | null>>> & {
    readonly suspected: string | null
    readonly passed: readonly Passed[] | null
  }
  readonly answers: { readonly suspected: string | null; readonly breachOn: string | null }
  readonly today: string
}

/** The breach that is passed on, with the day on which it was done: that of the visit or of the hand-over unless another is told. */
export const breachOf = ({ record, answers, today }: Passing): Passed | null =>
  answers.suspected == null ? null : { breach: answers.suspected, on: answers.breachOn ?? record.on ?? record.begun ?? today }

/** What was passed on before; of before each was kept, the last one only. */
const passedSoFar = ({ on, begun, suspected, passed }: Passing['record'], today: string): readonly Passed[] =>
  passed ?? (suspected == null ? [] : [{ breach: suspected, on: on ?? begun ?? today }])

/** Passed to a case names the breach, once for each; where no case follows nothing is alleged. */
export function passedOnce(c: Passing & { readonly answers: { readonly outcome: string | null } }): void {
  const { record, answers } = c
  if (answers.outcome !== 'case' && answers.suspected != null) refuse('suspicion-without-case', { field: 'outcome' })
  if (answers.outcome === 'case' && answers.suspected == null && record.suspected == null) refuse('no-suspicion', { field: 'suspected' })
  neverTwicePassed(c)
}

/** One breach of one day is passed on once, however many others came between; done again it is another. */
export function neverTwicePassed(c: Passing): void {
  const one = breachOf(c)
  if (one && passedSoFar(c.record, c.today).some(({ breach, on }) => breach === one.breach && on === one.on))
    refuse('passed-already', { breach: breaches[one.breach as keyof typeof breaches], on: one.on, field: 'suspected' })
}

/** The breaches passed on with this one. */
export const passedOn = (c: Passing): { readonly passed?: never } => {
  const one = breachOf(c)
  return one ? { passed: [...passedSoFar(c.record, c.today), one] as never } : {}
}

/** Of records of before each breach was kept, their cases tell which were passed on; those of special equipment are of one kind. */
export async function passedBefore(c: Passing, at: Reading, origin: 'inspection' | 'rectification' = 'inspection'): Promise<void> {
  const { record, answers: { suspected, breachOn: dated } } = c
  if (suspected == null || dated != null || record.kind === 'equipment') return
  const cases = await at.count('case', { origin, originRecord: record.id, kind: suspected })
  // Cases of more breaches than were kept are of before, also when another was passed on meanwhile.
  const kept = (record.passed ?? []).filter(({ breach }) => breach === suspected)
  const breach = breaches[suspected as keyof typeof breaches]
  if (cases > kept.length) refuse('passed-already', { breach, on: record.on ?? record.begun ?? c.today, field: 'suspected' })
}
