// Worked cases of reported results in doubt: weighed with a ground, confirmed by another person, sent back, and never settled by hand.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { weighing } from './doubted-results.ts'

const doubted: Act = {
  on: '2026-05-06', step: 'open', by: 'laboratory',
  with: {
    laboratory: '91130102MAX000001J', orderNumber: 'JY2026000001', parameter: '甲醛释放量', on: '2026-04-28', source: 'chart', because: 'ZK-01',
    doubtFrom: '2026-04-27', doubtTo: '2026-04-29', cause: '标准溶液失效',
  },
}
const ground = { ground: '留样用新标准溶液复测，结果在重复性限以内' }

export const weighingCases = cases(weighing, [
  {
    title: words('十个工作日内评估为有效，由另一人确认；理由不足的退回，期限不重新起算', 'Held to be valid within ten working days and confirmed by another person; sent back, its clock runs on'),
    // Saturday 9 May is worked by the notice on Labour Day.
    opens: { ...doubted, then: { state: 'weighing', due: { weigh: '2026-05-19' } } },
    acts: [
      { on: '2026-05-07', step: 'hold', by: 'signatory', person: 'di', with: { ground: '经验判断' }, then: { state: 'confirming' } },
      { on: '2026-05-07', step: 'confirm', by: 'reviewer', person: 'di', refused: 'kernel.two-persons' },
      { on: '2026-05-08', step: 'return', by: 'reviewer', person: 'ci', with: { reason: '没有数据' }, then: { state: 'weighing', due: { weigh: '2026-05-19' } } },
      { on: '2026-05-11', step: 'hold', by: 'signatory', person: 'di', with: ground, then: { state: 'confirming' } },
      { on: '2026-05-12', step: 'confirm', by: 'reviewer', person: 'ci', then: { state: 'stands', clocks: { weigh: 'met' } } },
    ],
  },
  {
    title: words('报告撤回，存疑随之办结；逾期的亮灯', 'Its report withdrawn, the doubt is settled; late, and it shows'),
    opens: doubted,
    acts: [{ on: '2026-05-20', step: 'fall', by: 'signatory', with: { reason: '标准溶液失效' }, then: { state: 'fallen', clocks: { weigh: 'late' } } }],
  },
])
