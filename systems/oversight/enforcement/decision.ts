// What a decision and a payment must satisfy: the band of the article, reasons, the heads together; what is owed on a day.
import { Decimal } from 'decimal.js'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { matches } from '../../../kernel/filter.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { unweighed } from '../../basis/testing/index.ts'
import { daysCounted, type Challenge } from './challenge.ts'
import { circumstances, published } from './case-codes.ts'
import { bandOf, scaledParts, surchargeOf, type FineBands, type Scale } from './fines.ts'
import { heavy } from './hearing-rules.ts'
import { delaysOf, ofFine, payBy, type Delay, type Payment, type Performing } from './performing.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

/** Nothing is found, told or decided on a report that fell, until somebody has weighed what remains (行政處罰法 46). */
export function groundsStand(record: Parameters<typeof unweighed>[0]): void {
  const [report] = unweighed(record)
  if (report !== undefined) refuse('ground-fallen', { report })
}

interface Deciding {
  readonly record: {
    readonly value: string | null
    readonly punishedBy: string | null
    readonly toldFine: string | null
    readonly toldConfiscated: string | null
    readonly defence: string | null
    readonly hearing: string | null
    readonly toldPenalties: readonly string[] | null
    readonly legalReviewed: Day | null
  }
  readonly answers: {
    readonly fine: string | null
    readonly circumstance: string
    readonly reasons: string | null
    readonly penalties: readonly string[]
    readonly confiscated: string | null
    readonly collective: string | null
  }
  parameter(name: string): { readonly value: unknown }
}

interface Fined {
  readonly fine: string
  readonly article: string
  readonly value: string | null
  readonly circumstance: string
}

/** Neither above what the article allows nor, unless it is mitigated, below. */
export function withinBand({ fine, article, value, circumstance }: Fined, c: Pick<Deciding, 'parameter'>): void {
  const band = bandOf(c.parameter('enforcement.fine-bands').value as FineBands, article, value)
  const below = band !== null && new Decimal(fine).lt(band.least) && circumstance !== 'mitigated'
  if (band !== null && (below || new Decimal(fine).gt(band.most)))
    refuse('outside-band', { article, value: value ?? '—', least: band.least, most: band.most, fine, field: 'fine' })
}

/** Within what the province's scale leaves for the circumstance; beyond it the heads decide together and say why. */
export function withinScale({ fine, article, value, circumstance, set }: Fined & { readonly set: boolean }, c: Pick<Deciding, 'parameter'>): void {
  const band = bandOf(c.parameter('enforcement.fine-bands').value as FineBands, article, value)
  const parts = scaledParts(c.parameter('enforcement.scale').value as Scale, band, article, value)
  const part = parts?.find((each) => each.circumstance === circumstance)
  if (part && !set && (new Decimal(fine).lt(part.least) || new Decimal(fine).gt(part.most)))
    refuse('outside-scale', { article, circumstance: circumstances[circumstance as 'light'], least: part.least, most: part.most, fine, field: 'fine' })
}

/** A penalty of a fine says how much, and a sum is only that of a fine. */
export function fineNamed(penalties: readonly string[], fine: string | null, field: 'fine' | 'toldFine'): void {
  if (penalties.includes('fine') !== (fine !== null && new Decimal(fine).gt(0))) refuse('fine-unnamed', { field })
}

/** The same of gains that are confiscated; goods are taken as they are. */
export function gainNamed(penalties: readonly string[], sum: string | null, field: 'confiscated' | 'toldConfiscated'): void {
  if (penalties.includes('gain') !== (sum !== null && new Decimal(sum).gt(0))) refuse('gain-unnamed', { field })
}

