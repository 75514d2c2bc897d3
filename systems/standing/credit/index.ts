// credit (質量信用): the file by credit code, filled by every system, objected to and repaired, and the class by an open rule.
import { cite } from '../../../kernel/citation.ts'
import type { Filter } from '../../../kernel/filter.ts'
import { measure } from '../../../kernel/measure.ts'
import { page } from '../../../kernel/page.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { creditAnswers } from './answers.ts'
import { creditClassScale } from './class.ts'
import { creditEntry, filing } from './entry.ts'
import { creditExtract, extracting } from './extract.ts'
import { jointMeasure, taking } from './joint-measure.ts'
import { creditLinks } from './links.ts'
import { listLinks } from './list-links.ts'
import { listing } from './listing.ts'
import { listingDecision, listingNotice } from './listing-documents.ts'
import { creditObjection, objecting } from './objection.ts'
import { noting, outsideDecision } from './outside-decision.ts'
import { creditPublications } from './publications.ts'
import { rating, thirdPartyRating } from './rating.ts'
import { creditRefusals } from './refusals.ts'
import { seriousListing } from './serious-listing.ts'

export { creditClassScale } from './class.ts'
export { brier, outcomesByGrade, ranking } from './calibration.ts'
export type { Brier, GradeOutcomes, Ranking } from './calibration.ts'
export { creditEntry } from './entry.ts'
export { creditExtract, mostCodes, type ExtractLine } from './extract.ts'
export { fairness, type Group, type GroupRate } from './fairness.ts'
export { ratingGrades } from './rating.ts'

const basis = cite('state-council-2014-21')

/** What was withdrawn was no breach. */
const breaches: Filter = { all: [{ field: 'category', in: ['minor', 'ordinary', 'serious'] }, { not: { field: 'state', is: 'withdrawn' } }] }

export const credit = system('credit', {
  group: 'standing',
  title: words('质量信用', 'Quality credit'),
  chapter: '4.6',
  registers: [creditEntry, creditObjection, seriousListing, jointMeasure, thirdPartyRating, outsideDecision, creditExtract],
  procedures: [filing, objecting, listing, taking, rating, noting, extracting],
  documents: [listingNotice, listingDecision],
  scales: [creditClassScale],
  linkages: [...creditLinks, ...listLinks],
  answers: creditAnswers,
  measures: [
    measure('credit.entries', {
      title: words('新增失信记录', 'Breaches entered'),
      unit: '条',
      places: 0,
      better: 'lower',
      source: { register: 'credit-entry', on: 'from' },
      dimensions: ['area'],
      period: 'year',
      calculation: { kind: 'count', where: breaches },
      editions: [{ name: '信用统计 2014', from: '2014-06-14', basis }],
      basis,
      origin: 'computed',
    }),
  ],
  publications: creditPublications,
  pages: [
    page('/credit', { title: words('信用', 'Credit'), face: 'public', menu: true }),
    page('/desk/credit-check', { title: words('信用查询', 'Credit check'), face: 'office', for: ['credit.purchaser', 'credit.officer'] }),
  ],
  refusals: creditRefusals,
})
