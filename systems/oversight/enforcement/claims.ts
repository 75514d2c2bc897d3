// What a party says it paid (處罰法 67): no payment until an officer has seen the receipt of the bank; until then nobody is urged.
import type { Day } from '../../../kernel/day.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

interface Line {
  readonly on: Day
  readonly sum: string
  readonly receipt: string
}

interface Claiming {
  readonly record: { readonly claims: readonly Line[] | null; readonly payments: readonly Line[] | null }
  readonly answers: { readonly receipt: string }
}

/** A receipt is claimed once, and not when it was entered already. */
export function mayClaim({ record, answers: { receipt } }: Claiming): void {
  const known = [...(record.claims ?? []), ...(record.payments ?? [])].some((line) => line.receipt === receipt)
  if (known) refuse('claimed-already', { receipt, field: 'receipt' })
}

export const claimed = ({ record, answers: { on, sum, receipt } }: Claiming & { readonly answers: Line }) =>
  [...(record.claims ?? []), { on, sum, receipt }]

/** The claim of a receipt; refuses where there is none. */
export function claimOf({ record, answers: { receipt } }: Claiming): Line {
  const line = (record.claims ?? []).find((one) => one.receipt === receipt)
  return line ?? refuse('no-claim', { receipt, field: 'receipt' })
}

/** The claims that remain when one was entered as a payment, or was found to be none. */
export function withoutClaim({ record, answers: { receipt } }: Claiming): readonly Line[] | null {
  const rest = (record.claims ?? []).filter((line) => line.receipt !== receipt)
  return rest.length > 0 ? rest : null
}

/** Whoever says that it paid is neither urged nor brought before the court, and no case is closed, before somebody looked. */
export function noClaimOpen({ claims }: Claiming['record']): void {
  if (claims?.[0]) refuse('claim-open', { receipt: claims[0].receipt })
}
