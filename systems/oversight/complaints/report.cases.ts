// Worked cases of reports of a breach.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { verifying } from './report.ts'

const reported = (on: string, more: Record<string, unknown> = {}): Act => ({
  on,
  step: 'open',
  by: 'citizen',
  with: { received: on, anonymous: true, traderName: '虚构工厂', place: '130102', breach: '生产不符合标准的产品', ...more },
})

export const verifyingCases = cases(verifying, [
  {
    title: words(
      '核查 15 个工作日，立案，反馈，奖励不超过比例',
      'Verified in fifteen working days, a case opened, the reporter told, the reward within its share',
    ),
    opens: { ...reported('2026-05-11', { anonymous: false, reporter: '知情人' }), then: { due: { verification: '2026-06-01' } } },
    acts: [
      { on: '2026-05-12', step: 'verify', by: 'reportClerk', person: 'one' },
      { on: '2026-05-13', step: 'file', by: 'head', person: 'one', with: { grounds: '有初步证据' }, refused: 'kernel.two-persons' },
      {
        on: '2026-05-13',
        step: 'file',
        by: 'head',
        with: { grounds: '有初步证据' },
        then: { state: 'filed', clocks: { verification: 'met' } },
      },
      { on: '2026-05-14', step: 'tell', by: 'reportClerk', with: { how: '电话' }, then: { state: 'told' } },
      { on: '2026-09-01', step: 'reward', by: 'head', with: { sum: '6000.00', fine: '100000.00' }, refused: 'complaints.reward-too-high' },
      {
        on: '2026-09-01',
        step: 'reward',
        by: 'head',
        with: { sum: '5000.00', fine: '100000.00' },
        then: { fields: { reward: '5000.00' } },
      },
    ],
  },
  {
    title: words('20 号令时须在 5 个工作日内告知实名举报人', 'Under Order 20 a named reporter is told within five working days'),
    opens: reported('2021-03-01', { anonymous: false, reporter: '知情人' }),
    acts: [
      { on: '2021-03-02', step: 'verify', by: 'reportClerk' },
      {
        on: '2021-03-03',
        step: 'file',
        by: 'head',
        with: { grounds: '有证据' },
        then: { due: { tell: '2021-03-10' }, rule: { tell: 'samr-order-20/31' } },
      },
    ],
  },
  {
    title: words('管辖争议由共同上级指定', 'A dispute over who is in charge is decided by the common superior'),
    opens: reported('2026-05-11'),
    acts: [
      {
        on: '2026-05-12',
        step: 'dispute',
        by: 'head',
        with: { with: 'market-130104', why: '违法行为发生地在桥西区' },
        then: { clocks: { verification: 'paused' }, due: { jurisdiction: '2026-05-21' } },
      },
      {
        on: '2026-05-20',
        step: 'designate',
        by: 'supervisor',
        with: { receiver: 'market-130104', newPlace: '130104' },
        then: { state: 'received', fields: { office: 'market-130104' }, clocks: { jurisdiction: 'met' } },
      },
      { on: '2026-05-21', step: 'verify', by: 'reportClerk' },
      { on: '2026-05-22', step: 'drop', by: 'head', with: { grounds: '未发现违法事实' }, then: { state: 'dropped' } },
    ],
  },
  {
    title: words('移送有管辖权的机关', 'Passed on to the authority in charge'),
    opens: reported('2026-05-11'),
    acts: [{ on: '2026-05-12', step: 'pass-on', by: 'head', with: { to: '公安机关' }, then: { state: 'passedOn' } }],
  },
  {
    title: words('匿名举报不得填写姓名', 'An anonymous report holds no name'),
    opens: { ...reported('2026-05-11', { reporter: '某人' }), refused: 'complaints.not-anonymous' },
    acts: [],
  },
])
