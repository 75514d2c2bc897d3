// Worked cases of complaints under Order 62, Order 20 and Order 121.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handling } from './handling.ts'

const received = (on: string, more: Record<string, unknown> = {}): Act => ({
  on,
  step: 'open',
  by: 'citizen',
  with: {
    received: on,
    channel: 'web',
    complainant: '王某',
    phone: '139',
    traderName: '虚构商店',
    traderAddress: '演示路 1 号',
    online: 'shop',
    place: '130102',
    goods: '电水壶',
    price: '99.00',
    bought: on,
    known: on,
    issue: 'quality',
    claims: ['refund'],
    facts: '漏电',
    forDailyUse: true,
    ...more,
  },
})
const mediation = { form: 'site', bothConsent: true }
const test = { laboratory: '虚构检测中心', payer: 'both', bothAgree: true }

export const handlingCases = cases(handling, [
  {
    title: words('2026 年：受理、检验、达成协议、履行、评价', '2026: accepted, tested, agreed, performed, rated'),
    opens: { ...received('2026-05-11'), then: { state: 'received', due: { acceptance: '2026-05-20' } } },
    acts: [
      {
        on: '2026-05-12',
        step: 'accept',
        by: 'clerk',
        then: {
          state: 'accepted',
          clocks: { acceptance: 'met' },
          due: { mediation: '2026-07-13' },
          rule: { mediation: 'samr-order-121/23' },
        },
      },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: mediation },
      {
        on: '2026-05-14',
        step: 'begin-test',
        by: 'mediator',
        with: test,
        then: { due: { mediation: null }, clocks: { mediation: 'paused' } },
      },
      {
        on: '2026-05-24',
        step: 'end-test',
        by: 'mediator',
        with: { report: '1', conclusion: '不符合' },
        then: { due: { mediation: '2026-07-21' } },
      },
      {
        on: '2026-06-01',
        step: 'agree',
        by: 'mediator',
        with: { agreement: '退款', recovered: '99.00', onTheSpot: false },
        then: { state: 'agreed', clocks: { mediation: 'met' } },
      },
      {
        on: '2026-06-02',
        step: 'perform',
        by: 'citizen',
        with: { performed: true },
        then: { state: 'closed', fields: { ended: '2026-06-02' } },
      },
      { on: '2026-06-03', step: 'rate', by: 'citizen', with: { stars: 5 }, then: { fields: { rating: 5 } } },
    ],
  },
  {
    title: words('补正材料期间受理期限暂停', 'The clock of acceptance stands still while material is awaited'),
    opens: received('2026-05-11'),
    acts: [
      {
        on: '2026-05-12',
        step: 'ask-for-material',
        by: 'clerk',
        with: { missing: '购物凭证' },
        then: { clocks: { acceptance: 'paused' } },
      },
      { on: '2026-05-19', step: 'complete', by: 'citizen', with: { supplied: '小票' }, then: { due: { acceptance: '2026-05-27' } } },
      { on: '2026-05-20', step: 'accept', by: 'clerk', then: { clocks: { acceptance: 'met' } } },
    ],
  },
  {
    title: words('转办不影响期限', 'A transfer leaves the clock alone'),
    opens: received('2026-05-11'),
    acts: [
      {
        on: '2026-05-12',
        step: 'transfer',
        by: 'clerk',
        with: { receiver: 'market-130104', newPlace: '130104', why: '经营地在桥西区' },
        then: { due: { acceptance: '2026-05-20' }, fields: { office: 'market-130104', place: '130104' } },
      },
      {
        on: '2026-05-13',
        step: 'transfer',
        by: 'clerk',
        with: { receiver: 'market-130104', newPlace: '130104', why: '再转' },
        refused: 'complaints.no-receiver',
      },
    ],
  },
  {
    title: words('超过三年才可以此不予受理', 'Too old is a ground only after three years'),
    opens: received('2026-05-11', { known: '2023-06-01', bought: '2023-05-30' }),
    acts: [
      {
        on: '2026-05-12',
        step: 'decline',
        by: 'head',
        with: { ground: 'tooOld', particulars: '已超过三年' },
        refused: 'complaints.not-old',
      },
      {
        on: '2026-05-12',
        step: 'decline',
        by: 'head',
        with: { ground: 'noPower', particulars: '属于其他机关职责' },
        then: { state: 'declined', clocks: { acceptance: 'met' } },
      },
      {
        on: '2026-05-13',
        step: 'reopen',
        by: 'supervisor',
        with: { why: '经核查属于本机关职责', reopened: '2026-05-13' },
        then: { state: 'received' },
      },
    ],
  },
  {
    title: words(
      '期限届满前不能以期限届满终止；终止须由另一人决定并告知双方',
      'The term must have run out, another person decides, both sides are told',
    ),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: { ...mediation, bothConsent: false }, refused: 'complaints.no-consent' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: mediation },
      {
        on: '2026-07-13',
        step: 'propose-end',
        by: 'mediator',
        with: { ground: 'termRunOut', particulars: '期限届满' },
        refused: 'complaints.too-early-to-end',
      },
      {
        on: '2026-07-14',
        step: 'propose-end',
        by: 'mediator',
        person: 'same',
        with: { ground: 'termRunOut', particulars: '期限届满未达成协议' },
      },
      { on: '2026-07-14', step: 'end', by: 'head', person: 'same', refused: 'kernel.two-persons' },
      { on: '2026-07-14', step: 'refuse-end', by: 'head', with: { why: '再调解一次' } },
      {
        on: '2026-07-15',
        step: 'propose-end',
        by: 'mediator',
        person: 'same',
        with: { ground: 'noAgreement', particulars: '仍不能达成协议' },
      },
      {
        on: '2026-07-15',
        step: 'end',
        by: 'head',
        then: { state: 'ended', clocks: { mediation: 'late' }, due: { 'end-notice': '2026-07-24' } },
      },
      { on: '2026-07-16', step: 'notify', by: 'clerk', with: { told: 'post' }, then: { state: 'closed', clocks: { 'end-notice': 'met' } } },
    ],
  },
  {
    title: words(
      '回避审查期间停止计时；发现违法线索另立举报；撤回',
      'Recusal stops the clock; a clue is found; the complaint is withdrawn',
    ),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', person: 'first', with: mediation },
      {
        on: '2026-05-14',
        step: 'ask-recusal',
        by: 'citizen',
        with: { why: '与被投诉人有亲属关系' },
        then: { clocks: { mediation: 'paused' } },
      },
      {
        on: '2026-05-18',
        step: 'decide-recusal',
        by: 'head',
        with: { granted: true, newMediator: '另一人' },
        then: { clocks: { mediation: 'open' }, due: { mediation: '2026-07-15' } },
      },
      {
        on: '2026-05-19',
        step: 'find-clue',
        by: 'mediator',
        with: { clue: '销售不符合强制性国家标准的产品' },
        then: { state: 'mediating' },
      },
      { on: '2026-05-20', step: 'withdraw', by: 'citizen', then: { state: 'ended', fields: { endGround: 'withdrawn' } } },
    ],
  },
  {
    title: words('2016 年按 62 号令：60 日', '2016, Order 62: sixty calendar days'),
    opens: { ...received('2016-07-11'), then: { due: { acceptance: '2016-07-20' }, rule: { acceptance: 'saic-order-62' } } },
    acts: [
      { on: '2016-07-12', step: 'accept', by: 'clerk', then: { due: { mediation: '2016-09-12' }, rule: { mediation: 'saic-order-62' } } },
    ],
  },
  {
    title: words('2020 年按 20 号令：45 个工作日', '2020, Order 20: forty-five working days'),
    opens: received('2020-06-01'),
    // 25 and 26 June are off, Sunday 28 June is worked.
    acts: [
      {
        on: '2020-06-02',
        step: 'accept',
        by: 'clerk',
        then: { due: { mediation: '2020-08-05' }, rule: { mediation: 'samr-order-20/21(5)' } },
      },
    ],
  },
  {
    title: words('2012 年没有已录入的规定，期限不启动，不作猜测', '2012: no rule is on record, so no clock starts and none is guessed'),
    opens: { ...received('2012-06-01'), then: { state: 'received', clocks: {} } },
    acts: [],
  },
])
