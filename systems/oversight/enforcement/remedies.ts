// After a case is decided (處罰法 66–76): payment, urging, the court, reconsideration and suit, annulment.
import { Decimal } from 'decimal.js'
import { after, cite } from '../../../kernel/citation.ts'
import { amount, choice, day, text } from '../../../kernel/kinds.ts'
import type { StepMaker } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { challengeLine, paymentLine, rejectedLine, type penaltyCase } from './case.ts'
import { annulments, remedyOutcomes, type duties, type states } from './case-codes.ts'
import { ended, mayChallenge, mayEnd } from './challenge.ts'
import { claimed, contested, mayClaim, mayContest, mayKeep, mayReject, noClaimOpen, rejecting, withoutClaim } from './claims.ts'
import { accountOf, mayAskCourt, paid, termOver } from './decision.ts'
import { urging } from './documents.ts'
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

/** Payment in parts and in full by the receipt of the bank, what the party says it paid, urging, and the court. */
export const paying = (step: Maker) => ({
  'pay-part': step({
    title: words('分期缴款', 'Pay a part'),
    from: ['served', 'urged', 'court'],
    to: (c) => c.record.state as 'served',
    by: 'handler',
    basis: rules('74'),
    returning: true,
    asks: paymentLine,
    check(c) {
      const account = accountOf(c)
      if (new Decimal(account.paid).gte(account.owed)) refuse('overpaid', { ...account, field: 'sum' })
    },
    gives: (c) => ({ ...paid(c), claims: withoutClaim(c) }),
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
    gives: (c) => ({ ...paid(c), claims: withoutClaim(c) }),
  }),
  // What the party says is no payment yet: whoever handles the case looks at the bank’s receipt.
  'claim-payment': step({
    title: words('申报已缴款', 'Say that it was paid'),
    from: unpaid,
    to: (c) => c.record.state as 'served',
    by: 'party',
    basis: atTheBank,
    returning: true,
    asks: { ...paymentLine, receipt: bankReceipt },
    check: (c) => mayClaim(c),
    gives: (c) => ({ claims: claimed(c) }),
  }),
  'reject-claim': step({
    title: words('核对后查无此款', 'The bank knows of no such payment'),
    from: [...unpaid, 'performed'],
    to: (c) => c.record.state as 'served',
    by: 'handler',
    basis: atTheBank,
    returning: true,
    asks: { receipt: bankReceipt, found: rejectedLine.found },
    check: (c) => mayReject(c),
    gives: (c) => rejecting(c, false),
  }),
  // What the bank did not know is not claimed again: the party says why it is wrong, and somebody else looks.
  'contest-rejection': step({
    title: words('对查无此款的核对结果提出异议', 'Object that it was paid all the same'),
    from: [...unpaid, 'performed'],
    to: (c) => c.record.state as 'served',
    by: 'party',
    basis: law('45'),
    returning: true,
    asks: { receipt: bankReceipt, contest: text(words('陈述和证据', 'Statement and evidence'), { length: 500 }) },
    check: (c) => mayContest(c),
    gives: (c) => contested(c),
  }),
  'keep-rejection': step({
    title: words('另一人核对后维持查无此款', 'Another person finds no such payment either'),
    from: [...unpaid, 'performed'],
    to: (c) => c.record.state as 'served',
    by: ['head', 'handler'],
    basis: atTheBank,
    notBy: ['reject-claim'],
    returning: true,
    asks: { receipt: bankReceipt, found: rejectedLine.found },
    check: (c) => mayKeep(c),
    gives: (c) => rejecting(c, true),
  }),
  urge: step({
    title: words('催告', 'Urge'),
    from: 'served',
    to: 'urged',
    by: 'head',
    basis: rules('76'),
    issues: urging,
    check(c) {
      noClaimOpen(c.record)
      termOver(c, 'pay')
    },
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

/** Reconsideration and suit. */
export const contesting = (step: Maker) => ({
  challenge: step({
    title: words('登记复议、诉讼', 'Enter a reconsideration or suit'),
    from: ['served', 'urged', 'court', 'performed', 'closed'],
    to: (c) => c.record.state as 'served',
    by: 'handler',
    basis: law('73'),
    returning: true,
    asks: { way: challengeLine.kind, taken: challengeLine.received, forum: challengeLine.forum, reference: challengeLine.reference },
    check: (c) => mayChallenge(c.record.challenges),
    gives: ({ record, answers: { way: kind, taken: received, forum, reference } }) => ({
      challenges: [...(record.challenges ?? []), { kind, received, forum, reference, ended: null, outcome: null }],
    }),
  }),
  'challenge-ends': step({
    title: words('登记复议、诉讼结果', 'Enter how reconsideration or suit ended'),
    from: ['served', 'urged', 'court', 'performed', 'closed'],
    to: (c) => c.record.state as 'served',
    by: 'handler',
    basis: law('73'),
    returning: true,
    asks: {
      ended: day(words('终结日期', 'Ended on')),
      result: choice(words('结果', 'Outcome'), remedyOutcomes),
      newFine: amount(words('变更后的罚款', 'Fine as changed'), { optional: true, minimum: '0', unit: '元' }),
    },
    check: (c) => mayEnd(c.record.challenges, { ...c.answers, outcome: c.answers.result }),
    gives: (c) => ({
      challenges: ended(c.record.challenges, { ...c.answers, outcome: c.answers.result }) as never,
      ...(c.answers.result === 'changed' ? { fine: c.answers.newFine } : {}),
    }),
  }),
})

export const annulling = (step: Maker) => ({
  annul: step({
    title: words('撤销处罚决定', 'Annul the decision'),
    from: ['decided', 'served', 'urged', 'court', 'performed', 'closed'],
    to: 'annulled',
    by: 'head',
    basis: rules('63'),
    asks: { ground: choice(words('撤销原因', 'Ground'), annulments), reasons: text(words('理由', 'Reasons'), { length: 1000 }) },
  }),
})