/** Nothing is imposed that the party was not told of: no kind of penalty beside those of its notice, and no larger sum (處罰法 44, 62). */
function wasTold({ record, answers: { fine, confiscated, penalties } }: Deciding): void {
  const { toldPenalties, toldFine, toldConfiscated } = record
  const sums = [{ field: 'fine', sum: fine, told: toldFine }, { field: 'confiscated', sum: confiscated, told: toldConfiscated }] as const
  // Notices of before do not say which kinds, or how much is confiscated.
  const larger = sums.find(({ sum, told }) => sum != null && told != null && new Decimal(sum).gt(told))
  if (larger && (record.defence != null || record.hearing != null))
    refuse('heavier-for-defence', { told: larger.told!, sum: larger.sum!, field: larger.field })
  const other = toldPenalties != null && penalties.some((each) => !toldPenalties.includes(each))
  if (larger || other) refuse('never-told', { told: toldFine ?? '0', taken: toldConfiscated ?? '0', field: larger?.field ?? 'penalties' })
}

/** Heavy penalties, and cases in which a hearing was held, are reviewed by whoever knows the law before they are decided (處罰法 58). */
function legallyReviewed({ record, answers }: Deciding): void {
  const needed = record.hearing != null || answers.penalties.some((each) => heavy.includes(each))
  if (needed && record.legalReviewed == null) refuse('legal-review-needed')
}

/** Within the band of its article and what was told, with reasons for a degree, the heads together and a legal review where it is heavy. */
export function fitToDecide(c: Deciding): void {
  const { fine, confiscated, circumstance, reasons, collective, penalties } = c.answers
  if (circumstance === 'none') refuse('none-is-waived', { field: 'circumstance' })
  if (circumstance !== 'ordinary' && !reasons) refuse('reason-for-degree', { field: 'reasons' })
  if (penalties.some((each) => heavy.includes(each)) && !collective) refuse('collective-needed', { field: 'collective' })
  fineNamed(penalties, fine, 'fine')
  gainNamed(penalties, confiscated, 'confiscated')
  if (fine !== null) {
    const fined = { fine, article: c.record.punishedBy ?? '', value: c.record.value, circumstance }
    withinBand(fined, c)
    withinScale({ ...fined, set: collective !== null && reasons !== null }, c)
  }
  wasTold(c)
  legallyReviewed(c)
}

type Placed = Readonly<Record<'party' | 'degree' | 'decided' | 'spotOn', string | null>> & {
  readonly place: string
  readonly penalties: readonly string[] | null
}

/**
 * Whether another province registered the party of a penalty that is published, by the division in its credit code: it is sent there
 * (公示規定 10). A code of the national registry names no province.
 */
export function elsewhere(record: Placed): boolean {
  const home = record.party?.slice(2, 4) ?? null
  return home !== null && home !== '10' && home !== record.place.slice(0, 2) && matches(published, record)
}

interface Sent {
  readonly record: Placed
  readonly clocks: readonly { readonly deadline: string; readonly state: string; readonly due: Day | null }[]
  readonly today: Day
}

const owed = ({ clocks }: Pick<Sent, 'clocks'>, what: string): boolean =>
  clocks.some(({ deadline, state }) => deadline === what && ['open', 'lapsed'].includes(state))

/** What was sent there is put right there when the decision changes or falls (公示規定 11); cases of before do not say whether it was. */
export const correctedFrom = (c: Sent): { readonly correctElsewhereFrom?: Day } =>
  elsewhere(c.record) && !owed(c, 'send-elsewhere') ? { correctElsewhereFrom: c.today } : {}

/** No file goes to the archive, where its clocks end, before that province has the penalty and what became of it. */
export function nothingToSend(c: Pick<Sent, 'record' | 'clocks'>): void {
  if (elsewhere(c.record) && (owed(c, 'send-elsewhere') || owed(c, 'correct-elsewhere'))) refuse('elsewhere-owed')
}

/** Nor while the party may ask for reconsideration: that clock would end there too, and nobody would read until when it may. */
export function reconsiderationUsed({ clocks, today }: Pick<Sent, 'clocks' | 'today'>): void {
  const until = clocks.find(({ deadline, state }) => deadline === 'reconsider' && state === 'open')?.due ?? null
  if (until !== null && today <= until) refuse('reconsideration-runs', { until })
}

interface Serving {
  readonly answers: Readonly<Record<string, unknown>>
  readonly today: Day
  parameter(name: string): { readonly value: unknown }
}

