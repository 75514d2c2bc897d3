// supervision (監督抽查): plans, the draw that anyone can run again, samples from visit to final verdict, and what follows a bad one.
import { check } from '../../../kernel/check.ts'
import { page } from '../../../kernel/page.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { accident } from './accident.ts'
import { handlingAccident } from './accident-handling.ts'
import { accidentLinks } from './accident-links.ts'
import { checkNotice, directive, makerNotice, rectificationOrder, resultNotice } from './documents.ts'
import { creditClass, draw, drawing } from './drawing.ts'
import { equipment, usingEquipment } from './equipment.ts'
import { followLinks } from './follow-links.ts'
import { inspecting, inspection } from './inspection.ts'
import { letter, writing } from './letter.ts'
import { issuerLetter, letterWithdrawn, platformLetter } from './letter-documents.ts'
import { letterLinks } from './letter-links.ts'
import { samplingLinks } from './links.ts'
import { supervisionMeasures } from './measures.ts'
import { keepingPermits, permit } from './permit.ts'
import { checkPlan, planning } from './plan.ts'
import { followPublications, samplingPublications } from './publications.ts'
import { following, rectification } from './rectification.ts'
import { refusalsWithdrawn } from './refusal-contest.ts'
import { supervisionRefusals } from './refusals.ts'
import { accidentRule, equipmentLaw, order, twoSamplers } from './rules.ts'
import { sample } from './sample.ts'
import { sampling } from './sampling.ts'
import { supervisingWorks, worksSupervision } from './works-supervision.ts'

export { accident } from './accident.ts'
export { creditClass, draw } from './drawing.ts'
export { missedOf, publishedDraw } from './frame.ts'
export { checkDraw } from './draw-check.ts'
export { checkPlan } from './plan.ts'
export { equipment } from './equipment.ts'
export { inspection } from './inspection.ts'
export { permitStates } from './inspection-rules.ts'
export { lookedUp, onThatDay, registeredLine, type OnThatDay, type Registered } from './permit-on-day.ts'
export { letter } from './letter.ts'
export { permit } from './permit.ts'
export { rectification } from './rectification.ts'
export { sample } from './sample.ts'
export { worksSupervision } from './works-supervision.ts'

export const supervision = system('supervision', {
  group: 'oversight',
  title: words('监督抽查', 'Supervision'),
  chapter: '4.2',
  registers: [checkPlan, draw, sample, rectification, letter, permit, inspection, equipment, accident, worksSupervision],
  procedures: [
    ...[planning, drawing, sampling, following, writing, keepingPermits],
    ...[inspecting, usingEquipment, handlingAccident, supervisingWorks],
  ],
  documents: [checkNotice, resultNotice, makerNotice, rectificationOrder, directive, issuerLetter, platformLetter, letterWithdrawn],
  measures: supervisionMeasures,
  publications: [...samplingPublications, ...followPublications],
  linkages: [...samplingLinks, ...followLinks, ...refusalsWithdrawn, ...letterLinks, ...accidentLinks],
  questions: [creditClass],
  checks: [
    check('over-taken', {
      title: words('超量抽样', 'More taken than allowed'),
      of: 'sample',
      among: { field: 'overTaken', is: true },
      severity: 'warning',
      why: words('超出实施细则的抽样数量，由抽样部门承担责任', 'Taking more than the detailed rules allow is a breach by the authority'),
      remedy: words('退还超出部分并说明理由', 'Return what is too much and say why'),
      basis: order,
    }),
    check('directive-not-reported', {
      title: words('指令书要求的书面报告没有收到', 'A written report that a directive asked for has not come'),
      of: 'inspection',
      among: { all: [{ field: 'reportLate', is: true }, { field: 'reportedOn', is: null }] },
      severity: 'warning',
      why: words('到期未改正也未书面报告的，要查明隐患是否还在', 'Neither mended nor reported by the day: whether the danger stands must be seen'),
      remedy: words('到场复查；涉嫌违法的，移送立案', 'Look again, and pass it to a case where a breach is suspected'),
      basis: equipmentLaw('62'),
    }),
    check('turned-away', {
      title: words('抽样人员被依法拒绝', 'Samplers lawfully refused'),
      of: 'sample',
      among: { field: 'state', is: 'turnedAway' },
      severity: 'warning',
      why: words('过错在抽样人员，不在被抽样单位；该单位是随机抽中的，不由候补顶替', 'The samplers are at fault, not the body; chance chose it, and no reserve takes its place'),
      remedy: words('查明原因，由证件齐全的两名人员重新到场', 'Find out why, and have two persons with their papers visit again'),
      basis: twoSamplers,
    }),
    check('accident-reported-late', {
      title: words('事故迟报', 'An accident that was reported late'),
      of: 'equipment-accident',
      among: { field: 'reportedLate', is: true },
      severity: 'warning',
      why: words('单位负责人接到报告后未在规定时间内报告', 'The head of the unit did not report within the hour'),
      remedy: words('查明原因；涉嫌违法的，移送立案', 'Find out why, and pass it to a case where a breach is suspected'),
      basis: accidentRule('9'),
    }),
    check('accident-not-published', {
      title: words('已批复的事故未公布处理情况', 'An approved accident of which nothing is public'),
      of: 'equipment-accident',
      among: { all: [{ not: { field: 'approved', is: null } }, { field: 'published', is: null }] },
      severity: 'warning',
      why: words('事故处理情况应当向社会公布', 'How it was dealt with is made public by law'),
      remedy: words('写明不含个人信息的公开文本并公布', 'Write the text without personal data and publish it'),
      basis: accidentRule('34'),
    }),
  ],
  pages: [
    page('/draws', { title: words('双随机抽取', 'Draws'), face: 'public', menu: true }),
    page('/sampling-plans', { title: words('抽样方案', 'Sampling plans'), face: 'public' }),
    page('/desk/inspections', {
      title: words('现场检查日程', 'The day in the field'),
      face: 'office',
      for: ['supervision.sampler', 'supervision.organiser', 'supervision.officer'],
    }),
  ],
  refusals: supervisionRefusals,
})
