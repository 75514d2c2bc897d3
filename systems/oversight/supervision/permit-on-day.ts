// What the register says of the numbers that a visit or a sheet gives, on its day; kept with the record, whatever comes later.
import { choice, day, text } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { keptKinds } from './permit.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

export const lookedUp = { ...keptKinds, equipment: words('特种设备使用登记证', 'Registration of special equipment') } as const

export const onThatDay = {
  valid: words('有效', 'Valid'),
  notYet: words('尚未生效', 'Not valid yet'),
  expired: words('过期', 'Expired'),
  suspended: words('暂停', 'Suspended'),
  revoked: words('撤销、吊销', 'Revoked'),
  cancelled: words('注销', 'Cancelled'),
  otherHolder: words('持有人不是该单位', 'Held by another'),
  notFound: words('台账中没有', 'Not in the register'),
} as const
export type OnThatDay = keyof typeof onThatDay

export const registeredLine = {
  kind: choice(words('证照', 'Permit'), lookedUp),
  permit: text(words('编号', 'Its number'), { length: 80 }),
  registered: choice(words('当日状态', 'On that day'), onThatDay),
  validTo: day(words('有效期至', 'Valid to'), { optional: true, mayLieAhead: true }),
  issuerName: text(words('发证机构', 'Issuer'), { optional: true, length: 120 }),
}

interface Course {
  readonly on: string
  readonly standing: keyof typeof onThatDay
  readonly to: string | null
}

/** How a permit stood on a day: by the last change before it, and by the term that it then had. */
export function stoodOn(course: readonly Course[], on: string): { readonly registered: OnThatDay; readonly validTo: string | null } {
  const last = course.findLast((line) => line.on <= on)
  if (!last) return { registered: 'notYet', validTo: course[0]?.to ?? null }
  const expired = last.standing === 'valid' && last.to !== null && last.to < on
  return { registered: expired ? 'expired' : last.standing, validTo: last.to }
}

export interface Sought {
  readonly kind: string
  readonly permit: string | null
  /** Who should hold it; null where that is not known by its code. */
  readonly holder: string | null
  readonly on: string
}
export interface Registered {
  readonly kind: keyof typeof lookedUp
  readonly permit: string
  readonly registered: OnThatDay
  readonly validTo: string | null
  readonly issuerName: string | null
}
type Row = NonNullable<Awaited<ReturnType<Reading['first']>>>

const another = (holder: unknown, { holder: wanted }: Sought): boolean => holder != null && wanted !== null && holder !== wanted

/** The register of special equipment holds who may use what: its state is of today, the term of its inspection is judged on the day. */
function ofEquipment(found: Row | null, sought: Sought): Pick<Registered, 'registered' | 'validTo'> {
  const validTo = (found?.['validTo'] as string | null) ?? null
  if (!found) return { registered: 'notFound', validTo }
  if (another(found['user'], sought)) return { registered: 'otherHolder', validTo }
  if (found['state'] === 'scrapped') return { registered: 'cancelled', validTo }
  if (['halted', 'stopped', 'accident', 'failed'].includes(String(found['state']))) return { registered: 'suspended', validTo }
  return { registered: validTo !== null && validTo < sought.on ? 'expired' : 'valid', validTo }
}

/** The entry of a number; what was struck out is no entry. */
export const entryOf = (at: Reading, kind: string, certificate: string): Promise<Row | null> =>
  at.first('permit', { kind, certificate: certificate.trim(), state: 'kept' })

async function lookUp(sought: Sought, at: Reading): Promise<Registered | null> {
  const kind = sought.kind as Registered['kind']
  const permit = sought.permit?.trim() ?? ''
  if (permit === '' || !(kind in lookedUp)) return null
  if (kind === 'equipment') return { kind, permit, issuerName: null, ...ofEquipment(await at.first('equipment', { registration: permit }), sought) }
  const found = await entryOf(at, kind, permit)
  if (!found) return { kind, permit, registered: 'notFound', validTo: null, issuerName: null }
  const stood = stoodOn((found['course'] ?? []) as readonly Course[], sought.on)
  return {
    ...{ kind, permit, validTo: stood.validTo, issuerName: String(found['issuerName']) },
    registered: another(found['holder'], sought) ? 'otherHolder' : stood.registered,
  }
}

/** What the register said of each number; null where none was given. */
export async function lookUpAll(sought: readonly Sought[], at: Reading): Promise<{ readonly registered: never }> {
  const found: Registered[] = []
  for (const one of sought) {
    const line = await lookUp(one, at)
    if (line) found.push(line)
  }
  return { registered: (found.length > 0 ? found : null) as never }
}

/** A certificate of goods is its maker's, whoever sells them; a permit to make, to sell or to use is of the body that is visited. */
const ofTheBody: readonly string[] = ['production', 'food', 'equipment']
const bad = ({ kind, registered }: Registered): boolean =>
  registered === 'otherHolder' ? ofTheBody.includes(kind) : registered !== 'valid' && registered !== 'notFound'

interface Shown {
  readonly kind: string
  readonly permit: string | null
  readonly found: string
  readonly note: string | null
}

/** Ticked as valid against the register: either the tick is wrong, or the register is behind and the inspector says why. */
export function asRegistered(shown: readonly Shown[], registered: readonly Registered[] | null): void {
  for (const { kind, permit, found, note } of shown) {
    const line = registered?.find((one) => one.kind === kind && one.permit === permit?.trim())
    if (line && bad(line) && found === 'valid' && note === null)
      refuse('register-differs', { kind: lookedUp[line.kind], permit: line.permit, registered: onThatDay[line.registered], field: 'permits' })
  }
}
