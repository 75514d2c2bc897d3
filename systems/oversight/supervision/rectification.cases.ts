// Worked cases of the follow-up: corrected at once, and every rung of the ladder in its order, under both packs of law.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { invented, items } from './invented.ts'
import { following } from './rectification.ts'

const begun = (on: string): Act => ({
  on, step: 'open', by: 'officer',
  with: {
    begun: on, party: invented(3), partyName: '虚构家具厂（演示）', place: '130102', line: 'goods', sampleNumber: 'CY1', product: '木质书柜', productClass: 'furniture',
    items, rule: 'guardedRejection',
  },
  then: { state: 'toOrder', fields: { rung: 0 } },
})
const ordered = (on: string, served: string): readonly Act[] => [
  { on, step: 'order', by: 'head', with: { demand: '停止销售该批次，更换板材' }, then: { state: 'ordered' } },
  { on, step: 'sign-document', by: 'head', with: { document: 'rectification-order', how: 'seal' } },
  { on: served, step: 'serve-document', by: 'officer', with: { document: 'rectification-order', way: 'direct', outcome: 'served', on: served } },
]
const report = (on: string): Act => ({ on, step: 'report', by: 'party', with: { cause: '板材批次不合格', measures: '更换供应商', stock: '封存 20 件', recovered: 12 }, then: { state: 'reported' } })
const suspects = (on: string, more: object, rest: Partial<Act>): Act =>
  ({ on, step: 'suspect-breach', by: 'officer', with: { suspected: 'substandard', facts: '演示', ...more }, ...rest })
const rechecked = (on: string, passed: boolean): readonly Act[] => [
  { on, step: 'recheck', by: 'officer', then: { state: 'rechecking' } },
  { on, step: 'take-recheck', by: 'officer', with: { recheckSample: 'CY2', recheckPassed: passed }, then: { state: passed ? 'closed' : 'failed' } },
]