/** The day on which it was received, or on which its announcement is over; null while it is on its way, and where it came back. */
export function servedOn({ answers, today, parameter }: Serving): Day | null {
  const on = (answers['on'] as Day | null) ?? today
  if (answers['outcome'] === 'served') return on
  if (answers['outcome'] !== 'sent' || answers['way'] !== 'notice') return null
  return addDays(on, (parameter('service.announcement').value as Term).length)
}

interface Fining {
  readonly record: Readonly<Record<'party' | 'origin' | 'originRecord' | 'passedAs', string | null>> & { readonly id: string }
  readonly answers: { readonly fine: string | null }
}

/** States in which a penalty was served and was not annulled since. */
export const penaltyStands: readonly string[] = ['served', 'urged', 'court', 'performed', 'closed', 'archived']
const withDecision = ['decided', 'served', 'urged', 'court', 'performed', 'closed', 'archived']

/** One breach is fined once: no second decision where another case of the same origin, and of the same breach of it, has one (行政處罰法 29). */
export async function finedOnce({ record, answers }: Fining, at: Reading): Promise<void> {
  const { id, party, origin, originRecord, passedAs } = record
  if (answers.fine === null || party === null || originRecord === null) return
  // Of two cases of one breach that are decided at the same moment the second sees what the first decided.
  await at.alone(`fined once: ${party} ${origin} ${originRecord}`)
  const decided = await at.list('case', { party, origin, originRecord, state: withDecision })
  // Two that are told apart are two breaches; where one is not told which it is, it may be the same.
  const same = (mark: unknown): boolean => mark == null || passedAs == null || mark === passedAs
  const other = decided.find((one) => one.id !== id && one['fine'] !== null && same(one['passedAs']))
  if (other) refuse('fined-already', { number: other.number ?? other.id, field: 'fine' })
}

interface Suspecting {
  readonly record: { readonly id: string; readonly crime: boolean | null }
  readonly answers: { readonly fine: string | null }
}

interface Marking {
  readonly record: Fining['record'] & { readonly fine: string | null; readonly decided: Day | null }
  readonly answers: { readonly passedAs: string }
}

/** A corrected mark never makes two fines of one breach: a case that was fined takes none that another fined case has. */
export async function stillOnce({ record, answers: { passedAs } }: Marking, at: Reading): Promise<void> {
  const { decided, fine } = record
  if (decided !== null && fine !== null) await finedOnce({ record: { ...record, passedAs }, answers: { fine } }, at)
}

/** So much makes it a question whether it is a crime (刑法 140): the finding says what was made of it. */
const faking: readonly string[] = ['substandard', 'adulterated']

interface Finding {
  readonly record: { readonly kind: string; readonly crime: boolean | null }
  readonly answers: { readonly value: string | null; readonly crimeWeighed: string | null }
  parameter(name: string): { readonly value: unknown }
}

export function crimeWeighed({ record, answers: { value, crimeWeighed: said }, parameter }: Finding): void {
  const least = String(parameter('transfer.weigh-from').value)
  const much = value != null && new Decimal(value).gte(least) && faking.includes(record.kind)
  if (much && !record.crime && !said) refuse('crime-unweighed', { value, least, field: 'crimeWeighed' })
}

/** A penalty does not stand in for a transfer: each suspicion went to the police before, or the head refused to send it (移送規定 11). */
export async function transferFirst({ record, answers }: Suspecting, at: Reading): Promise<void> {
  if (!record.crime) return
  const transfers = await at.list('crime-transfer', { origin: 'case', originRecord: record.id })
  const unsent = transfers.find(({ state }) => ['suspected', 'reported', 'approved'].includes(state))
  if (transfers.length === 0 || unsent) refuse('transfer-first', { number: unsent?.number ?? '—' })
  // Where the court fined for it the authority does not any more (行政處罰法 35).
  const fined = transfers.map((one) => String(one['courtFine'] ?? '0')).find((sum) => new Decimal(sum).gt(0))
  if (answers.fine !== null && fined !== undefined) refuse('fined-by-court', { sum: fined, field: 'fine' })
}

