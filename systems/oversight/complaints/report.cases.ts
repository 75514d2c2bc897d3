// Worked cases of reports of a breach.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { verifying } from './verifying.ts'

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
      { on: '2026-09-01', step: 'reward', by: 'head', with: { sum: '100.00' }, refused: 'complaints.not-graded' },
      {
        on: '2026-09-01',
        step: 'grade-reward',
        by: 'reportClerk',
        person: 'grader',
        with: { level: 'second', fine: '200000.00' },
        then: { fields: { reward: '6000.00' } },
      },
      { on: '2026-09-02', step: 'reward', by: 'head', person: 'grader', with: { sum: '6000.00' }, refused: 'kernel.two-persons' },
      { on: '2026-09-02', step: 'reward', by: 'head', with: { sum: '6000.01' }, refused: 'complaints.reward-too-high' },
      {
        on: '2026-09-02',
        step: 'reward',
        by: 'head',
        person: 'decider',
        with: { sum: '6000.00' },
        then: { fields: { reward: '6000.00', rewardTold: '2026-09-02' }, clocks: { 'reward-claim': 'open' } },
      },
      { on: '2026-09-10', step: 'claim-reward', by: 'citizen', with: { account: '现场领取' }, then: { clocks: { 'reward-claim': 'met' } } },
      { on: '2026-09-11', step: 'pay-reward', by: 'reportClerk', with: { voucher: '凭证 1' }, then: { fields: { rewardPaid: '2026-09-11' } } },
      { on: '2026-09-12', step: 'pay-reward', by: 'reportClerk', with: { voucher: '凭证 2' }, refused: 'complaints.not-graded' },
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
    title: words('20 号令时不予立案也须告知实名举报人；匿名的无从告知', 'Under Order 20 the decision not to file is told too; an anonymous reporter is told nothing'),
    opens: reported('2021-03-01', { anonymous: false, reporter: '知情人' }),
    acts: [
      { on: '2021-03-02', step: 'verify', by: 'reportClerk' },
      { on: '2021-03-03', step: 'drop', by: 'head', with: { grounds: '无证据' }, then: { due: { tell: '2021-03-10' } } },
      { on: '2021-03-04', step: 'tell', by: 'reportClerk', with: { how: '电话' }, then: { clocks: { tell: 'met' } } },
      { on: '2021-03-04', step: 'grade-reward', by: 'reportClerk', with: { level: 'first', fine: '1.00' }, refused: 'complaints.no-reward' },
    ],
  },
  {
    title: words('121 号令没有告知期限', 'Order 121 sets no term for telling'),
    opens: reported('2026-05-11', { anonymous: false, reporter: '知情人' }),
    acts: [
      { on: '2026-05-12', step: 'verify', by: 'reportClerk' },
      { on: '2026-05-13', step: 'file', by: 'head', with: { grounds: '有证据' }, then: { fields: { toTell: '2026-05-13' }, clocks: { verification: 'met' } } },
    ],
  },
  {
    title: words('核查可以延长一次 15 个工作日；届满后不得延长', 'Verification is extended once by fifteen working days, and not after its end'),
    opens: reported('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'supplement', by: 'citizen', with: { more: '又发现一处仓库' }, then: { due: { verification: '2026-06-01' } } },
      {
        on: '2026-05-29',
        step: 'extend-deadline',
        by: 'head',
        with: { deadline: 'verification', why: '需要外地协查', approval: '核延 1 号' },
        // Fifteen working days after 1 June; 19 June is the Dragon Boat holiday.
        then: { due: { verification: '2026-06-23' } },
      },
      {
        on: '2026-06-01',
        step: 'extend-deadline',
        by: 'head',
        with: { deadline: 'verification', why: '再延', approval: '核延 2 号' },
        refused: 'kernel.extended-already',
      },
    ],
  },
  {
    title: words('新事实并入后一件举报，旧件终结；相同事实不再处理', 'New facts: the earlier goes into the later; the same facts are not handled again'),
    opens: reported('2026-05-11'),
    acts: [
      { on: '2026-05-20', step: 'merge-into', by: 'reportClerk', with: { later: 'JB2' }, then: { state: 'merged', clocks: { verification: 'met' } } },
    ],
  },
  {
    title: words('相同事实重复举报', 'The same report twice'),
    opens: reported('2026-05-11'),
    acts: [{ on: '2026-05-12', step: 'not-again', by: 'head', with: { earlier: 'JB1' }, then: { state: 'repeated' } }],
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
    acts: [{ on: '2026-05-12', step: 'pass-on', by: 'head', with: { to: '公安机关', kind: 'police' }, then: { state: 'passedOn' } }],
  },
  {
    title: words('匿名举报不得填写姓名', 'An anonymous report holds no name'),
    opens: { ...reported('2026-05-11', { reporter: '某人' }), refused: 'complaints.not-anonymous' },
    acts: [],
  },
])
