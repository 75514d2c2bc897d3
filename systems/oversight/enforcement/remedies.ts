// After a case is decided (處罰法 66–76): payment, urging, the court, reconsideration and suit, annulment.
import { Decimal } from 'decimal.js'
import { after, cite } from '../../../kernel/citation.ts'
import { amount, choice, day, rows, text } from '../../../kernel/kinds.ts'
import type { StepMaker } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { challengeLine, instalmentLine, officials, paymentLine, receiptLine, rejectedLine, type penaltyCase } from './case.ts'
import { annulments, remedyOutcomes, stays, type duties, type states } from './case-codes.ts'
import { ended, mayChallenge, mayEnd } from './challenge.ts'
import { claimed, contested, mayClaim, mayContest, mayKeep, mayReject, noClaimOpen, rejecting, withoutClaim } from './claims.ts'
import {
  afterChallenge, begun, courtFrom, fineLeft, fineUrged, mayAskCourt, mayBegin, putOff, reconsiderationOver, remediesOver, stillStands,
} from './court.ts'
import { accountOf, correctedFrom, elsewhere, paid } from './decision.ts'
import { urging } from './documents.ts'
import { nothingHeld } from './held.ts'
import { mayGrant, payTermOver, putOffOnce, urgedAnew } from './performing.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals
const rules = (article: string) => cite('penalty-procedure', article)
const law = (article: string) => cite('administrative-penalty-law', article)

/** Types a step of a case by its fields, states and duties. */
export type Maker = StepMaker<(typeof penaltyCase)['fields'], keyof typeof states, keyof typeof duties>

/** Fines are paid to the bank that is named, apart from whoever decided (處罰法 67; until July 2021 article 46). */
const atTheBank = after('2021-07-14', law('46'), law('67'))
const bankReceipt = text(words('银行收据号', 'Receipt of the bank'), { length: 60 })
const unpaid = ['served', 'urged', 'court'] as const
/** From its service to the archive a party knows the decision, and may go on to contest it. */
const known = ['served', 'urged', 'court', 'performed', 'closed'] as const
/** A file in the archive is contested and put right all the same: the term to sue is longer than the way there. */
const everAfter = [...known, 'archived'] as const
const reconsideration = after('2023-12-31', cite('administrative-reconsideration-law', '9'), cite('administrative-reconsideration-law', '20'))

