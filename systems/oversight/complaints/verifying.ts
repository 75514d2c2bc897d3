// How a report is verified: by the clock of the penalty procedure, decided by a second person, told and rewarded in secrecy.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { amount, area, choice, office, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { rewardNotice } from './report-documents.ts'
import { reportOrder } from './orders.ts'
import { complaintRefusals } from './refusals.ts'
import { keepers, report } from './report.ts'
import { rewardLevels, rewardOf, type RewardTable } from './reward.ts'

const { refuse } = complaintRefusals
const rewards = cite('report-reward-measures')
const secret = { personal: true, shownTo: keepers } as const
/** A reporter without a name is told nothing: nobody could be told. */
const told = (c: { record: { anonymous: boolean }; today: string }) => (c.record.anonymous ? {} : { toTell: c.today })

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
    merged: words('已并案', 'Merged'),
    repeated: words('重复举报', 'Repeats an earlier report'),
    passedOn: words('已移送', 'Passed on'),
    told: words('已反馈', 'Reporter told'),
  },
  ends: ['told', 'passedOn', 'merged', 'repeated'],
  opens: {
    title: words('提交举报', 'Report a breach'),
    state: 'received',
    by: ['citizen', 'reportClerk'],
    basis: reportOrder('28', '24'),
    asks: [
      'received', 'anonymous', 'reporter', 'contact', 'insider', 'traderName', 'trader', 'setting', 'place', 'handling', 'breach', 'evidence',
      'complaint', 'followCode',
    ],
    check(c) {
      if (!c.answers.anonymous && !c.answers.reporter) refuse('reporter-missing', { field: 'reporter' })
      if (c.answers.anonymous && c.answers.reporter) refuse('not-anonymous', { field: 'anonymous' })
    },
  },
  steps: (step) => ({
    verify: step({ title: words('开始核查', 'Begin verification'), from: 'received', to: 'verifying', by: 'reportClerk', basis: reportOrder('35', '31') }),
    supplement: step({
      title: words('补充线索', 'Add to the report'),
      from: ['received', 'verifying'],
      to: (c) => c.record.state as 'received' | 'verifying',
      by: ['citizen', 'reportClerk'],
      basis: reportOrder('28', '24'),
      returning: true,
      asks: { ...ask(report, 'evidence'), more: text(words('补充内容', 'What is added'), { ...secret, length: 2000 }) },
      gives: ({ record, answers }) => ({ evidence: [...(record.evidence ?? []), ...(answers.evidence ?? [])] }),
    }),
    'merge-into': step({
      title: words('并入新举报', 'Merge into a later report'),
      from: ['received', 'verifying'],
      to: 'merged',
      by: 'reportClerk',
      basis: reportOrder('35', '31'),
      asks: { later: text(words('新举报编号', 'Number of the later report'), { length: 40 }) },
      // New facts: the earlier file goes into the later one, whose clock runs from its own receipt.
      async confirm({ record, answers }, at) {
        const later = await at.first('report', { number: answers.later })
        if (!later || later.id === record.id || String(later['received']) < record.received)
          return refuse('no-other', { number: answers.later, field: 'later' })
        return { other: later.number }
      },
    }),
    'not-again': step({
      title: words('重复举报不再处理', 'Not handled again'),
      from: 'received',
      to: 'repeated',
      by: 'head',
      basis: reportOrder('35', '31'),
      asks: { earlier: text(words('原举报编号', 'Number of the earlier report'), { length: 40 }) },
      async confirm({ record, answers }, at) {
        const earlier = await at.first('report', { number: answers.earlier })
        if (!earlier || earlier.id === record.id) return refuse('no-other', { number: answers.earlier, field: 'earlier' })
        return { other: earlier.number }
      },
    }),
    dispute: step({
      title: words('提出管辖争议', 'Dispute who is in charge'),
      from: ['received', 'verifying'],
      to: 'disputed',
      by: 'head',
      basis: reportOrder('33', '30'),
      asks: { with: office(words('争议机关', 'Other office')), why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    designate: step({
      title: words('指定管辖', 'Designate'),
      from: 'disputed',
      to: 'received',
      by: 'supervisor',
      basis: reportOrder('33', '30'),
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
      gives: (c) => ({ decision: 'filed' as const, ...told(c) }),
    }),
    drop: step({
      title: words('不予立案', 'Decide that there is no case'),
      from: 'verifying',
      to: 'dropped',
      by: 'head',
      notBy: ['verify'],
      basis: cite('penalty-procedure', '20'),
      asks: { grounds: text(words('理由', 'Grounds'), { length: 1000 }) },
      gives: (c) => ({ decision: 'notFiled' as const, ...told(c) }),
    }),
    'pass-on': step({
      title: words('移送或上报', 'Pass on'),
      from: ['received', 'verifying'],
      to: 'passedOn',
      by: 'head',
      basis: reportOrder('34', '29'),
      asks: {
        to: text(words('接收机关', 'Receiving authority')),
        kind: choice(
          words('种类', 'Kind'),
          {
            power: words('移送有权机关', 'To the authority in charge'),
            police: words('移送公安（涉嫌犯罪）', 'To the police'),
            superior: words('上报', 'To the superior'),
          },
          { optional: true },
        ),
      },
      gives: () => ({ decision: 'passedOn' as const }),
    }),
    tell: step({
      title: words('反馈举报人', 'Tell the reporter'),
      from: ['filed', 'dropped'],
      to: 'told',
      by: 'reportClerk',
      basis: reportOrder('36', '31'),
      asks: { how: text(words('反馈方式', 'How')) },
    }),
    'grade-reward': step({
      title: words('核定奖励', 'Work out the reward'),
      from: ['filed', 'told'],
      to: (c) => c.record.state as 'filed' | 'told',
      by: 'reportClerk',
      basis: rewards,
      returning: true,
      asks: {
        level: choice(words('奖励等级', 'Level'), rewardLevels),
        fine: amount(words('罚没款', 'Fine'), { minimum: '0', unit: '元', shownTo: keepers }),
      },
      check: ({ record }) => {
        if (record.decision !== 'filed') refuse('no-reward', { field: 'level' })
      },
      gives: ({ answers, parameter: of }) => ({
        rewardLevel: answers.level,
        reward: rewardOf(answers.level, answers.fine, of('reports.reward').value as RewardTable),
      }),
    }),
    reward: step({
      title: words('决定奖励', 'Decide on the reward'),
      from: ['filed', 'told'],
      to: 'told',
      by: 'head',
      notBy: ['grade-reward'],
      basis: rewards,
      returning: true,
      issues: rewardNotice,
      asks: { sum: amount(words('金额', 'Sum'), { minimum: '0', unit: '元', shownTo: keepers }) },
      check({ record, answers }) {
        if (!record.reward) return refuse('not-graded', { field: 'sum' })
        if (Number(answers.sum) > Number(record.reward)) refuse('reward-too-high', { sum: answers.sum, most: record.reward, field: 'sum' })
      },
      gives: ({ answers, today }) => ({ reward: answers.sum, rewardTold: today }),
    }),
    'claim-reward': step({
      title: words('申领奖励', 'Claim the reward'),
      from: 'told',
      to: 'told',
      by: ['citizen', 'reportClerk'],
      basis: rewards,
      returning: true,
      asks: { account: text(words('收款方式', 'How to be paid'), { ...secret, shownTo: ['citizen', ...keepers], length: 200 }) },
      check: ({ record }) => {
        if (!record.rewardTold) refuse('not-graded', { field: 'account' })
      },
    }),
    'pay-reward': step({
      title: words('发放奖励', 'Pay the reward'),
      from: 'told',
      to: 'told',
      by: 'reportClerk',
      notBy: ['reward'],
      basis: rewards,
      returning: true,
      asks: { voucher: text(words('支付凭证', 'Voucher'), { length: 100 }) },
      check: ({ record }) => {
        if (!record.rewardTold || record.rewardPaid) refuse('not-graded', { field: 'voucher' })
      },
      gives: ({ today }) => ({ rewardPaid: today }),
    }),
  }),
  deadlines: [
    {
      name: 'verification',
      title: words('核查期限', 'Verify'),
      starts: { field: 'received' },
      metBy: ['file', 'drop', 'pass-on', 'merge-into', 'not-again'],
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
      starts: { field: 'toTell' },
      metBy: ['tell'],
      within: parameter('reports.tell'),
      lapse: 'alarm',
    },
    {
      name: 'reward-claim',
      title: words('奖励申领期限', 'Claim the reward'),
      starts: { field: 'rewardTold' },
      metBy: ['claim-reward', 'pay-reward'],
      within: parameter('reports.reward-claim'),
      lapse: 'alarm',
    },
  ],
})
