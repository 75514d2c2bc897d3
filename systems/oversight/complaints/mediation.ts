// The second half of a complaint while it is mediated: mediation, answer of the trader, testing, recusal, agreement.
import { choice, text, yes } from '../../../kernel/kinds.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { toldOfFall, withFallen } from '../../basis/testing/index.ts'
import { complaint } from './complaint.ts'
import { acceptedRecord, mediationAgreement } from './documents.ts'
import { inTime, toAll, toOfficials, type Maker, type State } from './intake.ts'
import { order } from './orders.ts'
import { seriousBreach } from './questions.ts'
import { complaintRefusals } from './refusals.ts'

const { refuse } = complaintRefusals
const stays = (c: { readonly record: { readonly state: string } }): State => c.record.state as State

const notEmpty = ({ answers }: { readonly answers: { readonly answered: string | null; readonly offer: string | null } }): void => {
  if (!answers.answered && !answers.offer) refuse('empty-answer', { field: 'answered' })
}

const mediating = (step: Maker) => ({
  mediate: step({
    title: words('组织调解', 'Begin mediation'),
    from: 'accepted',
    to: 'mediating',
    by: 'mediator',
    basis: order('18', '16'),
    asks: {
      form: choice(words('调解方式', 'Form'), {
        site: words('现场', 'In person'),
        phone: words('电话', 'By telephone'),
        online: words('网络', 'On line'),
        entrusted: words('委托调解', 'Entrusted'),
      }),
      entrustedTo: text(words('受委托组织', 'Entrusted body'), { optional: true, hint: words('不得再委托', 'It may not entrust another') }),
      bothConsent: yes(words('双方同意调解', 'Both consent to mediation')),
      interest: yes(words('与当事人有利害关系', 'I have an interest in the case'), { optional: true }),
    },
    check: ({ answers }) => {
      if (!answers.bothConsent) refuse('no-consent', { matter: '调解', field: 'bothConsent' })
      if (answers.interest) refuse('interest', { field: 'interest' })
      if (answers.form === 'entrusted' && !answers.entrustedTo) refuse('entrusted-to-whom', { field: 'entrustedTo' })
    },
    // The mediator is warned of a listed trader; while nobody answers, that it was not known is written down.
    async confirm({ record }, at) {
      return record.trader ? { warned: (await at.ask(seriousBreach.name, { code: record.trader })) as boolean } : {}
    },
  }),
  'ask-trader': step({
    title: words('要求经营者答复', 'Ask the trader to answer'),
    from: ['accepted', 'mediating'],
    to: stays,
    by: ['clerk', 'mediator'],
    basis: { act: 'consumer-breach-measures', article: '9' },
    returning: true,
    asks: { request: text(words('要求', 'What is asked'), { length: 1000, personal: true, shownTo: ['trader', 'clerk', 'mediator', 'head'] }) },
    gives: ({ today }) => ({ asked: today }),
  }),
  answer: step({
    title: words('经营者答复', 'Answer as the trader'),
    from: ['received', 'accepted', 'mediating', 'testing'],
    to: stays,
    by: ['trader', 'clerk'],
    basis: order('6', '6'),
    returning: true,
    asks: ask(complaint, 'answered', 'offer'),
    check: notEmpty,
  }),
  'record-answer': step({
    title: words('记录经营者答复', 'Record the answer of the trader'),
    from: ['accepted', 'mediating', 'testing'],
    to: stays,
    by: 'mediator',
    basis: order('6', '6'),
    returning: true,
    asks: ask(complaint, 'answered', 'offer'),
    check: notEmpty,
  }),
  'begin-test': step({
    title: words('委托检验鉴定', 'Have it tested'),
    from: 'mediating',
    to: 'testing',
    by: 'mediator',
    basis: order('22', '20'),
    asks: {
      laboratory: text(words('检验鉴定机构', 'Laboratory')),
      payer: choice(words('费用预付', 'Who advances the cost'), {
        complainant: words('投诉人', 'Complainant'),
        trader: words('被投诉人', 'Trader'),
        both: words('双方分担', 'Both'),
      }),
      bothAgree: yes(words('双方同意', 'Both agree')),
      asCase: choice(
        words('另立仲裁检验或质量鉴定', 'File an arbitration test or an appraisal'),
        { arbitration: words('质量仲裁检验', 'Arbitration test'), appraisal: words('质量鉴定', 'Quality appraisal') },
        { optional: true },
      ),
    },
    check: ({ answers }) => {
      if (!answers.bothAgree) refuse('no-consent', { matter: '检验鉴定', field: 'bothAgree' })
    },
  }),
  'end-test': step({
    title: words('收到检验结论', 'Receive the result'),
    from: 'testing',
    to: 'mediating',
    by: 'mediator',
    basis: order('22', '20'),
    returning: true,
    asks: {
      report: text(words('报告编号', 'Report number')),
      conclusion: text(words('结论', 'Conclusion'), { length: 1000 }),
      meets: yes(words('是否符合约定或标准', 'Meets contract or standard'), { optional: true }),
    },
    gives: ({ answers }) => ({ appraisal: answers.report.slice(0, 60) }),
  }),
  'lose-ground': step({
    title: words('所采用的检验报告已更改或者撤回', 'The test report that was used fell'),
    from: ['mediating', 'agreeing', 'recusal', 'ending', 'agreed', 'ended', 'closed'],
    to: stays,
    by: 'mediator',
    basis: order('22', '20'),
    returning: true,
    asks: toldOfFall,
    gives: (c) => ({ fallen: withFallen(c) }),
  }),
  'ask-recusal': step({
    title: words('申请回避', 'Ask for recusal'),
    from: 'mediating',
    to: 'recusal',
    by: ['citizen', 'trader', 'mediator'],
    basis: order('21', '19'),
    asks: { why: text(words('理由', 'Why'), { length: 500, personal: true, shownTo: ['citizen', 'mediator', 'head'] }) },
  }),
  'decide-recusal': step({
    title: words('决定是否回避', 'Decide on recusal'),
    from: 'recusal',
    to: 'mediating',
    by: 'head',
    basis: order('21', '19'),
    returning: true,
    notBy: ['mediate'],
    asks: { granted: yes(words('准予回避', 'Granted')), newMediator: text(words('新调解员', 'New mediator'), { optional: true }) },
    check: ({ answers }) => {
      if (answers.granted && !answers.newMediator) refuse('new-mediator', { field: 'newMediator' })
    },
  }),
  'find-clue': step({
    title: words('发现违法线索', 'Find a clue of a breach'),
    from: ['accepted', 'mediating'],
    to: stays,
    by: ['clerk', 'mediator'],
    basis: order('27', '23'),
    returning: true,
    asks: {
      clue: text(words('违法线索', 'Clue'), { ...toOfficials, length: 2000 }),
      of: choice(
        words('涉嫌者', 'Against whom'),
        { trader: words('经营者', 'The trader'), complainant: words('投诉人（如敲诈勒索）', 'The complainant, such as for extortion') },
        { optional: true },
      ),
    },
  }),
})

