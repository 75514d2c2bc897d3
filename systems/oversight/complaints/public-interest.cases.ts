// Worked cases of suits in the public interest: who may sue when, and the notice that comes first.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { suing } from './public-interest.ts'

const lead = (on: string): Act => ({
  on,
  step: 'open',
  by: 'counsel',
  with: { found: on, cluster: '虚构|电水壶|A1', source: '投诉 12 件', traderName: '虚构电器厂', place: '130000', product: '电水壶', victims: 12 },
})
const assessed = { people: 400, facts: '同一批次绝缘不合格' }

export const suingCases = cases(suing, [
  {
    title: words('检察机关须先公告 30 日', 'A procuratorate gives thirty days’ notice'),
    opens: lead('2026-03-02'),
    acts: [
      { on: '2026-03-03', step: 'assess', by: 'counsel', person: 'one', with: assessed, then: { fields: { victims: 400 } } },
      { on: '2026-03-04', step: 'decide', by: 'board', person: 'one', with: { plaintiff: 'procuratorate', demands: ['stop'] }, refused: 'kernel.two-persons' },
      { on: '2026-03-04', step: 'decide', by: 'board', with: { plaintiff: 'procuratorate' }, refused: 'complaints.suit-incomplete' },
      { on: '2026-03-04', step: 'decide', by: 'board', with: { plaintiff: 'procuratorate', demands: ['stop', 'punitive'] } },
      { on: '2026-03-05', step: 'sue', by: 'counsel', with: { court: '虚构中院', number: '1' }, refused: 'complaints.notice-first' },
      { on: '2026-03-05', step: 'notice', by: 'counsel', then: { due: { notice: '2026-04-07' } } },
      { on: '2026-04-07', step: 'sue', by: 'counsel', with: { court: '虚构中院', number: '1' }, refused: 'complaints.notice-first' },
      { on: '2026-04-08', step: 'sue', by: 'counsel', with: { court: '虚构中院', number: '1' }, then: { state: 'sued', fields: { caseNumber: '1' } } },
      { on: '2026-08-03', step: 'end', by: 'counsel', with: { how: 'judged', terms: '停止销售并赔偿', sum: '120000' } },
      { on: '2026-10-09', step: 'close', by: 'counsel', with: { performed: true }, then: { state: 'closed' } },
    ],
  },
  {
    title: words('2016 年检察机关还不能起诉，消费者协会可以', 'In 2016 a procuratorate could not sue, a consumers’ association could'),
    opens: lead('2016-07-11'),
    acts: [
      { on: '2016-07-12', step: 'assess', by: 'counsel', with: assessed },
      { on: '2016-07-13', step: 'decide', by: 'board', with: { plaintiff: 'procuratorate', demands: ['stop'] }, refused: 'complaints.no-such-plaintiff' },
      { on: '2016-07-13', step: 'decide', by: 'board', with: { plaintiff: 'association', demands: ['stop'] } },
      { on: '2016-07-14', step: 'sue', by: 'counsel', with: { court: '虚构中院', number: '2' }, then: { state: 'sued' } },
    ],
  },
  {
    title: words('不立项', 'Dropped'),
    opens: lead('2026-03-02'),
    acts: [{ on: '2026-03-03', step: 'drop', by: 'board', with: { why: '已全部退款' }, then: { state: 'dropped', fields: { result: 'dropped' } } }],
  },
])
