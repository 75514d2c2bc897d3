// Ratings by third parties (第三方評級): what a rater said of a body and when, kept so that it can be compared with what came true.
import { cite } from '../../../kernel/citation.ts'
import { area, choice, day, party, quantity, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { creditRefusals } from './refusals.ts'

const { refuse } = creditRefusals
const basis = cite('credit-bureau-regulation')

/** From best to worst, as GB/T 22116 writes them; “A+” and “A−” are entered as A. */
export const ratingGrades = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC', 'CC', 'C', 'D'] as const

export const thirdPartyRating = register('third-party-rating', {
  title: words('第三方信用评级', 'Ratings by third parties'),
  number: 'PJ{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  concerns: ['party', 'rater'],
  knownBy: ['rater', 'report'],
  readBy: ['reader'],
  listed: ['party', 'partyName', 'raterName', 'grade', 'issued', 'validTo'],
  fields: {
    party: party(words('被评单位', 'Rated body'), { fixed: true }),
    partyName: text(words('被评单位名称', 'Name of the rated body'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    rater: party(words('评级机构', 'Rater'), { fixed: true }),
    raterName: text(words('评级机构名称', 'Name of the rater'), { length: 120 }),
    report: text(words('报告编号', 'Report number'), { length: 60, fixed: true }),
    grade: choice(words('等级', 'Grade'), Object.fromEntries(ratingGrades.map((each) => [each, words(each, each)]))),
    probability: quantity(words('一年内失信的概率', 'Chance of a breach within a year'), { optional: true, places: 4, minimum: '0', maximum: '1' }),
    issued: day(words('评级日期', 'Issued on')),
    validTo: day(words('有效期至', 'Valid to'), { optional: true, mayLieAhead: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

interface Rated {
  readonly actor: { readonly duty: string }
  readonly speaksFor: readonly string[]
}

/** A rater files and withdraws its own ratings alone: the record concerns the rated body as well, and a body may be both. */
function byItself({ actor, speaksFor }: Rated, rater: string): void {
  if (actor.duty === 'credit.rater' && !speaksFor.includes(rater)) refuse('not-the-rater', { field: 'rater' })
}

export const rating = procedure(thirdPartyRating, {
  duties: { rater: words('评级机构', 'Rater'), clerk: words('记录人', 'Clerk'), officer: words('信用管理人员', 'Credit officer'), party: words('当事人', 'Party') },
  states: { filed: words('已报备', 'Filed'), withdrawn: words('已撤回', 'Withdrawn') },
  ends: ['withdrawn'],
  opens: {
    title: words('报备评级', 'File a rating'),
    state: 'filed',
    by: ['rater', 'clerk'],
    basis,
    asks: ['party', 'partyName', 'place', 'rater', 'raterName', 'report', 'grade', 'probability', 'issued', 'validTo'],
    check(c) {
      const { answers } = c
      byItself(c, answers.rater)
      if (answers.rater === answers.party) refuse('rates-itself', { field: 'rater' })
      if (answers.validTo !== null && answers.validTo < answers.issued) refuse('ends-before-it-begins', { field: 'validTo' })
    },
  },
  steps: (step) => ({
    withdraw: step({
      title: words('撤回评级', 'Withdraw the rating'),
      from: 'filed',
      to: 'withdrawn',
      by: ['rater', 'officer'],
      basis,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
      check: (c) => byItself(c, c.record.rater),
    }),
  }),
})
