// Worked cases of the credit file: entered, marked, upheld, repaired after the shortest term, withdrawn, ended.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { filing } from './entry.ts'
import { extracting } from './extract.ts'
import { taking } from './joint-measure.ts'
import { listing } from './listing.ts'
import { objecting } from './objection.ts'
import { rating } from './rating.ts'

const entered = (category: string): Act => ({
  on: '2026-05-11',
  step: 'open',
  by: 'clerk',
  with: {
    party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: '虚构市场监管局',
    document: '虚构〔2026〕1号', determined: '2026-05-06', scope: 'open',
  },
  then: { state: 'valid', fields: { from: '2026-05-11' } },
})
const promise = { promise: '已缴清罚款并整改，承诺守信' }

export const filingCases = cases(filing, [
  {
    title: words('一般失信自认定文书日期起满三个月才可修复，修复后自次日起不再计入', 'An ordinary breach is repaired three months after its document, not before, and counts no more'),
    opens: entered('ordinary'),
    acts: [
      { on: '2026-05-12', step: 'mark', by: 'clerk', then: { state: 'objected' } },
      { on: '2026-05-20', step: 'uphold', by: 'clerk', with: { reason: '核实无误' }, then: { state: 'valid' } },
      { on: '2026-08-05', step: 'ask-repair', by: 'party', with: promise, refused: 'credit.repair-early' },
      // Accepted in two working days, and decided in seven from there; what is not accepted says why, and is asked for again.
      { on: '2026-08-06', step: 'ask-repair', by: 'party', with: promise, then: { state: 'repairAsked', due: { 'accept-repair': '2026-08-10' } } },
      { on: '2026-08-06', step: 'grant', by: 'officer', with: { reason: '义务已履行' }, refused: 'kernel.not-now' },
      { on: '2026-08-07', step: 'reject', by: 'officer', with: { reason: '缺缴款凭证，不予受理' }, then: { state: 'valid', clocks: { 'accept-repair': 'met' } } },
      { on: '2026-08-07', step: 'ask-repair', by: 'party', with: promise, then: { state: 'repairAsked' } },
      { on: '2026-08-10', step: 'accept-repair', by: 'officer', then: { state: 'repairing', clocks: { 'accept-repair': 'met' }, due: { repair: '2026-08-19' } } },
      { on: '2026-08-12', step: 'reject', by: 'officer', with: { reason: '缴款凭证不符' }, then: { state: 'valid', clocks: { repair: 'met' } } },
      { on: '2026-08-13', step: 'ask-repair', by: 'party', with: promise, then: { state: 'repairAsked' } },
      { on: '2026-08-13', step: 'accept-repair', by: 'officer', then: { state: 'repairing' } },
      { on: '2026-08-14', step: 'grant', by: 'officer', with: { reason: '义务已履行' }, then: { state: 'repaired', fields: { countsTo: '2026-08-13' } } },
    ],
  },
  {
    title: words('修复承诺不实的，撤销修复，原公示期照旧；原公示期已满的，没有可以恢复的', 'A repair on a false promise is taken back and the term runs as it ran; once that is over there is nothing to bring back'),
    opens: entered('ordinary'),
    acts: [
      { on: '2026-08-06', step: 'ask-repair', by: 'party', with: promise },
      { on: '2026-08-06', step: 'accept-repair', by: 'officer' },
      { on: '2026-08-07', step: 'grant', by: 'officer', with: { reason: '义务已履行' }, then: { state: 'repaired', clocks: { term: 'open' } } },
      { on: '2026-09-01', step: 'restore', by: 'officer', with: { reason: '缴款凭证系伪造' }, then: { state: 'valid', fields: { countsTo: null }, due: { term: '2027-05-06' }, clocks: { term: 'open' } } },
      { on: '2026-09-02', step: 'ask-repair', by: 'party', with: promise },
      { on: '2026-09-02', step: 'accept-repair', by: 'officer' },
      { on: '2026-09-03', step: 'grant', by: 'officer', with: { reason: '已另行缴清' }, then: { state: 'repaired', fields: { countsTo: '2026-09-02' } } },
      // The term ends by itself while the entry is repaired, and leaves it so.
      { on: '2027-05-07', step: 'expire', by: 'officer', then: { state: 'repaired', fields: { countsTo: '2026-09-02' } } },
      { on: '2027-05-08', step: 'restore', by: 'officer', with: { reason: '误' }, refused: 'credit.term-was-over' },
    ],
  },
  {
    title: words('轻微失信不须申请修复，处罚撤销即撤销记录', 'A minor breach is not repaired on application; it is withdrawn with its penalty'),
    opens: entered('minor'),
    acts: [
      { on: '2026-06-01', step: 'ask-repair', by: 'party', with: promise, refused: 'credit.nothing-to-repair' },
      { on: '2026-06-02', step: 'revoke', by: 'clerk', with: { reason: '处罚决定已撤销' }, then: { state: 'withdrawn', fields: { countsTo: '2026-06-01' } } },
    ],
  },
  {
    title: words(
      '公示期由失信程度定，自认定文书日期起算：轻微三个月，期满停止公示，此前不得；到期后处罚撤销的仍须撤销',
      'A minor breach is shown three months from its document, then ends, not before; withdrawn after that if its penalty falls',
    ),
    opens: { ...entered('minor'), then: { due: { term: '2026-08-06' } } },
    acts: [
      { on: '2026-08-06', step: 'expire', by: 'officer', refused: 'credit.shown-still' },
      { on: '2026-08-07', step: 'expire', by: 'officer', then: { state: 'expired', clocks: { term: 'late' }, fields: { countsTo: '2026-08-06' } } },
      { on: '2026-09-01', step: 'revoke', by: 'clerk', with: { reason: '处罚决定已撤销' }, then: { state: 'withdrawn', fields: { countsTo: '2026-08-06' } } },
    ],
  },
  {
    title: words('一般失信自认定文书日期起公示一年', 'An ordinary breach is shown a year from its document'),
    opens: { ...entered('ordinary'), then: { due: { term: '2027-05-06' }, rule: { term: 'ndrc-order-36' } } },
    acts: [],
  },
  {
    title: words(
      '2026 年 4 月以前认定、其后记入的：适用公示当日的规定，仍自认定文书日期起算',
      'Determined before April 2026 and entered after: the rule of the day of publication governs, and it counts from the document all the same',
    ),
    opens: { ...entered('ordinary'), on: '2026-04-10', with: { ...entered('ordinary').with, determined: '2026-03-24' }, then: { due: { term: '2027-03-24' }, rule: { term: 'ndrc-order-36' }, fields: { from: '2026-04-10' } } },
    acts: [],
  },
  {
    title: words('正面信息没有查到规定，自记入之日起算', 'For a good entry no rule was found: it counts from the day of entry'),
    opens: { ...entered('positive'), then: { due: { term: '2029-05-11' } } },
    acts: [],
  },
  {
    title: words('2026 年 4 月以前记入的依处罚信息公示规定，自公示之日起三年', 'One entered before April 2026 is shown three years from publication, by the rule for penalties'),
    opens: { ...entered('ordinary'), on: '2026-03-30', with: { ...entered('ordinary').with, determined: '2026-03-27' }, then: { due: { term: '2029-03-30' }, rule: { term: 'penalty-publication-rules/13' } } },
    acts: [],
  },
  {
    title: words(
      '2016 年的公示期没有查到：暂按后来的三年，自公示之日起（标注 U，待核实）；期满停止公示，此前不得',
      'In 2016 no term is known: the later three years from publication are assumed (mark U, to be verified); it ends with them and not before',
    ),
    opens: {
      ...entered('ordinary'),
      on: '2016-05-11',
      with: { ...entered('ordinary').with, determined: '2016-05-06' },
      then: { due: { term: '2019-05-11' }, rule: { term: 'enterprise-publicity-regulation/6' } },
    },
    acts: [
      { on: '2016-06-01', step: 'expire', by: 'officer', refused: 'credit.shown-still' },
      { on: '2019-05-14', step: 'expire', by: 'officer', then: { state: 'expired', fields: { countsTo: '2019-05-11' } } },
    ],
  },
])

