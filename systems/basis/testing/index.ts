// testing (檢驗檢測): who may test what on which day, the order with its custody, and the report that anybody can verify.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { page } from '../../../kernel/page.ts'
import { publication } from '../../../kernel/publication.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { accreditation } from './accreditation.ts'
import {
  asksRenewal, declinesBarred, endsScope, grantsAnew, grantsMark, grantsRenewal, grantsScope, prolongsScope, remindsAgain, renewsScope,
  restored, revokesScope, shortensScope,
} from './application-effects.ts'
import { applying, markApplication } from './application.ts'
import { changeEffects } from './mark-change-effects.ts'
import { changing, markChange } from './mark-change.ts'
import { calibrating, labInstrument } from './instrument.ts'
import { answering, closesComplaint, complaintNotice, labComplaint } from './lab-complaint.ts'
import { authorising, laboratory, labPerson, labScope, scoping } from './laboratory.ts'
import { correctionLinks, correcting, correctiveAction } from './corrective-action.ts'
import { doubtedResult, doubtLinks, reportedInDoubt, weighing } from './doubted-results.ts'
import { controlChart, controlling } from './control-chart.ts'
import { testingMeasures } from './measures.ts'
import { testOrder } from './order.ts'
import { testingOrder } from './ordering.ts'
import { namedResults, proficiencyResult, takingPart, tellingScores } from './proficiency-result.ts'
import { calls, proficiencyRound, proficiencyTesting, roundsPublished } from './proficiency-round.ts'
import { resultScreening, resultsToLookAt, screening } from './screening.ts'
import { testingRefusals } from './refusals.ts'
import { reportNotice, reportPaper } from './report-papers.ts'
import { keepsMaterial, keptMaterial, retention } from './retention.ts'
import { orderToReport, replacement, reporting, reports, testReport } from './report.ts'

export { comparisons, decisionRules, item, testOrder } from './order.ts'
export type { Fallen } from './fallen-grounds.ts'
export { fallenGrounds, toldOfFall, unweighed, weighedAnew, withFallen } from './fallen-grounds.ts'
export { laboratory, labScope } from './laboratory.ts'
export { controlChart, controlling, type ControlPoint } from './control-chart.ts'
export { testReport } from './report.ts'
export { movingRanges, signs, subgroupLimits, type Sign, type SignLengths } from './shewhart.ts'
export { countsAsRenewed, holdsOn, lineHoldsOn, type Suspension } from './holding.ts'
export { verdicts } from './verdicts.ts'

export const testing = system('testing', {
  group: 'basis',
  title: words('检验检测', 'Testing'),
  chapter: '3.3',
  registers: [
    markApplication, laboratory, labScope, labPerson, labInstrument, testOrder, testReport, proficiencyRound, proficiencyResult,
    resultScreening, controlChart, markChange, keptMaterial, doubtedResult, labComplaint,
    correctiveAction,
  ],
  procedures: [
    applying, accreditation, scoping, authorising, calibrating, testingOrder, reporting, proficiencyTesting, takingPart, screening,
    controlling, changing, retention, weighing, answering, correcting,
  ],
  documents: [reportPaper, reportNotice, complaintNotice],
  measures: testingMeasures,
  publications: [
    publication('laboratories', {
      title: words('检验检测机构名录', 'Laboratories'),
      of: laboratory,
      states: ['valid', 'suspended', 'withdrawn', 'cancelled'],
      fields: [
        'code', 'name', 'place', 'address', 'former', 'cma', 'cmaBefore', 'cmaFrom', 'fields', 'certifiedFrom', 'certifiedTo', 'earlierTerms', 'renewalNumber', 'renewalOn',
        'continuedTo', 'suspensions', 'invented',
      ],
      basis: cite('aqsiq-order-163'),
    }),
    publication('laboratory-scopes', {
      title: words('检验检测能力范围', 'Scopes of laboratories'),
      of: labScope,
      states: ['approved', 'ended'],
      fields: [
        'laboratory', 'productClass', 'parameter', 'method', 'unit', 'from', 'to', 'price', 'days', 'restriction', 'repeatability', 'repeatabilityPer',
      ],
      basis: cite('aqsiq-order-163'),
    }),
    reports,
    calls,
    roundsPublished,
    namedResults,
  ],
  linkages: [
    grantsMark, grantsScope, grantsRenewal, prolongsScope, renewsScope, ...changeEffects, keepsMaterial, orderToReport, replacement,
    ...tellingScores, ...doubtLinks, grantsAnew, ...endsScope, ...asksRenewal, ...remindsAgain, ...declinesBarred, ...restored,
    revokesScope, shortensScope, ...correctionLinks, closesComplaint,
  ],
  checks: [
    check('report-by-its-analyst', {
      title: words('检测人自己复核的委托', 'Signed over one’s own analysis'),
      of: 'test-order',
      among: { field: 'state', is: 'reported' },
      wrong: (record) => {
        const runs = (record['runs'] ?? []) as readonly { readonly by: string }[]
        return [record['analyst'], ...runs.map(({ by }) => by)].some((one) => [record['checker'], record['reviewer'], record['signatory']].includes(one))
      },
      severity: 'error',
      why: words('第二人复核落空', 'No second person looked'),
      remedy: words('撤回报告，重新检测', 'Withdraw the report and test anew'),
      basis: cite('iso-iec-17025-2017', '7.7'),
    }),
    resultsToLookAt,
    reportedInDoubt,
  ],
  pages: [
    page('/laboratories', { title: words('找检测机构', 'Find a laboratory'), face: 'public', menu: true }),
    page('/proficiency', { title: words('能力验证', 'Proficiency rounds'), face: 'public' }),
    page('/bench/charts', { title: words('质控图', 'Control charts'), face: 'laboratory', for: ['testing.analyst', 'testing.checker', 'testing.reviewer', 'testing.signatory', 'testing.laboratory'] }),
    page('/bench', { title: words('检测台', 'The bench'), face: 'laboratory', for: ['testing.analyst', 'testing.checker', 'testing.reviewer', 'testing.signatory', 'testing.keeper'], menu: true }),
  ],
  refusals: testingRefusals,
})
