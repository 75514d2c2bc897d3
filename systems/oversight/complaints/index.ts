// complaints (投訴): complaints and reports of citizens, from receipt to publication.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { page } from '../../../kernel/page.ts'
import { question } from '../../../kernel/question.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { complaint } from './complaint.ts'
import { acceptance, declining, ending, mediationAgreement, receipt } from './documents.ts'
import { handling } from './handling.ts'
import { complaintMeasures } from './measures.ts'
import { outcomes } from './publications.ts'
import { complaintRefusals } from './refusals.ts'
import { report, verifying } from './report.ts'

export { complaint, report }
export { damageHeads, damagesFor, notADecision, type DamageHead, type Damages } from './damages.ts'

/** What a higher system knows of a firm that a mediator should be warned of; nobody answers until credit is built. */
export const seriousBreach = question<{ code: string }, boolean>('complaints.serious-breach', {
  title: words('该经营者是否在严重违法失信名单', 'Is the trader on the serious-breach list'),
  otherwise: false,
  why: words('无人作答时按未列入处理，不影响受理', 'Taken as not listed while nobody answers; acceptance does not depend on it'),
})

/** A complaint that also reports a breach becomes two linked files (處理辦法 9). */
export const clueToReport = linkage('complaints.clue-to-report', {
  title: words('投诉中的违法线索另立举报', 'A breach found in a complaint becomes a report'),
  when: { register: 'complaint', step: 'find-clue' },
  then: {
    open: 'report',
    with: ({ record, answers, occurred }) => ({
      received: new Date(Date.parse(occurred) + 8 * 3_600_000).toISOString().slice(0, 10),
      anonymous: true,
      traderName: record['traderName'],
      trader: record['trader'],
      place: record.area,
      handling: record.office,
      breach: answers['clue'],
      complaint: record.number,
    }),
  },
  by: 'reportClerk',
  basis: cite('samr-order-121', '27'),
})

export const complaints = system('complaints', {
  group: 'oversight',
  title: words('投诉', 'Complaints'),
  chapter: '4.6',
  registers: [complaint, report],
  procedures: [handling, verifying],
  documents: [receipt, acceptance, declining, mediationAgreement, ending],
  measures: complaintMeasures,
  publications: [outcomes],
  linkages: [clueToReport],
  questions: [seriousBreach],
  checks: [
    check('ended-without-ground', {
      title: words('终止调解却没有法定情形', 'Ended without a ground'),
      of: 'complaint',
      among: {
        all: [
          { field: 'state', is: 'ended' },
          { field: 'endGround', is: null },
        ],
      },
      severity: 'error',
      why: words('当事人无法知道依据', 'The parties cannot know why'),
      remedy: words('重新处理并写明情形', 'Reopen and state the ground'),
      basis: cite('samr-order-121', '23'),
    }),
    check('without-code', {
      title: words('未能对应企业的投诉', 'A complaint without a credit code'),
      of: 'complaint',
      among: { field: 'trader', is: null },
      severity: 'warning',
      why: words('不会计入企业的投诉数', 'It is not counted for any firm'),
      remedy: words('核对名称和地址后补录代码；不确定的不要补', 'Compare name and address and enter the code; leave it out when in doubt'),
    }),
  ],
  pages: [
    page('/complain', { title: words('我要投诉', 'Complain'), face: 'public', menu: true }),
    page('/follow', { title: words('查询进度', 'Follow a case'), face: 'public', menu: true }),
  ],
  refusals: complaintRefusals,
})