const agreeing = (step: Maker) => ({
  agree: step({
    title: words('现场达成协议', 'Agree on the spot'),
    from: ['accepted', 'mediating'],
    to: 'agreed',
    by: 'mediator',
    basis: order('24', '22'),
    issues: {
      either: [mediationAgreement, acceptedRecord],
      which: ({ answers }) => (answers.onTheSpot ? acceptedRecord : mediationAgreement),
    },
    asks: {
      agreement: text(words('协议内容', 'Agreement'), { ...toAll, length: 2000 }),
      ...ask(complaint, 'recovered'),
      onTheSpot: yes(words('即时履行或双方均不要求调解书', 'Performed at once, or both waive the document')),
      byBody: yes(words('由依法设立的调解组织主持', 'Mediated by a lawfully set-up body'), { optional: true }),
    },
    gives: (c) => ({ confirmable: c.answers.byBody ? c.today : null, endedInTime: inTime(c, 'mediation') }),
  }),
  'propose-agreement': step({
    title: words('提出调解方案', 'Propose an agreement'),
    from: ['accepted', 'mediating'],
    to: 'agreeing',
    by: 'mediator',
    basis: order('24', '22'),
    asks: {
      agreement: text(words('协议内容', 'Agreement'), { ...toAll, length: 2000 }),
      ...ask(complaint, 'recovered'),
      traderConsent: text(words('被投诉人同意的方式和时间', 'How and when the trader consented'), { length: 200 }),
    },
  }),
  'confirm-agreement': step({
    title: words('同意调解协议', 'Consent to the agreement'),
    from: 'agreeing',
    to: 'agreed',
    by: ['citizen', 'mediator'],
    basis: order('24', '22'),
    issues: mediationAgreement,
    asks: { how: text(words('确认方式', 'How'), { optional: true, length: 200 }) },
    gives: (c) => ({ endedInTime: inTime(c, 'mediation') }),
  }),
  'reject-agreement': step({
    title: words('不同意调解协议', 'Reject the agreement'),
    from: 'agreeing',
    to: 'mediating',
    by: ['citizen', 'mediator'],
    basis: order('24', '22'),
    returning: true,
    asks: { why: text(words('理由', 'Why'), { ...toAll, length: 500 }) },
    gives: () => ({ agreement: null, recovered: null }),
  }),
})

export const mediationSteps = (step: Maker) => ({ ...mediating(step), ...agreeing(step) })
