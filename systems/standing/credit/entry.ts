// An entry of the quality credit file (信用記錄): what was determined, by whom, by which document, and how long it is shown and counts.
import { after, cite } from '../../../kernel/citation.ts'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { matches } from '../../../kernel/filter.ts'
import { area, choice, citation, day, party, text } from '../../../kernel/kinds.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { procedure, type RunningClock } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { onlyWarned } from '../../oversight/enforcement/index.ts'
import { creditRefusals } from './refusals.ts'

const { refuse } = creditRefusals
const repairRules = cite('ndrc-order-36')
const repairOrder = cite('samr-credit-repair-2025')
/** Publication ends by itself at the end of its term; until March 2026 the rule for penalties said so, before it none that is known. */
const endRules = after('2026-03-31', after('2021-08-31', cite('enterprise-publicity-regulation', '6'), cite('penalty-publication-rules', '13')), repairRules)

export const categories = {
  basic: words('基础', 'Basic'),
  positive: words('正面', 'Good'),
  minor: words('负面-轻微', 'Minor breach'),
  ordinary: words('负面-一般', 'Ordinary breach'),
  serious: words('负面-严重', 'Serious breach'),
} as const

export const creditEntry = register('credit-entry', {
  title: words('信用记录', 'Credit entries'),
  number: 'XY{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  concerns: 'party',
  readBy: ['reader'],
  listed: ['party', 'partyName', 'category', 'document', 'authority', 'from'],
  fields: {
    party: party(words('统一社会信用代码', 'Credit code'), { fixed: true }),
    partyName: text(words('名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    category: choice(words('信息类别', 'Category'), categories),
    summary: text(words('内容', 'What'), { length: 300 }),
    authority: text(words('来源机关', 'Source authority'), { length: 120 }),
    document: text(words('认定文书', 'Document'), { length: 120 }),
    article: citation(words('依据', 'Article'), { optional: true }),
    determined: day(words('认定日期', 'Determined on')),
    scope: choice(words('共享范围', 'Shared with'), {
      open: words('公开', 'Everybody'),
      query: words('授权查询', 'Who is authorised'),
      internal: words('内部', 'Inside'),
    }),
    origin: text(words('来源台账', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    from: day(words('计入日期', 'Counts from'), { optional: true }),
    countsTo: day(words('最后计入日', 'Last day it counts'), { optional: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

/**
 * How long an entry may be shown, by its category: for its publication and for the clock that ends it. The rule of the day of
 * entry governs; Order 36 counts from the day of the document, the rule for penalties that went before it from publication.
 */
export const shownFor = [
  { field: 'category', is: 'minor', within: parameter('credit.publication-minor.most', 'determined') },
  { field: 'category', is: 'ordinary', within: parameter('credit.publication-ordinary.most', 'determined') },
  { field: 'category', is: 'serious', within: parameter('credit.publication-serious.most', 'determined') },
  // The general term is that of penalties, and ended in March 2026.
  { field: 'category', is: 'basic', within: parameter('credit.publication-good') },
  { field: 'category', is: 'positive', within: parameter('credit.publication-good') },
] as const

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }
export const monthsOf = ({ length, unit }: Term): number => length * (unit === 'year' ? 12 : 1)
const least = { ordinary: 'credit.publication-ordinary.least', serious: 'credit.publication-serious.least' } as const
interface Clocked {
  readonly clocks: readonly RunningClock[]
}
const termOf = ({ clocks }: Clocked): RunningClock | undefined => clocks.find(({ deadline }) => deadline === 'term')
/** The last day of the term of publication; null where no rule gives one. */
const termEnd = (c: Clocked): Day | null => termOf(c)?.due ?? null
const termRuns = (c: Clocked): boolean => termOf(c)?.state === 'open'
export const standing = ['valid', 'objected', 'repairAsked', 'repairing'] as const

export const filing = procedure(creditEntry, {
  duties: {
    clerk: words('记录人', 'Clerk'),
    officer: words('信用管理人员', 'Credit officer'),
    party: words('当事人', 'Party'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    valid: words('有效', 'Valid'),
    objected: words('异议中', 'Objected to'),
    repairAsked: words('申请修复', 'Repair asked for'),
    repairing: words('修复审查', 'Repair examined'),
    repaired: words('已修复', 'Repaired'),
    withdrawn: words('已撤销', 'Withdrawn'),
    expired: words('到期', 'Expired'),
  },
  // Repaired is no end while the term runs: a false promise brings the entry back.
  ends: ['withdrawn', 'expired'],
  opens: {
    title: words('记入', 'Enter'),
    state: 'valid',
    by: 'clerk',
    basis: cite('state-council-2014-21'),
    asks: ['party', 'partyName', 'place', 'category', 'summary', 'authority', 'document', 'article', 'determined', 'scope', 'origin', 'originRecord'],
    gives: (c) => ({ from: c.today }),
  },
  steps: (step) => ({
    mark: step({ title: words('标注异议', 'Mark as objected to'), from: 'valid', to: 'objected', by: 'clerk', basis: cite('hebei-credit-regulation') }),
    uphold: step({
      title: words('维持', 'Uphold'),
      from: 'objected',
      to: 'valid',
      by: 'clerk',
      basis: cite('hebei-credit-regulation'),
      returning: true,
      asks: why,
    }),
    'ask-repair': step({
      title: words('申请修复', 'Apply for repair'),
      from: 'valid',
      to: 'repairAsked',
      by: 'party',
      basis: repairRules,
      asks: { promise: text(words('承诺和履行证明', 'Promise, and proof that the duties are done'), { length: 1000 }) },
      check(c) {
        const { category, determined } = c.record
        if (category !== 'ordinary' && category !== 'serious') return refuse('nothing-to-repair')
        // The shortest term is one of Order 36, and counts as the longest does from the day of the document.
        const until = addMonths(determined, monthsOf(c.parameter(least[category]).value as Term))
        if (c.today < until) refuse('repair-early', { until })
      },
    }),
    'accept-repair': step({
      title: words('受理修复申请', 'Accept the application for repair'),
      from: 'repairAsked',
      to: 'repairing',
      by: 'officer',
      basis: repairOrder,
    }),
    grant: step({
      title: words('准予修复', 'Grant the repair'),
      from: 'repairing',
      to: 'repaired',
      by: 'officer',
      basis: repairRules,
      asks: why,
      gives: (c) => ({ countsTo: addDays(c.today, -1) }),
    }),
    // Not accepted, or refused after the examination: either way with its reason.
    reject: step({ title: words('不予受理或者不予修复', 'Do not accept, or refuse the repair'), from: ['repairAsked', 'repairing'], to: 'valid', by: 'officer', basis: repairRules, returning: true, asks: why }),
    revoke: step({
      title: words('撤销', 'Withdraw'),
      // What was wrong is taken out after its end too: a withdrawn penalty is no earlier one.
      from: [...standing, 'repaired', 'expired'],
      to: 'withdrawn',
      by: ['clerk', 'officer'],
      basis: cite('penalty-publication-rules', '11'),
      asks: why,
      // The class of the days before stays what it was told to be.
      gives: ({ record: { countsTo }, today }) => ({ countsTo: countsTo !== null && countsTo < today ? countsTo : addDays(today, -1) }),
    }),
    'keep-inside': step({
      title: words('仅受警告的，改为内部', 'Only a warning: share it inside only'),
      from: [...standing, 'repaired', 'expired'],
      to: (c) => c.record.state as 'valid',
      by: 'clerk',
      basis: cite('penalty-publication-rules', '2'),
      returning: true,
      standing: true,
      async confirm({ record }, at) {
        const decided = record.origin === 'case' && record.scope !== 'internal' ? await at.first('case', { id: record.originRecord }) : null
        if (!decided || !matches(onlyWarned, decided)) refuse('not-only-warned')
      },
      gives: () => ({ scope: 'internal' }),
    }),
    restore: step({
      title: words('承诺不实，撤销修复', 'The promise was false: take the repair back'),
      from: 'repaired',
      to: 'valid',
      by: 'officer',
      basis: repairRules,
      returning: true,
      asks: why,
      check(c) {
        // Of a repair of before its clock ran on, the publication ends it by its own term.
        const until = termEnd(c)
        if (until !== null && c.today > until) refuse('term-was-over', { until })
      },
      // Its clock ends it, or, where that was met by a repair of before, the day that the clock named.
      gives: (c) => ({ countsTo: termRuns(c) ? null : termEnd(c) }),
    }),
    expire: step({
      title: words('到期停止公示', 'End at the term'),
      from: [...standing, 'repaired'],
      to: (c) => (c.record.state === 'repaired' ? 'repaired' : 'expired'),
      by: 'officer',
      basis: endRules,
      check(c) {
        const until = termEnd(c)
        if (until !== null && c.today <= until) refuse('shown-still', { until })
      },
      // The day that its clock named is the last, on whatever day it is ended.
      gives: (c) => (c.record.state === 'repaired' ? {} : { countsTo: termEnd(c) ?? addDays(c.today, -1) }),
    }),
  }),
  deadlines: [
    { name: 'accept-repair', title: words('修复申请受理期限', 'Accept or refuse the application for repair'), starts: 'repairAsked', metBy: ['accept-repair', 'reject'], within: parameter('credit.repair-application'), lapse: 'alarm', again: true },
    { name: 'repair', title: words('修复决定期限', 'Decide on the repair'), starts: 'repairing', metBy: ['grant', 'reject'], within: parameter('credit.repair'), lapse: 'alarm', again: true },
    {
      name: 'term',
      title: words('公示期', 'Term of publication'),
      starts: { field: 'from' },
      // It runs on while the entry is repaired: of one that comes back the same term ends it.
      metBy: ['expire', 'revoke'],
      within: parameter('credit.publication-other'),
      except: shownFor,
      // It ends by itself, also while an objection or a repair is examined; where no rule of the day gives a term, an officer ends it.
      lapse: { take: 'expire', basis: endRules },
    },
  ],
})
