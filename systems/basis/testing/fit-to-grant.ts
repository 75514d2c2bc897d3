// Whether a mark may be applied for and granted now (資質認定的申請與准予): the kind fits, one of it is open, one grant is entered at a time.
import type { Day } from '../../../kernel/day.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { mayApplyAgain } from './barred.ts'
import { countsAsRenewed } from './holding.ts'
import { testingRefusals } from './refusals.ts'
import { askedOn, markStands, mustJoin, underWay } from './terms.ts'

const { refuse } = testingRefusals

interface Asked {
  readonly kind: string
  readonly laboratory: string
}

interface Entered {
  readonly state: string
  readonly certifiedFrom: string
  readonly certifiedTo: string
  readonly endedOn: string | null
  readonly barredTo: string | null
}

interface Line {
  readonly productClass: string
  readonly parameter: string
  readonly method: string
}

/** Whoever asks for a mark, grants it or ends it waits for the others: what one has judged another does not change before it is entered. */
const inTurn = (laboratory: string, at: Reading): Promise<void> => at.alone(`testing.mark ${laboratory}`)

/** The kind of application fits what is on record: no laboratory, one whose mark can be renewed or widened, or one whose mark has ended. */
function mustFit({ kind, laboratory }: Asked, found: Entered | null, on: string, field: string): void {
  const fitting = found === null ? ['first'] : markStands(found, on) ? ['renewal', 'widening'] : ['anew']
  if (!fitting.includes(kind)) refuse('not-that-kind', { laboratory, field })
}

const laboratoryOf = async (code: string, at: Reading) => (await at.first('laboratory', { code })) as (Entered & { readonly id: string }) | null

/** Of two of a kind the second could not be entered once both were granted. */
export async function noneOfItsKind({ kind, laboratory }: Asked, at: Reading): Promise<void> {
  await inTurn(laboratory, at)
  const open = await at.first('mark-application', { laboratory, kind, state: underWay })
  if (open) refuse('applied-already', { number: open.number ?? '—', received: open['received'] as string, field: 'kind' })
}

/** An application that fits what is on record, by one who may apply, and beside which none of its kind is open. */
export async function fitToApply(asked: Asked & { readonly received: string }, at: Reading): Promise<{ heldTo?: string }> {
  const { kind, laboratory, received } = asked
  await inTurn(laboratory, at)
  const found = await laboratoryOf(laboratory, at)
  mustFit(asked, found, received, 'kind')
  await mayApplyAgain({ ...asked, field: 'laboratory' }, found, at)
  await noneOfItsKind(asked, at)
  return kind === 'renewal' ? { heldTo: found!.certifiedTo } : {}
}

interface Granted {
  readonly kind: string
  readonly from: string
  readonly heldTo: string | null
}

/** Whether what was granted is still on its way into the register: the term that it joins or follows is the last one there. */
const isOnItsWay = (found: Entered | null) => ({ kind, from, heldTo }: Granted): boolean => {
  if (found === null) return kind === 'first'
  if (kind === 'renewal') return (found.state === 'valid' || found.state === 'suspended') && heldTo === found.certifiedTo
  return kind === 'anew' && from > found.certifiedFrom && from >= (found.endedOn ?? found.certifiedTo)
}

/** Another grant, a renewal by hand or a cancellation would overtake one that is granted and not yet entered, and leave it waiting. */
export async function noneOnItsWay(laboratory: string, found: Entered | null, at: Reading): Promise<void> {
  await inTurn(laboratory, at)
  const granted = (await at.list('mark-application', { laboratory, state: 'granted' })) as readonly unknown[] as readonly (Granted & { number: string })[]
  const onItsWay = granted.find(isOnItsWay(found))
  if (onItsWay) refuse('grant-being-entered', { number: onItsWay.number })
}

interface Entering {
  readonly cma: string | null
  readonly from: string | null
  readonly to: string
}

