// What a visit is recorded by: its code lists, and when its form is whole, a permit counts, a danger is dealt with, a report is late.
import type { RunningClock } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import type { Sought } from './permit-on-day.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

export const pointResults = { good: words('符合', 'Good'), bad: words('不符合', 'Not good'), none: words('不适用', 'Does not apply') } as const

export const permitKinds = {
  business: words('营业执照', 'Business licence'),
  production: words('工业产品生产许可证', 'Production licence'),
  food: words('食品生产经营许可证', 'Food licence'),
  ccc: words('强制性认证证书', 'CCC certificate'),
  voluntary: words('自愿性认证证书', 'Voluntary certificate'),
  equipment: words('特种设备使用登记证', 'Registration of special equipment'),
  operator: words('特种设备作业人员证', 'Certificate of an operator'),
  verification: words('计量器具检定证书', 'Verification of an instrument'),
} as const

export const permitStates = {
  valid: words('有效', 'Valid'),
  expired: words('过期', 'Expired'),
  lacking: words('没有', 'None'),
  differs: words('与实际不符', 'Does not fit'),
} as const

export const outcomes = {
  clean: words('未发现问题', 'Nothing found'),
  mended: words('当场改正', 'Mended on the spot'),
  ordered: words('责令限期改正', 'Ordered to correct'),
  case: words('移送立案', 'Passed to a case'),
  notFound: words('无法联系', 'Not to be found'),
  closed: words('已停业', 'Closed'),
} as const

interface Form {
  readonly points: readonly { readonly result: string }[] | null
  readonly permits: readonly { readonly found: string; readonly validTo: string | null }[] | null
  readonly noPermits: string | null
  readonly outcome: string | null
  readonly demand: string | null
  readonly correctBy: string | null
  readonly signedBy: string | null
  readonly refusalNote: string | null
}

interface Danger {
  readonly severe: boolean | null
  readonly superiorTold: string | null
  readonly outcome: string | null
}

/** A severe hidden danger is ordered away or becomes a case, and the superior is told (特種設備安全法 63). */
export function severeDealtWith({ severe, superiorTold, outcome }: Danger): void {
  if (!severe) return
  if (outcome !== 'ordered' && outcome !== 'case') refuse('severe-without-order', { field: 'outcome' })
  if (superiorTold === null) refuse('superior-not-told', { field: 'superiorTold' })
}

const wasThere = (outcome: string | null): boolean => outcome !== 'notFound' && outcome !== 'closed'

/** A permit counts as it was on the day of the visit, whatever was ticked. */
export const permitFails = (permit: { readonly found: string; readonly validTo: string | null }, day: string): boolean =>
  permit.found !== 'valid' || (permit.validTo !== null && permit.validTo < day)

/** The form is whole: permits looked at, a fault has its consequence, an order names what and by when. */
export function fitToRecord(form: Form, today: string): void {
  if (!wasThere(form.outcome)) return
  if ((form.permits ?? []).length === 0 && !form.noPermits) refuse('permit-not-checked', { field: 'permits' })
  const [points, permits] = [form.points ?? [], form.permits ?? []]
  const faults = points.some(({ result }) => result === 'bad') || permits.some((permit) => permitFails(permit, today))
  if (faults && form.outcome === 'clean') refuse('fault-without-measure', { field: 'outcome' })
  if (form.outcome === 'ordered' && (!form.demand || !form.correctBy)) refuse('no-demand', { field: form.demand ? 'correctBy' : 'demand' })
  if (!form.signedBy && !form.refusalNote) refuse('not-signed', { field: 'signedBy' })
}

/** The numbers that were shown, to be held by the body that is visited. */
export const soughtAt = ({ record, answers, today }: Visited): readonly Sought[] =>
  (answers.permits ?? []).map(({ kind, permit }) => ({ kind, permit, holder: record.unit, on: record.on ?? today }))

interface Visited {
  readonly record: { readonly unit: string; readonly on: string | null }
  readonly answers: { readonly permits: readonly { readonly kind: string; readonly permit: string | null }[] | null }
  readonly today: string
}

interface Reporting {
  readonly record: { readonly kind: string; readonly correctBy: string | null }
  readonly clocks: readonly RunningClock[]
  readonly today: string
}

/** The last day of the report: that of the directive, moved on where it is a holiday; an older one that has no clock keeps its day. */
export const reportDue = ({ record, clocks }: Pick<Reporting, 'record' | 'clocks'>): string | null =>
  clocks.findLast(({ deadline, state }) => deadline === 'written-report' && ['open', 'lapsed'].includes(state))?.due ?? record.correctBy

/** Only a directive asks for a report in writing, and only special equipment is ordered by one (特種設備安全法 62). */
export const reportedLate = (c: Reporting): boolean | null => {
  const due = reportDue(c)
  return c.record.kind === 'equipment' ? due !== null && c.today > due : null
}
