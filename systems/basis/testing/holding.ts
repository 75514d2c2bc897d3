// On which days a mark holds (資質當日是否有效): inside one of its terms or counted as renewed (許可法 50), and on no day of a suspension.
import { addDays } from '../../../kernel/day.ts'

interface Days {
  readonly from: string
  readonly to: string
}

export interface Suspension {
  readonly from: string
  /** None while it lasts. */
  readonly to: string | null
}

/** A row as a register or a publication tells it; what an older one does not know is absent. */
type Row = Readonly<Record<string, unknown>>

const within = (day: string, from: unknown, to: unknown): boolean => String(from) <= day && (to == null || day <= String(to))

/** After its term, on days on which a renewal that was asked for in time was undecided: it counts as granted. */
export const countsAsRenewed = (mark: Row, day: string): boolean =>
  String(mark['certifiedTo']) < day && (mark['renewalNumber'] != null || (mark['continuedTo'] != null && day <= String(mark['continuedTo'])))

/** Whether the mark holds on the day; whether it was withdrawn or cancelled since its state tells. */
export function holdsOn(mark: Row, day: string): boolean {
  const suspended = ((mark['suspensions'] ?? []) as readonly Suspension[]).some(({ from, to }) => within(day, from, to))
  const terms = [{ from: mark['certifiedFrom'], to: mark['certifiedTo'] }, ...((mark['earlierTerms'] ?? []) as readonly Days[])]
  return !suspended && (terms.some(({ from, to }) => within(day, from, to)) || countsAsRenewed(mark, day))
}

/** Whether a line of the scope holds: it ends with the term, and runs on with a mark that counts as renewed. */
export const lineHoldsOn = (line: Row, mark: Row, day: string): boolean =>
  within(day, line['from'], line['to']) || (countsAsRenewed(mark, day) && within(String(mark['certifiedTo']), line['from'], line['to']))

/** The suspensions with one that begins; the day on which it is pronounced is its first. */
export const suspendedFrom = (before: readonly Suspension[] | null, today: string): readonly Suspension[] => [
  ...(before ?? []), { from: today, to: null },
]

/** The suspensions once the last is lifted: the day of that no longer belongs to it, and one that was lifted on its day leaves none. */
export const suspendedUntil = (before: readonly Suspension[] | null, today: string): readonly Suspension[] | null =>
  before && before.map((one) => ({ ...one, to: one.to ?? addDays(today, -1) })).filter(({ from, to }) => from <= to)

interface EndedMark {
  readonly suspensions: readonly Suspension[] | null
  /** In which state the mark was when it ended; not known of one that ended before that was kept. */
  readonly endedFrom: 'valid' | 'suspended' | null
}

/** The suspensions once the decision that ended a mark is set aside: one that it broke off runs on, and one of its very day as well. */
export function suspendedAgain({ suspensions, endedFrom }: EndedMark, ended: string): readonly Suspension[] | null {
  if (endedFrom === 'valid') return suspensions
  const resumed = suspensions && suspensions.map((one) => (one.to === addDays(ended, -1) ? { ...one, to: null } : one))
  return endedFrom === null || resumed?.at(-1)?.to === null ? resumed : [...(resumed ?? []), { from: ended, to: null }]
}
