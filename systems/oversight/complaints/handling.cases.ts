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
      {
        on: '2026-06-03',
        step: 'lose-ground',
        by: 'mediator',
        with: { report: '1', why: '样品混淆' },
        then: { state: 'closed', fields: { fallen: [{ report: '1', on: '2026-06-03', why: '样品混淆', weighed: null }] } },
      },
      { on: '2026-06-03', step: 'rate', by: 'citizen', with: { stars: 5 }, then: { fields: { rating: 5 } } },
    ],
  },
  {
    title: words('经营者不履行协议', 'The trader breaks the agreement'),
    opens: received('2026-05-11', { trader: '91130102MAX000001J' }),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: mediation },
      { on: '2026-06-01', step: 'agree', by: 'mediator', with: { agreement: '退款', recovered: '99.00', onTheSpot: false }, then: { state: 'agreed' } },
      { on: '2026-07-02', step: 'perform', by: 'citizen', with: { performed: false }, then: { state: 'closed' } },
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
    title: words('超过三年才可以此不予受理；不予受理须两人', 'Too old is a ground only after three years; declining takes two persons'),
    opens: received('2026-05-11', { known: '2023-06-01', bought: '2023-05-30' }),
    acts: [
      {
        on: '2026-05-12',
        step: 'propose-decline',
        by: 'clerk',
        with: { ground: 'tooOld', particulars: '已超过三年' },
        refused: 'complaints.not-old',
      },
      {
        on: '2026-05-12',
        step: 'propose-decline',
        by: 'clerk',
        person: 'one',
        with: { ground: 'noPower', otherChannel: 'petition', particulars: '属于其他机关职责' },
        then: { state: 'declining', clocks: { acceptance: 'open' } },
      },
      { on: '2026-05-13', step: 'decline', by: 'head', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-05-13', step: 'refuse-decline', by: 'head', with: { why: '理由不足' }, then: { fields: { refusalGround: null } } },
      { on: '2026-05-13', step: 'propose-decline', by: 'clerk', person: 'one', with: { ground: 'noPower', particulars: '属于其他机关职责' } },
      {
        on: '2026-05-14',
        step: 'decline',
        by: 'head',
        then: { state: 'declined', clocks: { acceptance: 'met' }, fields: { acceptedInTime: true } },
      },
      {
        on: '2026-05-15',
        step: 'reopen',
        by: 'supervisor',
        with: { why: '经核查属于本机关职责', reopened: '2026-05-15' },
        // Seven working days after Friday 15 May 2026.
        then: { state: 'received', due: { 'acceptance-again': '2026-05-26' } },
      },
      { on: '2026-05-27', step: 'accept', by: 'clerk', then: { clocks: { 'acceptance-again': 'late' }, fields: { acceptedInTime: false } } },
    ],
  },
  {
    title: words('不是为生活消费需要，须由人写明因素，数量不是理由', 'Not for daily use: a person names the factors, a count is no ground'),
    opens: received('2026-05-11'),
    acts: [
      {
        on: '2026-05-12',
        step: 'propose-decline',
        by: 'clerk',
        with: { ground: 'notConsumer', particulars: '短期内投诉三十余件' },
        refused: 'complaints.factors-needed',
      },
      {
        on: '2026-05-12',
        step: 'propose-decline',
        by: 'clerk',
        with: { ground: 'notConsumer', factors: ['manyComplaints', 'noProof'], particulars: '短期内投诉三十余件，不能提供购买凭证' },
        then: { state: 'declining' },
      },
    ],
  },
  {
    title: words('20 号令没有“冒用他人名义”这一情形', 'Order 20 knew no ground of identity'),
    opens: received('2021-03-01'),
    acts: [
      {
        on: '2021-03-02',
        step: 'propose-decline',
        by: 'clerk',
        with: { ground: 'identity', particulars: '冒用他人姓名' },
        refused: 'complaints.ground-not-then',
      },
    ],
  },
  {
    title: words('2016 年超过一年即可不予受理', 'In 2016 one year was enough'),
    opens: received('2016-07-11', { known: '2015-06-01', bought: '2015-05-30' }),
    acts: [
      {
        on: '2016-07-12',
        step: 'propose-decline',
        by: 'clerk',
        with: { ground: 'tooOld', particulars: '自知道之日起已超过一年' },
        then: { state: 'declining' },
      },
    ],
  },
  {
    title: words('首收机关分派后只能退回，上级可以另行指定', 'What was dispatched can only go back; a superior may decide otherwise'),
    opens: received('2026-05-11', { handling: 'market-130102' }),
    acts: [
      {
        on: '2026-05-12',
        step: 'transfer',
        by: 'clerk',
        with: { receiver: 'market-130104', newPlace: '130104', why: '经营地在桥西区' },
        then: { fields: { office: 'market-130104', intake: 'market-130102' } },
      },
      {
        on: '2026-05-13',
        step: 'transfer',
        by: 'clerk',
        with: { receiver: 'market-130105', newPlace: '130105', why: '应由新华区处理' },
        refused: 'complaints.return-only',
      },
      {
        on: '2026-05-13',
        step: 'transfer',
        by: 'clerk',
        with: { receiver: 'market-130102', newPlace: '130102', why: '退回' },
        then: { fields: { office: 'market-130102' }, due: { acceptance: '2026-05-20' } },
      },
      {
        on: '2026-05-14',
        step: 'transfer',
        by: 'supervisor',
        with: { receiver: 'market-130105', newPlace: '130105', why: '指定新华区处理' },
        then: { fields: { office: 'market-130105', place: '130105' } },
      },
    ],
  },
  {
    title: words('平台内经营者无法联系的，由平台住所地处理', 'A trader on a platform who cannot be reached: the platform’s domicile is in charge'),
    opens: {
      ...received('2026-05-11', { online: 'platform', unreachable: true, platformPlace: '130200' }),
      then: { fields: { place: '130200', area: '130200' } },
    },
    acts: [],
  },
  {
    title: words('自建网站由住所地处理', 'A trader’s own site: the county of its domicile'),
    opens: { ...received('2026-05-11', { online: 'ownSite', domicile: '130104' }), then: { fields: { place: '130104' } } },
    acts: [],
  },
  ...(
    [
      [{ online: 'platform', unreachable: true }, 'complaints.platform-place', '缺少平台住所地', 'No domicile of the platform'],
      [{ agent: '李某' }, 'complaints.agent-power', '代理没有权限和期限', 'An agent without powers'],
      [{ representatives: '甲、乙、丙' }, 'complaints.two-representatives', '三名代表人', 'Three representatives'],
      [{ alsoReport: true }, 'complaints.clue-missing', '同时举报却没有线索', 'A report without a clue'],
      [{ claims: [] }, 'complaints.no-claim', '没有请求', 'No claim'],
      [{ price: null }, 'complaints.no-price', '索要款项没有价款', 'Money without a price'],
      [{ traderName: '店' }, 'complaints.trader-unknown', '被投诉人不明', 'The trader is not known'],
    ] as const
  ).map(([more, refused, zh, en]) => ({
    title: words(`不能登记：${zh}`, `Not taken: ${en}`),
    opens: { ...received('2026-05-11', more as Record<string, unknown>), refused },
    acts: [],
  })),
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
      '回避审查不停止计时；发现违法线索另立举报；撤回',
      'Recusal does not stop the clock; a clue is found; the complaint is withdrawn',
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
        // The orders leave out the time of testing and nothing else: sixty days after 12 May end on Saturday 11 July.
        then: { clocks: { mediation: 'open' }, due: { mediation: '2026-07-13' } },
      },
      { on: '2026-05-18', step: 'decide-recusal', by: 'head', with: { granted: true }, refused: 'complaints.new-mediator' },
      {
        on: '2026-05-18',
        step: 'decide-recusal',
        by: 'head',
        with: { granted: true, newMediator: '另一人' },
        then: { state: 'mediating', due: { mediation: '2026-07-13' } },
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
    title: words('补正期限届满只提请，补正后继续', 'The end of the term for material proposes and decides nothing'),
    opens: received('2026-05-11'),
    acts: [
      {
        on: '2026-05-12',
        step: 'ask-for-material',
        by: 'clerk',
        with: { missing: '购物凭证' },
        then: { state: 'completing', due: { completion: '2026-05-27' }, fields: { missing: '购物凭证' } },
      },
      {
        on: '2026-05-28',
        step: 'complete',
        by: 'citizen',
        with: { supplied: '小票', orderNumber: 'D1' },
        then: { state: 'received', clocks: { completion: 'late' }, fields: { missing: null, orderNumber: 'D1', price: '99.00' } },
      },
      { on: '2026-05-28', step: 'supplement', by: 'citizen', with: { note: '又找到包装照片' }, then: { state: 'received' } },
    ],
  },
  {
    title: words('经营者答复、消费者和解', 'The trader answers, the complainant settles'),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'answer', by: 'trader', refused: 'complaints.empty-answer' },
      { on: '2026-05-12', step: 'answer', by: 'trader', with: { answered: '愿意处理', offer: '退款 99 元' }, then: { fields: { offer: '退款 99 元' } } },
      {
        on: '2026-05-13',
        step: 'settle',
        by: 'citizen',
        with: { terms: '退款 99 元', recovered: '99.00' },
        then: { state: 'ended', clocks: { acceptance: 'met' }, fields: { endGround: 'withdrawn', recovered: '99.00', took: 2 } },
      },
      { on: '2026-05-14', step: 'notify', by: 'clerk', with: { told: 'electronic' }, then: { state: 'closed' } },
      { on: '2026-05-15', step: 'visit', by: 'supervisor', with: { isSolved: true, found: '已退款' }, then: { fields: { solved: true } } },
      { on: '2026-05-16', step: 'object-to-publication', by: 'trader', with: { grounds: '名称有误' }, then: { fields: { objection: '名称有误' } } },
      { on: '2026-05-17', step: 'stop-publishing', by: 'head', with: { why: '更正名称' }, then: { fields: { unpublished: '更正名称' } } },
      { on: '2026-05-18', step: 'publish-again', by: 'head', with: { why: '已更正' }, then: { fields: { unpublished: null } } },
    ],
  },
  {
    title: words('经营者十五日不答复，视为无理拒绝', 'Fifteen days of silence of the trader count as a refusal'),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk' },
      { on: '2026-05-13', step: 'ask-trader', by: 'mediator', with: { request: '请答复是否退款' }, then: { due: { 'trader-answer': '2026-05-28' } } },
      { on: '2026-05-29', step: 'answer', by: 'trader', with: { answered: '不同意' }, then: { clocks: { 'trader-answer': 'late' } } },
      { on: '2026-06-01', step: 'ask-trader', by: 'mediator', with: { request: '请再答复' }, then: { due: { 'trader-answer': '2026-06-16' } } },
      { on: '2026-06-01', step: 'record-answer', by: 'mediator', with: { answered: '同意退款' }, then: { clocks: { 'trader-answer': 'met' } } },
      { on: '2026-06-02', step: 'join', by: 'clerk', with: { lead: 'TS1', why: '同一批次' } },
    ],
  },
  {
    title: words('远程调解：方案经双方确认才成立', 'Mediated at a distance: the agreement stands when both confirmed it'),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk', then: { fields: { lead: '产品质量安全监督管理机构', route: 'mediate' } } },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: { ...mediation, form: 'entrusted' }, refused: 'complaints.entrusted-to-whom' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: { ...mediation, interest: true }, refused: 'complaints.interest' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: { ...mediation, form: 'online' } },
      {
        on: '2026-05-14',
        step: 'propose-agreement',
        by: 'mediator',
        with: { agreement: '退一半', traderConsent: '电话，5 月 14 日' },
        then: { state: 'agreeing', clocks: { mediation: 'open' } },
      },
      { on: '2026-05-15', step: 'reject-agreement', by: 'citizen', with: { why: '太少' }, then: { state: 'mediating', fields: { agreement: null } } },
      { on: '2026-05-16', step: 'propose-agreement', by: 'mediator', with: { agreement: '全退', recovered: '99.00', traderConsent: '电话' } },
      {
        on: '2026-05-17',
        step: 'confirm-agreement',
        by: 'citizen',
        then: { state: 'agreed', clocks: { mediation: 'met' }, fields: { agreement: '全退', endedInTime: true } },
      },
    ],
  },
  {
    title: words('依法设立的组织主持达成协议，三十日内可以申请司法确认', 'Agreed before a lawful body: confirmation may be asked for within thirty days'),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk' },
      { on: '2026-05-13', step: 'mediate', by: 'mediator', with: { ...mediation, form: 'entrusted', entrustedTo: '长安区消费者协会' } },
      {
        on: '2026-05-14',
        step: 'agree',
        by: 'mediator',
        with: { agreement: '退款', onTheSpot: true, byBody: true },
        then: { due: { confirmation: '2026-06-15' } },
      },
      {
        on: '2026-05-20',
        step: 'record-confirmation',
        by: 'clerk',
        with: { court: '长安区人民法院', number: '（2026）冀 0102 民特 1 号' },
        then: { clocks: { confirmation: 'met' } },
      },
    ],
  },
  {
    title: words('共同投诉的代表人撤回须经其他人同意', 'A representative who withdraws needs the others'),
    opens: received('2026-05-11', { representatives: '王某、赵某' }),
    acts: [
      { on: '2026-05-12', step: 'withdraw', by: 'citizen', refused: 'complaints.others-consent' },
      { on: '2026-05-12', step: 'withdraw', by: 'citizen', with: { othersConsent: true }, then: { state: 'ended' } },
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
  {
    title: words('2016 年产品质量申诉：7 日受理，30 日调解，可延 30 日', '2016, quality complaints: seven days, thirty to mediate, thirty more'),
    opens: {
      ...received('2016-07-11', { branch: 'quality' }),
      then: { due: { acceptance: '2016-07-18' }, rule: { acceptance: 'aqsiq-quality-complaints-1998' } },
    },
    acts: [
      {
        on: '2016-07-12',
        step: 'accept',
        by: 'clerk',
        then: { due: { mediation: '2016-08-11' }, rule: { mediation: 'aqsiq-quality-complaints-1998' } },
      },
      {
        on: '2016-08-10',
        step: 'extend-deadline',
        by: 'head',
        with: { deadline: 'mediation', why: '等待鉴定', approval: '质监批 1 号' },
        // Thirty days after 11 August end on Saturday 10 September.
        then: { due: { mediation: '2016-09-12' } },
      },
    ],
  },
  {
    title: words('2016 年食品药品投诉：5 个工作日受理，60 日办结，可延 30 日', '2016, food and drugs: five working days, sixty to finish, thirty more'),
    opens: {
      ...received('2016-07-11', { branch: 'food' }),
      then: { due: { acceptance: '2016-07-18' }, rule: { acceptance: 'cfda-order-21' } },
    },
    acts: [
      { on: '2016-07-12', step: 'accept', by: 'clerk', then: { due: { mediation: '2016-09-12' }, rule: { mediation: 'cfda-order-21' } } },
      {
        on: '2016-09-01',
        step: 'extend-deadline',
        by: 'head',
        with: { deadline: 'mediation', why: '案情复杂', approval: '食药批 2 号' },
        then: { due: { mediation: '2016-10-10' } },
      },
    ],
  },
  {
    title: words('一般投诉的调解期限不得延长', 'The mediation of a plain complaint is not extended'),
    opens: received('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'clerk' },
      {
        on: '2026-06-01',
        step: 'extend-deadline',
        by: 'head',
        with: { deadline: 'mediation', why: '来不及', approval: '批 3 号' },
        refused: 'kernel.no-rule',
      },
    ],
  },
  {
    title: words('2020 年起条线不再另有规定', 'Since 2020 the branches have no rules of their own'),
    opens: {
      ...received('2020-06-01', { branch: 'quality' }),
      then: { due: { acceptance: '2020-06-10' }, rule: { acceptance: 'samr-order-20/14' } },
    },
    acts: [],
  },
])