/** Payment in parts and in full by the receipt of the bank, what the party says it paid, urging, and the court. */
export const paying = (step: Maker) => ({
  'pay-part': step({
    title: words('分期缴款', 'Pay a part'),
    from: ['served', 'urged', 'court'],
    ...stays,
    by: 'handler',
    basis: rules('74'),
    asks: paymentLine,
    check(c) {
      const account = accountOf(c)
      if (new Decimal(account.paid).gte(account.owed)) refuse('overpaid', { ...account, field: 'sum' })
    },
    gives: (c) => ({ ...paid(c), claims: withoutClaim(c), ...fineLeft(c, paid(c)) }),
  }),
  pay: step({
    title: words('缴清', 'Pay in full'),
    from: ['served', 'urged', 'court'],
    to: 'performed',
    by: 'handler',
    basis: rules('72'),
    asks: paymentLine,
    check(c) {
      const account = accountOf(c)
      const rest = new Decimal(account.owed).minus(account.paid)
      if (rest.gt(0)) refuse('still-owed', { owed: rest.toFixed(2), field: 'sum' })
      if (rest.lt(0)) refuse('overpaid', { ...account, field: 'sum' })
    },
    gives: (c) => ({ ...paid(c), claims: withoutClaim(c), performedOn: c.answers.on }),
  }),
  // What the party says is no payment yet: whoever handles the case looks at the bank’s receipt.
  'claim-payment': step({
    title: words('申报已缴款', 'Say that it was paid'),
    from: unpaid,
    ...stays,
    by: 'party',
    basis: atTheBank,
    asks: { ...receiptLine, receipt: bankReceipt },
    check: (c) => mayClaim(c),
    gives: (c) => ({ claims: claimed(c) }),
  }),
  'reject-claim': step({
    title: words('核对后查无此款', 'The bank knows of no such payment'),
    from: [...unpaid, 'performed'],
    ...stays,
    by: 'handler',
    basis: atTheBank,
    asks: { receipt: bankReceipt, found: rejectedLine.found },
    check: (c) => mayReject(c),
    gives: (c) => rejecting(c, false),
  }),
  // What the bank did not know is not claimed again: the party says why it is wrong, and somebody else looks.
  'contest-rejection': step({
    title: words('对查无此款的核对结果提出异议', 'Object that it was paid all the same'),
    from: [...unpaid, 'performed'],
    ...stays,
    by: 'party',
    basis: law('45'),
    asks: { receipt: bankReceipt, contest: text(words('陈述和证据', 'Statement and evidence'), { length: 500 }) },
    check: (c) => mayContest(c),
    gives: (c) => contested(c),
  }),
  'keep-rejection': step({
    title: words('另一人核对后维持查无此款', 'Another person finds no such payment either'),
    from: [...unpaid, 'performed'],
    ...stays,
    by: ['head', 'handler'],
    basis: atTheBank,
    notBy: ['reject-claim'],
    asks: { receipt: bankReceipt, found: rejectedLine.found },
    check: (c) => mayKeep(c),
    gives: (c) => rejecting(c, true),
  }),
  urge: step({
    title: words('催告', 'Urge'),
    from: unpaid,
    to: 'urged',
    by: 'head',
    basis: rules('76'),
    issues: urging,
    check(c) {
      noClaimOpen(c.record)
      stillStands(c.record.challenges)
      if (c.record.state === 'served') payTermOver(c)
      else urgedAnew(c)
    },
    gives: (c) => ({ urgedOn: c.today, ...fineUrged(c) }),
  }),
  'ask-court': step({
    title: words('申请法院强制执行', 'Ask the court'),
    from: 'urged',
    to: 'court',
    by: 'head',
    basis: rules('76'),
    check(c) {
      noClaimOpen(c.record)
      mayAskCourt(c)
    },
  }),
})

/** Put off or paid in parts on the party's request (處罰法 66), and the end of its terms to sue, after which the court may be asked. */
export const deferring = (step: Maker) => ({
  'ask-deferral': step({
    title: words('申请延期或者分期缴纳', 'Ask to pay later or in parts'),
    from: ['served', 'urged'],
    ...stays,
    by: ['party', 'handler'],
    basis: law('66'),
    asks: { hardship: text(words('经济困难情况和请求', 'What makes it hard, and what is asked'), { length: 1000, personal: true }) },
    gives: (c) => ({ deferralAsked: c.today }),
  }),
  'grant-deferral': step({
    title: words('批准延期或者分期缴纳', 'Let it pay later or in parts'),
    from: ['served', 'urged'],
    to: 'served',
    by: 'head',
    basis: law('66'),
    returning: true,
    asks: {
      deferredTo: day(words('缴款期限至', 'To be paid by'), { mayLieAhead: true }),
      instalments: rows(words('分期', 'Parts'), instalmentLine, { optional: true, most: 36 }),
      approval: text(words('批准文号', 'Approval'), { length: 60 }),
    },
    check: (c) => mayGrant(c),
    // What was urged before runs no more, and the court is asked after the last day of what was granted (處罰法 72).
    gives: (c) => ({
      ...{ deferralAsked: null, deferrals: putOffOnce(c) as never },
      ...putOff(c, c.answers.deferredTo),
    }),
  }),
  'refuse-deferral': step({
    title: words('不批准延期或者分期', 'Do not let it pay later'),
    from: ['served', 'urged'],
    ...stays,
    by: 'head',
    basis: law('66'),
    asks: { reasons: text(words('理由', 'Reasons'), { length: 1000 }) },
    check(c) {
      if (c.record.deferralAsked == null) refuse('no-deferral-asked')
    },
    gives: () => ({ deferralAsked: null }),
  }),
  'remedies-over': step({
    title: words('复议、起诉期限届满', 'The terms for reconsideration and suit are over'),
    from: ['served', 'urged'],
    ...stays,
    by: 'head',
    basis: cite('administrative-compulsion-law', '53'),
    check: (c) => remediesOver(c),
    gives: (c) => ({ courtFrom: courtFrom(c) }),
  }),
  // Nothing is decided by it: what the party might still have done is over.
  'reconsideration-over': step({
    title: words('申请行政复议期限届满', 'The term for reconsideration is over'),
    from: known,
    ...stays,
    by: 'head',
    basis: reconsideration,
    standing: true,
    check: (c) => reconsiderationOver(c),
  }),
  // Cases of before these terms were watched: the daily watch takes it, or the head.
  'begin-terms': step({
    title: words('登记旧案复议、起诉期限的起算', 'Begin the terms of reconsideration and suit of a case of before'),
    from: known,
    ...stays,
    by: 'head',
    shownTo: officials,
    basis: cite('administrative-compulsion-law', '53'),
    standing: true,
    check: (c) => mayBegin(c),
    gives: (c) => begun(c),
  }),
  'send-elsewhere': step({
    title: words('向登记地推送处罚信息', 'Send the penalty to where the party is registered'),
    from: ['decided', ...everAfter],
    ...stays,
    by: 'handler',
    basis: cite('penalty-publication-rules', '10'),
    asks: { sentTo: text(words('接收的市场监督管理部门', 'To which office'), { length: 120 }) },
    check(c) {
      // Cases of before have no such clock, and may have such a party.
      if (!elsewhere(c.record)) refuse('not-elsewhere')
    },
  }),
  'correct-elsewhere': step({
    title: words('告知登记地更正、撤回处罚信息', 'Tell where the party is registered that it changed or fell'),
    from: [...everAfter, 'annulled'],
    ...stays,
    by: 'handler',
    basis: cite('penalty-publication-rules', '11'),
    shownTo: officials,
    asks: { toldTo: text(words('告知的市场监督管理部门', 'Which office was told'), { length: 120 }) },
    check(c) {
      if (c.record.correctElsewhereFrom == null) refuse('nothing-to-correct')
    },
    gives: () => ({ correctElsewhereFrom: null }),
  }),
})