/** A grant that was revoked between its decision and its entry is not entered; an earlier one of the same number is another one. */
export async function stillGranted(kind: 'first' | 'anew' | 'renewal', laboratory: string, term: Entering, at: Reading): Promise<void> {
  await inTurn(laboratory, at)
  if (!(await at.first('mark-application', { laboratory, kind, ...term, state: 'granted' }))) refuse('grant-revoked', { laboratory })
}

/** Only a grant that is not entered is revoked as such, lest it hold up every other; what was entered is a mark, and is withdrawn. */
export async function notYetEntered({ record }: { readonly record: Asked }, at: Reading): Promise<void> {
  await inTurn(record.laboratory, at)
  const found = await laboratoryOf(record.laboratory, at)
  if (!isOnItsWay(found)(record as Asked & Granted)) refuse('grant-entered', { laboratory: record.laboratory })
}

interface Refusing {
  readonly record: Asked & { readonly number: string | null; readonly state: string }
  readonly today: string
}

/**
 * Asked for in time and undecided at the end of the term, a renewal counts as granted (許可法 50): nothing is left to refuse, and only a
 * withdrawal ends the mark. Our reading: it does so until the grant names the new term, and not where what was missing never came.
 */
export async function notYetGranted({ record: { kind, laboratory, number, state }, today }: Refusing, at: Reading): Promise<void> {
  if (kind !== 'renewal' || state === 'completing') return
  const found = await at.first('laboratory', { code: laboratory, state: ['valid', 'suspended'], renewalNumber: number })
  if (found && countsAsRenewed(found, today)) refuse('counts-as-granted', { number: number ?? '—', to: found['certifiedTo'] as string })
}

interface Granting {
  readonly record: Asked & { readonly received: string; readonly opened: string; readonly lines: readonly Line[] | null }
  readonly answers: { readonly from: string; readonly to: string }
  readonly today: string
}

/** A line that the scope has from that day is not entered a second time. */
async function eachLineOnce({ record: { laboratory, lines }, answers: { from } }: Granting, at: Reading): Promise<void> {
  const stand = (await at.list('lab-scope', { laboratory, from }, 5_000)) as readonly unknown[] as readonly Line[]
  const key = ({ productClass, parameter, method }: Line): string => JSON.stringify([productClass, parameter, method])
  const keys = [...stand, ...(lines ?? [])].map(key)
  const twice = (lines ?? []).find((line) => keys.indexOf(key(line)) !== keys.lastIndexOf(key(line)))
  if (twice) refuse('line-twice', { what: `${twice.parameter} ${twice.method}` })
}

/** What would be refused when the grant is entered is refused here: nothing waits because a day was wrong or two decided at once. */
export async function fitToGrant(c: Granting, at: Reading): Promise<{ heldTo?: string }> {
  const { record, today, answers: { from, to } } = c
  await inTurn(record.laboratory, at)
  const found = await laboratoryOf(record.laboratory, at)
  await noneOnItsWay(record.laboratory, found, at)
  // A renewal asked for in time may be decided late (許可法 50).
  mustFit(record, found, record.kind === 'renewal' ? askedOn(record) : today, 'from')
  // What was under way when the bar began is looked at again: of a mark improperly obtained it would be refused when it is entered, and
  // its lines would stand; beside another application in which something was concealed it would give what that one was refused.
  await mayApplyAgain({ kind: record.kind, laboratory: record.laboratory, received: today as Day, field: 'from' }, found, at)
  if (record.kind !== 'renewal') await eachLineOnce(c, at)
  if (record.kind === 'widening' && to > found!.certifiedTo) refuse('beyond-the-mark', { to, heldTo: found!.certifiedTo, field: 'to' })
  if (record.kind !== 'renewal') return {}
  const { certifiedTo } = found!
  mustJoin(certifiedTo, from, 'from')
  if (to <= certifiedTo) refuse('ends-before-it-begins', { field: 'to' })
  return { heldTo: certifiedTo }
}
