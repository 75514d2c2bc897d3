// What a party says it paid (處罰法 67): no payment until an officer has seen the receipt of the bank; until then nobody is urged.
import type { Day } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Line {
  readonly on: Day
  readonly sum: string
  readonly receipt: string
}
interface Claim extends Line {
  readonly contest: string | null
}
interface Rejected extends Line {
  readonly found: string
  readonly kept: boolean | null
}

interface Claiming {
  readonly record: {
    readonly claims: readonly Claim[] | null
    readonly payments: readonly Line[] | null
    readonly rejected: readonly Rejected[] | null
  }
  readonly answers: { readonly receipt: string }
}
type Finding = Claiming & { readonly answers: { readonly found: string } }

const of = <T extends Line>(lines: readonly T[] | null, receipt: string): T | undefined =>
  (lines ?? []).find((line) => line.receipt === receipt)
const without = <T extends Line>(lines: readonly T[] | null, receipt: string): readonly T[] | null => {
  const rest = (lines ?? []).filter((line) => line.receipt !== receipt)
  return rest.length > 0 ? rest : null
}

/** A receipt is claimed once, not when it was entered already, and not again once the bank knew of none: that is contested instead. */
export function mayClaim({ record, answers: { receipt } }: Claiming): void {
  if (of(record.claims, receipt) ?? of(record.payments, receipt)) refuse('claimed-already', { receipt, field: 'receipt' })
  const rejected = of(record.rejected, receipt)
  if (rejected) refuse('claim-rejected', { receipt, found: rejected.found, field: 'receipt' })
}

export const claimed = ({ record, answers: { on, sum, receipt } }: Claiming & { readonly answers: Line }) =>
  [...(record.claims ?? []), { on, sum, receipt, contest: null }]

function claimOf({ record, answers: { receipt } }: Claiming): Claim {
  return of(record.claims, receipt) ?? refuse('no-claim', { receipt, field: 'receipt' })
}

/** The claims that remain when one was entered as a payment, or was found to be none. */
export const withoutClaim = ({ record, answers: { receipt } }: Claiming): readonly Claim[] | null => without(record.claims, receipt)

/** Whoever looked first rejects what is new; what the party contests is for another person. Lines of before have no word of it. */
export function mayReject(c: Claiming): void {
  if (claimOf(c).contest != null) refuse('contested-claim', { receipt: c.answers.receipt, field: 'receipt' })
}
export function mayKeep(c: Claiming): void {
  const { receipt } = c.answers
  if (of(c.record.claims, receipt)?.contest == null) refuse('not-contested', { receipt, field: 'receipt' })
}

export function rejecting(c: Finding, kept: boolean) {
  const { on, sum, receipt } = claimOf(c)
  return { claims: withoutClaim(c), rejected: [...(c.record.rejected ?? []), { on, sum, receipt, found: c.answers.found, kept }] }
}

/** A rejection is contested once: it was then looked at by two persons. */
export function mayContest({ record, answers: { receipt } }: Claiming): void {
  const line = of(record.rejected, receipt)
  if (!line || of(record.payments, receipt)) refuse('nothing-rejected', { receipt, field: 'receipt' })
  if (line?.kept) refuse('rejection-kept', { receipt, field: 'receipt' })
}

export function contested({ record, answers: { receipt, contest } }: Claiming & { readonly answers: { readonly contest: string } }) {
  const { on, sum } = of(record.rejected, receipt)!
  return { rejected: without(record.rejected, receipt), claims: [...(record.claims ?? []), { on, sum, receipt, contest }] }
}

/** Whoever says that it paid is neither urged nor brought before the court, and no case is closed, before somebody looked. */
export function noClaimOpen({ claims }: Pick<Claiming['record'], 'claims'>): void {
  if (claims?.[0]) refuse('claim-open', { receipt: claims[0].receipt })
}
