// enforcement (行政執法): a case from its lead to its archive, and the suspected crime that goes to the police and comes back.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { page } from '../../../kernel/page.ts'
import { publication } from '../../../kernel/publication.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { unweighed } from '../../basis/testing/index.ts'
import { campaign, campaigning, campaignsClosed } from './campaign.ts'
import { published } from './case-codes.ts'
import { penaltyCase } from './case.ts'
import { hasFallen } from './court.ts'
import { crimeLinks } from './crime-links.ts'
import { crimeTransfer, transferring } from './crime-transfer.ts'
import { penaltyStands } from './decision.ts'
import { hearingNotice, penaltyDecision, penaltyNotice, spotDecision, summons, testNotice, urging } from './documents.ts'
import { handlingCase } from './handling.ts'
import { enforcementMeasures } from './measures.ts'
import { earlierPenalties } from './questions.ts'
import { enforcementRefusals } from './refusals.ts'
import { wrongPartyToLead } from './right-party.ts'

export { penaltyStands }
export { allWays, letterToParty } from './documents.ts'
export { penaltyCase } from './case.ts'
export { onlyWarned, underWay as caseUnderWay } from './case-codes.ts'
export { crimeTransfer } from './crime-transfer.ts'
export { earlierPenalties } from './questions.ts'
export { bandOf, partsOf, scaledParts, surchargeOf, type Band, type Discretion, type FineBands, type Part, type Scale } from './fines.ts'

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

export const reportToCase = linkage('enforcement.report-to-case', {
  title: words('举报立案后登记案源', 'A report that is filed becomes a lead'),
  when: { register: 'report', step: 'file' },
  then: {
    open: 'case',
    // The handlers get the grounds of the decision: the reporter's own words may tell who they are.
    with: ({ record, answers, occurred }) => ({
      received: dayIn(occurred),
      found: record['received'],
      source: 'report',
      origin: 'report',
      originRecord: record.id,
      party: record['trader'],
      partyName: record['traderName'],
      place: record.area,
      handling: record.office,
      kind: 'other',
      facts: answers['grounds'],
    }),
  },
  by: 'clerk',
  basis: cite('penalty-procedure', '18'),
})

export const crimeToPolice = linkage('enforcement.crime-to-police', {
  title: words('涉嫌犯罪的成立专案组', 'A suspected crime is given to a special team'),
  when: { register: 'case', step: 'suspect-crime' },
  then: {
    open: 'crime-transfer',
    with: ({ record, answers, occurred }) => ({
      found: dayIn(occurred),
      origin: 'case',
      originRecord: record.id,
      caseNumber: record.number,
      party: record['party'],
      partyName: record['partyName'],
      place: record.area,
      crime: answers['grounds'],
      goodsValue: record['value'],
    }),
  },
  by: 'handler',
  basis: cite('crime-transfer-rules', '5'),
})

