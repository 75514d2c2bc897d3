// How a complaint is handled: receipt, acceptance, mediation, testing with the clock stopped, and the end (市場監督管理投訴舉報處理辦法).
import { cite } from '../../../kernel/citation.ts'
import { addMonths } from '../../../kernel/day.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, day, integer, office, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { complaint } from './complaint.ts'
import { endGrounds, refusalGrounds } from './complaint-codes.ts'
import { acceptance, declining, ending, mediationAgreement, receipt } from './documents.ts'
import { complaintRefusals } from './refusals.ts'

const order = (article: string) => cite('samr-order-121', article)
const { refuse } = complaintRefusals

/** Claims for which the sum is worked out from the price. */
const money = ['refund', 'damages', 'punitive']
const moneyTitles: Record<string, string> = { refund: '退款', damages: '赔偿', punitive: '惩罚性赔偿' }

const dutyWords = {
  citizen: words('投诉人', 'Complainant'),
  clerk: words('受理人', 'Clerk'),
  mediator: words('调解员', 'Mediator'),
  head: words('负责人', 'Head of office'),
  supervisor: words('上级机关', 'Superior office'),
}

const reasons = {
  note: text(words('办理说明', 'Note'), { optional: true, length: 1000, personal: true, shownTo: ['clerk', 'mediator', 'head'] }),
}

