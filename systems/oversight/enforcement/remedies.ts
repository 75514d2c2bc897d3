// After a case is decided (處罰法 66–76): payment, urging, the court, reconsideration and suit, annulment.
import { Decimal } from 'decimal.js'
import { cite } from '../../../kernel/citation.ts'
import { amount, choice, day, text } from '../../../kernel/kinds.ts'
import type { StepMaker } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { challengeLine, paymentLine, type penaltyCase } from './case.ts'
import { annulments, remedyOutcomes, type duties, type states } from './case-codes.ts'
import { ended, mayChallenge, mayEnd } from './challenge.ts'
import { accountOf, mayAskCourt, paid, termOver } from './decision.ts'
import { urging } from './documents.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals
const rules = (article: string) => cite('penalty-procedure', article)
const law = (article: string) => cite('administrative-penalty-law', article)

/** Types a step of a case by its fields, states and duties. */
export type Maker = StepMaker<(typeof penaltyCase)['fields'], keyof typeof states, keyof typeof duties>

/** Payment in parts and in full, urging, and the court. */
export const paying = (step: Maker) => ({
  'pay-part': step({
    title: words('分期缴款', 'Pay a part'),
    from: ['served', 'urged', 'court'],
    to: (c) => c.record.state as 'served',
    by: ['handler', 'party'],
    basis: rules('74'),
    returning: true,
    asks: paymentLine,
    check(c) {
      const account = accountOf(c)
      if (new Decimal(account.paid).gte(account.owed)) refuse('overpaid', { ...account, field: 'sum' })
    },
    gives: paid,
  }),
  pay: step({
    title: words('缴清', 'Pay in full'),
    from: ['served', 'urged', 'court'],
    to: 'performed',
    by: ['handler', 'party'],
    basis: rules('72'),
    asks: paymentLine,
    check(c) {
      const account = accountOf(c)
      const rest = new Decimal(account.owed).minus(account.paid)
      if (rest.gt(0)) refuse('still-owed', { owed: rest.toFixed(2), field: 'sum' })
      if (rest.lt(0)) refuse('overpaid', { ...account, field: 'sum' })
    },
    gives: paid,
  }),
  urge: step({
    title: words('催告', 'Urge'),
    from: 'served',
    to: 'urged',
    by: 'head',
    basis: rules('76'),
    issues: urging,
    check: (c) => termOver(c, 'pay'),
  }),
  'ask-court': step({
    title: words('申请法院强制执行', 'Ask the court'),
    from: 'urged',
    to: 'court',
    by: 'head',
    basis: rules('76'),
    check: mayAskCourt,
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