export const enforcement = system('enforcement', {
  group: 'oversight',
  title: words('行政执法', 'Enforcement'),
  chapter: '4.5',
  registers: [penaltyCase, crimeTransfer, campaign],
  procedures: [handlingCase, transferring, campaigning],
  documents: [summons, testNotice, penaltyNotice, hearingNotice, penaltyDecision, spotDecision, urging],
  measures: enforcementMeasures,
  publications: [
    publication('penalties', {
      title: words('行政处罚公示', 'Penalties'),
      of: penaltyCase,
      states: penaltyStands,
      where: published,
      fields: ['party', 'partyName', 'kind', 'breach', 'punishedBy', 'penalties', 'fine', 'confiscated', 'decided', 'degree'],
      term: parameter('credit.publication-other'),
      except: [
        { field: 'degree', is: 'minor', term: parameter('credit.publication-minor.most', 'decided') },
        { field: 'degree', is: 'minor', term: parameter('credit.publication-small') },
        { field: 'degree', is: 'ordinary', term: parameter('credit.publication-ordinary.most', 'decided') },
        { field: 'degree', is: 'serious', term: parameter('credit.publication-serious.most', 'decided') },
      ],
      basis: cite('penalty-publication-rules', '9'),
      sealed: true,
    }),
    campaignsClosed,
  ],
  linkages: [reportToCase, crimeToPolice, wrongPartyToLead, ...crimeLinks],
  questions: [earlierPenalties],
  checks: [
    check('case-on-a-fallen-report', {
      title: words('案件所依据的报告或者认定已失效', 'Cases on a report or finding that no longer holds'),
      of: 'case',
      among: { not: { field: 'fallen', is: null } },
      wrong: (record) => unweighed(record as never).length > 0,
      severity: 'warning',
      why: words('报告或者认定已更改、撤回，案件还按原来的结果办理', 'The report or finding was replaced or withdrawn, while the case goes on with the result of old'),
      remedy: words('复核其余证据；已经决定而不足以认定的，撤销决定', 'Weigh the other evidence; where it does not carry a decision that was made, annul it'),
      basis: cite('administrative-penalty-law', '46'),
    }),
    check('told-but-not-entered', {
      title: words('已经告知的案件没有登记告知', 'Told, and not entered as told'),
      of: 'case',
      among: { all: [{ not: { field: 'served', is: null } }, { not: { field: 'party', is: null } }, { field: 'informed', is: null }] },
      severity: 'warning',
      why: words('当事人看不到自己的案件', 'The party cannot read its own case'),
      remedy: words('核对送达回证，办理“登记已告知当事人”', 'Check the proof of service and take “enter that the party was told”'),
      basis: cite('administrative-penalty-law', '44'),
    }),
    check('another-was-told', {
      title: words('告知的不是现在的当事人', 'Somebody else was told than the party of the case'),
      of: 'case',
      among: { not: { field: 'informed', is: null } },
      wrong: (record) => record['informed'] !== record['party'],
      severity: 'error',
      why: words('现在的当事人没有被告知，先前的仍看得到案件', 'The party was not told, and another still reads the case'),
      remedy: words('向现在的当事人送达文书，或者办理“登记已告知当事人”', 'Serve a paper on the party, or take “enter that the party was told”'),
      basis: cite('administrative-penalty-law', '44'),
    }),
    check('payment-claimed', {
      title: words('当事人申报的缴款没有核对', 'A payment that the party says it made was not checked'),
      of: 'case',
      among: { not: { field: 'claims', is: null } },
      severity: 'warning',
      why: words('罚款缴到指定的银行，以银行收据为准；核对之前不催告', 'Fines are paid to the bank, whose receipt counts; before it was checked nobody is urged'),
      remedy: words('与银行收据核对：登记缴款，或者登记查无此款', 'Check it with the bank: enter the payment, or that the bank knows of none'),
      basis: cite('administrative-penalty-law', '67'),
    }),
    check('fallen-decision-stands', {
      title: words('复议、诉讼撤销的决定没有办理撤销', 'A decision that fell in reconsideration or suit was not annulled'),
      of: 'case',
      among: { not: { field: 'challenges', is: null } },
      wrong: (record) => hasFallen(record['challenges'] as never) && record['state'] !== 'annulled',
      severity: 'error',
      why: words('已经撤销的决定仍在公示、仍作为处罚计入', 'A decision that is no more is still published and counts as a penalty'),
      remedy: words('由负责人办理“撤销处罚决定”', 'Let the head take “annul the decision”'),
      basis: cite('administrative-penalty-law', '73'),
    }),
    check('decided-without-article', {
      title: words('处罚决定没有依据条款', 'Decided without an article'),
      of: 'case',
      among: { all: [{ not: { field: 'decided', is: null } }, { field: 'punishedBy', is: null }] },
      severity: 'error',
      why: words('没有法定依据的处罚无效', 'A penalty without a ground in law is void'),
      remedy: words('核对案卷；确无依据的，撤销决定', 'Check the file; where there is none, annul the decision'),
      basis: cite('administrative-penalty-law', '38'),
    }),
  ],
  pages: [
    page('/penalties', { title: words('行政处罚', 'Penalties'), face: 'public', menu: true }),
    page('/campaigns', { title: words('专项行动', 'Campaigns'), face: 'public' }),
    page('/desk/cases', {
      title: words('案件', 'Cases'),
      face: 'office',
      for: ['enforcement.clerk', 'enforcement.handler', 'enforcement.reviewer', 'enforcement.hearer', 'enforcement.head', 'enforcement.superior'],
    }),
  ],
  refusals: enforcementRefusals,
})
