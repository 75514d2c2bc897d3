// The ground on which a mark counts after its term: a renewal asked for in time and undecided at the end counts as granted (行政許可法 50).
import { words } from '../../kernel/words.ts'
import { Cited } from './cited.tsx'
import type { Saying } from './saying.ts'

interface RenewedProps {
  readonly number: unknown
  readonly on: unknown
  readonly to: unknown
  /** Whether the term is over: before its end the renewal is only under way. */
  readonly over: boolean
  readonly s: Saying
}

export function RenewedMark({ number, on, to, over, s }: RenewedProps) {
  const asked = words(`有效期至 ${to}；延续申请 ${number} 于 ${on} 提出，`, `The term ended on ${to}; the renewal ${number} was asked for on ${on}, `)
  const askedAhead = words(`延续申请 ${number} 于 ${on} 按期提出，尚未决定；`, `The renewal ${number} was asked for in time, on ${on}, and is undecided; `)
  return (
    <>
      {s.say(over ? asked : askedAhead)}
      {s.say(
        over
          ? words('届满前没有作出决定，视为准予延续：', 'was not decided by the end and counts as granted: ')
          : words('届满时仍没有决定的，视为准予延续：', 'not decided by the end of the term, it counts as granted: '),
      )}
      <Cited to="administrative-licensing-law/50" s={s} />
    </>
  )
}