/** Nor does an end without a penalty, or another authority. */
export const notInstead = ({ record }: Pick<Suspecting, 'record'>, at: Reading): Promise<void> =>
  transferFirst({ record, answers: { fine: null } }, at)

const signs = ['trademark', 'geographical']

/** Whose mark or indication was misused is found before the case is judged. */
export function signNamed({ kind, protectedSign }: { readonly kind: string; readonly protectedSign: string | null }): void {
  if (signs.includes(kind) && !protectedSign) refuse('no-sign', { field: 'protectedSign' })
}

interface Paying {
  readonly record: {
    readonly fine: string | null
    readonly paid: string | null
    readonly confiscated: string | null
    readonly surcharge: string | null
    readonly payments: readonly Payment[] | null
    readonly challenges: readonly Challenge[] | null
    readonly deferredTo: Day | null
    readonly deferrals: readonly Delay[] | null
    readonly instalments: Performing['record']['instalments']
  }
  readonly answers: { readonly on: string; readonly sum: string }
  readonly clocks: readonly { readonly deadline: string; readonly due: string | null }[]
  parameter(name: string): { readonly value: unknown }
}

/** Until when a payment is in time: the first day due, and each delay that was granted before that was over. */
const inTimeUntil = (due: Day, delays: readonly Delay[]): Day =>
  delays.reduce((until, { granted, to }) => (granted <= until && to > until ? to : until), due)

/** A surcharge grows from the first day due, and rests while payment is put off: a late delay undoes nothing of it (行政處罰法 66, 72). */
function surchargeOn(c: Paying): string {
  const { record, answers } = c
  const due = c.clocks.find(({ deadline }) => deadline === 'pay')?.due ?? payBy(c) ?? answers.on
  const [fine, all, delays] = [record.fine ?? '0', ofFine(record.payments), delaysOf(record, due)]
  const inTime = all.filter(({ on }) => on <= inTimeUntil(due, delays))
  // What is paid in time needs no rate, and bears none where the pack of the time holds no rate.
  const nothingLate = inTime.reduce((rest, payment) => rest.minus(payment.sum), new Decimal(fine)).lte(0)
  if (nothingLate || daysCounted(null, due, answers.on, delays) === 0) return '0.00'
  // During reconsideration and suit it does not grow, since the law says so (行政處罰法 73).
  const challenges = c.parameter('enforcement.surcharge-in-review').value === 'not-counted' ? record.challenges : null
  return surchargeOf({
    ...{ fine, due, paid: answers.on },
    payments: c.parameter('enforcement.surcharge-base').value === 'unpaid' ? all : inTime,
    counted: (from, to) => daysCounted(challenges, from, to, delays),
    rate: String(c.parameter('enforcement.surcharge').value),
    most: String(c.parameter('enforcement.surcharge.most').value),
  })
}

/** What is owed on the day of a payment: fine, confiscation and surcharge, and what is then paid in all. Yuan. */
export function accountOf(c: Paying): { readonly owed: string; readonly paid: string; readonly surcharge: string } {
  const surcharge = surchargeOn(c)
  const owed = new Decimal(c.record.fine ?? '0').plus(c.record.confiscated ?? '0').plus(surcharge)
  return { owed: owed.toFixed(2), paid: new Decimal(c.record.paid ?? '0').plus(c.answers.sum).toFixed(2), surcharge }
}

/** Nothing is owed any more: nothing ever was, as with a warning, or what was changed to is paid already. */
export function nothingOwed(c: Omit<Paying, 'answers'> & { readonly today: Day }): void {
  const { owed, paid: got } = accountOf({ ...c, parameter: (name) => c.parameter(name), answers: { on: c.today, sum: '0' } })
  const rest = new Decimal(owed).minus(got)
  if (rest.gt(0)) refuse('still-owed', { owed: rest.toFixed(2) })
}

/** What a payment writes: the line, the sum paid so far, the surcharge of the day. */
export const paid = (c: Paying) => {
  const account = accountOf(c)
  return { payments: [...(c.record.payments ?? []), c.answers] as never, paid: account.paid, surcharge: account.surcharge }
}
