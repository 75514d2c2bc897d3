// complaints (投訴): complaints and reports of citizens, tests and suits that follow from them, from receipt to publication.
import { check } from '../../../kernel/check.ts'
import { page } from '../../../kernel/page.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { appraisal, appraisalReport, appraising } from './appraisal.ts'
import { comparativeTest, comparing, consumerReview, reviewing } from './comparative-test.ts'
import { complaint } from './complaint.ts'
import { complaintDocuments } from './documents.ts'
import { handling } from './handling.ts'
import { complaintLinks } from './links.ts'
import { complaintMeasures } from './measures.ts'
import { order } from './orders.ts'
import { complaintPublications } from './publications.ts'
import { publicInterest, suing } from './public-interest.ts'
import { seriousBreach } from './questions.ts'
import { complaintRefusals } from './refusals.ts'
import { rewardNotice } from './report-documents.ts'
import { report } from './report.ts'
import { verifying } from './verifying.ts'

export { appraisal, comparativeTest, complaint, publicInterest, report, seriousBreach }
export { damageHeads, damagesFor, notADecision, type DamageHead, type Damages } from './damages.ts'
export { chargeOf, type Charge } from './routing.ts'

export const complaints = system('complaints', {
  group: 'oversight',
  title: words('投诉', 'Complaints'),
  chapter: '4.6',
  registers: [complaint, report, appraisal, publicInterest, comparativeTest, consumerReview],
  procedures: [handling, verifying, appraising, suing, comparing, reviewing],
  documents: [...complaintDocuments, rewardNotice, appraisalReport],
  measures: complaintMeasures,
  publications: complaintPublications,
  linkages: complaintLinks,
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
      basis: order('23', '21'),
    }),
    check('without-code', {
      title: words('未能对应企业的投诉', 'A complaint without a credit code'),
      of: 'complaint',
      among: { field: 'trader', is: null },
      severity: 'warning',
      why: words('不会计入企业的投诉数', 'It is not counted for any firm'),
      remedy: words('核对名称和地址后补录代码；不确定的不要补', 'Compare name and address and enter the code; leave it out when in doubt'),
    }),
    check('known-after-receipt', {
      title: words('知悉侵害晚于收到投诉', 'Harm known after the complaint was received'),
      of: 'complaint',
      among: { not: { field: 'known', is: null } },
      wrong: (record) => String(record['known']) > String(record['received']) || String(record['bought']) > String(record['received']),
      severity: 'error',
      why: words('三年的计算会出错', 'The three years would be counted wrongly'),
      remedy: words('与投诉人核对日期', 'Compare the dates with the complainant'),
      basis: order('16(4)', '15(4)'),
    }),
    check('rewarded-without-case', {
      title: words('未立案却有奖励', 'Rewarded without a case'),
      of: 'report',
      among: {
        all: [
          { not: { field: 'reward', is: null } },
          { not: { field: 'decision', is: 'filed' } },
        ],
      },
      severity: 'error',
      why: words('奖励须以查证属实为前提', 'A reward needs a breach that was found'),
      remedy: words('核对核查结论', 'Check the decision'),
    }),
  ],
  pages: [
    page('/complain', { title: words('我要投诉', 'Complain'), face: 'public', menu: true }),
    page('/report', { title: words('我要举报', 'Report a breach'), face: 'public', menu: true }),
    page('/follow', { title: words('查询进度', 'Follow a case'), face: 'public', menu: true }),
    page('/complaints', { title: words('投诉公示', 'Complaints in public'), face: 'public', menu: true }),
  ],
  refusals: complaintRefusals,
})