export const followingCases = cases(following, [
  {
    title: words('收到命令后六十日内整改，复查合格即结束', 'Corrected within sixty days of the order, and closed when the re-check passes'),
    opens: begun('2026-04-10'),
    acts: [
      ...ordered('2026-04-13', '2026-04-15'),
      { on: '2026-04-16', step: 'suspect-defect', by: 'officer', with: { danger: '甲醛超标，可致呼吸道损害' }, then: { state: 'ordered', due: { correct: '2026-06-15' } } },
      { on: '2026-04-17', step: 'suspect-breach', by: 'officer', with: { suspected: 'substandard', facts: '生产不符合强制性标准的家具' }, then: { state: 'ordered', fields: { suspected: 'substandard' } } },
      report('2026-06-01'),
      ...rechecked('2026-06-20', true),
    ],
  },
  {
    title: words('复查未抽到样的重新安排，复查期限继续计算', 'A re-check that found nothing to take is ordered anew, and its term runs on'),
    opens: begun('2026-04-10'),
    acts: [
      ...ordered('2026-04-13', '2026-04-15'),
      report('2026-06-01'),
      { on: '2026-06-20', step: 'recheck', by: 'officer', then: { state: 'rechecking', due: { recheck: '2026-08-17' } } },
      { on: '2026-06-25', step: 'recheck-in-vain', by: 'officer', with: { recheckSample: 'CY2', reason: '停产，无库存' }, then: { state: 'reported', clocks: { recheck: 'open' } } },
      ...rechecked('2026-07-20', true),
    ],
  },
  {
    title: words('送达登记之前已报告整改的，整改期限不再起算为逾期', 'Reported before the service of the order was entered: its term is met, and runs for nobody'),
    opens: begun('2026-04-10'),
    acts: [
      ordered('2026-04-13', '2026-04-15')[0]!,
      { on: '2026-04-13', step: 'sign-document', by: 'head', with: { document: 'rectification-order', how: 'seal' } },
      report('2026-04-14'),
      { on: '2026-04-15', step: 'serve-document', by: 'officer', with: { document: 'rectification-order', way: 'direct', outcome: 'served', on: '2026-04-14' }, then: { state: 'reported', clocks: { correct: 'met' } } },
    ],
  },
  {
    title: words('同一违法只移送一次；另一种违法、再次发生的违法是另一条案源', 'One breach is passed on once; another kind, or one done again, is another lead'),
    opens: begun('2026-04-10'),
    acts: [
      ordered('2026-04-13', '2026-04-15')[0]!,
      suspects('2026-04-17', {}, { then: { fields: { passed: [{ breach: 'substandard', on: '2026-04-10' }] } } }),
      suspects('2026-04-18', {}, { refused: 'supervision.passed-already' }),
      suspects('2026-04-18', { suspected: 'labelling' }, { then: { fields: { passed: [{ breach: 'substandard' }, { breach: 'labelling' }] } } }),
      suspects('2026-04-19', {}, { refused: 'supervision.passed-already' }),
      suspects('2026-05-02', { breachOn: '2026-04-30' }, { then: { state: 'ordered', fields: { passed: [{}, {}, { breach: 'substandard', on: '2026-04-30' }] } } }),
      suspects('2026-05-03', { breachOn: '2026-04-30' }, { refused: 'supervision.passed-already' }),
    ],
  },
  {
    title: words('后处理逐级：公告、停业、吊销，不得越级', 'The ladder in its order: announcement, stop, revocation'),
    opens: begun('2026-04-10'),
    acts: [
      { on: '2026-04-13', step: 'order', by: 'head', with: { demand: '停止销售' } },
      { on: '2026-04-13', step: 'announce', by: 'head', with: { announcement: 'GG1' }, refused: 'supervision.order-not-served' },
      { on: '2026-04-13', step: 'sign-document', by: 'head', with: { document: 'rectification-order', how: 'seal' } },
      { on: '2026-04-15', step: 'serve-document', by: 'officer', with: { document: 'rectification-order', way: 'direct', outcome: 'served', on: '2026-04-15' } },
      { on: '2026-06-14', step: 'announce', by: 'head', with: { announcement: 'GG1' }, refused: 'supervision.term-runs' },
      { on: '2026-06-16', step: 'announce', by: 'head', with: { announcement: 'GG1' }, then: { state: 'announced', fields: { rung: 1 }, due: { 'second-recheck': '2026-09-14' } } },
      { on: '2026-06-17', step: 'stop-business', by: 'head', with: { reason: '未整改' }, refused: 'supervision.term-runs' },
      report('2026-07-01'),
      ...rechecked('2026-07-20', false),
      { on: '2026-07-21', step: 'ask-revocation', by: 'head', with: { reason: '复查不合格' }, refused: 'supervision.rung-skipped' },
      { on: '2026-07-21', step: 'stop-business', by: 'head', with: { reason: '公告后复查仍不合格' }, then: { state: 'stopped', fields: { rung: 2 } } },
      { on: '2026-07-22', step: 'ask-revocation', by: 'head', with: { reason: '未整顿' }, refused: 'supervision.rung-skipped' },
      report('2026-09-01'),
      ...rechecked('2026-09-20', false),
      { on: '2026-09-21', step: 'announce', by: 'head', with: { announcement: 'GG2' }, refused: 'supervision.rung-skipped' },
      { on: '2026-09-21', step: 'ask-revocation', by: 'head', with: { reason: '整顿期满复查仍不合格' }, then: { state: 'revoked', fields: { rung: 3 } } },
    ],
  },
  {
    title: words('外省企业移交所在地，并等候结果', 'A body of another province is handed over, and its answer taken'),
    opens: begun('2026-04-10'),
    acts: [
      { on: '2026-04-13', step: 'hand-over', by: 'officer', with: { receiver: '外省市场监管部门（演示）' }, then: { state: 'handedOver' } },
      { on: '2026-04-20', step: 'take-receipt', by: 'officer', with: { receiptOn: '2026-04-18' }, then: { state: 'handedOver', fields: { receiptOn: '2026-04-18' } } },
      { on: '2026-06-13', step: 'take-answer', by: 'officer', with: { reason: '已整改合格' }, then: { state: 'closed' } },
    ],
  },
  {
    title: words('2016 年的整改依当时的规章计算', 'A correction of 2016 goes by the order of the time'),
    opens: begun('2016-04-11'),
    acts: [
      ...ordered('2016-04-12', '2016-04-14'),
      { ...report('2016-06-01'), then: { state: 'reported', rule: { correct: 'aqsiq-order-133' }, clocks: { correct: 'met' } } },
      { on: '2016-06-02', step: 'annul', by: 'head', with: { reason: '样品结果已撤销' }, then: { state: 'annulled' } },
    ],
  },
])
