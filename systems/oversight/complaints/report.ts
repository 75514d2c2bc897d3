// Reports of a breach (舉報): the reporter may be anonymous, is kept secret, and may be rewarded (處理辦法 28–37).
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { amount, area, choice, day, files, office, party, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { complaintRefusals } from './refusals.ts'

const order = (article: string) => cite('samr-order-121', article)
const keeper = ['reportClerk', 'head'] as const

export const report = register('report', {
  title: words('违法行为举报', 'Reports of a breach'),
  number: 'JB{area}{year}{seq}',
  headline: 'traderName',
  placedBy: 'place',
  concerns: 'trader',
  readBy: ['supervisor'],
  listed: ['received', 'traderName', 'breach', 'place'],
  fields: {
    received: day(words('收到日期', 'Received on'), { fixed: true }),
    anonymous: yes(words('匿名', 'Anonymous')),
    reporter: text(words('举报人', 'Reporter'), { personal: true, shownTo: keeper, optional: true, length: 60 }),
    contact: text(words('联系方式', 'How to reach the reporter'), { personal: true, shownTo: keeper, optional: true }),
    insider: yes(words('内部知情人', 'Works inside'), { optional: true, shownTo: keeper }),
    traderName: text(words('被举报人名称', 'Name of the trader'), { searched: true }),
    trader: party(words('统一社会信用代码', 'Credit code'), { optional: true }),
    place: area(words('违法行为发生地', 'Where the breach happened')),
    handling: office(words('承办机关', 'Office in charge'), { optional: true }),
    breach: text(words('违法线索', 'Clue of the breach'), { length: 3000, personal: true, shownTo: keeper }),
    evidence: files(words('证据', 'Evidence'), { optional: true, personal: true, shownTo: keeper }),
    complaint: text(words('关联投诉', 'Complaint it belongs to'), { optional: true, length: 40 }),
    decision: choice(
      words('核查结论', 'Decision'),
      { filed: words('立案', 'Case opened'), notFiled: words('不予立案', 'No case'), passedOn: words('移送', 'Passed on') },
      { optional: true },
    ),
    reward: amount(words('奖励金额', 'Reward'), { optional: true, minimum: '0', unit: '元', shownTo: keeper }),
    followCode: text(words('查询码', 'Follow-up code'), { optional: true, length: 80, personal: true, shownTo: ['reportClerk'] }),
  },
})

export const verifying = procedure(report, {
  duties: {
    citizen: words('举报人', 'Reporter'),
    reportClerk: words('举报受理人', 'Clerk of reports'),
    head: words('负责人', 'Head of office'),
    supervisor: words('上级机关', 'Superior office'),
  },
  states: {
    received: words('待核查', 'Received'),
    verifying: words('核查中', 'Being verified'),
    disputed: words('管辖争议', 'Who is in charge is disputed'),
    filed: words('已立案', 'Case opened'),
    dropped: words('不予立案', 'No case'),
    passedOn: words('已移送', 'Passed on'),
    told: words('已反馈', 'Reporter told'),
  },
  ends: ['told', 'passedOn'],
  opens: {
    title: words('提交举报', 'Report a breach'),
    state: 'received',
    by: ['citizen', 'reportClerk'],
    basis: order('28'),
    asks: [
      'received',
      'anonymous',
      'reporter',
      'contact',
      'insider',
      'traderName',
      'trader',
      'place',
      'handling',
      'breach',
      'evidence',
      'complaint',
      'followCode',
    ],
    check(c) {
      if (!c.answers.anonymous && !c.answers.reporter) complaintRefusals.refuse('reporter-missing', { field: 'reporter' })
      if (c.answers.anonymous && c.answers.reporter) complaintRefusals.refuse('not-anonymous', { field: 'anonymous' })
    },
  },
  steps: (step) => ({
    verify: step({
      title: words('开始核查', 'Begin verification'),
      from: 'received',
      to: 'verifying',
      by: 'reportClerk',
      basis: order('35'),
    }),
    dispute: step({
      title: words('提出管辖争议', 'Dispute who is in charge'),
      from: ['received', 'verifying'],
      to: 'disputed',
      by: 'head',
      basis: order('33'),
      asks: { with: office(words('争议机关', 'Other office')), why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    designate: step({
      title: words('指定管辖', 'Designate'),
      from: 'disputed',
      to: 'received',
      by: 'supervisor',
      basis: order('33'),
      movesTo: 'receiver',
      returning: true,
      asks: { receiver: office(words('指定机关', 'Designated office')), newPlace: area(words('管辖地', 'Area in charge')) },
      gives: (c) => ({ place: c.answers.newPlace, handling: c.answers.receiver }),
    }),
    file: step({
      title: words('立案', 'Open a case'),
      from: 'verifying',
      to: 'filed',
      by: 'head',
      notBy: ['verify'],
      basis: cite('penalty-procedure', '19'),
      asks: { grounds: text(words('立案依据', 'Grounds'), { length: 1000 }) },
      gives: () => ({ decision: 'filed' as const }),
    }),
    drop: step({
      title: words('不予立案', 'Decide that there is no case'),
      from: 'verifying',
      to: 'dropped',
      by: 'head',
      notBy: ['verify'],
      basis: cite('penalty-procedure', '20'),
      asks: { grounds: text(words('理由', 'Grounds'), { length: 1000 }) },
      gives: () => ({ decision: 'notFiled' as const }),
    }),
    'pass-on': step({
      title: words('移送', 'Pass on'),
      from: ['received', 'verifying'],
      to: 'passedOn',
      by: 'head',
      basis: order('34'),
      asks: { to: text(words('接收机关', 'Receiving authority')) },
      gives: () => ({ decision: 'passedOn' as const }),
    }),
    tell: step({
      title: words('反馈举报人', 'Tell the reporter'),
      from: ['filed', 'dropped'],
      to: 'told',
      by: 'reportClerk',
      basis: order('36'),
      asks: { how: text(words('反馈方式', 'How')) },
    }),
    reward: step({
      title: words('发放奖励', 'Reward'),
      from: ['filed', 'told'],
      to: 'told',
      by: 'head',
      basis: cite('report-reward-measures'),
      returning: true,
      asks: {
        sum: amount(words('金额', 'Sum'), { minimum: '0', unit: '元', shownTo: keeper }),
        fine: amount(words('罚没款', 'Fine'), { minimum: '0', unit: '元' }),
      },
      check(c) {
        const ratio = String(c.parameter('reports.reward-ratio').value)
        if (Number(c.answers.sum) > Number(c.answers.fine) * Number(ratio))
          complaintRefusals.refuse('reward-too-high', { sum: c.answers.sum, ratio, fine: c.answers.fine, field: 'sum' })
      },
      gives: (c) => ({ reward: c.answers.sum }),
    }),
  }),
  deadlines: [
    {
      name: 'verification',
      title: words('核查期限', 'Verify'),
      starts: { field: 'received' },
      metBy: ['file', 'drop', 'pass-on'],
      pausedIn: ['disputed'],
      within: parameter('reports.verification'),
      lapse: 'alarm',
      extension: { by: 'head', within: parameter('reports.verification.extension'), times: 1 },
    },
    {
      name: 'jurisdiction',
      title: words('管辖争议协商期限', 'Agree on who is in charge'),
      starts: 'disputed',
      metBy: ['designate'],
      within: parameter('reports.jurisdiction-dispute'),
      lapse: { propose: 'designate' },
      again: true,
    },
    {
      name: 'tell',
      title: words('告知实名举报人期限', 'Tell the reporter who gave a name'),
      starts: 'filed',
      metBy: ['tell'],
      within: parameter('reports.tell'),
      lapse: 'alarm',
    },
  ],
})
