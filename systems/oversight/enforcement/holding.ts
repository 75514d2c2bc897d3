// Goods that are kept, sealed or seized (處罰程序規定 33–38), also on the spot before anybody approved, and tests that stop the terms.
import { cite } from '../../../kernel/citation.ts'
import { text, yes } from '../../../kernel/kinds.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { holdLine, officials, penaltyCase } from './case.ts'
import { lookingInto, stays, toldOf } from './case-codes.ts'
import { testNotice } from './documents.ts'
import { approved, firstWaiting } from './held.ts'
import { enforcementRefusals } from './refusals.ts'
import type { Maker } from './remedies.ts'
import { movedOn } from './statute.ts'

const { refuse } = enforcementRefusals
const rules = (article: string) => cite('penalty-procedure', article)
const approval = text(words('批准文号', 'Approval'), { optional: true, length: 60 })

/** A term of holding runs on whatever becomes of the case, and what is held comes free, or is approved, in each of its states. */
const holdable = [
  ...[...lookingInto, 'suspended', 'reviewing', 'reviewed', ...toldOf, 'hearing', 'deciding', 'decided'] as const,
  ...['served', 'urged', 'court', 'performed', 'waived', 'terminated', 'closed'] as const,
]

export const holding = (step: Maker) => ({
  hold: step({
    title: words('采取保存、查封、扣押', 'Hold goods'),
    from: lookingInto,
    ...stays,
    by: 'handler',
    basis: rules('33'),
    asks: {
      ...{ measure: holdLine.measure, what: holdLine.what, approval },
      urgent: yes(words('情况紧急，当场采取，二十四小时内报告并补办批准', 'Taken on the spot in an emergency: reported and approved within 24 hours'), { optional: true }),
      handed: yes(words('决定书和清单已当场交付当事人', 'Order and list were handed to the party on the spot'), { optional: true }),
    },
    check(c) {
      if (!c.answers.approval && !c.answers.urgent) refuse('hold-unapproved', { field: 'approval' })
    },
    gives(c) {
      const { measure, what, approval: given } = c.answers
      const line = { measure, what, from: c.today, released: null, urgentAt: given ? null : c.occurred, approval: given }
      const holding = [...(c.record.holding ?? []), line]
      return {
        holding,
        ...(measure === 'register' ? { heldFrom: c.today } : { seizedFrom: c.today }),
        ...(given ? {} : { heldUrgently: firstWaiting(holding) }),
        ...(c.answers.handed ? { informed: c.record.party } : {}),
      }
    },
  }),
  // Who approves is not who took it; what is not approved is given back.
  'approve-hold': step({
    title: words('补办保存、查封、扣押的批准', 'Approve what was held on the spot'),
    from: holdable,
    ...stays,
    by: 'head',
    basis: rules('33'),
    notBy: ['hold'],
    asks: { approval: text(words('批准文号', 'Approval'), { length: 60 }) },
    check(c) {
      // Said of the record first, so that no page offers it where nothing was held on the spot.
      if (c.record.heldUrgently == null) refuse('nothing-to-approve')
      if (!c.clocks.some(({ deadline, state }) => deadline === 'hold-report' && ['open', 'lapsed'].includes(state))) refuse('nothing-to-approve')
    },
    // The next one that was taken on the spot has hours of its own, from when it was taken.
    gives(c) {
      const holding = approved(c.record.holding, c.record.heldUrgently, c.answers.approval)
      return { holding, heldUrgently: firstWaiting(holding) }
    },
  }),
  release: step({
    title: words('解除或者处理', 'Release or deal with'),
    from: holdable,
    ...stays,
    by: 'handler',
    basis: rules('35'),
    asks: { how: text(words('处理结果', 'What became of it'), { length: 200 }) },
    gives: (c) => ({
      holding: (c.record.holding ?? []).map((line) => ({ ...line, released: line.released ?? c.today })),
      heldUrgently: null,
    }),
  }),
  'send-to-test': step({
    title: words('送检验、检测、鉴定', 'Send for a test or an appraisal'),
    // Sent again where it takes longer, or where something else is to be tested.
    from: ['verifying', 'testingLead', ...lookingInto],
    // Before it is filed nothing is held, summoned or ended: the test is awaited in a state of its own.
    to: (c) => (['verifying', 'testingLead'].includes(c.record.state) ? 'testingLead' : c.answers.ofHeld ? 'testingHeld' : 'testing'),
    by: 'handler',
    basis: rules('64'),
    shownTo: officials,
    issues: { either: [testNotice], which: (c) => (c.answers.ofHeld ? testNotice : null) },
    asks: {
      ...ask(penaltyCase, 'testUntil'),
      ofHeld: yes(words('检验的是查封、扣押的财物', 'What is seized is tested'), { optional: true, hint: words('查封、扣押期限只在此时停止计算，期间书面告知当事人', 'Only then the term of the seizure stands still, and the party is told in writing for how long') }),
      what: text(words('检验、检测、鉴定事项', 'What is tested'), { length: 300 }),
      testedBy: text(words('检验、鉴定机构', 'By whom'), { length: 120 }),
    },
    check({ record, answers: { testUntil, ofHeld }, today }) {
      if (testUntil == null || testUntil < today) refuse('test-over', { day: testUntil ?? '—', field: 'testUntil' })
      const seized = (record.holding ?? []).some(({ measure, released }) => measure !== 'register' && released === null)
      if (ofHeld && !seized) refuse('nothing-seized', { field: 'ofHeld' })
    },
  }),
  tested: step({
    title: words('收到检验、鉴定结果', 'The result is received'),
    from: ['testing', 'testingHeld', 'testingLead'],
    to: (c) => (c.record.firstHandler ? 'investigating' : 'verifying'),
    by: 'handler',
    basis: rules('64'),
    shownTo: officials,
    returning: true,
    asks: { result: text(words('结果', 'Result'), { length: 1000 }) },
    gives: (c) => ({ testUntil: null, ...movedOn(c) }),
  }),
})