/** Reconsideration and suit. */
export const contesting = (step: Maker) => ({
  challenge: step({
    title: words('登记复议、诉讼', 'Enter a reconsideration or suit'),
    from: everAfter,
    ...stays,
    by: 'handler',
    basis: law('73'),
    asks: { way: challengeLine.kind, taken: challengeLine.received, forum: challengeLine.forum, reference: challengeLine.reference },
    check: (c) => mayChallenge(c.record.challenges),
    gives: ({ record, answers: { way: kind, taken: received, forum, reference } }) => ({
      challenges: [...(record.challenges ?? []), { kind, received, forum, reference, ended: null, outcome: null }],
      // Begun anew when it ends, by what is then the later day.
      remediesUntil: null,
    }),
  }),
  'challenge-ends': step({
    title: words('登记复议、诉讼结果', 'Enter how reconsideration or suit ended'),
    from: everAfter,
    ...stays,
    by: 'handler',
    basis: law('73'),
    asks: {
      ended: day(words('终结日期', 'Ended on')),
      result: choice(words('结果', 'Outcome'), remedyOutcomes),
      newFine: amount(words('变更后的罚款', 'Fine as changed'), { optional: true, minimum: '0', unit: '元' }),
    },
    check: (c) => mayEnd(c.record.challenges, { ...c.answers, outcome: c.answers.result }),
    gives: (c) => ({
      challenges: ended(c.record.challenges, { ...c.answers, outcome: c.answers.result }) as never,
      ...(c.answers.result === 'changed' ? { fine: c.answers.newFine, ...correctedFrom(c) } : {}),
      ...afterChallenge(c, c.answers),
    }),
  }),
})

export const annulling = (step: Maker) => ({
  annul: step({
    title: words('撤销处罚决定', 'Annul the decision'),
    from: ['decided', ...everAfter],
    to: 'annulled',
    by: 'head',
    basis: rules('63'),
    asks: { ground: choice(words('撤销原因', 'Ground'), annulments), reasons: text(words('理由', 'Reasons'), { length: 1000 }) },
    check: (c) => nothingHeld(c.record),
    gives: (c) => correctedFrom(c),
  }),
})