export const handling = procedure(complaint, {
  duties: dutyWords,
  states: {
    received: words('待处理', 'Received'),
    completing: words('待补正', 'Waiting for material'),
    accepted: words('已受理', 'Accepted'),
    declined: words('不予受理', 'Declined'),
    mediating: words('调解中', 'In mediation'),
    recusal: words('回避审查', 'Recusal under review'),
    testing: words('检验鉴定中', 'Being tested'),
    agreed: words('调解成功', 'Agreed'),
    ending: words('拟终止', 'About to end'),
    ended: words('终止调解', 'Ended'),
    closed: words('办结', 'Closed'),
  },
  ends: ['declined', 'closed'],
  opens: {
    title: words('提交投诉', 'Complain'),
    state: 'received',
    by: ['citizen', 'clerk'],
    basis: order('10'),
    issues: receipt,
    asks: [
      'received',
      'channel',
      'complainant',
      'phone',
      'address',
      'idNumber',
      'agent',
      'traderName',
      'traderAddress',
      'trader',
      'online',
      'place',
      'handling',
      'goods',
      'goodsClass',
      'brand',
      'model',
      'batch',
      'quantity',
      'price',
      'bought',
      'orderNumber',
      'known',
      'issue',
      'claims',
      'claimed',
      'facts',
      'evidence',
      'forDailyUse',
      'settleFirst',
      'followCode',
    ],
    check(c) {
      if (c.answers.claims.length === 0) refuse('no-claim', { field: 'claims' })
      const demand = c.answers.claims.find((claim) => money.includes(claim))
      if (demand && c.answers.price === null) refuse('no-price', { demand: moneyTitles[demand] ?? demand, field: 'price' })
      if (c.answers.traderName.length < 2 || c.answers.traderAddress.length < 2) refuse('trader-unknown', { field: 'traderName' })
    },
  },
  steps: (step) => ({
    'ask-for-material': step({
      title: words('要求补正', 'Ask for missing material'),
      from: 'received',
      to: 'completing',
      by: 'clerk',
      basis: order('15'),
      asks: { missing: text(words('需补正的材料', 'What is missing'), { length: 1000 }) },
    }),
    complete: step({
      title: words('补正材料', 'Supply the material'),
      from: 'completing',
      to: 'received',
      by: ['citizen', 'clerk'],
      basis: order('15'),
      returning: true,
      asks: {
        ...ask(complaint, 'evidence', 'price', 'orderNumber'),
        supplied: text(words('补正说明', 'What was supplied'), {
          length: 1000,
          personal: true,
          shownTo: ['citizen', 'clerk', 'mediator', 'head'],
        }),
      },
    }),
    transfer: step({
      title: words('分派或转办', 'Transfer'),
      from: 'received',
      to: 'received',
      by: ['clerk', 'supervisor'],
      basis: order('14'),
      movesTo: 'receiver',
      returning: true,
      asks: {
        receiver: office(words('接收机关', 'Receiving office')),
        newPlace: area(words('管辖地', 'Area in charge')),
        why: text(words('转办理由', 'Why'), { length: 500 }),
      },
      check: (c) => {
        if (c.answers.receiver === c.record.office) refuse('no-receiver', { office: c.record.office ?? '', field: 'receiver' })
      },
      gives: (c) => ({ place: c.answers.newPlace, handling: c.answers.receiver }),
    }),
    accept: step({
      title: words('受理', 'Accept'),
      from: 'received',
      to: 'accepted',
      by: 'clerk',
      basis: order('15'),
      issues: acceptance,
      asks: { ...ask(complaint, 'lead'), ...reasons },
    }),
    decline: step({
      title: words('不予受理', 'Decline'),
      from: ['received', 'completing'],
      to: 'declined',
      by: 'head',
      basis: order('16'),
      issues: declining,
      asks: {
        ground: choice(words('不予受理理由', 'Ground'), refusalGrounds),
        particulars: text(words('具体情况', 'Particulars'), { length: 1000, personal: true, shownTo: ['citizen', 'clerk', 'head'] }),
      },
      check(c) {
        if (c.answers.particulars.length < 4)
          refuse('reason-needed', { ground: refusalGrounds[c.answers.ground].title.zh, field: 'particulars' })
        const years = Number((c.parameter('complaints.old-claim').value as { length: number }).length)
        if (c.answers.ground === 'tooOld' && addMonths(c.record.known, 12 * years) >= c.record.received)
          refuse('not-old', { known: c.record.known, received: c.record.received, years, field: 'ground' })
      },
      gives: (c) => ({ refusalGround: c.answers.ground, explanation: c.answers.particulars, ended: c.today }),
    }),
    mediate: step({
      title: words('组织调解', 'Begin mediation'),
      from: 'accepted',
      to: 'mediating',
      by: 'mediator',
      basis: order('18'),
      asks: {
        form: choice(words('调解方式', 'Form'), {
          site: words('现场', 'In person'),
          phone: words('电话', 'By telephone'),
          online: words('网络', 'On line'),
          entrusted: words('委托调解', 'Entrusted'),
        }),
        entrustedTo: text(words('受委托组织', 'Entrusted body'), { optional: true }),
        bothConsent: yes(words('双方同意调解', 'Both consent to mediation')),
      },
      check: (c) => {
        if (!c.answers.bothConsent) refuse('no-consent', { matter: '调解', field: 'bothConsent' })
      },
    }),
    'begin-test': step({
      title: words('委托检验鉴定', 'Have it tested'),
      from: 'mediating',
      to: 'testing',
      by: 'mediator',
      basis: order('22'),
      asks: {
        laboratory: text(words('检验鉴定机构', 'Laboratory')),
        payer: choice(words('费用预付', 'Who advances the cost'), {
          complainant: words('投诉人', 'Complainant'),
          trader: words('被投诉人', 'Trader'),
          both: words('双方分担', 'Both'),
        }),
        bothAgree: yes(words('双方同意', 'Both agree')),
      },
      check: (c) => {
        if (!c.answers.bothAgree) refuse('no-consent', { matter: '检验鉴定', field: 'bothAgree' })
      },
    }),
    'end-test': step({
      title: words('收到检验结论', 'Receive the result'),
      from: 'testing',
      to: 'mediating',
      by: 'mediator',
      basis: order('22'),
      returning: true,
      asks: {
        report: text(words('报告编号', 'Report number')),
        conclusion: text(words('结论', 'Conclusion'), { length: 1000 }),
        meets: yes(words('是否符合约定或标准', 'Meets contract or standard'), { optional: true }),
      },
    }),
    'ask-recusal': step({
      title: words('申请回避', 'Ask for recusal'),
      from: 'mediating',
      to: 'recusal',
      by: ['citizen', 'mediator'],
      basis: order('21'),
      asks: { why: text(words('理由', 'Why'), { length: 500, personal: true, shownTo: ['citizen', 'mediator', 'head'] }) },
    }),
    'decide-recusal': step({
      title: words('决定是否回避', 'Decide on recusal'),
      from: 'recusal',
      to: 'mediating',
      by: 'head',
      basis: order('21'),
      returning: true,
      notBy: ['mediate'],
      asks: { granted: yes(words('准予回避', 'Granted')), newMediator: text(words('新调解员', 'New mediator'), { optional: true }) },
    }),
    'find-clue': step({
      title: words('发现违法线索', 'Find a clue of a breach'),
      from: ['accepted', 'mediating'],
      to: (c) => c.record.state as 'accepted' | 'mediating',
      by: ['clerk', 'mediator'],
      basis: order('27'),
      returning: true,
      asks: { clue: text(words('违法线索', 'Clue'), { length: 2000, personal: true, shownTo: ['clerk', 'mediator', 'head'] }) },
    }),
    agree: step({
      title: words('达成协议', 'Agree'),
      from: ['accepted', 'mediating'],
      to: 'agreed',
      by: 'mediator',
      basis: order('24'),
      issues: mediationAgreement,
      asks: {
        agreement: text(words('协议内容', 'Agreement'), { length: 2000, personal: true, shownTo: ['citizen', 'mediator', 'head'] }),
        ...ask(complaint, 'recovered'),
        onTheSpot: yes(words('即时履行或双方均不要求调解书', 'Performed at once, or both waive the document')),
      },
    }),
    'propose-end': step({
      title: words('提请终止', 'Propose to end'),
      from: ['accepted', 'mediating', 'testing'],
      to: 'ending',
      by: 'mediator',
      basis: order('23'),
      asks: {
        ground: choice(words('终止情形', 'Ground'), endGrounds),
        particulars: text(words('具体情况', 'Particulars'), { length: 1000, personal: true, shownTo: ['citizen', 'mediator', 'head'] }),
      },
      check(c) {
        if (c.answers.ground !== 'termRunOut') return
        const due = c.clocks.find((clock) => clock.deadline === 'mediation')?.due
        if (due && c.today <= due) refuse('too-early-to-end', { due, field: 'ground' })
      },
      gives: (c) => ({ endGround: c.answers.ground, explanation: c.answers.particulars }),
    }),
    end: step({
      title: words('决定终止', 'End'),
      from: 'ending',
      to: 'ended',
      by: 'head',
      basis: order('23'),
      notBy: ['propose-end'],
      issues: ending,
      asks: { ...reasons },
      gives: (c) => ({ ended: c.today }),
    }),
    'refuse-end': step({
      title: words('退回继续调解', 'Send back to mediation'),
      from: 'ending',
      to: 'mediating',
      by: 'head',
      basis: order('23'),
      returning: true,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    withdraw: step({
      title: words('撤回投诉', 'Withdraw'),
      from: ['received', 'completing', 'accepted', 'mediating', 'testing'],
      to: 'ended',
      by: ['citizen', 'clerk'],
      basis: order('23'),
      asks: {
        why: text(words('撤回原因', 'Why'), {
          optional: true,
          length: 500,
          personal: true,
          shownTo: ['citizen', 'clerk', 'mediator', 'head'],
        }),
      },
      gives: (c) => ({ endGround: 'withdrawn' as const, ended: c.today }),
    }),
    notify: step({
      title: words('告知双方', 'Tell both sides'),
      from: 'ended',
      to: 'closed',
      by: ['clerk', 'mediator'],
      basis: order('23'),
      asks: {
        told: choice(words('告知方式', 'How they were told'), {
          electronic: words('电子', 'Electronically'),
          post: words('邮寄', 'By post'),
          phone: words('电话', 'By telephone'),
          direct: words('当面', 'In person'),
        }),
      },
    }),
    perform: step({
      title: words('确认履行', 'Confirm performance'),
      from: 'agreed',
      to: 'closed',
      by: ['citizen', 'mediator', 'clerk'],
      basis: order('24'),
      asks: { ...ask(complaint, 'performed') },
      gives: (c) => ({ ended: c.today }),
    }),
    reopen: step({
      title: words('重新处理', 'Reopen'),
      from: ['closed', 'declined', 'ended'],
      to: 'received',
      by: ['head', 'supervisor'],
      basis: order('26'),
      returning: true,
      asks: { why: text(words('理由', 'Why'), { length: 1000 }), reopened: day(words('重新处理日期', 'Reopened on')) },
      gives: () => ({ refusalGround: null, endGround: null, ended: null }),
    }),
    rate: step({
      title: words('评价', 'Rate'),
      from: 'closed',
      to: 'closed',
      by: 'citizen',
      basis: order('26'),
      returning: true,
      asks: {
        stars: integer(words('满意度', 'Rating'), { minimum: '1', maximum: '5' }),
        remark: text(words('意见', 'Remark'), { optional: true, length: 500, personal: true, shownTo: ['citizen', 'clerk', 'head'] }),
      },
      gives: (c) => ({ rating: c.answers.stars }),
    }),
  }),
  deadlines: [
    {
      name: 'acceptance',
      title: words('受理期限', 'Decide on acceptance'),
      starts: { field: 'received' },
      metBy: ['accept', 'decline', 'withdraw'],
      pausedIn: ['completing'],
      within: parameter('complaints.acceptance'),
      lapse: 'alarm',
    },
    {
      name: 'mediation',
      title: words('调解期限', 'End mediation'),
      starts: 'accepted',
      metBy: ['agree', 'end', 'withdraw'],
      pausedIn: ['testing', 'recusal'],
      again: true,
      within: parameter('complaints.mediation'),
      lapse: { propose: 'propose-end' },
    },
    {
      name: 'end-notice',
      title: words('终止告知期限', 'Tell both sides of the end'),
      starts: 'ended',
      metBy: ['notify'],
      again: true,
      within: parameter('complaints.end-notice'),
      lapse: 'alarm',
    },
  ],
})
