// Which penalties let a party ask for a hearing, until when, and when a hearing that was called may be held.
import { Decimal } from 'decimal.js'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Clock {
  readonly deadline: string
  readonly state: string
  readonly starts: string
  readonly due: Day | null
}

interface Told {
  readonly party: string | null
  readonly penalties: readonly string[] | null
  readonly toldFine: string | null
  readonly toldConfiscated: string | null
  readonly gain: string | null
  readonly value: string | null
}

type Parameter = (name: string) => { readonly value: unknown }

/** Business stopped, a permit suspended or revoked. */
export const heavy: readonly string[] = ['stop', 'suspend', 'revoke']

/** Whether the law names a hearing for what is intended (處罰法 63); whoever has no credit code is taken for a citizen. */
export function withHearing({ party, penalties, toldFine, toldConfiscated, gain, value }: Told, parameter: Parameter): boolean {
  const named = penalties ?? []
  if (named.some((each) => heavy.includes(each))) return true
  const sums = [toldFine, named.includes('gain') ? (toldConfiscated ?? gain) : null, named.includes('goods') ? value : null]
  const much = String(parameter(party == null ? 'enforcement.hearing-citizen' : 'enforcement.hearing-unit').value)
  return sums.some((sum) => sum != null && new Decimal(sum).gte(much))
}

interface Asking {
  readonly record: Told & { readonly noticeOn: Day | null }
  readonly answers: { readonly otherGround: string | null }
  readonly clocks: readonly Clock[]
  readonly today: Day
  parameter: Parameter
}

/** The clock of the last notice: those of before are void, or of old told by their day, and so are those of an announcement overtaken. */
const latest = (clocks: readonly Clock[], deadline: string, since: Day | null): Clock | null =>
  clocks
    .filter((clock) => clock.deadline === deadline && clock.state !== 'void' && (since === null || clock.starts >= since))
    .reduce<Clock | null>((last, clock) => (last === null || clock.starts > last.starts ? clock : last), null)

export function mayAskHearing({ record, answers, clocks, today, parameter }: Asking): void {
  const due = latest(clocks, 'ask-hearing', record.noticeOn)?.due ?? null
  if (due !== null && today > due) refuse('hearing-late', { due })
  if (!answers.otherGround && !withHearing(record, parameter)) refuse('no-hearing', { field: 'otherGround' })
}

interface Heard {
  readonly record: Told & { readonly noticeOn: Day | null }
  readonly today: Day
  readonly clocks: readonly Clock[]
  parameter: Parameter
}

/** What a party may waive in writing. */
export type Waived = 'defence' | 'hearing'

const terms = ({ record, clocks }: Heard): readonly Clock[] => ['defend', 'ask-hearing'].flatMap((name) => latest(clocks, name, record.noticeOn) ?? [])

/** The terms to speak and to ask for a hearing that run yet and were not waived; before 2021 the law gave only the second. */
function termsLeft(c: Heard, waives: readonly Waived[]): readonly Clock[] {
  const spoken = waives.includes('defence')
  const noHearing = waives.includes('hearing') || (spoken && !withHearing(c.record, c.parameter))
  return terms(c).filter(({ deadline, due }) => c.today <= (due ?? '') && !(deadline === 'defend' ? spoken : noHearing))
}

/** The last day of what is left of them; null where nothing is, or the notice was not served. */
export const speaksUntil = (c: Heard, waives: readonly Waived[] = []): Day | null =>
  termsLeft(c, waives).map(({ due }) => due!).sort().at(-1) ?? null

interface Old extends Heard {
  readonly record: Heard['record'] & { readonly noticeAnswered: Day | null; readonly speaksUntil: Day | null }
}

/** The same of a case of before, whose clocks ended when a hearing was asked for and did not run on when that was taken back. */
export function restOfBefore(c: Old): Day | null {
  const all = c.record.noticeAnswered == null && c.record.speaksUntil == null ? terms(c) : []
  return all.every(({ state }) => ['met', 'late'].includes(state)) ? (all.flatMap(({ due }) => due ?? []).sort().at(-1) ?? null) : null
}

/** Whether the notice was served and nothing is left of its terms. */
export const heardOut = (c: Heard): boolean => terms(c).length > 0 && speaksUntil(c) === null

/** After the notice was served each term is over, or the party waived it knowing what was intended. */
export function mustHaveBeenHeard(c: Heard & { readonly answers: { readonly waives: readonly Waived[] | null } }): void {
  const [served] = terms(c)
  if (!served) refuse('notice-unserved')
  const due = speaksUntil(c, c.answers.waives ?? [])
  if (due !== null) refuse('not-heard', { served: served!.starts, due })
}

interface Calling {
  readonly answers: { readonly hearingOn: Day }
  readonly today: Day
  parameter: Parameter
}

/** Its notice is served so many days before, and working days are never fewer: what would come sooner is not named. */
export function mayCall({ answers: { hearingOn }, today, parameter }: Calling): void {
  const due = addDays(today, (parameter('enforcement.hearing-notice').value as Term).length)
  if (hearingOn < due) refuse('hearing-too-soon', { due, field: 'hearingOn' })
}

interface Hearing {
  readonly record: { readonly hearingOn: Day | null; readonly hearingCalled: Day | null }
  readonly clocks: readonly Clock[]
  readonly today: Day
}

/** The day of the hearing, where the notice of the last call was served so many days before it. */
function dayCalled({ record: { hearingOn, hearingCalled }, clocks }: Hearing): Day {
  const running = clocks.filter(({ state }) => state === 'open' || state === 'lapsed')
  const notice = latest(running, 'hearing-notice', hearingCalled)
  if (hearingOn == null || notice === null) return refuse('hearing-not-called')
  if (notice.due !== null && hearingOn < notice.due) refuse('hearing-too-soon', { due: notice.due })
  return hearingOn
}

/** A hearing is held on the day that its notice names, whenever that is entered. */
export function mayHear(c: Hearing & { readonly answers: { readonly heardOn: Day | null } }): void {
  const on = dayCalled(c)
  if ((c.answers.heardOn ?? c.today) !== on) refuse('hearing-another-day', { on, field: 'heardOn' })
}

/** Who stays away is missed on that day, and noted then or later. */
export function mayBeAbsent(c: Hearing): void {
  const on = dayCalled(c)
  if (c.today < on) refuse('hearing-another-day', { on })
}
