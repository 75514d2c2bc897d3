// recall (召回): defect information, investigation, notice and order, plan, progress by count, effect.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { page } from '../../../kernel/page.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { assessing, defectReport } from './defect-report.ts'
import { directOrder, recallNotice, recallOrder } from './documents.ts'
import { recallMeasures } from './measures.ts'
import { recallPublications } from './publications.ts'
import { alleged, markOf } from './passed-breaches.ts'
import { affectedLots } from './questions.ts'
import { recall } from './recall.ts'
import { recalling } from './recalling.ts'
import { recallRefusals } from './refusals.ts'

export { recall } from './recall.ts'
export { defectReport } from './defect-report.ts'
export { affectedLots } from './questions.ts'
export { lineOf } from './lines.ts'
export { recallRefusals } from './refusals.ts'
export { checkVin, plainVin, vinWithin } from './vin.ts'

const order19 = cite('samr-order-19')

/** What is taken up becomes the producer’s recall file. */
export const reportToRecall = linkage('recall.report-to-recall', {
  title: words('缺陷信息转入调查', 'Defect information begins an investigation'),
  when: { register: 'defect-report', step: 'take-up' },
  then: {
    open: 'recall',
    with: ({ record, occurred }) => ({
      begun: new Date(Date.parse(occurred) + 8 * 3_600_000).toISOString().slice(0, 10),
      line: record['line'],
      producer: record['producer'],
      producerName: record['producerName'],
      place: record.area,
      product: record['product'],
      productClass: record['productClass'],
      kind: record['kind'],
      // What becomes public is not what a reporter wrote.
      danger: record['reporterKind'] === 'authority' ? record['danger'] : record['assessment'],
      origin: 'defect-report',
      originRecord: record.id,
      groundSample: record['groundSample'],
    }),
  },
  by: 'officer',
  basis: order19,
})

/** What a producer does wrong in a recall is a lead for a case; the handlers judge it. */
export const breachToCase = linkage('recall.breach-to-case', {
  title: words('召回中的违法行为登记案源', 'A breach in a recall becomes a lead'),
  when: { register: 'recall', step: 'suspect-breach' },
  then: {
    open: 'case',
    with: ({ record, answers, occurred }) => ({
      received: new Date(Date.parse(occurred) + 8 * 3_600_000).toISOString().slice(0, 10),
      source: 'check',
      origin: 'recall',
      originRecord: record.id,
      party: record['producer'],
      partyName: record['producerName'],
      place: record.area,
      kind: 'other',
      productClass: record['productClass'],
      facts: alleged(String(answers['breach']), String(answers['facts'])),
      passedAs: markOf({ record, answers } as never),
    }),
  },
  by: 'handler',
  basis: cite('car-recall-regulation', '24'),
})

export const recalls = system('recall', {
  group: 'oversight',
  title: words('召回', 'Recall'),
  chapter: '4.3',
  registers: [defectReport, recall],
  procedures: [assessing, recalling],
  documents: [recallNotice, recallOrder, directOrder],
  measures: recallMeasures,
  publications: recallPublications,
  linkages: [reportToRecall, breachToCase],
  questions: [affectedLots],
  checks: [
    check('returned-more-than-affected', {
      title: words('收回数量大于涉及数量', 'More returned than affected'),
      of: 'recall',
      among: { not: { field: 'returned', is: null } },
      wrong: (record) => Number(record['returned']) > Number(record['affected'] ?? 0),
      severity: 'error',
      why: words('召回完成率会大于百分之百', 'The effect would be above a hundred per cent'),
      remedy: words('核对阶段报告', 'Check the reports'),
      basis: order19,
    }),
  ],
  pages: [
    page('/recalls', { title: words('召回', 'Recalls'), face: 'public', menu: true }),
    page('/vin', { title: words('查一辆车是否召回', 'Is one vehicle recalled?'), face: 'public' }),
    page('/defect', { title: words('报告缺陷', 'Report a defect'), face: 'public' }),
  ],
  refusals: recallRefusals,
})
