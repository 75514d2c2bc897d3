// supervision (監督抽查): plans, the draw that anyone can run again, samples from visit to final verdict, and what follows a bad one.
import { check } from '../../../kernel/check.ts'
import { page } from '../../../kernel/page.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { checkNotice, directive, rectificationOrder, resultNotice } from './documents.ts'
import { creditClass, draw, drawing } from './drawing.ts'
import { equipment, usingEquipment } from './equipment.ts'
import { followLinks } from './follow-links.ts'
import { inspecting, inspection } from './inspection.ts'
import { samplingLinks } from './links.ts'
import { supervisionMeasures } from './measures.ts'
import { checkPlan, planning } from './plan.ts'
import { followPublications, samplingPublications } from './publications.ts'
import { following, rectification } from './rectification.ts'
import { supervisionRefusals } from './refusals.ts'
import { order } from './rules.ts'
import { sample } from './sample.ts'
import { sampling } from './sampling.ts'

export { creditClass, draw } from './drawing.ts'
export { missedOf, publishedDraw } from './frame.ts'
export { checkDraw } from './draw-check.ts'
export { checkPlan } from './plan.ts'
export { equipment } from './equipment.ts'
export { inspection } from './inspection.ts'
export { rectification } from './rectification.ts'
export { sample } from './sample.ts'

export const supervision = system('supervision', {
  group: 'oversight',
  title: words('监督抽查', 'Supervision'),
  chapter: '4.2',
  registers: [checkPlan, draw, sample, rectification, inspection, equipment],
  procedures: [planning, drawing, sampling, following, inspecting, usingEquipment],
  documents: [checkNotice, resultNotice, rectificationOrder, directive],
  measures: supervisionMeasures,
  publications: [...samplingPublications, ...followPublications],
  linkages: [...samplingLinks, ...followLinks],
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
