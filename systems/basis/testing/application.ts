// Applications for the mark (資質認定申請): a first one, its renewal, a wider scope or a change, each by its terms to the decision.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, choices, day, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { barredByConcealing, mustBeBarred } from './barred.ts'
import { fitToApply, fitToGrant, noneOfItsKind, notYetEntered, notYetGranted } from './fit-to-grant.ts'
import { fieldsOfTesting, labDuties } from './laboratory.ts'
import { testingRefusals } from './refusals.ts'
import { endOfTermBefore, mustBeToday, underWay } from './terms.ts'

const { refuse } = testingRefusals
const order163 = cite('aqsiq-order-163')

export const applicationKinds = {
  first: words('首次', 'First'),
  renewal: words('复查换证', 'Renewal'),
  widening: words('扩项', 'Wider scope'),
  anew: words('原资质终止后重新申请', 'Anew, after the mark ended'),
} as const

export const markApplication = register('mark-application', {
  title: words('资质认定申请', 'Applications for the mark'),
  number: 'ZR{year}{seq}',
  headline: 'name',
  placedBy: 'place',
  concerns: 'laboratory',
  listed: ['received', 'kind', 'name', 'place'],
  fields: {
    received: day(words('收到申请日期', 'Received on'), { fixed: true }),
    kind: choice(words('申请种类', 'Kind'), applicationKinds),
    laboratory: party(words('机构代码', 'Credit code of the laboratory')),
    name: text(words('机构名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('所在地', 'Place')),
    fields: choices(words('领域', 'Fields'), fieldsOfTesting, { optional: true }),
    lines: rows(
      words('申请的项目', 'Parameters asked for'),
      {
        productClass: choice(words('产品类别', 'Product class'), productClasses),
        parameter: text(words('项目/参数', 'Parameter'), { length: 80 }),
        method: text(words('检测依据', 'Method'), { length: 80 }),
        unit: text(words('单位', 'Unit'), { length: 20 }),
        restriction: text(words('限制范围或者说明', 'Restriction or remark'), { optional: true, length: 200 }),
      },
      { optional: true, most: 400 },
    ),
    invented: yes(words('虚构的演示数据', 'Invented for demonstration')),
    missing: text(words('需要补正的材料', 'Material to be supplied'), { optional: true, length: 500 }),
    team: text(words('评审组', 'Review team'), { optional: true, length: 200 }),
    opinion: text(words('评审意见', 'Opinion of the review'), { optional: true, length: 1000 }),
    cma: text(words('资质认定证书编号', 'Number of the mark (CMA)'), { optional: true, length: 12 }),
    from: day(words('批准日期', 'Approved from'), { optional: true, mayLieAhead: true }),
    to: day(words('有效期至', 'Valid to'), { optional: true, mayLieAhead: true }),
    heldTo: day(words('原有效期至', 'The term before held to'), { optional: true, mayLieAhead: true }),
    concealed: yes(words('隐瞒有关情况或者提供虚假材料', 'Concealed matters or gave false material'), { optional: true }),
    barredTo: day(words('不得再次申请至', 'May not apply again until after'), { optional: true, mayLieAhead: true }),
    setAsideBy: text(words('撤销不予决定的文书号', 'Decision or judgment that set the refusal aside'), { optional: true, length: 80 }),
    reopened: day(words('恢复办理日期', 'Taken up again on'), { optional: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }
const turnedAway = { ...why, ...ask(markApplication, 'concealed') }

export const applying = procedure(markApplication, {
  duties: labDuties,
  states: {
    applied: words('待受理', 'Applied for'),
    completing: words('待补正', 'Waiting for material'),
    accepted: words('技术评审中', 'Under review'),
    correcting: words('整改中', 'Being corrected'),
    reviewed: words('待决定', 'To be decided'),
    granted: words('准予', 'Granted'),
    declined: words('不予', 'Declined'),
    notAccepted: words('不予受理', 'Not accepted'),
    withdrawn: words('已撤回', 'Taken back'),
    revoked: words('准予已撤销', 'Grant revoked'),
  },
  ends: ['granted', 'declined', 'notAccepted', 'withdrawn', 'revoked'],
  opens: {
    title: words('申请资质认定', 'Apply'),
    state: 'applied',
    by: ['accreditor', 'laboratory'],
    basis: order163,
    asks: ['received', 'kind', 'laboratory', 'name', 'place', 'fields', 'lines', 'invented'],
    check(c) {
      const { answers } = c
      mustBeToday(c)
      if (answers.kind !== 'renewal' && !answers.lines?.length) refuse('no-line-asked-for', { field: 'lines' })
      if (answers.kind === 'first' && !answers.fields?.length) refuse('no-line-asked-for', { field: 'fields' })
    },
    confirm: ({ answers }, at) => fitToApply(answers, at),
  },
  steps: (step) => ({
    'ask-more': step({
      title: words('要求补正', 'Ask for material'),
      from: 'applied',
      to: 'completing',
      by: 'accreditor',
      basis: order163,
      asks: { missing: text(words('需要补正的材料', 'Material to be supplied'), { length: 500 }) },
    }),
    complete: step({
      title: words('补正', 'Supply'),
      from: 'completing',
      to: 'applied',
      by: ['laboratory', 'accreditor'],
      basis: order163,
      returning: true,
      asks: ask(markApplication, 'lines'),
      gives: (c) => ({ received: c.today, lines: c.answers.lines ?? c.record.lines }),
    }),
    accept: step({ title: words('受理', 'Accept'), from: 'applied', to: 'accepted', by: 'accreditor', basis: order163 }),
    'not-accept': step({
      title: words('不予受理', 'Do not accept'),
      from: ['applied', 'completing'],
      to: 'notAccepted',
      by: 'accreditor',
      basis: order163,
      asks: turnedAway,
      confirm: (c, at) => notYetGranted(c, at),
      gives: barredByConcealing,
    }),
    'ask-correction': step({
      title: words('评审发现不符合，要求整改', 'Ask for corrections'),
      from: 'accepted',
      to: 'correcting',
      by: 'accreditor',
      basis: order163,
      asks: { opinion: text(words('不符合项', 'What does not conform'), { length: 1000 }) },
    }),
    correct: step({
      title: words('提交整改', 'Hand in the corrections'),
      from: 'correcting',
      to: 'accepted',
      by: ['laboratory', 'accreditor'],
      basis: order163,
      returning: true,
      asks: { corrections: text(words('整改情况', 'What was corrected'), { length: 1000 }) },
    }),
    review: step({
      title: words('完成技术评审', 'Conclude the review'),
      from: 'accepted',
      to: 'reviewed',
      by: 'accreditor',
      basis: order163,
      asks: {
        team: text(words('评审组', 'Review team'), { length: 200 }),
        opinion: text(words('评审意见', 'Opinion of the review'), { length: 1000 }),
        // What the review did not confirm is left out of what is granted.
        lines: rows(words('评审确认的项目', 'Parameters confirmed'), markApplication.fields.lines.columns as never, { optional: true, most: 400 }),
      },
      gives: (c) => ({ lines: (c.answers.lines ?? c.record.lines) as never }),
    }),
    grant: step({
      title: words('准予并发证', 'Grant'),
      from: 'reviewed',
      to: 'granted',
      by: 'accreditor',
      notBy: ['review'],
      basis: order163,
      asks: {
        cma: text(words('资质认定证书编号', 'Number of the mark (CMA)'), { length: 12 }),
        // A renewal is asked for before the term ends, so that its own begins ahead.
        from: day(words('批准日期', 'Approved from'), { mayLieAhead: true }),
        to: day(words('有效期至', 'Valid to'), { mayLieAhead: true }),
      },
      check({ record, answers, today }) {
        if (!/^\d{12}$/.test(answers.cma)) refuse('mark-number', { given: answers.cma, field: 'cma' })
        if (answers.to <= answers.from) refuse('ends-before-it-begins', { field: 'to' })
        if (record.kind !== 'renewal' && answers.from < today) refuse('mark-dated-back', { from: answers.from, today, field: 'from' })
      },
      confirm: (c, at) => fitToGrant(c, at),
    }),
    decline: step({
      title: words('不予资质认定', 'Decline'),
      // Corrections that are never handed in would leave the mark without an end.
      from: ['correcting', 'reviewed'],
      to: 'declined',
      by: 'accreditor',
      notBy: ['review', 'ask-correction'],
      basis: order163,
      asks: turnedAway,
      confirm: (c, at) => notYetGranted(c, at),
      gives: barredByConcealing,
    }),
    'end-barred': step({
      title: words('原资质系不正当取得，申请终结', 'End it: the mark was obtained by improper means'),
      from: underWay,
      to: (c) => (c.record.state === 'applied' || c.record.state === 'completing' ? 'notAccepted' : 'declined'),
      by: 'accreditor',
      basis: cite('administrative-licensing-law', '79'),
      confirm: (c, at) => mustBeBarred(c, at),
    }),
    'revoke-grant': step({
      title: words('撤销尚未登记的准予', 'Revoke a grant that is not entered'),
      from: 'granted',
      to: 'revoked',
      by: 'accreditor',
      notBy: ['grant'],
      basis: cite('administrative-licensing-law', '69'),
      returning: true,
      asks: why,
      confirm: (c, at) => notYetEntered(c, at),
    }),
    'note-end': step({
      title: words('补记延续申请的决定期限', 'Begin the time in which a renewal of before is to be decided'),
      from: underWay,
      to: (c) => c.record.state as 'applied',
      by: 'accreditor',
      basis: cite('administrative-licensing-law', '50'),
      returning: true,
      confirm: (c, at) => endOfTermBefore(c, at),
    }),
    'set-aside': step({
      title: words('不予的决定被撤销，继续办理', 'The refusal was set aside: go on with it'),
      from: ['declined', 'notAccepted'],
      to({ record: { state, team, opinion } }) {
        if (state === 'notAccepted') return 'applied'
        return team !== null ? 'reviewed' : opinion !== null ? 'correcting' : 'accepted'
      },
      by: 'accreditor',
      notBy: ['decline', 'not-accept'],
      basis: cite('administrative-licensing-law', '69'),
      returning: true,
      asks: { setAsideBy: text(words('复议决定或者裁判文书号', 'Decision or judgment that set it aside'), { length: 80 }) },
      confirm: ({ record }, at) => noneOfItsKind(record, at),
      gives: ({ record: { state, kind, heldTo }, today }) => ({
        ...{ concealed: null, barredTo: null, ...(state === 'notAccepted' && { received: today }) },
        ...(kind === 'renewal' && heldTo !== null && { reopened: today }),
      }),
    }),
    'take-back': step({
      title: words('撤回申请', 'Take the application back'),
      from: ['applied', 'completing', 'accepted', 'correcting', 'reviewed'],
      to: 'withdrawn',
      by: 'laboratory',
      basis: order163,
      asks: why,
    }),
  }),
  deadlines: [
    {
      name: 'acceptance',
      title: words('受理期限', 'Decide on acceptance'),
      starts: { field: 'received' },
      metBy: ['accept', 'ask-more', 'not-accept', 'end-barred', 'take-back'],
      within: parameter('laboratory.accept'),
      lapse: 'alarm',
      again: true,
    },
    {
      name: 'supply',
      title: words('申请人补正期限', 'Supply what is missing'),
      starts: 'completing',
      metBy: ['complete', 'not-accept', 'end-barred', 'take-back'],
      within: parameter('laboratory.supply'),
      lapse: { propose: 'not-accept' },
      again: true,
    },
    {
      name: 'correction',
      title: words('申请人整改期限', 'Hand in the corrections'),
      starts: 'correcting',
      metBy: ['correct', 'decline', 'end-barred', 'take-back'],
      within: parameter('laboratory.correct'),
      lapse: { propose: 'decline' },
      again: true,
    },
    // Neither pauses for material nor for corrections: past the end the mark counts as renewed for as long as nobody decides.
    {
      name: 'undecided',
      title: words('原有效期届满前决定是否准予延续', 'Decide on the renewal before the term ends'),
      starts: { field: 'heldTo' },
      metBy: ['grant', 'decline', 'not-accept', 'end-barred', 'take-back'],
      within: parameter('laboratory.renewal-decision'),
      lapse: 'alarm',
    },
    {
      name: 'undecided-again',
      title: words('不予的决定被撤销后，届满前决定是否准予延续', 'Decide on the renewal that is taken up again before the term ends'),
      starts: { field: 'reopened' },
      metBy: ['grant', 'decline', 'not-accept', 'end-barred', 'take-back'],
      within: parameter('laboratory.renewal-decision', 'heldTo'),
      lapse: 'alarm',
      again: true,
    },
    {
      name: 'review',
      title: words('技术评审期限', 'Conclude the review'),
      starts: 'accepted',
      metBy: ['review', 'end-barred', 'take-back'],
      pausedIn: ['correcting'],
      within: parameter('laboratory.review'),
      lapse: 'alarm',
      again: true,
    },
    {
      name: 'decision',
      title: words('决定期限', 'Decide'),
      starts: 'reviewed',
      metBy: ['grant', 'decline', 'end-barred', 'take-back'],
      within: parameter('laboratory.decide'),
      lapse: 'alarm',
      again: true,
    },
  ],
})
