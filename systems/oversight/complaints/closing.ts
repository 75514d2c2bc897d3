// The end of a complaint: ending by two persons, withdrawal and own settlement, performance, rating, visit, publication.
import { daysBetween } from '../../../kernel/day.ts'
import { choice, integer, text, yes } from '../../../kernel/kinds.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { complaint } from './complaint.ts'
import { endGrounds } from './complaint-codes.ts'
import { ending } from './documents.ts'
import { inTime, toAll, toOfficials, type Maker } from './intake.ts'
import { order } from './orders.ts'
import { complaintRefusals } from './refusals.ts'

const { refuse } = complaintRefusals
const underWay = ['received', 'completing', 'accepted', 'mediating', 'testing', 'agreeing'] as const
const reason = { why: text(words('原因', 'Why'), { ...toAll, optional: true, length: 500 }) }
/** Representatives of joint complainants need the others to change, drop or settle a claim (處理辦法 12). */
const othersConsent = {
  othersConsent: yes(words('其他共同投诉人同意', 'The other joint complainants consent'), { optional: true }),
}
const ofAll = (c: { record: { representatives: string | null }; answers: { othersConsent: boolean | null } }): void => {
  if (c.record.representatives && !c.answers.othersConsent) refuse('others-consent', { field: 'othersConsent' })
}

const finished = (c: { readonly record: { readonly received: string }; readonly today: string }) => ({
  ended: c.today,
  took: daysBetween(c.record.received, c.today),
})

const endings = (step: Maker) => ({
  'propose-end': step({
    title: words('提请终止', 'Propose to end'),
    from: ['accepted', 'mediating', 'testing', 'agreeing'],
    to: 'ending',
    by: 'mediator',
    basis: order('23', '21'),
    asks: {
      ground: choice(words('终止情形', 'Ground'), endGrounds),
      particulars: text(words('具体情况', 'Particulars'), { personal: true, shownTo: ['citizen', 'mediator', 'head'], length: 1000 }),
    },
    check({ answers, clocks, today }) {
      if (answers.ground !== 'termRunOut') return
      const due = clocks.find((clock) => clock.deadline === 'mediation')?.due
      if (due && today <= due) refuse('too-early-to-end', { due, field: 'ground' })
    },
    gives: ({ answers }) => ({ endGround: answers.ground, explanation: answers.particulars }),
  }),
  end: step({
    title: words('决定终止', 'End'),
    from: 'ending',
    to: 'ended',
    by: 'head',
    basis: order('23', '21'),
    notBy: ['propose-end'],
    issues: ending,
    asks: { note: text(words('办理说明', 'Note'), { ...toOfficials, optional: true, length: 1000 }) },
    gives: (c) => ({ ...finished(c), endedInTime: inTime(c, 'mediation') }),
  }),
  'refuse-end': step({
    title: words('退回继续调解', 'Send back to mediation'),
    from: 'ending',
    to: 'mediating',
    by: 'head',
    basis: order('23', '21'),
    returning: true,
    asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    gives: () => ({ endGround: null, explanation: null }),
  }),
  withdraw: step({
    title: words('撤回投诉', 'Withdraw'),
    from: underWay,
    to: 'ended',
    by: ['citizen', 'clerk'],
    basis: order('23(1)', '21(1)'),
    asks: { ...reason, ...othersConsent },
    check: ofAll,
    gives: (c) => ({ endGround: 'withdrawn' as const, ...finished(c) }),
  }),
  settle: step({
    title: words('自行和解', 'Settled between the parties'),
    from: underWay,
    to: 'ended',
    by: ['citizen', 'clerk'],
    basis: order('23(1)', '21(1)'),
    asks: { terms: text(words('和解内容', 'Terms'), { ...toAll, length: 1000 }), ...ask(complaint, 'recovered'), ...othersConsent },
    check: ofAll,
    gives: (c) => ({ agreement: c.answers.terms, endGround: 'withdrawn' as const, ...finished(c) }),
  }),
  notify: step({
    title: words('告知双方', 'Tell both sides'),
    from: 'ended',
    to: 'closed',
    by: ['clerk', 'mediator'],
    basis: order('23', '21'),
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
    basis: order('24', '22'),
    asks: { performed: yes(words('协议已履行', 'Agreement performed')) },
    gives: finished,
  }),
  'record-confirmation': step({
    title: words('记载司法确认', 'Record the judicial confirmation'),
    from: ['agreed', 'closed'],
    to: (c) => c.record.state as 'agreed' | 'closed',
    by: ['clerk', 'mediator'],
    basis: { act: 'civil-procedure-law', article: '205' },
    returning: true,
    asks: { court: text(words('法院', 'Court')), number: text(words('案号', 'Number of the case'), { length: 60 }) },
  }),
})

const afterwards = (step: Maker) => ({
  rate: step({
    title: words('评价', 'Rate'),
    from: 'closed',
    to: 'closed',
    by: 'citizen',
    basis: order('26'),
    returning: true,
    asks: {
      stars: integer(words('满意度（1 至 5）', 'Rating, 1 to 5'), { minimum: '1', maximum: '5' }),
      isSolved: yes(words('问题已解决', 'The problem is solved'), { optional: true }),
      remark: text(words('意见', 'Remark'), { ...toAll, optional: true, length: 500 }),
    },
    gives: ({ answers, record }) => ({ rating: answers.stars, solved: answers.isSolved ?? record.solved }),
  }),
  visit: step({
    title: words('抽查回访', 'Visit again'),
    from: 'closed',
    to: 'closed',
    by: ['head', 'supervisor'],
    basis: order('26'),
    returning: true,
    notBy: ['mediate', 'accept'],
    asks: {
      isSolved: yes(words('问题已解决', 'The problem is solved')),
      found: text(words('回访情况', 'What was found'), { ...toOfficials, length: 1000 }),
    },
    gives: ({ answers }) => ({ solved: answers.isSolved }),
  }),
  'object-to-publication': step({
    title: words('对公示提出异议', 'Object to the publication'),
    from: 'closed',
    to: 'closed',
    by: ['trader', 'clerk'],
    basis: order('38', '34'),
    returning: true,
    asks: { grounds: text(words('异议理由', 'Grounds'), { length: 1000 }) },
    gives: ({ answers }) => ({ objection: answers.grounds }),
  }),
  'stop-publishing': step({
    title: words('停止公示', 'Stop publishing'),
    from: 'closed',
    to: 'closed',
    by: 'head',
    basis: order('38', '34'),
    returning: true,
    asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    gives: ({ answers }) => ({ unpublished: answers.why }),
  }),
  'publish-again': step({
    title: words('恢复公示', 'Publish again'),
    from: 'closed',
    to: 'closed',
    by: 'head',
    basis: order('38', '34'),
    returning: true,
    asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    gives: () => ({ unpublished: null, objection: null }),
  }),
})

export const closingSteps = (step: Maker) => ({ ...endings(step), ...afterwards(step) })
