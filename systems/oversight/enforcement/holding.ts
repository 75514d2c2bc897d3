// Goods that are kept, sealed or seized (處罰程序規定 33–38), also on the spot before anybody approved, and tests that stop the terms.
import { cite } from '../../../kernel/citation.ts'
import { text, yes } from '../../../kernel/kinds.ts'
import { words } from '../../../kernel/words.ts'
import { holdLine, officials } from './case.ts'
import { lookingInto } from './case-codes.ts'
import { enforcementRefusals } from './refusals.ts'
import type { Maker } from './remedies.ts'

const { refuse } = enforcementRefusals
const rules = (article: string) => cite('penalty-procedure', article)
const approval = text(words('批准文号', 'Approval'), { optional: true, length: 60 })

export const holding = (step: Maker) => ({
  hold: step({
    title: words('采取保存、查封、扣押', 'Hold goods'),
    from: lookingInto,
    to: (c) => c.record.state as 'investigating',
    by: 'handler',
    basis: rules('33'),
    returning: true,
    asks: {
      ...{ measure: holdLine.measure, what: holdLine.what, approval },
      urgent: yes(words('情况紧急，当场采取，二十四小时内报告并补办批准', 'Taken on the spot in an emergency: reported and approved within 24 hours'), { optional: true }),
      handed: yes(words('决定书和清单已当场交付当事人', 'Order and list were handed to the party on the spot'), { optional: true }),
    },
    check(c) {
      if (!c.answers.approval && !c.answers.urgent) refuse('hold-unapproved', { field: 'approval' })
    },
    gives: (c) => ({
      holding: [...(c.record.holding ?? []), { measure: c.answers.measure, what: c.answers.what, from: c.today, released: null }],
      ...(c.answers.measure === 'register' ? { heldFrom: c.today } : { seizedFrom: c.today }),
      ...(c.answers.approval ? {} : { heldUrgently: c.occurred }),
      ...(c.answers.handed ? { informed: c.record.party } : {}),
    }),
  }),
  // Who approves is not who took it; what is not approved is given back.
  'approve-hold': step({
    title: words('补办保存、查封、扣押的批准', 'Approve what was held on the spot'),
    from: [...lookingInto, 'suspended', 'reviewing'],
    to: (c) => c.record.state as 'investigating',
    by: 'head',
    basis: rules('33'),
    notBy: ['hold'],
    returning: true,
    asks: { approval: text(words('批准文号', 'Approval'), { length: 60 }) },
    check(c) {
      // Said of the record first, so that no page offers it where nothing was held on the spot.
      if (c.record.heldUrgently == null) refuse('nothing-to-approve')
      if (!c.clocks.some(({ deadline, state }) => deadline === 'hold-report' && ['open', 'lapsed'].includes(state))) refuse('nothing-to-approve')
    },
  }),
  release: step({
    title: words('解除或者处理', 'Release or deal with'),
    // A term of holding runs on whatever becomes of the case, and what is held comes free in each of its states.
    from: [
      ...[...lookingInto, 'suspended', 'reviewing', 'reviewed', 'told', 'hearing', 'deciding', 'decided'] as const,
      ...['served', 'urged', 'court', 'performed', 'waived', 'terminated', 'closed'] as const,
    ],
    to: (c) => c.record.state as 'investigating',
    by: 'handler',
    basis: rules('35'),
    returning: true,
    asks: { how: text(words('处理结果', 'What became of it'), { length: 200 }) },
    gives: (c) => ({ holding: (c.record.holding ?? []).map((line) => ({ ...line, released: line.released ?? c.today })) }),
  }),
  'send-to-test': step({
    title: words('送检验、检测、鉴定', 'Send for a test or an appraisal'),
    from: ['verifying', 'investigating'],
    to: 'testing',
    by: 'handler',
    basis: rules('64'),
    shownTo: officials,
    asks: {
      what: text(words('检验、检测、鉴定事项', 'What is tested'), { length: 300 }),
      testedBy: text(words('检验、鉴定机构', 'By whom'), { length: 120 }),
    },
  }),
  tested: step({
    title: words('收到检验、鉴定结果', 'The result is received'),
    from: 'testing',
    to: (c) => (c.record.firstHandler ? 'investigating' : 'verifying'),
    by: 'handler',
    basis: rules('64'),
    shownTo: officials,
    returning: true,
    asks: { result: text(words('结果', 'Result'), { length: 1000 }) },
  }),
})
