// A visit of inspection (現場檢查): what was looked at, which permits were checked, what was found, and what is done about it.
import { area, choice, day, files, link, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { directive } from './documents.ts'
import { some } from './duties.ts'
import { fitToRecord, outcomes, permitKinds, permitStates, pointResults, reportDue, reportedLate, severeDealtWith, soughtAt } from './inspection-rules.ts'
import { breaches, breachOn, neverTwicePassed, passedBefore, passedLine, passedOn, passedOnce, suspecting } from './passed-breaches.ts'
import type { SampleSteps } from './maker-steps.ts'
import { asRegistered, lookUpAll, registeredLine } from './permit-on-day.ts'
import { planKinds } from './plan.ts'
import { refusalContest } from './refusal-contest.ts'
import { supervisionRefusals } from './refusals.ts'
import { equipmentLaw, order, order57, quality, twoSamplers } from './rules.ts'
import { mayVisit } from './sampling-rules.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const

const pointLine = {
  point: text(words('检查事项', 'Point'), { length: 120 }),
  result: choice(words('结果', 'Result'), pointResults),
  note: text(words('说明', 'Note'), { optional: true, length: 300 }),
}
const permitLine = {
  kind: choice(words('证照', 'Permit'), permitKinds),
  permit: text(words('编号', 'Its number'), { optional: true, length: 60 }),
  validTo: day(words('有效期至', 'Valid to'), { optional: true, mayLieAhead: true }),
  found: choice(words('核对结果', 'Found'), permitStates),
  note: text(words('说明', 'Note'), { optional: true, length: 200, hint: words('与证照台账不一致而填“有效”的，写明看到的证明', 'Where the register says otherwise and it is ticked as valid, what was shown') }),
}

const inside = ['organiser', 'sampler', 'officer', 'head'] as const

export const inspection = register('inspection', {
  title: words('现场检查', 'Inspections'),
  number: 'XC{area}{year}{seq}',
  headline: 'unitName',
  placedBy: 'place',
  // As with samples: who is to be visited learns of it at the visit.
  concerns: 'visited',
  listed: ['unitName', 'kind', 'place', 'on', 'outcome', 'correctBy'],
  fields: {
    plan: link(words('计划', 'Plan'), 'check-plan', opt),
    planNumber: text(words('计划编号', 'Number of the plan'), { optional: true, length: 40 }),
    draw: link(words('抽取', 'Draw'), 'draw', opt),
    kind: choice(words('类别', 'Kind'), planKinds),
    stratum: text(words('层', 'Stratum'), { optional: true, length: 40 }),
    inspectors: text(words('抽取的检查人员', 'Inspectors drawn'), { account: true, optional: true, length: 200, shownTo: inside }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    unit: party(words('拟检查单位', 'Body to be visited')),
    unitName: text(words('拟检查单位名称', 'Its name'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    visited: party(words('被检查单位', 'Body visited'), opt),
    firstSampler: text(words('检查人员一证号', 'Certificate of inspector one'), { optional: true, length: 40 }),
    secondSampler: text(words('检查人员二证号', 'Certificate of inspector two'), { optional: true, length: 40 }),
    on: day(words('检查日期', 'Visited on'), opt),
    points: rows(words('检查事项', 'Points'), pointLine, { optional: true }),
    permits: rows(words('证照核对', 'Permits and certificates'), permitLine, { optional: true }),
    registered: rows(words('证照台账当日记载', 'What the register said on that day'), registeredLine, opt),
    noPermits: text(words('不需要证照的理由', 'Why no permit is needed'), { optional: true, length: 200 }),
    finding: text(words('检查情况', 'Finding'), { optional: true, length: 2000 }),
    photos: files(words('现场照片', 'Photographs'), { optional: true, shownTo: inside }),
    signedBy: text(words('被检查单位签字人', 'Signed for the body by'), { optional: true, personal: true, shownTo: inside, length: 60 }),
    refusalNote: text(words('拒签说明', 'Why it was not signed'), { optional: true, length: 300 }),
    equipment: link(words('涉及的特种设备', 'Equipment concerned'), 'equipment', opt),
    severe: yes(words('严重事故隐患', 'Severe hidden danger'), opt),
    superiorTold: day(words('报告上级日期', 'Superior told on'), opt),
    outcome: choice(words('检查结果', 'Outcome'), outcomes, opt),
    demand: text(words('改正要求', 'What is demanded'), { optional: true, length: 1000 }),
    correctBy: day(words('改正期限', 'To be mended by'), { optional: true, mayLieAhead: true }),
    correctionReport: text(words('被检查单位的书面报告', 'Written report of the body'), { optional: true, length: 2000 }),
    reportFiles: files(words('报告附件', 'Papers with the report'), { optional: true }),
    reportedOn: day(words('书面报告日期', 'Reported in writing on'), opt),
    reportLate: yes(words('未按期书面报告', 'Not reported in writing by the day'), opt),
    mended: text(words('改正情况', 'What was mended'), { optional: true, length: 1000 }),
    suspected: choice(words('涉嫌违法', 'Suspected breach'), breaches, { optional: true, shownTo: suspecting }),
    passed: rows(words('已移送的违法', 'Breaches passed on'), passedLine, { optional: true, shownTo: suspecting }),
    contest: text(words('对拒绝检查认定的陈述', 'What the body says of the finding that it refused'), { optional: true, length: 2000 }),
    contestAnswer: text(words('对陈述的答复', 'Answer to it'), { optional: true, length: 1000 }),
    published: day(words('公示日期', 'Published on'), opt),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

export const inspecting = procedure(inspection, {
  duties: some('organiser', 'sampler', 'officer', 'head', 'party', 'reader'),
  states: {
    drawn: words('待检查', 'To be visited'),
    visiting: words('检查中', 'Being visited'),
    correcting: words('限期改正', 'To be mended'),
    recorded: words('已有结果', 'Recorded'),
    published: words('已公示', 'Published'),
    obstructed: words('拒绝检查', 'Refused'),
    contested: words('对拒绝认定的异议处理', 'Finding of a refusal contested'),
    refusalWithdrawn: words('拒绝认定已撤销', 'Finding of a refusal withdrawn'),
    cancelled: words('已取消', 'Cancelled'),
  },
  ends: ['published', 'obstructed', 'refusalWithdrawn', 'cancelled'],
  opens: {
    title: words('安排检查', 'Order a visit'),
    state: 'drawn',
    by: 'organiser',
    basis: order,
    asks: ['plan', 'planNumber', 'draw', 'kind', 'stratum', 'inspectors', 'origin', 'originRecord', 'unit', 'unitName', 'place'],
  },
  steps: (step) => ({
    visit: step({
      title: words('到场', 'Visit'),
      from: 'drawn',
      to: 'visiting',
      by: 'sampler',
      basis: twoSamplers,
      asks: {
        firstSampler: text(words('检查人员一证号', 'Certificate of inspector one'), { length: 40 }),
        secondSampler: text(words('检查人员二证号', 'Certificate of inspector two'), { length: 40 }),
      },
      check: (c) => mayVisit(c),
      gives: (c) => ({ visited: c.record.unit, on: c.today }),
    }),
    record: step({
      title: words('填写检查记录', 'Fill the record'),
      from: 'visiting',
      to: (c) => (c.answers.outcome === 'ordered' ? 'correcting' : 'recorded'),
      by: 'sampler',
      basis: order57,
      issues: { either: [directive], which: (c) => (c.record.outcome === 'ordered' && c.record.kind === 'equipment' ? directive : null) },
      asks: {
        points: rows(words('检查事项', 'Points'), pointLine, { most: 100 }),
        permits: inspection.fields.permits,
        noPermits: inspection.fields.noPermits,
        finding: text(words('检查情况', 'Finding'), { length: 2000 }),
        photos: inspection.fields.photos,
        signedBy: inspection.fields.signedBy,
        refusalNote: inspection.fields.refusalNote,
        equipment: inspection.fields.equipment,
        severe: inspection.fields.severe,
        superiorTold: inspection.fields.superiorTold,
        outcome: choice(words('检查结果', 'Outcome'), outcomes),
        suspected: inspection.fields.suspected,
        breachOn,
        demand: inspection.fields.demand,
        correctBy: inspection.fields.correctBy,
      },
      check(c) {
        fitToRecord(c.answers, c.today)
        severeDealtWith(c.answers)
        passedOnce(c)
      },
      // A machine of somebody else is not stopped by this visit.
      async confirm(c, at) {
        await passedBefore(c, at)
        const said = await lookUpAll(soughtAt(c), at)
        asRegistered(c.answers.permits ?? [], said.registered)
        if (c.answers.equipment === null) return said
        const found = await at.first('equipment', { id: c.answers.equipment })
        if (found === null || found['user'] !== c.record.unit) refuse('equipment-not-here', { field: 'equipment' })
        return said
      },
      gives: (c) => passedOn(c),
    }),
    obstruct: step({
      title: words('拒绝检查', 'The body refuses'),
      from: 'visiting',
      to: 'obstructed',
      by: 'sampler',
      basis: quality('56'),
      asks: { reason: text(words('经过', 'What happened'), { length: 500 }) },
    }),
    // The questions, fields and states are those of a sample.
    ...refusalContest(step as unknown as SampleSteps, 'inspection'),
    // A directive asks for mending and for a written report by the same day (特種設備安全監察指令書).
    'report-correction': step({
      title: words('书面报告改正情况', 'Report in writing what was mended'),
      from: 'correcting',
      to: 'correcting',
      by: 'party',
      basis: order57,
      returning: true,
      asks: {
        correctionReport: text(words('改正情况', 'What was mended'), { length: 2000 }),
        reportFiles: inspection.fields.reportFiles,
      },
      gives: (c) => ({ reportedOn: c.today, reportLate: reportedLate(c) }),
    }),
    // It says no more than that the day of the directive is over; whether a breach follows is for whoever looks again.
    'miss-report': step({
      title: words('登记逾期未收到书面报告', 'Enter that the written report has not come'),
      from: 'correcting',
      to: 'correcting',
      by: ['officer', 'sampler'],
      basis: equipmentLaw('62'),
      returning: true,
      check(c) {
        const due = reportDue(c)
        if (c.record.kind !== 'equipment' || due === null || c.today <= due) refuse('report-not-due', { due: due ?? '—' })
        if (c.record.reportedOn != null) refuse('reported-in-writing', { on: c.record.reportedOn })
      },
      gives: () => ({ reportLate: true }),
    }),
    recheck: step({
      title: words('复查改正情况', 'Look again'),
      from: 'correcting',
      to: (c) => (c.answers.outcome === 'ordered' ? 'correcting' : 'recorded'),
      by: 'sampler',
      basis: order57,
      returning: true,
      // Another day to mend and report by is told by another directive.
      issues: { either: [directive], which: (c) => (c.answers.outcome === 'ordered' && c.record.kind === 'equipment' ? directive : null) },
      asks: {
        mended: text(words('改正情况', 'What was mended'), { length: 1000 }),
        outcome: choice(words('检查结果', 'Outcome'), outcomes),
        suspected: inspection.fields.suspected,
        breachOn,
        correctBy: inspection.fields.correctBy,
      },
      check(c) {
        passedOnce(c)
        // There was something to mend: it was mended or not, never “nothing found”.
        if (c.answers.outcome === 'clean') refuse('fault-without-measure', { field: 'outcome' })
        if (c.answers.outcome === 'ordered' && (c.answers.correctBy === null || c.answers.correctBy <= c.today)) refuse('no-demand', { field: 'correctBy' })
      },
      confirm: (c, at) => passedBefore(c, at),
      gives: (c) => ({
        correctBy: c.answers.correctBy ?? c.record.correctBy,
        suspected: c.answers.suspected ?? c.record.suspected,
        ...passedOn(c),
        // Another day to mend by asks for another report; that the last one came late says nothing of it.
        ...(c.record.reportedOn == null ? { reportLate: reportedLate(c) } : c.answers.outcome === 'ordered' ? { reportLate: null } : {}),
        ...(c.answers.outcome === 'ordered' ? { reportedOn: null, correctionReport: null } : {}),
      }),
    }),
    'suspect-breach': step({
      title: words('涉嫌违法，移送立案', 'A breach is suspected'),
      from: ['recorded', 'correcting'],
      to: (c) => c.record.state as 'recorded',
      by: ['sampler', 'officer', 'head'],
      shownTo: suspecting,
      basis: quality('18'),
      returning: true,
      asks: { suspected: choice(words('涉嫌违法', 'Suspected breach'), breaches), breachOn, facts: text(words('涉嫌违法事实', 'Facts alleged'), { length: 2000 }) },
      check: (c) => neverTwicePassed(c),
      confirm: (c, at) => passedBefore(c, at),
      gives: (c) => passedOn(c),
    }),
    publish: step({
      title: words('公示检查结果', 'Publish the result'),
      from: 'recorded',
      to: 'published',
      by: ['organiser', 'officer'],
      basis: order,
      gives: (c) => ({ published: c.today }),
    }),
    cancel: step({
      title: words('取消检查', 'Cancel'),
      from: 'drawn',
      to: 'cancelled',
      by: 'organiser',
      basis: order,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
  }),
  deadlines: [
    {
      name: 'follow-up',
      title: words('复查期限', 'Look again'),
      starts: { field: 'correctBy' },
      metBy: ['recheck'],
      within: parameter('supervision.inspection-follow-up'),
      lapse: 'alarm',
      again: true,
    },
    {
      name: 'written-report',
      title: words('书面报告期限（指令书载明）', 'Written report, by the day of the directive'),
      // No rule gives a number of days: the directive names the day, and binds whom it was served on.
      starts: { served: 'equipment-directive' },
      answered: 'reportedOn',
      metBy: ['report-correction', 'recheck'],
      within: parameter('supervision.directive-report', 'correctBy'),
      lapse: { take: 'miss-report', basis: equipmentLaw('62') },
      again: true,
    },
    {
      name: 'decide-contest',
      title: words('答复对拒绝检查认定的异议期限', 'Answer the objection to the finding of a refusal'),
      starts: 'contested',
      metBy: ['keep-refusal', 'withdraw-refusal'],
      within: parameter('supervision.decide-objection'),
      lapse: 'alarm',
    },
    { name: 'publication', title: words('公示期限', 'Publish the result'), starts: 'recorded', metBy: ['publish'], within: parameter('supervision.publish'), lapse: { propose: 'publish' } },
  ],
})