const objection: Act = {
  on: '2026-05-12',
  step: 'open',
  by: 'party',
  with: { party: '91130102MAX000001J', place: '130102', entry: '01990000-0000-7000-8000-000000000001', grounds: '处罚对象不是本单位' },
}

/** Whether the entry stands under the code is read from the records: the refusal of a wrong one is proved on PostgreSQL. */
export const objectingCases = cases(objecting, [
  {
    title: words('异议成立', 'The objection is right'),
    opens: { ...objection, then: { state: 'received', due: { answer: '2026-05-21' } } },
    acts: [{ on: '2026-05-20', step: 'correct', by: 'officer', with: { finding: '同名不同代码' }, then: { state: 'corrected', clocks: { answer: 'met' } } }],
  },
  {
    title: words('异议不成立', 'The objection is wrong'),
    opens: objection,
    acts: [{ on: '2026-05-20', step: 'uphold', by: 'officer', with: { finding: '核实无误' }, then: { state: 'upheld' } }],
  },
])

const told = { ground: 'quality', heavier: ['stopped'], facts: '明知产品不合格仍大量销售', intent: true }
const listedBy = { reasons: '情节严重，社会危害较大', measures: [{ measure: 'procurement' }], level: 'county', consent: '石市监信〔2026〕5号', waived: true }
const considered: Act = {
  on: '2026-05-11',
  step: 'open',
  by: 'clerk',
  with: { party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', case: '01990000-0000-7000-8000-000000000002', document: '虚构〔2026〕1号' },
}
const heard: readonly Act[] = [
  { on: '2026-05-12', step: 'notice', by: 'officer', with: told },
  { on: '2026-05-14', step: 'defend', by: 'party', with: { defence: '已召回全部产品' }, then: { state: 'heard' } },
]
const notice = { document: 'listing-notice' }
const served: readonly Act[] = [
  { on: '2026-05-12', step: 'notice', by: 'officer', with: told },
  { on: '2026-05-12', step: 'sign-document', by: 'head', with: { ...notice, how: 'seal' } },
  { on: '2026-05-12', step: 'serve-document', by: 'officer', with: { ...notice, way: 'direct', outcome: 'served', on: '2026-05-12' }, then: { due: { defend: '2026-05-19' } } },
]
const shown: readonly Act[] = [
  ...heard,
  { on: '2026-05-20', step: 'list', by: 'head', with: listedBy, then: { state: 'listed', due: { publish: '2026-06-17' } } },
  { on: '2026-05-25', step: 'publish', by: 'officer', then: { state: 'published', fields: { published: '2026-05-25', until: '2029-05-25' } } },
]
const early = { promise: '已缴清罚款、整改并消除影响' }

/** That the case rests on a heavy penalty, and is considered once, is read from the records: proved on PostgreSQL. */
export const listingCases = cases(listing, [
  {
    title: words('公示满一年可以申请提前移出，须二日内受理、七日内决定', 'After a year early removal may be asked for, accepted within two and decided within seven working days'),
    opens: considered,
    acts: [
      ...shown,
      { on: '2027-05-24', step: 'ask-repair', by: 'party', with: early, refused: 'credit.repair-early' },
      { on: '2027-05-25', step: 'ask-repair', by: 'party', with: early, then: { state: 'repairAsked' } },
      { on: '2027-05-26', step: 'accept', by: 'officer', then: { state: 'repairing' } },
      { on: '2027-05-31', step: 'grant', by: 'head', with: { reasons: '义务已履行' }, then: { state: 'removed', fields: { until: '2027-05-30' } } },
      { on: '2027-06-30', step: 'restore', by: 'head', with: { reasons: '承诺不实' }, then: { state: 'published', fields: { until: '2029-05-25' }, due: { term: '2029-05-25' }, clocks: { term: 'open' } } },
      { on: '2029-05-25', step: 'expire', by: 'officer', refused: 'credit.not-over' },
      { on: '2029-05-26', step: 'expire', by: 'officer', then: { state: 'expired', clocks: { term: 'late' } } },
    ],
  },
  {
    title: words('提前移出的，期满后不再恢复', 'Removed early, and over: at the end of the term it stays removed'),
    opens: considered,
    acts: [
      ...shown,
      { on: '2027-05-25', step: 'ask-repair', by: 'party', with: early },
      { on: '2027-05-26', step: 'accept', by: 'officer' },
      { on: '2027-05-31', step: 'grant', by: 'head', with: { reasons: '义务已履行' }, then: { state: 'removed', clocks: { term: 'open' } } },
      { on: '2029-05-25', step: 'expire', by: 'officer', then: { state: 'removed', clocks: { term: 'met' }, fields: { until: '2027-05-30' } } },
      { on: '2029-05-26', step: 'restore', by: 'head', with: { reasons: '承诺不实' }, refused: 'credit.term-was-over' },
    ],
  },
  {
    title: words('不予提前移出的继续公示', 'Where early removal is refused the listing goes on'),
    opens: considered,
    acts: [
      ...shown,
      { on: '2027-05-25', step: 'ask-repair', by: 'party', with: early },
      { on: '2027-05-26', step: 'reject', by: 'head', with: { reasons: '罚款未缴清' }, then: { state: 'published' } },
    ],
  },
  {
    title: words('没有主观故意的不列入；清单外的措施不得采取；市县决定须上级同意', 'Without intent none is listed; measures off the list are not taken; a county needs consent'),
    opens: considered,
    acts: [
      { on: '2026-05-12', step: 'notice', by: 'officer', with: { ...told, intent: false }, refused: 'credit.no-intent' },
      ...heard,
      { on: '2026-05-15', step: 'hear', by: 'head', with: { hearing: '听证意见：情节严重' }, then: { state: 'heard' } },
      { on: '2026-05-20', step: 'list', by: 'head', with: { ...listedBy, consent: null }, refused: 'credit.no-consent' },
      { on: '2026-05-20', step: 'decline', by: 'head', with: { reasons: '危害轻微' }, then: { state: 'declined' } },
    ],
  },
  {
    title: words('没有陈述申辩的，告知书未送达不得决定', 'Before the notice is served and its term over, nobody is listed unheard'),
    opens: considered,
    acts: [
      { on: '2026-05-12', step: 'notice', by: 'officer', with: told },
      { on: '2026-05-20', step: 'list', by: 'head', with: { ...listedBy, waived: null }, refused: 'credit.not-heard-yet' },
      { on: '2026-05-20', step: 'defend', by: 'party', with: { defence: '已召回' } },
      { on: '2026-05-21', step: 'list', by: 'head', with: { ...listedBy, waived: null }, refused: 'credit.not-heard-yet' },
    ],
  },
  {
    title: words('期限内要求听证的，听证记录之前不得决定列入', 'Asked for in time, the hearing comes before the decision'),
    opens: considered,
    acts: [
      ...served,
      { on: '2026-05-14', step: 'defend', by: 'party', with: { defence: '已召回' }, then: { state: 'heard', clocks: { defend: 'met' } } },
      { on: '2026-05-19', step: 'ask-hearing', by: 'party', then: { state: 'hearing' } },
      { on: '2026-05-20', step: 'defend', by: 'party', with: { defence: '已召回，并已赔偿' }, then: { state: 'hearing' } },
      { on: '2026-05-25', step: 'list', by: 'head', with: { ...listedBy, waived: null }, refused: 'kernel.not-now' },
      { on: '2026-05-25', step: 'list', by: 'head', with: listedBy, refused: 'kernel.not-now' },
      { on: '2026-06-01', step: 'hear', by: 'head', with: { hearing: '听证意见：情节严重' }, then: { state: 'heard' } },
      { on: '2026-06-02', step: 'ask-hearing', by: 'party', refused: 'credit.hearing-held' },
      { on: '2026-06-02', step: 'list', by: 'head', with: { ...listedBy, waived: null }, then: { state: 'listed' } },
    ],
  },
  {
    title: words('期满没有要求听证的可以决定，逾期不得再要求；期满之前不得决定', 'Not asked for within the term, none is owed: then one may decide, and not before'),
    opens: considered,
    acts: [
      ...served,
      { on: '2026-05-19', step: 'list', by: 'head', with: { ...listedBy, waived: null }, refused: 'credit.not-heard-yet' },
      { on: '2026-05-20', step: 'ask-hearing', by: 'party', refused: 'credit.hearing-late' },
      { on: '2026-05-20', step: 'list', by: 'head', with: { ...listedBy, waived: null }, then: { state: 'listed' } },
    ],
  },
  {
    title: words('书面放弃听证不等于放弃陈述申辩', 'A hearing waived is no defence waived'),
    opens: considered,
    acts: [...served, { on: '2026-05-15', step: 'list', by: 'head', with: listedBy, refused: 'credit.not-heard-yet' }],
  },
  {
    title: words('撤回听证要求的，期满后决定；不予列入的，无须等待听证', 'Taken back, the decision waits for the term; not to list waits for no hearing'),
    opens: considered,
    acts: [
      ...served,
      { on: '2026-05-13', step: 'ask-hearing', by: 'party', then: { state: 'hearing' } },
      { on: '2026-05-14', step: 'forgo-hearing', by: 'party', then: { state: 'heard' } },
      { on: '2026-05-15', step: 'list', by: 'head', with: { ...listedBy, waived: null }, refused: 'credit.not-heard-yet' },
      { on: '2026-05-18', step: 'ask-hearing', by: 'party', then: { state: 'hearing' } },
      { on: '2026-05-21', step: 'decline', by: 'head', with: { reasons: '危害轻微' }, then: { state: 'declined' } },
    ],
  },
  {
    title: words('审查后不列入', 'Considered and not listed'),
    opens: considered,
    acts: [{ on: '2026-05-12', step: 'drop', by: 'officer', with: { reasons: '没有主观故意' }, then: { state: 'declined' } }],
  },
  {
    title: words('处罚撤销后撤销列入', 'Withdrawn with its penalty'),
    opens: considered,
    acts: [...shown, { on: '2026-08-03', step: 'withdraw', by: 'officer', with: { reasons: '处罚决定已撤销' }, then: { state: 'withdrawn', fields: { until: '2026-08-02' } } }],
  },
])

const measure = (sort: string, name: string): Act => ({
  on: '2026-05-25',
  step: 'open',
  by: 'officer',
  with: { party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', sort, measure: name, ground: '列入严重违法失信名单' },
})

export const takingCases = cases(taking, [
  {
    title: words('清单上的措施带着法条发起，回执后实施，名单移出后解除', 'A measure of the list carries its article, is receipted, carried out and lifted'),
    opens: { ...measure('punish', 'procurement'), then: { state: 'proposed', fields: { article: 'government-procurement-law/22' } } },
    acts: [
      { on: '2026-05-26', step: 'send', by: 'officer', with: { executor: '虚构财政局' }, then: { state: 'sent' } },
      { on: '2026-05-28', step: 'apply', by: 'executor', with: { receipt: '财采回〔2026〕7号' }, then: { state: 'applied', fields: { appliedOn: '2026-05-28' } } },
      { on: '2026-08-28', step: 'report', by: 'executor', with: { outcome: '资格审查中排除一次' }, then: { state: 'applied' } },
      { on: '2027-05-31', step: 'lift', by: 'clerk', with: { reason: '提前移出' }, then: { state: 'lifted', fields: { until: '2027-05-31' } } },
    ],
  },
  {
    title: words('惩戒不能用激励措施的名义，清单外的措施被拒绝', 'A reward is no punishment, and what is not on the list is refused'),
    opens: { ...measure('punish', 'fast-track'), refused: 'credit.measure-not-on-list' },
    acts: [],
  },
  {
    title: words('修复后解除的措施，修复被撤销的再次发起', 'A measure that a repair lifted is proposed again when the repair is taken back'),
    opens: measure('punish', 'procurement'),
    acts: [
      { on: '2026-06-01', step: 'lift', by: 'clerk', with: { reason: '记录修复后解除措施' }, then: { state: 'lifted', fields: { until: '2026-06-01' } } },
      { on: '2026-08-03', step: 'propose-again', by: 'clerk', with: { reason: '缴款凭证系伪造' }, then: { state: 'proposed', fields: { until: null } } },
    ],
  },
  {
    title: words('实施机关可以退回', 'The other body may return it'),
    opens: measure('reward', 'fewer-checks'),
    acts: [
      { on: '2026-05-26', step: 'send', by: 'officer', with: { executor: '虚构应急局' } },
      { on: '2026-05-27', step: 'return', by: 'executor', with: { reason: '不属于本机关职责' }, then: { state: 'returned' } },
    ],
  },
])

const rated = {
  party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', rater: '91130102MAX000NJ9T', raterName: '虚构评级公司（演示）', report: 'R-1',
  grade: 'A', probability: '0.05', issued: '2026-05-11', validTo: '2027-05-10',
}

export const ratingCases = cases(rating, [
  {
    title: words('报备后可以撤回', 'Filed, and withdrawn'),
    opens: { on: '2026-05-11', step: 'open', by: 'clerk', with: rated, then: { state: 'filed' } },
    acts: [
      { on: '2026-06-01', step: 'withdraw', by: 'rater', with: { reason: '数据有误' }, refused: 'credit.not-the-rater' },
      { on: '2026-06-01', step: 'withdraw', by: 'officer', with: { reason: '数据有误' }, then: { state: 'withdrawn' } },
    ],
  },
  {
    title: words('不得以他人名义报备', 'Nobody files in another’s name'),
    opens: { on: '2026-05-11', step: 'open', by: 'rater', with: rated, refused: 'credit.not-the-rater' },
    acts: [],
  },
  {
    title: words('不能给自己评级', 'Nobody rates itself'),
    opens: { on: '2026-05-11', step: 'open', by: 'clerk', with: { ...rated, rater: rated.party }, refused: 'credit.rates-itself' },
    acts: [],
  },
])

const query = { purchaser: '虚构采购中心（演示）', project: '路灯采购 XG-2026-1', purpose: 'procurement' }

/** What the lines say is read from the records: proved on PostgreSQL. */
export const extractCases = cases(extracting, [
  {
    title: words('查询后有更正的失效', 'An extract is outdated by a correction'),
    opens: { on: '2026-05-11', step: 'open', by: 'purchaser', with: { ...query, codes: [{ code: '91130102MAX000001J' }] }, then: { state: 'valid' } },
    acts: [{ on: '2026-05-11', step: 'outdate', by: 'clerk', with: { reason: '记录撤销' }, then: { state: 'outdated', fields: { outdated: true } } }],
  },
  {
    title: words('没有查询单位的被拒绝', 'A query that names nobody is refused'),
    opens: { on: '2026-05-11', step: 'open', by: 'purchaser', with: { ...query, codes: [] }, refused: 'kernel.invalid' },
    acts: [],
  },
])
