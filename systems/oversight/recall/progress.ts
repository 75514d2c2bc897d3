// Progress of a recall by count (階段報告): every count is of all so far, and what was counted too high is corrected in the open.
import { text } from '../../../kernel/kinds.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { fitReport } from './plan.ts'
import { progressLine } from './recall.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

const { on, notified, reached, returned } = progressLine

/** The count is public; what a maker writes of its difficulties may tell of customers, and stays with the authority. */
const problems = text(words('问题（不公开）', 'Problems, not public'), { optional: true, personal: true, shownTo: ['officer', 'head', 'evaluator'], length: 300 })

export const reporting = { on, notified, reached, returned, corrects: progressLine.corrects, problems }

interface Count {
  readonly on: string
  readonly notified: number
  readonly reached: number
  readonly returned: number
  /** Absent from lines that were reported before corrections were. */
  readonly corrects?: string | null
}

interface Reported {
  readonly record: { readonly affected: number | null; readonly progress: readonly Count[] | null }
  readonly answers: Count
}

const counted: Readonly<Record<'notified' | 'reached' | 'returned', Words>> = {
  notified: notified.title, reached: reached.title, returned: returned.title,
}

/** A count of all so far never falls: where it does, one of the two is wrong, and the report says which and why. */
export function fitProgress(c: Reported): void {
  fitReport(c)
  const before = c.record.progress?.at(-1)
  if (!before) return
  const { answers } = c
  if (answers.on < before.on) refuse('report-goes-back', { on: answers.on, before: before.on, field: 'on' })
  if (answers.corrects) return
  const fewer = (Object.keys(counted) as (keyof typeof counted)[]).find((name) => answers[name] < before[name])
  if (fewer) refuse('fewer-than-before', { what: counted[fewer], now: answers[fewer], was: before[fewer], on: before.on, field: fewer })
}

interface Noted extends Count {
  readonly note?: string | null
}

const hasNote = (progress: readonly Noted[] | null): boolean => (progress ?? []).some(({ note }) => note != null)

/** Notes that were public in their day: they leave what is public; who acts in the recall reads them in its history. */
export function mustHaveNotes({ record }: { readonly record: { readonly progress: readonly Noted[] | null } }): void {
  if (!hasNote(record.progress)) refuse('no-notes')
}

export const withoutNotes = (progress: readonly Noted[] | null) => (progress ?? []).map((line) => ({ ...line, note: null })) as never

/** The report stands beside those before it, and the last one is what the effect is judged by. */
export const withReport = (c: Reported, today: string) => {
  const { on, notified, reached, returned, corrects } = c.answers
  const line = { on, notified, reached, returned, note: null, corrects: corrects ?? null }
  return { progress: [...(c.record.progress ?? []), line] as never, returned, reported: today }
}
